/* A timeline in a window of somebody else: a session, this widget and nothing more of the program,
 * not even its templates and style sheets. Driven by its public header, its properties and its
 * actions alone.
 */
#include "config.h"

#include "entente-sample-fixture.h"
#include "entente-timeline.h"
#include "entente-widget-probe.h"

typedef struct {
  EntenteSample *sample;
  GtkWidget *window, *other;
  EntenteTimeline *timeline;
  guint n_views, n_reveals, n_messages;
} Alone;

static void
count_cb (guint *n)
{
  (*n)++;
}

static guint
get_n_pictures (Alone *alone)
{
  EntenteTimelineFigures figures;

  entente_timeline_get_figures (alone->timeline, &figures);
  return figures.n_pictures;
}

static guint
get_n_marks (Alone *alone)
{
  EntenteTimelineFigures figures;

  entente_timeline_get_figures (alone->timeline, &figures);
  return figures.n_marks;
}

static void
set_up (Alone *alone)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  *alone = (Alone){ .sample = entente_sample_new () };
  alone->other = gtk_button_new_with_label ("Somebody else’s");
  alone->timeline =
    ENTENTE_TIMELINE (g_object_ref_sink (entente_timeline_new (alone->sample->session)));
  gtk_widget_set_vexpand (GTK_WIDGET (alone->timeline), TRUE);
  gtk_box_append (GTK_BOX (box), alone->other);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (alone->timeline));
  alone->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (alone->window), box);
  gtk_window_set_default_size (GTK_WINDOW (alone->window), 1200, 600);
  gtk_window_present (GTK_WINDOW (alone->window));
  g_signal_connect_swapped (alone->timeline,
                            "notify::visible-span",
                            G_CALLBACK (count_cb),
                            &alone->n_views);
  g_signal_connect_swapped (alone->sample->session,
                            "reveal-words",
                            G_CALLBACK (count_cb),
                            &alone->n_reveals);
  g_signal_connect_swapped (alone->sample->session,
                            "notify-user",
                            G_CALLBACK (count_cb),
                            &alone->n_messages);
  entente_probe_wait (get_n_pictures (alone) > 0 && get_n_marks (alone) > 0);
}

static void
tear_down (Alone *alone)
{
  g_signal_handlers_disconnect_by_data (alone->sample->session, &alone->n_reveals);
  g_signal_handlers_disconnect_by_data (alone->sample->session, &alone->n_messages);
  gtk_window_destroy (GTK_WINDOW (alone->window));
  entente_probe_wait (G_OBJECT (alone->timeline)->ref_count == 1);
  g_assert_finalize_object (alone->timeline);
  entente_sample_free (alone->sample);
}

static void
act (Alone *alone, const char *action)
{
  g_test_message ("%s", action);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (alone->timeline), action, NULL));
}

/* Seen, zoomed, moved and gone back; what a slider and a label beside it follow. */
static void
test_view (void)
{
  Alone alone;
  EntenteSpan whole, near;
  g_autofree char *words = NULL;
  double zoom;

  set_up (&alone);
  whole = entente_timeline_get_visible_span (alone.timeline);
  g_assert_cmpfloat (entente_timeline_get_zoom (alone.timeline), <, 0.1);
  g_object_set (alone.timeline, "zoom", 0.5, NULL);
  near = entente_timeline_get_visible_span (alone.timeline);
  g_assert_cmpint (near.end - near.start, <, (whole.end - whole.start) / 2);
  g_assert_cmpuint (alone.n_views, >, 0);
  g_object_get (alone.timeline, "visible-span", &words, "zoom", &zoom, NULL);
  g_assert_cmpstr (words, !=, "");
  g_assert_cmpfloat_with_epsilon (zoom, 0.5, 0.01);
  act (&alone, "timeline.zoom-in");
  act (&alone, "timeline.pan-later");
  act (&alone, "timeline.zoom-fit");
  entente_probe_wait (entente_timeline_get_zoom (alone.timeline) < 0.1);
  entente_timeline_set_visible_span (alone.timeline, near, FALSE);
  g_assert_cmpint (entente_timeline_get_visible_span (alone.timeline).start, ==, near.start);
  tear_down (&alone);
}

static void
act_on_mark (Alone *alone, const char *action)
{
  GtkWidget *mark = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (alone->timeline)));

  g_assert_true (gtk_widget_is_ancestor (mark, GTK_WIDGET (alone->timeline)));
  g_test_message ("%s", action);
  g_assert_true (gtk_widget_activate_action (mark, action, NULL));
}

/* By keyboard and screen reader: what is chosen is selected in the session, what is asked for is
 * told to whoever listens to it, and an edit is a step of the study. */
static void
test_marks (void)
{
  Alone alone;

  set_up (&alone);
  entente_timeline_focus_marks (alone.timeline);
  act_on_mark (&alone, "mark.first");
  act_on_mark (&alone, "mark.peek");
  entente_probe_wait (entente_session_get_selected_event (alone.sample->session) !=
                      ENTENTE_ID_NONE);
  entente_timeline_focus_marks (alone.timeline);
  act_on_mark (&alone, "mark.show-words");
  entente_probe_wait (alone.n_reveals == 1);
  entente_timeline_focus_marks (alone.timeline);
  act_on_mark (&alone, "mark.pin");
  entente_probe_wait (entente_study_can_undo (alone.sample->study));
  entente_timeline_focus_marks (alone.timeline);
  act_on_mark (&alone, "mark.later");
  entente_probe_wait (alone.n_messages == 1);
  tear_down (&alone);
}

/* What belongs to the window of the program is asked for by name, and nothing happens where it is
 * missing. */
static void
test_without_window (void)
{
  Alone alone;
  GtkWidget *menu;

  set_up (&alone);
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (alone.timeline), "win.new-event", NULL));
  act (&alone, "timeline.menu");
  menu = entente_probe_find (GTK_WIDGET (alone.timeline), GTK_TYPE_POPOVER, 0);
  entente_probe_wait (gtk_widget_get_mapped (menu));
  gtk_popover_popdown (GTK_POPOVER (menu));
  entente_probe_wait (!gtk_widget_get_mapped (menu));
  g_assert_true (gtk_widget_grab_focus (alone.other));
  tear_down (&alone);
}

/* One widget, one study after the other. */
static void
test_sessions (void)
{
  Alone alone;
  EntenteSample *second = entente_sample_new ();

  set_up (&alone);
  entente_timeline_set_session (alone.timeline, NULL);
  entente_probe_wait (get_n_marks (&alone) == 0);
  entente_timeline_set_session (alone.timeline, second->session);
  entente_probe_wait (get_n_marks (&alone) > 0);
  g_assert_true (entente_timeline_get_session (alone.timeline) == second->session);
  entente_timeline_set_session (alone.timeline, alone.sample->session);
  entente_sample_settle (alone.sample);
  entente_probe_wait (G_OBJECT (second->session)->ref_count == 1);
  entente_sample_free (second);
  tear_down (&alone);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/timeline-alone/view", test_view);
  g_test_add_func ("/timeline-alone/marks", test_marks);
  g_test_add_func ("/timeline-alone/without-window", test_without_window);
  g_test_add_func ("/timeline-alone/sessions", test_sessions);
  return g_test_run ();
}
