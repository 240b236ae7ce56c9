/* The counts of rounds are what the filter finds once a round is chosen, and once "no round" is.
 * SQL is asked of them too, in tests/study/test-query-truth.c. */
#include "config.h"

#include "entente-facets.h"
#include "entente-naive-match.h"
#include "entente-round-counts.h"
#include "entente-rounds.h"

#define TODAY (17500 * ENTENTE_SECONDS_PER_DAY)

/* @value: an index of the rounds, or behind the last one. */
static guint
count (const EntenteChronicle *chronicle, const EntenteQuery *query, guint value)
{
  g_autoptr (EntenteQuery) chosen = entente_query_copy (query);
  g_autoptr (EntenteBitset) rows = NULL;
  guint n;
  const guint32 *rounds = entente_rounds_get (chronicle, &n);

  if (value < n)
    entente_query_set_round (chosen, entente_chronicle_get_id (chronicle, rounds[value]));
  else
    g_clear_pointer (&chosen->rounds, g_array_unref);
  chosen->round_empty = value == n;
  rows = entente_query_match (chosen, chronicle, NULL, NULL);
  return entente_bitset_count (rows);
}

static void
choose_rounds (EntenteQuery *query, const EntenteChronicle *chronicle)
{
  guint n;
  const guint32 *rounds = entente_rounds_get (chronicle, &n);

  for (guint i = 0; i < n; i++)
    if (entente_random_once_in (3))
      entente_query_toggle_id (&query->rounds,
                               entente_chronicle_get_id (chronicle, rounds[i]),
                               TRUE);
  query->round_empty = entente_random_once_in (3);
}

static void
test_random (void)
{
  guint n_rounds = 0;

  for (guint i = 0; i < 60; i++) {
    g_autoptr (EntenteRandomStudy) study =
      entente_random_study_new ((guint) g_test_rand_int_range (1, 120), FALSE);
    g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, TODAY);
    g_autoptr (EntenteQuery) query = entente_random_query (study), all = entente_query_new ();
    g_autoptr (EntenteFacets) facets = NULL;
    guint n;

    entente_rounds_get (chronicle, &n);
    if (entente_random_once_in (2))
      choose_rounds (query, chronicle);
    facets = entente_facets_new (chronicle, query, NULL, NULL);
    g_assert_cmpuint (entente_facets_get_n_values (facets, ENTENTE_FACET_ROUND), ==, n + 1);
    for (guint value = 0; value <= n; value++) {
      g_assert_cmpuint (entente_facets_get_count (facets, ENTENTE_FACET_ROUND, value),
                        ==,
                        count (chronicle, query, value));
      g_assert_cmpuint (entente_facets_get_total_count (facets, ENTENTE_FACET_ROUND, value),
                        ==,
                        count (chronicle, all, value));
    }
    n_rounds += n;
  }
  g_assert_cmpuint (n_rounds, >, 0);
}

/* A chronicle keeps its rounds; without any, all events are in none. */
static void
test_none (void)
{
  g_autoptr (EntenteChronicle) chronicle = entente_chronicle_new_empty ();
  g_autoptr (EntenteQuery) query = entente_query_new ();
  g_autoptr (EntenteFacets) facets = entente_facets_new (chronicle, query, NULL, NULL);
  guint n;

  g_assert_true (entente_rounds_get (chronicle, &n) == entente_rounds_get (chronicle, &n));
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (entente_facets_get_n_values (facets, ENTENTE_FACET_ROUND), ==, 1);
  g_assert_cmpuint (entente_facets_get_count (facets, ENTENTE_FACET_ROUND, 0), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/round-counts/random", test_random);
  g_test_add_func ("/round-counts/none", test_none);
  return g_test_run ();
}
