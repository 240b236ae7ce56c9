/* The window and the file of its study: a study has one window, by whatever name it is asked for,
 * and what the toolkit does with files in its folder drops no lock of it.
 */
#include "config.h"

#include "entente-app-fixture.h"
#include "entente-application.h"
#include "entente-study-place.h"
#include "entente-test-folder.h"
#include "entente-window-private.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- one window ---- */

static guint
count_windows (void)
{
  GList *windows = gtk_application_get_windows (entente_app_get_application ());
  guint n = 0;

  for (; windows; windows = windows->next)
    n += ENTENTE_IS_WINDOW (windows->data);
  return n;
}

static gboolean
has_session (gpointer window)
{
  return entente_window_get_session (window) != NULL;
}

static void
ask_for (const char *name)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);

  entente_application_open_file (ENTENTE_APPLICATION (entente_app_get_application ()), file, NULL);
  entente_app_rest (100);
}

/* By each of these names the file is the one that is open, and its window comes. */
static void
test_one_window (void)
{
  g_autoptr (EntenteAppFixture) fixture = entente_app_fixture_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "one.entente", NULL);
  g_autofree char *link_path = g_build_filename (fixture->folder, "link.entente", NULL);
  g_autofree char *hard_path = g_build_filename (fixture->folder, "hard.entente", NULL);
  g_autofree char *dotted = g_build_filename (fixture->folder, ".", "..", NULL);
  g_autofree char *base = g_path_get_basename (fixture->folder);
  g_autofree char *round = g_build_filename (dotted, base, "one.entente", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *home = g_get_current_dir ();
  const char *names[] = { path, link_path, hard_path, round, uri, "one.entente", "./one.entente" };
  EntenteWindow *window = entente_window_new (entente_app_get_application ());

  entente_window_open_path (window, path, ENTENTE_OPEN_CREATE);
  gtk_window_present (GTK_WINDOW (window));
  entente_app_wait (has_session, window);
  g_assert_cmpint (symlink (path, link_path), ==, 0);
  g_assert_cmpint (link (path, hard_path), ==, 0);
  g_assert_cmpint (g_chdir (fixture->folder), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    ask_for (names[i]);
    if (count_windows () != 1)
      g_error ("%s has a window of its own", names[i]);
  }
  g_assert_cmpint (g_chdir (home), ==, 0);
  gtk_window_close (GTK_WINDOW (window));
  entente_app_rest (100);
  entente_test_remove_folder (fixture->folder);
}

/* ---- another program ---- */

/* A window elsewhere: holds the study until its standard input ends. */
static int
hold (const char *path)
{
  g_autoptr (EntenteStudy) study = NULL;
  char byte;

  entente_study_hold_files ();
  study = entente_study_open (path, ENTENTE_OPEN_CREATE, NULL, NULL);
  g_print (study != NULL ? "held\n" : "none\n");
  while (read (STDIN_FILENO, &byte, 1) > 0)
    continue;
  return 0;
}

static GSubprocess *
start_elsewhere (const char *path)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  GSubprocess *elsewhere =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                      NULL,
                      program,
                      "--hold",
                      path,
                      NULL);
  char told[5] = "";

  g_assert_nonnull (elsewhere);
  g_input_stream_read_all (g_subprocess_get_stdout_pipe (elsewhere), told, 4, NULL, NULL, NULL);
  g_assert_cmpstr (told, ==, "held");
  return elsewhere;
}

static void
end_elsewhere (GSubprocess *elsewhere)
{
  g_output_stream_close (g_subprocess_get_stdin_pipe (elsewhere), NULL, NULL);
  g_assert_true (g_subprocess_wait (elsewhere, NULL, NULL));
  g_object_unref (elsewhere);
}

static EntenteWindow *
open_window (const char *path)
{
  EntenteWindow *window = entente_window_new (entente_app_get_application ());

  entente_window_open_path (window, path, ENTENTE_OPEN_EXISTING);
  gtk_window_present (GTK_WINDOW (window));
  entente_app_wait (has_session, window);
  return window;
}

/* What is open in another Entente is read here, and the window says why. */
static void
test_elsewhere (void)
{
  g_autofree char *folder = g_dir_make_tmp ("entente-open-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "study.entente", NULL);
  GSubprocess *elsewhere = start_elsewhere (path);
  EntenteWindow *window;

  entente_study_hold_files ();
  window = open_window (path);
  g_assert_true (gtk_widget_get_visible (window->read_only_bar));
  g_assert_nonnull (strstr (gtk_label_get_text (window->read_only_label), "another Entente"));
  gtk_window_close (GTK_WINDOW (window));
  entente_app_rest (300);
  end_elsewhere (elsewhere);
  window = open_window (path);
  g_assert_false (gtk_widget_get_visible (window->read_only_bar));
  gtk_window_close (GTK_WINDOW (window));
  entente_app_rest (300);
  entente_test_remove_folder (folder);
}

/* ---- locks ---- */

/* A process of its own: how often of @n it could begin to write. */
static int
probe (const char *path, int n)
{
  sqlite3 *handle = NULL;
  int n_entered = 0;

  if (sqlite3_open (path, &handle) != SQLITE_OK)
    return 2;
  for (int i = 0; i < n; i++)
    if (sqlite3_exec (handle, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK) {
      n_entered++;
      sqlite3_exec (handle, "ROLLBACK", NULL, NULL, NULL);
    }
  sqlite3_close (handle);
  return n_entered > 0 ? 1 : 0;
}

static void
show_chooser (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GFile) place = g_file_new_for_path (folder);
  GtkWidget *chooser = gtk_file_chooser_dialog_new ("Open",
                                                    NULL,
                                                    GTK_FILE_CHOOSER_ACTION_OPEN,
                                                    "_Open",
                                                    GTK_RESPONSE_ACCEPT,
                                                    NULL);

  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), place, NULL);
  gtk_window_present (GTK_WINDOW (chooser));
  entente_app_rest (800);
  gtk_window_destroy (GTK_WINDOW (chooser));
}

static void
note_as_recent (const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri);
  entente_app_rest (300);
  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
}

static void
show_icon (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, "standard::icon", G_FILE_QUERY_INFO_NONE, NULL, NULL);
  GtkWidget *image = gtk_image_new_from_gicon (g_file_info_get_icon (info));
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), image);
  gtk_window_present (GTK_WINDOW (window));
  entente_app_rest (200);
  gtk_window_destroy (GTK_WINDOW (window));
}

typedef struct {
  GMutex mutex;
  GCond cond;
  gboolean holds; /* the transaction is held */
  gboolean may_end;
  gboolean given;
  gboolean ended;
} Hold;

/* Called on the worker while an import holds its transaction: waits there. */
static gpointer
next_record (gpointer data, GError **error)
{
  Hold *hold = data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&hold->mutex);
  EntenteCoder *coder;

  if (hold->given) {
    hold->holds = TRUE;
    g_cond_broadcast (&hold->cond);
    while (!hold->may_end)
      g_cond_wait (&hold->cond, &hold->mutex);
    return NULL;
  }
  hold->given = TRUE;
  coder = entente_coder_new ();
  coder->name = g_strdup ("A. Coder");
  return coder;
}

static gpointer
import (EntenteStore *store, gpointer hold, GCancellable *cancellable, GError **error)
{
  return entente_store_import (store, "Import", next_record, hold, NULL, NULL, NULL, error);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer hold)
{
  g_autoptr (EntenteChangeSet) changes =
    entente_store_run_finish (ENTENTE_STORE (source), result, NULL);

  g_assert_nonnull (changes);
  ((Hold *) hold)->ended = TRUE;
}

static gboolean
has_ended (gpointer hold)
{
  return ((Hold *) hold)->ended;
}

static void
probe_while (const char *path, void (*pull) (const char *path))
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GSubprocess) prober =
    g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, program, "--probe", path, "20000", NULL);

  g_assert_nonnull (prober);
  pull (path);
  pull (path);
  g_assert_true (g_subprocess_wait (prober, NULL, NULL));
  g_assert_cmpint (g_subprocess_get_exit_status (prober), ==, 0);
}

/* Its own folder is looked at by the toolkit in the middle of a transaction. */
static void
test_locks (void)
{
  static void (*const pulls[]) (const char *path) = { show_chooser, note_as_recent, show_icon };
  g_autoptr (EntenteAppFixture) fixture = entente_app_fixture_new ();
  EntenteStore *store = entente_study_get_store (fixture->study);
  const char *path = entente_store_get_path (store);
  Hold hold = { 0 };

  g_mutex_init (&hold.mutex);
  g_cond_init (&hold.cond);
  entente_store_run_edit_async (store, import, &hold, NULL, NULL, NULL, imported_cb, &hold);
  g_mutex_lock (&hold.mutex);
  while (!hold.holds)
    g_cond_wait (&hold.cond, &hold.mutex);
  g_mutex_unlock (&hold.mutex);
  for (gsize i = 0; i < G_N_ELEMENTS (pulls); i++)
    probe_while (path, pulls[i]);
  g_mutex_lock (&hold.mutex);
  hold.may_end = TRUE;
  g_cond_broadcast (&hold.cond);
  g_mutex_unlock (&hold.mutex);
  entente_app_wait (has_ended, &hold);
  g_mutex_clear (&hold.mutex);
  g_cond_clear (&hold.cond);
}

int
main (int argc, char *argv[])
{
  if (argc == 4 && strcmp (argv[1], "--probe") == 0)
    return probe (argv[2], atoi (argv[3]));
  if (argc == 3 && strcmp (argv[1], "--hold") == 0)
    return hold (argv[2]);
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/open-files/one-window", test_one_window);
  g_test_add_func ("/open-files/locks", test_locks);
  g_test_add_func ("/open-files/elsewhere", test_elsewhere);
  return g_test_run ();
}
