/* Time is divided into few enough units that cover it, and the figures of a chronicle fit each
 * other. */
#include "config.h"

#include "entente-relations-figures.h"
#include "sample-chronicle.h"

static void
check_divided (const char *from, const char *to, EntenteCalendarUnit expected)
{
  const EntenteSpan extent = { sample_time (from, FALSE), sample_time (to, TRUE) };
  EntenteCalendarUnit unit;
  g_autoptr (GArray) bounds = entente_relations_figures_divide (extent, 100, &unit);

  g_assert_cmpint (unit, ==, expected);
  g_assert_cmpuint (bounds->len, <=, 101);
  g_assert_true (g_array_index (bounds, gint64, 0) <= extent.start);
  g_assert_true (g_array_index (bounds, gint64, bounds->len - 1) >= extent.end);
  for (guint i = 1; i < bounds->len; i++)
    g_assert_true (g_array_index (bounds, gint64, i - 1) < g_array_index (bounds, gint64, i));
}

static void
test_divide (void)
{
  check_divided ("2018-03-01", "2018-03-01", ENTENTE_UNIT_DAY);
  check_divided ("2018-01-01", "2018-03-31", ENTENTE_UNIT_DAY);
  check_divided ("2018-01-01", "2018-12-31", ENTENTE_UNIT_WEEK);
  check_divided ("2011-01-01", "2018-12-31", ENTENTE_UNIT_MONTH);
  check_divided ("1600-01-01", "2018-12-31", ENTENTE_UNIT_DECADE);
}

/* Every move that has a place lies in some stretch of who made it. */
static void
test_sample (void)
{
  g_autoptr (EntenteChronicle) chronicle = sample_chronicle_new ();
  guint n_rows = entente_chronicle_get_n_rows (chronicle), n;
  g_autoptr (EntenteBitset) rows = entente_bitset_new_full (n_rows);
  g_autoptr (EntenteRelationsFigures) figures =
    entente_relations_figures_new (chronicle, rows, TRUE, FALSE, NULL);
  const EntenteParty *parties = entente_relations_get_parties (figures->relations, &n);

  g_assert_cmpuint (figures->n_events, ==, n_rows);
  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (entente_activity_get_total (figures->activity, parties[i].actor) +
                        entente_activity_get_n_undated (figures->activity),
                      >=,
                      parties[i].n_made);
}

static void
test_nothing (void)
{
  g_autoptr (EntenteChronicle) chronicle = sample_chronicle_new ();
  g_autoptr (EntenteBitset) rows = entente_bitset_new (entente_chronicle_get_n_rows (chronicle));
  g_autoptr (EntenteRelationsFigures) figures =
    entente_relations_figures_new (chronicle, rows, TRUE, FALSE, NULL);
  gboolean cancelled = TRUE;

  g_assert_null (figures->activity);
  g_assert_null (entente_relations_figures_new (chronicle, rows, TRUE, FALSE, &cancelled));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/relations-figures/divide", test_divide);
  g_test_add_func ("/relations-figures/sample", test_sample);
  g_test_add_func ("/relations-figures/nothing", test_nothing);
  return g_test_run ();
}
