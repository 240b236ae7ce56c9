/* Children are hung under their parents, each parent's by name, and then the tree is walked from
 * its tops; what the walk does not reach goes round in a circle, and is a top itself.
 */
#include "config.h"

#include "entente-record-tree.h"

#include <string.h>

guint
entente_record_tree_count (const EntenteChronicle *chronicle, EntenteEntity entity)
{
  if (entity == ENTENTE_ENTITY_TRACK)
    return entente_chronicle_get_n_tracks (chronicle);
  return entity == ENTENTE_ENTITY_PLACE ? entente_chronicle_get_n_places (chronicle)
                                        : entente_chronicle_get_n_issues (chronicle);
}

const EntenteRecord *
entente_record_tree_get (const EntenteChronicle *chronicle,
                         EntenteEntity entity,
                         guint32 index,
                         const char **name)
{
  if (entity == ENTENTE_ENTITY_TRACK) {
    const EntenteTrack *track = entente_chronicle_get_track (chronicle, index);

    *name = track->name;
    return &track->record;
  }
  if (entity == ENTENTE_ENTITY_PLACE) {
    const EntentePlace *place = entente_chronicle_get_place_record (chronicle, index);

    *name = place->name;
    return &place->record;
  } else {
    const EntenteIssue *issue = entente_chronicle_get_issue (chronicle, index);

    *name = issue->name;
    return &issue->record;
  }
}

guint32
entente_record_tree_find (const EntenteChronicle *chronicle, EntenteEntity entity, EntenteId id)
{
  if (entity == ENTENTE_ENTITY_TRACK)
    return entente_chronicle_find_track (chronicle, id);
  return entity == ENTENTE_ENTITY_PLACE ? entente_chronicle_find_place (chronicle, id)
                                        : entente_chronicle_find_issue (chronicle, id);
}

static guint32
find_parent (const EntenteChronicle *chronicle, EntenteEntity entity, guint32 index)
{
  EntenteId parent = ENTENTE_ID_NONE;

  if (entity == ENTENTE_ENTITY_PLACE)
    parent = entente_chronicle_get_place_record (chronicle, index)->parent;
  else if (entity == ENTENTE_ENTITY_ISSUE)
    parent = entente_chronicle_get_issue (chronicle, index)->parent;
  return parent != ENTENTE_ID_NONE ? entente_record_tree_find (chronicle, entity, parent)
                                   : ENTENTE_NO_INDEX;
}

/* A record on its way into the tree. */
typedef struct {
  guint32 index, parent;
  char *key; /* by which those of one parent are ordered */
} Leaf;

static void
clear_leaf (gpointer data)
{
  g_free (((Leaf *) data)->key);
}

/* By parent, tops last; then by name. */
static int
compare_leaves (gconstpointer a, gconstpointer b)
{
  const Leaf *left = a, *right = b;
  int order = (left->parent > right->parent) - (left->parent < right->parent);

  if (order == 0)
    order = strcmp (left->key, right->key);
  return order != 0 ? order : (left->index > right->index) - (left->index < right->index);
}

static GArray *
collect_leaves (const EntenteChronicle *chronicle, EntenteEntity entity)
{
  guint n = entente_record_tree_count (chronicle, entity);
  GArray *leaves = g_array_sized_new (FALSE, FALSE, sizeof (Leaf), n);

  g_array_set_clear_func (leaves, clear_leaf);
  for (guint32 i = 0; i < n; i++) {
    const char *name;
    Leaf leaf = { i, find_parent (chronicle, entity, i), NULL };

    entente_record_tree_get (chronicle, entity, i, &name);
    leaf.key = g_utf8_collate_key_for_filename (name != NULL ? name : "", -1);
    g_array_append_val (leaves, leaf);
  }
  g_array_sort (leaves, compare_leaves);
  return leaves;
}

typedef struct {
  const GArray *leaves; /* Leaf, sorted */
  gboolean *taken; /* by index */
  GArray *tree; /* EntenteTreeNode */
} Walk;

static const Leaf *
get_leaf (const Walk *walk, guint at)
{
  return &g_array_index (walk->leaves, Leaf, at);
}

/* First of the leaves below @parent. */
static guint
search_leaves (const Walk *walk, guint32 parent)
{
  guint low = 0, high = walk->leaves->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (get_leaf (walk, middle)->parent < parent)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* A stack of places, since nobody says how deep a tree of a file from elsewhere is. */
static void
walk_from (Walk *walk, guint32 index)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (EntenteTreeNode));
  EntenteTreeNode top = { index, ENTENTE_NO_INDEX, 0 };

  g_array_append_val (stack, top);
  while (stack->len > 0) {
    EntenteTreeNode node = g_array_index (stack, EntenteTreeNode, stack->len - 1);
    guint first, end;

    g_array_set_size (stack, stack->len - 1);
    if (walk->taken[node.index])
      continue;
    walk->taken[node.index] = TRUE;
    g_array_append_val (walk->tree, node);
    first = search_leaves (walk, node.index);
    end = search_leaves (walk, node.index + 1);
    for (guint at = end; at > first; at--) {
      EntenteTreeNode below = { get_leaf (walk, at - 1)->index, node.index, node.depth + 1 };

      if (!walk->taken[below.index])
        g_array_append_val (stack, below);
    }
  }
}

GArray *
entente_record_tree_new (const EntenteChronicle *chronicle, EntenteEntity entity)
{
  guint n = entente_record_tree_count (chronicle, entity);
  g_autoptr (GArray) leaves = collect_leaves (chronicle, entity);
  g_autofree gboolean *taken = g_new0 (gboolean, n + 1);
  Walk walk = { leaves, taken, g_array_sized_new (FALSE, FALSE, sizeof (EntenteTreeNode), n) };

  for (guint at = search_leaves (&walk, ENTENTE_NO_INDEX); at < leaves->len; at++)
    walk_from (&walk, get_leaf (&walk, at)->index);
  for (guint at = 0; at < leaves->len; at++)
    if (!taken[get_leaf (&walk, at)->index])
      walk_from (&walk, get_leaf (&walk, at)->index);
  return walk.tree;
}

gboolean
entente_record_tree_is_flat (const EntenteChronicle *chronicle, EntenteEntity entity)
{
  for (guint32 i = 0; i < entente_record_tree_count (chronicle, entity); i++)
    if (find_parent (chronicle, entity, i) != ENTENTE_NO_INDEX)
      return FALSE;
  return TRUE;
}

guint32 *
entente_record_tree_get_parents (const GArray *tree)
{
  guint32 *parents = g_new (guint32, tree->len + 1);

  for (guint i = 0; i < tree->len; i++) {
    const EntenteTreeNode *node = &g_array_index (tree, EntenteTreeNode, i);

    parents[node->index] = node->parent;
  }
  return parents;
}

gboolean
entente_record_tree_is_within (const guint32 *parents, guint32 index, guint32 above)
{
  for (; index != ENTENTE_NO_INDEX; index = parents[index])
    if (index == above)
      return TRUE;
  return FALSE;
}
