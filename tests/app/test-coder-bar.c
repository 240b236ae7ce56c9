/* The name of the coder is asked for once, after the first change; an answer and none are both
 * taken. */
#include "config.h"

#include "entente-app-fixture.h"
#include "entente-application.h"
#include "entente-coder-bar.h"
#include "entente-commands.h"
#include "entente-preferences.h"
#include "entente-window.h"

typedef struct {
  EntenteAppFixture *study;
  EntenteWindow *window;
  GSettings *settings;
} Fixture;

static GtkWidget *
find_bar (Fixture *fixture)
{
  return entente_app_find_widget (GTK_WIDGET (fixture->window), ENTENTE_TYPE_CODER_BAR);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->settings = g_settings_new (APPLICATION_ID);
  g_settings_reset (fixture->settings, "coder-name");
  g_settings_reset (fixture->settings, "coder-asked");
  fixture->study = entente_app_fixture_new ();
  fixture->window = entente_app_open_window (fixture->study);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  entente_app_close_window (fixture->window);
  entente_app_fixture_free (fixture->study);
  g_settings_reset (fixture->settings, "coder-name");
  g_settings_reset (fixture->settings, "coder-asked");
  g_object_unref (fixture->settings);
}

static void
change (Fixture *fixture)
{
  g_autoptr (EntenteArticle) article = entente_article_new ();
  g_autoptr (EntenteStep) step = NULL;

  article->title = g_strdup ("Note");
  step = entente_commands_put (article);
  entente_change_set_unref (entente_study_apply (fixture->study->study, step, NULL));
}

static void
test_answer (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = find_bar (fixture);
  GtkWidget *entry = entente_app_find_widget (bar, GTK_TYPE_ENTRY);
  g_autofree char *coder = NULL;

  g_assert_false (gtk_widget_get_visible (bar));
  change (fixture);
  g_assert_true (gtk_widget_get_visible (bar));
  g_signal_emit_by_name (entry, "activate"); /* nothing was typed */
  g_assert_true (gtk_widget_get_visible (bar));
  gtk_editable_set_text (GTK_EDITABLE (entry), " Ada Lovelace ");
  g_signal_emit_by_name (entry, "activate");
  g_assert_false (gtk_widget_get_visible (bar));
  coder = entente_preferences_dup_coder ();
  g_assert_cmpstr (coder, ==, "Ada Lovelace");
  change (fixture);
  g_assert_false (gtk_widget_get_visible (bar));
}

static void
test_skip (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = find_bar (fixture);

  change (fixture);
  g_assert_true (gtk_widget_get_visible (bar));
  gtk_widget_activate_action (bar, "coder.skip", NULL);
  g_assert_false (gtk_widget_get_visible (bar));
  change (fixture);
  g_assert_false (gtk_widget_get_visible (bar));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/coder-bar/answer", Fixture, NULL, set_up, test_answer, tear_down);
  g_test_add ("/coder-bar/skip", Fixture, NULL, set_up, test_skip, tear_down);
  return g_test_run ();
}
