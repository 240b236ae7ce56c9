/* Tests of EntenteRowMap: beside a hash table, with rows that lie close together and far apart,
 * filled again and again. */
#include "config.h"

#include "entente-row-map.h"

#define N_ROUNDS 20
#define N_ROWS 3000

static void
check (const EntenteRowMap *map, GHashTable *same, guint32 row)
{
  g_assert_cmpuint (entente_row_map_get (map, row),
                    ==,
                    GPOINTER_TO_UINT (g_hash_table_lookup (same, GUINT_TO_POINTER (row))));
}

static void
test_as_hash_table (void)
{
  EntenteRowMap *map = entente_row_map_new ();
  g_autoptr (GHashTable) same = g_hash_table_new (NULL, NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < N_ROUNDS; round++) {
    guint32 most = round % 2 == 0 ? N_ROWS : G_MAXUINT32;

    entente_row_map_clear (map);
    g_hash_table_remove_all (same);
    for (guint32 i = 1; i <= N_ROWS; i++) {
      guint32 row = (guint32) (g_rand_double (random) * most);

      entente_row_map_set (map, row, i);
      g_hash_table_insert (same, GUINT_TO_POINTER (row), GUINT_TO_POINTER (i));
      check (map, same, row);
      check (map, same, i);
    }
  }
  entente_row_map_free (map);
}

/* Row 0 and the highest are rows like others. */
static void
test_ends (void)
{
  EntenteRowMap *map = entente_row_map_new ();

  g_assert_cmpuint (entente_row_map_get (map, 0), ==, 0);
  entente_row_map_set (map, 0, 5);
  entente_row_map_set (map, G_MAXUINT32, 6);
  g_assert_cmpuint (entente_row_map_get (map, 0), ==, 5);
  g_assert_cmpuint (entente_row_map_get (map, G_MAXUINT32), ==, 6);
  entente_row_map_clear (map);
  g_assert_cmpuint (entente_row_map_get (map, 0), ==, 0);
  entente_row_map_free (map);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-map/as-hash-table", test_as_hash_table);
  g_test_add_func ("/row-map/ends", test_ends);
  return g_test_run ();
}
