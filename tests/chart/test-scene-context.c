/* Turning points and rounds of a scene: where they stand, what they are called, what is hit, and
 * that they count nothing. */
#include "config.h"

#include "entente-hit.h"
#include "entente-scene.h"

enum { CAUSE = 10, TURN = 11, AFTER = 12, ROUND = 13, UNDATED = 14 };

typedef struct {
  EntenteChronicle *chronicle;
  EntenteLaneIndex *index;
  EntenteLanes *lanes;
  EntenteScene *scene;
  EntenteSceneInput input;
} Fixture;

static void
add_event (EntenteChronicleBuilder *builder, EntenteId id, const char *kind, const char *when)
{
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();
  const EntenteParticipationRow part = { .event = id, .actor = 1, .role = ENTENTE_ROLE_INITIATOR };
  g_autoptr (EntenteEvent) event = entente_event_new ();
  EntenteEventRow row;

  event->record.id = id;
  event->kind = g_strdup (kind);
  event->when = when != NULL ? entente_date_parse (when, NULL) : NULL;
  entente_event_get_row (event, &row);
  sink->event (builder, &row);
  sink->participation (builder, &part);
}

static void
add_point (EntenteChronicleBuilder *builder,
           EntenteId id,
           const char *title,
           EntenteId cause,
           EntenteId departure,
           EntenteId consequence)
{
  g_autoptr (EntenteTurningPoint) point = entente_turning_point_new ();

  point->record.id = id;
  point->title = g_strdup (title);
  point->cause = cause;
  point->departure = departure;
  point->consequence = consequence;
  entente_chronicle_builder_get_sink ()->turning_point (builder, point);
}

static EntenteChronicle *
make_chronicle (void)
{
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();
  g_autoptr (EntenteActor) actor = entente_actor_new ();
  const EntenteLinkRow part = { .id = 1, .from = TURN, .to = ROUND, .type = ENTENTE_LINK_PART_OF };
  const EntenteLinkRow other = { .id = 2,
                                 .from = AFTER,
                                 .to = ROUND,
                                 .type = ENTENTE_LINK_PART_OF };

  actor->record.id = 1;
  actor->name = g_strdup ("North");
  sink->actor (builder, actor);
  add_event (builder, CAUSE, "attack", "2018-02-10");
  add_event (builder, TURN, "offer", "2018-06-10");
  add_event (builder, AFTER, "statement", "2018-08-20");
  add_event (builder, ROUND, "talks", "2018-06-01");
  add_event (builder, UNDATED, "statement", NULL);
  sink->link (builder, &part);
  sink->link (builder, &other);
  add_point (builder, 20, "The turn", CAUSE, TURN, AFTER);
  add_point (builder, 21, "Nowhere", 0, UNDATED, 0);
  return entente_chronicle_builder_build (builder, 0);
}

static double
measure (EntenteLabelStyle style, const char *text, gpointer data)
{
  return (double) g_utf8_strlen (text, -1) * 7;
}

static const char *
get_title (guint32 row, gpointer data)
{
  return "Round 1";
}

static gint64
get_time (int month)
{
  return entente_day_number (2018, month, 1) * ENTENTE_SECONDS_PER_DAY;
}

static void
update (Fixture *fixture, int first_month, int end_month)
{
  fixture->input.scale =
    entente_timescale_fit ((EntenteSpan){ get_time (first_month), get_time (end_month) }, 1000, 0);
  entente_scene_update (fixture->scene, &fixture->input);
}

static void
fixture_init (Fixture *fixture)
{
  EntenteSceneInput input = { 0 };

  fixture->chronicle = make_chronicle ();
  fixture->index = entente_lane_index_new_by (fixture->chronicle,
                                              ENTENTE_LANES_BY_ACTOR,
                                              ENTENTE_LANES_SHELF_DAYS);
  fixture->lanes = entente_lanes_new (fixture->index, fixture->chronicle, NULL, NULL);
  fixture->scene = entente_scene_new ();
  input.chronicle = fixture->chronicle;
  input.lanes = fixture->lanes;
  input.height_px = 400;
  input.published = input.today = ENTENTE_TIME_MIN;
  input.title = get_title;
  input.measure = measure;
  fixture->input = input;
}

static void
fixture_clear (Fixture *fixture)
{
  entente_scene_free (fixture->scene);
  entente_lanes_unref (fixture->lanes);
  entente_lane_index_unref (fixture->index);
  entente_chronicle_unref (fixture->chronicle);
}

static void
test_turn (void)
{
  Fixture fixture;
  const EntenteSceneMark *mark;
  const EntenteSceneTurn *turn;
  guint32 selection;

  fixture_init (&fixture);
  selection = entente_chronicle_find_row (fixture.chronicle, CAUSE);
  update (&fixture, 1, 12);
  g_assert_cmpuint (fixture.scene->n_turns, ==, 1); /* what has no date has no place */
  turn = &fixture.scene->turns[0];
  mark = entente_scene_find_mark (fixture.scene, turn->row);
  g_assert_cmpfloat (turn->x, ==, mark->x);
  g_assert_cmpstr (turn->text, ==, "The turn");
  g_assert_false (turn->selected);
  g_assert_cmpuint (fixture.scene->turn_line, ==, fixture.scene->n_era_lines - 1);
  g_assert_cmpint (entente_hit_find_turn (fixture.scene, turn->x), ==, 0);
  g_assert_cmpint (entente_hit_find_turn (fixture.scene, turn->text_x + 10), ==, 0);
  g_assert_cmpint (entente_hit_find_turn (fixture.scene, turn->x - 20), ==, -1);
  fixture.input.selection = &selection;
  fixture.input.n_selection = 1;
  update (&fixture, 1, 12);
  turn = &fixture.scene->turns[0];
  g_assert_true (turn->selected);
  g_assert_cmpfloat (turn->cause_x, <, turn->x);
  g_assert_cmpfloat (turn->consequence_x, >, turn->x);
  fixture_clear (&fixture);
}

/* Out of view, and hidden. */
static void
test_hidden (void)
{
  Fixture fixture;

  fixture_init (&fixture);
  update (&fixture, 8, 12);
  g_assert_cmpuint (fixture.scene->n_turns, ==, 0);
  g_assert_cmpuint (fixture.scene->n_era_lines, ==, 1); /* the lanes do not jump */
  fixture.input.hides_turns = TRUE;
  update (&fixture, 1, 12);
  g_assert_cmpuint (fixture.scene->n_turns, ==, 0);
  g_assert_cmpuint (fixture.scene->n_era_lines, ==, 0);
  g_assert_cmpuint (fixture.scene->turn_line, ==, ENTENTE_NO_INDEX);
  fixture_clear (&fixture);
}

static void
test_round (void)
{
  Fixture fixture;
  const EntenteSceneRound *round;
  const EntenteSceneLane *lane;

  fixture_init (&fixture);
  update (&fixture, 1, 12);
  g_assert_cmpuint (fixture.scene->n_rounds, ==, 1);
  round = &fixture.scene->rounds[0];
  lane = &fixture.scene->lanes[round->lane];
  g_assert_cmpuint (round->n_moves, ==, 2);
  g_assert_cmpuint (round->n_in_view, ==, 2);
  g_assert_cmpstr (round->text, ==, "Round 1");
  g_assert_cmpfloat (round->y, >=, lane->y);
  g_assert_cmpfloat (round->y + round->height, <=, lane->y + lane->height);
  /* The title stands above all marks of its lane, and what is part of it hangs on the bracket. */
  g_assert_cmpfloat (lane->head, >=, round->height);
  g_assert_cmpuint (fixture.scene->n_round_drops, ==, 3);
  for (guint i = 0; i < fixture.scene->n_round_drops; i++) {
    const EntenteSceneRoundDrop *drop = &fixture.scene->round_drops[i];

    g_assert_cmpuint (drop->round, ==, 0);
    g_assert_cmpfloat (drop->y0, ==, round->rule_y);
    g_assert_cmpfloat (drop->y1, >, drop->y0);
  }
  for (guint i = 0; i < fixture.scene->n_marks; i++) {
    const EntenteSceneMark *mark = &fixture.scene->marks[i];

    g_assert_cmpfloat (mark->y - ENTENTE_SCENE_ROW / 2, >=, lane->y + lane->head - 1);
  }
  for (guint i = 0; i < fixture.scene->n_marks; i++) {
    const EntenteSceneMark *mark = &fixture.scene->marks[i];
    gboolean within = mark->x > round->x0 && mark->x < round->x1;

    g_assert_true (within == (entente_chronicle_get_id (fixture.chronicle, mark->row) != CAUSE));
  }
  g_assert_cmpint (
    entente_hit_find_round (fixture.scene, (round->x0 + round->x1) / 2, round->y + 1),
    ==,
    0);
  g_assert_cmpint (entente_hit_find_round (fixture.scene, round->x0 - 5, round->y + 1), ==, -1);
  update (&fixture, 7, 12);
  g_assert_cmpuint (fixture.scene->rounds[0].n_in_view, ==, 1);
  update (&fixture, 10, 12);
  g_assert_cmpuint (fixture.scene->n_rounds, ==, 0);
  fixture_clear (&fixture);
}

/* A name only where it has room. */
static void
test_narrow (void)
{
  Fixture fixture;

  fixture_init (&fixture);
  fixture.input.scale =
    entente_timescale_fit ((EntenteSpan){ get_time (1) - (gint64) 10 * 366 * 86400,
                                          get_time (12) + (gint64) 10 * 366 * 86400 },
                           1000,
                           0);
  entente_scene_update (fixture.scene, &fixture.input);
  g_assert_cmpuint (fixture.scene->n_rounds, ==, 1);
  g_assert_null (fixture.scene->rounds[0].text);
  fixture_clear (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene-context/turn", test_turn);
  g_test_add_func ("/scene-context/hidden", test_hidden);
  g_test_add_func ("/scene-context/round", test_round);
  g_test_add_func ("/scene-context/narrow", test_narrow);
  return g_test_run ();
}
