/* The history of one record: a row for each change, which is set back by its button, and rows
 * follow. */
#include "config.h"

#include "entente-app-fixture.h"
#include "entente-application.h"
#include "entente-commands.h"
#include "entente-past-window.h"

typedef struct {
  EntenteAppFixture *study;
  EntenteWindow *window;
  EntentePastWindow *past;
  EntenteId event;
  const char *title; /* to wait for */
  GtkWidget *button;
} Fixture;

static void
set_title (EntenteStudy *study, EntenteId id, const char *title)
{
  g_autoptr (EntenteEventDetail) detail = entente_study_read_event (study, id, NULL);
  g_autoptr (EntenteEvent) edited = entente_event_copy (detail->event);
  g_autoptr (EntenteStep) step = NULL;

  g_free (edited->title);
  edited->title = g_strdup (title);
  step = entente_commands_put (edited);
  entente_change_set_unref (entente_study_apply (study, step, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->study = entente_app_fixture_new ();
  fixture->event =
    entente_chronicle_get_id (entente_study_get_chronicle (fixture->study->study), 0);
  set_title (fixture->study->study, fixture->event, "First");
  set_title (fixture->study->study, fixture->event, "Second");
  fixture->window = entente_app_open_window (fixture->study);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  entente_app_close_window (fixture->window);
  entente_app_fixture_free (fixture->study);
}

/* The button of the newest change. */
static GtkWidget *
find_button (Fixture *fixture)
{
  GtkWidget *list = entente_app_find_widget (GTK_WIDGET (fixture->past), GTK_TYPE_LIST_VIEW);

  return entente_app_find_widget (list, GTK_TYPE_BUTTON);
}

static gboolean
has_button (gpointer data)
{
  return find_button (data) != NULL;
}

static gboolean
has_title (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (EntenteEventDetail) detail =
    entente_study_read_event (fixture->study->study, fixture->event, NULL);

  return g_strcmp0 (detail->event->title, fixture->title) == 0;
}

static gboolean
has_other_button (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->past));

  /* What is no longer in the window would swallow its keys. */
  g_assert_true (!focus || gtk_widget_get_root (focus) == GTK_ROOT (fixture->past));
  return focus && GTK_IS_BUTTON (focus) && focus != fixture->button;
}

/* While the rows are replaced, keys reach the window; and then the button of the newest change. */
static void
test_keyboard (Fixture *fixture, gconstpointer data)
{
  fixture->past =
    entente_past_window_present (fixture->window, ENTENTE_ENTITY_EVENT, fixture->event);
  entente_app_wait (has_button, fixture);
  entente_app_rest (100);
  fixture->button = find_button (fixture);
  g_assert_true (gtk_widget_grab_focus (fixture->button));
  g_object_ref (fixture->button);
  g_signal_emit_by_name (fixture->button, "clicked");
  while (!has_other_button (fixture))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->past)) == find_button (fixture));
  g_object_unref (fixture->button);
}

static void
test_set_back (Fixture *fixture, gconstpointer data)
{
  GtkWidget *label;

  fixture->past =
    entente_past_window_present (fixture->window, ENTENTE_ENTITY_EVENT, fixture->event);
  entente_app_wait (has_button, fixture);
  g_assert_true (gtk_widget_get_visible (find_button (fixture)));
  label = gtk_button_get_child (GTK_BUTTON (find_button (fixture)));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "Set Back to “First”");
  g_assert_true (g_str_has_prefix (gtk_widget_get_tooltip_text (find_button (fixture)),
                                   "Set back: Title, to “First”, as it was until "));
  g_signal_emit_by_name (find_button (fixture), "clicked");
  fixture->title = "First";
  entente_app_wait (has_title, fixture);
  entente_change_set_unref (entente_study_undo (fixture->study->study, NULL));
  fixture->title = "Second";
  g_assert_true (has_title (fixture));
}

/* By the key of the window: of the selected move. */
static void
test_action (Fixture *fixture, gconstpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n = g_list_model_get_n_items (windows);

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window),
                                  "record-history",
                                  g_variant_new ("(sx)", "event", fixture->event));
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, n + 1);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window),
                                  "record-history",
                                  g_variant_new ("(sx)", "nothing", fixture->event));
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, n + 1);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/past-window/set-back", Fixture, NULL, set_up, test_set_back, tear_down);
  g_test_add ("/past-window/keyboard", Fixture, NULL, set_up, test_keyboard, tear_down);
  g_test_add ("/past-window/action", Fixture, NULL, set_up, test_action, tear_down);
  return g_test_run ();
}
