/* Backups: made when one is due, whole, listed, thinned out; and that a study of an older form gets
 * one before it is changed. */
#include "config.h"

#include "entente-store-fixture.h"

#include "entente-backup.h"
#include "entente-test-folder.h"

#include <glib/gstdio.h>

static char *data_home;

static GPtrArray *
back_up (EntenteStoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (entente_store_back_up (fixture->store, NULL, &error));
  g_assert_no_error (error);
  return entente_backup_list (fixture->path);
}

static void
test_due (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) none = back_up (fixture);
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autofree char *noted = NULL;
  const EntenteBackup *backup;
  g_autoptr (EntenteStore) store = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (none->len, ==, 0); /* nothing was ever done */
  entente_store_fixture_add_event (fixture->store, "A meeting");
  g_usleep (G_USEC_PER_SEC); /* a step in the second of a backup may have come after it */
  first = back_up (fixture);
  g_assert_cmpuint (first->len, ==, 1);
  backup = first->pdata[0];
  g_assert_true (backup->whole);
  g_assert_cmpint (backup->n_events, ==, 1);
  g_assert_cmpint (backup->n_articles, ==, 0);
  g_assert_cmpuint (backup->size, >, 0);
  g_assert_cmpint (ABS (backup->time - g_get_real_time () / G_USEC_PER_SEC), <, 100);
  again = back_up (fixture);
  g_assert_cmpuint (again->len, ==, 1); /* nothing was done since */
  /* It is a study like any other, with its history. */
  store = entente_store_open (backup->path, ENTENTE_OPEN_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (entente_store_get_undo_label (store));
  g_clear_object (&fixture->store);
  noted = entente_store_fixture_query (fixture->path, "SELECT count(*), min(whole) FROM backup");
  g_assert_cmpstr (noted, ==, "1|1|\n");
  entente_store_fixture_reopen (fixture);
}

/* What goes wrong is noted, and leaves nothing half done. */
static void
test_fails (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = entente_backup_get_folder (fixture->path);
  g_autofree char *above = g_path_get_dirname (folder);
  g_autofree char *noted = NULL;
  g_autoptr (GError) error = NULL;

  entente_store_fixture_add_event (fixture->store, "A meeting");
  g_assert_cmpint (g_mkdir_with_parents (above, 0700), ==, 0);
  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  g_assert_false (entente_store_back_up (fixture->store, NULL, &error));
  g_assert_nonnull (error);
  g_clear_object (&fixture->store);
  noted = entente_store_fixture_query (fixture->path, "SELECT count(*) FROM log");
  g_assert_cmpstr (noted, ==, "1|\n");
  g_unlink (folder);
  entente_store_fixture_reopen (fixture);
}

static void
test_beside (void)
{
  g_autofree char *folder = g_dir_make_tmp ("entente-beside-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "talks.entente", NULL);
  EntenteBackup backup = { .time = 1788192000 };
  g_autofree char *first = entente_backup_get_beside (&backup, path);
  g_autofree char *second = NULL;

  g_assert_true (g_str_has_suffix (first, "/talks 2026-08-31 16.00.entente"));
  g_assert_true (g_file_set_contents (first, "there", -1, NULL));
  second = entente_backup_get_beside (&backup, path);
  g_assert_true (g_str_has_suffix (second, "/talks 2026-08-31 16.00 (2).entente"));
  entente_test_remove_folder (folder);
}

/* Two a day for three years. */
static void
test_choose (void)
{
  const guint n = 2 * 3 * 365;
  g_autofree gint64 *times = g_new (gint64, n);
  g_autofree gboolean *kept = g_new (gboolean, n);
  guint n_kept = 0, n_month = 0;

  for (guint i = 0; i < n; i++)
    times[i] = G_GINT64_CONSTANT (1788192000) - (gint64) i * 12 * 60 * 60;
  entente_backup_choose (times, n, kept);
  for (guint i = 0; i < n; i++) {
    n_kept += kept[i];
    n_month += kept[i] && times[0] - times[i] > 100 * 24 * 60 * 60;
  }
  g_assert_true (kept[0]);
  g_assert_false (kept[1]); /* of the same day */
  g_assert_cmpuint (n_kept, >=, 20);
  g_assert_cmpuint (n_kept, <=, 12 + 10 + 9);
  g_assert_cmpuint (n_month, >=, 4);
  /* One alone always stays. */
  entente_backup_choose (times + n - 1, 1, kept);
  g_assert_true (kept[0]);
}

/* The oldest go first; the newest stays, whatever it takes. */
static void
test_choose_by_size (void)
{
  const guint64 sizes[] = { 40, 30, 20, 10 };
  gboolean kept[] = { TRUE, TRUE, FALSE, TRUE };
  gboolean large[] = { TRUE, TRUE, TRUE, TRUE };

  entente_backup_choose_by_size (sizes, 4, 70, kept);
  g_assert_true (kept[0] && kept[1] && !kept[2] && !kept[3]);
  entente_backup_choose_by_size (sizes, 4, 5, large);
  g_assert_true (large[0] && !large[1] && !large[2] && !large[3]);
}

/* Old ones go when all together take more than is allowed. */
static void
test_limit (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = entente_backup_get_folder (fixture->path);
  g_autofree char *old = g_build_filename (folder, "2020-01-01T00-00-00Z.entente", NULL);
  g_autofree char *bytes = g_strnfill (3000000, 'x');
  g_autoptr (GPtrArray) both = NULL;
  g_autoptr (GPtrArray) newest = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (old, bytes, -1, NULL));
  entente_store_fixture_add_event (fixture->store, "A meeting");
  both = back_up (fixture);
  g_assert_cmpuint (both->len, ==, 2);
  entente_backup_set_limit (3);
  entente_store_fixture_add_event (fixture->store, "Another");
  newest = back_up (fixture);
  entente_backup_set_limit (ENTENTE_BACKUP_DEFAULT_LIMIT_MB);
  g_assert_cmpuint (newest->len, ==, 1);
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
}

/* Each can be opened beside the study and holds all that was done. */
static void
test_restore (EntenteStoreFixture *fixture, gconstpointer data)
{
  guint n_runs = g_getenv ("ENTENTE_RELEASE") ? 200 : 20;

  for (guint i = 0; i < n_runs; i++) {
    g_autofree char *path = g_strdup_printf ("%s/talks-%u.entente", fixture->folder, i);
    g_autofree char *dump = NULL, *restored = NULL, *beside = NULL, *bytes = NULL;
    g_autoptr (GPtrArray) list = NULL;
    g_autoptr (GError) error = NULL;
    gsize length;

    g_clear_object (&fixture->store);
    fixture->store = entente_store_open (path, ENTENTE_OPEN_CREATE, NULL, &error);
    g_assert_no_error (error);
    for (guint j = 0; j <= i % 7; j++)
      entente_store_fixture_add_event (fixture->store, "Talks");
    if (i % 3 == 0)
      entente_store_fixture_undo (fixture->store);
    g_assert_true (entente_store_back_up (fixture->store, NULL, &error));
    list = entente_backup_list (path);
    g_assert_cmpuint (list->len, ==, 1);
    beside = entente_backup_get_beside (list->pdata[0], path);
    g_assert_true (
      g_file_get_contents (((EntenteBackup *) list->pdata[0])->path, &bytes, &length, NULL));
    g_assert_true (g_file_set_contents (beside, bytes, (gssize) length, NULL));
    dump = entente_store_fixture_dump (path);
    restored = entente_store_fixture_dump (beside);
    g_assert_cmpstr (restored, ==, dump);
    g_clear_object (&fixture->store);
    fixture->store = entente_store_open (beside, ENTENTE_OPEN_EXISTING, NULL, &error);
    g_assert_no_error (error);
    entente_store_fixture_add_event (fixture->store, "Work goes on");
  }
  g_clear_object (&fixture->store);
  entente_store_fixture_reopen (fixture);
}

int
main (int argc, char *argv[])
{
  int result;

  data_home = g_dir_make_tmp ("entente-data-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", data_home, TRUE);
  entente_store_fixture_init (&argc, &argv);
  ENTENTE_STORE_TEST ("/store/backup/due", test_due);
  ENTENTE_STORE_TEST ("/store/backup/fails", test_fails);
  ENTENTE_STORE_TEST ("/store/backup/limit", test_limit);
  ENTENTE_STORE_TEST ("/store/backup/restore", test_restore);
  g_test_add_func ("/store/backup/choose-by-size", test_choose_by_size);
  g_test_add_func ("/store/backup/beside", test_beside);
  g_test_add_func ("/store/backup/choose", test_choose);
  result = g_test_run ();
  entente_test_remove_folder (data_home);
  g_free (data_home);
  return result;
}
