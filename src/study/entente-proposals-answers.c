/* Which links come with a proposal: to the move that it answers, and from moves that answer it, as
 * far as they are entered. */

#include "config.h"

#include "entente-commands-private.h"
#include "entente-proposals-private.h"

static const EntenteSuggestion *
get_suggestion (const EntenteProposals *self, guint index)
{
  return entente_proposals_get (self, index)->suggestion;
}

guint
entente_proposals_get_answered (const EntenteProposals *self, guint index)
{
  guint other = get_suggestion (self, index)->answers;

  return other == 0 || other > entente_proposals_get_n (self) || other - 1 == index ? G_MAXUINT
                                                                                    : other - 1;
}

gboolean
entente_proposed_is_linked (const EntenteChronicle *chronicle, EntenteId from, EntenteId to)
{
  guint row = entente_chronicle_find_row (chronicle, from), n;
  const EntenteThread *threads;

  if (from == to)
    return TRUE;
  if (row == ENTENTE_NO_INDEX)
    return FALSE;
  threads = entente_chronicle_get_answers_to (chronicle, row, &n);
  for (guint i = 0; i < n; i++)
    if (entente_chronicle_get_id (chronicle, threads[i].row) == to)
      return TRUE;
  return FALSE;
}

static EntenteLink *
make_link (const EntenteProposals *self, guint index, EntenteId from, EntenteId to)
{
  EntenteLink *link = entente_link_new ();

  link->from = from;
  link->to = to;
  link->type = (int) get_suggestion (self, index)->link;
  link->basis = ENTENTE_LINK_INFERRED;
  return link;
}

void
entente_proposals_insert_link (const EntenteProposals *self,
                               EntenteStep *step,
                               guint index,
                               EntenteId from,
                               EntenteId to,
                               EntenteId passage)
{
  g_autoptr (EntenteLink) link = make_link (self, index, from, to);

  link->passage = passage;
  entente_step_insert (step, link);
}

GPtrArray *
entente_proposals_list_links (const EntenteProposals *self, guint index)
{
  GPtrArray *links = g_ptr_array_new_with_free_func (entente_record_unref);
  EntenteId own = entente_proposals_get (self, index)->same;
  guint to = entente_proposals_get_answered (self, index);

  for (guint i = 0; i < entente_proposals_get_n (self); i++) {
    EntenteId event = entente_proposals_get (self, i)->event;

    if (event == ENTENTE_ID_NONE || event == own)
      continue;
    if (i == to && !entente_proposed_is_linked (self->chronicle, own, event))
      g_ptr_array_add (links, make_link (self, index, ENTENTE_ID_NONE, event));
    if (entente_proposals_get_answered (self, i) == index &&
        !entente_proposed_is_linked (self->chronicle, event, own))
      g_ptr_array_add (links, make_link (self, i, event, ENTENTE_ID_NONE));
  }
  return links;
}

void
entente_proposed_add_links (const EntenteProposed *proposed,
                            const EntenteChronicle *chronicle,
                            EntenteStep *step,
                            EntenteId event,
                            EntenteId passage)
{
  for (guint i = 0; proposed->links != NULL && i < proposed->links->len; i++) {
    g_autoptr (EntenteLink) link = entente_link_copy (proposed->links->pdata[i]);

    if (link->from == ENTENTE_ID_NONE) {
      link->from = event;
      link->passage = passage;
    } else {
      link->to = event;
    }
    if (!entente_proposed_is_linked (chronicle, link->from, link->to))
      entente_step_insert (step, link);
  }
}
