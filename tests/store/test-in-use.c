/* A study that another program works with opens for reading only, until that program lets go of it
 * or is killed.
 */
#include "config.h"

#include "entente-store-fixture.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

/* A window: holds the study until its standard input ends. */
static int
hold (const char *path)
{
  g_autoptr (EntenteStore) store = NULL;
  char byte;

  entente_store_hold_files ();
  store = entente_store_open (path, ENTENTE_OPEN_EXISTING, NULL, NULL);
  g_print (store != NULL && !entente_store_is_read_only (store) ? "held\n" : "not held\n");
  while (read (STDIN_FILENO, &byte, 1) > 0)
    continue;
  return 0;
}

static GSubprocess *
start_window (const char *path)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  GSubprocess *window =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                      NULL,
                      program,
                      "--hold",
                      path,
                      NULL);
  char told[5] = "";

  g_assert_nonnull (window);
  g_input_stream_read_all (g_subprocess_get_stdout_pipe (window), told, 4, NULL, NULL, NULL);
  g_assert_cmpstr (told, ==, "held");
  return window;
}

static void
end_window (GSubprocess *window)
{
  g_output_stream_close (g_subprocess_get_stdin_pipe (window), NULL, NULL);
  g_subprocess_wait (window, NULL, NULL);
  g_object_unref (window);
}

static void
kill_window (GSubprocess *window)
{
  g_subprocess_send_signal (window, SIGKILL);
  g_subprocess_wait (window, NULL, NULL);
  g_object_unref (window);
}

/* Before this process holds files itself, as the command line never does: it may edit beside a
 * window. */
static void
test_command_line (EntenteStoreFixture *fixture, gconstpointer data)
{
  GSubprocess *window;

  g_clear_object (&fixture->store);
  window = start_window (fixture->path);
  entente_store_fixture_reopen (fixture);
  g_assert_false (entente_store_is_read_only (fixture->store));
  g_assert_false (entente_store_is_in_use_elsewhere (fixture->store));
  entente_store_fixture_add_event (fixture->store, "Talks");
  g_clear_object (&fixture->store);
  end_window (window);
}

static void
assert_in_use (EntenteStoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  entente_store_fixture_reopen (fixture);
  g_assert_true (entente_store_is_read_only (fixture->store));
  g_assert_true (entente_store_is_in_use_elsewhere (fixture->store));
  g_assert_cmpint (entente_store_count (fixture->store, ENTENTE_ENTITY_EVENT, &error), ==, 1);
  g_assert_no_error (error);
}

static void
assert_free (EntenteStoreFixture *fixture)
{
  entente_store_fixture_reopen (fixture);
  g_assert_false (entente_store_is_read_only (fixture->store));
  g_assert_false (entente_store_is_in_use_elsewhere (fixture->store));
}

static void
test_windows (EntenteStoreFixture *fixture, gconstpointer data)
{
  GSubprocess *window;

  entente_store_hold_files ();
  entente_store_fixture_add_event (fixture->store, "Talks");
  g_clear_object (&fixture->store);
  window = start_window (fixture->path);
  assert_in_use (fixture);
  end_window (window);
  assert_free (fixture);
  g_clear_object (&fixture->store);
  window = start_window (fixture->path);
  assert_in_use (fixture);
  kill_window (window);
  assert_free (fixture);
  entente_store_fixture_add_event (fixture->store, "More talks");
  /* What is held here is let go of when it is closed, and writes were not hindered. */
  g_clear_object (&fixture->store);
  end_window (start_window (fixture->path));
}

/* Looked at only, it is not held. */
static void
test_reading (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->store);
  fixture->store = entente_store_open (fixture->path, ENTENTE_OPEN_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  end_window (start_window (fixture->path));
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && strcmp (argv[1], "--hold") == 0)
    return hold (argv[2]);
  entente_store_fixture_init (&argc, &argv);
  ENTENTE_STORE_TEST ("/store/in-use/command-line", test_command_line);
  ENTENTE_STORE_TEST ("/store/in-use/reading", test_reading);
  ENTENTE_STORE_TEST ("/store/in-use/windows", test_windows);
  return g_test_run ();
}
