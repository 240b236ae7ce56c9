/* EntenteLongText: a field of a form for text of several lines. Functions over GtkTextView. Tab
 * leaves it. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @label: for the screen reader. */
GtkWidget *entente_long_text_new (const char *label);
/* NULL empties it. */
void entente_long_text_set (GtkWidget *field, const char *text);
/* Puts the text, without spaces at its ends, in place of *@text; NULL when there is none. */
void entente_long_text_store (GtkWidget *field, char **text);

G_END_DECLS
