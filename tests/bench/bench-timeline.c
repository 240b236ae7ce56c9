/* How fast the timeline is: what a frame, a filter, an edit and an opening cost, each beside what
 * the machine allows.
 *
 * For 1,000 to 10,000,000 made-up events, or the numbers given as arguments: frames while panning
 * and zooming, beside presenting a ready image of the same size in the same window; filter and edit
 * to repaint; facets; memory. Up to 1,000,000 also as a study: the real program from its start to
 * its picture, beside a bare libadwaita window and a bare scan of the table. ENTENTE_BENCH_EVENTS
 * holds numbers too, ENTENTE_BENCH_STUDY a study of one's own, ENTENTE_BENCH_TABLE a table of
 * events to make one of. --events NUMBER [MOVEMENT] measures only what is within one process, for a
 * profiler, and --write NUMBER PATH makes a study for one. Figures are only reported: they are
 * another on each machine.
 */
#include "config.h"

#include "entente-bench-data.h"
#include "entente-bench-frame.h"
#include "entente-bench-screen.h"
#include "entente-bench-shown.h"
#include "entente-frame-memory.h"
#include "entente-study.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#define DEFAULT_EVENTS "1000 10000 100000 1000000 10000000"
#define STUDY_MAX 1000000
#define N_STARTS 5

static const char *program; /* this one */

typedef struct {
  double bare_ms, bare_mb, empty_mb;
} Ground;

/* ---- starts ---- */

/* What was kept of studies, so that the next start reads rows. */
static void
forget_columns (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "entente", "columns", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_unlink (path);
  }
}

static EntenteBenchStart
measure_starts (const char *const *arguments, gboolean from_rows)
{
  double window[N_STARTS], picture[N_STARTS], whole[N_STARTS], memory[N_STARTS];

  for (guint i = 0; i < N_STARTS; i++) {
    EntenteBenchStart start;

    if (from_rows)
      forget_columns ();
    start = entente_bench_start (arguments);
    window[i] = start.window_ms;
    picture[i] = start.picture_ms;
    whole[i] = start.whole_ms;
    memory[i] = start.memory_mb;
  }
  return (EntenteBenchStart){ entente_bench_median (window, N_STARTS),
                              entente_bench_median (picture, N_STARTS),
                              entente_bench_median (whole, N_STARTS),
                              entente_bench_median (memory, N_STARTS) };
}

/* Four integer columns of all rows, as they stand in the file. */
static double
time_scan (const char *path, gint64 *n)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;
  double start = entente_bench_get_cpu ();
  volatile gint64 sum = 0;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (
    sqlite3_prepare_v2 (
      db,
      "SELECT id, when_earliest_start, when_latest_start, when_latest_end FROM event",
      -1,
      &statement,
      NULL),
    ==,
    SQLITE_OK);
  for (*n = 0; sqlite3_step (statement) == SQLITE_ROW; (*n)++)
    for (int i = 0; i < 4; i++)
      sum += sqlite3_column_int64 (statement, i);
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return entente_bench_get_cpu () - start;
}

static void
print_opening (const char *what, EntenteBenchStart start, gint64 n, const Ground *ground)
{
  printf ("%s: window %.0f ms after the start, picture %.0f ms (%.2f x bare), whole %.0f; "
          "memory %.0f MB (%.2f x bare), %.1f B an event above an empty study\n",
          what,
          start.window_ms,
          start.picture_ms,
          start.picture_ms / ground->bare_ms,
          start.whole_ms,
          start.memory_mb,
          start.memory_mb / ground->bare_mb,
          (start.memory_mb - ground->empty_mb) * (1 << 20) / (double) MAX (n, 1));
}

/* Opened and closed once, so that its columns are kept. */
static void
keep_columns (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStudy) study = entente_study_open (path, ENTENTE_OPEN_EXISTING, NULL, &error);

  g_assert_no_error (error);
  entente_study_close (study);
}

static void
measure_opening (const char *path, const Ground *ground)
{
  const char *arguments[] = { g_getenv ("ENTENTE"), path, NULL };
  gint64 n;
  double scan = time_scan (path, &n);

  printf ("study of %" G_GINT64_FORMAT " events: bare scan %.0f ms\n", n, scan);
  keep_columns (path); /* and the file is known to be whole */
  print_opening ("  from rows   ", measure_starts (arguments, TRUE), n, ground);
  keep_columns (path);
  print_opening ("  from columns", measure_starts (arguments, FALSE), n, ground);
}

/* ---- this program in a process of its own ---- */

static void
run_self (const char *mode, const char *argument)
{
  const char *arguments[] = { program, mode, argument, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_NONE, &error);

  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
}

static void
show_bare_cb (GtkApplication *application, gpointer data)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), ENTENTE_BENCH_WIDTH, ENTENTE_BENCH_HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
}

static int
run_bare (void)
{
  g_autoptr (AdwApplication) application =
    adw_application_new ("org.entente.Bare", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (show_bare_cb), NULL);
  return g_application_run (G_APPLICATION (application), 0, NULL);
}

/* ---- all ---- */

static char *
make_path (const char *folder)
{
  return g_build_filename (folder, "study.entente", NULL);
}

static void
remove_study (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal", ".lock" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++) {
    g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

    g_unlink (file);
  }
}

static Ground
measure_ground (const char *path)
{
  const char *bare[] = { program, "--bare", NULL };
  const char *empty[] = { g_getenv ("ENTENTE"), path, NULL };
  EntenteBenchStart start = measure_starts (bare, FALSE), start_empty;
  Ground ground = { start.picture_ms, start.memory_mb, 0 };

  entente_bench_write_study (path, 0);
  start_empty = measure_starts (empty, FALSE);
  ground.empty_mb = start_empty.memory_mb;
  printf ("bare libadwaita window: picture after %.0f ms, %.0f MB; empty study: window %.0f ms, "
          "picture %.0f ms (%.2f x "
          "bare), %.0f MB\n",
          ground.bare_ms,
          ground.bare_mb,
          start_empty.window_ms,
          start_empty.picture_ms,
          start_empty.picture_ms / ground.bare_ms,
          ground.empty_mb);
  remove_study (path);
  return ground;
}

static void
measure_size (const char *number, const char *path, const Ground *ground)
{
  guint n = (guint) g_ascii_strtoull (number, NULL, 10);

  run_self ("--events", number);
  if (n > STUDY_MAX)
    return;
  entente_bench_write_study (path, n);
  measure_opening (path, ground);
  remove_study (path);
}

static void
measure_table (const char *table, const char *path, const Ground *ground)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStudy) study = entente_study_open (path, ENTENTE_OPEN_CREATE, NULL, &error);

  g_assert_no_error (error);
  entente_study_import_events (study, table, NULL, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&study);
  measure_opening (path, ground);
  remove_study (path);
}

static int
measure_all (char **numbers)
{
  g_autofree char *folder = g_dir_make_tmp ("entente-bench-XXXXXX", NULL);
  g_autofree char *path = make_path (folder);
  Ground ground = measure_ground (path);

  for (guint i = 0; numbers[i] != NULL; i++)
    measure_size (numbers[i], path, &ground);
  if (g_getenv ("ENTENTE_BENCH_STUDY") != NULL)
    measure_opening (g_getenv ("ENTENTE_BENCH_STUDY"), &ground);
  if (g_getenv ("ENTENTE_BENCH_TABLE") != NULL)
    measure_table (g_getenv ("ENTENTE_BENCH_TABLE"), path, &ground);
  g_rmdir (folder);
  return 0;
}

int
main (int argc, char **argv)
{
  const char *given = g_getenv ("ENTENTE_BENCH_EVENTS");
  g_auto (GStrv) numbers = NULL;

  entente_frame_memory_keep ();
  setvbuf (stdout, NULL, _IOLBF, 0);
  program = argv[0];
  if (argc == 2 && g_str_equal (argv[1], "--bare"))
    return run_bare ();
  if (argc >= 3 && g_str_equal (argv[1], "--events")) {
    entente_bench_show_events ((guint) g_ascii_strtoull (argv[2], NULL, 10), argv[3]);
    return 0;
  }
  if (argc == 4 && g_str_equal (argv[1], "--write")) {
    entente_bench_write_study (argv[3], (guint) g_ascii_strtoull (argv[2], NULL, 10));
    return 0;
  }
  if (argc > 1)
    return measure_all (argv + 1);
  numbers = g_strsplit (given != NULL ? given : DEFAULT_EVENTS, " ", 0);
  return measure_all (numbers);
}
