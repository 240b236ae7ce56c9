/* EntenteFormExpander: rows of a form that may be folded away. A function over GtkExpander. Main
 * thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Puts @child (taken) into the expander; while it is folded away it takes no keyboard. */
void entente_form_expander_set_child (GtkWidget *expander, GtkWidget *child);

G_END_DECLS
