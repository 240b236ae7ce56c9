/* Lanes with more moves than fit as marks: bundles in cells of time that panning does not shift, or
 * bars of density; and the moves that stay marks all the same because they are selected, pinned or
 * of the thread. Counts come from binary searches in sorted rows, so cost does not grow with the
 * number of events.
 */
#include "config.h"

#include "entente-calendar-unit.h"
#include "entente-scene-private.h"

#include <math.h>

#define CELL_PX 40.0 /* bundles nearer than this would touch */
#define FULL_SHARE 0.8 /* of cells with a bundle: density */
#define FULL_SHARE_BACK 0.66 /* … and back, a fifth lower */
#define FULL_MIN 4 /* bundles: fewer may touch */
#define CROWDED 300 /* raised marks of a lane: from here on … */
#define RAISED_GAP 18.0 /* … pinned ones nearer than this stay with the rest */
#define BUNDLE_PADDING 8.0
#define BUNDLE_MIN 24.0
/* between pills of neighbouring cells, where they are not too wide for it */
#define BUNDLE_GAP 3.0
#define REACH_LEAST 2.0 /* to both sides of a glyph */
#define REACH_GAP 1.0 /* within the ends of a date: that of the next day has its own */
#define AS_FINE 1.2 /* months and years of all lengths are of one kind */
#define BAR_SHARE 0.62 /* of the height of a lane */
#define SCALE_STEP 1.25 /* the scale of bars changes in steps, not with each pixel */

/* Cells of time: edges[i] is the first row of cell i; edges[n] ends the last. */
typedef struct {
  GArray *edges; /* guint */
  gint64 first; /* number of the first cell since 1970 */
  double seconds;
  guint n;
} Cells;

static gint64
get_finest (EntenteSceneDraft *scene)
{
  return entente_lane_index_get_finest (entente_lanes_get_index (scene->input->lanes));
}

static gint64
to_time (double seconds)
{
  return (gint64) ceil (CLAMP (seconds, -9e18, 9e18));
}

static void
cells_init (Cells *cells, EntenteSceneDraft *scene, double px)
{
  const EntenteTimescale *scale = &scene->input->scale;
  double end = scale->start + scale->width_px * scale->seconds_per_px;

  cells->seconds = px * scale->seconds_per_px;
  cells->first = (gint64) floor (scale->start / cells->seconds);
  cells->n = (guint) (floor (end / cells->seconds) - (double) cells->first) + 1;
  /* Cells of bundles are asked for by every lane. */
  cells->edges = px == CELL_PX ? g_array_ref (scene->cell_edges)
                               : g_array_sized_new (FALSE, FALSE, sizeof (guint), cells->n + 1);
  if (cells->edges->len > 0)
    return;
  for (guint i = 0; i <= cells->n; i++) {
    double edge = (double) (cells->first + i) * cells->seconds;
    guint row = entente_lanes_find_time (scene->input->chronicle, to_time (edge));

    g_array_append_val (cells->edges, row);
  }
}

static double
cells_get_x (const Cells *cells, EntenteSceneDraft *scene, guint cell)
{
  const EntenteTimescale *scale = &scene->input->scale;

  return ((double) (cells->first + cell) * cells->seconds - scale->start) / scale->seconds_per_px;
}

/* Rows below an edge, when @from of them are known to be. */
static guint
cells_rank (const Cells *cells, guint edge, const guint32 *rows, guint n_rows, guint from)
{
  guint row = g_array_index (cells->edges, guint, edge);

  return from == 0 ? entente_lanes_rank (rows, n_rows, row)
                   : entente_lanes_rank_from (rows, n_rows, row, from);
}

/* Share of cells with a bundle among those from the first to the last bundle; 0 while there are
 * few. */
static double
get_full_share (const Cells *cells, const EntenteLane *lane)
{
  guint at = cells_rank (cells, 0, lane->filtered, lane->n_filtered, 0);
  guint n_full = 0, first = 0, last = 0;

  for (guint i = 0; i < cells->n; i++) {
    guint next = cells_rank (cells, i + 1, lane->filtered, lane->n_filtered, at);

    if (next - at > 1) {
      first = n_full == 0 ? i : first;
      last = i;
      n_full++;
    }
    at = next;
  }
  return n_full >= FULL_MIN ? (double) n_full / (last - first + 1) : 0;
}

EntenteSceneLevel
entente_scene_choose_dense_level (EntenteSceneDraft *scene, guint lane, EntenteSceneLevel before)
{
  double most = before == ENTENTE_LEVEL_DENSITY ? FULL_SHARE_BACK : FULL_SHARE;
  double share;
  Cells cells;

  cells_init (&cells, scene, CELL_PX);
  share = get_full_share (&cells, scene_get_lane (scene, lane));
  g_array_unref (cells.edges);
  return share > most ? ENTENTE_LEVEL_DENSITY : ENTENTE_LEVEL_BUNDLES;
}

/* ---- moves that stay marks ---- */

static double
get_x (EntenteSceneDraft *scene, guint32 row)
{
  return scene_to_x (scene, entente_chronicle_get_place (scene->input->chronicle, row));
}

static void
raise_mark (EntenteSceneDraft *scene, guint lane, guint32 row)
{
  guint first = scene->marks->len;

  entente_scene_add_marks (scene, lane, row);
  for (guint i = first; i < scene->marks->len; i++) {
    scene_get_mark (scene, i)->line = ENTENTE_SCENE_LINE_RAISED;
    scene_get_mark (scene, i)->flags |= ENTENTE_MARK_RAISED;
  }
}

static void
collect_row (const EntenteLane *lane, guint32 row, GArray *rows)
{
  guint at = entente_lanes_rank (lane->filtered, lane->n_filtered, row);

  if (at < lane->n_filtered && lane->filtered[at] == row)
    g_array_append_val (rows, row);
}

static gboolean
is_near_view (EntenteSceneDraft *scene, guint32 row)
{
  return row + 1 >= scene->first_row && row <= scene->last_row;
}

/* Of very many pinned moves those that stand apart. */
static gboolean
has_room (EntenteSceneDraft *scene, GArray *rows, guint32 row)
{
  guint32 last = rows->len > 0 ? g_array_index (rows, guint32, rows->len - 1) : 0;

  return rows->len < CROWDED || fabs (get_x (scene, last) - get_x (scene, row)) >= RAISED_GAP;
}

/* Rows of the lane that are drawn as marks on stems: selected, of the thread, pinned; sorted. */
static GArray *
raise_marks (EntenteSceneDraft *scene, guint lane)
{
  const EntenteLane *found = scene_get_lane (scene, lane);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n_pinned;
  const guint32 *pinned =
    entente_lane_index_get_pinned (entente_lanes_get_index (scene->input->lanes), &n_pinned);

  for (guint i = 0; i < scene->input->n_selection; i++)
    collect_row (found, scene->input->selection[i], rows);
  for (guint i = 0; i < scene->thread->len; i++)
    collect_row (found, g_array_index (scene->thread, guint32, i), rows);
  if (scene_is_folded (scene))
    n_pinned = 0;
  for (guint i = entente_lanes_rank (pinned, n_pinned, scene->first_row); i < n_pinned; i++) {
    if (!is_near_view (scene, pinned[i]))
      break;
    if (has_room (scene, rows, pinned[i]))
      collect_row (found, pinned[i], rows);
  }
  entente_scene_sort_rows (rows);
  for (guint i = 0; i < rows->len; i++)
    raise_mark (scene, lane, g_array_index (rows, guint32, i));
  return rows;
}

/* What is selected is to be seen even when the filter leaves it out. */
static void
raise_ghosts (EntenteSceneDraft *scene, guint lane)
{
  for (guint i = 0; i < scene->input->n_selection; i++)
    if (entente_scene_is_ghost_of (scene, scene_get_lane (scene, lane), scene->input->selection[i]))
      raise_mark (scene, lane, scene->input->selection[i]);
}

/* Number of sorted @rows within @filtered[from, to). */
static guint
count_among (const guint32 *filtered, guint from, guint to, const guint32 *rows, guint n_rows)
{
  if (from >= to || n_rows == 0)
    return 0;
  return entente_lanes_rank (rows, n_rows, filtered[to - 1] + 1) -
         entente_lanes_rank (rows, n_rows, filtered[from]);
}

/* ---- bundles ---- */

/* How far the date of @row reaches, where all dates are as vague: of days drawn 100 px wide the
 * middle alone would be more than was told. */
static void
extend_reach (EntenteSceneDraft *scene, EntenteSceneBundle *bundle, guint32 row)
{
  EntenteSpan window = entente_chronicle_get_window (scene->input->chronicle, row);
  double x = get_x (scene, row);

  bundle->reach0 = MIN (bundle->reach0, x - REACH_LEAST);
  bundle->reach1 = MAX (bundle->reach1, x + REACH_LEAST);
  if (window.start == ENTENTE_TIME_MIN || window.end == ENTENTE_TIME_MAX ||
      (double) (window.end - window.start) > get_finest (scene) * AS_FINE)
    return;
  bundle->reach0 = MIN (bundle->reach0, scene_to_x (scene, window.start) + REACH_GAP);
  bundle->reach1 = MAX (bundle->reach1, scene_to_x (scene, window.end) - REACH_GAP);
}

static double
get_middle (const EntenteSceneBundle *bundle)
{
  return (bundle->reach0 + bundle->reach1) / 2;
}

static void
add_bundle (EntenteSceneDraft *scene, guint lane, guint from, guint to, guint count, double cell_x)
{
  const EntenteLane *found = scene_get_lane (scene, lane);
  EntenteSceneBundle bundle = { 0 };
  char text[32];
  double half;

  g_snprintf (text, sizeof text, "%'u", count);
  bundle.lane = (guint16) lane;
  bundle.hue = found->hue;
  bundle.body = found->actor;
  bundle.count = count;
  bundle.first = from;
  bundle.last = to - 1;
  bundle.text = g_string_chunk_insert (scene->strings, text);
  bundle.width = scene->input->measure (ENTENTE_LABEL_BUNDLE, text, scene->input->data);
  bundle.width = MAX (bundle.width + 2 * BUNDLE_PADDING, BUNDLE_MIN);
  bundle.reach0 = G_MAXDOUBLE;
  bundle.reach1 = -G_MAXDOUBLE;
  extend_reach (scene, &bundle, found->filtered[from]);
  extend_reach (scene, &bundle, found->filtered[to - 1]);
  half = MIN (bundle.width + BUNDLE_GAP, CELL_PX) / 2;
  bundle.x = CLAMP (get_middle (&bundle), cell_x + half, cell_x + CELL_PX - half);
  g_array_append_val (scene->bundles, bundle);
}

static void
add_lone_mark (EntenteSceneDraft *scene, guint lane, guint from, guint to, GArray *raised)
{
  const EntenteLane *found = scene_get_lane (scene, lane);
  const guint32 *rows = (const guint32 *) (gpointer) raised->data;

  for (guint i = from; i < to; i++)
    if (count_among (found->filtered, i, i + 1, rows, raised->len) == 0)
      entente_scene_add_marks (scene, lane, found->filtered[i]);
}

static void
add_bundles (EntenteSceneDraft *scene, guint lane, GArray *raised)
{
  const EntenteLane *found = scene_get_lane (scene, lane);
  const guint32 *rows = (const guint32 *) (gpointer) raised->data;
  Cells cells;
  guint at;

  cells_init (&cells, scene, CELL_PX);
  at = cells_rank (&cells, 0, found->filtered, found->n_filtered, 0);
  for (guint i = 0; i < cells.n; i++) {
    guint next = cells_rank (&cells, i + 1, found->filtered, found->n_filtered, at);
    guint count = next - at - count_among (found->filtered, at, next, rows, raised->len);

    if (count > 1)
      add_bundle (scene, lane, at, next, count, cells_get_x (&cells, scene, i));
    else if (count == 1)
      add_lone_mark (scene, lane, at, next, raised);
    at = next;
  }
  g_array_unref (cells.edges);
}

/* Out of its cell to the middle of what it stands for, over at most half of the ground between it
 * and its neighbours. */
static void
centre (EntenteSceneDraft *scene, guint first_bundle)
{
  double before = -G_MAXDOUBLE; /* end of the pill before, as it was */

  for (guint i = first_bundle; i < scene->bundles->len; i++) {
    EntenteSceneBundle *bundle = &g_array_index (scene->bundles, EntenteSceneBundle, i);
    double half = bundle->width / 2, start = bundle->x - half, end = bundle->x + half;
    double next = i + 1 < scene->bundles->len ? bundle[1].x - bundle[1].width / 2 : G_MAXDOUBLE;
    double left = before == -G_MAXDOUBLE ? G_MAXDOUBLE : MAX (start - before - BUNDLE_GAP, 0) / 2;
    double right = next == G_MAXDOUBLE ? G_MAXDOUBLE : MAX (next - end - BUNDLE_GAP, 0) / 2;

    bundle->x += CLAMP (get_middle (bundle) - bundle->x, -left, right);
    before = end;
  }
}

/* A pill makes room for the lone marks beside it, as far as its members' reach lets it and nothing
 * else is there. */
static void
give_way (EntenteSceneDraft *scene, guint first_bundle, guint first_mark)
{
  guint at = first_mark;

  for (guint i = first_bundle; i < scene->bundles->len; i++) {
    EntenteSceneBundle *bundle = &g_array_index (scene->bundles, EntenteSceneBundle, i);
    double least =
      i > first_bundle ? bundle[-1].x + bundle[-1].width / 2 + BUNDLE_GAP : -G_MAXDOUBLE;
    double most =
      i + 1 < scene->bundles->len ? bundle[1].x - bundle[1].width / 2 - BUNDLE_GAP : G_MAXDOUBLE;
    double half = bundle->width / 2;
    guint next;

    for (; at < scene->marks->len && scene_get_mark (scene, at)->x < bundle->reach0; at++)
      least = MAX (least, scene_get_mark (scene, at)->x + ENTENTE_SCENE_GLYPH_HALF);
    next = at;
    while (next < scene->marks->len && scene_get_mark (scene, next)->x <= bundle->reach1)
      next++;
    if (next < scene->marks->len)
      most = MIN (most, scene_get_mark (scene, next)->x - ENTENTE_SCENE_GLYPH_HALF);
    if (bundle->x - half < least && least + half <= bundle->reach1)
      bundle->x = least + half;
    if (bundle->x + half > most && most - half >= bundle->reach0 && most - half >= least + half)
      bundle->x = most - half;
  }
}

void
entente_scene_add_dense_marks (EntenteSceneDraft *scene, guint lane)
{
  g_autoptr (GArray) raised = raise_marks (scene, lane);
  guint first_bundle, first_mark;

  raise_ghosts (scene, lane);
  if (scene_get_scene_lane (scene, lane)->level != ENTENTE_LEVEL_BUNDLES)
    return;
  first_bundle = scene->bundles->len;
  first_mark = scene->marks->len;
  add_bundles (scene, lane, raised);
  centre (scene, first_bundle);
  give_way (scene, first_bundle, first_mark);
}

/* ---- bars ---- */

static void
add_lane_bars (EntenteSceneDraft *scene, guint lane, const Cells *cells, guint *most)
{
  const EntenteLane *found = scene_get_lane (scene, lane);
  EntenteSceneLane *drawn = scene_get_scene_lane (scene, lane);
  gboolean folded = scene_is_folded (scene);
  gboolean dense = drawn->level == ENTENTE_LEVEL_DENSITY && !folded;
  guint filtered = cells_rank (cells, 0, found->filtered, found->n_filtered, 0);
  guint total = cells_rank (cells, 0, found->rows, found->n_rows, 0);

  drawn->first_bar = scene->bars->len;
  drawn->n_bars = cells->n;
  for (guint i = 0; i < cells->n; i++) {
    guint next_filtered = cells_rank (cells, i + 1, found->filtered, found->n_filtered, filtered);
    guint next_total = found->rows == found->filtered
                         ? next_filtered
                         : cells_rank (cells, i + 1, found->rows, found->n_rows, total);
    EntenteSceneBar bar = { 0 };

    bar.x = cells_get_x (cells, scene, i);
    bar.filtered = dense ? next_filtered - filtered : 0;
    bar.total = scene->input->ghosts ? next_total - total
                : folded             ? next_filtered - filtered
                                     : bar.filtered;
    *most = MAX (*most, bar.total);
    g_array_append_val (scene->bars, bar);
    filtered = next_filtered;
    total = next_total;
  }
}

static void
scale_bars (EntenteSceneDraft *scene, guint most)
{
  double top = pow (SCALE_STEP, ceil (log (sqrt (MAX (most, 4))) / log (SCALE_STEP)));

  for (guint i = 0; i < scene->lanes->len; i++) {
    const EntenteSceneLane *lane = scene_get_scene_lane (scene, i);
    double unit = (lane->height - lane->head) * BAR_SHARE / top;

    for (guint j = 0; j < lane->n_bars; j++) {
      EntenteSceneBar *bar = &g_array_index (scene->bars, EntenteSceneBar, lane->first_bar + j);

      bar->filtered_height = sqrt (bar->filtered) * unit;
      bar->total_height = sqrt (bar->total) * unit;
    }
  }
}

/* Pale density behind bundles tells how much else is there; where nothing is, and bars are shorter
 * than any date, it would be a thin line in the middle of each. */
static gboolean
says_nothing (EntenteSceneDraft *scene, guint lane)
{
  const EntenteLane *found = scene_get_lane (scene, lane);

  return scene_get_scene_lane (scene, lane)->level == ENTENTE_LEVEL_BUNDLES &&
         found->n_rows == found->n_filtered &&
         ENTENTE_SCENE_BAR * scene->input->scale.seconds_per_px < (double) get_finest (scene);
}

void
entente_scene_add_bars (EntenteSceneDraft *scene)
{
  gboolean has_cells = FALSE;
  guint most = 0;
  Cells cells;

  scene->scene.bar_seconds = MAX (ENTENTE_SCENE_BAR * scene->input->scale.seconds_per_px,
                                  entente_calendar_unit_widen_length (get_finest (scene)));
  for (guint i = 0; i < scene->lanes->len; i++) {
    const EntenteSceneLane *lane = scene_get_scene_lane (scene, i);

    if ((lane->level != ENTENTE_LEVEL_DENSITY && !lane->ghost_density) ||
        !scene_is_looked_at (scene, i) || says_nothing (scene, i))
      continue;
    if (!has_cells)
      cells_init (&cells, scene, ENTENTE_SCENE_BAR);
    has_cells = TRUE;
    add_lane_bars (scene, i, &cells, &most);
  }
  if (!has_cells)
    return;
  scale_bars (scene, most);
  g_array_unref (cells.edges);
}
