/* EntenteUnknownNamesForm: a window with the names of the articles that the registry lacks: how
 * often, where first, and for each what to make of it: an actor, or an alias of one. Each is one
 * step. Main thread. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

void entente_unknown_names_form_present (GtkWidget *parent, EntenteSession *session);

G_END_DECLS
