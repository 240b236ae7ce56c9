/* The canvas that hands on to Cairo: paper, PDF, PNG, preview. */

#include "config.h"

#include "entente-canvas.h"

#include <pango/pangocairo.h>

typedef struct {
  EntenteCanvas canvas;
  cairo_t *cr;
} CairoCanvas;

static cairo_t *
get_cr (EntenteCanvas *canvas)
{
  return ((CairoCanvas *) canvas)->cr;
}

static void
push (EntenteCanvas *canvas, const EntenteCanvasGroup *group)
{
  cairo_t *cr = get_cr (canvas);

  cairo_save (cr);
  cairo_translate (cr, group->x, group->y);
  if (group->turn != 0)
    cairo_rotate (cr, group->turn * G_PI / 180);
  if (group->scale > 0)
    cairo_scale (cr, group->scale, group->scale);
  if (!group->clips)
    return;
  cairo_new_path (cr);
  cairo_rectangle (cr, group->clip_x, group->clip_y, group->clip_width, group->clip_height);
  cairo_clip (cr);
}

static void
pop (EntenteCanvas *canvas)
{
  cairo_restore (get_cr (canvas));
}

static void
move_to (EntenteCanvas *canvas, double x, double y)
{
  cairo_move_to (get_cr (canvas), x, y);
}

static void
line_to (EntenteCanvas *canvas, double x, double y)
{
  cairo_line_to (get_cr (canvas), x, y);
}

static void
curve_to (EntenteCanvas *canvas, const double *xy)
{
  cairo_curve_to (get_cr (canvas), xy[0], xy[1], xy[2], xy[3], xy[4], xy[5]);
}

static void
close_path (EntenteCanvas *canvas)
{
  cairo_close_path (get_cr (canvas));
}

static void
add_stop (cairo_pattern_t *pattern, double at, const EntenteShade *shade, double alpha)
{
  cairo_pattern_add_color_stop_rgba (pattern,
                                     CLAMP (at, 0, 1),
                                     shade->red,
                                     shade->green,
                                     shade->blue,
                                     alpha);
}

static void
set_source (cairo_t *cr, const EntentePaint *paint)
{
  const EntenteShade *shade = &paint->shade;
  double length = MAX (paint->x1 - paint->x0, 0.001);
  cairo_pattern_t *pattern;

  if (!paint->fades) {
    cairo_set_source_rgba (cr, shade->red, shade->green, shade->blue, shade->alpha);
    return;
  }
  pattern = cairo_pattern_create_linear (paint->x0, 0, paint->x1, 0);
  add_stop (pattern, 0, shade, paint->core0 > paint->x0 ? 0 : shade->alpha);
  add_stop (pattern, (paint->core0 - paint->x0) / length, shade, shade->alpha);
  add_stop (pattern, (paint->core1 - paint->x0) / length, shade, shade->alpha);
  add_stop (pattern, 1, shade, paint->core1 < paint->x1 ? 0 : shade->alpha);
  cairo_set_source (cr, pattern);
  cairo_pattern_destroy (pattern);
}

static void
fill (EntenteCanvas *canvas, const EntentePaint *paint)
{
  set_source (get_cr (canvas), paint);
  cairo_fill (get_cr (canvas));
}

static void
stroke (EntenteCanvas *canvas,
        const EntentePaint *paint,
        double width,
        const double *dashes,
        guint n_dashes,
        gboolean round)
{
  cairo_t *cr = get_cr (canvas);

  set_source (cr, paint);
  cairo_set_line_width (cr, width);
  cairo_set_line_join (cr, round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
  cairo_set_line_cap (cr, round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, dashes, (int) n_dashes, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
text (EntenteCanvas *canvas, PangoLayout *layout, double x, double y, const EntenteShade *shade)
{
  cairo_t *cr = get_cr (canvas);
  int height;

  pango_layout_get_size (layout, NULL, &height);
  cairo_set_source_rgba (cr, shade->red, shade->green, shade->blue, shade->alpha);
  cairo_move_to (cr, x, y - (double) height / PANGO_SCALE / 2);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
}

static const EntenteCanvasClass class = {
  push,       pop,  move_to, line_to, curve_to,
  close_path, fill, stroke,  text,    (void (*) (EntenteCanvas *)) g_free
};

EntenteCanvas *
entente_canvas_new_cairo (cairo_t *cr)
{
  CairoCanvas *canvas = g_new (CairoCanvas, 1);

  *canvas = (CairoCanvas){ { &class }, cr };
  return &canvas->canvas;
}
