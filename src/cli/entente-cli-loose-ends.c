/* Both are computed anew from the study, with titles read at once. */
#include "config.h"

#include "entente-cli-loose-ends.h"

#include "entente-answer-proposals.h"
#include "entente-plan-stages.h"
#include "entente-question-steps.h"

typedef struct {
  EntenteChronicle *chronicle;
  EntenteQuestionNotes *notes;
  EntenteAnswerProposals *proposals; /* of the ledger; or NULL */
  char **titles; /* by row; NULL at what has none */
  guint n_rows;
} Open;

static void
clear_open (Open *self)
{
  entente_question_notes_unref (self->notes);
  entente_answer_proposals_unref (self->proposals);
  for (guint row = 0; self->titles && row < self->n_rows; row++)
    g_free (self->titles[row]);
  g_free (self->titles);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Open, clear_open)

static gboolean
begin (Open *self, EntenteStudy *study, GError **error)
{
  EntenteStore *store = entente_study_get_store (study);
  g_autofree EntenteId *ids = NULL;

  self->chronicle = entente_study_get_chronicle (study);
  self->n_rows = entente_chronicle_get_n_rows (self->chronicle);
  self->notes = entente_question_notes_read (store, error);
  if (!self->notes)
    return FALSE;
  ids = g_new (EntenteId, self->n_rows + 1);
  for (guint row = 0; row < self->n_rows; row++)
    ids[row] = entente_chronicle_get_id (self->chronicle, row);
  self->titles = entente_store_get_titles (store, ids, self->n_rows, error);
  return self->titles != NULL;
}

static void
set_text (json_t *object, const char *name, const char *text)
{
  json_object_set_new (object, name, text ? json_string (text) : json_null ());
}

static void
set_id (json_t *object, const char *name, EntenteId id)
{
  g_autofree char *text = id != ENTENTE_ID_NONE ? entente_id_format (id) : NULL;

  set_text (object, name, text);
}

static char *
dup_title (const Open *self, guint row)
{
  return self->titles[row] && *self->titles[row]
           ? g_strdup (self->titles[row])
           : entente_chronicle_describe (self->chronicle, row);
}

/* ---- questions ---- */

static char *
dup_subject (const Open *self, const EntenteQuestions *questions, guint index)
{
  const EntenteOpenQuestion *question = entente_questions_get (questions, index);
  guint32 article;

  if (question->row != ENTENTE_NO_INDEX)
    return dup_title (self, question->row);
  if (question->gap == ENTENTE_NO_INDEX)
    return NULL;
  article =
    entente_chronicle_find_article (self->chronicle,
                                    entente_questions_get_gap (questions, question->gap)->article);
  return article == ENTENTE_NO_INDEX
           ? NULL
           : g_strdup (entente_chronicle_get_article (self->chronicle, article)->title);
}

/* A record as it is; of a derived question the same members. */
static json_t *
question_to_json (const Open *self, const EntenteQuestions *questions, guint index)
{
  const EntenteOpenQuestion *question = entente_questions_get (questions, index);
  g_autofree char *subject = dup_subject (self, questions, index);
  json_t *object;

  if (question->record) {
    object = entente_record_to_json (question->record);
  } else {
    g_autofree char *sentence = entente_questions_format (questions, index, subject);

    object = json_object ();
    set_id (object, "id", ENTENTE_ID_NONE);
    set_text (object, "text", sentence);
    set_text (object, "kind", entente_cause_get_nick (question->cause));
    set_id (object, "event", entente_questions_get_event (questions, index));
    set_text (object, "status", "open");
    if (question->gap != ENTENTE_NO_INDEX)
      set_id (object, "footnote", entente_questions_get_gap (questions, question->gap)->footnote);
  }
  set_text (object, "cause", entente_cause_get_nick (question->cause));
  set_text (object, "title", subject);
  return object;
}

gboolean
entente_cli_list_questions (EntenteStudy *study,
                            const EntenteBitset *rows,
                            gboolean is_all,
                            EntenteCliRecords *records,
                            GError **error)
{
  g_auto (Open) self = { 0 };
  g_autoptr (EntenteQuestions) questions = NULL;

  if (!begin (&self, study, error))
    return FALSE;
  questions = entente_questions_new (self.chronicle, self.notes);
  for (guint i = 0; i < entente_questions_get_n (questions); i++) {
    guint32 row = entente_questions_get (questions, i)->row;

    if (row == ENTENTE_NO_INDEX ? is_all : entente_bitset_contains (rows, row))
      entente_cli_records_add (records, question_to_json (&self, questions, i));
  }
  return TRUE;
}

/* ---- ledger ---- */

static void
set_days (json_t *object, const Open *self, guint row, guint answer)
{
  gint64 min, max;
  gboolean known = entente_chronicle_get_days_to_answer (self->chronicle, row, answer, &min, &max);

  json_object_set_new (object, "min_days", known ? json_integer (min) : json_null ());
  json_object_set_new (object,
                       "max_days",
                       known && max != G_MAXINT64 ? json_integer (max) : json_null ());
}

static json_t *
link_to_json (const Open *self, guint row, guint answer, guint8 type)
{
  json_t *object = json_object ();
  g_autofree char *title = dup_title (self, answer);

  set_id (object, "event", entente_chronicle_get_id (self->chronicle, answer));
  set_text (object, "title", title);
  set_text (object, "type", entente_enum_nick (ENTENTE_ENUM_LINK_TYPE, type));
  set_days (object, self, row, answer);
  return object;
}

static json_t *
list_answers (const Open *self, guint row)
{
  json_t *array = json_array ();
  guint n;
  const EntenteThread *threads = entente_chronicle_get_answered_by (self->chronicle, row, &n);

  for (guint i = 0; i < n; i++) {
    json_t *answer;

    if (!entente_link_type_is_answer (threads[i].type))
      continue;
    answer = link_to_json (self, row, threads[i].row, threads[i].type);
    set_text (answer, "basis", entente_enum_nick (ENTENTE_ENUM_LINK_BASIS, threads[i].basis));
    json_array_append_new (array, answer);
  }
  return array;
}

static json_t *
list_proposals (const Open *self, guint row)
{
  json_t *array = json_array ();
  guint n;
  const EntenteAnswerProposal *proposals =
    entente_answer_proposals_get (self->proposals,
                                  entente_chronicle_get_id (self->chronicle, row),
                                  &n);

  for (guint i = 0; i < n; i++) {
    json_t *proposal = link_to_json (self, row, proposals[i].answer, proposals[i].type);
    g_autofree char *reason =
      entente_answer_proposal_format_reason (self->chronicle, &proposals[i]);

    set_text (proposal, "reason", reason);
    json_array_append_new (array, proposal);
  }
  return array;
}

static json_t *
list_stages (const Open *self, guint row)
{
  json_t *array = json_array ();
  g_autoptr (GArray) stages = entente_plan_stages_list (self->chronicle, row);

  for (guint i = 0; stages && i < stages->len; i++) {
    const EntentePlanStage *stage = &g_array_index (stages, EntentePlanStage, i);
    json_t *object = json_object ();
    gboolean told = stage->row != ENTENTE_NO_INDEX;
    g_autofree char *title = told ? dup_title (self, stage->row) : NULL;

    set_text (object, "status", entente_enum_nick (ENTENTE_ENUM_STATUS, (int) stage->status));
    set_id (object,
            "event",
            told ? entente_chronicle_get_id (self->chronicle, stage->row) : ENTENTE_ID_NONE);
    set_text (object, "title", title);
    json_object_set_new (object, "one_sided", json_boolean (stage->one_sided));
    json_array_append_new (array, object);
  }
  return array;
}

static json_t *
row_to_json (const Open *self, guint row)
{
  json_t *object = json_object ();
  g_autofree char *title = dup_title (self, row);
  EntenteAnswered answered = entente_chronicle_get_answered (self->chronicle, row);
  gboolean to_today;
  gint64 days;
  gboolean waits = answered == ENTENTE_ANSWERED_NO &&
                   entente_chronicle_get_days_to_end (self->chronicle, row, &days, &to_today);

  set_id (object, "event", entente_chronicle_get_id (self->chronicle, row));
  set_text (object, "title", title);
  set_text (object, "kind", entente_chronicle_get_kind (self->chronicle, row)->id);
  set_text (object, "answered", entente_enum_nick (ENTENTE_ENUM_ANSWERED, (int) answered));
  set_text (object,
            "status",
            entente_enum_nick (ENTENTE_ENUM_STATUS,
                               (int) entente_chronicle_get_status (self->chronicle, row)));
  json_object_set_new (object, "answers", list_answers (self, row));
  json_object_set_new (object, "days_waiting", waits ? json_integer (days) : json_null ());
  json_object_set_new (object, "proposals", list_proposals (self, row));
  json_object_set_new (object, "stages", list_stages (self, row));
  return object;
}

gboolean
entente_cli_list_answers (EntenteStudy *study,
                          const EntenteBitset *rows,
                          EntenteCliRecords *records,
                          GError **error)
{
  g_auto (Open) self = { 0 };
  g_autoptr (GArray) refusals = NULL;

  if (!begin (&self, study, error))
    return FALSE;
  refusals = entente_question_notes_list_refusals (self.notes);
  self.proposals = entente_answer_proposals_new (self.chronicle, refusals, NULL);
  for (guint row = 0; (row = entente_bitset_next (rows, row)) != G_MAXUINT; row++)
    if (entente_chronicle_is_awaited (self.chronicle, row))
      entente_cli_records_add (records, row_to_json (&self, row));
  return TRUE;
}
