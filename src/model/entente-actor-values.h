/* What EntenteActorTree alone may do with its nodes; all else is in entente-actor-node.h. Main
 * thread. */
#pragma once

#include "entente-actor-bins.h"
#include "entente-actor-node.h"

G_BEGIN_DECLS

/* Everything that a row of the tree shows. Strings are borrowed. */
typedef struct {
  const char *name;
  const char *code;
  const char *colour;
  const char *hit;
  guint count, total, hue;
  gboolean checked, implied, mentioned_only;
} EntenteActorValues;

EntenteActorNode *entente_actor_node_new (EntenteSession *session, EntenteId id);
/* Notifies exactly what differs. */
void entente_actor_node_set_values (EntenteActorNode *node, const EntenteActorValues *values);
/* Counts per bin, copied; ENTENTE_ACTOR_BINS numbers each. */
void entente_actor_node_set_bins (EntenteActorNode *node, const guint *filtered, const guint *all);
/* Whether it has children; TRUE when that changed, and then the lists that hold the node must list
 * it anew. */
gboolean entente_actor_node_set_is_parent (EntenteActorNode *node, gboolean is_parent);
/* @renewed as for entente_list_splice(). */
void entente_actor_node_set_children (EntenteActorNode *node,
                                      GPtrArray *children,
                                      GHashTable *renewed);

G_END_DECLS
