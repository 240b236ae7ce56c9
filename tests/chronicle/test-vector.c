/* Vectors keep their items while they grow from ordinary memory into a mapping of their own. */
#include "config.h"

#include "entente-vector.h"

static void
test_grows (void)
{
  g_auto (EntenteVector) vector = ENTENTE_VECTOR_INIT (guint64);
  guint n = 3000000;

  for (guint i = 0; i < n; i++)
    entente_vector_append (&vector, guint64, (guint64) i * 7);
  g_assert_cmpint (vector.len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (entente_vector_index (&vector, guint64, i), ==, (guint64) i * 7);
  entente_vector_clear (&vector);
  g_assert_cmpint (vector.len, ==, 0);
  entente_vector_append (&vector, guint64, 5);
  g_assert_cmpint (entente_vector_index (&vector, guint64, 0), ==, 5);
}

static void
test_zero (void)
{
  static const guint sizes[] = { 0, 1, 1000, 2000000 };

  for (guint k = 0; k < G_N_ELEMENTS (sizes); k++) {
    g_auto (EntenteVector) vector = ENTENTE_VECTOR_INIT (guint32);

    entente_vector_fill_zero (&vector, sizes[k]);
    g_assert_cmpint (vector.len, ==, sizes[k]);
    for (guint i = 0; i < sizes[k]; i++)
      g_assert_cmpint (entente_vector_index (&vector, guint32, i), ==, 0);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vector/grows", test_grows);
  g_test_add_func ("/vector/zero", test_zero);
  return g_test_run ();
}
