/* Mends a selection: a mark of a note belongs to the sentence before it, a letter that was missed
 * to its word. Main thread.
 */
#include "config.h"

#include "entente-article-words.h"

/* Offset behind "[3]" when such a mark holds @iter or begins there; -1 when none does. */
static int
find_mark_end (const GtkTextIter *iter, int *start)
{
  GtkTextIter first = *iter, last;

  while (g_unichar_isdigit (gtk_text_iter_get_char (&first)) &&
         gtk_text_iter_backward_char (&first))
    continue;
  if (gtk_text_iter_get_char (&first) == ']')
    while (gtk_text_iter_backward_char (&first) &&
           g_unichar_isdigit (gtk_text_iter_get_char (&first)))
      continue;
  if (gtk_text_iter_get_char (&first) != '[')
    return -1;
  last = first;
  while (gtk_text_iter_forward_char (&last) && g_unichar_isdigit (gtk_text_iter_get_char (&last)))
    continue;
  if (gtk_text_iter_get_char (&last) != ']')
    return -1;
  *start = gtk_text_iter_get_offset (&first);
  return gtk_text_iter_get_offset (&last) + 1;
}

static gboolean
skip_forward (GtkTextIter *start)
{
  int first, behind = find_mark_end (start, &first);

  if (behind >= 0)
    gtk_text_iter_set_offset (start, behind);
  else if (g_unichar_isspace (gtk_text_iter_get_char (start)))
    gtk_text_iter_forward_char (start);
  else
    return FALSE;
  return TRUE;
}

static gboolean
skip_backward (GtkTextIter *end)
{
  GtkTextIter last = *end;
  int first;

  if (!gtk_text_iter_backward_char (&last))
    return FALSE;
  if (find_mark_end (&last, &first) >= 0)
    gtk_text_iter_set_offset (end, first);
  else if (g_unichar_isspace (gtk_text_iter_get_char (&last)))
    *end = last;
  else
    return FALSE;
  return TRUE;
}

void
entente_article_words_mend (GtkTextIter *start, GtkTextIter *end)
{
  while (gtk_text_iter_compare (start, end) < 0 && skip_forward (start))
    continue;
  while (gtk_text_iter_compare (start, end) < 0 && skip_backward (end))
    continue;
  if (gtk_text_iter_inside_word (start) && !gtk_text_iter_starts_word (start))
    gtk_text_iter_backward_word_start (start);
  if (gtk_text_iter_inside_word (end) && !gtk_text_iter_starts_word (end))
    gtk_text_iter_forward_word_end (end);
}
