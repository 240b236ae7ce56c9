/* Drawings of the key: what the words of a date become.
 *
 * All on one axis, July to September, so that widths compare. Examples only: no date is computed
 * here. Main thread.
 */
#include "config.h"

#include "entente-glyph-painter.h"
#include "entente-key-private.h"
#include <glib/gi18n.h>
#include <math.h>

#define HUE 2
#define DAYS 101.0 /* of the axis, from 1 July */
#define AUGUST 31.0
#define SEPTEMBER 62.0
#define BAND_PX 16.0
#define TINT 0.15
#define RIM 0.55
#define SOLID 0.82

typedef struct {
  const EntenteKeyCanvas *canvas;
  double colour[3];
  double y;
} Drawing;

/* On whole pixels, so that parts of a band meet without a seam. */
static double
get_x (const Drawing *drawing, double day)
{
  return floor (day / DAYS * drawing->canvas->width);
}

static void
draw_glyph (const Drawing *drawing, double day, EntenteGlyph glyph, double pale)
{
  double ink[3];

  for (guint i = 0; i < 3; i++)
    ink[i] = drawing->colour[i] + (drawing->canvas->ground[i] - drawing->colour[i]) * pale;
  entente_glyph_paint (drawing->canvas->cr,
                       glyph,
                       get_x (drawing, day),
                       drawing->y,
                       ENTENTE_GLYPH_SIZE_TIMELINE,
                       ink,
                       drawing->canvas->ground,
                       TRUE);
}

static void
draw_saying (const Drawing *drawing, double day)
{
  draw_glyph (drawing, day, (EntenteGlyph){ .group = ENTENTE_GROUP_SAY }, 0);
}

/* A tinted band with round ends. */
static void
draw_tint (const Drawing *drawing, double from, double to, gboolean broken)
{
  static const double dashes[] = { 4, 3 };
  cairo_t *cr = drawing->canvas->cr;
  double x = get_x (drawing, from), width = get_x (drawing, to) - x;

  entente_key_round_rect (cr, x, drawing->y - BAND_PX / 2, width, BAND_PX, BAND_PX / 2);
  entente_key_set_colour (drawing->canvas, drawing->colour, TINT);
  cairo_fill_preserve (cr);
  entente_key_set_colour (drawing->canvas, drawing->colour, RIM);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, broken ? G_N_ELEMENTS (dashes) : 0, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* From nothing at @from to @alpha at @to. */
static void
draw_fade (const Drawing *drawing, double from, double to, double alpha)
{
  const double *c = drawing->colour;
  double x0 = get_x (drawing, from), x1 = get_x (drawing, to);
  cairo_pattern_t *pattern = cairo_pattern_create_linear (x0, 0, x1, 0);

  cairo_pattern_add_color_stop_rgba (pattern, 0, c[0], c[1], c[2], 0);
  cairo_pattern_add_color_stop_rgba (pattern, 1, c[0], c[1], c[2], alpha);
  cairo_set_source (drawing->canvas->cr, pattern);
  cairo_rectangle (drawing->canvas->cr,
                   MIN (x0, x1),
                   drawing->y - BAND_PX / 2,
                   ABS (x1 - x0),
                   BAND_PX);
  cairo_fill (drawing->canvas->cr);
  cairo_pattern_destroy (pattern);
}

static void
draw_solid (const Drawing *drawing, double from, double to)
{
  double x = get_x (drawing, from);

  entente_key_set_colour (drawing->canvas, drawing->colour, SOLID);
  cairo_rectangle (drawing->canvas->cr,
                   x,
                   drawing->y - BAND_PX / 2,
                   get_x (drawing, to) - x,
                   BAND_PX);
  cairo_fill (drawing->canvas->cr);
}

static void
draw_stroke (const Drawing *drawing, double from, double to, const double *dashes, int n_dashes)
{
  cairo_t *cr = drawing->canvas->cr;

  cairo_set_line_width (cr, 1.5);
  cairo_set_dash (cr, dashes, n_dashes, 0);
  cairo_move_to (cr, get_x (drawing, from), drawing->y);
  cairo_line_to (cr, get_x (drawing, to), drawing->y);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_order_only (const Drawing *drawing, double from, double to)
{
  static const double dots[] = { 1.5, 3 };
  const double ends[] = { from, to };
  cairo_t *cr = drawing->canvas->cr;

  entente_key_set_colour (drawing->canvas, drawing->colour, 1);
  draw_stroke (drawing, from, to, dots, G_N_ELEMENTS (dots));
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
    cairo_move_to (cr, get_x (drawing, ends[i]), drawing->y - 5);
    cairo_line_to (cr, get_x (drawing, ends[i]), drawing->y + 5);
    cairo_stroke (cr);
  }
  draw_saying (drawing, (from + to) / 2);
}

static void
draw_readings (const Drawing *drawing)
{
  entente_key_set_colour (drawing->canvas, drawing->colour, RIM);
  draw_stroke (drawing, 39, 60, NULL, 0);
  draw_tint (drawing, 32, 41, FALSE);
  draw_tint (drawing, 60, 69, FALSE);
  draw_saying (drawing, 36.5);
  draw_saying (drawing, 64.5);
}

static void
draw_span (const Drawing *drawing)
{
  draw_fade (drawing, 7, 29, SOLID);
  draw_solid (drawing, 29, 55);
  draw_fade (drawing, 74, 55, SOLID);
  draw_glyph (drawing,
              29,
              (EntenteGlyph){ .group = ENTENTE_GROUP_MEET, .fill = ENTENTE_FILL_FULL },
              0);
}

static void
draw_still_so (const Drawing *drawing)
{
  cairo_t *cr = drawing->canvas->cr;
  double end = get_x (drawing, 88), half = BAND_PX / 2;

  draw_solid (drawing, 0, 85);
  cairo_move_to (cr, get_x (drawing, 85), drawing->y - half);
  cairo_line_to (cr, end, drawing->y);
  cairo_line_to (cr, get_x (drawing, 85), drawing->y + half);
  cairo_fill (cr);
  entente_key_set_colour (drawing->canvas, drawing->canvas->ground, 1);
  entente_key_text (drawing->canvas, "2013", 7, drawing->y, TRUE, 0);
}

static void
draw_put_off (const Drawing *drawing)
{
  static const double dashes[] = { 5, 3 };
  const EntenteGlyph glyph = { .group = ENTENTE_GROUP_MEET, .outline = ENTENTE_OUTLINE_BROKEN };

  entente_key_set_colour (drawing->canvas, drawing->canvas->text, 1);
  draw_stroke (drawing, 53, 73, dashes, G_N_ELEMENTS (dashes));
  entente_key_arrowhead (drawing->canvas->cr, get_x (drawing, 75), drawing->y, 1, 0);
  draw_glyph (drawing, 50, glyph, 0.5);
  draw_glyph (drawing, 79, glyph, 0);
}

/* ---- the axis ---- */

static void
draw_grid (const Drawing *drawing)
{
  static const double months[] = { 0, AUGUST, SEPTEMBER };

  entente_key_set_colour (drawing->canvas, drawing->canvas->text, 0.13);
  for (guint i = 0; i < G_N_ELEMENTS (months); i++) {
    cairo_rectangle (drawing->canvas->cr,
                     get_x (drawing, months[i]),
                     0,
                     1,
                     drawing->canvas->height);
    cairo_fill (drawing->canvas->cr);
  }
}

static void
draw_axis (const Drawing *drawing)
{
  entente_key_set_colour (drawing->canvas, drawing->canvas->text, 0.75);
  entente_key_text (drawing->canvas, _ ("July"), 5, drawing->y, FALSE, 0);
  entente_key_text (drawing->canvas,
                    _ ("August"),
                    get_x (drawing, AUGUST) + 5,
                    drawing->y,
                    FALSE,
                    0);
  entente_key_text (drawing->canvas,
                    _ ("September"),
                    get_x (drawing, SEPTEMBER) + 5,
                    drawing->y,
                    FALSE,
                    0);
}

static void
draw_bounded (const Drawing *drawing, EntenteKeyDate date)
{
  switch ((int) date) {
  case ENTENTE_KEY_MONTH:
    draw_tint (drawing, AUGUST, SEPTEMBER, FALSE);
    draw_saying (drawing, (AUGUST + SEPTEMBER) / 2);
    break;
  case ENTENTE_KEY_AROUND:
    draw_fade (drawing, 27, 44, 2 * TINT);
    draw_fade (drawing, 64, 44, 2 * TINT);
    draw_saying (drawing, 45);
    break;
  case ENTENTE_KEY_BY:
    draw_fade (drawing, 14, 52, 2 * TINT);
    draw_saying (drawing, 52);
    break;
  case ENTENTE_KEY_AFTER:
    draw_fade (drawing, 82, 52, 2 * TINT);
    draw_saying (drawing, 52);
    break;
  case ENTENTE_KEY_ORDER_ONLY:
    draw_order_only (drawing, 19, 76);
    break;
  default:
    draw_saying (drawing, 65.5);
  }
}

void
entente_key_draw_date (const EntenteKeyCanvas *canvas, EntenteKeyDate date)
{
  Drawing drawing = { .canvas = canvas, .y = canvas->height / 2 };

  entente_key_get_hue (canvas, HUE, drawing.colour);
  draw_grid (&drawing);
  switch ((int) date) {
  case ENTENTE_KEY_AXIS:
    draw_axis (&drawing);
    break;
  case ENTENTE_KEY_READINGS:
    draw_readings (&drawing);
    break;
  case ENTENTE_KEY_SPAN:
    draw_span (&drawing);
    break;
  case ENTENTE_KEY_STILL_SO:
    draw_still_so (&drawing);
    break;
  case ENTENTE_KEY_CONDITIONAL:
    draw_tint (&drawing, 40, 71, TRUE);
    draw_glyph (&drawing,
                55.5,
                (EntenteGlyph){ .group = ENTENTE_GROUP_MEET, .outline = ENTENTE_OUTLINE_BROKEN },
                0);
    break;
  case ENTENTE_KEY_PUT_OFF:
    draw_put_off (&drawing);
    break;
  default:
    draw_bounded (&drawing, date);
  }
}
