/* EntenteGlyphPainter: draws a glyph of entente-glyph.h with Cairo. Any thread. */
#pragma once

#include "entente-glyph.h"
#include "entente-position-sign.h"
#include <cairo.h>

G_BEGIN_DECLS

/* @size across, centred on (@x, @y), in @ink on @ground (red, green, blue, 0 to 1). @halo: a rim of
 * ground around it. */
void entente_glyph_paint (cairo_t *cr,
                          EntenteGlyph glyph,
                          double x,
                          double y,
                          double size,
                          const double ink[3],
                          const double ground[3],
                          gboolean halo);
/* The same with all lines @weight times as wide: for high contrast. */
void entente_glyph_paint_weighted (cairo_t *cr,
                                   EntenteGlyph glyph,
                                   double x,
                                   double y,
                                   double size,
                                   const double ink[3],
                                   const double ground[3],
                                   gboolean halo,
                                   double weight);

/* The sign of a position (entente-position-sign.h) likewise. */
void entente_position_sign_paint (cairo_t *cr,
                                  int kind,
                                  gboolean hollow,
                                  double x,
                                  double y,
                                  double size,
                                  const double ink[3],
                                  const double ground[3]);

G_END_DECLS
