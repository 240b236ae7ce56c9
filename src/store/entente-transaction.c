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
  gboolean open;
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
  if (!entente_db_exec (db, "BEGIN IMMEDIATE", error))
    return NULL;
  transaction->open = TRUE;
  if (!entente_db_check_unchanged (db, error) ||
      !entente_db_exec (db, "PRAGMA defer_foreign_keys=ON", error) ||
      !entente_search_prepare_write (db, error))
    return NULL;
  return g_steal_pointer (&transaction);
}

gboolean
entente_transaction_commit (EntenteTransaction *transaction, GError **error)
{
  if (!entente_db_exec (transaction->db, "COMMIT", error))
    return FALSE;
  transaction->open = FALSE;
  return TRUE;
}

void
entente_transaction_free (EntenteTransaction *transaction)
{
  if (transaction->open)
    sqlite3_exec (transaction->db->handle, "ROLLBACK", NULL, NULL, NULL);
  g_free (transaction);
}
