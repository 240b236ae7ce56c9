/* What keys and actions do with the move that has the keyboard on the timeline, with its lane and
 * with the selection. */
#include "config.h"

#include "entente-form-window.h"
#include "entente-timeline-fixture.h"
#include "entente-widget-probe.h"

static gboolean
is_pinned (EntenteTimelineFixture *fixture, const char *title)
{
  EntenteEventRow values;

  entente_chronicle_get_row (fixture->timeline->chronicle,
                             entente_timeline_fixture_find_row (fixture, title),
                             &values);
  return (values.flags & ENTENTE_ROW_PINNED) != 0;
}

static char *
read_edtf (EntenteTimelineFixture *fixture, const char *title, EntenteBasis *basis)
{
  g_autoptr (EntenteEventDetail) detail =
    entente_study_read_event (fixture->sample->study,
                              entente_timeline_fixture_find_event (fixture, title),
                              NULL);

  if (basis != NULL)
    *basis = detail->event->when->basis;
  return g_strdup (detail->event->when->edtf);
}

static EntenteId
get_lane_actor (EntenteTimelineFixture *fixture, guint lane)
{
  EntenteTimeline *self = fixture->timeline;

  return entente_chronicle_get_actor (self->chronicle, entente_lanes_get (self->lanes, lane)->actor)
    ->record.id;
}

/* R, arrows, Enter: what asked is the answer; Escape leaves without one. */
static void
test_link_by_keys (void)
{
  EntenteTimelineFixture fixture;
  EntenteId asked, other;
  EntenteFormWindow *window;

  entente_timeline_fixture_init (&fixture);
  entente_timeline_fixture_focus (&fixture, ENTENTE_TIMELINE_FIXTURE_EARLIER);
  asked = entente_timeline_fixture_find_event (&fixture, ENTENTE_TIMELINE_FIXTURE_EARLIER);
  g_assert_true (entente_timeline_fixture_press (&fixture, GDK_KEY_r, 0));
  g_assert_true (fixture.timeline->linking);
  g_assert_true (entente_timeline_fixture_press (&fixture, GDK_KEY_Escape, 0));
  g_assert_false (fixture.timeline->linking);
  g_assert_true (entente_timeline_fixture_press (&fixture, GDK_KEY_r, 0));
  entente_timeline_fixture_focus (&fixture, ENTENTE_TIMELINE_FIXTURE_LATER);
  other = entente_timeline_fixture_find_event (&fixture, ENTENTE_TIMELINE_FIXTURE_LATER);
  g_assert_true (entente_timeline_fixture_press (&fixture, GDK_KEY_Return, 0));
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  g_signal_emit_by_name (window, "accept");
  entente_probe_wait (entente_timeline_fixture_answers (&fixture, asked, other));
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  g_assert_false (fixture.timeline->linking);
  entente_timeline_fixture_clear (&fixture);
}

/* What the menu of a lane or a move filters by. */
static void
test_filters (void)
{
  EntenteTimelineFixture fixture;
  const EntenteActor *actor;
  const EntenteQuery *query;

  entente_timeline_fixture_init (&fixture);
  actor = entente_chronicle_get_actor (fixture.timeline->chronicle,
                                       entente_lanes_get (fixture.timeline->lanes, 0)->actor);
  gtk_widget_activate_action (GTK_WIDGET (fixture.timeline),
                              "timeline.only-actor",
                              "x",
                              actor->record.id);
  query = entente_session_get_query (fixture.sample->session);
  g_assert_cmpuint (query->actors->len, ==, 1);
  g_assert_true (entente_query_has_id (query->actors, actor->record.id));
  gtk_widget_activate_action (GTK_WIDGET (fixture.timeline),
                              "timeline.only-between",
                              "(xx)",
                              actor->record.id,
                              actor->record.id + 1);
  query = entente_session_get_query (fixture.sample->session);
  g_assert_cmpint (query->match, ==, ENTENTE_MATCH_BETWEEN);
  g_assert_true (query->exclusive);
  gtk_widget_activate_action (GTK_WIDGET (fixture.timeline),
                              "timeline.only-actor",
                              "x",
                              actor->record.id);
  query = entente_session_get_query (fixture.sample->session);
  g_assert_cmpint (query->match, ==, ENTENTE_MATCH_ANY);
  g_assert_false (query->exclusive);
  entente_timeline_fixture_clear (&fixture);
}

/* Two steps are one edit; Escape leaves the date as it was. */
static void
test_shift (void)
{
  EntenteTimelineFixture fixture;
  g_autofree char *before = NULL, *dropped = NULL, *moved = NULL, *undone = NULL;
  EntenteBasis basis;

  entente_timeline_fixture_init (&fixture);
  entente_timeline_fixture_focus (&fixture, ENTENTE_TIMELINE_FIXTURE_EARLIER);
  before = read_edtf (&fixture, ENTENTE_TIMELINE_FIXTURE_EARLIER, NULL);
  g_assert_cmpstr (before, ==, "2018-02-28");
  g_assert_true (entente_timeline_fixture_press (&fixture, GDK_KEY_Right, GDK_ALT_MASK));
  g_assert_true (entente_timeline_fixture_press (&fixture, GDK_KEY_Escape, 0));
  g_assert_null (fixture.timeline->shift);
  entente_timeline_fixture_settle (&fixture);
  dropped = read_edtf (&fixture, ENTENTE_TIMELINE_FIXTURE_EARLIER, NULL);
  g_assert_cmpstr (dropped, ==, before);
  g_assert_true (entente_timeline_fixture_press (&fixture, GDK_KEY_Right, GDK_ALT_MASK));
  g_assert_true (entente_timeline_fixture_press (&fixture, GDK_KEY_Right, GDK_ALT_MASK));
  entente_probe_wait (fixture.timeline->shift == NULL);
  entente_timeline_fixture_settle (&fixture);
  moved = read_edtf (&fixture, ENTENTE_TIMELINE_FIXTURE_EARLIER, &basis);
  g_assert_cmpstr (moved, ==, "2018-03-02");
  g_assert_cmpint (basis, ==, ENTENTE_BASIS_INFERRED);
  entente_timeline_fixture_undo (&fixture);
  undone = read_edtf (&fixture, ENTENTE_TIMELINE_FIXTURE_EARLIER, NULL);
  g_assert_cmpstr (undone, ==, before);
  entente_timeline_fixture_clear (&fixture);
}

/* A step on another move before the first one was even read: both are kept, each as an edit of its
 * own. */
static void
test_shift_on (void)
{
  EntenteTimelineFixture fixture;
  g_autofree char *before = NULL, *moved = NULL, *later = NULL, *later_moved = NULL;

  entente_timeline_fixture_init (&fixture);
  later = read_edtf (&fixture, ENTENTE_TIMELINE_FIXTURE_LATER, NULL);
  before = read_edtf (&fixture, ENTENTE_TIMELINE_FIXTURE_EARLIER, NULL);
  entente_timeline_fixture_focus (&fixture, ENTENTE_TIMELINE_FIXTURE_LATER);
  entente_timeline_shift_step (fixture.timeline, 1);
  fixture.timeline->focus_event =
    entente_timeline_fixture_find_event (&fixture, ENTENTE_TIMELINE_FIXTURE_EARLIER);
  entente_timeline_shift_step (fixture.timeline, 1);
  entente_probe_wait (fixture.timeline->shift == NULL);
  entente_timeline_fixture_settle (&fixture);
  moved = read_edtf (&fixture, ENTENTE_TIMELINE_FIXTURE_EARLIER, NULL);
  g_assert_cmpstr (before, ==, "2018-02-28");
  g_assert_cmpstr (moved, ==, "2018-03-01");
  later_moved = read_edtf (&fixture, ENTENTE_TIMELINE_FIXTURE_LATER, NULL);
  g_assert_cmpstr (later, !=, later_moved);
  entente_timeline_fixture_clear (&fixture);
}

static void
told_cb (EntenteSession *session, const char *message, gint64 step, char **told)
{
  g_free (*told);
  *told = g_strdup (message);
}

/* Date, who, what, towards whom, title, source. */
static void
test_copy (void)
{
  EntenteTimelineFixture fixture;
  EntenteId events[2];
  g_autofree char *text = NULL, *told = NULL;
  g_auto (GStrv) lines = NULL, cells = NULL;
  g_autoptr (GdkTexture) picture = NULL;
  GdkContentFormats *formats;

  entente_timeline_fixture_init (&fixture);
  events[0] = entente_timeline_fixture_find_event (&fixture, ENTENTE_TIMELINE_FIXTURE_LATER);
  events[1] = entente_timeline_fixture_find_event (&fixture, ENTENTE_TIMELINE_FIXTURE_EARLIER);
  entente_session_select_events (fixture.sample->session, events, 2);
  text = entente_timeline_copy_make_text (fixture.timeline);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  cells = g_strsplit (lines[0], "\t", -1);
  g_assert_cmpuint (g_strv_length (cells), ==, 6);
  g_assert_cmpstr (cells[0], ==, "28 February 2018");
  g_assert_cmpstr (cells[2], ==, "offer");
  g_assert_cmpstr (cells[4], ==, ENTENTE_TIMELINE_FIXTURE_EARLIER);
  g_assert_true (*cells[1] != '\0' && *cells[3] != '\0' && *cells[5] != '\0');
  picture = entente_timeline_copy_make_picture (fixture.timeline);
  g_assert_cmpint (gdk_texture_get_width (picture),
                   ==,
                   gtk_widget_get_width (GTK_WIDGET (fixture.timeline)) *
                     gtk_widget_get_scale_factor (GTK_WIDGET (fixture.timeline)));
  g_assert_true (entente_timeline_fixture_press (&fixture, GDK_KEY_c, GDK_CONTROL_MASK));
  entente_probe_wait (
    gdk_clipboard_is_local (gtk_widget_get_clipboard (GTK_WIDGET (fixture.timeline))));
  formats = gdk_clipboard_get_formats (gtk_widget_get_clipboard (GTK_WIDGET (fixture.timeline)));
  g_assert_true (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING));
  g_assert_true (gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE));
  /* Of a picture nothing shows in the window: it is said. */
  g_signal_connect (fixture.sample->session, "notify-user", G_CALLBACK (told_cb), &told);
  g_assert_true (
    entente_timeline_fixture_press (&fixture, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK));
  g_assert_cmpstr (told, ==, "Picture copied");
  entente_timeline_fixture_clear (&fixture);
}

/* Space selects and shows the words without taking the keyboard; Space again closes. */
static void
test_peek (void)
{
  EntenteTimelineFixture fixture;
  EntenteTimeline *self;

  entente_timeline_fixture_init (&fixture);
  self = fixture.timeline;
  entente_timeline_fixture_focus (&fixture, ENTENTE_TIMELINE_FIXTURE_EARLIER);
  g_assert_true (entente_timeline_fixture_press (&fixture, GDK_KEY_space, 0));
  entente_probe_wait (self->popover != NULL);
  g_assert_true (entente_probe_says (self->popover, ENTENTE_TIMELINE_FIXTURE_EARLIER));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture.window)) == self->items[self->item]);
  g_assert_true (entente_timeline_fixture_press (&fixture, GDK_KEY_space, 0));
  g_assert_null (self->popover);
  entente_timeline_fixture_settle (&fixture);
  g_assert_null (self->popover);
  entente_timeline_fixture_clear (&fixture);
}

/* Also for a move that is far out of sight the menu comes up, within the window. */
static void
test_menu_out_of_sight (void)
{
  EntenteTimelineFixture fixture;
  EntenteTimeline *self;
  EntenteSpan hour = { 0, 3600 };
  GdkRectangle at;

  entente_timeline_fixture_init (&fixture);
  self = fixture.timeline;
  entente_timeline_fixture_focus (&fixture, ENTENTE_TIMELINE_FIXTURE_EARLIER);
  hour.start = self->extent.end - 7200;
  hour.end = self->extent.end - 3600;
  entente_timeline_set_visible_span (self, hour, FALSE);
  entente_timeline_fixture_settle (&fixture);
  gtk_widget_activate_action (GTK_WIDGET (self), "timeline.peek", NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "timeline.menu", NULL);
  g_assert_true (GTK_IS_POPOVER_MENU (self->popover));
  g_assert_true (gtk_popover_get_pointing_to (GTK_POPOVER (self->popover), &at));
  g_assert_cmpint (at.x, >=, 0);
  g_assert_cmpint (at.x + at.width, <=, gtk_widget_get_width (GTK_WIDGET (self)));
  entente_timeline_fixture_settle (&fixture);
  entente_timeline_fixture_clear (&fixture);
}

/* What assistive technology does through the object in focus. */
static void
test_mark_actions (void)
{
  EntenteTimelineFixture fixture;
  EntenteTimeline *self;
  EntenteId event;

  entente_timeline_fixture_init (&fixture);
  self = fixture.timeline;
  g_assert_false (is_pinned (&fixture, ENTENTE_TIMELINE_FIXTURE_UNPINNED));
  entente_timeline_fixture_focus (&fixture, ENTENTE_TIMELINE_FIXTURE_UNPINNED);
  event = self->focus_event;
  g_assert_true (gtk_widget_activate_action (self->items[self->item], "mark.pin", NULL));
  entente_probe_wait (is_pinned (&fixture, ENTENTE_TIMELINE_FIXTURE_UNPINNED));
  entente_timeline_fixture_undo (&fixture);
  entente_probe_wait (!is_pinned (&fixture, ENTENTE_TIMELINE_FIXTURE_UNPINNED));
  g_assert_true (gtk_widget_activate_action (self->items[self->item], "mark.next", NULL));
  g_assert_cmpint (self->focus_event, !=, event);
  entente_timeline_fixture_clear (&fixture);
}

static void
test_lane_order (void)
{
  EntenteTimelineFixture fixture;
  EntenteId first, second;

  entente_timeline_fixture_init (&fixture);
  entente_timeline_fixture_focus (&fixture, ENTENTE_TIMELINE_FIXTURE_LATER);
  fixture.timeline->focus_lane = 0;
  first = get_lane_actor (&fixture, 0);
  second = get_lane_actor (&fixture, 1);
  g_assert_true (entente_timeline_fixture_press (&fixture, GDK_KEY_Down, GDK_ALT_MASK));
  entente_probe_wait (get_lane_actor (&fixture, 0) == second);
  g_assert_cmpint (get_lane_actor (&fixture, 1), ==, first);
  g_assert_cmpuint (fixture.timeline->focus_lane, ==, 1);
  entente_timeline_fixture_undo (&fixture);
  entente_probe_wait (get_lane_actor (&fixture, 0) == first);
  entente_timeline_fixture_clear (&fixture);
}

/* At a scale where moves lie on each other: L lists them, and one chosen has the keyboard. */
static void
test_bundle (void)
{
  EntenteTimelineFixture fixture;
  EntenteTimeline *self;
  const EntenteSceneBundle *bundle;
  GtkWidget *view;
  guint32 second;

  entente_timeline_fixture_init (&fixture);
  self = fixture.timeline;
  entente_timeline_zoom_by (self, 1.0 / 40);
  entente_probe_wait (self->animation_tick == 0);
  entente_timeline_fixture_settle (&fixture);
  g_assert_cmpuint (self->scene->n_bundles, >, 0);
  bundle = &self->scene->bundles[0];
  second = entente_lanes_get (self->lanes, bundle->lane)->filtered[bundle->first + 1];
  entente_timeline_keys_focus_row (
    self,
    entente_lanes_get (self->lanes, bundle->lane)->filtered[bundle->first],
    bundle->lane,
    TRUE);
  g_assert_true (entente_timeline_fixture_press (&fixture, GDK_KEY_l, 0));
  view = entente_probe_find (self->popover, GTK_TYPE_LIST_VIEW, 0);
  g_signal_emit_by_name (view, "activate", 1);
  g_assert_null (self->popover);
  g_assert_cmpint (self->focus_event, ==, entente_chronicle_get_id (self->chronicle, second));
  entente_timeline_fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/timeline-actions/link-by-keys", test_link_by_keys);
  g_test_add_func ("/timeline-actions/filters", test_filters);
  g_test_add_func ("/timeline-actions/shift", test_shift);
  g_test_add_func ("/timeline-actions/shift-on", test_shift_on);
  g_test_add_func ("/timeline-actions/copy", test_copy);
  g_test_add_func ("/timeline-actions/peek", test_peek);
  g_test_add_func ("/timeline-actions/mark-actions", test_mark_actions);
  g_test_add_func ("/timeline-actions/lane-order", test_lane_order);
  g_test_add_func ("/timeline-actions/bundle", test_bundle);
  g_test_add_func ("/timeline-actions/menu-out-of-sight", test_menu_out_of_sight);
  return g_test_run ();
}
