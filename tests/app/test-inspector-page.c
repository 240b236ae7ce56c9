/* The page of the toolkit's inspector: the toolkit takes it, and it tells of a timeline. */

#include "config.h"

#include "entente-inspector-page.h"

#include "entente-timeline.h"
#include <adwaita.h>
#include <string.h>

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static GtkWidget *
find_page (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows) && !found; i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

    found = find (window, ENTENTE_TYPE_INSPECTOR_PAGE);
  }
  return found;
}

static void
test_offered (void)
{
  g_autofree char *title = NULL;
  GtkWidget *page;

  entente_inspector_page_offer ();
  gtk_window_set_interactive_debugging (TRUE);
  page = find_page ();
  g_assert_nonnull (page);
  g_object_get (page, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Timeline");
  gtk_window_set_interactive_debugging (FALSE);
}

static void
wait_for_map (GtkWidget *widget)
{
  while (!gtk_widget_get_mapped (widget))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_figures (void)
{
  GtkWidget *window = gtk_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = g_object_new (ENTENTE_TYPE_INSPECTOR_PAGE, NULL);
  GtkWidget *label = find (page, GTK_TYPE_LABEL), *boxes = find (page, GTK_TYPE_CHECK_BUTTON);

  gtk_box_append (GTK_BOX (box), entente_timeline_new (NULL));
  gtk_box_append (GTK_BOX (box), page);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_map (page);
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (label)), "0 marks"));
  g_assert_true (gtk_widget_get_sensitive (boxes));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (boxes), TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/inspector-page/offered", test_offered);
  g_test_add_func ("/inspector-page/figures", test_figures);
  return g_test_run ();
}
