/* Keeping the index of words: is it the one that the last writer left, and who keeps it now.
 *
 * Who writes without our triggers leaves the index stale; the change counter of the file, which
 * every writer raises and only we note down, tells. The index may be built anew at any time, and no
 * edit fails because of it.
 */
#include "config.h"

#include "entente-search.h"

#include "entente-statement.h"
#include "entente-transaction.h"

/* Did the last writer keep the index? Within a transaction. */
static gboolean
read_counters (EntenteDb *db, gint64 *counter, gint64 *kept, GError **error)
{
  return entente_db_query_int (db, "SELECT counter FROM search_state", kept, error) &&
         entente_db_get_change_counter (db, counter, error);
}

/* Notes what the counter will be when this transaction is committed, or what it can never be. */
static gboolean
note_counter (EntenteDb *db, gint64 counter, GError **error)
{
  return entente_statement_run_with_id (db,
                                        "UPDATE search_state SET counter = ?1",
                                        db->without_index ? -1 : (counter + 1) & G_MAXUINT32,
                                        error);
}

gboolean
entente_search_mark_kept (EntenteDb *db, GError **error)
{
  gint64 counter;

  return entente_db_get_change_counter (db, &counter, error) && note_counter (db, counter, error);
}

gboolean
entente_search_prepare_write (EntenteDb *db, GError **error)
{
  gint64 counter, kept;

  if (!read_counters (db, &counter, &kept, error))
    return FALSE;
  if (counter != kept && !db->without_index && !entente_search_rebuild (db, error))
    return FALSE;
  return note_counter (db, counter, error);
}

gboolean
entente_search_is_stale (EntenteDb *db)
{
  gint64 counter = 0, kept = 0;
  gboolean read;

  if (!entente_db_exec (db, "BEGIN", NULL))
    return FALSE;
  read = read_counters (db, &counter, &kept, NULL);
  entente_db_exec (db, "COMMIT", NULL);
  return read && counter != kept;
}

static gboolean
make_copy (EntenteDb *db, gint64 counter, GError **error)
{
  g_autoptr (EntenteDb) copy = entente_db_copy_to_memory (db, error);

  if (copy == NULL || !entente_search_rebuild (copy, error))
    return FALSE;
  db->search_copy = g_steal_pointer (&copy);
  db->search_counter = counter;
  return TRUE;
}

EntenteDb *
entente_search_get_whole (EntenteDb *db, GError **error)
{
  gint64 counter = 0, kept = 0;
  gboolean read;

  /* A transaction under way keeps the index itself. */
  if (!sqlite3_get_autocommit (db->handle) || !entente_db_exec (db, "BEGIN", NULL))
    return db;
  read = read_counters (db, &counter, &kept, NULL);
  entente_db_exec (db, "COMMIT", NULL);
  if (read && counter == kept)
    return db;
  if (db->search_copy != NULL && db->search_counter == counter)
    return db->search_copy;
  g_clear_pointer (&db->search_copy, entente_db_close);
  return make_copy (db, counter, error) ? db->search_copy : NULL;
}

gboolean
entente_search_attach (EntenteDb *db, GError **error)
{
  g_autoptr (EntenteTransaction) transaction = NULL;

  if (db->read_only)
    return TRUE; /* entente_search_get_whole() mends it */
  if (!entente_search_make_triggers (db, error))
    return FALSE;
  if (entente_search_is_stale (db)) {
    transaction = entente_transaction_begin (db, NULL);
    if (transaction != NULL)
      entente_transaction_commit (transaction, NULL);
  }
  return TRUE;
}

gboolean
entente_search_detach (EntenteDb *db, GError **error)
{
  db->without_index = TRUE;
  return entente_search_drop_triggers (db, error);
}
