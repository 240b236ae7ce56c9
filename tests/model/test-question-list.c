/* The list of questions under filter, cause, status and words, against a count by hand; a valid
 * list model under edits. */
#include "config.h"

#include "entente-commands.h"
#include "entente-model-fixture.h"
#include "entente-question-list.h"

#include <string.h>

static void
raise_flag (gboolean *flag)
{
  *flag = TRUE;
}

static void
wait_for (EntenteLooseEnds *ends)
{
  gboolean changed = FALSE;
  gulong handler = g_signal_connect_swapped (ends, "changed", G_CALLBACK (raise_flag), &changed);

  entente_model_fixture_wait (&changed);
  g_signal_handler_disconnect (ends, handler);
}

static void
ask (EntenteModelFixture *fixture, const char *text, EntenteId event)
{
  g_autoptr (EntenteQuestion) question = entente_question_new ();
  g_autoptr (EntenteStep) step = NULL;
  g_autoptr (GError) error = NULL;

  question->text = g_strdup (text);
  question->event = event;
  step = entente_question_ask (question, NULL);
  entente_change_set_unref (entente_study_apply (fixture->study, step, &error));
  g_assert_no_error (error);
}

static guint
count_by_hand (EntenteModelFixture *fixture, EntenteLooseEnds *ends)
{
  const EntenteBitset *rows = entente_session_get_filtered (fixture->session);
  EntenteQuestions *questions = entente_loose_ends_get_questions (ends);
  guint n = 0;

  for (guint i = 0; i < entente_questions_get_n (questions); i++) {
    const EntenteOpenQuestion *question = entente_questions_get (questions, i);

    n += question->status == ENTENTE_QUESTION_OPEN &&
         (question->row == ENTENTE_NO_INDEX || entente_bitset_contains (rows, question->row));
  }
  return n;
}

static void
test_filters (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (5, 40);
  g_autoptr (EntenteLooseEnds) ends = entente_loose_ends_get (fixture->study);
  g_autoptr (EntenteQuestionList) list = entente_question_list_new (fixture->session);
  g_autoptr (EntenteListMirror) mirror = entente_list_mirror_new (G_LIST_MODEL (list));
  g_autoptr (EntenteQuestionItem) first = NULL;
  g_autofree char *sentence = NULL;
  guint n_undated;

  g_assert_false (entente_question_list_is_ready (list));
  ask (fixture, "Who carried the letter?", ENTENTE_ID_NONE);
  ask (fixture, "Where was it?", g_array_index (fixture->events, EntenteId, 0));
  wait_for (ends);
  g_assert_true (entente_question_list_is_ready (list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)),
                    ==,
                    count_by_hand (fixture, ends));
  g_assert_cmpuint (entente_question_list_count (list, ENTENTE_CAUSE_OWN), ==, 2);
  first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_object_get (first, "sentence", &sentence, NULL);
  g_assert_cmpstr (sentence, ==, "Who carried the letter?");

  n_undated = entente_question_list_count (list, ENTENTE_CAUSE_UNDATED);
  entente_question_list_set_causes (list, 1u << ENTENTE_CAUSE_UNDATED);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n_undated);
  g_assert_cmpuint (entente_question_list_count (list, ENTENTE_CAUSE_OWN), ==, 2);
  entente_question_list_set_causes (list, 1u << ENTENTE_CAUSE_OWN);
  entente_question_list_set_words (list, "LETTER");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  entente_question_list_set_words (list, NULL);
  entente_question_list_set_statuses (list, 1u << ENTENTE_QUESTION_SET_ASIDE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  entente_question_list_set_statuses (list, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  entente_list_mirror_check (mirror);
}

static void
test_edits (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (5, 40);
  g_autoptr (EntenteLooseEnds) ends = entente_loose_ends_get (fixture->study);
  g_autoptr (EntenteQuestionList) list = entente_question_list_new (fixture->session);
  g_autoptr (EntenteListMirror) mirror = entente_list_mirror_new (G_LIST_MODEL (list));

  for (guint round = 0; round < 20; round++) {
    entente_model_fixture_change (fixture);
    ask (fixture, "And then?", g_array_index (fixture->events, EntenteId, 0));
    wait_for (ends);
    entente_model_fixture_settle (fixture);
    entente_list_mirror_check (mirror);
    g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)),
                      ==,
                      count_by_hand (fixture, ends));
  }
}

/* A row that says nothing new stays, and whoever holds it. */
static void
test_rows_stay (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (2, 5);
  g_autoptr (EntenteLooseEnds) ends = entente_loose_ends_get (fixture->study);
  g_autoptr (EntenteQuestionList) list = entente_question_list_new (fixture->session);
  g_autoptr (EntenteQuestionItem) before = NULL, after = NULL;

  ask (fixture, "First?", ENTENTE_ID_NONE);
  wait_for (ends);
  before = g_list_model_get_item (G_LIST_MODEL (list), 0);
  ask (fixture, "Second?", ENTENTE_ID_NONE);
  wait_for (ends);
  after = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (before == after);
}

static EntenteQuestionItem *
find_item_of (EntenteQuestionList *list, EntenteId event)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++) {
    g_autoptr (EntenteQuestionItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

    if (entente_question_item_get_event (item) == event)
      return g_steal_pointer (&item);
  }
  return NULL;
}

/* The words of a move are searched as everywhere else: as typed, with OR between them. */
static void
test_words_of_moves (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (2, 5);
  g_autoptr (EntenteLooseEnds) ends = entente_loose_ends_get (fixture->study);
  g_autoptr (EntenteQuestionList) list = entente_question_list_new (fixture->session);
  const char *const titles[] = { "The ferry", "The harbour", "The school" };
  EntenteId ids[G_N_ELEMENTS (titles)];

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++) {
    ids[i] = entente_model_fixture_add_event (fixture);
    entente_session_apply (
      fixture->session,
      entente_commands_set_field (ENTENTE_ENTITY_EVENT, ids[i], "title", titles[i], NULL),
      NULL);
    entente_model_fixture_settle (fixture);
    ask (fixture, "Why?", ids[i]);
    wait_for (ends);
  }
  entente_question_list_set_causes (list, 1u << ENTENTE_CAUSE_OWN);
  entente_question_list_set_words (list, "ferry OR harbour");
  entente_model_fixture_settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
}

static EntenteId
add_untitled (EntenteModelFixture *fixture, EntenteId actor)
{
  g_autoptr (EntenteEvent) event = entente_event_new ();
  g_autoptr (EntenteParticipation) part = entente_participation_new ();
  g_autoptr (EntenteStep) step = entente_step_new ("Add a move without a title");
  g_autoptr (GError) error = NULL;

  event->record.id = part->event = entente_id_new ();
  event->kind = g_strdup (entente_kind_get (0)->id);
  event->when = entente_date_new_undated ();
  part->actor = actor;
  entente_step_insert (step, event);
  entente_step_insert (step, part);
  entente_change_set_unref (entente_study_apply (fixture->study, step, &error));
  g_assert_no_error (error);
  return event->record.id;
}

/* A row that stays tells of an actor by the name that it has now. */
static void
test_renamed (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (2, 5);
  g_autoptr (EntenteLooseEnds) ends = entente_loose_ends_get (fixture->study);
  g_autoptr (EntenteQuestionList) list = entente_question_list_new (fixture->session);
  EntenteId actor = entente_model_fixture_add_actor (fixture, "Old Name", ENTENTE_ID_NONE);
  EntenteId event = add_untitled (fixture, actor);
  g_autoptr (EntenteQuestionItem) before = NULL, after = NULL;
  g_autofree char *sentence = NULL, *renamed = NULL;
  gboolean notified = FALSE;

  wait_for (ends);
  before = find_item_of (list, event);
  g_object_get (before, "sentence", &sentence, NULL);
  g_assert_nonnull (strstr (sentence, "Old Name"));
  g_signal_connect_swapped (before, "notify::sentence", G_CALLBACK (raise_flag), &notified);
  entente_model_fixture_settle (fixture);
  notified = FALSE;
  entente_session_apply (
    fixture->session,
    entente_commands_set_field (ENTENTE_ENTITY_ACTOR, actor, "name", "New Name", NULL),
    NULL);
  wait_for (ends);
  after = find_item_of (list, event);
  g_assert_true (before == after);
  g_object_get (after, "sentence", &renamed, NULL);
  g_assert_nonnull (strstr (renamed, "New Name"));
  g_assert_true (notified);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/question-list/filters", test_filters);
  g_test_add_func ("/question-list/edits", test_edits);
  g_test_add_func ("/question-list/rows-stay", test_rows_stay);
  g_test_add_func ("/question-list/words-of-moves", test_words_of_moves);
  g_test_add_func ("/question-list/renamed", test_renamed);
  return g_test_run ();
}
