/* The timeline in the settings that change its looks: time from right to left, high contrast, text
 * of twice the size, no animations. What is drawn at a place is what the pointer meets there. */
#include "config.h"

#include "entente-marks-fixture.h"
#include "entente-widget-probe.h"

#include <adwaita.h>

typedef struct {
  double x, y; /* of the widget */
} Point;

static Point
find_point (EntenteMarks *marks, const char *key)
{
  const EntenteSceneMark *mark = entente_marks_find (marks, key);
  const GdkRectangle *lanes = &marks->timeline->parts.lanes;
  Point point = { entente_timeline_mirror_x (marks->timeline, lanes->x + mark->x),
                  lanes->y + mark->y - marks->timeline->scroll_y };

  return point;
}

static guint
pack_colour (const GdkRGBA *colour)
{
  return (guint) (colour->red * 255 + 0.5) << 16 | (guint) (colour->green * 255 + 0.5) << 8 |
         (guint) (colour->blue * 255 + 0.5);
}

static void
assert_pixel (guint pixel, guint expected)
{
  for (guint shift = 0; shift <= 16; shift += 8)
    g_assert_cmpint (ABS ((int) (pixel >> shift & 0xff) - (int) (expected >> shift & 0xff)), <=, 3);
}

static gpointer
find_controller (EntenteMarks *marks, GType type)
{
  g_autoptr (GListModel) controllers =
    gtk_widget_observe_controllers (GTK_WIDGET (marks->timeline));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (g_type_is_a (G_OBJECT_TYPE (controller), type))
      return controller;
  }
  g_assert_not_reached ();
}

static void
click (EntenteMarks *marks, Point point)
{
  g_signal_emit_by_name (find_controller (marks, GTK_TYPE_GESTURE_CLICK),
                         "released",
                         1,
                         point.x,
                         point.y);
}

static void
press (EntenteMarks *marks, guint key)
{
  gboolean done = FALSE;

  g_signal_emit_by_name (find_controller (marks, GTK_TYPE_EVENT_CONTROLLER_KEY),
                         "key-pressed",
                         key,
                         0,
                         0,
                         &done);
  g_assert_true (done);
}

static gboolean
is_allocated (EntenteTimeline *timeline)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (timeline->items[timeline->item],
                                    GTK_WIDGET (timeline),
                                    &bounds) &&
         bounds.size.width > 1;
}

/* A full square of the actor's colour stands at @key; a click there selects it, and the keyboard
 * goes there too. */
static void
check_place (EntenteMarks *marks, const char *key)
{
  EntenteId id = entente_id_from_key (key);
  const EntenteSceneMark *mark = entente_marks_find (marks, key);
  GdkRGBA colour = entente_timeline_get_mark_colour (marks->timeline, mark);
  Point point = find_point (marks, key);
  cairo_surface_t *picture = entente_marks_draw (marks);
  graphene_rect_t bounds;

  for (int dx = -3; dx <= 3; dx += 3)
    assert_pixel (entente_marks_get_pixel (picture, point.x + dx, point.y), pack_colour (&colour));
  cairo_surface_destroy (picture);
  click (marks, point);
  entente_marks_settle (marks);
  g_assert_cmpint (entente_session_get_selected_event (marks->session), ==, id);
  g_assert_cmpint (marks->timeline->focus_event, ==, id);
  entente_probe_wait (is_allocated (marks->timeline));
  g_assert_true (gtk_widget_compute_bounds (marks->timeline->items[marks->timeline->item],
                                            GTK_WIDGET (marks->timeline),
                                            &bounds));
  point = find_point (marks, key);
  g_assert_cmpfloat_with_epsilon (bounds.origin.x + bounds.size.width / 2, point.x, 1.5);
}

static void
check_direction (GtkTextDirection direction)
{
  gboolean mirrored = direction == GTK_TEXT_DIR_RTL;
  EntenteMarks *marks;
  Point early, late;
  guint32 row;

  gtk_widget_set_default_direction (direction);
  marks = entente_marks_new ();
  entente_marks_show (marks, "2018-01-01", "2018-10-10");
  early = find_point (marks, "shape-invite");
  late = find_point (marks, "day");
  g_assert_true (mirrored ? late.x < early.x : late.x > early.x);
  check_place (marks, "shape-deed-full");
  row = entente_marks_find_row (marks, "shape-deed-full");
  press (marks, mirrored ? GDK_KEY_Left : GDK_KEY_Right);
  g_assert_cmpuint (
    entente_chronicle_find_row (marks->timeline->chronicle, marks->timeline->focus_event),
    >,
    row);
  entente_marks_free (marks);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_left_to_right (void)
{
  check_direction (GTK_TEXT_DIR_LTR);
}

static void
test_right_to_left (void)
{
  check_direction (GTK_TEXT_DIR_RTL);
}

/* No tint within bands, outlines of the full colour. */
static void
test_high_contrast (void)
{
  EntenteMarks *marks = entente_marks_new ();
  const EntenteSceneMark *mark;
  const EntenteSceneBand *band;
  GdkRGBA colour;
  cairo_surface_t *picture;
  cairo_t *cr;
  guint n_dark = 0, n_ground = 0, n_other = 0;

  entente_marks_show (marks, "2018-04-20", "2018-10-20");
  marks->timeline->style.high_contrast = TRUE;
  picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                        marks->timeline->parts.lanes.width,
                                        marks->timeline->parts.lanes.height);
  cr = cairo_create (picture);
  entente_timeline_draw_image (marks->timeline, cr);
  cairo_destroy (cr);
  cairo_surface_flush (picture);
  mark = entente_marks_find (marks, "month");
  band = &marks->timeline->scene->bands[mark->first_band];
  colour = entente_timeline_get_mark_colour (marks->timeline, mark);
  assert_pixel (entente_marks_get_pixel (picture, band->x0 + 30, band->y),
                pack_colour (entente_timeline_get_ground (marks->timeline, mark->lane)));
  assert_pixel (entente_marks_get_pixel (picture, band->x0 + 30, band->y - 8 + 0.5),
                pack_colour (&colour));
  assert_pixel (entente_marks_get_pixel (picture, band->x0 + 30, band->y - 8 + 1.5),
                pack_colour (&colour));
  /* A fade is hatched: along its middle, colour and ground by turns, as much at its end as at its
   * core. */
  mark = entente_marks_find (marks, "by");
  band = &marks->timeline->scene->bands[mark->first_band];
  for (double x = band->x0 + 2; x < band->x0 + 32; x++) {
    guint blue = entente_marks_get_pixel (picture, x, band->y) >> 16 & 0xff;

    n_dark += blue < 110;
    n_ground += blue > 200;
    n_other++;
  }
  g_assert_cmpuint (n_dark, >=, 4);
  g_assert_cmpuint (n_ground, >=, 8);
  g_assert_cmpuint (n_other, ==, 30);
  cairo_surface_destroy (picture);
  entente_marks_free (marks);
}

/* Rows, axis and the rest grow with the text, and no title meets another. */
static void
test_large_text (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  EntenteMarks *marks = entente_marks_new ();
  const EntenteScene *scene = marks->timeline->scene;
  int axis = marks->timeline->parts.axis.height, dpi = 0;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * dpi, NULL);
  entente_probe_wait (marks->timeline->style.text_scale > 1.7);
  entente_marks_show (marks, "2018-04-20", "2018-10-20");
  g_assert_cmpint (marks->timeline->parts.axis.height, >, 3 * axis / 2);
  g_assert_cmpuint (scene->n_titles, >, 4);
  for (guint i = 0; i < scene->n_titles; i++)
    for (guint j = 0; j < i; j++) {
      const EntenteSceneTitle *a = &scene->titles[i], *b = &scene->titles[j];

      if (a->x < b->x + b->width && b->x < a->x + a->width)
        g_assert_cmpfloat (ABS (a->y - b->y), >=, 30);
    }
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  entente_probe_wait (marks->timeline->parts.axis.height == axis);
  entente_marks_free (marks);
}

static void
test_no_animations (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  EntenteMarks *marks = entente_marks_new ();
  double before;

  entente_marks_show (marks, "2018-04-20", "2018-10-20");
  before = marks->timeline->scale.seconds_per_px;
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  entente_timeline_zoom_by (marks->timeline, 2);
  g_assert_cmpuint (marks->timeline->animation_tick, !=, 0);
  entente_marks_settle (marks);
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  entente_timeline_zoom_by (marks->timeline, 2);
  g_assert_cmpuint (marks->timeline->animation_tick, ==, 0);
  g_assert_cmpfloat_with_epsilon (marks->timeline->scale.seconds_per_px, before / 4, before * 1e-6);
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  entente_marks_free (marks);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/timeline-mirror/left-to-right", test_left_to_right);
  g_test_add_func ("/timeline-mirror/right-to-left", test_right_to_left);
  g_test_add_func ("/timeline-mirror/high-contrast", test_high_contrast);
  g_test_add_func ("/timeline-mirror/large-text", test_large_text);
  g_test_add_func ("/timeline-mirror/no-animations", test_no_animations);
  return g_test_run ();
}
