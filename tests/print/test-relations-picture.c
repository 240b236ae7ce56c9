/* Pictures of relations: every count stands in the file as text, sentences tell it, places are
 * found, bytes are the same each time. */
#include "config.h"

#include "entente-relations-picture.h"

#include "entente-picture-fixture.h"
#include <string.h>

typedef struct {
  EntenteChronicle *chronicle;
  EntenteBitset *rows;
  EntenteRelationsFigures *figures;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->chronicle = sample_chronicle_new ();
  fixture->rows = entente_bitset_new_full (entente_chronicle_get_n_rows (fixture->chronicle));
  fixture->figures =
    entente_relations_figures_new (fixture->chronicle, fixture->rows, TRUE, FALSE, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  entente_relations_figures_unref (fixture->figures);
  entente_bitset_unref (fixture->rows);
  entente_chronicle_unref (fixture->chronicle);
}

static EntenteRelationsPicture *
make_picture (const Fixture *fixture, EntenteRelationsForm form, guint max)
{
  EntenteRelationsPictureOptions options;

  entente_relations_picture_options_init (&options);
  options.figures = fixture->figures;
  options.form = form;
  options.max = max;
  options.captioned = TRUE;
  options.study = "Harbour & Talks";
  options.filter = "All moves";
  options.version = 41;
  options.made_time = 1552521600; /* 14 March 2019 */
  return entente_relations_picture_new (&options);
}

static GByteArray *
write_svg (EntenteRelationsPicture *picture)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autofree char *caption = entente_relations_picture_dup_caption (picture);
  EntenteDrawing drawing = entente_relations_picture_get_drawing (picture, caption);
  g_autoptr (GError) error = NULL;

  g_assert_true (entente_drawing_write_svg (&drawing, 1, picture_append, bytes, &error));
  g_assert_no_error (error);
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  return bytes;
}

static void
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in the picture", part);
}

/* The sum of data-count of groups of one class. */
static guint
sum_counts (const char *svg, const char *class)
{
  g_autofree char *begin = g_strdup_printf ("<g class=\"%s\" data-count=\"", class);
  guint sum = 0;

  for (const char *at = strstr (svg, begin); at != NULL; at = strstr (at + 1, begin))
    sum += (guint) g_ascii_strtoull (at + strlen (begin), NULL, 10);
  return sum;
}

static guint
sum_dyads (const Fixture *fixture, gboolean own)
{
  guint n, sum = 0;
  const EntenteDyad *dyads = entente_relations_get_dyads (fixture->figures->relations, &n);

  for (guint i = 0; i < n; i++)
    if (own || dyads[i].from != dyads[i].to)
      sum += dyads[i].total;
  return sum;
}

static void
check_dyads (const Fixture *fixture, const char *svg)
{
  guint n;
  const EntenteDyad *dyads = entente_relations_get_dyads (fixture->figures->relations, &n);

  g_assert_cmpuint (n, >, 2);
  for (guint i = 0; i < n; i++) {
    g_autofree char *sentence =
      entente_relations_describe (fixture->chronicle, dyads[i].from, dyads[i].to, &dyads[i]);
    g_autofree char *title = g_strdup_printf ("<title>%s</title>", sentence);
    g_autofree char *count = g_strdup_printf (">%u</text>", dyads[i].total);

    assert_has (svg, title);
    assert_has (svg, count);
  }
}

static void
test_matrix (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EntenteRelationsPicture) picture = make_picture (fixture, ENTENTE_RELATIONS_MATRIX, 0);
  g_autoptr (GByteArray) svg = write_svg (picture);
  const char *text = (const char *) svg->data;

  check_dyads (fixture, text);
  g_assert_cmpuint (sum_counts (text, "cell"), ==, sum_dyads (fixture, TRUE));
  assert_has (text, ">Taliban</text>");
  assert_has (text, "rotate(-45)");
  assert_has (text, "Harbour &amp; Talks");
  assert_has (text, "Version 41 of the study");
}

static void
test_network (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EntenteRelationsPicture) picture =
    make_picture (fixture, ENTENTE_RELATIONS_NETWORK, 0);
  g_autoptr (GByteArray) svg = write_svg (picture);
  const char *text = (const char *) svg->data;

  assert_has (text, ">United States</text>");
  if (strstr (text, "no room") == NULL)
    g_assert_cmpuint (sum_counts (text, "arrow"), ==, sum_dyads (fixture, FALSE));
  else
    g_assert_cmpuint (sum_counts (text, "arrow"), <, sum_dyads (fixture, FALSE));
}

static void
test_activity (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EntenteRelationsPicture) picture =
    make_picture (fixture, ENTENTE_RELATIONS_ACTIVITY, 0);
  g_autoptr (GByteArray) svg = write_svg (picture);
  guint n, sum = 0;
  const guint32 *actors = entente_relations_picture_get_actors (picture, &n);

  for (guint i = 0; i < n; i++)
    sum += entente_activity_get_total (fixture->figures->activity, actors[i]);
  g_assert_cmpuint (sum, >, 0);
  g_assert_cmpuint (sum_counts ((const char *) svg->data, "row"), ==, sum);
}

/* Places are where they are found, and say what is there. */
static void
test_places (Fixture *fixture, gconstpointer data)
{
  for (EntenteRelationsForm form = 0; form < ENTENTE_N_RELATIONS_FORMS; form++) {
    g_autoptr (EntenteRelationsPicture) picture = make_picture (fixture, form, 0);
    guint n_rows, n_columns;

    entente_relations_picture_get_size (picture, &n_rows, &n_columns);
    g_assert_cmpuint (n_rows, >, 1);
    for (guint row = 0; row < n_rows; row++)
      for (guint column = 0; column < n_columns; column++) {
        EntenteNetworkBox box = entente_relations_picture_get_box (picture, row, column);
        g_autofree char *text = entente_relations_picture_describe_place (picture, row, column);
        guint at_row, at_column;
        guint32 from, to;

        entente_relations_picture_get_pair (picture, row, column, &from, &to);
        assert_has (text, entente_chronicle_get_actor (fixture->chronicle, from)->name);
        g_assert_true (
          entente_relations_picture_find_pair (picture, from, to, &at_row, &at_column));
        g_assert_true (at_row == row && at_column == column);
        if (!entente_relations_picture_find_place (picture,
                                                   box.x + box.width / 2,
                                                   box.y + box.height / 2,
                                                   &at_row,
                                                   &at_column))
          continue; /* a count without room */
        g_assert_true (at_column == column);
        g_assert_true (form == ENTENTE_RELATIONS_NETWORK || at_row == row);
      }
    g_assert_false (entente_relations_picture_find_place (picture, 1, 1, &n_rows, &n_columns));
  }
}

/* What stays in sight while the rest scrolls has the names and none of the counts. */
static void
test_edges (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EntenteRelationsPicture) picture = make_picture (fixture, ENTENTE_RELATIONS_MATRIX, 0);
  void (*const edges[]) (EntenteRelationsPicture *,
                         EntenteCanvas *) = { entente_relations_picture_paint_head,
                                              entente_relations_picture_paint_side };
  guint n;
  const guint32 *actors = entente_relations_picture_get_actors (picture, &n);

  g_assert_cmpfloat (entente_relations_picture_get_head (picture), >, 20);
  g_assert_cmpfloat (entente_relations_picture_get_side (picture), >, 20);
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++) {
    g_autoptr (GString) svg = g_string_new (NULL);
    EntenteCanvas *canvas =
      entente_canvas_new_svg (svg, &(EntenteCanvasSvg){ 900, 600, 1, "", "" });

    edges[i](picture, canvas);
    entente_canvas_free (canvas);
    g_assert_null (strstr (svg->str, "data-count"));
    for (guint k = 0; k < n; k++) {
      g_autofree char *name =
        g_strdup_printf (">%s</text>",
                         entente_chronicle_get_actor (fixture->chronicle, actors[k])->name);

      assert_has (svg->str, name);
    }
  }
}

/* Fewer than there are is said. */
static void
test_max (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EntenteRelationsPicture) picture = make_picture (fixture, ENTENTE_RELATIONS_MATRIX, 2);
  guint n_parties;
  g_autofree char *expected = NULL;
  g_autofree char *text = entente_relations_picture_describe (picture);

  entente_relations_get_parties (fixture->figures->relations, &n_parties);
  expected = g_strdup_printf ("2 of %u actors. ", n_parties);
  g_assert_true (g_str_has_prefix (text, expected));
}

static void
test_same (Fixture *fixture, gconstpointer data)
{
  for (EntenteRelationsForm form = 0; form < ENTENTE_N_RELATIONS_FORMS; form++) {
    g_autoptr (EntenteRelationsPicture) one = make_picture (fixture, form, 0);
    g_autoptr (EntenteRelationsPicture) other = make_picture (fixture, form, 0);
    g_autoptr (GByteArray) first = write_svg (one);
    g_autoptr (GByteArray) second = write_svg (other);

    g_assert_cmpmem (first->data, first->len, second->data, second->len);
  }
}

/* Nothing to show is a picture, too. */
static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EntenteBitset) none = entente_bitset_new (fixture->rows->n_rows);
  g_autoptr (EntenteRelationsFigures) figures =
    entente_relations_figures_new (fixture->chronicle, none, TRUE, FALSE, NULL);
  Fixture empty = *fixture;

  empty.figures = figures;
  for (EntenteRelationsForm form = 0; form < ENTENTE_N_RELATIONS_FORMS; form++) {
    g_autoptr (EntenteRelationsPicture) picture = make_picture (&empty, form, 0);
    g_autoptr (GByteArray) svg = write_svg (picture);

    assert_has ((const char *) svg->data, "0 of 0 actors.");
  }
}

#define ADD(name, func)                                                                            \
  g_test_add ("/relations-picture/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("matrix", test_matrix);
  ADD ("network", test_network);
  ADD ("activity", test_activity);
  ADD ("places", test_places);
  ADD ("edges", test_edges);
  ADD ("max", test_max);
  ADD ("same", test_same);
  ADD ("nothing", test_nothing);
  return g_test_run ();
}
