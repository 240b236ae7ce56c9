/* EntenteFacetTree: places and issues of a facet stand under each other: a named one names what is
 * below it. Functions over values of a facet; @parents is NULL for facets without a tree, and then
 * each value stands for itself. Pure; main thread. */
#pragma once

#include "entente-facet-list.h"

G_BEGIN_DECLS

/* Parent of each value, or ENTENTE_NO_INDEX; NULL where nothing stands under anything. Free. */
guint32 *entente_facet_tree_get_parents (EntenteFacet facet, const EntenteChronicle *chronicle);
/* Does the query name the value, or what it stands under? Where all are asked for, itself only. */
gboolean entente_facet_tree_names (EntenteFacet facet,
                                   const EntenteQuery *query,
                                   const EntenteChronicle *chronicle,
                                   const guint32 *parents,
                                   guint value);
/* Names the value no more, and nothing that stands for it: of what it stands under, the other parts
 * are named instead. */
void entente_facet_tree_leave_out (EntenteFacet facet,
                                   EntenteQuery *query,
                                   const EntenteChronicle *chronicle,
                                   const guint32 *parents,
                                   guint value);
/* Puts items (EntenteFacetItem) behind what they stand under, each as deep as it stands among them;
 * otherwise their order stays. */
void entente_facet_tree_arrange (GPtrArray *items, const guint32 *parents);

G_END_DECLS
