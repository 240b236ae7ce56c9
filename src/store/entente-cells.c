/* EntenteCells: the values of one row on their way into a table.
 *
 * An insert binds the cells and, during an import, hands the same cells to whoever writes the
 * changeset, so that the history says exactly what went into the file.
 */
#include "config.h"

#include "entente-cells.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static EntenteCell *
add_cell (EntenteCells *cells, int type)
{
  EntenteCell *cell = &cells->cell[cells->n++];

  g_assert (cells->n <= G_N_ELEMENTS (cells->cell));
  cell->type = type;
  return cell;
}

void
entente_cells_add_int (EntenteCells *cells, gint64 value)
{
  add_cell (cells, SQLITE_INTEGER)->integer = value;
}

void
entente_cells_add_real (EntenteCells *cells, double value)
{
  add_cell (cells, SQLITE_FLOAT)->real = value;
}

void
entente_cells_add_null (EntenteCells *cells)
{
  add_cell (cells, SQLITE_NULL);
}

void
entente_cells_add_id (EntenteCells *cells, EntenteId id)
{
  if (id == ENTENTE_ID_NONE)
    entente_cells_add_null (cells);
  else
    entente_cells_add_int (cells, id);
}

void
entente_cells_add_string (EntenteCells *cells, const char *text)
{
  EntenteCell *cell = add_cell (cells, SQLITE_TEXT);

  cell->text = text;
  cell->length = strlen (text);
  if (!g_utf8_validate (text, (gssize) cell->length, NULL))
    cells->invalid = TRUE;
}

void
entente_cells_add_text (EntenteCells *cells, const char *text)
{
  if (text == NULL || *text == '\0')
    entente_cells_add_null (cells);
  else
    entente_cells_add_string (cells, text);
}

void
entente_cells_take_text (EntenteCells *cells, char *text)
{
  g_assert (cells->n_owned < G_N_ELEMENTS (cells->owned));
  cells->owned[cells->n_owned++] = text;
  entente_cells_add_text (cells, text);
}

gboolean
entente_cells_bind (const EntenteCells *cells, EntenteStatement *statement, GError **error)
{
  if (cells->invalid) {
    g_set_error (error,
                 ENTENTE_ERROR,
                 ENTENTE_ERROR_INVALID,
                 _ ("Nothing was changed in “%s”: a text is not valid UTF-8. Write it anew."),
                 statement->db->path);
    return FALSE;
  }
  for (guint i = 0; i < cells->n; i++)
    entente_statement_bind_cell (statement, (int) i + 1, &cells->cell[i]);
  return TRUE;
}

gboolean
entente_cells_insert (const EntenteCells *cells,
                      EntenteDb *db,
                      const char *table,
                      const char *sql,
                      const guint8 *primary_key,
                      const EntenteRecorder *recorder,
                      GError **error)
{
  g_autoptr (EntenteStatement) statement = entente_statement_prepare (db, sql, error);

  if (statement == NULL || !entente_cells_bind (cells, statement, error) ||
      !entente_statement_run (statement, error))
    return FALSE;
  if (recorder != NULL)
    recorder->insert (recorder->data, table, primary_key, cells);
  return TRUE;
}

void
entente_cells_clear (EntenteCells *cells)
{
  for (guint i = 0; i < cells->n_owned; i++)
    g_free (cells->owned[i]);
  cells->n = cells->n_owned = 0;
  cells->invalid = FALSE;
}
