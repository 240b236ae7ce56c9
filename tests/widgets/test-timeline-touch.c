/* What a finger does on the timeline: it meets marks from afar, pans from wherever it begins, and
 * once it has rested on a move it draws a link or opens the menu. Gestures are played by what they
 * call.
 */
#include "config.h"

#include "entente-form-window.h"
#include "entente-timeline-fixture.h"
#include "entente-widget-probe.h"

#include <adwaita.h>

static void
touch (EntenteTimelineFixture *fixture, const char *title, double *x, double *y)
{
  entente_timeline_fixture_find_mark (fixture, title, x, y);
  entente_timeline_input_begin_drag (fixture->timeline, *x, *y, 0, TRUE);
}

/* 44 px around every mark, unless another one is nearer; with the mouse it takes more care. */
static void
test_targets (void)
{
  EntenteTimelineFixture fixture;
  EntenteTimeline *self;
  double x, y;
  guint32 row;
  guint n = 0;

  entente_timeline_fixture_init (&fixture);
  self = fixture.timeline;
  row = entente_timeline_fixture_find_row (&fixture, ENTENTE_TIMELINE_FIXTURE_LATER);
  touch (&fixture, ENTENTE_TIMELINE_FIXTURE_LATER, &x, &y);
  entente_timeline_input_end_drag (self);
  g_assert_true (self->by_touch);
  for (double dx = -21; dx <= 21; dx += 21)
    for (double dy = -21; dy <= 21; dy += 21) {
      EntenteHit hit = entente_timeline_hit (self, x + dx, y + dy);
      double nearest = hypot (self->scene->marks[hit.index].x + self->parts.lanes.x - x - dx,
                              self->scene->marks[hit.index].y + self->parts.lanes.y - y - dy);

      g_assert_cmpint (hit.kind, ==, ENTENTE_HIT_MARK);
      g_assert_true (hit.row == row || nearest <= hypot (dx, dy) + 4);
      n += hit.row == row;
    }
  g_assert_cmpuint (n, >, 3);
  self->by_touch = FALSE;
  g_assert_cmpint (entente_timeline_hit (self, x - 20, y - 20).kind, !=, ENTENTE_HIT_MARK);
  entente_timeline_fixture_clear (&fixture);
}

/* Without resting it pans, on a mark too. */
static void
test_pan (void)
{
  EntenteTimelineFixture fixture;
  EntenteTimescale before;
  double x, y;

  entente_timeline_fixture_init (&fixture);
  before = fixture.timeline->scale;
  touch (&fixture, ENTENTE_TIMELINE_FIXTURE_LATER, &x, &y);
  entente_timeline_input_drag (fixture.timeline, 80, 0);
  entente_timeline_input_end_drag (fixture.timeline);
  g_assert_false (entente_timescale_equal (&before, &fixture.timeline->scale));
  g_assert_null (fixture.timeline->popover);
  g_assert_cmpint (fixture.timeline->link_from, ==, ENTENTE_ID_NONE);
  entente_timeline_fixture_clear (&fixture);
}

static GtkGesture *
find_swipe (EntenteTimeline *self)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkGesture) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_GESTURE_SWIPE (controller))
      return controller;
  }
  g_assert_not_reached ();
}

/* Lifted while it moves, the view goes on the same way for a while; the next touch stops it. */
static void
test_fling (void)
{
  EntenteTimelineFixture fixture;
  EntenteTimeline *self;
  EntenteTimescale lifted;
  double x, y;

  entente_timeline_fixture_init (&fixture);
  self = fixture.timeline;
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  g_signal_emit_by_name (find_swipe (self), "swipe", -900.0, 0.0); /* of nothing that pans */
  g_assert_cmpuint (self->kinetic_tick, ==, 0);
  touch (&fixture, ENTENTE_TIMELINE_FIXTURE_LATER, &x, &y);
  entente_timeline_input_drag (self, -80, 0);
  lifted = self->scale;
  entente_timeline_input_end_drag (self);
  g_signal_emit_by_name (find_swipe (self), "swipe", -900.0, 0.0);
  entente_probe_wait (self->scale.start > lifted.start + 50 * lifted.seconds_per_px);
  entente_timeline_input_begin_drag (self, x, y, 0, TRUE);
  entente_probe_wait (self->kinetic_tick == 0);
  entente_timeline_input_end_drag (self);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  entente_timeline_input_begin_drag (self, x, y, 0, TRUE);
  entente_timeline_input_end_drag (self);
  g_signal_emit_by_name (find_swipe (self), "swipe", -900.0, 0.0);
  g_assert_cmpuint (self->kinetic_tick, ==, 0);
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-enable-animations");
  entente_timeline_fixture_clear (&fixture);
}

static void
test_link (void)
{
  EntenteTimelineFixture fixture;
  EntenteTimescale before;
  EntenteId later, earlier;
  double x0, y0, x1, y1;
  EntenteFormWindow *window;

  entente_timeline_fixture_init (&fixture);
  later = entente_timeline_fixture_find_event (&fixture, ENTENTE_TIMELINE_FIXTURE_LATER);
  earlier = entente_timeline_fixture_find_event (&fixture, ENTENTE_TIMELINE_FIXTURE_EARLIER);
  before = fixture.timeline->scale;
  touch (&fixture, ENTENTE_TIMELINE_FIXTURE_EARLIER, &x0, &y0);
  entente_timeline_fixture_find_mark (&fixture, ENTENTE_TIMELINE_FIXTURE_LATER, &x1, &y1);
  g_assert_true (entente_timeline_touch_hold (fixture.timeline, x0 + 10, y0 - 10));
  entente_timeline_input_drag (fixture.timeline, x1 - x0 - 12, y1 - y0);
  g_assert_true (entente_timescale_equal (&before, &fixture.timeline->scale));
  entente_timeline_input_end_drag (fixture.timeline);
  g_assert_null (fixture.timeline->popover);
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  g_signal_emit_by_name (window, "accept");
  entente_probe_wait (entente_timeline_fixture_answers (&fixture, later, earlier));
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  entente_timeline_fixture_clear (&fixture);
}

/* Lifted where it rested, give or take the breadth of a finger. */
static void
test_menu (void)
{
  EntenteTimelineFixture fixture;
  double x, y;

  entente_timeline_fixture_init (&fixture);
  touch (&fixture, ENTENTE_TIMELINE_FIXTURE_EARLIER, &x, &y);
  g_assert_true (entente_timeline_touch_hold (fixture.timeline, x, y));
  g_assert_null (fixture.timeline->popover);
  entente_timeline_input_drag (fixture.timeline, 3, -2);
  entente_timeline_input_end_drag (fixture.timeline);
  g_assert_true (GTK_IS_POPOVER_MENU (fixture.timeline->popover));
  g_assert_true (entente_probe_says (fixture.timeline->popover, "Go to the Words"));
  g_assert_cmpint (fixture.timeline->link_from, ==, ENTENTE_ID_NONE);
  gtk_popover_popdown (GTK_POPOVER (fixture.timeline->popover));
  entente_timeline_fixture_settle (&fixture);
  /* There is nothing to take hold of on the ground: the menu comes at once. */
  g_assert_false (entente_timeline_touch_hold (fixture.timeline,
                                               fixture.timeline->parts.lanes.x + 2,
                                               fixture.timeline->parts.axis.y + 2));
  entente_timeline_fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/timeline-touch/targets", test_targets);
  g_test_add_func ("/timeline-touch/pan", test_pan);
  g_test_add_func ("/timeline-touch/fling", test_fling);
  g_test_add_func ("/timeline-touch/link", test_link);
  g_test_add_func ("/timeline-touch/menu", test_menu);
  return g_test_run ();
}
