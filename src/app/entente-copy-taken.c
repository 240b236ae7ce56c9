/* Lines are texts in a string list; that of a heading begins with a mark that no title has. */
#include "config.h"

#include "entente-copy-taken.h"

#include <glib/gi18n.h>

#define HEADING '\001'

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_list_item_set_child (item, label);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  gboolean is_heading = *text == HEADING;

  gtk_label_set_text (GTK_LABEL (label), is_heading ? text + 1 : text);
  gtk_widget_set_margin_start (label, is_heading ? 0 : 18);
  if (is_heading)
    gtk_widget_add_css_class (label, "heading");
  else
    gtk_widget_remove_css_class (label, "heading");
}

static void
add_lines (GPtrArray *lines, const EntenteCopyTaken *taken)
{
  g_autofree char *heading = entente_copy_taken_describe (taken);
  guint n_shown = g_strv_length (taken->titles);

  g_ptr_array_add (lines, g_strdup_printf ("%c%s", HEADING, heading));
  for (guint i = 0; i < n_shown; i++)
    g_ptr_array_add (lines, g_strdup (taken->titles[i]));
  if (n_shown < taken->n)
    g_ptr_array_add (lines,
                     g_strdup_printf (ngettext ("and %u more", "and %u more", taken->n - n_shown),
                                      taken->n - n_shown));
}

void
entente_copy_taken_set_up (GtkListView *list)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (list, factory);
}

void
entente_copy_taken_show (GtkListView *list, const EntenteCopyMerge *merge)
{
  const GPtrArray *taken = entente_copy_merge_get_taken (merge);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GtkNoSelection) selection = NULL;

  for (guint i = 0; i < taken->len; i++)
    add_lines (lines, taken->pdata[i]);
  g_ptr_array_add (lines, NULL);
  selection =
    gtk_no_selection_new (G_LIST_MODEL (gtk_string_list_new ((const char *const *) lines->pdata)));
  gtk_list_view_set_model (list, GTK_SELECTION_MODEL (selection));
}
