/* EntenteProposals: what reading one article proposes for the record, and what became of each proposal.
 *
 * A proposal is a suggestion of the reading (entente-reading.h) with the words that would carry it. It is open until a person
 * enters or rejects it: entered when a passage of the newest text in the same words carries an event of its kind, rejected when
 * the study holds a rejection of the same words and kind. Nothing here changes a study; the steps that do are made from it,
 * each for entente_study_apply(). Immutable and reference counted; shared between threads.
 */
#pragma once

#include "entente-reading.h"
#include "entente-study.h"

G_BEGIN_DECLS

typedef struct _EntenteProposals EntenteProposals;

typedef struct {
  const EntenteSuggestion *suggestion; /* borrowed */
  gint64 start, end; /* code points of the text: the clause that would be marked, [start, end) */
  EntenteId event; /* entered as this one, or none */
  EntenteId rejection; /* record of its rejection, or none */
} EntenteProposal;

/* @rejections (EntenteRejection) are those of the study, @lexicon (EntenteLexicon) the words that it has learnt. @before, or NULL: an
 * earlier result, whose reading is taken over when text, day, notes, known names, refused names and learnt words are the
 * same. NULL only when cancelled. */
EntenteProposals *entente_proposals_new (EntenteArticleDetail *detail,
                                         const GPtrArray *rejections,
                                         const GPtrArray *lexicon,
                                         EntenteChronicle *chronicle,
                                         EntenteProposals *before,
                                         GCancellable *cancellable,
                                         GError **error);
EntenteProposals *entente_proposals_ref (EntenteProposals *proposals);
void entente_proposals_unref (EntenteProposals *proposals);

EntenteId entente_proposals_get_article (const EntenteProposals *proposals);
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

/* What would be learnt when a person marks [@start, @end) (code points) as a move of @kind: as entente_lesson_find() writes it. NULL
 * when these words are proposed as that already, or tell nothing. Free. */
char *entente_proposals_find_lesson (const EntenteProposals *proposals,
                                     gint64 start,
                                     gint64 end,
                                     const EntenteKind *kind);

/* What a form begins with: nothing in it has an id, and @parts (EntenteParticipation) name new actors by their place in
 * @actors (EntenteActor, with ids, to be inserted first when they are used). Clear with entente_proposed_clear(). */
typedef struct {
  EntenteEvent *event;
  GPtrArray *parts;
  GPtrArray *actors;
  EntenteClaim *claim;
  EntentePassage *passage;
} EntenteProposed;
void entente_proposals_propose (const EntenteProposals *proposals,
                                guint index,
                                EntenteProposed *proposed);
void entente_proposed_clear (EntenteProposed *proposed);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntenteProposed, entente_proposed_clear)

/* ---- steps ---- */

/* Enters these open ones with their actors, claims and passages, and the links to what they answer where that is entered too. Each
 * new actor is made once. @events, of @n ids, or NULL, receives those of the new events. */
EntenteStep *entente_proposals_accept (const EntenteProposals *proposals,
                                       const guint *indexes,
                                       guint n,
                                       EntenteId *events);
/* The same for many: in a thread; "busy-label" and "busy-fraction" of the study tell of it. One at a time. */
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
/* No mention of this name, which is none of the study's, is proposed as an actor again, in any article; @start and @end (code
 * points) are where it was met. */
EntenteStep *entente_proposals_refuse_name (const EntenteProposals *proposals,
                                            const char *name,
                                            gint64 start,
                                            gint64 end);
/* Takes rejections back. */
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
