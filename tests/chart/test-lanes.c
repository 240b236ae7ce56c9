/* Tests of EntenteLanes: which lanes a filter leaves, that nothing is counted twice, and steps within a lane. */

#include "config.h"

#include "entente-lanes.h"
#include "sample-chronicle.h"

typedef struct {
  EntenteChronicle *chronicle;
  EntenteLaneIndex *index;
  EntenteBitset *filter;
  EntenteLanes *lanes;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer options)
{
  fixture->chronicle = sample_chronicle_new ();
  fixture->index = entente_lane_index_new (fixture->chronicle, ENTENTE_LANES_SHELF_DAYS);
  fixture->filter = sample_filter_new (fixture->chronicle);
  fixture->lanes = entente_lanes_new (fixture->index, fixture->chronicle, fixture->filter, options);
}

static void
tear_down (Fixture *fixture, gconstpointer options)
{
  entente_lanes_unref (fixture->lanes);
  entente_bitset_unref (fixture->filter);
  entente_lane_index_unref (fixture->index);
  entente_chronicle_unref (fixture->chronicle);
}

static void
test_counted_once (Fixture *fixture, gconstpointer options)
{
  guint n_shelf;
  guint counted = 0;

  entente_lanes_get_shelf (fixture->lanes, &n_shelf);
  for (guint i = 0; i < entente_lanes_get_n (fixture->lanes); i++) {
    const EntenteLane *lane = entente_lanes_get (fixture->lanes, i);

    g_assert_cmpuint (lane->n_again, <=, lane->n_filtered);
    g_assert_cmpuint (lane->n_filtered, <=, lane->n_rows);
    counted += lane->n_filtered - lane->n_again;
  }
  g_assert_cmpuint (counted + n_shelf, ==, entente_bitset_count (fixture->filter));
}

static void
test_steps (Fixture *fixture, gconstpointer options)
{
  const EntenteLane *lane = entente_lanes_get (fixture->lanes, 0);

  g_assert_cmpuint (lane->n_filtered, >, 1);
  for (guint i = 0; i < lane->n_filtered; i++) {
    guint next = i + 1 < lane->n_filtered ? lane->filtered[i + 1] : ENTENTE_NO_INDEX;
    guint before = i > 0 ? lane->filtered[i - 1] : ENTENTE_NO_INDEX;

    g_assert_cmpuint (entente_lanes_step (fixture->lanes, 0, lane->filtered[i], 1), ==, next);
    g_assert_cmpuint (entente_lanes_step (fixture->lanes, 0, lane->filtered[i], -1), ==, before);
    g_assert_cmpuint (entente_lanes_rank (lane->filtered, lane->n_filtered, lane->filtered[i]),
                      ==,
                      i);
  }
}

static const EntenteLanesOptions two_lanes = { .max_lanes = 2 };

static void
test_too_many (Fixture *fixture, gconstpointer options)
{
  guint n = entente_lanes_get_n (fixture->lanes);

  g_assert_cmpuint (n, <=, 3);
  g_assert_cmpuint (entente_lanes_get (fixture->lanes, n - 1)->actor, ==, ENTENTE_NO_INDEX);
  g_assert_cmpstr (entente_lanes_get_name (fixture->lanes, n - 1), !=, "");
  test_counted_once (fixture, options);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/lanes/counted-once", Fixture, NULL, set_up, test_counted_once, tear_down);
  g_test_add ("/lanes/steps", Fixture, NULL, set_up, test_steps, tear_down);
  g_test_add ("/lanes/too-many", Fixture, &two_lanes, set_up, test_too_many, tear_down);
  return g_test_run ();
}
