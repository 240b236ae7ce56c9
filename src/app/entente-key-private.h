/* What the files of the key of marks share; nobody else includes this.
 *
 * A figure is a widget that shows one drawing; a drawing is a function that paints on a canvas.
 * Main thread.
 */
#pragma once

#include "entente-glyph.h"
#include "entente-palette.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_KEY_FIGURE (entente_key_figure_get_type ())
G_DECLARE_FINAL_TYPE (EntenteKeyFigure, entente_key_figure, ENTENTE, KEY_FIGURE, GtkWidget)

/* Where and in which colours a drawing is made. */
typedef struct {
  cairo_t *cr;
  GtkWidget *widget;
  double width, height;
  double text[3]; /* colour of words */
  double ground[3]; /* what lies behind */
  double accent[3];
} EntenteKeyCanvas;

typedef enum {
  ENTENTE_KEY_ANSWER, /* arrow with the days, as the author says */
  ENTENTE_KEY_INFERRED,
  ENTENTE_KEY_LOOSE_END,
  ENTENTE_KEY_ADDRESSEE, /* stem */
  ENTENTE_KEY_SELECTED,
  ENTENTE_KEY_POINTED, /* ring */
  ENTENTE_KEY_BOLD, /* title */
  ENTENTE_KEY_BUNDLE,
  ENTENTE_KEY_DENSITY,
  ENTENTE_KEY_TURN, /* turning point */
  ENTENTE_KEY_ROUND,
  ENTENTE_N_KEY_LINES
} EntenteKeyLine;

typedef enum {
  ENTENTE_KEY_AXIS, /* names of the months */
  ENTENTE_KEY_DAY,
  ENTENTE_KEY_MONTH,
  ENTENTE_KEY_AROUND,
  ENTENTE_KEY_BY,
  ENTENTE_KEY_AFTER,
  ENTENTE_KEY_ORDER_ONLY,
  ENTENTE_KEY_READINGS,
  ENTENTE_KEY_SPAN,
  ENTENTE_KEY_STILL_SO,
  ENTENTE_KEY_CONDITIONAL,
  ENTENTE_KEY_PUT_OFF,
  ENTENTE_N_KEY_DATES
} EntenteKeyDate;

/* By what is below words of an article. */
typedef enum {
  ENTENTE_KEY_WORDS_SINGLE,
  ENTENTE_KEY_WORDS_DOUBLE,
  ENTENTE_KEY_WORDS_BROKEN,
  ENTENTE_KEY_WORDS_OUTSIDE,
  ENTENTE_KEY_WORDS_SUGGESTED,
  ENTENTE_N_KEY_WORDS
} EntenteKeyWords;

/* Instead of a hue: the colour of words. */
#define ENTENTE_KEY_INK (ENTENTE_HUE_GREY + 1)

/* Widgets of the size that the drawing needs; dates take what width there is. */
GtkWidget *entente_key_figure_new_glyph (EntenteGlyph glyph, guint hue);
GtkWidget *entente_key_figure_new_swatch (guint hue);
GtkWidget *entente_key_figure_new_line (EntenteKeyLine line);
GtkWidget *entente_key_figure_new_words (EntenteKeyWords words);
GtkWidget *entente_key_figure_new_date (EntenteKeyDate date);

/* Appends the rows of positions. */
void entente_key_positions_fill (GtkBox *box);

/* ---- drawings ---- */

void entente_key_draw_line (const EntenteKeyCanvas *canvas, EntenteKeyLine line);
void entente_key_draw_words (const EntenteKeyCanvas *canvas, EntenteKeyWords words);
void entente_key_draw_date (const EntenteKeyCanvas *canvas, EntenteKeyDate date);

/* ---- strokes that drawings share ---- */

/* Colour of a hue in the style of the moment. */
void entente_key_get_hue (const EntenteKeyCanvas *canvas, guint hue, double colour[3]);
void entente_key_set_colour (const EntenteKeyCanvas *canvas, const double colour[3], double alpha);
void entente_key_round_rect (cairo_t *cr,
                             double x,
                             double y,
                             double width,
                             double height,
                             double r);
void entente_key_arrowhead (cairo_t *cr, double x, double y, double dx, double dy);
/* @text centred on (@x, @y), in the colour that is set. */
void entente_key_text (const EntenteKeyCanvas *canvas,
                       const char *text,
                       double x,
                       double y,
                       gboolean bold,
                       double xalign);

G_END_DECLS
