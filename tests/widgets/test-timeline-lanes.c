/* What a person does to lanes of a timeline: moves them by key and by drag, pins, folds and hides
 * them, brings them back, and chooses what they stand for; and that the choice leads back to the
 * same lanes. */
#include "config.h"

#include "../chart/sample-fields.h"
#include "entente-bare-timeline.h"
#include "entente-sample-fixture.h"

#include <adwaita.h>

typedef EntenteBareTimeline Fixture;

static void
fixture_init (Fixture *fixture)
{
  entente_bare_timeline_init (fixture, field_chronicle_new (), 600);
}

/* Names from the top. */
static void
assert_lanes (EntenteTimeline *timeline, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < entente_lanes_get_n (timeline->lanes); i++)
    g_string_append_printf (text,
                            "%s%s",
                            i > 0 ? ", " : "",
                            entente_lanes_get_name (timeline->lanes, i));
  g_assert_cmpstr (text->str, ==, expected);
}

/* All that passes the filter is in one of the counts. */
static void
assert_sum (EntenteTimeline *timeline)
{
  const EntenteSceneCounts *counts = &timeline->scene->counts;

  entente_timeline_ensure_scene (timeline);
  g_assert_cmpuint (counts->marks + counts->bundled + counts->dense + counts->shelf +
                      counts->before + counts->after + counts->hidden,
                    ==,
                    entente_chronicle_get_n_rows (timeline->chronicle));
}

static void
press (Fixture *fixture, guint key)
{
  g_assert_true (entente_timeline_keys_press (fixture->timeline, key, GDK_ALT_MASK));
  entente_bare_timeline_wait (fixture);
  assert_sum (fixture->timeline);
}

static void
focus (Fixture *fixture, const char *event)
{
  entente_timeline_keys_focus_row (fixture->timeline,
                                   field_find_row (fixture->chronicle, event),
                                   ENTENTE_NO_INDEX,
                                   TRUE);
}

static void
assert_said (Fixture *fixture, const char *description)
{
  gtk_test_accessible_assert_property (fixture->timeline->items[fixture->timeline->item],
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       description);
}

static void
test_keys (void)
{
  Fixture fixture;

  fixture_init (&fixture);
  g_object_set (fixture.timeline, "lanes", "article", NULL);
  entente_bare_timeline_wait (&fixture);
  assert_lanes (fixture.timeline, "one, two, three, Without an article");
  focus (&fixture, "again");
  assert_said (&fixture, "Lane two, 2 of 4");
  press (&fixture, GDK_KEY_Up);
  assert_lanes (fixture.timeline, "two, one, three, Without an article");
  assert_said (&fixture, "Lane two, 1 of 4");
  press (&fixture, GDK_KEY_Up); /* no further */
  press (&fixture, GDK_KEY_Down);
  press (&fixture, GDK_KEY_Down);
  assert_lanes (fixture.timeline, "one, three, two, Without an article");
  press (&fixture, GDK_KEY_Home);
  assert_lanes (fixture.timeline, "two, one, three, Without an article");
  g_assert_true (entente_lanes_get (fixture.timeline->lanes, 0)->pinned);
  g_assert_cmpuint (fixture.timeline->focus_lane, ==, 0);
  press (&fixture, GDK_KEY_minus);
  g_assert_cmpfloat (fixture.timeline->scene->lanes[0].height, ==, ENTENTE_SCENE_LANE_FOLDED);
  press (&fixture, GDK_KEY_minus);
  g_assert_cmpfloat (fixture.timeline->scene->lanes[0].height, >, ENTENTE_SCENE_LANE_FOLDED);
  entente_bare_timeline_clear (&fixture);
}

/* Named and counted in the line below the names, from which they come back. */
static void
test_hide (void)
{
  Fixture fixture;
  GtkWidget *button;

  fixture_init (&fixture);
  button = fixture.timeline->hidden_button;
  g_object_set (fixture.timeline, "lanes", "issue", NULL);
  entente_bare_timeline_wait (&fixture);
  assert_lanes (fixture.timeline, "prisoners, troops, Without an issue");
  g_assert_false (gtk_widget_get_visible (button));
  focus (&fixture, "again");
  press (&fixture, GDK_KEY_Delete);
  assert_lanes (fixture.timeline, "prisoners, Without an issue");
  g_assert_true (gtk_widget_get_visible (button));
  gtk_test_accessible_assert_property (button,
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "1 hidden lane, 2 of 3 moves out of sight: troops");
  g_assert_cmpuint (fixture.timeline->scene->counts.hidden, ==, 2);
  g_assert_cmpint (fixture.timeline->parts.hidden.y,
                   >=,
                   fixture.timeline->parts.lanes.y + fixture.timeline->parts.lanes.height);
  /* The keyboard went to a move that shows. */
  g_assert_true (fixture.timeline->focus_event != field_event_id ("again"));
  g_assert_true (gtk_widget_is_focus (fixture.timeline->items[fixture.timeline->item]));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture.timeline), GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_is_focus (button));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture.timeline), GTK_DIR_TAB_BACKWARD));
  g_assert_false (gtk_widget_is_focus (button));
  press (&fixture, GDK_KEY_Delete);
  g_assert_cmpuint (entente_lanes_get_n (fixture.timeline->lanes), ==, 1);
  press (&fixture, GDK_KEY_Insert);
  g_assert_true (gtk_widget_get_visible (fixture.timeline->popover));
  gtk_popover_popdown (GTK_POPOVER (fixture.timeline->popover));
  entente_timeline_lanes_show (fixture.timeline, entente_id_from_key ("troops"));
  g_assert_cmpuint (entente_lanes_get_n (fixture.timeline->lanes), ==, 2);
  gtk_widget_activate_action (GTK_WIDGET (fixture.timeline), "timeline.show-lanes", NULL);
  assert_lanes (fixture.timeline, "prisoners, troops, Without an issue");
  g_assert_false (gtk_widget_get_visible (button));
  assert_sum (fixture.timeline);
  entente_bare_timeline_clear (&fixture);
}

/* Middle of the name of a lane. */
static double
get_y (EntenteTimeline *timeline, guint lane)
{
  const EntenteSceneLane *drawn = &timeline->scene->lanes[lane];

  return timeline->parts.lanes.y + drawn->y + drawn->height / 2 - timeline->scroll_y;
}

static void
drag (Fixture *fixture, guint lane, double to_y)
{
  EntenteTimeline *timeline = fixture->timeline;

  timeline->drag = TIMELINE_DRAG_LANE;
  timeline->drag_x = timeline->drag_now_x = 60;
  timeline->drag_y = get_y (timeline, lane);
  timeline->drag_now_y = to_y;
  entente_timeline_lane_drag_begin (timeline, timeline->drag_x, timeline->drag_y);
  entente_timeline_lane_drag_end (timeline);
  timeline->drag = TIMELINE_DRAG_NONE;
  entente_bare_timeline_wait (fixture);
}

static void
test_drag (void)
{
  Fixture fixture;

  fixture_init (&fixture);
  g_object_set (fixture.timeline, "lanes", "article", "lane-order", "name", NULL);
  entente_bare_timeline_wait (&fixture);
  assert_lanes (fixture.timeline, "one, three, two, Without an article");
  drag (&fixture, 2, get_y (fixture.timeline, 0) - 10);
  assert_lanes (fixture.timeline, "two, one, three, Without an article");
  /* What was put by hand stays, whatever the order was before. */
  g_assert_cmpint (fixture.timeline->lane_choice->order, ==, ENTENTE_LANE_ORDER_HAND);
  drag (&fixture, 0, get_y (fixture.timeline, 0) + 5);
  assert_lanes (fixture.timeline, "two, one, three, Without an article");
  drag (&fixture, 0, 10000);
  assert_lanes (fixture.timeline, "one, three, Without an article, two");
  assert_sum (fixture.timeline);
  entente_bare_timeline_clear (&fixture);
}

static void
test_choice (void)
{
  Fixture fixture;
  g_autofree char *text = NULL, *order = NULL;

  fixture_init (&fixture);
  for (guint field = 0; field < ENTENTE_N_LANE_FIELDS; field++) {
    g_object_set (fixture.timeline, "lanes", entente_lane_field_get_nick (field), NULL);
    entente_bare_timeline_wait (&fixture);
    assert_sum (fixture.timeline);
  }
  g_object_set (fixture.timeline, "lanes", "outlet", "lane-order", "count", NULL);
  focus (&fixture, "again");
  press (&fixture, GDK_KEY_Delete);
  text = entente_timeline_get_lane_choice (fixture.timeline);
  entente_timeline_set_lane_choice (fixture.timeline, NULL);
  g_assert_cmpint (fixture.timeline->lane_choice->field, ==, ENTENTE_LANES_BY_ACTOR);
  entente_timeline_set_lane_choice (fixture.timeline, text);
  g_object_get (fixture.timeline, "lane-order", &order, NULL);
  g_assert_cmpstr (order, ==, "count");
  assert_lanes (fixture.timeline, "The Post, Without an outlet");
  entente_bare_timeline_clear (&fixture);
}

/* The order of actors is a step of the study, and undone like any other. */
static void
test_actors (void)
{
  EntenteSample *sample = entente_sample_new ();
  EntenteTimeline *timeline;
  g_autoptr (EntenteChangeSet) changes = NULL;
  g_autofree char *first = NULL, *second = NULL;

  timeline = ENTENTE_TIMELINE (g_object_ref_sink (entente_timeline_new (sample->session)));
  entente_sample_settle (sample);
  first = g_strdup (entente_lanes_get_name (timeline->lanes, 0));
  second = g_strdup (entente_lanes_get_name (timeline->lanes, 1));
  entente_timeline_lanes_move (timeline, 1, 0);
  entente_sample_settle (sample);
  g_assert_cmpstr (entente_lanes_get_name (timeline->lanes, 0), ==, second);
  g_assert_cmpstr (entente_study_get_undo_label (sample->study), ==, "Move lane");
  changes = entente_study_undo (sample->study, NULL);
  g_assert_nonnull (changes);
  entente_sample_settle (sample);
  g_assert_cmpstr (entente_lanes_get_name (timeline->lanes, 0), ==, first);
  g_assert_finalize_object (timeline);
  entente_sample_free (sample);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/timeline-lanes/keys", test_keys);
  g_test_add_func ("/timeline-lanes/hide", test_hide);
  g_test_add_func ("/timeline-lanes/drag", test_drag);
  g_test_add_func ("/timeline-lanes/choice", test_choice);
  g_test_add_func ("/timeline-lanes/actors", test_actors);
  return g_test_run ();
}
