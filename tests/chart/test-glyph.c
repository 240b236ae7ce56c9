/* Paths of glyphs: all parse, stay on their grid, and are drawn balanced for every fill and
 * outline; bad data is refused. */
#include "config.h"

#include "entente-glyph.h"

static void
test_paths (void)
{
  for (guint group = 0; group < ENTENTE_N_GROUPS; group++) {
    guint n;
    const EntenteGlyphOp *ops = entente_glyph_get_outline (group, &n);

    g_assert_cmpuint (n, >, 2);
    g_assert_cmpint (ops[0].type, ==, ENTENTE_GLYPH_MOVE);
    g_assert_cmpint (ops[n - 1].type, ==, ENTENTE_GLYPH_CLOSE);
    for (guint i = 0; i < n; i++)
      for (guint j = 0; j < (ops[i].type == ENTENTE_GLYPH_CURVE   ? 6
                             : ops[i].type == ENTENTE_GLYPH_CLOSE ? 0
                                                                  : 2);
           j++) {
        g_assert_cmpfloat (ops[i].xy[j], >=, -1);
        g_assert_cmpfloat (ops[i].xy[j], <=, 17);
      }
  }
}

static void
test_inner (void)
{
  guint n;

  entente_glyph_get_inner (ENTENTE_GROUP_ACCEPT, FALSE, &n);
  g_assert_cmpuint (n, ==, 3);
  entente_glyph_get_inner (ENTENTE_GROUP_INVITE, FALSE, &n);
  g_assert_cmpuint (n, ==, 0);
  entente_glyph_get_inner (ENTENTE_GROUP_DENY, TRUE, &n);
  g_assert_cmpuint (n, ==, 6);
}

static void
test_parser (void)
{
  static const char *const bad[] = {
    "", "M", "M1", "M1 2 Q3 4 5 6", "L x y", "M1 2 Z 3 4", "M0 0 A1 2 0 0 1 3 3"
  };
  g_autoptr (GArray) relative = entente_glyph_parse_path ("m1 1 l2 0 v3 h-2z");

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (entente_glyph_parse_path (bad[i]));
  g_assert_cmpuint (relative->len, ==, 5);
  g_assert_cmpfloat (g_array_index (relative, EntenteGlyphOp, 3).xy[0], ==, 1);
  g_assert_cmpfloat (g_array_index (relative, EntenteGlyphOp, 3).xy[1], ==, 4);
}

typedef struct {
  int clips;
  guint fills, strokes;
  gboolean has_path;
} Counter;

static void
add_point (gpointer data, double x, double y)
{
  ((Counter *) data)->has_path = TRUE;
}

static void
add_curve (gpointer data, const double *xy)
{
  g_assert_true (((Counter *) data)->has_path);
}

static void
close_path (gpointer data)
{
  g_assert_true (((Counter *) data)->has_path);
}

static void
fill (gpointer data, EntenteGlyphInk ink)
{
  Counter *counter = data;

  g_assert_true (counter->has_path);
  counter->has_path = FALSE;
  counter->fills++;
}

static void
stroke (gpointer data, EntenteGlyphInk ink, double width, const double *dashes, guint n_dashes)
{
  Counter *counter = data;

  g_assert_true (counter->has_path);
  counter->has_path = FALSE;
  counter->strokes++;
}

static void
clip (gpointer data, double x)
{
  ((Counter *) data)->clips++;
}

static void
unclip (gpointer data)
{
  ((Counter *) data)->clips--;
}

static void
test_drawing (void)
{
  static const EntenteGlyphSink sink = { add_point, add_point, add_curve, close_path,
                                         fill,      stroke,    clip,      unclip };

  for (guint group = 0; group < ENTENTE_N_GROUPS; group++)
    for (guint look = 0; look <= ENTENTE_FILL_WITHDRAWN; look++)
      for (guint outline = 0; outline <= ENTENTE_OUTLINE_DOTTED; outline++) {
        EntenteGlyph glyph = { (guint8) group, (guint8) look, (guint8) outline, 0 };
        Counter counter = { 0 };

        entente_glyph_draw (glyph, TRUE, &sink, &counter);
        g_assert_cmpint (counter.clips, ==, 0);
        g_assert_false (counter.has_path);
        g_assert_cmpuint (counter.fills, >, 0);
        g_assert_cmpuint (counter.strokes, >, 1);
      }
}

static void
test_looks (void)
{
  const EntenteKind *kind = entente_kind_find ("no-comment");
  EntenteGlyph glyph = entente_glyph_for (kind, ENTENTE_EVIDENCE_CONTESTED, ENTENTE_MODE_ANNOUNCED);

  g_assert_cmpint (glyph.group, ==, ENTENTE_GROUP_DENY);
  g_assert_cmpint (glyph.fill, ==, ENTENTE_FILL_HALF);
  g_assert_cmpint (glyph.outline, ==, ENTENTE_OUTLINE_BROKEN);
  g_assert_true (glyph.no_comment);
  glyph = entente_glyph_for (kind, ENTENTE_EVIDENCE_NONE, ENTENTE_MODE_FACTUAL);
  g_assert_cmpint (glyph.outline, ==, ENTENTE_OUTLINE_DOTTED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/glyph/paths", test_paths);
  g_test_add_func ("/glyph/inner", test_inner);
  g_test_add_func ("/glyph/parser", test_parser);
  g_test_add_func ("/glyph/drawing", test_drawing);
  g_test_add_func ("/glyph/looks", test_looks);
  return g_test_run ();
}
