/* What a study leaves open follows its edits from a thread: proposals by the id of the move,
 * stepped through, gone once they are taken. */
#include "config.h"

#include "entente-commands.h"
#include "entente-event-list.h"
#include "entente-loose-ends.h"
#include "entente-model-fixture.h"

static void
raise_flag (gboolean *flag)
{
  *flag = TRUE;
}

/* Until what is open is new. */
static void
wait_for (EntenteLooseEnds *ends)
{
  gboolean changed = FALSE;
  gulong handler = g_signal_connect_swapped (ends, "changed", G_CALLBACK (raise_flag), &changed);

  entente_model_fixture_wait (&changed);
  g_signal_handler_disconnect (ends, handler);
}

static void
apply (EntenteModelFixture *fixture, EntenteStep *taken)
{
  g_autoptr (EntenteStep) step = taken;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteChangeSet) changes = entente_study_apply (fixture->study, step, &error);

  g_assert_no_error (error);
}

/* A dated event of the kind, of one actor to the other. */
static EntenteId
add (EntenteModelFixture *fixture, const char *kind, const char *when, gboolean back)
{
  g_autoptr (EntenteEvent) event = entente_event_new ();
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (entente_record_unref);

  event->kind = g_strdup (kind);
  event->when = entente_date_parse (when, NULL);
  for (guint i = 0; i < 2; i++) {
    EntenteParticipation *part = entente_participation_new ();

    part->actor = g_array_index (fixture->actors, EntenteId, back ? 1 - i : i);
    part->role = i == 0 ? ENTENTE_ROLE_INITIATOR : ENTENTE_ROLE_ADDRESSEE;
    g_ptr_array_add (parts, part);
  }
  apply (fixture, entente_commands_add_event (event, parts, NULL, NULL));
  return event->record.id;
}

static EntenteId
get_proposed (EntenteLooseEnds *ends, EntenteId move)
{
  const EntenteAnswerProposal *proposal = entente_loose_ends_get_proposal (ends, move, NULL, NULL);

  return proposal ? entente_chronicle_get_id (entente_answer_proposals_get_chronicle (
                                                entente_loose_ends_get_proposals (ends)),
                                              proposal->answer)
                  : ENTENTE_ID_NONE;
}

static void
test_follows (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (2, 0);
  EntenteId offer = add (fixture, "offer", "2018-03-01", FALSE);
  EntenteId no = add (fixture, "refuse-offer", "2018-03-05", TRUE);
  EntenteId yes = add (fixture, "accept-offer", "2018-04-05", TRUE);
  g_autoptr (EntenteLooseEnds) ends = entente_loose_ends_get (fixture->study);
  g_autoptr (EntenteLooseEnds) same = entente_loose_ends_get (fixture->study);
  g_autofree char *text = NULL;

  g_assert_true (ends == same);
  g_assert_null (entente_loose_ends_get_proposals (ends));
  wait_for (ends);
  g_assert_cmpint (get_proposed (ends, offer), ==, no);
  text = entente_loose_ends_format_proposal (ends, offer);
  g_assert_true (g_str_has_prefix (text, "perhaps: ") && g_str_has_suffix (text, ", 4 days"));
  entente_loose_ends_step (ends, offer, 1);
  g_assert_cmpint (get_proposed (ends, offer), ==, yes);
  entente_loose_ends_step (ends, offer, 1);
  g_assert_cmpint (get_proposed (ends, offer), ==, no);
  apply (fixture, entente_question_refuse_answer (offer, no));
  wait_for (ends);
  g_assert_cmpint (get_proposed (ends, offer), ==, yes);
  apply (fixture,
         entente_commands_add_link (yes, offer, ENTENTE_LINK_ACCEPTS, ENTENTE_LINK_INFERRED));
  wait_for (ends);
  g_assert_cmpint (get_proposed (ends, offer), ==, ENTENTE_ID_NONE);
  g_clear_object (&same);
  entente_model_fixture_release (g_steal_pointer (&ends));
  g_assert_null (entente_loose_ends_peek (fixture->study));
}

/* The ledger says what is proposed, and that it only is; no other list does. */
static void
test_ledger (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (2, 0);
  EntenteId offer = add (fixture, "offer", "2018-03-01", FALSE);
  EntenteId no = add (fixture, "refuse-offer", "2018-03-05", TRUE);
  g_autoptr (EntenteEventList) ledger = NULL;
  g_autoptr (EntenteLooseEnds) ends = NULL;
  g_autoptr (EntenteEventItem) item = NULL;
  g_autofree char *before = NULL, *after = NULL, *silence = NULL;

  entente_model_fixture_settle (fixture);
  ledger = entente_event_list_new_expecting (fixture->session);
  ends = entente_loose_ends_get (fixture->study);
  item = entente_event_list_get_event (ledger, offer);
  g_object_get (item, "answer-label", &before, "days-label", &silence, NULL);
  g_clear_pointer (&silence, g_free);
  g_assert_cmpstr (before, ==, "");
  g_assert_false (entente_event_item_is_proposed (item));
  wait_for (ends);
  g_object_get (item, "answer-label", &after, NULL);
  g_assert_true (g_str_has_prefix (after, "perhaps: "));
  g_assert_true (entente_event_item_is_proposed (item));
  g_assert_cmpint (entente_event_item_get_answer (item), ==, ENTENTE_ID_NONE);
  entente_model_fixture_settle (fixture);
  g_object_get (item, "days-label", &silence, NULL);
  g_assert_cmpstr (silence,
                   ==,
                   "no word for 4 days (since 1 March 2018, to the end of the record)");
  apply (fixture, entente_commands_delete_events (&no, 1));
  wait_for (ends);
  g_assert_false (entente_event_item_is_proposed (item));
}

/* Any edit, also one that comes while another is looked at, ends in what the study says. */
static void
test_random (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (6, 60);
  g_autoptr (EntenteLooseEnds) ends = entente_loose_ends_get (fixture->study);

  for (guint round = 0; round < 15; round++) {
    g_autoptr (EntenteAnswerProposals) fresh = NULL;

    for (guint i = 0; i < 3; i++)
      entente_model_fixture_change (fixture);
    add (fixture, "offer", "2018-03-01", round % 2);
    wait_for (ends);
    fresh = entente_answer_proposals_new (entente_study_get_chronicle (fixture->study), NULL, NULL);
    g_assert_true (entente_answer_proposals_get_chronicle (entente_loose_ends_get_proposals (
                     ends)) == entente_study_get_chronicle (fixture->study));
    g_assert_cmpuint (
      entente_answer_proposals_count (entente_loose_ends_get_proposals (ends), NULL),
      ==,
      entente_answer_proposals_count (fresh, NULL));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/loose-ends/follows", test_follows);
  g_test_add_func ("/loose-ends/ledger", test_ledger);
  g_test_add_func ("/loose-ends/random", test_random);
  return g_test_run ();
}
