/* EntenteRelationsView: the relations of a study under the filter of a session: matrix, network,
 * activity and table, of which one shows; their order, and what they count. Main thread. */
#pragma once

#include "entente-relations-area.h"
#include "entente-session.h"

G_BEGIN_DECLS

#define ENTENTE_TYPE_RELATIONS_VIEW (entente_relations_view_get_type ())
G_DECLARE_FINAL_TYPE (EntenteRelationsView, entente_relations_view, ENTENTE, RELATIONS_VIEW, GtkBox)

/* Property: "page" string, "matrix", "network", "activity" or "table" (read and write). */
void entente_relations_view_set_session (EntenteRelationsView *view, EntenteSession *session);
EntenteRelationsSource *entente_relations_view_get_source (EntenteRelationsView *view);
/* The picture that shows; the matrix while the table does. */
EntenteRelationsForm entente_relations_view_get_form (EntenteRelationsView *view);
EntentePartyOrder entente_relations_view_get_order (EntenteRelationsView *view);
/* The pairs as a table of tab-parted cells, sorted as they are shown. Free. */
char *entente_relations_view_format_tsv (EntenteRelationsView *view);

G_END_DECLS
