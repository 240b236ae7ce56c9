/* The log: a table of sentences with a limit. A line that repeats the one before it within a
 * minute is not noted again, so that a fault that comes back does not push out the others. */
#include "config.h"

#include "entente-log.h"

#include "entente-log-write.h"
#include "entente-statement.h"
#include "entente-store-private.h"
#include "entente-transaction.h"

#include <string.h>

#define MAX_BYTES 2000
#define MAX_LINES "1000"

typedef struct {
  EntenteStore *store;
  const char *sentence;
  GError **error;
  GPtrArray *entries;
} Call;

void
entente_log_entry_free (EntenteLogEntry *entry)
{
  g_free (entry->text);
  g_free (entry);
}

/* ---- writing ---- */

static gboolean
insert (EntenteDb *db, const char *sentence)
{
  g_autoptr (EntenteStatement) statement = entente_statement_prepare (
    db,
    "INSERT INTO log (time, text) SELECT ?1, ?2 WHERE NOT EXISTS (SELECT 1 FROM log"
    " WHERE id = (SELECT max (id) FROM log) AND text = ?2 AND time > ?1 - 60)",
    NULL);
  g_autofree char *valid = g_utf8_make_valid (sentence, MIN (strlen (sentence), MAX_BYTES));

  if (statement == NULL)
    return FALSE;
  entente_statement_bind_int (statement, 1, g_get_real_time () / G_USEC_PER_SEC);
  entente_statement_bind_text (statement, 2, valid);
  return entente_statement_run (statement, NULL);
}

gboolean
entente_log_write (EntenteDb *db, const char *sentence)
{
  g_autoptr (EntenteTransaction) transaction = NULL;

  if (db->read_only || *sentence == '\0' || !sqlite3_get_autocommit (db->handle))
    return FALSE;
  transaction = entente_transaction_begin (db, NULL);
  return transaction != NULL && insert (db, sentence) &&
         entente_db_exec (db,
                          "DELETE FROM log WHERE id NOT IN"
                          " (SELECT id FROM log ORDER BY id DESC LIMIT " MAX_LINES ")",
                          NULL) &&
         entente_transaction_commit (transaction, NULL);
}

static void
log_job (gpointer data)
{
  Call *call = data;

  entente_log_write (call->store->db, call->sentence);
}

void
entente_store_log (EntenteStore *store, const char *sentence)
{
  Call call = { .store = store, .sentence = sentence };

  entente_store_call (store, log_job, &call, TRUE, NULL);
}

/* ---- reading ---- */

static void
list_job (gpointer data)
{
  Call *call = data;
  g_autoptr (EntenteStatement) statement =
    entente_statement_prepare (call->store->db,
                               "SELECT coalesce (time, -1), text FROM log ORDER BY id",
                               call->error);
  g_autoptr (GPtrArray) entries =
    g_ptr_array_new_with_free_func ((GDestroyNotify) entente_log_entry_free);
  EntenteStepResult result;

  if (statement == NULL)
    return;
  while ((result = entente_statement_step (statement, call->error)) == ENTENTE_STEP_ROW) {
    EntenteLogEntry *entry = g_new (EntenteLogEntry, 1);

    entry->time = entente_statement_get_int (statement, 0);
    entry->text = entente_statement_dup_valid_text (statement, 1);
    g_ptr_array_add (entries, entry);
  }
  if (result == ENTENTE_STEP_DONE)
    call->entries = g_steal_pointer (&entries);
}

GPtrArray *
entente_store_get_log (EntenteStore *store, GError **error)
{
  Call call = { .store = store, .error = error };

  return entente_store_call (store, list_job, &call, FALSE, error) ? call.entries : NULL;
}
