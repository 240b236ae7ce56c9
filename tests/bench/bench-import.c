/* How long a table of events takes to come into a study, against a bare loop of prepared inserts of
 * the same rows into the same tables.
 *
 * The table is made here, alike in shape to a year of machine-coded events, unless
 * ENTENTE_BENCH_TABLE names one. The ratio is asserted; the seconds are only reported.
 */

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <sys/resource.h>

#include "entente-study.h"

#define N_ROWS 100000
#define N_ACTORS 4000
#define MAX_RATIO 4.0

static const char *const codes[] = { "010", "036", "040", "042", "043", "046", "111", "190" };

static char *
write_table (const char *folder)
{
  char *path = g_build_filename (folder, "events.tsv", NULL);
  FILE *file = g_fopen (path, "w");
  g_autoptr (GRand) random = g_rand_new_with_seed (20181031);

  g_assert_nonnull (file);
  fputs ("date\tsource\tcameo_label\ttarget\tcameo_code\n", file);
  for (guint i = 0; i < N_ROWS; i++) {
    EntenteDay day = entente_day_from_number (17532 + i * 304 / N_ROWS);
    double skew = g_rand_double (random);
    guint source = (guint) (skew * skew * skew * N_ACTORS);

    fprintf (file,
             "%04d-%02d-%02d\tActor %u (Country %u)\tSay\tActor %d\t%s\n",
             (int) day.year,
             day.month,
             day.day,
             source,
             source % 200,
             g_rand_int_range (random, 0, N_ACTORS),
             codes[g_rand_int_range (random, 0, G_N_ELEMENTS (codes))]);
  }
  g_assert_cmpint (fclose (file), ==, 0);
  return path;
}

static void
check (sqlite3 *db, int result)
{
  if (result != SQLITE_OK && result != SQLITE_DONE && result != SQLITE_ROW)
    g_error ("%s", sqlite3_errmsg (db));
}

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement;

  check (db, sqlite3_prepare_v2 (db, sql, -1, &statement, NULL));
  return statement;
}

/* Tables and indexes of the study. */
static void
copy_schema (sqlite3 *from, sqlite3 *to)
{
  sqlite3_stmt *statement = prepare (
    from,
    "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND tbl_name NOT LIKE 'sqlite_%' "
    "AND tbl_name NOT LIKE 'search%' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY type DESC");

  while (sqlite3_step (statement) == SQLITE_ROW)
    sqlite3_exec (to, (const char *) sqlite3_column_text (statement, 0), NULL, NULL, NULL);
  sqlite3_finalize (statement);
}

static guint
copy_rows (sqlite3 *from, sqlite3 *to, const char *table)
{
  g_autofree char *select = g_strdup_printf ("SELECT * FROM \"%s\"", table);
  sqlite3_stmt *read = prepare (from, select);
  int n_columns = sqlite3_column_count (read);
  g_autoptr (GString) sql = g_string_new (NULL);
  sqlite3_stmt *write;
  guint n = 0;

  g_string_printf (sql, "INSERT INTO \"%s\" VALUES (?", table);
  for (int i = 1; i < n_columns; i++)
    g_string_append (sql, ",?");
  g_string_append_c (sql, ')');
  write = prepare (to, sql->str);
  for (; sqlite3_step (read) == SQLITE_ROW; n++) {
    for (int i = 0; i < n_columns; i++)
      check (to, sqlite3_bind_value (write, i + 1, sqlite3_column_value (read, i)));
    check (to, sqlite3_step (write));
    check (to, sqlite3_reset (write));
  }
  sqlite3_finalize (read);
  sqlite3_finalize (write);
  return n;
}

/* Seconds of processor time, of all threads. */
static double
get_cpu_time (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec +
         (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static double
time_bare_loop (const char *study, const char *folder)
{
  static const char *const tables[] = { "actor", "event", "participation" };
  g_autofree char *path = g_build_filename (folder, "bare.db", NULL);
  sqlite3 *from, *to;
  double start, seconds;

  check (NULL, sqlite3_open_v2 (study, &from, SQLITE_OPEN_READONLY, NULL));
  check (NULL, sqlite3_open (path, &to));
  sqlite3_exec (to, "PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=EXTRA", NULL, NULL, NULL);
  sqlite3_exec (to, "PRAGMA foreign_keys=ON", NULL, NULL, NULL);
  copy_schema (from, to);
  start = get_cpu_time ();
  sqlite3_exec (to, "BEGIN", NULL, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_assert_cmpuint (copy_rows (from, to, tables[i]), >, 0);
  check (to, sqlite3_exec (to, "COMMIT", NULL, NULL, NULL));
  seconds = get_cpu_time () - start;
  sqlite3_close (from);
  sqlite3_close (to);
  g_unlink (path);
  return seconds;
}

static double
time_import (const char *study_path, const char *table, gint64 *n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStudy) study =
    entente_study_open (study_path, ENTENTE_OPEN_CREATE, NULL, &error);
  double start = get_cpu_time ();

  g_assert_no_error (error);
  *n = entente_study_import_events (study, table, NULL, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  entente_study_close (study);
  return get_cpu_time () - start;
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("entente-bench-XXXXXX", NULL);
  const char *given = g_getenv ("ENTENTE_BENCH_TABLE");
  g_autofree char *made = given ? NULL : write_table (folder);
  g_autofree char *study = g_build_filename (folder, "study.entente", NULL);
  double import, bare;
  struct rusage usage;
  gint64 n;

  import = time_import (study, given ? given : made, &n);
  getrusage (RUSAGE_SELF, &usage);
  bare = time_bare_loop (study, folder);
  printf ("%" G_GINT64_FORMAT " events: import %.2f s, bare loop %.2f s, ratio %.2f, peak %ld MB\n",
          n,
          import,
          bare,
          import / bare,
          usage.ru_maxrss / 1024);
  g_unlink (study);
  if (made)
    g_unlink (made);
  g_rmdir (folder);
  return import <= MAX_RATIO * bare ? 0 : 1;
}
