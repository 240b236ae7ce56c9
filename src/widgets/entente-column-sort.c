/* A column view keeps to itself which column it is sorted by (until 4.10), but asks that column
 * first when it compares two items, and turns the answer round when it is sorted backwards. So two
 * items that are none are compared. */
#include "config.h"

#include "entente-column-sort.h"

#define ASKED "entente-asked"

static int
compare (gconstpointer a, gconstpointer b, gpointer column)
{
  GObject *probe = (GObject *) a;

  if (!g_object_get_data (probe, ASKED))
    g_object_set_data (probe, ASKED, column);
  return -1;
}

void
entente_column_sort_add (GtkColumnViewColumn *column)
{
  g_autoptr (GtkSorter) sorter =
    GTK_SORTER (gtk_custom_sorter_new (compare, column, NULL)); /* that the column holds */

  gtk_column_view_column_set_sorter (column, sorter);
}

GtkColumnViewColumn *
entente_column_sort_get (GtkColumnView *view, gboolean *descending)
{
  g_autoptr (GObject) one = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) other = g_object_new (G_TYPE_OBJECT, NULL);
  GtkOrdering order = gtk_sorter_compare (gtk_column_view_get_sorter (view), one, other);

  *descending = order == GTK_ORDERING_LARGER;
  return g_object_get_data (one, ASKED);
}
