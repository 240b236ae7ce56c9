/* EntenteFormState: what is filled in below a widget, as text to be compared: whether a form was
 * touched. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Texts, choices and checks of all fields, also of those that are folded away; not what is only
 * searched for. Free. */
char *entente_form_state_dup (GtkWidget *widget);
/* Does the widget hold anything else than @state, which may be NULL for nothing to compare with? */
gboolean entente_form_state_differs (GtkWidget *widget, const char *state);

G_END_DECLS
