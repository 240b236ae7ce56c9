/* Bands of dates in a picture: pills, fades, dotted lines, solid spans. */

#include "config.h"

#include "entente-picture-private.h"

#define TINT 0.17
#define TINT_FADE 0.36
#define OUTLINE_ALPHA 0.55
#define SOLID_ALPHA 0.82
#define SOLID_HEIGHT 13.0
#define DOTS_ALPHA 0.75
#define FAR 40.0 /* beyond the picture nothing is drawn */

typedef struct {
  EntenteCanvas *canvas;
  EntenteSceneBand band; /* cut to what may be seen */
  EntenteShade shade;
} Painter;

static gboolean
fades (const EntenteSceneBand *band)
{
  return band->start == ENTENTE_EDGE_FADE || band->end == ENTENTE_EDGE_FADE;
}

static EntentePaint
make_paint (const Painter *painter, double alpha)
{
  const EntenteSceneBand *band = &painter->band;
  EntentePaint paint = { .shade = painter->shade,
                         .fades = fades (band),
                         .x0 = band->x0,
                         .core0 = band->start == ENTENTE_EDGE_FADE ? band->core0 : band->x0,
                         .core1 = band->end == ENTENTE_EDGE_FADE ? band->core1 : band->x1,
                         .x1 = band->x1 };

  paint.shade.alpha = alpha;
  return paint;
}

/* Round where the bound is told, straight where the band fades. */
static void
trace (const Painter *painter, double height)
{
  const EntenteSceneBand *band = &painter->band;

  entente_canvas_half_pill (painter->canvas,
                            band->x0,
                            band->y - height / 2,
                            MAX (band->x1 - band->x0, 1),
                            height,
                            band->start == ENTENTE_EDGE_ROUND,
                            band->end == ENTENTE_EDGE_ROUND);
}

static void
stroke (const Painter *painter, double width, double alpha)
{
  static const double dashes[] = { 4, 3 };
  EntentePaint paint = make_paint (painter, alpha);

  painter->canvas
    ->class->stroke (painter->canvas, &paint, width, dashes, painter->band.broken ? 2 : 0, FALSE);
}

/* Above and below only: an end that fades has no edge. */
static void
outline_fading (const Painter *painter)
{
  const EntenteSceneBand *band = &painter->band;
  double x0 = band->x0 + (band->start == ENTENTE_EDGE_ROUND ? 6 : 0);
  double x1 = band->x1 - (band->end == ENTENTE_EDGE_ROUND ? 6 : 0);

  for (int side = -1; side <= 1; side += 2) {
    double y = band->y + side * (ENTENTE_SCENE_BAND / 2 - 0.5);

    painter->canvas->class->move_to (painter->canvas, x0, y);
    painter->canvas->class->line_to (painter->canvas, x1, y);
  }
  stroke (painter, 1, OUTLINE_ALPHA);
}

static void
paint_tint (const Painter *painter)
{
  EntentePaint paint = make_paint (painter, fades (&painter->band) ? TINT_FADE : TINT);

  trace (painter, ENTENTE_SCENE_BAND);
  painter->canvas->class->fill (painter->canvas, &paint);
  if (fades (&painter->band)) {
    outline_fading (painter);
  } else {
    trace (painter, ENTENTE_SCENE_BAND - 1);
    stroke (painter, 1, OUTLINE_ALPHA);
  }
}

static void
paint_tick (const Painter *painter, double x)
{
  EntenteShade shade = painter->shade;

  shade.alpha = DOTS_ALPHA;
  entente_canvas_line (painter->canvas,
                       x,
                       painter->band.y - 5,
                       x,
                       painter->band.y + 5,
                       1.5,
                       &shade);
}

static void
paint_dots (const Painter *painter)
{
  static const double dots[] = { 0.01, 4 };
  const EntenteSceneBand *band = &painter->band;
  EntentePaint paint = { .shade = painter->shade };

  paint.shade.alpha = DOTS_ALPHA;
  painter->canvas->class->move_to (painter->canvas, band->x0, band->y);
  painter->canvas->class->line_to (painter->canvas, band->x1, band->y);
  painter->canvas->class->stroke (painter->canvas, &paint, 1.6, dots, 2, TRUE);
  paint_tick (painter, band->x0);
  paint_tick (painter, band->x1);
}

static void
paint_solid (const Painter *painter)
{
  const EntenteSceneBand *band = &painter->band;
  EntentePaint paint = make_paint (painter, SOLID_ALPHA);
  EntenteShade shade = painter->shade;

  trace (painter, SOLID_HEIGHT);
  painter->canvas->class->fill (painter->canvas, &paint);
  if (band->end != ENTENTE_EDGE_ARROW)
    return;
  shade.alpha = SOLID_ALPHA;
  painter->canvas->class->move_to (painter->canvas, band->x1, band->y - SOLID_HEIGHT / 2);
  painter->canvas->class->line_to (painter->canvas, band->x1 + 9, band->y);
  painter->canvas->class->line_to (painter->canvas, band->x1, band->y + SOLID_HEIGHT / 2);
  painter->canvas->class->close_path (painter->canvas);
  entente_canvas_fill (painter->canvas, &shade);
}

static void
paint_line (const Painter *painter)
{
  EntenteShade shade = painter->shade;

  shade.alpha = OUTLINE_ALPHA;
  entente_canvas_line (painter->canvas,
                       painter->band.x0,
                       painter->band.y,
                       painter->band.x1,
                       painter->band.y,
                       1,
                       &shade);
}

/* Bands reach some screens beyond the view, where some readers of SVG lose their way; fades keep
 * their length. */
static void
cut (EntenteSceneBand *band, double width)
{
  if (band->x0 < -FAR && band->core0 < -FAR)
    band->x0 = band->core0 = -FAR;
  if (band->x1 > width + FAR && band->core1 > width + FAR)
    band->x1 = band->core1 = width + FAR;
  band->core0 = CLAMP (band->core0, band->x0, MAX (band->x1, band->x0));
  band->core1 = CLAMP (band->core1, band->core0, MAX (band->x1, band->core0));
}

void
entente_picture_paint_band (EntentePicture *self,
                            EntenteCanvas *canvas,
                            const EntenteSceneBand *band,
                            const EntenteShade *shade)
{
  Painter painter = { canvas, *band, *shade };

  cut (&painter.band, self->scene->scale.width_px);
  switch (band->kind) {
  case ENTENTE_BAND_DOTS:
    paint_dots (&painter);
    break;
  case ENTENTE_BAND_SOLID:
    paint_solid (&painter);
    break;
  case ENTENTE_BAND_LINE:
    paint_line (&painter);
    break;
  case ENTENTE_BAND_TINT:
  default:
    paint_tint (&painter);
    break;
  }
}
