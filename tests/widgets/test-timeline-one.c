/* A low timeline shows one lane, that of the selection, whole and alone; counts are those of all
 * lanes. */
#include "config.h"

#include "entente-timeline-fixture.h"
#include "entente-timeline-private.h"
#include "entente-widget-probe.h"

#include <adwaita.h>

#define LOW 150
#define HIGH 760

static void
set_height (EntenteTimelineFixture *fixture, int height)
{
  GtkWidget *timeline = GTK_WIDGET (fixture->timeline);

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1500, height);
  entente_probe_wait (gtk_widget_get_height (timeline) == height &&
                      fixture->timeline->scene_valid && fixture->timeline->image_node != NULL);
  entente_timeline_fixture_settle (fixture);
}

/* Number of the only lane any part of which is in view. */
static guint
find_only (EntenteTimelineFixture *fixture)
{
  EntenteTimeline *self = fixture->timeline;
  guint found = ENTENTE_NO_INDEX;

  for (guint i = 0; i < self->scene->n_lanes; i++) {
    const EntenteSceneLane *lane = &self->scene->lanes[i];

    if (lane->y + lane->height <= self->scroll_y ||
        lane->y >= self->scroll_y + self->parts.lanes.height)
      continue;
    g_assert_cmpuint (found, ==, ENTENTE_NO_INDEX);
    found = i;
  }
  return found;
}

static guint
count_all (EntenteTimelineFixture *fixture)
{
  const EntenteSceneCounts *counts = &fixture->timeline->scene->counts;

  return counts->marks + counts->bundled + counts->dense + counts->shelf + counts->before +
         counts->after + counts->hidden;
}

static guint
count_filtered (EntenteTimelineFixture *fixture)
{
  EntenteTimeline *self = fixture->timeline;
  guint n = entente_chronicle_get_n_rows (self->chronicle);

  return self->filtered != NULL ? entente_bitset_rank (self->filtered, n) : n;
}

static guint
select_in_lane (EntenteTimelineFixture *fixture, guint lane)
{
  EntenteTimeline *self = fixture->timeline;
  const EntenteLane *found = entente_lanes_get (self->lanes, lane);

  for (guint i = 0; i < found->n_filtered; i++)
    if (entente_lanes_find_row (self->lanes, found->filtered[i]) == lane) {
      entente_timeline_feed_select (self,
                                    entente_chronicle_get_id (self->chronicle, found->filtered[i]));
      entente_timeline_fixture_settle (fixture);
      return found->filtered[i];
    }
  g_assert_not_reached ();
}

static void
test_selection (void)
{
  EntenteTimelineFixture fixture;
  guint n_lanes;

  entente_timeline_fixture_init (&fixture);
  n_lanes = fixture.timeline->scene->n_lanes;
  g_assert_cmpuint (n_lanes, >, 3);
  set_height (&fixture, LOW);
  g_assert_cmpuint (find_only (&fixture), ==, 0);
  for (guint lane = n_lanes; lane > 0; lane--) {
    guint32 row = select_in_lane (&fixture, lane - 1);
    GdkRectangle place;

    g_assert_cmpuint (find_only (&fixture), ==, lane - 1);
    g_assert_cmpuint (fixture.timeline->scene->n_lanes, ==, n_lanes);
    g_assert_cmpuint (count_all (&fixture), ==, count_filtered (&fixture));
    place = entente_timeline_keys_get_place (fixture.timeline, row);
    g_assert_cmpint (place.y, >=, fixture.timeline->parts.lanes.y - 4);
    g_assert_cmpint (place.y + place.height, <=, LOW + 4);
  }
  set_height (&fixture, HIGH);
  g_assert_cmpfloat (fixture.timeline->scroll_y, ==, 0);
  g_assert_null (entente_timeline_one_format (fixture.timeline, 0));
  entente_timeline_fixture_clear (&fixture);
}

/* The wheel over the names goes from lane to lane; a zoom stays in it, and says which it is. */
static void
test_wheel (void)
{
  EntenteTimelineFixture fixture;
  g_autofree char *words = NULL;

  entente_timeline_fixture_init (&fixture);
  set_height (&fixture, LOW);
  for (guint i = 0; i < 40 && find_only (&fixture) < 2; i++) {
    entente_timeline_view_scroll_lanes (fixture.timeline, 30);
    entente_timeline_fixture_settle (&fixture);
  }
  g_assert_cmpuint (find_only (&fixture), ==, 2);
  entente_timeline_view_zoom (fixture.timeline, 300, 4, FALSE);
  entente_probe_wait (fixture.timeline->image_node != NULL);
  g_assert_cmpuint (find_only (&fixture), ==, 2);
  words = entente_timeline_one_format (fixture.timeline, 2);
  g_assert_true (g_str_has_prefix (words, "Lane 3 of "));
  for (guint i = 0; i < 40 && find_only (&fixture) > 0; i++)
    entente_timeline_view_scroll_lanes (fixture.timeline, -30);
  g_assert_cmpuint (find_only (&fixture), ==, 0);
  entente_timeline_fixture_clear (&fixture);
}

/* A joint move that is in the lane in view keeps it. */
static void
test_joint (void)
{
  EntenteTimelineFixture fixture;
  EntenteTimeline *self;
  const EntenteLane *lane;
  guint at = 0;

  entente_timeline_fixture_init (&fixture);
  self = fixture.timeline;
  set_height (&fixture, LOW);
  while (entente_lanes_get (self->lanes, at)->n_again == 0)
    at++;
  select_in_lane (&fixture, at);
  lane = entente_lanes_get (self->lanes, at);
  entente_timeline_feed_select (self, entente_chronicle_get_id (self->chronicle, lane->again[0]));
  entente_timeline_fixture_settle (&fixture);
  g_assert_cmpuint (find_only (&fixture), ==, at);
  entente_timeline_fixture_clear (&fixture);
}

/* Made low for a while, as by a second timeline, it stands afterwards where it stood; unless
 * another lane was looked at meanwhile. */
static void
test_back (void)
{
  EntenteTimelineFixture fixture;
  EntenteTimeline *self;
  double scroll_y;

  entente_timeline_fixture_init (&fixture);
  self = fixture.timeline;
  set_height (&fixture, 400);
  entente_timeline_view_scroll_lanes (self, 70);
  entente_timeline_fixture_settle (&fixture);
  scroll_y = self->scroll_y;
  g_assert_cmpfloat (scroll_y, >, 0);
  set_height (&fixture, LOW);
  set_height (&fixture, 400);
  g_assert_cmpfloat (self->scroll_y, ==, scroll_y);
  set_height (&fixture, LOW);
  select_in_lane (&fixture, 2);
  set_height (&fixture, 400);
  g_assert_cmpfloat (self->scroll_y, ==, self->scene->lanes[2].y);
  entente_timeline_fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_test_add_func ("/timeline-one/selection", test_selection);
  g_test_add_func ("/timeline-one/wheel", test_wheel);
  g_test_add_func ("/timeline-one/joint", test_joint);
  g_test_add_func ("/timeline-one/back", test_back);
  return g_test_run ();
}
