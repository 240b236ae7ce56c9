/* Drawings of the key: how words of an article are marked that tell of a move.
 *
 * As the article draws them; examples only. Main thread.
 */
#include "config.h"

#include "entente-key-private.h"

#include <glib/gi18n-lib.h>

#define HUE 0
#define LINE 2.0
#define THIN 1.5
#define PALE 0.35
#define TINT 0.14
#define BOX_PX 20.0
#define MARGIN 14.0

static void
draw_line (const EntenteKeyCanvas *canvas, double y, double width, const double *dashes, int n)
{
  cairo_set_line_width (canvas->cr, width);
  cairo_set_dash (canvas->cr, dashes, n, 0);
  cairo_move_to (canvas->cr, MARGIN, y);
  cairo_line_to (canvas->cr, canvas->width - MARGIN, y);
  cairo_stroke (canvas->cr);
  cairo_set_dash (canvas->cr, NULL, 0, 0);
}

static void
draw_tint (const EntenteKeyCanvas *canvas, const double ink[3])
{
  entente_key_set_colour (canvas, ink, TINT);
  cairo_rectangle (canvas->cr,
                   MARGIN,
                   (canvas->height - BOX_PX) / 2,
                   canvas->width - 2 * MARGIN,
                   BOX_PX);
  cairo_fill (canvas->cr);
}

static void
draw_underline (const EntenteKeyCanvas *canvas, EntenteKeyWords words, const double ink[3])
{
  static const double dashes[] = { 5, 3 }, dots[] = { 2, 2 };
  double y = (canvas->height + BOX_PX) / 2;

  entente_key_set_colour (canvas, ink, 1);
  switch (words) {
  case ENTENTE_KEY_WORDS_DOUBLE:
    draw_line (canvas, y - 1.5, THIN, NULL, 0);
    draw_line (canvas, y + 1.5, THIN, NULL, 0);
    break;
  case ENTENTE_KEY_WORDS_BROKEN:
    draw_line (canvas, y, LINE, dashes, G_N_ELEMENTS (dashes));
    break;
  case ENTENTE_KEY_WORDS_OUTSIDE:
    entente_key_set_colour (canvas, ink, PALE);
    draw_line (canvas, y, THIN, NULL, 0);
    break;
  case ENTENTE_KEY_WORDS_SUGGESTED:
    entente_key_set_colour (canvas, canvas->text, 0.6);
    draw_line (canvas, y, LINE, dots, G_N_ELEMENTS (dots));
    break;
  case ENTENTE_KEY_WORDS_SINGLE:
  case ENTENTE_N_KEY_WORDS:
  default:
    draw_line (canvas, y, LINE, NULL, 0);
    break;
  }
}

void
entente_key_draw_words (const EntenteKeyCanvas *canvas, EntenteKeyWords words)
{
  double ink[3];

  entente_key_get_hue (canvas, HUE, ink);
  if (words != ENTENTE_KEY_WORDS_OUTSIDE && words != ENTENTE_KEY_WORDS_SUGGESTED)
    draw_tint (canvas, ink);
  draw_underline (canvas, words, ink);
  entente_key_set_colour (canvas, canvas->text, 1);
  /* TRANSLATORS: an example of words in an article, below which a line is drawn */
  entente_key_text (canvas, _ ("called on"), canvas->width / 2, canvas->height / 2, FALSE, 0.5);
}
