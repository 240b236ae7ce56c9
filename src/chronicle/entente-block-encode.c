/* Writing an EntenteBlock from staged events.
 *
 * The rows are brought together and measured, one allocation holds all columns, then they are filled.
 * Whole days go into narrow columns (start in days, length in days): a day, a month, a point
 * between two days, a span of whole days. Two exact points go into one list beside them, everything
 * else whole into another. */
#include "entente-block.h"

/* Fewer events than this are not worth memory in common. */
#define MIN_ROWS_FOR_SLAB 50000

static gboolean
is_whole_days (gint64 time)
{
  return time % ENTENTE_SECONDS_PER_DAY == 0 && ABS (time / ENTENTE_SECONDS_PER_DAY) < G_MAXINT32;
}

/* Two points and what follows from them: a point within a window, or a span that both ends of which
 * are known but for @vague seconds. */
static gboolean
is_pair (const EntenteDatePoints *points, EntenteDateForm form, gint64 vague)
{
  if (form != ENTENTE_DATE_SPAN)
    return points->earliest_start == points->earliest_end &&
           points->latest_start == points->latest_end;
  return points->earliest_start < G_MAXINT64 - vague && points->latest_end > G_MININT64 + vague &&
         points->latest_start == points->earliest_start + vague &&
         points->earliest_end == points->latest_end - vague;
}

/* Length of the date in its column: days, or which of the lists holds it. */
static guint16
get_length (const EntenteDatePoints *points, EntenteDateForm form)
{
  gint64 first = points->earliest_start;
  gint64 last = points->latest_end;

  if (is_whole_days (first) && is_whole_days (last) && first < last &&
      (last - first) / ENTENTE_SECONDS_PER_DAY < ENTENTE_BLOCK_PAIR &&
      is_pair (points, form, ENTENTE_SECONDS_PER_DAY))
    return (guint16) ((last - first) / ENTENTE_SECONDS_PER_DAY);
  return is_pair (points, form, 0) ? ENTENTE_BLOCK_PAIR : ENTENTE_BLOCK_WIDE;
}

static guint
count_details (const EntenteStage *stage, guint32 event)
{
  EntenteRange range = entente_stage_get_range (&stage->voice_starts, event);
  guint n = 0;

  for (guint i = range.first; i < range.end; i++)
    n += entente_vector_index (&stage->voices, EntenteStagedVoice, i).detail != NULL;
  return n;
}

static guint
count_items (const EntenteVector *starts, guint32 event)
{
  EntenteRange range = entente_stage_get_range (starts, event);

  return range.end - range.first;
}

static void
measure_event (const EntenteStage *stage,
               guint32 number,
               const EntenteStagedEvent *event,
               EntenteBlockShape *shape)
{
  guint16 length = get_length (&event->points, (EntenteDateForm) event->facts.form);

  shape->n_pairs += length == ENTENTE_BLOCK_PAIR;
  shape->n_points += length == ENTENTE_BLOCK_WIDE;
  shape->n_told += (event->facts.flags & ENTENTE_ROW_BOUNDED) != 0;
  shape->n_followers += (event->facts.flags & ENTENTE_ROW_FOLLOWS) != 0;
  shape->n_parts += count_items (&stage->part_starts, number);
  shape->n_issues += count_items (&stage->issue_starts, number);
  shape->n_voices += count_items (&stage->voice_starts, number);
  shape->n_details += count_details (stage, number);
  shape->has_day_order = shape->has_day_order || event->day_order != 0;
  shape->has_telling = shape->has_telling || event->telling != 0;
  shape->has_track = shape->has_track || event->track != ENTENTE_NO_INDEX;
  shape->has_place = shape->has_place || event->place != ENTENTE_NO_INDEX;
}

/* ---- memory ---- */

/* With @memory NULL only counts; columns stand at multiples of eight bytes. */
static gpointer
carve (char *memory, gsize *used, gsize n, gsize size)
{
  gpointer column = memory != NULL && n > 0 ? memory + *used : NULL;

  *used += (n * size + 7) & ~(gsize) 7;
  return column;
}

gsize
entente_block_lay_out (EntenteBlock *block, char *memory)
{
  gsize used = 0;

#define COLUMN(field, n) block->field = carve (memory, &used, (n), sizeof (*block->field));
  ENTENTE_BLOCK_COLUMNS (COLUMN)
#undef COLUMN
  return used;
}

/* From the slab of the stage, when many blocks are made; else memory of its own. */
static void
allocate_block (EntenteBlock *block, EntenteStage *stage)
{
  gsize size = entente_block_lay_out (block, NULL);

  if (stage->events.len >= MIN_ROWS_FOR_SLAB) {
    if (stage->slab == NULL)
      stage->slab = entente_slab_new (size);
    block->arena = entente_slab_take (stage->slab, size);
    if (block->arena == NULL) {
      entente_slab_unref (stage->slab);
      stage->slab = entente_slab_new (size);
      block->arena = entente_slab_take (stage->slab, size);
    }
    block->slab = entente_slab_ref (stage->slab);
  } else {
    block->arena = g_malloc (size);
  }
  entente_block_lay_out (block, block->arena);
}

/* ---- tallies ---- */

/* While counting: which row counted the actor last. */
typedef struct {
  EntenteTally tally;
  guint row; /* row + 1 */
  guint matching_row; /* row + 1 */
} Counter;

static void
count_actor (EntenteStage *stage, GArray *counters, guint32 actor, gboolean matching, guint row)
{
  guint32 *number = &stage->tally_numbers[actor];
  Counter *counter;

  if (*number == 0) {
    Counter fresh = { { actor, 0, 0 }, 0, 0 };

    g_array_append_val (counters, fresh);
    *number = counters->len;
  }
  counter = &g_array_index (counters, Counter, *number - 1);
  if (counter->row != row + 1)
    counter->tally.n_rows++;
  if (matching && counter->matching_row != row + 1) {
    counter->tally.n_matching++;
    counter->matching_row = row + 1;
  }
  counter->row = row + 1;
}

/* Events stand far apart on the stage: asks for them some rows ahead. */
static void
prefetch_row (const EntenteStage *stage, const guint32 *order, guint row, guint n)
{
  if (row + 16 < n) {
    const char *event = (const char *) entente_stage_get_event (stage, order[row + 16]);

    __builtin_prefetch (event);
    __builtin_prefetch (event + sizeof (EntenteStagedEvent) - 1);
    if (stage->part_starts.len > 0)
      __builtin_prefetch (&entente_vector_index (&stage->part_starts, guint32, order[row + 16]));
  }
  if (row + 8 < n) {
    EntenteRange range = entente_stage_get_range (&stage->part_starts, order[row + 8]);

    if (range.end > range.first)
      __builtin_prefetch (&entente_vector_index (&stage->parts, EntenteStagedPart, range.first));
  }
}

static void
gather_parts (EntenteStage *stage, guint32 event, GArray *counters, guint row)
{
  EntenteRange range = entente_stage_get_range (&stage->part_starts, event);

  for (guint i = range.first; i < range.end; i++) {
    EntentePart part = entente_vector_index (&stage->parts, EntenteStagedPart, i).part;
    gboolean matching = entente_role_is_matching ((EntenteRole) part.role);

    entente_vector_append (&stage->row_parts, EntentePart, part);
    count_actor (stage, counters, part.actor, matching, row);
    if (part.speaks_for != ENTENTE_NO_INDEX)
      count_actor (stage, counters, part.speaks_for, matching, row);
  }
  entente_vector_append (&stage->row_part_ends, guint32, stage->row_parts.len);
}

/* Brings the rows of a block together, so that each far event is fetched once; measures the block and
 * counts its actors on the way. */
static GArray *
gather_rows (EntenteStage *stage, const guint32 *order, guint n, EntenteBlockShape *shape)
{
  GArray *counters = g_array_new (FALSE, FALSE, sizeof (Counter));

  stage->row_events.len = 0;
  stage->row_parts.len = 0;
  stage->row_part_ends.len = 0;
  for (guint row = 0; row < n; row++) {
    EntenteStagedEvent *event = entente_vector_push (&stage->row_events);

    prefetch_row (stage, order, row, n);
    *event = *entente_stage_get_event (stage, order[row]);
    measure_event (stage, order[row], event, shape);
    gather_parts (stage, order[row], counters, row);
  }
  for (guint i = 0; i < counters->len; i++)
    stage->tally_numbers[g_array_index (counters, Counter, i).tally.actor] = 0;
  return counters;
}

/* ---- filling ---- */

static void
note_used (EntenteBlock *block, EntenteList list, guint32 index)
{
  if (index != ENTENTE_NO_INDEX)
    block->n_used[list] = MAX (block->n_used[list], index + 1);
}

static void
note_extent (EntenteBlock *block, gint64 time)
{
  if (time == ENTENTE_TIME_MIN || time == ENTENTE_TIME_MAX)
    return;
  if (!block->has_extent)
    block->extent = (EntenteSpan){ time, time };
  block->has_extent = TRUE;
  block->extent.start = MIN (block->extent.start, time);
  block->extent.end = MAX (block->extent.end, time);
}

/* @filled: how many dates the lists hold so far. */
static void
fill_date (EntenteBlock *block,
           guint row,
           const EntenteStagedEvent *event,
           EntenteBlockShape *filled)
{
  const EntenteDatePoints *points = &event->points;
  guint16 length = get_length (points, (EntenteDateForm) event->facts.form);

  block->lengths[row] = length;
  if (length < ENTENTE_BLOCK_PAIR) {
    block->starts[row] = (gint32) (points->earliest_start / ENTENTE_SECONDS_PER_DAY);
  } else if (length == ENTENTE_BLOCK_PAIR) {
    block->starts[row] = (gint32) filled->n_pairs;
    block->pairs[filled->n_pairs++] = entente_date_points_get_window (points);
  } else {
    block->starts[row] = (gint32) filled->n_points;
    block->points[filled->n_points++] = *points;
  }
}

static void
fill_told (EntenteBlock *block, guint row, const EntenteStage *stage, guint32 event)
{
  const EntenteSpan *told = entente_stage_get_told (stage, event);

  if (told != NULL)
    block->told[block->n_told++] = (EntenteTold){ row, *told };
}

static void
fill_follower (EntenteBlock *block, guint row, const EntenteStage *stage, guint32 event)
{
  if (block->facts[row].flags & ENTENTE_ROW_FOLLOWS)
    block->followers[block->n_followers++] =
      (EntenteFollower){ row, *entente_stage_find_key (stage, event) };
}

static void
fill_row (EntenteBlock *block, guint row, const EntenteStagedEvent *event)
{
  block->ids[row] = event->id;
  block->facts[row] = event->facts;
  if (block->day_orders != NULL)
    block->day_orders[row] = event->day_order;
  if (block->tellings != NULL)
    block->tellings[row] = event->telling;
  if (block->tracks != NULL)
    block->tracks[row] = event->track;
  if (block->places != NULL)
    block->places[row] = event->place;
  note_used (block, ENTENTE_LIST_TRACK, event->track);
  note_used (block, ENTENTE_LIST_PLACE, event->place);
  note_extent (block, event->points.earliest_start);
  note_extent (block, event->points.latest_end);
}

static void
fill_parts (EntenteBlock *block, const EntenteStage *stage)
{
  block->part_starts[0] = 0;
  memcpy (block->part_starts + 1, stage->row_part_ends.data, block->n_rows * sizeof (guint32));
  if (stage->row_parts.len > 0)
    memcpy (block->parts, stage->row_parts.data, stage->row_parts.len * sizeof (EntentePart));
}

static void
fill_tallies (EntenteBlock *block, const GArray *counters)
{
  for (guint i = 0; i < counters->len; i++) {
    block->tallies[i] = g_array_index (counters, Counter, i).tally;
    note_used (block, ENTENTE_LIST_ACTOR, block->tallies[i].actor);
  }
}

static void
fill_issues (EntenteBlock *block, guint row, const EntenteStage *stage, guint32 event)
{
  EntenteRange range = entente_stage_get_range (&stage->issue_starts, event);
  guint32 at;

  if (block->issue_starts == NULL)
    return;
  at = block->issue_starts[row];
  for (guint i = range.first; i < range.end; i++) {
    block->issues[at++] = entente_vector_index (&stage->issues, EntenteStagedIssue, i).issue;
    note_used (block, ENTENTE_LIST_ISSUE, block->issues[at - 1]);
  }
  block->issue_starts[row + 1] = at;
}

static void
fill_voices (EntenteBlock *block, guint row, const EntenteStage *stage, guint32 event)
{
  EntenteRange range = entente_stage_get_range (&stage->voice_starts, event);
  guint32 at;

  if (block->voice_starts == NULL)
    return;
  at = block->voice_starts[row];
  for (guint i = range.first; i < range.end; i++) {
    const EntenteStagedVoice *staged =
      &entente_vector_index (&stage->voices, EntenteStagedVoice, i);

    if (staged->detail != NULL)
      block->details[block->n_details++] =
        (EntenteVoiceDetail){ at, entente_claim_detail_ref (staged->detail) };
    note_used (block, ENTENTE_LIST_ARTICLE, staged->voice.article);
    note_used (block, ENTENTE_LIST_ACTOR, staged->voice.outlet);
    note_used (block, ENTENTE_LIST_ACTOR, staged->voice.speaker);
    block->voices[at++] = staged->voice;
  }
  block->voice_starts[row + 1] = at;
}

static void
fill_block (EntenteBlock *block, const EntenteStage *stage, const guint32 *order)
{
  EntenteBlockShape filled = { 0 };

  if (block->issue_starts != NULL)
    block->issue_starts[0] = 0;
  if (block->voice_starts != NULL)
    block->voice_starts[0] = 0;
  for (guint row = 0; row < block->n_rows; row++) {
    const EntenteStagedEvent *event =
      &entente_vector_index (&stage->row_events, EntenteStagedEvent, row);

    fill_row (block, row, event);
    fill_date (block, row, event, &filled);
    fill_told (block, row, stage, order[row]);
    fill_follower (block, row, stage, order[row]);
    fill_issues (block, row, stage, order[row]);
    fill_voices (block, row, stage, order[row]);
  }
  block->n_placed = block->n_rows;
  while (block->n_placed > 0 &&
         entente_block_get_place (block, block->n_placed - 1) == ENTENTE_TIME_MAX)
    block->n_placed--;
}

EntenteBlock *
entente_block_new (EntenteStage *stage, const guint32 *order, guint n, guint slot)
{
  EntenteBlock *block = g_new0 (EntenteBlock, 1);
  g_autoptr (GArray) counters = gather_rows (stage, order, n, &block->shape);

  g_atomic_ref_count_init (&block->refs);
  block->slot = slot;
  block->n_rows = n;
  block->n_tallies = counters->len;
  allocate_block (block, stage);
  fill_parts (block, stage);
  fill_tallies (block, counters);
  fill_block (block, stage, order);
  return block;
}
