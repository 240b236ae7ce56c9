/* Tests of EntenteFigure: it has a height of its own and leaves ink, also where nothing is dated. */

#include "config.h"

#include "entente-figure.h"

#include "entente-harbour.h"

static EntenteFigure *
make_figure (EntenteDocument **document)
{
  EntenteSummaryOptions options;
  EntentePageStyle style;
  PangoContext *context = entente_page_style_make_context ();
  EntenteFigure *figure;

  entente_summary_options_init (&options);
  options.study = "Harbour talks";
  entente_page_style_init (&style, ENTENTE_PAPER_A4, FALSE);
  *document = entente_harbour_make_document (&options);
  figure = entente_figure_new (*document, &style, context, 500);
  g_object_unref (context);
  return figure;
}

static void
test_height (void)
{
  g_autoptr (EntenteDocument) document = NULL;
  g_autoptr (EntenteFigure) figure = make_figure (&document);

  g_assert_cmpfloat (entente_figure_get_height (figure), >, 50);
  g_assert_cmpfloat (entente_figure_get_height (figure), <, 400);
}

static void
test_ink (void)
{
  g_autoptr (EntenteDocument) document = NULL;
  g_autoptr (EntenteFigure) figure = make_figure (&document);
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double x, y, width, height;

  entente_figure_paint (figure, cr);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  g_assert_cmpfloat (x, >=, -1);
  g_assert_cmpfloat (x + width, <=, 502);
  g_assert_cmpfloat (width, >, 300);
  g_assert_cmpfloat (y, >=, -1);
  g_assert_cmpfloat (y + height, <=, entente_figure_get_height (figure) + 1);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/height", test_height);
  g_test_add_func ("/figure/ink", test_ink);
  return g_test_run ();
}
