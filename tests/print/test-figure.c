/* Tests of EntenteFigure: it has a height of its own and leaves ink, also where nothing is dated.
 */

#include "config.h"

#include "entente-figure.h"

#include "../chart/sample-chronicle.h"
#include "entente-harbour.h"

static EntenteFigure *
make_figure (EntenteDocument **document, double max_height_pt)
{
  EntenteSummaryOptions options;
  EntentePageStyle style;
  PangoContext *context = entente_page_style_make_context ();
  EntenteFigure *figure;

  entente_summary_options_init (&options);
  options.study = "Harbour talks";
  entente_page_style_init (&style, ENTENTE_PAPER_A4, FALSE);
  *document = entente_harbour_make_document (&options);
  figure = entente_figure_new (*document, &style, context, 500, max_height_pt);
  g_object_unref (context);
  return figure;
}

static void
test_height (void)
{
  g_autoptr (EntenteDocument) document = NULL;
  g_autoptr (EntenteFigure) figure = make_figure (&document, 700);

  g_assert_cmpfloat (entente_figure_get_height (figure), >, 50);
  g_assert_cmpfloat (entente_figure_get_height (figure), <, 400);
}

/* Where there is little room, lanes share one. */
static void
test_low (void)
{
  EntenteChronicle *chronicle = sample_random_chronicle_new (800, 40, 7, 2);
  EntenteBitset *rows = entente_bitset_new_full (entente_chronicle_get_n_rows (chronicle));
  g_autoptr (EntenteDocument) document = entente_document_new (chronicle, rows);
  PangoContext *context = entente_page_style_make_context ();
  EntentePageStyle style;
  EntenteFigure *high, *low;

  entente_page_style_init (&style, ENTENTE_PAPER_A4, FALSE);
  high = entente_figure_new (document, &style, context, 500, 2000);
  low = entente_figure_new (document, &style, context, 500, 300);
  g_assert_cmpfloat (entente_figure_get_height (high), >, 300);
  g_assert_cmpfloat (entente_figure_get_height (low), <=, 300);
  entente_figure_free (high);
  entente_figure_free (low);
  entente_chronicle_unref (chronicle);
  entente_bitset_unref (rows);
  g_object_unref (context);
}

/* Lanes of the view: other lanes, and a line that says what they are and what is hidden. */
static void
test_lanes (void)
{
  EntenteChronicle *chronicle = sample_chronicle_new ();
  EntenteBitset *rows = sample_filter_new (chronicle);
  g_autoptr (EntenteDocument) document = entente_document_new (chronicle, rows);
  PangoContext *context = entente_page_style_make_context ();
  double heights[3];
  g_autofree char *hidden =
    g_strdup_printf ("hidden.actor=%" G_GINT64_FORMAT, entente_id_from_key ("us"));
  const char *const lanes[3] = { NULL, "by=issue", hidden };
  EntentePageStyle style;

  entente_page_style_init (&style, ENTENTE_PAPER_A4, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++) {
    g_autoptr (EntenteFigure) figure = NULL;

    g_free (document->lanes);
    document->lanes = g_strdup (lanes[i]);
    figure = entente_figure_new (document, &style, context, 500, 2000);
    heights[i] = entente_figure_get_height (figure);
  }
  /* No event has an issue: one lane instead of four; without that of the United States there are
   * three. */
  g_assert_cmpfloat (heights[1], <, heights[2]);
  g_assert_cmpfloat (heights[2], <, heights[0]);
  entente_chronicle_unref (chronicle);
  entente_bitset_unref (rows);
  g_object_unref (context);
}

static void
test_ink (void)
{
  g_autoptr (EntenteDocument) document = NULL;
  g_autoptr (EntenteFigure) figure = make_figure (&document, 700);
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
  g_test_add_func ("/figure/low", test_low);
  g_test_add_func ("/figure/lanes", test_lanes);
  g_test_add_func ("/figure/ink", test_ink);
  return g_test_run ();
}
