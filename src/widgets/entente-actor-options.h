/* EntenteActorOptions: what the button beside the search of the actor filter opens: how the tree is sorted, whether members of an
 * actor count with it, and in which roles one must take part.
 *
 * Property "order" EntenteActorOrder as int (read and write). All else is in the session's query. Main thread. */
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

/* NULL: empty. */
void entente_actor_options_set_session (EntenteActorOptions *options, EntenteSession *session);
EntenteActorOrder entente_actor_options_get_order (EntenteActorOptions *options);

G_END_DECLS
