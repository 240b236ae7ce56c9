/* The hit test against a picture: everything that can be hit is painted in one flat colour each,
 * without smoothing, and at random points of a walk the colour must be that of what is hit. The
 * picture is painted back to front, the hit test searches front to back, so that neither can copy
 * the other's mistake. For many points:
 *
 *   ENTENTE_WALK_STEPS=10000 _build/tests/chart/test-hit-picture
 */
#include "config.h"

#include "entente-hit.h"
#include "walk.h"

#include <cairo.h>

#define USUAL_POINTS 300
#define POINTS_PER_PICTURE 100
#define SLOP 2.0
#define REACH (8.0 + SLOP) /* of a mark: half a glyph and the slop */
#define ARROW_REACH (3.0 + SLOP)
#define RING_STEP                                                                                  \
  0.125 /* two marks that are nearer to one another than this the picture cannot tell apart */

typedef struct {
  Walk walk;
  cairo_surface_t *surface;
  cairo_t *cr;
} Fixture;

/* ---- painting ---- */

static guint32
make_colour (EntenteHitKind kind, guint index)
{
  return (guint32) kind << 20 | index;
}

static void
set_colour (cairo_t *cr, guint32 colour)
{
  cairo_set_source_rgb (cr,
                        (colour >> 16 & 0xff) / 255.0,
                        (colour >> 8 & 0xff) / 255.0,
                        (colour & 0xff) / 255.0);
}

static void
paint_box (cairo_t *cr, guint32 colour, double x, double y, double half_width, double half_height)
{
  set_colour (cr, colour);
  cairo_rectangle (cr, x - half_width, y - half_height, 2 * half_width, 2 * half_height);
  cairo_fill (cr);
}

static void
paint_lanes (cairo_t *cr, const EntenteScene *scene)
{
  for (guint i = 0; i < scene->n_lanes; i++) {
    const EntenteSceneLane *lane = &scene->lanes[i];

    set_colour (cr, make_colour (ENTENTE_HIT_LANE, i));
    cairo_rectangle (cr, 0, lane->y, scene->scale.width_px, lane->height);
    cairo_fill (cr);
    for (guint j = lane->first_bar; j < lane->first_bar + lane->n_bars; j++) {
      const EntenteSceneBar *bar = &scene->bars[j];

      set_colour (cr, make_colour (ENTENTE_HIT_DENSITY, j));
      cairo_rectangle (cr,
                       bar->x,
                       lane->y + lane->height - bar->total_height,
                       ENTENTE_SCENE_BAR,
                       bar->total_height);
      cairo_fill (cr);
    }
  }
}

static double
get_band_depth (const EntenteScene *scene, guint band)
{
  gboolean ghost = (scene->marks[scene->bands[band].mark].flags & ENTENTE_MARK_GHOST) != 0;

  return scene->bands[band].x1 - scene->bands[band].x0 + (ghost ? 1e6 : 0);
}

/* Deepest first; of equals the later one. */
static int
compare_bands (gconstpointer a, gconstpointer b, gpointer scene)
{
  guint left = *(const guint *) a, right = *(const guint *) b;
  double difference = get_band_depth (scene, right) - get_band_depth (scene, left);

  if (difference != 0)
    return difference < 0 ? -1 : 1;
  return left > right ? -1 : left < right;
}

static void
paint_bands (cairo_t *cr, const EntenteScene *scene)
{
  g_autofree guint *order = g_new (guint, scene->n_bands + 1);

  for (guint i = 0; i < scene->n_bands; i++)
    order[i] = i;
  g_qsort_with_data (order, (gint) scene->n_bands, sizeof (guint), compare_bands, (gpointer) scene);
  for (guint i = 0; i < scene->n_bands; i++) {
    const EntenteSceneBand *band = &scene->bands[order[i]];

    paint_box (cr,
               make_colour (ENTENTE_HIT_BAND, order[i]),
               (band->x0 + band->x1) / 2,
               band->y,
               (band->x1 - band->x0) / 2,
               ENTENTE_SCENE_BAND / 2);
  }
}

static void
paint_titles_and_bundles (cairo_t *cr, const EntenteScene *scene)
{
  for (guint i = scene->n_titles; i-- > 0;) {
    const EntenteSceneTitle *title = &scene->titles[i];

    paint_box (cr,
               make_colour (ENTENTE_HIT_TITLE, i),
               title->x + title->width / 2,
               title->y,
               title->width / 2,
               9);
  }
  for (guint i = scene->n_bundles; i-- > 0;) {
    const EntenteSceneBundle *bundle = &scene->bundles[i];

    paint_box (cr,
               make_colour (ENTENTE_HIT_BUNDLE, i),
               bundle->x,
               bundle->y,
               bundle->width / 2 + SLOP,
               ENTENTE_SCENE_PILL / 2 + SLOP);
  }
}

/* The nearest mark has the point: rings that shrink, the last painted is the nearest. A selected
 * mark is 4 px nearer. */
static void
paint_ring (cairo_t *cr, const EntenteScene *scene, guint at, double rank)
{
  const EntenteSceneMark *mark = &scene->marks[at];
  double radius = rank + (mark->flags & ENTENTE_MARK_SELECTED ? 4 : 0);

  if (radius <= 0 || radius > REACH * 1.5 + 4)
    return;
  cairo_save (cr);
  cairo_rectangle (cr, mark->x - REACH, mark->y - REACH, 2 * REACH, 2 * REACH);
  cairo_clip (cr);
  set_colour (cr, make_colour (ENTENTE_HIT_MARK, at));
  cairo_arc (cr, mark->x, mark->y, radius, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_restore (cr);
}

/* All of one sort: @flags are those of ghosts and of old dates that they have. */
static void
paint_marks (cairo_t *cr, const EntenteScene *scene, guint flags)
{
  for (double rank = REACH * 1.5; rank > -4; rank -= RING_STEP)
    for (guint i = scene->n_marks; i-- > 0;) {
      const EntenteSceneMark *mark = &scene->marks[i];

      if ((mark->flags & (ENTENTE_MARK_GHOST | ENTENTE_MARK_OLD)) == flags && mark->x > -20 &&
          mark->x < scene->scale.width_px + 20)
        paint_ring (cr, scene, i, rank);
    }
}

/* Arrows from old dates. */
static void
paint_moved (cairo_t *cr, const EntenteScene *scene)
{
  cairo_set_line_width (cr, 2 * ARROW_REACH);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = scene->n_links; i-- > 0;) {
    const double *xy = scene->links[i].xy;

    if (scene->links[i].from_row != scene->links[i].to_row)
      continue;
    set_colour (cr, make_colour (ENTENTE_HIT_MOVED, i));
    cairo_move_to (cr, xy[0], xy[1]);
    cairo_curve_to (cr, xy[2], xy[3], xy[4], xy[5], xy[6], xy[7]);
    cairo_stroke (cr);
  }
}

static void
paint_links (cairo_t *cr, const EntenteScene *scene)
{
  for (guint i = scene->n_links; i-- > 0;) {
    const EntenteSceneLink *link = &scene->links[i];

    if (link->text != NULL)
      paint_box (cr,
                 make_colour (ENTENTE_HIT_LINK, i),
                 link->pill_x,
                 link->pill_y,
                 link->pill_width / 2,
                 ENTENTE_SCENE_PILL / 2);
  }
}

static void
paint (Fixture *fixture)
{
  const EntenteScene *scene = fixture->walk.scene;
  cairo_t *cr = fixture->cr;

  set_colour (cr, make_colour (ENTENTE_HIT_NOTHING, 0));
  cairo_paint (cr);
  paint_lanes (cr, scene);
  paint_bands (cr, scene);
  paint_moved (cr, scene);
  paint_titles_and_bundles (cr, scene);
  paint_marks (cr, scene, ENTENTE_MARK_GHOST | ENTENTE_MARK_OLD);
  paint_marks (cr, scene, ENTENTE_MARK_GHOST);
  paint_marks (cr, scene, ENTENTE_MARK_OLD);
  paint_marks (cr, scene, 0);
  paint_links (cr, scene);
  cairo_surface_flush (fixture->surface);
}

/* ---- comparing ---- */

/* TRUE when @colour is at the point or beside it: edges lie between pixels. */
static gboolean
has_colour (Fixture *fixture, int x, int y, guint32 colour)
{
  const guint32 *pixels =
    (const guint32 *) (gpointer) cairo_image_surface_get_data (fixture->surface);
  int stride = cairo_image_surface_get_stride (fixture->surface) / 4;

  for (int j = y - 1; j <= y + 1; j++)
    for (int i = x - 1; i <= x + 1; i++)
      if ((pixels[j * stride + i] & 0xffffff) == colour)
        return TRUE;
  return FALSE;
}

static guint32
get_hit_colour (EntenteHit hit)
{
  if (hit.kind == ENTENTE_HIT_NOTHING)
    return make_colour (hit.kind, 0);
  return make_colour (hit.kind, hit.kind == ENTENTE_HIT_LANE ? hit.lane : hit.index);
}

/* What is said of the thing that is hit agrees with the scene. */
static void
check_words (const EntenteScene *scene, EntenteHit hit)
{
  guint32 row = ENTENTE_NO_INDEX;

  if (hit.kind == ENTENTE_HIT_MARK)
    row = scene->marks[hit.index].row;
  if (hit.kind == ENTENTE_HIT_BAND)
    row = scene->marks[scene->bands[hit.index].mark].row;
  if (hit.kind == ENTENTE_HIT_TITLE)
    row = scene->marks[scene->titles[hit.index].mark].row;
  if (hit.kind == ENTENTE_HIT_MOVED)
    row = scene->links[hit.index].to_row;
  g_assert_cmpuint (hit.row, ==, row);
  if (hit.kind == ENTENTE_HIT_MARK)
    g_assert_cmpuint (hit.lane, ==, scene->marks[hit.index].lane);
  if (hit.kind == ENTENTE_HIT_BUNDLE)
    g_assert_cmpuint (hit.lane, ==, scene->bundles[hit.index].lane);
}

/* Half of the points fall on or beside a mark, or nearly all would fall on ground. */
static void
choose_point (Fixture *fixture, int *x, int *y)
{
  GRand *random = fixture->walk.random;
  const EntenteScene *scene = fixture->walk.scene;
  int width = cairo_image_surface_get_width (fixture->surface);
  int height = cairo_image_surface_get_height (fixture->surface);

  *x = g_rand_int_range (random, 1, width - 1);
  *y = g_rand_int_range (random, 1, height - 1);
  if (scene->n_marks > 0 && g_rand_boolean (random)) {
    const EntenteSceneMark *mark =
      &scene->marks[g_rand_int_range (random, 0, (gint) scene->n_marks)];

    *x = (int) mark->x + g_rand_int_range (random, -14, 15);
    *y = (int) mark->y + g_rand_int_range (random, -14, 15);
  }
  *x = CLAMP (*x, 1, width - 2);
  *y = CLAMP (*y, 1, height - 2);
}

/* As the window finds it: pills of links are on top. */
static EntenteHit
find_hit (const EntenteScene *scene, double x, double y)
{
  EntenteHit hit = entente_hit_find_below_links (scene, x, y, SLOP);

  for (guint i = 0; i < scene->n_links; i++)
    if (entente_hit_is_on_pill (scene, &scene->links[i], x, y))
      return (EntenteHit){ ENTENTE_HIT_LINK, hit.lane, i, ENTENTE_NO_INDEX };
  return hit;
}

static void
check_points (Fixture *fixture, guint n)
{
  for (guint i = 0; i < n; i++) {
    EntenteHit hit;
    int x, y;

    choose_point (fixture, &x, &y);
    hit = find_hit (fixture->walk.scene, x + 0.5, y + 0.5);
    check_words (fixture->walk.scene, hit);
    if (!has_colour (fixture, x, y, get_hit_colour (hit)))
      g_error ("step %u: at %d, %d the hit is %u of kind %u, the picture shows another thing",
               fixture->walk.step,
               x,
               y,
               hit.index,
               hit.kind);
  }
}

static void
test_picture (gconstpointer data)
{
  const WalkKind *kind = data;
  Fixture fixture;
  guint n_points = walk_get_steps (USUAL_POINTS);

  walk_init (&fixture.walk, kind, 31);
  fixture.surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) kind->width, (int) kind->height);
  fixture.cr = cairo_create (fixture.surface);
  cairo_set_antialias (fixture.cr, CAIRO_ANTIALIAS_NONE);
  for (guint i = 0; i < n_points; i += POINTS_PER_PICTURE) {
    for (guint j = 0; j < 5; j++)
      walk_step (&fixture.walk);
    paint (&fixture);
    check_points (&fixture, MIN (n_points - i, POINTS_PER_PICTURE));
  }
  cairo_destroy (fixture.cr);
  cairo_surface_destroy (fixture.surface);
  walk_clear (&fixture.walk);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (walk_kinds); i++) {
    g_autofree char *path = g_strconcat ("/hit-picture/", walk_kinds[i].name, NULL);

    g_test_add_data_func (path, &walk_kinds[i], test_picture);
  }
  return g_test_run ();
}
