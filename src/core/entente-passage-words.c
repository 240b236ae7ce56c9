/* Marks are cut out of the quote one after the other, and what they leave is closed up. */
#include "config.h"

#include "entente-passage-words.h"

#include <string.h>

#define MAX_FIGURES 3 /* of the number of a note */

static gboolean
is_raised (gunichar c)
{
  return c == 0xb9 || c == 0xb2 || c == 0xb3 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
}

/* Bytes of "[3]" at @at; 0 when there is none. */
static gsize
measure_bracket (const char *at)
{
  gsize n = 0;

  if (*at != '[')
    return 0;
  while (n <= MAX_FIGURES && g_ascii_isdigit (at[1 + n]))
    n++;
  return n > 0 && n <= MAX_FIGURES && at[1 + n] == ']' ? n + 2 : 0;
}

static gsize
measure_raised (const char *at)
{
  const char *end = at;

  while (is_raised (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  return (gsize) (end - at);
}

/* Bytes of the mark of a note that stands at code point @place of the text. */
static gsize
measure_note (const char *at, gint64 place, const GPtrArray *footnotes)
{
  for (guint i = 0; footnotes && i < footnotes->len; i++) {
    const EntenteFootnote *note = g_ptr_array_index (footnotes, i);

    if (note->position == place && note->marker && g_str_has_prefix (at, note->marker))
      return strlen (note->marker);
  }
  return 0;
}

static gsize
measure_mark (const char *at, gint64 place, const GPtrArray *footnotes)
{
  gsize length = measure_bracket (at);

  if (length == 0)
    length = measure_raised (at);
  return length > 0 ? length : measure_note (at, place, footnotes);
}

/* A mark between two spaces leaves one; before a comma, none. */
static void
close_up (GString *words, const char *rest)
{
  gboolean ends = *rest == '\0' || strchr (" \n\t.,;:!?", *rest) != NULL;

  while (ends && words->len > 0 && g_ascii_isspace (words->str[words->len - 1]))
    g_string_truncate (words, words->len - 1);
}

char *
entente_passage_dup_words (const EntentePassage *passage, const GPtrArray *footnotes)
{
  g_autoptr (GString) words = g_string_new (NULL);
  gint64 place = passage->start;

  for (const char *at = passage->quote ? passage->quote : ""; *at != '\0';) {
    gsize length = measure_mark (at, place, footnotes);
    const char *next = at + length;

    if (length == 0) {
      next = g_utf8_next_char (at);
      g_string_append_len (words, at, next - at);
    } else {
      close_up (words, next);
    }
    place += g_utf8_strlen (at, next - at);
    at = next;
  }
  return g_string_free (g_steal_pointer (&words), FALSE);
}
