/* What a row of the journal did to the rows of content, one by one.
 *
 * An undo has no changeset of its own: it is that of its step, inverted. Worker thread.
 */
#include "config.h"

#include "entente-row-changes.h"

#include "entente-chunks.h"
#include "entente-statement.h"
#include "entente-table.h"

#include <string.h>

GArray *
entente_row_changes_list (EntenteDb *db, gint64 after, GError **error)
{
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (EntenteJournalMove));
  g_autoptr (EntenteStatement) statement =
    entente_statement_prepare (db,
                               "SELECT number, coalesce (undoes, redoes, number),"
                               " undoes IS NOT NULL FROM journal WHERE number > ?1"
                               " ORDER BY number DESC",
                               error);
  EntenteStepResult result;

  if (statement == NULL)
    return NULL;
  entente_statement_bind_int (statement, 1, after);
  while ((result = entente_statement_step (statement, error)) == ENTENTE_STEP_ROW) {
    EntenteJournalMove move = { .number = entente_statement_get_int (statement, 0),
                                .step = entente_statement_get_int (statement, 1),
                                .inverted = entente_statement_get_int (statement, 2) != 0 };

    g_array_append_val (moves, move);
  }
  return result == ENTENTE_STEP_DONE ? g_steal_pointer (&moves) : NULL;
}

sqlite3_value *
entente_row_change_get (const EntenteRowChange *change, int column, gboolean old)
{
  sqlite3_value *value = NULL;

  if (old && change->operation != SQLITE_INSERT)
    sqlite3changeset_old (change->iter, column, &value);
  else if (!old && change->operation != SQLITE_DELETE)
    sqlite3changeset_new (change->iter, column, &value);
  return value;
}

/* FALSE for a table that holds no content of ours. */
static gboolean
find_entity (const char *name, EntenteEntity *entity)
{
  const EntenteTable *table = entente_table_find (name);

  if (table != NULL)
    *entity = table->entity;
  else if (strcmp (name, "claim_actor") == 0)
    *entity = ENTENTE_ENTITY_CLAIM;
  else if (strcmp (name, "reading") == 0 || strcmp (name, "event_issue") == 0)
    *entity = ENTENTE_ENTITY_EVENT;
  else
    return FALSE;
  return TRUE;
}

static gboolean
tell_change (sqlite3_changeset_iter *iter, EntenteRowChangeFunc func, gpointer data, GError **error)
{
  EntenteRowChange change = { .iter = iter };
  unsigned char *key = NULL;
  sqlite3_value *id;

  sqlite3changeset_op (iter, &change.table, &change.n_columns, &change.operation, NULL);
  sqlite3changeset_pk (iter, &key, NULL);
  change.key = key;
  if (change.n_columns < 1 || !find_entity (change.table, &change.entity))
    return TRUE;
  id = entente_row_change_get (&change, 0, change.operation != SQLITE_INSERT);
  if (id == NULL)
    return TRUE;
  change.id = sqlite3_value_int64 (id);
  return func (&change, data, error);
}

gboolean
entente_row_changes_read (EntenteDb *db,
                          const EntenteJournalMove *move,
                          gboolean back,
                          EntenteRowChangeFunc func,
                          gpointer data,
                          GError **error)
{
  g_autoptr (EntenteChunkReader) reader = entente_chunk_reader_new (db, move->step);
  sqlite3_changeset_iter *iter = NULL;
  gboolean told = TRUE;
  int code =
    sqlite3changeset_start_v2_strm (&iter,
                                    entente_chunk_reader_input,
                                    reader,
                                    move->inverted != back ? SQLITE_CHANGESETSTART_INVERT : 0);

  if (code == SQLITE_OK) {
    while (told && (code = sqlite3changeset_next (iter)) == SQLITE_ROW)
      told = tell_change (iter, func, data, error);
    sqlite3changeset_finalize (iter);
  }
  if (told && code != SQLITE_DONE)
    entente_db_set_error (db, code, error);
  return told && code == SQLITE_DONE;
}
