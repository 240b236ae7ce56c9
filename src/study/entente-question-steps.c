/* Records of questions, changed only in what a person said. */
#include "config.h"

#include "entente-question-steps.h"

#include "entente-commands-private.h"
#include "entente-study-private.h"

#include <glib/gi18n-lib.h>

/* ---- reading ---- */

/* Is the note in the newest text of its article, and which is that? @known: revision -> article,
 * none for an old text. */
static EntenteId
find_article (EntenteStore *store, GHashTable *known, EntenteId revision)
{
  gpointer found;
  EntenteId article;

  if (g_hash_table_lookup_extended (known, &revision, NULL, &found))
    return *(EntenteId *) found;
  article = entente_store_is_outdated (store, revision)
              ? ENTENTE_ID_NONE
              : entente_store_get_article_of (store, revision, NULL);
  g_hash_table_insert (known,
                       g_memdup2 (&revision, sizeof revision),
                       g_memdup2 (&article, sizeof article));
  return article;
}

static void
add_gaps (EntenteStore *store, const GPtrArray *footnotes, GArray *gaps)
{
  g_autoptr (GHashTable) known =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < footnotes->len; i++) {
    const EntenteFootnote *footnote = footnotes->pdata[i];
    EntenteFootnoteGap gap = { .footnote = footnote->record.id };

    if (footnote->cited_source && *footnote->cited_source)
      continue;
    gap.article = find_article (store, known, footnote->revision);
    if (gap.article == ENTENTE_ID_NONE)
      continue;
    gap.marker = g_strdup (footnote->marker);
    g_array_append_val (gaps, gap);
  }
}

EntenteQuestionNotes *
entente_question_notes_read (EntenteStore *store, GError **error)
{
  g_autoptr (GPtrArray) records = entente_store_list (store, ENTENTE_ENTITY_QUESTION, error);
  g_autoptr (GPtrArray) footnotes =
    records ? entente_store_list (store, ENTENTE_ENTITY_FOOTNOTE, error) : NULL;
  EntenteQuestionNotes *notes;

  if (!footnotes)
    return NULL;
  notes = entente_question_notes_new ();
  g_ptr_array_extend_and_steal (notes->records, g_steal_pointer (&records));
  add_gaps (store, footnotes, notes->gaps);
  return notes;
}

static gpointer
read_notes (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return entente_question_notes_read (store, error);
}

void
entente_study_read_question_notes_async (EntenteStudy *study,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  entente_study_run_read_async (study,
                                read_notes,
                                NULL,
                                NULL,
                                (GDestroyNotify) entente_question_notes_unref,
                                g_task_new (study, cancellable, callback, user_data));
}

EntenteQuestionNotes *
entente_study_read_question_notes (EntenteStudy *study, GError **error)
{
  return entente_study_run (study, read_notes, NULL, error);
}

static gpointer
read_of_event (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) records = entente_store_list_of (store,
                                                         ENTENTE_ENTITY_QUESTION,
                                                         ENTENTE_ENTITY_EVENT,
                                                         *(EntenteId *) data,
                                                         error);
  EntenteQuestionNotes *notes;

  if (!records)
    return NULL;
  notes = entente_question_notes_new ();
  g_ptr_array_extend_and_steal (notes->records, g_steal_pointer (&records));
  return notes;
}

void
entente_study_read_event_questions_async (EntenteStudy *study,
                                          EntenteId event,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  entente_study_run_read_async (study,
                                read_of_event,
                                g_memdup2 (&event, sizeof event),
                                g_free,
                                (GDestroyNotify) entente_question_notes_unref,
                                g_task_new (study, cancellable, callback, user_data));
}

EntenteQuestionNotes *
entente_study_read_question_notes_finish (EntenteStudy *study, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
find_place (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const EntenteQuestion *question = data;
  g_autoptr (EntentePassage) passage =
    entente_store_get (store, ENTENTE_ENTITY_PASSAGE, question->passage, error);
  EntenteId article =
    passage ? entente_store_get_article_of (store, passage->revision, error) : ENTENTE_ID_NONE;
  EntenteQuestionPlace *place;

  if (article == ENTENTE_ID_NONE)
    return NULL;
  place = g_new (EntenteQuestionPlace, 1);
  *place = (EntenteQuestionPlace){ article, passage->record.id, question->event };
  return place;
}

void
entente_study_find_question_async (EntenteStudy *study,
                                   const EntenteQuestion *question,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  entente_study_run_read_async (study,
                                find_place,
                                entente_question_ref (question),
                                entente_record_unref,
                                g_free,
                                g_task_new (study, NULL, callback, user_data));
}

EntenteQuestionPlace *
entente_study_find_question_finish (EntenteStudy *study, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
entente_question_notes_are_changed (const EntenteChangeSet *changes)
{
  static const EntenteEntity entities[] = { ENTENTE_ENTITY_QUESTION,
                                            ENTENTE_ENTITY_FOOTNOTE,
                                            ENTENTE_ENTITY_REVISION,
                                            ENTENTE_ENTITY_ARTICLE };

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (changes->ids[entities[i]] || changes->deleted[entities[i]])
      return TRUE;
  return changes->everything;
}

/* ---- steps ---- */

EntenteStep *
entente_question_ask (EntenteQuestion *question, EntentePassage *passage)
{
  EntenteStep *step = entente_commands_begin (ENTENTE_ENTITY_QUESTION, ENTENTE_INSERT);

  if (passage && passage->record.id == ENTENTE_ID_NONE) {
    entente_commands_ensure_id (passage);
    entente_step_insert (step, passage);
  }
  if (passage)
    question->passage = passage->record.id;
  entente_commands_ensure_id (question);
  entente_step_insert (step, question);
  return step;
}

/* Writes what became of @question, and nothing else of it. */
static EntenteStep *
decide (const EntenteQuestion *question,
        const char *label,
        EntenteQuestionStatus status,
        EntenteId claim,
        const char *reason)
{
  EntenteStep *step = entente_step_new (label);
  g_autoptr (EntenteQuestion) changed = entente_question_copy (question);

  changed->status = status;
  changed->resolved_by = claim;
  g_free (changed->reason);
  changed->reason = reason && *reason ? g_strdup (reason) : NULL;
  entente_step_update_fields (step, changed, entente_record_compare_fields (question, changed));
  return step;
}

EntenteStep *
entente_question_resolve (const EntenteQuestion *question, EntenteId claim)
{
  return decide (question, _ ("Resolve question"), ENTENTE_QUESTION_RESOLVED, claim, NULL);
}

static EntenteStep *
set_derived_aside (const EntenteQuestions *questions,
                   guint index,
                   const char *sentence,
                   const char *reason)
{
  const EntenteOpenQuestion *question = entente_questions_get (questions, index);
  EntenteStep *step = entente_step_new (_ ("Set question aside"));
  g_autoptr (EntenteQuestion) record = entente_question_new ();

  record->text = g_strdup (sentence);
  record->kind = g_strdup (entente_cause_get_nick (question->cause));
  record->event = entente_questions_get_event (questions, index);
  if (question->gap != ENTENTE_NO_INDEX)
    record->footnote = entente_questions_get_gap (questions, question->gap)->footnote;
  record->status = ENTENTE_QUESTION_SET_ASIDE;
  record->reason = reason && *reason ? g_strdup (reason) : NULL;
  entente_step_insert (step, record);
  return step;
}

EntenteStep *
entente_question_set_aside (const EntenteQuestions *questions,
                            guint index,
                            const char *sentence,
                            const char *reason)
{
  const EntenteOpenQuestion *question = entente_questions_get (questions, index);

  if (!question->record)
    return set_derived_aside (questions, index, sentence, reason);
  return decide (question->record,
                 _ ("Set question aside"),
                 ENTENTE_QUESTION_SET_ASIDE,
                 ENTENTE_ID_NONE,
                 reason);
}

EntenteStep *
entente_question_reopen (const EntenteQuestions *questions, guint index)
{
  const EntenteOpenQuestion *question = entente_questions_get (questions, index);
  EntenteStep *step;

  if (question->cause == ENTENTE_CAUSE_OWN)
    return decide (question->record,
                   _ ("Reopen question"),
                   ENTENTE_QUESTION_OPEN,
                   ENTENTE_ID_NONE,
                   NULL);
  step = entente_step_new (_ ("Reopen question"));
  if (question->record)
    entente_step_delete (step, ENTENTE_ENTITY_QUESTION, question->record->record.id);
  return step;
}

EntenteStep *
entente_question_refuse_answer (EntenteId move, EntenteId event)
{
  EntenteStep *step = entente_step_new (_ ("Refuse answer"));
  g_autoptr (EntenteQuestion) record = entente_question_new ();

  record->text = g_strdup (_ ("Is no answer"));
  record->kind = g_strdup (ENTENTE_QUESTION_NOT_ANSWER);
  record->event = move;
  record->answer = event;
  record->status = ENTENTE_QUESTION_SET_ASIDE;
  entente_step_insert (step, record);
  return step;
}
