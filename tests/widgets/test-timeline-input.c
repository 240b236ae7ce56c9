/* What a hand does on the timeline, with a study: drags from mark to mark, from the shelf to the
 * axis, around moves; wheel, context menu, views before. Gestures are played by what they call.
 */
#include "config.h"

#include "entente-date-field.h"
#include "entente-form-window.h"
#include "entente-timeline-fixture.h"
#include "entente-widget-probe.h"

static void
drag (EntenteTimelineFixture *fixture,
      double x0,
      double y0,
      double x1,
      double y1,
      GdkModifierType state)
{
  entente_timeline_input_begin_drag (fixture->timeline, x0, y0, state, FALSE);
  entente_timeline_input_drag (fixture->timeline, (x1 - x0) / 2, (y1 - y0) / 2);
  entente_timeline_input_drag (fixture->timeline, x1 - x0, y1 - y0);
  entente_timeline_input_end_drag (fixture->timeline);
}

/* Whichever way it is dragged, the later move is the answer. */
static void
test_link_by_drag (void)
{
  EntenteTimelineFixture fixture;
  EntenteId later, earlier;
  double x0, y0, x1, y1;
  EntenteFormWindow *window;

  entente_timeline_fixture_init (&fixture);
  later = entente_timeline_fixture_find_event (&fixture, ENTENTE_TIMELINE_FIXTURE_LATER);
  earlier = entente_timeline_fixture_find_event (&fixture, ENTENTE_TIMELINE_FIXTURE_EARLIER);
  entente_timeline_fixture_find_mark (&fixture, ENTENTE_TIMELINE_FIXTURE_EARLIER, &x0, &y0);
  entente_timeline_fixture_find_mark (&fixture, ENTENTE_TIMELINE_FIXTURE_LATER, &x1, &y1);
  g_assert_false (entente_timeline_fixture_answers (&fixture, later, earlier));
  drag (&fixture, x0, y0, x1, y1, 0);
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_wait (entente_probe_says (GTK_WIDGET (window), ENTENTE_TIMELINE_FIXTURE_EARLIER) &&
                      entente_probe_says (GTK_WIDGET (window), ENTENTE_TIMELINE_FIXTURE_LATER));
  g_assert_false (entente_timeline_fixture_answers (&fixture, later, earlier));
  g_signal_emit_by_name (window, "accept");
  entente_probe_wait (entente_timeline_fixture_answers (&fixture, later, earlier));
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  entente_timeline_fixture_undo (&fixture);
  g_assert_false (entente_timeline_fixture_answers (&fixture, later, earlier));
  entente_timeline_fixture_clear (&fixture);
}

/* Dropped on the ground, a drag from a mark asks for nothing and moves nothing. */
static void
test_drag_to_nowhere (void)
{
  EntenteTimelineFixture fixture;
  EntenteTimescale before;
  double x, y, x1, y1;

  entente_timeline_fixture_init (&fixture);
  entente_timeline_fixture_find_mark (&fixture, ENTENTE_TIMELINE_FIXTURE_EARLIER, &x, &y);
  before = fixture.timeline->scale;
  drag (&fixture, x, y, x + 60, fixture.timeline->parts.eras.y + 2, 0);
  entente_timeline_fixture_settle (&fixture);
  g_assert_true (entente_timescale_equal (&before, &fixture.timeline->scale));
  g_assert_cmpint (fixture.timeline->link_from, ==, ENTENTE_ID_NONE);
  /* Nor does one that Escape ended above a mark. */
  entente_timeline_input_begin_drag (fixture.timeline, x, y, 0, FALSE);
  entente_timeline_fixture_find_mark (&fixture, ENTENTE_TIMELINE_FIXTURE_LATER, &x1, &y1);
  entente_timeline_input_drag (fixture.timeline, x1 - x, y1 - y);
  g_assert_cmpuint (fixture.timeline->link_to, !=, ENTENTE_NO_INDEX);
  g_assert_true (entente_timeline_fixture_press (&fixture, GDK_KEY_Escape, 0));
  entente_timeline_input_end_drag (fixture.timeline);
  entente_timeline_fixture_settle (&fixture);
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  entente_timeline_fixture_clear (&fixture);
}

/* The date under the pointer is proposed, as the coder's, and nothing changes before it is
 * accepted. */
static void
test_date_of_chip (void)
{
  EntenteTimelineFixture fixture;
  EntenteTimeline *self;
  EntenteFormWindow *window;
  const EntenteSceneChip *chip;
  g_autoptr (EntenteDate) expected = NULL, date = NULL;
  gint64 version;
  double x;

  entente_timeline_fixture_init (&fixture);
  self = fixture.timeline;
  version = entente_study_get_version (fixture.sample->study);
  chip = &self->scene->chips[0];
  x = self->parts.axis.x + self->parts.axis.width / 2.0;
  expected = entente_timeline_dating_find (self, x - self->parts.lanes.x);
  drag (&fixture,
        self->parts.shelf.x + chip->x + chip->width / 2,
        self->parts.shelf.y + self->parts.shelf.height / 2.0,
        x,
        self->parts.axis.y + 4,
        0);
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_wait (gtk_widget_get_mapped (GTK_WIDGET (window)));
  date = entente_date_field_dup_date (
    entente_probe_find (GTK_WIDGET (window), ENTENTE_TYPE_DATE_FIELD, 0));
  g_assert_cmpstr (date->edtf, ==, expected->edtf);
  g_assert_cmpint (date->basis, ==, ENTENTE_BASIS_INFERRED);
  g_assert_cmpint (entente_study_get_version (fixture.sample->study), ==, version);
  entente_form_window_finish (window);
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  entente_timeline_fixture_clear (&fixture);
}

/* With Shift a drag draws a band, also where it begins on a mark, and selects what stands in it. */
static void
test_rubber_band (void)
{
  EntenteTimelineFixture fixture;
  EntenteTimescale before;
  double x, y;

  entente_timeline_fixture_init (&fixture);
  before = fixture.timeline->scale;
  entente_timeline_fixture_find_mark (&fixture, ENTENTE_TIMELINE_FIXTURE_EARLIER, &x, &y);
  drag (&fixture, x - 9, y - 9, x + 9, y + 9, GDK_SHIFT_MASK);
  g_assert_cmpuint (fixture.timeline->selection->len, >=, 1);
  g_assert_true (entente_session_is_selected (
    fixture.sample->session,
    entente_timeline_fixture_find_event (&fixture, ENTENTE_TIMELINE_FIXTURE_EARLIER)));
  g_assert_true (entente_timescale_equal (&before, &fixture.timeline->scale));
  drag (&fixture,
        fixture.timeline->parts.lanes.x + 1,
        fixture.timeline->parts.lanes.y + 1,
        fixture.timeline->parts.lanes.x + fixture.timeline->parts.lanes.width - 1.0,
        fixture.timeline->parts.lanes.y + fixture.timeline->parts.lanes.height - 1.0,
        GDK_SHIFT_MASK);
  g_assert_cmpuint (fixture.timeline->selection->len, >, 20);
  entente_timeline_fixture_clear (&fixture);
}

static void
go_to (EntenteTimelineFixture *fixture, const char *first, const char *last)
{
  g_autoptr (EntenteDate) from = entente_date_parse (first, NULL),
                          to = entente_date_parse (last, NULL);
  EntenteSpan span = { entente_date_get_window (from).start, entente_date_get_window (to).end };

  entente_timeline_set_visible_span (fixture->timeline, span, FALSE);
  entente_timeline_history_rest (fixture->timeline);
}

static void
go_through_views (EntenteTimelineFixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), action, NULL);
  entente_probe_wait (fixture->timeline->animation_tick == 0);
}

static gboolean
shows (EntenteTimelineFixture *fixture, const char *first)
{
  g_autoptr (EntenteDate) from = entente_date_parse (first, NULL);
  EntenteSpan view = entente_timeline_get_visible_span (fixture->timeline);

  return ABS (view.start - entente_date_get_window (from).start) <= ENTENTE_SECONDS_PER_DAY;
}

static void
test_history (void)
{
  EntenteTimelineFixture fixture;
  gboolean back, forward;

  entente_timeline_fixture_init (&fixture);
  g_assert_true (fixture.timeline->fitted);
  go_to (&fixture, "2018-03", "2018-05");
  go_to (&fixture, "2018-07", "2018-08");
  go_through_views (&fixture, "timeline.view-back");
  g_assert_true (shows (&fixture, "2018-03"));
  go_through_views (&fixture, "timeline.view-back");
  g_assert_true (fixture.timeline->fitted);
  g_object_get (fixture.timeline, "can-go-back", &back, "can-go-forward", &forward, NULL);
  g_assert_false (back);
  g_assert_true (forward);
  g_assert_true (entente_timeline_fixture_press (&fixture, GDK_KEY_period, GDK_ALT_MASK));
  g_assert_true (entente_timeline_fixture_press (&fixture, GDK_KEY_period, GDK_ALT_MASK));
  entente_probe_wait (fixture.timeline->animation_tick == 0);
  g_assert_true (shows (&fixture, "2018-07"));
  g_assert_true (entente_timeline_fixture_press (&fixture, GDK_KEY_comma, GDK_ALT_MASK));
  entente_probe_wait (fixture.timeline->animation_tick == 0);
  go_to (&fixture, "2018-09", "2018-10");
  g_object_get (fixture.timeline, "can-go-forward", &forward, NULL);
  g_assert_false (forward);
  go_through_views (&fixture, "timeline.view-back");
  g_assert_true (shows (&fixture, "2018-03"));
  entente_timeline_fixture_clear (&fixture);
}

/* The filter is a part of the view: back brings the one before, forward that which was set. */
static void
test_history_of_filter (void)
{
  EntenteTimelineFixture fixture;
  EntenteSession *session;
  g_autoptr (EntenteQuery) query = NULL;

  entente_timeline_fixture_init (&fixture);
  session = fixture.timeline->session;
  query = entente_query_copy (entente_session_get_query (session));
  query->groups = 1u << ENTENTE_GROUP_INVITE;
  entente_session_set_query (session, query);
  entente_timeline_history_rest (fixture.timeline);
  go_through_views (&fixture, "timeline.view-back");
  g_assert_cmpuint (entente_session_get_query (session)->groups, ==, 0);
  go_through_views (&fixture, "timeline.view-forward");
  g_assert_cmpuint (entente_session_get_query (session)->groups, ==, query->groups);
  entente_timeline_fixture_clear (&fixture);
}

/* A view that stands still is kept without being told, and one under way is not. */
static void
test_rest (void)
{
  EntenteTimelineFixture fixture;
  gboolean back = FALSE;

  entente_timeline_fixture_init (&fixture);
  entente_timeline_zoom_by (fixture.timeline, 3);
  while (!back) {
    entente_probe_turn ();
    g_object_get (fixture.timeline, "can-go-back", &back, NULL);
  }
  g_assert_cmpuint (fixture.timeline->animation_tick, ==, 0);
  go_through_views (&fixture, "timeline.view-back");
  g_assert_true (fixture.timeline->fitted);
  entente_timeline_fixture_clear (&fixture);
}

/* Through time no further than half a screen beyond the study; with Shift, and over the names, the
 * lanes scroll. */
static void
test_wheel (void)
{
  EntenteTimelineFixture fixture;
  EntenteTimeline *self;
  EntenteSpan view;
  EntenteTimescale before;

  entente_timeline_fixture_init (&fixture);
  self = fixture.timeline;
  self->pointer_x = self->parts.lanes.x + 100;
  for (guint i = 0; i < 500; i++)
    entente_timeline_input_scroll (self, 0, 3, 0);
  view = entente_timeline_get_visible_span (self);
  g_assert_cmpint (ABS ((view.start + view.end) / 2 - self->extent.end), <=, 60);
  for (guint i = 0; i < 1000; i++)
    entente_timeline_input_scroll (self, 0, -3, 0);
  view = entente_timeline_get_visible_span (self);
  g_assert_cmpint (ABS ((view.start + view.end) / 2 - self->extent.start), <=, 60);
  gtk_window_set_default_size (GTK_WINDOW (fixture.window), 1500, 300);
  entente_probe_wait (self->scene->height > self->parts.lanes.height);
  entente_timeline_fixture_settle (&fixture);
  before = self->scale;
  entente_timeline_input_scroll (self, 0, 1, GDK_SHIFT_MASK);
  g_assert_cmpfloat (self->scroll_y, >, 0);
  entente_timeline_input_scroll (self, 0, -3, GDK_SHIFT_MASK);
  g_assert_cmpfloat (self->scroll_y, ==, 0);
  self->pointer_x = 20;
  entente_timeline_input_scroll (self, 0, 1, 0);
  g_assert_cmpfloat (self->scroll_y, >, 0);
  g_assert_true (entente_timescale_equal (&before, &self->scale));
  entente_timeline_fixture_clear (&fixture);
}

static void
close_menu (EntenteTimelineFixture *fixture)
{
  entente_timeline_popover_close (fixture->timeline);
  g_assert_null (fixture->timeline->popover);
  entente_timeline_fixture_settle (fixture);
}

static void
test_menu (void)
{
  EntenteTimelineFixture fixture;
  EntenteTimeline *self;
  double x, y;

  entente_timeline_fixture_init (&fixture);
  self = fixture.timeline;
  entente_timeline_fixture_find_mark (&fixture, ENTENTE_TIMELINE_FIXTURE_EARLIER, &x, &y);
  entente_timeline_menu_show_at (self, x, y);
  g_assert_true (GTK_IS_POPOVER_MENU (self->popover));
  g_assert_true (entente_session_is_selected (
    fixture.sample->session,
    entente_timeline_fixture_find_event (&fixture, ENTENTE_TIMELINE_FIXTURE_EARLIER)));
  g_assert_true (entente_probe_says (self->popover, "Go to the Words"));
  g_assert_true (entente_probe_says (self->popover, "Delete"));
  close_menu (&fixture);
  entente_timeline_menu_show_at (self, 60, self->parts.lanes.y + 10);
  g_assert_true (entente_probe_says (self->popover, "Move Down"));
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  entente_timeline_fixture_settle (&fixture);
  entente_timeline_menu_show_at (self, self->parts.axis.x + 50, self->parts.axis.y + 5);
  g_assert_true (entente_probe_says (self->popover, "Whole Study"));
  close_menu (&fixture);
  entente_timeline_fixture_focus (&fixture, ENTENTE_TIMELINE_FIXTURE_LATER);
  g_assert_true (entente_timeline_fixture_press (&fixture, GDK_KEY_Menu, 0));
  g_assert_true (entente_probe_says (self->popover, "Edit Event…"));
  g_assert_cmpint (g_array_index (self->selection, EntenteId, 0),
                   ==,
                   entente_timeline_fixture_find_event (&fixture, ENTENTE_TIMELINE_FIXTURE_LATER));
  entente_timeline_fixture_clear (&fixture);
}

/* Drawn along the axis, counted in a pill that zooms to it, and taken over by the filter. */
static void
test_range (void)
{
  EntenteTimelineFixture fixture;
  EntenteTimeline *self;
  const EntenteQuery *query;
  double x0, x1;
  EntenteSpan range;

  entente_timeline_fixture_init (&fixture);
  self = fixture.timeline;
  x0 = self->parts.axis.x + self->parts.axis.width * 0.4;
  x1 = self->parts.axis.x + self->parts.axis.width * 0.6;
  drag (&fixture, x0, self->parts.axis.y + 30, x1, self->parts.axis.y + 30, 0);
  g_assert_true (entente_session_get_marked_range (fixture.sample->session, &range));
  g_assert_true (entente_timeline_range_contains (self, (x0 + x1) / 2, self->parts.lanes.y + 16));
  g_assert_false (
    entente_timeline_range_contains (self, self->parts.lanes.x + 20, self->parts.lanes.y + 16));
  gtk_widget_activate_action (GTK_WIDGET (self), "timeline.only-surely", NULL);
  query = entente_session_get_query (fixture.sample->session);
  g_assert_true (query->has_since && query->has_until && query->surely);
  g_assert_cmpint (query->since, ==, range.start);
  g_assert_cmpint (query->until, ==, range.end);
  g_assert_false (entente_session_get_marked_range (fixture.sample->session, NULL));
  entente_timeline_fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/timeline-input/link-by-drag", test_link_by_drag);
  g_test_add_func ("/timeline-input/drag-to-nowhere", test_drag_to_nowhere);
  g_test_add_func ("/timeline-input/date-of-chip", test_date_of_chip);
  g_test_add_func ("/timeline-input/rubber-band", test_rubber_band);
  g_test_add_func ("/timeline-input/history", test_history);
  g_test_add_func ("/timeline-input/history-of-filter", test_history_of_filter);
  g_test_add_func ("/timeline-input/rest", test_rest);
  g_test_add_func ("/timeline-input/wheel", test_wheel);
  g_test_add_func ("/timeline-input/menu", test_menu);
  g_test_add_func ("/timeline-input/range", test_range);
  return g_test_run ();
}
