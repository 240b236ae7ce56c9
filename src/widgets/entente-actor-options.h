/* EntenteActorOptions: what the button beside the search of the actor filter opens: how the tree is
 * sorted, whether members of an actor count with it, and in which roles one must take part.
 *
 * Property "order" EntenteActorOrder as int (read-only): what a person chose here; it lasts as long
 * as the window. All else is in the session's query. Main thread. */
#pragma once

#include "entente-actor-tree.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_ACTOR_OPTIONS (entente_actor_options_get_type ())
G_DECLARE_FINAL_TYPE (EntenteActorOptions,
                      entente_actor_options,
                      ENTENTE,
                      ACTOR_OPTIONS,
                      GtkPopover)

/* NULL: nothing that is chosen has an effect any more; what shows stays as it was. */
void entente_actor_options_set_session (EntenteActorOptions *options, EntenteSession *session);
EntenteActorOrder entente_actor_options_get_order (EntenteActorOptions *options);

G_END_DECLS
