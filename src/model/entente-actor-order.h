/* In which order the actors of a study are listed. Pure; any thread. */
#pragma once

#include "entente-chronicle.h"

G_BEGIN_DECLS

/* What decides first; between equals the number of events, highest first, and then the name. By
 * name nothing else decides. */
typedef enum {
  ENTENTE_ACTORS_BY_HAND, /* in the order of lanes that a person gave; those without one behind */
  ENTENTE_ACTORS_BY_COUNT,
  ENTENTE_ACTORS_BY_NAME,
  ENTENTE_ACTORS_BY_FIRST_MOVE, /* in a matching role; those without one behind */
  ENTENTE_N_ACTOR_ORDERS
} EntenteActorOrder;

/* Indexes (guint32) of all actors. Free. */
GArray *entente_actor_order_new (const EntenteChronicle *chronicle, EntenteActorOrder order);

G_END_DECLS
