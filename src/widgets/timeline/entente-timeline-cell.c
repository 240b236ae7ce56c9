/* What stands together at the place of the keyboard: a bundle, a bar of density, and where there
 * are single marks what else its lane holds in the same small unit of the axis. Listed and selected
 * as one. Main thread.
 */
#include "config.h"

#include "entente-timeline-private.h"

#include <glib/gi18n-lib.h>

#define LIST_MAX 1000 /* more are counted: zooming in parts them */
#define AS_NEAR 2.0 /* a view so much longer than what is to fill it is near enough */

static EntenteSpan
get_span_of (EntenteTimeline *self, const EntenteSceneBar *bar)
{
  return (EntenteSpan){ entente_timescale_to_time (&self->scale, bar->x),
                        entente_timescale_to_time (&self->scale, bar->x + ENTENTE_SCENE_BAR) };
}

/* The bar of @lane that counts what lies at @time, or NULL. */
static const EntenteSceneBar *
find_bar (EntenteTimeline *self, guint lane, gint64 time)
{
  const EntenteSceneLane *drawn = &self->scene->lanes[lane];

  for (guint i = drawn->first_bar; i < drawn->first_bar + drawn->n_bars; i++) {
    EntenteSpan span = get_span_of (self, &self->scene->bars[i]);

    if (time >= span.start && time < span.end)
      return &self->scene->bars[i];
  }
  return NULL;
}

static void
take_span (EntenteTimeline *self, EntenteTimelineCell *cell, EntenteSpan span)
{
  const EntenteLane *lane = entente_lanes_get (self->lanes, cell->lane);
  guint from = entente_lanes_find_time (self->chronicle, span.start);
  guint to = entente_lanes_find_time (self->chronicle, span.end);
  guint first = entente_lanes_rank (lane->filtered, lane->n_filtered, from);

  cell->span = span;
  cell->rows = lane->filtered + first;
  cell->n = entente_lanes_rank (lane->filtered, lane->n_filtered, to) - first;
}

static void
take_bundle (EntenteTimeline *self, EntenteTimelineCell *cell, const EntenteSceneBundle *bundle)
{
  const EntenteLane *lane = entente_lanes_get (self->lanes, bundle->lane);

  cell->lane = bundle->lane;
  cell->rows = lane->filtered + bundle->first;
  cell->n = bundle->last - bundle->first + 1;
  cell->span =
    (EntenteSpan){ entente_chronicle_get_place (self->chronicle, cell->rows[0]),
                   entente_chronicle_get_place (self->chronicle, cell->rows[cell->n - 1]) + 1 };
}

gboolean
entente_timeline_cell_find_bar (EntenteTimeline *self,
                                guint bar,
                                guint lane,
                                EntenteTimelineCell *cell)
{
  cell->lane = lane;
  take_span (self, cell, get_span_of (self, &self->scene->bars[bar]));
  return cell->n > 0;
}

gboolean
entente_timeline_cell_find (EntenteTimeline *self, EntenteTimelineCell *cell)
{
  guint32 row = entente_timeline_keys_get_row (self);
  const EntenteSceneBundle *bundle = entente_timeline_keys_get_bundle (self);
  const EntenteSceneBar *bar = NULL;
  gint64 time;

  if (bundle != NULL)
    take_bundle (self, cell, bundle);
  if (bundle != NULL || row == ENTENTE_NO_INDEX || self->focus_lane >= self->scene->n_lanes ||
      entente_lane_index_is_on_shelf (self->index, row))
    return bundle != NULL;
  time = entente_chronicle_get_place (self->chronicle, row);
  cell->lane = self->focus_lane;
  if (self->scene->lanes[cell->lane].level == ENTENTE_LEVEL_DENSITY)
    bar = find_bar (self, cell->lane, time);
  take_span (self,
             cell,
             bar != NULL ? get_span_of (self, bar)
                         : entente_ticks_get_unit (self->ticks->pair, FALSE, time));
  return cell->n > 0;
}

/* ---- what is done with it ---- */

/* "5 moves in the lane of Taliban, Aug 2018" */
static char *
format_name (EntenteTimeline *self, const EntenteTimelineCell *cell)
{
  g_autofree char *span = entente_span_format (entente_timeline_date_widen (self, cell->span));
  g_autofree char *moves = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                         "%'u move in the lane of %s",
                                                         "%'u moves in the lane of %s",
                                                         cell->n),
                                            cell->n,
                                            entente_lanes_get_name (self->lanes, cell->lane));

  /* TRANSLATORS: how many moves of which lane, and the stretch of time in which they lie */
  return g_strdup_printf (C_ ("moves", "%s, %s"), moves, span);
}

static void
list (EntenteTimeline *self, const EntenteTimelineCell *cell, guint32 row)
{
  g_autofree char *name = format_name (self, cell);
  GdkRectangle at = entente_timeline_keys_get_place (self, row);

  entente_timeline_list_show (self, cell->rows, MIN (cell->n, LIST_MAX), cell->n, name, &at);
}

/* Undated moves have a list of their own. */
void
entente_timeline_cell_list (EntenteTimeline *self)
{
  guint32 row = entente_timeline_keys_get_row (self);
  EntenteTimelineCell cell;

  if (entente_timeline_cell_find (self, &cell)) {
    list (self, &cell, row);
  } else if (row != ENTENTE_NO_INDEX && entente_lane_index_is_on_shelf (self->index, row)) {
    entente_timeline_undated_list (self);
  }
}

void
entente_timeline_cell_select (EntenteTimeline *self)
{
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  EntenteTimelineCell cell;

  if (!entente_timeline_cell_find (self, &cell))
    return;
  for (guint i = 0; i < cell.n; i++) {
    EntenteId id = entente_chronicle_get_id (self->chronicle, cell.rows[i]);

    g_array_append_val (events, id);
  }
  entente_timeline_feed_select_many (self,
                                     (const EntenteId *) (gpointer) events->data,
                                     events->len);
}

void
entente_timeline_cell_zoom (EntenteTimeline *self)
{
  EntenteTimelineCell cell;

  if (entente_timeline_cell_find (self, &cell))
    entente_timeline_view_zoom_to (self, entente_timeline_date_widen (self, cell.span), TRUE);
}

/* All of it is told of one moment, and that fills the view already. */
static gboolean
cannot_part (EntenteTimeline *self, const EntenteTimelineCell *cell, EntenteSpan target)
{
  EntenteTimescale now = entente_timeline_view_get_target (self);
  EntenteSpan view = entente_timescale_get_span (&now);

  return entente_chronicle_get_place (self->chronicle, cell->rows[0]) ==
           entente_chronicle_get_place (self->chronicle, cell->rows[cell->n - 1]) &&
         (double) (view.end - view.start) <= AS_NEAR * (double) (target.end - target.start);
}

void
entente_timeline_cell_open_bundle (EntenteTimeline *self, const EntenteSceneBundle *bundle)
{
  EntenteTimelineCell cell;
  EntenteSpan target;

  take_bundle (self, &cell, bundle);
  target = entente_timeline_date_widen (self, cell.span);
  target.end = MAX (target.end, target.start + 60);
  if (cannot_part (self, &cell, target))
    list (self, &cell, cell.rows[0]);
  else
    entente_timeline_view_zoom_to (self, target, TRUE);
}
