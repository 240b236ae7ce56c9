/* EntenteTable: rows of short texts under heads, or terms with what is said of them, in a document.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  const char *head; /* in the user's language, not copied; NULL in a list of definitions */
  double share; /* of the width; those of a table add up to 1 */
} EntenteColumn;

typedef struct {
  char *text;
  guint note; /* number of its note, 0 for none */
  gboolean is_first; /* the first to mention that note; set when a document takes the table */
  guint number; /* of a move, in the cell that tells it; 0 for none */
  guint32 row; /* of the chronicle, of that move */
} EntenteCell;

typedef struct {
  EntenteColumn *columns;
  guint n_columns;
  GPtrArray *cells; /* EntenteCell, row by row */
} EntenteTable;

EntenteTable *entente_table_new (const EntenteColumn *columns, guint n_columns);
/* Terms in the first of two columns. */
EntenteTable *entente_table_new_definitions (void);
void entente_table_free (EntenteTable *table);
/* Appends a cell; the text is taken over. */
void entente_table_take (EntenteTable *table, char *text, guint note);
/* Appends the number of a move. */
void entente_table_add_number (EntenteTable *table, guint number, guint32 row);
guint entente_table_get_n_rows (const EntenteTable *table);
const EntenteCell *entente_table_get_cell (const EntenteTable *table, guint row, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteTable, entente_table_free)

G_END_DECLS
