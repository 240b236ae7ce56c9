/* Stems to addressees, joins of joint moves, arrows to answers and their pills, painted with Cairo
 * into the picture of the lanes. Main thread.
 */
#include "config.h"

#include "entente-timeline-private.h"

#include <math.h>

#define STEM_ALPHA 0.62
#define HEAD 8.0
#define LOOSE_RING 2.6
#define VEIL 0.8 /* over an arrow that passes behind a title */

/* A triangle with its point at (@x, @y), looking along (@dx, @dy). */
static void
fill_head (cairo_t *cr, double x, double y, double dx, double dy, double size)
{
  double length = MAX (hypot (dx, dy), 0.001);

  dx *= size / length;
  dy *= size / length;
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x - dx - dy * 0.48, y - dy + dx * 0.48);
  cairo_line_to (cr, x - dx + dy * 0.48, y - dy - dx * 0.48);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* Stems and joins stand back behind marks, but not in high contrast. */
static double
get_line_alpha (EntenteTimeline *self)
{
  return self->style.high_contrast ? 1 : STEM_ALPHA;
}

static double
get_line_width (EntenteTimeline *self)
{
  return self->style.high_contrast ? 2 : 1.3;
}

static void
draw_stems (EntenteTimeline *self, cairo_t *cr)
{
  double alpha = get_line_alpha (self), width = get_line_width (self);

  for (guint i = 0; i < self->scene->n_stems; i++) {
    const EntenteSceneStem *stem = &self->scene->stems[i];
    const EntenteSceneMark *mark = &self->scene->marks[stem->mark];
    gboolean strong = (mark->flags & (ENTENTE_MARK_SELECTED | ENTENTE_MARK_THREAD)) != 0;
    GdkRGBA colour = entente_timeline_get_mark_colour (self, mark);
    double down = stem->y1 > stem->y0 ? 1 : -1, x = floor (stem->x) + 0.5;

    if (stem->x < -8 || stem->x > self->scale.width_px + 8)
      continue;
    cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, strong ? 1 : alpha);
    cairo_set_line_width (cr, strong ? 2 : width);
    cairo_move_to (cr, x, stem->y0);
    cairo_line_to (cr, x, stem->y1 - down * 5);
    cairo_stroke (cr);
    fill_head (cr, x, stem->y1, 0, down, strong ? 7.5 : 6.5);
  }
}

static void
draw_joins (EntenteTimeline *self, cairo_t *cr)
{
  for (guint i = 0; i < self->scene->n_joins; i++) {
    const EntenteSceneJoin *join = &self->scene->joins[i];
    GdkRGBA colour = entente_timeline_get_mark_colour (self, &self->scene->marks[join->mark]);

    cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, get_line_alpha (self));
    cairo_set_line_width (cr, get_line_width (self));
    cairo_move_to (cr, floor (join->x) + 0.5, join->y0);
    cairo_line_to (cr, floor (join->x) + 0.5, join->y1);
    cairo_stroke (cr);
  }
}

static void
draw_link (EntenteTimeline *self, cairo_t *cr, EntenteSceneLink link)
{
  static const double dashes[] = { 5, 4 };
  const double *xy = link.xy;
  gboolean ends_under;
  double dx, dy, length;

  if (!entente_timeline_pinned_place_link (self, &link, &ends_under))
    return;
  dx = xy[6] - xy[4];
  dy = xy[7] - xy[5];
  length = ends_under ? G_MAXDOUBLE : MAX (hypot (dx, dy), 0.001);

  gdk_cairo_set_source_rgba (cr, link.strong ? &self->style.pill : &self->style.dim);
  cairo_set_line_width (cr, self->style.high_contrast ? 2 : 1.7);
  cairo_set_dash (cr, dashes, link.inferred ? 2 : 0, 0);
  cairo_move_to (cr, xy[0], xy[1]);
  cairo_curve_to (cr,
                  xy[2],
                  xy[3],
                  xy[4],
                  xy[5],
                  xy[6] - dx / length * HEAD,
                  xy[7] - dy / length * HEAD);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_head (EntenteTimeline *self, cairo_t *cr, EntenteSceneLink link)
{
  const double *xy = link.xy;
  gboolean ends_under;

  if (!entente_timeline_pinned_place_link (self, &link, &ends_under) || ends_under)
    return;
  gdk_cairo_set_source_rgba (cr, link.strong ? &self->style.pill : &self->style.dim);
  fill_head (cr, xy[6], xy[7], xy[6] - xy[4], xy[7] - xy[5], HEAD + 1);
}

/* A line that breaks off in an open ring: an answer is expected, and none is recorded. */
static void
draw_loose_ends (EntenteTimeline *self, cairo_t *cr)
{
  for (guint i = 0; i < self->scene->n_loose_ends; i++) {
    const EntenteSceneLooseEnd *end = &self->scene->loose_ends[i];
    const EntenteSceneMark *mark = &self->scene->marks[end->mark];
    GdkRGBA colour;

    if (end->y1 < self->scroll_y - 8 || end->y0 > self->scroll_y + self->parts.lanes.height + 8)
      continue;
    colour = entente_timeline_get_mark_colour (self, mark);
    gdk_cairo_set_source_rgba (cr, &colour);
    cairo_set_line_width (cr, self->style.high_contrast ? 2 : 1.3);
    cairo_move_to (cr, end->x0, end->y0);
    cairo_line_to (cr, end->x1 - LOOSE_RING * G_SQRT2 / 2, end->y1 - LOOSE_RING * G_SQRT2 / 2);
    cairo_stroke (cr);
    cairo_new_sub_path (cr);
    cairo_arc (cr, end->x1, end->y1, LOOSE_RING, 0, 2 * G_PI);
    gdk_cairo_set_source_rgba (cr, entente_timeline_get_ground (self, mark->lane));
    cairo_fill_preserve (cr);
    gdk_cairo_set_source_rgba (cr, &colour);
    cairo_stroke (cr);
  }
}

static void
draw_pills (EntenteTimeline *self, cairo_t *cr)
{
  const double height = ENTENTE_SCENE_PILL * self->scene->text_scale - 2;

  gdk_cairo_set_source_rgba (cr, &self->style.pill);
  for (guint i = 0; i < self->scene->n_links; i++) {
    EntenteSceneLink link = self->scene->links[i];
    gboolean ends_under;

    if (link.text == NULL || !entente_timeline_pinned_place_link (self, &link, &ends_under))
      continue;
    entente_timeline_trace_pill (cr,
                                 round (link.pill_x - link.pill_width / 2),
                                 round (link.pill_y - height / 2),
                                 link.pill_width,
                                 height);
    cairo_fill (cr);
  }
}

void
entente_timeline_draw_links (EntenteTimeline *self, cairo_t *cr)
{
  draw_joins (self, cr);
  draw_stems (self, cr);
  entente_timeline_draw_title_grounds (self, cr, 1);
  draw_loose_ends (self, cr);
  for (guint i = 0; i < self->scene->n_links; i++)
    draw_link (self, cr, self->scene->links[i]);
  /* The words stay readable where an arrow crosses them. */
  if (self->scene->n_links > 0)
    entente_timeline_draw_title_grounds (self, cr, VEIL);
  for (guint i = 0; i < self->scene->n_links; i++)
    draw_head (self, cr, self->scene->links[i]);
  draw_pills (self, cr);
}
