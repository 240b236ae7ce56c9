/* The live counts of rounds, as EntenteFacets understands them: with this round in place of those
 * chosen. Private to this layer; any thread. */
#pragma once

#include "entente-matcher.h"

G_BEGIN_DECLS

/* Fills in, by index of entente_rounds_get() and behind the last one for "no round", the events
 * that match and all events (0 before).
 * @n_passing: rows of the chronicle that fail nothing, or only what is asked of rounds. */
void entente_round_counts_fill (const EntenteMatcher *matcher,
                                guint n_passing,
                                guint32 *counts,
                                guint32 *totals);

G_END_DECLS
