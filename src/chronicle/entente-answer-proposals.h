/* EntenteAnswerProposals: for every move that waits for an answer, the later moves that look like
 * one.
 *
 * A later move may be the answer when its kind fits (core/entente-kind-answers.h), when whom the
 * move addressed, one of its members at that date or the body it belongs to makes it, when it goes
 * back to a side that made the move or to nobody named, and when it answers nothing else yet. What
 * is surely earlier is never proposed; what may be earlier says so. Proposals count as nothing
 * until a person accepts them. Immutable, reference counted; any thread.
 */
#pragma once

#include "entente-bitset.h"
#include "entente-chronicle.h"

G_BEGIN_DECLS

typedef struct {
  guint32 row; /* of the move */
  guint32 answer; /* row of what may answer it */
  guint32 by; /* index of the actor who would answer */
  guint32 asked; /* index of the addressee for whom: `by` itself, its body or one of its members */
  guint32
    back; /* index of a maker of the move to whom it goes, or ENTENTE_NO_INDEX: to nobody named */
  guint8 type; /* EntenteLinkType */
  guint8 surely_later; /* else only possibly */
} EntenteAnswerProposal;

/* What a person has refused: @answer is no answer to @move. */
typedef struct {
  EntenteId move, answer;
} EntenteAnswerRefusal;

typedef struct _EntenteAnswerProposals EntenteAnswerProposals;

/* At most so many for one move, nearest first. */
#define ENTENTE_ANSWER_PROPOSALS_MAX 5
/* What comes more days later is none. */
#define ENTENTE_ANSWER_PROPOSALS_DAYS 400

/* @refusals: EntenteAnswerRefusal in any order, or NULL. @cancelled (may be NULL) is read as an
 * atomic; NULL when it was set. */
EntenteAnswerProposals *entente_answer_proposals_new (const EntenteChronicle *chronicle,
                                                      const GArray *refusals,
                                                      const gboolean *cancelled);
EntenteAnswerProposals *entente_answer_proposals_ref (EntenteAnswerProposals *proposals);
void entente_answer_proposals_unref (EntenteAnswerProposals *proposals);
/* That rows and indexes belong to; borrowed. */
EntenteChronicle *entente_answer_proposals_get_chronicle (const EntenteAnswerProposals *proposals);
/* Those for the move @event, nearest first; NULL and 0 when there are none. Borrowed. */
const EntenteAnswerProposal *entente_answer_proposals_get (const EntenteAnswerProposals *proposals,
                                                           EntenteId event,
                                                           guint *n);
/* How many moves of @rows (of the same chronicle; NULL: all) have any. */
guint entente_answer_proposals_count (const EntenteAnswerProposals *proposals,
                                      const EntenteBitset *rows);
/* How many of them wait for an answer, with proposals or without. */
guint entente_answer_proposals_count_waiting (const EntenteAnswerProposals *proposals,
                                              const EntenteBitset *rows);
/* Why it is proposed, in words of the user's language, parts separated by " · ". Free. */
char *entente_answer_proposal_format_reason (const EntenteChronicle *chronicle,
                                             const EntenteAnswerProposal *proposal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteAnswerProposals, entente_answer_proposals_unref)

G_END_DECLS
