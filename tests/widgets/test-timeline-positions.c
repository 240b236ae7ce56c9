/* Flags of positions on the timeline: they are there unless hidden, a click selects what they stand
 * for in turn, and their tip says it. */
#include "config.h"

#include "entente-position-list.h"
#include "entente-timeline-fixture.h"
#include "entente-widget-probe.h"

typedef struct {
  EntenteTimelineFixture timeline;
  EntentePositionList *list;
} Fixture;

static EntenteTimeline *
get_timeline (Fixture *fixture)
{
  return fixture->timeline.timeline;
}

static guint
count_flags (Fixture *fixture)
{
  entente_timeline_ensure_scene (get_timeline (fixture));
  return get_timeline (fixture)->scene->n_positions;
}

static void
init (Fixture *fixture)
{
  entente_timeline_fixture_init (&fixture->timeline);
  fixture->list = entente_session_get_positions (fixture->timeline.sample->session);
  entente_probe_wait (entente_position_list_is_read (fixture->list));
  entente_timeline_fixture_settle (&fixture->timeline);
}

/* The middle of a flag, in the widget. */
static void
find (Fixture *fixture, guint flag, double *x, double *y)
{
  EntenteTimeline *timeline = get_timeline (fixture);

  entente_timeline_ensure_scene (timeline);
  *x = timeline->scene->positions[flag].x + timeline->parts.lanes.x;
  *y = timeline->scene->positions[flag].y - timeline->scroll_y + timeline->parts.lanes.y;
}

/* One that stands for several when @several, in the first lane. */
static guint
pick (Fixture *fixture, gboolean several)
{
  const EntenteScene *scene = get_timeline (fixture)->scene;

  for (guint i = 0; i < scene->n_positions; i++)
    if (scene->positions[i].lane == 0 && (scene->positions[i].n > 1) == several)
      return i;
  return G_MAXUINT;
}

static void
test_hide (void)
{
  Fixture fixture;
  guint n;

  init (&fixture);
  n = count_flags (&fixture);
  g_assert_cmpuint (n, >, 5);
  g_object_set (fixture.list, "on-timeline", FALSE, NULL);
  g_assert_cmpuint (count_flags (&fixture), ==, 0);
  g_object_set (fixture.list, "on-timeline", TRUE, NULL);
  g_assert_cmpuint (count_flags (&fixture), ==, n);
  entente_timeline_fixture_clear (&fixture.timeline);
}

static gboolean
tells_homeless (Fixture *fixture, const char *text)
{
  GtkWidget *button = get_timeline (fixture)->hidden_button;
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  return gtk_widget_get_visible (button) == (text != NULL) &&
         (text == NULL || g_str_equal (gtk_label_get_text (GTK_LABEL (label)), text));
}

/* A position of somebody who has no lane is counted where it cannot be drawn. */
static void
test_homeless (void)
{
  Fixture fixture;
  EntenteStep *step = entente_step_new ("Add");
  g_autoptr (EntenteActor) actor = entente_actor_new ();
  g_autoptr (EntentePosition) position = entente_position_new ();
  guint n;

  init (&fixture);
  n = count_flags (&fixture);
  g_assert_true (tells_homeless (&fixture, NULL));
  actor->record.id = entente_id_new ();
  actor->name = g_strdup ("Somebody");
  position->record.id = entente_id_new ();
  position->actor = actor->record.id;
  position->when = entente_date_parse ("2018-08-01", NULL);
  entente_step_insert (step, actor);
  entente_step_insert (step, position);
  entente_sample_apply (fixture.timeline.sample, step);
  entente_probe_wait (tells_homeless (&fixture, "1 position in no lane"));
  g_assert_cmpuint (count_flags (&fixture), ==, n);
  entente_probe_wait (get_timeline (&fixture)->parts.hidden.height > 0);
  g_object_set (fixture.list, "on-timeline", FALSE, NULL);
  g_assert_true (tells_homeless (&fixture, NULL));
  entente_timeline_fixture_clear (&fixture.timeline);
}

/* The count of events knows nothing of them. */
static void
test_counts (void)
{
  Fixture fixture;
  EntenteSceneCounts before, after;

  init (&fixture);
  count_flags (&fixture);
  before = get_timeline (&fixture)->scene->counts;
  g_object_set (fixture.list, "on-timeline", FALSE, NULL);
  count_flags (&fixture);
  after = get_timeline (&fixture)->scene->counts;
  g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
  entente_timeline_fixture_clear (&fixture.timeline);
}

static void
test_click (void)
{
  Fixture fixture;
  double x, y;
  guint flag;
  EntenteId first;

  init (&fixture);
  count_flags (&fixture);
  flag = pick (&fixture, FALSE);
  g_assert_cmpuint (flag, !=, G_MAXUINT);
  find (&fixture, flag, &x, &y);
  g_assert_true (entente_timeline_positions_click (get_timeline (&fixture), x, y));
  first = entente_position_list_get_selected (fixture.list);
  g_assert_cmpint (first, !=, ENTENTE_ID_NONE);
  g_assert_true (entente_timeline_positions_click (get_timeline (&fixture), x, y));
  g_assert_cmpint (entente_position_list_get_selected (fixture.list), ==, first);
  g_assert_false (entente_timeline_positions_click (get_timeline (&fixture), x, y - 60));
  entente_timeline_fixture_clear (&fixture.timeline);
}

/* Of several in one place each comes in turn. */
static void
test_turns (void)
{
  Fixture fixture;
  const EntenteScene *scene;
  double x, y;
  guint flag = G_MAXUINT, n;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  init (&fixture);
  count_flags (&fixture);
  scene = get_timeline (&fixture)->scene;
  for (guint i = 0; i < scene->n_positions; i++)
    if (scene->positions[i].n > 1)
      flag = i;
  g_assert_cmpuint (flag, !=, G_MAXUINT);
  n = scene->positions[flag].n;
  entente_timeline_view_scroll_lanes (get_timeline (&fixture),
                                      scene->positions[flag].y - get_timeline (&fixture)->scroll_y -
                                        40);
  for (guint i = 0; i < n; i++) {
    find (&fixture, flag, &x, &y);
    g_assert_true (entente_timeline_positions_click (get_timeline (&fixture), x, y));
    g_hash_table_add (seen,
                      GSIZE_TO_POINTER ((gsize) entente_position_list_get_selected (fixture.list)));
  }
  g_assert_cmpuint (g_hash_table_size (seen), ==, n);
  entente_timeline_fixture_clear (&fixture.timeline);
}

/* Who selects one elsewhere, by keys, has its flag in view. */
static void
test_reveal (void)
{
  Fixture fixture;
  const EntentePositions *positions;
  guint n_flags = 0;

  init (&fixture);
  positions = entente_position_list_get (fixture.list);
  for (guint i = 0; i < entente_positions_get_n (positions); i++) {
    EntenteTimeline *timeline = get_timeline (&fixture);
    EntenteSpan span = entente_timeline_get_visible_span (timeline), other;
    guint flag;

    /* Somewhere else, at its foot. */
    other = (EntenteSpan){ span.start - 400 * ENTENTE_SECONDS_PER_DAY,
                           span.start - 300 * ENTENTE_SECONDS_PER_DAY };
    entente_timeline_set_visible_span (timeline, i % 2 ? other : span, FALSE);
    entente_timeline_view_scroll_lanes (timeline, 100000);
    entente_position_list_select (fixture.list, ENTENTE_ID_NONE);
    entente_position_list_select (fixture.list, entente_positions_get (positions, i)->record.id);
    entente_timeline_fixture_settle (&fixture.timeline);
    entente_timeline_ensure_scene (timeline);
    if (entente_scene_get_position_lane (timeline->scene, i) == ENTENTE_NO_INDEX)
      continue;
    flag = entente_scene_get_flag (timeline->scene, i);
    g_assert_cmpuint (flag, !=, G_MAXUINT);
    g_assert_cmpfloat (timeline->scene->positions[flag].x, >=, 0);
    g_assert_cmpfloat (timeline->scene->positions[flag].x, <=, timeline->parts.lanes.width);
    g_assert_cmpfloat (timeline->scene->positions[flag].y, >=, timeline->scroll_y);
    n_flags++;
  }
  g_assert_cmpuint (n_flags, >, 5);
  entente_timeline_fixture_clear (&fixture.timeline);
}

static void
test_tip (void)
{
  Fixture fixture;
  double x, y;
  GtkWidget *tip, *window = gtk_window_new ();

  init (&fixture);
  count_flags (&fixture);
  find (&fixture, pick (&fixture, FALSE), &x, &y);
  tip = entente_timeline_tip_make (get_timeline (&fixture), x, y);
  g_assert_nonnull (tip);
  gtk_window_set_child (GTK_WINDOW (window), tip);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (entente_probe_says (tip, "1 position"));
  gtk_window_destroy (GTK_WINDOW (window));
  entente_timeline_fixture_clear (&fixture.timeline);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/timeline-positions/homeless", test_homeless);
  g_test_add_func ("/timeline-positions/hide", test_hide);
  g_test_add_func ("/timeline-positions/counts", test_counts);
  g_test_add_func ("/timeline-positions/click", test_click);
  g_test_add_func ("/timeline-positions/turns", test_turns);
  g_test_add_func ("/timeline-positions/reveal", test_reveal);
  g_test_add_func ("/timeline-positions/tip", test_tip);
  return g_test_run ();
}
