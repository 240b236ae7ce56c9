/* What a toolkit does with files, done to a study in the middle of a transaction, lets nobody else
 * in.
 *
 * POSIX drops the locks of a process on a file when the process closes any descriptor of it, and
 * each of these opens and closes the file (src/store/entente-lock.c). A prober, a process of its
 * own, tries all the while to begin a transaction. ENTENTE_PROBES says how often for each.
 */
#include "config.h"

#include "entente-store-fixture.h"

#include "entente-study-records.h"
#include "entente-test-scale.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- triggers ---- */

static void
open_and_close (const char *path)
{
  int descriptor = open (path, O_RDONLY);

  g_assert_cmpint (descriptor, >=, 0);
  close (descriptor);
}

static void
query (const char *path, const char *attributes)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, attributes, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  g_assert_nonnull (info);
}

static void
ask_for_type (const char *path)
{
  query (path, "standard::content-type,standard::fast-content-type");
}

static void
ask_for_icon (const char *path)
{
  query (path, "standard::icon,standard::symbolic-icon");
}

static void
ask_for_thumbnail (const char *path)
{
  query (path, "thumbnail::*,preview::*");
}

/* As a file chooser does. */
static void
list_folder (const char *path)
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
load (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *contents = NULL;

  g_assert_true (g_file_load_contents (file, NULL, &contents, NULL, NULL, NULL));
}

static void
copy (const char *path)
{
  g_autofree char *copy = g_strconcat (path, ".copy", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = g_file_new_for_path (copy);

  g_assert_true (g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL));
}

/* As the list of recent files does: the type by name and bytes, and a list with the file in it. */
static void
note_as_recent (const char *path)
{
  g_autofree char *list = g_strconcat (path, ".xbel", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GBookmarkFile) recent = g_bookmark_file_new ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAppInfo) handler = g_file_query_default_handler (file, NULL, NULL);

  ask_for_type (path);
  g_bookmark_file_set_mime_type (recent, uri, "application/x-entente");
  g_bookmark_file_add_application (recent, uri, "Entente", "entente %u");
  g_assert_true (g_bookmark_file_to_file (recent, list, NULL));
}

static void
open_again (const char *path)
{
  g_assert_null (entente_store_open (path, ENTENTE_OPEN_READ_ONLY, NULL, NULL));
}

static const struct {
  const char *name;
  void (*pull) (const char *path);
} triggers[] = {
  { "open-close", open_and_close },
  { "type", ask_for_type },
  { "icon", ask_for_icon },
  { "thumbnail", ask_for_thumbnail },
  { "folder", list_folder },
  { "load", load },
  { "copy", copy },
  { "recent", note_as_recent },
  { "open-again", open_again },
};

/* ---- the prober ---- */

static int
probe (const char *path, int n_probes)
{
  sqlite3 *handle = NULL;
  int n_entered = 0;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  for (int i = 0; i < n_probes; i++)
    if (sqlite3_exec (handle, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK) {
      n_entered++;
      sqlite3_exec (handle, "ROLLBACK", NULL, NULL, NULL);
    }
  sqlite3_close (handle);
  return n_entered > 0 ? 1 : 0;
}

typedef struct {
  EntenteStoreFixture *fixture;
  guint trigger;
  char *n_probes;
  guint n_pulls;
  gboolean given;
  GSubprocess *prober;
} Test;

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer ended)
{
  g_assert_true (g_subprocess_wait_finish (G_SUBPROCESS (source), result, NULL));
  *(gboolean *) ended = TRUE;
}

static void
pull_while_probed (Test *test)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GSubprocess) prober = NULL;
  gboolean ended = FALSE;

  g_main_context_push_thread_default (context);
  prober = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE,
                             NULL,
                             program,
                             "--probe",
                             test->fixture->path,
                             test->n_probes,
                             NULL);
  g_assert_nonnull (prober);
  g_subprocess_wait_async (prober, NULL, ended_cb, &ended);
  for (; !ended; test->n_pulls++) {
    triggers[test->trigger].pull (test->fixture->path);
    g_main_context_iteration (context, FALSE);
  }
  g_main_context_pop_thread_default (context);
  if (g_subprocess_get_exit_status (prober) != 0)
    g_error ("Somebody was let in");
}

/* Called while an import holds its transaction, once after it has written. */
static gpointer
next_record (gpointer data, GError **error)
{
  Test *test = data;
  EntenteCoder *coder;

  if (test->given) {
    pull_while_probed (test);
    return NULL;
  }
  test->given = TRUE;
  coder = entente_coder_new ();
  coder->name = g_strdup ("A. Coder");
  return coder;
}

static void
test_trigger (EntenteStoreFixture *fixture, gconstpointer data)
{
  guint n_probes = entente_test_scale ("ENTENTE_PROBES", 10000, 125000);
  g_autofree char *number = g_strdup_printf ("%u", n_probes);
  Test test = { .fixture = fixture, .trigger = GPOINTER_TO_UINT (data), .n_probes = number };
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteChangeSet) changes =
    entente_store_import (fixture->store, "Import", next_record, &test, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (entente_store_count (fixture->store, ENTENTE_ENTITY_CODER, NULL), ==, 1);
  g_test_message ("%u probes, none got in; pulled %u times", n_probes, test.n_pulls);
}

/* With locks that belong to the process, as SQLite takes them by itself, the same lets others in.
 */
static void
test_sharp (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  sqlite3_vfs *vfs = sqlite3_vfs_find ("unix");
  sqlite3_syscall_ptr ours = vfs->xGetSystemCall (vfs, "fcntl");
  sqlite3 *handle = NULL;

  g_clear_object (&fixture->store);
  vfs->xSetSystemCall (vfs, "fcntl", NULL);
  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  for (guint pulled = 0; pulled < 2; pulled++) {
    g_autoptr (GSubprocess) prober = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE,
                                                       NULL,
                                                       program,
                                                       "--probe",
                                                       fixture->path,
                                                       "1",
                                                       NULL);

    g_assert_true (g_subprocess_wait (prober, NULL, NULL));
    g_assert_cmpint (g_subprocess_get_exit_status (prober), ==, (int) pulled);
    open_and_close (fixture->path);
  }
  sqlite3_close (handle);
  vfs->xSetSystemCall (vfs, "fcntl", ours);
}

int
main (int argc, char *argv[])
{
  if (argc == 4 && strcmp (argv[1], "--probe") == 0)
    return probe (argv[2], atoi (argv[3]));
  entente_store_fixture_init (&argc, &argv);
  ENTENTE_STORE_TEST ("/faults/lock-drop/sharp", test_sharp);
  for (guint i = 0; i < G_N_ELEMENTS (triggers); i++) {
    g_autofree char *path = g_strconcat ("/faults/lock-drop/", triggers[i].name, NULL);

    g_test_add (path,
                EntenteStoreFixture,
                GUINT_TO_POINTER (i),
                entente_store_fixture_set_up,
                test_trigger,
                entente_store_fixture_tear_down);
  }
  return g_test_run ();
}
