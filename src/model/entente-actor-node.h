/* EntenteActorNode: an actor in the tree of the actor filter, with its live counts.
 *
 * Made and fed by EntenteActorTree (entente-actor-tree.h). Main thread. */
#pragma once

#include "entente-session.h"

G_BEGIN_DECLS

#define ENTENTE_TYPE_ACTOR_NODE (entente_actor_node_get_type ())
G_DECLARE_FINAL_TYPE (EntenteActorNode, entente_actor_node, ENTENTE, ACTOR_NODE, GObject)
/* Properties: "id" int64, "name" string, "code" string (two letters, from the ninth hue on; else
 * NULL), "count" uint (n), "total" uint (N), "checked" boolean (read and write: toggles the actor
 * in the session's query), "hue" uint (0 to 7; 8 grey), "colour" string "#rrggbb" or NULL,
 * "mentioned-only" boolean, "implied" boolean: counted because a body that it belongs to is
 * checked, "hit" string (the alias that a search found) or NULL, "bins-version" uint: rises when
 * the bins change. */
EntenteId entente_actor_node_get_id (EntenteActorNode *node);
const char *entente_actor_node_get_name (EntenteActorNode *node);
const char *entente_actor_node_get_hit (EntenteActorNode *node);
guint entente_actor_node_get_hue (EntenteActorNode *node);
gboolean entente_actor_node_get_checked (EntenteActorNode *node);
gboolean entente_actor_node_get_implied (EntenteActorNode *node);
gboolean entente_actor_node_get_mentioned_only (EntenteActorNode *node);
guint entente_actor_node_get_count (EntenteActorNode *node, guint *total);
/* Takes the actor into the query or out of it. Under BETWEEN the third one takes the place of the
 * second. */
void entente_actor_node_set_checked (EntenteActorNode *node, gboolean checked);
/* Turns to BETWEEN with the actor in a slot; under BETWEEN takes it out of its slot again. */
void entente_actor_node_toggle_slot (EntenteActorNode *node);
/* The only actor of the query. */
void entente_actor_node_check_only (EntenteActorNode *node);
/* Counts per bin over the extent of the study, for the sparkline: filtered and all. Borrowed until
 * the next change. */
const guint *entente_actor_node_get_bins (EntenteActorNode *node, guint *n_bins, const guint **all);
/* Children, or NULL for a leaf: for GtkTreeListModel. Owned by the caller. */
GListModel *entente_actor_node_get_children (EntenteActorNode *node);

G_END_DECLS
