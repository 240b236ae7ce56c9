/* Flags of positions: in the lane of the actor or of its body, at the place of the date, below all
 * marks; those that would cover each other are one; the counts of events stay as they are. */
#include "config.h"

#include "sample-chronicle.h"

#include "entente-scene.h"

typedef struct {
  EntenteChronicle *chronicle;
  EntenteBitset *filter;
  EntenteLaneIndex *index;
  EntenteLanes *lanes;
  EntenteScene *scene, *plain;
  EntenteSceneInput input;
  GPtrArray *records;
  EntentePositions *positions;
} Fixture;

static double
measure (EntenteLabelStyle style, const char *text, gpointer data)
{
  return (double) g_utf8_strlen (text, -1) * 7;
}

static void
add (Fixture *fixture, guint32 actor, const char *edtf)
{
  EntentePosition *position = entente_position_new ();

  position->record.id = fixture->records->len + 1;
  position->actor = entente_chronicle_get_actor (fixture->chronicle, actor)->record.id;
  position->issue = 1;
  position->when = entente_date_parse (edtf, NULL);
  position->kind = ENTENTE_POSITION_OFFER;
  g_ptr_array_add (fixture->records, position);
}

static void
init (Fixture *fixture)
{
  EntenteSceneInput input = { 0 };

  fixture->chronicle = sample_chronicle_new ();
  fixture->filter = sample_filter_new (fixture->chronicle);
  fixture->index = entente_lane_index_new_by (fixture->chronicle, ENTENTE_LANES_BY_ACTOR, 100);
  fixture->lanes = entente_lanes_new (fixture->index, fixture->chronicle, fixture->filter, NULL);
  fixture->scene = entente_scene_new ();
  fixture->plain = entente_scene_new ();
  fixture->records = g_ptr_array_new_with_free_func (entente_record_unref);
  input.chronicle = fixture->chronicle;
  input.filtered = fixture->filter;
  input.lanes = fixture->lanes;
  input.shelf_width_px = 1000;
  input.titles = TRUE;
  input.published = input.today = ENTENTE_TIME_MIN;
  input.title = sample_title;
  input.measure = measure;
  input.data = fixture->chronicle;
  fixture->input = input;
}

static void
show (Fixture *fixture, const char *first, const char *last)
{
  g_autoptr (EntenteDate) from = entente_date_parse (first, NULL);
  g_autoptr (EntenteDate) to = entente_date_parse (last, NULL);
  EntenteSpan span = { from->points.earliest_start, to->points.latest_end };

  fixture->input.scale = entente_timescale_fit (span, 1000, 0);
  fixture->input.positions = NULL;
  entente_scene_update (fixture->plain, &fixture->input);
  g_clear_pointer (&fixture->positions, entente_positions_unref);
  fixture->positions = entente_positions_new (fixture->records);
  fixture->input.positions = fixture->positions;
  entente_scene_update (fixture->scene, &fixture->input);
}

static void
clear (Fixture *fixture)
{
  entente_scene_free (fixture->scene);
  entente_scene_free (fixture->plain);
  entente_positions_unref (fixture->positions);
  g_ptr_array_unref (fixture->records);
  entente_lanes_unref (fixture->lanes);
  entente_lane_index_unref (fixture->index);
  entente_bitset_unref (fixture->filter);
  entente_chronicle_unref (fixture->chronicle);
}

static guint32
get_actor (Fixture *fixture, guint lane)
{
  return entente_lanes_get (fixture->lanes, lane)->actor;
}

static void
test_places (void)
{
  Fixture fixture = { 0 };
  const EntenteScenePosition *flags;

  init (&fixture);
  add (&fixture, get_actor (&fixture, 0), "2018-03-01");
  add (&fixture, get_actor (&fixture, 1), "2018-05");
  add (&fixture, get_actor (&fixture, 1), "");
  show (&fixture, "2018-01", "2018-12");
  flags = fixture.scene->positions;

  g_assert_cmpuint (fixture.scene->n_positions, ==, 2);
  g_assert_cmpuint (flags[0].lane, ==, 0);
  g_assert_cmpuint (flags[1].lane, ==, 1);
  g_assert_false (flags[0].hollow);
  g_assert_cmpfloat (flags[0].x1 - flags[0].x0, ==, 0);
  g_assert_true (flags[1].hollow);
  g_assert_cmpfloat_with_epsilon (flags[1].x1 - flags[1].x0, 1000 * 31.0 / 365, 1);
  g_assert_cmpfloat (flags[1].x, >, flags[1].x0);
  clear (&fixture);
}

/* A lane with flags has a strip more; its marks stand as they stood in a lane without, and above
 * them. */
static void
test_room (void)
{
  Fixture fixture = { 0 };

  init (&fixture);
  add (&fixture, get_actor (&fixture, 1), "2018-03-01");
  show (&fixture, "2018-01", "2018-12");

  g_assert_cmpfloat (fixture.scene->lanes[0].height, ==, fixture.plain->lanes[0].height);
  g_assert_cmpfloat (fixture.scene->lanes[1].height,
                     ==,
                     fixture.plain->lanes[1].height + ENTENTE_SCENE_STRIP);
  g_assert_cmpuint (fixture.scene->n_marks, ==, fixture.plain->n_marks);
  for (guint i = 0; i < fixture.scene->n_marks; i++) {
    const EntenteSceneMark *mark = &fixture.scene->marks[i], *was = &fixture.plain->marks[i];

    g_assert_cmpfloat (mark->x, ==, was->x);
    g_assert_cmpfloat (mark->y - fixture.scene->lanes[mark->lane].y,
                       ==,
                       was->y - fixture.plain->lanes[was->lane].y);
    if (mark->lane == 1)
      g_assert_cmpfloat (mark->y, <, fixture.scene->positions[0].y);
  }
  g_assert_cmpmem (&fixture.scene->counts,
                   sizeof (EntenteSceneCounts),
                   &fixture.plain->counts,
                   sizeof (EntenteSceneCounts));
  clear (&fixture);
}

/* Near ones are one flag, found at its place, which tells which they are; apart when there is room.
 */
static void
test_together (void)
{
  Fixture fixture = { 0 };
  const EntenteScenePosition *flag;

  init (&fixture);
  add (&fixture, get_actor (&fixture, 0), "2018-03-01");
  add (&fixture, get_actor (&fixture, 1), "2018-03-02");
  add (&fixture, get_actor (&fixture, 0), "2018-03-03");
  show (&fixture, "2010", "2019");
  g_assert_cmpuint (fixture.scene->n_positions, ==, 2);
  flag = &fixture.scene->positions[0];
  g_assert_cmpuint (flag->n, ==, 2);
  g_assert_cmpuint (entente_scene_get_position (fixture.scene, 0, 0), ==, 0);
  g_assert_cmpuint (entente_scene_get_position (fixture.scene, 0, 1), ==, 2);
  g_assert_cmpuint (entente_scene_get_position (fixture.scene, 0, 2), ==, G_MAXUINT);
  g_assert_cmpuint (entente_scene_get_flag (fixture.scene, 1), ==, 1);
  g_assert_cmpuint (entente_scene_get_flag (fixture.scene, 2), ==, 0);
  g_assert_cmpuint (entente_scene_get_flag (fixture.scene, 3), ==, G_MAXUINT);
  g_assert_cmpuint (entente_scene_find_position (fixture.scene, flag->x + 3, flag->y - 3, 2),
                    ==,
                    0);
  g_assert_cmpuint (entente_scene_find_position (fixture.scene, flag->x + 40, flag->y, 2),
                    ==,
                    G_MAXUINT);
  show (&fixture, "2018-02-25", "2018-03-10");
  g_assert_cmpuint (fixture.scene->n_positions, ==, 3);
  clear (&fixture);
}

/* Heights do not depend on what part of time is looked at; flags out of sight are none. */
static void
test_panning (void)
{
  Fixture fixture = { 0 };

  init (&fixture);
  add (&fixture, get_actor (&fixture, 0), "2018-03-01");
  show (&fixture, "1990-01", "1990-12");
  g_assert_cmpuint (fixture.scene->n_positions, ==, 0);
  g_assert_cmpfloat (fixture.scene->lanes[0].strip, ==, ENTENTE_SCENE_STRIP);
  clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene-positions/places", test_places);
  g_test_add_func ("/scene-positions/room", test_room);
  g_test_add_func ("/scene-positions/together", test_together);
  g_test_add_func ("/scene-positions/panning", test_panning);
  return g_test_run ();
}
