/* EntenteFormFields: what a person filled into the fields below a widget, as text that can be kept
 * and filled in again. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where each field is, and its value: texts, choices and checks, also of those that are folded
 * away; not what is only searched for. Free with g_hash_table_unref(). */
GHashTable *entente_form_fields_read (GtkWidget *content);
/* The fields that differ from @base, as text; NULL when none does. A field that @base does not know
 * is added to it: it came later. Free. */
char *entente_form_fields_write_changes (GtkWidget *content, GHashTable *base);

/* Fills the fields in. What has no field any more is appended to @rest, a line for each. FALSE when
 * @text is none that was written here. */
gboolean entente_form_fields_take (GtkWidget *content, const char *text, GString *rest);
/* The longest text in it, to be shown; NULL when there is none. Free. */
char *entente_form_fields_get_longest (const char *text);

G_END_DECLS
