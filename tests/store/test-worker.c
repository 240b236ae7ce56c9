/* The worker: jobs in their order, readers between the slices of a long one. */
#include "config.h"

#include "entente-worker.h"

typedef struct {
  EntenteWorker *worker;
  GString *told;
} Case;

static void
tell_a (gpointer data)
{
  g_string_append_c (((Case *) data)->told, 'a');
}

static void
tell_b (gpointer data)
{
  g_string_append_c (((Case *) data)->told, 'b');
}

static void
tell_nested (gpointer data)
{
  Case *c = data;

  g_assert_true (entente_worker_is_current (c->worker));
  g_string_append_c (c->told, '(');
  entente_worker_run (c->worker, tell_a, c, TRUE);
  g_string_append_c (c->told, ')');
}

/* A long job: serves twice. */
static void
tell_long (gpointer data)
{
  Case *c = data;

  g_string_append_c (c->told, '[');
  entente_worker_push (c->worker, tell_a, c, TRUE);
  entente_worker_push (c->worker, tell_b, c, FALSE);
  entente_worker_push (c->worker, tell_b, c, FALSE);
  entente_worker_serve (c->worker);
  entente_worker_serve (c->worker);
  g_string_append_c (c->told, ']');
}

static void
test_order (void)
{
  Case c = { .worker = entente_worker_new ("test"), .told = g_string_new (NULL) };

  g_assert_false (entente_worker_is_current (c.worker));
  for (guint i = 0; i < 3; i++)
    entente_worker_push (c.worker, i % 2 == 0 ? tell_a : tell_b, &c, i % 2 == 0);
  entente_worker_run (c.worker, tell_nested, &c, FALSE);
  g_assert_cmpstr (c.told->str, ==, "aba(a)");
  entente_worker_push (c.worker, tell_b, &c, FALSE);
  entente_worker_finish (c.worker);
  g_assert_cmpstr (c.told->str, ==, "aba(a)b");
  g_string_free (c.told, TRUE);
}

static void
test_serve (void)
{
  Case c = { .worker = entente_worker_new ("test"), .told = g_string_new (NULL) };

  entente_worker_run (c.worker, tell_long, &c, TRUE);
  entente_worker_finish (c.worker);
  g_assert_cmpstr (c.told->str, ==, "[bb]a");
  g_string_free (c.told, TRUE);
}

static void
finish_itself (gpointer data)
{
  Case *c = data;

  entente_worker_finish (c->worker);
  g_atomic_pointer_set (&c->worker, NULL);
}

static void
test_finish_itself (void)
{
  Case c = { .worker = entente_worker_new ("test") };

  entente_worker_push (c.worker, finish_itself, &c, FALSE);
  while (g_atomic_pointer_get (&c.worker) != NULL)
    g_usleep (1000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/worker/order", test_order);
  g_test_add_func ("/store/worker/serve", test_serve);
  g_test_add_func ("/store/worker/finish-itself", test_finish_itself);
  return g_test_run ();
}
