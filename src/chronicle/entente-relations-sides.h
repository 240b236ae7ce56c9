/* EntenteRelationsSides: for which parties the participants of a move stand: with members, the
 * bodies at their top at the date of the move.
 *
 * Private to this layer; one thread.
 */
#pragma once

#include "entente-chronicle-private.h"

G_BEGIN_DECLS

typedef struct {
  const EntenteChronicle *chronicle;
  gboolean members, surely;
  guint8 *is_party; /* by actor */
  GArray *from, *to; /* EntenteRelationsEnd: of the move looked at */
} EntenteRelationsSides;

/* A party, and the participant by whom it is there. */
typedef struct {
  guint32 party;
  guint32 actor;
} EntenteRelationsEnd;

void entente_relations_sides_init (EntenteRelationsSides *sides,
                                   const EntenteChronicle *chronicle,
                                   gboolean members,
                                   gboolean surely);
void entente_relations_sides_clear (EntenteRelationsSides *sides);
/* Marks the parties of a move; to be done for all moves before any is looked at. */
void entente_relations_sides_mark (EntenteRelationsSides *sides,
                                   const EntenteBlock *block,
                                   guint i);
/* Fills `from` and `to`. */
void entente_relations_sides_look (EntenteRelationsSides *sides,
                                   const EntenteBlock *block,
                                   guint i);

G_END_DECLS
