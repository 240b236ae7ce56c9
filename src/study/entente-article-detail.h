/* Reading the details of articles on the store's worker; private to study. */
#pragma once

#include "entente-study.h"

G_BEGIN_DECLS

/* The newest text of an article; NULL without an error when it has none. */
EntenteRevision *entente_store_get_newest_revision (EntenteStore *store,
                                                    EntenteId article,
                                                    GError **error);

/* An article as it is recorded, with its newest text. */
EntenteArticleDetail *entente_store_read_article (EntenteStore *store,
                                                  EntenteId id,
                                                  GError **error);

G_END_DECLS
