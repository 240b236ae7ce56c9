/* A view is saved under a name and a key, recalled by the key and from the list, and deleted; undo
 * brings it back. */
#include "config.h"

#include "entente-app-fixture.h"
#include "entente-application.h"
#include "entente-saved-views.h"
#include "entente-views-window.h"

typedef struct {
  EntenteAppFixture *study;
  EntenteWindow *window;
  EntenteViewsWindow *views;
  int n_rows; /* to wait for */
} Fixture;

static GtkListBox *
get_list (Fixture *fixture)
{
  return GTK_LIST_BOX (entente_app_find_widget (GTK_WIDGET (fixture->views), GTK_TYPE_LIST_BOX));
}

static gboolean
has_rows (gpointer data)
{
  Fixture *fixture = data;
  GtkListBox *list = get_list (fixture);
  int n = 0;

  while (gtk_list_box_get_row_at_index (list, n))
    n++;
  return n == fixture->n_rows;
}

static void
wait_for_rows (Fixture *fixture, int n)
{
  fixture->n_rows = n;
  entente_app_wait (has_rows, fixture);
}

static EntenteSession *
get_session (Fixture *fixture)
{
  return entente_window_get_session (fixture->window);
}

static void
ask (Fixture *fixture, guint32 groups)
{
  g_autoptr (EntenteQuery) query = entente_query_new ();

  query->groups = groups;
  entente_session_set_query (get_session (fixture), query);
}

static gboolean
asks_for_offers (gpointer data)
{
  return entente_session_get_query (get_session (data))->groups == 1u << ENTENTE_GROUP_OFFER;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->study = entente_app_fixture_new ();
  fixture->window = entente_app_open_window (fixture->study);
  fixture->views = entente_views_window_present (fixture->window);
  entente_app_rest (200);
}

static gboolean
is_null (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

/* Nothing is left behind. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  entente_app_close_window (fixture->window);
  entente_app_fixture_free (fixture->study);
}

static void
save (Fixture *fixture, const char *name, guint key)
{
  GtkWidget *entry = entente_app_find_widget (GTK_WIDGET (fixture->views), GTK_TYPE_ENTRY);
  GtkWidget *choice = entente_app_find_widget (GTK_WIDGET (fixture->views), GTK_TYPE_DROP_DOWN);

  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), key);
  g_signal_emit_by_name (entry, "activate");
}

/* As a key that nobody took arrives at the window. */
static void
press (Fixture *fixture, guint keyval)
{
  GListModel *controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->window));
  guint n = g_list_model_get_n_items (controllers);

  for (guint i = 0; i < n; i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
    gboolean taken = FALSE;

    if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &taken);
    if (taken)
      break;
  }
  g_object_unref (controllers);
}

static void
test_views (Fixture *fixture, gconstpointer data)
{
  GtkListBoxRow *row;
  gpointer views = fixture->views;

  save (fixture, "   ", 0);
  ask (fixture, 1u << ENTENTE_GROUP_OFFER);
  save (fixture, "Offers", 4);
  wait_for_rows (fixture, 1);
  ask (fixture, 0);
  save (fixture, "All", 0);
  wait_for_rows (fixture, 2);
  press (fixture, GDK_KEY_4);
  entente_app_wait (asks_for_offers, fixture);

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "undo", NULL);
  wait_for_rows (fixture, 1);
  row = gtk_list_box_get_row_at_index (get_list (fixture), 0);
  g_signal_emit_by_name (entente_app_find_widget (GTK_WIDGET (row), GTK_TYPE_BUTTON), "clicked");
  wait_for_rows (fixture, 0);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "undo", NULL);
  wait_for_rows (fixture, 1);

  ask (fixture, 0);
  g_object_add_weak_pointer (views, &views);
  row = gtk_list_box_get_row_at_index (get_list (fixture), 0);
  g_signal_emit_by_name (get_list (fixture), "row-activated", row);
  entente_app_wait (asks_for_offers, fixture);
  entente_app_wait (is_null, &views);
}

/* The page and the lanes come back with the view. */
static void
test_layout (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *other = NULL;
  g_autofree char *after = NULL;
  g_autoptr (EntenteView) view = entente_view_new ();

  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window),
                                      "page",
                                      g_variant_new_string ("ledger"));
  before = entente_saved_views_dup_layout (fixture->window);
  view->name = g_strdup ("Ledger");
  view->query = g_strdup ("{}");
  view->layout = g_strdup (before);
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window),
                                      "page",
                                      g_variant_new_string ("table"));
  other = entente_saved_views_dup_layout (fixture->window);
  g_assert_cmpstr (other, !=, before);
  entente_saved_views_recall (fixture->window, view);
  entente_app_rest (500);
  after = entente_saved_views_dup_layout (fixture->window);
  g_assert_cmpstr (after, ==, before);
}

/* There is one window of views, and it goes with its study. */
static void
test_study_goes (Fixture *fixture, gconstpointer data)
{
  gpointer views = fixture->views;

  g_object_add_weak_pointer (views, &views);
  save (fixture, "All", 0);
  wait_for_rows (fixture, 1);
  g_assert_true (entente_views_window_present (fixture->window) == fixture->views);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "back", NULL);
  entente_app_wait (is_null, &views);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/views-window/views", Fixture, NULL, set_up, test_views, tear_down);
  g_test_add ("/views-window/layout", Fixture, NULL, set_up, test_layout, tear_down);
  g_test_add ("/views-window/study-goes", Fixture, NULL, set_up, test_study_goes, tear_down);
  return g_test_run ();
}
