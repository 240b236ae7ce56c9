/* EntenteListing: records as rows of a table: which columns each list of a study has, and a row as
 * CSV.
 *
 * The cells are read out of the JSON of a record (entente-study-json.h), so that table, CSV and
 * JSON never tell different things. Pure.
 */
#pragma once

#include "entente-events-csv.h"
#include "entente-record-json.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_LIST_EVENTS,
  ENTENTE_LIST_ACTORS,
  ENTENTE_LIST_ARTICLES,
  ENTENTE_LIST_CLAIMS,
  ENTENTE_LIST_LINKS,
  ENTENTE_LIST_ANSWERS,
  ENTENTE_LIST_QUESTIONS,
  ENTENTE_LIST_KINDS,
  ENTENTE_LIST_REPRINTS,
  ENTENTE_LIST_LEARNT,
  ENTENTE_LIST_VIEWS,
  ENTENTE_LIST_POSITIONS,
  ENTENTE_LIST_TURNING_POINTS,
  ENTENTE_N_LISTINGS
} EntenteListing;

/* "events", "actors" … */
const char *entente_listing_get_name (EntenteListing listing);
gboolean entente_listing_parse (const char *name, EntenteListing *listing);
guint entente_listing_get_n_columns (EntenteListing listing);
/* How many of the columns, from the first, are enough for a person who looks over the list. */
guint entente_listing_get_n_main (EntenteListing listing);
const char *entente_listing_get_column (EntenteListing listing, guint column);
/* Text of a cell, never NULL. Free. */
char *entente_listing_get_cell (EntenteListing listing, guint column, json_t *record);

/* The same by a path: "a.b" goes into an object; an array of objects is written with one of their
 * members each, "participants:actor", or only of those with one role,
 * "participants:actor=initiator"; "claims#" is the number of entries. Free. */
char *entente_listing_read (json_t *record, const char *path);

/* Line of CSV (RFC 4180, with CRLF) with the names of the columns, or with the cells of a record.
 */
void entente_listing_append_csv_header (EntenteListing listing, GString *line);
void entente_listing_append_csv_row (EntenteListing listing,
                                     EntenteCsvFlavour flavour,
                                     json_t *record,
                                     GString *line);

G_END_DECLS
