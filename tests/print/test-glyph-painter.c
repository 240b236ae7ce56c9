/* Tests of EntenteGlyphPainter: each fill leaves its own amount of ink, within the square that was
 * asked for. */

#include "config.h"

#include "entente-glyph-painter.h"

#define SIZE 64

static guint
count_ink (EntenteKindGroup group, EntenteGlyphFill fill, guint margin)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE, SIZE);
  cairo_t *cr = cairo_create (surface);
  EntenteGlyph glyph = { group, fill, ENTENTE_OUTLINE_UNBROKEN, FALSE };
  const double black[3] = { 0, 0, 0 };
  const double white[3] = { 1, 1, 1 };
  const guchar *pixels;
  guint ink = 0;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  entente_glyph_paint (cr, glyph, SIZE / 2.0, SIZE / 2.0, SIZE * 0.75, black, white, FALSE);
  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  for (guint y = 0; y < SIZE; y++) {
    for (guint x = 0; x < SIZE; x++) {
      gboolean inside = x >= margin && y >= margin && x < SIZE - margin && y < SIZE - margin;

      if (!inside && pixels[y * cairo_image_surface_get_stride (surface) + 4 * x] < 128)
        return G_MAXUINT;
      if (inside && pixels[y * cairo_image_surface_get_stride (surface) + 4 * x] < 128)
        ink++;
    }
  }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return ink;
}

static void
test_fills (void)
{
  for (guint group = 0; group < ENTENTE_N_GROUPS; group++) {
    guint hollow = count_ink (group, ENTENTE_FILL_HOLLOW, 2);
    guint core = count_ink (group, ENTENTE_FILL_CORE, 2);
    guint half = count_ink (group, ENTENTE_FILL_HALF, 2);
    guint full = count_ink (group, ENTENTE_FILL_FULL, 2);

    g_assert_cmpuint (hollow, >, 50);
    g_assert_cmpuint (core, >, hollow);
    g_assert_cmpuint (half, >, hollow);
    g_assert_cmpuint (full, >, half);
    g_assert_cmpuint (full, <, G_MAXUINT);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/glyph-painter/fills", test_fills);
  return g_test_run ();
}
