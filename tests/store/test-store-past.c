/* What the journal tells of the past: how records were after any step, and what was done to one. */
#include "config.h"

#include "entente-random-step.h"
#include "entente-store-fixture.h"

#include "entente-event.h"
#include <glib/gstdio.h>

#define N_STEPS 25

static GPtrArray *
list_all (EntenteStore *store)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (entente_record_unref);

  for (EntenteEntity entity = 0; entity < ENTENTE_N_ENTITIES; entity++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) records = entente_store_list (store, entity, &error);

    g_assert_no_error (error);
    for (guint i = 0; i < records->len; i++)
      g_ptr_array_add (all, entente_record_ref (records->pdata[i]));
  }
  return all;
}

static const EntenteRecord *
find (GPtrArray *records, const EntenteRecord *key)
{
  for (guint i = 0; i < records->len; i++) {
    const EntenteRecord *record = records->pdata[i];

    if (record->entity == key->entity && record->id == key->id)
      return record;
  }
  return NULL;
}

/* Every record that ever was, as it was at @number, is the one that was listed then. */
static void
assert_past (EntenteStore *store, gint64 number, GPtrArray *then, const GArray *keys)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) past = entente_store_get_past (store,
                                                       number,
                                                       (const EntenteRecord *) keys->data,
                                                       keys->len,
                                                       NULL,
                                                       &error);

  g_assert_no_error (error);
  g_assert_cmpuint (past->len, ==, keys->len);
  for (guint i = 0; i < keys->len; i++) {
    const EntenteRecord *record = find (then, &g_array_index (keys, EntenteRecord, i));

    g_assert_true ((record != NULL) == (past->pdata[i] != NULL));
    g_assert_true (record == NULL || entente_record_equal (record, past->pdata[i]));
  }
}

static void
step_somehow (GRand *random, EntenteStore *store)
{
  gint32 dice = g_rand_int_range (random, 0, 10);

  if (dice == 0)
    entente_change_set_unref (entente_store_undo (store, NULL));
  else
    entente_random_step_apply (random, store, 6);
}

static void
test_random (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (GPtrArray) states =
    g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GArray) touched = NULL;
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (EntenteRecord));
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (states, list_all (fixture->store));
  entente_random_step_apply (random, fixture->store, 6);
  while (entente_store_get_version (fixture->store) < N_STEPS) {
    if (entente_store_get_version (fixture->store) == states->len)
      g_ptr_array_add (states, list_all (fixture->store));
    step_somehow (random, fixture->store);
  }
  touched = entente_store_get_touched (fixture->store, 0, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < touched->len; i++) {
    const EntenteTouched *one = &g_array_index (touched, EntenteTouched, i);
    EntenteRecord key = { one->entity, one->id };

    g_array_append_val (keys, key);
  }
  for (guint i = 0; i < states->len; i++)
    assert_past (fixture->store, i, states->pdata[i], keys);
}

/* ---- one record ---- */

static void
set_title (EntenteStore *store, EntenteId id, const char *title)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Edit event");
  g_autoptr (EntenteEvent) event = entente_store_get (store, ENTENTE_ENTITY_EVENT, id, NULL);
  g_autoptr (EntenteEvent) edited = entente_event_copy (event);

  g_free (edited->title);
  edited->title = g_strdup (title);
  entente_step_update (step, edited);
  entente_store_fixture_apply (store, step);
}

static const char *
get_title (const EntenteRecord *record)
{
  return record != NULL ? ((const EntenteEvent *) record)->title : "(none)";
}

static void
assert_change (GPtrArray *changes, guint i, gint64 number, const char *before, const char *after)
{
  const EntenteRecordChange *change = changes->pdata[i];

  g_assert_cmpint (change->number, ==, number);
  g_assert_cmpstr (change->coder, ==, "Ada");
  g_assert_cmpstr (get_title (change->before), ==, before);
  g_assert_cmpstr (get_title (change->after), ==, after);
}

static void
test_history (EntenteStoreFixture *fixture, gconstpointer data)
{
  EntenteStore *store = fixture->store;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  EntenteId event;

  entente_store_set_coder (store, "Ada");
  event = entente_store_fixture_add_event (store, "first");
  entente_store_fixture_add_event (store, "another");
  set_title (store, event, "second");
  entente_store_fixture_undo (store);
  set_title (store, event, "third");
  entente_store_fixture_delete_event (store, event);
  changes = entente_store_get_record_history (store, ENTENTE_ENTITY_EVENT, event, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, 5);
  assert_change (changes, 0, 6, "third", "(none)");
  assert_change (changes, 1, 5, "first", "third");
  assert_change (changes, 2, 4, "second", "first");
  assert_change (changes, 3, 3, "first", "second");
  assert_change (changes, 4, 1, "(none)", "first");
  g_assert_cmpint (((EntenteRecordChange *) changes->pdata[2])->undoes, ==, 3);
}

/* ---- which history ---- */

static GPtrArray *
read_fingerprints (EntenteStore *store)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *texts = entente_store_get_fingerprints (store, NULL, &error);

  g_assert_no_error (error);
  return texts;
}

static void
test_fingerprints (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_strconcat (fixture->path, "-copy.entente", NULL);
  g_autoptr (EntenteStore) copy = NULL;
  g_autoptr (GPtrArray) mine = NULL;
  g_autoptr (GPtrArray) theirs = NULL;

  entente_store_fixture_add_event (fixture->store, "one");
  entente_store_fixture_add_event (fixture->store, "two");
  g_assert_true (entente_store_copy (fixture->store, path, TRUE, NULL, NULL));
  copy = entente_store_open (path, ENTENTE_OPEN_EXISTING, NULL, NULL);
  entente_store_fixture_add_event (fixture->store, "three");
  entente_store_fixture_add_event (copy, "three");
  mine = read_fingerprints (fixture->store);
  theirs = read_fingerprints (copy);
  g_assert_cmpuint (mine->len, ==, 3);
  g_assert_cmpstr (mine->pdata[0], ==, theirs->pdata[0]);
  g_assert_cmpstr (mine->pdata[1], ==, theirs->pdata[1]);
  g_assert_cmpstr (mine->pdata[2], !=, theirs->pdata[2]);
  entente_store_close (copy);
  g_assert_cmpint (g_remove (path), ==, 0);
}

static gpointer
next_event (gpointer data, GError **error)
{
  guint *n = data;
  EntenteEvent *event;

  if (*n == 60000)
    return NULL;
  event = entente_event_new ();
  event->kind = g_strdup ("meeting");
  event->title = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) n, sizeof *n);
  ++*n;
  return event;
}

/* A row of several megabytes is read in several jobs, and wherever they end it is the same text. */
static void
test_large_fingerprints (EntenteStoreFixture *fixture, gconstpointer data)
{
  guint n = 0;
  g_autoptr (EntenteChangeSet) changes =
    entente_store_import (fixture->store, "Import", next_event, &n, NULL, NULL, NULL, NULL);
  g_autoptr (GPtrArray) first = NULL;

  g_assert_nonnull (changes);
  entente_store_fixture_add_event (fixture->store, "Afterwards");
  first = read_fingerprints (fixture->store);
  g_assert_cmpuint (first->len, ==, 2);
  for (guint i = 0; i < 3; i++) {
    g_autoptr (GPtrArray) again = read_fingerprints (fixture->store);

    g_assert_cmpuint (again->len, ==, first->len);
    g_assert_cmpstr (again->pdata[0], ==, first->pdata[0]);
    g_assert_cmpstr (again->pdata[1], ==, first->pdata[1]);
  }
}

int
main (int argc, char **argv)
{
  entente_store_fixture_init (&argc, &argv);
  ENTENTE_STORE_TEST ("/store-past/random", test_random);
  ENTENTE_STORE_TEST ("/store-past/history", test_history);
  ENTENTE_STORE_TEST ("/store-past/fingerprints", test_fingerprints);
  ENTENTE_STORE_TEST ("/store-past/large-fingerprints", test_large_fingerprints);
  return g_test_run ();
}
