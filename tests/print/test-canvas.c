/* Tests of EntenteCanvas: SVG is XML whatever a study says, text stays text, and both canvases
 * leave the same ink. */

#include "config.h"

#include "entente-canvas.h"

#include "entente-page-style.h"
#include <string.h>

static const EntenteShade black = { 0, 0, 0, 1 };

typedef struct {
  GString *texts; /* of text elements, each in brackets */
  guint n_elements;
} Parsed;

static void
begin_cb (GMarkupParseContext *context,
          const char *name,
          const char **attributes,
          const char **values,
          gpointer data,
          GError **error)
{
  ((Parsed *) data)->n_elements++;
}

static void
text_cb (GMarkupParseContext *context,
         const char *text,
         gsize length,
         gpointer data,
         GError **error)
{
  if (g_str_equal (g_markup_parse_context_get_element (context), "text"))
    g_string_append_printf (((Parsed *) data)->texts, "[%.*s]", (int) length, text);
}

/* The words of its text elements. Free. */
static char *
parse (const char *svg)
{
  const GMarkupParser parser = { .start_element = begin_cb, .text = text_cb };
  Parsed parsed = { g_string_new (NULL), 0 };
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, &parsed, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, svg, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (parsed.n_elements, >, 3);
  g_markup_parse_context_free (context);
  return g_string_free (parsed.texts, FALSE);
}

static void
paint_words (EntenteCanvas *canvas, const char *words)
{
  const EntentePageStyle style = { .base_size_pt = 12 };
  PangoContext *context = entente_page_style_make_context ();
  g_autoptr (PangoLayout) layout =
    entente_page_style_make_layout (&style, context, ENTENTE_TYPE_LEAD, words, -1);
  const EntenteCanvasGroup group = { .role = "mark", .event = 7, .count = 1, .title = words };

  entente_canvas_push (canvas, &group);
  canvas->class->text (canvas, layout, 10, 20, &black);
  entente_canvas_pop (canvas);
  g_object_unref (context);
}

static GString *
write_words (const char *words)
{
  const EntenteCanvasSvg svg = { 200, 100, 1, words, words };
  GString *out = g_string_new (NULL);
  EntenteCanvas *canvas = entente_canvas_new_svg (out, &svg);

  paint_words (canvas, words);
  entente_canvas_free (canvas);
  return out;
}

static void
test_text_stays_text (void)
{
  g_autoptr (GString) svg = write_words ("Ghani’s offer, “in February”");
  g_autofree char *words = parse (svg->str);

  g_assert_cmpstr (words, ==, "[Ghani’s offer, “in February”]");
  g_assert_nonnull (strstr (svg->str, "data-event=\"7\""));
}

static void
test_hostile_text (void)
{
  static const struct {
    const char *words, *read;
  } cases[] = {
    { "<script>alert(1)</script>", "[<script>alert(1)</script>]" },
    { "a & b &amp; \"c\" 'd' ]]>", "[a & b &amp; \"c\" 'd' ]]>]" },
    { "</text></g></svg><svg onload=\"x\">", "[</text></g></svg><svg onload=\"x\">]" },
    { "bell \a and escape \033[2J", "[bell \357\277\275 and escape \357\277\275[2J]" },
    { "\342\200\256reversed\342\200\254", "[\342\200\256reversed\342\200\254]" },
    { "line\nbreak\ttab", "[line break tab]" },
    { "no character \357\277\277", "[no character \357\277\275]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) svg = write_words (cases[i].words);
    g_autofree char *words = parse (svg->str);

    g_assert_cmpstr (words, ==, cases[i].read);
    g_assert_null (strstr (svg->str, "<script"));
    /* What turns the direction of writing is written as a number, so that it turns no editor. */
    g_assert_null (strstr (svg->str, "\342\200\256"));
  }
}

/* Text that runs leftwards begins at its right end. */
static void
test_leftwards (void)
{
  g_autoptr (GString) svg = write_words ("مذاکرات");
  g_autofree char *words = parse (svg->str);
  const char *text = strstr (svg->str, "<text direction=\"rtl\" x=\"");

  g_assert_cmpstr (words, ==, "[مذاکرات]");
  g_assert_nonnull (text);
  g_assert_cmpfloat (g_ascii_strtod (text + strlen ("<text direction=\"rtl\" x=\""), NULL), >, 15);
}

static void
test_broken_utf8 (void)
{
  const EntenteCanvasSvg svg = { 200, 100, 1, "cut \303", "\377\376" };
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *words = NULL;

  entente_canvas_free (entente_canvas_new_svg (out, &svg));
  words = parse (out->str);
  g_assert_true (g_utf8_validate (out->str, -1, NULL));
}

static void
paint_shapes (EntenteCanvas *canvas)
{
  const EntenteCanvasGroup clipped = { .x = 20,
                                       .y = 10,
                                       .scale = 2,
                                       .clips = TRUE,
                                       .clip_width = 20,
                                       .clip_height = 10 };
  const EntenteGlyph glyph = { .group = ENTENTE_GROUP_MEET, .fill = ENTENTE_FILL_HALF };
  const EntenteShade white = { 1, 1, 1, 1 };
  const EntentePaint fade = { black, TRUE, 0, 50, 90, 100 };

  entente_canvas_push (canvas, &clipped);
  entente_canvas_rectangle (canvas, -100, -100, 400, 400);
  entente_canvas_fill (canvas, &black);
  entente_canvas_pop (canvas);
  entente_canvas_half_pill (canvas, 0, 50, 100, 16, TRUE, FALSE);
  canvas->class->fill (canvas, &fade);
  entente_canvas_glyph (canvas, glyph, 120, 20, 16, &black, &white, TRUE);
  entente_canvas_arrowhead (canvas, 150, 80, 0, 1, 8, &black);
}

/* The same shapes as Cairo has them: what is clipped, moved and scaled is where it belongs. */
static void
test_cairo (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 200, 100);
  cairo_t *cr = cairo_create (surface);
  EntenteCanvas *canvas = entente_canvas_new_cairo (cr);
  const guint8 *pixels;
  int stride = cairo_image_surface_get_stride (surface);

  paint_shapes (canvas);
  entente_canvas_free (canvas);
  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  g_assert_cmpuint (pixels[15 * stride + 30], ==, 255);
  g_assert_cmpuint (pixels[5 * stride + 30], ==, 0);
  g_assert_cmpuint (pixels[15 * stride + 62], ==, 0);
  g_assert_cmpuint (pixels[58 * stride + 80], ==, 255);
  g_assert_cmpuint (pixels[58 * stride + 25], >, 90);
  g_assert_cmpuint (pixels[58 * stride + 25], <, 165);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_svg_shapes (void)
{
  const EntenteCanvasSvg svg = { 200, 100, 2, "t", "d" };
  g_autoptr (GString) out = g_string_new (NULL);
  EntenteCanvas *canvas = entente_canvas_new_svg (out, &svg);
  g_autofree char *words = NULL;

  paint_shapes (canvas);
  entente_canvas_free (canvas);
  words = parse (out->str);
  g_assert_cmpstr (words, ==, "");
  g_assert_nonnull (strstr (out->str, "width=\"400\" height=\"200\" viewBox=\"0 0 200 100\""));
  g_assert_nonnull (strstr (out->str, "<linearGradient id=\"fade2\""));
  g_assert_nonnull (strstr (out->str, "fill=\"url(#fade2)\""));
  g_assert_nonnull (strstr (out->str, "clip-path=\"url(#clip1)\""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas/text-stays-text", test_text_stays_text);
  g_test_add_func ("/canvas/hostile-text", test_hostile_text);
  g_test_add_func ("/canvas/leftwards", test_leftwards);
  g_test_add_func ("/canvas/broken-utf8", test_broken_utf8);
  g_test_add_func ("/canvas/cairo", test_cairo);
  g_test_add_func ("/canvas/svg-shapes", test_svg_shapes);
  return g_test_run ();
}
