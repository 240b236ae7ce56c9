/* The sets in which articles are found, the commonest first. Main thread.
 */
#include "config.h"

#include "entente-charset-choice.h"
#include <glib/gi18n.h>

#define SETS "entente-charset-sets"

static const struct {
  const char *set;
  const char *letters;
} known[] = {
  { "UTF-8", N_ ("all scripts") },
  { "WINDOWS-1252", N_ ("Western") },
  { "ISO-8859-15", N_ ("Western") },
  { "MACINTOSH", N_ ("Western") },
  { "WINDOWS-1250", N_ ("Central European") },
  { "ISO-8859-2", N_ ("Central European") },
  { "WINDOWS-1251", N_ ("Cyrillic") },
  { "KOI8-R", N_ ("Cyrillic") },
  { "ISO-8859-5", N_ ("Cyrillic") },
  { "WINDOWS-1253", N_ ("Greek") },
  { "ISO-8859-7", N_ ("Greek") },
  { "WINDOWS-1254", N_ ("Turkish") },
  { "WINDOWS-1255", N_ ("Hebrew") },
  { "ISO-8859-8", N_ ("Hebrew") },
  { "WINDOWS-1256", N_ ("Arabic") },
  { "ISO-8859-6", N_ ("Arabic") },
  { "WINDOWS-1257", N_ ("Baltic") },
  { "WINDOWS-1258", N_ ("Vietnamese") },
  { "TIS-620", N_ ("Thai") },
  { "GB18030", N_ ("Chinese, simplified") },
  { "BIG5", N_ ("Chinese, traditional") },
  { "SHIFT_JIS", N_ ("Japanese") },
  { "EUC-JP", N_ ("Japanese") },
  { "EUC-KR", N_ ("Korean") },
  { "UTF-16LE", N_ ("all scripts") },
  { "UTF-16BE", N_ ("all scripts") },
};

/* "WINDOWS-1251 – Cyrillic" */
static char *
describe (const char *set)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++) {
    if (g_ascii_strcasecmp (known[i].set, set) == 0)
      return g_strdup_printf ("%s – %s", set, _ (known[i].letters));
  }
  return g_strdup (set);
}

static GPtrArray *
list_sets (const char *set, guint *chosen)
{
  GPtrArray *sets = g_ptr_array_new_with_free_func (g_free);

  *chosen = G_MAXUINT;
  for (guint i = 0; i < G_N_ELEMENTS (known); i++) {
    if (g_ascii_strcasecmp (known[i].set, set) == 0)
      *chosen = i;
    g_ptr_array_add (sets, g_strdup (known[i].set));
  }
  if (*chosen == G_MAXUINT) {
    *chosen = sets->len;
    g_ptr_array_add (sets, g_strdup (set));
  }
  return sets;
}

/* What takes the keyboard is a button within, which the toolkit names by its value alone. */
static void
name_button (GtkDropDown *choice)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (choice));
  GtkStringObject *value = gtk_drop_down_get_selected_item (choice);
  g_autofree char *said = g_strdup_printf ("%s: %s",
                                           _ ("Character set"),
                                           value ? gtk_string_object_get_string (value) : "");

  if (GTK_IS_TOGGLE_BUTTON (button))
    gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    said,
                                    -1);
}

GtkWidget *
entente_charset_choice_new (const char *set)
{
  guint chosen;
  GPtrArray *sets = list_sets (set, &chosen);
  GtkStringList *labels = gtk_string_list_new (NULL);
  GtkWidget *choice;

  for (guint i = 0; i < sets->len; i++)
    gtk_string_list_take (labels, describe (sets->pdata[i]));
  choice = gtk_drop_down_new (G_LIST_MODEL (labels), NULL);
  g_object_set_data_full (G_OBJECT (choice), SETS, sets, (GDestroyNotify) g_ptr_array_unref);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), chosen);
  gtk_widget_set_halign (choice, GTK_ALIGN_START);
  g_signal_connect (choice, "notify::selected", G_CALLBACK (name_button), NULL);
  name_button (GTK_DROP_DOWN (choice));
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Character set"),
                                  -1);
  return choice;
}

const char *
entente_charset_choice_get (GtkWidget *choice)
{
  const GPtrArray *sets = g_object_get_data (G_OBJECT (choice), SETS);
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (choice));

  return selected < sets->len ? sets->pdata[selected] : NULL;
}
