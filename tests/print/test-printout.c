/* Tests of EntentePrintout: pages and posters answer alike. */
#include "config.h"

#include "entente-printout.h"

#include "entente-picture-fixture.h"

/* Is anything on this sheet? */
static gboolean
is_painted (EntentePrintout *printout, guint sheet)
{
  cairo_surface_t *surface;
  double width, height;
  gboolean painted = FALSE;
  const guint32 *pixels;
  cairo_t *cr;

  entente_printout_get_size (printout, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width, (int) height);
  cr = cairo_create (surface);
  entente_printout_paint (printout, sheet, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = (const guint32 *) (gpointer) cairo_image_surface_get_data (surface);
  for (int i = 0; i < (int) width * (int) height; i++)
    painted |= pixels[i] != 0;
  cairo_surface_destroy (surface);
  return painted;
}

static void
test_pages (void)
{
  g_autoptr (EntenteChronicle) chronicle = sample_chronicle_new ();
  g_autoptr (EntenteBitset) rows = entente_bitset_new (entente_chronicle_get_n_rows (chronicle));
  g_autoptr (EntenteDocument) document = entente_document_new (chronicle, rows);
  g_autoptr (EntentePages) pages = NULL;
  g_autoptr (EntentePrintout) printout = NULL;
  EntentePageStyle style;
  double width, height;

  document->study = g_strdup ("Harbour & Talks");
  document->kind = g_strdup ("Chronology");
  document->title = g_strdup ("What was said");
  document->filter = g_strdup ("All moves");
  document->counts = g_strdup ("0 of 18 events");
  document->imprint = g_strdup ("Version 41 of the study.");
  document->edition = g_strdup ("version 41");
  entente_document_take_block (document, ENTENTE_BLOCK_TEXT, g_strdup ("Something."));
  entente_page_style_init (&style, ENTENTE_PAPER_LETTER, FALSE);
  pages = entente_pages_new (document, &style, NULL, NULL);
  printout = entente_printout_new_pages (pages);
  entente_printout_get_size (printout, &width, &height);
  g_assert_cmpfloat (width, ==, 612);
  g_assert_cmpfloat (height, ==, 792);
  g_assert_cmpuint (entente_printout_get_n (printout), ==, 1);
  g_assert_true (entente_printout_get_pages (printout) == pages);
  g_assert_null (entente_printout_get_poster (printout));
  g_assert_cmpstr (entente_printout_get_study (printout), ==, "Harbour & Talks");
  g_assert_cmpstr (entente_printout_get_label (printout), ==, "Chronology");
  g_assert_true (is_painted (printout, 0));
}

static void
test_poster (void)
{
  const EntentePosterOptions options = { .paper = ENTENTE_PAPER_A4, .across = 2 };
  g_autoptr (EntenteChronicle) chronicle = sample_chronicle_new ();
  g_autoptr (EntenteBitset) rows =
    entente_bitset_new_full (entente_chronicle_get_n_rows (chronicle));
  PictureTitles titles = { 0 };
  EntentePictureOptions shown = picture_options (chronicle, rows, &titles);
  EntentePicture *picture = entente_picture_new (&shown, NULL, NULL);
  EntentePoster *poster = entente_poster_new (picture, &options, NULL, NULL);
  g_autoptr (EntentePrintout) printout = entente_printout_new_poster (picture, poster);
  double width, height;

  entente_printout_get_size (printout, &width, &height);
  g_assert_cmpfloat (height, >, width);
  g_assert_cmpuint (entente_printout_get_n (printout), >=, 2);
  g_assert_null (entente_printout_get_pages (printout));
  g_assert_true (entente_printout_get_poster (printout) == poster);
  g_assert_cmpstr (entente_printout_get_study (printout), ==, "Harbour & Talks");
  g_assert_cmpstr (entente_printout_get_label (printout), ==, "Timeline Poster");
  for (guint i = 0; i < entente_printout_get_n (printout); i++)
    g_assert_true (is_painted (printout, i));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/printout/pages", test_pages);
  g_test_add_func ("/printout/poster", test_poster);
  return g_test_run ();
}
