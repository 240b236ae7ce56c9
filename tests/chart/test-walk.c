/* What holds in every picture of the timeline, proved on walks over synthetic chronicles at 1600 x
 * 900 and 1000 x 700: counts, titles, bundles, levels, what is selected or pinned, and rows of
 * marks. Each is found anew from the arrays and the chronicle, by the plainest means, and compared.
 * For the long road:
 *
 *   ENTENTE_WALK_STEPS=10000 _build/tests/chart/test-walk
 */
#include "config.h"

#include "walk.h"

#define USUAL_STEPS 60
#define GLYPH_HALF 7.75
#define TITLE_HALF 8.0
#define HALF_APART 8.0 /* of a glyph: nearer ones are bundled */
#define CELL_PX 40.0
#define HYSTERESIS 1.2

/* Levels of lanes in the step before, by actor. */
typedef struct {
  Walk walk;
  GHashTable *levels;
} Fixture;

/* ---- counts ---- */

static gboolean
is_counted (const EntenteSceneMark *mark)
{
  return !(mark->flags & (ENTENTE_MARK_GHOST | ENTENTE_MARK_AGAIN | ENTENTE_MARK_OLD));
}

static void
count_row (const Walk *walk, guint32 row, gboolean has_mark, EntenteSceneCounts *counts)
{
  EntenteSpan view = entente_timescale_get_span (&walk->scale);
  gint64 place = entente_chronicle_get_place (walk->chronicle, row);
  guint lane = entente_lanes_find_row (walk->lanes, row);

  if (lane == ENTENTE_NO_INDEX) {
    g_assert_true (entente_lane_index_is_on_shelf (walk->index, row));
    counts->shelf++;
  } else if (place < view.start) {
    counts->before++;
  } else if (place >= view.end) {
    counts->after++;
  } else if (has_mark) {
    counts->marks++;
  } else if (walk->scene->lanes[lane].level == ENTENTE_LEVEL_DENSITY) {
    counts->dense++;
  } else {
    g_assert_cmpint (walk->scene->lanes[lane].level, ==, ENTENTE_LEVEL_BUNDLES);
    g_assert_nonnull (entente_scene_find_bundle (walk->scene, walk->lanes, row));
    counts->bundled++;
  }
}

static void
check_counts (const Walk *walk)
{
  guint n = entente_chronicle_get_n_rows (walk->chronicle), n_filtered = 0;
  g_autofree guint8 *n_marks = g_new0 (guint8, n);
  const EntenteSceneCounts *told = &walk->scene->counts;
  EntenteSceneCounts counts = { 0 };

  for (guint i = 0; i < walk->scene->n_marks; i++)
    n_marks[walk->scene->marks[i].row] += is_counted (&walk->scene->marks[i]) ? 1 : 0;
  for (guint row = 0; row < n; row++) {
    g_assert_cmpuint (n_marks[row], <=, 1);
    if (!walk_passes (walk, row))
      continue;
    n_filtered++;
    count_row (walk, row, n_marks[row] > 0, &counts);
  }
  g_assert_cmpuint (told->marks, ==, counts.marks);
  g_assert_cmpuint (told->bundled, ==, counts.bundled);
  g_assert_cmpuint (told->dense, ==, counts.dense);
  g_assert_cmpuint (told->shelf, ==, counts.shelf);
  g_assert_cmpuint (told->before, ==, counts.before);
  g_assert_cmpuint (told->after, ==, counts.after);
  g_assert_cmpuint (told->marks + told->bundled + told->dense + told->shelf + told->before +
                      told->after,
                    ==,
                    n_filtered);
}

static void
check_bars (const EntenteScene *scene)
{
  for (guint i = 0; i < scene->n_bars; i++) {
    g_assert_cmpuint (scene->bars[i].filtered, <=, scene->bars[i].total);
    g_assert_cmpfloat (scene->bars[i].filtered_height, <=, scene->bars[i].total_height);
  }
}

/* ---- titles ---- */

static gboolean
title_meets (const EntenteSceneTitle *title, double x0, double x1, double y, double half)
{
  return title->x < x1 && title->x + title->width > x0 && fabs (title->y - y) < TITLE_HALF + half;
}

static void
check_title (const EntenteScene *scene, guint at)
{
  const EntenteSceneTitle *title = &scene->titles[at];

  g_assert_cmpfloat (title->x, >=, 0);
  g_assert_cmpfloat (title->x + title->width, <=, scene->scale.width_px);
  for (guint i = 0; i < at; i++) {
    const EntenteSceneTitle *other = &scene->titles[i];

    g_assert_false (title_meets (title, other->x, other->x + other->width, other->y, TITLE_HALF));
  }
  for (guint i = 0; i < scene->n_marks; i++) {
    const EntenteSceneMark *mark = &scene->marks[i];

    g_assert_false (
      title_meets (title, mark->x - GLYPH_HALF, mark->x + GLYPH_HALF, mark->y, GLYPH_HALF));
  }
  for (guint i = 0; i < scene->n_bundles; i++) {
    const EntenteSceneBundle *bundle = &scene->bundles[i];

    g_assert_false (title_meets (title,
                                 bundle->x - bundle->width / 2,
                                 bundle->x + bundle->width / 2,
                                 bundle->y,
                                 ENTENTE_SCENE_PILL / 2));
  }
}

/* ---- bundles ---- */

static gboolean
has_mark (const EntenteScene *scene, guint lane, guint32 row)
{
  if (entente_scene_find_mark (scene, row) == NULL)
    return FALSE;
  for (guint i = 0; i < scene->n_marks; i++)
    if (scene->marks[i].lane == lane && scene->marks[i].row == row)
      return TRUE;
  return FALSE;
}

static void
check_bundle (const Walk *walk, const EntenteSceneBundle *bundle)
{
  const EntenteLane *lane = entente_lanes_get (walk->lanes, bundle->lane);
  /* Of the first and of the last date, on either side of a glyph that may stand at its end. */
  double finest = 2.4 * (double) entente_lane_index_get_finest (walk->index);
  guint count = 0;

  g_assert_cmpuint (bundle->count, >=, 2);
  g_assert_cmpuint (bundle->last, <, lane->n_filtered);
  g_assert_cmpfloat (bundle->reach1 - bundle->reach0,
                     <=,
                     CELL_PX + MAX (4, finest / walk->scale.seconds_per_px));
  g_assert_cmpfloat (bundle->x, >=, bundle->reach0 - CELL_PX);
  g_assert_cmpfloat (bundle->x, <=, bundle->reach1 + CELL_PX);
  for (guint i = bundle->first; i <= bundle->last; i++) {
    guint32 row = lane->filtered[i];
    gint64 place = entente_chronicle_get_place (walk->chronicle, row);
    double x = entente_timescale_to_x (&walk->scale, place);

    g_assert_true (walk_passes (walk, row));
    g_assert_cmpfloat (x, >=, bundle->reach0);
    g_assert_cmpfloat (x, <=, bundle->reach1);
    count += has_mark (walk->scene, bundle->lane, row) ? 0 : 1;
  }
  g_assert_cmpuint (count, ==, bundle->count);
}

/* ---- what stays a mark ---- */

static void
check_kept (const Walk *walk, guint32 row)
{
  EntenteSpan view = entente_timescale_get_span (&walk->scale);
  gint64 place = entente_chronicle_get_place (walk->chronicle, row);
  const EntenteSceneMark *mark = entente_scene_find_mark (walk->scene, row);

  if (entente_lanes_find_row (walk->lanes, row) == ENTENTE_NO_INDEX || place < view.start ||
      place >= view.end)
    return;
  if (!walk_passes (walk, row) && !walk->input.ghosts)
    return;
  g_assert_nonnull (mark);
  g_assert_cmpuint (mark->row, ==, row);
}

static void
check_all_kept (const Walk *walk)
{
  EntenteEventRow values;

  for (guint i = 0; i < walk->input.n_selection; i++)
    check_kept (walk, walk->selection[i]);
  for (guint row = 0; row < entente_chronicle_get_n_rows (walk->chronicle); row++) {
    entente_chronicle_get_row (walk->chronicle, row, &values);
    if ((values.flags & ENTENTE_ROW_PINNED) && walk_passes (walk, row))
      check_kept (walk, row);
  }
  if (walk->input.n_selection > 0 && walk->input.links != ENTENTE_SCENE_LINKS_NONE) {
    g_autoptr (GArray) thread =
      entente_chronicle_get_thread (walk->chronicle, walk->selection[0], 200);

    for (guint i = 0; thread != NULL && i < thread->len; i++)
      if (walk_passes (walk, g_array_index (thread, guint, i)))
        check_kept (walk, g_array_index (thread, guint, i));
  }
}

/* ---- rows of marks ---- */

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static gboolean
is_placed_in_view (const Walk *walk, guint32 row)
{
  gint64 place = entente_chronicle_get_place (walk->chronicle, row);
  double x = entente_timescale_to_x (&walk->scale, place);

  return x >= 0 && x <= walk->scale.width_px;
}

/* The least distance of two glyphs in view in one line of @lane, marks of one event taken together.
 * A further reading of a move that stands far outside may be anywhere. */
static double
find_least_gap (const Walk *walk, guint lane, guint line)
{
  const EntenteScene *scene = walk->scene;
  g_autoptr (GArray) xs = g_array_new (FALSE, FALSE, sizeof (double));
  double least = G_MAXDOUBLE;
  guint32 before = ENTENTE_NO_INDEX;

  for (guint i = 0; i < scene->n_marks; i++) {
    const EntenteSceneMark *mark = &scene->marks[i];

    if (mark->lane != lane || mark->line != line || mark->x < 0 ||
        mark->x > scene->scale.width_px || mark->row == before ||
        !is_placed_in_view (walk, mark->row))
      continue;
    before = mark->row;
    g_array_append_val (xs, mark->x);
  }
  g_array_sort (xs, compare_doubles);
  for (guint i = 1; i < xs->len; i++)
    least = MIN (least, g_array_index (xs, double, i) - g_array_index (xs, double, i - 1));
  return least;
}

static double
find_least_lane_gap (const Walk *walk, guint lane)
{
  double least = G_MAXDOUBLE;

  g_assert_cmpuint (walk->scene->lanes[lane].n_rows, <=, 5);
  for (guint line = 0; line < walk->scene->lanes[lane].n_rows; line++)
    least = MIN (least, find_least_gap (walk, lane, line));
  return least;
}

/* ---- levels ---- */

/* Share of cells of 40 px that hold a bundle, from the first that does to the last; 0 when there
 * are fewer than four. */
static double
find_full_share (const Walk *walk, guint lane)
{
  const EntenteLane *found = entente_lanes_get (walk->lanes, lane);
  double seconds = CELL_PX * walk->scale.seconds_per_px;
  gint64 first_cell = (gint64) floor (walk->scale.start / seconds), first = 0, last = 0;
  guint n_cells = (guint) (walk->scale.width_px / CELL_PX) + 2, n_full = 0;
  g_autofree guint *counts = g_new0 (guint, n_cells);

  for (guint i = 0; i < found->n_filtered; i++) {
    double place = (double) entente_chronicle_get_place (walk->chronicle, found->filtered[i]);
    gint64 cell = (gint64) floor (place / seconds) - first_cell;

    if (cell >= 0 && cell < n_cells &&
        (double) (first_cell + cell) * seconds <
          walk->scale.start + walk->scale.width_px * walk->scale.seconds_per_px)
      counts[cell]++;
  }
  for (gint64 i = 0; i < n_cells; i++)
    if (counts[i] > 1) {
      first = n_full == 0 ? i : first;
      last = i;
      n_full++;
    }
  return n_full >= 4 ? (double) n_full / (double) (last - first + 1) : 0;
}

static void
check_lane (Fixture *fixture, guint lane)
{
  const Walk *walk = &fixture->walk;
  const EntenteLane *found = entente_lanes_get (walk->lanes, lane);
  guint name = found->actor != ENTENTE_NO_INDEX ? found->actor : ENTENTE_NO_INDEX - found->kind;
  gpointer key = GUINT_TO_POINTER (name), value;
  gboolean known = g_hash_table_lookup_extended (fixture->levels, key, NULL, &value);
  EntenteSceneLevel before = known ? GPOINTER_TO_UINT (value) : ENTENTE_LEVEL_MARKS;
  EntenteSceneLevel level = walk->scene->lanes[lane].level;
  double share = find_full_share (walk, lane);

  if (level == ENTENTE_LEVEL_MARKS)
    g_assert_cmpfloat (find_least_lane_gap (walk, lane),
                       >=,
                       HALF_APART * (before == ENTENTE_LEVEL_MARKS ? 1 : HYSTERESIS) - 1e-6);
  else if (before == ENTENTE_LEVEL_DENSITY)
    g_assert_true (level == ENTENTE_LEVEL_DENSITY || share <= 0.66);
  else
    g_assert_cmpint (level == ENTENTE_LEVEL_DENSITY, ==, share > 0.8);
  g_hash_table_insert (fixture->levels, key, GUINT_TO_POINTER (level));
}

/* ---- the walk ---- */

static void
check (Fixture *fixture)
{
  const Walk *walk = &fixture->walk;

  check_counts (walk);
  check_bars (walk->scene);
  for (guint i = 0; i < walk->scene->n_titles; i++)
    check_title (walk->scene, i);
  for (guint i = 0; i < walk->scene->n_bundles; i++)
    check_bundle (walk, &walk->scene->bundles[i]);
  check_all_kept (walk);
  for (guint i = 0; i < walk->scene->n_lanes; i++)
    check_lane (fixture, i);
}

static void
test_walk (gconstpointer data)
{
  Fixture fixture = { .levels = g_hash_table_new (NULL, NULL) };

  walk_init (&fixture.walk, data, 17);
  for (guint i = 0; i < walk_get_steps (USUAL_STEPS); i++) {
    walk_step (&fixture.walk);
    check (&fixture);
  }
  walk_clear (&fixture.walk);
  g_hash_table_unref (fixture.levels);
}

/* Zooming in and out by a little, over and over: a lane may get more detail once and lose it once,
 * and then keeps its level. */
static void
test_jitter (gconstpointer data)
{
  Walk walk;
  guint n_places = MAX (walk_get_steps (USUAL_STEPS) / 10, 2);

  walk_init (&walk, data, 23);
  for (guint i = 0; i < n_places; i++) {
    g_autofree guint *n_changes = NULL;
    g_autofree EntenteSceneLevel *levels = NULL;
    EntenteTimescale scale;

    walk_step (&walk);
    scale = walk.scale;
    n_changes = g_new0 (guint, walk.scene->n_lanes + 1);
    levels = g_new0 (EntenteSceneLevel, walk.scene->n_lanes + 1);
    for (guint j = 0; j < 9; j++) {
      for (guint lane = 0; lane < walk.scene->n_lanes; lane++) {
        n_changes[lane] += j > 0 && levels[lane] != walk.scene->lanes[lane].level ? 1 : 0;
        levels[lane] = walk.scene->lanes[lane].level;
        g_assert_cmpuint (n_changes[lane], <=, 2);
      }
      walk.input.scale =
        entente_timescale_zoom (&scale, scale.width_px / 2, j % 2 == 0 ? 1.04 : 0.96);
      entente_scene_update (walk.scene, &walk.input);
    }
  }
  walk_clear (&walk);
}

/* A study with a long era, a short one, and a period of each year. */
static EntenteChronicle *
make_eras (void)
{
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();

  sample_add_era (builder, "A long time of which much is told", "2015-02-01/2018-09-30", FALSE);
  sample_add_era (builder, "A few days of truce", "2016-06-01/2016-06-05", FALSE);
  sample_add_era (builder, "Fairs", "2016-05-01/2016-07-31", TRUE);
  return entente_chronicle_builder_build (builder, sample_time ("2018-11-12", FALSE));
}

/* Eras keep a label while they are 40 px wide; what recurs becomes stripes of one line with one
 * label. */
static void
test_eras (void)
{
  EntenteSpan span = { sample_time ("2014-01-01", FALSE), sample_time ("2019-12-31", FALSE) };
  g_autoptr (EntenteChronicle) chronicle = make_eras ();
  Walk walk;

  walk_init (&walk, &walk_kinds[0], 1);
  entente_chronicle_unref (walk.chronicle);
  entente_lane_index_unref (walk.index);
  walk.chronicle = g_steal_pointer (&chronicle);
  walk.index = entente_lane_index_new (walk.chronicle, ENTENTE_LANES_SHELF_DAYS);
  walk.input.chronicle = walk.chronicle;
  walk_filter (&walk);
  for (double width = 200; width < 2600; width += 40) {
    guint n_labels[3] = { 0 }, n_stripes = 0, line = 0;

    walk.input.scale = entente_timescale_fit (span, width, 0);
    entente_scene_update (walk.scene, &walk.input);
    for (guint i = 0; i < walk.scene->n_eras; i++) {
      const EntenteSceneEra *era = &walk.scene->eras[i];

      n_labels[era->era] += era->text != NULL ? 1 : 0;
      if (era->text != NULL)
        g_assert_cmpfloat (era->text_x + era->text_width, <=, width);
      if (!era->recurring && era->x1 - era->x0 >= 40 && era->x1 - era->x0 < 2 * width)
        g_assert_nonnull (era->text);
      if (!era->recurring)
        continue;
      g_assert_true (n_stripes == 0 || line == era->line);
      line = era->line;
      n_stripes++;
    }
    g_assert_cmpuint (n_stripes, ==, width >= 100 ? 6 : n_stripes);
    g_assert_cmpuint (n_labels[0] <= 1 && n_labels[1] <= 1 && n_labels[2] <= 1, ==, TRUE);
  }
  walk_clear (&walk);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/walk/eras", test_eras);
  for (guint i = 0; i < G_N_ELEMENTS (walk_kinds); i++) {
    g_autofree char *walk = g_strconcat ("/walk/invariants/", walk_kinds[i].name, NULL);
    g_autofree char *jitter = g_strconcat ("/walk/jitter/", walk_kinds[i].name, NULL);

    g_test_add_data_func (walk, &walk_kinds[i], test_walk);
    g_test_add_data_func (jitter, &walk_kinds[i], test_jitter);
  }
  return g_test_run ();
}
