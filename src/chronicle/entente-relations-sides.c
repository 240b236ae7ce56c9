/* Who is a party, and who stands for which at the date of a move. */
#include "config.h"

#include "entente-relations-sides.h"

#include <string.h>

typedef enum { SIDE_NONE, SIDE_FROM, SIDE_TO } Side;

void
entente_relations_sides_init (EntenteRelationsSides *sides,
                              const EntenteChronicle *chronicle,
                              gboolean members,
                              gboolean surely)
{
  *sides = (EntenteRelationsSides){
    .chronicle = chronicle,
    .members = members,
    .surely = surely,
    .is_party = g_new0 (guint8, entente_chronicle_get_n_actors (chronicle) + 1),
    .from = g_array_new (FALSE, FALSE, sizeof (EntenteRelationsEnd)),
    .to = g_array_new (FALSE, FALSE, sizeof (EntenteRelationsEnd)),
  };
}

void
entente_relations_sides_clear (EntenteRelationsSides *sides)
{
  g_free (sides->is_party);
  g_array_unref (sides->from);
  g_array_unref (sides->to);
}

static Side
get_side (const EntentePart *part)
{
  switch (part->role) {
  case ENTENTE_ROLE_INITIATOR:
    return SIDE_FROM;
  case ENTENTE_ROLE_ADDRESSEE:
  case ENTENTE_ROLE_INVITED:
    return SIDE_TO;
  default:
    return SIDE_NONE;
  }
}

static const EntenteAncestor *
get_ancestors (const EntenteRelationsSides *sides, guint32 actor, guint *n)
{
  *n = 0;
  if (!sides->members)
    return NULL;
  return entente_roster_get_ancestors (sides->chronicle->roster, actor, sides->surely, n);
}

static gboolean
belongs_to_somebody (const EntenteRelationsSides *sides, guint32 actor, EntenteSpan window)
{
  guint n;
  const EntenteAncestor *ancestors = get_ancestors (sides, actor, &n);

  for (guint i = 0; i < n; i++)
    if (entente_ancestor_holds (&ancestors[i], window, sides->surely))
      return TRUE;
  return FALSE;
}

/* ---- who is a party ---- */

static void
mark_actor (EntenteRelationsSides *sides, guint32 actor, EntenteSpan window)
{
  guint n;
  const EntenteAncestor *ancestors = get_ancestors (sides, actor, &n);
  gboolean is_below = FALSE;

  for (guint i = 0; i < n; i++) {
    if (!entente_ancestor_holds (&ancestors[i], window, sides->surely) ||
        belongs_to_somebody (sides, ancestors[i].body, window))
      continue;
    is_below = TRUE;
    sides->is_party[ancestors[i].body] = TRUE;
  }
  if (!is_below)
    sides->is_party[actor] = TRUE;
}

void
entente_relations_sides_mark (EntenteRelationsSides *sides, const EntenteBlock *block, guint i)
{
  guint n;
  const EntentePart *parts = entente_block_get_parts (block, i, &n);
  EntenteSpan window = entente_block_get_window (block, i);

  for (guint k = 0; k < n; k++) {
    if (get_side (&parts[k]) == SIDE_NONE)
      continue;
    mark_actor (sides, parts[k].actor, window);
    if (parts[k].speaks_for != ENTENTE_NO_INDEX)
      mark_actor (sides, parts[k].speaks_for, window);
  }
}

/* ---- who stands for which ---- */

static void
add_end (const EntenteRelationsSides *sides, GArray *ends, guint32 party, guint32 actor)
{
  const EntenteRelationsEnd end = { party, actor };

  if (!sides->is_party[party])
    return;
  for (guint i = 0; i < ends->len; i++)
    if (memcmp (&g_array_index (ends, EntenteRelationsEnd, i), &end, sizeof end) == 0)
      return;
  g_array_append_val (ends, end);
}

/* Adds everybody for whom @named, who is the participant or for whom it speaks, stands. */
static void
add_ends (const EntenteRelationsSides *sides,
          GArray *ends,
          guint32 named,
          guint32 actor,
          EntenteSpan window)
{
  guint n;
  const EntenteAncestor *ancestors = get_ancestors (sides, named, &n);

  add_end (sides, ends, named, actor);
  for (guint i = 0; i < n; i++)
    if (entente_ancestor_holds (&ancestors[i], window, sides->surely))
      add_end (sides, ends, ancestors[i].body, actor);
}

void
entente_relations_sides_look (EntenteRelationsSides *sides, const EntenteBlock *block, guint i)
{
  guint n;
  const EntentePart *parts = entente_block_get_parts (block, i, &n);
  EntenteSpan window = entente_block_get_window (block, i);

  g_array_set_size (sides->from, 0);
  g_array_set_size (sides->to, 0);
  for (guint k = 0; k < n; k++) {
    Side side = get_side (&parts[k]);
    GArray *ends = side == SIDE_FROM ? sides->from : sides->to;

    if (side == SIDE_NONE)
      continue;
    add_ends (sides, ends, parts[k].actor, parts[k].actor, window);
    if (parts[k].speaks_for != ENTENTE_NO_INDEX)
      add_ends (sides, ends, parts[k].speaks_for, parts[k].actor, window);
  }
}
