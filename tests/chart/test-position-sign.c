/* Signs of positions: each kind has strokes of its own, all on the grid, drawn balanced; a hollow
 * one is not filled in colour. */
#include "config.h"

#include "entente-position-sign.h"

typedef struct {
  GString *path; /* all points */
  guint colour_fills, ground_fills, strokes;
  gboolean has_path;
} Counter;

static void
add (Counter *counter, double x, double y)
{
  g_assert_cmpfloat (x, >=, 0);
  g_assert_cmpfloat (x, <=, ENTENTE_GLYPH_GRID);
  g_assert_cmpfloat (y, >=, 0);
  g_assert_cmpfloat (y, <=, ENTENTE_GLYPH_GRID);
  g_string_append_printf (counter->path, "%.2f,%.2f ", x, y);
  counter->has_path = TRUE;
}

static void
move_to (gpointer data, double x, double y)
{
  add (data, x, y);
}

static void
curve_to (gpointer data, const double *xy)
{
  add (data, xy[4], xy[5]);
}

static void
close_path (gpointer data)
{
}

static void
fill (gpointer data, EntenteGlyphInk ink)
{
  Counter *counter = data;

  g_assert_true (counter->has_path);
  counter->has_path = FALSE;
  if (ink == ENTENTE_INK_COLOUR)
    counter->colour_fills++;
  else
    counter->ground_fills++;
}

static void
stroke (gpointer data, EntenteGlyphInk ink, double width, const double *dashes, guint n_dashes)
{
  Counter *counter = data;

  g_assert_true (counter->has_path);
  counter->has_path = FALSE;
  counter->strokes++;
}

static const EntenteGlyphSink sink = {
  .move_to = move_to,
  .line_to = move_to,
  .curve_to = curve_to,
  .close_path = close_path,
  .fill = fill,
  .stroke = stroke,
};

static Counter
draw (int kind, gboolean hollow)
{
  Counter counter = { .path = g_string_new (NULL) };

  entente_position_sign_draw (kind, hollow, &sink, &counter);
  g_assert_false (counter.has_path);
  return counter;
}

static void
test_kinds (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  int n = entente_enum_count (ENTENTE_ENUM_POSITION_KIND);

  for (int kind = 0; kind < n; kind++) {
    Counter full = draw (kind, FALSE), hollow = draw (kind, TRUE);

    g_assert_cmpuint (full.colour_fills, ==, 1);
    g_assert_cmpuint (hollow.colour_fills, ==, 0);
    g_assert_cmpuint (hollow.ground_fills, ==, 1);
    g_assert_cmpuint (full.strokes, ==, hollow.strokes);
    g_assert_cmpstr (full.path->str, ==, hollow.path->str);
    g_assert_true (g_hash_table_add (seen, g_string_free (full.path, FALSE)));
    g_string_free (hollow.path, TRUE);
  }
  g_assert_cmpint ((int) g_hash_table_size (seen), ==, n);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/position-sign/kinds", test_kinds);
  return g_test_run ();
}
