/* Bounds that notes give. A statement ends where its mark stands and begins behind the sentence
 * before; what it tells cannot be later than the source that the note cites. */
#include "config.h"

#include "entente-text-times-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define STATEMENT_BYTES 4000 /* no statement is longer */

/* The byte of @text where the statement begins whose mark stands at @mark. */
static gsize
find_statement (const char *text, gsize mark)
{
  gsize p = mark;

  /* The full stop of the statement itself, and other marks, stand right before. */
  while (p > 0 && strchr (" .]\"'[0123456789)", text[p - 1]) != NULL)
    p--;
  for (gsize least = p - MIN (p, STATEMENT_BYTES); p > least; p--) {
    if (text[p - 1] == '\n')
      return p;
    if (strchr (".!?", text[p - 1]) != NULL && g_ascii_isspace (text[p]) && p > 3 &&
        !(g_ascii_isupper (text[p - 3]) || g_ascii_isspace (text[p - 3])))
      return p;
  }
  return p;
}

static void
bound (EntenteTextTime *time, const char *marker, const EntenteDate *cited)
{
  gint64 end = cited->told.latest_end;
  g_autofree char *when = NULL;
  g_autofree char *reason = NULL;
  EntenteDate *bounded;

  if (time->date == NULL || time->is_cited || end == ENTENTE_TIME_MAX ||
      time->date->not_after <= end || time->date->told.earliest_start >= end ||
      time->date->told.latest_end <= end)
    return;
  when = entente_date_format_short (cited);
  reason = g_strdup_printf (_ ("footnote %s, %s"), marker, when);
  bounded = entente_date_with_bounds (time->date, ENTENTE_TIME_MIN, end, reason);
  entente_date_unref (time->date);
  time->date = bounded;
}

/* The first time that ends behind @byte. */
static guint
find_first (GArray *times, gsize byte)
{
  guint low = 0, high = times->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (g_array_index (times, EntenteTextTime, middle).end <= byte)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* The date of the source that a note cites bounds what is told in the statement that bears its
 * mark, at the byte @mark of @text. */
static void
bound_by_note (GArray *times,
               const char *text,
               gsize mark,
               const char *marker,
               const EntenteDate *cited)
{
  gsize first = find_statement (text, mark);

  if (!entente_date_is_dated (cited))
    return;
  for (guint i = find_first (times, first);
       i < times->len && g_array_index (times, EntenteTextTime, i).start < mark;
       i++)
    bound (&g_array_index (times, EntenteTextTime, i), marker, cited);
}

void
entente_times_bound_by_notes (const char *text, const EntenteStructure *structure, GArray *times)
{
  const char *at = structure->body;
  gint64 position = 0;

  for (guint i = 0; i < structure->notes->len; i++) {
    const EntenteStructureNote *note = g_ptr_array_index (structure->notes, i);
    gsize mark;

    if (note->position < 0 || note->cited_date == NULL)
      continue;
    if (note->position < position) { /* a mark that stands before the one of the note before */
      at = structure->body;
      position = 0;
    }
    at = g_utf8_offset_to_pointer (at, note->position - position);
    position = note->position;
    mark = entente_structure_to_source (structure, (gsize) (at - structure->body));
    bound_by_note (times, text, mark, note->marker, note->cited_date);
  }
}
