/* EntenteActorForm: a window in which an actor is made or changed: names, aliases, affiliations.
 * Main thread. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @actor 0: a new one. */
void entente_actor_form_present (GtkWidget *parent, EntenteSession *session, EntenteId actor);

G_END_DECLS
