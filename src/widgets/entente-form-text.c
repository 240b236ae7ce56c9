/* Text in and out of entries. Main thread.
 */
#include "config.h"

#include "entente-form-text.h"

char *
entente_form_text_dup (GtkWidget *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  return *text ? g_steal_pointer (&text) : NULL;
}

void
entente_form_text_store (GtkWidget *entry, char **field)
{
  g_free (*field);
  *field = entente_form_text_dup (entry);
}

void
entente_form_text_set (GtkWidget *entry, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text ? text : "");
}

GtkWidget *
entente_form_text_new_entry (const char *label)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return entry;
}
