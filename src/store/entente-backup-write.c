/* The copy is made and checked under a hidden name: who lists the folder sees whole ones. */
#include "config.h"

#include "entente-backup-write.h"

#include "entente-backup.h"
#include "entente-copy.h"
#include "entente-new-file.h"
#include "entente-statement.h"
#include "entente-transaction.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* Was a step made since the last one? */
static gboolean
is_due (EntenteDb *db)
{
  gint64 due = 0;

  return entente_db_query_int (db,
                               "SELECT coalesce ((SELECT max(time) FROM journal), 0) >"
                               " coalesce ((SELECT max(time) FROM backup WHERE whole = 1), 0)",
                               &due,
                               NULL) &&
         due != 0;
}

/* ---- what is noted in the study ---- */

static gboolean
insert (EntenteDb *db, const char *sql, const char *text, gint64 whole)
{
  g_autoptr (EntenteTransaction) transaction = entente_transaction_begin (db, NULL);
  g_autoptr (EntenteStatement) statement =
    transaction != NULL ? entente_statement_prepare (db, sql, NULL) : NULL;

  if (statement == NULL)
    return FALSE;
  entente_statement_bind_int (statement, 1, get_now ());
  entente_statement_bind_text (statement, 2, text);
  if (whole >= 0)
    entente_statement_bind_int (statement, 3, whole);
  return entente_statement_run (statement, NULL) && entente_transaction_commit (transaction, NULL);
}

static void
note_backup (EntenteDb *db, const char *path, gboolean whole)
{
  g_autofree char *name = g_filename_display_name (path);

  insert (db, "INSERT INTO backup (time, path, whole) VALUES (?1, ?2, ?3)", name, whole);
}

/* A person at work is not told: nothing of the study is lost. */
static void
note_failure (EntenteDb *db, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    insert (db, "INSERT INTO log (time, text) VALUES (?1, ?2)", error->message, -1);
}

/* ---- the copy ---- */

static gboolean
check (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (EntenteDb) copy = entente_db_open_to_count (path, error);
  g_autofree char *found = NULL;

  if (copy == NULL)
    return FALSE;
  copy->cancellable = cancellable;
  found = entente_db_query_text (copy, "PRAGMA integrity_check (1)", error);
  if (found == NULL)
    return FALSE;
  if (strcmp (found, "ok") == 0)
    return TRUE;
  return entente_db_set_sentence (ENTENTE_ERROR_CORRUPT,
                                  N_ ("The backup “%s” was not written whole."),
                                  path,
                                  error);
}

static char *
make_path (const char *folder)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *name = g_date_time_format (now, "%Y-%m-%dT%H-%M-%SZ.entente");

  return g_build_filename (folder, name, NULL);
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
  *whole = check (hidden, cancellable, error);
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
  g_autofree gboolean *kept = g_new0 (gboolean, paths->len + 1);

  for (guint i = 0; i < paths->len; i++)
    times[i] = ((EntenteBackup *) paths->pdata[i])->time;
  entente_backup_choose (times, paths->len, kept);
  for (guint i = 0; i < paths->len; i++)
    if (!kept[i])
      g_unlink (((EntenteBackup *) paths->pdata[i])->path);
}

static gboolean
make_folder (const char *folder, GError **error)
{
  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  return entente_db_set_sentence (ENTENTE_ERROR_FAILED,
                                  N_ ("The folder of backups “%s” cannot be made."),
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
