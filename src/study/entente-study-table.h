/* Records as rows of a table: which columns each list of a study has, and a row as CSV.
 *
 * The cells are read out of the JSON of a record (entente-study-json.h), so that table, CSV and JSON
 * never tell different things. Pure.
 */
#pragma once

#include "entente-record-json.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_TABLE_EVENTS,
  ENTENTE_TABLE_ACTORS,
  ENTENTE_TABLE_ARTICLES,
  ENTENTE_TABLE_CLAIMS,
  ENTENTE_TABLE_LINKS,
  ENTENTE_TABLE_QUESTIONS,
  ENTENTE_TABLE_KINDS,
  ENTENTE_N_TABLES
} EntenteTable;

/* How CSV treats a cell that a spreadsheet would take for a formula. */
typedef enum {
  ENTENTE_CSV_SPREADSHEET, /* a quote before it keeps it text */
  ENTENTE_CSV_EXACT, /* left as it is: reads back the same */
} EntenteCsvFlavour;

/* "events", "actors" … */
const char *entente_table_get_name (EntenteTable table);
gboolean entente_table_parse (const char *name, EntenteTable *table);
guint entente_table_get_n_columns (EntenteTable table);
const char *entente_table_get_column (EntenteTable table, guint column);
/* Text of a cell, never NULL. Free. */
char *entente_table_get_cell (EntenteTable table, guint column, json_t *record);

/* Line of CSV (RFC 4180, with CRLF) with the names of the columns, or with the cells of a record. */
void entente_table_append_csv_header (EntenteTable table, GString *line);
void entente_table_append_csv_row (EntenteTable table,
                                   EntenteCsvFlavour flavour,
                                   json_t *record,
                                   GString *line);

G_END_DECLS
