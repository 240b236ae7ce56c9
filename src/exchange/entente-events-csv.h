/* Writes events as a table (CSV, RFC 4180). Flavour "spreadsheet" may be opened by a spreadsheet
 * without harm: a cell that it would take for a formula gets an apostrophe in front. Flavour
 * "exact" gives every cell as it is and can be read again (profile plain). Rows come by a callback,
 * so whoever has the events need not know this file. */
#pragma once

#include "entente-date.h"
#include "entente-export.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_CSV_SPREADSHEET, /* byte order mark, CRLF, no formulas */
  ENTENTE_CSV_EXACT, /* LF, nothing added */
} EntenteCsvFlavour;

/* Borrowed until the next call; NULL strings are empty cells. Several actors stand in one cell,
 * separated by "; ". */
typedef struct {
  EntenteId id;
  const EntenteDate *when; /* or NULL */
  const char *kind; /* id of a kind */
  const char *title;
  const char *source; /* initiators */
  const char *target; /* addressees */
  const char *participants; /* all others with their roles: "Qatar (host)" */
  const char *place;
  const char *track;
  const char *judgement; /* nick */
  const char *evidence; /* nick */
  const char *articles;
  const char *note; /* the summary */
} EntenteEventsCsvRow;

/* Fills @row with the next event; FALSE at the end. */
typedef gboolean (*EntenteEventsCsvNext) (gpointer data, EntenteEventsCsvRow *row);

/* FALSE after an error of writing, which entente_export_commit() reports. */
gboolean entente_events_csv_write (EntenteExport *output,
                                   EntenteCsvFlavour flavour,
                                   EntenteEventsCsvNext next,
                                   gpointer data);
/* Appends one cell, quoted where needed and made harmless in the flavour "spreadsheet". */
void entente_csv_append_cell (GString *row, EntenteCsvFlavour flavour, const char *text);

G_END_DECLS
