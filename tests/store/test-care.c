/* Checking and copying a study. */
#include "config.h"

#include "entente-store-fixture.h"

#include "entente-event.h"
#include "entente-study-records.h"

#include <glib/gstdio.h>
#include <string.h>

#define MARKER "Rumpelstilzchen"

static void
apply (EntenteStore *store, EntenteStep *step)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteChangeSet) changes = entente_store_apply (store, step, &error);

  g_assert_no_error (error);
}

static EntenteId
add_event (EntenteStore *store, const char *title)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Add event");
  g_autoptr (EntenteEvent) event = entente_event_new ();

  event->kind = g_strdup ("meeting");
  event->title = g_strdup (title);
  entente_step_insert (step, event);
  apply (store, step);
  return event->record.id;
}

static void
delete_event (EntenteStore *store, EntenteId id)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Delete event");

  entente_step_delete (step, ENTENTE_ENTITY_EVENT, id);
  apply (store, step);
}

static gboolean
file_contains (const char *path, const char *text)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  return memmem (bytes, length, text, strlen (text)) != NULL;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_copy (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.entente", NULL);
  g_autofree char *dump = NULL, *dump_of_copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStore) copy = NULL;
  g_autoptr (GPtrArray) sentences = NULL;
  g_autoptr (GArray) found = NULL;

  add_event (fixture->store, "Talks");
  add_event (fixture->store, "More talks");
  dump = entente_store_fixture_dump (fixture->path);
  g_assert_true (entente_store_copy (fixture->store, path, TRUE, NULL, &error));
  g_assert_no_error (error);
  dump_of_copy = entente_store_fixture_dump (path);
  g_assert_cmpstr (dump, ==, dump_of_copy);
  copy = entente_store_open (path, ENTENTE_OPEN_EXISTING, NULL, &error);
  g_assert_no_error (error);
  sentences = entente_store_check (copy, &error);
  g_assert_cmpuint (sentences->len, ==, 0);
  found = entente_store_search_events (copy, "talks", &error);
  g_assert_cmpuint (found->len, ==, 2);
  entente_change_set_unref (entente_store_undo (copy, &error));
  g_assert_no_error (error);
  g_assert_cmpint (entente_store_count (copy, ENTENTE_ENTITY_EVENT, NULL), ==, 1);
  g_assert_cmpint (entente_store_count (fixture->store, ENTENTE_ENTITY_EVENT, NULL), ==, 2);
}

/* What was deleted is in no byte of a copy that is given away. */
static void
test_copy_without_history (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.entente", NULL);
  g_autofree char *lower = g_ascii_strdown (MARKER, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStore) copy = NULL;
  g_autoptr (GArray) found = NULL;
  g_autofree char *label = NULL;

  add_event (fixture->store, "Talks");
  delete_event (fixture->store, add_event (fixture->store, MARKER));
  g_assert_true (entente_store_copy (fixture->store, path, FALSE, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (file_contains (path, MARKER));
  g_assert_false (file_contains (path, lower));
  g_assert_false (file_contains (path, "Delete event"));
  g_assert_true (file_contains (path, "Talks"));
  copy = entente_store_open (path, ENTENTE_OPEN_EXISTING, NULL, &error);
  g_assert_no_error (error);
  label = entente_store_get_undo_label (copy);
  g_assert_null (label);
  found = entente_store_search_events (copy, "talks", &error);
  g_assert_cmpuint (found->len, ==, 1);
}

static void
test_copy_refused (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "there", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint n;

  g_assert_true (g_file_set_contents (path, "A letter.", -1, NULL));
  n = count_files (fixture->folder);
  g_assert_false (entente_store_copy (fixture->store, path, TRUE, NULL, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "A letter.");
  g_assert_false (entente_store_copy (fixture->store, fixture->path, FALSE, NULL, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (entente_store_copy (fixture->store, "/no/such/folder/copy", TRUE, NULL, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_FAILED);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_unlink (path);
  n--;
  for (guint i = 0; i < 200; i++)
    add_event (fixture->store, "Talks about talks about talks");
  g_assert_false (entente_store_copy (fixture->store, path, FALSE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (fixture->folder), <=, n);
  add_event (fixture->store, "Life goes on");
}

/* Each kind of wrong is told. */
static void
test_check (EntenteStoreFixture *fixture, gconstpointer data)
{
  static const char *const wrongs[] = {
    "PRAGMA foreign_keys = OFF; INSERT INTO participation (id, event, actor, role)"
    " VALUES (1, 4711, 4712, 'host')",
    "UPDATE event SET when_edtf = '2018-13-45'",
    "UPDATE event SET when_calendar = 'of the Maya', when_edtf = '2018'",
    "UPDATE event SET title = CAST (x'ff' AS TEXT)",
    "UPDATE event SET planned_edtf = '2018', planned_extra = 'nonsense'",
    "UPDATE event SET planned_edtf = '2018', planned_extra = '{''basis'': <''whim''>}'",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrongs); i++) {
    g_autofree char *path = g_strdup_printf ("%s.%d", fixture->path, (int) i);
    g_autofree char *output = NULL;
    g_autoptr (EntenteStore) store = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) sentences = NULL;

    store = entente_store_open (path, ENTENTE_OPEN_CREATE, NULL, &error);
    g_assert_no_error (error);
    add_event (store, "Talks");
    g_clear_object (&store);
    output = entente_store_fixture_query (path, wrongs[i]);
    g_assert_cmpstr (output, ==, "");
    store = entente_store_open (path, ENTENTE_OPEN_EXISTING, NULL, &error);
    g_assert_no_error (error);
    sentences = entente_store_check (store, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (sentences->len, >=, 1);
    g_assert_true (g_str_has_suffix (sentences->pdata[0], "."));
    g_test_message ("%s", (char *) sentences->pdata[0]);
  }
}

/* A value of a field of the user's own goes with its subject, however that goes. */
static void
test_orphans (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Add field");
  g_autoptr (EntenteField) field = entente_field_new ();
  g_autoptr (EntenteFieldValue) gone = entente_field_value_new ();
  g_autoptr (EntenteFieldValue) kept = entente_field_value_new ();

  gone->subject = add_event (fixture->store, "Talks");
  kept->subject = add_event (fixture->store, "More talks");
  field->name = g_strdup ("Colour of the table");
  field->entity = g_strdup ("event");
  entente_step_insert (step, field);
  gone->field = kept->field = field->record.id;
  gone->value = g_strdup ("green");
  kept->value = g_strdup ("brown");
  entente_step_insert (step, gone);
  entente_step_insert (step, kept);
  apply (fixture->store, step);
  delete_event (fixture->store, gone->subject);
  g_assert_cmpint (entente_store_count (fixture->store, ENTENTE_ENTITY_FIELD_VALUE, NULL), ==, 1);
  entente_change_set_unref (entente_store_undo (fixture->store, NULL));
  g_assert_cmpint (entente_store_count (fixture->store, ENTENTE_ENTITY_FIELD_VALUE, NULL), ==, 2);
}

#define ADD(path, test)                                                                            \
  g_test_add (path,                                                                                \
              EntenteStoreFixture,                                                                 \
              NULL,                                                                                \
              entente_store_fixture_set_up,                                                        \
              test,                                                                                \
              entente_store_fixture_tear_down)

int
main (int argc, char *argv[])
{
  entente_store_fixture_init (&argc, &argv);
  ADD ("/store/care/copy", test_copy);
  ADD ("/store/care/copy-without-history", test_copy_without_history);
  ADD ("/store/care/copy-refused", test_copy_refused);
  ADD ("/store/care/check", test_check);
  ADD ("/store/care/orphans", test_orphans);
  return g_test_run ();
}
