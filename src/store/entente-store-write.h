/* What the ways of writing have in common. Worker thread. */
#pragma once

#include "entente-store-private.h"
#include "entente-transaction.h"

G_BEGIN_DECLS

char *entente_store_dup_coder (EntenteStore *store);
/* Writes the row of the journal, reads off the changeset what changed, commits. */
EntenteChangeSet *entente_store_finish_step (EntenteStore *store,
                                             EntenteTransaction *transaction,
                                             const EntenteJournalRow *row,
                                             GError **error);
/* Was it the index of words that made the last call fail? */
gboolean entente_store_is_index_broken (EntenteStore *store, const GError *error);
/* The index of words anew, in a transaction of its own. */
gboolean entente_store_rebuild_index (EntenteStore *store, GError **error);

G_END_DECLS
