/* Finding and mending what contradicts itself in the tables of a study. Worker thread. */
#include "config.h"

#include "entente-mend.h"

#include "entente-chunks.h"
#include "entente-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What was taken out may have been referred to. */
#define MAX_ROUNDS 20

static void
tell (GPtrArray *found, const char *sentence, const char *mended)
{
  g_ptr_array_add (found,
                   mended != NULL ? g_strdup_printf ("%s %s", sentence, mended)
                                  : g_strdup (sentence));
}

/* ---- references ---- */

/* A column of @table that refers to @target; @key names the rows. */
typedef struct {
  char *table;
  char *column;
  char *target;
  char *key;
  gboolean needed; /* a row cannot be without */
} Reference;

static void
free_reference (gpointer data)
{
  Reference *reference = data;

  g_free (reference->table);
  g_free (reference->column);
  g_free (reference->target);
  g_free (reference->key);
  g_free (reference);
}

/* The journal is judged as a whole. */
#define REFERENCES                                                                                 \
  "SELECT m.name, f.\"from\", f.\"table\","                                                        \
  " (SELECT k.name FROM pragma_table_info (m.name) k WHERE k.pk = 1), c.\"notnull\""               \
  " FROM sqlite_schema m, pragma_foreign_key_list (m.name) f, pragma_table_info (m.name) c"        \
  " WHERE m.type = 'table' AND c.name = f.\"from\" AND m.name NOT LIKE 'journal%'"                 \
  " ORDER BY m.name, f.\"from\""

static GPtrArray *
list_references (EntenteDb *db, GError **error)
{
  g_autoptr (GPtrArray) references = g_ptr_array_new_with_free_func (free_reference);
  g_autoptr (EntenteStatement) statement = entente_statement_prepare (db, REFERENCES, error);
  EntenteStepResult result = ENTENTE_STEP_ERROR;

  while (statement && (result = entente_statement_step (statement, error)) == ENTENTE_STEP_ROW) {
    Reference *reference = g_new0 (Reference, 1);

    reference->table = entente_statement_dup_valid_text (statement, 0);
    reference->column = entente_statement_dup_valid_text (statement, 1);
    reference->target = entente_statement_dup_valid_text (statement, 2);
    reference->key = entente_statement_dup_valid_text (statement, 3);
    reference->needed = entente_statement_get_int (statement, 4) != 0;
    g_ptr_array_add (references, reference);
  }
  return result == ENTENTE_STEP_DONE ? g_steal_pointer (&references) : NULL;
}

static char *
write_condition (const Reference *reference)
{
  return g_strdup_printf ("\"%1$s\" IS NOT NULL AND NOT EXISTS"
                          " (SELECT 1 FROM \"%2$s\" o WHERE o.id = \"%3$s\".\"%1$s\")",
                          reference->column,
                          reference->target,
                          reference->table);
}

/* Records of entities go with all that hangs on them, other rows alone. */
static gboolean
mend_reference (EntenteDb *db, const Reference *reference, GArray *keys, GError **error)
{
  const EntenteTable *table = entente_table_find (reference->table);
  g_autofree char *condition = write_condition (reference);
  g_autofree char *sql = NULL;

  if (reference->needed && table != NULL) {
    for (guint i = 0; i < keys->len; i++)
      if (!entente_table_delete (db, table->entity, g_array_index (keys, EntenteId, i), error))
        return FALSE;
    return TRUE;
  }
  if (reference->needed)
    sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE %s", reference->table, condition);
  else
    sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = NULL WHERE %s",
                           reference->table,
                           reference->column,
                           condition);
  return entente_db_exec (db, sql, error);
}

/* Rows whose target is gone. */
static GArray *
find_broken (EntenteDb *db, const Reference *reference, GError **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  g_autofree char *condition = write_condition (reference);
  g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE %s",
                                          reference->key,
                                          reference->table,
                                          condition);
  g_autoptr (EntenteStatement) statement = entente_statement_prepare (db, sql, error);
  EntenteStepResult result = ENTENTE_STEP_ERROR;

  while (statement && (result = entente_statement_step (statement, error)) == ENTENTE_STEP_ROW) {
    EntenteId id = entente_statement_get_int (statement, 0);

    g_array_append_val (keys, id);
  }
  return result == ENTENTE_STEP_DONE ? g_steal_pointer (&keys) : NULL;
}

static gboolean
check_reference (EntenteDb *db,
                 const Reference *reference,
                 gboolean mends,
                 GPtrArray *found,
                 GError **error)
{
  g_autoptr (GArray) keys = find_broken (db, reference, error);
  const char *mended = !mends              ? NULL
                       : reference->needed ? _ ("It was taken out, since it cannot be without.")
                                           : _ ("The reference was taken out.");

  if (keys == NULL)
    return FALSE;
  for (guint i = 0; i < keys->len; i++) {
    g_autofree char *number = entente_id_format (g_array_index (keys, EntenteId, i));
    g_autofree char *sentence =
      g_strdup_printf (_ ("In “%s” the record with number %s refers to one of “%s” that is gone."),
                       reference->table,
                       number,
                       reference->target);

    tell (found, sentence, mended);
  }
  return !mends || keys->len == 0 || mend_reference (db, reference, keys, error);
}

gboolean
entente_mend_references (EntenteDb *db, gboolean mends, GPtrArray *found, GError **error)
{
  g_autoptr (GPtrArray) references = list_references (db, error);
  guint before;

  if (references == NULL)
    return FALSE;
  for (guint round = 0; round < MAX_ROUNDS; round++) {
    before = found->len;
    for (guint i = 0; i < references->len; i++)
      if (!check_reference (db, references->pdata[i], mends, found, error))
        return FALSE;
    if (!mends || found->len == before)
      break;
  }
  return TRUE;
}

/* ---- records ---- */

typedef struct {
  EntenteId id;
  char *sentence;
} Bad;

static void
free_bad (gpointer data)
{
  Bad *bad = data;

  g_free (bad->sentence);
  g_free (bad);
}

static gboolean
find_bad (EntenteDb *db, const EntenteTable *table, GPtrArray *bads, GError **error)
{
  g_autoptr (EntenteStatement) statement = entente_table_select (db, table, "", error);
  EntenteStepResult result = ENTENTE_STEP_ERROR;

  while (statement && (result = entente_statement_step (statement, error)) == ENTENTE_STEP_ROW) {
    g_autoptr (GError) reason = NULL;
    EntenteRecord *record = entente_table_read (db, table, statement, &reason);
    Bad *bad;

    if (record != NULL) {
      entente_record_unref (record);
      continue;
    }
    bad = g_new (Bad, 1);
    bad->id = entente_statement_get_int (statement, 0);
    bad->sentence = g_strdup (reason->message);
    g_ptr_array_add (bads, bad);
  }
  return result == ENTENTE_STEP_DONE;
}

static gboolean
is_readable (EntenteDb *db, const EntenteTable *table, EntenteId id)
{
  g_autoptr (EntenteStatement) statement = entente_table_select (db, table, "WHERE id = ?1", NULL);
  EntenteRecord *record;

  if (statement == NULL)
    return FALSE;
  entente_statement_bind_int (statement, 1, id);
  record = entente_statement_step (statement, NULL) == ENTENTE_STEP_ROW
             ? entente_table_read (db, table, statement, NULL)
             : NULL;
  if (record == NULL)
    return FALSE;
  entente_record_unref (record);
  return TRUE;
}

static gboolean
set_text (EntenteDb *db,
          const EntenteTable *table,
          const char *column,
          EntenteId id,
          const char *text,
          GError **error)
{
  g_autofree char *sql =
    g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = ?2 WHERE id = ?1", table->name, column);
  g_autoptr (EntenteStatement) statement = entente_statement_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  entente_statement_bind_int (statement, 1, id);
  entente_statement_bind_text (statement, 2, text);
  return entente_statement_run (statement, error);
}

/* Bytes that are no text become U+FFFD. */
static gboolean
mend_texts (EntenteDb *db, const EntenteTable *table, EntenteId id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" WHERE id = ?1", table->name);
  g_autoptr (EntenteStatement) statement = entente_statement_prepare (db, sql, error);
  gboolean done = TRUE;

  if (statement == NULL)
    return FALSE;
  entente_statement_bind_int (statement, 1, id);
  if (entente_statement_step (statement, error) != ENTENTE_STEP_ROW)
    return FALSE;
  for (int i = 0; done && i < sqlite3_column_count (statement->handle); i++) {
    const char *column = sqlite3_column_name (statement->handle, i);
    g_autofree char *valid = NULL;

    if (sqlite3_column_type (statement->handle, i) != SQLITE_TEXT)
      continue;
    valid = entente_statement_dup_valid_text (statement, i);
    if (g_strcmp0 (valid, entente_statement_get_text (statement, i)) != 0)
      done = set_text (db, table, column, id, valid, error);
  }
  return done;
}

#define DATES                                                                                      \
  "SELECT substr (name, 1, length (name) - 5) FROM pragma_table_info (?1)"                         \
  " WHERE name LIKE '%\\_edtf' ESCAPE '\\'"

/* Dates are left out, and what they were told to be with them. */
static gboolean
mend_dates_of (EntenteDb *db, const EntenteTable *table, EntenteId id, GError **error)
{
  g_autoptr (EntenteStatement) dates = entente_statement_prepare (db, DATES, error);
  EntenteStepResult result = ENTENTE_STEP_ERROR;

  if (dates == NULL)
    return FALSE;
  entente_statement_bind_text (dates, 1, table->name);
  while ((result = entente_statement_step (dates, error)) == ENTENTE_STEP_ROW) {
    g_autofree char *date = entente_statement_dup_valid_text (dates, 0);
    g_autofree char *column = g_strconcat (date, "_edtf", NULL);
    g_autofree char *extra = g_strconcat (date, "_extra", NULL);
    gboolean is_spread = table->read_when != NULL && strcmp (date, "when") == 0;

    if (!set_text (db, table, column, id, NULL, error) ||
        (!is_spread && !set_text (db, table, extra, id, NULL, error)))
      return FALSE;
  }
  return result == ENTENTE_STEP_DONE;
}

static gboolean
mend_record (EntenteDb *db,
             const EntenteTable *table,
             const Bad *bad,
             GPtrArray *found,
             GError **error)
{
  g_autofree char *number = entente_id_format (bad->id);
  g_autofree char *sentence =
    g_strdup_printf (_ ("In “%s” number %s a field could not be read."), table->name, number);

  if (!mend_texts (db, table, bad->id, error))
    return FALSE;
  if (is_readable (db, table, bad->id)) {
    tell (found, sentence, _ ("What is no text in it was replaced by “�”."));
    return TRUE;
  }
  if (!mend_dates_of (db, table, bad->id, error))
    return FALSE;
  if (is_readable (db, table, bad->id)) {
    tell (found, sentence, _ ("Its dates were taken out."));
    return TRUE;
  }
  tell (found, sentence, _ ("It was taken out with all that belongs to it."));
  return entente_table_delete (db, table->entity, bad->id, error);
}

static gboolean
check_table (EntenteDb *db,
             const EntenteTable *table,
             gboolean mends,
             GPtrArray *found,
             GError **error)
{
  g_autoptr (GPtrArray) bads = g_ptr_array_new_with_free_func (free_bad);

  if (!find_bad (db, table, bads, error))
    return FALSE;
  for (guint i = 0; i < bads->len; i++) {
    Bad *bad = bads->pdata[i];

    if (!mends)
      tell (found, bad->sentence, NULL);
    else if (!mend_record (db, table, bad, found, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
entente_mend_records (EntenteDb *db, gboolean mends, GPtrArray *found, GError **error)
{
  for (guint i = 0; i < ENTENTE_N_ENTITIES; i++)
    if (!check_table (db, entente_table_get (i), mends, found, error))
      return FALSE;
  return TRUE;
}

/* ---- what is computed from dates ---- */

/* Id and kind stand before them. */
#define FIRST_POINT 2

static gboolean
is_same (const EntenteCell *cell, EntenteStatement *statement, int column)
{
  if (cell->type == SQLITE_NULL || entente_statement_is_null (statement, column))
    return cell->type == SQLITE_NULL && entente_statement_is_null (statement, column);
  if (cell->type == SQLITE_INTEGER)
    return cell->integer == entente_statement_get_int (statement, column);
  return g_strcmp0 (cell->text, entente_statement_get_text (statement, column)) == 0;
}

static gboolean
has_its_points (const EntenteTable *table, gconstpointer record, EntenteStatement *statement)
{
  g_auto (EntenteCells) cells = ENTENTE_CELLS_INIT;
  gboolean same = TRUE;

  table->add_points (&cells, record);
  for (guint i = 0; same && i < cells.n; i++)
    same = is_same (&cells.cell[i], statement, FIRST_POINT + (int) i);
  return same;
}

/* Events whose columns say something else than their date. */
static GPtrArray *
find_wrong_points (EntenteDb *db, const EntenteTable *table, GError **error)
{
  g_autoptr (GPtrArray) wrong = g_ptr_array_new_with_free_func (entente_record_unref);
  g_autoptr (EntenteStatement) statement = entente_table_select (db, table, "", error);
  EntenteStepResult result = ENTENTE_STEP_ERROR;

  while (statement && (result = entente_statement_step (statement, error)) == ENTENTE_STEP_ROW) {
    EntenteRecord *record = entente_table_read (db, table, statement, NULL);

    if (record != NULL && !has_its_points (table, record, statement))
      g_ptr_array_add (wrong, record);
    else if (record != NULL)
      entente_record_unref (record);
  }
  return result == ENTENTE_STEP_DONE ? g_steal_pointer (&wrong) : NULL;
}

gboolean
entente_mend_dates (EntenteDb *db, gboolean mends, GPtrArray *found, GError **error)
{
  const EntenteTable *table = entente_table_get (ENTENTE_ENTITY_EVENT);
  g_autoptr (GPtrArray) wrong = find_wrong_points (db, table, error);

  for (guint i = 0; wrong != NULL && i < wrong->len; i++) {
    const EntenteRecord *record = wrong->pdata[i];
    g_autofree char *number = entente_id_format (record->id);
    g_autofree char *sentence =
      g_strdup_printf (_ ("In “%s” the place in time of number %s is not what its date says."),
                       table->name,
                       number);

    tell (found, sentence, mends ? _ ("It was computed anew.") : NULL);
    if (mends && !entente_table_update (db, record, error))
      return FALSE;
  }
  return wrong != NULL;
}

/* ---- history ---- */

/* Steps have the numbers 1, 2, 3 …; one that undoes or does again names one before it. */
#define FIRST_BAD_STEP                                                                             \
  "SELECT coalesce (min (number), 0) FROM (SELECT number, row_number () OVER (ORDER BY number)"    \
  " AS place, undoes, redoes FROM journal) WHERE number <> place OR undoes >= number"              \
  " OR undoes < 1 OR redoes >= number OR redoes < 1"

/* The changeset of a step can be read to its end. */
static gboolean
is_step_whole (EntenteDb *db, gint64 number)
{
  EntenteChunkReader *reader = entente_chunk_reader_new (db, number);
  sqlite3_changeset_iter *iter = NULL;
  int code = sqlite3changeset_start_strm (&iter, entente_chunk_reader_input, reader);
  gboolean is_empty = TRUE;

  while (code == SQLITE_OK && sqlite3changeset_next (iter) == SQLITE_ROW)
    is_empty = FALSE;
  if (iter != NULL) {
    int ended = sqlite3changeset_finalize (iter);

    code = code == SQLITE_OK ? ended : code;
  }
  entente_chunk_reader_free (reader);
  return code == SQLITE_OK && !is_empty;
}

/* *@number is that of the first step that is not whole, 0 when all are. */
static gboolean
find_bad_step (EntenteDb *db, gint64 *number, GError **error)
{
  g_autoptr (EntenteStatement) steps = NULL;
  EntenteStepResult result = ENTENTE_STEP_ERROR;

  if (!entente_db_query_int (db, FIRST_BAD_STEP, number, error))
    return FALSE;
  if (*number != 0)
    return TRUE;
  steps = entente_statement_prepare (db,
                                     "SELECT number FROM journal"
                                     " WHERE undoes IS NULL AND redoes IS NULL ORDER BY number",
                                     error);
  while (steps && (result = entente_statement_step (steps, error)) == ENTENTE_STEP_ROW) {
    *number = entente_statement_get_int (steps, 0);
    if (!is_step_whole (db, *number))
      return TRUE;
  }
  *number = 0;
  return result == ENTENTE_STEP_DONE;
}

gboolean
entente_mend_journal (EntenteDb *db, gboolean mends, GPtrArray *found, GError **error)
{
  g_autofree char *sentence = NULL;
  gint64 number;

  if (!find_bad_step (db, &number, error))
    return FALSE;
  if (number == 0)
    return TRUE;
  sentence = g_strdup_printf (_ ("The history of steps is damaged at step %ld."), (glong) number);
  tell (found,
        sentence,
        mends ? _ ("It was taken out; the records stay, and no earlier step can be undone.")
              : NULL);
  return !mends || entente_db_exec (db, "DELETE FROM journal_chunk; DELETE FROM journal", error);
}
