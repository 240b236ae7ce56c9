/* The pointer at rest: on a mark it lights the words in the article, on words their mark; both
 * panes as they stand side by side. Nothing scrolls, nothing is selected, and when it leaves all is
 * as before. */
#include "config.h"

#include "entente-article-lines.h"
#include "entente-article-text.h"
#include "entente-article-view.h"
#include "entente-sample-fixture.h"
#include "entente-timeline-private.h"
#include "entente-widget-probe.h"

#include <adwaita.h>

typedef struct {
  EntenteSample *sample;
  GtkWidget *window, *view;
  EntenteTimeline *timeline;
  EntenteArticleText *text;
} Panes;

static gboolean
is_ready (Panes *panes)
{
  return gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (panes->text))) >
           0 &&
         panes->timeline->image_node != NULL && panes->timeline->scene->n_marks > 0;
}

static void
open_panes (Panes *panes)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  panes->sample = entente_sample_new ();
  panes->window = gtk_window_new ();
  panes->view = entente_article_view_new (panes->sample->session);
  panes->timeline = ENTENTE_TIMELINE (entente_timeline_new (panes->sample->session));
  gtk_widget_set_size_request (panes->view, -1, 400);
  gtk_widget_set_size_request (GTK_WIDGET (panes->timeline), -1, 500);
  gtk_box_append (GTK_BOX (box), panes->view);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (panes->timeline));
  gtk_window_set_default_size (GTK_WINDOW (panes->window), 1200, 900);
  gtk_window_set_child (GTK_WINDOW (panes->window), box);
  gtk_window_present (GTK_WINDOW (panes->window));
  panes->text = entente_probe_find (panes->view, ENTENTE_TYPE_ARTICLE_TEXT, 0);
  entente_probe_wait (is_ready (panes));
  entente_sample_settle (panes->sample);
  entente_timeline_ensure_scene (panes->timeline);
}

static void
close_panes (Panes *panes)
{
  gpointer view = panes->view;

  g_object_add_weak_pointer (G_OBJECT (view), &view);
  gtk_window_destroy (GTK_WINDOW (panes->window));
  entente_probe_wait (view == NULL);
  entente_sample_free (panes->sample);
}

static GBytes *
draw_once (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  GBytes *bytes;

  entente_probe_linger (100); /* the frame that shows it */
  gdk_paintable_snapshot (paintable,
                          snapshot,
                          gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  node = gtk_snapshot_to_node (snapshot);
  bytes = gsk_render_node_serialize (node);
  gsk_render_node_unref (node);
  return bytes;
}

/* What a widget draws, once titles have all come. */
static GBytes *
draw (GtkWidget *widget)
{
  GBytes *bytes = draw_once (widget);

  for (;;) {
    GBytes *next = draw_once (widget);
    gboolean same = g_bytes_equal (bytes, next);

    g_bytes_unref (bytes);
    bytes = next;
    if (same)
      return bytes;
  }
}

static GtkEventController *
find_motion (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_EVENT_CONTROLLER_MOTION (controller) &&
        g_signal_has_handler_pending (controller,
                                      g_signal_lookup ("motion", GTK_TYPE_EVENT_CONTROLLER_MOTION),
                                      0,
                                      FALSE))
      return controller;
  }
  g_assert_not_reached ();
}

static void
move (GtkWidget *widget, double x, double y)
{
  g_signal_emit_by_name (find_motion (widget), "motion", x, y);
}

static void
leave (GtkWidget *widget)
{
  g_signal_emit_by_name (find_motion (widget), "leave");
}

/* A mark of the article that is in sight, and the point of its words. */
static const EntenteArticleMark *
find_words (Panes *panes, int *x, int *y)
{
  EntenteArticleMarks *marks = entente_article_text_get_marks (panes->text);
  EntenteArticleFlow *flow = entente_article_text_get_flow (panes->text);
  const EntenteArticleMark *mark = NULL;
  GdkRectangle rect = { 0 };

  for (guint i = 0; i < entente_article_marks_get_n (marks); i++) {
    int offset;

    mark = entente_article_marks_get (marks, i);
    offset = entente_article_flow_to_offset (flow, (mark->start + mark->end) / 2);
    rect = entente_article_lines_get_place (GTK_TEXT_VIEW (panes->text), offset);
    gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (panes->text),
                                           GTK_TEXT_WINDOW_WIDGET,
                                           rect.x,
                                           rect.y,
                                           x,
                                           y);
    if (*y > 0 && entente_scene_find_mark (panes->timeline->scene, mark->row) != NULL)
      break;
  }
  *x += 2;
  *y += rect.height / 2;
  return mark;
}

static double
get_scroll (Panes *panes)
{
  return gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (panes->text)));
}

static void
test_mark_lights_words (void)
{
  Panes panes;
  int x, y;
  EntenteId event;
  const EntenteSceneMark *mark;
  g_autoptr (GBytes) before = NULL, lit = NULL, after = NULL;
  double scroll;

  open_panes (&panes);
  event = find_words (&panes, &x, &y)->event;
  mark = entente_scene_find_mark (panes.timeline->scene,
                                  entente_chronicle_find_row (panes.timeline->chronicle, event));
  scroll = get_scroll (&panes);
  before = draw (GTK_WIDGET (panes.text));
  move (GTK_WIDGET (panes.timeline),
        panes.timeline->parts.lanes.x + mark->x,
        panes.timeline->parts.lanes.y + mark->y);
  g_assert_cmpint (entente_session_get_hovered_event (panes.sample->session), ==, 0);
  entente_probe_wait (entente_session_get_hovered_event (panes.sample->session) == event);
  lit = draw (GTK_WIDGET (panes.text));
  g_assert_false (g_bytes_equal (before, lit));
  g_assert_cmpint (entente_session_get_selected_event (panes.sample->session), ==, 0);
  g_assert_cmpfloat (get_scroll (&panes), ==, scroll);
  leave (GTK_WIDGET (panes.timeline));
  g_assert_cmpint (entente_session_get_hovered_event (panes.sample->session), ==, 0);
  after = draw (GTK_WIDGET (panes.text));
  g_assert_true (g_bytes_equal (before, after));
  close_panes (&panes);
}

static void
test_words_light_mark (void)
{
  Panes panes;
  int x, y;
  EntenteId event;
  EntenteTimescale scale;
  g_autoptr (GBytes) before = NULL, lit = NULL, after = NULL;

  open_panes (&panes);
  event = find_words (&panes, &x, &y)->event;
  scale = panes.timeline->scale;
  before = draw (GTK_WIDGET (panes.timeline));
  move (GTK_WIDGET (panes.text), x, y);
  entente_probe_wait (entente_session_get_hovered_event (panes.sample->session) == event);
  lit = draw (GTK_WIDGET (panes.timeline));
  g_assert_false (g_bytes_equal (before, lit));
  g_assert_cmpint (entente_session_get_selected_event (panes.sample->session), ==, 0);
  g_assert_true (entente_timescale_equal (&scale, &panes.timeline->scale));
  leave (GTK_WIDGET (panes.text));
  g_assert_cmpint (entente_session_get_hovered_event (panes.sample->session), ==, 0);
  after = draw (GTK_WIDGET (panes.timeline));
  g_assert_true (g_bytes_equal (before, after));
  close_panes (&panes);
}

/* Passing over marks says nothing. */
static void
test_passing (void)
{
  Panes panes;
  const EntenteScene *scene;

  open_panes (&panes);
  scene = panes.timeline->scene;
  for (guint i = 0; i < MIN (scene->n_marks, 6); i++) {
    move (GTK_WIDGET (panes.timeline),
          panes.timeline->parts.lanes.x + scene->marks[i].x,
          panes.timeline->parts.lanes.y + scene->marks[i].y);
    g_assert_cmpint (entente_session_get_hovered_event (panes.sample->session), ==, 0);
  }
  close_panes (&panes);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/hover/mark-lights-words", test_mark_lights_words);
  g_test_add_func ("/hover/words-light-mark", test_words_light_mark);
  g_test_add_func ("/hover/passing", test_passing);
  return g_test_run ();
}
