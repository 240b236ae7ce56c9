/* EntenteActorParents: under which bodies each actor stands in a tree, whenever it belonged to
 * them.
 *
 * An affiliation that would close a circle is left out, and whoever would stand more than
 * ENTENTE_MAX_BODIES deep stands at the top again: who walks up or down may do so by recursion,
 * whatever a stranger's study says. What time does to affiliations is the chronicle's
 * (entente_chronicle_stands_for). Immutable; any thread. */
#pragma once

#include "entente-chronicle.h"

G_BEGIN_DECLS

#define ENTENTE_MAX_BODIES 64

typedef struct _EntenteActorParents EntenteActorParents;

EntenteActorParents *entente_actor_parents_new (const EntenteChronicle *chronicle);
void entente_actor_parents_free (EntenteActorParents *parents);
/* Indexes of actors, each once, in order of the affiliations. Borrowed. */
const guint32 *entente_actor_parents_get (const EntenteActorParents *parents,
                                          guint32 actor,
                                          guint *n);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteActorParents, entente_actor_parents_free)

G_END_DECLS
