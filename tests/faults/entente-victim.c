/* The study that deeds are tried on, kept as bytes and compared row by row. */
#include "config.h"

#include "entente-deeds.h"

#include "entente-test-folder.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

typedef struct {
  EntenteVictim victim;
  GBytes *study;
  GBytes *target; /* or NULL */
  GBytes *seen[2]; /* states of the study that were read before, and their checksums */
  char *sums[2];
  guint next; /* of them to be replaced */
} Kept;

static GBytes *
read_bytes (const char *path)
{
  char *bytes;
  gsize length;

  return g_file_get_contents (path, &bytes, &length, NULL) ? g_bytes_new_take (bytes, length)
                                                           : NULL;
}

/* At once and without fsync(), which is not what is tried. */
static void
write_bytes (const char *path, GBytes *bytes)
{
  g_unlink (path);
  if (bytes != NULL)
    g_assert_true (g_file_set_contents_full (path,
                                             g_bytes_get_data (bytes, NULL),
                                             (gssize) g_bytes_get_size (bytes),
                                             G_FILE_SET_CONTENTS_NONE,
                                             0600,
                                             NULL));
}

EntenteVictim *
entente_victim_new (const EntenteDeed *deed, guint n_events)
{
  Kept *kept = g_new0 (Kept, 1);
  EntenteVictim *victim = &kept->victim;

  victim->folder = g_strdup ("/dev/shm/entente-faults-XXXXXX");
  if (g_mkdtemp (victim->folder) == NULL) {
    g_free (victim->folder);
    victim->folder = g_dir_make_tmp ("entente-faults-XXXXXX", NULL);
  }
  g_test_message ("%s: a failure leaves its files in %s", deed->name, victim->folder);
  victim->n_events = n_events;
  victim->path =
    g_build_filename (victim->folder, deed->form > 0 ? "old.entente" : "study.entente", NULL);
  victim->target = g_build_filename (victim->folder, "target.entente", NULL);
  deed->prepare (victim);
  kept->study = read_bytes (victim->path);
  kept->target = read_bytes (victim->target);
  return victim;
}

void
entente_victim_free (EntenteVictim *victim)
{
  Kept *kept = (Kept *) victim;

  entente_test_remove_folder (victim->folder);
  g_bytes_unref (kept->study);
  g_clear_pointer (&kept->target, g_bytes_unref);
  for (gsize i = 0; i < G_N_ELEMENTS (kept->seen); i++) {
    g_clear_pointer (&kept->seen[i], g_bytes_unref);
    g_free (kept->sums[i]);
  }
  g_free (victim->folder);
  g_free (victim->path);
  g_free (victim->target);
  g_free (kept);
}

/* Backups are of the user's data, and named by the time. */
static void
forget_backups (EntenteVictim *victim)
{
  g_autofree char *backups = entente_backup_get_folder (victim->path);

  if (g_file_test (backups, G_FILE_TEST_IS_DIR))
    entente_test_remove_folder (backups);
}

static void
empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_unlink (path);
  }
}

void
entente_victim_restore (EntenteVictim *victim)
{
  Kept *kept = (Kept *) victim;

  empty_folder (victim->folder);
  forget_backups (victim);
  write_bytes (victim->path, kept->study);
  write_bytes (victim->target, kept->target);
}

/* ---- reading ---- */

static void
add_rows (GChecksum *sum, sqlite3 *handle, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW) {
    for (int i = 0; i < sqlite3_column_count (statement); i++) {
      guint8 type = (guint8) sqlite3_column_type (statement, i);
      gconstpointer bytes = sqlite3_column_blob (statement, i);

      g_checksum_update (sum, &type, 1);
      if (bytes != NULL)
        g_checksum_update (sum, bytes, sqlite3_column_bytes (statement, i));
    }
  }
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
}

/* All tables but those of the index, which the check looked at, and of what befell the study. */
static GPtrArray *
list_tables (sqlite3 *handle)
{
  GPtrArray *queries = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (handle,
                                       "SELECT name FROM sqlite_schema WHERE type = 'table'"
                                       " AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite%'"
                                       " AND name NOT IN ('log', 'backup') ORDER BY name",
                                       -1,
                                       &statement,
                                       NULL),
                   ==,
                   SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (
      queries,
      g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY 1, 2", sqlite3_column_text (statement, 0)));
  sqlite3_finalize (statement);
  return queries;
}

static void
assert_whole (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStore) store = entente_store_open (path, ENTENTE_OPEN_READ_ONLY, NULL, &error);
  g_autoptr (GPtrArray) sentences = NULL;

  g_assert_no_error (error);
  sentences = entente_store_check (store, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < sentences->len; i++)
    g_error ("%s: %s", path, (char *) sentences->pdata[i]);
}

static void
add_study (GChecksum *sum, const char *path)
{
  g_autoptr (GPtrArray) queries = NULL;
  sqlite3 *handle = NULL;

  assert_whole (path);
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  queries = list_tables (handle);
  add_rows (sum, handle, "PRAGMA user_version");
  for (guint i = 0; i < queries->len; i++)
    add_rows (sum, handle, queries->pdata[i]);
  sqlite3_close (handle);
}

static void
add_target (GChecksum *sum, const char *path)
{
  g_autoptr (GBytes) bytes = read_bytes (path);
  const char *text = bytes != NULL ? g_bytes_get_data (bytes, NULL) : NULL;

  if (text == NULL)
    g_checksum_update (sum, (const guchar *) "-", 1);
  else if (g_bytes_get_size (bytes) > 15 && memcmp (text, "SQLite format 3", 15) == 0)
    add_study (sum, path);
  else
    g_checksum_update (sum, (const guchar *) text, (gssize) g_bytes_get_size (bytes));
}

/* Each that is listed is whole. */
static void
check_backups (const char *path)
{
  g_autoptr (GPtrArray) backups = entente_backup_list (path);

  for (guint i = 0; i < backups->len; i++) {
    const EntenteBackup *backup = backups->pdata[i];

    g_assert_true (backup->whole);
    assert_whole (backup->path);
  }
}

static char *
sum_up (EntenteVictim *victim)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  add_study (sum, victim->path);
  return g_strdup (g_checksum_get_string (sum));
}

/* Most faults leave the file byte by byte as one before did: what was read of that holds. */
static const char *
read_study (Kept *kept)
{
  EntenteVictim *victim = &kept->victim;
  g_autofree char *journal = g_strconcat (victim->path, "-journal", NULL);
  g_autoptr (GBytes) bytes = read_bytes (victim->path);
  guint place;

  for (gsize i = 0; i < G_N_ELEMENTS (kept->seen); i++)
    if (kept->seen[i] != NULL && g_bytes_equal (kept->seen[i], bytes) &&
        !g_file_test (journal, G_FILE_TEST_EXISTS))
      return kept->sums[i];
  place = kept->next++ % G_N_ELEMENTS (kept->seen);
  g_clear_pointer (&kept->seen[place], g_bytes_unref);
  g_free (kept->sums[place]);
  kept->sums[place] = sum_up (victim);
  kept->seen[place] = read_bytes (victim->path);
  return kept->sums[place];
}

char *
entente_victim_read (EntenteVictim *victim)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (sum, (const guchar *) read_study ((Kept *) victim), -1);
  add_target (sum, victim->target);
  check_backups (victim->path);
  return g_strdup (g_checksum_get_string (sum));
}
