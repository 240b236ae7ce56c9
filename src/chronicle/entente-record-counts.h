/* EntenteRecordCounts: in how many moves the records of a study stand: of those that the filter
 * lets through, and of all. Pure; any thread; immutable. */
#pragma once

#include "entente-bitset.h"
#include "entente-chronicle.h"

G_BEGIN_DECLS

typedef struct {
  guint n; /* moves of the filter */
  guint total;
} EntenteRecordCount;

/* Of each track, place or issue by index; a place and an issue count with all below them, a move
 * once. @filtered may be NULL: all. NULL only when @cancelled (an atomic flag, may be NULL) became
 * TRUE. Free. */
EntenteRecordCount *entente_record_counts_new (const EntenteChronicle *chronicle,
                                               EntenteEntity entity,
                                               const EntenteBitset *filtered,
                                               const gboolean *cancelled);
/* Of the moves that lie possibly within [@span.start, @span.end). */
EntenteRecordCount entente_record_counts_within (const EntenteChronicle *chronicle,
                                                 EntenteSpan span,
                                                 const EntenteBitset *filtered);
/* Of some rows (guint32). */
EntenteRecordCount entente_record_counts_rows (const GArray *rows, const EntenteBitset *filtered);

G_END_DECLS
