/* The backups of a study are listed, and a copy of one is opened beside it. */
#include "config.h"

#include "entente-app-fixture.h"
#include "entente-backups-window.h"
#include "entente-window.h"

typedef struct {
  EntenteAppFixture *study;
  EntenteWindow *window;
  EntenteBackupsWindow *backups;
} Fixture;

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
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  entente_app_close_window (fixture->window);
  entente_app_fixture_free (fixture->study);
}

static gboolean
shows_page (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *pages = entente_app_find_widget (GTK_WIDGET (fixture->backups), GTK_TYPE_STACK);

  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (pages)), "reading") != 0;
}

static const char *
get_page (Fixture *fixture)
{
  entente_app_wait (shows_page, fixture);
  return gtk_stack_get_visible_child_name (
    GTK_STACK (entente_app_find_widget (GTK_WIDGET (fixture->backups), GTK_TYPE_STACK)));
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  fixture->backups = entente_backups_window_present (fixture->window);
  g_assert_cmpstr (get_page (fixture), ==, "empty");
}

static EntenteWindow *
find_other (Fixture *fixture)
{
  GList *windows = gtk_application_get_windows (entente_app_get_application ());

  for (GList *link = windows; link; link = link->next)
    if (ENTENTE_IS_WINDOW (link->data) && link->data != fixture->window &&
        entente_window_get_study (link->data))
      return link->data;
  return NULL;
}

static gboolean
has_other (gpointer fixture)
{
  return find_other (fixture) != NULL;
}

static void
test_beside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *list, *button;
  const char *path;
  gpointer other;

  g_assert_true (
    entente_store_back_up (entente_study_get_store (fixture->study->study), NULL, &error));
  g_assert_no_error (error);
  fixture->backups = entente_backups_window_present (fixture->window);
  g_assert_cmpstr (get_page (fixture), ==, "list");
  list = entente_app_find_widget (GTK_WIDGET (fixture->backups), GTK_TYPE_LIST_BOX);
  g_assert_nonnull (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1));
  button = entente_app_find_widget (list, GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  entente_app_wait (has_other, fixture);
  other = find_other (fixture);
  path = entente_study_get_path (entente_window_get_study (other));
  g_assert_true (g_str_has_prefix (path, fixture->study->folder));
  g_assert_cmpstr (path, !=, entente_study_get_path (fixture->study->study));
  g_assert_cmpuint (
    entente_chronicle_get_n_rows (entente_study_get_chronicle (entente_window_get_study (other))),
    ==,
    5);
  g_object_add_weak_pointer (other, &other);
  gtk_window_close (other);
  entente_app_wait (is_null, &other);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/backups-window/empty", Fixture, NULL, set_up, test_empty, tear_down);
  g_test_add ("/backups-window/beside", Fixture, NULL, set_up, test_beside, tear_down);
  return g_test_run ();
}
