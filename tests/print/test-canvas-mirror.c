/* A mirrored canvas: what is at the left comes to the right, within moved groups too, and what is
 * mirrored twice is as it was. */
#include "config.h"

#include "entente-canvas-mirror.h"

#define WIDTH 60
#define HEIGHT 20

static const EntenteShade black = { 0, 0, 0, 1 };

/* A block at the left edge, and one in a group that is moved and scaled. */
static void
paint (EntenteCanvas *canvas)
{
  const EntenteCanvasGroup group = { .x = 10, .scale = 2 };

  entente_canvas_rectangle (canvas, 0, 0, 4, HEIGHT);
  entente_canvas_fill (canvas, &black);
  entente_canvas_push (canvas, &group);
  entente_canvas_rectangle (canvas, 1, 0, 3, 5);
  entente_canvas_fill (canvas, &black);
  entente_canvas_pop (canvas);
}

static cairo_surface_t *
draw (guint n_mirrors)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_A8, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (image);
  EntenteCanvas *canvas[3] = { entente_canvas_new_cairo (cr) };

  for (guint i = 1; i <= n_mirrors; i++)
    canvas[i] = entente_canvas_new_mirrored (canvas[i - 1], WIDTH);
  paint (canvas[n_mirrors]);
  for (guint i = n_mirrors + 1; i > 0; i--)
    entente_canvas_free (canvas[i - 1]);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  return image;
}

static guint8
get_ink (cairo_surface_t *image, int x, int y)
{
  return cairo_image_surface_get_data (image)[y * cairo_image_surface_get_stride (image) + x];
}

static void
test_places (void)
{
  cairo_surface_t *plain = draw (0), *once = draw (1), *twice = draw (2);

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++) {
      g_assert_cmpuint (get_ink (once, WIDTH - 1 - x, y), ==, get_ink (plain, x, y));
      g_assert_cmpuint (get_ink (twice, x, y), ==, get_ink (plain, x, y));
    }
  g_assert_cmpuint (get_ink (plain, 1, 1), ==, 255);
  g_assert_cmpuint (get_ink (plain, 13, 1), ==, 255);
  g_assert_cmpuint (get_ink (once, 1, 1), ==, 0);
  cairo_surface_destroy (plain);
  cairo_surface_destroy (once);
  cairo_surface_destroy (twice);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas-mirror/places", test_places);
  return g_test_run ();
}
