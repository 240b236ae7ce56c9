/* Lines and words of a pasted text, as the readers of its structure need them. Pure functions over
 * borrowed text; nothing here knows what an article is. */
#include "config.h"

#include "entente-text-lines.h"

#include <string.h>

#define HEADING_CHARS 90
#define HEADING_WORDS 14

static gboolean
ends_line (gunichar c)
{
  return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static void
measure_line (const char *text, EntenteTextLine *line)
{
  const char *first = text + line->start;
  const char *last = text + line->end;
  while (first < last && g_unichar_isspace (g_utf8_get_char (first)))
    first = g_utf8_next_char (first);
  while (last > first && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (last))))
    last = g_utf8_prev_char (last);
  line->first = (gsize) (first - text);
  line->last = (gsize) (last - text);
  line->n_chars = (guint) g_utf8_strlen (first, last - first);
  line->role = line->n_chars > 0 ? ENTENTE_LINE_BODY : ENTENTE_LINE_BLANK;
}

GArray *
entente_lines_cut (const char *text, gsize length)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (EntenteTextLine));
  const char *end = text + length;
  for (const char *p = text; p < end;) {
    EntenteTextLine line = { .start = (gsize) (p - text) };
    while (p < end && !ends_line (g_utf8_get_char (p)))
      p = g_utf8_next_char (p);
    line.end = (gsize) (p - text);
    measure_line (text, &line);
    g_array_append_val (lines, line);
    if (p + 1 < end && p[0] == '\r' && p[1] == '\n')
      p++;
    if (p < end)
      p = g_utf8_next_char (p);
  }
  return lines;
}

GArray *
entente_words_cut (const char *text, gsize start, gsize end)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (EntenteTextWord));
  const char *p = text + start;
  const char *stop = text + end;
  while (p < stop) {
    while (p < stop && g_unichar_isspace (g_utf8_get_char (p)))
      p = g_utf8_next_char (p);
    EntenteTextWord word = { .start = (gsize) (p - text) };
    while (p < stop && !g_unichar_isspace (g_utf8_get_char (p)))
      p = g_utf8_next_char (p);
    word.end = (gsize) (p - text);
    if (word.end > word.start)
      g_array_append_val (words, word);
  }
  return words;
}

char *
entente_words_join (const char *text, GArray *words, guint first, guint last)
{
  GString *joined = g_string_new (NULL);
  for (guint i = first; i < last; i++) {
    const EntenteTextWord *word = &g_array_index (words, EntenteTextWord, i);
    if (i > first)
      g_string_append_c (joined, ' ');
    g_string_append_len (joined, text + word->start, (gssize) (word->end - word->start));
  }
  return g_string_free (joined, FALSE);
}

char *
entente_word_fold (const char *text, const EntenteTextWord *word)
{
  const char *start = text + word->start;
  const char *end = text + word->end;
  while (start < end && !g_unichar_isalnum (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (end))) &&
         !g_unichar_ismark (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_utf8_casefold (start, end - start);
}

gboolean
entente_list_has (const char *list, const char *word)
{
  gsize length = strlen (word);
  if (length == 0)
    return FALSE;
  for (const char *p = list; p != NULL; p = strchr (p, '|')) {
    p += *p == '|';
    if (strncmp (p, word, length) == 0 && (p[length] == '|' || p[length] == '\0'))
      return TRUE;
  }
  return FALSE;
}

gboolean
entente_word_is_capital (const char *text, const EntenteTextWord *word)
{
  gunichar c = g_utf8_get_char (text + word->start);
  return g_unichar_isalpha (c) && !g_unichar_islower (c);
}

gboolean
entente_text_ends_sentence (const char *text, gsize start, gsize end)
{
  const char *p = text + end;
  gboolean digits = FALSE; /* the mark of a note, when nothing parts it from the sentence */
  while (p > text + start) {
    p = g_utf8_prev_char (p);
    gunichar c = g_utf8_get_char (p);
    GUnicodeType type = g_unichar_type (c);
    if (digits && g_unichar_isspace (c))
      return FALSE;
    digits |= g_unichar_isdigit (c);
    if (c == '"' || c == '\'' || c == ')' || c == ']' || c == '[' ||
        type == G_UNICODE_OTHER_NUMBER || g_unichar_isspace (c) ||
        type == G_UNICODE_FINAL_PUNCTUATION || g_unichar_isdigit (c))
      continue;
    return c == '.' || c == '!' || c == '?' || c == ':' || c == ';' || c == 0x2026 || c == 0x61F ||
           c == 0x6D4 || c == 0x3002;
  }
  return FALSE;
}

gboolean
entente_text_is_heading (const char *paragraph, gsize length)
{
  EntenteTextLine line = { .end = length };
  measure_line (paragraph, &line);
  if (line.n_chars == 0 || line.n_chars > HEADING_CHARS)
    return FALSE;
  g_autoptr (GArray) words = entente_words_cut (paragraph, line.first, line.last);
  gunichar last = g_utf8_get_char (g_utf8_prev_char (paragraph + line.last));
  return words->len <= HEADING_WORDS && last != ',' && last != '.' && last != ';' && last != ']' &&
         !(last == ':' && words->len > 6);
}

gboolean
entente_text_begins_address (const char *p, const char *end)
{
  static const char *const starts[] = { "http://", "https://", "www." };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++) {
    gsize length = strlen (starts[i]);

    if ((gsize) (end - p) >= length && g_ascii_strncasecmp (p, starts[i], length) == 0)
      return TRUE;
  }
  return FALSE;
}
