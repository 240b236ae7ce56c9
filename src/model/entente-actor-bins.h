/* EntenteActorBins: for every actor, how its moves spread over the time of the study: what a
 * sparkline draws. Counts an event where its glyph stands, once for each actor in a matching role.
 * Immutable; any thread. */
#pragma once

#include "entente-bitset.h"
#include "entente-chronicle.h"

G_BEGIN_DECLS

#define ENTENTE_ACTOR_BINS 12

typedef struct {
  guint n_actors;
  guint counts[]; /* ENTENTE_ACTOR_BINS for each actor */
} EntenteActorBins;

/* @rows NULL: all. Free with g_free. One pass over the rows. */
EntenteActorBins *entente_actor_bins_new (const EntenteChronicle *chronicle,
                                          const EntenteBitset *rows);

G_END_DECLS
