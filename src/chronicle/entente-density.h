/* EntenteDensity: how many events fall into each of equal slices of time. Counts an event where its glyph stands
 * (entente_chronicle_get_place). Safe in any thread. */
#pragma once

#include "entente-bitset.h"
#include "entente-chronicle.h"

G_BEGIN_DECLS

/* Fills @counts (n_bins numbers) for rows of @rows (NULL: all) in [span.start, span.end). With @actor not
 * ENTENTE_NO_INDEX only rows in which it takes part in a matching role. Time by binary search and one pass over the
 * rows in the span. */
void entente_density_count (const EntenteChronicle *chronicle,
                            const EntenteBitset *rows,
                            guint32 actor,
                            EntenteSpan span,
                            guint n_bins,
                            guint *counts);

G_END_DECLS
