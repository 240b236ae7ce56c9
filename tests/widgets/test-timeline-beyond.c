/* A thread that goes on in lanes out of sight: a pill at the edge leads there. */
#include "config.h"

#include "entente-timeline-fixture.h"
#include "entente-timeline-private.h"
#include "entente-widget-probe.h"

#include <adwaita.h>

#define HELD ENTENTE_TIMELINE_FIXTURE_LATER /* answers moves of lanes further down */
#define EDGE 30.0 /* from the right end of the lanes into the pill */

static gboolean
is_low (EntenteTimeline *timeline)
{
  entente_timeline_ensure_scene (timeline);
  return timeline->scene->height > timeline->parts.lanes.height;
}

static double
get_bottom (EntenteTimeline *timeline)
{
  return timeline->parts.lanes.y + timeline->parts.lanes.height - 16;
}

static double
get_right (EntenteTimeline *timeline)
{
  return timeline->parts.lanes.x + timeline->parts.lanes.width - EDGE;
}

static void
test_below (void)
{
  EntenteTimelineFixture fixture;
  EntenteTimeline *self;

  entente_timeline_fixture_init (&fixture);
  self = fixture.timeline;
  gtk_window_set_default_size (GTK_WINDOW (fixture.window), 1500, 300);
  entente_probe_wait (is_low (self));
  g_assert_false (entente_timeline_beyond_contains (self, get_right (self), get_bottom (self)));
  entente_session_select_event (fixture.sample->session,
                                entente_timeline_fixture_find_event (&fixture, HELD));
  entente_timeline_fixture_settle (&fixture);
  self->scroll_y = 0;
  g_assert_true (entente_timeline_beyond_contains (self, get_right (self), get_bottom (self)));
  entente_timeline_beyond_follow (self, get_right (self), get_bottom (self));
  g_assert_cmpfloat (self->scroll_y, >, 0);
  /* Where no answers are drawn nothing goes on. */
  self->scroll_y = 0;
  entente_timeline_set_answers_shown (self, ENTENTE_ANSWERS_NONE);
  g_assert_false (entente_timeline_beyond_contains (self, get_right (self), get_bottom (self)));
  entente_timeline_fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/timeline-beyond/below", test_below);
  return g_test_run ();
}
