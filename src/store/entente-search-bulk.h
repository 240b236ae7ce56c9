/* EntenteSearchBulk: keeping the index during an import. */
#pragma once

#include "entente-search-index.h"

G_BEGIN_DECLS

typedef struct _EntenteSearchBulk EntenteSearchBulk;

/* Within the transaction of the import. A rollback undoes all of it. */
EntenteSearchBulk *entente_search_bulk_new (EntenteDb *db);
void entente_search_bulk_free (EntenteSearchBulk *bulk);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteSearchBulk, entente_search_bulk_free)

/* After each inserted record. */
gboolean entente_search_bulk_add (EntenteSearchBulk *bulk,
                                  EntenteEntity entity,
                                  EntenteId id,
                                  GError **error);
/* At the end, until *@done: indexes some of what waits. */
gboolean entente_search_bulk_finish (EntenteSearchBulk *bulk, gboolean *done, GError **error);

G_END_DECLS
