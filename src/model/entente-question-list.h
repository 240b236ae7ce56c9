/* EntenteQuestionList: the open questions of a study as a GListModel of EntenteQuestionItem, under
 * the filter of the session and what is asked here: causes, status, words. Items are made only when
 * asked for. A question about no event passes every filter. Main thread.
 */
#pragma once

#include "entente-loose-ends.h"
#include "entente-session.h"
#include <gio/gio.h>

G_BEGIN_DECLS

/* A question in a row; it is of the newest study as long as it is listed, and may be asked after it
 * has gone. Property "sentence": string, notifies when a title or name in it is another. */
#define ENTENTE_TYPE_QUESTION_ITEM (entente_question_item_get_type ())
G_DECLARE_FINAL_TYPE (EntenteQuestionItem, entente_question_item, ENTENTE, QUESTION_ITEM, GObject)

const EntenteOpenQuestion *entente_question_item_get (EntenteQuestionItem *item);
/* What it is of, and its number there. */
EntenteQuestions *entente_question_item_get_questions (EntenteQuestionItem *item, guint *index);
/* Its event, or none; its article where it is about a note, or none. */
EntenteId entente_question_item_get_event (EntenteQuestionItem *item);
EntenteId entente_question_item_get_article (EntenteQuestionItem *item);
/* The question in words. Free. */
char *entente_question_item_dup_sentence (EntenteQuestionItem *item);

#define ENTENTE_TYPE_QUESTION_LIST (entente_question_list_get_type ())
G_DECLARE_FINAL_TYPE (EntenteQuestionList, entente_question_list, ENTENTE, QUESTION_LIST, GObject)

/* Signal "counted" (): the counts are new. */
EntenteQuestionList *entente_question_list_new (EntenteSession *session);
/* Bits by EntenteCause; 0: all. */
void entente_question_list_set_causes (EntenteQuestionList *list, guint causes);
/* Bits by EntenteQuestionStatus; 0: all. */
void entente_question_list_set_statuses (EntenteQuestionList *list, guint statuses);
/* Words of the question or of its event; NULL or "": any. */
void entente_question_list_set_words (EntenteQuestionList *list, const char *words);
/* How many of a cause there are under all that is asked but the causes. */
guint entente_question_list_count (EntenteQuestionList *list, EntenteCause cause);
/* How many there are in the study. */
guint entente_question_list_get_n_all (EntenteQuestionList *list);
/* Has the study been looked through yet? */
gboolean entente_question_list_is_ready (EntenteQuestionList *list);

G_END_DECLS
