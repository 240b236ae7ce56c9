/* Within a group that is moved, places are reckoned from where it was moved to, so that they only
 * change their sign.
 */
#include "config.h"

#include "entente-canvas-mirror.h"

typedef struct {
  EntenteCanvas parent;
  EntenteCanvas *base; /* the caller's */
  double width;
  guint depth; /* of groups */
} Mirror;

static double
flip (EntenteCanvas *canvas, double x)
{
  const Mirror *self = (const Mirror *) canvas;

  return (self->depth == 0 ? self->width : 0) - x;
}

static void
mirror_push (EntenteCanvas *canvas, const EntenteCanvasGroup *group)
{
  Mirror *self = (Mirror *) canvas;
  EntenteCanvasGroup flipped = *group;

  flipped.x = flip (canvas, group->x);
  flipped.turn = -group->turn;
  flipped.clip_x = -group->clip_x - group->clip_width;
  self->base->class->push (self->base, &flipped);
  self->depth++;
}

static void
mirror_pop (EntenteCanvas *canvas)
{
  Mirror *self = (Mirror *) canvas;

  self->base->class->pop (self->base);
  self->depth--;
}

static void
mirror_move_to (EntenteCanvas *canvas, double x, double y)
{
  EntenteCanvas *base = ((Mirror *) canvas)->base;

  base->class->move_to (base, flip (canvas, x), y);
}

static void
mirror_line_to (EntenteCanvas *canvas, double x, double y)
{
  EntenteCanvas *base = ((Mirror *) canvas)->base;

  base->class->line_to (base, flip (canvas, x), y);
}

static void
mirror_curve_to (EntenteCanvas *canvas, const double *xy)
{
  EntenteCanvas *base = ((Mirror *) canvas)->base;
  const double flipped[] = { flip (canvas, xy[0]), xy[1], flip (canvas, xy[2]), xy[3],
                             flip (canvas, xy[4]), xy[5] };

  base->class->curve_to (base, flipped);
}

static void
mirror_close_path (EntenteCanvas *canvas)
{
  EntenteCanvas *base = ((Mirror *) canvas)->base;

  base->class->close_path (base);
}

/* A fade that begins at the left ends at the right. */
static EntentePaint
flip_paint (EntenteCanvas *canvas, const EntentePaint *paint)
{
  EntentePaint flipped = *paint;

  flipped.x0 = flip (canvas, paint->x1);
  flipped.core0 = flip (canvas, paint->core1);
  flipped.core1 = flip (canvas, paint->core0);
  flipped.x1 = flip (canvas, paint->x0);
  return flipped;
}

static void
mirror_fill (EntenteCanvas *canvas, const EntentePaint *paint)
{
  EntenteCanvas *base = ((Mirror *) canvas)->base;
  const EntentePaint flipped = flip_paint (canvas, paint);

  base->class->fill (base, &flipped);
}

static void
mirror_stroke (EntenteCanvas *canvas,
               const EntentePaint *paint,
               double width,
               const double *dashes,
               guint n_dashes,
               gboolean round)
{
  EntenteCanvas *base = ((Mirror *) canvas)->base;
  const EntentePaint flipped = flip_paint (canvas, paint);

  base->class->stroke (base, &flipped, width, dashes, n_dashes, round);
}

static void
mirror_text (EntenteCanvas *canvas,
             PangoLayout *layout,
             double x,
             double y,
             const EntenteShade *shade)
{
  EntenteCanvas *base = ((Mirror *) canvas)->base;
  int width;

  pango_layout_get_size (layout, &width, NULL);
  base->class->text (base, layout, flip (canvas, x) - (double) width / PANGO_SCALE, y, shade);
}

static void
mirror_free (EntenteCanvas *canvas)
{
  g_free (canvas);
}

EntenteCanvas *
entente_canvas_new_mirrored (EntenteCanvas *base, double width)
{
  static const EntenteCanvasClass class = {
    .push = mirror_push,
    .pop = mirror_pop,
    .move_to = mirror_move_to,
    .line_to = mirror_line_to,
    .curve_to = mirror_curve_to,
    .close_path = mirror_close_path,
    .fill = mirror_fill,
    .stroke = mirror_stroke,
    .text = mirror_text,
    .free = mirror_free,
  };
  Mirror *self = g_new0 (Mirror, 1);

  self->parent.class = &class;
  self->base = base;
  self->width = width;
  return &self->parent;
}
