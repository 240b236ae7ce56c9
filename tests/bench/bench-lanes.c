/* Lanes of a million random events by each field: how long the index takes, which is made once, and
 * the lanes of a filter, which are made with each change of it. Reports figures only. */
#include "config.h"

#include "../chart/sample-chronicle.h"
#include "entente-lanes.h"

#define N_EVENTS 1000000
#define N_ACTORS 60
#define REPEATS 5

static double
get_ms (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static void
measure (EntenteChronicle *chronicle, const EntenteBitset *filter, EntenteLaneField field)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (EntenteLaneIndex) index =
    entente_lane_index_new_by (chronicle, field, ENTENTE_LANES_SHELF_DAYS);
  double indexed = get_ms (start), best = G_MAXDOUBLE;

  for (guint i = 0; i < REPEATS; i++) {
    g_autoptr (EntenteLanes) lanes = NULL;

    start = g_get_monotonic_time ();
    lanes = entente_lanes_new (index, chronicle, filter, NULL);
    best = MIN (best, get_ms (start));
  }
  g_print ("%s: index %.0f ms, lanes of a filter %.1f ms\n",
           entente_lane_field_get_nick (field),
           indexed,
           best);
}

int
main (int argc, char **argv)
{
  g_autoptr (EntenteChronicle) chronicle = sample_random_chronicle_new (N_EVENTS, N_ACTORS, 7, 12);
  g_autoptr (EntenteBitset) filter = sample_filter_new (chronicle);

  for (guint field = 0; field < ENTENTE_N_LANE_FIELDS; field++)
    measure (chronicle, filter, field);
  return 0;
}
