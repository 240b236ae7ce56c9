/* Finds what of a scene is at a point, by the same numbers that drawing uses. Pure; any thread that
 * may read the scene.
 */
#include "config.h"

#include "entente-hit.h"

#include <math.h>

#define RULE_REACH 4.0 /* of the rule of a turning point, to each side */
#define GLYPH_HALF 8.0
#define TITLE_HALF 9.0
#define ARROW_HALF 3.0
#define ARROW_STEP 4.0 /* length of the straight pieces that stand for a curve, about */

static gboolean
is_near (double value, double middle, double reach)
{
  return fabs (value - middle) <= reach;
}

/* Less is better: what is meant before what is pale, then what is nearer. */
static double
get_rank (const EntenteSceneMark *mark, double x, double y)
{
  double rank = hypot (mark->x - x, mark->y - y);

  if (mark->flags & ENTENTE_MARK_GHOST)
    rank += 1000;
  if (mark->flags & ENTENTE_MARK_OLD)
    rank += 500;
  if (mark->flags & ENTENTE_MARK_SELECTED)
    rank -= 4;
  return rank;
}

static gboolean
find_mark (const EntenteScene *scene, double x, double y, double slop, EntenteHit *hit)
{
  double best = G_MAXDOUBLE, reach = GLYPH_HALF + slop;

  for (guint i = 0; i < scene->n_marks; i++) {
    const EntenteSceneMark *mark = &scene->marks[i];

    if (!is_near (x, mark->x, reach) || !is_near (y, mark->y, reach) ||
        get_rank (mark, x, y) >= best)
      continue;
    best = get_rank (mark, x, y);
    hit->kind = ENTENTE_HIT_MARK;
    hit->index = i;
    hit->lane = mark->lane;
    hit->row = mark->row;
  }
  return hit->kind == ENTENTE_HIT_MARK;
}

static gboolean
find_bundle (const EntenteScene *scene, double x, double y, double slop, EntenteHit *hit)
{
  for (guint i = 0; i < scene->n_bundles; i++) {
    const EntenteSceneBundle *bundle = &scene->bundles[i];

    if (!is_near (x, bundle->x, bundle->width / 2 + slop) ||
        !is_near (y, bundle->y, scene->text_scale * ENTENTE_SCENE_PILL / 2 + slop))
      continue;
    hit->kind = ENTENTE_HIT_BUNDLE;
    hit->index = i;
    hit->lane = bundle->lane;
    return TRUE;
  }
  return FALSE;
}

gboolean
entente_hit_is_on_pill (const EntenteScene *scene, const EntenteSceneLink *link, double x, double y)
{
  return link->text != NULL && is_near (x, link->pill_x, link->pill_width / 2) &&
         is_near (y, link->pill_y, scene->text_scale * ENTENTE_SCENE_PILL / 2);
}

static gboolean
find_title (const EntenteScene *scene, double x, double y, EntenteHit *hit)
{
  for (guint i = 0; i < scene->n_titles; i++) {
    const EntenteSceneTitle *title = &scene->titles[i];

    if (x < title->x || x > title->x + title->width ||
        !is_near (y, title->y, scene->text_scale * TITLE_HALF))
      continue;
    hit->kind = ENTENTE_HIT_TITLE;
    hit->index = i;
    hit->row = scene->marks[title->mark].row;
    return TRUE;
  }
  return FALSE;
}

typedef struct {
  double x, y;
} Point;

static Point
get_curve_point (const EntenteSceneLink *link, double t)
{
  const double *xy = link->xy;
  double s = 1 - t, a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;

  return (Point){ a * xy[0] + b * xy[2] + c * xy[4] + d * xy[6],
                  a * xy[1] + b * xy[3] + c * xy[5] + d * xy[7] };
}

/* Of the point (@x, @y) from the straight piece between @a and @b. */
static double
get_distance (Point a, Point b, double x, double y)
{
  double dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
  double t = square > 0 ? CLAMP (((x - a.x) * dx + (y - a.y) * dy) / square, 0, 1) : 0;

  return hypot (a.x + t * dx - x, a.y + t * dy - y);
}

static gboolean
is_on_arrow (const EntenteSceneLink *link, double x, double y, double reach)
{
  const double *xy = link->xy;
  double length = 0;
  Point from = { xy[0], xy[1] };
  guint n;

  for (guint i = 0; i < 6; i += 2)
    length += hypot (xy[i + 2] - xy[i], xy[i + 3] - xy[i + 1]);
  n = (guint) CLAMP (length / ARROW_STEP, 1, 4000);
  for (guint i = 1; i <= n; i++) {
    Point to = get_curve_point (link, (double) i / n);

    if (get_distance (from, to, x, y) <= reach)
      return TRUE;
    from = to;
  }
  return FALSE;
}

/* Only what moved leads from an event to itself. */
static gboolean
find_moved (const EntenteScene *scene, double x, double y, double slop, EntenteHit *hit)
{
  for (guint i = 0; i < scene->n_links; i++) {
    const EntenteSceneLink *link = &scene->links[i];

    if (link->from_row != link->to_row || !is_on_arrow (link, x, y, ARROW_HALF + slop))
      continue;
    hit->kind = ENTENTE_HIT_MOVED;
    hit->index = i;
    hit->row = link->from_row;
    return TRUE;
  }
  return FALSE;
}

/* The shortest of the bands at the point: long ones lie behind. */
static gboolean
find_band (const EntenteScene *scene, double x, double y, EntenteHit *hit)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < scene->n_bands; i++) {
    const EntenteSceneBand *band = &scene->bands[i];
    const EntenteSceneMark *mark = &scene->marks[band->mark];
    double length = band->x1 - band->x0 + (mark->flags & ENTENTE_MARK_GHOST ? 1e6 : 0);

    if (x < band->x0 || x > band->x1 || !is_near (y, band->y, ENTENTE_SCENE_BAND / 2) ||
        length >= best)
      continue;
    best = length;
    hit->kind = ENTENTE_HIT_BAND;
    hit->index = i;
    hit->row = mark->row;
  }
  return hit->kind == ENTENTE_HIT_BAND;
}

static void
find_lane (const EntenteScene *scene, double x, double y, EntenteHit *hit)
{
  for (guint i = 0; i < scene->n_lanes; i++) {
    const EntenteSceneLane *lane = &scene->lanes[i];

    if (y < lane->y || y >= lane->y + lane->height)
      continue;
    hit->kind = ENTENTE_HIT_LANE;
    hit->lane = i;
    for (guint j = lane->first_bar; j < lane->first_bar + lane->n_bars; j++)
      if (x >= scene->bars[j].x && x < scene->bars[j].x + ENTENTE_SCENE_BAR &&
          y >= lane->y + lane->height - scene->bars[j].total_height) {
        hit->kind = ENTENTE_HIT_DENSITY;
        hit->index = j;
      }
    return;
  }
}

EntenteHit
entente_hit_find_below_links (const EntenteScene *scene, double x, double y, double slop_px)
{
  EntenteHit hit = { ENTENTE_HIT_NOTHING, ENTENTE_NO_INDEX, 0, ENTENTE_NO_INDEX };

  find_lane (scene, x, y, &hit);
  if (find_mark (scene, x, y, slop_px, &hit) || find_bundle (scene, x, y, slop_px, &hit) ||
      find_title (scene, x, y, &hit) || find_moved (scene, x, y, slop_px, &hit))
    return hit;
  find_band (scene, x, y, &hit);
  return hit;
}

int
entente_hit_find_era (const EntenteScene *scene, double x, guint line)
{
  double best = G_MAXDOUBLE;
  int found = -1;

  for (guint i = 0; i < scene->n_eras; i++) {
    const EntenteSceneEra *era = &scene->eras[i];
    gboolean on_name = era->text != NULL && x >= era->text_x && x <= era->text_x + era->text_width;

    if (era->line != line || era->x1 - era->x0 >= best ||
        !(on_name || (x >= era->x0 && x <= era->x1)))
      continue;
    best = era->x1 - era->x0;
    found = (int) i;
  }
  return found;
}

int
entente_hit_find_turn (const EntenteScene *scene, double x)
{
  for (guint i = scene->n_turns; i > 0; i--) {
    const EntenteSceneTurn *turn = &scene->turns[i - 1];

    if (x >= turn->x - RULE_REACH &&
        x <= (turn->text != NULL ? turn->text_x + turn->text_width : turn->x + RULE_REACH))
      return (int) i - 1;
  }
  return -1;
}

int
entente_hit_find_round (const EntenteScene *scene, double x, double y)
{
  double best = G_MAXDOUBLE;
  int found = -1;

  for (guint i = 0; i < scene->n_rounds; i++) {
    const EntenteSceneRound *round = &scene->rounds[i];

    if (x < round->x0 || x > round->x1 || y < round->y || y > round->y + round->height ||
        round->x1 - round->x0 >= best)
      continue;
    best = round->x1 - round->x0;
    found = (int) i;
  }
  return found;
}

int
entente_hit_find_chip (const EntenteScene *scene, double x)
{
  for (guint i = 0; i < scene->n_chips; i++)
    if (x >= scene->chips[i].x && x <= scene->chips[i].x + scene->chips[i].width)
      return (int) i;
  return -1;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  return left < right ? -1 : left > right;
}

GArray *
entente_hit_find_rows (const EntenteScene *scene, double x0, double y0, double x1, double y1)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n = 0;

  for (guint i = 0; i < scene->n_marks; i++) {
    const EntenteSceneMark *mark = &scene->marks[i];

    if (!(mark->flags & (ENTENTE_MARK_GHOST | ENTENTE_MARK_OLD)) && mark->x >= MIN (x0, x1) &&
        mark->x <= MAX (x0, x1) && mark->y >= MIN (y0, y1) && mark->y <= MAX (y0, y1))
      g_array_append_val (rows, mark->row);
  }
  g_array_sort (rows, compare_rows);
  for (guint i = 0; i < rows->len; i++)
    if (i == 0 || g_array_index (rows, guint32, i) != g_array_index (rows, guint32, i - 1))
      g_array_index (rows, guint32, n++) = g_array_index (rows, guint32, i);
  g_array_set_size (rows, n);
  return rows;
}
