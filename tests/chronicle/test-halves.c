/* Tests of work done in two halves: both are done once, at the same time or one after the other. */
#include "config.h"

#include "entente-halves.h"

typedef struct {
  guint n_done[2];
  GThread *threads[2];
} Done;

static void
do_half (guint half, gpointer data)
{
  Done *done = data;

  done->n_done[half]++;
  done->threads[half] = g_thread_self ();
}

static void
check (guint n_rows, gboolean apart)
{
  Done done = { { 0 } };

  entente_halves_run (do_half, &done, n_rows);
  g_assert_cmpuint (done.n_done[0], ==, 1);
  g_assert_cmpuint (done.n_done[1], ==, 1);
  g_assert_true (done.threads[0] == g_thread_self ());
  g_assert_true ((done.threads[1] != g_thread_self ()) == apart);
}

static void
test_few (void)
{
  check (0, FALSE);
  check (ENTENTE_HALVES_ROWS - 1, FALSE);
}

static void
test_many (void)
{
  check (ENTENTE_HALVES_ROWS, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/halves/few", test_few);
  g_test_add_func ("/halves/many", test_many);
  return g_test_run ();
}
