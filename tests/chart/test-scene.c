/* Scenes over samples and random chronicles at random zooms: every filtered event is counted once,
 * titles do not overlap, what is hit is what is drawn, panning moves no mark to another row, dates
 * are drawn by their rules. */
#include "config.h"

#include "entente-hit.h"
#include "sample-fields.h"

#include <math.h>

typedef struct {
  EntenteChronicle *chronicle;
  EntenteBitset *filter;
  EntenteLaneIndex *index;
  EntenteLanes *lanes;
  EntenteScene *scene;
  EntenteSceneInput input;
} Fixture;

static double
measure (EntenteLabelStyle style, const char *text, gpointer data)
{
  return (double) g_utf8_strlen (text, -1) * 7;
}

static void
fixture_init_by (Fixture *fixture,
                 EntenteChronicle *chronicle,
                 EntenteLaneField field,
                 const EntenteLanesOptions *options)
{
  EntenteSceneInput input = { 0 };

  fixture->chronicle = chronicle;
  fixture->filter = sample_filter_new (chronicle);
  fixture->index = entente_lane_index_new_by (chronicle, field, ENTENTE_LANES_SHELF_DAYS);
  fixture->lanes = entente_lanes_new (fixture->index, chronicle, fixture->filter, options);
  fixture->scene = entente_scene_new ();
  input.chronicle = chronicle;
  input.filtered = fixture->filter;
  input.lanes = fixture->lanes;
  input.height_px = 600;
  input.shelf_width_px = 1000;
  input.ghosts = input.titles = TRUE;
  input.links = ENTENTE_SCENE_LINKS_ALL;
  input.published = input.today = ENTENTE_TIME_MIN;
  input.title = sample_title;
  input.measure = measure;
  input.data = chronicle;
  fixture->input = input;
}

static void
fixture_init (Fixture *fixture, EntenteChronicle *chronicle, const EntenteLanesOptions *options)
{
  fixture_init_by (fixture, chronicle, ENTENTE_LANES_BY_ACTOR, options);
}

static void
fixture_clear (Fixture *fixture)
{
  entente_scene_free (fixture->scene);
  entente_lanes_unref (fixture->lanes);
  entente_lane_index_unref (fixture->index);
  entente_bitset_unref (fixture->filter);
  entente_chronicle_unref (fixture->chronicle);
}

static void
update (Fixture *fixture, EntenteTimescale scale)
{
  fixture->input.scale = scale;
  entente_scene_update (fixture->scene, &fixture->input);
}

static EntenteTimescale
make_random_scale (Fixture *fixture, GRand *random)
{
  EntenteSpan extent = { 0, 1 };
  double length, start;

  g_assert_true (entente_lane_index_get_extent (fixture->index, &extent));
  length =
    exp (g_rand_double_range (random, log (3600), log ((double) (extent.end - extent.start) * 2)));
  start = g_rand_double_range (random,
                               (double) extent.start - length / 2,
                               (double) extent.end - length / 2);
  extent.start = (gint64) start;
  extent.end = (gint64) (start + length);
  return entente_timescale_fit (extent, g_rand_double_range (random, 300, 1600), 0);
}

static void
check_counts (Fixture *fixture)
{
  const EntenteSceneCounts *counts = &fixture->scene->counts;

  g_assert_cmpuint (counts->marks + counts->bundled + counts->dense + counts->shelf +
                      counts->before + counts->after + counts->hidden,
                    ==,
                    entente_bitset_count (fixture->filter));
  for (guint i = 0; i < fixture->scene->n_lanes; i++)
    if (fixture->scene->lanes[i].level == ENTENTE_LEVEL_DENSITY)
      g_assert_cmpuint (fixture->scene->lanes[i].n_bars, >, 0);
}

static double
get_title_y (const EntenteScene *scene, guint title)
{
  return scene->titles[title].y;
}

static void
check_titles (Fixture *fixture)
{
  const EntenteScene *scene = fixture->scene;

  for (guint i = 0; i < scene->n_titles; i++) {
    const EntenteSceneTitle *a = &scene->titles[i];

    g_assert_cmpfloat (a->x, >=, 0);
    g_assert_cmpfloat (a->x + a->width, <=, scene->scale.width_px);
    for (guint j = 0; j < i; j++) {
      const EntenteSceneTitle *b = &scene->titles[j];

      if (fabs (get_title_y (scene, i) - get_title_y (scene, j)) < 14)
        g_assert_true (a->x + a->width <= b->x || b->x + b->width <= a->x);
    }
  }
}

/* Nothing nearer may be hidden: the mark that is hit stands no farther than the one asked for. */
static void
check_hits (Fixture *fixture)
{
  const EntenteScene *scene = fixture->scene;

  for (guint i = 0; i < scene->n_marks; i += 7) {
    const EntenteSceneMark *mark = &scene->marks[i];
    EntenteHit hit = entente_hit_find_below_links (scene, mark->x, mark->y, 2);

    if (mark->flags & ENTENTE_MARK_OLD)
      continue;
    g_assert_cmpint (hit.kind, ==, ENTENTE_HIT_MARK);
    g_assert_cmpfloat (fabs (scene->marks[hit.index].x - mark->x), <=, 10.01);
    g_assert_cmpuint (hit.row, ==, scene->marks[hit.index].row);
  }
  for (guint i = 0; i < scene->n_bundles; i++) {
    EntenteHit hit =
      entente_hit_find_below_links (scene, scene->bundles[i].x, scene->bundles[i].y, 0);

    g_assert_true (hit.kind == ENTENTE_HIT_BUNDLE || hit.kind == ENTENTE_HIT_MARK);
    g_assert_cmpuint (scene->bundles[i].count, >=, 2);
    /* Beside each other they are two and not one: those that fit their cell with room to spare. */
    if (i > 0 && scene->bundles[i - 1].lane == scene->bundles[i].lane &&
        scene->bundles[i - 1].width <= 37 && scene->bundles[i].width <= 37)
      g_assert_cmpfloat (scene->bundles[i].x - scene->bundles[i].width / 2 -
                           scene->bundles[i - 1].x - scene->bundles[i - 1].width / 2,
                         >=,
                         2.9);
  }
}

static void
check_bars (Fixture *fixture)
{
  const EntenteScene *scene = fixture->scene;

  for (guint i = 0; i < scene->n_bars; i++)
    g_assert_cmpuint (scene->bars[i].filtered, <=, scene->bars[i].total);
}

static void
run_random (guint n_events, guint n_actors, guint max_lanes, guint rounds)
{
  EntenteLanesOptions options = { max_lanes, NULL, 0 };
  g_autoptr (GRand) random = g_rand_new_with_seed (n_events);
  Fixture fixture;

  fixture_init (&fixture, sample_random_chronicle_new (n_events, n_actors, 5, 6), &options);
  for (guint i = 0; i < rounds; i++) {
    guint32 selected = (guint32) g_rand_int_range (random, 0, (gint32) n_events);

    fixture.input.selection = &selected;
    fixture.input.n_selection = i % 3 == 0 ? 1 : 0;
    update (&fixture, make_random_scale (&fixture, random));
    check_counts (&fixture);
    check_titles (&fixture);
    check_hits (&fixture);
    check_bars (&fixture);
  }
  fixture_clear (&fixture);
}

static void
test_random (void)
{
  run_random (40, 5, 0, 300);
  run_random (700, 9, 0, 150);
  run_random (8000, 70, 0, 80);
  run_random (8000, 70, 3, 40);
}

/* The same row of its lane for every mark that is in both pictures. */
static void
test_stable (void)
{
  Fixture fixture;
  EntenteSpan extent;
  EntenteTimescale scale;
  g_autoptr (GHashTable) lines = g_hash_table_new (NULL, NULL);

  fixture_init (&fixture, sample_random_chronicle_new (3000, 4, 9, 30), NULL);
  entente_lane_index_get_extent (fixture.index, &extent);
  extent.end = extent.start + 200 * ENTENTE_SECONDS_PER_DAY;
  scale = entente_timescale_fit (extent, 1500, 0);
  for (guint i = 0; i < 60; i++, scale = entente_timescale_pan (&scale, 23)) {
    update (&fixture, scale);
    for (guint j = 0; j < fixture.scene->n_marks; j++) {
      const EntenteSceneMark *mark = &fixture.scene->marks[j];
      gpointer key = GUINT_TO_POINTER (mark->row * 16 + mark->lane + 1);
      guint before = GPOINTER_TO_UINT (g_hash_table_lookup (lines, key));

      if (mark->x < 0 || mark->x > 1500 ||
          fixture.scene->lanes[mark->lane].level != ENTENTE_LEVEL_MARKS)
        continue;
      g_assert_true (before == 0 || before == mark->line + 1u);
      g_hash_table_insert (lines, key, GUINT_TO_POINTER (mark->line + 1u));
    }
  }
  g_assert_cmpuint (g_hash_table_size (lines), >, 20);
  fixture_clear (&fixture);
}

static const EntenteSceneBand *
find_band (Fixture *fixture, const char *title)
{
  guint32 row = entente_chronicle_find_row (fixture->chronicle, sample_id (title));
  const EntenteSceneMark *mark = entente_scene_find_mark (fixture->scene, row);

  g_assert_nonnull (mark);
  return mark->n_bands > 0 ? &fixture->scene->bands[mark->first_band] : NULL;
}

static void
test_dates (void)
{
  EntenteSpan span = { sample_time ("2018-01-01", FALSE), sample_time ("2018-11-12", FALSE) };
  EntenteTimescale scale = entente_timescale_fit (span, 1288, 0);
  const EntenteSceneBand *band;
  Fixture fixture;

  fixture_init (&fixture, sample_chronicle_new (), NULL);
  update (&fixture, scale);
  check_counts (&fixture);
  check_titles (&fixture);
  g_assert_cmpuint (fixture.scene->n_shelf, ==, 3);
  g_assert_cmpuint (fixture.scene->n_chips, ==, 2);
  band = find_band (&fixture, "Kabul offers talks without terms");
  g_assert_cmpint (band->kind, ==, ENTENTE_BAND_TINT);
  g_assert_cmpint (band->start, ==, ENTENTE_EDGE_ROUND);
  g_assert_cmpfloat_with_epsilon (
    band->x0,
    entente_timescale_to_x (&scale, sample_time ("2018-02-01", FALSE)),
    1e-6);
  band = find_band (&fixture, "President says no to talks");
  g_assert_cmpint (band->start, ==, ENTENTE_EDGE_FADE);
  g_assert_cmpfloat_with_epsilon (band->x1 - band->x0, ENTENTE_SCENE_FADE, 1e-6);
  band = find_band (&fixture, "Washington will not come");
  g_assert_cmpint (band->kind, ==, ENTENTE_BAND_DOTS);
  g_assert_cmpint (band->end, ==, ENTENTE_EDGE_TICK);
  band = find_band (&fixture, "First meeting, unconfirmed");
  g_assert_cmpint (band->start, ==, ENTENTE_EDGE_FADE);
  g_assert_true (band->broken);
  g_assert_cmpfloat (band->core0,
                     <=,
                     entente_timescale_to_x (&scale, sample_time ("2018-06-01", FALSE)) + 1e-6);
  fixture_clear (&fixture);
}

static EntenteChronicle *
make_ordered_sample (const char *earlier, const char *later)
{
  g_autoptr (EntenteChronicle) sample = sample_chronicle_new ();
  EntenteChronicleBuilder *fresh = entente_chronicle_builder_new ();
  EntenteOrderRow order = { .id = 1,
                            .event = sample_id (earlier),
                            .other = sample_id (later),
                            .relation = ENTENTE_ORDER_BEFORE };

  for (guint i = 0; i < G_N_ELEMENTS (sample_events); i++) {
    if (g_str_equal (sample_events[i].title, earlier)) {
      sample_add_event (fresh, &sample_events[i], i);
      sample_add_rest (fresh, &sample_events[i]);
    }
  }
  entente_chronicle_builder_get_sink ()->order (fresh, &order);
  return entente_chronicle_patch (sample, NULL, 0, fresh);
}

/* A bound that follows from an order ends in a tick, the one that was told stays round. */
static void
test_derived_bound (void)
{
  static const char earlier[] = "Moscow plans an invitation";
  EntenteSpan span = { sample_time ("2018-01-01", FALSE), sample_time ("2018-11-12", FALSE) };
  EntenteTimescale scale = entente_timescale_fit (span, 1288, 0);
  const EntenteSceneBand *band;
  Fixture fixture;

  fixture_init (&fixture, make_ordered_sample (earlier, "Kabul knows of no contacts"), NULL);
  update (&fixture, scale);
  band = find_band (&fixture, earlier);
  g_assert_cmpint (band->kind, ==, ENTENTE_BAND_TINT);
  g_assert_cmpint (band->start, ==, ENTENTE_EDGE_ROUND);
  g_assert_cmpint (band->end, ==, ENTENTE_EDGE_TICK);
  g_assert_cmpfloat_with_epsilon (
    band->x0,
    entente_timescale_to_x (&scale, sample_time ("2018-07-01", FALSE)),
    1e-6);
  g_assert_cmpfloat_with_epsilon (
    band->x1,
    entente_timescale_to_x (&scale, sample_time ("2018-07-19", FALSE)),
    1e-6);
  fixture_clear (&fixture);
}

static void
test_days (void)
{
  Fixture fixture;
  guint32 letter, told, talks;
  g_autofree char *open = NULL, *closed = NULL;

  fixture_init (&fixture, sample_chronicle_new (), NULL);
  letter = entente_chronicle_find_row (fixture.chronicle, sample_id ("Open letter to the public"));
  told =
    entente_chronicle_find_row (fixture.chronicle, sample_id ("Envoys ordered to begin talks"));
  talks = entente_chronicle_find_row (fixture.chronicle, sample_id ("First meeting, unconfirmed"));
  open = entente_scene_format_days (fixture.chronicle, letter, told);
  closed = entente_scene_format_days (fixture.chronicle, told, talks);
  g_assert_cmpstr (open, ==, "at least 137 days");
  g_assert_cmpstr (closed, ==, "within 61 days");
  fixture_clear (&fixture);
}

/* ---- arrows ---- */

static void
check_routes (Fixture *fixture)
{
  const EntenteScene *scene = fixture->scene;

  for (guint i = 0; i < scene->n_links; i++) {
    const EntenteSceneLink *link = &scene->links[i];

    for (guint j = 0; link->text != NULL && j < i; j++) {
      const EntenteSceneLink *other = &scene->links[j];

      if (other->text != NULL && fabs (other->pill_y - link->pill_y) < ENTENTE_SCENE_PILL)
        g_assert_cmpfloat (fabs (other->pill_x - link->pill_x),
                           >=,
                           (other->pill_width + link->pill_width) / 2);
    }
    for (guint j = 0; j < 8; j++)
      g_assert_true (isfinite (link->xy[j]));
  }
}

/* Pills stand clear of each other and of titles at every width. */
static void
test_routes (void)
{
  EntenteSpan span = { sample_time ("2018-01-01", FALSE), sample_time ("2018-11-12", FALSE) };
  Fixture fixture;
  guint n_text = 0;

  fixture_init (&fixture, sample_chronicle_new (), NULL);
  for (guint width = 500; width <= 1700; width += 200) {
    update (&fixture, entente_timescale_fit (span, width, 0));
    check_routes (&fixture);
    check_titles (&fixture);
    for (guint i = 0; i < fixture.scene->n_links; i++)
      n_text += fixture.scene->links[i].text != NULL ? 1 : 0;
  }
  g_assert_cmpuint (n_text, >=, 7);
  fixture_clear (&fixture);
}

/* ---- large text ---- */

static void
test_text_scale (void)
{
  EntenteSpan span = { sample_time ("2018-01-01", FALSE), sample_time ("2018-11-12", FALSE) };
  EntenteTimescale scale = entente_timescale_fit (span, 1288, 0);
  Fixture fixture;
  double height;

  fixture_init (&fixture, sample_chronicle_new (), NULL);
  update (&fixture, scale);
  height = fixture.scene->height;
  fixture.input.text_scale = 2;
  update (&fixture, scale);
  g_assert_cmpfloat_with_epsilon (fixture.scene->height, 2 * height, 8);
  check_counts (&fixture);
  check_hits (&fixture);
  for (guint i = 0; i < fixture.scene->n_titles; i++)
    for (guint j = 0; j < i; j++) {
      const EntenteSceneTitle *a = &fixture.scene->titles[i], *b = &fixture.scene->titles[j];

      g_assert_true (fabs (a->y - b->y) >= 32 || a->x + a->width <= b->x ||
                     b->x + b->width <= a->x);
    }
  fixture_clear (&fixture);
}

/* ---- the fold to one thread, also where lanes are dense ---- */

static void
check_fold (Fixture *fixture, EntenteTimescale scale)
{
  const EntenteScene *scene = fixture->scene;

  update (fixture, scale);
  check_counts (fixture);
  g_assert_true (scene->folded);
  g_assert_cmpuint (scene->n_bundles, ==, 0);
  for (guint i = 0; i < scene->n_marks; i++)
    g_assert_true (scene->marks[i].flags & (ENTENTE_MARK_THREAD | ENTENTE_MARK_SELECTED));
  for (guint i = 0; i < scene->n_bars; i++)
    g_assert_cmpuint (scene->bars[i].filtered, ==, 0);
}

static void
test_fold (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  guint32 selected = 4321;
  Fixture fixture;

  fixture_init (&fixture, sample_random_chronicle_new (8000, 30, 5, 6), NULL);
  fixture.input.links = ENTENTE_SCENE_LINKS_THREAD;
  update (&fixture, make_random_scale (&fixture, random));
  g_assert_false (fixture.scene->folded);
  fixture.input.selection = &selected;
  fixture.input.n_selection = 1;
  for (guint i = 0; i < 30; i++)
    check_fold (&fixture, make_random_scale (&fixture, random));
  fixture_clear (&fixture);
}

static void
test_lanes (void)
{
  EntenteId russia;
  EntenteLanesOptions options = { 0, &russia, 1 };
  Fixture fixture;
  guint sum = 0;

  russia = entente_id_from_key ("russia");
  fixture_init (&fixture, sample_chronicle_new (), &options);
  g_assert_cmpuint (entente_lanes_get_n (fixture.lanes), ==, 4);
  g_assert_cmpstr (entente_lanes_get_name (fixture.lanes, 0), ==, "United States");
  for (guint i = 0; i < 4; i++) {
    const EntenteLane *lane = entente_lanes_get (fixture.lanes, i);
    guint row = lane->n_filtered > 0 ? lane->filtered[0] : ENTENTE_NO_INDEX, steps = 0;

    sum += lane->n_filtered - lane->n_again;
    for (; row != ENTENTE_NO_INDEX; row = entente_lanes_step (fixture.lanes, i, row, 1))
      steps++;
    g_assert_cmpuint (steps, ==, lane->n_filtered);
  }
  g_assert_cmpuint (sum + 3, ==, entente_bitset_count (fixture.filter));
  fixture_clear (&fixture);
}

/* Hides the second lane and folds the third of what lanes there are. */
static EntenteLaneChoice *
make_choice (EntenteChronicle *chronicle, EntenteLaneField field)
{
  EntenteLaneChoice *choice = entente_lane_choice_new ();
  Fixture fixture;

  fixture_init_by (&fixture, entente_chronicle_ref (chronicle), field, NULL);
  choice->field = field;
  if (entente_lanes_get_n (fixture.lanes) > 2) {
    entente_lane_choice_set (choice,
                             ENTENTE_LANE_LIST_HIDDEN,
                             entente_lanes_get (fixture.lanes, 1)->id,
                             TRUE);
    entente_lane_choice_set (choice,
                             ENTENTE_LANE_LIST_FOLDED,
                             entente_lanes_get (fixture.lanes, 2)->id,
                             TRUE);
  }
  fixture_clear (&fixture);
  return choice;
}

static void
check_folded (Fixture *fixture)
{
  for (guint i = 0; i < fixture->scene->n_lanes; i++)
    if (entente_lanes_get (fixture->lanes, i)->folded) {
      g_assert_cmpfloat (fixture->scene->lanes[i].height, ==, ENTENTE_SCENE_LANE_FOLDED);
      g_assert_cmpint (fixture->scene->lanes[i].level, ==, ENTENTE_LEVEL_DENSITY);
    }
}

/* Sums hold for lanes of every field, some hidden, some folded, at any zoom. */
static void
check_field (EntenteChronicle *chronicle, EntenteLaneField field, GRand *random)
{
  g_autoptr (EntenteLaneChoice) choice = make_choice (chronicle, field);
  EntenteLanesOptions options = { .max_lanes = 5, .choice = choice };
  Fixture fixture;

  fixture_init_by (&fixture, entente_chronicle_ref (chronicle), field, &options);
  for (guint i = 0; i < 20; i++) {
    update (&fixture, make_random_scale (&fixture, random));
    check_counts (&fixture);
    check_folded (&fixture);
    check_hits (&fixture);
  }
  fixture_clear (&fixture);
}

static void
test_fields (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (EntenteChronicle) fields = field_chronicle_new ();
  g_autoptr (EntenteChronicle) many = sample_random_chronicle_new (3000, 20, 5, 9);

  for (guint field = 0; field < ENTENTE_N_LANE_FIELDS; field++) {
    check_field (fields, field, random);
    check_field (many, field, random);
  }
}

/* A move with two values is drawn in both lanes, joined, and counted once. */
static void
test_joined_fields (void)
{
  Fixture fixture;
  EntenteSpan year = { sample_time ("2018-01-01", FALSE), sample_time ("2018-12-31", FALSE) };
  guint talks, n_marks = 0;

  fixture_init_by (&fixture, field_chronicle_new (), ENTENTE_LANES_BY_ARTICLE, NULL);
  update (&fixture, entente_timescale_fit (year, 1200, 0));
  talks = field_find_row (fixture.chronicle, "talks");
  for (guint i = 0; i < fixture.scene->n_marks; i++)
    n_marks += fixture.scene->marks[i].row == talks;
  g_assert_cmpuint (n_marks, ==, 2);
  g_assert_cmpuint (fixture.scene->n_joins, ==, 1);
  g_assert_cmpuint (fixture.scene->marks[fixture.scene->joins[0].mark].row, ==, talks);
  /* Its colour is that of its first party, not of the lane. */
  g_assert_cmpuint (entente_scene_find_mark (fixture.scene, talks)->body,
                    ==,
                    entente_chronicle_find_actor (fixture.chronicle, entente_id_from_key ("us")));
  check_counts (&fixture);
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/random", test_random);
  g_test_add_func ("/scene/stable", test_stable);
  g_test_add_func ("/scene/dates", test_dates);
  g_test_add_func ("/scene/days", test_days);
  g_test_add_func ("/scene/routes", test_routes);
  g_test_add_func ("/scene/text-scale", test_text_scale);
  g_test_add_func ("/scene/fold", test_fold);
  g_test_add_func ("/scene/derived-bound", test_derived_bound);
  g_test_add_func ("/scene/lanes", test_lanes);
  g_test_add_func ("/scene/fields", test_fields);
  g_test_add_func ("/scene/joined-fields", test_joined_fields);
  return g_test_run ();
}
