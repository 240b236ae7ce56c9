/* EntenteLabel: labels of rows and forms, which stand where their language begins. Functions over
 * GtkLabel. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Wraps between words, and within one that is too long for the line, so that no word of a user's
 * makes a pane wider. @text may be NULL, and so may @class, a class of the style sheet. */
GtkWidget *entente_label_new (const char *text, const char *class);
/* Stays on one line, whose end is left out where there is no room. */
GtkWidget *entente_label_new_line (const char *text, const char *class);
/* Words of an article between quotation marks, in at most @lines lines. */
GtkWidget *entente_label_new_quote (const char *quote, int lines);

G_END_DECLS
