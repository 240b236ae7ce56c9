/* What the files of the proposals share among themselves; nobody else includes this. */
#pragma once

#include "entente-proposals.h"

G_BEGIN_DECLS

struct _EntenteProposals {
  gatomicrefcount refs;
  EntenteArticleDetail *detail;
  EntenteChronicle *chronicle; /* whose actors the reading knows */
  EntenteArticleReading *reading; /* with @read, shared with the results that took it over */
  gpointer read; /* GRcBox-like holder of the reading */
  char *fingerprint; /* of all that was given to the reading */
  GArray *proposals; /* EntenteProposal */
};

/* entente-proposals-steps.c: fills in what @suggestion, told by the words [start, end), begins a form with. */
void entente_proposals_propose_suggestion (const EntenteProposals *proposals,
                                           const EntenteSuggestion *suggestion,
                                           gint64 start,
                                           gint64 end,
                                           EntenteProposed *proposed);
/* The actor of the study that the @actor-th of the reading is, or none: it would be made. */
EntenteId entente_proposals_find_actor (const EntenteProposals *proposals, int actor);

/* entente-proposals.c: the first mention that begins at @position or behind it. */
guint entente_proposals_find_mention (const EntenteProposals *proposals, gint64 position);

/* entente-proposals-same.c: looks for the event that an open one is the same as. */
void entente_proposals_find_same (const EntenteProposals *proposals, EntenteProposal *proposal);

/* entente-proposals-answers.c: which one it answers; G_MAXUINT: none. */
guint entente_proposals_get_answered (const EntenteProposals *proposals, guint index);
gboolean entente_proposals_is_linked (const EntenteProposals *proposals,
                                      EntenteId from,
                                      EntenteId to);
/* The link by which the move @index answers another one. */
void entente_proposals_insert_link (const EntenteProposals *proposals,
                                    EntenteStep *step,
                                    guint index,
                                    EntenteId from,
                                    EntenteId to,
                                    EntenteId passage);
/* EntenteLink with the events that are there; the other end is none. */
GPtrArray *entente_proposals_list_links (const EntenteProposals *proposals, guint index);

G_END_DECLS
