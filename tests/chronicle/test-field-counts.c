/* The counts of the user's own fields where there are none. The rest is held against SQL in
 * tests/study/test-query-truth.c. */
#include "config.h"

#include "entente-facets.h"
#include "entente-field-counts.h"

static void
test_none (void)
{
  g_autoptr (EntenteChronicle) chronicle = entente_chronicle_new_empty ();
  g_autoptr (EntenteQuery) query = entente_query_new ();
  g_autoptr (EntenteFieldCounts) counts = entente_field_counts_new (chronicle, query, NULL, NULL);
  g_autoptr (EntenteFacets) facets = entente_facets_new (chronicle, query, NULL, NULL);

  g_assert_cmpuint (entente_field_counts_get_n_values (counts, 0), ==, 0);
  g_assert_cmpuint (entente_facets_get_n_values (facets, ENTENTE_N_FACETS), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field-counts/none", test_none);
  return g_test_run ();
}
