/* EntentePositionProposal: what the form of a position begins with, out of the reading of an
 * article: each value with the reason why it is proposed. Nothing is entered without a person.
 * Pure; any thread. */
#pragma once

#include "entente-proposals.h"

G_BEGIN_DECLS

/* Clear with entente_position_proposal_clear(). */
typedef struct {
  EntentePosition *position; /* without id and passage; actor and issue may be none, when NULL */
  gboolean has_kind; /* some word tells the kind; else it is ENTENTE_POSITION_DEMAND */
  char *actor_name; /* of an actor that the study does not have, who is in @records; or NULL */
  GPtrArray *records; /* EntenteActor with its aliases and affiliations, to be inserted first; may
                         be empty */
  char *actor_reason, *issue_reason, *kind_reason,
    *when_reason; /* sentences for a person, or NULL where nothing is proposed */
} EntentePositionProposal;

/* Of the words @passage of the text that @proposals were read from; @chronicle knows the issues. */
void entente_position_proposal_make (EntentePositionProposal *proposal,
                                     const EntenteProposals *proposals,
                                     const EntenteChronicle *chronicle,
                                     const EntentePassage *passage);
void entente_position_proposal_clear (EntentePositionProposal *proposal);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntentePositionProposal, entente_position_proposal_clear)

G_END_DECLS
