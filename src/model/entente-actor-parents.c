/* Parents are found actor by actor, so that whoever comes later has none yet; then long chains are
 * cut from the top. */
#include "config.h"

#include "entente-actor-parents.h"

#include <string.h>

/* More bodies above one actor than this are no negotiation's; what lies beyond is taken for a
 * circle. */
#define MAX_LOOKS 256

struct _EntenteActorParents {
  guint n_actors;
  guint32 *starts; /* of the parents of each actor, and one more: all */
  GArray *parents; /* guint32 */
  guint8 *is_cut; /* has no parents though some are written down */
  /* While it is made. */
  guint *visits; /* mark of the last walk that came by */
  guint visit;
  GArray *stack; /* guint32 */
};

static void
push_parents (EntenteActorParents *self, guint32 actor, guint32 current)
{
  guint end = actor < current ? self->starts[actor + 1] : self->parents->len;

  for (guint i = self->starts[actor]; i < end; i++) {
    guint32 parent = g_array_index (self->parents, guint32, i);

    if (self->visits[parent] == self->visit || parent > current)
      continue;
    self->visits[parent] = self->visit;
    g_array_append_val (self->stack, parent);
  }
}

/* TRUE when @current is @above or stands above it. */
static gboolean
is_above (EntenteActorParents *self, guint32 current, guint32 above)
{
  guint n_looks = 0;

  if (above > current)
    return FALSE;
  self->visit++;
  g_array_set_size (self->stack, 1);
  g_array_index (self->stack, guint32, 0) = above;
  while (self->stack->len > 0) {
    guint32 actor = g_array_index (self->stack, guint32, self->stack->len - 1);

    if (actor == current || ++n_looks > MAX_LOOKS)
      return TRUE;
    g_array_set_size (self->stack, self->stack->len - 1);
    push_parents (self, actor, current);
  }
  return FALSE;
}

static gboolean
has_parent (const EntenteActorParents *self, guint32 actor, guint32 parent)
{
  for (guint i = self->starts[actor]; i < self->parents->len; i++)
    if (g_array_index (self->parents, guint32, i) == parent)
      return TRUE;
  return FALSE;
}

static void
find_parents (EntenteActorParents *self, const EntenteChronicle *chronicle, guint32 actor)
{
  guint n;
  const EntenteAffiliation *const *affiliations =
    entente_chronicle_get_affiliations (chronicle, actor, &n);

  self->starts[actor] = self->parents->len;
  for (guint i = 0; i < n && self->parents->len - self->starts[actor] < MAX_LOOKS; i++) {
    guint32 parent = entente_chronicle_find_actor (chronicle, affiliations[i]->parent);

    if (parent != ENTENTE_NO_INDEX && !has_parent (self, actor, parent) &&
        !is_above (self, actor, parent))
      g_array_append_val (self->parents, parent);
  }
  self->starts[actor + 1] = self->parents->len;
}

/* ---- long chains ---- */

/* The other way round: members of each actor, by a count of them. Free both. */
static guint32 *
list_members (const EntenteActorParents *self, guint32 **starts)
{
  guint32 *members = g_new (guint32, self->parents->len + 1);
  guint32 *ends = g_new0 (guint32, self->n_actors + 2);

  for (guint i = 0; i < self->parents->len; i++)
    ends[g_array_index (self->parents, guint32, i) + 2]++;
  for (guint i = 2; i < self->n_actors + 2; i++)
    ends[i] += ends[i - 1];
  for (guint32 actor = 0; actor < self->n_actors; actor++)
    for (guint i = self->starts[actor]; i < self->starts[actor + 1]; i++)
      members[ends[g_array_index (self->parents, guint32, i) + 1]++] = actor;
  *starts = ends;
  return members;
}

/* From the top down: an actor has its turn when all its parents had theirs. */
static void
cut_long_chains (EntenteActorParents *self)
{
  g_autofree guint32 *starts = NULL;
  g_autofree guint32 *members = list_members (self, &starts);
  g_autofree guint32 *turns = g_new (guint32, self->n_actors + 1);
  g_autofree guint *depths = g_new0 (guint, self->n_actors + 1);
  g_autofree guint *n_waiting = g_new (guint, self->n_actors + 1);
  guint n_turns = 0;

  for (guint32 actor = 0; actor < self->n_actors; actor++) {
    n_waiting[actor] = self->starts[actor + 1] - self->starts[actor];
    if (n_waiting[actor] == 0)
      turns[n_turns++] = actor;
  }
  for (guint i = 0; i < n_turns; i++) {
    guint32 actor = turns[i];

    self->is_cut[actor] = depths[actor] > ENTENTE_MAX_BODIES;
    if (self->is_cut[actor])
      depths[actor] = 0;
    for (guint j = starts[actor]; j < starts[actor + 1]; j++) {
      depths[members[j]] = MAX (depths[members[j]], depths[actor] + 1);
      if (--n_waiting[members[j]] == 0)
        turns[n_turns++] = members[j];
    }
  }
}

EntenteActorParents *
entente_actor_parents_new (const EntenteChronicle *chronicle)
{
  EntenteActorParents *self = g_new0 (EntenteActorParents, 1);

  self->n_actors = entente_chronicle_get_n_actors (chronicle);
  self->starts = g_new0 (guint32, self->n_actors + 1);
  self->parents = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->is_cut = g_new0 (guint8, self->n_actors + 1);
  self->visits = g_new0 (guint, self->n_actors + 1);
  self->stack = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 actor = 0; actor < self->n_actors; actor++)
    find_parents (self, chronicle, actor);
  g_clear_pointer (&self->visits, g_free);
  g_clear_pointer (&self->stack, g_array_unref);
  cut_long_chains (self);
  return self;
}

void
entente_actor_parents_free (EntenteActorParents *self)
{
  if (self == NULL)
    return;
  g_free (self->starts);
  g_free (self->is_cut);
  g_array_unref (self->parents);
  g_free (self);
}

const guint32 *
entente_actor_parents_get (const EntenteActorParents *self, guint32 actor, guint *n)
{
  guint start = self->starts[actor];

  *n = self->is_cut[actor] ? 0 : self->starts[actor + 1] - start;
  return (const guint32 *) (gpointer) self->parents->data + start;
}
