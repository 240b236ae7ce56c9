/* Some records of a study as they were, step by step back into the past.
 *
 * The database in memory has the tables of a study and asks for no references, since it holds a few
 * rows only. What is taken back is written there as it stands, whatever stood there before: a
 * journal that does not fit its study can thus harm nothing but what is read from here.
 */
#include "config.h"

#include "entente-rewind.h"

#include "entente-schema.h"
#include "entente-statement.h"
#include "entente-table.h"

struct _EntenteRewind {
  EntenteDb *db; /* the study; borrowed */
  EntenteDb *past;
  GHashTable *followed; /* set of EntenteRecord */
  EntenteRecord owner; /* whose parts are followed; without id: nobody's */
};

/* Which records are part of another: the column that names it. */
static const struct {
  EntenteEntity part, owner;
  int column;
} parts[] = {
  { ENTENTE_ENTITY_PARTICIPATION, ENTENTE_ENTITY_EVENT, 1 },
  { ENTENTE_ENTITY_CLAIM, ENTENTE_ENTITY_EVENT, 1 },
  { ENTENTE_ENTITY_ALIAS, ENTENTE_ENTITY_ACTOR, 1 },
  { ENTENTE_ENTITY_AFFILIATION, ENTENTE_ENTITY_ACTOR, 1 },
};

static guint
hash_key (gconstpointer key)
{
  const EntenteRecord *record = key;

  return g_int64_hash (&record->id) * 31 + record->entity;
}

static gboolean
equal_keys (gconstpointer a, gconstpointer b)
{
  const EntenteRecord *one = a, *other = b;

  return one->entity == other->entity && one->id == other->id;
}

static gboolean
follow (EntenteRewind *rewind, EntenteEntity entity, EntenteId id)
{
  EntenteRecord *key = g_new (EntenteRecord, 1);

  *key = (EntenteRecord){ entity, id };
  return g_hash_table_add (rewind->followed, key);
}

EntenteRewind *
entente_rewind_new (EntenteDb *db, GError **error)
{
  g_autoptr (EntenteRewind) rewind = g_new0 (EntenteRewind, 1);

  rewind->db = db;
  rewind->followed = g_hash_table_new_full (hash_key, equal_keys, g_free, NULL);
  rewind->past = entente_db_open_plain (":memory:", error);
  if (rewind->past == NULL || !entente_schema_create (rewind->past, error) ||
      !entente_db_exec (rewind->past, "PRAGMA foreign_keys = OFF", error))
    return NULL;
  return g_steal_pointer (&rewind);
}

void
entente_rewind_free (EntenteRewind *rewind)
{
  g_clear_pointer (&rewind->past, entente_db_close);
  g_clear_pointer (&rewind->followed, g_hash_table_unref);
  g_free (rewind);
}

/* ---- from the study ---- */

static char *
make_insert (const char *table, int n_columns)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT OR REPLACE INTO \"%s\" VALUES (", table);
  for (int i = 1; i <= n_columns; i++)
    g_string_append_printf (sql, "%s?%d", i > 1 ? ", " : "", i);
  g_string_append_c (sql, ')');
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static gboolean
copy_row (EntenteDb *past, const char *table, EntenteStatement *row, GError **error)
{
  int n_columns = sqlite3_column_count (row->handle);
  g_autofree char *sql = make_insert (table, n_columns);
  g_autoptr (EntenteStatement) insert = entente_statement_prepare (past, sql, error);

  if (insert == NULL)
    return FALSE;
  for (int i = 0; i < n_columns; i++)
    sqlite3_bind_value (insert->handle, i + 1, sqlite3_column_value (row->handle, i));
  return entente_statement_run (insert, error);
}

static gboolean
copy_rows (EntenteRewind *rewind,
           const char *table,
           const char *column,
           EntenteId id,
           GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" WHERE \"%s\" = ?1", table, column);
  g_autoptr (EntenteStatement) rows = entente_statement_prepare (rewind->db, sql, error);
  EntenteStepResult result;

  if (rows == NULL)
    return FALSE;
  entente_statement_bind_int (rows, 1, id);
  while ((result = entente_statement_step (rows, error)) == ENTENTE_STEP_ROW) {
    if (!copy_row (rewind->past, table, rows, error))
      return FALSE;
  }
  return result == ENTENTE_STEP_DONE;
}

gboolean
entente_rewind_add (EntenteRewind *rewind, EntenteEntity entity, EntenteId id, GError **error)
{
  if (!follow (rewind, entity, id))
    return TRUE;
  if (!copy_rows (rewind, entente_table_get (entity)->name, "id", id, error))
    return FALSE;
  if (entity == ENTENTE_ENTITY_EVENT)
    return copy_rows (rewind, "event_issue", "event", id, error) &&
           copy_rows (rewind, "reading", "event", id, error);
  return entity != ENTENTE_ENTITY_CLAIM || copy_rows (rewind, "claim_actor", "claim", id, error);
}

void
entente_rewind_add_parts_of (EntenteRewind *rewind, EntenteEntity entity, EntenteId id)
{
  rewind->owner = (EntenteRecord){ entity, id };
}

/* ---- back ---- */

/* Names of the columns of @table, in the order of the file. */
static GPtrArray *
list_columns (EntenteDb *past, const char *table, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" LIMIT 0", table);
  g_autoptr (EntenteStatement) statement = entente_statement_prepare (past, sql, error);

  if (statement == NULL)
    return NULL;
  for (int i = 0; i < sqlite3_column_count (statement->handle); i++)
    g_ptr_array_add (names, g_strdup (sqlite3_column_name (statement->handle, i)));
  return g_steal_pointer (&names);
}

/* "one" = ?1, "two" = ?2: the columns that @change gives a value, or those of its key. */
static char *
make_pairs (const EntenteRowChange *change, GPtrArray *columns, gboolean key, const char *between)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  for (int i = 0; i < change->n_columns; i++) {
    if (key ? change->key[i] == 0 : entente_row_change_get (change, i, FALSE) == NULL)
      continue;
    g_string_append_printf (sql,
                            "%s\"%s\" = ?%d",
                            sql->len > 0 ? between : "",
                            (const char *) columns->pdata[i],
                            i + 1 + (key ? change->n_columns : 0));
  }
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static char *
make_sql (const EntenteRowChange *change, GPtrArray *columns)
{
  g_autofree char *key = make_pairs (change, columns, TRUE, " AND ");
  g_autofree char *values = make_pairs (change, columns, FALSE, ", ");

  switch (change->operation) {
  case SQLITE_INSERT:
    return make_insert (change->table, (int) columns->len);
  case SQLITE_DELETE:
    return g_strdup_printf ("DELETE FROM \"%s\" WHERE %s", change->table, key);
  case SQLITE_UPDATE:
  default:
    return g_strdup_printf ("UPDATE OR REPLACE \"%s\" SET %s WHERE %s", change->table, values, key);
  }
}

static void
bind_values (EntenteStatement *statement, const EntenteRowChange *change)
{
  for (int i = 0; i < change->n_columns; i++) {
    sqlite3_value *value = entente_row_change_get (change, i, FALSE);
    sqlite3_value *old = entente_row_change_get (change, i, TRUE);

    if (value != NULL)
      sqlite3_bind_value (statement->handle, i + 1, value);
    if (old != NULL && change->key[i] != 0 && change->operation != SQLITE_INSERT)
      sqlite3_bind_value (statement->handle, i + 1 + change->n_columns, old);
  }
}

static gboolean
write_change (EntenteDb *past, const EntenteRowChange *change, GError **error)
{
  g_autoptr (GPtrArray) columns = list_columns (past, change->table, error);
  g_autoptr (EntenteStatement) statement = NULL;
  g_autofree char *sql = NULL;

  if (columns == NULL)
    return FALSE;
  if (change->n_columns > (int) columns->len) {
    entente_db_set_error (past, SQLITE_CORRUPT, error);
    return FALSE;
  }
  sql = make_sql (change, columns);
  statement = entente_statement_prepare (past, sql, error);
  if (statement == NULL)
    return FALSE;
  bind_values (statement, change);
  return entente_statement_run (statement, error);
}

/* A part of the owner that is met on its way back into being. */
static void
follow_part (EntenteRewind *rewind, const EntenteRowChange *change)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++) {
    sqlite3_value *owner;

    if (parts[i].part != change->entity || parts[i].owner != rewind->owner.entity ||
        entente_table_find (change->table) == NULL)
      continue;
    owner = entente_row_change_get (change, parts[i].column, FALSE);
    if (owner != NULL && sqlite3_value_int64 (owner) == rewind->owner.id)
      follow (rewind, change->entity, change->id);
  }
}

typedef struct {
  EntenteRewind *rewind;
  GHashTable *seen; /* set of keys of rewind->followed, borrowed */
  GArray *touched; /* or NULL */
  GPtrArray *after;
} Back;

/* Before the first change of this record is taken back. */
static gboolean
keep_present (Back *back, const EntenteRecord *key, GError **error)
{
  gpointer record;

  if (!entente_rewind_read (back->rewind, key->entity, key->id, &record, error))
    return FALSE;
  g_array_append_val (back->touched, *key);
  g_ptr_array_add (back->after, record);
  return TRUE;
}

static gboolean
take_back (const EntenteRowChange *change, gpointer data, GError **error)
{
  Back *back = data;
  EntenteRecord key = { change->entity, change->id };
  gpointer own;

  if (change->operation == SQLITE_INSERT && back->rewind->owner.id != ENTENTE_ID_NONE)
    follow_part (back->rewind, change);
  if (!g_hash_table_lookup_extended (back->rewind->followed, &key, &own, NULL))
    return TRUE;
  if (back->touched != NULL && g_hash_table_add (back->seen, own) &&
      !keep_present (back, &key, error))
    return FALSE;
  return write_change (back->rewind->past, change, error);
}

gboolean
entente_rewind_go_back (EntenteRewind *rewind,
                        const EntenteJournalMove *move,
                        GArray *touched,
                        GPtrArray *after,
                        GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (hash_key, equal_keys);
  Back back = { .rewind = rewind, .seen = seen, .touched = touched, .after = after };

  return entente_row_changes_read (rewind->db, move, TRUE, take_back, &back, error);
}

gboolean
entente_rewind_read (EntenteRewind *rewind,
                     EntenteEntity entity,
                     EntenteId id,
                     gpointer *record,
                     GError **error)
{
  const EntenteTable *table = entente_table_get (entity);
  g_autoptr (EntenteStatement) row =
    entente_table_select (rewind->past, table, "WHERE id = ?1", error);
  EntenteStepResult result;

  *record = NULL;
  if (row == NULL)
    return FALSE;
  entente_statement_bind_int (row, 1, id);
  result = entente_statement_step (row, error);
  if (result == ENTENTE_STEP_ROW)
    *record = entente_table_read (rewind->past, table, row, error);
  return result == ENTENTE_STEP_DONE || *record != NULL;
}
