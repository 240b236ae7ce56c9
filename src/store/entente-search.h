/* The index of words. */
#pragma once

#include "entente-search-index.h"

G_BEGIN_DECLS

/* Makes the TEMP triggers that keep the index, and builds it anew when the last writer did not keep
 * it. Never fails an opening: an index that cannot be built now is built by the next edit. */
gboolean entente_search_attach (EntenteDb *db, GError **error);
/* Within a write transaction: an index that a stranger left behind is built anew, and the file is
 * marked as written by one who keeps it. */
gboolean entente_search_prepare_write (EntenteDb *db, GError **error);
/* Has somebody written who does not keep the index? FALSE too where that cannot be read. */
gboolean entente_search_is_stale (EntenteDb *db);
/* Where words can be searched completely: @db, or, when its index is stale and cannot be mended in
 * the file, a copy in memory with an index of its own. Borrowed, until the next call. Takes as much
 * memory as the file is long. */
EntenteDb *entente_search_get_whole (EntenteDb *db, GError **error);
/* The second half of it alone, for a file whose index is known to be right. */
gboolean entente_search_mark_kept (EntenteDb *db, GError **error);
/* Gives the index up until the next opening: edits go on without it. */
gboolean entente_search_detach (EntenteDb *db, GError **error);
/* Ids of events, rising; of articles, best first. */
GArray *entente_search_find_events (EntenteDb *db, const char *words, GError **error);
GArray *entente_search_find_articles (EntenteDb *db,
                                      const char *words,
                                      guint limit,
                                      GError **error);

G_END_DECLS
