/* What a person does with open questions and with answers that are proposed, each as one step; and
 * reading what the file says of them. Steps are the caller's.
 */
#pragma once

#include "entente-questions.h"
#include "entente-study.h"

G_BEGIN_DECLS

/* Everything that entente_questions_new() needs besides the chronicle. Blocks: the worker of the
 * store, the command line. */
EntenteQuestionNotes *entente_question_notes_read (EntenteStore *store, GError **error);
void entente_study_read_question_notes_async (EntenteStudy *study,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);
/* The same with the records about @event alone, and no notes of articles. */
void entente_study_read_event_questions_async (EntenteStudy *study,
                                               EntenteId event,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data);
/* Finishes both. */
EntenteQuestionNotes *entente_study_read_question_notes_finish (EntenteStudy *study,
                                                                GAsyncResult *result,
                                                                GError **error);
/* The same, waiting; any thread. */
EntenteQuestionNotes *entente_study_read_question_notes (EntenteStudy *study, GError **error);
/* Does a change of the study ask for reading them anew? */
gboolean entente_question_notes_are_changed (const EntenteChangeSet *changes);

/* Where the words are in which a question was marked. */
typedef struct {
  EntenteId article, passage;
  EntenteId event; /* that it is about, or none */
} EntenteQuestionPlace;

void entente_study_find_question_async (EntenteStudy *study,
                                        const EntenteQuestion *question,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
/* NULL when the words are gone. Free with g_free(). */
EntenteQuestionPlace *entente_study_find_question_finish (EntenteStudy *study,
                                                          GAsyncResult *result,
                                                          GError **error);

/* A question of a person's own, as filled in; @passage (may be NULL): the words that it was marked
 * in, inserted too unless it has an id already. */
EntenteStep *entente_question_ask (EntenteQuestion *question, EntentePassage *passage);
/* @claim: what answers it, or none. */
EntenteStep *entente_question_resolve (const EntenteQuestion *question, EntenteId claim);
/* Sets any question of @questions aside. */
EntenteStep *entente_question_set_aside (const EntenteQuestions *questions,
                                         guint index,
                                         const char *sentence,
                                         const char *reason);
/* What was resolved or set aside is open again; of a derived one the record that says so goes. */
EntenteStep *entente_question_reopen (const EntenteQuestions *questions, guint index);

/* The move @event is no answer to @move: it is not proposed again. */
EntenteStep *entente_question_refuse_answer (EntenteId move, EntenteId event);

G_END_DECLS
