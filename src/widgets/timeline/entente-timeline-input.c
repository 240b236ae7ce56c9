/* Pointer and touch on the timeline: click, drag, wheel, pinch. Decides what a gesture
 * means by where it begins; what it does is in feed and view. Main thread.
 */
#include "config.h"

#include "entente-timeline-private.h"

#include <math.h>

#define DRAG_THRESHOLD 4.0
#define WHEEL_PAN_PX 60.0
#define WHEEL_ZOOM 1.2
#define WHEEL_LANES_PX 44.0
#define HANDLE_SLOP 7.0

static gboolean
contains (const GdkRectangle *rect, double x, double y)
{
  return x >= rect->x && x < rect->x + rect->width && y >= rect->y && y < rect->y + rect->height;
}

EntenteHit
entente_timeline_hit (EntenteTimeline *self, double x, double y)
{
  EntenteHit nothing = { ENTENTE_HIT_NOTHING, ENTENTE_NO_INDEX, 0, ENTENTE_NO_INDEX };
  const GdkRectangle *lanes = &self->parts.lanes;

  if (!contains (lanes, x, y))
    return nothing;
  entente_timeline_ensure_scene (self);
  return entente_timeline_pinned_hit (self,
                                      x - lanes->x,
                                      y - lanes->y,
                                      entente_timeline_touch_get_slop (self));
}

/* ---- click ---- */

void
entente_timeline_input_select_between (EntenteTimeline *self, guint32 row)
{
  guint32 from = entente_timeline_feed_get_selected_row (self);
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  guint32 low = MIN (from, row), high = MAX (from, row);

  if (from == ENTENTE_NO_INDEX)
    low = high = row;
  for (guint32 i = low; i <= high; i++) {
    EntenteId id = entente_chronicle_get_id (self->chronicle, i);

    if (self->filtered == NULL || entente_bitset_contains (self->filtered, i))
      g_array_append_val (events, id);
  }
  entente_timeline_feed_select_many (self,
                                     (const EntenteId *) (gpointer) events->data,
                                     events->len);
}

static void
click_event (EntenteTimeline *self, guint32 row, guint lane, GdkModifierType state)
{
  EntenteId id = entente_chronicle_get_id (self->chronicle, row);

  if (self->linking) {
    entente_timeline_linking_take (self, row);
    return;
  }
  if (state & GDK_CONTROL_MASK)
    entente_timeline_feed_toggle (self, id);
  else if (state & GDK_SHIFT_MASK)
    entente_timeline_input_select_between (self, row);
  else
    entente_timeline_feed_select (self, id);
  entente_timeline_keys_focus_row (self, row, lane, TRUE);
}

/* Of a bar the first move has the keyboard, so that L lists them. */
static void
click_ground (EntenteTimeline *self, const EntenteHit *hit)
{
  EntenteTimelineCell cell;

  if (self->selection->len > 0)
    entente_timeline_feed_select (self, ENTENTE_ID_NONE);
  if (hit->kind == ENTENTE_HIT_DENSITY &&
      entente_timeline_cell_find_bar (self, hit->index, hit->lane, &cell))
    entente_timeline_keys_focus_row (self, cell.rows[0], cell.lane, TRUE);
}

static void
click_lanes (EntenteTimeline *self, double x, double y, GdkModifierType state)
{
  EntenteHit hit = entente_timeline_hit (self, x, y);

  if (hit.row != ENTENTE_NO_INDEX)
    click_event (self, hit.row, hit.lane, state);
  else if (entente_timeline_positions_click (self, x, y))
    return;
  else if (hit.kind == ENTENTE_HIT_BUNDLE)
    entente_timeline_cell_open_bundle (self, &self->scene->bundles[hit.index]);
  else if (!(state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)))
    click_ground (self, &hit);
}

static void
click_shelf (EntenteTimeline *self, double x, GdkModifierType state)
{
  int chip = entente_hit_find_chip (self->scene, x - self->parts.shelf.x);

  if (chip >= 0)
    click_event (self, self->scene->chips[chip].row, ENTENTE_NO_INDEX, state);
}

/* On the name of a unit: the unit fills the view. */
static void
double_click_axis (EntenteTimeline *self, double x, double y)
{
  gboolean large = y - self->parts.axis.y < self->parts.axis.height / 2.0;
  gint64 time = entente_timescale_to_time (&self->scale, x - self->parts.axis.x);
  EntenteSpan unit = entente_ticks_get_unit (self->ticks->pair, large, time);

  entente_timeline_view_set (self, entente_timescale_fit (unit, self->scale.width_px, 24), TRUE);
}

static void
click_axis (EntenteTimeline *self, int n_press, double x, double y)
{
  EntenteSpan none = { 0, 0 };

  if (n_press == 2)
    double_click_axis (self, x, y);
  else if (n_press == 1 && self->has_range)
    entente_timeline_feed_set_range (self, FALSE, none);
}

int
entente_timeline_find_era (EntenteTimeline *self, double x, double y)
{
  double line = (y - self->parts.eras.y) / timeline_scale (self, ENTENTE_TIMELINE_ERA_HEIGHT);

  return contains (&self->parts.eras, x, y)
           ? entente_hit_find_era (self->scene, x - self->parts.eras.x, (guint) line)
           : -1;
}

static void
click_eras (EntenteTimeline *self, double x, double y)
{
  int at = entente_timeline_find_era (self, x, y);
  const EntenteEra *era;

  if (entente_timeline_turns_click (self, x, y) || at < 0)
    return;
  era = entente_chronicle_get_era (self->chronicle, self->scene->eras[at].era);
  g_signal_emit_by_name (self, "era-activated", era->record.id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-era", "x", era->record.id);
}

static void
jump (EntenteTimeline *self, double x)
{
  EntenteTimescale overview = entente_timeline_overview_get_scale (self);
  double middle = (double) entente_timescale_to_time (&overview, x - self->parts.overview.x);
  EntenteTimescale target = self->scale;

  target.start = middle - target.width_px * target.seconds_per_px / 2;
  entente_timeline_view_set (self, target, TRUE);
}

static void
released_cb (GtkGestureClick *click, int n_press, double x, double y, EntenteTimeline *self)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));
  guint lane;

  entente_timeline_peek_close (self);
  entente_timeline_touch_note (self, GTK_GESTURE (click));
  x = entente_timeline_mirror_x (self, x);
  lane = entente_timeline_header_find_expander (self, x, y);
  entente_timeline_ensure_scene (self);
  if (lane != ENTENTE_NO_INDEX)
    entente_timeline_lanes_toggle_members (self, lane);
  else if (entente_timeline_header_find_lane (self, x, y) != ENTENTE_NO_INDEX)
    entente_timeline_lane_menu_show (self, entente_timeline_header_find_lane (self, x, y));
  else if (entente_timeline_range_contains (self, x, y))
    entente_timeline_view_zoom_to (self, self->range, TRUE);
  else if (entente_timeline_beyond_contains (self, x, y))
    entente_timeline_beyond_follow (self, x, y);
  else if (contains (&self->parts.lanes, x, y))
    click_lanes (self, x, y, state);
  else if (entente_timeline_undated_contains (self, x, y))
    entente_timeline_undated_list (self);
  else if (contains (&self->parts.shelf, x, y))
    click_shelf (self, x, state);
  else if (contains (&self->parts.axis, x, y))
    click_axis (self, n_press, x, y);
  else if (contains (&self->parts.eras, x, y))
    click_eras (self, x, y);
}

/* ---- drag ---- */

static EntenteTimelineDrag
begin_overview_drag (EntenteTimeline *self, double x)
{
  EntenteTimescale overview = entente_timeline_overview_get_scale (self);
  EntenteSpan view = entente_timescale_get_span (&self->scale);
  double x0 = entente_timescale_to_x (&overview, view.start) + self->parts.overview.x;
  double x1 = entente_timescale_to_x (&overview, view.end) + self->parts.overview.x;

  if (fabs (x - x0) <= HANDLE_SLOP)
    return TIMELINE_DRAG_WINDOW_START;
  if (fabs (x - x1) <= HANDLE_SLOP)
    return TIMELINE_DRAG_WINDOW_END;
  if (x < x0 || x > x1)
    jump (self, x);
  return TIMELINE_DRAG_WINDOW;
}

/* A finger pans also where it meets a mark, unless it rests there first. */
static EntenteTimelineDrag
begin_lanes_drag (EntenteTimeline *self, double x, double y, GdkModifierType state, gboolean touch)
{
  EntenteHit hit = entente_timeline_hit (self, x, y);

  if (state & GDK_SHIFT_MASK)
    return TIMELINE_DRAG_BAND;
  if (hit.kind != ENTENTE_HIT_MARK || touch || self->linking ||
      !entente_timeline_actions_can_edit (self))
    return TIMELINE_DRAG_PAN;
  entente_timeline_linking_begin (self, hit.row, FALSE);
  return TIMELINE_DRAG_LINK;
}

static EntenteTimelineDrag
begin_shelf_drag (EntenteTimeline *self, double x)
{
  int chip = entente_hit_find_chip (self->scene, x - self->parts.shelf.x);

  if (chip < 0 || self->linking || !entente_timeline_actions_can_edit (self))
    return TIMELINE_DRAG_NONE;
  entente_timeline_dating_begin (self, self->scene->chips[chip].row);
  return TIMELINE_DRAG_CHIP;
}

static EntenteTimelineDrag
choose_drag (EntenteTimeline *self, double x, double y, GdkModifierType state, gboolean touch)
{
  if (contains (&self->parts.overview, x, y))
    return begin_overview_drag (self, x);
  if (contains (&self->parts.axis, x, y))
    return TIMELINE_DRAG_RANGE;
  if (contains (&self->parts.lanes, x, y))
    return begin_lanes_drag (self, x, y, state, touch);
  if (contains (&self->parts.shelf, x, y))
    return begin_shelf_drag (self, x);
  if (entente_timeline_header_find_lane (self, x, y) != ENTENTE_NO_INDEX) {
    entente_timeline_lane_drag_begin (self, x, y);
    return TIMELINE_DRAG_LANE;
  }
  return contains (&self->parts.eras, x, y) ? TIMELINE_DRAG_PAN : TIMELINE_DRAG_NONE;
}

void
entente_timeline_input_begin_drag (EntenteTimeline *self,
                                   double x,
                                   double y,
                                   GdkModifierType state,
                                   gboolean touch)
{
  if (!self->linking)
    entente_timeline_linking_end (self);
  entente_timeline_hint_drop (self);
  entente_timeline_peek_close (self);
  entente_timeline_view_stop (self);
  self->kinetic_px_per_s = 0;
  self->by_touch = touch;
  self->held = self->panned = FALSE;
  self->drag_x = self->drag_now_x = x;
  self->drag_y = self->drag_now_y = y;
  self->drag = choose_drag (self, x, y, state, touch);
  self->drag_scale = entente_timeline_view_get_target (self);
  self->drag_scroll_y = self->scroll_y;
  self->drag_span = entente_timescale_get_span (&self->drag_scale);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, EntenteTimeline *self)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  entente_timeline_input_begin_drag (self,
                                     entente_timeline_mirror_x (self, x),
                                     y,
                                     state,
                                     entente_timeline_touch_note (self, GTK_GESTURE (gesture)));
}

static void
update_pan (EntenteTimeline *self, double dx, double dy)
{
  entente_timeline_view_set (self, entente_timescale_pan (&self->drag_scale, -dx), FALSE);
  entente_timeline_view_scroll_lanes (self, self->drag_scroll_y - dy - self->scroll_y);
}

/* Whole small units, so that the range can be said. */
static void
update_range (EntenteTimeline *self)
{
  double x0 = MIN (self->drag_x, self->drag_now_x) - self->parts.axis.x;
  double x1 = MAX (self->drag_x, self->drag_now_x) - self->parts.axis.x;
  EntenteSpan first =
    entente_ticks_get_unit (self->ticks->pair, FALSE, entente_timescale_to_time (&self->scale, x0));
  EntenteSpan last =
    entente_ticks_get_unit (self->ticks->pair, FALSE, entente_timescale_to_time (&self->scale, x1));
  EntenteSpan range = { first.start, last.end };

  entente_timeline_feed_set_range (self, TRUE, range);
}

static void
update_window (EntenteTimeline *self, double dx)
{
  EntenteTimescale overview = entente_timeline_overview_get_scale (self);
  gint64 shift = (gint64) (dx * overview.seconds_per_px);
  EntenteSpan span = self->drag_span;

  if (self->drag != TIMELINE_DRAG_WINDOW_END)
    span.start += shift;
  if (self->drag != TIMELINE_DRAG_WINDOW_START)
    span.end += shift;
  if (span.end - span.start > 60)
    entente_timeline_view_set (self, entente_timescale_fit (span, self->scale.width_px, 0), FALSE);
}

void
entente_timeline_input_drag (EntenteTimeline *self, double dx, double dy)
{
  self->drag_now_x = self->drag_x + dx;
  self->drag_now_y = self->drag_y + dy;
  if (self->drag == TIMELINE_DRAG_PAN)
    update_pan (self, dx, dy);
  else if (self->drag == TIMELINE_DRAG_RANGE)
    update_range (self);
  else if (self->drag == TIMELINE_DRAG_BAND || self->drag == TIMELINE_DRAG_LANE)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  else if (self->drag == TIMELINE_DRAG_LINK || self->drag == TIMELINE_DRAG_CHIP)
    entente_timeline_linking_move_to (self, self->drag_now_x, self->drag_now_y);
  else
    update_window (self, dx);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, EntenteTimeline *self)
{
  GdkEventSequence *sequence =
    gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture));
  gboolean claimed =
    gtk_gesture_get_sequence_state (GTK_GESTURE (gesture), sequence) == GTK_EVENT_SEQUENCE_CLAIMED;

  if (self->drag == TIMELINE_DRAG_NONE || (!claimed && hypot (dx, dy) < DRAG_THRESHOLD))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  entente_timeline_input_drag (self, entente_timeline_mirror_dx (self, dx), dy);
}

static void
select_in_band (EntenteTimeline *self)
{
  const GdkRectangle *lanes = &self->parts.lanes;
  g_autoptr (GArray) rows = entente_timeline_pinned_find_rows (self,
                                                               self->drag_x - lanes->x,
                                                               self->drag_y - lanes->y,
                                                               self->drag_now_x - lanes->x,
                                                               self->drag_now_y - lanes->y);
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (EntenteId));

  for (guint i = 0; i < rows->len; i++) {
    EntenteId id = entente_chronicle_get_id (self->chronicle, g_array_index (rows, guint32, i));

    g_array_append_val (events, id);
  }
  entente_timeline_feed_select_many (self,
                                     (const EntenteId *) (gpointer) events->data,
                                     events->len);
}

void
entente_timeline_input_end_drag (EntenteTimeline *self)
{
  gboolean moved = self->drag_now_x != self->drag_x || self->drag_now_y != self->drag_y;
  EntenteTimelineDrag drag = self->drag;

  if (entente_timeline_touch_release (self))
    return;
  self->drag = TIMELINE_DRAG_NONE;
  self->panned = drag == TIMELINE_DRAG_PAN && self->by_touch;
  if (drag == TIMELINE_DRAG_BAND && moved)
    select_in_band (self);
  else if (drag == TIMELINE_DRAG_LANE && moved)
    entente_timeline_lane_drag_end (self);
  else if (drag == TIMELINE_DRAG_CHIP && moved)
    entente_timeline_dating_drop (self);
  else if (drag == TIMELINE_DRAG_LINK && moved)
    entente_timeline_linking_take (self, self->link_to);
  if (drag == TIMELINE_DRAG_LINK || drag == TIMELINE_DRAG_CHIP)
    entente_timeline_linking_end (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, EntenteTimeline *self)
{
  entente_timeline_input_end_drag (self);
}

/* Escape, or another gesture: nothing is done. */
static void
drag_cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, EntenteTimeline *self)
{
  self->drag = TIMELINE_DRAG_NONE;
  self->held = FALSE;
  if (!self->linking)
    entente_timeline_linking_end (self);
}

/* ---- wheel and pinch ---- */

static void
zoom_at_pointer (EntenteTimeline *self, double factor)
{
  entente_timeline_view_zoom (
    self,
    CLAMP (self->pointer_x - self->parts.lanes.x, 0, self->scale.width_px),
    factor,
    FALSE);
}

void
entente_timeline_input_scroll (EntenteTimeline *self, double dx, double dy, GdkModifierType state)
{
  self->kinetic_px_per_s = 0;
  entente_timeline_hint_drop (self);
  entente_timeline_peek_close (self);
  entente_timeline_ensure_scene (self);
  if (state & GDK_CONTROL_MASK) {
    zoom_at_pointer (self, pow (WHEEL_ZOOM, -dy));
  } else if (self->pointer_x < self->parts.header_width || (state & GDK_SHIFT_MASK)) {
    entente_timeline_view_scroll_lanes (self, (dx + dy) * WHEEL_LANES_PX);
  } else {
    EntenteTimescale target = entente_timeline_view_get_target (self);

    entente_timeline_view_set (
      self,
      entente_timescale_pan (&target, (entente_timeline_mirror_dx (self, dx) + dy) * WHEEL_PAN_PX),
      FALSE);
  }
}

static gboolean
scroll_cb (GtkEventControllerScroll *scroll, double dx, double dy, EntenteTimeline *self)
{
  entente_timeline_input_scroll (
    self,
    dx,
    dy,
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll)));
  return TRUE;
}

static void
decelerate_cb (GtkEventControllerScroll *scroll, double vx, double vy, EntenteTimeline *self)
{
  if (self->pointer_x >= self->parts.header_width)
    entente_timeline_fling (self, entente_timeline_mirror_dx (self, vx) + vy);
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, EntenteTimeline *self)
{
  double y;

  self->pinch_scale = entente_timeline_view_get_target (self);
  if (!gtk_gesture_get_bounding_box_center (gesture, &self->pinch_x, &y))
    self->pinch_x = entente_timeline_mirror_x (self, self->pointer_x);
  self->pinch_x = entente_timeline_mirror_x (self, self->pinch_x) - self->parts.lanes.x;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pinch_cb (GtkGestureZoom *gesture, double factor, EntenteTimeline *self)
{
  entente_timeline_view_set (self,
                             entente_timescale_zoom (&self->pinch_scale, self->pinch_x, factor),
                             FALSE);
}

/* ---- pointer ---- */

static const char *
choose_cursor (EntenteTimeline *self, double x, double y)
{
  if (contains (&self->parts.axis, x, y))
    return "col-resize";
  if (entente_timeline_range_contains (self, x, y) || entente_timeline_beyond_contains (self, x, y))
    return "pointer";
  if (contains (&self->parts.lanes, x, y) &&
      entente_timeline_hit (self, x, y).kind >= ENTENTE_HIT_TITLE)
    return "pointer";
  if (entente_timeline_header_find_lane (self, x, y) != ENTENTE_NO_INDEX ||
      entente_timeline_find_era (self, x, y) >= 0 || entente_timeline_turns_find (self, x, y) >= 0)
    return "pointer";
  if (contains (&self->parts.shelf, x, y) &&
      entente_hit_find_chip (self->scene, x - self->parts.shelf.x) >= 0)
    return "pointer";
  if (entente_timeline_undated_contains (self, x, y))
    return "pointer";
  return NULL;
}

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, EntenteTimeline *self)
{
  x = entente_timeline_mirror_x (self, x);
  self->pointer_x = x;
  self->pointer_y = y;
  self->by_touch = FALSE;
  entente_timeline_hover_move (self, x, y);
  entente_timeline_hint_move (self, x, y);
  if (self->drag == TIMELINE_DRAG_NONE && self->lanes != NULL)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), choose_cursor (self, x, y));
}

void
entente_timeline_input_init (EntenteTimeline *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new (), *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (
    GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);

  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (entente_timeline_hover_leave), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (scroll, "decelerate", G_CALLBACK (decelerate_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  self->drag_gesture = drag;
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
  entente_timeline_touch_init (self);
}
