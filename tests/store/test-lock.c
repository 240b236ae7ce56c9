/* Other programs: kept out while we write, noticed when they wrote. */
#include "config.h"

#include "entente-store-fixture.h"

#include "entente-event.h"
#include "entente-study-records.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static EntenteChangeSet *
try_add (EntenteStore *store, const char *title, GError **error)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Add event");
  g_autoptr (EntenteEvent) event = entente_event_new ();

  event->kind = g_strdup ("meeting");
  event->title = g_strdup (title);
  entente_step_insert (step, event);
  return entente_store_apply (store, step, error);
}

static void
add (EntenteStore *store, const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteChangeSet) changes = try_add (store, title, &error);

  g_assert_no_error (error);
}

/* ---- what drops the locks of a process ---- */

static void
open_and_close (const char *path)
{
  int descriptor = open (path, O_RDONLY);

  g_assert_cmpint (descriptor, >=, 0);
  close (descriptor);
}

static void
query_content_type (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, "standard::*,thumbnail::*", G_FILE_QUERY_INFO_NONE, NULL, NULL);

  g_assert_nonnull (g_file_info_get_content_type (info));
}

static void
enumerate_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GFileEnumerator) files =
    g_file_enumerate_children (file, "*", G_FILE_QUERY_INFO_NONE, NULL, NULL);
  GFileInfo *info;

  while ((info = g_file_enumerator_next_file (files, NULL, NULL)) != NULL)
    g_object_unref (info);
}

static void
load_contents (const char *path)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
}

static void
copy_file (const char *path)
{
  g_autofree char *copy = g_strconcat (path, ".copy", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = g_file_new_for_path (copy);

  g_assert_true (g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL));
}

static void
open_again (const char *path)
{
  g_assert_null (entente_store_open (path, ENTENTE_OPEN_EXISTING, NULL, NULL));
}

static void
do_nothing (const char *path)
{
}

/* Called while an import holds its transaction. */
static gpointer
probe (gpointer data, GError **error)
{
  static void (*const triggers[]) (const char *) = {
    do_nothing,    query_content_type, open_and_close, enumerate_folder,
    load_contents, copy_file,          open_again,
  };
  EntenteStoreFixture *fixture = data;
  static gboolean given;
  EntenteRecord *record;

  given = !given;
  if (given) {
    record = entente_record_new (ENTENTE_ENTITY_CODER);
    ((EntenteCoder *) record)->name = g_strdup ("A. Coder");
    return record;
  }
  for (gsize i = 0; i < G_N_ELEMENTS (triggers); i++) {
    g_autofree char *output = NULL;

    triggers[i](fixture->path);
    output =
      entente_store_fixture_query (fixture->path, "BEGIN IMMEDIATE; DELETE FROM coder; COMMIT");
    g_assert_cmpstr (output, ==, "error: database is locked\n");
  }
  return NULL;
}

static void
test_kept_out (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteChangeSet) changes = NULL;
  g_autofree char *output = NULL;

  changes =
    entente_store_import (fixture->store, "Import", probe, fixture, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (entente_store_count (fixture->store, ENTENTE_ENTITY_CODER, NULL), ==, 1);
  output = entente_store_fixture_query (fixture->path, "BEGIN IMMEDIATE; COMMIT");
  g_assert_cmpstr (output, ==, "");
}

/* A lock that another process holds is respected and told. */
static void
test_respected (EntenteStoreFixture *fixture, gconstpointer data)
{
  const char *script = "import sqlite3, sys\n"
                       "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
                       "c.execute('BEGIN IMMEDIATE')\n"
                       "print('held', flush=True)\n"
                       "sys.stdin.readline()\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) holder = NULL;
  char buffer[5];
  gsize n;

  holder = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                             NULL,
                             "/usr/bin/python3",
                             "-c",
                             script,
                             fixture->path,
                             NULL);
  g_assert_nonnull (holder);
  g_input_stream_read_all (g_subprocess_get_stdout_pipe (holder),
                           buffer,
                           sizeof buffer,
                           &n,
                           NULL,
                           NULL);
  g_assert_null (try_add (fixture->store, "Talks", &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_BUSY);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_output_stream_close (g_subprocess_get_stdin_pipe (holder), NULL, NULL);
  g_subprocess_wait (holder, NULL, NULL);
  add (fixture->store, "Talks");
}

/* ---- what others wrote ---- */

static const char foreign_event[] =
  "INSERT INTO event (id, kind, when_form, when_precision, when_basis, when_flags, when_day_order,"
  " telling, medium, mode, judgement, pinned, private, title) VALUES (77, 'meeting', 'undated',"
  " 'none', 'explicit', 0, 0, 0, 'none', 'factual', 'undecided', 0, 0, 'Foreign talks')";

static void
count_event (gpointer data, const EntenteEventRow *row)
{
  ++*(guint *) data;
}

static void
test_foreign_rows (EntenteStoreFixture *fixture, gconstpointer data)
{
  EntenteRowSink sink = { .event = count_event };
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  g_autoptr (GArray) found = NULL;
  g_autoptr (GPtrArray) sentences = NULL;
  guint n = 0;

  add (fixture->store, "Talks");
  output = entente_store_fixture_query (fixture->path, foreign_event);
  g_assert_cmpstr (output, ==, "");
  for (guint i = 0; i < 2; i++) {
    g_assert_null (try_add (fixture->store, "More talks", &error));
    g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_CONFLICT);
    g_assert_true (g_str_has_suffix (error->message, "."));
    g_clear_error (&error);
  }
  g_assert_true (entente_store_read_rows (fixture->store, &sink, &n, NULL, &error));
  g_assert_cmpuint (n, ==, 2);
  add (fixture->store, "More talks");

  /* The stranger did not keep the index; the next writer does. */
  found = entente_store_search_events (fixture->store, "foreign", &error);
  g_assert_cmpuint (found->len, ==, 1);
  sentences = entente_store_check (fixture->store, &error);
  g_assert_cmpuint (sentences->len, ==, 0);
}

/* Rows that could not be read are not taken for read: the next edit is refused as before. */
static void
test_foreign_damage (EntenteStoreFixture *fixture, gconstpointer data)
{
  EntenteRowSink sink = { .event = count_event };
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  guint n = 0;

  add (fixture->store, "Talks");
  output = entente_store_fixture_query (fixture->path,
                                        "UPDATE event SET when_earliest_start = 10,"
                                        " when_latest_start = 20, when_earliest_end = 0,"
                                        " when_latest_end = 5");
  g_assert_cmpstr (output, ==, "");
  g_assert_false (entente_store_read_rows (fixture->store, &sink, &n, NULL, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_null (try_add (fixture->store, "More talks", &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_CONFLICT);
}

/* Our own command line on a study that a window has open: history and index are one. */
static void
test_foreign_steps (EntenteStoreFixture *fixture, gconstpointer data)
{
  EntenteRowSink sink = { .event = count_event };
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  g_autofree char *label = NULL;
  guint n = 0;

  add (fixture->store, "Talks");
  output = entente_store_fixture_query (fixture->path,
                                        "INSERT INTO journal (number, label) VALUES (2, 'Theirs')");
  g_assert_cmpstr (output, ==, "");
  g_assert_true (entente_store_read_rows (fixture->store, &sink, &n, NULL, &error));
  label = entente_store_get_undo_label (fixture->store);
  g_assert_cmpstr (label, ==, "Theirs");
  g_assert_cmpint (entente_store_get_version (fixture->store), ==, 2);
  add (fixture->store, "Talks");
  g_assert_cmpint (entente_store_get_version (fixture->store), ==, 3);
}

static void
test_foreign_schema (EntenteStoreFixture *fixture, gconstpointer data)
{
  EntenteRowSink sink = { .event = count_event };
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  guint n = 0;

  add (fixture->store, "Talks");
  output = entente_store_fixture_query (fixture->path,
                                        "CREATE TRIGGER evil AFTER INSERT ON event BEGIN"
                                        " DELETE FROM event; END");
  g_assert_cmpstr (output, ==, "");
  g_assert_true (entente_store_read_rows (fixture->store, &sink, &n, NULL, &error));
  g_assert_null (try_add (fixture->store, "More talks", &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_CONFLICT);
  g_assert_cmpint (entente_store_count (fixture->store, ENTENTE_ENTITY_EVENT, NULL), ==, 1);
}

/* The file is moved away and another put in its place: nothing may be written to either. */
static void
test_moved (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *away = g_strconcat (fixture->path, ".away", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  add (fixture->store, "Talks");
  g_assert_cmpint (g_rename (fixture->path, away), ==, 0);
  g_assert_true (g_file_set_contents (fixture->path, "A letter.", -1, NULL));
  g_assert_null (try_add (fixture->store, "More talks", &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_READ_ONLY);
  g_clear_object (&fixture->store);
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "A letter.");
}

/* ---- a file system without locks ---- */

static int
fail_fcntl (int fd, int command, ...)
{
  errno = EOPNOTSUPP;
  return -1;
}

/* The study may be read, and is not written. */
static void
test_no_locks (EntenteStoreFixture *fixture, gconstpointer data)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find ("unix");
  sqlite3_syscall_ptr ours = vfs->xGetSystemCall (vfs, "fcntl");
  g_autoptr (GError) error = NULL;

  add (fixture->store, "Talks");
  g_clear_object (&fixture->store);
  vfs->xSetSystemCall (vfs, "fcntl", (sqlite3_syscall_ptr) fail_fcntl);
  fixture->store = entente_store_open (fixture->path, ENTENTE_OPEN_EXISTING, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (entente_store_is_read_only (fixture->store));
  g_assert_cmpint (entente_store_count (fixture->store, ENTENTE_ENTITY_EVENT, &error), ==, 1);
  g_assert_null (try_add (fixture->store, "More talks", &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_READ_ONLY);
  g_clear_object (&fixture->store);
  vfs->xSetSystemCall (vfs, "fcntl", ours);
  entente_store_fixture_reopen (fixture);
  add (fixture->store, "More talks");
}

int
main (int argc, char *argv[])
{
  entente_store_fixture_init (&argc, &argv);
  ENTENTE_STORE_TEST ("/store/lock/kept-out", test_kept_out);
  ENTENTE_STORE_TEST ("/store/lock/respected", test_respected);
  ENTENTE_STORE_TEST ("/store/lock/foreign-rows", test_foreign_rows);
  ENTENTE_STORE_TEST ("/store/lock/foreign-damage", test_foreign_damage);
  ENTENTE_STORE_TEST ("/store/lock/foreign-steps", test_foreign_steps);
  ENTENTE_STORE_TEST ("/store/lock/foreign-schema", test_foreign_schema);
  ENTENTE_STORE_TEST ("/store/lock/moved", test_moved);
  ENTENTE_STORE_TEST ("/store/lock/no-locks", test_no_locks);
  return g_test_run ();
}
