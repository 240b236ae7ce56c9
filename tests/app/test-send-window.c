/* A copy for somebody else: the lists follow the choices, and the copy keeps to them. */
#include "config.h"

#include "entente-app-fixture.h"
#include "entente-opener.h"
#include "entente-send-window.h"
#include "entente-window.h"

#include <adwaita.h>
#include <string.h>

typedef struct {
  EntenteAppFixture *study;
  EntenteWindow *window;
  GtkWidget *shown; /* the window that is tested */
} Fixture;

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

static void
wait_for (Fixture *fixture, const char *words)
{
  entente_app_wait_for_words (fixture->shown, words);
}

static void
test_lists (Fixture *fixture, gconstpointer data)
{
  GtkWidget *private_ones;

  fixture->shown = GTK_WIDGET (entente_send_window_present (fixture->window));
  wait_for (fixture, "• 1 private event");
  g_assert_true (entente_app_says (fixture->shown, "4 events that are not private"));
  g_assert_true (
    entente_app_says (fixture->shown, "of the history, and all that was ever deleted"));
  private_ones = entente_app_find_widget (fixture->shown, GTK_TYPE_SWITCH);
  gtk_switch_set_active (GTK_SWITCH (private_ones), TRUE);
  /* It stays now, with the history. */
  wait_for (fixture, "• 1 private event\n• ");
  g_assert_false (entente_app_says (fixture->shown, "actors\n• 1 private event"));
}

static gboolean
is_there (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->study->folder, "sent.entente", NULL);
  g_autoptr (EntenteStudy) copy = NULL;
  g_autoptr (GError) error = NULL;

  entente_opener_send_copy (fixture->window, path, ENTENTE_SEND_NO_PRIVATE);
  entente_app_wait (is_there, path);
  copy = entente_study_open (path, ENTENTE_OPEN_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entente_chronicle_get_n_rows (entente_study_get_chronicle (copy)), ==, 4);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/send-window/lists", Fixture, NULL, set_up, test_lists, tear_down);
  g_test_add ("/send-window/copy", Fixture, NULL, set_up, test_copy, tear_down);
  return g_test_run ();
}
