/* Writing an EntenteBlock from staged events.
 *
 * One look over the events measures every column, one allocation holds them all, a second look fills
 * them. Whole days go into narrow columns (start in days, length in days): a day, a month, a point
 * between two days, a span of whole days. Everything else goes whole into a list beside them. */
#include "entente-block.h"

typedef struct {
  guint n_points;
  guint n_parts;
  guint n_issues;
  guint n_voices;
  guint n_details;
  gboolean has_day_order;
  gboolean has_telling;
  gboolean has_track;
  gboolean has_place;
} Measure;

/* A window in whole days; FALSE when @points say more than that. */
static gboolean
encode_days (const EntenteDatePoints *points, EntenteDateForm form, gint32 *start, guint16 *length)
{
  gint64 first = points->earliest_start;
  gint64 last = points->latest_end;
  gint64 inset = form == ENTENTE_DATE_SPAN ? ENTENTE_SECONDS_PER_DAY : 0;
  gint64 reach = G_MAXINT32 * ENTENTE_SECONDS_PER_DAY;

  if (first < -reach || last > reach || last <= first || first % ENTENTE_SECONDS_PER_DAY != 0 ||
      last % ENTENTE_SECONDS_PER_DAY != 0 ||
      (last - first) / ENTENTE_SECONDS_PER_DAY >= ENTENTE_BLOCK_WIDE)
    return FALSE;
  if (points->latest_start != (inset != 0 ? first + inset : last) ||
      points->earliest_end != (inset != 0 ? last - inset : first))
    return FALSE;
  *start = (gint32) (first / ENTENTE_SECONDS_PER_DAY);
  *length = (guint16) ((last - first) / ENTENTE_SECONDS_PER_DAY);
  return TRUE;
}

static guint
count_details (const EntenteStage *stage, guint32 event)
{
  guint n = 0;

  for (guint i = stage->voice_starts[event]; i < stage->voice_starts[event + 1]; i++)
    n += g_array_index (stage->voices, EntenteStagedVoice, i).detail != NULL;
  return n;
}

static void
measure_event (const EntenteStage *stage, guint32 number, Measure *measure)
{
  const EntenteStagedEvent *event = entente_stage_get_event (stage, number);
  gint32 start;
  guint16 length;

  if (!encode_days (&event->points, (EntenteDateForm) event->facts.form, &start, &length))
    measure->n_points++;
  measure->n_parts += stage->part_starts[number + 1] - stage->part_starts[number];
  measure->n_issues += stage->issue_starts[number + 1] - stage->issue_starts[number];
  measure->n_voices += stage->voice_starts[number + 1] - stage->voice_starts[number];
  measure->n_details += count_details (stage, number);
  measure->has_day_order = measure->has_day_order || event->day_order != 0;
  measure->has_telling = measure->has_telling || event->telling != 0;
  measure->has_track = measure->has_track || event->track != ENTENTE_NO_INDEX;
  measure->has_place = measure->has_place || event->place != ENTENTE_NO_INDEX;
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

/* Every column in turn; the same walk counts the bytes and hands them out. */
static gsize
lay_out (EntenteBlock *block, const Measure *measure, char *memory)
{
  gsize n = block->n_rows;
  gsize used = 0;

#define COLUMN(field, length) block->field = carve (memory, &used, (length), sizeof (*block->field))
  COLUMN (ids, n);
  COLUMN (facts, n);
  COLUMN (points, measure->n_points);
  COLUMN (parts, MAX (measure->n_parts, 1));
  COLUMN (voices, measure->n_voices);
  COLUMN (details, measure->n_details);
  COLUMN (starts, n);
  COLUMN (lengths, n);
  COLUMN (day_orders, measure->has_day_order ? n : 0);
  COLUMN (tellings, measure->has_telling ? n : 0);
  COLUMN (tracks, measure->has_track ? n : 0);
  COLUMN (places, measure->has_place ? n : 0);
  COLUMN (part_starts, n + 1);
  COLUMN (issue_starts, measure->n_issues > 0 ? n + 1 : 0);
  COLUMN (issues, measure->n_issues);
  COLUMN (voice_starts, measure->n_voices > 0 ? n + 1 : 0);
  COLUMN (tallies, block->n_tallies);
#undef COLUMN
  return used;
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

static GArray *
count_actors (EntenteStage *stage, const guint32 *order, guint n)
{
  GArray *counters = g_array_new (FALSE, FALSE, sizeof (Counter));

  for (guint row = 0; row < n; row++) {
    for (guint i = stage->part_starts[order[row]]; i < stage->part_starts[order[row] + 1]; i++) {
      const EntentePart *part = &g_array_index (stage->parts, EntenteStagedPart, i).part;
      gboolean matching = entente_role_is_matching ((EntenteRole) part->role);

      count_actor (stage, counters, part->actor, matching, row);
      if (part->speaks_for != ENTENTE_NO_INDEX)
        count_actor (stage, counters, part->speaks_for, matching, row);
    }
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

static void
fill_row (EntenteBlock *block, guint row, const EntenteStagedEvent *event, guint *n_points)
{
  block->ids[row] = event->id;
  block->facts[row] = event->facts;
  if (!encode_days (&event->points,
                    (EntenteDateForm) event->facts.form,
                    &block->starts[row],
                    &block->lengths[row])) {
    block->starts[row] = (gint32) *n_points;
    block->lengths[row] = ENTENTE_BLOCK_WIDE;
    block->points[(*n_points)++] = event->points;
  }
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
fill_parts (EntenteBlock *block, guint row, const EntenteStage *stage, guint32 event)
{
  guint32 at = block->part_starts[row];

  for (guint i = stage->part_starts[event]; i < stage->part_starts[event + 1]; i++) {
    const EntentePart *part = &g_array_index (stage->parts, EntenteStagedPart, i).part;

    block->parts[at++] = *part;
    note_used (block, ENTENTE_LIST_ACTOR, part->actor);
    note_used (block, ENTENTE_LIST_ACTOR, part->speaks_for);
  }
  block->part_starts[row + 1] = at;
}

static void
fill_issues (EntenteBlock *block, guint row, const EntenteStage *stage, guint32 event)
{
  guint32 at;

  if (block->issue_starts == NULL)
    return;
  at = block->issue_starts[row];
  for (guint i = stage->issue_starts[event]; i < stage->issue_starts[event + 1]; i++) {
    block->issues[at++] = g_array_index (stage->issues, EntenteStagedIssue, i).issue;
    note_used (block, ENTENTE_LIST_ISSUE, block->issues[at - 1]);
  }
  block->issue_starts[row + 1] = at;
}

static void
fill_voices (EntenteBlock *block, guint row, const EntenteStage *stage, guint32 event)
{
  guint32 at;

  if (block->voice_starts == NULL)
    return;
  at = block->voice_starts[row];
  for (guint i = stage->voice_starts[event]; i < stage->voice_starts[event + 1]; i++) {
    const EntenteStagedVoice *staged = &g_array_index (stage->voices, EntenteStagedVoice, i);

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
  guint n_points = 0;

  block->part_starts[0] = 0;
  if (block->issue_starts != NULL)
    block->issue_starts[0] = 0;
  if (block->voice_starts != NULL)
    block->voice_starts[0] = 0;
  for (guint row = 0; row < block->n_rows; row++) {
    fill_row (block, row, entente_stage_get_event (stage, order[row]), &n_points);
    fill_parts (block, row, stage, order[row]);
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
  g_autoptr (GArray) counters = count_actors (stage, order, n);
  Measure measure = { 0 };

  g_atomic_ref_count_init (&block->refs);
  block->slot = slot;
  block->n_rows = n;
  block->n_tallies = counters->len;
  for (guint row = 0; row < n; row++)
    measure_event (stage, order[row], &measure);
  block->arena = g_malloc (lay_out (block, &measure, NULL));
  lay_out (block, &measure, block->arena);
  for (guint i = 0; i < counters->len; i++)
    block->tallies[i] = g_array_index (counters, Counter, i).tally;
  fill_block (block, stage, order);
  return block;
}
