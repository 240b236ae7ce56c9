/* The one road of records into and out of their tables.
 *
 * An entity's own file (entente-table-*.c) says which columns its table has, in the order of the
 * file; the types come from the record's fields (core/entente-record-fields.c). From both this
 * module makes the SQL, once, and moves values. Worker thread only, but for the tables themselves.
 */
#include "config.h"

#include "entente-table.h"

#include "entente-date-columns.h"
#include "entente-entity-labels.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A table made ready: types found and SQL written. */
typedef struct {
  const EntenteFieldInfo *fields[64]; /* of each column; NULL for a sequence */
  char *columns; /* "id", "kind", … */
  char *insert;
  char *update;
  char *remove;
} Layout;

static const EntenteTable *const tables[ENTENTE_N_ENTITIES] = {
  [ENTENTE_ENTITY_CODER] = &entente_table_coder,
  [ENTENTE_ENTITY_PLACE] = &entente_table_place,
  [ENTENTE_ENTITY_TRACK] = &entente_table_track,
  [ENTENTE_ENTITY_ISSUE] = &entente_table_issue,
  [ENTENTE_ENTITY_ERA] = &entente_table_era,
  [ENTENTE_ENTITY_ACTOR] = &entente_table_actor,
  [ENTENTE_ENTITY_ALIAS] = &entente_table_alias,
  [ENTENTE_ENTITY_AFFILIATION] = &entente_table_affiliation,
  [ENTENTE_ENTITY_ARTICLE] = &entente_table_article,
  [ENTENTE_ENTITY_REVISION] = &entente_table_revision,
  [ENTENTE_ENTITY_FOOTNOTE] = &entente_table_footnote,
  [ENTENTE_ENTITY_PASSAGE] = &entente_table_passage,
  [ENTENTE_ENTITY_EVENT] = &entente_table_event,
  [ENTENTE_ENTITY_PARTICIPATION] = &entente_table_participation,
  [ENTENTE_ENTITY_CLAIM] = &entente_table_claim,
  [ENTENTE_ENTITY_LINK] = &entente_table_link,
  [ENTENTE_ENTITY_ORDER] = &entente_table_order,
  [ENTENTE_ENTITY_POSITION] = &entente_table_position,
  [ENTENTE_ENTITY_QUESTION] = &entente_table_question,
  [ENTENTE_ENTITY_TURNING_POINT] = &entente_table_turning_point,
  [ENTENTE_ENTITY_VIEW] = &entente_table_view,
  [ENTENTE_ENTITY_TEMPLATE] = &entente_table_template,
  [ENTENTE_ENTITY_FIELD] = &entente_table_field,
  [ENTENTE_ENTITY_FIELD_VALUE] = &entente_table_field_value,
  [ENTENTE_ENTITY_SETTING] = &entente_table_setting,
  [ENTENTE_ENTITY_REJECTION] = &entente_table_rejection,
  [ENTENTE_ENTITY_LEXICON] = &entente_table_lexicon,
};

static const char *const date_suffixes[] = { "edtf", "wording", "extra", NULL };
static const char *const points_suffixes[] = { ENTENTE_POINTS_SUFFIXES, NULL };
static const char *const words_suffixes[] = { ENTENTE_WORDS_SUFFIXES, NULL };

#define N_DATE_COLUMNS 3
#define N_POINTS_COLUMNS (G_N_ELEMENTS (points_suffixes) - 1)
#define N_WORDS_COLUMNS (G_N_ELEMENTS (words_suffixes) - 1)

const EntenteTable *
entente_table_get (EntenteEntity entity)
{
  g_return_val_if_fail ((guint) entity < ENTENTE_N_ENTITIES, NULL);
  return tables[entity];
}

const EntenteTable *
entente_table_find (const char *name)
{
  for (guint i = 0; i < ENTENTE_N_ENTITIES; i++) {
    if (strcmp (tables[i]->name, name) == 0)
      return tables[i];
  }
  return NULL;
}

/* ---- SQL ---- */

static void
add_names (GPtrArray *names, const char *field, const char *const *suffixes)
{
  for (; *suffixes != NULL; suffixes++)
    g_ptr_array_add (names, g_strdup_printf ("%s_%s", field, *suffixes));
}

static void
add_column_names (GPtrArray *names, const EntenteColumn *column, const EntenteFieldInfo *field)
{
  if (column->role == ENTENTE_COLUMN_POINTS)
    add_names (names, column->field, points_suffixes);
  else if (column->role == ENTENTE_COLUMN_WORDS)
    add_names (names, column->field, words_suffixes);
  else if (field != NULL && field->type == ENTENTE_FIELD_DATE)
    add_names (names, column->field, date_suffixes);
  else
    g_ptr_array_add (names, g_strdup (column->field));
}

/* INSERT INTO "t" ("a", "b") VALUES (?1, ?2) */
static char *
write_insert (const char *table, GPtrArray *names)
{
  g_autoptr (GString) columns = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++) {
    const char *comma = i > 0 ? ", " : "";

    g_string_append_printf (columns, "%s\"%s\"", comma, (const char *) names->pdata[i]);
    g_string_append_printf (values, "%s?%u", comma, i + 1);
  }
  return g_strdup_printf ("INSERT INTO \"%s\" (%s) VALUES (%s)", table, columns->str, values->str);
}

/* UPDATE "t" SET "a" = ?2, "b" = ?3 WHERE id = ?1 */
static char *
write_update (const char *table, GPtrArray *names)
{
  g_autoptr (GString) settings = g_string_new (NULL);

  for (guint i = 1; i < names->len; i++)
    g_string_append_printf (settings,
                            "%s\"%s\" = ?%u",
                            i > 1 ? ", " : "",
                            (const char *) names->pdata[i],
                            i + 1);
  return g_strdup_printf ("UPDATE \"%s\" SET %s WHERE id = ?1", table, settings->str);
}

static char *
write_columns (GPtrArray *names)
{
  g_autoptr (GString) columns = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (columns, "%s\"%s\"", i > 0 ? ", " : "", (const char *) names->pdata[i]);
  return g_string_free (g_steal_pointer (&columns), FALSE);
}

static GPtrArray *
list_names (const EntenteTable *table, const Layout *layout, gboolean with_sequence)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (names, g_strdup ("id"));
  for (guint i = 0; i < table->n_columns; i++) {
    if (with_sequence || table->columns[i].role != ENTENTE_COLUMN_SEQUENCE)
      add_column_names (names, &table->columns[i], layout->fields[i]);
  }
  return names;
}

static void
write_layout (const EntenteTable *table, Layout *layout)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) changeable = NULL;

  for (guint i = 0; i < table->n_columns; i++) {
    layout->fields[i] = entente_entity_find_field (table->entity, table->columns[i].field);
    g_assert (layout->fields[i] != NULL || table->columns[i].role == ENTENTE_COLUMN_SEQUENCE);
  }
  all = list_names (table, layout, TRUE);
  changeable = list_names (table, layout, FALSE);
  layout->columns = write_columns (changeable);
  layout->insert = write_insert (table->name, all);
  layout->update = write_update (table->name, changeable);
  layout->remove = g_strdup_printf ("DELETE FROM \"%s\" WHERE id = ?1", table->name);
}

static const Layout *
get_layout (const EntenteTable *table)
{
  static Layout layouts[ENTENTE_N_ENTITIES];
  static gsize written = 0;

  if (g_once_init_enter (&written)) {
    for (guint i = 0; i < ENTENTE_N_ENTITIES; i++)
      write_layout (tables[i], &layouts[i]);
    g_once_init_leave (&written, 1);
  }
  return &layouts[table->entity];
}

/* ---- record to cells ---- */

static void
add_date (EntenteCells *cells, const EntenteDate *date)
{
  if (date == NULL) {
    for (guint i = 0; i < N_DATE_COLUMNS; i++)
      entente_cells_add_null (cells);
    return;
  }
  entente_cells_add_string (cells, date->edtf);
  entente_cells_add_text (cells, date->wording);
  entente_cells_take_text (cells, entente_date_write_extra (date));
}

static void
add_field (EntenteCells *cells, gconstpointer record, const EntenteFieldInfo *field)
{
  gconstpointer value = entente_record_get_field (record, field);

  switch (field->type) {
  case ENTENTE_FIELD_STRING:
    entente_cells_add_text (cells, *(char *const *) value);
    break;
  case ENTENTE_FIELD_BOOLEAN:
    entente_cells_add_int (cells, *(const gboolean *) value != FALSE);
    break;
  case ENTENTE_FIELD_INT:
    entente_cells_add_int (cells, *(const gint64 *) value);
    break;
  case ENTENTE_FIELD_REAL:
    entente_cells_add_real (cells, *(const double *) value);
    break;
  case ENTENTE_FIELD_ENUM:
    entente_cells_add_text (cells, entente_enum_nick (field->vocabulary, *(const int *) value));
    break;
  case ENTENTE_FIELD_ID:
    entente_cells_add_id (cells, *(const EntenteId *) value);
    break;
  case ENTENTE_FIELD_DATE:
    add_date (cells, *(EntenteDate *const *) value);
    break;
  case ENTENTE_FIELD_IDS:
  default:
    g_assert_not_reached ();
  }
}

void
entente_table_fill (EntenteCells *cells,
                    const EntenteTable *table,
                    gconstpointer record,
                    gint64 sequence)
{
  const Layout *layout = get_layout (table);

  entente_cells_add_int (cells, ((const EntenteRecord *) record)->id);
  for (guint i = 0; i < table->n_columns; i++) {
    switch (table->columns[i].role) {
    case ENTENTE_COLUMN_POINTS:
      table->add_points (cells, record);
      break;
    case ENTENTE_COLUMN_WORDS:
      table->add_words (cells, record);
      break;
    case ENTENTE_COLUMN_SEQUENCE:
      if (sequence > 0)
        entente_cells_add_int (cells, sequence);
      break;
    case ENTENTE_COLUMN_FIELD:
    case ENTENTE_COLUMN_SECONDARY:
    default:
      add_field (cells, record, layout->fields[i]);
      break;
    }
  }
}

static gboolean
find_sequence (EntenteDb *db, const EntenteTable *table, gint64 *sequence, GError **error)
{
  g_autofree char *sql = NULL;

  *sequence = 0;
  if (table->columns[0].role != ENTENTE_COLUMN_SEQUENCE)
    return TRUE;
  sql = g_strdup_printf ("SELECT coalesce (max (sequence), 0) + 1 FROM \"%s\"", table->name);
  return entente_db_query_int (db, sql, sequence, error);
}

gboolean
entente_table_insert (EntenteDb *db,
                      gconstpointer record,
                      const EntenteRecorder *recorder,
                      GError **error)
{
  static const guint8 id_is_key[64] = { 1 };
  const EntenteTable *table = entente_table_get (((const EntenteRecord *) record)->entity);
  g_auto (EntenteCells) cells = ENTENTE_CELLS_INIT;
  gint64 sequence;

  if (!find_sequence (db, table, &sequence, error))
    return FALSE;
  entente_table_fill (&cells, table, record, sequence);
  return entente_cells_insert (&cells,
                               db,
                               table->name,
                               get_layout (table)->insert,
                               id_is_key,
                               recorder,
                               error) &&
         (table->insert_parts == NULL || table->insert_parts (db, record, recorder, error));
}

static gboolean
refuse_missing (EntenteDb *db, EntenteEntity entity, EntenteId id, GError **error)
{
  g_autofree char *number = entente_id_format (id);

  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_NOT_FOUND,
               _ ("There is no record (%s) with the number %s in “%s”; it may have been deleted, "
                  "which the history tells."),
               entente_entity_get_label (entity),
               number,
               db->path);
  return FALSE;
}

gboolean
entente_table_update (EntenteDb *db, gconstpointer record, GError **error)
{
  const EntenteRecord *base = record;
  const EntenteTable *table = entente_table_get (base->entity);
  g_autoptr (EntenteStatement) statement = NULL;
  g_auto (EntenteCells) cells = ENTENTE_CELLS_INIT;

  statement = entente_statement_prepare (db, get_layout (table)->update, error);
  entente_table_fill (&cells, table, record, 0);
  if (statement == NULL || !entente_cells_bind (&cells, statement, error) ||
      !entente_statement_run (statement, error))
    return FALSE;
  if (sqlite3_changes (db->handle) == 0)
    return refuse_missing (db, base->entity, base->id, error);
  return table->insert_parts == NULL || (table->delete_parts (db, base->id, error) &&
                                         table->insert_parts (db, record, NULL, error));
}

/* Clears references within the table: foreign keys leave those alone. */
static gboolean
clear_own_references (EntenteDb *db, const EntenteTable *table, EntenteId id, GError **error)
{
  g_autofree char *sql = NULL;

  if (table->own_reference == NULL)
    return TRUE;
  sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = NULL WHERE \"%s\" = ?1",
                         table->name,
                         table->own_reference,
                         table->own_reference);
  return entente_statement_run_with_id (db, sql, id, error);
}

gboolean
entente_table_delete (EntenteDb *db, EntenteEntity entity, EntenteId id, GError **error)
{
  const EntenteTable *table = entente_table_get (entity);

  if (!clear_own_references (db, table, id, error) ||
      !entente_statement_run_with_id (db, get_layout (table)->remove, id, error))
    return FALSE;
  return sqlite3_changes (db->handle) > 0 || refuse_missing (db, entity, id, error);
}

/* ---- columns to record ---- */

EntenteStatement *
entente_table_select (EntenteDb *db, const EntenteTable *table, const char *tail, GError **error)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT %s FROM \"%s\" %s", get_layout (table)->columns, table->name, tail);

  return entente_statement_prepare (db, sql, error);
}

static gboolean
read_string (EntenteStatement *statement, int column, char **value)
{
  const char *text = entente_statement_get_text (statement, column);

  if (text != NULL && !g_utf8_validate (text, -1, NULL))
    return FALSE;
  *value = g_strdup (text);
  return TRUE;
}

static gboolean
read_date (EntenteStatement *statement, int column, EntenteDate **value)
{
  const char *edtf = entente_statement_get_text (statement, column);
  const char *wording = entente_statement_get_text (statement, column + 1);

  *value =
    entente_date_read (edtf, wording, entente_statement_get_text (statement, column + 2), NULL);
  return (*value != NULL || edtf == NULL) &&
         (wording == NULL || g_utf8_validate (wording, -1, NULL));
}

/* FALSE when the cell holds nothing that the field may have. */
static gboolean
read_field (EntenteStatement *statement, int column, gpointer record, const EntenteFieldInfo *field)
{
  gpointer value = entente_record_get_field (record, field);

  switch (field->type) {
  case ENTENTE_FIELD_STRING:
    return read_string (statement, column, value);
  case ENTENTE_FIELD_BOOLEAN:
    *(gboolean *) value = entente_statement_get_int (statement, column) != 0;
    return TRUE;
  case ENTENTE_FIELD_INT:
    *(gint64 *) value = entente_statement_get_int (statement, column);
    return TRUE;
  case ENTENTE_FIELD_REAL:
    *(double *) value = entente_statement_get_real (statement, column);
    return TRUE;
  case ENTENTE_FIELD_ENUM:
    return entente_enum_parse (field->vocabulary,
                               entente_statement_get_text (statement, column),
                               value);
  case ENTENTE_FIELD_ID:
    *(EntenteId *) value = entente_statement_get_int (statement, column);
    return TRUE;
  case ENTENTE_FIELD_DATE:
    return read_date (statement, column, value);
  case ENTENTE_FIELD_IDS:
  default:
    g_assert_not_reached ();
  }
}

static int
count_columns (const EntenteColumn *column, const EntenteFieldInfo *field)
{
  switch (column->role) {
  case ENTENTE_COLUMN_POINTS:
    return N_POINTS_COLUMNS;
  case ENTENTE_COLUMN_WORDS:
    return N_WORDS_COLUMNS;
  case ENTENTE_COLUMN_SEQUENCE:
    return 0;
  case ENTENTE_COLUMN_FIELD:
  case ENTENTE_COLUMN_SECONDARY:
  default:
    return field->type == ENTENTE_FIELD_DATE ? N_DATE_COLUMNS : 1;
  }
}

static gboolean
read_column (EntenteStatement *statement,
             int column,
             const EntenteColumn *role,
             const EntenteFieldInfo *field,
             gpointer record)
{
  if (role->role != ENTENTE_COLUMN_FIELD && role->role != ENTENTE_COLUMN_SECONDARY)
    return TRUE;
  return read_field (statement, column, record, field);
}

static void
set_bad_cell (EntenteDb *db,
              const EntenteTable *table,
              EntenteId id,
              const char *field,
              GError **error)
{
  g_autofree char *number = entente_id_format (id);

  g_set_error (
    error,
    ENTENTE_ERROR,
    ENTENTE_ERROR_CORRUPT,
    _ ("The study “%s” is damaged: in “%s” number %s the field “%s” cannot be read. Open "
       "a backup of it."),
    db->path,
    table->name,
    number,
    field);
}

gpointer
entente_table_read (EntenteDb *db,
                    const EntenteTable *table,
                    EntenteStatement *statement,
                    GError **error)
{
  const Layout *layout = get_layout (table);
  g_autoptr (EntenteRecord) record = entente_record_new (table->entity);
  g_autoptr (GError) failure = NULL;
  int column = 1, points = 0;

  record->id = entente_statement_get_int (statement, 0);
  for (guint i = 0; i < table->n_columns; i++) {
    const EntenteColumn *role = &table->columns[i];
    gboolean whole = read_column (statement, column, role, layout->fields[i], record);

    if (role->role == ENTENTE_COLUMN_POINTS)
      points = column;
    if (role->role == ENTENTE_COLUMN_WORDS)
      whole = table->read_when (statement, points, column, record, NULL);
    if (!whole) {
      set_bad_cell (db, table, record->id, role->field, error);
      return NULL;
    }
    column += count_columns (role, layout->fields[i]);
  }
  if (table->read_parts == NULL || table->read_parts (db, record, &failure))
    return g_steal_pointer (&record);
  /* Without an error: more readings than a date can have. */
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    set_bad_cell (db, table, record->id, "when", error);
  return NULL;
}

/* ---- relations ---- */

static gboolean
names_target (const EntenteColumn *column, const EntenteFieldInfo *field, EntenteEntity target)
{
  return (column->role == ENTENTE_COLUMN_FIELD || column->role == ENTENTE_COLUMN_SECONDARY) &&
         field->type == ENTENTE_FIELD_ID &&
         (field->target == target || field->target == ENTENTE_N_ENTITIES);
}

/* The columns that name @target, @primary for those by which records are listed only. */
static char *
make_condition (const EntenteTable *table, EntenteEntity target, gboolean primary)
{
  const Layout *layout = get_layout (table);
  g_autoptr (GString) condition = g_string_new (NULL);

  for (guint i = 0; i < table->n_columns; i++) {
    if (names_target (&table->columns[i], layout->fields[i], target) &&
        (!primary || table->columns[i].role == ENTENTE_COLUMN_FIELD))
      g_string_append_printf (condition,
                              "%s\"%s\" = ?1",
                              condition->len > 0 ? " OR " : "",
                              table->columns[i].field);
  }
  return condition->len > 0 ? g_string_free (g_steal_pointer (&condition), FALSE) : NULL;
}

char *
entente_table_get_relation (const EntenteTable *table, EntenteEntity parent)
{
  for (guint i = 0; i < table->n_relations; i++) {
    if (table->relations[i].parent == parent)
      return g_strdup (table->relations[i].condition);
  }
  return make_condition (table, parent, TRUE);
}

char *
entente_table_get_naming (const EntenteTable *table, EntenteEntity target)
{
  g_autofree char *columns = make_condition (table, target, FALSE);
  g_autoptr (GString) condition = g_string_new (columns);

  for (guint i = 0; i < table->n_part_names; i++) {
    if (table->part_names[i].parent == target)
      g_string_append_printf (condition,
                              "%s%s",
                              condition->len > 0 ? " OR " : "",
                              table->part_names[i].condition);
  }
  return condition->len > 0 ? g_string_free (g_steal_pointer (&condition), FALSE) : NULL;
}

gboolean
entente_table_delete_orphaned_values (EntenteDb *db, GError **error)
{
  for (guint i = 0; i < ENTENTE_N_ENTITIES; i++) {
    g_autofree char *sql = g_strdup_printf (
      "DELETE FROM field_value WHERE field IN (SELECT id FROM field WHERE entity = '%s')"
      " AND NOT EXISTS (SELECT 1 FROM \"%s\" AS subject WHERE subject.id = field_value.subject)",
      entente_entity_nick (i),
      entente_table_get (i)->name);

    if (!entente_db_exec (db, sql, error))
      return FALSE;
  }
  return TRUE;
}
