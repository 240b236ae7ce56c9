/* Pages to lines, lines to paragraphs. What stands at the same place of several pages and differs
 * in figures at most is the head or foot of the pages. */
#include "config.h"

#include "entente-letters.h"
#include "entente-page-lines.h"

#include <string.h>

#define EDGE_LINES 3 /* at the top and bottom of a page, where heads and feet are looked for */
#define MAX_EDGE_CHARS 160
#define MIN_LINE_BYTES 30 /* of one that goes on: a heading is shorter */

typedef struct {
  char *text; /* trimmed */
  guint page;
  gboolean is_dropped;
} Line;

static void
clear_line (gpointer data)
{
  g_free (((Line *) data)->text);
}

static Line *
get_line (GArray *lines, guint i)
{
  return &g_array_index (lines, Line, i);
}

static GArray *
cut (const char *text, guint *n_pages)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (Line));
  g_auto (GStrv) pages = g_strsplit (text, "\f", -1);
  g_array_set_clear_func (lines, clear_line);
  *n_pages = 0;
  for (guint page = 0; pages[page] != NULL; page++) {
    g_auto (GStrv) of_page = g_strsplit (pages[page], "\n", -1);
    for (guint i = 0; of_page[i] != NULL; i++) {
      Line line = { g_strdup (g_strstrip (of_page[i])), page, FALSE };
      g_array_append_val (lines, line);
      if (*line.text != '\0')
        *n_pages = page + 1;
    }
  }
  return lines;
}

/* ---- heads and feet ---- */

/* Figures as "#", so that "Page 3 of 9" is the same on every page. */
static char *
normalise (const char *text)
{
  GString *same = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p++) {
    if (!g_ascii_isdigit (*p))
      g_string_append_c (same, g_ascii_tolower (*p));
    else if (same->len == 0 || same->str[same->len - 1] != '#')
      g_string_append_c (same, '#');
  }
  return g_string_free (same, FALSE);
}

/* "12", "- 12 -", "Page 12", "12 of 20", "12/20": nothing but the number of a page. */
static gboolean
is_page_number (const char *text)
{
  static const char *const words[] = { "page", "seite", "sayfa", "p", "s", "of", "von", "sur", "" };
  g_autofree char *small = entente_letters_down (text, -1);
  g_auto (GStrv) parts = g_strsplit_set (small, " .-–—/|[]()", -1);
  guint n_figures = 0;
  for (guint i = 0; parts[i] != NULL; i++) {
    gsize n = strlen (parts[i]);
    gboolean is_figure = n > 0 && n <= 4 && strspn (parts[i], "0123456789") == n;
    n_figures += is_figure;
    if (!is_figure && !g_strv_contains (words, parts[i]) && n > 0 && (guchar) parts[i][0] < 0x80)
      return FALSE;
  }
  return n_figures >= 1 && n_figures <= 2 && strlen (text) < 24;
}

typedef struct {
  guint lines[EDGE_LINES];
  guint n;
} Edge;

/* The first (@step 1) or last (-1) lines that say something in [first, last). */
static Edge
find_edge (GArray *lines, guint first, guint last, int step)
{
  Edge edge = { .n = 0 };
  for (guint k = 0; k < last - first && edge.n < EDGE_LINES; k++) {
    guint i = step > 0 ? first + k : last - 1 - k;
    if (*get_line (lines, i)->text != '\0')
      edge.lines[edge.n++] = i;
  }
  return edge;
}

static char *
get_key (GArray *lines, const Edge *edge, guint k, int step)
{
  g_autofree char *same = normalise (get_line (lines, edge->lines[k])->text);
  return g_strdup_printf ("%d %s", step, same);
}

typedef void (*EdgeFunc) (GArray *lines, const Edge *edge, int step, GHashTable *counts, guint n);

static void
for_each_edge (GArray *lines, EdgeFunc func, GHashTable *counts, guint n)
{
  for (guint first = 0, last; first < lines->len; first = last) {
    for (last = first;
         last < lines->len && get_line (lines, last)->page == get_line (lines, first)->page;)
      last++;
    for (int step = 1; step >= -1; step -= 2) {
      Edge edge = find_edge (lines, first, last, step);
      func (lines, &edge, step, counts, n);
    }
  }
}

static void
count_edge (GArray *lines, const Edge *edge, int step, GHashTable *counts, guint n_pages)
{
  for (guint k = 0; k < edge->n; k++) {
    char *key = get_key (lines, edge, k, step);
    guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));
    g_hash_table_replace (counts, key, GUINT_TO_POINTER (n + 1));
  }
}

/* From the edge inwards, up to the first line that is no head or foot. */
static void
drop_edge (GArray *lines, const Edge *edge, int step, GHashTable *counts, guint n_pages)
{
  for (guint k = 0; k < edge->n; k++) {
    Line *line = get_line (lines, edge->lines[k]);
    g_autofree char *key = get_key (lines, edge, k, step);
    guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));
    gboolean repeated = n >= 3 && n * 2 >= n_pages && strlen (line->text) <= MAX_EDGE_CHARS;
    if (n_pages == 2)
      repeated = n == 2 && strlen (line->text) <= MAX_EDGE_CHARS;
    gboolean is_number = is_page_number (line->text) && (n >= 2 || strlen (line->text) <= 3);
    if (!repeated && !(k <= 1 && is_number))
      return;
    line->is_dropped = TRUE;
  }
}

static guint
drop_furniture (GArray *lines, guint n_pages)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = 0;
  for_each_edge (lines, count_edge, counts, n_pages);
  for_each_edge (lines, drop_edge, counts, n_pages);
  for (guint i = 0; i < lines->len; i++)
    n += get_line (lines, i)->is_dropped;
  return n;
}

/* ---- notes at the foot ---- */

/* "3 Bay Post, 2 April 2017": the number that is due, then a capital or a quotation mark. Behind
 * it, or NULL. */
static const char *
read_note_start (const char *text, guint number)
{
  gsize n = strspn (text, "0123456789");
  const char *p = text + n;
  if (n == 0 || n > 3 || strtoul (text, NULL, 10) != number)
    return NULL;
  p += strspn (p, ".)] \t");
  gunichar c = g_utf8_get_char (p);
  return p > text + n &&
             (g_unichar_isupper (c) || c == 0x201C || c == '"' || g_str_has_prefix (p, "http"))
           ? p
           : NULL;
}

/* The line behind which nothing stands on the page but the note and its continuation, or more
 * notes. */
static gboolean
is_last_block (GArray *lines, guint i)
{
  guint page = get_line (lines, i)->page;
  guint n_below = 0;
  for (; i < lines->len && get_line (lines, i)->page == page; i++)
    n_below += *get_line (lines, i)->text != '\0' && !get_line (lines, i)->is_dropped;
  return n_below <= 12;
}

/* Notes go to the parts and are dropped from the lines. */
static guint
take_notes (EntenteArticleParts *parts, GArray *lines)
{
  guint number = 1;
  for (guint i = 0; i < lines->len; i++) {
    Line *line = get_line (lines, i);
    const char *text = line->is_dropped ? NULL : read_note_start (line->text, number);
    gboolean starts_block =
      i > 0 && (*get_line (lines, i - 1)->text == '\0' || get_line (lines, i - 1)->is_dropped);
    g_autofree char *key = NULL;
    if (text == NULL || !starts_block || !is_last_block (lines, i))
      continue;
    key = g_strdup_printf ("%u", number);
    entente_article_parts_begin_note (parts, key);
    entente_article_parts_add (parts, text, -1);
    line->is_dropped = TRUE;
    number++;
    for (guint k = i + 1; k < lines->len && get_line (lines, k)->page == line->page; k++) {
      Line *next = get_line (lines, k);
      if (*next->text == '\0' || next->is_dropped || read_note_start (next->text, number) != NULL)
        break;
      entente_article_parts_add (parts, " ", 1);
      entente_article_parts_add (parts, next->text, -1);
      next->is_dropped = TRUE;
      i = k;
    }
    entente_article_parts_end_note (parts);
  }
  return number - 1;
}

/* ---- words and paragraphs ---- */

static gboolean
has_word (GHashTable *words, const char *start, const char *end)
{
  g_autofree char *word = g_utf8_casefold (start, end - start);
  return g_hash_table_contains (words, word);
}

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalnum (c) || c == '-' || g_unichar_ismark (c);
}

/* Words within lines, so that "cease-" and "fire" can be looked up as "cease-fire" and "ceasefire".
 */
static GHashTable *
collect_words (GArray *lines)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < lines->len; i++) {
    const char *p = get_line (lines, i)->text;
    while (*p != '\0') {
      const char *start = p;
      while (*p != '\0' && is_word_char (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (p > start && p[-1] != '-')
        g_hash_table_add (words, g_utf8_casefold (start, p - start));
      if (*p != '\0')
        p = g_utf8_next_char (p);
    }
  }
  return words;
}

/* The line ends in a hyphen and a small letter follows: one word, with the hyphen or without. TRUE:
 * without. */
static gboolean
is_parted (GHashTable *words, const char *line, const char *next)
{
  gsize n = strlen (line);
  const char *start = line + n - 1;
  const char *end = next;
  if (n < 3 || line[n - 1] != '-' || !g_unichar_islower (g_utf8_get_char (next)) ||
      !g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (line + n - 1))))
    return FALSE;
  while (start > line && is_word_char (g_utf8_get_char (g_utf8_prev_char (start))))
    start = g_utf8_prev_char (start);
  while (*end != '\0' && is_word_char (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  g_autofree char *first = g_strndup (start, (gsize) (line + n - 1 - start));
  g_autofree char *second = g_strndup (next, (gsize) (end - next));
  g_autofree char *with = g_strdup_printf ("%s-%s", first, second);
  g_autofree char *without = g_strconcat (first, second, NULL);
  if (has_word (words, without, without + strlen (without)))
    return TRUE;
  return strchr (first, '-') == NULL && !has_word (words, with, with + strlen (with));
}

/* A paragraph goes on over the end of a page or column when its sentence does. */
static gboolean
goes_on (const char *last, const char *next)
{
  gsize n = strlen (last);
  return n >= MIN_LINE_BYTES && strchr (".!?:;\"”)]", last[n - 1]) == NULL &&
         g_unichar_islower (g_utf8_get_char (next));
}

static void
add_lines (EntenteArticleParts *parts, GArray *lines, EntentePageLines *found)
{
  g_autoptr (GHashTable) words = collect_words (lines);
  const char *last = NULL; /* line of the paragraph that is open */
  guint last_page = 0;
  gboolean blank = FALSE;
  for (guint i = 0; i < lines->len; i++) {
    const Line *line = get_line (lines, i);
    gsize n = last != NULL ? strlen (last) : 0;
    if (line->is_dropped || *line->text == '\0') {
      blank = TRUE;
      continue;
    }
    if (last != NULL && (blank || line->page != last_page) && !goes_on (last, line->text)) {
      entente_article_parts_add (parts, last, (gssize) n);
      entente_article_parts_end_paragraph (parts);
      last = NULL;
    }
    if (last != NULL) {
      gboolean parted = is_parted (words, last, line->text);
      gboolean hyphen = n > 1 && last[n - 1] == '-' && !g_ascii_isspace (last[n - 2]);
      found->n_mended += parted;
      entente_article_parts_add (parts, last, (gssize) (n - (parted ? 1 : 0)));
      if (!parted && !hyphen)
        entente_article_parts_add (parts, " ", 1);
    }
    last = line->text;
    last_page = line->page;
    blank = FALSE;
    found->n_chars += (guint) strlen (line->text);
  }
  if (last != NULL)
    entente_article_parts_add (parts, last, -1);
  entente_article_parts_end_paragraph (parts);
}

EntentePageLines
entente_page_lines_read (EntenteArticleParts *parts, const char *text)
{
  EntentePageLines found = { 0 };
  guint n_pages;
  g_autoptr (GArray) lines = cut (text, &n_pages);
  found.n_furniture = drop_furniture (lines, n_pages);
  found.n_notes = take_notes (parts, lines);
  add_lines (parts, lines, &found);
  return found;
}
