/* EntenteGlyphPainter: the sink that turns the calls of a glyph into those of Cairo. */

#include "config.h"

#include "entente-glyph-painter.h"

typedef struct {
  cairo_t *cr;
  const double *inks[2]; /* by EntenteGlyphInk */
  double weight;
} Painter;

static void
move_to (gpointer data, double x, double y)
{
  cairo_move_to (((Painter *) data)->cr, x, y);
}

static void
line_to (gpointer data, double x, double y)
{
  cairo_line_to (((Painter *) data)->cr, x, y);
}

static void
curve_to (gpointer data, const double *xy)
{
  cairo_curve_to (((Painter *) data)->cr, xy[0], xy[1], xy[2], xy[3], xy[4], xy[5]);
}

static void
close_path (gpointer data)
{
  cairo_close_path (((Painter *) data)->cr);
}

static void
set_ink (Painter *painter, EntenteGlyphInk ink)
{
  const double *rgb = painter->inks[ink];

  cairo_set_source_rgb (painter->cr, rgb[0], rgb[1], rgb[2]);
}

static void
fill (gpointer data, EntenteGlyphInk ink)
{
  set_ink (data, ink);
  cairo_fill (((Painter *) data)->cr);
}

static void
stroke (gpointer data, EntenteGlyphInk ink, double width, const double *dashes, guint n_dashes)
{
  Painter *painter = data;

  set_ink (painter, ink);
  cairo_set_line_width (painter->cr, width * painter->weight);
  cairo_set_line_join (painter->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (painter->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (painter->cr, dashes, (int) n_dashes, 0);
  cairo_stroke (painter->cr);
  cairo_set_dash (painter->cr, NULL, 0, 0);
}

static void
clip_left_of (gpointer data, double x)
{
  cairo_t *cr = ((Painter *) data)->cr;

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_rectangle (cr,
                   -ENTENTE_GLYPH_GRID,
                   -ENTENTE_GLYPH_GRID,
                   x + ENTENTE_GLYPH_GRID,
                   3 * ENTENTE_GLYPH_GRID);
  cairo_clip (cr);
}

static void
unclip (gpointer data)
{
  cairo_restore (((Painter *) data)->cr);
}

static const EntenteGlyphSink sink = { move_to, line_to, curve_to,     close_path,
                                       fill,    stroke,  clip_left_of, unclip };

static void
begin (cairo_t *cr, double x, double y, double size)
{
  double scale = size / ENTENTE_GLYPH_GRID;

  cairo_save (cr);
  cairo_translate (cr, x - size / 2, y - size / 2);
  cairo_scale (cr, scale, scale);
  cairo_new_path (cr);
}

void
entente_glyph_paint_weighted (cairo_t *cr,
                              EntenteGlyph glyph,
                              double x,
                              double y,
                              double size,
                              const double ink[3],
                              const double ground[3],
                              gboolean halo,
                              double weight)
{
  Painter painter = { cr, { ink, ground }, weight };

  begin (cr, x, y, size);
  entente_glyph_draw (glyph, halo, &sink, &painter);
  cairo_restore (cr);
}

void
entente_glyph_paint (cairo_t *cr,
                     EntenteGlyph glyph,
                     double x,
                     double y,
                     double size,
                     const double ink[3],
                     const double ground[3],
                     gboolean halo)
{
  entente_glyph_paint_weighted (cr, glyph, x, y, size, ink, ground, halo, 1);
}

void
entente_position_sign_paint (cairo_t *cr,
                             int kind,
                             gboolean hollow,
                             double x,
                             double y,
                             double size,
                             const double ink[3],
                             const double ground[3])
{
  Painter painter = { cr, { ink, ground }, 1 };

  begin (cr, x, y, size);
  entente_position_sign_draw (kind, hollow, &sink, &painter);
  cairo_restore (cr);
}
