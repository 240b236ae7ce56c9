/* Rows of open questions tell of actors by the names that they have now. */
#include "config.h"

#include "entente-app-fixture.h"
#include "entente-application.h"
#include "entente-commands.h"
#include "entente-question-steps.h"
#include "entente-questions-window.h"
#include "entente-toplevel.h"

#include <string.h>

typedef struct {
  EntenteAppFixture *study;
  EntenteWindow *window;
  GtkWindow *questions;
  const char *words; /* to wait for */
} Fixture;

static gboolean
says_words (gpointer data)
{
  Fixture *fixture = data;

  return entente_app_says (GTK_WIDGET (fixture->questions), fixture->words);
}

static gboolean
is_silent (gpointer data)
{
  return !says_words (data);
}

static void
wait_for (Fixture *fixture, const char *words)
{
  fixture->words = words;
  entente_app_wait (says_words, fixture);
}

static void
apply (Fixture *fixture, EntenteStep *step)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteChangeSet) changes = entente_study_apply (fixture->study->study, step, &error);

  g_assert_no_error (error);
  entente_step_free (step);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->study = entente_app_fixture_new ();
  fixture->window = entente_app_open_window (fixture->study);
  entente_questions_window_present (fixture->window);
  fixture->questions =
    entente_toplevel_find_above (GTK_WINDOW (fixture->window), ENTENTE_TYPE_QUESTIONS_WINDOW);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  entente_app_close_window (fixture->window);
  entente_app_fixture_free (fixture->study);
}

static void
test_renamed (Fixture *fixture, gconstpointer data)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (fixture->study->study);
  guint32 lead = entente_chronicle_get_lead (chronicle, 0);
  EntenteId actor = entente_chronicle_get_actor (chronicle, lead)->record.id;
  g_autoptr (EntenteQuestion) question = entente_question_new ();

  question->text = g_strdup ("Who carried the letter?");
  question->event = entente_chronicle_get_id (chronicle, 0);
  apply (fixture, entente_question_ask (question, NULL));
  wait_for (fixture, "Who carried the letter?");
  wait_for (fixture, "Port to Union");
  apply (fixture,
         entente_commands_set_field (ENTENTE_ENTITY_ACTOR, actor, "name", "New Name", NULL));
  wait_for (fixture, "New Name to Union");
  fixture->words = "Port to Union";
  entente_app_wait (is_silent, fixture);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/questions-window/renamed", Fixture, NULL, set_up, test_renamed, tear_down);
  return g_test_run ();
}
