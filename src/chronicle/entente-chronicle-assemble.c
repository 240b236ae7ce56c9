/* Putting a chronicle together from blocks, and its end.
 *
 * What is counted over all rows (first rows, extent, ranks and counts of actors) is summed from
 * what each block counted of itself, so a patch costs what its blocks are, not what its rows are.
 * Any thread, before the chronicle is shared. */
#include "entente-chronicle-private.h"

#include "entente-halves.h"

static void
index_blocks (EntenteChronicle *chronicle)
{
  guint n_entries;

  chronicle->first_rows = g_new0 (guint32, chronicle->n_blocks + 1);
  for (guint i = 0; i < chronicle->n_blocks; i++) {
    chronicle->first_rows[i + 1] = chronicle->first_rows[i] + chronicle->blocks[i]->n_rows;
    chronicle->n_slots = MAX (chronicle->n_slots, chronicle->blocks[i]->slot + 1);
  }
  chronicle->n_rows = chronicle->first_rows[chronicle->n_blocks];
  n_entries = chronicle->n_rows / ENTENTE_DIRECTORY_ROWS + 1;
  chronicle->directory = g_new0 (guint32, n_entries);
  for (guint entry = 1, block = 0; entry < n_entries; entry++) {
    while (block + 1 < chronicle->n_blocks &&
           chronicle->first_rows[block + 1] <= entry * ENTENTE_DIRECTORY_ROWS)
      block++;
    chronicle->directory[entry] = block;
  }
  chronicle->blocks_of_slots = g_new (guint32, chronicle->n_slots + 1);
  for (guint slot = 0; slot < chronicle->n_slots; slot++)
    chronicle->blocks_of_slots[slot] = ENTENTE_NO_INDEX;
  for (guint i = 0; i < chronicle->n_blocks; i++)
    chronicle->blocks_of_slots[chronicle->blocks[i]->slot] = i;
}

static void
sum_extent (EntenteChronicle *chronicle, const EntenteBlock *block)
{
  chronicle->n_placed += block->n_placed;
  if (!block->has_extent)
    return;
  if (!chronicle->has_extent)
    chronicle->extent = block->extent;
  chronicle->has_extent = TRUE;
  chronicle->extent.start = MIN (chronicle->extent.start, block->extent.start);
  chronicle->extent.end = MAX (chronicle->extent.end, block->extent.end);
}

#define MAX_STEPS 8 /* of affiliations up to a body; the rest of a circle is left */

/* Hues go to bodies: a member's first event ranks what it belongs to, not the member. */
static guint
rank_bodies (EntenteChronicle *chronicle, guint32 actor, guint next_rank, guint steps)
{
  guint n;
  const EntenteAffiliation *const *affiliations =
    entente_chronicle_get_affiliations (chronicle, actor, &n);

  if (chronicle->actor_ranks[actor] != ENTENTE_NO_INDEX)
    return next_rank;
  if (n == 0) {
    chronicle->actor_ranks[actor] = next_rank;
    return next_rank + 1;
  }
  for (guint i = 0; i < n && steps > 0; i++) {
    guint32 parent = entente_chronicle_find_actor (chronicle, affiliations[i]->parent);

    if (parent != ENTENTE_NO_INDEX)
      next_rank = rank_bodies (chronicle, parent, next_rank, steps - 1);
  }
  return next_rank;
}

/* Members, and actors without events, rank behind the others, by index. */
static void
rank_rest (EntenteChronicle *chronicle, guint n_actors, guint next_rank)
{
  for (guint actor = 0; actor < n_actors; actor++) {
    if (chronicle->actor_ranks[actor] == ENTENTE_NO_INDEX)
      chronicle->actor_ranks[actor] = next_rank++;
  }
}

static void
sum_blocks (EntenteChronicle *chronicle)
{
  guint n_actors = entente_chronicle_get_n_actors (chronicle);
  guint next_rank = 0;

  chronicle->actor_ranks = g_new (guint32, n_actors + 1);
  chronicle->actor_rows = g_new0 (guint32, n_actors + 1);
  chronicle->actor_matching_rows = g_new0 (guint32, n_actors + 1);
  for (guint actor = 0; actor < n_actors; actor++)
    chronicle->actor_ranks[actor] = ENTENTE_NO_INDEX;
  for (guint i = 0; i < chronicle->n_blocks; i++) {
    const EntenteBlock *block = chronicle->blocks[i];

    sum_extent (chronicle, block);
    for (guint k = 0; k < block->n_tallies; k++) {
      const EntenteTally *tally = &block->tallies[k];

      chronicle->actor_rows[tally->actor] += tally->n_rows;
      chronicle->actor_matching_rows[tally->actor] += tally->n_matching;
      next_rank = rank_bodies (chronicle, tally->actor, next_rank, MAX_STEPS);
    }
  }
  rank_rest (chronicle, n_actors, next_rank);
}

EntenteChronicle *
entente_chronicle_assemble (GPtrArray *blocks,
                            EntenteIdIndex *index,
                            const EntenteRoster *roster,
                            gint64 today)
{
  EntenteChronicle *chronicle = g_new0 (EntenteChronicle, 1);

  g_atomic_ref_count_init (&chronicle->refs);
  chronicle->today = today;
  chronicle->n_blocks = blocks->len;
  chronicle->blocks = g_new (EntenteBlock *, blocks->len + 1);
  for (guint i = 0; i < blocks->len; i++)
    chronicle->blocks[i] = entente_block_ref (g_ptr_array_index (blocks, i));
  chronicle->index = index;
  chronicle->roster = entente_roster_ref (roster);
  index_blocks (chronicle);
  sum_blocks (chronicle);
  return chronicle;
}

/* Rows into blocks, of which each half is made by a thread of its own when there are many. */
typedef struct {
  EntenteStage *stages[2];
  const guint32 *order;
  guint n, n_pieces;
  guint first_slot;
  gpointer *blocks; /* of each piece */
} Cutting;

static void
cut_half (guint half, gpointer data)
{
  const Cutting *cutting = data;
  guint n_pieces = cutting->n_pieces;

  for (guint i = n_pieces * half / 2; i < n_pieces * (half + 1) / 2; i++) {
    guint start = (guint) ((guint64) cutting->n * i / n_pieces);
    guint end = (guint) ((guint64) cutting->n * (i + 1) / n_pieces);

    cutting->blocks[i] = entente_block_new (cutting->stages[half],
                                            cutting->order + start,
                                            end - start,
                                            cutting->first_slot + i);
  }
}

void
entente_chronicle_cut_blocks (GPtrArray *blocks,
                              EntenteStage *stage,
                              const guint32 *order,
                              guint n,
                              guint *next_slot)
{
  guint n_pieces = n <= ENTENTE_BLOCK_MAX_ROWS
                     ? n > 0
                     : (n + ENTENTE_BLOCK_FILL_ROWS - 1) / ENTENTE_BLOCK_FILL_ROWS;
  guint n_before = blocks->len;
  Cutting cutting = { { stage, stage }, order, n, n_pieces, *next_slot, NULL };

  if (n_pieces == 0)
    return;
  if (n >= ENTENTE_HALVES_ROWS)
    cutting.stages[1] = entente_stage_ensure_half (stage);
  g_ptr_array_set_size (blocks, (int) (n_before + n_pieces));
  cutting.blocks = blocks->pdata + n_before;
  entente_halves_run (cut_half, &cutting, n);
  *next_slot += n_pieces;
}

EntenteChronicle *
entente_chronicle_ref (const EntenteChronicle *chronicle)
{
  g_atomic_ref_count_inc (&((EntenteChronicle *) chronicle)->refs);
  return (EntenteChronicle *) chronicle;
}

void
entente_chronicle_unref (EntenteChronicle *chronicle)
{
  if (chronicle == NULL || !g_atomic_ref_count_dec (&chronicle->refs))
    return;
  for (guint i = 0; i < chronicle->n_blocks; i++)
    entente_block_unref (chronicle->blocks[i]);
  g_free (chronicle->blocks);
  g_free (chronicle->first_rows);
  g_free (chronicle->directory);
  g_free (chronicle->blocks_of_slots);
  entente_id_index_unref (chronicle->index);
  entente_roster_unref (chronicle->roster);
  entente_links_unref (chronicle->links);
  entente_orders_unref (chronicle->orders);
  g_free (chronicle->actor_ranks);
  g_free (chronicle->actor_rows);
  g_free (chronicle->actor_matching_rows);
  g_clear_pointer (&chronicle->rounds, g_array_unref);
  g_free (chronicle);
}
