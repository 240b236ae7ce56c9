/* EntenteEventTable: reads a table of events (CSV or TSV) row by row into records, in constant
 * memory.
 *
 * Separator, quoting and header are found out; a profile or a map says which column is what. An
 * actor or place is made once per name (exact after folding, looked up in the registry that the
 * caller gives first). Kinds come by `cameo_in` from the CAMEO code, else from a kind's id. A bad
 * row ends the import with INVALID naming file, line and mend, unless someone wants to be told of
 * those and have the rest. One thread at a time.
 */
#pragma once

#include "entente-actor.h"
#include "entente-error.h"
#include "entente-event.h"
#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _EntenteEventTable EntenteEventTable;
typedef void (*EntenteSkipped) (const char *sentence, gpointer data);

/* @profile: "icews" (date, source, label, target, code by header name or, without a known header,
 * in this order), "plain" (date,source,kind,target,title…), "gdelt" (with or without header),
 * "acled", "ucdp" (peace agreements or single events), "pax"; NULL finds it out from the header.
 * @map: "date=1,source=2,kind=3,target=4,code=5,title=..,end=..,place=..,note=.." (1-based columns,
 * or header names) or NULL. With a map, only the columns that it names count; "kind=statement" with
 * the id of a kind, where no column bears that name, gives it to all rows.
 *
 * Kind: the code's; without a code, the kind cell as an id, as a CAMEO code, as a name of a kind.
 * Title: the title cell, else the words of the kind cell, else the name of the kind. "NA" is an
 * empty cell in the profile icews; in plain, "A; B" are two actors. Dates: EDTF and what
 * entente-table-date.h lists; with a map, "500" is a year. Kinds of new actors:
 * entente_actor_guess_kind(). */
EntenteEventTable *entente_event_table_open (GFile *file,
                                             const char *profile,
                                             const char *map,
                                             GError **error);
void entente_event_table_free (EntenteEventTable *table);
/* From now on a row that cannot be read is told to @skipped, as a sentence, and left out. */
void entente_event_table_set_skipped (EntenteEventTable *table,
                                      EntenteSkipped skipped,
                                      gpointer data);
/* Names that exist already: @name stands for @actor (names are folded here). */
void entente_event_table_add_known_actor (EntenteEventTable *table,
                                          const char *name,
                                          EntenteId actor);
/* The same for a place. */
void entente_event_table_add_known_place (EntenteEventTable *table,
                                          const char *name,
                                          EntenteId place);
/* Next record to insert (an actor, place, event or participation with ids), owned by the caller;
 * NULL at the end or on error. The @data of entente_store_import(). Records come so that each
 * refers only to earlier ones. */
gpointer entente_event_table_next (gpointer table, GError **error);
gint64 entente_event_table_get_n_events (EntenteEventTable *table);
/* Bytes read, and size of the file (0 when unknown), for progress. */
gint64 entente_event_table_get_position (EntenteEventTable *table, gint64 *size);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteEventTable, entente_event_table_free)

G_END_DECLS
