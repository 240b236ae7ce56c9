/* A write transaction: taken at once, checked against foreign changes, rolled back unless
 * committed.
 *
 * Lives on the stack of one edit on the worker thread; transactions do not nest.
 */
#include "config.h"

#include "entente-transaction.h"

#include "entente-search.h"

#include <glib/gi18n-lib.h>

struct _EntenteTransaction {
  EntenteDb *db;
  gint64 counter; /* of the file when the transaction began */
  gboolean open;
  gboolean confirmed;
};

static void
refuse_read_only (EntenteDb *db, GError **error)
{
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_READ_ONLY,
               _ ("“%s” is open for reading only; save a copy elsewhere and work on that."),
               db->path);
}

EntenteTransaction *
entente_transaction_begin (EntenteDb *db, GError **error)
{
  g_autoptr (EntenteTransaction) transaction = g_new0 (EntenteTransaction, 1);

  transaction->db = db;
  if (db->read_only) {
    refuse_read_only (db, error);
    return NULL;
  }
  /* Before a lock is taken: SQLite would take a journal beside the name for that of this file. */
  if (entente_db_has_moved (db)) {
    entente_db_set_error (db, SQLITE_READONLY_DBMOVED, error);
    return NULL;
  }
  if (!entente_db_exec (db, "BEGIN IMMEDIATE", error))
    return NULL;
  transaction->open = TRUE;
  if (!entente_db_check_unchanged (db, error) ||
      !entente_db_get_change_counter (db, &transaction->counter, error) ||
      !entente_db_exec (db, "PRAGMA defer_foreign_keys=ON", error) ||
      !entente_search_prepare_write (db, error))
    return NULL;
  return g_steal_pointer (&transaction);
}

static void
roll_back (EntenteTransaction *transaction)
{
  sqlite3_exec (transaction->db->handle, "ROLLBACK", NULL, NULL, NULL);
  transaction->open = FALSE;
}

/* The counter of the file tells whether the changes are there: nobody else wrote since. */
static gboolean
is_there (EntenteTransaction *transaction)
{
  gint64 counter;

  return entente_db_get_change_counter (transaction->db, &counter, NULL) &&
         counter == ((transaction->counter + 1) & G_MAXUINT32);
}

/* When the very last call of a commit fails, which makes it durable, the changes are in the file
 * and SQLite reports an error. A commit after it that succeeds makes both durable. */
static gboolean
confirm (EntenteTransaction *transaction)
{
  EntenteDb *db = transaction->db;

  roll_back (transaction);
  if (!entente_db_exec (db, "BEGIN IMMEDIATE", NULL))
    return FALSE;
  transaction->open = TRUE;
  if (!is_there (transaction) || !entente_search_mark_kept (db, NULL) ||
      !entente_db_acknowledge_changes (db, NULL) || !entente_db_exec (db, "COMMIT", NULL)) {
    roll_back (transaction);
    return FALSE;
  }
  transaction->open = FALSE;
  transaction->confirmed = TRUE;
  return TRUE;
}

gboolean
entente_transaction_commit (EntenteTransaction *transaction, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (entente_db_exec (transaction->db, "COMMIT", &local)) {
    transaction->open = FALSE;
    return TRUE;
  }
  if ((transaction->db->last_code & 0xff) == SQLITE_IOERR && confirm (transaction))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
entente_transaction_was_confirmed (EntenteTransaction *transaction)
{
  return transaction->confirmed;
}

void
entente_transaction_free (EntenteTransaction *transaction)
{
  if (transaction->open)
    roll_back (transaction);
  g_free (transaction);
}
