/* The overview: density of the whole study, what passes the filter dark on the pale total, and the
 * window that the lanes show. Counts come from two searches a bar and are kept until filter or size
 * change. Main thread.
 */
#include "config.h"

#include "entente-timeline-private.h"

#include <math.h>

#define BAR_PX 8.0
#define BAR_WIDE_PX 26.0 /* of small studies */
#define SMALL_STUDY 400
#define LABEL_ROOM 90.0
#define MARGIN_PX 26.0
#define LABEL_Y 10
#define NAME_ROOM 20.0 /* of the last name: it is not cut at the end */
#define MONTHS_ENOUGH 3 /* with as many names of months no days are named */
#define HANDLE_WIDTH 7.0
#define HANDLE_HEIGHT 17.0

EntenteTimescale
entente_timeline_overview_get_scale (EntenteTimeline *self)
{
  return entente_timescale_fit (self->extent, self->parts.overview.width, MARGIN_PX);
}

static double
get_bar_px (EntenteTimeline *self)
{
  return entente_chronicle_get_n_rows (self->chronicle) < SMALL_STUDY ? BAR_WIDE_PX : BAR_PX;
}

/* ---- counts ---- */

/* Filtered rows that have a place among rows [from, to). */
static guint
count_filtered (EntenteTimeline *self, guint from, guint to)
{
  guint n;
  const guint32 *shelf = entente_lanes_get_shelf (self->lanes, &n);
  guint all =
    self->filtered != NULL ? entente_bitset_count_between (self->filtered, from, to) : to - from;

  return all - (entente_lanes_rank (shelf, n, to) - entente_lanes_rank (shelf, n, from));
}

static guint
count_all (EntenteTimeline *self, guint from, guint to)
{
  guint n;
  const guint32 *shelf = entente_lane_index_get_shelf (self->index, &n);

  return to - from - (entente_lanes_rank (shelf, n, to) - entente_lanes_rank (shelf, n, from));
}

static void
update_bins (EntenteTimeline *self)
{
  EntenteTimescale scale = entente_timeline_overview_get_scale (self);
  guint n_bins = (guint) ceil (scale.width_px / get_bar_px (self));
  guint row = 0;

  g_array_set_size (self->overview_bins, n_bins * 2);
  for (guint i = 0; i < n_bins; i++) {
    gint64 end = entente_timescale_to_time (&scale, (i + 1) * get_bar_px (self));
    guint next = entente_lanes_find_time (self->chronicle, end);

    g_array_index (self->overview_bins, guint, 2 * i) = count_filtered (self, row, next);
    g_array_index (self->overview_bins, guint, 2 * i + 1) = count_all (self, row, next);
    row = next;
  }
  self->overview_valid = TRUE;
}

/* ---- drawing ---- */

static void
draw_bars (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  const guint *bins = (const guint *) (gpointer) self->overview_bins->data;
  double room = self->parts.overview.height - timeline_scale (self, 18),
         bottom = self->parts.overview.height - 4;
  GdkRGBA pale = self->style.high_contrast ? self->style.ghost : self->style.chip,
          dark = entente_timeline_style_mix (&self->style.ground, &self->style.text, 0.52);
  double top = 1, width = get_bar_px (self);

  for (guint i = 0; i < self->overview_bins->len / 2; i++)
    top = MAX (top, sqrt (bins[2 * i + 1]));
  top = MAX (top, 2);
  for (guint i = 0; i < self->overview_bins->len / 2; i++) {
    double total = sqrt (bins[2 * i + 1]) / top * room, filtered = sqrt (bins[2 * i]) / top * room;

    if (bins[2 * i + 1] > bins[2 * i])
      timeline_append_rect (snapshot,
                            &pale,
                            i * width,
                            bottom - MAX (total, 1),
                            width - 1,
                            MAX (total, 1));
    if (bins[2 * i] > 0)
      timeline_append_rect (snapshot,
                            &dark,
                            i * width,
                            bottom - MAX (filtered, 1),
                            width - 1,
                            MAX (filtered, 1));
  }
}

static double
measure_cb (EntenteLabelStyle style, const char *text, gpointer data)
{
  return entente_timeline_labels_measure (data, style, text);
}

/* Names of months stand a quarter apart; the bare number of a day says nothing among them. */
static gboolean
wants_name (const EntenteTicks *ticks, const EntenteTick *tick)
{
  if (ticks->n_large >= MONTHS_ENOUGH &&
      (ticks->pair == ENTENTE_TICKS_MONTH_WEEK || ticks->pair == ENTENTE_TICKS_MONTH_DAY))
    return FALSE;
  if (ticks->pair == ENTENTE_TICKS_YEAR_MONTH)
    return entente_time_get_day (tick->span.start).month % 3 == 1;
  return TRUE;
}

/* A decade is named like its first year: one of the two says it all, and "1970s" among years would
 * be another kind of thing. */
static gboolean
names_both (const EntenteTicks *ticks)
{
  return ticks->pair != ENTENTE_TICKS_DECADE_YEAR && ticks->pair != ENTENTE_TICKS_CENTURY_DECADE &&
         ticks->pair != ENTENTE_TICKS_MILLENNIUM_CENTURY;
}

/* Draws a unit with its name; names leave room for each other. Returns the end of what is taken. */
static double
draw_tick (EntenteTimeline *self, GtkSnapshot *snapshot, const EntenteTick *tick, double end)
{
  double x = floor (tick->x) + 8;

  if (tick->label == NULL || tick->x < 0 || x < end)
    return end;
  timeline_append_rect (snapshot,
                        &self->style.line,
                        floor (tick->x),
                        0,
                        1,
                        self->parts.overview.height);
  entente_timeline_labels_draw (self->labels,
                                snapshot,
                                ENTENTE_LABEL_AXIS_SMALL,
                                tick->label,
                                x,
                                timeline_scale (self, LABEL_Y),
                                0,
                                &self->style.dim);
  return x + LABEL_ROOM;
}

static void
draw_ticks (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  EntenteTimescale scale = entente_timeline_overview_get_scale (self);
  EntenteTicks *ticks = self->overview_ticks;
  double end = 0;
  guint small = 0;

  entente_ticks_update (ticks, &scale, measure_cb, self->labels);
  if (!names_both (ticks)) {
    for (guint i = 0; i < ticks->n_small; i++)
      if (ticks->small[i].x + ticks->small[i].label_width + NAME_ROOM < scale.width_px)
        end = draw_tick (self, snapshot, &ticks->small[i], end);
    return;
  }
  for (guint i = 0; i <= ticks->n_large; i++) {
    double next = i < ticks->n_large ? ticks->large[i].x : scale.width_px;

    for (; small < ticks->n_small && ticks->small[small].x < next - 1; small++)
      if (ticks->small[small].x + LABEL_ROOM < next + 20 &&
          wants_name (ticks, &ticks->small[small]))
        end = draw_tick (self, snapshot, &ticks->small[small], end);
    if (i < ticks->n_large)
      end = draw_tick (self, snapshot, &ticks->large[i], MIN (end, ticks->large[i].x));
  }
}

static void
draw_handle (EntenteTimeline *self, GtkSnapshot *snapshot, double x)
{
  GskRoundedRect outline;
  double y = (self->parts.overview.height - HANDLE_HEIGHT) / 2;

  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT ((float) (x - HANDLE_WIDTH / 2),
                                                        (float) y,
                                                        (float) HANDLE_WIDTH,
                                                        (float) HANDLE_HEIGHT),
                                   3);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &self->style.accent, &outline.bounds);
  gtk_snapshot_pop (snapshot);
  timeline_append_rect (snapshot, &self->style.accent_text, x - 1.5, y + 5, 1, HANDLE_HEIGHT - 10);
  timeline_append_rect (snapshot, &self->style.accent_text, x + 0.5, y + 5, 1, HANDLE_HEIGHT - 10);
}

static void
draw_window (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  EntenteTimescale scale = entente_timeline_overview_get_scale (self);
  EntenteSpan view = entente_timescale_get_span (&self->scale);
  double x0 = entente_timescale_to_x (&scale, view.start),
         x1 = entente_timescale_to_x (&scale, view.end);
  float widths[4] = { 2, 2, 2, 2 };
  GdkRGBA colours[4] = { self->style.accent,
                         self->style.accent,
                         self->style.accent,
                         self->style.accent };
  GskRoundedRect outline;

  x0 = CLAMP (x0, 4, scale.width_px - 12);
  x1 = CLAMP (x1, x0 + 8, scale.width_px - 4);
  gsk_rounded_rect_init_from_rect (
    &outline,
    &GRAPHENE_RECT_INIT ((float) x0, 2, (float) (x1 - x0), (float) self->parts.overview.height - 4),
    5);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
  draw_handle (self, snapshot, x0 + 1);
  draw_handle (self, snapshot, x1 - 1);
}

static GskRenderNode *
make_node (EntenteTimeline *self)
{
  const GdkRectangle *overview = &self->parts.overview;
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  if (!self->overview_valid)
    update_bins (self);
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT ((float) overview->x,
                                               (float) overview->y,
                                               (float) overview->width,
                                               (float) overview->height));
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) overview->x, (float) overview->y));
  timeline_append_rect (snapshot, &self->style.ground, 0, 0, overview->width, overview->height);
  timeline_append_rect (snapshot, &self->style.line, 0, 0, overview->width, 1);
  draw_ticks (self, snapshot);
  draw_bars (self, snapshot);
  draw_window (self, snapshot);
  gtk_snapshot_pop (snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

void
entente_timeline_draw_overview (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  if (self->parts.overview.height == 0 || self->lanes == NULL)
    return;
  if (self->overview_node == NULL)
    self->overview_node = make_node (self);
  gtk_snapshot_append_node (snapshot, self->overview_node);
}
