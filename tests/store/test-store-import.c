/* Imports: one step, the same changeset as a recorded one, invisible until they are done. */
#include "config.h"

#include "entente-random-record.h"
#include "entente-store-fixture.h"

#include "entente-actor.h"
#include "entente-event.h"

/* Gives its records one after the other. */
typedef struct {
  GPtrArray *records;
  guint next;
  guint fail_at; /* G_MAXUINT: never */
  GCancellable *cancellable;
  guint cancel_at;
} Source;

static gpointer
next_record (gpointer data, GError **error)
{
  Source *source = data;

  if (source->next == source->fail_at) {
    g_set_error_literal (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID, "Line 7 is not good.");
    return NULL;
  }
  if (source->next == source->cancel_at)
    g_cancellable_cancel (source->cancellable);
  if (source->next == source->records->len)
    return NULL;
  return entente_record_ref (source->records->pdata[source->next++]);
}

/* Random records of all entities, parents first. */
static GPtrArray *
make_records (GRand *random, guint rounds)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (entente_record_unref);
  GArray *ids[ENTENTE_N_ENTITIES] = { NULL };

  for (EntenteEntity entity = 0; entity < ENTENTE_N_ENTITIES; entity++)
    ids[entity] = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  for (guint round = 0; round < rounds; round++) {
    for (EntenteEntity entity = 0; entity < ENTENTE_N_ENTITIES; entity++) {
      EntenteRecord *record;

      if (!entente_random_record_is_possible (entity, ids))
        continue;
      record = entente_random_record (random, entity, ids);
      g_ptr_array_add (records, record);
      g_array_append_val (ids[entity], record->id);
    }
  }
  for (EntenteEntity entity = 0; entity < ENTENTE_N_ENTITIES; entity++)
    g_array_unref (ids[entity]);
  return records;
}

static Source
make_source (GPtrArray *records)
{
  return (Source){ .records = records, .fail_at = G_MAXUINT, .cancel_at = G_MAXUINT };
}

static EntenteChangeSet *
import (EntenteStore *store, Source *source, GError **error)
{
  return entente_store_import (store,
                               "Import",
                               next_record,
                               source,
                               NULL,
                               NULL,
                               source->cancellable,
                               error);
}

static void
assert_whole (EntenteStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sentences = entente_store_check (store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < sentences->len; i++)
    g_error ("%s", (char *) sentences->pdata[i]);
}

/* What a step with the same records leaves is what an import leaves; both ways there and back. */
static void
test_same_as_step (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (GPtrArray) records = make_records (random, 60);
  g_autoptr (EntenteStep) step = entente_step_new ("Step");
  g_autoptr (EntenteChangeSet) of_import = NULL, of_step = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *empty = entente_store_fixture_dump (fixture->path);
  g_autofree char *full = NULL;
  Source source = make_source (records);

  of_import = import (fixture->store, &source, &error);
  g_assert_no_error (error);
  full = entente_store_fixture_dump (fixture->path);
  assert_whole (fixture->store);
  entente_store_fixture_undo (fixture->store);
  entente_store_fixture_assert_dump (fixture, empty);
  assert_whole (fixture->store);
  entente_store_fixture_redo (fixture->store);
  entente_store_fixture_assert_dump (fixture, full);
  assert_whole (fixture->store);
  entente_store_fixture_undo (fixture->store);

  for (guint i = 0; i < records->len; i++)
    entente_step_insert (step, records->pdata[i]);
  of_step = entente_store_apply (fixture->store, step, &error);
  g_assert_no_error (error);
  entente_store_fixture_assert_dump (fixture, full);
  entente_store_fixture_undo (fixture->store);
  entente_store_fixture_assert_dump (fixture, empty);

  g_assert_false (of_import->everything);
  for (guint i = 0; i < ENTENTE_N_ENTITIES; i++) {
    g_assert_nonnull (of_import->ids[i]);
    g_assert_cmpmem (of_import->ids[i]->data,
                     of_import->ids[i]->len * sizeof (EntenteId),
                     of_step->ids[i]->data,
                     of_step->ids[i]->len * sizeof (EntenteId));
  }
}

static void
test_failure (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (GPtrArray) first = make_records (random, 3);
  g_autoptr (GPtrArray) second = make_records (random, 40);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (EntenteChangeSet) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *label = NULL;
  Source source = make_source (first);

  changes = import (fixture->store, &source, &error);
  g_assert_no_error (error);
  before = entente_store_fixture_dump (fixture->path);

  source = make_source (second);
  source.fail_at = second->len - 1;
  g_assert_null (import (fixture->store, &source, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
  g_clear_error (&error);
  entente_store_fixture_assert_dump (fixture, before);

  source = make_source (second);
  source.cancellable = cancellable;
  source.cancel_at = second->len - 1;
  g_assert_null (import (fixture->store, &source, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  entente_store_fixture_assert_dump (fixture, before);

  /* Twice the same rows: refused by the last of them. */
  source = make_source (second);
  g_ptr_array_add (second, entente_record_ref (second->pdata[0]));
  g_assert_null (import (fixture->store, &source, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
  entente_store_fixture_assert_dump (fixture, before);
  assert_whole (fixture->store);
  label = entente_store_get_undo_label (fixture->store);
  g_assert_cmpstr (label, ==, "Import");
}

/* ---- readers during an import ---- */

typedef struct {
  EntenteStore *store;
  GPtrArray *records;
  guint next;
  guint n_served;
  guint n_refused;
  gint64 n_before;
} Watch;

static void
count_event (gpointer data, const EntenteEventRow *row)
{
  ++*(gint64 *) data;
}

/* A reader that is served between two slices. */
static gpointer
look (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Watch *watch = data;
  EntenteRowSink sink = { .event = count_event };
  gint64 n = 0;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GArray) found = NULL;
  g_autoptr (EntenteStep) step = entente_step_new ("Edit");
  g_autoptr (GError) refusal = NULL;
  EntenteRecord *first = watch->records->pdata[0];

  g_assert_cmpint (entente_store_count (store, ENTENTE_ENTITY_EVENT, NULL), ==, watch->n_before);
  g_assert_true (entente_store_read_rows (store, &sink, &n, NULL, error));
  g_assert_cmpint (n, ==, watch->n_before);
  events = entente_store_list (store, ENTENTE_ENTITY_EVENT, error);
  g_assert_cmpint (events->len, ==, watch->n_before);
  g_assert_null (entente_store_get (store, first->entity, first->id, &refusal));
  g_assert_error (refusal, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND);
  g_clear_error (&refusal);
  found = entente_store_search_events (store, "newcomer", error);
  g_assert_cmpuint (found->len, ==, 0);
  watch->n_served++;

  entente_step_delete (step, ENTENTE_ENTITY_EVENT, 1);
  g_assert_null (entente_store_apply (store, step, &refusal));
  g_assert_error (refusal, ENTENTE_ERROR, ENTENTE_ERROR_BUSY);
  watch->n_refused++;
  return NULL;
}

static gpointer
next_slowly (gpointer data, GError **error)
{
  Watch *watch = data;

  if (watch->next == watch->records->len)
    return NULL;
  if (watch->next % 50 == 1) {
    entente_store_run_async (watch->store, look, watch, NULL, NULL, NULL, NULL, NULL);
    g_usleep (10000);
  }
  return entente_record_ref (watch->records->pdata[watch->next++]);
}

static void
test_readers (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteChangeSet) before = NULL, changes = NULL;
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (entente_record_unref);
  g_autoptr (GArray) found = NULL;
  g_autoptr (EntenteStep) step = entente_step_new ("Add event");
  g_autoptr (EntenteEvent) event = entente_event_new ();
  Watch watch = { .store = fixture->store, .records = records, .n_before = 1 };

  event->kind = g_strdup ("meeting");
  entente_step_insert (step, event);
  before = entente_store_apply (fixture->store, step, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 1000; i++) {
    EntenteEvent *newcomer = entente_event_new ();

    newcomer->record.id = entente_id_new ();
    newcomer->kind = g_strdup ("meeting");
    newcomer->title = g_strdup ("A newcomer");
    g_ptr_array_add (records, newcomer);
  }
  changes =
    entente_store_import (fixture->store, "Import", next_slowly, &watch, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (watch.n_served, >=, 10);
  g_assert_cmpuint (watch.n_refused, ==, watch.n_served);
  g_assert_cmpint (entente_store_count (fixture->store, ENTENTE_ENTITY_EVENT, NULL), ==, 1001);
  found = entente_store_search_events (fixture->store, "newcomer", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1000);
}

/* ---- closing during an import ---- */

typedef struct {
  EntenteStore *store;
  int n; /* atomic */
} Endless;

static gpointer
next_forever (gpointer data, GError **error)
{
  EntenteEvent *event = entente_event_new ();

  event->kind = g_strdup ("meeting");
  g_atomic_int_inc (&((Endless *) data)->n);
  return event;
}

static gpointer
import_forever (gpointer data)
{
  Endless *endless = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (
    entente_store_import (endless->store, "Import", next_forever, data, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  return NULL;
}

static void
test_close (EntenteStoreFixture *fixture, gconstpointer data)
{
  Endless endless = { .store = fixture->store };
  GThread *thread = g_thread_new ("import", import_forever, &endless);
  g_autoptr (EntenteStore) again = NULL;
  g_autoptr (GError) error = NULL;

  while (g_atomic_int_get (&endless.n) < 100)
    g_usleep (1000);
  entente_store_close (fixture->store);
  g_thread_join (thread);
  again = entente_store_open (fixture->path, ENTENTE_OPEN_EXISTING, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (entente_store_count (again, ENTENTE_ENTITY_EVENT, NULL), ==, 0);
}

int
main (int argc, char *argv[])
{
  entente_store_fixture_init (&argc, &argv);
  ENTENTE_STORE_TEST ("/store/store-import/same-as-step", test_same_as_step);
  ENTENTE_STORE_TEST ("/store/store-import/failure", test_failure);
  ENTENTE_STORE_TEST ("/store/store-import/readers", test_readers);
  ENTENTE_STORE_TEST ("/store/store-import/close", test_close);
  return g_test_run ();
}
