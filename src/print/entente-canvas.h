/* EntenteCanvas: what a picture is painted on: Cairo for paper, PDF and PNG, or text for SVG.
 *
 * One painter draws for all of them, so that they cannot differ. Lengths are in units of the
 * picture; paths are used up by fill and stroke. One thread at a time; whoever makes a canvas frees
 * it.
 */
#pragma once

#include "entente-glyph.h"
#include "entente-id.h"
#include <cairo.h>
#include <pango/pango.h>

G_BEGIN_DECLS

typedef struct {
  double red, green, blue, alpha; /* 0 to 1 */
} EntenteShade;

/* What fills or strokes: one shade, or one that fades to nothing beyond [core0, core1]. */
typedef struct {
  EntenteShade shade;
  gboolean fades;
  double x0, core0, core1,
    x1; /* shade is full from core0 to core1, gone at x0 and x1 where they differ */
} EntentePaint;

/* What belongs together: moved, turned, scaled, clipped, and told to who cannot see. Zero is none.
 */
typedef struct {
  double x, y;
  double scale; /* 0: 1 */
  double turn; /* degrees, clockwise, about the place moved to */
  gboolean clips;
  double clip_x, clip_y, clip_width, clip_height; /* within the moved and scaled units */
  const char *role; /* word for SVG ("mark"), static */
  EntenteId event; /* the one event that it stands for */
  guint count; /* how many events it stands for */
  const char *title; /* what it says to who cannot see */
} EntenteCanvasGroup;

typedef struct _EntenteCanvas EntenteCanvas;

typedef struct {
  void (*push) (EntenteCanvas *canvas, const EntenteCanvasGroup *group);
  void (*pop) (EntenteCanvas *canvas);
  void (*move_to) (EntenteCanvas *canvas, double x, double y);
  void (*line_to) (EntenteCanvas *canvas, double x, double y);
  void (*curve_to) (EntenteCanvas *canvas, const double *xy); /* six numbers */
  void (*close_path) (EntenteCanvas *canvas);
  void (*fill) (EntenteCanvas *canvas, const EntentePaint *paint);
  void (*stroke) (EntenteCanvas *canvas,
                  const EntentePaint *paint,
                  double width,
                  const double *dashes,
                  guint n_dashes,
                  gboolean round);
  /* A layout of one line: left edge at @x, middle at @y. */
  void (*text) (EntenteCanvas *canvas,
                PangoLayout *layout,
                double x,
                double y,
                const EntenteShade *shade);
  void (*free) (EntenteCanvas *canvas);
} EntenteCanvasClass;

struct _EntenteCanvas {
  const EntenteCanvasClass *class;
};

/* entente-canvas-cairo.c: paints with @cr, which stays the caller's. */
EntenteCanvas *entente_canvas_new_cairo (cairo_t *cr);

typedef struct {
  double width, height; /* of the picture */
  double scale; /* of its size as told in the file */
  const char *title;
  const char *description;
} EntenteCanvasSvg;

/* entente-canvas-svg.c: appends a whole file to @out; complete when the canvas is freed. Text stays
 * text. */
EntenteCanvas *entente_canvas_new_svg (GString *out, const EntenteCanvasSvg *svg);

void entente_canvas_free (EntenteCanvas *canvas);

/* ---- shapes that all pictures have ---- */

void entente_canvas_push (EntenteCanvas *canvas, const EntenteCanvasGroup *group);
void entente_canvas_pop (EntenteCanvas *canvas);
void entente_canvas_fill (EntenteCanvas *canvas, const EntenteShade *shade);
void entente_canvas_stroke (EntenteCanvas *canvas, const EntenteShade *shade, double width);
void entente_canvas_rectangle (EntenteCanvas *canvas,
                               double x,
                               double y,
                               double width,
                               double height);
/* Ends round where asked, with a radius of half the height, or of @radius if above 0. */
void entente_canvas_pill (EntenteCanvas *canvas,
                          double x,
                          double y,
                          double width,
                          double height,
                          double radius);
void entente_canvas_half_pill (EntenteCanvas *canvas,
                               double x,
                               double y,
                               double width,
                               double height,
                               gboolean round_start,
                               gboolean round_end);
void entente_canvas_line (EntenteCanvas *canvas,
                          double x0,
                          double y0,
                          double x1,
                          double y1,
                          double width,
                          const EntenteShade *shade);
/* A triangle whose point is at (@x, @y), looking along (@dx, @dy). */
void entente_canvas_arrowhead (EntenteCanvas *canvas,
                               double x,
                               double y,
                               double dx,
                               double dy,
                               double size,
                               const EntenteShade *shade);
/* @size across, centred on (@x, @y). */
void entente_canvas_glyph (EntenteCanvas *canvas,
                           EntenteGlyph glyph,
                           double x,
                           double y,
                           double size,
                           const EntenteShade *ink,
                           const EntenteShade *ground,
                           gboolean halo);

/* The sign of a position (entente-position-sign.h) likewise. */
void entente_canvas_position_sign (EntenteCanvas *canvas,
                                   int kind,
                                   gboolean hollow,
                                   double x,
                                   double y,
                                   double size,
                                   const EntenteShade *ink,
                                   const EntenteShade *ground);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteCanvas, entente_canvas_free)

G_END_DECLS
