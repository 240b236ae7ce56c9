/* How long a table takes to select all of many rows, against one with a tenth of them.
 *
 * Both ways: from the table to the session, and from the session to the table. The ratio is
 * asserted, for what is selected may cost no more than it is long; the seconds are only reported.
 */

#include "config.h"

#include <glib/gstdio.h>

#include "entente-event-columns.h"

#define N_ROWS 300000
#define MAX_RATIO 30.0 /* ten times the rows */

typedef struct {
  char *folder;
  EntenteStudy *study;
  EntenteSession *session;
  EntenteEventList *list;
  GtkWidget *window;
  EntenteEventSelection *selection;
  GtkSelectionModel *model;
} Table;

static const EntenteEventColumn kind_column = {
  "kind", "Kind", "kind-label", ENTENTE_COLUMN_EXPAND, ENTENTE_SORT_KIND,
};

static gpointer
next_event (gpointer data, GError **error)
{
  guint *left = data;
  EntenteEvent *event;

  if (*left == 0)
    return NULL;
  event = entente_event_new ();
  event->kind = g_strdup ("talks");
  event->when = entente_date_new_day (1900 + *left % 100, 1 + (int) (*left % 12), 1);
  (*left)--;
  return event;
}

static EntenteStudy *
make_study (const char *folder, guint n)
{
  g_autofree char *path = g_build_filename (folder, "study.entente", NULL);
  g_autoptr (EntenteStudy) study = NULL;
  g_autoptr (EntenteChangeSet) changes = NULL;
  g_autoptr (GError) error = NULL;

  study = entente_study_open (path, ENTENTE_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
  changes = entente_store_import (entente_study_get_store (study),
                                  "Events",
                                  next_event,
                                  &n,
                                  NULL,
                                  NULL,
                                  NULL,
                                  &error);
  g_assert_no_error (error);
  g_clear_object (&study);
  study = entente_study_open (path, ENTENTE_OPEN_EXISTING, NULL, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&study);
}

static Table *
open_table (guint n)
{
  Table *table = g_new0 (Table, 1);
  GtkColumnView *view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  GtkWidget *scroller = gtk_scrolled_window_new ();

  table->folder = g_dir_make_tmp ("entente-select-all-XXXXXX", NULL);
  table->study = make_study (table->folder, n);
  table->session = entente_session_new (table->study);
  table->list = entente_event_list_new (table->session);
  table->window = gtk_window_new ();
  entente_event_columns_add (view, &kind_column);
  /* Without a scroller the window would be as high as all rows. */
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (view));
  gtk_window_set_default_size (GTK_WINDOW (table->window), 600, 400);
  gtk_window_set_child (GTK_WINDOW (table->window), scroller);
  table->selection = entente_event_selection_new (table->session, table->list, view);
  /* A table that nobody sees has no rows. */
  gtk_window_present (GTK_WINDOW (table->window));
  while (!gtk_column_view_get_model (view))
    g_main_context_iteration (NULL, TRUE);
  table->model = gtk_column_view_get_model (view);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (table->list)), ==, n);
  return table;
}

static void
close_table (Table *table)
{
  g_autofree char *path = g_build_filename (table->folder, "study.entente", NULL);

  gtk_window_destroy (GTK_WINDOW (table->window));
  g_object_unref (table->selection);
  g_object_unref (table->list);
  g_object_unref (table->session);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (table->study);
  g_unlink (path);
  g_rmdir (table->folder);
  g_free (table->folder);
  g_free (table);
}

/* Seconds to select all in a table of @n rows, and to show that all are selected. */
static double
measure (guint n)
{
  Table *table = open_table (n);
  g_autoptr (GArray) events = NULL;
  gint64 begin = g_get_monotonic_time ();
  double selecting, showing;

  gtk_selection_model_select_all (table->model);
  selecting = (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC;
  g_assert_cmpuint (entente_session_get_selection (table->session)->len, ==, n);

  events = g_array_copy ((GArray *) entente_session_get_selection (table->session));
  entente_session_select_events (table->session, NULL, 0);
  begin = g_get_monotonic_time ();
  entente_session_select_events (table->session,
                                 (EntenteId *) (gpointer) events->data,
                                 events->len);
  showing = (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC;
  g_assert_true (gtk_selection_model_is_selected (table->model, n - 1));
  g_test_message ("%u rows: %.3f s to select all, %.3f s to show it", n, selecting, showing);
  close_table (table);
  return selecting + showing;
}

static void
bench_select_all (void)
{
  double few = measure (N_ROWS / 10);
  double many = measure (N_ROWS);

  g_test_message ("ten times the rows: %.1f times as long", many / few);
  g_assert_cmpfloat (many, <=, MAX_RATIO * MAX (few, 0.001));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  g_test_add_func ("/bench/select-all", bench_select_all);
  return g_test_run ();
}
