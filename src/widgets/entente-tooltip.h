/* Tooltips that change often, such as those of rows in long lists.
 *
 * gtk_widget_set_tooltip_text() asks the display where the pointer is, and waits for the answer,
 * each time that it is called: hundreds of rows bound at once take seconds. This one looks at the
 * text when the pointer rests. Main thread.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* NULL or "" for none. Not together with the properties "tooltip-text" and "tooltip-markup". */
void entente_tooltip_set_text (GtkWidget *widget, const char *text);
/* The tooltip is the text of the label, at any time, when the label has no room for it. */
void entente_tooltip_show_rest (GtkLabel *label);

G_END_DECLS
