/* Rows as they are within the transaction that wrote them, held against what was meant. Worker
 * thread.
 */
#include "config.h"

#include "entente-read-back.h"

#include "entente-entity-labels.h"
#include "entente-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static gboolean
set_different (EntenteDb *db, EntenteEntity entity, EntenteId id, GError **error)
{
  g_autofree char *number = entente_id_format (id);

  g_set_error (
    error,
    ENTENTE_ERROR,
    ENTENTE_ERROR_CORRUPT,
    _ ("Nothing was changed in “%s”: the record (%s) with the number %s does not read as "
       "it was written. Close the study, open it again and repeat the change."),
    db->path,
    entente_entity_get_label (entity),
    number);
  return FALSE;
}

static gboolean
is_same_text (const EntenteCell *cell, const char *text)
{
  return text != NULL && strlen (text) == cell->length &&
         memcmp (text, cell->text, cell->length) == 0;
}

/* A number that is none is written as NULL. */
static gboolean
is_same_cell (const EntenteCell *cell, EntenteStatement *row, int column)
{
  switch (cell->type) {
  case SQLITE_INTEGER:
    return !entente_statement_is_null (row, column) &&
           entente_statement_get_int (row, column) == cell->integer;
  case SQLITE_FLOAT:
    return isnan (cell->real) ? entente_statement_is_null (row, column)
                              : entente_statement_get_real (row, column) == cell->real;
  case SQLITE_TEXT:
    return is_same_text (cell, entente_statement_get_text (row, column));
  default:
    return entente_statement_is_null (row, column);
  }
}

static gboolean
is_same_row (const EntenteCells *cells, EntenteStatement *row)
{
  for (guint i = 0; i < cells->n; i++)
    if (!is_same_cell (&cells->cell[i], row, (int) i))
      return FALSE;
  return TRUE;
}

/* The row of that id, or NULL with an error when it cannot be read. */
static EntenteStatement *
find_row (EntenteDb *db, const EntenteTable *table, EntenteId id, GError **error)
{
  g_autoptr (EntenteStatement) row = entente_table_select (db, table, "WHERE id = ?1", error);
  EntenteStepResult result;

  if (row == NULL)
    return NULL;
  entente_statement_bind_int (row, 1, id);
  result = entente_statement_step (row, error);
  if (result == ENTENTE_STEP_ROW)
    return g_steal_pointer (&row);
  if (result == ENTENTE_STEP_DONE)
    set_different (db, table->entity, id, error);
  return NULL;
}

gboolean
entente_read_back_record (EntenteDb *db, gconstpointer record, GError **error)
{
  const EntenteRecord *base = record;
  const EntenteTable *table = entente_table_get (base->entity);
  g_auto (EntenteCells) cells = ENTENTE_CELLS_INIT;
  g_autoptr (EntenteStatement) row = find_row (db, table, base->id, error);

  if (row == NULL)
    return FALSE;
  entente_table_fill (&cells, table, record, 0);
  return is_same_row (&cells, row) || set_different (db, base->entity, base->id, error);
}

static gboolean
can_read (EntenteDb *db, const EntenteTable *table, EntenteId id, GError **error)
{
  g_autoptr (EntenteStatement) row = find_row (db, table, id, error);
  g_autoptr (EntenteRecord) record =
    row != NULL ? entente_table_read (db, table, row, error) : NULL;

  return record != NULL;
}

gboolean
entente_read_back_changes (EntenteDb *db, const EntenteChangeSet *changes, GError **error)
{
  for (guint entity = 0; entity < ENTENTE_N_ENTITIES; entity++) {
    const GArray *ids = changes->ids[entity];

    for (guint i = 0; ids != NULL && i < ids->len; i++)
      if (!can_read (db, entente_table_get (entity), g_array_index (ids, EntenteId, i), error))
        return FALSE;
  }
  return TRUE;
}
