/* EntenteRelations: who made how many moves towards whom, among some rows of a chronicle.
 *
 * A move counts once for each pair of one who initiates and one who is addressed or invited. With
 * members a body stands for all who belonged to it at the date of the move, and has their place:
 * those who then belong to nobody, and bodies, are the parties. What is counted for a pair is what
 * a filter between the two, from the first to the second, finds among the rows; towards itself,
 * what one by and to it finds. Immutable; reference counted; any thread.
 */
#pragma once

#include "entente-bitset.h"
#include "entente-chronicle.h"
#include "entente-tenor.h"

G_BEGIN_DECLS

/* Moves of one party towards another, at least one. */
typedef struct {
  guint32 from, to; /* indexes of actors */
  guint total;
  guint counts[ENTENTE_N_TENORS]; /* by EntenteTenor; their sum is `total` */
} EntenteDyad;

typedef struct {
  guint32 actor; /* index */
  guint n_made; /* moves towards anybody, each once */
  guint n_received;
  guint n; /* moves made or received, each once */
} EntenteParty;

typedef struct _EntenteRelations EntenteRelations;

/* NULL only when @cancelled (an atomic flag, may be NULL) became TRUE. @members, @surely: as in an
 * EntenteQuery. */
EntenteRelations *entente_relations_new (const EntenteChronicle *chronicle,
                                         const EntenteBitset *rows,
                                         gboolean members,
                                         gboolean surely,
                                         const gboolean *cancelled);
EntenteRelations *entente_relations_ref (const EntenteRelations *relations);
void entente_relations_unref (EntenteRelations *relations);

/* Rows looked at, and how many of them go from one party to another. */
guint entente_relations_get_n_rows (const EntenteRelations *relations);
guint entente_relations_get_n_directed (const EntenteRelations *relations);
/* Borrowed; by rising from, then to. */
const EntenteDyad *entente_relations_get_dyads (const EntenteRelations *relations, guint *n);
/* The pair with most moves but @i (from 0); those with as many by rising from, then to. */
const EntenteDyad *entente_relations_get_busiest (const EntenteRelations *relations, guint i);
/* NULL when there is no move. */
const EntenteDyad *entente_relations_find (const EntenteRelations *relations,
                                           guint32 from,
                                           guint32 to);
/* Those with the most moves first, then by rising index. Borrowed. */
const EntenteParty *entente_relations_get_parties (const EntenteRelations *relations, guint *n);
/* NULL for an actor that is no party. */
const EntenteParty *entente_relations_find_party (const EntenteRelations *relations, guint32 actor);

/* "Taliban towards United States: 12 moves, 8 cooperative, 3 conflictual, 1 other". @dyad may be
 * NULL: no move. Free. */
char *entente_relations_describe (const EntenteChronicle *chronicle,
                                  guint32 from,
                                  guint32 to,
                                  const EntenteDyad *dyad);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteRelations, entente_relations_unref)

G_END_DECLS
