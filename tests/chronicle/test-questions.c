/* What is open in a study: each cause gives its question and goes with it, in whatever study; what
 * is set aside says so. */
#include "config.h"

#include "entente-answer-proposals.h"
#include "entente-questions.h"
#include "entente-random-study.h"

#include <string.h>

#define DAY_2018_12_01 (entente_day_number (2018, 12, 1))

static EntenteQuestion *
add_record (EntenteQuestionNotes *notes, EntenteId id, const char *kind, EntenteId event)
{
  EntenteQuestion *record = entente_question_new ();

  record->record.id = id;
  record->kind = g_strdup (kind);
  record->text = g_strdup ("Who asked first?");
  record->event = event;
  g_ptr_array_add (notes->records, record);
  return record;
}

static EntenteChronicle *
build_one (const char *kind, const char *when, EntenteMode mode)
{
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
  g_autoptr (EntenteEvent) event = entente_event_new ();
  EntenteEventRow row;

  event->record.id = 7;
  event->kind = g_strdup (kind);
  event->mode = (int) mode;
  event->when = when ? entente_date_parse (when, NULL) : NULL;
  entente_event_get_row (event, &row);
  entente_chronicle_builder_get_sink ()->event (builder, &row);
  return entente_chronicle_builder_build (builder, DAY_2018_12_01 * 86400);
}

/* Number of questions of that cause and status. */
static guint
count (const EntenteQuestions *questions, EntenteCause cause, EntenteQuestionStatus status)
{
  guint n = 0;

  for (guint i = 0; i < entente_questions_get_n (questions); i++)
    n += entente_questions_get (questions, i)->cause == cause &&
         entente_questions_get (questions, i)->status == status;
  return n;
}

static void
assert_only (const char *kind, const char *when, EntenteMode mode, EntenteCause cause)
{
  g_autoptr (EntenteChronicle) chronicle = build_one (kind, when, mode);
  g_autoptr (EntenteQuestionNotes) notes = entente_question_notes_new ();
  g_autoptr (EntenteQuestions) questions = entente_questions_new (chronicle, notes);
  g_autofree char *sentence = NULL;

  g_assert_cmpuint (entente_questions_get_n (questions), ==, 1);
  g_assert_cmpint (entente_questions_get (questions, 0)->cause, ==, cause);
  g_assert_cmpint (entente_questions_get_event (questions, 0), ==, 7);
  sentence = entente_questions_format (questions, 0, "The letter");
  g_assert_nonnull (strstr (sentence, "The letter"));
}

static void
test_causes (void)
{
  assert_only ("offer", "2018-03-01", ENTENTE_MODE_FACTUAL, ENTENTE_CAUSE_UNANSWERED);
  assert_only ("talks", "2018-09-04", ENTENTE_MODE_ANNOUNCED, ENTENTE_CAUSE_NO_WORD);
  assert_only ("talks", NULL, ENTENTE_MODE_FACTUAL, ENTENTE_CAUSE_UNDATED);
}

static void
test_set_aside (void)
{
  g_autoptr (EntenteChronicle) chronicle = build_one ("offer", "2018-03-01", ENTENTE_MODE_FACTUAL);
  g_autoptr (EntenteQuestionNotes) notes = entente_question_notes_new ();
  g_autoptr (EntenteQuestions) questions = NULL;
  g_autoptr (GArray) about = NULL;

  add_record (notes, 1, "identity", 7);
  add_record (notes, 2, "unanswered", 7)->status = ENTENTE_QUESTION_SET_ASIDE;
  add_record (notes, 3, "unanswered", 8)->status = ENTENTE_QUESTION_SET_ASIDE;
  questions = entente_questions_new (chronicle, notes);
  g_assert_cmpuint (entente_questions_get_n (questions), ==, 2);
  g_assert_cmpuint (count (questions, ENTENTE_CAUSE_OWN, ENTENTE_QUESTION_OPEN), ==, 1);
  g_assert_cmpuint (count (questions, ENTENTE_CAUSE_UNANSWERED, ENTENTE_QUESTION_SET_ASIDE), ==, 1);
  g_assert_cmpint (entente_questions_get (questions, 1)->record->record.id, ==, 2);
  about = entente_questions_find (questions, 7);
  g_assert_cmpuint (about->len, ==, 2);
}

/* A refused answer is no question. */
static void
test_refusals (void)
{
  g_autoptr (EntenteChronicle) chronicle = entente_chronicle_new_empty ();
  g_autoptr (EntenteQuestionNotes) notes = entente_question_notes_new ();
  g_autoptr (EntenteQuestions) questions = NULL;
  g_autoptr (GArray) refusals = NULL;

  add_record (notes, 1, ENTENTE_QUESTION_NOT_ANSWER, 7)->answer = 9;
  questions = entente_questions_new (chronicle, notes);
  refusals = entente_question_notes_list_refusals (notes);
  g_assert_cmpuint (entente_questions_get_n (questions), ==, 0);
  g_assert_cmpuint (refusals->len, ==, 1);
  g_assert_cmpint (g_array_index (refusals, EntenteAnswerRefusal, 0).move, ==, 7);
  g_assert_cmpint (g_array_index (refusals, EntenteAnswerRefusal, 0).answer, ==, 9);
}

static void
test_notes_without_source (void)
{
  g_autoptr (EntenteChronicle) chronicle = entente_chronicle_new_empty ();
  g_autoptr (EntenteQuestionNotes) notes = entente_question_notes_new ();
  EntenteFootnoteGap first = { 11, 5, g_strdup ("3") }, second = { 12, 5, NULL };
  EntenteQuestion *aside = add_record (notes, 1, "footnote-source", ENTENTE_ID_NONE);
  g_autoptr (EntenteQuestions) questions = NULL;
  g_autofree char *sentence = NULL;

  aside->status = ENTENTE_QUESTION_SET_ASIDE;
  aside->footnote = 12;
  g_array_append_val (notes->gaps, first);
  g_array_append_val (notes->gaps, second);
  questions = entente_questions_new (chronicle, notes);
  g_assert_cmpuint (count (questions, ENTENTE_CAUSE_FOOTNOTE, ENTENTE_QUESTION_OPEN), ==, 1);
  g_assert_cmpuint (count (questions, ENTENTE_CAUSE_FOOTNOTE, ENTENTE_QUESTION_SET_ASIDE), ==, 1);
  sentence = entente_questions_format (questions, 0, "Salt Road");
  g_assert_cmpstr (sentence, ==, "Where does note 3 of “Salt Road” have it from?");
}

/* Counted by hand from the derived columns. */
static void
test_random (void)
{
  for (guint round = 0; round < 20; round++) {
    g_autoptr (EntenteRandomStudy) study = entente_random_study_new (300, FALSE);
    g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, 0);
    g_autoptr (EntenteQuestionNotes) notes = entente_question_notes_new ();
    g_autoptr (EntenteQuestions) questions = entente_questions_new (chronicle, notes);
    guint unanswered = 0, single = 0, undated = 0;

    for (guint row = 0; row < entente_chronicle_get_n_rows (chronicle); row++) {
      EntenteEvidence evidence = entente_chronicle_get_evidence (chronicle, row);

      unanswered += entente_chronicle_get_answered (chronicle, row) == ENTENTE_ANSWERED_NO;
      single += evidence == ENTENTE_EVIDENCE_SINGLE || evidence == ENTENTE_EVIDENCE_SAME_ORIGIN;
      undated += row >= entente_chronicle_get_n_placed (chronicle);
    }
    g_assert_cmpuint (count (questions, ENTENTE_CAUSE_UNANSWERED, 0), ==, unanswered);
    g_assert_cmpuint (count (questions, ENTENTE_CAUSE_SINGLE, 0), ==, single);
    g_assert_cmpuint (count (questions, ENTENTE_CAUSE_UNDATED, 0), ==, undated);
    for (guint i = 1; i < entente_questions_get_n (questions); i++) {
      const EntenteOpenQuestion *a = entente_questions_get (questions, i - 1);
      const EntenteOpenQuestion *b = entente_questions_get (questions, i);

      g_assert_true (a->cause < b->cause || (a->cause == b->cause && a->row < b->row));
    }
    for (guint row = 0; row < 20; row++) {
      EntenteId event = entente_chronicle_get_id (chronicle, row);
      g_autoptr (GArray) about = entente_questions_find (questions, event);
      g_autoptr (EntenteQuestions) of_event =
        entente_questions_new_of_event (chronicle, notes, event);

      g_assert_cmpuint (entente_questions_get_n (of_event), ==, about->len);
    }
  }
}

static void
test_nicks (void)
{
  for (EntenteCause cause = 0; cause < ENTENTE_N_CAUSES; cause++) {
    EntenteCause read;

    g_assert_true (entente_cause_parse (entente_cause_get_nick (cause), &read));
    g_assert_cmpint (read, ==, cause);
    g_assert_true (*entente_cause_get_label (cause) != '\0');
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/questions/causes", test_causes);
  g_test_add_func ("/questions/set-aside", test_set_aside);
  g_test_add_func ("/questions/refusals", test_refusals);
  g_test_add_func ("/questions/notes-without-source", test_notes_without_source);
  g_test_add_func ("/questions/random", test_random);
  g_test_add_func ("/questions/nicks", test_nicks);
  return g_test_run ();
}
