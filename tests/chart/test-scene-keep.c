/* Tests of what a scene keeps while it is panned: in view is what a scene made for that view holds,
 * at any zoom, and after a change of selection too. */
#include "config.h"

#include "entente-scene.h"
#include "sample-chronicle.h"

#include <math.h>

#define N_PANS 40

typedef struct {
  EntenteChronicle *chronicle;
  EntenteBitset *filter;
  EntenteLaneIndex *index;
  EntenteLanes *lanes;
  EntenteSceneInput input;
  guint32 selected[2];
  guint n_compared; /* marks */
} Fixture;

static double
measure (EntenteLabelStyle style, const char *text, gpointer data)
{
  return (double) g_utf8_strlen (text, -1) * 7;
}

static void
fixture_init (Fixture *fixture, EntenteChronicle *chronicle)
{
  EntenteSceneInput input = { 0 };

  fixture->chronicle = chronicle;
  fixture->filter = sample_filter_new (chronicle);
  fixture->index =
    entente_lane_index_new_by (chronicle, ENTENTE_LANES_BY_ACTOR, ENTENTE_LANES_SHELF_DAYS);
  fixture->lanes = entente_lanes_new (fixture->index, chronicle, fixture->filter, NULL);
  fixture->n_compared = 0;
  input.chronicle = chronicle;
  input.filtered = fixture->filter;
  input.lanes = fixture->lanes;
  input.height_px = 600;
  input.links = ENTENTE_SCENE_LINKS_SELECTION;
  input.published = input.today = ENTENTE_TIME_MIN;
  input.title = sample_title;
  input.measure = measure;
  input.selection = fixture->selected;
  input.data = chronicle;
  fixture->input = input;
}

static void
fixture_clear (Fixture *fixture)
{
  entente_lanes_unref (fixture->lanes);
  entente_lane_index_unref (fixture->index);
  entente_bitset_unref (fixture->filter);
  entente_chronicle_unref (fixture->chronicle);
}

static double
clip (Fixture *fixture, double x)
{
  return CLAMP (x, 0, fixture->input.scale.width_px);
}

static void
compare_bands (Fixture *fixture,
               const EntenteScene *a,
               const EntenteSceneMark *left,
               const EntenteScene *b,
               const EntenteSceneMark *right)
{
  g_assert_cmpuint (left->n_bands, ==, right->n_bands);
  for (guint i = 0; i < left->n_bands; i++) {
    const EntenteSceneBand *one = &a->bands[left->first_band + i];
    const EntenteSceneBand *other = &b->bands[right->first_band + i];

    g_assert_true (&a->marks[one->mark] == left);
    g_assert_cmpuint (one->kind, ==, other->kind);
    g_assert_cmpuint (one->start, ==, other->start);
    g_assert_cmpuint (one->end, ==, other->end);
    g_assert_cmpfloat_with_epsilon (clip (fixture, one->x0), clip (fixture, other->x0), 1e-4);
    g_assert_cmpfloat_with_epsilon (clip (fixture, one->x1), clip (fixture, other->x1), 1e-4);
    g_assert_cmpfloat_with_epsilon (clip (fixture, one->core0), clip (fixture, other->core0), 1e-4);
    g_assert_cmpfloat_with_epsilon (clip (fixture, one->core1), clip (fixture, other->core1), 1e-4);
  }
}

static void
compare_marks (Fixture *fixture,
               const EntenteScene *a,
               const EntenteSceneMark *left,
               const EntenteScene *b,
               const EntenteSceneMark *right)
{
  g_assert_cmpuint (left->row, ==, right->row);
  g_assert_cmpuint (left->lane, ==, right->lane);
  g_assert_cmpuint (left->flags, ==, right->flags);
  g_assert_cmpuint (left->glyph.group, ==, right->glyph.group);
  g_assert_cmpfloat_with_epsilon (left->x, right->x, 1e-4);
  compare_bands (fixture, a, left, b, right);
  fixture->n_compared++;
}

/* The next mark from @at on that is in view, in a lane that is drawn as marks in both. */
static guint
find_next (Fixture *fixture, const EntenteScene *scene, const EntenteScene *other, guint at)
{
  for (; at < scene->n_marks; at++) {
    const EntenteSceneMark *mark = &scene->marks[at];

    if (scene->lanes[mark->lane].level == ENTENTE_LEVEL_MARKS &&
        other->lanes[mark->lane].level == ENTENTE_LEVEL_MARKS && mark->x > 0.01 &&
        mark->x < fixture->input.scale.width_px - 0.01)
      break;
  }
  return at;
}

static void
compare (Fixture *fixture, const EntenteScene *a, const EntenteScene *b)
{
  guint i = find_next (fixture, a, b, 0), j = find_next (fixture, b, a, 0);

  while (i < a->n_marks && j < b->n_marks) {
    compare_marks (fixture, a, &a->marks[i], b, &b->marks[j]);
    i = find_next (fixture, a, b, i + 1);
    j = find_next (fixture, b, a, j + 1);
  }
  g_assert_cmpuint (i, ==, a->n_marks);
  g_assert_cmpuint (j, ==, b->n_marks);
}

static void
check_view (Fixture *fixture, EntenteScene *panned)
{
  g_autoptr (EntenteScene) fresh = entente_scene_new ();

  entente_scene_update (panned, &fixture->input);
  entente_scene_update (fresh, &fixture->input);
  compare (fixture, panned, fresh);
}

static void
pan_about (Fixture *fixture, GRand *random, double length)
{
  g_autoptr (EntenteScene) panned = entente_scene_new ();
  EntenteSpan extent = { 0, 1 }, span;

  g_assert_true (entente_lane_index_get_extent (fixture->index, &extent));
  span.start =
    (gint64) g_rand_double_range (random, (double) extent.start, (double) extent.end - length);
  span.end = span.start + (gint64) length;
  fixture->input.scale = entente_timescale_fit (span, 900, 0);
  fixture->input.n_selection = 0;
  for (guint i = 0; i < N_PANS; i++) {
    check_view (fixture, panned);
    fixture->input.scale =
      entente_timescale_pan (&fixture->input.scale, g_rand_double_range (random, -60, 120));
    if (i % 8 == 7 && panned->n_marks > 0) {
      fixture->selected[0] = panned->marks[panned->n_marks / 2].row;
      fixture->input.n_selection = 1;
    }
  }
}

static void
test_panned (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  Fixture fixture;

  for (guint i = 0; i < 4; i++) {
    fixture_init (&fixture, sample_random_chronicle_new (i < 2 ? 900 : 9000, 7, i + 1, 8));
    fixture.input.ghosts = i % 2 == 0;
    for (double days = 3; days < 400; days *= 2.7)
      pan_about (&fixture, random, days * ENTENTE_SECONDS_PER_DAY);
    g_assert_cmpuint (fixture.n_compared, >, 1000);
    fixture_clear (&fixture);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene-keep/panned", test_panned);
  return g_test_run ();
}
