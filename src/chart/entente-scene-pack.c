/* Which level of detail a lane is drawn at, and in which of at most five rows each of its marks stands. Rows are packed in
 * the order of events over stretches of time that do not depend on the view, so panning moves nothing up or down.
 */
#include "config.h"

#include "entente-scene-private.h"

#include <math.h>

#define WHOLE_LANE_MAX 400 /* so few rows are packed all at once */
#define CHUNK_PX 2048.0 /* else stretch by stretch */
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
  guint n; /* rows in use in this stretch */
} Lines;

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
  for (guint i = 0; i < ENTENTE_SCENE_MAX_LINES; i++)
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
  for (guint i = 0; i < ENTENTE_SCENE_MAX_LINES; i++)
    if (x0 >= lines->end[i])
      return (int) i;
  for (guint i = 0; i < ENTENTE_SCENE_MAX_LINES; i++)
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
  lines_take (lines, (guint) line, x1 - TOUCH_PX, x, room);
  for (guint i = first; i < marks->len; i++)
    scene_get_mark (pack->scene, i)->line = (guint8) line;
  if (x1 > -NEAR_PX && x0 < pack->scene->input->scale.width_px + NEAR_PX)
    pack->n_lines = MAX (pack->n_lines, (guint) line + 1);
  return fits || x < -ENTENTE_SCENE_GLYPH_HALF ||
         x > pack->scene->input->scale.width_px + ENTENTE_SCENE_GLYPH_HALF;
}

/* Rows [from, to) as one stretch. */
static gboolean
pack_stretch (Pack *pack, guint from, guint to)
{
  Lines lines;

  lines_clear (&lines);
  for (guint i = from; i < to; i++) {
    guint first = pack->scene->marks->len;

    entente_scene_add_marks (pack->scene, pack->lane, pack->rows[i]);
    if (!place_event (pack, &lines, first))
      return FALSE;
  }
  return TRUE;
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
  scene->stretch_seconds = seconds;
  scene->first_packed = find_stretch (scene, scene->first_stretch);
  scene->last_packed = find_stretch (scene, scene->last_stretch + 1);
}

static gboolean
pack_stretches (Pack *pack)
{
  EntenteSceneDraft *scene = pack->scene;
  guint from = entente_lanes_rank (pack->rows, pack->n_rows, scene->first_packed), to;

  for (gint64 number = scene->first_stretch; number <= scene->last_stretch; number++, from = to) {
    to = entente_lanes_rank (pack->rows, pack->n_rows, find_stretch (scene, number + 1));
    if (!pack_stretch (pack, from, to))
      return FALSE;
  }
  return TRUE;
}

/* Six glyphs nearer together than @half cannot stand apart in five rows: a quick no, before anything is made. */
static gboolean
is_hopeless (EntenteSceneDraft *scene, const guint32 *rows, guint n_rows, double half)
{
  guint from = entente_lanes_rank (rows, n_rows, scene->first_row);
  guint to = entente_lanes_rank (rows, n_rows, scene->last_row);
  double near = half * scene->input->scale.seconds_per_px;

  if (to - from > ENTENTE_SCENE_MAX_LINES * (scene->input->scale.width_px / half + 1))
    return TRUE;
  for (guint i = from + ENTENTE_SCENE_MAX_LINES; i < to; i++) {
    gint64 last = entente_chronicle_get_place (scene->input->chronicle, rows[i]);
    gint64 first =
      entente_chronicle_get_place (scene->input->chronicle, rows[i - ENTENTE_SCENE_MAX_LINES]);

    if ((double) (last - first) < near)
      return TRUE;
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
    fits = is_packed_whole (scene, lane) ? pack_stretch (&pack, 0, n_rows) : pack_stretches (&pack);
  if (!fits) {
    g_array_set_size (scene->marks, n_marks);
    g_array_set_size (scene->bands, n_bands);
    return FALSE;
  }
  scene_get_scene_lane (scene, lane)->n_rows = pack.n_lines;
  return TRUE;
}

static gboolean
try_levels_of_marks (EntenteSceneDraft *scene, guint lane, double half)
{
  const EntenteLane *found = scene_get_lane (scene, lane);
  EntenteSceneLane *drawn = scene_get_scene_lane (scene, lane);
  gboolean has_ghosts = scene->input->ghosts && found->n_rows > found->n_filtered;

  if (has_ghosts && try_marks (scene, lane, found->rows, found->n_rows, half))
    return TRUE;
  drawn->ghost_density = has_ghosts;
  return try_marks (scene, lane, found->filtered, found->n_filtered, half);
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

void
entente_scene_pack_lane (EntenteSceneDraft *scene, guint lane)
{
  const EntenteLane *found = scene_get_lane (scene, lane);
  gpointer key = GUINT_TO_POINTER (found->actor);
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (scene->levels, key));
  EntenteSceneLane *drawn = scene_get_scene_lane (scene, lane);
  double half = before > ENTENTE_LEVEL_MARKS + 1 ? HALF_GLYPH * HYSTERESIS : HALF_GLYPH;

  drawn->n_rows = 1;
  if (scene_is_folded (scene)) {
    pack_folded_lane (scene, lane);
    return;
  }
  if (try_levels_of_marks (scene, lane, half)) {
    drawn->level = ENTENTE_LEVEL_MARKS;
  } else {
    drawn->level =
      entente_scene_choose_dense_level (scene, lane, before > 0 ? before - 1 : ENTENTE_LEVEL_MARKS);
    drawn->ghost_density = scene->input->ghosts;
    entente_scene_add_dense_marks (scene, lane);
  }
  g_hash_table_insert (scene->levels, key, GUINT_TO_POINTER (drawn->level + 1));
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
