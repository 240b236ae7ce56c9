/* EntenteActorTree: the actors of a study as a tree, with live counts.
 *
 * Root: actors that belong to nobody (at any time); children: members by affiliation. Main thread.
 */
#pragma once

#include "entente-actor-node.h"
#include "entente-actor-order.h"

G_BEGIN_DECLS

/* Follows session and study; @search narrows to actors whose names or aliases contain it after
 * folding (and their parents). */
#define ENTENTE_TYPE_ACTOR_TREE (entente_actor_tree_get_type ())
G_DECLARE_FINAL_TYPE (EntenteActorTree, entente_actor_tree, ENTENTE, ACTOR_TREE, GObject)
EntenteActorTree *entente_actor_tree_new (EntenteSession *session);
GListModel *entente_actor_tree_get_roots (EntenteActorTree *tree);
/* ENTENTE_ACTORS_BY_HAND at first. */
void entente_actor_tree_set_order (EntenteActorTree *tree, EntenteActorOrder order);
void entente_actor_tree_set_search (EntenteActorTree *tree, const char *search);

G_END_DECLS
