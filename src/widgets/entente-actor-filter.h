/* EntenteActorFilter: the side bar: search, Any / All / Between, the tree of actors with live
 * counts, and below it all other criteria as sections that fold. Property "session" EntenteSession
 * (read and write, NULL: empty). Main thread.
 *
 * Keys in the tree: Space check, Ctrl+Space only this one, Left and Right fold, B put into a slot
 * of Between; typing begins to search. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_ACTOR_FILTER (entente_actor_filter_get_type ())
G_DECLARE_FINAL_TYPE (EntenteActorFilter, entente_actor_filter, ENTENTE, ACTOR_FILTER, GtkBox)

void entente_actor_filter_set_session (EntenteActorFilter *filter, EntenteSession *session);
/* Gives the keyboard to the search entry. */
void entente_actor_filter_focus_search (EntenteActorFilter *filter);

G_END_DECLS
