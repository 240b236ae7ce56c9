/* EntenteActorRow: a row of the actor filter: swatch that is the check box, name, sparkline, "8 of
 * 9".
 *
 * Property "description" (string, readable): "United States, 8 of 9 events", for the screen reader.
 */
#pragma once

#include "entente-actor-node.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_ACTOR_ROW (entente_actor_row_get_type ())
G_DECLARE_FINAL_TYPE (EntenteActorRow, entente_actor_row, ENTENTE, ACTOR_ROW, GtkWidget)

GtkWidget *entente_actor_row_new (void);
/* NULL while the row is not in use. @is_body: top of the tree, with a bold name. */
void entente_actor_row_set_node (EntenteActorRow *row, EntenteActorNode *node, gboolean is_body);
/* Marks an actor whose time with the body that it stands under is in doubt. */
void entente_actor_row_set_vague (EntenteActorRow *row, gboolean is_vague);

G_END_DECLS
