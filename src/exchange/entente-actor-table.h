/* Tables of actors (CSV, TSV), as drafts: one row an actor, or one of the things that it belonged
 * to.
 *
 * Columns are found by the names of the header, or by a map
 * "name=1,kind=2,aliases=3,parent=4,role=5,from=6,to=7" (columns from 1, or names of the header):
 * name, kind, aliases (separated by "|" or ";"), label, wikidata, iso3166, cameo, colour, grade,
 * pseudonym, note, parent, role, from, to, evidence, certainty. Rows with one name are one actor.
 * Kinds and certainties are words of the vocabulary; without a kind it is guessed from the name.
 * Dates are those of entente-table-date.h. A row that cannot be read is left out, with a sentence.
 * Any thread.
 */
#pragma once

#include "entente-actor-draft.h"

G_BEGIN_DECLS

/* INVALID when the file has no column of names, or the map does not fit. */
EntenteActorDrafts *entente_actor_table_read (GFile *file,
                                              const char *map,
                                              GCancellable *cancellable,
                                              GError **error);

G_END_DECLS
