/* The colours of actors on the timeline can be told apart: measured on the grounds that the style
 * sheet gives, light and dark, by every kind of colour vision, and without any colour. */
#include "config.h"

#include "entente-colour-maths.h"
#include "entente-timeline-private.h"

#include <adwaita.h>

#define N_MAIN 4 /* the first parties of a study */

typedef struct {
  EntenteLab first, second;
  double distance;
} Pair;

/* Of the supplementary data of Sharma, Wu and Dalal: hues on both sides of every seam of the
 * formula. */
static const Pair published[] = {
  { { 50, 2.6772, -79.7751 }, { 50, 0, -82.7485 }, 2.0425 },
  { { 50, 3.1571, -77.2803 }, { 50, 0, -82.7485 }, 2.8615 },
  { { 50, 2.8361, -74.0200 }, { 50, 0, -82.7485 }, 3.4412 },
  { { 50, 0, 0 }, { 50, -1, 2 }, 2.3669 },
  { { 50, 2.4900, -0.0010 }, { 50, -2.4900, 0.0009 }, 7.1792 },
  { { 50, 2.4900, -0.0010 }, { 50, -2.4900, 0.0011 }, 7.2195 },
  { { 50, -0.0010, 2.4900 }, { 50, 0.0009, -2.4900 }, 4.8045 },
  { { 50, 2.5, 0 }, { 50, 0, -2.5 }, 4.3065 },
  { { 50, 2.5, 0 }, { 73, 25, -18 }, 27.1492 },
  { { 50, 2.5, 0 }, { 61, -5, 29 }, 22.8977 },
  { { 50, 2.5, 0 }, { 56, -27, -3 }, 31.9030 },
  { { 50, 2.5, 0 }, { 58, 24, 15 }, 19.4535 },
  { { 60.2574, -34.0099, 36.2677 }, { 60.4626, -34.1751, 39.4387 }, 1.2644 },
  { { 63.0109, -31.0961, -5.8663 }, { 62.8187, -29.7946, -4.0864 }, 1.2630 },
  { { 61.2901, 3.7196, -5.3901 }, { 61.4292, 2.2480, -4.9620 }, 1.8731 },
  { { 35.0831, -44.1164, 3.7933 }, { 35.0232, -40.0716, 1.5901 }, 1.8645 },
  { { 22.7233, 20.0904, -46.6940 }, { 23.0331, 14.9730, -42.5619 }, 2.0373 },
  { { 36.4612, 47.8580, 18.3852 }, { 36.2715, 50.5065, 21.2231 }, 1.4146 },
  { { 90.8027, -2.0831, 1.4410 }, { 91.1528, -1.6435, 0.0447 }, 1.4441 },
  { { 90.9257, -0.5406, -0.9208 }, { 88.6381, -0.8985, -0.7239 }, 1.5381 },
  { { 6.7747, -0.2908, -2.4247 }, { 5.8714, -0.0985, -2.2286 }, 0.6377 },
  { { 2.0776, 0.0795, -1.1350 }, { 0.9033, -0.0636, -0.5514 }, 0.9082 },
};

/* What the measures give for known colours, so that the rest of this file can be believed. */
static void
test_measures (void)
{
  const double black[3] = { 0, 0, 0 }, white[3] = { 1, 1, 1 }, red[3] = { 1, 0, 0 };
  EntenteLab lab = entente_colour_maths_to_lab (red, ENTENTE_VISION_NORMAL);

  for (guint i = 0; i < G_N_ELEMENTS (published); i++) {
    const Pair *pair = &published[i];

    g_assert_cmpfloat_with_epsilon (entente_colour_maths_get_distance (pair->first, pair->second),
                                    pair->distance,
                                    1e-4);
    g_assert_cmpfloat_with_epsilon (entente_colour_maths_get_distance (pair->second, pair->first),
                                    pair->distance,
                                    1e-4);
  }
  g_assert_cmpfloat_with_epsilon (entente_colour_maths_get_contrast (black, white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (entente_colour_maths_get_contrast (red, white), 3.998, 1e-3);
  g_assert_cmpfloat_with_epsilon (lab.l, 53.24, 0.01);
  g_assert_cmpfloat_with_epsilon (lab.a, 80.09, 0.01);
  g_assert_cmpfloat_with_epsilon (lab.b, 67.20, 0.01);
  /* Without red cones red is dark; white stays white to everybody. */
  g_assert_cmpfloat (entente_colour_maths_to_lab (red, ENTENTE_VISION_PROTAN).l, <, 45);
  for (guint i = 0; i < ENTENTE_N_VISIONS; i++)
    g_assert_cmpfloat (entente_colour_maths_to_lab (white, i).l, >, 99.9);
}

/* ---- the hues ---- */

typedef struct {
  double rgb[ENTENTE_N_HUES][3];
  double view[3], side[3];
} Colours;

static void
set_rgb (double *rgb, const GdkRGBA *colour)
{
  rgb[0] = colour->red;
  rgb[1] = colour->green;
  rgb[2] = colour->blue;
}

/* As the widget has them in this style. */
static Colours
read_colours (gboolean dark)
{
  GtkWidget *window = gtk_window_new (), *widget = entente_timeline_new (NULL);
  EntenteTimeline *timeline = ENTENTE_TIMELINE (widget);
  Colours colours;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                           : ADW_COLOR_SCHEME_FORCE_LIGHT);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  entente_timeline_style_read (&timeline->style, widget);
  g_assert_cmpint (timeline->style.dark, ==, dark);
  set_rgb (colours.view, &timeline->style.ground);
  set_rgb (colours.side, &timeline->style.side);
  for (guint i = 0; i < ENTENTE_N_HUES; i++) {
    GdkRGBA colour = entente_timeline_get_colour (timeline, ENTENTE_NO_INDEX, i);

    set_rgb (colours.rgb[i], &colour);
  }
  gtk_window_destroy (GTK_WINDOW (window));
  return colours;
}

static void
check_contrast (const Colours *colours, const double *on_view, const double *on_side)
{
  for (guint i = 0; i < ENTENTE_N_HUES; i++) {
    double view = entente_colour_maths_get_contrast (colours->rgb[i], colours->view);
    double side = entente_colour_maths_get_contrast (colours->rgb[i], colours->side);

    g_test_message ("hue %u: %.2f on the view, %.2f on the side bar", i, view, side);
    /* What was measured of libadwaita 1.2; grounds of later ones are a little further off. */
    g_assert_cmpfloat (view, >=, on_view[i] - 0.06);
    g_assert_cmpfloat (side, >=, on_side[i] - 0.16);
    g_assert_cmpfloat (MIN (view, side), >=, 3); /* graphics, WCAG 1.4.11 */
  }
}

static void
test_contrast (void)
{
  static const double light_view[] = { 7.3, 4.5, 12.0, 5.4, 10.3, 4.5, 7.0, 8.8 };
  static const double light_side[] = { 6.5, 4.0, 10.6, 4.8, 9.2, 4.0, 6.2, 7.8 };
  static const double dark_view[] = { 5.3, 6.4, 12.0, 10.2, 10.8, 6.1, 7.2, 6.7 };
  static const double dark_side[] = { 4.6, 5.5, 10.3, 8.7, 9.3, 5.3, 6.2, 5.8 };
  Colours light = read_colours (FALSE), dark = read_colours (TRUE);

  check_contrast (&light, light_view, light_side);
  check_contrast (&dark, dark_view, dark_side);
}

/* Of the two hues that look most alike, over all visions. */
static double
get_smallest_distance (const Colours *colours, guint n)
{
  double smallest = G_MAXDOUBLE;

  for (guint vision = 0; vision < ENTENTE_N_VISIONS; vision++)
    for (guint i = 0; i < n; i++)
      for (guint j = 0; j < i; j++)
        smallest = MIN (smallest,
                        entente_colour_maths_get_distance (
                          entente_colour_maths_to_lab (colours->rgb[i], vision),
                          entente_colour_maths_to_lab (colours->rgb[j], vision)));
  return smallest;
}

static void
test_distance (void)
{
  Colours light = read_colours (FALSE), dark = read_colours (TRUE);

  g_assert_cmpfloat_with_epsilon (get_smallest_distance (&light, ENTENTE_N_HUES), 11.8, 0.05);
  g_assert_cmpfloat_with_epsilon (get_smallest_distance (&dark, ENTENTE_N_HUES), 10.5, 0.05);
  g_assert_cmpfloat_with_epsilon (get_smallest_distance (&light, N_MAIN), 15.9, 0.05);
  g_assert_cmpfloat_with_epsilon (get_smallest_distance (&dark, N_MAIN), 20.8, 0.05);
}

/* On paper and screens without colour only lightness is left. */
static void
check_greys (const Colours *colours, const double *expected)
{
  for (guint i = 0; i < N_MAIN; i++) {
    double l = entente_colour_maths_to_lab (colours->rgb[i], ENTENTE_VISION_NORMAL).l;

    g_assert_cmpfloat_with_epsilon (l, expected[i], 0.51);
    for (guint j = 0; j < i; j++)
      g_assert_cmpfloat (
        ABS (l - entente_colour_maths_to_lab (colours->rgb[j], ENTENTE_VISION_NORMAL).l),
        >=,
        4.9);
  }
}

static void
test_greys (void)
{
  static const double light_l[] = { 37, 50, 23, 45 }, dark_l[] = { 60, 66, 87, 81 };
  Colours light = read_colours (FALSE), dark = read_colours (TRUE);

  check_greys (&light, light_l);
  check_greys (&dark, dark_l);
}

/* The style sheets come with the application, which a test does without. */
static void
load_style_sheet (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/entente/Entente/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  load_style_sheet ();
  g_test_add_func ("/timeline-style/measures", test_measures);
  g_test_add_func ("/timeline-style/contrast", test_contrast);
  g_test_add_func ("/timeline-style/distance", test_distance);
  g_test_add_func ("/timeline-style/greys", test_greys);
  return g_test_run ();
}
