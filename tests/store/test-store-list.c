/* Whole tables in slices: the same records as at once, and whoever works in the study meanwhile
 * does not wait for the end. */
#include "config.h"

#include "entente-store-fixture.h"

#include "entente-event.h"

#define N_EVENTS 20000

static gpointer
next_event (gpointer data, GError **error)
{
  guint *n = data;
  EntenteEvent *event;

  if (*n == N_EVENTS)
    return NULL;
  event = entente_event_new ();
  event->kind = g_strdup ("meeting");
  event->title = g_strdup_printf ("Meeting %u", ++*n);
  return event;
}

static void
fill (EntenteStore *store)
{
  guint n = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteChangeSet) changes =
    entente_store_import (store, "Import", next_event, &n, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (changes);
}

static void
test_same (EntenteStoreFixture *fixture, gconstpointer data)
{
  fill (fixture->store);
  for (EntenteEntity entity = 0; entity < ENTENTE_N_ENTITIES; entity++) {
    g_autoptr (GPtrArray) one = entente_store_list (fixture->store, entity, NULL);
    g_autoptr (GPtrArray) other = entente_store_list_in_slices (fixture->store, entity, NULL, NULL);

    g_assert_cmpuint (one->len, ==, other->len);
    g_assert_true (entity != ENTENTE_ENTITY_EVENT || one->len == N_EVENTS);
    for (guint i = 0; i < one->len; i++)
      g_assert_true (entente_record_equal (one->pdata[i], other->pdata[i]));
  }
}

typedef struct {
  EntenteStore *store;
  GPtrArray *records;
  gint64 before, after; /* versions */
  int is_done; /* atomic */
} Reader;

static gpointer
read_all (gpointer data)
{
  Reader *reader = data;

  reader->before = entente_store_get_version (reader->store);
  reader->records = entente_store_list_in_slices (reader->store, ENTENTE_ENTITY_EVENT, NULL, NULL);
  reader->after = entente_store_get_version (reader->store);
  g_atomic_int_set (&reader->is_done, TRUE);
  return NULL;
}

/* Steps are made while the table is read, and what was there before them is read once each. */
static void
test_edits (EntenteStoreFixture *fixture, gconstpointer data)
{
  Reader reader = { .store = fixture->store };
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  GThread *thread;

  fill (fixture->store);
  thread = g_thread_new ("reader", read_all, &reader);
  while (!g_atomic_int_get (&reader.is_done))
    entente_store_fixture_add_event (fixture->store, "Meanwhile");
  g_thread_join (thread);
  g_assert_cmpint (reader.after, >, reader.before + 1);
  for (guint i = 0; i < reader.records->len; i++)
    g_assert_true (g_hash_table_add (seen, &((EntenteRecord *) reader.records->pdata[i])->id));
  g_assert_cmpuint (reader.records->len, >=, N_EVENTS);
  g_ptr_array_unref (reader.records);
}

static void
test_cancel (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (
    entente_store_list_in_slices (fixture->store, ENTENTE_ENTITY_EVENT, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  entente_store_fixture_init (&argc, &argv);
  ENTENTE_STORE_TEST ("/store-list/same", test_same);
  ENTENTE_STORE_TEST ("/store-list/edits", test_edits);
  ENTENTE_STORE_TEST ("/store-list/cancel", test_cancel);
  return g_test_run ();
}
