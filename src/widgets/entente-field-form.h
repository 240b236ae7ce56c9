/* EntenteFieldForm: a window in which the user's own fields of events are made, changed and
 * deleted. Main thread. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A new field; those that there are can be chosen above it. */
void entente_field_form_present (GtkWidget *parent, EntenteSession *session);

G_END_DECLS
