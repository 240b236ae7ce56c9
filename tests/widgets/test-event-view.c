/* Table and ledger: rows follow the filter, selection goes both ways, nothing is left behind. */
#include "config.h"

#include "entente-ledger.h"
#include "entente-move-table.h"
#include "entente-sample-fixture.h"

typedef struct {
  EntenteSample *sample;
  GtkWidget *window, *view;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *(*create) (void) = data;

  fixture->sample = entente_sample_new ();
  fixture->window = gtk_window_new ();
  fixture->view = create ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 500);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->view);
  g_object_set (fixture->view, "session", fixture->sample->session, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  entente_sample_settle (fixture->sample);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer view = fixture->view;

  g_object_add_weak_pointer (view, &view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  entente_sample_settle (fixture->sample);
  g_assert_null (view);
  entente_sample_free (fixture->sample);
}

static GtkSelectionModel *
get_model (Fixture *fixture)
{
  GtkWidget *scroller = gtk_widget_get_first_child (fixture->view);

  return gtk_column_view_get_model (
    GTK_COLUMN_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller))));
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  EntenteSession *session = fixture->sample->session;
  g_autoptr (EntenteEventItem) item = g_list_model_get_item (G_LIST_MODEL (get_model (fixture)), 2);

  gtk_selection_model_select_item (get_model (fixture), 2, TRUE);
  g_assert_cmpint (entente_session_get_selected_event (session),
                   ==,
                   entente_event_item_get_id (item));
  gtk_selection_model_select_item (get_model (fixture), 3, FALSE);
  g_assert_cmpuint (entente_session_get_selection (session)->len, ==, 2);
  entente_session_select_event (session, ENTENTE_ID_NONE);
  g_assert_false (gtk_selection_model_is_selected (get_model (fixture), 2));
  entente_session_select_event (session, entente_event_item_get_id (item));
  g_assert_true (gtk_selection_model_is_selected (get_model (fixture), 2));
}

/* The selection survives the filter, even where it is out of sight. */
static void
test_filter (Fixture *fixture, gconstpointer data)
{
  EntenteSession *session = fixture->sample->session;
  g_autoptr (EntenteQuery) query = entente_query_copy (entente_session_get_query (session));
  g_autoptr (EntenteEventItem) item = g_list_model_get_item (G_LIST_MODEL (get_model (fixture)), 0);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (get_model (fixture)));
  guint n_filtered;

  entente_session_select_event (session, entente_event_item_get_id (item));
  query->groups = 1u << ENTENTE_GROUP_INVITE;
  entente_session_set_query (session, query);
  g_object_get (session, "n-filtered", &n_filtered, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_model (fixture))), <, n);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_model (fixture))), <=, n_filtered);
  g_assert_cmpint (entente_session_get_selected_event (session),
                   ==,
                   entente_event_item_get_id (item));
}

static void
set_up_unseen (Fixture *fixture, gconstpointer data)
{
  GtkWidget *(*create) (void) = data;

  fixture->sample = entente_sample_new ();
  fixture->window = gtk_window_new ();
  fixture->view = create ();
  gtk_widget_set_visible (fixture->view, FALSE);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->view);
  g_object_set (fixture->view, "session", fixture->sample->session, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  entente_sample_settle (fixture->sample);
}

/* A page of the window that is not seen costs nothing when a study is opened. */
static void
test_unseen (Fixture *fixture, gconstpointer data)
{
  g_assert_null (get_model (fixture));
  gtk_widget_set_visible (fixture->view, TRUE);
  entente_sample_settle (fixture->sample);
  g_assert_nonnull (get_model (fixture));
}

/* ---- context menu ---- */

static GtkWidget *
find_popover (GtkWidget *scroller)
{
  for (GtkWidget *child = gtk_widget_get_first_child (scroller); child;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER_MENU (child))
      return child;
  return NULL;
}

static GtkWidget *
find_row (GtkWidget *widget)
{
  if (g_strcmp0 (gtk_widget_get_css_name (widget), "row") == 0 && gtk_widget_get_mapped (widget) &&
      GTK_IS_LABEL (gtk_widget_get_last_child (
        gtk_widget_get_first_child (gtk_widget_get_first_child (widget)))))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *row = find_row (child);

    if (row)
      return row;
  }
  return NULL;
}

/* Presses the second button over a widget of the view. */
static void
press_second (GtkWidget *view, GtkWidget *over)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (view);
  double x, y;

  gtk_widget_translate_coordinates (over, view, 8, 8, &x, &y);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_GESTURE_CLICK (controller) &&
        gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_SECONDARY)
      g_signal_emit_by_name (controller, "pressed", 1, x, y);
  }
}

/* A row that is not selected becomes the selection; one that is, keeps it whole. The menu may go with its window. */
static void
test_menu (Fixture *fixture, gconstpointer data)
{
  EntenteSession *session = fixture->sample->session;
  GtkWidget *scroller = gtk_widget_get_first_child (fixture->view);
  GtkWidget *view = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller)), *row;

  row = find_row (view);
  g_assert_nonnull (row);
  press_second (view, row);
  g_assert_nonnull (find_popover (scroller));
  g_assert_cmpuint (entente_session_get_selection (session)->len, ==, 1);
  gtk_popover_popdown (GTK_POPOVER (find_popover (scroller)));
  entente_sample_settle (fixture->sample);
  g_assert_null (find_popover (scroller));
  gtk_selection_model_select_item (get_model (fixture), 3, FALSE);
  entente_sample_settle (fixture->sample);
  g_assert_cmpuint (entente_session_get_selection (session)->len, ==, 2);
  press_second (view, find_row (view));
  g_assert_cmpuint (entente_session_get_selection (session)->len, ==, 2);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/table/selection",
              Fixture,
              entente_move_table_new,
              set_up,
              test_selection,
              tear_down);
  g_test_add ("/table/filter", Fixture, entente_move_table_new, set_up, test_filter, tear_down);
  g_test_add ("/ledger/selection", Fixture, entente_ledger_new, set_up, test_selection, tear_down);
  g_test_add ("/ledger/filter", Fixture, entente_ledger_new, set_up, test_filter, tear_down);
  g_test_add ("/table/menu", Fixture, entente_move_table_new, set_up, test_menu, tear_down);
  g_test_add ("/table/unseen",
              Fixture,
              entente_move_table_new,
              set_up_unseen,
              test_unseen,
              tear_down);
  return g_test_run ();
}
