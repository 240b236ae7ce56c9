/* Rows of tables on pages: made alike for setting and for painting. */

#include "config.h"

#include "entente-pages-private.h"

#define COLUMN_GAP 9.0

static EntenteType
get_cell_type (const EntenteTable *table, guint row, guint column)
{
  gboolean is_term = table->columns[0].head == NULL && column == 0;

  return row == G_MAXUINT || is_term ? ENTENTE_TYPE_STRONG : ENTENTE_TYPE_FACTS;
}

/* Width of a column with the gap behind it. That of numbers is as wide as they need; the others
 * share what is left as they would share the whole. */
static double
get_column_width (const EntentePages *pages, const EntenteTable *table, guint column)
{
  double share = table->columns[0].share;
  double first = share * pages->column_pt;
  double digits = 0;
  guint last = entente_table_get_n_rows (table);
  const EntenteCell *cell = last > 0 ? entente_table_get_cell (table, last - 1, 0) : NULL;

  for (guint number = cell != NULL ? cell->number : 0; number > 0; number /= 10)
    digits += pages->measures.digit;
  first = MAX (first, digits + COLUMN_GAP);
  if (column == 0)
    return first;
  return table->columns[column].share / (1 - share) * (pages->column_pt - first);
}

static PangoLayout *
make_cell (const EntentePages *pages, const EntenteTable *table, guint row, guint column)
{
  const EntenteCell *cell = row != G_MAXUINT ? entente_table_get_cell (table, row, column) : NULL;

  return entente_pages_make_noted (pages,
                                   get_cell_type (table, row, column),
                                   cell != NULL ? cell->text : table->columns[column].head,
                                   cell != NULL ? cell->note : 0,
                                   MAX (12, get_column_width (pages, table, column) - COLUMN_GAP),
                                   row != G_MAXUINT);
}

PangoLayout *
entente_pages_make_longest_cell (const EntentePages *pages, const EntenteTable *table, guint row)
{
  PangoLayout *longest = make_cell (pages, table, row, 0);

  for (guint column = 1; column < table->n_columns; column++) {
    g_autoptr (PangoLayout) layout = make_cell (pages, table, row, column);

    if (entente_layout_get_n_lines (layout) > entente_layout_get_n_lines (longest))
      g_set_object (&longest, layout);
  }
  return longest;
}

double
entente_pages_get_row_height (const EntentePages *pages,
                              const EntenteTable *table,
                              guint row,
                              guint first_line,
                              guint n_lines)
{
  double height = 0;

  for (guint column = 0; column < table->n_columns; column++) {
    g_autoptr (PangoLayout) layout = make_cell (pages, table, row, column);

    height = MAX (height, entente_layout_get_lines_height (layout, first_line, n_lines));
  }
  return height + 2 * ENTENTE_ROW_PAD;
}

/* A cell is the mark of the note that it is the first to mention, and leads to any note. */
static void
paint_cell (const EntentePages *pages,
            const EntenteTable *table,
            const EntenteItem *item,
            guint column,
            double x,
            cairo_t *cr)
{
  guint row = item->type == ENTENTE_ITEM_ROW ? item->row : G_MAXUINT;
  const EntenteCell *cell = row != G_MAXUINT ? entente_table_get_cell (table, row, column) : NULL;
  g_autoptr (PangoLayout) layout = make_cell (pages, table, row, column);
  guint note = cell != NULL && item->first_line == 0 ? cell->note : 0;

  entente_pages_begin_mark (cr, note, cell != NULL && cell->is_first);
  entente_pages_paint_lines (pages,
                             cr,
                             layout,
                             get_cell_type (table, row, column),
                             x,
                             item->y + ENTENTE_ROW_PAD,
                             item->first_line,
                             item->n_lines);
  entente_pages_end_mark (cr, note, cell != NULL && cell->is_first);
}

void
entente_pages_paint_row (const EntentePages *pages,
                         const EntenteTable *table,
                         const EntenteItem *item,
                         cairo_t *cr)
{
  double x = entente_pages_get_column_x (pages, item->column);
  gboolean is_head = item->type == ENTENTE_ITEM_TABLE_HEAD;

  if (is_head)
    entente_pages_paint_rule (pages, cr, x, item->y + item->height, pages->column_pt, 0.9, 0);
  else if (item->row > 0 || table->columns[0].head == NULL)
    entente_pages_paint_rule (pages, cr, x, item->y, pages->column_pt, 0.5, 0.7);
  for (guint column = 0; column < table->n_columns; column++) {
    paint_cell (pages, table, item, column, x, cr);
    x += get_column_width (pages, table, column);
  }
}
