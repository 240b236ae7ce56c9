/* The ledger proposes answers: gone through, accepted, refused, each taken back; beside it the
 * thread, and what became of a plan. */
#include "config.h"

#include <adwaita.h>

#include "entente-ledger.h"
#include "entente-loose-ends.h"
#include "entente-plan-stages.h"
#include "entente-sample-fixture.h"
#include "entente-widget-probe.h"

typedef struct {
  EntenteSample *sample;
  GtkWidget *window, *ledger;
  EntenteLooseEnds *ends;
} Fixture;

static guint
count_proposals (Fixture *fixture)
{
  EntenteAnswerProposals *proposals = entente_loose_ends_get_proposals (fixture->ends);

  return proposals ? entente_answer_proposals_count (proposals, NULL) : 0;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->sample = entente_sample_new ();
  fixture->window = gtk_window_new ();
  fixture->ledger = entente_ledger_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 500);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->ledger);
  g_object_set (fixture->ledger, "session", fixture->sample->session, NULL);
  fixture->ends = entente_loose_ends_get (fixture->sample->study);
  gtk_window_present (GTK_WINDOW (fixture->window));
  entente_probe_wait (count_proposals (fixture) == 1);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer ledger = fixture->ledger;

  g_object_add_weak_pointer (ledger, &ledger);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  entente_probe_wait (ledger == NULL);
  g_clear_object (&fixture->ends);
  entente_sample_free (fixture->sample);
}

static EntenteChronicle *
get_chronicle (Fixture *fixture)
{
  return entente_study_get_chronicle (fixture->sample->study);
}

static EntenteAnswered
get_answered (Fixture *fixture, EntenteId event)
{
  EntenteChronicle *chronicle = get_chronicle (fixture);

  return entente_chronicle_get_answered (chronicle, entente_chronicle_find_row (chronicle, event));
}

static EntenteId
go_to_proposal (Fixture *fixture)
{
  gtk_widget_activate_action (fixture->ledger, "ledger.next", NULL);
  entente_probe_wait (entente_probe_says (fixture->ledger, "its kind fits"));
  return entente_session_get_selected_event (fixture->sample->session);
}

static void
test_accept (Fixture *fixture, gconstpointer data)
{
  EntenteId move = go_to_proposal (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (get_answered (fixture, move), ==, ENTENTE_ANSWERED_NO);
  g_assert_true (entente_probe_says (fixture->ledger, "1 proposal"));
  g_assert_true (entente_probe_says (fixture->ledger, "perhaps: "));
  gtk_widget_activate_action (fixture->ledger, "ledger.accept", NULL);
  entente_probe_wait (get_answered (fixture, move) == ENTENTE_ANSWERED_YES);
  entente_probe_wait (count_proposals (fixture) == 0);
  entente_probe_wait (entente_probe_says (fixture->ledger, "Thread of "));
  entente_probe_wait (!entente_probe_says (fixture->ledger, "perhaps: "));
  entente_change_set_unref (entente_study_undo (fixture->sample->study, &error));
  g_assert_no_error (error);
  entente_probe_wait (count_proposals (fixture) == 1);
  g_assert_cmpint (get_answered (fixture, move), ==, ENTENTE_ANSWERED_NO);
}

static void
test_refuse (Fixture *fixture, gconstpointer data)
{
  EntenteId move = go_to_proposal (fixture);
  g_autoptr (GError) error = NULL;

  gtk_widget_activate_action (fixture->ledger, "ledger.refuse", NULL);
  entente_probe_wait (count_proposals (fixture) == 0);
  g_assert_cmpint (get_answered (fixture, move), ==, ENTENTE_ANSWERED_NO);
  entente_change_set_unref (entente_study_undo (fixture->sample->study, &error));
  g_assert_no_error (error);
  entente_probe_wait (count_proposals (fixture) == 1);
}

/* What was put off, announced again and held. */
static void
test_plan (Fixture *fixture, gconstpointer data)
{
  EntenteChronicle *chronicle = get_chronicle (fixture);
  guint n_plans = 0;

  for (guint row = 0; row < entente_chronicle_get_n_rows (chronicle); row++) {
    g_autoptr (GArray) stages = entente_plan_stages_list (chronicle, row);
    g_autofree char *last = NULL, *words = NULL;

    if (!stages || stages->len < 2)
      continue;
    entente_session_select_event (fixture->sample->session,
                                  entente_chronicle_get_id (chronicle, row));
    words = entente_plan_stage_format (chronicle,
                                       &g_array_index (stages, EntentePlanStage, stages->len - 1));
    last = entente_label_capitalise (words);
    entente_probe_wait (entente_probe_says (fixture->ledger, last));
    g_assert_true (entente_probe_says (fixture->ledger, "What Became of It"));
    n_plans++;
  }
  g_assert_cmpuint (n_plans, >, 2);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/ledger/accept", Fixture, NULL, set_up, test_accept, tear_down);
  g_test_add ("/ledger/refuse", Fixture, NULL, set_up, test_refuse, tear_down);
  g_test_add ("/ledger/plan", Fixture, NULL, set_up, test_plan, tear_down);
  return g_test_run ();
}
