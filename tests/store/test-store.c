/* The face of the store: opening, closing, checking, and what goes with what. */
#include "config.h"

#include "entente-store-fixture.h"

#include "entente-event.h"
#include "entente-study-records.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static void
assert_sentence (const char *message)
{
  g_assert_cmpuint (strlen (message), >, 30);
  g_assert_true (g_utf8_validate (message, -1, NULL));
  g_assert_true (g_str_has_suffix (message, "."));
}

static void
test_create (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "there", NULL);
  g_autofree char *missing = g_build_filename (fixture->folder, "no", "such", "folder", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  GDir *dir;
  guint n = 0;

  g_assert_true (g_file_set_contents (path, "A letter.", -1, NULL));
  g_assert_null (entente_store_open (path, ENTENTE_OPEN_CREATE, NULL, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
  assert_sentence (error->message);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "A letter.");

  g_assert_null (entente_store_open (missing, ENTENTE_OPEN_CREATE, NULL, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_FAILED);
  assert_sentence (error->message);

  /* Nothing lies about: the study, its empty journal, the letter. */
  dir = g_dir_open (fixture->folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n++;
  g_dir_close (dir);
  g_assert_cmpuint (n, <=, 3);
  g_clear_object (&fixture->store);
  g_unlink (path);
  dir = g_dir_open (fixture->folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "study.entente");
  g_assert_null (g_dir_read_name (dir));
  g_dir_close (dir);
}

static void
test_twice (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *link_path = g_build_filename (fixture->folder, "link.entente", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (entente_store_open (fixture->path, ENTENTE_OPEN_EXISTING, NULL, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_BUSY);
  assert_sentence (error->message);
  g_clear_error (&error);
  g_assert_cmpint (symlink (fixture->path, link_path), ==, 0);
  g_assert_null (entente_store_open (link_path, ENTENTE_OPEN_READ_ONLY, NULL, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_BUSY);
  entente_store_fixture_reopen (fixture);
}

static void
test_read_only (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Add coder");
  g_autoptr (EntenteRecord) coder = entente_record_new (ENTENTE_ENTITY_CODER);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  gsize length_before, length_after;

  entente_store_fixture_add_event (fixture->store, "Talks");
  g_assert_false (entente_store_is_read_only (fixture->store));
  g_clear_object (&fixture->store);
  g_assert_true (g_file_get_contents (fixture->path, &before, &length_before, NULL));
  fixture->store = entente_store_open (fixture->path, ENTENTE_OPEN_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (entente_store_is_read_only (fixture->store));
  g_assert_cmpint (entente_store_count (fixture->store, ENTENTE_ENTITY_EVENT, &error), ==, 1);
  entente_step_insert (step, coder);
  g_assert_null (entente_store_apply (fixture->store, step, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_READ_ONLY);
  assert_sentence (error->message);
  g_clear_object (&fixture->store);
  g_assert_true (g_file_get_contents (fixture->path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(EntenteStore **) data = entente_store_open_finish (result, &error);
  g_assert_no_error (error);
}

static gpointer
count (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER ((int) entente_store_count (store, ENTENTE_ENTITY_EVENT, error));
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(int *) data =
    GPOINTER_TO_INT (entente_store_run_finish (ENTENTE_STORE (source), result, &error));
  g_assert_no_error (error);
}

static void
test_async (EntenteStoreFixture *fixture, gconstpointer data)
{
  int n = -1;

  entente_store_fixture_add_event (fixture->store, "Talks");
  g_clear_object (&fixture->store);
  entente_store_open_async (fixture->path, ENTENTE_OPEN_EXISTING, NULL, opened_cb, &fixture->store);
  while (fixture->store == NULL)
    g_main_context_iteration (NULL, TRUE);
  entente_store_run_async (fixture->store, count, NULL, NULL, NULL, NULL, counted_cb, &n);
  while (n == -1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (n, ==, 1);
}

/* A reader that is cancelled while it reads: its result goes. */
static gpointer
read_and_cancel (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_cancellable_cancel (cancellable);
  return data;
}

static void
forget_result (gpointer data)
{
  g_atomic_int_inc ((int *) data);
}

static void
cancelled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (entente_store_run_finish (ENTENTE_STORE (source), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *(gboolean *) data = TRUE;
}

static void
test_cancelled (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gboolean cancelled = FALSE;
  int n_forgotten = 0;

  entente_store_run_async (fixture->store,
                           read_and_cancel,
                           &n_forgotten,
                           NULL,
                           forget_result,
                           cancellable,
                           cancelled_cb,
                           &cancelled);
  while (!cancelled)
    g_main_context_iteration (NULL, TRUE);
  entente_store_close (fixture->store);
  while (g_main_context_iteration (NULL, FALSE)) {
  }
  g_assert_cmpint (g_atomic_int_get (&n_forgotten), ==, 1);
}

static void
refused_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (entente_store_run_finish (ENTENTE_STORE (source), result, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_FAILED);
  *(gboolean *) data = TRUE;
}

static void
test_closed (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean refused = FALSE;

  entente_store_close (fixture->store);
  entente_store_close (fixture->store);
  g_assert_null (entente_store_list (fixture->store, ENTENTE_ENTITY_EVENT, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_FAILED);
  assert_sentence (error->message);
  g_clear_error (&error);
  g_assert_null (entente_store_check (fixture->store, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_FAILED);
  entente_store_run_async (fixture->store, count, NULL, NULL, NULL, NULL, refused_cb, &refused);
  while (!refused)
    g_main_context_iteration (NULL, TRUE);
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
    entente_store_fixture_add_event (store, "Talks");
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

static guint
read_change_counter (const char *path)
{
  g_autofree char *bytes = NULL;

  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  return (guint8) bytes[24] << 24 | (guint8) bytes[25] << 16 | (guint8) bytes[26] << 8 |
         (guint8) bytes[27];
}

static guint
count_findings (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sentences = NULL;
  g_autoptr (EntenteStore) store = entente_store_open (path, ENTENTE_OPEN_READ_ONLY, NULL, &error);

  g_assert_no_error (error);
  sentences = entente_store_check (store, &error);
  g_assert_no_error (error);
  return sentences->len;
}

/* Who only looks is told as well that the index of words is wrong, and the file stays as it is. */
static void
test_check_index (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *sql = NULL, *output = NULL, *bytes = NULL, *after = NULL;
  gsize length, length_after;

  entente_store_fixture_add_event (fixture->store, "Talks in the harbour");
  g_clear_object (&fixture->store);
  g_assert_cmpuint (count_findings (fixture->path), ==, 0);
  sql = g_strdup_printf ("BEGIN; INSERT INTO search_event"
                         " (search_event, rowid, title, summary, judgement_reason)"
                         " SELECT 'delete', id, title, summary, judgement_reason FROM event;"
                         "UPDATE search_state SET counter = %u; COMMIT",
                         read_change_counter (fixture->path) + 1);
  output = entente_store_fixture_query (fixture->path, sql);
  g_assert_cmpstr (output, ==, "");
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  g_assert_cmpuint (count_findings (fixture->path), ==, 1);
  g_assert_true (g_file_get_contents (fixture->path, &after, &length_after, NULL));
  g_assert_cmpmem (bytes, length, after, length_after);
}

/* A value of a field of the user's own goes with its subject, however that goes. */
static void
test_orphans (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Add field");
  g_autoptr (EntenteField) field = entente_field_new ();
  g_autoptr (EntenteFieldValue) gone = entente_field_value_new ();
  g_autoptr (EntenteFieldValue) kept = entente_field_value_new ();

  gone->subject = entente_store_fixture_add_event (fixture->store, "Talks");
  kept->subject = entente_store_fixture_add_event (fixture->store, "More talks");
  field->name = g_strdup ("Colour of the table");
  field->entity = g_strdup ("event");
  entente_step_insert (step, field);
  gone->field = kept->field = field->record.id;
  gone->value = g_strdup ("green");
  kept->value = g_strdup ("brown");
  entente_step_insert (step, gone);
  entente_step_insert (step, kept);
  entente_store_fixture_apply (fixture->store, step);
  entente_store_fixture_delete_event (fixture->store, gone->subject);
  g_assert_cmpint (entente_store_count (fixture->store, ENTENTE_ENTITY_FIELD_VALUE, NULL), ==, 1);
  entente_change_set_unref (entente_store_undo (fixture->store, NULL));
  g_assert_cmpint (entente_store_count (fixture->store, ENTENTE_ENTITY_FIELD_VALUE, NULL), ==, 2);
}

int
main (int argc, char *argv[])
{
  entente_store_fixture_init (&argc, &argv);
  ENTENTE_STORE_TEST ("/store/store/create", test_create);
  ENTENTE_STORE_TEST ("/store/store/twice", test_twice);
  ENTENTE_STORE_TEST ("/store/store/read-only", test_read_only);
  ENTENTE_STORE_TEST ("/store/store/async", test_async);
  ENTENTE_STORE_TEST ("/store/store/closed", test_closed);
  ENTENTE_STORE_TEST ("/store/store/cancelled", test_cancelled);
  ENTENTE_STORE_TEST ("/store/store/check", test_check);
  ENTENTE_STORE_TEST ("/store/store/check-index", test_check_index);
  ENTENTE_STORE_TEST ("/store/store/orphans", test_orphans);
  return g_test_run ();
}
