/* EntenteFormText: text of entries as records keep it: without spaces at the ends, and NULL for
 * none. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* NULL when there is nothing but spaces. Free. */
char *entente_form_text_dup (GtkWidget *entry);
/* Puts that text in place of *@field. */
void entente_form_text_store (GtkWidget *entry, char **field);
void entente_form_text_set (GtkWidget *entry, const char *text);
/* An entry of a form: Enter accepts; @label for the screen reader and the empty entry. */
GtkWidget *entente_form_text_new_entry (const char *label);

G_END_DECLS
