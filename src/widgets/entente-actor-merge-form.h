/* EntenteActorMergeForm: a window in which one says that two actors are one and which of the two
 * stays, sees what would move and where they say otherwise, and merges them as one step. Main
 * thread. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Which is the other one is asked for. Without the actor nothing opens. */
void entente_actor_merge_form_present (GtkWidget *parent, EntenteSession *session, EntenteId actor);

G_END_DECLS
