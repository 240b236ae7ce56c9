/* Ids: rising, hashed from keys, read from text. */
#include "config.h"

#include "entente-id.h"

#include <glib.h>

#define N_THREADS 4
#define N_IDS 5000

static void
test_new_rises (void)
{
  EntenteId last = ENTENTE_ID_NONE;

  for (int i = 0; i < N_IDS; i++) {
    EntenteId id = entente_id_new ();

    g_assert_cmpint (id, >, last);
    last = id;
  }
}

static gpointer
draw_ids (gpointer data)
{
  EntenteId *ids = data;

  for (int i = 0; i < N_IDS; i++)
    ids[i] = entente_id_new ();
  return NULL;
}

static void
test_threads_share_none (void)
{
  g_autofree EntenteId *ids = g_new (EntenteId, N_THREADS * N_IDS);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  GThread *threads[N_THREADS];

  for (int i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("ids", draw_ids, ids + i * N_IDS);
  for (int i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);
  for (int i = 0; i < N_THREADS * N_IDS; i++)
    g_assert_true (g_hash_table_add (seen, &ids[i]));
}

/* These numbers stand in built samples; they never change. */
static void
test_keys (void)
{
  g_assert_cmpint (entente_id_from_key (""), ==, G_GINT64_CONSTANT (5472609002491880229));
  g_assert_cmpint (entente_id_from_key ("a"), ==, G_GINT64_CONSTANT (3414815163700866188));
  g_assert_cmpint (entente_id_from_key ("actor/a"), !=, entente_id_from_key ("actor/b"));
  g_assert_cmpint (entente_id_from_key ("\xc3\xa9"), >, 0);
}

static void
test_parse (void)
{
  static const char *const wrong[] = { "",   "0",    "-1",  "+1",  " 1",
                                       "1 ", "0x10", "1.0", "one", "9223372036854775808" };
  EntenteId id = 7;

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (entente_id_parse (wrong[i], &id));
  g_assert_false (entente_id_parse (NULL, &id));
  g_assert_cmpint (id, ==, 7);
  g_assert_true (entente_id_parse ("42", &id));
  g_assert_cmpint (id, ==, 42);
  g_assert_true (entente_id_parse ("9223372036854775807", &id));
  g_assert_cmpint (id, ==, G_MAXINT64);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/id/new-rises", test_new_rises);
  g_test_add_func ("/id/threads-share-none", test_threads_share_none);
  g_test_add_func ("/id/keys", test_keys);
  g_test_add_func ("/id/parse", test_parse);
  return g_test_run ();
}
