/* Which stretch of time and which lanes are in view, and how they move: zoom, pan, fit, reveal,
 * animated for 150 ms unless animations are off. Main thread.
 */
#include "config.h"

#include "entente-timeline-private.h"

#include <math.h>

#define DURATION_US 150000
#define SELECTION_MARGIN 120.0

gboolean
entente_timeline_view_animates (EntenteTimeline *self)
{
  gboolean enabled = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)),
                "gtk-enable-animations",
                &enabled,
                NULL);
  return enabled && gtk_widget_get_mapped (GTK_WIDGET (self));
}

static void
show (EntenteTimeline *self, EntenteTimescale scale)
{
  if (entente_timescale_equal (&self->scale, &scale))
    return;
  self->scale = scale;
  entente_timeline_invalidate (self);
  entente_timeline_notify_view (self);
  entente_timeline_history_note (self);
}

void
entente_timeline_view_stop (EntenteTimeline *self)
{
  if (self->animation_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->animation_tick);
  self->animation_tick = 0;
}

static double
ease_out (double t)
{
  double rest = 1 - t;

  return 1 - rest * rest * rest;
}

static gboolean
animation_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  EntenteTimeline *self = ENTENTE_TIMELINE (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double t;

  if (self->animation_start == 0)
    self->animation_start = now;
  t = MIN (1, (double) (now - self->animation_start) / DURATION_US);
  show (self, entente_timescale_mix (&self->animation_from, &self->animation_to, ease_out (t)));
  if (t < 1)
    return G_SOURCE_CONTINUE;
  self->animation_tick = 0;
  return G_SOURCE_REMOVE;
}

void
entente_timeline_view_set (EntenteTimeline *self, EntenteTimescale scale, gboolean animate)
{
  self->fitted = FALSE;
  entente_timeline_hint_drop (self); /* what it says is elsewhere */
  scale = entente_timescale_clamp (&scale, self->extent);
  if (!animate || !entente_timeline_view_animates (self)) {
    entente_timeline_view_stop (self);
    show (self, scale);
    return;
  }
  self->animation_from = self->scale;
  self->animation_to = scale;
  self->animation_start = 0;
  if (self->animation_tick == 0)
    self->animation_tick =
      gtk_widget_add_tick_callback (GTK_WIDGET (self), animation_tick_cb, NULL, NULL);
}

EntenteTimescale
entente_timeline_view_get_target (EntenteTimeline *self)
{
  return self->animation_tick != 0 ? self->animation_to : self->scale;
}

void
entente_timeline_view_fit (EntenteTimeline *self, gboolean animate)
{
  entente_timeline_view_set (
    self,
    entente_timescale_fit (self->likely, self->scale.width_px, ENTENTE_TIMELINE_FIT_MARGIN),
    animate);
  self->fitted = TRUE;
}

void
entente_timeline_view_zoom (EntenteTimeline *self, double x, double factor, gboolean animate)
{
  EntenteTimescale target = entente_timeline_view_get_target (self);

  entente_timeline_view_set (self, entente_timescale_zoom (&target, x, factor), animate);
}

void
entente_timeline_view_zoom_to (EntenteTimeline *self, EntenteSpan span, gboolean animate)
{
  entente_timeline_view_set (self,
                             entente_timescale_fit (span, self->scale.width_px, SELECTION_MARGIN),
                             animate);
}

/* Keys zoom about the selection when it is in view, else about the middle. */
double
entente_timeline_view_get_anchor (EntenteTimeline *self)
{
  guint32 row = entente_timeline_feed_get_selected_row (self);
  double x;

  if (row == ENTENTE_NO_INDEX)
    return self->scale.width_px / 2;
  x = entente_timescale_to_x (&self->scale, entente_scene_get_glyph_time (self->chronicle, row));
  return x >= 0 && x <= self->scale.width_px ? x : self->scale.width_px / 2;
}

static double
limit_scroll (EntenteTimeline *self, double y)
{
  return CLAMP (y, 0, MAX (0, self->scene->height - self->parts.lanes.height));
}

void
entente_timeline_view_scroll_lanes (EntenteTimeline *self, double dy)
{
  double y = limit_scroll (self, self->scroll_y + dy);

  if (entente_timeline_one_scroll (self, dy))
    return;
  if (y == self->scroll_y)
    return;
  self->scroll_y = y;
  entente_timeline_hint_drop (self);
  entente_timeline_invalidate_parts (self);
}

static void
reveal_lane (EntenteTimeline *self, guint lane, guint32 row)
{
  double pinned = entente_timeline_pinned_get_height (self);
  const EntenteSceneLane *found;

  if (lane < self->scene->n_lanes && entente_timeline_one_is_on (self)) {
    entente_timeline_one_show (self, lane, row);
    return;
  }
  if (lane >= self->scene->n_lanes ||
      entente_timeline_pinned_get_scroll (self, lane) != self->scroll_y)
    return;
  found = &self->scene->lanes[lane];
  if (found->y < self->scroll_y + pinned)
    entente_timeline_view_scroll_lanes (self, found->y - pinned - self->scroll_y);
  else if (found->y + found->height > self->scroll_y + self->parts.lanes.height)
    entente_timeline_view_scroll_lanes (
      self,
      MIN (found->y - pinned, found->y + found->height - self->parts.lanes.height) -
        self->scroll_y);
}

/* Adds what is known of the reach of @row. */
static void
extend_span (EntenteTimeline *self, guint32 row, gint64 least, EntenteSpan *span)
{
  EntenteSpan window = entente_chronicle_get_window (self->chronicle, row);
  gint64 place = entente_scene_get_glyph_time (self->chronicle, row);

  if (entente_lane_index_is_on_shelf (self->index, row))
    return;
  span->start = MIN (span->start, window.start != ENTENTE_TIME_MIN ? window.start : place);
  span->end = MAX (span->end, window.end != ENTENTE_TIME_MAX ? window.end : place + least);
}

void
entente_timeline_view_zoom_to_filter (EntenteTimeline *self)
{
  EntenteSpan span = { ENTENTE_TIME_MAX, ENTENTE_TIME_MIN };
  guint n = entente_chronicle_get_n_rows (self->chronicle);

  for (guint row = entente_bitset_next (self->filtered, 0); row < n;
       row = entente_bitset_next (self->filtered, row + 1))
    extend_span (self, row, 0, &span);
  if (span.start <= span.end)
    entente_timeline_view_set (
      self,
      entente_timescale_fit (span, self->scale.width_px, ENTENTE_TIMELINE_FIT_MARGIN),
      TRUE);
}

gboolean
entente_timeline_view_find_span (EntenteTimeline *self,
                                 const GArray *rows,
                                 gint64 least,
                                 EntenteSpan *span)
{
  *span = (EntenteSpan){ ENTENTE_TIME_MAX, ENTENTE_TIME_MIN };
  for (guint i = 0; i < rows->len; i++)
    extend_span (self, g_array_index (rows, guint32, i), least, span);
  return span->start <= span->end;
}

void
entente_timeline_view_reveal_time (EntenteTimeline *self, gint64 time, guint lane, guint32 row)
{
  EntenteTimescale target = entente_timeline_view_get_target (self);
  double x = entente_timescale_to_x (&target, time);

  entente_timeline_ensure_scene (self);
  reveal_lane (self, lane, row);
  if (x < 10 || x > target.width_px - 10)
    entente_timeline_view_set (
      self,
      entente_timescale_reveal (&target, x, x, ENTENTE_TIMELINE_REVEAL_MARGIN),
      TRUE);
}

void
entente_timeline_view_reveal_row (EntenteTimeline *self, guint32 row, guint lane)
{
  if (row == ENTENTE_NO_INDEX || self->lanes == NULL ||
      entente_lane_index_is_on_shelf (self->index, row))
    return;
  entente_timeline_view_reveal_time (
    self,
    entente_scene_get_glyph_time (self->chronicle, row),
    lane != ENTENTE_NO_INDEX ? lane : entente_timeline_one_find_lane (self, row),
    row);
}
