/* The window of the history follows each step, and goes with the window below it. */
#include "config.h"

#include "entente-app-fixture.h"
#include "entente-application.h"
#include "entente-commands.h"
#include "entente-history-window.h"

typedef struct {
  EntenteAppFixture *study;
  EntenteWindow *window;
  GtkWidget *history;
  guint n_rows; /* to wait for */
} Fixture;

static GtkWidget *
find_history (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

    if (ENTENTE_IS_HISTORY_WINDOW (window))
      return window;
  }
  return NULL;
}

static guint
count_rows (Fixture *fixture)
{
  GtkWidget *list = entente_app_find_widget (fixture->history, GTK_TYPE_LIST_VIEW);
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (list));

  return model ? g_list_model_get_n_items (G_LIST_MODEL (model)) : 0;
}

static gboolean
has_rows (gpointer data)
{
  Fixture *fixture = data;

  return fixture->n_rows > 0 ? count_rows (fixture) == fixture->n_rows : count_rows (fixture) > 0;
}

static gboolean
is_null (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->study = entente_app_fixture_new ();
  fixture->window = entente_app_open_window (fixture->study);
  entente_history_window_present (fixture->window);
  fixture->history = find_history ();
  entente_app_wait (has_rows, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  entente_app_fixture_free (fixture->study);
}

/* Steps that bear one name are several rows. */
static void
test_same_label (Fixture *fixture, gconstpointer data)
{
  gpointer window = fixture->window, history = fixture->history;
  guint n = count_rows (fixture);

  for (guint i = 1; i <= 3; i++) {
    g_autofree char *name = g_strdup_printf ("Note %u", i);
    g_autoptr (EntenteArticle) article = entente_article_new ();

    article->title = g_strdup (name);
    entente_session_apply (fixture->study->session, entente_commands_put (article), NULL);
    fixture->n_rows = n + i;
    entente_app_wait (has_rows, fixture);
  }
  g_object_add_weak_pointer (window, &window);
  g_object_add_weak_pointer (history, &history);
  gtk_window_close (window);
  entente_app_wait (is_null, &history);
  entente_app_wait (is_null, &window);
}

/* An undo that fails when the windows are gone has nobody to tell. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  gpointer window = fixture->window, history = fixture->history;

  g_object_add_weak_pointer (window, &window);
  g_object_add_weak_pointer (history, &history);
  /* Of these the last has nothing to undo. */
  for (guint i = count_rows (fixture) + 1; i > 0; i--)
    g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
  gtk_window_close (window);
  if (window)
    g_object_run_dispose (window);
  entente_app_wait (is_null, &history);
  entente_app_wait (is_null, &window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/history-window/same-label", Fixture, NULL, set_up, test_same_label, tear_down);
  g_test_add ("/history-window/gone", Fixture, NULL, set_up, test_gone, tear_down);
  return g_test_run ();
}
