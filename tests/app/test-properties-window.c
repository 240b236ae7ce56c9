/* The properties of a study: what is in it, and what went wrong. */
#include "config.h"

#include "entente-app-fixture.h"
#include "entente-properties-window.h"
#include "entente-study-properties.h"
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
test_window (Fixture *fixture, gconstpointer data)
{
  entente_study_log (fixture->study->study, "The <b>disk</b> & more was full.");
  fixture->shown = GTK_WIDGET (entente_properties_window_present (fixture->window));
  wait_for (fixture, "The <b>disk</b> & more was full.");
  g_assert_true (entente_app_says (fixture->shown, entente_study_get_path (fixture->study->study)));
  g_assert_true (entente_app_says (fixture->shown, "None yet"));
  g_assert_true (entente_app_says (fixture->shown, "Version of the file"));
  /* Once, however often it is asked for. */
  g_assert_true (GTK_WIDGET (entente_properties_window_present (fixture->window)) ==
                 fixture->shown);
}

static void
test_backup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
    entente_store_back_up (entente_study_get_store (fixture->study->study), NULL, &error));
  g_assert_no_error (error);
  fixture->shown = GTK_WIDGET (entente_properties_window_present (fixture->window));
  wait_for (fixture, ", found whole");
  g_assert_true (entente_app_says (fixture->shown, "Nothing went wrong that was noted"));
}

/* What is read when the window has gone is of no interest. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (entente_properties_window_present (fixture->window)));
  entente_app_rest (200);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/properties-window/window", Fixture, NULL, set_up, test_window, tear_down);
  g_test_add ("/properties-window/backup", Fixture, NULL, set_up, test_backup, tear_down);
  g_test_add ("/properties-window/gone", Fixture, NULL, set_up, test_gone, tear_down);
  return g_test_run ();
}
