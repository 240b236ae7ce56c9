/* The hues of actors as style classes: a widget that bears one has the actor's colour as its CSS
 * colour, in the light or dark style, so that style sheets and drawing widgets need no table of
 * their own. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives @widget the colour of @hue (see entente-palette.h), or the one that a person gave
 * ("#rrggbb", may be NULL). */
void entente_hue_apply (GtkWidget *widget, guint hue, const char *colour);
/* The CSS colour of @widget. */
GdkRGBA entente_hue_get_rgba (GtkWidget *widget);

G_END_DECLS
