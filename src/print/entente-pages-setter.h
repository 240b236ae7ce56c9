/* Setting: which item of a document stands on which page, and where. Private to the pages. */
#pragma once

#include "entente-pages-private.h"

G_BEGIN_DECLS

/* Fills the pages, whose measures are known. FALSE with an error only when cancelled. */
gboolean entente_pages_set (EntentePages *pages, GCancellable *cancellable, GError **error);

G_END_DECLS
