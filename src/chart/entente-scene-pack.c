/* Which level of detail a lane is drawn at, and in which of at most five rows each of its marks stands. Rows are packed in
 * the order of events over stretches of time that do not depend on the view, so panning moves nothing up or down.
 */
#include "config.h"

#include "entente-scene-private.h"

#include <math.h>

#define WHOLE_LANE_MAX 400 /* so few rows are packed all at once */
#define CHUNK_PX 2048.0 /* else stretch by stretch */
#define MARGIN_PX 220.0 /* bands and titles of marks so far outside reach into view */
#define HALF_GLYPH 8.0 /* glyphs nearer than this overlap by half */
#define HYSTERESIS 1.2
#define TITLE_ROOM 120.0 /* wanted right of a lone glyph while rows are cheap */
#define CHEAP_LINES 3
#define GAP_PX 2.0
#define BLOCK 64 /* rows whose reach is kept together */
#define FAR_MAX 64

typedef struct {
  double end[SCENE_MAX_LINES]; /* right end of what stands in each row */
  double room[SCENE_MAX_LINES]; /* the same with room for a title */
  double last_x[SCENE_MAX_LINES]; /* last glyph */
  guint n; /* rows in use in this stretch */
} Lines;

typedef struct {
  Scene *scene;
  guint lane;
  const guint32 *rows; /* filtered, or all with ghosts */
  guint n_rows;
  double half; /* least distance of glyphs */
  guint n_lines;
} Pack;

static void
lines_clear (Lines *lines)
{
  for (guint i = 0; i < SCENE_MAX_LINES; i++)
    lines->end[i] = lines->room[i] = lines->last_x[i] = -G_MAXDOUBLE;
  lines->n = 0;
}

static void
lines_take (Lines *lines, guint line, double x1, double glyph_x, double room)
{
  lines->end[line] = MAX (lines->end[line], x1);
  lines->room[line] = MAX (lines->room[line], x1 + room);
  lines->last_x[line] = glyph_x;
  lines->n = MAX (lines->n, line + 1);
}

/* A row that is free with room for titles, else a new one, else a free one, else one where no glyph is hidden. */
static int
lines_choose (const Lines *lines, double x0, double x, double half)
{
  double best = half;
  int found = -1;

  for (guint i = 0; i < lines->n; i++)
    if (x0 >= lines->room[i])
      return (int) i;
  if (lines->n < CHEAP_LINES)
    for (guint i = 0; i <= lines->n; i++)
      if (x0 >= lines->room[i])
        return (int) i;
  for (guint i = 0; i < SCENE_MAX_LINES; i++)
    if (x0 >= lines->end[i])
      return (int) i;
  for (guint i = 0; i < SCENE_MAX_LINES; i++)
    if (x - lines->last_x[i] >= best) {
      best = x - lines->last_x[i];
      found = (int) i;
    }
  return found;
}

/* Puts the marks from @first on (one event) into one row. FALSE when it would hide or be hidden. */
static gboolean
place_event (Pack *pack, Lines *lines, guint first)
{
  GArray *marks = pack->scene->marks;
  const EntenteSceneMark *lead = scene_get_mark (pack->scene, first);
  double x0 = G_MAXDOUBLE, x1 = -G_MAXDOUBLE, x = lead->x;
  double room = lead->n_bands == 0 ? TITLE_ROOM : 0;
  gboolean fits;
  int line;

  for (guint i = first; i < marks->len; i++) {
    x0 = MIN (x0, scene_get_mark (pack->scene, i)->x0);
    x1 = MAX (x1, scene_get_mark (pack->scene, i)->x1);
  }
  line = lines_choose (lines, x0, x, pack->half);
  fits = line >= 0;
  line = MAX (line, 0);
  lines_take (lines, (guint) line, x1 + GAP_PX, x, room);
  for (guint i = first; i < marks->len; i++)
    scene_get_mark (pack->scene, i)->line = (guint8) line;
  pack->n_lines = MAX (pack->n_lines, lines->n);
  return fits || x < -SCENE_GLYPH_HALF || x > pack->scene->input->scale.width_px + SCENE_GLYPH_HALF;
}

/* Rows [from, to) as one stretch. */
static gboolean
pack_stretch (Pack *pack, guint from, guint to)
{
  Lines lines;

  lines_clear (&lines);
  for (guint i = from; i < to; i++) {
    guint first = pack->scene->marks->len;

    scene_add_marks (pack->scene, pack->lane, pack->rows[i]);
    if (!place_event (pack, &lines, first))
      return FALSE;
  }
  return TRUE;
}

/* ---- bands from afar ---- */

static void
reach_clear (gpointer data)
{
  SceneReach *reach = data;

  g_clear_pointer (&reach->ends, g_free);
  g_clear_pointer (&reach->starts, g_free);
  reach->n_blocks = 0;
}

static void
fill_block (Pack *pack, SceneReach *reach, guint block)
{
  const EntenteLane *lane = scene_get_lane (pack->scene, pack->lane);

  reach->ends[block] = ENTENTE_TIME_MIN;
  reach->starts[block] = ENTENTE_TIME_MAX;
  for (guint i = block * BLOCK; i < MIN ((block + 1) * BLOCK, lane->n_filtered); i++) {
    EntenteSpan window =
      entente_chronicle_get_window (pack->scene->input->chronicle, lane->filtered[i]);

    if (window.end != ENTENTE_TIME_MAX)
      reach->ends[block] = MAX (reach->ends[block], window.end);
    if (window.start != ENTENTE_TIME_MIN)
      reach->starts[block] = MIN (reach->starts[block], window.start);
  }
}

static const SceneReach *
get_reach (Pack *pack)
{
  Scene *scene = pack->scene;
  const EntenteLane *lane = scene_get_lane (scene, pack->lane);
  SceneReach *reach;

  if (scene->reaches_lanes != scene->input->lanes) {
    g_clear_pointer (&scene->reaches_lanes, entente_lanes_unref);
    g_array_set_size (scene->reaches, 0);
    g_array_set_clear_func (scene->reaches, reach_clear);
    scene->reaches_lanes = entente_lanes_ref (scene->input->lanes);
    g_array_set_size (scene->reaches, entente_lanes_get_n (scene->input->lanes));
  }
  reach = &g_array_index (scene->reaches, SceneReach, pack->lane);
  if (reach->ends == NULL) {
    reach->n_blocks = (lane->n_filtered + BLOCK - 1) / BLOCK;
    reach->ends = g_new (gint64, reach->n_blocks);
    reach->starts = g_new (gint64, reach->n_blocks);
    for (guint i = 0; i < reach->n_blocks; i++)
      fill_block (pack, reach, i);
  }
  return reach;
}

static guint
add_far_block (Pack *pack, guint from, guint to, EntenteSpan view)
{
  const EntenteLane *lane = scene_get_lane (pack->scene, pack->lane);
  guint n = 0;

  for (guint i = from; i < to; i++) {
    EntenteSpan window =
      entente_chronicle_get_window (pack->scene->input->chronicle, lane->filtered[i]);
    guint first = pack->scene->marks->len;

    if (window.start == ENTENTE_TIME_MIN || window.end == ENTENTE_TIME_MAX ||
        !entente_span_overlaps (window, view))
      continue;
    scene_add_marks (pack->scene, pack->lane, lane->filtered[i]);
    for (guint j = first; j < pack->scene->marks->len; j++)
      scene_get_mark (pack->scene, j)->line = (guint8) (lane->filtered[i] % MAX (pack->n_lines, 1));
    n++;
  }
  return n;
}

/* Filtered rows of the lane outside [from, to) whose known window reaches into view. */
static void
add_far_bands (Pack *pack, guint from, guint to)
{
  const EntenteLane *lane = scene_get_lane (pack->scene, pack->lane);
  EntenteSpan view = entente_timescale_get_span (&pack->scene->input->scale);
  const SceneReach *reach = get_reach (pack);
  guint n = 0;

  for (guint block = 0; block < reach->n_blocks && n < FAR_MAX; block++) {
    guint first = block * BLOCK, last = MIN (first + BLOCK, lane->n_filtered);

    if (reach->ends[block] <= view.start || reach->starts[block] >= view.end)
      continue;
    if (first < from)
      n += add_far_block (pack, first, MIN (last, from), view);
    if (last > to)
      n += add_far_block (pack, MAX (first, to), last, view);
  }
}

/* ---- one lane ---- */

/* Index in rows of the first one at or after the start of stretch @number. */
static guint
find_stretch (Pack *pack, gint64 number, double seconds)
{
  double time = (double) number * seconds;
  guint row;

  if (time <= -9e18)
    return 0;
  if (time >= 9e18)
    return pack->n_rows;
  row = entente_lanes_find_time (pack->scene->input->chronicle, (gint64) time);
  return entente_lanes_rank (pack->rows, pack->n_rows, row);
}

/* The same place among the filtered rows. */
static guint
rank_filtered (Pack *pack, guint at)
{
  const EntenteLane *lane = scene_get_lane (pack->scene, pack->lane);

  if (at >= pack->n_rows)
    return lane->n_filtered;
  return entente_lanes_rank (lane->filtered, lane->n_filtered, pack->rows[at]);
}

static gboolean
pack_stretches (Pack *pack)
{
  const EntenteTimescale *scale = &pack->scene->input->scale;
  double seconds = CHUNK_PX * scale->seconds_per_px;
  double margin = MARGIN_PX * scale->seconds_per_px;
  gint64 first = (gint64) floor ((scale->start - margin) / seconds);
  gint64 last =
    (gint64) floor ((scale->start + scale->width_px * scale->seconds_per_px + margin) / seconds);
  guint begin = find_stretch (pack, first, seconds), from = begin, to = begin;

  for (gint64 number = first; number <= last; number++, from = to) {
    to = find_stretch (pack, number + 1, seconds);
    if (!pack_stretch (pack, from, to))
      return FALSE;
  }
  add_far_bands (pack, rank_filtered (pack, begin), rank_filtered (pack, to));
  return TRUE;
}

static guint
count_in_view (Scene *scene, const guint32 *rows, guint n_rows)
{
  return entente_lanes_rank (rows, n_rows, scene->last_row) -
         entente_lanes_rank (rows, n_rows, scene->first_row);
}

/* TRUE when all marks stand clear; otherwise nothing is left behind. */
static gboolean
try_marks (Scene *scene, guint lane, const guint32 *rows, guint n_rows, double half)
{
  guint n_marks = scene->marks->len, n_bands = scene->bands->len;
  Pack pack = { scene, lane, rows, n_rows, half, 1 };
  double most = SCENE_MAX_LINES * scene->input->scale.width_px / half;
  gboolean fits = count_in_view (scene, rows, n_rows) <= most;

  if (fits)
    fits = n_rows <= WHOLE_LANE_MAX ? pack_stretch (&pack, 0, n_rows) : pack_stretches (&pack);
  if (!fits) {
    g_array_set_size (scene->marks, n_marks);
    g_array_set_size (scene->bands, n_bands);
    return FALSE;
  }
  scene_get_scene_lane (scene, lane)->n_rows = pack.n_lines;
  return TRUE;
}

static gboolean
try_levels_of_marks (Scene *scene, guint lane, double half)
{
  const EntenteLane *found = scene_get_lane (scene, lane);
  EntenteSceneLane *drawn = scene_get_scene_lane (scene, lane);
  gboolean has_ghosts = scene->input->ghosts && found->n_rows > found->n_filtered;

  if (has_ghosts && try_marks (scene, lane, found->rows, found->n_rows, half))
    return TRUE;
  drawn->ghost_density = has_ghosts;
  return try_marks (scene, lane, found->filtered, found->n_filtered, half);
}

void
scene_pack_lane (Scene *scene, guint lane)
{
  const EntenteLane *found = scene_get_lane (scene, lane);
  gpointer key = GUINT_TO_POINTER (found->actor);
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (scene->levels, key));
  EntenteSceneLane *drawn = scene_get_scene_lane (scene, lane);
  double half = before > ENTENTE_LEVEL_MARKS + 1 ? HALF_GLYPH * HYSTERESIS : HALF_GLYPH;

  drawn->n_rows = 1;
  if (try_levels_of_marks (scene, lane, half)) {
    drawn->level = ENTENTE_LEVEL_MARKS;
  } else {
    drawn->level =
      scene_choose_dense_level (scene, lane, before > 0 ? before - 1 : ENTENTE_LEVEL_MARKS);
    drawn->ghost_density = scene->input->ghosts;
    scene_add_dense_marks (scene, lane);
  }
  g_hash_table_insert (scene->levels, key, GUINT_TO_POINTER (drawn->level + 1));
}
