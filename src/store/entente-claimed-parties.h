/* EntenteClaimedParties: who took part as claims say it, of many claims at once. Most studies have
 * few of them, so they are read before the claims and looked up. Worker thread. */
#pragma once

#include "entente-db.h"

G_BEGIN_DECLS

typedef struct {
  GArray *who, *to; /* EntenteId of actors, in order; NULL when there is none */
} EntenteClaimedParties;

/* By the id of the claim (EntenteId). Of all claims, or of those of @event; NULL on error. */
GHashTable *entente_claimed_parties_read (EntenteDb *db, EntenteId event, GError **error);

G_END_DECLS
