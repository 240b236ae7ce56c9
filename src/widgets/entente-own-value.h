/* What the rows of the user's own fields share, in the inspector and in the form of an event. Main
 * thread. */
#pragma once

#include "entente-own-fields.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Is it chosen from a list? Else it is typed. */
gboolean entente_own_value_is_chosen (const EntenteField *field);
/* What a list offers: nothing (""), the choices, and @text, what an event has, though it may not be
 * offered (or NULL). Free with g_strfreev(). */
char **entente_own_value_list (const EntenteField *field, const char *text);
/* Fills a drop-down with them and chooses @text. */
void entente_own_value_show_list (GtkDropDown *choice, const EntenteField *field, const char *text);
/* "1,5" as people of many countries write it, and "1.5"; NULL for no number. Free. */
char *entente_own_value_read_number (const char *text);

G_END_DECLS
