/* The tip: it says what is under the pointer, also at the date from which a meeting was put off,
 * and never outstays that. */
#include "config.h"

#include "entente-marks-fixture.h"
#include "entente-widget-probe.h"

#include <adwaita.h>

#define REST_MS 500 /* longer than the tip takes */

typedef struct {
  double x, y;
} Point;

static Point
to_widget (EntenteMarks *marks, double x, double y)
{
  const GdkRectangle *lanes = &marks->timeline->parts.lanes;

  return (Point){ lanes->x + x, lanes->y + y - marks->timeline->scroll_y };
}

/* The pale glyph of @key. */
static const EntenteSceneMark *
find_old (EntenteMarks *marks, const char *key)
{
  const EntenteScene *scene = marks->timeline->scene;
  guint32 row = entente_marks_find_row (marks, key);

  for (guint i = 0; i < scene->n_marks; i++)
    if (scene->marks[i].row == row && (scene->marks[i].flags & ENTENTE_MARK_OLD))
      return &scene->marks[i];
  g_assert_not_reached ();
}

static Point
find_arrow (EntenteMarks *marks, const char *key)
{
  const EntenteScene *scene = marks->timeline->scene;
  guint32 row = entente_marks_find_row (marks, key);

  for (guint i = 0; i < scene->n_links; i++) {
    const double *xy = scene->links[i].xy;

    if (scene->links[i].from_row == row && scene->links[i].to_row == row)
      return to_widget (marks, (xy[0] + xy[6]) / 2, (xy[1] + xy[7]) / 2);
  }
  g_assert_not_reached ();
}

static GtkEventController *
find_click (EntenteMarks *marks)
{
  g_autoptr (GListModel) controllers =
    gtk_widget_observe_controllers (GTK_WIDGET (marks->timeline));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_GESTURE_CLICK (controller))
      return controller;
  }
  g_assert_not_reached ();
}

static void
rest (EntenteMarks *marks, Point point)
{
  entente_timeline_hint_move (marks->timeline, point.x, point.y);
  entente_probe_wait (gtk_widget_get_visible (marks->timeline->hint));
}

static void
check_selects (EntenteMarks *marks, const char *key, Point point)
{
  entente_session_select_event (marks->session, ENTENTE_ID_NONE);
  entente_marks_settle (marks);
  g_signal_emit_by_name (find_click (marks), "released", 1, point.x, point.y);
  g_assert_cmpint (entente_session_get_selected_event (marks->session),
                   ==,
                   entente_id_from_key (key));
  g_assert_cmpint (marks->timeline->focus_event, ==, entente_id_from_key (key));
  entente_marks_settle (marks);
}

/* Glyph and arrow at the old date are as good as the event, whether there is a new date or none. */
static void
test_old_date (void)
{
  static const struct {
    const char *key, *title;
  } cases[] = { { "put-off", "Talks at the lighthouse" }, { "no-new-date", "Talks on the mole" } };
  EntenteMarks *marks = entente_marks_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const EntenteSceneMark *old;

    entente_marks_show (marks, "2018-08-01", "2018-10-20");
    old = find_old (marks, cases[i].key);
    check_selects (marks, cases[i].key, to_widget (marks, old->x, old->y));
    check_selects (marks, cases[i].key, find_arrow (marks, cases[i].key));
    old = find_old (marks, cases[i].key);
    rest (marks, to_widget (marks, old->x + 1, old->y));
    g_assert_true (entente_probe_says (marks->timeline->hint, cases[i].title));
    rest (marks, find_arrow (marks, cases[i].key));
    g_assert_true (entente_probe_says (marks->timeline->hint, cases[i].title));
  }
  entente_marks_free (marks);
}

static Point
find_point (EntenteMarks *marks)
{
  const EntenteSceneMark *mark = entente_marks_find (marks, "day");

  return to_widget (marks, mark->x, mark->y);
}

/* Another selection and another view take it away, and it stays away until the pointer moves. */
static void
test_goes (void)
{
  EntenteMarks *marks = entente_marks_new ();
  GtkWidget *timeline = GTK_WIDGET (marks->timeline);
  Point point;

  entente_marks_show (marks, "2018-08-01", "2018-10-20");
  point = find_point (marks);
  rest (marks, point);
  entente_session_select_event (marks->session, entente_id_from_key ("put-off"));
  g_assert_false (gtk_widget_get_visible (marks->timeline->hint));
  entente_timeline_hint_move (marks->timeline, point.x, point.y); /* it stands still */
  entente_probe_linger (REST_MS);
  g_assert_false (gtk_widget_get_visible (marks->timeline->hint));
  point = find_point (marks);
  rest (marks, (Point){ point.x + 1, point.y });
  gtk_widget_activate_action (timeline, "timeline.zoom-in", NULL);
  g_assert_false (gtk_widget_get_visible (marks->timeline->hint));
  entente_marks_free (marks);
}

/* It neither covers a form nor comes up behind one. */
static void
test_form (void)
{
  EntenteMarks *marks = entente_marks_new ();
  GtkWidget *form = gtk_window_new ();
  Point point;

  entente_marks_show (marks, "2018-08-01", "2018-10-20");
  point = find_point (marks);
  gtk_window_set_modal (GTK_WINDOW (form), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (form), GTK_WINDOW (marks->window));
  gtk_window_present (GTK_WINDOW (form));
  entente_timeline_hint_move (marks->timeline, point.x, point.y);
  entente_probe_linger (REST_MS);
  g_assert_false (gtk_widget_get_visible (marks->timeline->hint));
  gtk_window_destroy (GTK_WINDOW (form));
  rest (marks, (Point){ point.x + 1, point.y });
  gtk_widget_set_state_flags (GTK_WIDGET (marks->timeline), GTK_STATE_FLAG_NORMAL, TRUE);
  gtk_widget_set_state_flags (GTK_WIDGET (marks->timeline), GTK_STATE_FLAG_BACKDROP, FALSE);
  g_assert_false (gtk_widget_get_visible (marks->timeline->hint));
  entente_marks_free (marks);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/timeline-hint/old-date", test_old_date);
  g_test_add_func ("/timeline-hint/goes", test_goes);
  g_test_add_func ("/timeline-hint/form", test_form);
  return g_test_run ();
}
