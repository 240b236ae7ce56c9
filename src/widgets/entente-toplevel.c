/* The toolkit knows of no such state; but a window that was destroyed is not in its list.
 *
 * A window that it destroys together with its parent keeps a pointer to the parent, and follows it
 * when somebody lets go of the window later: so the pointer is taken away as soon as the parent
 * goes.
 */
#include "config.h"

#include "entente-toplevel.h"

gboolean
entente_toplevel_is_open (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; root && i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkRoot) window = g_list_model_get_item (windows, i);

    if (window == root)
      return TRUE;
  }
  return FALSE;
}

/* The window above which it stands; of its data. */
#define PARENT "entente-toplevel-parent"

static void
parent_destroyed_cb (GtkWindow *window)
{
  gtk_window_destroy (window);
  gtk_window_set_transient_for (window, NULL);
}

void
entente_toplevel_set_parent (GtkWindow *window, GtkWindow *parent)
{
  gtk_window_set_transient_for (window, parent);
  g_object_set_data (G_OBJECT (window), PARENT, parent); /* compared only */
  if (parent)
    g_signal_connect_object (parent,
                             "destroy",
                             G_CALLBACK (parent_destroyed_cb),
                             window,
                             G_CONNECT_SWAPPED);
}

GtkWindow *
entente_toplevel_find_above (GtkWindow *parent, GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GObject) window = g_list_model_get_item (windows, i);

    if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && g_object_get_data (window, PARENT) == parent)
      return GTK_WINDOW (window);
  }
  return NULL;
}

void
entente_toplevel_destroy_above (GtkWindow *parent)
{
  GtkWindow *found;

  while ((found = entente_toplevel_find_above (parent, GTK_TYPE_WINDOW))) {
    g_autoptr (GtkWindow) window = g_object_ref (found);

    g_object_set_data (G_OBJECT (window), PARENT, NULL);
    parent_destroyed_cb (window);
  }
}

gboolean
entente_toplevel_take_keyboard (GtkWidget *list)
{
  GtkRoot *root = gtk_widget_get_root (list);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  gboolean has_it = focus && (focus == list || gtk_widget_is_ancestor (focus, list));

  if (has_it)
    gtk_root_set_focus (root, NULL);
  return has_it;
}
