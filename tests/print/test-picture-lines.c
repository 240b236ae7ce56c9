/* Tests of the lines of publication and today in a picture: drawn and named when they are in view,
 * and only then. */

#include "config.h"

#include "entente-picture-private.h"

#include "entente-picture-fixture.h"
#include <string.h>

static char *
draw (const EntentePictureOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntentePicture) picture = entente_picture_new (options, NULL, &error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_assert_no_error (error);
  g_assert_true (entente_picture_write_svg (picture, 1, picture_append, bytes, &error));
  g_assert_no_error (error);
  return g_strndup ((const char *) bytes->data, bytes->len);
}

static void
check (const char *svg, const char *text, gboolean shown)
{
  g_test_message ("“%s” %s", text, shown ? "shows" : "does not show");
  g_assert_true ((strstr (svg, text) != NULL) == shown);
}

static void
test_lines (void)
{
  g_autoptr (EntenteChronicle) chronicle = sample_chronicle_new ();
  g_autoptr (EntenteBitset) rows = sample_filter_new (chronicle);
  PictureTitles titles = { 0 };
  EntentePictureOptions options = picture_options (chronicle, rows, &titles);
  g_autofree char *svg = draw (&options), *whole = NULL, *early = NULL;

  /* The only article: its day is in view even where no move is told of it. Made half a year after
   * the last move. */
  check (svg, "publication", TRUE);
  check (svg, "Article published", TRUE);
  check (svg, ">Today<", FALSE);
  options.has_span = TRUE;
  options.span =
    (EntenteSpan){ sample_time ("2018-01-01", FALSE), sample_time ("2019-12-31", TRUE) };
  whole = draw (&options);
  check (whole, "Article published", TRUE);
  check (whole, ">Today<", TRUE);
  options.span.end = sample_time ("2018-05-01", FALSE);
  early = draw (&options);
  check (early, "Article published", FALSE);
  check (early, ">Today<", FALSE);
}

/* Of several articles it is that of the view; without one no day is marked. */
static void
test_article (void)
{
  g_autoptr (EntenteChronicle) chronicle = sample_random_chronicle_new (60, 4, 5, 1);
  g_autoptr (EntenteBitset) rows =
    entente_bitset_new_full (entente_chronicle_get_n_rows (chronicle));
  PictureTitles titles = { 0 };
  EntentePictureOptions options = picture_options (chronicle, rows, &titles);
  g_autofree char *svg = draw (&options);

  check (svg, "Article published", entente_chronicle_get_n_articles (chronicle) == 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture-lines/lines", test_lines);
  g_test_add_func ("/picture-lines/article", test_article);
  return g_test_run ();
}
