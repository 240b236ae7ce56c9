/* The copy is made and checked under a hidden name: who lists the folder sees whole ones. */
#include "config.h"

#include "entente-backup-write.h"

#include "entente-backup.h"
#include "entente-copy.h"
#include "entente-log-write.h"
#include "entente-new-file.h"
#include "entente-statement.h"
#include "entente-table.h"
#include "entente-transaction.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* Was a step made since the last one? One in the same second counts. */
static gboolean
is_due (EntenteDb *db)
{
  gint64 due = 0;

  return entente_db_query_int (db,
                               "SELECT coalesce ((SELECT max(time) FROM journal), 0) >="
                               " coalesce ((SELECT max(time) FROM backup WHERE whole = 1), 1)",
                               &due,
                               NULL) &&
         due != 0;
}

/* ---- what is noted in the study ---- */

static void
note_backup (EntenteDb *db, const char *path, gboolean whole)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (EntenteTransaction) transaction = entente_transaction_begin (db, NULL);
  g_autoptr (EntenteStatement) statement =
    transaction == NULL
      ? NULL
      : entente_statement_prepare (db,
                                   "INSERT INTO backup (time, path, whole) VALUES (?1, ?2, ?3)",
                                   NULL);

  if (statement == NULL)
    return;
  entente_statement_bind_int (statement, 1, get_now ());
  entente_statement_bind_text (statement, 2, name);
  entente_statement_bind_int (statement, 3, whole);
  if (entente_statement_run (statement, NULL))
    entente_transaction_commit (transaction, NULL);
}

/* A person at work is not told: nothing of the study is lost. */
static void
note_failure (EntenteDb *db, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    entente_log_write (db, error->message);
}

/* ---- the copy ---- */

/* A study of an older form lacks some of the tables. */
static gboolean
has_table (EntenteDb *db, const char *name)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT count (*) FROM sqlite_schema WHERE type = 'table' AND name = '%s'",
                     name);
  gint64 n = 0;

  return entente_db_query_int (db, sql, &n, NULL) && n > 0;
}

/* Has the copy as many rows in each table as the study? */
static gboolean
has_all_rows (EntenteDb *db, EntenteDb *copy)
{
  for (guint i = 0; i < ENTENTE_N_ENTITIES; i++) {
    const char *name = entente_table_get (i)->name;
    g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM \"%s\"", name);
    gint64 here, there;

    if (has_table (db, name) && (!entente_db_query_int (db, sql, &here, NULL) ||
                                 !entente_db_query_int (copy, sql, &there, NULL) || here != there))
      return FALSE;
  }
  return TRUE;
}

static gboolean
check (EntenteDb *db, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (EntenteDb) copy = entente_db_open_to_count (path, error);
  g_autofree char *found = NULL;

  if (copy == NULL)
    return FALSE;
  copy->cancellable = cancellable;
  found = entente_db_query_text (copy, "PRAGMA integrity_check (1)", error);
  if (found == NULL)
    return FALSE;
  if (strcmp (found, "ok") == 0 && has_all_rows (db, copy))
    return TRUE;
  return entente_db_set_sentence (
    ENTENTE_ERROR_CORRUPT,
    N_ ("The backup “%s” was not written whole and was not kept; check "
        "the disk. One is made again when the study is closed."),
    path,
    error);
}

/* Two within a second are a second apart. */
static char *
make_path (const char *folder)
{
  for (gint64 time = get_now ();; time++) {
    g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (time);
    g_autofree char *name = g_date_time_format (moment, "%Y-%m-%dT%H-%M-%SZ.entente");
    char *path = g_build_filename (folder, name, NULL);

    if (!g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
      return path;
    g_free (path);
  }
}

/* *whole says how the check ended, when it came to it. */
static gboolean
write_checked (EntenteDb *db,
               const char *path,
               gboolean *whole,
               GCancellable *cancellable,
               GError **error)
{
  g_autofree char *hidden = entente_new_file_get_temporary (path);

  if (!entente_copy_write (db, hidden, TRUE, cancellable, error))
    return FALSE;
  *whole = check (db, hidden, cancellable, error);
  if (*whole)
    return entente_new_file_publish (hidden, path, error);
  g_unlink (hidden);
  return FALSE;
}

static void
thin_out (const char *study)
{
  g_autofree char *folder = entente_backup_get_folder (study);
  g_autoptr (GPtrArray) paths = entente_backup_list_names (folder);
  g_autofree gint64 *times = g_new (gint64, paths->len + 1);
  g_autofree guint64 *sizes = g_new (guint64, paths->len + 1);
  g_autofree gboolean *kept = g_new0 (gboolean, paths->len + 1);

  for (guint i = 0; i < paths->len; i++) {
    times[i] = ((EntenteBackup *) paths->pdata[i])->time;
    sizes[i] = ((EntenteBackup *) paths->pdata[i])->size;
  }
  entente_backup_choose (times, paths->len, kept);
  entente_backup_choose_by_size (sizes, paths->len, entente_backup_get_limit (), kept);
  for (guint i = 0; i < paths->len; i++)
    if (!kept[i])
      g_unlink (((EntenteBackup *) paths->pdata[i])->path);
}

static gboolean
make_folder (const char *folder, GError **error)
{
  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  return entente_db_set_sentence (
    ENTENTE_ERROR_FAILED,
    N_ ("The folder of backups “%s” cannot be made; check that you may "
        "write there."),
    folder,
    error);
}

gboolean
entente_backup_write (EntenteDb *db, gboolean anyway, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = entente_backup_get_folder (db->path);
  g_autofree char *path = make_path (folder);
  g_autoptr (GError) failure = NULL;
  gboolean whole = TRUE;

  if (db->read_only || (!anyway && !is_due (db)))
    return TRUE;
  if (make_folder (folder, &failure) && write_checked (db, path, &whole, cancellable, &failure)) {
    note_backup (db, path, TRUE);
    thin_out (db->path);
    return TRUE;
  }
  if (!whole)
    note_backup (db, path, FALSE);
  note_failure (db, failure);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
