/* The way of an arrow from one mark to another: a curve below or above, whichever crosses fewer
 * arrows and marks, and the place of the pill with the days on it. Arrows come one after the other
 * and mind those before.
 */
#include "config.h"

#include "entente-scene-private.h"

#include <math.h>

#define GLYPH_GAP 11.0 /* clear of the middle of a glyph */
#define PILL_PADDING 11.0
#define PILL_BESIDE 5.0
#define PILL_EDGE 2.0 /* clear of the edge of the view */
#define PILL_SHORTEST 30.0 /* arrows shorter than this have none */
#define DIP 46.0 /* how far a curve hangs below its ends */
#define RING 5.0
#define NEAR_PX 60.0
#define LANDING 24.0 /* how steeply it comes down on a mark */
#define SAMPLES 14
#define COSTLY_LINKS 30 /* with more arrows or marks than this none looks about */
#define COSTLY_MARKS 400
#define CROSSING_COST 3.0
#define MARK_COST 2.0
#define OUTSIDE_COST 5.0
#define ABOVE_COST 0.5 /* below is where the eye expects it */

typedef struct {
  double x[SAMPLES + 1], y[SAMPLES + 1];
} Way;

static double
get_bezier (const double *xy, guint axis, double t)
{
  double u = 1 - t;

  return u * u * u * xy[axis] + 3 * u * u * t * xy[axis + 2] + 3 * u * t * t * xy[axis + 4] +
         t * t * t * xy[axis + 6];
}

/* Between glyphs that stand close together, and along a row. */
static void
set_straight (const EntenteSceneMark *from, const EntenteSceneMark *to, EntenteSceneLink *link)
{
  double dx = to->x - from->x, dy = to->y - from->y, length = MAX (hypot (dx, dy), 1);

  link->xy[0] = from->x + dx / length * GLYPH_GAP;
  link->xy[1] = from->y + dy / length * GLYPH_GAP;
  link->xy[6] = to->x - dx / length * GLYPH_GAP;
  link->xy[7] = to->y - dy / length * GLYPH_GAP;
  for (guint i = 0; i < 2; i++) {
    link->xy[2 + i] = link->xy[i] + (link->xy[6 + i] - link->xy[i]) / 3;
    link->xy[4 + i] = link->xy[i] + (link->xy[6 + i] - link->xy[i]) * 2 / 3;
  }
}

/* Coming from above, it would run through the title beside the mark: it lands on the glyph instead.
 */
static void
land_on_top (const EntenteSceneMark *to, double y, double side, EntenteSceneLink *link)
{
  link->xy[6] = to->x - side * 5;
  link->xy[7] = y - GLYPH_GAP;
  link->xy[4] = link->xy[6] - side * MIN (LANDING, fabs (link->xy[6] - link->xy[0]) / 3);
  link->xy[5] = link->xy[7] - LANDING;
}

/* A curve that leaves below the first mark, or above it with @down -1, and comes to the side of the
 * second. */
static void
set_curve (const EntenteSceneMark *from,
           const EntenteSceneMark *to,
           double down,
           EntenteSceneLink *link)
{
  double side = to->x >= from->x ? 1 : -1;
  double near = side > 0 ? to->x0 : to->x1;
  double ring = to->flags & ENTENTE_MARK_SELECTED ? RING : 0;
  double from_y = from->y * down, to_y = to->y * down, sag, length;

  /* Where the band begins before the first mark, the arrow goes to the glyph. */
  if ((near - from->x) * side < 24 || to->n_bands == 0)
    near = to->x - side * (ENTENTE_SCENE_GLYPH_HALF + 2);
  link->xy[0] = from->x + side * 7;
  link->xy[1] = from_y + (to_y >= from_y - 60 ? 8 : -8);
  link->xy[6] = near - side * (ring + 2);
  link->xy[7] = to_y + (to_y < from_y ? 5 : to_y > from_y ? -1 : 0);
  length = link->xy[6] - link->xy[0];
  sag = DIP * MIN (1, fabs (length) / 260);
  link->xy[2] = link->xy[0] + length * 0.13;
  link->xy[3] = link->xy[1] + sag;
  link->xy[4] = link->xy[6] - length * 0.38;
  link->xy[5] = to_y <= from_y ? link->xy[1] + sag * 0.72 : link->xy[7] - sag * 0.3;
  if (to_y > from_y + 1)
    land_on_top (to, to_y - ring, side, link);
  for (guint i = 1; i < 8; i += 2)
    link->xy[i] *= down;
}

/* ---- which way ---- */

static void
trace (const EntenteSceneLink *link, Way *way)
{
  for (guint i = 0; i <= SAMPLES; i++) {
    way->x[i] = get_bezier (link->xy, 0, (double) i / SAMPLES);
    way->y[i] = get_bezier (link->xy, 1, (double) i / SAMPLES);
  }
}

/* On which side of the line from a to b the point c lies. */
static gboolean
is_left (double ax, double ay, double bx, double by, double cx, double cy)
{
  return (bx - ax) * (cy - ay) > (by - ay) * (cx - ax);
}

static gboolean
cross (const Way *a, guint i, const Way *b, guint j)
{
  return is_left (a->x[i], a->y[i], a->x[i + 1], a->y[i + 1], b->x[j], b->y[j]) !=
           is_left (a->x[i], a->y[i], a->x[i + 1], a->y[i + 1], b->x[j + 1], b->y[j + 1]) &&
         is_left (b->x[j], b->y[j], b->x[j + 1], b->y[j + 1], a->x[i], a->y[i]) !=
           is_left (b->x[j], b->y[j], b->x[j + 1], b->y[j + 1], a->x[i + 1], a->y[i + 1]);
}

static guint
count_crossings (EntenteSceneDraft *scene, const Way *way)
{
  guint n = 0;

  for (guint k = 0; k < scene->links->len; k++) {
    Way other;

    trace (&g_array_index (scene->links, EntenteSceneLink, k), &other);
    for (guint i = 0; i < SAMPLES; i++)
      for (guint j = 0; j < SAMPLES; j++)
        n += cross (way, i, &other, j) ? 1 : 0;
  }
  return n;
}

static gboolean
runs_over (const Way *way, const EntenteSceneMark *mark)
{
  for (guint i = 0; i <= SAMPLES; i++)
    if (hypot (way->x[i] - mark->x, way->y[i] - mark->y) < ENTENTE_SCENE_GLYPH_HALF)
      return TRUE;
  return FALSE;
}

static guint
count_marks (EntenteSceneDraft *scene, const EntenteSceneLink *link, const Way *way)
{
  guint n = 0;

  for (guint i = 0; i < scene->marks->len; i++) {
    const EntenteSceneMark *mark = scene_get_mark (scene, i);

    if (mark->row != link->from_row && mark->row != link->to_row)
      n += runs_over (way, mark) ? 1 : 0;
  }
  return n;
}

static double
get_cost (EntenteSceneDraft *scene, const EntenteSceneLink *link)
{
  Way way;
  double cost;

  trace (link, &way);
  cost =
    CROSSING_COST * count_crossings (scene, &way) + MARK_COST * count_marks (scene, link, &way);
  for (guint i = 0; i <= SAMPLES; i++)
    if (way.y[i] < 0 || way.y[i] > scene->scene.height)
      return cost + OUTSIDE_COST;
  return cost;
}

static void
choose_curve (EntenteSceneDraft *scene,
              const EntenteSceneMark *from,
              const EntenteSceneMark *to,
              EntenteSceneLink *link)
{
  EntenteSceneLink above = *link;

  set_curve (from, to, 1, link);
  if (scene->links->len > COSTLY_LINKS || scene->marks->len > COSTLY_MARKS)
    return;
  set_curve (from, to, -1, &above);
  if (get_cost (scene, &above) + ABOVE_COST < get_cost (scene, link))
    *link = above;
}

/* Nothing stands on the row between the two. */
static gboolean
row_is_clear (EntenteSceneDraft *scene, const EntenteSceneMark *from, const EntenteSceneMark *to)
{
  double x0 = MIN (from->x, to->x), x1 = MAX (from->x, to->x);

  for (guint i = 0; i < scene->marks->len; i++) {
    const EntenteSceneMark *mark = scene_get_mark (scene, i);

    if (mark->row != from->row && mark->y == from->y && mark->x1 > x0 && mark->x0 < x1)
      return FALSE;
  }
  return TRUE;
}

static gboolean
wants_straight (EntenteSceneDraft *scene, const EntenteSceneMark *from, const EntenteSceneMark *to)
{
  if (from->lane == to->lane && fabs (to->x - from->x) < NEAR_PX)
    return TRUE;
  return from->row == to->row && from->y == to->y && row_is_clear (scene, from, to);
}

/* ---- the pill ---- */

static gboolean
pill_is_free (EntenteSceneDraft *scene, const EntenteSceneLink *link)
{
  double half = link->pill_width / 2, height = scene_scale (scene, ENTENTE_SCENE_PILL);

  for (guint i = 0; i < scene->links->len; i++) {
    const EntenteSceneLink *other = &g_array_index (scene->links, EntenteSceneLink, i);

    if (other->text != NULL && fabs (other->pill_y - link->pill_y) < height &&
        fabs (other->pill_x - link->pill_x) < half + other->pill_width / 2 + 4)
      return FALSE;
  }
  return TRUE;
}

static gboolean
pill_is_in_view (EntenteSceneDraft *scene, const EntenteSceneLink *link)
{
  double half = link->pill_width / 2 + PILL_EDGE;

  return link->pill_x >= half && link->pill_x <= scene->input->scale.width_px - half;
}

static gboolean
pill_hides_mark (EntenteSceneDraft *scene, const EntenteSceneLink *link)
{
  double half_width = link->pill_width / 2 + ENTENTE_SCENE_GLYPH_HALF;
  double half_height = scene_scale (scene, ENTENTE_SCENE_PILL) / 2 + ENTENTE_SCENE_GLYPH_HALF - 2;

  if (scene->marks->len > COSTLY_MARKS)
    return FALSE;
  for (guint i = 0; i < scene->marks->len; i++) {
    const EntenteSceneMark *mark = scene_get_mark (scene, i);

    if (fabs (mark->x - link->pill_x) < half_width && fabs (mark->y - link->pill_y) < half_height)
      return TRUE;
  }
  return FALSE;
}

/* On the arrow; on a short one beside it. */
static void
set_pill (EntenteSceneDraft *scene, EntenteSceneLink *link, const char *text)
{
  static const struct {
    double along, beside;
  } places[] = { { 0.5, 0 }, { 0.62, 0 }, { 0.38, 0 }, { 0.74, 0 }, { 0.26, 0 },
                 { 0.5, 1 }, { 0.5, -1 }, { 0.75, 1 }, { 0.75, -1 } };

  link->pill_width =
    scene->input->measure (ENTENTE_LABEL_PILL, text, scene->input->data) + 2 * PILL_PADDING;
  if (hypot (link->xy[6] - link->xy[0], link->xy[7] - link->xy[1]) < PILL_SHORTEST)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    link->pill_x = get_bezier (link->xy, 0, places[i].along) +
                   places[i].beside * (link->pill_width / 2 + PILL_BESIDE);
    link->pill_y = get_bezier (link->xy, 1, places[i].along);
    link->pill_along = places[i].along;
    if (!pill_is_in_view (scene, link) || !pill_is_free (scene, link) ||
        pill_hides_mark (scene, link))
      continue;
    link->text = g_string_chunk_insert (scene->strings, text);
    return;
  }
}

void
entente_scene_route_link (EntenteSceneDraft *scene,
                          const EntenteSceneMark *from,
                          const EntenteSceneMark *to,
                          EntenteSceneLink *link,
                          const char *text)
{
  link->from_lane = from->lane;
  link->to_lane = to->lane;
  if (wants_straight (scene, from, to))
    set_straight (from, to, link);
  else
    choose_curve (scene, from, to, link);
  if (text != NULL)
    set_pill (scene, link, text);
}
