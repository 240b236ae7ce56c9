/* Drawings as files: whole, of the size asked for, and an error when bytes cannot go out. */
#include "config.h"

#include "entente-drawing.h"

#include "entente-picture-fixture.h"
#include <string.h>

static void
paint (EntenteCanvas *canvas, gpointer data)
{
  const EntenteShade black = { 0, 0, 0, 1 };

  entente_canvas_rectangle (canvas, 10, 10, 80, 20);
  entente_canvas_fill (canvas, &black);
}

static const EntenteDrawing drawing = { .width = 200,
                                        .height = 100,
                                        .title = "A & B",
                                        .description = "One bar",
                                        .made_time = 1552521600,
                                        .paint = paint };

static guint32
read_number (const guint8 *at)
{
  guint32 number;

  memcpy (&number, at, sizeof number);
  return GUINT32_FROM_BE (number);
}

static void
test_png (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (entente_drawing_write_png (&drawing, 2, picture_append, bytes, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (read_number (bytes->data + 16), ==, 400);
  g_assert_cmpuint (read_number (bytes->data + 20), ==, 200);
}

static void
test_svg (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (entente_drawing_write_svg (&drawing, 1, picture_append, bytes, &error));
  g_assert_no_error (error);
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  g_assert_nonnull (strstr ((const char *) bytes->data, "A &amp; B"));
  g_assert_nonnull (strstr ((const char *) bytes->data, "One bar"));
}

/* One page, lying because the drawing is wide. */
static void
test_pdf (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  EntentePageStyle style;

  entente_drawing_lay_on_paper (&drawing, ENTENTE_PAPER_A4, &style);
  g_assert_cmpfloat (style.width_pt, >, style.height_pt);
  g_assert_true (entente_drawing_write_pdf (&drawing, &style, picture_append, bytes, &error));
  g_assert_no_error (error);
  g_assert_cmpmem (bytes->data, 5, "%PDF-", 5);
}

static void
test_failing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (entente_drawing_write_svg (&drawing, 1, picture_fail, NULL, &error));
  g_assert_nonnull (error);
}

/* What is too large says so. */
static void
test_too_large (void)
{
  EntenteDrawing large = drawing;
  g_autoptr (GError) error = NULL;

  large.width = 30000;
  g_assert_false (entente_drawing_write_png (&large, 8, picture_fail, NULL, &error));
  g_assert_nonnull (strstr (error->message, "SVG"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/png", test_png);
  g_test_add_func ("/drawing/svg", test_svg);
  g_test_add_func ("/drawing/pdf", test_pdf);
  g_test_add_func ("/drawing/failing", test_failing);
  g_test_add_func ("/drawing/too-large", test_too_large);
  return g_test_run ();
}
