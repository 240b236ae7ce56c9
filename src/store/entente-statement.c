/* Prepared statements: a cache per connection, typed binding and reading.
 *
 * A statement is taken out of the cache while it is in use, so two uses of the same SQL at once, as
 * when a read runs between slices of an import, have a statement each.
 */
#include "config.h"

#include "entente-statement.h"

#include <string.h>

/* Statements differ in their beginnings, and some are long. */
#define HASH_LENGTH 40

static EntenteStatement *
prepare_new (EntenteDb *db, const char *sql, GError **error)
{
  EntenteStatement *statement;
  sqlite3_stmt *handle = NULL;
  int code = sqlite3_prepare_v3 (db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);

  if (code != SQLITE_OK) {
    entente_db_set_error (db, code, error);
    return NULL;
  }
  statement = g_new0 (EntenteStatement, 1);
  statement->handle = handle;
  statement->db = db;
  statement->sql = g_strdup (sql);
  return statement;
}

EntenteStatement *
entente_statement_prepare (EntenteDb *db, const char *sql, GError **error)
{
  gpointer key, statement;

  entente_db_assert_thread (db);
  if (!g_hash_table_steal_extended (db->statements, sql, &key, &statement))
    return prepare_new (db, sql, error);
  return statement;
}

guint
entente_statement_hash (gconstpointer sql)
{
  guint hash = 5381;

  for (const char *at = sql; *at != '\0' && at < (const char *) sql + HASH_LENGTH; at++)
    hash = hash * 33 + (guchar) *at;
  return hash;
}

void
entente_statement_free (EntenteStatement *statement)
{
  sqlite3_finalize (statement->handle);
  g_free (statement->sql);
  g_free (statement);
}

void
entente_statement_release (EntenteStatement *statement)
{
  entente_statement_reset (statement);
  sqlite3_clear_bindings (statement->handle);
  if (g_hash_table_contains (statement->db->statements, statement->sql))
    entente_statement_free (statement);
  else
    g_hash_table_insert (statement->db->statements, statement->sql, statement);
}

EntenteStepResult
entente_statement_step (EntenteStatement *statement, GError **error)
{
  int code = statement->bind_code;

  if (code == SQLITE_OK)
    code = sqlite3_step (statement->handle);

  if (code == SQLITE_ROW)
    return ENTENTE_STEP_ROW;
  if (code == SQLITE_DONE)
    return ENTENTE_STEP_DONE;
  entente_db_set_error (statement->db, code, error);
  return ENTENTE_STEP_ERROR;
}

gboolean
entente_statement_run (EntenteStatement *statement, GError **error)
{
  EntenteStepResult result;

  do
    result = entente_statement_step (statement, error);
  while (result == ENTENTE_STEP_ROW);
  entente_statement_reset (statement);
  return result == ENTENTE_STEP_DONE;
}

void
entente_statement_reset (EntenteStatement *statement)
{
  sqlite3_reset (statement->handle);
  statement->bind_code = SQLITE_OK;
}

/* A value that is too large is not bound; the next step must not go on without it. */
static void
keep_code (EntenteStatement *statement, int code)
{
  if (statement->bind_code == SQLITE_OK)
    statement->bind_code = code;
}

void
entente_statement_bind_int (EntenteStatement *statement, int parameter, gint64 value)
{
  keep_code (statement, sqlite3_bind_int64 (statement->handle, parameter, value));
}

void
entente_statement_bind_id (EntenteStatement *statement, int parameter, EntenteId id)
{
  if (id == ENTENTE_ID_NONE)
    keep_code (statement, sqlite3_bind_null (statement->handle, parameter));
  else
    keep_code (statement, sqlite3_bind_int64 (statement->handle, parameter, id));
}

void
entente_statement_bind_text (EntenteStatement *statement, int parameter, const char *text)
{
  if (text == NULL || *text == '\0')
    keep_code (statement, sqlite3_bind_null (statement->handle, parameter));
  else
    keep_code (statement,
               sqlite3_bind_text64 (statement->handle,
                                    parameter,
                                    text,
                                    strlen (text),
                                    SQLITE_STATIC,
                                    SQLITE_UTF8));
}

void
entente_statement_bind_blob (EntenteStatement *statement,
                             int parameter,
                             gconstpointer bytes,
                             gsize length)
{
  keep_code (statement,
             sqlite3_bind_blob64 (statement->handle, parameter, bytes, length, SQLITE_STATIC));
}

void
entente_statement_bind_cell (EntenteStatement *statement, int parameter, const EntenteCell *cell)
{
  sqlite3_stmt *handle = statement->handle;

  switch (cell->type) {
  case SQLITE_INTEGER:
    keep_code (statement, sqlite3_bind_int64 (handle, parameter, cell->integer));
    break;
  case SQLITE_FLOAT:
    keep_code (statement, sqlite3_bind_double (handle, parameter, cell->real));
    break;
  case SQLITE_TEXT:
    keep_code (statement,
               sqlite3_bind_text64 (handle,
                                    parameter,
                                    cell->text,
                                    cell->length,
                                    SQLITE_STATIC,
                                    SQLITE_UTF8));
    break;
  default:
    keep_code (statement, sqlite3_bind_null (handle, parameter));
    break;
  }
}

gint64
entente_statement_get_int (EntenteStatement *statement, int column)
{
  return statement->values != NULL ? sqlite3_value_int64 (statement->values[column])
                                   : sqlite3_column_int64 (statement->handle, column);
}

double
entente_statement_get_real (EntenteStatement *statement, int column)
{
  return statement->values != NULL ? sqlite3_value_double (statement->values[column])
                                   : sqlite3_column_double (statement->handle, column);
}

const char *
entente_statement_get_text (EntenteStatement *statement, int column)
{
  return (const char *) (statement->values != NULL
                           ? sqlite3_value_text (statement->values[column])
                           : sqlite3_column_text (statement->handle, column));
}

char *
entente_statement_dup_valid_text (EntenteStatement *statement, int column)
{
  const char *text = entente_statement_get_text (statement, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

gboolean
entente_statement_is_valid (EntenteStatement *statement, int column)
{
  const char *text = entente_statement_get_text (statement, column);

  return text == NULL || g_utf8_validate (text, -1, NULL);
}

gboolean
entente_statement_is_null (EntenteStatement *statement, int column)
{
  return SQLITE_NULL == (statement->values != NULL
                           ? sqlite3_value_type (statement->values[column])
                           : sqlite3_column_type (statement->handle, column));
}

/* ---- scans ---- */

#define SCAN "entente_scan"

typedef struct {
  EntenteStatement row;
  EntenteScanFunc func;
  gpointer data;
  gboolean is_refused;
  gint64 refused;
} Scan;

/* The first argument is the scan, which nobody else can make; the others are the columns of a row.
 */
static void
scan_step (sqlite3_context *context, int n, sqlite3_value **values)
{
  Scan *scan = sqlite3_value_pointer (values[0], SCAN);

  if (scan == NULL || scan->is_refused) {
    sqlite3_result_error_code (context, SQLITE_MISUSE);
    return;
  }
  scan->row.values = values + 1;
  if (scan->func (&scan->row, scan->data))
    return;
  scan->is_refused = TRUE;
  scan->refused = sqlite3_value_int64 (values[1]);
  sqlite3_result_error_code (context, SQLITE_ABORT);
}

static void
scan_end (sqlite3_context *context)
{
  sqlite3_result_null (context);
}

/* Once for each connection, and only that of a whole reading: to make a function anew would prepare
 * all statements anew. */
static gboolean
ensure_scan (EntenteDb *db, GError **error)
{
  int code = SQLITE_OK;

  if (!db->has_scan)
    code = sqlite3_create_function_v2 (db->handle,
                                       SCAN,
                                       -1,
                                       SQLITE_UTF8 | SQLITE_DIRECTONLY,
                                       NULL,
                                       NULL,
                                       scan_step,
                                       scan_end,
                                       NULL);
  db->has_scan = code == SQLITE_OK;
  if (code != SQLITE_OK)
    entente_db_set_error (db, code, error);
  return code == SQLITE_OK;
}

gboolean
entente_statement_scan (EntenteDb *db,
                        const char *columns,
                        const char *from,
                        EntenteScanFunc func,
                        gpointer data,
                        gboolean *is_refused,
                        gint64 *refused,
                        GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT " SCAN " (?1, %s) %s", columns, from);
  g_autoptr (EntenteStatement) statement = NULL;
  g_autoptr (GError) local = NULL;
  Scan scan = { .row.db = db, .func = func, .data = data };
  gboolean done;

  *is_refused = FALSE;
  if (!ensure_scan (db, error))
    return FALSE;
  statement = entente_statement_prepare (db, sql, error);
  if (statement == NULL)
    return FALSE;
  keep_code (statement, sqlite3_bind_pointer (statement->handle, 1, &scan, SCAN, NULL));
  done = entente_statement_run (statement, &local);
  *is_refused = scan.is_refused;
  *refused = scan.refused;
  if (!done && !scan.is_refused)
    g_propagate_error (error, g_steal_pointer (&local));
  return done;
}

gboolean
entente_statement_run_with_id (EntenteDb *db, const char *sql, EntenteId id, GError **error)
{
  g_autoptr (EntenteStatement) statement = entente_statement_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  entente_statement_bind_int (statement, 1, id);
  return entente_statement_run (statement, error);
}

gboolean
entente_statement_collect_ids (EntenteDb *db,
                               const char *sql,
                               EntenteId id,
                               GArray *ids,
                               GError **error)
{
  g_autoptr (EntenteStatement) statement = entente_statement_prepare (db, sql, error);
  EntenteStepResult result;

  if (statement == NULL)
    return FALSE;
  entente_statement_bind_int (statement, 1, id);
  while ((result = entente_statement_step (statement, error)) == ENTENTE_STEP_ROW) {
    EntenteId found = entente_statement_get_int (statement, 0);

    g_array_append_val (ids, found);
  }
  return result == ENTENTE_STEP_DONE;
}
