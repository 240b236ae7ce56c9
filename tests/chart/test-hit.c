/* Tests of EntenteHit: what is drawn is hit, the ground is not, and a rectangle finds what stands
 * in it. */

#include "config.h"

#include "entente-hit.h"
#include "sample-chronicle.h"

typedef struct {
  EntenteChronicle *chronicle;
  EntenteLaneIndex *index;
  EntenteLanes *lanes;
  EntenteScene *scene;
} Fixture;

static double
measure (EntenteLabelStyle style, const char *text, gpointer data)
{
  return (double) g_utf8_strlen (text, -1) * 7;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  EntenteSceneInput input = { 0 };
  EntenteSpan extent;

  fixture->chronicle = sample_chronicle_new ();
  fixture->index = entente_lane_index_new (fixture->chronicle, ENTENTE_LANES_SHELF_DAYS);
  fixture->lanes = entente_lanes_new (fixture->index, fixture->chronicle, NULL, NULL);
  fixture->scene = entente_scene_new ();
  g_assert_true (entente_lane_index_get_extent (fixture->index, &extent));
  input.chronicle = fixture->chronicle;
  input.lanes = fixture->lanes;
  input.scale = entente_timescale_fit (extent, 1000, 20);
  input.shelf_width_px = 1000;
  input.titles = TRUE;
  input.published = input.today = ENTENTE_TIME_MIN;
  input.title = sample_title;
  input.measure = measure;
  input.data = fixture->chronicle;
  entente_scene_update (fixture->scene, &input);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  entente_scene_free (fixture->scene);
  entente_lanes_unref (fixture->lanes);
  entente_lane_index_unref (fixture->index);
  entente_chronicle_unref (fixture->chronicle);
}

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (fixture->scene->n_marks, >, 5);
  for (guint i = 0; i < fixture->scene->n_marks; i++) {
    const EntenteSceneMark *mark = &fixture->scene->marks[i];
    EntenteHit hit = entente_hit_find_below_links (fixture->scene, mark->x, mark->y, 2);

    g_assert_cmpint (hit.kind, ==, ENTENTE_HIT_MARK);
    g_assert_cmpuint (hit.lane, ==, mark->lane);
  }
}

static void
test_ground (Fixture *fixture, gconstpointer data)
{
  EntenteHit below =
    entente_hit_find_below_links (fixture->scene, 10, fixture->scene->height + 50, 2);

  g_assert_cmpint (below.kind, ==, ENTENTE_HIT_NOTHING);
  g_assert_cmpuint (below.row, ==, ENTENTE_NO_INDEX);
  g_assert_cmpuint (below.lane, ==, ENTENTE_NO_INDEX);
}

static void
test_rectangle (Fixture *fixture, gconstpointer data)
{
  const EntenteSceneMark *mark = &fixture->scene->marks[0];
  g_autoptr (GArray) one =
    entente_hit_find_rows (fixture->scene, mark->x - 1, mark->y - 1, mark->x + 1, mark->y + 1);
  g_autoptr (GArray) all =
    entente_hit_find_rows (fixture->scene, -10, -10, 1010, fixture->scene->height + 10);

  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (g_array_index (one, guint32, 0), ==, mark->row);
  g_assert_cmpuint (all->len, ==, fixture->scene->counts.marks);
}

static void
test_chips (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (fixture->scene->n_chips, >, 0);
  for (guint i = 0; i < fixture->scene->n_chips; i++) {
    const EntenteSceneChip *chip = &fixture->scene->chips[i];

    g_assert_cmpint (entente_hit_find_chip (fixture->scene, chip->x + chip->width / 2), ==, i);
  }
  g_assert_cmpint (entente_hit_find_chip (fixture->scene, -5), ==, -1);
}

/* The stretch and the name; the short era lies on the long one. */
static void
test_eras (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (fixture->scene->n_eras, ==, 2);
  for (guint i = 0; i < fixture->scene->n_eras; i++) {
    const EntenteSceneEra *era = &fixture->scene->eras[i];

    g_assert_cmpint (
      entente_hit_find_era (fixture->scene, (era->core0 + MIN (era->core1, 999)) / 2, era->line),
      ==,
      i);
    g_assert_cmpint (entente_hit_find_era (fixture->scene, era->core0, era->line + 5), ==, -1);
    if (era->text != NULL)
      g_assert_cmpint (entente_hit_find_era (fixture->scene, era->text_x + 1, era->line), ==, i);
  }
  g_assert_cmpint (entente_hit_find_era (fixture->scene, 1, 0), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/hit/marks", Fixture, NULL, set_up, test_marks, tear_down);
  g_test_add ("/hit/ground", Fixture, NULL, set_up, test_ground, tear_down);
  g_test_add ("/hit/rectangle", Fixture, NULL, set_up, test_rectangle, tear_down);
  g_test_add ("/hit/chips", Fixture, NULL, set_up, test_chips, tear_down);
  g_test_add ("/hit/eras", Fixture, NULL, set_up, test_eras, tear_down);
  return g_test_run ();
}
