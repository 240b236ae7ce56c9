/* Who and when come from the move that the words tell, as for an event; kind and issue from the
 * words themselves. */
#include "config.h"

#include "entente-position-proposal.h"

#include "entente-position-guess.h"

#include <glib/gi18n-lib.h>

/* ---- who ---- */

static EntenteId
find_part (const EntenteProposed *proposed, EntenteRole role)
{
  for (guint i = 0; proposed->parts && i < proposed->parts->len; i++) {
    const EntenteParticipation *part = proposed->parts->pdata[i];

    if (part->role == (int) role)
      return part->actor;
  }
  return ENTENTE_ID_NONE;
}

static const char *
find_new_name (const EntenteProposed *proposed, EntenteId id)
{
  for (guint i = 0; proposed->actors && i < proposed->actors->len; i++) {
    const EntenteRecord *record = proposed->actors->pdata[i];

    if (record->entity == ENTENTE_ENTITY_ACTOR && record->id == id)
      return ((const EntenteActor *) (gconstpointer) record)->name;
  }
  return NULL;
}

/* Who acts in the clause, else who speaks. */
static void
propose_actor (EntentePositionProposal *self, const EntenteProposed *proposed)
{
  EntenteId actor = find_part (proposed, ENTENTE_ROLE_INITIATOR);
  const char *name;

  if (actor == ENTENTE_ID_NONE)
    actor = find_part (proposed, ENTENTE_ROLE_PARTICIPANT);
  if (actor != ENTENTE_ID_NONE) {
    self->actor_reason =
      g_strdup (proposed->who_reason ? proposed->who_reason : _ ("who acts in these words"));
  } else if (proposed->claim && proposed->claim->speaker != ENTENTE_ID_NONE) {
    actor = proposed->claim->speaker;
    self->actor_reason = g_strdup (_ ("who speaks in these words"));
  }
  self->position->actor = actor;
  name = find_new_name (proposed, actor);
  if (!name)
    return;
  self->actor_name = g_strdup (name);
  if (proposed->claim) {
    g_autoptr (EntenteClaim) spoken = entente_claim_copy (proposed->claim);
    EntenteProposed of_actor = *proposed;

    spoken->speaker = actor;
    of_actor.claim = spoken;
    entente_proposed_add_speaker (&of_actor, self->records);
  }
}

/* ---- what ---- */

/* Where the words tell no kind, the move that they tell may. */
static gboolean
find_kind_of_move (const EntenteProposed *proposed, int *kind)
{
  const EntenteKind *move =
    proposed->event && proposed->event->kind ? entente_kind_find (proposed->event->kind) : NULL;

  if (!move)
    return FALSE;
  switch (move->group) {
  case ENTENTE_GROUP_OFFER:
    *kind = ENTENTE_POSITION_OFFER;
    return TRUE;
  case ENTENTE_GROUP_ACCEPT:
  case ENTENTE_GROUP_AGREE:
    *kind = ENTENTE_POSITION_AGREEMENT;
    return TRUE;
  case ENTENTE_GROUP_REFUSE:
    *kind = ENTENTE_POSITION_REJECTION;
    return TRUE;
  case ENTENTE_GROUP_PRESS:
    *kind = g_str_equal (move->id, "precondition") ? ENTENTE_POSITION_PRECONDITION
                                                   : ENTENTE_POSITION_DEMAND;
    return TRUE;
  default:
    return FALSE;
  }
}

static void
propose_kind (EntentePositionProposal *self, const EntenteProposed *proposed, const char *quote)
{
  g_autofree char *words = NULL;
  int kind;

  self->has_kind = TRUE;
  if (entente_position_guess_kind (quote, &kind, &words))
    self->kind_reason = g_strdup_printf (_ ("“%s” tells it"), words);
  else if (find_kind_of_move (proposed, &kind))
    self->kind_reason =
      g_strdup_printf (_ ("the move told here: %s"),
                       entente_kind_get_label (entente_kind_find (proposed->event->kind)));
  else
    self->has_kind = FALSE;
  self->position->kind = self->has_kind ? kind : ENTENTE_POSITION_DEMAND;
}

/* ---- which issue ---- */

static void
propose_issue (EntentePositionProposal *self, const EntenteChronicle *chronicle, const char *quote)
{
  guint n = entente_chronicle_get_n_issues (chronicle);
  g_autofree EntenteIssueName *names = g_new (EntenteIssueName, n + 1);
  g_autoptr (GArray) issues = NULL;

  for (guint i = 0; i < n; i++) {
    const EntenteIssue *issue = entente_chronicle_get_issue (chronicle, i);

    names[i] = (EntenteIssueName){ issue->record.id, issue->name };
  }
  issues = entente_position_guess_issues (names, n, quote);
  if (issues->len == 0)
    return;
  self->position->issue = g_array_index (issues, EntenteId, 0);
  self->issue_reason = g_strdup (_ ("its name, or words of it, stand here"));
}

void
entente_position_proposal_make (EntentePositionProposal *self,
                                const EntenteProposals *proposals,
                                const EntenteChronicle *chronicle,
                                const EntentePassage *passage)
{
  g_auto (EntenteProposed) proposed = { NULL };

  *self = (EntentePositionProposal){
    .position = entente_position_new (),
    .records = g_ptr_array_new_with_free_func (entente_record_unref),
  };
  entente_proposals_propose_words (proposals, passage->start, passage->end, &proposed);
  propose_actor (self, &proposed);
  propose_kind (self, &proposed, passage->quote);
  propose_issue (self, chronicle, passage->quote);
  self->position->text = entente_proposals_dup_passage_words (proposals, passage);
  if (proposed.event && proposed.event->when) {
    self->position->when = entente_date_ref (proposed.event->when);
    self->when_reason = g_strdup (proposed.when_reason);
  }
}

void
entente_position_proposal_clear (EntentePositionProposal *self)
{
  g_clear_pointer (&self->position, entente_position_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->actor_name, g_free);
  g_clear_pointer (&self->actor_reason, g_free);
  g_clear_pointer (&self->issue_reason, g_free);
  g_clear_pointer (&self->kind_reason, g_free);
  g_clear_pointer (&self->when_reason, g_free);
}
