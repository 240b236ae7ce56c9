/* Drawings of the key: arrows, stems, selection, bundles, density.
 *
 * As the timeline draws them, with its glyphs; examples only, no data. Main thread.
 */
#include "config.h"

#include "entente-glyph-painter.h"
#include "entente-key-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define HUE_SELECTED 0
#define HUE_DENSITY 1
#define HUE_ADDRESSEE 2
#define HUE_BUNDLE 3
#define PILL_PX 18.0

static const double dashes[] = { 5, 3 };

static void
draw_pill (const EntenteKeyCanvas *canvas,
           const char *text,
           const double colour[3],
           double width,
           double y)
{
  double x = (canvas->width - width) / 2;

  entente_key_round_rect (canvas->cr, x, y - PILL_PX / 2, width, PILL_PX, PILL_PX / 2);
  entente_key_set_colour (canvas, colour, 1);
  cairo_fill (canvas->cr);
  entente_key_set_colour (canvas, canvas->ground, 1);
  entente_key_text (canvas, text, canvas->width / 2, y, TRUE, 0.5);
}

static void
draw_arrow (const EntenteKeyCanvas *canvas, const char *days, double pill_width, gboolean inferred)
{
  cairo_t *cr = canvas->cr;
  double y = canvas->height / 2;

  entente_key_set_colour (canvas, canvas->text, 1);
  cairo_set_line_width (cr, 1.5);
  cairo_set_dash (cr, dashes, inferred ? G_N_ELEMENTS (dashes) : 0, 0);
  cairo_move_to (cr, 2, y);
  cairo_line_to (cr, canvas->width - 8, y);
  cairo_stroke (cr);
  entente_key_arrowhead (cr, canvas->width - 1, y, 1, 0);
  draw_pill (canvas, days, canvas->text, pill_width, y);
}

static void
draw_loose_end (const EntenteKeyCanvas *canvas)
{
  const EntenteGlyph glyph = { .group = ENTENTE_GROUP_PRESS };
  double x = canvas->width / 2 - 3, y = canvas->height / 2 - 2, colour[3];
  cairo_t *cr = canvas->cr;

  entente_key_get_hue (canvas, HUE_ADDRESSEE, colour);
  entente_glyph_paint (cr, glyph, x, y, ENTENTE_GLYPH_SIZE_TIMELINE, colour, canvas->ground, TRUE);
  entente_key_set_colour (canvas, colour, 1);
  cairo_set_line_width (cr, 1.3);
  cairo_move_to (cr, x + 5, y + 7);
  cairo_line_to (cr, x + 8, y + 9);
  cairo_stroke (cr);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + 10, y + 11, 2.6, 0, 2 * G_PI);
  cairo_stroke (cr);
}

static void
draw_addressee (const EntenteKeyCanvas *canvas)
{
  const EntenteGlyph glyph = { .group = ENTENTE_GROUP_INVITE };
  cairo_t *cr = canvas->cr;
  double x = canvas->width / 2, colour[3];

  entente_key_get_hue (canvas, HUE_ADDRESSEE, colour);
  entente_key_set_colour (canvas, colour, 1);
  cairo_set_line_width (cr, 1.2);
  cairo_move_to (cr, x, canvas->height / 2);
  cairo_line_to (cr, x, 6);
  cairo_stroke (cr);
  entente_key_arrowhead (cr, x, 1, 0, -1);
  entente_glyph_paint (cr,
                       glyph,
                       x,
                       canvas->height - 8,
                       ENTENTE_GLYPH_SIZE_MIN,
                       colour,
                       canvas->ground,
                       TRUE);
}

static void
draw_selected (const EntenteKeyCanvas *canvas)
{
  const EntenteGlyph glyph = { .group = ENTENTE_GROUP_SAY, .fill = ENTENTE_FILL_FULL };
  double x = canvas->width / 2, y = canvas->height / 2, colour[3];
  cairo_t *cr = canvas->cr;

  entente_key_get_hue (canvas, HUE_SELECTED, colour);
  entente_key_round_rect (cr, x - 21, y - 8, 42, 16, 8);
  entente_key_set_colour (canvas, colour, 0.25);
  cairo_fill (cr);
  entente_key_round_rect (cr, x - 25, y - 12, 50, 24, 12);
  entente_key_set_colour (canvas, canvas->accent, 1);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  entente_glyph_paint (cr, glyph, x, y, ENTENTE_GLYPH_SIZE_TIMELINE, colour, canvas->ground, TRUE);
}

/* The thin ring that follows the pointer, in the timeline and from the text. */
static void
draw_pointed (const EntenteKeyCanvas *canvas)
{
  const EntenteGlyph glyph = { .group = ENTENTE_GROUP_SAY, .fill = ENTENTE_FILL_FULL };
  double x = canvas->width / 2, y = canvas->height / 2, colour[3];
  cairo_t *cr = canvas->cr;

  entente_key_get_hue (canvas, HUE_SELECTED, colour);
  entente_glyph_paint (cr, glyph, x, y, ENTENTE_GLYPH_SIZE_TIMELINE, colour, canvas->ground, TRUE);
  entente_key_round_rect (cr, x - 12, y - 12, 24, 24, 12);
  entente_key_set_colour (canvas, canvas->text, 1);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

static void
draw_bold (const EntenteKeyCanvas *canvas)
{
  const EntenteGlyph glyph = { .group = ENTENTE_GROUP_SAY, .fill = ENTENTE_FILL_FULL };
  double y = canvas->height / 2, colour[3];

  entente_key_get_hue (canvas, HUE_SELECTED, colour);
  entente_glyph_paint (canvas->cr,
                       glyph,
                       14,
                       y,
                       ENTENTE_GLYPH_SIZE_TIMELINE,
                       colour,
                       canvas->ground,
                       TRUE);
  entente_key_set_colour (canvas, canvas->text, 1);
  /* TRANSLATORS: an example of the title of a move, in bold letters; short */
  entente_key_text (canvas, _ ("First talks"), 27, y, TRUE, 0);
}

static void
draw_bundle (const EntenteKeyCanvas *canvas)
{
  double colour[3];

  entente_key_get_hue (canvas, HUE_BUNDLE, colour);
  draw_pill (canvas, "137", colour, 38, canvas->height / 2 - 4);
  entente_key_round_rect (canvas->cr, canvas->width / 2 - 17, canvas->height - 8, 34, 4, 2);
  entente_key_set_colour (canvas, colour, 1);
  cairo_fill (canvas->cr);
}

static void
draw_density (const EntenteKeyCanvas *canvas)
{
  static const guint8 all[] = { 12, 12, 9,  11, 13, 12, 15, 18, 20, 21, 22, 24, 23,
                                20, 21, 18, 16, 17, 14, 12, 12, 11, 10, 10, 9,  8 };
  static const guint8 inside[] = { 2, 2, 3,  2, 2, 3, 5, 7, 9, 11, 12, 14, 13,
                                   9, 8, 10, 9, 6, 7, 5, 4, 4, 3,  2,  2,  2 };
  double colour[3], width = canvas->width / G_N_ELEMENTS (all);

  entente_key_get_hue (canvas, HUE_DENSITY, colour);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++) {
    entente_key_set_colour (canvas, colour, 0.25);
    cairo_rectangle (canvas->cr, i * width, canvas->height - all[i], width, all[i]);
    cairo_fill (canvas->cr);
    entente_key_set_colour (canvas, colour, 1);
    cairo_rectangle (canvas->cr, i * width, canvas->height - inside[i], width, inside[i]);
    cairo_fill (canvas->cr);
  }
}

static void
draw_turn (const EntenteKeyCanvas *canvas)
{
  static const double dots[] = { 2, 3 };
  double x = canvas->width / 2 - 14.5;
  cairo_t *cr = canvas->cr;

  entente_key_set_colour (canvas, canvas->text, 1);
  cairo_set_line_width (cr, 1.5);
  cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  cairo_move_to (cr, x, 1);
  cairo_line_to (cr, x, canvas->height);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_move_to (cr, x, 2);
  cairo_line_to (cr, x + 6, 6);
  cairo_line_to (cr, x, 10);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_round (const EntenteKeyCanvas *canvas)
{
  static const double dots[] = { 2, 3 };
  const EntenteGlyph glyph = { .group = ENTENTE_GROUP_MEET, .fill = ENTENTE_FILL_FULL };
  double x = canvas->width / 2, y = canvas->height / 2 + 5, colour[3];

  entente_key_get_hue (canvas, HUE_SELECTED, colour);
  entente_key_set_colour (canvas, canvas->text, 0.7);
  cairo_set_line_width (canvas->cr, 1);
  cairo_move_to (canvas->cr, x - 25.5, 6.5);
  cairo_line_to (canvas->cr, x - 25.5, 2.5);
  cairo_line_to (canvas->cr, x + 25.5, 2.5);
  cairo_line_to (canvas->cr, x + 25.5, 6.5);
  cairo_stroke (canvas->cr);
  cairo_set_dash (canvas->cr, dots, G_N_ELEMENTS (dots), 0);
  for (int i = -1; i <= 1; i += 2) {
    cairo_move_to (canvas->cr, floor (x + i * 14) + 0.5, 2.5);
    cairo_line_to (canvas->cr, floor (x + i * 14) + 0.5, y);
  }
  cairo_stroke (canvas->cr);
  cairo_set_dash (canvas->cr, NULL, 0, 0);
  for (int i = -1; i <= 1; i += 2)
    entente_glyph_paint (canvas->cr,
                         glyph,
                         x + i * 14,
                         y,
                         ENTENTE_GLYPH_SIZE_MIN,
                         colour,
                         canvas->ground,
                         TRUE);
}

void
entente_key_draw_line (const EntenteKeyCanvas *canvas, EntenteKeyLine line)
{
  switch (line) {
  case ENTENTE_KEY_ANSWER:
    draw_arrow (canvas, _ ("21 days"), 58, FALSE);
    break;
  case ENTENTE_KEY_INFERRED:
    draw_arrow (canvas, "137+", 46, TRUE);
    break;
  case ENTENTE_KEY_LOOSE_END:
    draw_loose_end (canvas);
    break;
  case ENTENTE_KEY_ADDRESSEE:
    draw_addressee (canvas);
    break;
  case ENTENTE_KEY_SELECTED:
    draw_selected (canvas);
    break;
  case ENTENTE_KEY_POINTED:
    draw_pointed (canvas);
    break;
  case ENTENTE_KEY_BOLD:
    draw_bold (canvas);
    break;
  case ENTENTE_KEY_BUNDLE:
    draw_bundle (canvas);
    break;
  case ENTENTE_KEY_TURN:
    draw_turn (canvas);
    break;
  case ENTENTE_KEY_ROUND:
    draw_round (canvas);
    break;
  case ENTENTE_KEY_DENSITY:
  case ENTENTE_N_KEY_LINES:
  default:
    draw_density (canvas);
    break;
  }
}
