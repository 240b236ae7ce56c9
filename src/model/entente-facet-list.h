/* EntenteFacetList: the values of one criterion with their live counts, as a list; and its items.
 *
 * A value is on when the criterion is empty (no restriction) or names it; where all or none of the
 * values named are asked for, only when it is named. Of records "none" is the last value. Values
 * that no event of the study has are left out unless the query names them. Main thread. */
#pragma once

#include "entente-session.h"

G_BEGIN_DECLS

#define ENTENTE_TYPE_FACET_ITEM (entente_facet_item_get_type ())
G_DECLARE_FINAL_TYPE (EntenteFacetItem, entente_facet_item, ENTENTE, FACET_ITEM, GObject)
/* Properties: "label" string, "count" uint (n), "total" uint (N), "checked" boolean (read and
 * write: changes the session's query). */
/* Value of the vocabulary, or index of the record in the chronicle. */
guint entente_facet_item_get_value (EntenteFacetItem *item);
const char *entente_facet_item_get_label (EntenteFacetItem *item);
guint entente_facet_item_get_count (EntenteFacetItem *item, guint *total);
/* How deep a place or an issue stands under others of the list; for the list to set. */
guint entente_facet_item_get_depth (EntenteFacetItem *item);
void entente_facet_item_set_depth (EntenteFacetItem *item, guint depth);
gboolean entente_facet_item_get_checked (EntenteFacetItem *item);
void entente_facet_item_set_checked (EntenteFacetItem *item, gboolean checked);
/* On, and all others off. */
void entente_facet_item_check_only (EntenteFacetItem *item);

#define ENTENTE_TYPE_FACET_LIST (entente_facet_list_get_type ())
G_DECLARE_FINAL_TYPE (EntenteFacetList, entente_facet_list, ENTENTE, FACET_LIST, GObject)
/* Properties: "summary" string: "all", "all but statements", "2 of 5"; "match" EntenteMatch as int:
 * of records, whether any, all or none of those that are on are asked for (ANY, ALL, NONE). */
EntenteFacetList *entente_facet_list_new (EntenteSession *session, EntenteFacet facet);
/* Of one of the user's own fields; empty once the field is deleted. */
EntenteFacetList *entente_facet_list_new_for_field (EntenteSession *session, EntenteId field);
/* The values named stay. */
EntenteMatch entente_facet_list_get_match (EntenteFacetList *list);
void entente_facet_list_set_match (EntenteFacetList *list, EntenteMatch match);

G_END_DECLS
