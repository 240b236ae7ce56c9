/* EntenteCharsetChoice: a drop-down list of character sets, each with the letters that it is for.
 * Functions over GtkDropDown. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @set is chosen at first; one that is not in the list is added to it. */
GtkWidget *entente_charset_choice_new (const char *set);
/* Borrowed until another one is chosen. */
const char *entente_charset_choice_get (GtkWidget *choice);

G_END_DECLS
