/* EntenteFacets: the live counts beside each value of each criterion.
 *
 * n = events that would match with this value alone in its criterion; for actors under ALL, and
 * under BETWEEN while one is missing, with this actor besides those chosen; under NONE, and BETWEEN
 * two, events that match and in which it takes part. Of records (track, place …) under ALL with
 * this value besides those chosen; under NONE those that pass all other criteria and have it. N =
 * events of the study with this value. Immutable; safe in any thread.
 */
#pragma once

#include "entente-query.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_FACET_ACTOR, /* values are indexes of actors */
  ENTENTE_FACET_KIND, /* kind index */
  ENTENTE_FACET_GROUP,
  ENTENTE_FACET_EVIDENCE,
  ENTENTE_FACET_JUDGEMENT,
  ENTENTE_FACET_MODE,
  ENTENTE_FACET_STATUS,
  ENTENTE_FACET_MEDIUM,
  ENTENTE_FACET_ANSWERED,
  ENTENTE_FACET_DATED, /* 0 dated, 1 undated */
  ENTENTE_FACET_ROUND, /* indexes of entente_rounds_get(), and behind the last one "none" */
  ENTENTE_FACET_TRACK, /* from here in the order of EntenteListed: indexes, and behind the last one
                          "none" */
  ENTENTE_FACET_PLACE,
  ENTENTE_FACET_ISSUE,
  ENTENTE_FACET_ARTICLE,
  ENTENTE_FACET_OUTLET,
  ENTENTE_FACET_SPEAKER,
  ENTENTE_N_FACETS
  /* Behind these the user's own fields, as EntenteOwnFields numbers them: ENTENTE_N_FACETS + index.
   * Their values are indexes too, and behind the last one "none". */
} EntenteFacet;

typedef struct _EntenteFacets EntenteFacets;

/* NULL only when cancelled. */
EntenteFacets *entente_facets_new (const EntenteChronicle *chronicle,
                                   const EntenteQuery *query,
                                   const EntenteBitset *words,
                                   const gboolean *cancelled);
EntenteFacets *entente_facets_ref (const EntenteFacets *facets);
void entente_facets_unref (EntenteFacets *facets);
/* Number of events that match the whole query, and of all events. */
guint entente_facets_get_matched (const EntenteFacets *facets);
/* Number of events that match when the time of the query means possibly, or surely, within; without
 * a time all that match. */
guint entente_facets_get_within (const EntenteFacets *facets, gboolean surely);
guint entente_facets_get_total (const EntenteFacets *facets);
guint entente_facets_get_n_values (const EntenteFacets *facets, EntenteFacet facet);
guint entente_facets_get_count (const EntenteFacets *facets, EntenteFacet facet, guint value);
guint entente_facets_get_total_count (const EntenteFacets *facets, EntenteFacet facet, guint value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteFacets, entente_facets_unref)

G_END_DECLS
