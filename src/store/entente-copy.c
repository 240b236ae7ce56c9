/* A copy of an open study: VACUUM INTO under a hidden name, then fsync and rename.
 *
 * VACUUM copies rows and no free pages, so nothing that was deleted comes along; but the index of
 * words keeps tokens of deleted texts until its segments are merged, and the journal keeps
 * everything. A copy to be given away has its journal emptied and its index built anew and is
 * vacuumed once more. Worker thread.
 */
#include "config.h"

#include "entente-copy.h"

#include "entente-new-file.h"
#include "entente-search.h"
#include "entente-statement.h"

#include <glib/gstdio.h>

static gboolean
vacuum_into (EntenteDb *db, const char *path, GError **error)
{
  g_autoptr (EntenteStatement) statement = NULL;
  gboolean done;

  /* VACUUM attaches its target. */
  sqlite3_limit (db->handle, SQLITE_LIMIT_ATTACHED, 1);
  statement = entente_statement_prepare (db, "VACUUM main INTO ?1", error);
  if (statement != NULL)
    entente_statement_bind_text (statement, 1, path);
  done = statement != NULL && entente_statement_run (statement, error);
  sqlite3_limit (db->handle, SQLITE_LIMIT_ATTACHED, 0);
  return done;
}

static gboolean
forget_history (EntenteDb *copy, GError **error)
{
  return entente_db_exec (copy,
                          "BEGIN IMMEDIATE;"
                          "DELETE FROM journal_chunk; DELETE FROM journal; DELETE FROM draft;"
                          "DELETE FROM log; DELETE FROM backup",
                          error) &&
         entente_search_rebuild (copy, error) && entente_db_exec (copy, "COMMIT", error);
}

/* The index of the copy is as good as that of the study: when that is fresh, say so, or it is built
 * anew when the copy is opened. */
static gboolean
mark_index (EntenteDb *copy, GError **error)
{
  return entente_db_exec (copy, "BEGIN IMMEDIATE", error) &&
         entente_search_mark_kept (copy, error) && entente_db_exec (copy, "COMMIT", error);
}

static gboolean
finish_copy (const char *path,
             gboolean history,
             gboolean fresh,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (EntenteDb) copy = entente_db_open_plain (path, error);

  if (copy == NULL)
    return FALSE;
  copy->cancellable = cancellable;
  if (!history) {
    sqlite3_limit (copy->handle, SQLITE_LIMIT_ATTACHED, 1);
    if (!forget_history (copy, error) || !entente_db_exec (copy, "VACUUM", error))
      return FALSE;
    fresh = TRUE;
  }
  return !fresh || mark_index (copy, error);
}

gboolean
entente_copy_write (EntenteDb *db,
                    const char *path,
                    gboolean history,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *temporary = entente_new_file_get_temporary (absolute);
  gboolean fresh = !entente_search_is_stale (db);
  gboolean done;

  db->cancellable = cancellable;
  done = vacuum_into (db, temporary, error);
  db->cancellable = NULL;
  fresh = fresh && !entente_search_is_stale (db);
  if (done && finish_copy (temporary, history, fresh, cancellable, error))
    return entente_new_file_publish (temporary, absolute, error);
  g_unlink (temporary);
  return FALSE;
}
