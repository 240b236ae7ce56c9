/* Passages cut out of the text of a revision.
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
