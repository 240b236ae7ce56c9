/* A new version of a chronicle that shares every block in which nothing changed.
 *
 * Marks the blocks that an edit touches: where events go, come or are replaced, and where a link to
 * such an event may change what is derived. The rows of marked blocks go back on the stage with the
 * fresh ones, are sorted with them and cut again; the others are taken as they are. When the lists
 * that rows point into change under them, all blocks are marked: then this is a rebuild. Any
 * thread. */
#include "entente-chronicle-private.h"

#include <stdlib.h>

/* A block smaller than this takes in the next one when both are cut anew. */
#define SMALL_BLOCK 1024

typedef struct {
  const EntenteChronicle *old;
  EntenteRoster *roster;
  EntenteStage *stage; /* fresh rows, then the rows of marked blocks */
  GArray *fresh_ids; /* of the events of the stage that are fresh, rising */
  gboolean *marked; /* of each old block */
  GArray *gone; /* old rows removed or replaced, sorted */
  GArray *link_ids; /* of the fresh links, sorted */
  GPtrArray *blocks; /* of the new chronicle */
  guint32 *shifts; /* of each old block that is kept: its first row in the new chronicle */
  EntenteChronicle *fresh; /* the new chronicle */
  EntenteOrders *orders; /* of the new chronicle */
} Patch;

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;

  return (first > second) - (first < second);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  EntenteId first = *(const EntenteId *) a;
  EntenteId second = *(const EntenteId *) b;

  return (first > second) - (first < second);
}

/* ---- what is touched ---- */

static gboolean
is_gone (const Patch *patch, guint32 row)
{
  return g_array_binary_search (patch->gone, &row, compare_rows, NULL);
}

static void
mark_row (Patch *patch, guint32 row)
{
  patch->marked[entente_chronicle_locate_block (patch->old, row)] = TRUE;
}

static void
mark_event (Patch *patch, EntenteId id)
{
  guint32 row = entente_chronicle_find_row (patch->old, id);

  if (row != ENTENTE_NO_INDEX)
    mark_row (patch, row);
}

static void
note_gone (Patch *patch, EntenteId id)
{
  guint32 row = entente_chronicle_find_row (patch->old, id);

  if (row == ENTENTE_NO_INDEX)
    return;
  mark_row (patch, row);
  g_array_append_val (patch->gone, row);
}

/* The old block into which an event with this key falls: the last that begins before it. */
static guint
find_block (const EntenteChronicle *old, const EntenteDateKey *key)
{
  guint low = 0;
  guint high = old->n_blocks;

  while (low < high) {
    guint middle = low + (high - low) / 2;
    EntenteDateKey first;

    entente_block_get_key (old->blocks[middle], 0, &first);
    if (entente_date_key_compare (&first, key) <= 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low > 0 ? low - 1 : 0;
}

static void
mark_fresh_events (Patch *patch)
{
  for (guint32 i = 0; i < patch->stage->events.len; i++) {
    EntenteDateKey key;

    entente_stage_get_key (patch->stage, i, &key);
    g_array_append_val (patch->fresh_ids, key.id);
    if (patch->old->n_blocks > 0)
      patch->marked[find_block (patch->old, &key)] = TRUE;
    note_gone (patch, key.id);
  }
  g_array_sort (patch->gone, compare_rows);
}

static void
mark_fresh_links (Patch *patch)
{
  for (guint i = 0; i < patch->stage->links.len; i++) {
    const EntenteLinkRow *link = &entente_vector_index (&patch->stage->links, EntenteLinkRow, i);

    mark_event (patch, link->from);
    mark_event (patch, link->to);
    g_array_append_val (patch->link_ids, link->id);
  }
  g_array_sort (patch->link_ids, compare_ids);
}

/* An old link goes when it is told anew or when one of its ends is. */
static gboolean
is_link_gone (const Patch *patch, guint32 row, const EntenteThread *thread)
{
  return is_gone (patch, row) || is_gone (patch, thread->row) ||
         g_array_binary_search (patch->link_ids, &thread->id, compare_ids, NULL);
}

static void
mark_old_links (Patch *patch)
{
  const EntenteLinks *links = patch->old->links;

  if (patch->gone->len == 0 && patch->link_ids->len == 0)
    return;
  for (guint i = 0; i < links->n; i++) {
    if (!is_link_gone (patch, links->out.rows[i], &links->out.threads[i]))
      continue;
    mark_row (patch, links->out.rows[i]);
    mark_row (patch, links->out.threads[i].row);
  }
}

static gboolean
keeps_indexes (const Patch *patch, const EntenteBlock *block)
{
  for (guint list = 0; list < ENTENTE_N_INDEXED_LISTS; list++) {
    if (!entente_roster_keeps_indexes (patch->old->roster,
                                       patch->roster,
                                       (EntenteList) list,
                                       block->n_used[list]))
      return FALSE;
  }
  return TRUE;
}

/* Blocks whose indexes would point elsewhere, and blocks whose claims would be judged otherwise. */
static void
mark_for_roster (Patch *patch)
{
  gboolean alike = entente_roster_derives_alike (patch->old->roster, patch->roster);

  if (patch->old->roster == patch->roster)
    return;
  for (guint i = 0; i < patch->old->n_blocks; i++) {
    const EntenteBlock *block = patch->old->blocks[i];

    if (!keeps_indexes (patch, block) ||
        (!alike && (block->voice_starts != NULL || patch->old->links->n > 0)))
      patch->marked[i] = TRUE;
  }
}

/* ---- orders ---- */

/* The answers of an event are judged by its window too. */
static void
mark_with_answers (Patch *patch, guint32 row)
{
  guint n;
  const EntenteThread *threads = entente_chronicle_get_answers_to (patch->old, row, &n);

  mark_row (patch, row);
  for (guint i = 0; i < n; i++)
    mark_row (patch, threads[i].row);
  threads = entente_chronicle_get_answered_by (patch->old, row, &n);
  for (guint i = 0; i < n; i++)
    mark_row (patch, threads[i].row);
}

static void
mark_for_orders (Patch *patch)
{
  g_autoptr (GArray) moves = NULL;

  patch->orders = entente_chronicle_patch_orders (patch->old, patch->stage, patch->gone, &moves);
  for (guint i = 0; i < moves->len; i++) {
    const EntenteOrderMove *move = &g_array_index (moves, EntenteOrderMove, i);
    guint32 row = entente_chronicle_find_row (patch->old, move->id);

    if (patch->old->n_blocks > 0)
      patch->marked[find_block (patch->old, &move->key)] = TRUE;
    if (row != ENTENTE_NO_INDEX)
      mark_with_answers (patch, row);
  }
}

static void
mark_all (Patch *patch, const EntenteId *removed, guint n_removed)
{
  for (guint i = 0; i < n_removed; i++)
    note_gone (patch, removed[i]);
  mark_fresh_events (patch);
  mark_fresh_links (patch);
  mark_old_links (patch);
  mark_for_orders (patch);
  mark_for_roster (patch);
}

/* ---- cutting ---- */

static void
restage_marked (Patch *patch)
{
  for (guint b = 0; b < patch->old->n_blocks; b++) {
    const EntenteBlock *block = patch->old->blocks[b];

    for (guint i = 0; patch->marked[b] && i < block->n_rows; i++) {
      if (!is_gone (patch, patch->old->first_rows[b] + i))
        entente_block_restage (block, i, patch->old->roster, patch->stage);
    }
  }
}

/* Number of the sorted staged events, from @done on, that stand before old block @b. */
static guint
count_before (const Patch *patch, const guint32 *order, guint done, guint b)
{
  guint n = patch->stage->events.len;
  guint end = done;
  EntenteDateKey first;

  if (b >= patch->old->n_blocks)
    return n - done;
  entente_block_get_key (patch->old->blocks[b], 0, &first);
  for (; end < n; end++) {
    EntenteDateKey key;

    entente_stage_get_key (patch->stage, order[end], &key);
    if (entente_date_key_compare (&key, &first) >= 0)
      break;
  }
  return end - done;
}

/* Slots that no kept block has, lowest first. */
static guint
take_slot (Patch *patch, guint *next_slot)
{
  while (*next_slot < patch->old->n_slots &&
         patch->old->blocks_of_slots[*next_slot] != ENTENTE_NO_INDEX)
    (*next_slot)++;
  return (*next_slot)++;
}

/* One piece keeps the slot of the marked block in whose stead it stands, so that the index needs no
 * change for its rows; others take a free one. */
static void
cut_run (Patch *patch, const guint32 *order, guint n, guint slot, guint *next_slot)
{
  g_autoptr (GPtrArray) pieces =
    g_ptr_array_new_with_free_func ((GDestroyNotify) entente_block_unref);
  guint number = 0;

  entente_chronicle_cut_blocks (pieces, patch->stage, order, n, &number);
  for (guint i = 0; i < pieces->len; i++) {
    EntenteBlock *piece = g_ptr_array_index (pieces, i);

    piece->slot = i == 0 && slot != ENTENTE_NO_INDEX ? slot : take_slot (patch, next_slot);
    g_ptr_array_add (patch->blocks, entente_block_ref (piece));
  }
}

/* Walks the old blocks: kept ones are taken over, runs of marked ones are cut anew. */
static void
cut_all (Patch *patch)
{
  const EntenteChronicle *old = patch->old;
  g_auto (EntenteVector) sorted = ENTENTE_VECTOR_INIT (guint32);
  const guint32 *order;
  guint done = 0;
  guint next_slot = 0;

  entente_stage_sort (patch->stage, &sorted);
  order = sorted.data;
  if (old->n_blocks == 0)
    cut_run (patch, order, patch->stage->events.len, ENTENTE_NO_INDEX, &next_slot);
  for (guint b = 0; b < old->n_blocks; b++) {
    guint slot = old->blocks[b]->slot;
    guint n;

    if (!patch->marked[b]) {
      g_ptr_array_add (patch->blocks, entente_block_ref (old->blocks[b]));
      continue;
    }
    n = count_before (patch, order, done, b + 1);
    while (n < SMALL_BLOCK && b + 1 < old->n_blocks && patch->marked[b + 1]) {
      b++;
      n += count_before (patch, order, done + n, b + 1);
    }
    cut_run (patch, order + done, n, slot, &next_slot);
    done += n;
  }
}

/* ---- the index ---- */

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  return compare_ids (&((const EntenteIdEntry *) a)->id, &((const EntenteIdEntry *) b)->id);
}

/* Entries of the rows of a new block that the index does not have in this slot. */
static void
add_entries (const Patch *patch, const EntenteBlock *block, GArray *entries)
{
  for (guint i = 0; i < block->n_rows; i++) {
    guint32 where = entente_id_index_find (patch->old->index, entente_block_get_id (block, i));
    EntenteIdEntry entry = { entente_block_get_id (block, i), ENTENTE_WHERE (block->slot, i) };

    if (where == ENTENTE_WHERE_GONE || ENTENTE_WHERE_SLOT (where) != block->slot)
      g_array_append_val (entries, entry);
  }
}

static gboolean
is_kept (const Patch *patch, const EntenteBlock *block)
{
  guint32 b =
    block->slot < patch->old->n_slots ? patch->old->blocks_of_slots[block->slot] : ENTENTE_NO_INDEX;

  return b != ENTENTE_NO_INDEX && patch->old->blocks[b] == block;
}

/* Ids of old rows that are gone and have not come back. */
static void
add_removals (const Patch *patch, GArray *entries)
{
  guint n = entries->len;

  for (guint i = 0; i < patch->gone->len; i++) {
    guint32 row = g_array_index (patch->gone, guint32, i);
    EntenteIdEntry entry = { entente_chronicle_get_id (patch->old, row), ENTENTE_WHERE_GONE };

    if (!g_array_binary_search (patch->fresh_ids, &entry.id, compare_ids, NULL))
      g_array_append_val (entries, entry);
  }
  if (entries->len > n)
    g_array_sort (entries, compare_entries);
}

static EntenteIdIndex *
patch_index (const Patch *patch)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (EntenteIdEntry));

  for (guint i = 0; i < patch->blocks->len; i++) {
    const EntenteBlock *block = g_ptr_array_index (patch->blocks, i);

    if (!is_kept (patch, block))
      add_entries (patch, block, entries);
  }
  g_array_sort (entries, compare_entries);
  add_removals (patch, entries);
  return entente_id_index_patch (patch->old->index,
                                 (const EntenteIdEntry *) (gpointer) entries->data,
                                 entries->len);
}

/* ---- the links ---- */

static void
note_shifts (Patch *patch)
{
  for (guint i = 0; i < patch->fresh->n_blocks; i++) {
    const EntenteBlock *block = patch->fresh->blocks[i];

    if (is_kept (patch, block))
      patch->shifts[patch->old->blocks_of_slots[block->slot]] = patch->fresh->first_rows[i];
  }
}

/* For rows of kept blocks only. */
static guint32
map_kept_row (guint32 row, gconstpointer data)
{
  const Patch *patch = data;
  guint b = entente_chronicle_locate_block (patch->old, row);

  if (patch->shifts[b] == ENTENTE_NO_INDEX)
    return ENTENTE_NO_INDEX;
  return patch->shifts[b] + row - patch->old->first_rows[b];
}

static guint32
map_row (const Patch *patch, guint32 row)
{
  guint32 mapped = map_kept_row (row, patch);

  return mapped != ENTENTE_NO_INDEX
           ? mapped
           : entente_chronicle_find_row (patch->fresh, entente_chronicle_get_id (patch->old, row));
}

static void
add_edge (GArray *edges, EntenteEdge edge)
{
  if (edge.from != ENTENTE_NO_INDEX && edge.to != ENTENTE_NO_INDEX && edge.from != edge.to)
    g_array_append_val (edges, edge);
}

/* Links of old events that stay, with an end in a block that was cut anew. */
static void
add_moved_edges (const Patch *patch, GArray *edges)
{
  const EntenteLinks *links = patch->old->links;

  for (guint i = 0; i < links->n; i++) {
    guint32 row = links->out.rows[i];
    const EntenteThread *thread = &links->out.threads[i];

    if ((map_kept_row (row, patch) != ENTENTE_NO_INDEX &&
         map_kept_row (thread->row, patch) != ENTENTE_NO_INDEX) ||
        is_link_gone (patch, row, thread))
      continue;
    add_edge (edges,
              (EntenteEdge){ thread->id,
                             map_row (patch, row),
                             map_row (patch, thread->row),
                             thread->type,
                             thread->basis });
  }
}

static EntenteLinks *
patch_links (const Patch *patch)
{
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (EntenteEdge));

  add_moved_edges (patch, edges);
  for (guint i = 0; i < patch->stage->links.len; i++) {
    const EntenteLinkRow *link = &entente_vector_index (&patch->stage->links, EntenteLinkRow, i);

    add_edge (edges,
              (EntenteEdge){ link->id,
                             entente_chronicle_find_row (patch->fresh, link->from),
                             entente_chronicle_find_row (patch->fresh, link->to),
                             link->type,
                             link->basis });
  }
  return entente_links_patch (patch->old->links,
                              map_kept_row,
                              patch,
                              (EntenteEdge *) (gpointer) edges->data,
                              edges->len);
}

/* ---- the whole ---- */

static EntenteRoster *
patch_roster (const EntenteChronicle *old, const EntenteStage *stage)
{
  for (guint list = 0; list < ENTENTE_N_LISTS; list++) {
    if (stage->lists[list] != NULL)
      return entente_roster_new (old->roster, stage->lists);
  }
  return entente_roster_ref (old->roster);
}

static void
init_patch (Patch *patch, const EntenteChronicle *old, EntenteStage *stage)
{
  *patch = (Patch){ .old = old, .stage = stage };
  patch->roster = patch_roster (old, stage);
  patch->marked = g_new0 (gboolean, old->n_blocks + 1);
  patch->shifts = g_new (guint32, old->n_blocks + 1);
  for (guint b = 0; b < old->n_blocks; b++)
    patch->shifts[b] = ENTENTE_NO_INDEX;
  patch->gone = g_array_new (FALSE, FALSE, sizeof (guint32));
  patch->fresh_ids = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  patch->link_ids = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  patch->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) entente_block_unref);
}

static void
clear_patch (Patch *patch)
{
  entente_roster_unref (patch->roster);
  g_free (patch->marked);
  g_free (patch->shifts);
  g_array_unref (patch->gone);
  g_array_unref (patch->fresh_ids);
  g_array_unref (patch->link_ids);
  g_ptr_array_unref (patch->blocks);
  entente_orders_unref (patch->orders);
}

EntenteChronicle *
entente_chronicle_patch (const EntenteChronicle *chronicle,
                         const EntenteId *removed,
                         guint n_removed,
                         EntenteChronicleBuilder *fresh)
{
  Patch patch;
  EntenteChronicle *patched;

  init_patch (&patch, chronicle, fresh->stage);
  mark_all (&patch, removed, n_removed);
  restage_marked (&patch);
  entente_stage_apply_orders (fresh->stage, patch.orders, chronicle->orders);
  entente_stage_prepare (fresh->stage, patch.roster);
  cut_all (&patch);
  patched =
    entente_chronicle_assemble (patch.blocks, patch_index (&patch), patch.roster, chronicle->today);
  patched->orders = entente_orders_ref (patch.orders);
  patch.fresh = patched;
  note_shifts (&patch);
  patched->links = patch_links (&patch);
  for (guint i = 0; i < patched->n_blocks; i++) {
    if (!is_kept (&patch, patched->blocks[i]))
      entente_chronicle_derive_block (patched, i);
  }
  clear_patch (&patch);
  entente_chronicle_builder_free (fresh);
  return patched;
}

/* ---- what a patch shares ---- */

/* Where the rows of @block are in @before; a block that is shared has its slot there too. */
static guint
find_before (const EntenteBlock *block, const EntenteChronicle *before)
{
  guint32 at =
    block->slot < before->n_slots ? before->blocks_of_slots[block->slot] : ENTENTE_NO_INDEX;

  return at != ENTENTE_NO_INDEX && before->blocks[at] == block ? before->first_rows[at]
                                                               : ENTENTE_NO_INDEX;
}

GArray *
entente_chronicle_compare (const EntenteChronicle *chronicle, const EntenteChronicle *before)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (EntenteStretch));
  gboolean is_alike =
    before != NULL && entente_roster_shares_lists (before->roster, chronicle->roster);

  for (guint i = 0; i < chronicle->n_blocks; i++) {
    EntenteStretch stretch = { chronicle->first_rows[i],
                               chronicle->blocks[i]->n_rows,
                               is_alike ? find_before (chronicle->blocks[i], before)
                                        : ENTENTE_NO_INDEX };

    g_array_append_val (stretches, stretch);
  }
  return stretches;
}
