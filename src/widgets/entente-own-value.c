/* Choices and numbers of the user's own fields. */
#include "config.h"

#include "entente-own-value.h"

#include "entente-facet-criterion.h"

gboolean
entente_own_value_is_chosen (const EntenteField *field)
{
  return g_strcmp0 (field->type, "choice") == 0 || g_strcmp0 (field->type, "yes-no") == 0;
}

char **
entente_own_value_list (const EntenteField *field, const char *text)
{
  g_auto (GStrv) choices = entente_own_field_list_choices (field);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, "");
  g_strv_builder_addv (builder, (const char **) choices);
  if (text && !g_strv_contains ((const char *const *) choices, text))
    g_strv_builder_add (builder, text);
  return g_strv_builder_end (builder);
}

void
entente_own_value_show_list (GtkDropDown *choice, const EntenteField *field, const char *text)
{
  g_auto (GStrv) choices = entente_own_value_list (field, text);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint chosen = 0;

  for (guint k = 0; choices[k]; k++) {
    gtk_string_list_append (labels, k == 0 ? "–" : entente_own_value_get_label (field, choices[k]));
    if (g_strcmp0 (choices[k], text) == 0)
      chosen = k;
  }
  gtk_drop_down_set_model (choice, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (choice, chosen);
}

char *
entente_own_value_read_number (const char *text)
{
  g_autofree char *dotted = g_strdelimit (g_strdup (text), ",", '.');
  char *end = NULL;
  double number = g_ascii_strtod (dotted, &end);
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (*end != '\0' || end == dotted || number - number != 0)
    return NULL;
  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.15g", number));
}
