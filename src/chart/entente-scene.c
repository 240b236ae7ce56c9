/* Puts a scene together: marks and levels lane by lane, then heights, then what joins lanes, then
 * titles in the room that is left. The parts are in entente-scene-*.c; this file owns the memory
 * and the counts. One thread at a time.
 */
#include "config.h"

#include "entente-scene-private.h"

#include <math.h>

#define THREAD_MAX 200
#define LANE_PADDING 12.0
#define RAISED_Y 13.0
#define BUNDLE_BOTTOM 16.0
#define REACH_BOTTOM 3.0

EntenteScene *
entente_scene_new (void)
{
  EntenteSceneDraft *scene = g_new0 (EntenteSceneDraft, 1);

  scene->lanes = g_array_new (FALSE, TRUE, sizeof (EntenteSceneLane));
  scene->marks = g_array_new (FALSE, FALSE, sizeof (EntenteSceneMark));
  scene->bands = g_array_new (FALSE, FALSE, sizeof (EntenteSceneBand));
  scene->stems = g_array_new (FALSE, FALSE, sizeof (EntenteSceneStem));
  scene->joins = g_array_new (FALSE, FALSE, sizeof (EntenteSceneJoin));
  scene->links = g_array_new (FALSE, FALSE, sizeof (EntenteSceneLink));
  scene->loose_ends = g_array_new (FALSE, FALSE, sizeof (EntenteSceneLooseEnd));
  scene->titles = g_array_new (FALSE, FALSE, sizeof (EntenteSceneTitle));
  scene->bundles = g_array_new (FALSE, FALSE, sizeof (EntenteSceneBundle));
  scene->bars = g_array_new (FALSE, FALSE, sizeof (EntenteSceneBar));
  scene->eras = g_array_new (FALSE, FALSE, sizeof (EntenteSceneEra));
  scene->chips = g_array_new (FALSE, FALSE, sizeof (EntenteSceneChip));
  entente_scene_init_positions (scene);
  scene->turns = g_array_new (FALSE, FALSE, sizeof (EntenteSceneTurn));
  scene->rounds = g_array_new (FALSE, FALSE, sizeof (EntenteSceneRound));
  scene->round_drops = g_array_new (FALSE, FALSE, sizeof (EntenteSceneRoundDrop));
  scene->strings = g_string_chunk_new (4096);
  scene->keep = entente_scene_keep_new ();
  scene->cell_edges = g_array_new (FALSE, FALSE, sizeof (guint));
  scene->thread = g_array_new (FALSE, FALSE, sizeof (guint32));
  scene->marks_by_row = entente_row_map_new ();
  scene->levels = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  scene->sides = g_hash_table_new (NULL, NULL);
  return &scene->scene;
}

void
entente_scene_free (EntenteScene *self)
{
  EntenteSceneDraft *scene = (EntenteSceneDraft *) self;
  GArray *arrays[] = { scene->lanes,   scene->marks, scene->bands,      scene->stems,
                       scene->joins,   scene->links, scene->loose_ends, scene->titles,
                       scene->bundles, scene->bars,  scene->eras,       scene->chips,
                       scene->thread,  scene->turns, scene->rounds,     scene->round_drops };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_unref (arrays[i]);
  entente_scene_clear_positions (scene);
  entente_scene_keep_free (scene->keep);
  g_array_unref (scene->cell_edges);
  g_string_chunk_free (scene->strings);
  entente_row_map_free (scene->marks_by_row);
  g_hash_table_unref (scene->levels);
  g_hash_table_unref (scene->sides);
  g_free (scene);
}

static void
clear (EntenteSceneDraft *scene)
{
  GArray *arrays[] = { scene->lanes,      scene->stems,  scene->joins,   scene->links,
                       scene->loose_ends, scene->titles, scene->bundles, scene->bars,
                       scene->eras,       scene->chips,  scene->turns,   scene->rounds,
                       scene->round_drops };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_set_size (arrays[i], 0);
  g_array_set_size (scene->cell_edges, 0);
  g_string_chunk_clear (scene->strings);
  entente_row_map_clear (scene->marks_by_row);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  return left < right ? -1 : left > right;
}

void
entente_scene_sort_rows (GArray *rows)
{
  guint n = 0;

  g_array_sort (rows, compare_rows);
  for (guint i = 0; i < rows->len; i++)
    if (i == 0 || g_array_index (rows, guint32, i) != g_array_index (rows, guint32, i - 1))
      g_array_index (rows, guint32, n++) = g_array_index (rows, guint32, i);
  g_array_set_size (rows, n);
}

gboolean
entente_scene_is_ghost_of (EntenteSceneDraft *scene, const EntenteLane *lane, guint32 row)
{
  guint at = entente_lanes_rank (lane->rows, lane->n_rows, row);

  return scene->input->ghosts && !scene_passes (scene, row) && at < lane->n_rows &&
         lane->rows[at] == row;
}

/* Rows linked with the first selected one. */
static void
find_thread (EntenteSceneDraft *scene)
{
  const EntenteSceneInput *input = scene->input;
  g_autoptr (GArray) rows = NULL;

  g_array_set_size (scene->thread, 0);
  if (input->n_selection == 0 || input->links == ENTENTE_SCENE_LINKS_NONE)
    return;
  rows = entente_chronicle_get_thread (input->chronicle, input->selection[0], THREAD_MAX);
  for (guint i = 0; rows != NULL && i < rows->len; i++) {
    guint32 row = g_array_index (rows, guint, i);

    g_array_append_val (scene->thread, row);
  }
  entente_scene_sort_rows (scene->thread);
}

static void
find_view (EntenteSceneDraft *scene)
{
  EntenteSpan view = entente_timescale_get_span (&scene->input->scale);

  scene->first_row = entente_lanes_find_time (scene->input->chronicle, view.start);
  scene->last_row = entente_lanes_find_time (scene->input->chronicle, view.end);
}

/* ---- heights ---- */

static double
get_natural_height (EntenteSceneDraft *scene, guint at)
{
  const EntenteSceneLane *lane = scene_get_scene_lane (scene, at);
  double height = MAX (ENTENTE_SCENE_LANE_MIN, LANE_PADDING + ENTENTE_SCENE_ROW * lane->n_rows);

  if (scene_get_lane (scene, at)->folded)
    return ceil (scene_scale (scene, ENTENTE_SCENE_LANE_FOLDED));
  if (lane->level != ENTENTE_LEVEL_MARKS)
    height = MAX (height, ENTENTE_SCENE_LANE_DENSE);
  return ceil (scene_scale (scene, height)) + lane->strip + lane->head;
}

static gboolean
grows (EntenteSceneDraft *scene, guint lane)
{
  return scene_get_scene_lane (scene, lane)->level != ENTENTE_LEVEL_MARKS &&
         !scene_get_lane (scene, lane)->folded;
}

static double
get_most_spare (const EntenteSceneLane *lane)
{
  return (lane->level == ENTENTE_LEVEL_DENSITY ? ENTENTE_SCENE_LANE_DENSE_MAX
                                               : ENTENTE_SCENE_LANE_MAX) -
         ENTENTE_SCENE_LANE_DENSE;
}

/* Lanes of bundles and density share the height that is left. */
static void
set_heights (EntenteSceneDraft *scene)
{
  double sum = 0, spare, y = 0;
  guint n_dense = 0;

  for (guint i = 0; i < scene->lanes->len; i++) {
    EntenteSceneLane *lane = scene_get_scene_lane (scene, i);

    lane->height = get_natural_height (scene, i);
    sum += lane->height;
    n_dense += grows (scene, i);
  }
  spare = n_dense > 0 ? MAX (0, scene->input->height_px - sum) / n_dense : 0;
  for (guint i = 0; i < scene->lanes->len; i++) {
    EntenteSceneLane *lane = scene_get_scene_lane (scene, i);

    lane->height = MAX (lane->height, floor (scene->input->lane_least_px));
    if (grows (scene, i))
      lane->height = (double) (int) (lane->height + MIN (spare, get_most_spare (lane)));
    lane->y = y;
    y += lane->height;
  }
  scene->scene.height = y;
}

static double
get_mark_y (EntenteSceneDraft *scene, const EntenteSceneLane *lane, const EntenteSceneMark *mark)
{
  double row = scene_scale (scene, ENTENTE_SCENE_ROW);
  double top =
    lane->y + lane->head + (lane->height - lane->strip - lane->head - row * lane->n_rows) / 2;

  if (mark->line == ENTENTE_SCENE_LINE_RAISED)
    return lane->y + lane->head + scene_scale (scene, RAISED_Y);
  if (lane->level == ENTENTE_LEVEL_BUNDLES)
    return lane->y + lane->height - lane->strip - scene_scale (scene, BUNDLE_BOTTOM);
  return top + row * (mark->line + 0.5);
}

static void
set_ys (EntenteSceneDraft *scene)
{
  for (guint i = 0; i < scene->marks->len; i++) {
    EntenteSceneMark *mark = scene_get_mark (scene, i);

    mark->y = get_mark_y (scene, scene_get_scene_lane (scene, mark->lane), mark);
    for (guint j = 0; j < mark->n_bands; j++)
      g_array_index (scene->bands, EntenteSceneBand, mark->first_band + j).y = mark->y;
  }
  for (guint i = 0; i < scene->bundles->len; i++) {
    EntenteSceneBundle *bundle = &g_array_index (scene->bundles, EntenteSceneBundle, i);
    const EntenteSceneLane *lane = scene_get_scene_lane (scene, bundle->lane);

    bundle->y = lane->y + lane->height - lane->strip - scene_scale (scene, BUNDLE_BOTTOM);
    bundle->reach_y = lane->y + lane->height - REACH_BOTTOM;
  }
}

/* Marks of events counted here first, so that a find gives the one that counts. */
static void
note_marks (EntenteSceneDraft *scene)
{
  for (guint i = 0; i < scene->marks->len; i++) {
    const EntenteSceneMark *mark = scene_get_mark (scene, i);

    if (!(mark->flags & ENTENTE_MARK_OLD) &&
        (!(mark->flags & ENTENTE_MARK_AGAIN) ||
         entente_row_map_get (scene->marks_by_row, mark->row) == 0))
      entente_row_map_set (scene->marks_by_row, mark->row, i + 1);
  }
}

/* ---- counts ---- */

static guint
count_between (const guint32 *rows, guint n, guint from, guint to)
{
  return entente_lanes_rank (rows, n, to) - entente_lanes_rank (rows, n, from);
}

/* Filtered events that a lane counts as its own, among rows [from, to). */
static guint
count_own (const EntenteLane *lane, guint from, guint to)
{
  return count_between (lane->filtered, lane->n_filtered, from, to) -
         count_between (lane->again, lane->n_again, from, to);
}

static gboolean
is_counted_mark (EntenteSceneDraft *scene, const EntenteSceneMark *mark)
{
  return !(mark->flags & (ENTENTE_MARK_GHOST | ENTENTE_MARK_AGAIN | ENTENTE_MARK_OLD)) &&
         mark->row >= scene->first_row && mark->row < scene->last_row;
}

static void
count_lane (EntenteSceneDraft *scene, guint at, guint n_marks)
{
  const EntenteLane *lane = scene_get_lane (scene, at);
  EntenteSceneCounts *counts = &scene->scene.counts;
  guint in_view = count_own (lane, scene->first_row, scene->last_row);

  counts->before += count_own (lane, 0, scene->first_row);
  counts->after += count_own (lane, scene->last_row, G_MAXUINT32);
  counts->marks += n_marks;
  if (scene_is_folded (scene) || scene_get_scene_lane (scene, at)->level == ENTENTE_LEVEL_DENSITY)
    counts->dense += in_view - n_marks;
  else if (scene_get_scene_lane (scene, at)->level == ENTENTE_LEVEL_BUNDLES)
    counts->bundled += in_view - n_marks;
}

static void
count_events (EntenteSceneDraft *scene)
{
  g_autofree guint *n_marks = g_new0 (guint, scene->lanes->len + 1);
  EntenteSceneCounts none = { 0 };

  scene->scene.counts = none;
  for (guint i = 0; i < scene->marks->len; i++) {
    const EntenteSceneMark *mark = scene_get_mark (scene, i);

    n_marks[mark->lane] += is_counted_mark (scene, mark) ? 1 : 0;
  }
  for (guint i = 0; i < scene->lanes->len; i++)
    count_lane (scene, i, n_marks[i]);
  entente_lanes_get_shelf (scene->input->lanes, &scene->scene.counts.shelf);
  scene->scene.counts.hidden = entente_lanes_get_n_hidden_events (scene->input->lanes, NULL);
}

static guint
count_thread (EntenteSceneDraft *scene)
{
  guint n = 0;

  for (guint i = 0; i < scene->thread->len; i++)
    n += scene_passes (scene, g_array_index (scene->thread, guint32, i)) ? 1 : 0;
  return n;
}

/* ---- update ---- */

static void
publish (EntenteSceneDraft *scene)
{
  EntenteScene *self = &scene->scene;

  self->lanes = (const EntenteSceneLane *) (gpointer) scene->lanes->data;
  self->n_lanes = scene->lanes->len;
  self->marks = (const EntenteSceneMark *) (gpointer) scene->marks->data;
  self->n_marks = scene->marks->len;
  self->bands = (const EntenteSceneBand *) (gpointer) scene->bands->data;
  self->n_bands = scene->bands->len;
  self->stems = (const EntenteSceneStem *) (gpointer) scene->stems->data;
  self->n_stems = scene->stems->len;
  self->joins = (const EntenteSceneJoin *) (gpointer) scene->joins->data;
  self->n_joins = scene->joins->len;
  self->links = (const EntenteSceneLink *) (gpointer) scene->links->data;
  self->n_links = scene->links->len;
  self->n_answers = scene->n_answers;
  self->n_answers_drawn = scene->n_answers_drawn;
  self->loose_ends = (const EntenteSceneLooseEnd *) (gpointer) scene->loose_ends->data;
  self->n_loose_ends = scene->loose_ends->len;
  self->titles = (const EntenteSceneTitle *) (gpointer) scene->titles->data;
  self->n_titles = scene->titles->len;
  self->bundles = (const EntenteSceneBundle *) (gpointer) scene->bundles->data;
  self->n_bundles = scene->bundles->len;
  self->bars = (const EntenteSceneBar *) (gpointer) scene->bars->data;
  self->n_bars = scene->bars->len;
  self->eras = (const EntenteSceneEra *) (gpointer) scene->eras->data;
  self->n_eras = scene->eras->len;
  self->turns = (const EntenteSceneTurn *) (gpointer) scene->turns->data;
  self->n_turns = scene->turns->len;
  self->rounds = (const EntenteSceneRound *) (gpointer) scene->rounds->data;
  self->n_rounds = scene->rounds->len;
  self->round_drops = (const EntenteSceneRoundDrop *) (gpointer) scene->round_drops->data;
  self->n_round_drops = scene->round_drops->len;
  self->chips = (const EntenteSceneChip *) (gpointer) scene->chips->data;
  self->n_chips = scene->chips->len;
  self->positions = (const EntenteScenePosition *) (gpointer) scene->positions->data;
  self->n_positions = scene->positions->len;
}

static double
get_line_x (EntenteSceneDraft *scene, gint64 time)
{
  double x = time != ENTENTE_TIME_MIN ? scene_to_x (scene, time) : -1;

  return x >= 0 && x <= scene->input->scale.width_px ? x : -1;
}

void
entente_scene_update (EntenteScene *self, const EntenteSceneInput *input)
{
  EntenteSceneDraft *scene = (EntenteSceneDraft *) self;

  scene->input = input;
  self->scale = input->scale;
  clear (scene);
  find_view (scene);
  find_thread (scene);
  self->text_scale = MAX (input->text_scale, 1);
  self->folded = scene_is_folded (scene);
  self->n_thread = self->folded ? count_thread (scene) : 0;
  entente_scene_find_stretches (scene);
  entente_scene_keep_begin (scene);
  g_array_set_size (scene->lanes, entente_lanes_get_n (input->lanes));
  for (guint i = 0; i < scene->lanes->len; i++)
    entente_scene_pack_lane (scene, i);
  scene->n_packed_marks = scene->marks->len;
  entente_scene_add_far_marks (scene);
  entente_scene_add_put_off (scene);
  entente_scene_reserve_positions (scene);
  entente_scene_reserve_rounds (scene);
  set_heights (scene);
  set_ys (scene);
  entente_scene_add_positions (scene);
  note_marks (scene);
  entente_scene_add_bars (scene);
  entente_scene_add_joins (scene);
  entente_scene_add_stems (scene);
  entente_scene_add_links (scene);
  entente_scene_add_loose_ends (scene);
  entente_scene_add_titles (scene);
  entente_scene_add_rounds (scene);
  entente_scene_add_eras (scene);
  entente_scene_add_turns (scene);
  entente_scene_add_chips (scene);
  self->published_x = get_line_x (scene, input->published);
  self->today_x = get_line_x (scene, input->today);
  count_events (scene);
  publish (scene);
  scene->input = NULL;
}

const EntenteSceneMark *
entente_scene_find_mark (const EntenteScene *self, guint32 row)
{
  const EntenteSceneDraft *scene = (const EntenteSceneDraft *) self;
  guint at = entente_row_map_get (scene->marks_by_row, row);

  return at > 0 && at <= self->n_marks ? &self->marks[at - 1] : NULL;
}

const EntenteSceneBundle *
entente_scene_find_bundle (const EntenteScene *self, const EntenteLanes *lanes, guint32 row)
{
  for (guint i = 0; i < self->n_bundles; i++) {
    const EntenteSceneBundle *bundle = &self->bundles[i];
    const EntenteLane *lane = entente_lanes_get (lanes, bundle->lane);

    if (row >= lane->filtered[bundle->first] && row <= lane->filtered[bundle->last] &&
        lane->filtered[entente_lanes_rank (lane->filtered, lane->n_filtered, row)] == row)
      return bundle;
  }
  return NULL;
}
