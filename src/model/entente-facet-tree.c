/* Follows the tree of records (entente-record-tree.h). */
#include "config.h"

#include "entente-facet-tree.h"

#include "entente-facet-criterion.h"
#include "entente-record-tree.h"

guint32 *
entente_facet_tree_get_parents (EntenteFacet facet, const EntenteChronicle *chronicle)
{
  EntenteEntity entity = facet == ENTENTE_FACET_PLACE ? ENTENTE_ENTITY_PLACE : ENTENTE_ENTITY_ISSUE;
  g_autoptr (GArray) tree = NULL;
  guint32 *parents;

  if ((facet != ENTENTE_FACET_PLACE && facet != ENTENTE_FACET_ISSUE) ||
      entente_record_tree_is_flat (chronicle, entity))
    return NULL;
  tree = entente_record_tree_new (chronicle, entity);
  parents = entente_record_tree_get_parents (tree);
  parents[tree->len] = ENTENTE_NO_INDEX; /* of "none" */
  return parents;
}

static guint32
get_parent (const guint32 *parents, guint32 value)
{
  return parents != NULL ? parents[value] : ENTENTE_NO_INDEX;
}

gboolean
entente_facet_tree_names (EntenteFacet facet,
                          const EntenteQuery *query,
                          const EntenteChronicle *chronicle,
                          const guint32 *parents,
                          guint value)
{
  if (entente_facet_criterion_get_match (facet, query, chronicle) == ENTENTE_MATCH_ALL)
    return entente_facet_criterion_names (facet, query, chronicle, value);
  for (guint32 at = value; at != ENTENTE_NO_INDEX; at = get_parent (parents, at))
    if (entente_facet_criterion_names (facet, query, chronicle, at))
      return TRUE;
  return FALSE;
}

/* Names what stands right under @above. */
static void
name_parts (EntenteFacet facet,
            EntenteQuery *query,
            const EntenteChronicle *chronicle,
            const guint32 *parents,
            guint32 above)
{
  guint n = entente_facet_criterion_count (facet, chronicle);

  for (guint32 value = 0; value < n; value++)
    if (parents[value] == above)
      entente_facet_criterion_put (facet, query, chronicle, value, TRUE);
}

/* From the top down, so that the way to the value is opened part by part. */
static void
open_way (EntenteFacet facet,
          EntenteQuery *query,
          const EntenteChronicle *chronicle,
          const guint32 *parents,
          guint32 value)
{
  guint32 above = get_parent (parents, value);

  if (above == ENTENTE_NO_INDEX)
    return;
  open_way (facet, query, chronicle, parents, above);
  if (!entente_facet_criterion_names (facet, query, chronicle, above))
    return;
  entente_facet_criterion_put (facet, query, chronicle, above, FALSE);
  name_parts (facet, query, chronicle, parents, above);
}

void
entente_facet_tree_leave_out (EntenteFacet facet,
                              EntenteQuery *query,
                              const EntenteChronicle *chronicle,
                              const guint32 *parents,
                              guint value)
{
  guint n = entente_facet_criterion_count (facet, chronicle);

  if (entente_facet_criterion_get_match (facet, query, chronicle) != ENTENTE_MATCH_ALL)
    open_way (facet, query, chronicle, parents, value);
  for (guint32 below = 0; parents != NULL && below < n; below++)
    if (entente_record_tree_is_within (parents, below, value))
      entente_facet_criterion_put (facet, query, chronicle, below, FALSE);
  entente_facet_criterion_put (facet, query, chronicle, value, FALSE);
}

/* ---- arranging ---- */

typedef struct {
  GPtrArray *items; /* as they were */
  const guint32 *parents;
  GPtrArray *arranged;
} Arranging;

static gboolean
has_value (const GPtrArray *items, guint32 value)
{
  for (guint i = 0; i < items->len; i++)
    if (entente_facet_item_get_value (items->pdata[i]) == value)
      return TRUE;
  return FALSE;
}

/* Those that stand under @above, each with what stands under it. The tree has no circles. */
static void
append_below (Arranging *self, guint32 above, guint depth)
{
  for (guint i = 0; i < self->items->len; i++) {
    EntenteFacetItem *item = self->items->pdata[i];
    guint32 value = entente_facet_item_get_value (item);

    if (self->parents[value] != above)
      continue;
    entente_facet_item_set_depth (item, depth);
    g_ptr_array_add (self->arranged, item);
    append_below (self, value, depth + 1);
  }
}

void
entente_facet_tree_arrange (GPtrArray *items, const guint32 *parents)
{
  g_autoptr (GPtrArray) arranged = g_ptr_array_new ();
  Arranging self = { items, parents, arranged };

  for (guint i = 0; i < items->len; i++) {
    EntenteFacetItem *item = items->pdata[i];
    guint32 value = entente_facet_item_get_value (item);

    if (parents != NULL && parents[value] != ENTENTE_NO_INDEX && has_value (items, parents[value]))
      continue;
    entente_facet_item_set_depth (item, 0);
    g_ptr_array_add (arranged, item);
    if (parents != NULL)
      append_below (&self, value, 1);
  }
  g_ptr_array_set_size (items, 0);
  g_ptr_array_extend (items, arranged, NULL, NULL);
}
