/* Sets of ids, against GLib's own. */
#include "config.h"

#include "entente-ids.h"

static void
test_sort (void)
{
  static const EntenteId values[] = { 5, 3, 5, G_MAXINT64, 1, 3 };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  static const EntenteId sorted[] = { 1, 3, 5, G_MAXINT64 };

  entente_ids_sort (ids);
  g_assert_cmpuint (ids->len, ==, 0);
  g_array_append_vals (ids, values, G_N_ELEMENTS (values));
  entente_ids_sort (ids);
  g_assert_cmpmem (ids->data, ids->len * sizeof (EntenteId), sorted, sizeof sorted);
  g_assert_true (entente_ids_contain (ids, 5));
  g_assert_false (entente_ids_contain (ids, 4));
  g_assert_false (entente_ids_contain (NULL, 4));
}

static void
test_set (void)
{
  g_autoptr (GHashTable) twin = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  EntenteIdSet set = { .n = 0 };

  g_assert_false (entente_id_set_contains (&set, 1));
  for (guint i = 0; i < 50000; i++) {
    /* Near one another, as ids of an import are, and all over, as ids of samples are. */
    EntenteId id = i % 2 == 0 ? (EntenteId) g_rand_int_range (random, 1, 40000)
                              : (EntenteId) g_rand_int (random) << 30 | 1;

    entente_id_set_add (&set, id);
    g_hash_table_add (twin, g_memdup2 (&id, sizeof id));
  }
  g_assert_cmpuint (set.n, ==, g_hash_table_size (twin));
  for (EntenteId id = 1; id < 60000; id++)
    g_assert_cmpint (entente_id_set_contains (&set, id), ==, g_hash_table_contains (twin, &id));
  entente_id_set_clear (&set);
  g_assert_cmpuint (set.n, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/ids/sort", test_sort);
  g_test_add_func ("/store/ids/set", test_set);
  return g_test_run ();
}
