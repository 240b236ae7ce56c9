/* Passages cut out of the text of a revision, and the notes that carry them.
 */
#include "config.h"

#include "entente-article.h"

#define CONTEXT_LENGTH 32 /* code points kept before and after a quote */

static char *
cut_text (const char *text, gint64 start, gint64 end)
{
  const char *from = g_utf8_offset_to_pointer (text, start);
  const char *to = g_utf8_offset_to_pointer (from, end - start);

  return from == to ? NULL : g_strndup (from, to - from);
}

EntentePassage *
entente_passage_new_from_text (EntenteId revision, const char *text, gint64 start, gint64 end)
{
  gint64 length = g_utf8_strlen (text, -1);
  EntentePassage *passage;

  g_return_val_if_fail (start >= 0 && start <= end && end <= length, NULL);
  passage = entente_passage_new ();
  passage->revision = revision;
  passage->start = start;
  passage->end = end;
  passage->quote = cut_text (text, start, end);
  passage->prefix = cut_text (text, MAX (start - CONTEXT_LENGTH, 0), start);
  passage->suffix = cut_text (text, end, MIN (end + CONTEXT_LENGTH, length));
  return passage;
}

int
entente_footnote_compare_positions (gconstpointer a, gconstpointer b)
{
  const EntenteFootnote *one = *(const EntenteFootnote *const *) a;
  const EntenteFootnote *other = *(const EntenteFootnote *const *) b;

  if (one->position != other->position)
    return one->position < other->position ? -1 : 1;
  return (one->record.id > other->record.id) - (one->record.id < other->record.id);
}

/* Whether a sentence is over behind @letter; @was tells it for the letter before. Quotes and
 * brackets that close do not change it. */
static gboolean
is_over (gboolean was, gunichar letter)
{
  switch (g_unichar_type (letter)) {
  case G_UNICODE_CLOSE_PUNCTUATION:
  case G_UNICODE_FINAL_PUNCTUATION:
    return was;
  default:
    if (letter == '"' || letter == '\'')
      return was;
    return letter == '.' || letter == '!' || letter == '?' || letter == 0x2026 /* … */;
  }
}

/* How many letters behind the passage belong to its last sentence, as far as the suffix tells. */
static gint64
measure_reach (const EntentePassage *passage)
{
  gboolean over = FALSE;
  gint64 reach = 0;

  for (const char *p = passage->quote; p && *p; p = g_utf8_next_char (p))
    over = is_over (over, g_utf8_get_char (p));
  for (const char *p = passage->suffix; p && *p; p = g_utf8_next_char (p)) {
    gunichar letter = g_utf8_get_char (p);

    if (letter == '\n' || (over && g_unichar_isspace (letter)))
      break;
    over = is_over (over, letter);
    reach++;
  }
  return reach;
}

EntenteFootnote *
entente_passage_find_footnote (const EntentePassage *passage, const GPtrArray *footnotes)
{
  gint64 reach = measure_reach (passage);
  EntenteFootnote *within = NULL;

  for (guint i = 0; i < footnotes->len; i++) {
    EntenteFootnote *note = g_ptr_array_index (footnotes, i);

    if (note->position >= passage->end)
      return within == NULL && note->position <= passage->end + reach ? note : within;
    if (note->position >= passage->start)
      within = note;
  }
  return within;
}
