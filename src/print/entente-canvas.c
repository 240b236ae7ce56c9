/* EntenteCanvas: shapes made of the few calls that each canvas answers. */

#include "config.h"

#include "entente-canvas.h"

#include "entente-position-sign.h"

#include <math.h>

#define ARC 0.5522847498 /* of the radius: a quarter of a circle as a cubic curve */
#define HEAD_WIDTH 0.48

void
entente_canvas_free (EntenteCanvas *canvas)
{
  canvas->class->free (canvas);
}

void
entente_canvas_push (EntenteCanvas *canvas, const EntenteCanvasGroup *group)
{
  canvas->class->push (canvas, group);
}

void
entente_canvas_pop (EntenteCanvas *canvas)
{
  canvas->class->pop (canvas);
}

void
entente_canvas_fill (EntenteCanvas *canvas, const EntenteShade *shade)
{
  const EntentePaint paint = { .shade = *shade };

  canvas->class->fill (canvas, &paint);
}

void
entente_canvas_stroke (EntenteCanvas *canvas, const EntenteShade *shade, double width)
{
  const EntentePaint paint = { .shade = *shade };

  canvas->class->stroke (canvas, &paint, width, NULL, 0, FALSE);
}

void
entente_canvas_rectangle (EntenteCanvas *canvas, double x, double y, double width, double height)
{
  canvas->class->move_to (canvas, x, y);
  canvas->class->line_to (canvas, x + width, y);
  canvas->class->line_to (canvas, x + width, y + height);
  canvas->class->line_to (canvas, x, y + height);
  canvas->class->close_path (canvas);
}

/* From where the path is, over the corner at (@x1, @y1), to (@x2, @y2). */
static void
round_corner (EntenteCanvas *canvas,
              double x0,
              double y0,
              double x1,
              double y1,
              double x2,
              double y2)
{
  const double xy[6] = {
    x0 + (x1 - x0) * ARC, y0 + (y1 - y0) * ARC, x2 + (x1 - x2) * ARC, y2 + (y1 - y2) * ARC, x2, y2
  };

  canvas->class->line_to (canvas, x0, y0);
  canvas->class->curve_to (canvas, xy);
}

static void
trace_round (EntenteCanvas *canvas,
             double x,
             double y,
             double width,
             double height,
             double start,
             double end)
{
  double right = x + width, bottom = y + height;

  canvas->class->move_to (canvas, x + start, y);
  if (end > 0) {
    round_corner (canvas, right - end, y, right, y, right, y + end);
    round_corner (canvas, right, bottom - end, right, bottom, right - end, bottom);
  } else {
    canvas->class->line_to (canvas, right, y);
    canvas->class->line_to (canvas, right, bottom);
  }
  if (start > 0) {
    round_corner (canvas, x + start, bottom, x, bottom, x, bottom - start);
    round_corner (canvas, x, y + start, x, y, x + start, y);
  } else {
    canvas->class->line_to (canvas, x, bottom);
  }
  canvas->class->close_path (canvas);
}

void
entente_canvas_pill (EntenteCanvas *canvas,
                     double x,
                     double y,
                     double width,
                     double height,
                     double radius)
{
  double most = MIN (width, height) / 2;

  radius = radius > 0 ? MIN (radius, most) : most;
  trace_round (canvas, x, y, width, height, radius, radius);
}

void
entente_canvas_half_pill (EntenteCanvas *canvas,
                          double x,
                          double y,
                          double width,
                          double height,
                          gboolean round_start,
                          gboolean round_end)
{
  double radius = MIN (width, height) / 2;

  trace_round (canvas, x, y, width, height, round_start ? radius : 0, round_end ? radius : 0);
}

void
entente_canvas_line (EntenteCanvas *canvas,
                     double x0,
                     double y0,
                     double x1,
                     double y1,
                     double width,
                     const EntenteShade *shade)
{
  canvas->class->move_to (canvas, x0, y0);
  canvas->class->line_to (canvas, x1, y1);
  entente_canvas_stroke (canvas, shade, width);
}

void
entente_canvas_arrowhead (EntenteCanvas *canvas,
                          double x,
                          double y,
                          double dx,
                          double dy,
                          double size,
                          const EntenteShade *shade)
{
  double length = MAX (hypot (dx, dy), 0.001);

  dx *= size / length;
  dy *= size / length;
  canvas->class->move_to (canvas, x, y);
  canvas->class->line_to (canvas, x - dx - dy * HEAD_WIDTH, y - dy + dx * HEAD_WIDTH);
  canvas->class->line_to (canvas, x - dx + dy * HEAD_WIDTH, y - dy - dx * HEAD_WIDTH);
  canvas->class->close_path (canvas);
  entente_canvas_fill (canvas, shade);
}

/* ---- glyphs ---- */

typedef struct {
  EntenteCanvas *canvas;
  const EntenteShade *inks[2]; /* by EntenteGlyphInk */
} Glyph;

static void
glyph_move_to (gpointer data, double x, double y)
{
  EntenteCanvas *canvas = ((Glyph *) data)->canvas;

  canvas->class->move_to (canvas, x, y);
}

static void
glyph_line_to (gpointer data, double x, double y)
{
  EntenteCanvas *canvas = ((Glyph *) data)->canvas;

  canvas->class->line_to (canvas, x, y);
}

static void
glyph_curve_to (gpointer data, const double *xy)
{
  EntenteCanvas *canvas = ((Glyph *) data)->canvas;

  canvas->class->curve_to (canvas, xy);
}

static void
glyph_close_path (gpointer data)
{
  EntenteCanvas *canvas = ((Glyph *) data)->canvas;

  canvas->class->close_path (canvas);
}

static void
glyph_fill (gpointer data, EntenteGlyphInk ink)
{
  Glyph *glyph = data;

  entente_canvas_fill (glyph->canvas, glyph->inks[ink]);
}

static void
glyph_stroke (gpointer data,
              EntenteGlyphInk ink,
              double width,
              const double *dashes,
              guint n_dashes)
{
  Glyph *glyph = data;
  const EntentePaint paint = { .shade = *glyph->inks[ink] };

  glyph->canvas->class->stroke (glyph->canvas, &paint, width, dashes, n_dashes, TRUE);
}

static void
glyph_clip_left_of (gpointer data, double x)
{
  const EntenteCanvasGroup group = { .clips = TRUE,
                                     .clip_x = -ENTENTE_GLYPH_GRID,
                                     .clip_y = -ENTENTE_GLYPH_GRID,
                                     .clip_width = x + ENTENTE_GLYPH_GRID,
                                     .clip_height = 3 * ENTENTE_GLYPH_GRID };

  entente_canvas_push (((Glyph *) data)->canvas, &group);
}

static void
glyph_unclip (gpointer data)
{
  entente_canvas_pop (((Glyph *) data)->canvas);
}

static const EntenteGlyphSink sink = { glyph_move_to,      glyph_line_to, glyph_curve_to,
                                       glyph_close_path,   glyph_fill,    glyph_stroke,
                                       glyph_clip_left_of, glyph_unclip };

void
entente_canvas_glyph (EntenteCanvas *canvas,
                      EntenteGlyph glyph,
                      double x,
                      double y,
                      double size,
                      const EntenteShade *ink,
                      const EntenteShade *ground,
                      gboolean halo)
{
  const EntenteCanvasGroup group = { .x = x - size / 2,
                                     .y = y - size / 2,
                                     .scale = size / ENTENTE_GLYPH_GRID };
  Glyph painter = { canvas, { ink, ground } };

  entente_canvas_push (canvas, &group);
  entente_glyph_draw (glyph, halo, &sink, &painter);
  entente_canvas_pop (canvas);
}

void
entente_canvas_position_sign (EntenteCanvas *canvas,
                              int kind,
                              gboolean hollow,
                              double x,
                              double y,
                              double size,
                              const EntenteShade *ink,
                              const EntenteShade *ground)
{
  const EntenteCanvasGroup group = { .x = x - size / 2,
                                     .y = y - size / 2,
                                     .scale = size / ENTENTE_GLYPH_GRID };
  Glyph painter = { canvas, { ink, ground } };

  entente_canvas_push (canvas, &group);
  entente_position_sign_draw (kind, hollow, &sink, &painter);
  entente_canvas_pop (canvas);
}
