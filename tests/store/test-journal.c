/* Steps, undo and redo: identity on the dump of all content, over a restart too; errors leave
 * nothing. */
#include "config.h"

#include "entente-random-step.h"
#include "entente-store-fixture.h"

#include "entente-event.h"
#include "entente-study-records.h"

static void
test_identity (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  guint n_steps = 40, n = 0;

  g_ptr_array_add (dumps, entente_store_fixture_dump (fixture->path));
  for (guint i = 0; i < n_steps; i++) {
    gint64 version = entente_store_get_version (fixture->store);

    entente_random_step_apply (random, fixture->store, 6);
    if (entente_store_get_version (fixture->store) > version) {
      g_ptr_array_add (dumps, entente_store_fixture_dump (fixture->path));
      n++;
    } else {
      entente_store_fixture_assert_dump (fixture, dumps->pdata[n]);
    }
  }
  g_assert_cmpuint (n, >, n_steps / 3);
  for (guint i = n; i > 0; i--) {
    if (i % 10 == 0)
      entente_store_fixture_reopen (fixture);
    entente_store_fixture_undo (fixture->store);
    entente_store_fixture_assert_dump (fixture, dumps->pdata[i - 1]);
  }
  for (guint i = 1; i <= n; i++) {
    if (i % 10 == 0)
      entente_store_fixture_reopen (fixture);
    entente_store_fixture_redo (fixture->store);
    entente_store_fixture_assert_dump (fixture, dumps->pdata[i]);
  }
}

/* ---- single steps ---- */

static EntenteEvent *
make_event (const char *title)
{
  EntenteEvent *event = entente_event_new ();

  event->kind = g_strdup ("meeting");
  event->title = g_strdup (title);
  return event;
}

static void
add_event (EntenteStore *store, const char *title)
{
  g_autoptr (EntenteStep) step = entente_step_new (title);
  g_autoptr (EntenteEvent) event = make_event (title);
  g_autoptr (EntenteChangeSet) changes = NULL;
  g_autoptr (GError) error = NULL;

  entente_step_insert (step, event);
  changes = entente_store_apply (store, step, &error);
  g_assert_no_error (error);
}

static void
assert_labels (EntenteStore *store, const char *undo_label, const char *redo_label)
{
  g_autofree char *undo_found = entente_store_get_undo_label (store);
  g_autofree char *redo_found = entente_store_get_redo_label (store);

  g_assert_cmpstr (undo_found, ==, undo_label);
  g_assert_cmpstr (redo_found, ==, redo_label);
}

static void
assert_entry (GPtrArray *history,
              guint i,
              const char *label,
              gint64 undoes,
              gint64 redoes,
              gboolean undone)
{
  const EntenteJournalEntry *entry = history->pdata[i];

  g_assert_cmpint (entry->number, ==, i + 1);
  g_assert_cmpstr (entry->label, ==, label);
  g_assert_cmpint (entry->undoes, ==, undoes);
  g_assert_cmpint (entry->redoes, ==, redoes);
  g_assert_cmpint (entry->undone, ==, undone);
}

/* A new edit takes undone steps off the way of redo; their rows stay. */
static void
test_path (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;

  assert_labels (fixture->store, NULL, NULL);
  g_assert_null (entente_store_undo (fixture->store, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  entente_store_set_coder (fixture->store, "A. Coder");
  add_event (fixture->store, "one");
  add_event (fixture->store, "two");
  assert_labels (fixture->store, "two", NULL);
  entente_store_fixture_undo (fixture->store);
  entente_store_fixture_undo (fixture->store);
  assert_labels (fixture->store, NULL, "one");
  entente_store_fixture_redo (fixture->store);
  assert_labels (fixture->store, "one", "two");
  entente_store_fixture_undo (fixture->store);
  entente_store_fixture_redo (fixture->store);
  entente_store_fixture_reopen (fixture);
  assert_labels (fixture->store, "one", "two");
  add_event (fixture->store, "three");
  assert_labels (fixture->store, "three", NULL);
  g_assert_null (entente_store_redo (fixture->store, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND);
  entente_store_fixture_undo (fixture->store);
  assert_labels (fixture->store, "one", "three");

  history = entente_store_get_history (fixture->store, NULL);
  g_assert_cmpuint (history->len, ==, 9);
  assert_entry (history, 0, "one", 0, 0, FALSE);
  assert_entry (history, 1, "two", 0, 0, TRUE);
  assert_entry (history, 2, "two", 2, 0, FALSE);
  assert_entry (history, 3, "one", 1, 0, FALSE);
  assert_entry (history, 4, "one", 0, 1, FALSE);
  assert_entry (history, 5, "one", 1, 0, FALSE);
  assert_entry (history, 6, "one", 0, 1, FALSE);
  assert_entry (history, 7, "three", 0, 0, TRUE);
  assert_entry (history, 8, "three", 8, 0, FALSE);
  g_assert_cmpstr (((EntenteJournalEntry *) history->pdata[0])->coder, ==, "A. Coder");
  g_assert_null (((EntenteJournalEntry *) history->pdata[7])->coder);
  g_assert_cmpint (entente_store_get_version (fixture->store), ==, 9);
}

/* A step that changes nothing is none. */
static void
test_no_change (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (EntenteStep) first = entente_step_new ("Add");
  g_autoptr (EntenteStep) again = entente_step_new ("Change");
  g_autoptr (EntenteEvent) event = make_event ("Talks");
  g_autoptr (EntenteChangeSet) added = NULL, changed = NULL;
  g_autoptr (GError) error = NULL;

  entente_step_insert (first, event);
  added = entente_store_apply (fixture->store, first, &error);
  entente_step_update (again, event);
  changed = entente_store_apply (fixture->store, again, &error);
  g_assert_no_error (error);
  g_assert_null (changed->ids[ENTENTE_ENTITY_EVENT]);
  g_assert_cmpuint (changed->events->len, ==, 0);
  g_assert_cmpint (entente_store_get_version (fixture->store), ==, 1);
}

/* Whatever is wrong with the last change of a step, the first is not made either. */
static void
assert_refused (EntenteStoreFixture *fixture,
                EntenteOperation operation,
                gpointer record,
                EntenteError code)
{
  g_autofree char *before = entente_store_fixture_dump (fixture->path);
  g_autoptr (EntenteStep) step = entente_step_new ("Refused");
  g_autoptr (EntenteEvent) event = make_event ("Never seen");
  g_autoptr (EntenteRecord) owned = record;
  g_autoptr (GError) error = NULL;
  gint64 version = entente_store_get_version (fixture->store);

  entente_step_insert (step, event);
  if (operation == ENTENTE_INSERT)
    entente_step_insert (step, owned);
  else if (operation == ENTENTE_UPDATE)
    entente_step_update (step, owned);
  else
    entente_step_delete (step, owned->entity, owned->id);
  g_assert_null (entente_store_apply (fixture->store, step, &error));
  g_assert_error (error, ENTENTE_ERROR, (int) code);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_test_message ("%s", error->message);
  entente_store_fixture_assert_dump (fixture, before);
  g_assert_cmpint (entente_store_get_version (fixture->store), ==, version);
}

static void
test_errors (EntenteStoreFixture *fixture, gconstpointer data)
{
  EntenteParticipation *participation = entente_participation_new ();
  EntenteEvent *event;
  EntenteCoder *coder;

  add_event (fixture->store, "Talks");
  participation->event = 4711;
  participation->actor = 4712;
  assert_refused (fixture, ENTENTE_INSERT, participation, ENTENTE_ERROR_INVALID);

  assert_refused (fixture, ENTENTE_INSERT, entente_event_new (), ENTENTE_ERROR_INVALID);
  event = make_event ("No such judgement");
  event->judgement = 99;
  assert_refused (fixture, ENTENTE_INSERT, event, ENTENTE_ERROR_INVALID);
  event = make_event ("No UTF-8: \xff");
  assert_refused (fixture, ENTENTE_INSERT, event, ENTENTE_ERROR_INVALID);
  event = make_event (NULL);
  event->title = g_strnfill (65 * 1024 * 1024, 'x');
  assert_refused (fixture, ENTENTE_INSERT, event, ENTENTE_ERROR_INVALID);

  coder = entente_coder_new ();
  coder->record.id = 4711;
  assert_refused (fixture, ENTENTE_DELETE, coder, ENTENTE_ERROR_NOT_FOUND);
  coder = entente_coder_new ();
  coder->record.id = 4711;
  coder->name = g_strdup ("Nobody");
  assert_refused (fixture, ENTENTE_UPDATE, coder, ENTENTE_ERROR_NOT_FOUND);
}

/* A stranger changed what an undo would change back: nothing happens. */
static void
test_conflict (EntenteStoreFixture *fixture, gconstpointer data)
{
  EntenteRowSink sink = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  g_autofree char *before = NULL;

  add_event (fixture->store, "Talks");
  output = entente_store_fixture_query (fixture->path, "UPDATE event SET title = 'Other talks'");
  g_assert_cmpstr (output, ==, "");
  before = entente_store_fixture_dump (fixture->path);
  g_assert_true (entente_store_read_rows (fixture->store, &sink, NULL, NULL, NULL));
  g_assert_null (entente_store_undo (fixture->store, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_CONFLICT);
  g_assert_true (g_str_has_suffix (error->message, "."));
  entente_store_fixture_assert_dump (fixture, before);
  assert_labels (fixture->store, "Talks", NULL);
}

/* A text far larger than a chunk goes there and back. */
static void
test_large (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (EntenteStep) step = entente_step_new ("Large");
  g_autoptr (EntenteEvent) event = make_event ("Talks");
  g_autoptr (EntenteChangeSet) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *empty = entente_store_fixture_dump (fixture->path);
  g_autofree char *full = NULL;
  g_autofree char *chunks = NULL;
  GString *summary = g_string_new (NULL);

  while (summary->len < 5 * 1024 * 1024)
    g_string_append_printf (summary, "%08x ", g_rand_int (random));
  event->summary = g_string_free (summary, FALSE);
  entente_step_insert (step, event);
  changes = entente_store_apply (fixture->store, step, &error);
  g_assert_no_error (error);
  full = entente_store_fixture_dump (fixture->path);
  chunks = entente_store_fixture_query (fixture->path, "SELECT count (*) > 2 FROM journal_chunk");
  g_assert_cmpstr (chunks, ==, "1|\n");
  entente_store_fixture_undo (fixture->store);
  entente_store_fixture_assert_dump (fixture, empty);
  entente_store_fixture_redo (fixture->store);
  entente_store_fixture_assert_dump (fixture, full);
}

int
main (int argc, char *argv[])
{
  entente_store_fixture_init (&argc, &argv);
  ENTENTE_STORE_TEST ("/store/journal/identity", test_identity);
  ENTENTE_STORE_TEST ("/store/journal/path", test_path);
  ENTENTE_STORE_TEST ("/store/journal/no-change", test_no_change);
  ENTENTE_STORE_TEST ("/store/journal/errors", test_errors);
  ENTENTE_STORE_TEST ("/store/journal/conflict", test_conflict);
  ENTENTE_STORE_TEST ("/store/journal/large", test_large);
  return g_test_run ();
}
