/* Tests of the eras of a picture: named above the lanes, tinted behind them, recurring ones as
 * often as they come back. */
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

static guint
count (const char *svg, const char *text)
{
  guint n = 0;

  for (const char *at = strstr (svg, text); at != NULL; at = strstr (at + 1, text))
    n++;
  return n;
}

/* Each is told once as text, and lies with its name behind the lanes before anything else is drawn
 * there. */
static void
check (gboolean black)
{
  g_autoptr (EntenteChronicle) chronicle = sample_chronicle_new ();
  g_autoptr (EntenteBitset) rows = sample_filter_new (chronicle);
  PictureTitles titles = { 0 };
  EntentePictureOptions options = picture_options (chronicle, rows, &titles);
  g_autofree char *svg = NULL;

  options.black = black;
  options.has_span = TRUE;
  options.span =
    (EntenteSpan){ sample_time ("2018-01-01", FALSE), sample_time ("2018-12-31", TRUE) };
  svg = draw (&options);
  g_assert_cmpuint (count (svg, ">Fighting season</text>"), ==, 1);
  g_assert_cmpuint (count (svg, "class=\"era\"><title>Fighting season</title>"), ==, 1);
  g_assert_true (strstr (svg, "class=\"era\"") > strstr (svg, "class=\"lanes\""));
  g_assert_true (strstr (svg, "class=\"era\"") < strstr (svg, "class=\"mark\""));
}

static void
test_behind (void)
{
  check (FALSE);
  check (TRUE);
}

/* Every autumn of three years. */
static void
test_recurring (void)
{
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
  g_autoptr (EntenteChronicle) chronicle = NULL;
  g_autoptr (EntenteBitset) rows = NULL;
  PictureTitles titles = { 0 };
  EntentePictureOptions options;
  g_autofree char *svg = NULL, *many = NULL;

  sample_add_era (builder, "Autumn session", "2018-09-15/2018-10-05", TRUE);
  chronicle = entente_chronicle_builder_build (builder, sample_time ("2019-01-01", FALSE));
  rows = entente_bitset_new_full (0);
  options = picture_options (chronicle, rows, &titles);
  options.has_span = TRUE;
  options.span =
    (EntenteSpan){ sample_time ("2016-01-01", FALSE), sample_time ("2018-12-31", TRUE) };
  svg = draw (&options);
  g_assert_cmpuint (count (svg, "class=\"recurring\"><title>Autumn session</title>"), ==, 3);
  g_assert_cmpuint (count (svg, ">Autumn session</text>"), ==, 1);
  /* So many that no name fits between them: it stands with the names of the lanes. */
  options.span.start = sample_time ("1990-01-01", FALSE);
  many = draw (&options);
  g_assert_cmpuint (count (many, "class=\"recurring\"><title>Autumn session</title>"), ==, 29);
  g_assert_cmpuint (count (many, ">Autumn session</text>"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture-eras/behind", test_behind);
  g_test_add_func ("/picture-eras/recurring", test_recurring);
  return g_test_run ();
}
