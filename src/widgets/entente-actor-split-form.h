/* EntenteActorSplitForm: a window in which an actor that is two is split: the name of the new one,
 * and which aliases, affiliations, parts in events, claims and positions are its own. One step.
 * Main thread. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Without the actor nothing opens. */
void entente_actor_split_form_present (GtkWidget *parent, EntenteSession *session, EntenteId actor);

G_END_DECLS
