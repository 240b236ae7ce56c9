/* EntenteRelationsSource: who moved towards whom under the filter of a session, kept up to date,
 * and the pair that is chosen of them.
 *
 * Counts at once in a small study, in a thread in a big one; late answers are dropped. A pair that
 * is chosen becomes the filter of the session; the counts stay those of the filter before, so that
 * another can be chosen, and follow what else is asked. Once somebody else asks for other actors,
 * nothing is chosen and the counts are those of the filter. Main thread.
 */
#pragma once

#include "entente-query-dyad.h"
#include "entente-relations-figures.h"
#include "entente-session.h"

G_BEGIN_DECLS

#define ENTENTE_TYPE_RELATIONS_SOURCE (entente_relations_source_get_type ())
G_DECLARE_FINAL_TYPE (EntenteRelationsSource,
                      entente_relations_source,
                      ENTENTE,
                      RELATIONS_SOURCE,
                      GObject)

/* Signals: "changed" (): the figures are others; "chosen-changed" (): another pair, or none, is
 * chosen. */
EntenteRelationsSource *entente_relations_source_new (EntenteSession *session);
/* NULL until they are counted for the first time. */
EntenteRelationsFigures *entente_relations_source_get_figures (EntenteRelationsSource *source);
/* The filter that is counted under. */
const EntenteQuery *entente_relations_source_get_query (EntenteRelationsSource *source);
/* NULL when none is. Borrowed. */
const EntenteDyadChoice *entente_relations_source_get_chosen (EntenteRelationsSource *source);
/* The moves of a pair become the filter; the one that is chosen already, or NULL, gives back the
 * filter before. */
void entente_relations_source_choose (EntenteRelationsSource *source,
                                      const EntenteDyadChoice *dyad);
/* Whether bodies stand for their members is asked in the filter. */
void entente_relations_source_set_members (EntenteRelationsSource *source, gboolean members);

G_END_DECLS
