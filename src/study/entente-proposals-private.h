/* What the files of the proposals share among themselves; nobody else includes this. */
#pragma once

#include "entente-proposals.h"

G_BEGIN_DECLS

/* Texts that were corrected, printed twice or joined may hold several rejections of one proposal.
 */
typedef struct {
  guint proposal;
  EntenteId rejection;
} EntenteRejected;

struct _EntenteProposals {
  gatomicrefcount refs;
  EntenteArticleDetail *detail;
  EntenteChronicle *chronicle; /* whose actors the reading knows */
  EntenteArticleReading *reading; /* with @read, shared with the results that took it over */
  gpointer read; /* GRcBox-like holder of the reading */
  char *fingerprint; /* of all that was given to the reading */
  GArray *proposals; /* EntenteProposal */
  GArray *rejected; /* EntenteRejected: each rejection of each of them */
};

/* entente-proposals-steps.c: fills in what @suggestion, told by the words [start, end), begins a
 * form with. */
void entente_proposals_propose_suggestion (const EntenteProposals *proposals,
                                           const EntenteSuggestion *suggestion,
                                           gint64 start,
                                           gint64 end,
                                           EntenteProposed *proposed);

/* entente-proposals-actors.c: the actor of the study that the @actor-th of the reading is, or none:
 * it would be made. */
EntenteId entente_proposals_find_actor (const EntenteProposals *proposals, int actor);

/* The actors of a reading as records, for the time of one step; borrows the proposals. */
typedef struct _EntenteProposedActors EntenteProposedActors;

EntenteProposedActors *entente_proposed_actors_new (const EntenteProposals *proposals);
void entente_proposed_actors_free (EntenteProposedActors *actors);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteProposedActors, entente_proposed_actors_free)
/* None for -1. What a new actor belongs to is made with it. */
EntenteId entente_proposed_actors_get (EntenteProposedActors *actors, int actor);
/* Who takes part without a name is a role, made once. */
EntenteId entente_proposed_actors_get_party (EntenteProposedActors *actors,
                                             const EntenteReadingParty *party);
/* Actors, aliases and affiliations that were made, each behind what it names. Borrowed. */
GPtrArray *entente_proposed_actors_get_fresh (EntenteProposedActors *actors);

/* entente-proposals.c: the first mention that begins at @position or behind it. */
guint entente_proposals_find_mention (const EntenteProposals *proposals, gint64 position);

/* entente-proposals-same.c: looks for the event that an open one is the same as. */
void entente_proposals_find_same (const EntenteProposals *proposals, EntenteProposal *proposal);

/* entente-proposals-answers.c: which one it answers; G_MAXUINT: none. */
guint entente_proposals_get_answered (const EntenteProposals *proposals, guint index);
/* Nothing is to be linked: it is there, or both are the same event. */
gboolean entente_proposed_is_linked (const EntenteChronicle *chronicle,
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

/* How far a long job is, and whether it is still wanted. */
typedef struct {
  GCancellable *cancellable; /* or NULL */
  int n_done; /* atomic */
} EntenteWatch;

/* As entente_proposals_accept(), or with @as_new as entente_proposals_accept_new(); NULL once it is
 * cancelled. */
EntenteStep *entente_proposals_accept_watched (const EntenteProposals *proposals,
                                               const guint *indexes,
                                               guint n,
                                               gboolean as_new,
                                               EntenteId *events,
                                               EntenteWatch *watch);

/* What was decided before, for the time of one reading; borrows both. */
typedef struct _EntenteDecided EntenteDecided;

EntenteDecided *entente_decided_new (const EntenteProposals *proposals,
                                     const GPtrArray *rejections);
void entente_decided_free (EntenteDecided *decided);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteDecided, entente_decided_free)
/* Writes into each EntenteProposal of @proposals the event that words of it carry: its very words,
 * else words of the same kind, of the same group, or about the same words. What one passage carries
 * of one event decides about one proposal, the likeliest; others in the same sentence stay open. */
void entente_decided_find_events (EntenteDecided *decided, GArray *proposals);
/* Writes into each EntenteProposal of @proposals, and into its list of those rejected, the
 * rejections that mean it: of its kind, in this text of words of it, in each other text of the same
 * words. A rejection of another text means one proposal, though its words may stand in several
 * places. */
void entente_decided_find_rejections (EntenteDecided *decided, EntenteProposals *proposals);

G_END_DECLS
