/* Dates in words: those of the records, through the one place that words dates. Main thread. */
#include "config.h"

#include "entente-timeline-private.h"

#include "entente-calendar-unit.h"
#include "entente-order-words.h"
#include "entente-row-date.h"

#include <glib/gi18n-lib.h>

char *
entente_timeline_date_format_when (EntenteTimeline *self,
                                   guint32 row,
                                   const EntenteDate *when,
                                   gboolean with_words)
{
  g_autoptr (EntenteDate) date =
    entente_order_bound_date_of (self->chronicle,
                                 entente_chronicle_get_id (self->chronicle, row),
                                 when);
  g_autofree char *words = entente_date_format (date);

  return with_words && date->wording != NULL
           ? g_strdup_printf (_ ("%s, told as “%s”"), words, date->wording)
           : g_steal_pointer (&words);
}

static char *
format_date (EntenteTimeline *self, guint32 row, const EntenteDate *when, gboolean with_words)
{
  EntenteEventRow values;

  if (when != NULL)
    return entente_timeline_date_format_when (self, row, when, with_words);
  entente_chronicle_get_row (self->chronicle, row, &values);
  return entente_row_format_date (&values);
}

char *
entente_timeline_date_format (EntenteTimeline *self, guint32 row)
{
  return format_date (self, row, entente_timeline_feed_get_date (self, row), FALSE);
}

char *
entente_timeline_date_format_told (EntenteTimeline *self, guint32 row)
{
  return format_date (self, row, entente_timeline_feed_get_date (self, row), TRUE);
}

char *
entente_timeline_date_format_known (EntenteTimeline *self, guint32 row)
{
  EntenteId id = entente_chronicle_get_id (self->chronicle, row);

  return format_date (self, row, g_hash_table_lookup (self->dates, &id), FALSE);
}

EntenteSpan
entente_timeline_date_widen (EntenteTimeline *self, EntenteSpan span)
{
  return entente_calendar_unit_widen (span, entente_lane_index_get_finest (self->index));
}

void
entente_timeline_date_follow (EntenteTimeline *self, EntenteId event)
{
  if (event == self->focus_event)
    entente_timeline_keys_describe (self);
  entente_timeline_hint_refresh (self);
}
