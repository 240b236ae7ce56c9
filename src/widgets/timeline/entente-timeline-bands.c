/* Bands of dates, stems, joins and arrows, painted with Cairo into the picture of the lanes. In
 * high contrast nothing is tinted: outlines are 2 px wide and fades are hatched. Main thread.
 */
#include "config.h"

#include "entente-timeline-private.h"

#include <math.h>

#define TINT 0.17
#define TINT_SELECTED 0.36
#define TINT_FADE 0.36
#define OUTLINE_ALPHA 0.55
#define SOLID_ALPHA 0.82
#define SOLID_HEIGHT 13.0
#define HATCH_PX 5.0
#define ROUND_INSET 6.0 /* of the sides at a round end */

typedef struct {
  EntenteTimeline *self;
  cairo_t *cr;
  const EntenteSceneBand *band;
  const EntenteSceneMark *mark;
  GdkRGBA colour;
} Paint;

static void
set_colour (Paint *paint, double alpha)
{
  cairo_set_source_rgba (paint->cr,
                         paint->colour.red,
                         paint->colour.green,
                         paint->colour.blue,
                         alpha);
}

static gboolean
fades (const EntenteSceneBand *band)
{
  return band->start == ENTENTE_EDGE_FADE || band->end == ENTENTE_EDGE_FADE;
}

/* From nothing at the ends to @alpha in the core. */
static void
set_fading_colour (Paint *paint, double alpha)
{
  const EntenteSceneBand *band = paint->band;
  const GdkRGBA *c = &paint->colour;
  cairo_pattern_t *pattern = cairo_pattern_create_linear (band->x0, 0, band->x1, 0);
  double length = MAX (band->x1 - band->x0, 1);
  double at0 = (band->core0 - band->x0) / length, at1 = (band->core1 - band->x0) / length;

  cairo_pattern_add_color_stop_rgba (pattern,
                                     0,
                                     c->red,
                                     c->green,
                                     c->blue,
                                     band->start == ENTENTE_EDGE_FADE ? 0 : alpha);
  cairo_pattern_add_color_stop_rgba (pattern, CLAMP (at0, 0, 1), c->red, c->green, c->blue, alpha);
  cairo_pattern_add_color_stop_rgba (pattern, CLAMP (at1, 0, 1), c->red, c->green, c->blue, alpha);
  cairo_pattern_add_color_stop_rgba (pattern,
                                     1,
                                     c->red,
                                     c->green,
                                     c->blue,
                                     band->end == ENTENTE_EDGE_FADE ? 0 : alpha);
  cairo_set_source (paint->cr, pattern);
  cairo_pattern_destroy (pattern);
}

/* Round where the bound is told, straight where the band fades. */
static void
trace_band (Paint *paint, double height)
{
  const EntenteSceneBand *band = paint->band;
  double top = band->y - height / 2, bottom = band->y + height / 2, radius = height / 2;

  cairo_new_sub_path (paint->cr);
  if (band->end == ENTENTE_EDGE_ROUND) {
    cairo_arc (paint->cr, band->x1 - radius, band->y, radius, -G_PI / 2, G_PI / 2);
  } else {
    cairo_line_to (paint->cr, band->x1, top);
    cairo_line_to (paint->cr, band->x1, bottom);
  }
  if (band->start == ENTENTE_EDGE_ROUND) {
    cairo_arc (paint->cr, band->x0 + radius, band->y, radius, G_PI / 2, 3 * G_PI / 2);
  } else {
    cairo_line_to (paint->cr, band->x0, bottom);
    cairo_line_to (paint->cr, band->x0, top);
  }
  cairo_close_path (paint->cr);
}

static void
hatch_part (Paint *paint, double from, double to, double height)
{
  const EntenteSceneBand *band = paint->band;
  double x0 = MAX (from, -height), x1 = MIN (to, paint->self->scale.width_px + height);
  /* Lines stand still on the band while it is moved. */
  double first = x0 - height - fmod (x0 - from, HATCH_PX);

  if (x1 <= x0)
    return;
  cairo_save (paint->cr);
  trace_band (paint, height);
  cairo_clip (paint->cr);
  cairo_rectangle (paint->cr, x0, band->y - height / 2, x1 - x0, height);
  cairo_clip (paint->cr);
  set_colour (paint, 1);
  cairo_set_line_width (paint->cr, 1.2);
  for (double x = first; x < x1; x += HATCH_PX) {
    cairo_move_to (paint->cr, x, band->y + height / 2);
    cairo_line_to (paint->cr, x + height, band->y - height / 2);
  }
  cairo_stroke (paint->cr);
  cairo_restore (paint->cr);
}

/* Lines at 45 degrees where it fades: what a tint says in other styles. */
static void
hatch (Paint *paint, double height)
{
  const EntenteSceneBand *band = paint->band;

  hatch_part (paint, band->x0, band->core0, height);
  hatch_part (paint, band->core1, band->x1, height);
}

static void
fill_tint (Paint *paint)
{
  double alpha = paint->mark->flags & ENTENTE_MARK_SELECTED ? TINT_SELECTED
                 : fades (paint->band)                      ? TINT_FADE
                                                            : TINT;

  trace_band (paint, ENTENTE_SCENE_BAND);
  if (fades (paint->band))
    set_fading_colour (paint, alpha);
  else
    set_colour (paint, alpha);
  cairo_fill (paint->cr);
}

static void
set_band_dash (Paint *paint)
{
  static const double dashes[] = { 4, 3 };

  cairo_set_dash (paint->cr, dashes, paint->band->broken ? 2 : 0, 0);
}

/* Along both sides; an end that fades stays open. */
static void
trace_sides (Paint *paint, double inset)
{
  const EntenteSceneBand *band = paint->band;
  double x0 = band->x0 + (band->start == ENTENTE_EDGE_ROUND ? ROUND_INSET : 0);
  double x1 = band->x1 - (band->end == ENTENTE_EDGE_ROUND ? ROUND_INSET : 0);
  double half = ENTENTE_SCENE_BAND / 2 - inset;

  for (int side = -1; side <= 1; side += 2) {
    cairo_move_to (paint->cr, x0, paint->band->y + side * half);
    cairo_line_to (paint->cr, x1, paint->band->y + side * half);
  }
}

static void
draw_tint (Paint *paint)
{
  gboolean contrast = paint->self->style.high_contrast;
  double inset = contrast ? 1 : 0.5;

  if (contrast)
    hatch (paint, ENTENTE_SCENE_BAND);
  else
    fill_tint (paint);
  set_band_dash (paint);
  cairo_set_line_width (paint->cr, 2 * inset);
  if (fades (paint->band) && !contrast)
    set_fading_colour (paint, OUTLINE_ALPHA);
  else
    set_colour (paint, contrast ? 1 : OUTLINE_ALPHA);
  if (fades (paint->band))
    trace_sides (paint, inset);
  else
    trace_band (paint, ENTENTE_SCENE_BAND - 2 * inset);
  cairo_stroke (paint->cr);
  cairo_set_dash (paint->cr, NULL, 0, 0);
}

static void
draw_dots (Paint *paint)
{
  static const double dots[] = { 0.01, 4 };
  const EntenteSceneBand *band = paint->band;

  set_colour (paint, paint->self->style.high_contrast ? 1 : 0.75);
  cairo_set_line_width (paint->cr, paint->self->style.high_contrast ? 2 : 1.6);
  cairo_set_line_cap (paint->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (paint->cr, dots, 2, 0);
  cairo_move_to (paint->cr, band->x0 < 0 ? fmod (band->x0, 4) - 4 : band->x0, band->y);
  cairo_line_to (paint->cr, MIN (band->x1, paint->self->scale.width_px + 4), band->y);
  cairo_stroke (paint->cr);
  cairo_set_dash (paint->cr, NULL, 0, 0);
  cairo_set_line_cap (paint->cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (paint->cr, 1.5);
  cairo_move_to (paint->cr, band->x0, band->y - 5);
  cairo_line_to (paint->cr, band->x0, band->y + 5);
  cairo_move_to (paint->cr, band->x1, band->y - 5);
  cairo_line_to (paint->cr, band->x1, band->y + 5);
  cairo_stroke (paint->cr);
}

static double
get_solid_alpha (Paint *paint)
{
  return paint->self->style.high_contrast ? 1 : SOLID_ALPHA;
}

static void
draw_arrow_end (Paint *paint)
{
  const EntenteSceneBand *band = paint->band;

  cairo_move_to (paint->cr, band->x1, band->y - SOLID_HEIGHT / 2);
  cairo_line_to (paint->cr, band->x1 + 9, band->y);
  cairo_line_to (paint->cr, band->x1, band->y + SOLID_HEIGHT / 2);
  cairo_close_path (paint->cr);
  set_colour (paint, get_solid_alpha (paint));
  cairo_fill (paint->cr);
}

static void
draw_solid (Paint *paint)
{
  const EntenteSceneBand *band = paint->band;

  if (paint->self->style.high_contrast && fades (band)) {
    hatch (paint, SOLID_HEIGHT);
    cairo_rectangle (paint->cr,
                     band->core0,
                     band->y - SOLID_HEIGHT / 2,
                     band->core1 - band->core0,
                     SOLID_HEIGHT);
    set_colour (paint, 1);
  } else {
    trace_band (paint, SOLID_HEIGHT);
    if (fades (band))
      set_fading_colour (paint, SOLID_ALPHA);
    else
      set_colour (paint, get_solid_alpha (paint));
  }
  cairo_fill (paint->cr);
  if (band->end == ENTENTE_EDGE_ARROW)
    draw_arrow_end (paint);
}

static void
draw_line (Paint *paint)
{
  gboolean contrast = paint->self->style.high_contrast;

  set_colour (paint, contrast ? 1 : OUTLINE_ALPHA);
  cairo_set_line_width (paint->cr, contrast ? 2 : 1);
  cairo_move_to (paint->cr, paint->band->x0, paint->band->y);
  cairo_line_to (paint->cr, paint->band->x1, paint->band->y);
  cairo_stroke (paint->cr);
}

/* Across an end that is derived. */
static void
draw_tick (Paint *paint, double x)
{
  double half = ENTENTE_SCENE_BAND / 2 + 2;

  set_colour (paint, paint->self->style.high_contrast ? 1 : 0.75);
  cairo_set_line_width (paint->cr, 1.5);
  cairo_move_to (paint->cr, x, paint->band->y - half);
  cairo_line_to (paint->cr, x, paint->band->y + half);
  cairo_stroke (paint->cr);
}

static void
draw_tint_ticks (Paint *paint)
{
  if (paint->band->start == ENTENTE_EDGE_TICK)
    draw_tick (paint, paint->band->x0);
  if (paint->band->end == ENTENTE_EDGE_TICK)
    draw_tick (paint, paint->band->x1);
}

static void
draw_band (Paint *paint)
{
  switch (paint->band->kind) {
  case ENTENTE_BAND_DOTS:
    draw_dots (paint);
    break;
  case ENTENTE_BAND_SOLID:
    draw_solid (paint);
    break;
  case ENTENTE_BAND_LINE:
    draw_line (paint);
    break;
  case ENTENTE_BAND_TINT:
  default:
    draw_tint (paint);
    draw_tint_ticks (paint);
    break;
  }
}

static gboolean
is_in_view (EntenteTimeline *self, const EntenteSceneBand *band)
{
  return band->x1 > -12 && band->x0 < self->scale.width_px + 12 && band->y > self->scroll_y - 16 &&
         band->y < self->scroll_y + self->parts.lanes.height + 16;
}

void
entente_timeline_draw_bands (EntenteTimeline *self, cairo_t *cr)
{
  for (guint i = 0; i < self->scene->n_bands; i++) {
    Paint paint = { self, cr, &self->scene->bands[i], NULL, { 0 } };

    if (!is_in_view (self, paint.band))
      continue;
    paint.mark = &self->scene->marks[paint.band->mark];
    paint.colour = entente_timeline_get_mark_colour (self, paint.mark);
    if (paint.mark->flags & ENTENTE_MARK_GHOST)
      paint.colour = entente_timeline_style_mix (&self->style.ground, &self->style.ghost, 0.8);
    draw_band (&paint);
  }
}
