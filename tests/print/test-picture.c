/* Tests of EntentePicture: every event that passes the filter is counted once in what is drawn, the
 * caption tells what is not, and files are complete, of the size asked for, and the same each time.
 */

#include "config.h"

#include "entente-picture.h"

#include "../chart/sample-fields.h"
#include "entente-picture-fixture.h"
#include <string.h>

typedef struct {
  GHashTable *events; /* ids of marks */
  guint counted; /* sum of all counts */
  guint n_marks, n_texts, n_titles;
  GString *text;
} Counted;

static const char *
find_value (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return values[i];
  return NULL;
}

static void
begin_cb (GMarkupParseContext *context,
          const char *element,
          const char **names,
          const char **values,
          gpointer data,
          GError **error)
{
  Counted *counted = data;
  const char *event = find_value (names, values, "data-event");
  const char *count = find_value (names, values, "data-count");

  if (event != NULL) {
    g_assert_true (g_hash_table_add (counted->events, g_strdup (event)));
    counted->n_marks++;
  }
  if (count != NULL)
    counted->counted += (guint) g_ascii_strtoull (count, NULL, 10);
  counted->n_texts += g_str_equal (element, "text");
  counted->n_titles += g_str_equal (element, "title");
}

static void
text_cb (GMarkupParseContext *context,
         const char *text,
         gsize length,
         gpointer data,
         GError **error)
{
  if (g_str_equal (g_markup_parse_context_get_element (context), "text"))
    g_string_append_printf (((Counted *) data)->text, "%.*s\n", (int) length, text);
}

static void
count (GByteArray *svg, Counted *counted)
{
  const GMarkupParser parser = { .start_element = begin_cb, .text = text_cb };
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, counted, NULL);
  g_autoptr (GError) error = NULL;

  *counted = (Counted){ .events = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                        .text = g_string_new (NULL) };
  g_markup_parse_context_parse (context, (const char *) svg->data, svg->len, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
}

static void
clear_counted (Counted *counted)
{
  g_hash_table_unref (counted->events);
  g_string_free (counted->text, TRUE);
}

static EntentePicture *
make_picture (const EntentePictureOptions *options)
{
  g_autoptr (GError) error = NULL;
  EntentePicture *picture = entente_picture_new (options, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (picture);
  return picture;
}

static GByteArray *
write_svg (EntentePicture *picture)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (entente_picture_write_svg (picture, 1, picture_append, bytes, &error));
  g_assert_no_error (error);
  return bytes;
}

/* Marks, bundles, density, undated and what lies outside add up to the events of the filter. */
static void
check_counts (const EntentePictureOptions *options, EntenteSceneCounts *counts)
{
  g_autoptr (EntentePicture) picture = make_picture (options);
  g_autoptr (GByteArray) svg = write_svg (picture);
  Counted counted;

  *counts = entente_picture_get_scene (picture)->counts;
  count (svg, &counted);
  g_assert_cmpuint (counted.counted + counts->before + counts->after + counts->hidden,
                    ==,
                    entente_bitset_count (options->rows));
  g_assert_cmpuint (counted.n_titles, >=, counted.n_marks);
  clear_counted (&counted);
}

static void
test_sample (void)
{
  g_autoptr (EntenteChronicle) chronicle = sample_chronicle_new ();
  g_autoptr (EntenteBitset) rows = sample_filter_new (chronicle);
  PictureTitles titles = { 0 };
  EntentePictureOptions options = picture_options (chronicle, rows, &titles);
  g_autoptr (EntentePicture) picture = make_picture (&options);
  g_autoptr (GByteArray) svg = write_svg (picture);
  g_autofree char *counts = g_strdup_printf ("%u of %u events",
                                             entente_bitset_count (rows),
                                             entente_chronicle_get_n_rows (chronicle));
  Counted counted;

  count (svg, &counted);
  g_assert_cmpuint (g_hash_table_size (counted.events), ==, entente_bitset_count (rows));
  g_assert_nonnull (strstr (counted.text->str, "Harbour & Talks\nAll moves.\n"));
  g_assert_nonnull (strstr (counted.text->str, counts));
  g_assert_nonnull (strstr (counted.text->str, "Version 41"));
  g_assert_nonnull (strstr (counted.text->str, "14 March 2019"));
  g_assert_nonnull (strstr (counted.text->str, "President says no to talks\n"));
  g_assert_nonnull (strstr (counted.text->str, "A charge of arming rebels\n"));
  g_assert_nonnull (strstr (counted.text->str, "\nUnited States\n"));
  clear_counted (&counted);
}

static void
test_counts_of_many (void)
{
  g_autoptr (EntenteChronicle) chronicle = sample_random_chronicle_new (9000, 12, 5, 3);
  g_autoptr (EntenteBitset) rows =
    entente_bitset_new_full (entente_chronicle_get_n_rows (chronicle));
  PictureTitles titles = { 0 };
  EntentePictureOptions options = picture_options (chronicle, rows, &titles);
  EntenteSceneCounts counts;

  check_counts (&options, &counts);
  g_assert_cmpuint (counts.dense, >, 0);
  options.has_span = TRUE;
  options.span.start = sample_time ("2001-02-01", FALSE);
  options.span.end = sample_time ("2001-02-03", TRUE);
  check_counts (&options, &counts);
  g_assert_cmpuint (counts.before, >, 0);
  g_assert_cmpuint (counts.after, >, 0);
  g_assert_cmpuint (counts.marks, >, 0);
  g_assert_cmpuint (titles.n_read, <, 4000);
}

/* Many moves a day, and days far apart; joint moves stand in the bundles of several lanes and count
 * in one. */
static void
test_counts_of_bundles (void)
{
  g_autoptr (EntenteChronicle) chronicle = sample_random_chronicle_new (9000, 12, 5, 1);
  g_autoptr (EntenteBitset) rows =
    entente_bitset_new_full (entente_chronicle_get_n_rows (chronicle));
  PictureTitles titles = { 0 };
  EntentePictureOptions options = picture_options (chronicle, rows, &titles);
  EntenteSceneCounts counts;

  options.has_span = TRUE;
  options.span.start = sample_time ("2000-03-01", FALSE);
  options.span.end = sample_time ("2000-03-12", TRUE);
  check_counts (&options, &counts);
  g_assert_cmpuint (counts.bundled, >, 0);
  g_assert_cmpuint (counts.marks, >, 0);
}

/* Folded to a thread, what is not of it is counted in pale bars, and the caption says so. */
static void
test_thread (void)
{
  g_autoptr (EntenteChronicle) chronicle = sample_chronicle_new ();
  g_autoptr (EntenteBitset) rows = sample_filter_new (chronicle);
  const EntenteId selected = sample_id ("Envoys ordered to begin talks");
  PictureTitles titles = { 0 };
  EntentePictureOptions options = picture_options (chronicle, rows, &titles);
  g_autoptr (EntentePicture) picture = NULL;
  g_autofree char *caption = NULL;
  EntenteSceneCounts counts;

  options.links = ENTENTE_SCENE_LINKS_THREAD;
  options.selection = &selected;
  options.n_selection = 1;
  check_counts (&options, &counts);
  g_assert_cmpuint (counts.marks, ==, 3);
  g_assert_cmpuint (counts.dense, >, 0);
  picture = make_picture (&options);
  caption = entente_picture_dup_caption (picture);
  g_assert_nonnull (strstr (caption, "Only this thread: 3 of "));
}

static gboolean
shows_text (const EntentePictureOptions *options, const char *line)
{
  g_autoptr (EntentePicture) picture = make_picture (options);
  g_autoptr (GByteArray) svg = write_svg (picture);
  Counted counted;
  gboolean found;

  count (svg, &counted);
  found = strstr (counted.text->str, line) != NULL;
  clear_counted (&counted);
  return found;
}

/* By each field, every event is still counted once, and the caption says what lanes are. */
static void
test_lanes_by_field (void)
{
  g_autoptr (EntenteChronicle) chronicle = field_chronicle_new ();
  g_autoptr (EntenteBitset) rows =
    entente_bitset_new_full (entente_chronicle_get_n_rows (chronicle));
  PictureTitles titles = { 0 };
  EntentePictureOptions options = picture_options (chronicle, rows, &titles);

  for (guint field = 0; field < ENTENTE_N_LANE_FIELDS; field++) {
    g_autofree char *lanes = g_strdup_printf ("by=%s", entente_lane_field_get_nick (field));
    g_autofree char *words = g_strdup_printf ("Lanes: %s.", entente_lane_field_get_label (field));
    g_autofree char *caption = NULL;
    g_autoptr (EntentePicture) picture = NULL;
    EntenteSceneCounts counts;

    options.lanes = lanes;
    check_counts (&options, &counts);
    picture = make_picture (&options);
    caption = entente_picture_dup_caption (picture);
    g_assert_true ((strstr (caption, words) != NULL) == (field != ENTENTE_LANES_BY_ACTOR));
  }
  options.lanes = "by=track";
  g_assert_true (shows_text (&options, "\ndoha\n"));
  g_assert_true (shows_text (&options, "\nWithout a track\n"));
  g_assert_false (shows_text (&options, "\nTaliban\n"));
}

/* What a person did to lanes stays: hidden ones are counted, a pinned one is the first, a folded
 * one is low. */
static void
test_lanes_of_a_view (void)
{
  g_autoptr (EntenteChronicle) chronicle = sample_chronicle_new ();
  g_autoptr (EntenteBitset) rows = sample_filter_new (chronicle);
  PictureTitles titles = { 0 };
  EntentePictureOptions options = picture_options (chronicle, rows, &titles);
  g_autoptr (EntenteLaneChoice) choice = entente_lane_choice_new ();
  g_autoptr (EntentePicture) picture = NULL;
  g_autofree char *lanes = NULL, *caption = NULL, *words = NULL;
  EntenteSceneCounts counts;

  entente_lane_choice_set (choice, ENTENTE_LANE_LIST_HIDDEN, entente_id_from_key ("us"), TRUE);
  entente_lane_choice_set (choice, ENTENTE_LANE_LIST_PINNED, entente_id_from_key ("kabul"), TRUE);
  entente_lane_choice_set (choice, ENTENTE_LANE_LIST_FOLDED, entente_id_from_key ("kabul"), TRUE);
  options.lanes = lanes = entente_lane_choice_format (choice);
  check_counts (&options, &counts);
  g_assert_cmpuint (counts.hidden, >, 0);
  words = g_strdup_printf ("In hidden lanes: %u.", counts.hidden);
  picture = make_picture (&options);
  caption = entente_picture_dup_caption (picture);
  g_assert_nonnull (strstr (caption, words));
  g_assert_cmpfloat (entente_picture_get_scene (picture)->lanes[0].height,
                     ==,
                     ENTENTE_SCENE_LANE_FOLDED);
  g_assert_false (shows_text (&options, "\nUnited States\n"));
}

static void
test_what_is_not_in_view (void)
{
  g_autoptr (EntenteChronicle) chronicle = sample_chronicle_new ();
  g_autoptr (EntenteBitset) rows =
    entente_bitset_new_full (entente_chronicle_get_n_rows (chronicle));
  PictureTitles titles = { 0 };
  EntentePictureOptions options = picture_options (chronicle, rows, &titles);
  g_autoptr (EntentePicture) picture = NULL;
  g_autofree char *caption = NULL;
  g_autofree char *words = NULL;
  const EntenteSceneCounts *counts;

  options.has_span = TRUE;
  options.span.start = sample_time ("2018-07-01", FALSE);
  options.span.end = sample_time ("2018-07-31", TRUE);
  options.remark = "1 private event left out.";
  picture = make_picture (&options);
  counts = &entente_picture_get_scene (picture)->counts;
  words = g_strdup_printf ("Not in view: %u earlier, %u later.", counts->before, counts->after);
  caption = entente_picture_dup_caption (picture);
  g_assert_cmpuint (counts->before, >, 0);
  g_assert_cmpuint (counts->after, >, 0);
  g_assert_nonnull (strstr (caption, words));
  g_assert_nonnull (strstr (caption, "Jul 2018"));
  g_assert_nonnull (strstr (caption, options.remark));
}

static void
test_nothing (void)
{
  g_autoptr (EntenteChronicle) chronicle = entente_chronicle_new_empty ();
  g_autoptr (EntenteBitset) rows = entente_bitset_new (0);
  PictureTitles titles = { 0 };
  EntentePictureOptions options = picture_options (chronicle, rows, &titles);
  EntenteSceneCounts counts;

  check_counts (&options, &counts);
}

static void
test_private (void)
{
  g_autoptr (EntenteChronicle) chronicle = sample_chronicle_new ();
  g_autoptr (EntenteBitset) rows = sample_filter_new (chronicle);
  g_autofree char *remark = NULL;
  g_autoptr (EntenteBitset) shown = entente_picture_leave_out_private (chronicle, rows, &remark);

  g_assert_cmpuint (entente_bitset_count (shown), ==, entente_bitset_count (rows));
  g_assert_null (remark);
}

/* Markup in titles is text, and nothing but the ids and titles of marks tells of events. */
static void
test_hostile_titles (void)
{
  g_autoptr (EntenteChronicle) chronicle = sample_chronicle_new ();
  g_autoptr (EntenteBitset) rows = sample_filter_new (chronicle);
  PictureTitles titles = { .hostile = TRUE };
  EntentePictureOptions options = picture_options (chronicle, rows, &titles);
  g_autoptr (EntentePicture) picture = make_picture (&options);
  g_autoptr (GByteArray) svg = write_svg (picture);
  Counted counted;

  count (svg, &counted);
  g_assert_nonnull (strstr (counted.text->str, "<script>alert(1)</script> & \357\277\275[2J"));
  g_assert_null (memmem (svg->data, svg->len, "<script", strlen ("<script")));
  g_assert_null (memmem (svg->data, svg->len, "\033", 1));
  clear_counted (&counted);
}

/* In black ink no shape has a colour. */
static void
test_black (void)
{
  g_autoptr (EntenteChronicle) chronicle = sample_chronicle_new ();
  g_autoptr (EntenteBitset) rows = sample_filter_new (chronicle);
  PictureTitles titles = { 0 };
  EntentePictureOptions options = picture_options (chronicle, rows, &titles);
  g_autoptr (EntentePicture) picture = NULL;
  g_autoptr (GByteArray) svg = NULL;
  guint n = 0;

  options.black = TRUE;
  options.links = ENTENTE_SCENE_LINKS_ALL;
  picture = make_picture (&options);
  svg = write_svg (picture);
  g_byte_array_append (svg, (const guint8 *) "", 1);
  for (const char *at = strstr ((const char *) svg->data, "=\"#"); at != NULL;
       at = strstr (at + 1, "=\"#"), n++) {
    g_assert_cmpint (strncmp (at + 3, at + 5, 2), ==, 0);
    g_assert_cmpint (strncmp (at + 3, at + 7, 2), ==, 0);
  }
  g_assert_cmpuint (n, >, 100);
}

/* ---- PNG ---- */

static GByteArray *
write_png (EntentePicture *picture, double scale)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (entente_picture_write_png (picture, scale, picture_append, bytes, &error));
  g_assert_no_error (error);
  return bytes;
}

typedef struct {
  GByteArray *bytes;
  guint at;
} Source;

static cairo_status_t
read_bytes (void *closure, unsigned char *data, unsigned int length)
{
  Source *source = closure;

  if (source->at + length > source->bytes->len)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, source->bytes->data + source->at, length);
  source->at += length;
  return CAIRO_STATUS_SUCCESS;
}

/* Alpha of its first pixel; checks its size. */
static guint
check_png (GByteArray *png, int width, int height)
{
  Source source = { png, 0 };
  cairo_surface_t *image = cairo_image_surface_create_from_png_stream (read_bytes, &source);
  guint alpha;

  g_assert_cmpint (cairo_surface_status (image), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (image), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (image), ==, height);
  alpha = cairo_image_surface_get_format (image) == CAIRO_FORMAT_RGB24
            ? 255
            : ((const guint32 *) (gpointer) cairo_image_surface_get_data (image))[0] >> 24;
  cairo_surface_destroy (image);
  return alpha;
}

static void
test_png (void)
{
  g_autoptr (EntenteChronicle) chronicle = sample_chronicle_new ();
  g_autoptr (EntenteBitset) rows = sample_filter_new (chronicle);
  PictureTitles titles = { 0 };
  EntentePictureOptions options = picture_options (chronicle, rows, &titles);
  const guint8 dense[] = { 'p', 'H', 'Y', 's', 0, 0, 0x1d, 0x87, 0, 0, 0x1d, 0x87, 1 };

  options.width_px = 900;
  for (guint scale = 1; scale <= 3; scale++) {
    g_autoptr (EntentePicture) picture = make_picture (&options);
    g_autoptr (GByteArray) png = write_png (picture, scale);
    int height = (int) entente_picture_get_height (picture);

    options.transparent = scale == 3;
    g_assert_cmpuint (check_png (png, 900 * (int) scale, height * (int) scale), ==, 255);
    if (scale == 2)
      g_assert_nonnull (memmem (png->data, png->len, dense, sizeof dense)); /* 192 dots an inch */
  }
  {
    g_autoptr (EntentePicture) picture = make_picture (&options);
    g_autoptr (GByteArray) png = write_png (picture, 1);

    g_assert_cmpuint (check_png (png, 900, (int) entente_picture_get_height (picture)), ==, 0);
  }
}

static void
test_too_large (void)
{
  g_autoptr (EntenteChronicle) chronicle = sample_chronicle_new ();
  g_autoptr (EntenteBitset) rows = sample_filter_new (chronicle);
  PictureTitles titles = { 0 };
  EntentePictureOptions options = picture_options (chronicle, rows, &titles);
  g_autoptr (EntentePicture) picture = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) error = NULL;

  options.width_px = ENTENTE_PICTURE_WIDTH_MAX;
  picture = make_picture (&options);
  g_assert_false (entente_picture_write_png (picture, 8, picture_append, bytes, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "160000"));
  g_assert_cmpuint (bytes->len, ==, 0);
}

/* ---- both ---- */

static void
test_same_bytes (void)
{
  g_autoptr (EntenteChronicle) chronicle = sample_chronicle_new ();
  g_autoptr (EntenteBitset) rows = sample_filter_new (chronicle);
  PictureTitles titles = { 0 };
  EntentePictureOptions options = picture_options (chronicle, rows, &titles);
  g_autoptr (EntentePicture) one = make_picture (&options);
  g_autoptr (EntentePicture) other = make_picture (&options);
  g_autoptr (GByteArray) first = write_svg (one), second = write_svg (other);
  g_autoptr (GByteArray) third = write_png (one, 1.5), fourth = write_png (other, 1.5);

  g_assert_cmpmem (first->data, first->len, second->data, second->len);
  g_assert_cmpmem (third->data, third->len, fourth->data, fourth->len);
}

static void
test_failure_is_told (void)
{
  g_autoptr (EntenteChronicle) chronicle = sample_chronicle_new ();
  g_autoptr (EntenteBitset) rows = sample_filter_new (chronicle);
  PictureTitles titles = { 0 };
  EntentePictureOptions options = picture_options (chronicle, rows, &titles);
  g_autoptr (EntentePicture) picture = make_picture (&options);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  GError *error = NULL;

  g_assert_false (entente_picture_write_svg (picture, 1, picture_fail, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (entente_picture_write_png (picture, 1, picture_fail, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  titles.fails = TRUE;
  g_assert_null (entente_picture_new (&options, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_clear_error (&error);
  titles.fails = FALSE;
  g_cancellable_cancel (cancelled);
  g_assert_null (entente_picture_new (&options, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/sample", test_sample);
  g_test_add_func ("/picture/counts-of-many", test_counts_of_many);
  g_test_add_func ("/picture/counts-of-bundles", test_counts_of_bundles);
  g_test_add_func ("/picture/thread", test_thread);
  g_test_add_func ("/picture/lanes-by-field", test_lanes_by_field);
  g_test_add_func ("/picture/lanes-of-a-view", test_lanes_of_a_view);
  g_test_add_func ("/picture/what-is-not-in-view", test_what_is_not_in_view);
  g_test_add_func ("/picture/nothing", test_nothing);
  g_test_add_func ("/picture/private", test_private);
  g_test_add_func ("/picture/hostile-titles", test_hostile_titles);
  g_test_add_func ("/picture/black", test_black);
  g_test_add_func ("/picture/png", test_png);
  g_test_add_func ("/picture/too-large", test_too_large);
  g_test_add_func ("/picture/same-bytes", test_same_bytes);
  g_test_add_func ("/picture/failure-is-told", test_failure_is_told);
  return g_test_run ();
}
