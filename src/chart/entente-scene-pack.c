/* Which level of detail a lane is drawn at, and in which of at most five rows each of its marks
 * stands. Rows are packed in the order of events over stretches of time that do not depend on the
 * view, so panning moves nothing up or down. Even stretches are packed alone, odd ones between
 * their two neighbours, so that no two marks meet at a border either.
 */
#include "config.h"

#include "entente-scene-private.h"

#include <math.h>

#define WHOLE_LANE_MAX 400 /* so few rows are packed all at once */
#define CHUNK_PX 1024.0 /* else stretch by stretch */
#define MARGIN_PX 220.0 /* bands and titles of marks so far outside reach into view */
#define NEAR_PX 1000.0 /* marks farther off make a lane no higher */
#define HALF_GLYPH 8.0 /* glyphs nearer than this overlap by half */
#define HYSTERESIS 1.2
#define TITLE_ROOM 120.0 /* wanted right of a lone glyph while rows are cheap */
#define CHEAP_LINES 3
#define TOUCH_PX 1.0 /* bands that end where the next begins may lie side by side */
#define FAR_MAX 200 /* marks that reach in from afar */
#define FAR_BLOCKS_MAX 400 /* looked through for them */

typedef struct {
  double end[ENTENTE_SCENE_MAX_LINES]; /* right end of what stands in each row */
  double room[ENTENTE_SCENE_MAX_LINES]; /* the same with room for a title */
  double last_x[ENTENTE_SCENE_MAX_LINES]; /* last glyph */
  double start[ENTENTE_SCENE_MAX_LINES]; /* left end of what stands first in each row */
  double first_x[ENTENTE_SCENE_MAX_LINES]; /* its glyph */
  guint n; /* rows in use in this stretch */
} Lines;

/* The marks of one event, which stand in one row. */
typedef struct {
  double x0, x1; /* reach */
  double first_x, last_x; /* glyphs */
  double room; /* wanted for a title */
} Reach;

typedef struct {
  EntenteSceneDraft *scene;
  guint lane;
  const guint32 *rows; /* filtered, or all with ghosts */
  guint n_rows;
  double half; /* least distance of glyphs */
  guint n_lines;
} Pack;

static void
lines_clear (Lines *lines)
{
  for (guint i = 0; i < ENTENTE_SCENE_MAX_LINES; i++) {
    lines->end[i] = lines->room[i] = lines->last_x[i] = -G_MAXDOUBLE;
    lines->start[i] = lines->first_x[i] = G_MAXDOUBLE;
  }
  lines->n = 0;
}

static void
lines_take (Lines *lines, guint line, const Reach *reach)
{
  lines->end[line] = MAX (lines->end[line], reach->x1 - TOUCH_PX);
  lines->room[line] = MAX (lines->room[line], reach->x1 - TOUCH_PX + reach->room);
  lines->last_x[line] = MAX (lines->last_x[line], reach->last_x);
  lines->start[line] = MIN (lines->start[line], reach->x0 + TOUCH_PX);
  lines->first_x[line] = MIN (lines->first_x[line], reach->first_x);
  lines->n = MAX (lines->n, line + 1);
}

/* A row that is free with room for titles, else a new one, else a free one, else one where no glyph
 * is hidden; before what stands @ahead. */
static int
lines_choose (const Lines *lines, const Lines *ahead, const Reach *reach, double half)
{
  double best = half;
  int found = -1;

  for (guint i = 0; i < lines->n; i++)
    if (reach->x0 >= lines->room[i] && reach->x1 <= ahead->start[i])
      return (int) i;
  if (lines->n < CHEAP_LINES)
    for (guint i = 0; i <= lines->n; i++)
      if (reach->x0 >= lines->room[i] && reach->x1 <= ahead->start[i])
        return (int) i;
  for (guint i = 0; i < ENTENTE_SCENE_MAX_LINES; i++)
    if (reach->x0 >= lines->end[i] && reach->x1 <= ahead->start[i])
      return (int) i;
  for (guint i = 0; i < ENTENTE_SCENE_MAX_LINES; i++) {
    double apart = MIN (reach->first_x - lines->last_x[i], ahead->first_x[i] - reach->last_x);

    if (apart >= best) {
      best = apart;
      found = (int) i;
    }
  }
  return found;
}

static Reach
get_reach (EntenteSceneDraft *scene, guint first, guint end)
{
  const EntenteSceneMark *lead = scene_get_mark (scene, first);
  Reach reach = { lead->x0, lead->x1, lead->x, lead->x, lead->n_bands == 0 ? TITLE_ROOM : 0 };

  for (guint i = first + 1; i < end; i++) {
    const EntenteSceneMark *mark = scene_get_mark (scene, i);

    reach.x0 = MIN (reach.x0, mark->x0);
    reach.x1 = MAX (reach.x1, mark->x1);
    reach.first_x = MIN (reach.first_x, mark->x);
    reach.last_x = MAX (reach.last_x, mark->x);
  }
  return reach;
}

static void
note_line (EntenteSceneDraft *scene, const Reach *reach, guint line, guint *n_lines)
{
  if (reach->x1 > -NEAR_PX && reach->x0 < scene->input->scale.width_px + NEAR_PX)
    *n_lines = MAX (*n_lines, line + 1);
}

/* Glyphs that hide each other may do so as long as they are not in view. */
static gboolean
stays_out_of_view (EntenteSceneDraft *scene, const Reach *reach)
{
  double left = -ENTENTE_SCENE_GLYPH_HALF - reach->last_x;
  double right = scene->input->scale.width_px + ENTENTE_SCENE_GLYPH_HALF - reach->first_x;

  if (left > 0)
    scene->most_dx = MIN (scene->most_dx, left);
  else
    scene->least_dx = MAX (scene->least_dx, right);
  return left > 0 || right < 0;
}

/* Puts the marks [first, end) (one event) into one row. FALSE when it would hide or be hidden. */
static gboolean
place_event (Pack *pack, Lines *lines, const Lines *ahead, guint first, guint end)
{
  Reach reach = get_reach (pack->scene, first, end);
  int found = lines_choose (lines, ahead, &reach, pack->half);
  guint line = found >= 0 ? (guint) found : 0;

  lines_take (lines, line, &reach);
  for (guint i = first; i < end; i++)
    scene_get_mark (pack->scene, i)->line = (guint8) line;
  note_line (pack->scene, &reach, line, &pack->n_lines);
  return found >= 0 || stays_out_of_view (pack->scene, &reach);
}

/* The first of the marks [first, end) that is of another event. */
static guint
find_next_event (EntenteSceneDraft *scene, guint first, guint end)
{
  guint next = first + 1;

  while (next < end && scene_get_mark (scene, next)->row == scene_get_mark (scene, first)->row)
    next++;
  return next;
}

/* Marks [first, end), event by event. */
static gboolean
place_marks (Pack *pack, Lines *lines, const Lines *ahead, guint first, guint end)
{
  for (guint next; first < end; first = next) {
    next = find_next_event (pack->scene, first, end);
    if (!place_event (pack, lines, ahead, first, next))
      return FALSE;
  }
  return TRUE;
}

static void
add_rows (Pack *pack, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    entente_scene_add_marks (pack->scene, pack->lane, pack->rows[i]);
}

/* ---- one lane ---- */

/* First row at or after the start of stretch @number. */
static guint
find_stretch (EntenteSceneDraft *scene, gint64 number)
{
  double time = (double) number * scene->stretch_seconds;

  return entente_lanes_find_time (scene->input->chronicle, (gint64) CLAMP (time, -9e18, 9e18));
}

/* Rows of stretches that reach the view: a row number holds for all lanes. */
void
entente_scene_find_stretches (EntenteSceneDraft *scene)
{
  const EntenteTimescale *scale = &scene->input->scale;
  double seconds = CHUNK_PX * scale->seconds_per_px, margin = MARGIN_PX * scale->seconds_per_px;
  double end = scale->start + scale->width_px * scale->seconds_per_px;

  scene->first_stretch = (gint64) floor ((scale->start - margin) / seconds);
  scene->last_stretch = (gint64) floor ((end + margin) / seconds);
  scene->first_stretch -= scene->first_stretch & 1;
  scene->last_stretch += scene->last_stretch & 1;
  scene->stretch_seconds = seconds;
  scene->first_packed = find_stretch (scene, scene->first_stretch);
  scene->last_packed = find_stretch (scene, scene->last_stretch + 1);
}

/* Everything as one stretch. */
static gboolean
pack_whole (Pack *pack)
{
  guint first = pack->scene->marks->len;
  Lines lines, ahead;

  lines_clear (&lines);
  lines_clear (&ahead);
  add_rows (pack, 0, pack->n_rows);
  return place_marks (pack, &lines, &ahead, first, pack->scene->marks->len);
}

static gboolean
pack_stretches (Pack *pack)
{
  EntenteSceneDraft *scene = pack->scene;
  guint from = entente_lanes_rank (pack->rows, pack->n_rows, scene->first_packed), to;
  guint odd = scene->marks->len;
  Lines before, here, nothing;

  lines_clear (&before);
  lines_clear (&nothing);
  for (gint64 number = scene->first_stretch; number <= scene->last_stretch; number++, from = to) {
    guint first = scene->marks->len;

    to = entente_lanes_rank (pack->rows, pack->n_rows, find_stretch (scene, number + 1));
    add_rows (pack, from, to);
    if (number & 1) {
      odd = first;
      continue;
    }
    lines_clear (&here);
    if (!place_marks (pack, &here, &nothing, first, scene->marks->len) ||
        !place_marks (pack, &before, &here, odd, first))
      return FALSE;
    before = here;
    odd = scene->marks->len;
  }
  return TRUE;
}

/* Six glyphs nearer together than @half cannot stand apart in five rows: a quick no, before
 * anything is made. */
static gboolean
is_hopeless (EntenteSceneDraft *scene, const guint32 *rows, guint n_rows, double half)
{
  guint from = entente_lanes_rank (rows, n_rows, scene->first_row);
  guint to = entente_lanes_rank (rows, n_rows, scene->last_row);
  double near = half * scene->input->scale.seconds_per_px;
  gint64 last[ENTENTE_SCENE_MAX_LINES];

  if (to - from > ENTENTE_SCENE_MAX_LINES * (scene->input->scale.width_px / half + 1))
    return TRUE;
  for (guint i = from; i < to; i++) {
    gint64 place = entente_chronicle_get_place (scene->input->chronicle, rows[i]);
    gint64 *fifth = &last[i % ENTENTE_SCENE_MAX_LINES]; /* the place five rows before */

    if (i >= from + ENTENTE_SCENE_MAX_LINES && (double) (place - *fifth) < near)
      return TRUE;
    *fifth = place;
  }
  return FALSE;
}

static gboolean
is_packed_whole (EntenteSceneDraft *scene, guint lane)
{
  return scene_get_lane (scene, lane)->n_rows <= WHOLE_LANE_MAX;
}

/* TRUE when all marks stand clear; otherwise nothing is left behind. */
static gboolean
try_marks (EntenteSceneDraft *scene, guint lane, const guint32 *rows, guint n_rows, double half)
{
  guint n_marks = scene->marks->len, n_bands = scene->bands->len;
  Pack pack = { scene, lane, rows, n_rows, half, 1 };
  gboolean fits = !is_hopeless (scene, rows, n_rows, half);

  if (fits)
    fits = is_packed_whole (scene, lane) ? pack_whole (&pack) : pack_stretches (&pack);
  if (!fits) {
    g_array_set_size (scene->marks, n_marks);
    g_array_set_size (scene->bands, n_bands);
    return FALSE;
  }
  scene_get_scene_lane (scene, lane)->n_rows = pack.n_lines;
  return TRUE;
}

/* Filtered rows and the selected ones beside them, sorted; NULL when no ghost of the lane is
 * selected. */
static GArray *
add_selected_ghosts (EntenteSceneDraft *scene, const EntenteLane *found)
{
  GArray *rows = NULL;

  for (guint i = 0; i < scene->input->n_selection; i++) {
    guint32 row = scene->input->selection[i];

    if (!entente_scene_is_ghost_of (scene, found, row))
      continue;
    if (rows == NULL) {
      rows = g_array_sized_new (FALSE, FALSE, sizeof (guint32), found->n_filtered + 1);
      g_array_append_vals (rows, found->filtered, found->n_filtered);
    }
    g_array_append_val (rows, row);
  }
  if (rows != NULL)
    entente_scene_sort_rows (rows);
  return rows;
}

static gboolean
try_levels_of_marks (EntenteSceneDraft *scene, guint lane, double half)
{
  const EntenteLane *found = scene_get_lane (scene, lane);
  EntenteSceneLane *drawn = scene_get_scene_lane (scene, lane);
  gboolean has_ghosts = scene->input->ghosts && found->n_rows > found->n_filtered;
  g_autoptr (GArray) rows = NULL;

  if (has_ghosts && try_marks (scene, lane, found->rows, found->n_rows, half))
    return TRUE;
  drawn->ghost_density = has_ghosts;
  rows = has_ghosts ? add_selected_ghosts (scene, found) : NULL;
  if (rows != NULL)
    return try_marks (scene, lane, (const guint32 *) (gpointer) rows->data, rows->len, half);
  return try_marks (scene, lane, found->filtered, found->n_filtered, half);
}

/* Marks that stood in the update before, moved. */
static gboolean
try_kept_marks (EntenteSceneDraft *scene, guint lane, double half)
{
  guint first = scene->marks->len, n_lines = 1;

  if (!entente_scene_keep_move (scene, lane, half))
    return FALSE;
  for (guint next; first < scene->marks->len; first = next) {
    Reach reach;

    next = find_next_event (scene, first, scene->marks->len);
    reach = get_reach (scene, first, next);
    note_line (scene, &reach, scene_get_mark (scene, first)->line, &n_lines);
  }
  scene_get_scene_lane (scene, lane)->n_rows = n_lines;
  return TRUE;
}

static gboolean
try_all_marks (EntenteSceneDraft *scene, guint lane, double half)
{
  guint first_mark = scene->marks->len, first_band = scene->bands->len;

  if (try_kept_marks (scene, lane, half))
    return TRUE;
  scene->is_fleeting = FALSE;
  scene->most_dx = scene->input->scale.width_px;
  scene->least_dx = -scene->most_dx;
  if (!try_levels_of_marks (scene, lane, half))
    return FALSE;
  entente_scene_keep_note (scene, lane, half, first_mark, first_band);
  return TRUE;
}

/* Bars, and what stands out of them all the same. */
static void
pack_folded (EntenteSceneDraft *scene, guint lane)
{
  EntenteSceneLane *drawn = scene_get_scene_lane (scene, lane);

  drawn->level = ENTENTE_LEVEL_DENSITY;
  drawn->ghost_density = scene->input->ghosts;
  entente_scene_add_dense_marks (scene, lane);
}

/* What a lane stands for, whichever place it has: a member by its actor, so that it is not its
 * body. */
static gpointer
get_level_key (EntenteSceneDraft *scene, const EntenteLane *lane)
{
  gsize field = entente_lane_index_get_field (entente_lanes_get_index (scene->input->lanes));
  gsize value = lane->actor != ENTENTE_NO_INDEX      ? lane->actor
                : lane->kind == ENTENTE_LANE_WITHOUT ? ENTENTE_NO_INDEX - 1
                                                     : lane->key;

  return GSIZE_TO_POINTER (value * ENTENTE_N_LANE_FIELDS + field);
}

/* What of the thread is in the lane, as marks; all the rest is told by the pale density alone. */
static void
pack_folded_lane (EntenteSceneDraft *scene, guint lane)
{
  const EntenteLane *found = scene_get_lane (scene, lane);
  EntenteSceneLane *drawn = scene_get_scene_lane (scene, lane);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < scene->thread->len; i++) {
    guint32 row = g_array_index (scene->thread, guint32, i);
    guint at = entente_lanes_rank (found->filtered, found->n_filtered, row);

    if (at < found->n_filtered && found->filtered[at] == row)
      g_array_append_val (rows, row);
  }
  drawn->ghost_density = TRUE;
  drawn->level = ENTENTE_LEVEL_MARKS;
  if (try_marks (scene, lane, (const guint32 *) (gpointer) rows->data, rows->len, HALF_GLYPH))
    return;
  drawn->level = ENTENTE_LEVEL_DENSITY;
  entente_scene_add_dense_marks (scene, lane);
}

/* ---- levels ---- */

static EntenteSceneLevelNote
make_note (EntenteSceneDraft *scene, const EntenteLane *lane, EntenteSceneLevel level)
{
  const EntenteTimescale *scale = &scene->input->scale;
  EntenteSceneLevelNote note = { level, scale->seconds_per_px, 0, 0 };

  note.middle = scale->start + scale->width_px / 2 * scale->seconds_per_px;
  note.n_rows = scene->input->ghosts ? lane->n_rows : lane->n_filtered;
  return note;
}

/* At the same place of the same rows only a fifth more zoom brings details back, whatever the
 * counts say: what just fits at one zoom may not at the next. */
static gboolean
may_refine (EntenteSceneDraft *scene, const EntenteLane *lane, const EntenteSceneLevelNote *before)
{
  const EntenteTimescale *scale = &scene->input->scale;
  EntenteSceneLevelNote now = make_note (scene, lane, before->level);
  double moved = fabs (now.middle - before->middle) / scale->seconds_per_px;

  return before->seconds_per_px >= HYSTERESIS * now.seconds_per_px ||
         before->n_rows != now.n_rows || moved > scale->width_px / 2;
}

static void
note_level (EntenteSceneDraft *scene, const EntenteLane *lane, EntenteSceneLevel level)
{
  gpointer key = get_level_key (scene, lane);
  EntenteSceneLevelNote *note = g_hash_table_lookup (scene->levels, key);

  if (note == NULL) {
    note = g_new0 (EntenteSceneLevelNote, 1);
    g_hash_table_insert (scene->levels, key, note);
  }
  if (level > note->level)
    *note = make_note (scene, lane, level);
  note->level = level;
}

void
entente_scene_pack_lane (EntenteSceneDraft *scene, guint lane)
{
  static const EntenteSceneLevelNote none = { 0 };
  const EntenteLane *found = scene_get_lane (scene, lane);
  const EntenteSceneLevelNote *before =
    g_hash_table_lookup (scene->levels, get_level_key (scene, found));
  EntenteSceneLane *drawn = scene_get_scene_lane (scene, lane);
  EntenteSceneLevel least = ENTENTE_LEVEL_MARKS;
  double half;

  if (before == NULL)
    before = &none;
  if (before->level != ENTENTE_LEVEL_MARKS && !may_refine (scene, found, before))
    least = before->level;
  half = before->level != ENTENTE_LEVEL_MARKS ? HALF_GLYPH * HYSTERESIS : HALF_GLYPH;
  drawn->n_rows = 1;
  if (found->folded) {
    pack_folded (scene, lane);
    return;
  }
  if (scene_is_folded (scene)) {
    pack_folded_lane (scene, lane);
    return;
  }
  if (least == ENTENTE_LEVEL_MARKS && try_all_marks (scene, lane, half)) {
    drawn->level = ENTENTE_LEVEL_MARKS;
  } else {
    drawn->level = entente_scene_choose_dense_level (scene, lane, before->level);
    drawn->level = MAX (drawn->level, least);
    drawn->ghost_density = scene->input->ghosts;
    entente_scene_add_dense_marks (scene, lane);
  }
  note_level (scene, found, drawn->level);
}

/* ---- bands from afar ---- */

static void
add_far_row (EntenteSceneDraft *scene, guint32 row)
{
  guint lane = entente_lanes_find_row (scene->input->lanes, row);
  guint first = scene->marks->len;
  const EntenteSceneLane *drawn;

  if (lane == ENTENTE_NO_INDEX || is_packed_whole (scene, lane) || scene_is_folded (scene))
    return;
  drawn = scene_get_scene_lane (scene, lane);
  if (drawn->level != ENTENTE_LEVEL_MARKS)
    return;
  entente_scene_add_marks (scene, lane, row);
  for (guint i = first; i < scene->marks->len; i++)
    scene_get_mark (scene, i)->line = (guint8) (row % MAX (drawn->n_rows, 1));
}

static void
add_far_block (EntenteSceneDraft *scene, guint block)
{
  EntenteSpan view = entente_timescale_get_span (&scene->input->scale);
  guint n_rows = entente_chronicle_get_n_placed (scene->input->chronicle);
  guint end = MIN ((block + 1) * ENTENTE_LANES_BLOCK, n_rows);

  for (guint row = block * ENTENTE_LANES_BLOCK; row < end; row++) {
    EntenteSpan window;

    if ((row >= scene->first_packed && row < scene->last_packed) || !scene_passes (scene, row))
      continue;
    window = entente_chronicle_get_window (scene->input->chronicle, row);
    if (window.start != ENTENTE_TIME_MIN && window.end != ENTENTE_TIME_MAX &&
        entente_span_overlaps (window, view))
      add_far_row (scene, row);
  }
}

/* From the view outwards, so that the nearest are not left out. */
static void
look_from (EntenteSceneDraft *scene, guint block, int step)
{
  EntenteSpan view = entente_timescale_get_span (&scene->input->scale);
  guint n_blocks, most = scene->n_packed_marks + FAR_MAX, looked = 0;
  const EntenteSpan *reaches =
    entente_lane_index_get_reaches (entente_lanes_get_index (scene->input->lanes), &n_blocks);

  for (; block < n_blocks && scene->marks->len < most && looked < FAR_BLOCKS_MAX;
       block += (guint) step) {
    if (reaches[block].end <= view.start || reaches[block].start >= view.end)
      continue;
    add_far_block (scene, block);
    looked++;
  }
}

void
entente_scene_add_far_marks (EntenteSceneDraft *scene)
{
  gboolean any = FALSE;

  for (guint i = 0; i < scene->lanes->len && !any; i++)
    any =
      scene_get_scene_lane (scene, i)->level == ENTENTE_LEVEL_MARKS && !is_packed_whole (scene, i);
  if (!any)
    return;
  look_from (scene, scene->first_packed / ENTENTE_LANES_BLOCK, -1);
  if (scene->last_packed / ENTENTE_LANES_BLOCK != scene->first_packed / ENTENTE_LANES_BLOCK)
    look_from (scene, scene->last_packed / ENTENTE_LANES_BLOCK, 1);
}
