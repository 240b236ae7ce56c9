/* Writing an EntenteBlock from staged events.
 *
 * The rows are brought together and measured, one allocation holds all columns, then they are
 * filled. Whole days go into narrow columns (start in days, length in days): a day, a month, a
 * point between two days, a span of whole days. Two exact points go into one list beside them,
 * everything else whole into another. */
#include "entente-block.h"

/* Fewer events than this are not worth memory in common. */
#define MIN_ROWS_FOR_SLAB 50000

/* Times further off than this are not tried in units. */
#define MAX_SECONDS (G_MAXINT64 / 4)
/* More than twice as many as a block can have lists; a power of two. */
#define FACTOR G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)
#define N_LIST_SLOTS (4 * ENTENTE_BLOCK_MAX_ROWS)

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

/* Start and length as whole units, when both fit; the length is ENTENTE_BLOCK_WIDE when they do
 * not. */
static guint16
get_units (EntenteSpan window, gint64 seconds, guint base, guint max, gint32 *start)
{
  gint64 n = (window.end - window.start) / seconds;
  gint64 first = window.start / seconds;

  if (window.start % seconds != 0 || window.end % seconds != 0 || n > max || first > G_MAXINT32 ||
      first < G_MININT32)
    return ENTENTE_BLOCK_WIDE;
  *start = (gint32) first;
  return (guint16) (base + n);
}

/* The date in its two columns: length and unit, or which of the lists holds it. @start is only set
 * where none does. */
static guint16
get_length (const EntenteDatePoints *points, EntenteDateForm form, gint32 *start)
{
  EntenteSpan window = { points->earliest_start, points->latest_end };
  gboolean is_exact = is_pair (points, form, 0);
  guint16 length = ENTENTE_BLOCK_WIDE;

  /* Differences of others need not fit. */
  if (window.start >= window.end || window.start < -MAX_SECONDS || window.end > MAX_SECONDS)
    return is_exact ? ENTENTE_BLOCK_PAIR : ENTENTE_BLOCK_WIDE;
  if (is_pair (points, form, ENTENTE_SECONDS_PER_DAY))
    length = get_units (window, ENTENTE_SECONDS_PER_DAY, 0, ENTENTE_BLOCK_HOURS - 1, start);
  if (length == ENTENTE_BLOCK_WIDE && is_exact)
    length = get_units (window, 3600, ENTENTE_BLOCK_HOURS, 0x3fff, start);
  if (length == ENTENTE_BLOCK_WIDE && is_exact)
    length = get_units (window, 60, ENTENTE_BLOCK_MINUTES, 0x3ffd, start);
  return length == ENTENTE_BLOCK_WIDE && is_exact ? ENTENTE_BLOCK_PAIR : length;
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
  gint32 start;
  guint16 length = get_length (&event->points, (EntenteDateForm) event->facts.form, &start);

  shape->n_pairs += length == ENTENTE_BLOCK_PAIR;
  shape->n_points += length == ENTENTE_BLOCK_WIDE;
  shape->n_told += (event->facts.flags & ENTENTE_ROW_BOUNDED) != 0;
  shape->n_followers += (event->facts.flags & ENTENTE_ROW_FOLLOWS) != 0;
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

/* On the stage until they are judged; each event comes into one block. */
static void
allocate_facts (EntenteBlock *block, EntenteStage *stage)
{
  entente_vector_reserve (&stage->block_facts, stage->events.len);
  block->wide_facts =
    &entente_vector_index (&stage->block_facts, EntenteFacts, stage->block_facts.len);
  stage->block_facts.len += block->n_rows;
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
  allocate_facts (block, stage);
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

static guint32
hash_parts (const EntentePart *parts, guint n)
{
  guint64 hash = n;

  for (guint i = 0; i < n; i++) {
    hash = (hash ^ ((guint64) parts[i].actor << 8 | parts[i].role)) * FACTOR;
    hash = (hash ^ hash >> 32 ^ parts[i].speaks_for) * FACTOR;
  }
  return (guint32) (hash >> 32);
}

/* Number of the list that was put at the end of `list_parts`: that of an equal one from before, and
 * then it is taken away again. */
static guint16
number_list (EntenteStage *stage)
{
  guint32 *starts = stage->list_starts.data;
  const EntentePart *parts = stage->list_parts.data;
  guint n_lists = stage->list_starts.len - 1;
  guint32 first = starts[n_lists];
  guint n = stage->list_parts.len - first;
  guint at = n > 0 ? hash_parts (parts + first, n) % N_LIST_SLOTS : 0;

  for (; stage->list_slots[at] != 0; at = (at + 1) % N_LIST_SLOTS) {
    guint number = stage->list_slots[at] - 1u;

    if (starts[number + 1] - starts[number] != n ||
        (n > 0 && memcmp (parts + starts[number], parts + first, n * sizeof *parts) != 0))
      continue;
    stage->list_parts.len = first;
    return (guint16) number;
  }
  stage->list_slots[at] = (guint16) (n_lists + 1);
  entente_vector_append (&stage->list_starts, guint32, stage->list_parts.len);
  return (guint16) n_lists;
}

static void
gather_parts (EntenteStage *stage, guint32 event, GArray *counters, guint row)
{
  EntenteRange range = entente_stage_get_range (&stage->part_starts, event);

  for (guint i = range.first; i < range.end; i++) {
    EntentePart part = entente_vector_index (&stage->parts, EntenteStagedPart, i).part;
    gboolean matching = entente_role_is_matching ((EntenteRole) part.role);

    entente_vector_append (&stage->list_parts, EntentePart, part);
    count_actor (stage, counters, part.actor, matching, row);
    if (part.speaks_for != ENTENTE_NO_INDEX)
      count_actor (stage, counters, part.speaks_for, matching, row);
  }
  entente_vector_append (&stage->row_lists, guint16, number_list (stage));
}

static void
begin_lists (EntenteStage *stage)
{
  if (stage->list_slots == NULL)
    stage->list_slots = g_new (guint16, N_LIST_SLOTS);
  memset (stage->list_slots, 0, N_LIST_SLOTS * sizeof (guint16));
  stage->row_lists.len = 0;
  stage->list_parts.len = 0;
  stage->list_starts.len = 0;
  entente_vector_append (&stage->list_starts, guint32, 0);
}

/* How far apart the ids of the gathered rows are. */
static void
measure_ids (EntenteBlock *block, const EntenteStage *stage)
{
  EntenteId low = G_MAXINT64, high = G_MININT64;
  guint64 reach;

  for (guint row = 0; row < stage->row_events.len; row++) {
    EntenteId id = entente_vector_index (&stage->row_events, EntenteStagedEvent, row).id;

    low = MIN (low, id);
    high = MAX (high, id);
  }
  reach = (guint64) high - (guint64) low;
  block->first_id = low;
  block->shape.id_width = reach <= G_MAXUINT32 ? 0 : reach >> 40 == 0 ? 1 : 2;
}

/* Brings the rows of a block together, so that each far event is fetched once; measures the block
 * and counts its actors on the way. */
static GArray *
gather_rows (EntenteStage *stage, const guint32 *order, guint n, EntenteBlockShape *shape)
{
  GArray *counters = g_array_new (FALSE, FALSE, sizeof (Counter));

  stage->row_events.len = 0;
  begin_lists (stage);
  for (guint row = 0; row < n; row++) {
    EntenteStagedEvent *event = entente_vector_push (&stage->row_events);

    prefetch_row (stage, order, row, n);
    *event = *entente_stage_get_event (stage, order[row]);
    measure_event (stage, order[row], event, shape);
    gather_parts (stage, order[row], counters, row);
  }
  for (guint i = 0; i < counters->len; i++)
    stage->tally_numbers[g_array_index (counters, Counter, i).tally.actor] = 0;
  shape->n_lists = stage->list_starts.len - 1;
  shape->n_parts = stage->list_parts.len;
  return counters;
}

/* ---- filling ---- */

static void
note_used (EntenteBlock *block, EntenteList list, guint32 index)
{
  if (index != ENTENTE_NO_INDEX)
    block->n_used[list] = MAX (block->n_used[list], index + 1);
}

/* @filled: how many dates the lists hold so far. */
static void
fill_date (EntenteBlock *block,
           guint row,
           const EntenteStagedEvent *event,
           EntenteBlockShape *filled)
{
  const EntenteDatePoints *points = &event->points;
  guint16 length = get_length (points, (EntenteDateForm) event->facts.form, &block->starts[row]);

  block->lengths[row] = length;
  if (length == ENTENTE_BLOCK_PAIR) {
    block->starts[row] = (gint32) filled->n_pairs;
    block->pairs[filled->n_pairs++] = entente_date_points_get_window (points);
  } else if (length == ENTENTE_BLOCK_WIDE) {
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
  if (block->wide_facts[row].flags & ENTENTE_ROW_FOLLOWS)
    block->followers[block->n_followers++] =
      (EntenteFollower){ row, *entente_stage_find_key (stage, event) };
}

static void
fill_id (EntenteBlock *block, guint row, EntenteId id)
{
  guint64 step = (guint64) id - (guint64) block->first_id;

  if (block->ids != NULL) {
    block->ids[row] = id;
    return;
  }
  block->id_steps[row] = (guint32) step;
  if (block->id_highs != NULL)
    block->id_highs[row] = (guint8) (step >> 32);
}

static void
fill_row (EntenteBlock *block, guint row, const EntenteStagedEvent *event)
{
  fill_id (block, row, event->id);
  block->wide_facts[row] = event->facts;
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
  entente_block_note_extent (block, event->points.earliest_start);
  entente_block_note_extent (block, event->points.latest_end);
}

static void
fill_parts (EntenteBlock *block, const EntenteStage *stage)
{
  memcpy (block->part_lists, stage->row_lists.data, block->n_rows * sizeof (guint16));
  memcpy (block->list_starts,
          stage->list_starts.data,
          (block->shape.n_lists + 1) * sizeof (guint32));
  if (stage->list_parts.len > 0)
    memcpy (block->parts, stage->list_parts.data, stage->list_parts.len * sizeof (EntentePart));
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
  measure_ids (block, stage);
  allocate_block (block, stage);
  fill_parts (block, stage);
  fill_tallies (block, counters);
  fill_block (block, stage, order);
  return block;
}
