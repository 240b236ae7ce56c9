/* Tests of EntentePoster: as many sheets as it takes, each named, with the lanes' names, and lines
 * where they meet. */

#include "config.h"

#include "entente-poster.h"

#include "entente-picture-fixture.h"
#include "entente-poster-shown.h"
#include "entente-test-pdf.h"
#include <string.h>

typedef struct {
  EntenteChronicle *chronicle;
  EntenteBitset *rows;
  PictureTitles titles;
  EntentePicture *picture;
  EntentePoster *poster;
} Fixture;

static void
set_up_with (Fixture *fixture,
             EntenteChronicle *chronicle,
             const EntentePosterOptions *options,
             EntenteSceneLinks links)
{
  EntentePictureOptions picture;
  g_autoptr (GError) error = NULL;

  *fixture = (Fixture){ .chronicle = chronicle };
  fixture->rows = entente_bitset_new_full (entente_chronicle_get_n_rows (chronicle));
  picture = picture_options (chronicle, fixture->rows, &fixture->titles);
  picture.links = links;
  fixture->picture = entente_picture_new (&picture, NULL, &error);
  g_assert_no_error (error);
  fixture->poster = entente_poster_new (fixture->picture, options, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, EntenteChronicle *chronicle, const EntentePosterOptions *options)
{
  set_up_with (fixture, chronicle, options, ENTENTE_SCENE_LINKS_NONE);
}

static void
tear_down (Fixture *fixture)
{
  entente_poster_free (fixture->poster);
  entente_picture_free (fixture->picture);
  entente_bitset_unref (fixture->rows);
  entente_chronicle_unref (fixture->chronicle);
}

static GByteArray *
write_pdf (Fixture *fixture)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (entente_poster_write_pdf (fixture->poster, picture_append, bytes, NULL, &error));
  g_assert_no_error (error);
  return bytes;
}

static void
test_one_sheet (void)
{
  const EntentePosterOptions options = { .paper = ENTENTE_PAPER_A4, .landscape = TRUE };
  g_autoptr (GByteArray) pdf = NULL;
  g_autofree char *text = NULL;
  Fixture fixture;

  set_up (&fixture, sample_chronicle_new (), &options);
  pdf = write_pdf (&fixture);
  text = entente_test_read_pdf (pdf->data, pdf->len);
  g_assert_cmpuint (entente_poster_get_n_sheets (fixture.poster), ==, 1);
  g_assert_nonnull (strstr (text, "Harbour & Talks"));
  g_assert_nonnull (strstr (text, "18 of 18 events"));
  g_assert_nonnull (strstr (text, "Envoys ordered to begin talks"));
  g_assert_null (strstr (text, "Sheet 1"));
  tear_down (&fixture);
}

/* Forty lanes and more on one page all the same, the rest in one lane. */
static void
test_much_on_one_sheet (void)
{
  const EntentePosterOptions options = { .paper = ENTENTE_PAPER_LETTER };
  const EntenteScene *scene;
  Fixture fixture;

  set_up (&fixture, sample_random_chronicle_new (3000, 60, 7, 2), &options);
  scene = entente_picture_get_scene (fixture.picture);
  g_assert_cmpuint (entente_poster_get_n_sheets (fixture.poster), ==, 1);
  g_assert_cmpuint (scene->n_lanes, >=, 3);
  g_assert_cmpuint (scene->counts.marks + scene->counts.bundled + scene->counts.dense +
                      scene->counts.shelf,
                    ==,
                    3000);
  tear_down (&fixture);
}

/* Each sheet has its name, the names of its neighbours, and names of lanes. */
static void
check_sheet (const char *text, guint row, guint column, guint n_columns)
{
  g_autofree char *own = g_strdup_printf ("%c%u", 'A' + row, column + 1);
  g_autofree char *before = g_strdup_printf ("%c%u", 'A' + row, column);
  g_autofree char *after = g_strdup_printf ("%c%u", 'A' + row, column + 2);

  g_assert_nonnull (strstr (text, own));
  g_assert_cmpint (strstr (text, before) != NULL, ==, column > 0);
  g_assert_cmpint (strstr (text, after) != NULL, ==, column + 1 < n_columns);
  g_assert_nonnull (strstr (text, "2018"));
  g_assert_nonnull (strstr (text, "Harbour & Talks"));
}

static void
test_tiles (void)
{
  const EntentePosterOptions options = { .paper = ENTENTE_PAPER_A4,
                                         .landscape = TRUE,
                                         .across = 3 };
  g_auto (GStrv) pages = NULL;
  g_autoptr (GByteArray) pdf = NULL;
  g_autofree char *text = NULL;
  guint n;
  Fixture fixture;

  set_up (&fixture, sample_chronicle_new (), &options);
  n = entente_poster_get_n_sheets (fixture.poster);
  g_assert_cmpuint (entente_poster_get_n_across (fixture.poster), ==, 3);
  g_assert_cmpuint (n % 3, <=, 1); /* rows of three, and perhaps one of notes */
  pdf = write_pdf (&fixture);
  text = entente_test_read_pdf (pdf->data, pdf->len);
  pages = g_strsplit (text, "\f", -1);
  g_assert_cmpuint (g_strv_length (pages), ==, n + 1); /* nothing behind the last one */
  for (guint i = 0; i < 3; i++)
    check_sheet (pages[i], 0, i, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_nonnull (strstr (pages[i], "Afghan government"));
  g_assert_nonnull (strstr (text, "18 of 18 events"));
  tear_down (&fixture);
}

/* Rows of sheets where lanes are many; every lane's name is on some sheet. */
static void
test_rows (void)
{
  const EntentePosterOptions options = { .paper = ENTENTE_PAPER_A4, .across = 2 };
  g_auto (GStrv) pages = NULL;
  g_autoptr (GByteArray) pdf = NULL;
  g_autofree char *text = NULL;
  Fixture fixture;

  set_up (&fixture, sample_random_chronicle_new (3000, 60, 7, 2), &options);
  pdf = write_pdf (&fixture);
  text = entente_test_read_pdf (pdf->data, pdf->len);
  pages = g_strsplit (text, "\f", -1);
  g_assert_cmpuint (entente_poster_get_n_sheets (fixture.poster), >=, 6);
  g_assert_nonnull (strstr (pages[0], "B1"));
  g_assert_nonnull (strstr (pages[2], "A1"));
  for (guint i = 0; i < 20; i++) {
    g_autofree char *name = g_strdup_printf ("Actor %u", i);

    g_assert_nonnull (strstr (text, name));
  }
  tear_down (&fixture);
}

/* Where two sheets meet, both have a broken line and the name of the other. */
static void
test_match_lines (void)
{
  const EntentePosterOptions options = { .paper = ENTENTE_PAPER_A4,
                                         .landscape = TRUE,
                                         .across = 2 };
  const EntenteCanvasSvg svg = { 842, 595, 1, "sheet", "sheet" };
  Fixture fixture;

  set_up (&fixture, sample_chronicle_new (), &options);
  for (guint i = 0; i < 2; i++) {
    g_autoptr (GString) out = g_string_new (NULL);
    EntenteCanvas *canvas = entente_canvas_new_svg (out, &svg);

    entente_poster_paint (fixture.poster, i, canvas);
    entente_canvas_free (canvas);
    g_assert_nonnull (strstr (out->str, "stroke-dasharray=\"9 4 2 4\""));
    g_assert_nonnull (strstr (out->str, i == 0 ? ">A2</text>" : ">A1</text>"));
  }
  tear_down (&fixture);
}

/* ---- what the sheets show ---- */

/* Each mark, title and answer of the scene, and each undated move, is on one sheet of A1, and
 * nothing else. */
static void
test_shows_the_scene (void)
{
  const EntentePosterOptions options = { .paper = ENTENTE_PAPER_A1, .landscape = TRUE };
  const EntenteScene *scene;
  Fixture fixture;
  Shown shown;

  set_up_with (&fixture, sample_chronicle_new (), &options, ENTENTE_SCENE_LINKS_ALL);
  scene = entente_picture_get_scene (fixture.picture);
  shown_begin (&shown);
  shown_read_sheet (fixture.poster, 0, &shown);
  g_assert_cmpuint (scene->n_titles, >, 10);
  shown_assert_scene (&shown, scene, fixture.chronicle);
  shown_end (&shown);
  tear_down (&fixture);
}

/* As many sheets as asked for, or fewer, and each move on one of them; the type is larger than it
 * has to be. */
static void
test_across_and_down (void)
{
  const EntentePosterOptions options = { .paper = ENTENTE_PAPER_A4,
                                         .landscape = TRUE,
                                         .across = 3,
                                         .down = 2 };
  const guint n_events[] = { 18, 400 };
  Fixture fixture;
  Shown shown;

  for (guint i = 0; i < G_N_ELEMENTS (n_events); i++) {
    guint n = 0;

    set_up (&fixture,
            i == 0 ? sample_chronicle_new () : sample_random_chronicle_new (400, 20, 7, 2),
            &options);
    n = entente_poster_get_n_sheets (fixture.poster);
    g_assert_cmpuint (entente_poster_get_n_across (fixture.poster), ==, 3);
    g_assert_cmpuint (n, <=, 6);
    g_assert_cmpuint (n, >, 3);
    shown_begin (&shown);
    for (guint sheet = 0; sheet < n; sheet++)
      shown_read_sheet (fixture.poster, sheet, &shown);
    if (i == 0)
      g_assert_cmpuint (g_hash_table_size (shown.events), ==, n_events[i]);
    shown_end (&shown);
    tear_down (&fixture);
  }
}

/* Where one sheet is asked for, what stands on it is as large as fits. */
static void
test_fills_a_sheet (void)
{
  const EntentePosterOptions small = { .paper = ENTENTE_PAPER_A1, .landscape = TRUE };
  const EntentePosterOptions large = { .paper = ENTENTE_PAPER_A1,
                                       .landscape = TRUE,
                                       .across = 1,
                                       .down = 1 };
  Fixture fixture;
  double width;

  set_up (&fixture, sample_chronicle_new (), &small);
  width = entente_picture_get_scene (fixture.picture)->scale.width_px;
  tear_down (&fixture);
  set_up (&fixture, sample_chronicle_new (), &large);
  g_assert_cmpuint (entente_poster_get_n_sheets (fixture.poster), ==, 1);
  g_assert_cmpfloat (entente_picture_get_scene (fixture.picture)->scale.width_px, <, width * 0.8);
  tear_down (&fixture);
}

/* Sixty lanes on two small sheets: the last lanes are put together, and no sheet is added. */
static void
test_much_on_few_sheets (void)
{
  const EntentePosterOptions options = { .paper = ENTENTE_PAPER_LETTER, .across = 2, .down = 1 };
  Fixture fixture;

  set_up (&fixture, sample_random_chronicle_new (3000, 60, 7, 2), &options);
  g_assert_cmpuint (entente_poster_get_n_sheets (fixture.poster), ==, 2);
  g_assert_cmpuint (entente_picture_get_scene (fixture.picture)->n_lanes, <, 60);
  tear_down (&fixture);
}

static void
test_same_bytes (void)
{
  const EntentePosterOptions options = { .paper = ENTENTE_PAPER_A3, .across = 2 };
  Fixture one, other;
  g_autoptr (GByteArray) first = NULL;
  g_autoptr (GByteArray) second = NULL;

  set_up (&one, sample_chronicle_new (), &options);
  set_up (&other, sample_chronicle_new (), &options);
  first = write_pdf (&one);
  second = write_pdf (&other);
  g_assert_cmpmem (first->data, first->len, second->data, second->len);
  tear_down (&one);
  tear_down (&other);
}

static void
test_failure_is_told (void)
{
  const EntentePosterOptions options = { .paper = ENTENTE_PAPER_A4, .across = 2 };
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  GError *error = NULL;
  Fixture fixture;

  set_up (&fixture, sample_chronicle_new (), &options);
  g_assert_false (entente_poster_write_pdf (fixture.poster, picture_fail, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_cancellable_cancel (cancelled);
  g_assert_false (
    entente_poster_write_pdf (fixture.poster, picture_append, bytes, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/poster/one-sheet", test_one_sheet);
  g_test_add_func ("/poster/much-on-one-sheet", test_much_on_one_sheet);
  g_test_add_func ("/poster/tiles", test_tiles);
  g_test_add_func ("/poster/rows", test_rows);
  g_test_add_func ("/poster/match-lines", test_match_lines);
  g_test_add_func ("/poster/shows-the-scene", test_shows_the_scene);
  g_test_add_func ("/poster/across-and-down", test_across_and_down);
  g_test_add_func ("/poster/fills-a-sheet", test_fills_a_sheet);
  g_test_add_func ("/poster/much-on-few-sheets", test_much_on_few_sheets);
  g_test_add_func ("/poster/same-bytes", test_same_bytes);
  g_test_add_func ("/poster/failure-is-told", test_failure_is_told);
  return g_test_run ();
}
