/* Reads the line that says who wrote an article. A name is two to five words with capitals, small
 * words such as "von" allowed between; academic titles in front and offices behind are left out.
 * Pure, safe in any thread. */
#include "config.h"

#include "entente-byline.h"

#include "entente-text-lines.h"

#include <string.h>

#define MAX_WORDS 40

/* Compared casefolded and without dots. */
static const char academic_titles[] =
  "dr|prof|professor|professeur|professorin|doç|doc|yrd|arş|phd|dphil|habil|assoc|asst|docent|"
  "dozent|dozentin|pd|privatdozent|drs|ord|emeritus|sir|dame|univprof|ao";
/* Titles only behind one of the above. */
static const char later_titles[] =
  "öğr|öğretim|gör|görevlisi|üyesi|rer|pol|phil|jur|nat|med|oec|hc|mult|univ|ing|dipl|em|iur|hist|"
  "theol|prof|dr|associate|assistant";
static const char suffixes[] = "phd|dphil|md|ma|msc|ba|mba|llm|llb|edd|jd|esq|em|emeritus|emerita";
static const char by_words[] = "by|von|par|yazan|yazar|por|di|door|av|author|authors|autor|autoren|"
                               "auteur|written|reported|text|geschrieben|écrit|story|analysis";
static const char and_words[] = "and|und|et|ve|y|e|with|mit|avec|ile|&";
static const char particles[] = "de|der|den|von|van|zu|zur|du|des|da|di|la|le|el|al|bin|ibn|bint|"
                                "ben|abu|af|av|ter|ten|dos|das|do|y|e";
static const char offices[] =
  "editor|correspondent|reporter|writer|columnist|analyst|contributor|journalist|staff|fellow|"
  "researcher|professor|director|ambassador|redakteur|redakteurin|korrespondent|korrespondentin|"
  "journaliste|correspondant|correspondante|editör|muhabir|muhabiri|yazarı|lecturer|scholar|"
  "historian|bureau|chief|news";

typedef struct {
  const char *text;
  GArray *words;
  guint n;
  char *folded[MAX_WORDS]; /* without any dot */
} Line;

static char *
fold_without_dots (const char *text, const EntenteTextWord *word)
{
  char *folded = entente_word_fold (text, word);
  char *to = folded;
  for (const char *from = folded; *from != '\0'; from++) {
    if (*from != '.')
      *to++ = *from;
  }
  *to = '\0';
  return folded;
}

static void
open_line (Line *line, const char *text, gsize start, gsize end)
{
  line->text = text;
  line->words = entente_words_cut (text, start, end);
  line->n = MIN (line->words->len, MAX_WORDS);
  for (guint i = 0; i < line->n; i++)
    line->folded[i] = fold_without_dots (text, &g_array_index (line->words, EntenteTextWord, i));
}

static void
close_line (Line *line)
{
  for (guint i = 0; i < line->n; i++)
    g_free (line->folded[i]);
  g_array_unref (line->words);
}

static const EntenteTextWord *
word_at (const Line *line, guint i)
{
  return &g_array_index (line->words, EntenteTextWord, i);
}

/* The sign at the end of a word, or 0. */
static char
get_last_sign (const Line *line, guint i)
{
  char c = line->text[word_at (line, i)->end - 1];
  return c == ',' || c == ';' || c == ':' || c == '|' || c == '/' ? c : '\0';
}

static gboolean
has_digit (const Line *line, guint i)
{
  for (gsize p = word_at (line, i)->start; p < word_at (line, i)->end; p++) {
    if (g_ascii_isdigit (line->text[p]))
      return TRUE;
  }
  return FALSE;
}

/* "Prof." is a title; "Dr" with no dot too; a plain "Sir Keir" as well. */
static guint
skip_titles (const Line *line, guint first, guint last)
{
  guint i = first;
  while (i < last &&
         (entente_list_has (academic_titles, line->folded[i]) ||
          (i > first && entente_list_has (later_titles, line->folded[i])) ||
          (i + 1 < last && entente_list_has ("assoc|associate|assistant|univ", line->folded[i]) &&
           entente_list_has (academic_titles, line->folded[i + 1]))))
    i++;
  return i;
}

/* A name in [first, last): capitals, no figures, two words or more. */
static gboolean
is_name (const Line *line, guint first, guint last)
{
  guint n_capitals = 0;
  for (guint i = first; i < last; i++) {
    if (has_digit (line, i))
      return FALSE;
    if (entente_word_is_capital (line->text, word_at (line, i)) ||
        g_str_has_prefix (line->folded[i], "al-") || g_str_has_prefix (line->folded[i], "el-"))
      n_capitals++;
    else if (i + 1 == last || !entente_list_has (particles, line->folded[i]))
      return FALSE;
  }
  return n_capitals >= 2 && last - first <= 6;
}

static gboolean
has_office (const Line *line, guint first, guint last)
{
  for (guint i = first; i < last; i++) {
    if (entente_list_has (offices, line->folded[i]))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_known (GPtrArray *authors, const char *name)
{
  for (guint i = 0; i < authors->len; i++) {
    if (strcmp (((EntenteByline *) authors->pdata[i])->name, name) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
add_author (const Line *line, guint first, guint last, GPtrArray *authors)
{
  g_autofree char *name = entente_words_join (line->text, line->words, first, last);
  gsize length = strlen (name);
  gsize end = word_at (line, last - 1)->end;
  while (length > 0 && strchr (",;:|/", name[length - 1]) != NULL) {
    name[--length] = '\0';
    end--;
  }
  if (length == 0 || is_known (authors, name))
    return;
  EntenteByline *author = g_new0 (EntenteByline, 1);
  author->start = word_at (line, first)->start;
  author->end = end;
  author->name = g_steal_pointer (&name);
  g_ptr_array_add (authors, author);
}

/* One piece between commas and "and"s. FALSE when it is neither name nor office nor degree. */
static gboolean
read_piece (const Line *line, guint first, guint last, GPtrArray *authors, gboolean *titled)
{
  guint start = skip_titles (line, first, last);
  *titled |= start > first;
  while (last > start + 1 && entente_list_has (suffixes, line->folded[last - 1]) &&
         last - start > 2)
    last--;
  if (start == last || (last - start == 1 && entente_list_has (suffixes, line->folded[start]))) {
    *titled = TRUE;
    return TRUE;
  }
  if (authors->len > 0 && has_office (line, start, last))
    return TRUE;
  if (!is_name (line, start, last))
    return FALSE;
  add_author (line, start, last, authors);
  return TRUE;
}

static gboolean
read_pieces (const Line *line, guint first, guint last, GPtrArray *authors, gboolean *titled)
{
  guint start = first;
  for (guint i = first; i < last; i++) {
    gboolean joins = entente_list_has (and_words, line->folded[i]) ||
                     strcmp (line->folded[i], "") == 0; /* "&", "|", "-" */
    if (joins && i > start && !read_piece (line, start, i, authors, titled))
      return FALSE;
    if (joins)
      start = i + 1;
    else if (get_last_sign (line, i) != '\0') {
      if (!read_piece (line, start, i + 1, authors, titled))
        return FALSE;
      start = i + 1;
    }
  }
  return start >= last || read_piece (line, start, last, authors, titled);
}

/* "A B A B": the same words twice. */
static gboolean
is_doubled (const Line *line, guint first)
{
  guint half = (line->n - first) / 2;
  if (half == 0 || half * 2 != line->n - first)
    return FALSE;
  for (guint i = 0; i < half; i++) {
    if (strcmp (line->folded[first + i], line->folded[first + half + i]) != 0)
      return FALSE;
  }
  return TRUE;
}

static EntenteBylineKind
read_line (const Line *line, GPtrArray *authors)
{
  gboolean titled = FALSE;
  guint first = 0;
  if (line->n == 0 || line->n >= MAX_WORDS)
    return ENTENTE_BYLINE_NONE;
  while (first < line->n && (entente_list_has (by_words, line->folded[first])))
    first++;
  gboolean doubled = is_doubled (line, first);
  guint last = doubled ? first + (line->n - first) / 2 : line->n;
  if (first == last || !read_pieces (line, first, last, authors, &titled) || authors->len == 0)
    return ENTENTE_BYLINE_NONE;
  return first > 0 || doubled || titled ? ENTENTE_BYLINE_SURE : ENTENTE_BYLINE_NAMES;
}

EntenteBylineKind
entente_byline_read (const char *text, gsize start, gsize end, GPtrArray *authors)
{
  Line line = { 0 };
  open_line (&line, text, start, end);
  EntenteBylineKind kind = read_line (&line, authors);
  if (kind == ENTENTE_BYLINE_NONE)
    g_ptr_array_set_size (authors, 0);
  close_line (&line);
  return kind;
}

void
entente_byline_free (EntenteByline *author)
{
  g_free (author->name);
  g_free (author);
}
