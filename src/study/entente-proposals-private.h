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

/* How far a long job is, and whether it is still wanted. */
typedef struct {
  GCancellable *cancellable; /* or NULL */
  int n_done; /* atomic */
} EntenteWatch;

/* As entente_proposals_accept(); NULL once it is cancelled. */
EntenteStep *entente_proposals_accept_watched (const EntenteProposals *proposals,
                                               const guint *indexes,
                                               guint n,
                                               EntenteId *events,
                                               EntenteWatch *watch);

/* What was decided before, for the time of one reading; borrows both. */
typedef struct _EntenteDecided EntenteDecided;

EntenteDecided *entente_decided_new (const EntenteProposals *proposals,
                                     const GPtrArray *rejections);
void entente_decided_free (EntenteDecided *decided);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteDecided, entente_decided_free)
/* The event of the same kind, or else of the same group, that is carried by words of the proposal; or none. */
EntenteId entente_decided_find_event (EntenteDecided *decided, const EntenteProposal *proposal);
/* The rejection of the same kind: in this text of words of the proposal, in another one of the same @words; or none. */
EntenteId entente_decided_find_rejection (EntenteDecided *decided,
                                          const EntenteProposal *proposal,
                                          const char *words);

G_END_DECLS
