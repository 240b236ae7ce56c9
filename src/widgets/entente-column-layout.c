/* Columns are moved to the front of the view one after the other; those that are not named stay
 * behind them, hidden. Main thread. */
#include "config.h"

#include "entente-column-layout.h"
#include "entente-column-sort.h"

static GtkColumnViewColumn *
get_column (GtkColumnView *view, guint i)
{
  g_autoptr (GtkColumnViewColumn) column =
    g_list_model_get_item (gtk_column_view_get_columns (view), i);

  return column; /* that the view holds */
}

static guint
count_columns (GtkColumnView *view)
{
  return g_list_model_get_n_items (gtk_column_view_get_columns (view));
}

static const char *
get_name (GtkColumnViewColumn *column)
{
  return entente_event_columns_get (column)->name;
}

GtkColumnViewColumn *
entente_column_layout_find (GtkColumnView *view, const char *name)
{
  for (guint i = 0; i < count_columns (view); i++)
    if (g_str_equal (get_name (get_column (view, i)), name))
      return get_column (view, i);
  return NULL;
}

static guint
count_shown (GtkColumnView *view)
{
  guint n = 0;

  for (guint i = 0; i < count_columns (view); i++)
    n += gtk_column_view_column_get_visible (get_column (view, i));
  return n;
}

void
entente_column_layout_set_shown (GtkColumnView *view, GtkColumnViewColumn *column, gboolean shown)
{
  if (shown || count_shown (view) > 1)
    gtk_column_view_column_set_visible (column, shown);
}

static guint
get_position (GtkColumnView *view, GtkColumnViewColumn *column)
{
  guint i = 0;

  while (get_column (view, i) != column)
    i++;
  return i;
}

void
entente_column_layout_move (GtkColumnView *view, GtkColumnViewColumn *column, int steps)
{
  int from = (int) get_position (view, column);
  int to = CLAMP (from + steps, 0, (int) count_columns (view) - 1);

  if (to != from)
    gtk_column_view_insert_column (view, (guint) to, column);
}

/* ---- text ---- */

char *
entente_column_layout_format (GtkColumnView *view)
{
  GString *text = g_string_new (NULL);
  gboolean descending;
  GtkColumnViewColumn *sorted = entente_column_sort_get (view, &descending);

  for (guint i = 0; i < count_columns (view); i++)
    if (gtk_column_view_column_get_visible (get_column (view, i)))
      g_string_append_printf (text,
                              "%s%s",
                              text->len > 0 ? " " : "",
                              get_name (get_column (view, i)));
  if (sorted)
    g_string_append_printf (text, " %c%s", descending ? '-' : '+', get_name (sorted));
  return g_string_free (text, FALSE);
}

/* Of one name of a layout; @n columns are placed already. */
static guint
take_word (GtkColumnView *view, const char *word, guint n)
{
  gboolean is_order = *word == '+' || *word == '-';
  GtkColumnViewColumn *column = entente_column_layout_find (view, is_order ? word + 1 : word);

  if (!column)
    return n;
  if (is_order) {
    gtk_column_view_sort_by_column (view,
                                    column,
                                    *word == '-' ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
    return n;
  }
  if (get_position (view, column) != n)
    gtk_column_view_insert_column (view, n, column);
  gtk_column_view_column_set_visible (column, TRUE);
  return n + 1;
}

void
entente_column_layout_apply (GtkColumnView *view, const char *layout)
{
  g_auto (GStrv) words = g_strsplit (layout, " ", -1);
  guint n = 0;

  for (guint i = 0; words[i]; i++)
    n = take_word (view, words[i], n);
  for (guint i = n; n > 0 && i < count_columns (view); i++)
    gtk_column_view_column_set_visible (get_column (view, i), FALSE);
}
