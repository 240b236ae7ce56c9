/* What marked words would teach: the word that tells the move, where reading does not propose it as
 * that. */

#include "config.h"

#include "entente-lesson.h"
#include "entente-proposals-private.h"

#include <string.h>

/* Bytes of the text around the words that are read with them, if the paragraph is so long. */
#define MAX_AROUND 2000

static gboolean
is_proposed (const EntenteProposals *self, gint64 start, gint64 end, const EntenteKind *kind)
{
  for (guint i = 0; i < entente_proposals_get_n (self); i++) {
    const EntenteSuggestion *suggestion = entente_proposals_get (self, i)->suggestion;

    if (suggestion->span.start_char < end && start < suggestion->span.end_char &&
        entente_kind_find (suggestion->kind) == kind)
      return TRUE;
  }
  return FALSE;
}

/* Where the paragraph of @at begins, @step -1, or ends, @step 1. */
static const char *
find_edge (const char *text, const char *at, int step)
{
  const char *edge = at;

  while (step > 0 ? *edge != '\0' && *edge != '\n' : edge > text && edge[-1] != '\n') {
    if (ABS (edge - at) > MAX_AROUND && (*edge & 0xc0) != 0x80)
      break;
    edge += step;
  }
  return edge;
}

char *
entente_proposals_find_lesson (const EntenteProposals *self,
                               gint64 start,
                               gint64 end,
                               const EntenteKind *kind)
{
  const EntenteRevision *revision = self->detail->revision;
  const char *text = revision != NULL && revision->text != NULL ? revision->text : "";
  const char *first, *last, *from, *to;
  g_autofree char *around = NULL;

  if (kind == NULL || start < 0 || end <= start || end > g_utf8_strlen (text, -1) ||
      is_proposed (self, start, end, kind))
    return NULL;
  first = g_utf8_offset_to_pointer (text, start);
  last = g_utf8_offset_to_pointer (first, end - start);
  from = find_edge (text, first, -1);
  to = find_edge (text, last, 1);
  around = g_strndup (from, (gsize) (to - from));
  return entente_lesson_find (around, (gsize) (first - from), (gsize) (last - from), kind->id);
}
