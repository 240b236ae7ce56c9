/* EntenteProposals: what reading one article proposes for the record, and what became of each
 * proposal.
 *
 * A proposal is a suggestion of the reading (entente-reading.h) with the words that would carry it.
 * It is open until a person enters or rejects it: entered when a passage of the newest text in
 * about the same words carries an event, of its kind if there are several, and each passage enters
 * one proposal at most; rejected when the study holds a rejection of the same words and kind, each
 * of which rejects one proposal of a text. Nothing here changes a study; the steps that do are made
 * from it, each for entente_study_apply(). Immutable and reference counted; shared between threads.
 */
#pragma once

#include "entente-reading.h"
#include "entente-same-event.h"
#include "entente-study.h"

G_BEGIN_DECLS

typedef struct _EntenteProposals EntenteProposals;

typedef struct {
  const EntenteSuggestion *suggestion; /* borrowed */
  gint64 start, end; /* code points of the text: the clause that would be marked, [start, end) */
  EntenteId event; /* entered as this one, or none */
  EntenteId same; /* of an open one: the event that another article told already, or none */
  EntenteSameReasons same_reasons;
  EntenteId rejection; /* record of its rejection, or none */
} EntenteProposal;

/* @rejections (EntenteRejection) are those of the study, @lexicon (EntenteLexicon) the words that
 * it has learnt. @before, or NULL: an earlier result, whose reading is taken over when text, day,
 * notes, known names, refused names and learnt words are the same. NULL only when cancelled. */
EntenteProposals *entente_proposals_new (EntenteArticleDetail *detail,
                                         const GPtrArray *rejections,
                                         const GPtrArray *lexicon,
                                         EntenteChronicle *chronicle,
                                         EntenteProposals *before,
                                         GCancellable *cancellable,
                                         GError **error);
EntenteProposals *entente_proposals_ref (EntenteProposals *proposals);
void entente_proposals_unref (EntenteProposals *proposals);

EntenteId entente_proposals_get_revision (const EntenteProposals *proposals);
const EntenteArticleReading *entente_proposals_get_reading (const EntenteProposals *proposals);
/* All of them, in order of the text. */
guint entente_proposals_get_n (const EntenteProposals *proposals);
const EntenteProposal *entente_proposals_get (const EntenteProposals *proposals, guint index);
/* Neither entered nor rejected. */
gboolean entente_proposal_is_open (const EntenteProposal *proposal);
/* The words that would be marked. Free. */
char *entente_proposals_dup_words (const EntenteProposals *proposals, guint index);
/* The same from where the move is told: "invited Elbonia to talks". Free. */
char *entente_proposals_dup_phrase (const EntenteProposals *proposals, guint index);
/* "Offer · Kabulov to Taliban · 2 readings". Free. */
char *entente_proposals_describe (const EntenteProposals *proposals, guint index);

/* The words of a passage of the article without marks of notes. Free. */
char *entente_proposals_dup_passage_words (const EntenteProposals *proposals,
                                           const EntentePassage *passage);

/* What would be learnt when a person marks [@start, @end) (code points) as a move of @kind: as
 * entente_lesson_find() writes it. NULL when these words are proposed as that already, or tell
 * nothing. Free. */
char *entente_proposals_find_lesson (const EntenteProposals *proposals,
                                     gint64 start,
                                     gint64 end,
                                     const EntenteKind *kind);

/* What a form begins with. Event, parts, claim, passage and links have no id yet. Actors that the
 * study does not have are made with ids, by which parts and claim name them; they are in @actors
 * with their aliases and affiliations (look at record.entity), each behind what it names, to be
 * inserted first when they are used. Clear with entente_proposed_clear(). */
typedef struct {
  EntenteEvent *event; /* without a kind when no word of a move is known */
  GPtrArray *parts; /* EntenteParticipation */
  GPtrArray *actors; /* EntenteActor, EntenteAlias, EntenteAffiliation */
  EntenteClaim *claim;
  EntentePassage *passage;
  GPtrArray *kinds; /* ids of kinds that the words tell of, likeliest first; static strings */
  GPtrArray
    *links; /* EntenteLink to and from what it answers; the end that is the new event is none */
  EntenteId same; /* the event that it is taken for, or none */
  gboolean is_told; /* the words tell a move, by a proposal */
  char *what_reason, *when_reason, *who_reason; /* in the user's language, or NULL */
} EntenteProposed;
void entente_proposals_propose (const EntenteProposals *proposals,
                                guint index,
                                EntenteProposed *proposed);
/* The same for the words [@start, @end) that a person chose, in code points: by the proposal whose
 * move they tell; where there is none, by the names, pronouns, dates and voices that the reading
 * knows there. */
void entente_proposals_propose_words (const EntenteProposals *proposals,
                                      gint64 start,
                                      gint64 end,
                                      EntenteProposed *proposed);
/* The expression of time that stands in these words, with wording and readings, else NULL. @reason
 * receives why it means that (free), or NULL. A new reference. */
EntenteDate *entente_proposals_find_date (const EntenteProposals *proposals,
                                          gint64 start,
                                          gint64 end,
                                          char **reason);
/* Adds links of @proposed to @step, for the event @event told by @passage (or none). None from an
 * event to itself, and none that
 * @chronicle has: a person may have chosen another event than the one that was proposed. */
void entente_proposed_add_links (const EntenteProposed *proposed,
                                 const EntenteChronicle *chronicle,
                                 EntenteStep *step,
                                 EntenteId event,
                                 EntenteId passage);
/* Puts the records of the speaker of its claim that are not among @records yet where they can be
 * inserted: an actor before what names it. Nothing where the study knows the speaker. */
void entente_proposed_add_speaker (const EntenteProposed *proposed, GPtrArray *records);
/* The claim that the words make of an event that there is: how they are told, and what they say
 * otherwise than it. A new reference. */
EntenteClaim *entente_proposed_make_claim (const EntenteProposed *proposed,
                                           const EntenteChronicle *chronicle,
                                           EntenteId event);
void entente_proposed_clear (EntenteProposed *proposed);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntenteProposed, entente_proposed_clear)

/* ---- steps ---- */

/* Enters these open ones with their actors, claims and passages, and the links to what they answer
 * where that is entered too. Each new actor is made once. One that is the same as an event becomes
 * a claim of it. @events, of @n ids, or NULL, receives the events that they are then. */
EntenteStep *entente_proposals_accept (const EntenteProposals *proposals,
                                       const guint *indexes,
                                       guint n,
                                       EntenteId *events);
/* The same, each as a new event whatever it is the same as. */
EntenteStep *entente_proposals_accept_new (const EntenteProposals *proposals,
                                           const guint *indexes,
                                           guint n,
                                           EntenteId *events);
/* How many of these are open and become claims of events that there are. */
guint entente_proposals_count_same (const EntenteProposals *proposals,
                                    const guint *indexes,
                                    guint n);
/* As entente_proposals_accept() for many: in a thread; "busy-label" and "busy-fraction" of the
 * study tell of it. One at a time. */
void entente_proposals_accept_async (EntenteProposals *proposals,
                                     EntenteStudy *study,
                                     const guint *indexes,
                                     guint n,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
/* To be called in any case. The step is the caller's; NULL when it was cancelled. */
EntenteStep *entente_proposals_accept_finish (EntenteStudy *study,
                                              GAsyncResult *result,
                                              GError **error);
/* Gives up what is under way, if anything is. */
void entente_proposals_accept_cancel (EntenteStudy *study);
/* They are not proposed again. */
EntenteStep *entente_proposals_reject (const EntenteProposals *proposals,
                                       const guint *indexes,
                                       guint n);
/* No mention of this name, which is none of the study's, is proposed as an actor again, in any
 * article; @start and @end (code points) are where it was met. */
EntenteStep *entente_proposals_refuse_name (const EntenteProposals *proposals,
                                            const char *name,
                                            gint64 start,
                                            gint64 end);
/* Takes back all rejections of these. */
EntenteStep *entente_proposals_reconsider (const EntenteProposals *proposals,
                                           const guint *indexes,
                                           guint n);

/* ---- reading ---- */

/* Reads article and rejections from the study, then the words. The first blocks; any thread. */
EntenteProposals *entente_study_read_proposals (EntenteStudy *study,
                                                EntenteId article,
                                                EntenteProposals *before,
                                                GCancellable *cancellable,
                                                GError **error);
void entente_study_read_proposals_async (EntenteStudy *study,
                                         EntenteId article,
                                         EntenteProposals *before,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
EntenteProposals *entente_study_read_proposals_finish (EntenteStudy *study,
                                                       GAsyncResult *result,
                                                       GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteProposals, entente_proposals_unref)

G_END_DECLS
