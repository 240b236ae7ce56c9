/* What is found is what a plain walk over all stretches finds, at the cost of what is found. */
#include "config.h"

#include "entente-span-index.h"

typedef struct {
  gint64 start, end;
} Stretch;

static void
count_cb (guint value, gpointer data)
{
  guint *counts = data;

  counts[value]++;
}

static void
test_random (void)
{
  for (guint round = 0; round < 200; round++) {
    g_autoptr (EntenteSpanIndex) index = entente_span_index_new ();
    guint n = (guint) g_test_rand_int_range (0, 40);
    Stretch all[40];

    for (guint i = 0; i < n; i++) {
      all[i].start = g_test_rand_int_range (0, 100);
      all[i].end = all[i].start + g_test_rand_int_range (0, 50);
      entente_span_index_add (index, all[i].start, all[i].end, i);
    }
    for (guint k = 0; k < 20; k++) {
      gint64 start = g_test_rand_int_range (-5, 150);
      gint64 end = start + g_test_rand_int_range (1, 30);
      guint counts[40] = { 0 };

      entente_span_index_foreach (index, start, end, count_cb, counts);
      for (guint i = 0; i < n; i++)
        g_assert_cmpuint (counts[i], ==, all[i].start < end && all[i].end > start);
    }
  }
}

static void
add_cb (guint value, gpointer data)
{
  ++*(guint *) data;
}

/* Neither many stretches nor one over the whole text make a search long. */
static void
test_work (void)
{
  const guint n = 20000;
  g_autoptr (EntenteSpanIndex) index = entente_span_index_new ();
  guint n_found = 0;

  entente_span_index_add (index, 0, 10 * (gint64) n, n);
  for (guint i = 0; i < n; i++)
    entente_span_index_add (index, 10 * (gint64) i, 10 * (gint64) i + 8, i);
  for (guint i = 0; i < n; i++)
    entente_span_index_foreach (index, 10 * (gint64) i + 2, 10 * (gint64) i + 4, add_cb, &n_found);
  g_assert_cmpuint (n_found, ==, 2 * n);
  g_assert_cmpuint (entente_span_index_get_n_looked (index), <, 60 * (guint64) n);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/span-index/random", test_random);
  g_test_add_func ("/span-index/work", test_work);
  return g_test_run ();
}
