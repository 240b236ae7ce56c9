/* Looking at the columns of a block that came from outside.
 *
 * Nobody may read a block before it was here: every index in it is followed somewhere without a
 * look. A block that passes could have been made of rows; whether it was made of these rows, sums
 * and the state of the file tell. One thread, before the block is shared. */
#include "config.h"

#include "entente-columns-private.h"

/* How many values each vocabulary has. */
typedef struct {
  guint kinds, modes, judgements, media, bases, evidence, status, answered;
  guint roles, stances, hedges;
} Counts;

static Counts
get_counts (void)
{
  return (Counts){
    .kinds = entente_kind_count (),
    .modes = (guint) entente_enum_count (ENTENTE_ENUM_MODE),
    .judgements = (guint) entente_enum_count (ENTENTE_ENUM_JUDGEMENT),
    .media = (guint) entente_enum_count (ENTENTE_ENUM_MEDIUM),
    .bases = (guint) entente_enum_count (ENTENTE_ENUM_BASIS),
    .evidence = (guint) entente_enum_count (ENTENTE_ENUM_EVIDENCE),
    .status = (guint) entente_enum_count (ENTENTE_ENUM_STATUS),
    .answered = (guint) entente_enum_count (ENTENTE_ENUM_ANSWERED),
    .roles = (guint) entente_enum_count (ENTENTE_ENUM_ROLE),
    .stances = (guint) entente_enum_count (ENTENTE_ENUM_STANCE),
    .hedges = (guint) entente_enum_count (ENTENTE_ENUM_HEDGE),
  };
}

#define ALL_FLAGS ((ENTENTE_ROW_FOLLOWS << 1) - 1)

static gboolean
are_facts_known (const EntenteBlock *block, const Counts *counts)
{
  for (guint i = 0; i < block->n_facts; i++) {
    EntenteFacts facts = block->facts[i];

    if (facts.kind >= counts->kinds || facts.form > ENTENTE_DATE_ALL_OF ||
        facts.precision > ENTENTE_PRECISION_SECOND || facts.basis >= counts->bases ||
        facts.mode >= counts->modes || facts.judgement >= counts->judgements ||
        facts.medium >= counts->media || facts.flags > ALL_FLAGS ||
        facts.evidence >= counts->evidence || facts.status >= counts->status ||
        facts.answered >= counts->answered)
      return FALSE;
  }
  return TRUE;
}

/* What rows have a number of. */
static gboolean
are_numbers_known (const EntenteBlock *block)
{
  for (guint i = 0; i < block->n_rows; i++) {
    if (block->part_lists[i] >= block->shape.n_lists || block->fact_numbers[i] >= block->n_facts)
      return FALSE;
  }
  return TRUE;
}

/* @starts: where the items of each row begin among @n, and the end; NULL when there are none. */
static gboolean
are_starts_rising (const guint32 *starts, guint n_rows, guint32 n)
{
  if (starts == NULL)
    return n == 0;
  if (starts[0] != 0 || starts[n_rows] != n)
    return FALSE;
  for (guint i = 0; i < n_rows; i++) {
    if (starts[i] > starts[i + 1])
      return FALSE;
  }
  return TRUE;
}

/* Notes that a row holds @index of @list; is there such a record, or none meant? */
static inline gboolean
note_index (EntenteBlock *block, EntenteList list, guint32 index, guint n)
{
  if (index == ENTENTE_NO_INDEX)
    return TRUE;
  block->n_used[list] = MAX (block->n_used[list], index + 1);
  return index < n;
}

/* ---- what rows point at ---- */

static gboolean
are_parts_known (EntenteBlock *block, guint n_actors, const Counts *counts)
{
  for (guint i = 0; i < block->shape.n_parts; i++) {
    EntentePart part = block->parts[i];

    if (part.role >= counts->roles || part.actor >= n_actors ||
        !note_index (block, ENTENTE_LIST_ACTOR, part.speaks_for, n_actors))
      return FALSE;
    block->n_used[ENTENTE_LIST_ACTOR] = MAX (block->n_used[ENTENTE_LIST_ACTOR], part.actor + 1u);
  }
  for (guint i = 0; i < block->n_tallies; i++) {
    const EntenteTally *tally = &block->tallies[i];

    if (tally->actor >= n_actors || tally->n_rows > block->n_rows ||
        tally->n_matching > tally->n_rows)
      return FALSE;
  }
  return TRUE;
}

static gboolean
are_indexes_known (EntenteBlock *block,
                   const guint32 *indexes,
                   guint n,
                   EntenteList list,
                   guint n_list)
{
  for (guint i = 0; indexes != NULL && i < n; i++) {
    if (!note_index (block, list, indexes[i], n_list))
      return FALSE;
  }
  return TRUE;
}

static gboolean
are_issues_known (EntenteBlock *block, guint n_issues)
{
  for (guint i = 0; i < block->shape.n_issues; i++) {
    if (block->issues[i] >= n_issues)
      return FALSE;
  }
  return are_indexes_known (block,
                            block->issues,
                            block->shape.n_issues,
                            ENTENTE_LIST_ISSUE,
                            n_issues);
}

static gboolean
are_voices_known (EntenteBlock *block, guint n_actors, guint n_articles, const Counts *counts)
{
  for (guint i = 0; i < block->shape.n_voices; i++) {
    const EntenteVoice *voice = &block->voices[i];

    if (voice->stance >= counts->stances || voice->hedge >= counts->hedges ||
        !note_index (block, ENTENTE_LIST_ARTICLE, voice->article, n_articles) ||
        !note_index (block, ENTENTE_LIST_ACTOR, voice->outlet, n_actors) ||
        !note_index (block, ENTENTE_LIST_ACTOR, voice->speaker, n_actors))
      return FALSE;
  }
  for (guint i = 0; i < block->shape.n_details; i++) {
    if (block->details[i].voice >= block->shape.n_voices ||
        (i > 0 && block->details[i].voice <= block->details[i - 1].voice))
      return FALSE;
  }
  return TRUE;
}

/* ---- dates ---- */

static gboolean
is_start_in_lists (const EntenteBlock *block, guint i)
{
  guint16 length = block->lengths[i];
  guint32 at = (guint32) block->starts[i];

  return length < ENTENTE_BLOCK_PAIR ||
         at < (length == ENTENTE_BLOCK_PAIR ? block->shape.n_pairs : block->shape.n_points);
}

static gboolean
are_points_ordered (const EntenteDatePoints *points)
{
  return points->earliest_start <= points->latest_start &&
         points->earliest_end <= points->latest_end;
}

/* Each row whose flag says that a list holds more of it is in that list, and no other. */
static gboolean
are_rare_rows_listed (const EntenteBlock *block)
{
  guint told = 0, followers = 0;

  for (guint i = 0; i < block->n_rows; i++) {
    guint flags = entente_block_get_facts (block, i).flags;

    if ((flags & ENTENTE_ROW_BOUNDED) != 0 &&
        (told == block->shape.n_told || block->told[told++].row != i))
      return FALSE;
    if ((flags & ENTENTE_ROW_FOLLOWS) != 0 &&
        (followers == block->shape.n_followers || block->followers[followers++].row != i))
      return FALSE;
  }
  return told == block->shape.n_told && followers == block->shape.n_followers;
}

/* Dates that are some, in the one order. Rare rows are listed. */
static gboolean
are_dates_ordered (EntenteBlock *block, EntenteDateKey *last)
{
  for (guint i = 0; i < block->n_rows; i++) {
    EntenteDatePoints points;
    EntenteDateKey key;

    if (!is_start_in_lists (block, i))
      return FALSE;
    points = entente_block_get_points (block, i);
    if (!are_points_ordered (&points))
      return FALSE;
    entente_block_note_extent (block, points.earliest_start);
    entente_block_note_extent (block, points.latest_end);
    entente_block_get_key (block, i, &key);
    if (entente_date_key_compare (last, &key) > 0)
      return FALSE;
    *last = key;
    block->n_placed += key.place != ENTENTE_TIME_MAX;
  }
  return TRUE;
}

/* Are all items where they can be found? Only then may rows be looked at. */
static gboolean
is_frame_whole (const EntenteBlock *block)
{
  const EntenteBlockShape *shape = &block->shape;

  return are_starts_rising (block->list_starts, shape->n_lists, shape->n_parts) &&
         are_numbers_known (block) &&
         are_starts_rising (block->issue_starts, block->n_rows, shape->n_issues) &&
         are_starts_rising (block->voice_starts, block->n_rows, shape->n_voices) &&
         are_rare_rows_listed (block);
}

gboolean
entente_block_check (EntenteBlock *block, const EntenteRoster *roster, EntenteDateKey *last)
{
  Counts counts = get_counts ();
  guint n[ENTENTE_N_INDEXED_LISTS];

  for (guint list = 0; list < ENTENTE_N_INDEXED_LISTS; list++)
    n[list] = entente_roster_get_n (roster, (EntenteList) list);
  return is_frame_whole (block) && are_facts_known (block, &counts) &&
         are_parts_known (block, n[ENTENTE_LIST_ACTOR], &counts) &&
         are_issues_known (block, n[ENTENTE_LIST_ISSUE]) &&
         are_voices_known (block, n[ENTENTE_LIST_ACTOR], n[ENTENTE_LIST_ARTICLE], &counts) &&
         are_indexes_known (block,
                            block->tracks,
                            block->n_rows,
                            ENTENTE_LIST_TRACK,
                            n[ENTENTE_LIST_TRACK]) &&
         are_indexes_known (block,
                            block->places,
                            block->n_rows,
                            ENTENTE_LIST_PLACE,
                            n[ENTENTE_LIST_PLACE]) &&
         are_dates_ordered (block, last);
}
