/* The values of a closed vocabulary in the user's language; the place in the list is the value.
 * Main thread.
 */
#include "config.h"

#include "entente-enum-choice.h"

char *
entente_enum_choice_capitalize (const char *label)
{
  return entente_label_capitalise (label);
}

GListModel *
entente_enum_choice_new_model (EntenteEnum type)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  for (int i = 0; i < entente_enum_count (type); i++) {
    const char *label = entente_enum_label (type, i);

    gtk_string_list_take (labels, entente_enum_choice_capitalize (label));
  }
  return G_LIST_MODEL (labels);
}

/* What takes the keyboard is a button within, which the toolkit names "(None)" and the value; later
 * versions name it by a relation to the value, which goes before any label. */
static void
name_button (GtkDropDown *choice, GParamSpec *pspec, const char *name)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (choice));
  GtkStringObject *value = gtk_drop_down_get_selected_item (choice);
  g_autofree char *said =
    g_strdup_printf ("%s: %s", name, value ? gtk_string_object_get_string (value) : "");

  if (!GTK_IS_TOGGLE_BUTTON (button))
    return;
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

void
entente_enum_choice_set_name (GtkDropDown *choice, const char *name)
{
  char *kept = g_strdup (name);

  g_signal_connect_data (choice,
                         "notify::selected",
                         G_CALLBACK (name_button),
                         kept,
                         (GClosureNotify) (void (*) (void)) g_free,
                         G_CONNECT_DEFAULT);
  name_button (choice, NULL, kept);
  gtk_widget_set_tooltip_text (GTK_WIDGET (choice), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

GtkWidget *
entente_enum_choice_new (EntenteEnum type, const char *name)
{
  GtkWidget *choice = gtk_drop_down_new (entente_enum_choice_new_model (type), NULL);

  entente_enum_choice_set_name (GTK_DROP_DOWN (choice), name);
  return choice;
}

int
entente_enum_choice_get (GtkWidget *choice)
{
  return (int) gtk_drop_down_get_selected (GTK_DROP_DOWN (choice));
}

void
entente_enum_choice_set (GtkWidget *choice, int value)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), (guint) value);
}
