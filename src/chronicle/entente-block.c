/* EntenteBlock: some thousands of consecutive rows of a chronicle, column by column.
 *
 * Its life and what is read from it row by row; writing one is in entente-block-encode.c. Any
 * thread; chronicles own shares. */
#include "entente-block.h"

EntenteBlock *
entente_block_ref (EntenteBlock *block)
{
  g_atomic_ref_count_inc (&block->refs);
  return block;
}

void
entente_block_unref (EntenteBlock *block)
{
  if (block == NULL || !g_atomic_ref_count_dec (&block->refs))
    return;
  for (guint i = 0; i < block->n_details; i++)
    entente_claim_detail_unref (block->details[i].detail);
  if (block->shape.n_facts == 0)
    g_free (block->facts);
  if (block->slab != NULL)
    entente_slab_unref (block->slab);
  else
    g_free (block->arena);
  g_free (block);
}

guint
entente_block_find (const EntenteBlock *block, EntenteId id, guint hint)
{
  guint n = block->n_rows;
  guint above = MIN (hint, n);
  guint below = above;

  while (above < n || below > 0) {
    if (above < n && entente_block_get_id (block, above) == id)
      return above;
    if (below > 0 && entente_block_get_id (block, below - 1) == id)
      return below - 1;
    above += above < n;
    below -= below > 0;
  }
  return n;
}

const EntenteClaimDetail *
entente_block_get_detail (const EntenteBlock *block, guint voice)
{
  guint low = 0;
  guint high = block->n_details;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (block->details[middle].voice < voice)
      low = middle + 1;
    else
      high = middle;
  }
  return low < block->n_details && block->details[low].voice == voice ? block->details[low].detail
                                                                      : NULL;
}

EntenteSpan
entente_block_get_told (const EntenteBlock *block, guint i)
{
  guint low = 0;
  guint high = block->n_told;

  if ((entente_block_get_facts (block, i).flags & ENTENTE_ROW_BOUNDED) == 0)
    return entente_block_get_window (block, i);
  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (block->told[middle].row < i)
      low = middle + 1;
    else
      high = middle;
  }
  return block->told[low].window;
}

const EntenteDateKey *
entente_block_find_key (const EntenteBlock *block, guint i)
{
  guint low = 0;
  guint high = block->n_followers;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (block->followers[middle].row < i)
      low = middle + 1;
    else
      high = middle;
  }
  return &block->followers[low].key;
}

void
entente_block_get_key (const EntenteBlock *block, guint i, EntenteDateKey *key)
{
  if (entente_block_get_facts (block, i).flags & ENTENTE_ROW_FOLLOWS) {
    *key = *entente_block_find_key (block, i);
    return;
  }
  *key = (EntenteDateKey){
    .place = entente_block_get_place (block, i),
    .day_order = block->day_orders != NULL ? block->day_orders[i] : 0,
    .telling = block->tellings != NULL ? block->tellings[i] : 0,
    .id = entente_block_get_id (block, i),
  };
}

static guint32
renumber (EntenteStage *stage, const EntenteRoster *roster, EntenteList list, guint32 index)
{
  return index == ENTENTE_NO_INDEX
           ? ENTENTE_NO_INDEX
           : entente_stage_number (stage, list, entente_roster_get_id (roster, list, index));
}

static void
restage_parts (const EntenteBlock *block,
               guint i,
               const EntenteRoster *roster,
               EntenteStage *stage,
               guint32 event)
{
  guint n;
  const EntentePart *parts = entente_block_get_parts (block, i, &n);

  for (guint k = 0; k < n; k++) {
    EntenteStagedPart staged = { event, parts[k] };

    staged.part.actor = renumber (stage, roster, ENTENTE_LIST_ACTOR, parts[k].actor);
    staged.part.speaks_for = renumber (stage, roster, ENTENTE_LIST_ACTOR, parts[k].speaks_for);
    entente_vector_append (&stage->parts, EntenteStagedPart, staged);
  }
}

static void
restage_issues (const EntenteBlock *block,
                guint i,
                const EntenteRoster *roster,
                EntenteStage *stage,
                guint32 event)
{
  guint n;
  const guint32 *issues = entente_block_get_issues (block, i, &n);

  for (guint k = 0; k < n; k++) {
    EntenteStagedIssue staged = { event, renumber (stage, roster, ENTENTE_LIST_ISSUE, issues[k]) };

    entente_vector_append (&stage->issues, EntenteStagedIssue, staged);
  }
}

static void
restage_voices (const EntenteBlock *block,
                guint i,
                const EntenteRoster *roster,
                EntenteStage *stage,
                guint32 event)
{
  guint n;
  const EntenteVoice *voices = entente_block_get_voices (block, i, &n);

  for (guint k = 0; k < n; k++) {
    guint number = block->voice_starts[i] + k;
    EntenteStagedVoice staged = {
      event,
      voices[k],
      entente_claim_detail_ref ((EntenteClaimDetail *) entente_block_get_detail (block, number)),
    };

    staged.voice.article = renumber (stage, roster, ENTENTE_LIST_ARTICLE, voices[k].article);
    staged.voice.outlet = renumber (stage, roster, ENTENTE_LIST_ACTOR, voices[k].outlet);
    staged.voice.speaker = renumber (stage, roster, ENTENTE_LIST_ACTOR, voices[k].speaker);
    entente_vector_append (&stage->voices, EntenteStagedVoice, staged);
  }
}

void
entente_block_restage (const EntenteBlock *block,
                       guint i,
                       const EntenteRoster *roster,
                       EntenteStage *stage)
{
  EntenteStagedEvent staged = { .id = entente_block_get_id (block, i),
                                .points = entente_block_get_points (block, i),
                                .facts = entente_block_get_facts (block, i) };
  guint32 event = stage->events.len;

  staged.day_order = block->day_orders != NULL ? block->day_orders[i] : 0;
  staged.telling = block->tellings != NULL ? block->tellings[i] : 0;
  staged.track = renumber (stage, roster, ENTENTE_LIST_TRACK, entente_block_get_track (block, i));
  staged.place =
    renumber (stage, roster, ENTENTE_LIST_PLACE, entente_block_get_place_index (block, i));
  stage->has_order = stage->has_order || staged.day_order != 0 || staged.telling != 0;
  stage->ids_rising = FALSE;
  entente_vector_append (&stage->events, EntenteStagedEvent, staged);
  if (staged.facts.flags & ENTENTE_ROW_BOUNDED) {
    EntenteStagedTold told = { event, entente_block_get_told (block, i) };

    entente_vector_append (&stage->told, EntenteStagedTold, told);
  }
  restage_parts (block, i, roster, stage, event);
  restage_issues (block, i, roster, stage, event);
  restage_voices (block, i, roster, stage, event);
}

void
entente_block_note_extent (EntenteBlock *block, gint64 time)
{
  if (time == ENTENTE_TIME_MIN || time == ENTENTE_TIME_MAX)
    return;
  if (!block->has_extent)
    block->extent = (EntenteSpan){ time, time };
  block->has_extent = TRUE;
  block->extent.start = MIN (block->extent.start, time);
  block->extent.end = MAX (block->extent.end, time);
}
