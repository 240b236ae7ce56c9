/* Answers between marks: those that are too many to be drawn are counted. */
#include "config.h"

#include "entente-scene.h"
#include "sample-chronicle.h"

#define N_MOVES 400

static double
measure (guint style, const char *text, gpointer data)
{
  return 6.0 * (double) strlen (text);
}

static void
add_move (EntenteChronicleBuilder *builder, guint i)
{
  EntenteEventRow row = { .id = (EntenteId) i + 1, .form = ENTENTE_DATE_POINT };
  EntenteLinkRow link = { .id = (EntenteId) i + 5000, .from = row.id, .to = row.id - 1 };
  gint64 start = sample_time ("2018-01-01", FALSE) + (gint64) i * ENTENTE_SECONDS_PER_DAY;

  row.precision = ENTENTE_PRECISION_DAY;
  row.points.earliest_start = row.points.earliest_end = start;
  row.points.latest_start = row.points.latest_end = start + ENTENTE_SECONDS_PER_DAY;
  link.type = ENTENTE_LINK_ANSWERS;
  entente_chronicle_builder_get_sink ()->event (builder, &row);
  if (i > 0)
    entente_chronicle_builder_get_sink ()->link (builder, &link);
}

/* Each move answers the one of the day before. */
static EntenteChronicle *
create_chain (void)
{
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();

  for (guint i = 0; i < N_MOVES; i++)
    add_move (builder, i);
  return entente_chronicle_builder_build (builder, 0);
}

static void
test_too_many (void)
{
  g_autoptr (EntenteChronicle) chronicle = create_chain ();
  g_autoptr (EntenteLaneIndex) index = entente_lane_index_new (chronicle, ENTENTE_LANES_SHELF_DAYS);
  g_autoptr (EntenteLanes) lanes = entente_lanes_new (index, chronicle, NULL, NULL);
  g_autoptr (EntenteScene) scene = entente_scene_new ();
  EntenteSpan all = { 0, 1 }, week;
  EntenteSceneInput input = { .chronicle = chronicle, .lanes = lanes, .height_px = 600 };

  g_assert_true (entente_lane_index_get_extent (index, &all));
  week = (EntenteSpan){ all.start, all.start + 7 * ENTENTE_SECONDS_PER_DAY };
  input.links = ENTENTE_SCENE_LINKS_ALL;
  input.published = input.today = ENTENTE_TIME_MIN;
  input.measure = measure;
  input.scale = entente_timescale_fit (all, 60 * N_MOVES, 0);
  entente_scene_update (scene, &input);
  g_assert_cmpuint (scene->counts.marks, ==, N_MOVES);
  g_assert_cmpuint (scene->n_answers, ==, N_MOVES - 1);
  g_assert_cmpuint (scene->n_answers_drawn, <, scene->n_answers);
  g_assert_cmpuint (scene->n_answers_drawn, ==, scene->n_links);
  input.scale = entente_timescale_fit (week, 1000, 0);
  entente_scene_update (scene, &input);
  g_assert_cmpuint (scene->n_answers, >=, 5);
  g_assert_cmpuint (scene->n_answers, ==, scene->n_answers_drawn);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene-links/too-many", test_too_many);
  return g_test_run ();
}
