/* EntenteLooseEnds: what a study leaves open, kept up to date: answers that are proposed for moves
 * that wait, and open questions.
 *
 * One for each study, shared by all who hold it; it works only while somebody does. What the file
 * says of questions is read by the worker of the store; the rest is computed in a thread over the
 * immutable chronicle, so between an edit and "changed" it still speaks of the chronicle before:
 * ask by id. Main thread.
 */
#pragma once

#include "entente-answer-proposals.h"
#include "entente-question-steps.h"
#include "entente-study.h"

G_BEGIN_DECLS

#define ENTENTE_TYPE_LOOSE_ENDS (entente_loose_ends_get_type ())
G_DECLARE_FINAL_TYPE (EntenteLooseEnds, entente_loose_ends, ENTENTE, LOOSE_ENDS, GObject)

/* Signal "changed" (): both are new. */
/* Those of @study; a new reference. */
EntenteLooseEnds *entente_loose_ends_get (EntenteStudy *study);
/* Those that somebody holds already, or NULL; borrowed. */
EntenteLooseEnds *entente_loose_ends_peek (EntenteStudy *study);
/* NULL until they are there for the first time; borrowed until "changed". */
EntenteAnswerProposals *entente_loose_ends_get_proposals (EntenteLooseEnds *ends);
EntenteQuestions *entente_loose_ends_get_questions (EntenteLooseEnds *ends);
/* The first proposal for the move @event, or, past what was stepped over with
 * entente_loose_ends_step(), the next; NULL when there is none. @n and @number (from 1) may be
 * NULL. Borrowed until "changed". */
const EntenteAnswerProposal *entente_loose_ends_get_proposal (EntenteLooseEnds *ends,
                                                              EntenteId event,
                                                              guint *number,
                                                              guint *n);
/* Goes to the next or previous proposal for @event; emits "stepped" (gint64 event) when there is
 * another. */
void entente_loose_ends_step (EntenteLooseEnds *ends, EntenteId event, int step);
/* "perhaps: Kabul declines, 12 days"; NULL when nothing is proposed. Free. */
char *entente_loose_ends_format_proposal (EntenteLooseEnds *ends, EntenteId event);

G_END_DECLS
