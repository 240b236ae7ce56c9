/* EntenteEraForm: a window in which an era, or a period of each year, is made, changed or deleted.
 * Main thread. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @era 0: a new one; those that there are can be chosen above it. */
void entente_era_form_present (GtkWidget *parent, EntenteSession *session, EntenteId era);

G_END_DECLS
