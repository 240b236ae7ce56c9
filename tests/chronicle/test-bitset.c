/* Sets of rows against an array of booleans. */
#include "config.h"

#include "entente-bitset.h"

#include <glib.h>

static const guint sizes[] = { 0, 1, 63, 64, 65, 127, 128, 1000 };

static EntenteBitset *
fill_at_random (gboolean *rows, guint n)
{
  EntenteBitset *set = entente_bitset_new (n);

  for (guint row = 0; row < n; row++) {
    rows[row] = g_test_rand_int_range (0, 3) == 0;
    if (rows[row])
      entente_bitset_add (set, row);
  }
  return set;
}

static void
check_set (const EntenteBitset *set, const gboolean *rows)
{
  guint n = set->n_rows;
  guint rank = 0;

  for (guint row = 0; row < n; row++) {
    guint next = row;

    while (next < n && !rows[next])
      next++;
    g_assert_cmpint (entente_bitset_contains (set, row), ==, rows[row]);
    g_assert_cmpint (entente_bitset_rank (set, row), ==, rank);
    g_assert_cmpint (entente_bitset_count_between (set, row / 3, row),
                     ==,
                     rank - entente_bitset_rank (set, row / 3));
    g_assert_cmpint (entente_bitset_next (set, row), ==, next < n ? next : G_MAXUINT);
    rank += rows[row];
  }
  g_assert_cmpint (entente_bitset_count (set), ==, rank);
  g_assert_cmpint (entente_bitset_rank (set, n + 5), ==, rank);
  g_assert_cmpint (entente_bitset_count_between (set, 0, n + 5), ==, rank);
  g_assert_cmpint (entente_bitset_next (set, n), ==, G_MAXUINT);
  g_assert_false (entente_bitset_contains (set, n));
}

static void
test_like_booleans (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autofree gboolean *rows = g_new (gboolean, sizes[i] + 1);
    g_autoptr (EntenteBitset) set = fill_at_random (rows, sizes[i]);

    check_set (set, rows);
  }
}

static void
test_full (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autoptr (EntenteBitset) full = entente_bitset_new_full (sizes[i]);
    g_autoptr (EntenteBitset) filled = entente_bitset_new (sizes[i]);

    for (guint row = 0; row < sizes[i]; row++)
      entente_bitset_add (filled, row);
    g_assert_true (entente_bitset_equal (full, filled));
    g_assert_cmpint (entente_bitset_count (full), ==, sizes[i]);
  }
}

static void
test_equal (void)
{
  g_autoptr (EntenteBitset) a = entente_bitset_new (70);
  g_autoptr (EntenteBitset) b = entente_bitset_new (70);
  g_autoptr (EntenteBitset) longer = entente_bitset_new (71);
  g_autoptr (EntenteBitset) same = entente_bitset_ref (a);

  g_assert_true (same == a);
  g_assert_true (entente_bitset_equal (a, b));
  g_assert_false (entente_bitset_equal (a, longer));
  entente_bitset_add (b, 69);
  g_assert_false (entente_bitset_equal (a, b));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bitset/booleans", test_like_booleans);
  g_test_add_func ("/bitset/full", test_full);
  g_test_add_func ("/bitset/equal", test_equal);
  return g_test_run ();
}
