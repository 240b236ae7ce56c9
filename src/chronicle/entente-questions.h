/* EntenteQuestions: what is open in a study: the questions that a person asked, and those that
 * follow from its record.
 *
 * Derived ones are never stored: they are there while their cause is and go with it. A person may
 * set one aside: a record (EntenteQuestion) whose kind is the nick of the cause and whose subject
 * is that event or note says so, with the reason. Other records are questions of a person's own,
 * but those of the kind ENTENTE_QUESTION_NOT_ANSWER, which say that a move is no answer to another.
 * Immutable, reference counted; any thread.
 */
#pragma once

#include "entente-bitset.h"
#include "entente-chronicle.h"
#include "entente-context.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_CAUSE_OWN, /* a person asked */
  ENTENTE_CAUSE_UNANSWERED, /* a move that expects an answer has none */
  ENTENTE_CAUSE_NO_WORD, /* the date of something planned went by without word */
  ENTENTE_CAUSE_CONFLICT, /* what is claimed of an event excludes each other, or one denies it */
  ENTENTE_CAUSE_SINGLE, /* all that is known of an event comes from one origin */
  ENTENTE_CAUSE_UNDATED, /* nothing bounds the date of an event */
  ENTENTE_CAUSE_FOOTNOTE, /* a note names no source */
  ENTENTE_N_CAUSES
} EntenteCause;

/* Kind of a record that refuses a proposed answer. */
#define ENTENTE_QUESTION_NOT_ANSWER "not-answer"

/* "own", "unanswered", "no-word", "conflict", "single-origin", "undated", "footnote-source".
 * Static. */
const char *entente_cause_get_nick (EntenteCause cause);
gboolean entente_cause_parse (const char *nick, EntenteCause *cause);
/* In the user's language: "Unanswered moves". */
const char *entente_cause_get_label (EntenteCause cause);

/* A note without a source, in the newest text of its article. */
typedef struct {
  EntenteId footnote;
  EntenteId article;
  char *marker; /* or NULL */
} EntenteFootnoteGap;

/* What the file says of questions; lists are owned. */
typedef struct {
  gatomicrefcount refs;
  GPtrArray *records; /* EntenteQuestion, by id */
  GArray *gaps; /* EntenteFootnoteGap, by id */
} EntenteQuestionNotes;

EntenteQuestionNotes *entente_question_notes_new (void);
EntenteQuestionNotes *entente_question_notes_ref (EntenteQuestionNotes *notes);
void entente_question_notes_unref (EntenteQuestionNotes *notes);
/* The answers that were refused: EntenteAnswerRefusal. The caller's. */
GArray *entente_question_notes_list_refusals (const EntenteQuestionNotes *notes);

typedef struct {
  EntenteCause cause;
  EntenteQuestionStatus status;
  guint32 row; /* of its event, or ENTENTE_NO_INDEX */
  guint32 gap; /* of its note, or ENTENTE_NO_INDEX */
  const EntenteQuestion
    *record; /* the question, or what sets it aside; NULL: derived and open. Borrowed */
} EntenteOpenQuestion;

typedef struct _EntenteQuestions EntenteQuestions;

/* A person's own first, then by cause, then in the one order. */
EntenteQuestions *entente_questions_new (const EntenteChronicle *chronicle,
                                         EntenteQuestionNotes *notes);
/* Only those about @event: cheap. The records of others in @notes do no harm. */
EntenteQuestions *entente_questions_new_of_event (const EntenteChronicle *chronicle,
                                                  EntenteQuestionNotes *notes,
                                                  EntenteId event);
EntenteQuestions *entente_questions_ref (EntenteQuestions *questions);
void entente_questions_unref (EntenteQuestions *questions);
EntenteChronicle *entente_questions_get_chronicle (const EntenteQuestions *questions);
guint entente_questions_get_n (const EntenteQuestions *questions);
const EntenteOpenQuestion *entente_questions_get (const EntenteQuestions *questions, guint index);
const EntenteFootnoteGap *entente_questions_get_gap (const EntenteQuestions *questions, guint gap);
/* The event that a question is about, or none. */
EntenteId entente_questions_get_event (const EntenteQuestions *questions, guint index);
/* Numbers of the questions about @event, rising. Free. */
GArray *entente_questions_find (const EntenteQuestions *questions, EntenteId event);
/* In a sentence; @title is that of the event (of the article of a note), NULL where there is none.
 * Free. */
char *entente_questions_format (const EntenteQuestions *questions, guint index, const char *title);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteQuestionNotes, entente_question_notes_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteQuestions, entente_questions_unref)

G_END_DECLS
