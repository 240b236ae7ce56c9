/* The bar over a table that is being sorted: it comes when sorting takes a while, and its button
 * leaves the rows and the heads as they were. */
#include "config.h"

#include "entente-column-sort.h"
#include "entente-move-table.h"
#include "entente-sample-fixture.h"
#include "entente-sort-bar.h"
#include "entente-widget-probe.h"

static GtkColumnViewColumn *
find_column (GtkColumnView *view, EntenteSortKey key)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

    if (entente_event_columns_get (column)->sort == key)
      return column;
  }
  g_assert_not_reached ();
}

static EntenteId
get_first (GtkColumnView *view)
{
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (view));
  g_autoptr (EntenteEventItem) item = g_list_model_get_item (model, 0);

  return entente_event_item_get_id (item);
}

/* Titles are read in a thread, so that sorting by them can be stopped before it is done. */
static void
test_stop (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *table = entente_move_table_new ();
  GtkColumnView *view = entente_probe_find (table, GTK_TYPE_COLUMN_VIEW, 0);
  GtkWidget *bar = entente_probe_find (table, ENTENTE_TYPE_SORT_BAR, 0);
  GtkWidget *stop = entente_probe_find (bar, GTK_TYPE_BUTTON, 0);
  gboolean descending;
  EntenteId first, by_kind;

  gtk_window_set_child (GTK_WINDOW (window), table);
  g_object_set (table, "session", sample->session, NULL);
  gtk_window_present (GTK_WINDOW (window));
  entente_sample_settle (sample);
  gtk_column_view_sort_by_column (view, find_column (view, ENTENTE_SORT_KIND), GTK_SORT_DESCENDING);
  by_kind = get_first (view);
  gtk_column_view_sort_by_column (view, find_column (view, ENTENTE_SORT_TITLE), GTK_SORT_ASCENDING);
  g_signal_emit_by_name (stop, "clicked");
  g_assert_true (entente_column_sort_get (view, &descending) ==
                 find_column (view, ENTENTE_SORT_KIND));
  g_assert_true (descending);
  entente_sample_settle (sample);
  g_assert_cmpint (get_first (view), ==, by_kind);
  g_assert_false (gtk_widget_get_visible (bar));

  /* Without that it gets there. */
  gtk_column_view_sort_by_column (view, find_column (view, ENTENTE_SORT_TITLE), GTK_SORT_ASCENDING);
  first = by_kind;
  entente_probe_wait (get_first (view) != first);
  g_assert_false (gtk_widget_get_visible (bar));
  gtk_window_destroy (GTK_WINDOW (window));
  entente_sample_settle (sample);
  entente_sample_free (sample);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/sort-bar/stop", test_stop);
  return g_test_run ();
}
