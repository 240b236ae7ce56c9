/* Rows of events: the numbers of a whole value, for whoever keeps events in columns.
 */
#include "config.h"

#include "entente-row.h"

#define FALLBACK_KIND                                                                              \
  "outside-event" /* of a study that a newer version wrote: bears on the talks */

static guint16
get_kind_index (const char *id)
{
  const EntenteKind *kind = entente_kind_find (id);

  if (kind == NULL)
    kind = entente_kind_find (FALLBACK_KIND);
  return (guint16) kind->index;
}

static guint
get_date_flags (const EntenteDate *date)
{
  guint flags = 0;

  flags |= date->uncertain ? ENTENTE_ROW_UNCERTAIN : 0;
  flags |= date->approximate ? ENTENTE_ROW_APPROXIMATE : 0;
  flags |= date->still_so ? ENTENTE_ROW_STILL_SO : 0;
  flags |= date->points.earliest_start != date->told.earliest_start ? ENTENTE_ROW_BOUNDED_START : 0;
  flags |= date->points.latest_end != date->told.latest_end ? ENTENTE_ROW_BOUNDED_END : 0;
  flags |= date->readings != NULL && date->readings->len > 1 ? ENTENTE_ROW_READINGS : 0;
  return flags;
}

static void
set_date (EntenteEventRow *row, const EntenteDate *date)
{
  row->points = date->points;
  row->day_order = date->day_order;
  row->form = (guint8) date->form;
  row->precision = (guint8) date->precision;
  row->basis = (guint8) date->basis;
  row->flags |= get_date_flags (date);
  if (row->flags & ENTENTE_ROW_BOUNDED)
    row->told = entente_date_points_get_window (&date->told);
}

void
entente_event_get_row (const EntenteEvent *event, EntenteEventRow *row)
{
  g_autoptr (EntenteDate) when =
    event->when == NULL ? entente_date_new_undated () : entente_date_ref (event->when);

  *row = (EntenteEventRow){ .id = event->record.id,
                            .telling = (gint32) CLAMP (event->telling, 0, G_MAXINT32),
                            .kind = get_kind_index (event->kind),
                            .mode = (guint8) event->mode,
                            .judgement = (guint8) event->judgement,
                            .medium = (guint8) event->medium,
                            .track = event->track,
                            .place = event->place };
  set_date (row, when);
  row->flags |= event->pinned ? ENTENTE_ROW_PINNED : 0;
  row->flags |= event->private_ ? ENTENTE_ROW_PRIVATE : 0;
  row->flags |= entente_date_is_dated (event->planned) ? ENTENTE_ROW_PLANNED : 0;
}
