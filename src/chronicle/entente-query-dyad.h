/* EntenteQueryDyad: a filter narrowed to the moves between two actors, and what was asked of actors
 * before. Pure; any thread. */
#pragma once

#include "entente-query.h"

G_BEGIN_DECLS

typedef struct {
  EntenteId from, to; /* the same: moves of its members towards each other; @to none: all moves that
                         @from makes */
  gboolean both; /* from the second towards the first, and joint moves, too */
} EntenteDyadChoice;

/* @query for the moves of the dyad alone: between the two, which takes the place of what was asked
 * of actors; where that asked for something else than these two, it stays, and the first must
 * initiate what is addressed to the second. The caller's. */
EntenteQuery *entente_query_with_dyad (const EntenteQuery *query, const EntenteDyadChoice *dyad);
/* @query, with what @actors asks of actors instead. The caller's. */
EntenteQuery *entente_query_with_actors_of (const EntenteQuery *query, const EntenteQuery *actors);

G_END_DECLS
