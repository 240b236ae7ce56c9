/* How the list of events tells what changed; nobody else includes this. */
#pragma once

#include "entente-bitset.h"
#include "entente-chronicle.h"

G_BEGIN_DECLS

/* Rows of a chronicle in an order; all borrowed. */
typedef struct {
  const EntenteChronicle *chronicle;
  const EntenteBitset *rows;
  const guint32 *sorted; /* or NULL */
  guint n;
} EntenteEventRows;

typedef struct {
  guint position, removed,
    added; /* as GListModel::items-changed has them; of no change nothing is removed or added */
} EntenteEventSplice;

/* The one splice that makes @after of @before; events are the same by id. */
EntenteEventSplice entente_event_rows_compare (const EntenteEventRows *before,
                                               const EntenteEventRows *after);

G_END_DECLS
