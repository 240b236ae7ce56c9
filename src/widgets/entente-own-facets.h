/* EntenteOwnFacets: a facet section for each of the user's own fields of events, in the order in
 * which they were made. Follows the study: a new field has its section at once. Main thread. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_OWN_FACETS (entente_own_facets_get_type ())
G_DECLARE_FINAL_TYPE (EntenteOwnFacets, entente_own_facets, ENTENTE, OWN_FACETS, GtkBox)

GtkWidget *entente_own_facets_new (void);
/* NULL: empty. */
void entente_own_facets_set_session (EntenteOwnFacets *facets, EntenteSession *session);

G_END_DECLS
