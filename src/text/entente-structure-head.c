/* The head of a pasted article: title, authors, date line, outlet, address. Lines are read from the
 * top until the first that is running text; only what stands above the last line that bears a field
 * belongs to the head. Also the outlet that a line of the body names ("published previously in …")
 * and the dateline of an agency ("HAVANA, Nov. 6, 2013 (VOA) —"), which both stay in the body. */
#include "config.h"

#include "entente-structure-private.h"

#include "entente-byline.h"
#include "entente-written-dates.h"

#include <string.h>

#define MAX_HEAD_LINES 24
#define MAX_TITLE_CHARS 300

static const char updated_words[] =
  "updated|update|modified|revised|retrieved|accessed|aktualisiert|abgerufen|güncelleme|"
  "güncellendi|modifié|jour|consulté";
static const char date_words[] =
  "published|publication|posted|date|dated|on|at|last|issued|released|first|veröffentlicht|am|"
  "datum|stand|uhr|um|publié|publiée|le|à|yayın|yayınlanma|yayım|tarihi|tarih|saat|am|pm|updated|"
  "update|modified|revised|retrieved|accessed|aktualisiert|zuletzt|güncelleme|güncellendi|son|"
  "mis|jour|mise|a|p|m|a.m|p.m|the|of|local|time|hrs|h";

/* ---- kinds of line ---- */

static gboolean
is_url (EntenteSource *source, const EntenteTextLine *line)
{
  const char *p = source->text + line->first;
  gsize length = line->last - line->first;
  return memchr (p, ' ', length) == NULL &&
         (g_ascii_strncasecmp (p, "http://", MIN (length, 7)) == 0 ||
          g_ascii_strncasecmp (p, "https://", MIN (length, 8)) == 0 ||
          (length > 7 && g_ascii_strncasecmp (p, "www.", 4) == 0));
}

/* Of a wrapped text: a block of lines that ends as a sentence does is a paragraph. */
static gboolean
is_in_paragraph (EntenteSource *source, guint i)
{
  guint last = i;
  while (last + 1 < source->lines->len &&
         entente_source_line (source, last + 1)->role == ENTENTE_LINE_BODY)
    last++;
  const EntenteTextLine *end = entente_source_line (source, last);
  return last > i && entente_text_ends_sentence (source->text, end->first, end->last);
}

/* Running text: a sentence, or a line too long for anything else. */
static gboolean
is_running_text (EntenteSource *source, guint i)
{
  EntenteTextLine *line = entente_source_line (source, i);
  if (source->wrapped && is_in_paragraph (source, i))
    return TRUE;
  if (line->n_chars > MAX_TITLE_CHARS)
    return TRUE;
  if (!entente_text_ends_sentence (source->text, line->first, line->last))
    return line->n_chars > 200;
  g_autoptr (GArray) words = entente_words_cut (source->text, line->first, line->last);
  const char *last = g_utf8_prev_char (source->text + line->last);
  gunichar c = g_utf8_get_char (last);
  return words->len > (c == '?' || c == '!' || c == 0x61F ? 22 : 7);
}

static gboolean
same_words (const char *a, const char *b)
{
  g_autofree char *one = g_utf8_casefold (a, -1);
  g_autofree char *two = g_utf8_casefold (b, -1);
  return strcmp (one, two) == 0;
}

static char *
dup_line (EntenteSource *source, const EntenteTextLine *line)
{
  g_autoptr (GArray) words = entente_words_cut (source->text, line->first, line->last);
  return entente_words_join (source->text, words, 0, words->len);
}

/* ---- date lines ---- */

typedef struct {
  gboolean updated; /* says that it is the date of a change, or of reading */
  guint n_before; /* words before the date that are no words of a date line */
  guint n_after; /* the same behind it */
  gsize before_end; /* byte behind the last of the words before */
  gboolean closed; /* a full stop follows the date: it ends a sentence */
} DateLine;

/* "14:05", "9h30", "GMT+3", "BST": nothing that could be a name. */
static gboolean
is_time_word (const char *text, const EntenteTextWord *word, const char *folded)
{
  gboolean upper = TRUE, digits = FALSE;
  for (gsize p = word->start; p < word->end; p++) {
    digits |= g_ascii_isdigit (text[p]);
    upper &= g_ascii_isupper (text[p]) || g_ascii_ispunct (text[p]);
  }
  gsize length = strlen (folded);
  return digits || length == 0 || (upper && length >= 2 && length <= 4);
}

static void
read_date_words (EntenteSource *source,
                 const EntenteTextLine *line,
                 const EntenteWrittenDate *date,
                 DateLine *found)
{
  g_autoptr (GArray) words = entente_words_cut (source->text, line->first, line->last);
  for (guint i = 0; i < words->len; i++) {
    EntenteTextWord *word = &g_array_index (words, EntenteTextWord, i);
    gboolean before = word->start < date->start;
    if (word->end > date->start && word->start < date->end)
      continue;
    g_autofree char *folded = entente_word_fold (source->text, word);
    found->updated |= before && entente_list_has (updated_words, folded);
    if (entente_list_has (date_words, folded) || is_time_word (source->text, word, folded) ||
        entente_word_is_weekday (folded, strlen (folded)))
      continue;
    if (before) {
      found->n_before++;
      found->before_end = word->end;
    } else
      found->n_after++;
  }
}

static void
set_published (EntenteSource *source, const EntenteWrittenDate *date)
{
  EntenteStructure *structure = source->structure;
  if (structure->published != NULL)
    return;
  structure->published = entente_date_ref (date->date);
  entente_structure_add_part (structure,
                              ENTENTE_STRUCTURE_PUBLISHED,
                              date->start,
                              date->end,
                              g_strdup (date->date->edtf));
}

static void
set_publication (EntenteSource *source, gsize start, gsize end)
{
  EntenteStructure *structure = source->structure;
  while (end > start && (strchr (",;:.|-", source->text[end - 1]) != NULL ||
                         g_ascii_isspace (source->text[end - 1])))
    end--;
  if (structure->publication != NULL || end <= start)
    return;
  structure->publication = g_strndup (source->text + start, end - start);
  entente_structure_add_part (structure,
                              ENTENTE_STRUCTURE_PUBLICATION,
                              start,
                              end,
                              g_strdup (structure->publication));
}

static void
set_authors (EntenteSource *source, GPtrArray *authors)
{
  for (guint i = 0; i < authors->len; i++) {
    EntenteByline *author = authors->pdata[i];
    if (g_ptr_array_find_with_equal_func (source->structure->authors,
                                          author->name,
                                          g_str_equal,
                                          NULL))
      continue;
    g_ptr_array_add (source->structure->authors, g_strdup (author->name));
    entente_structure_add_part (source->structure,
                                ENTENTE_STRUCTURE_AUTHOR,
                                author->start,
                                author->end,
                                g_strdup (author->name));
  }
}

/* Dates of the line, moved to bytes of the source. */
static GArray *
find_dates (EntenteSource *source, gsize start, gsize end)
{
  GArray *dates = entente_written_dates_find (source->text + start, (gssize) (end - start));
  for (guint i = 0; i < dates->len; i++) {
    g_array_index (dates, EntenteWrittenDate, i).start += start;
    g_array_index (dates, EntenteWrittenDate, i).end += start;
  }
  return dates;
}

/* "Voice of America, 2014-12-22": a capital, a sign between, no sentence. */
static gboolean
names_outlet (EntenteSource *source, const EntenteTextLine *line, const DateLine *found)
{
  EntenteTextWord first = { line->first, line->last };
  const char *rest = source->text + found->before_end - 1;
  return entente_word_is_capital (source->text, &first) && !found->closed &&
         (strchr (",|:-", *rest) != NULL || g_str_has_prefix (rest + 1, " |") ||
          g_str_has_prefix (rest + 1, " -") || g_str_has_prefix (rest + 1, " –") ||
          g_str_has_prefix (rest + 1, " —") || g_str_has_prefix (rest + 1, " ·"));
}

/* What stands before the date on its line: an author ("By A. Smith | 3 May 2018"), or the outlet.
 */
static gboolean
read_before_date (EntenteSource *source, const EntenteTextLine *line, const DateLine *found)
{
  g_autoptr (GPtrArray) authors =
    g_ptr_array_new_with_free_func ((GDestroyNotify) entente_byline_free);
  if (entente_byline_read (source->text, line->first, found->before_end, authors) ==
      ENTENTE_BYLINE_SURE) {
    set_authors (source, authors);
    return TRUE;
  }
  if (found->n_before > 6 || found->updated || source->structure->title == NULL ||
      !names_outlet (source, line, found))
    return FALSE;
  if (found->n_before > 1) /* one word is as likely a place: "Paris, 12 December 1958" */
    set_publication (source, line->first, found->before_end);
  return TRUE;
}

static gboolean
read_date_line (EntenteSource *source, EntenteTextLine *line)
{
  if (line->n_chars > 120)
    return FALSE;
  g_autoptr (GArray) dates = find_dates (source, line->first, line->last);
  if (dates->len == 0)
    return FALSE;
  const EntenteWrittenDate *date = &g_array_index (dates, EntenteWrittenDate, 0);
  DateLine found = { .closed = date->end < line->last && source->text[date->end] == '.' };
  read_date_words (source, line, date, &found);
  if (date->precision < ENTENTE_PRECISION_MONTH || found.n_after > 0)
    return FALSE;
  if (found.n_before > 0 && !read_before_date (source, line, &found))
    return FALSE;
  line->role = found.updated || found.n_before == 1 ? ENTENTE_LINE_LEFT_OUT : ENTENTE_LINE_DATE;
  if (!found.updated)
    set_published (source, date);
  return TRUE;
}

/* A line with a date follows. */
static gboolean
precedes_date (EntenteSource *source, guint i)
{
  for (i++; i < source->lines->len; i++) {
    EntenteTextLine *line = entente_source_line (source, i);
    if (line->role == ENTENTE_LINE_BLANK)
      continue;
    g_autoptr (GArray) dates = find_dates (source, line->first, line->last);
    return line->n_chars <= 80 && dates->len > 0;
  }
  return FALSE;
}

/* ---- the other lines ---- */

static gboolean
read_byline (EntenteSource *source, guint i)
{
  EntenteTextLine *line = entente_source_line (source, i);
  g_autoptr (GPtrArray) authors =
    g_ptr_array_new_with_free_func ((GDestroyNotify) entente_byline_free);
  EntenteBylineKind kind = entente_byline_read (source->text, line->first, line->last, authors);
  gboolean beside_title = source->structure->title != NULL && i > 0 &&
                          source->structure->authors->len == 0 && precedes_date (source, i);
  if (kind == ENTENTE_BYLINE_NONE || (kind == ENTENTE_BYLINE_NAMES && !beside_title))
    return FALSE;
  set_authors (source, authors);
  line->role = ENTENTE_LINE_AUTHOR;
  return TRUE;
}

static gboolean
read_title (EntenteSource *source, EntenteTextLine *line)
{
  g_autofree char *title = dup_line (source, line);
  EntenteStructure *structure = source->structure;
  if (structure->title != NULL && !same_words (structure->title, title))
    return FALSE;
  line->role = ENTENTE_LINE_TITLE;
  if (structure->title == NULL) {
    entente_structure_add_part (structure,
                                ENTENTE_STRUCTURE_TITLE,
                                line->first,
                                line->last,
                                g_strdup (title));
    structure->title = g_steal_pointer (&title);
  }
  return TRUE;
}

static gboolean
read_outlet_line (EntenteSource *source, EntenteTextLine *line)
{
  static const char *const starts[] = { "From ",     "Source: ", "Quelle: ",     "Aus: ",
                                        "Source : ", "Kaynak: ", "Publication: " };
  const char *p = source->text + line->first;
  if (source->structure->title == NULL || line->n_chars > 80)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++) {
    gsize start = line->first + strlen (starts[i]);
    if (start >= line->last || strncmp (p, starts[i], strlen (starts[i])) != 0)
      continue;
    if (strncmp (source->text + start, "the ", 4) == 0)
      start += 4;
    set_publication (source, start, line->last);
    line->role = ENTENTE_LINE_PUBLICATION;
    return TRUE;
  }
  return FALSE;
}

static gboolean
read_url (EntenteSource *source, EntenteTextLine *line)
{
  if (!is_url (source, line))
    return FALSE;
  line->role = ENTENTE_LINE_URL;
  g_autofree char *url = dup_line (source, line);
  if (source->structure->url == NULL) {
    entente_structure_add_part (source->structure,
                                ENTENTE_STRUCTURE_URL,
                                line->first,
                                line->last,
                                g_strdup (url));
    source->structure->url = g_steal_pointer (&url);
  }
  return TRUE;
}

static gboolean
read_field (EntenteSource *source, guint i)
{
  EntenteTextLine *line = entente_source_line (source, i);
  return read_url (source, line) || read_date_line (source, line) || read_byline (source, i) ||
         read_outlet_line (source, line);
}

/* Lines between fields that are none themselves: a subtitle, a kicker. */
static void
leave_out (EntenteSource *source, guint first, guint last)
{
  for (guint i = first; i < last; i++) {
    EntenteTextLine *line = entente_source_line (source, i);
    if (line->role == ENTENTE_LINE_BODY)
      line->role = ENTENTE_LINE_LEFT_OUT;
  }
}

static void
read_lines (EntenteSource *source)
{
  guint n_read = 0, head_end = 0;
  for (guint i = 0; i < source->lines->len && n_read < MAX_HEAD_LINES; i++) {
    EntenteTextLine *line = entente_source_line (source, i);
    if (line->role != ENTENTE_LINE_BODY)
      continue;
    n_read++;
    if (!read_field (source, i)) {
      if (is_running_text (source, i))
        break;
      if (!read_title (source, line))
        continue;
    }
    head_end = i + 1;
  }
  leave_out (source, 0, head_end);
}

/* ---- what the body says of its outlet and date ---- */

static EntenteTextLine *
find_body_line (EntenteSource *source, guint n)
{
  for (guint i = 0; i < source->lines->len; i++) {
    EntenteTextLine *line = entente_source_line (source, i);
    if (line->role == ENTENTE_LINE_BODY && n-- == 0)
      return line;
  }
  return NULL;
}

/* "KABUL, Nov. 6, 2013 (Agency) — ": capitals, a date, a dash, within the first words. */
static void
read_dateline (EntenteSource *source)
{
  EntenteTextLine *line = find_body_line (source, 0);
  if (line == NULL || source->structure->published != NULL)
    return;
  gsize end = line->first + MIN (line->last - line->first, 160);
  while (((guchar) source->text[end] & 0xC0) == 0x80)
    end--;
  g_autoptr (GArray) dates = find_dates (source, line->first, end);
  if (dates->len == 0)
    return;
  EntenteWrittenDate *date = &g_array_index (dates, EntenteWrittenDate, 0);
  if (date->start - line->first > 60 || date->precision != ENTENTE_PRECISION_DAY)
    return;
  for (gsize p = line->first; p < date->start; p++) {
    if (g_ascii_islower (source->text[p]))
      return;
  }
  static const char *const dashes[] = { "—", "–", " - ", "--" };
  const char *rest = source->text + date->end;
  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++) {
    if (g_strstr_len (rest, MIN (40, (gssize) (end - date->end)), dashes[i]) != NULL)
      set_published (source, date);
  }
}

static void
read_publication_phrase (EntenteSource *source, const EntenteTextLine *line)
{
  static const char *const phrases[] = {
    "published previously in ",
    "previously published in ",
    "originally published in ",
    "first published in ",
    "originally appeared in ",
    "first appeared in ",
    "previously appeared in ",
    "was published in ",
    "zuerst erschienen in ",
    "ursprünglich erschienen in ",
    "paru dans ",
    "publié dans ",
  };
  if (line->n_chars > 200)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++) {
    gssize length = (gssize) (line->last - line->first);
    const char *p = g_strstr_len (source->text + line->first, length, phrases[i]);
    if (p == NULL)
      continue;
    gsize start = (gsize) (p - source->text) + strlen (phrases[i]);
    g_autoptr (GArray) dates = find_dates (source, start, line->last);
    gsize end = dates->len > 0 ? g_array_index (dates, EntenteWrittenDate, 0).start : line->last;
    const char *stop = memchr (source->text + start, ',', end - start);
    set_publication (source, start, stop != NULL ? (gsize) (stop - source->text) : end);
    if (dates->len > 0)
      set_published (source, &g_array_index (dates, EntenteWrittenDate, 0));
    return;
  }
}

void
entente_structure_read_head (EntenteSource *source)
{
  read_lines (source);
  read_dateline (source);
  for (guint i = 0; i < source->lines->len; i++) {
    EntenteTextLine *line = entente_source_line (source, i);
    if (line->role == ENTENTE_LINE_BODY)
      read_publication_phrase (source, line);
  }
}

/* ---- where each line is told ---- */

static void
take_title (EntenteSource *source, const EntenteTextLine *line)
{
  EntenteStructure *structure = source->structure;
  g_autofree char *words = dup_line (source, line);
  g_autofree char *before = NULL;
  if (structure->title != NULL && same_words (structure->title, words))
    return;
  before = structure->title;
  structure->title =
    before != NULL ? g_strconcat (before, " ", words, NULL) : g_steal_pointer (&words);
  entente_structure_add_part (structure,
                              ENTENTE_STRUCTURE_TITLE,
                              line->first,
                              line->last,
                              dup_line (source, line));
}

/* A line that is no byline to a reader is the name as it stands. */
static void
take_authors (EntenteSource *source, const EntenteTextLine *line)
{
  g_autoptr (GPtrArray) authors =
    g_ptr_array_new_with_free_func ((GDestroyNotify) entente_byline_free);
  if (entente_byline_read (source->text, line->first, line->last, authors) == ENTENTE_BYLINE_NONE) {
    EntenteByline *whole = g_new (EntenteByline, 1);
    *whole = (EntenteByline){ line->first, line->last, dup_line (source, line) };
    g_ptr_array_set_size (authors, 0);
    g_ptr_array_add (authors, whole);
  }
  set_authors (source, authors);
}

static void
take_date (EntenteSource *source, const EntenteTextLine *line)
{
  g_autoptr (GArray) dates = find_dates (source, line->first, line->last);
  if (dates->len > 0)
    set_published (source, &g_array_index (dates, EntenteWrittenDate, 0));
}

static void
take_line (EntenteSource *source, EntenteTextLine *line)
{
  switch (line->role) {
  case ENTENTE_LINE_TITLE:
    take_title (source, line);
    break;
  case ENTENTE_LINE_AUTHOR:
    take_authors (source, line);
    break;
  case ENTENTE_LINE_DATE:
    take_date (source, line);
    break;
  case ENTENTE_LINE_PUBLICATION:
    set_publication (source, line->first, line->last);
    break;
  case ENTENTE_LINE_URL:
    if (source->structure->url == NULL)
      source->structure->url = dup_line (source, line);
    break;
  default:
    break;
  }
}

void
entente_structure_take_head (EntenteSource *source)
{
  for (guint i = 0; i < source->lines->len; i++)
    take_line (source, entente_source_line (source, i));
}
