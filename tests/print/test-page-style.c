/* Tests of EntentePageStyle: papers, and layouts that measure in points. */

#include "config.h"

#include "entente-page-style.h"

static void
test_papers (void)
{
  EntentePageStyle upright, across;

  for (guint i = 0; i < ENTENTE_N_PAPERS; i++) {
    entente_page_style_init (&upright, i, FALSE);
    entente_page_style_init (&across, i, TRUE);
    g_assert_cmpfloat (upright.width_pt, ==, across.height_pt);
    g_assert_cmpfloat (upright.width_pt, <, upright.height_pt);
    g_assert_cmpstr (entente_paper_get_label (i), !=, entente_paper_get_nick (i));
  }
}

static void
test_layouts (void)
{
  EntentePageStyle style;
  PangoContext *context = entente_page_style_make_context ();
  g_autoptr (PangoLayout) line = NULL;
  g_autoptr (PangoLayout) broken = NULL;

  entente_page_style_init (&style, ENTENTE_PAPER_A4, FALSE);
  line =
    entente_page_style_make_layout (&style, context, ENTENTE_TYPE_STRONG, "one two three four", -1);
  broken =
    entente_page_style_make_layout (&style, context, ENTENTE_TYPE_STRONG, "one two three four", 30);
  g_assert_cmpfloat (entente_layout_get_height (line), >, style.base_size_pt);
  g_assert_cmpfloat (entente_layout_get_height (line), <, 2 * style.base_size_pt);
  g_assert_cmpfloat (entente_layout_get_height (broken), >, 2 * entente_layout_get_height (line));
  g_assert_cmpfloat (entente_layout_get_width (broken), <=, 30);
  g_object_unref (context);
}

/* The face changes the type of everything, and nothing else. */
static void
test_faces (void)
{
  EntentePageStyle sans, serif;
  PangoContext *context = entente_page_style_make_context ();

  entente_page_style_init (&sans, ENTENTE_PAPER_A4, FALSE);
  serif = sans;
  serif.face = ENTENTE_FACE_SERIF;
  for (guint face = 0; face < ENTENTE_N_FACES; face++)
    g_assert_cmpstr (entente_face_get_label (face), !=, entente_face_get_nick (face));
  for (guint type = 0; type < ENTENTE_N_TYPES; type++) {
    g_autoptr (PangoLayout) one = entente_page_style_make_layout (&sans, context, type, "hand", -1);
    g_autoptr (PangoLayout) other =
      entente_page_style_make_layout (&serif, context, type, "hand", -1);
    g_autoptr (PangoFontDescription) same =
      pango_font_description_copy (pango_layout_get_font_description (one));
    gboolean is_note = type == ENTENTE_TYPE_NOTE;

    g_assert_true (pango_font_description_equal (same, pango_layout_get_font_description (other)) ==
                   is_note);
    pango_font_description_set_family (
      same,
      pango_font_description_get_family (pango_layout_get_font_description (other)));
    g_assert_true (pango_font_description_equal (same, pango_layout_get_font_description (other)));
  }
  g_object_unref (context);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-style/papers", test_papers);
  g_test_add_func ("/page-style/layouts", test_layouts);
  g_test_add_func ("/page-style/faces", test_faces);
  return g_test_run ();
}
