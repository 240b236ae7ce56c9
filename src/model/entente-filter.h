/* EntenteFilter: the query of a session and what passes it.
 *
 * Runs the matcher over the chronicle: at once in a small study, in a thread in a big one; the
 * counts of the facets follow. Late answers are dropped. When the chronicle changes the matching is
 * done again at once, so the rows always belong to the chronicle that the study has now. Main
 * thread.
 */
#pragma once

#include "entente-facets.h"
#include "entente-study.h"

G_BEGIN_DECLS

#define ENTENTE_TYPE_FILTER (entente_filter_get_type ())
G_DECLARE_FINAL_TYPE (EntenteFilter, entente_filter, ENTENTE, FILTER, GObject)

/* Studies up to this many events are matched and counted without a thread. */
#define ENTENTE_FILTER_IMMEDIATE_ROWS 8192

/* Signals: "query-changed", "filtered-changed", "facets-changed" (), "failed" (char *sentence): the
 * search for words failed; the rows are those without words. */
EntenteFilter *entente_filter_new (EntenteStudy *study);
const EntenteQuery *entente_filter_get_query (EntenteFilter *filter);
void entente_filter_set_query (EntenteFilter *filter, const EntenteQuery *query);
/* What @whole, a filter of the same study, leaves out passes, instead of what the query says; NULL:
 * what the query says again. References. */
void entente_filter_set_rest_of (EntenteFilter *filter, EntenteFilter *whole);
const EntenteBitset *entente_filter_get_filtered (EntenteFilter *filter);
/* NULL until the counts of the present chronicle are there. */
const EntenteFacets *entente_filter_get_facets (EntenteFilter *filter);
/* Events that a filter in time cannot judge; 0 without one. */
guint entente_filter_count_undated (EntenteFilter *filter);

G_END_DECLS
