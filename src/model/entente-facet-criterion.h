/* Where a facet's values are in a query, and how one is switched; the user's own fields are facets
 * from ENTENTE_N_FACETS on. Pure functions; main thread. */
#pragma once

#include "entente-facets.h"

G_BEGIN_DECLS

/* Number of values in a vocabulary or registry; of a registry the last one stands for "none". */
guint entente_facet_criterion_count (EntenteFacet facet, const EntenteChronicle *chronicle);
/* The record that @value stands for; ENTENTE_ID_NONE for a value of a vocabulary. */
EntenteId entente_facet_criterion_get_id (EntenteFacet facet,
                                          const EntenteChronicle *chronicle,
                                          guint value);
/* Does the value stand for having none of a registry, or for an own field that is not filled in? */
gboolean entente_facet_criterion_is_none (EntenteFacet facet,
                                          const EntenteChronicle *chronicle,
                                          guint value);
/* How a value of one of the user's own fields is shown: "Yes" and "No" in the user's language, else
 * as it is. Borrowed. */
const char *entente_own_value_get_label (const EntenteField *field, const char *value);
/* Name of a value in the user's language; borrowed. Of a round only its kind, for its title is the
 * study's. */
const char *entente_facet_criterion_get_label (EntenteFacet facet,
                                               const EntenteChronicle *chronicle,
                                               guint value);
gboolean entente_facet_criterion_is_restricted (EntenteFacet facet,
                                                const EntenteQuery *query,
                                                const EntenteChronicle *chronicle);
/* Does the query name this value? */
gboolean entente_facet_criterion_names (EntenteFacet facet,
                                        const EntenteQuery *query,
                                        const EntenteChronicle *chronicle,
                                        guint value);
/* Are the values records, of which an event may have none? */
gboolean entente_facet_criterion_is_registry (EntenteFacet facet);
/* Can all or none of the values be asked for? Not of rounds: any of them, and those left out are
 * unchecked. */
gboolean entente_facet_criterion_has_match (EntenteFacet facet);
/* May an event have several of them? */
gboolean entente_facet_criterion_has_several (EntenteFacet facet);
/* ANY, ALL or NONE of the values named; ANY for a vocabulary. */
EntenteMatch entente_facet_criterion_get_match (EntenteFacet facet,
                                                const EntenteQuery *query,
                                                const EntenteChronicle *chronicle);
void entente_facet_criterion_set_match (EntenteFacet facet,
                                        EntenteQuery *query,
                                        const EntenteChronicle *chronicle,
                                        EntenteMatch match);
/* Of a query not shared yet: no restriction; one value more or less named. */
void entente_facet_criterion_clear (EntenteFacet facet,
                                    EntenteQuery *query,
                                    const EntenteChronicle *chronicle);
void entente_facet_criterion_put (EntenteFacet facet,
                                  EntenteQuery *query,
                                  const EntenteChronicle *chronicle,
                                  guint value,
                                  gboolean on);

G_END_DECLS
