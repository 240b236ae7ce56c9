/* What dialogs that save have in common: filters for formats, names of files, papers. Main thread.
 */
#include "config.h"

#include "entente-page-style.h"
#include "entente-save-formats.h"

#include "entente-file-name.h"
#include <glib/gi18n.h>
#include <string.h>

#define NUMBER_DATA "entente-format" /* of a filter: 1 and up */

guint
entente_save_formats_guess (const EntenteSaveFormat *formats,
                            guint n,
                            const char *name,
                            guint otherwise)
{
  const char *dot = strrchr (name, '.');

  for (guint i = 0; dot && i < n; i++)
    if (g_ascii_strcasecmp (dot + 1, formats[i].suffix) == 0)
      return i;
  return otherwise;
}

void
entente_save_formats_offer (const EntenteSaveFormat *formats,
                            guint n,
                            GtkFileChooser *chooser,
                            guint first)
{
  for (guint i = 0; i < n; i++) {
    g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

    gtk_file_filter_set_name (filter, _ (formats[i].name));
    gtk_file_filter_add_suffix (filter, formats[i].suffix);
    gtk_file_filter_add_mime_type (filter, formats[i].mime_type);
    g_object_set_data (G_OBJECT (filter), NUMBER_DATA, GUINT_TO_POINTER (i + 1));
    gtk_file_chooser_add_filter (chooser, filter);
    if (i == first)
      gtk_file_chooser_set_filter (chooser, filter);
  }
}

guint
entente_save_formats_get_chosen (GtkFileChooser *chooser, guint otherwise)
{
  GtkFileFilter *filter = gtk_file_chooser_get_filter (chooser);
  guint number = filter ? GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (filter), NUMBER_DATA)) : 0;

  return number > 0 ? number - 1 : otherwise;
}

char *
entente_save_formats_name (const EntenteSaveFormat *format, const char *study, const char *what)
{
  g_autofree char *title = g_strdup_printf ("%s, %s", study, what);
  g_autofree char *end = g_strconcat (".", format->suffix, NULL);

  return entente_file_name_make (title, end);
}

GListModel *
entente_save_formats_list_papers (guint n)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint paper = 0; paper < n; paper++) {
    const char *label = entente_paper_get_label (paper);

    gtk_string_list_take (names, g_strdup_printf (_ ("%s, upright"), label));
    gtk_string_list_take (names, g_strdup_printf (_ ("%s, sideways"), label));
  }
  return G_LIST_MODEL (names);
}
