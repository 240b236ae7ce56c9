/* Questions asked, resolved, set aside and open again; answers refused: each one step that undo
 * takes back whole. */
#include "config.h"

#include "entente-answer-proposals.h"
#include "entente-fixture.h"
#include "entente-question-steps.h"

static EntenteQuestions *
look (EntenteFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteQuestionNotes) notes =
    entente_question_notes_read (entente_study_get_store (fixture->study), &error);

  g_assert_no_error (error);
  return entente_questions_new (entente_study_get_chronicle (fixture->study), notes);
}

/* Applies @step (taken), and undoes it to see that nothing is left of it; then does it again. */
static void
apply (EntenteFixture *fixture, EntenteStep *taken)
{
  g_autoptr (EntenteStep) step = taken;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = entente_fixture_dump (fixture);
  g_autofree char *after = NULL, *undone = NULL, *again = NULL;
  g_autoptr (EntenteChangeSet) changes = entente_study_apply (fixture->study, step, &error);

  g_assert_no_error (error);
  g_assert_true (entente_question_notes_are_changed (changes));
  after = entente_fixture_dump (fixture);
  entente_change_set_unref (entente_study_undo (fixture->study, &error));
  g_assert_no_error (error);
  undone = entente_fixture_dump (fixture);
  g_assert_cmpstr (undone, ==, before);
  entente_change_set_unref (entente_study_redo (fixture->study, &error));
  g_assert_no_error (error);
  again = entente_fixture_dump (fixture);
  g_assert_cmpstr (again, ==, after);
}

/* The first question of the cause; it must be there. */
static guint
find (const EntenteQuestions *questions, EntenteCause cause)
{
  for (guint i = 0; i < entente_questions_get_n (questions); i++)
    if (entente_questions_get (questions, i)->cause == cause)
      return i;
  g_assert_not_reached ();
}

/* An offer without an answer, and a later refusal of the other side. */
static EntenteFixture *
create_fixture (EntenteId *offer, EntenteId *refusal)
{
  EntenteFixture *fixture = entente_fixture_new ();

  entente_fixture_apply (fixture, "{'do':'add-actor','key':'north','name':'North'}");
  entente_fixture_apply (fixture, "{'do':'add-actor','key':'south','name':'South'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-event','key':'offer','kind':'offer','when':'2018-03-01',"
                         "'participants':[{'actor':'north','role':'initiator'},"
                         "{'actor':'south','role':'addressee'}]}");
  entente_fixture_apply (fixture,
                         "{'do':'add-event','key':'no','kind':'refuse-offer','when':'2018-03-09',"
                         "'participants':[{'actor':'south','role':'initiator'},"
                         "{'actor':'north','role':'addressee'}]}");
  *offer = entente_chronicle_get_id (entente_study_get_chronicle (fixture->study), 0);
  *refusal = entente_chronicle_get_id (entente_study_get_chronicle (fixture->study), 1);
  return fixture;
}

static void
test_own (void)
{
  EntenteId offer, refusal;
  EntenteFixture *fixture = create_fixture (&offer, &refusal);
  g_autoptr (EntenteQuestion) question = entente_question_new ();
  g_autoptr (EntenteQuestions) asked = NULL, resolved = NULL, aside = NULL, open = NULL;
  const EntenteQuestion *record;

  question->text = g_strdup ("Who carried it?");
  question->event = offer;
  apply (fixture, entente_question_ask (question, NULL));
  asked = look (fixture);
  record = entente_questions_get (asked, find (asked, ENTENTE_CAUSE_OWN))->record;
  g_assert_cmpstr (record->text, ==, "Who carried it?");
  g_assert_cmpint (entente_questions_get_event (asked, 0), ==, offer);
  apply (fixture, entente_question_resolve (record, ENTENTE_ID_NONE));
  resolved = look (fixture);
  g_assert_cmpint (entente_questions_get (resolved, 0)->status, ==, ENTENTE_QUESTION_RESOLVED);
  apply (fixture, entente_question_set_aside (resolved, 0, NULL, "no matter"));
  aside = look (fixture);
  g_assert_cmpint (entente_questions_get (aside, 0)->status, ==, ENTENTE_QUESTION_SET_ASIDE);
  g_assert_cmpstr (entente_questions_get (aside, 0)->record->reason, ==, "no matter");
  apply (fixture, entente_question_reopen (aside, 0));
  open = look (fixture);
  g_assert_cmpint (entente_questions_get (open, 0)->status, ==, ENTENTE_QUESTION_OPEN);
  g_assert_null (entente_questions_get (open, 0)->record->reason);
  entente_fixture_free (fixture);
}

/* What follows from the record is set aside with a reason, comes back, and goes with its cause. */
static void
test_derived (void)
{
  EntenteId offer, refusal;
  EntenteFixture *fixture = create_fixture (&offer, &refusal);
  g_autoptr (EntenteQuestions) first = look (fixture), aside = NULL, open = NULL, gone = NULL;
  guint n = entente_questions_get_n (first), at = find (first, ENTENTE_CAUSE_UNANSWERED);

  g_assert_cmpint (entente_questions_get_event (first, at), ==, offer);
  apply (fixture, entente_question_set_aside (first, at, "Was it answered?", "nobody expected it"));
  aside = look (fixture);
  at = find (aside, ENTENTE_CAUSE_UNANSWERED);
  g_assert_cmpuint (entente_questions_get_n (aside), ==, n);
  g_assert_cmpint (entente_questions_get (aside, at)->status, ==, ENTENTE_QUESTION_SET_ASIDE);
  apply (fixture, entente_question_reopen (aside, at));
  open = look (fixture);
  g_assert_cmpint (entente_questions_get (open, at)->status, ==, ENTENTE_QUESTION_OPEN);
  entente_fixture_apply (fixture,
                         "{'do':'link','from':'no','to':'offer','type':'refuses',"
                         "'basis':'inferred'}");
  gone = look (fixture);
  g_assert_cmpuint (entente_questions_get_n (gone), ==, n - 1);
  entente_fixture_free (fixture);
}

static guint
count_proposals (EntenteFixture *fixture)
{
  g_autoptr (EntenteQuestionNotes) notes =
    entente_question_notes_read (entente_study_get_store (fixture->study), NULL);
  g_autoptr (GArray) refusals = entente_question_notes_list_refusals (notes);
  g_autoptr (EntenteAnswerProposals) proposals =
    entente_answer_proposals_new (entente_study_get_chronicle (fixture->study), refusals, NULL);

  return entente_answer_proposals_count (proposals, NULL);
}

static void
test_refused_answer (void)
{
  EntenteId offer, refusal;
  EntenteFixture *fixture = create_fixture (&offer, &refusal);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count_proposals (fixture), ==, 1);
  apply (fixture, entente_question_refuse_answer (offer, refusal));
  g_assert_cmpuint (count_proposals (fixture), ==, 0);
  entente_change_set_unref (entente_study_undo (fixture->study, &error));
  g_assert_cmpuint (count_proposals (fixture), ==, 1);
  entente_fixture_free (fixture);
}

/* The words in which it was marked are found again, and a note without a source is a question. */
static void
test_of_article (void)
{
  EntenteFixture *fixture = entente_fixture_new_story ();
  EntenteChronicle *chronicle = entente_study_get_chronicle (fixture->study);
  EntenteId article = entente_chronicle_get_article (chronicle, 0)->record.id;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteArticleDetail) detail =
    entente_study_read_article (fixture->study, article, &error);
  g_autoptr (EntenteQuestion) question = entente_question_new ();
  g_autoptr (EntentePassage) passage = NULL;
  g_autoptr (EntenteFootnote) footnote = entente_footnote_new ();
  g_autoptr (EntenteStep) noted = entente_step_new ("Add note");
  g_autoptr (EntenteQuestions) questions = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree EntenteQuestionPlace *place = NULL;

  g_assert_no_error (error);
  passage =
    entente_passage_new_from_text (detail->revision->record.id, detail->revision->text, 0, 5);
  question->text = g_strdup ("Is that so?");
  apply (fixture, entente_question_ask (question, passage));
  footnote->revision = detail->revision->record.id;
  footnote->marker = g_strdup ("9");
  entente_step_insert (noted, footnote);
  entente_change_set_unref (entente_study_apply (fixture->study, noted, &error));
  g_assert_no_error (error);
  questions = look (fixture);
  g_assert_cmpint (
    entente_questions_get_gap (
      questions,
      entente_questions_get (questions, find (questions, ENTENTE_CAUSE_FOOTNOTE))->gap)
      ->article,
    ==,
    article);
  entente_study_find_question_async (
    fixture->study,
    entente_questions_get (questions, find (questions, ENTENTE_CAUSE_OWN))->record,
    entente_fixture_keep_result,
    &result);
  place =
    entente_study_find_question_finish (fixture->study, entente_fixture_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpint (place->article, ==, article);
  g_assert_cmpint (place->passage, ==, passage->record.id);
  g_clear_object (&result);
  entente_fixture_free (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/question-steps/own", test_own);
  g_test_add_func ("/question-steps/derived", test_derived);
  g_test_add_func ("/question-steps/refused-answer", test_refused_answer);
  g_test_add_func ("/question-steps/of-article", test_of_article);
  return g_test_run ();
}
