/* EntenteTable: cells of a table, row by row. */

#include "config.h"

#include "entente-document-table.h"

static void
free_cell (gpointer data)
{
  EntenteCell *cell = data;

  g_free (cell->text);
  g_free (cell);
}

EntenteTable *
entente_table_new (const EntenteColumn *columns, guint n_columns)
{
  EntenteTable *table = g_new0 (EntenteTable, 1);

  table->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  table->n_columns = n_columns;
  table->cells = g_ptr_array_new_with_free_func (free_cell);
  return table;
}

EntenteTable *
entente_table_new_definitions (void)
{
  static const EntenteColumn columns[] = { { NULL, 0.25 }, { NULL, 0.75 } };

  return entente_table_new (columns, G_N_ELEMENTS (columns));
}

void
entente_table_free (EntenteTable *table)
{
  g_ptr_array_unref (table->cells);
  g_free (table->columns);
  g_free (table);
}

static EntenteCell *
append_cell (EntenteTable *table, char *text)
{
  EntenteCell *cell = g_new0 (EntenteCell, 1);

  cell->text = text;
  g_ptr_array_add (table->cells, cell);
  return cell;
}

void
entente_table_take (EntenteTable *table, char *text, guint note)
{
  append_cell (table, text)->note = note;
}

void
entente_table_add_number (EntenteTable *table, guint number, guint32 row)
{
  EntenteCell *cell = append_cell (table, g_strdup_printf ("%u", number));

  cell->number = number;
  cell->row = row;
}

guint
entente_table_get_n_rows (const EntenteTable *table)
{
  return table->cells->len / table->n_columns;
}

const EntenteCell *
entente_table_get_cell (const EntenteTable *table, guint row, guint column)
{
  return g_ptr_array_index (table->cells, row * table->n_columns + column);
}
