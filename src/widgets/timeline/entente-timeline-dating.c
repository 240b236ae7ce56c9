/* A chip of the shelf that is dragged to the axis: the date under the pointer is proposed in the
 * form of the event, as a conclusion of the coder, in the small units that the axis shows. Dropped
 * on a mark it asks for a link instead. Main thread.
 */
#include "config.h"

#include "entente-event-form.h"
#include "entente-timeline-private.h"

#include <glib/gi18n-lib.h>

#define NOTE_ABOVE 18

void
entente_timeline_dating_begin (EntenteTimeline *self, guint32 row)
{
  self->link_from = entente_chronicle_get_id (self->chronicle, row);
  self->link_to = ENTENTE_NO_INDEX;
}

/* The small unit in EDTF. */
static char *
format_unit (EntenteTicksPair pair, EntenteSpan unit)
{
  EntenteDay first = entente_time_get_day (unit.start), last = entente_time_get_day (unit.end - 1);
  int year = (int) first.year;

  if (first.year < 0 || first.year > 9999)
    return NULL;
  switch (pair) {
  case ENTENTE_TICKS_MONTH_WEEK:
    return g_strdup_printf ("[%04d-%02d-%02d..%04d-%02d-%02d]",
                            year,
                            first.month,
                            first.day,
                            (int) last.year,
                            last.month,
                            last.day);
  case ENTENTE_TICKS_YEAR_MONTH:
    return g_strdup_printf ("%04d-%02d", year, first.month);
  case ENTENTE_TICKS_YEAR_QUARTER:
    return g_strdup_printf ("%04d-%02d", year, 33 + (first.month - 1) / 3);
  case ENTENTE_TICKS_DECADE_YEAR:
    return g_strdup_printf ("%04d", year);
  case ENTENTE_TICKS_CENTURY_DECADE:
    return g_strdup_printf ("%03dX", year / 10);
  case ENTENTE_TICKS_MILLENNIUM_CENTURY:
    return g_strdup_printf ("%02dXX", year / 100);
  default:
    return g_strdup_printf ("%04d-%02d-%02d", year, first.month, first.day);
  }
}

EntenteDate *
entente_timeline_dating_find (EntenteTimeline *self, double x)
{
  gint64 time = entente_timescale_to_time (&self->scale, x);
  EntenteSpan unit = entente_ticks_get_unit (self->ticks->pair, FALSE, time);
  g_autofree char *edtf = format_unit (self->ticks->pair, unit);
  g_autoptr (EntenteDate) date = edtf != NULL ? entente_date_parse (edtf, NULL) : NULL;

  return date != NULL ? entente_date_with_basis (date, ENTENTE_BASIS_INFERRED) : NULL;
}

/* Above the shelf and beside the names there is a date. */
static EntenteDate *
find_under_pointer (EntenteTimeline *self)
{
  double x = self->drag_now_x - self->parts.lanes.x;

  if (x < 0 || x >= self->scale.width_px || self->drag_now_y < 0 ||
      self->drag_now_y >= self->parts.shelf.y)
    return NULL;
  return entente_timeline_dating_find (self, x);
}

void
entente_timeline_dating_drop (EntenteTimeline *self)
{
  g_autoptr (EntenteDate) date = find_under_pointer (self);
  EntenteId event = self->link_from;

  if (self->link_to != ENTENTE_NO_INDEX)
    entente_timeline_linking_take (self, self->link_to);
  else if (date != NULL)
    entente_event_form_present_dated (GTK_WIDGET (self), self->session, event, date);
}

void
entente_timeline_dating_draw (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  const GdkRectangle *lanes = &self->parts.lanes;
  g_autoptr (EntenteDate) date = NULL;
  g_autofree char *text = NULL;

  if (self->drag != TIMELINE_DRAG_CHIP || self->drag_now_y == self->drag_y)
    return;
  date = find_under_pointer (self);
  if (self->link_to != ENTENTE_NO_INDEX)
    text = g_strdup (_ ("Link"));
  else
    text = date != NULL ? entente_date_format (date) : g_strdup (_ ("undated"));
  if (date != NULL)
    timeline_append_rect (snapshot,
                          &self->style.accent,
                          self->drag_now_x - 1,
                          self->parts.axis.y,
                          2,
                          lanes->y + lanes->height - self->parts.axis.y);
  entente_timeline_draw_note (self,
                              snapshot,
                              text,
                              self->drag_now_x,
                              self->drag_now_y - NOTE_ABOVE);
}
