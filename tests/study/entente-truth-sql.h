/* Filters as plain SQL over the stored rows of a study, written from what a filter means and
 * without a look at the matcher: what a matcher must equal. */
#pragma once

#include "entente-facets.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* A connection of its own to a file that nobody else has open, with what the statements below need.
 * Close with sqlite3_close(). */
sqlite3 *entente_truth_open (const char *path);
/* What is derived of events, which has tests of its own. */
void entente_truth_add_derived (sqlite3 *handle, const EntenteChronicle *chronicle);

/* Of an event "e": nothing is known of when it was. */
#define ENTENTE_TRUTH_UNBOUND                                                                      \
  "(coalesce(e.when_earliest_start,e.when_latest_start,e.when_earliest_end,e.when_latest_end) IS " \
  "NULL)"

/* The condition on an event "e" that @query makes. Free. */
char *entente_truth_write (const EntenteQuery *query);
/* The condition that one of the actors, numbers after commas, takes part as @query understands
 * that. Free. */
char *entente_truth_write_takes_part (const EntenteQuery *query, const char *ids);
/* Ids of the events for which @condition holds, and their number. Free. */
GHashTable *entente_truth_select (sqlite3 *handle, const char *condition);
guint entente_truth_count (sqlite3 *handle, const char *condition);

/* ---- entente-truth-values.c ---- */

/* The condition that an event has this value, with the roles and members of @query. Free. */
char *entente_truth_write_value (const EntenteQuery *query,
                                 const EntenteChronicle *chronicle,
                                 EntenteFacet facet,
                                 guint value);
/* The condition under which an event counts for this value beside @query: the value replaces what
 * its criterion asks, or joins it. Free. */
char *entente_truth_write_count (const EntenteQuery *query,
                                 const EntenteChronicle *chronicle,
                                 EntenteFacet facet,
                                 guint value);

G_END_DECLS
