/* Is a proposal an event that another article told already? What this article alone tells is left
 * out: two tellings in one article are for the reading to tell apart, and "accept" must decide
 * alike one by one and all at once. */

#include "config.h"

#include "entente-proposals-private.h"

/* Of the likest, so that those which do not count do not hide the others. */
#define MAX_LOOKED_AT 8

/* FALSE when somebody takes part whom the study does not know: then none of its events can be it.
 */
static gboolean
list_parts (const EntenteProposals *self, const EntenteSuggestion *suggestion, GPtrArray *parts)
{
  for (guint i = 0; i < suggestion->parties->len; i++) {
    const EntenteReadingParty *party = g_ptr_array_index (suggestion->parties, i);
    EntenteParticipation *part;
    EntenteId actor;

    if (party->actor < 0)
      return FALSE;
    actor = entente_proposals_find_actor (self, party->actor);
    if (actor == ENTENTE_ID_NONE)
      return FALSE;
    part = entente_participation_new ();
    part->actor = actor;
    part->role = (int) party->role;
    g_ptr_array_add (parts, part);
  }
  return parts->len > 0;
}

static gboolean
is_told_here_alone (const EntenteProposals *self, guint row)
{
  guint32 article =
    entente_chronicle_find_article (self->chronicle, self->detail->article->record.id);
  guint n;
  const EntenteVoice *voices = entente_chronicle_get_voices (self->chronicle, row, &n);

  for (guint i = 0; i < n; i++)
    if (voices[i].article != article)
      return FALSE;
  return n > 0;
}

static void
drop_told_here (const EntenteProposals *self, GArray *found)
{
  for (guint i = found->len; i > 0; i--)
    if (is_told_here_alone (self, g_array_index (found, EntenteSameEvent, i - 1).row))
      g_array_remove_index (found, i - 1);
}

/* What is not dated is the same as nothing, which spares the walk over the study. */
static gboolean
is_dated (const EntenteDate *when)
{
  EntenteSpan window;

  if (when == NULL || !entente_date_is_dated (when))
    return FALSE;
  window = entente_date_get_window (when);
  return window.start != ENTENTE_TIME_MIN && window.end != ENTENTE_TIME_MAX;
}

void
entente_proposals_find_same (const EntenteProposals *self, EntenteProposal *proposal)
{
  const EntenteSuggestion *suggestion = proposal->suggestion;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (entente_record_unref);
  g_autoptr (GArray) found = NULL;
  EntenteSameEventQuery query = { .kind = entente_kind_find (suggestion->kind), .parts = parts };
  const EntenteSameEvent *same;

  if (query.kind == NULL || !is_dated (suggestion->when) || !list_parts (self, suggestion, parts))
    return;
  query.window = entente_date_get_window (suggestion->when);
  found = entente_same_event_find (self->chronicle, &query, MAX_LOOKED_AT);
  drop_told_here (self, found);
  same = entente_same_event_choose (self->chronicle, &query, found);
  if (same == NULL)
    return;
  proposal->same = entente_chronicle_get_id (self->chronicle, same->row);
  proposal->same_reasons = same->reasons;
}

guint
entente_proposals_count_same (const EntenteProposals *self, const guint *indexes, guint n)
{
  guint n_same = 0;

  for (guint i = 0; i < n; i++) {
    const EntenteProposal *proposal = entente_proposals_get (self, indexes[i]);

    n_same += entente_proposal_is_open (proposal) && proposal->same != ENTENTE_ID_NONE;
  }
  return n_same;
}
