/* What a hand does on the timeline, with a study: drags from mark to mark, from the shelf to the axis, around moves; wheel, context
 * menu, views before; and what keys do with the move that has the keyboard. Gestures are played by what they call, the rest by keys
 * and actions.
 */
#include "config.h"

#include "entente-date-field.h"
#include "entente-form-window.h"
#include "entente-sample-fixture.h"
#include "entente-timeline-private.h"
#include "entente-widget-probe.h"

typedef struct {
  EntenteSample *sample;
  GtkWidget *window;
  EntenteTimeline *timeline;
} Fixture;

static void
settle (Fixture *fixture)
{
  entente_sample_settle (fixture->sample);
  entente_timeline_ensure_scene (fixture->timeline);
}

static void
fixture_init (Fixture *fixture)
{
  fixture->sample = entente_sample_new ();
  fixture->window = gtk_window_new ();
  fixture->timeline =
    ENTENTE_TIMELINE (g_object_ref_sink (entente_timeline_new (fixture->sample->session)));
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->timeline));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1500, 760);
  gtk_window_present (GTK_WINDOW (fixture->window));
  entente_probe_wait (fixture->timeline->image_node != NULL &&
                      fixture->timeline->scene->n_chips > 0);
  settle (fixture);
}

static void
fixture_clear (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  entente_probe_wait (G_OBJECT (fixture->timeline)->ref_count == 1);
  g_assert_finalize_object (fixture->timeline);
  entente_sample_free (fixture->sample);
}

static guint32
find_row (Fixture *fixture, const char *title)
{
  EntenteTimeline *self = fixture->timeline;

  for (;;) {
    for (guint i = 0; i < entente_chronicle_get_n_rows (self->chronicle); i++)
      if (g_strcmp0 (entente_timeline_feed_get_title (self, i), title) == 0)
        return i;
    entente_probe_turn (); /* titles are being read */
  }
}

static EntenteId
find_event (Fixture *fixture, const char *title)
{
  return entente_chronicle_get_id (fixture->timeline->chronicle, find_row (fixture, title));
}

/* The middle of a mark, in the widget. */
static void
find_mark (Fixture *fixture, const char *title, double *x, double *y)
{
  EntenteTimeline *self = fixture->timeline;
  const EntenteSceneMark *mark = entente_scene_find_mark (self->scene, find_row (fixture, title));

  g_assert_nonnull (mark);
  *x = self->parts.lanes.x + mark->x;
  *y = self->parts.lanes.y + mark->y - self->scroll_y;
}

static void
drag (Fixture *fixture, double x0, double y0, double x1, double y1, GdkModifierType state)
{
  entente_timeline_input_begin_drag (fixture->timeline, x0, y0, state, FALSE);
  entente_timeline_input_drag (fixture->timeline, (x1 - x0) / 2, (y1 - y0) / 2);
  entente_timeline_input_drag (fixture->timeline, x1 - x0, y1 - y0);
  entente_timeline_input_end_drag (fixture->timeline);
}

static gboolean
press (Fixture *fixture, guint key, GdkModifierType state)
{
  return entente_timeline_keys_press (fixture->timeline, key, state);
}

static void
focus (Fixture *fixture, const char *title)
{
  entente_timeline_keys_focus_row (fixture->timeline,
                                   find_row (fixture, title),
                                   ENTENTE_NO_INDEX,
                                   TRUE);
}

/* Is there a link by which @from answers @to? */
static gboolean
answers (Fixture *fixture, EntenteId from, EntenteId to)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (fixture->sample->study);
  guint n;
  const EntenteThread *threads =
    entente_chronicle_get_answers_to (chronicle, entente_chronicle_find_row (chronicle, from), &n);

  for (guint i = 0; i < n; i++)
    if (entente_chronicle_get_id (chronicle, threads[i].row) == to)
      return TRUE;
  return FALSE;
}

static void
undo (Fixture *fixture)
{
  g_autoptr (EntenteChangeSet) changes = entente_study_undo (fixture->sample->study, NULL);

  g_assert_nonnull (changes);
  settle (fixture);
}

#define EARLIER "Ghani offers talks without preconditions"
#define LATER "Moscow meeting held"
#define UNPINNED "Taliban announce their spring offensive"

/* Whichever way it is dragged, the later move is the answer. */
static void
test_link_by_drag (void)
{
  Fixture fixture;
  EntenteId later, earlier;
  double x0, y0, x1, y1;
  EntenteFormWindow *window;

  fixture_init (&fixture);
  later = find_event (&fixture, LATER);
  earlier = find_event (&fixture, EARLIER);
  find_mark (&fixture, EARLIER, &x0, &y0);
  find_mark (&fixture, LATER, &x1, &y1);
  g_assert_false (answers (&fixture, later, earlier));
  drag (&fixture, x0, y0, x1, y1, 0);
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_wait (entente_probe_says (GTK_WIDGET (window), EARLIER) &&
                      entente_probe_says (GTK_WIDGET (window), LATER));
  g_assert_false (answers (&fixture, later, earlier));
  g_signal_emit_by_name (window, "accept");
  entente_probe_wait (answers (&fixture, later, earlier));
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  undo (&fixture);
  g_assert_false (answers (&fixture, later, earlier));
  fixture_clear (&fixture);
}

/* Dropped on the ground, a drag from a mark asks for nothing and moves nothing. */
static void
test_drag_to_nowhere (void)
{
  Fixture fixture;
  EntenteTimescale before;
  double x, y;

  fixture_init (&fixture);
  find_mark (&fixture, EARLIER, &x, &y);
  before = fixture.timeline->scale;
  drag (&fixture, x, y, x + 60, fixture.timeline->parts.eras.y + 2, 0);
  settle (&fixture);
  g_assert_true (entente_timescale_equal (&before, &fixture.timeline->scale));
  g_assert_cmpint (fixture.timeline->link_from, ==, ENTENTE_ID_NONE);
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  fixture_clear (&fixture);
}

/* R, arrows, Enter: what asked is the answer; Escape leaves without one. */
static void
test_link_by_keys (void)
{
  Fixture fixture;
  EntenteId asked, other;
  EntenteFormWindow *window;

  fixture_init (&fixture);
  focus (&fixture, EARLIER);
  asked = find_event (&fixture, EARLIER);
  g_assert_true (press (&fixture, GDK_KEY_r, 0));
  g_assert_true (fixture.timeline->linking);
  g_assert_true (press (&fixture, GDK_KEY_Escape, 0));
  g_assert_false (fixture.timeline->linking);
  g_assert_true (press (&fixture, GDK_KEY_r, 0));
  focus (&fixture, LATER);
  other = find_event (&fixture, LATER);
  g_assert_true (press (&fixture, GDK_KEY_Return, 0));
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  g_signal_emit_by_name (window, "accept");
  entente_probe_wait (answers (&fixture, asked, other));
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  g_assert_false (fixture.timeline->linking);
  fixture_clear (&fixture);
}

/* The date under the pointer is proposed, as the coder's, and nothing changes before it is accepted. */
static void
test_date_of_chip (void)
{
  Fixture fixture;
  EntenteTimeline *self;
  EntenteFormWindow *window;
  const EntenteSceneChip *chip;
  g_autoptr (EntenteDate) expected = NULL, date = NULL;
  gint64 version;
  double x;

  fixture_init (&fixture);
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
  fixture_clear (&fixture);
}

/* With Shift a drag draws a band, also where it begins on a mark, and selects what stands in it. */
static void
test_rubber_band (void)
{
  Fixture fixture;
  EntenteTimescale before;
  double x, y;

  fixture_init (&fixture);
  before = fixture.timeline->scale;
  find_mark (&fixture, EARLIER, &x, &y);
  drag (&fixture, x - 9, y - 9, x + 9, y + 9, GDK_SHIFT_MASK);
  g_assert_cmpuint (fixture.timeline->selection->len, >=, 1);
  g_assert_true (
    entente_session_is_selected (fixture.sample->session, find_event (&fixture, EARLIER)));
  g_assert_true (entente_timescale_equal (&before, &fixture.timeline->scale));
  drag (&fixture,
        fixture.timeline->parts.lanes.x + 1,
        fixture.timeline->parts.lanes.y + 1,
        fixture.timeline->parts.lanes.x + fixture.timeline->parts.lanes.width - 1.0,
        fixture.timeline->parts.lanes.y + fixture.timeline->parts.lanes.height - 1.0,
        GDK_SHIFT_MASK);
  g_assert_cmpuint (fixture.timeline->selection->len, >, 20);
  fixture_clear (&fixture);
}

static void
go_to (Fixture *fixture, const char *first, const char *last)
{
  g_autoptr (EntenteDate) from = entente_date_parse (first, NULL),
                          to = entente_date_parse (last, NULL);
  EntenteSpan span = { entente_date_get_window (from).start, entente_date_get_window (to).end };

  entente_timeline_set_visible_span (fixture->timeline, span, FALSE);
  entente_timeline_history_rest (fixture->timeline);
}

static void
go_through_views (Fixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), action, NULL);
  entente_probe_wait (fixture->timeline->animation_tick == 0);
}

static gboolean
shows (Fixture *fixture, const char *first)
{
  g_autoptr (EntenteDate) from = entente_date_parse (first, NULL);
  EntenteSpan view = entente_timeline_get_visible_span (fixture->timeline);

  return ABS (view.start - entente_date_get_window (from).start) <= ENTENTE_SECONDS_PER_DAY;
}

static void
test_history (void)
{
  Fixture fixture;
  gboolean back, forward;

  fixture_init (&fixture);
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
  g_assert_true (press (&fixture, GDK_KEY_period, GDK_ALT_MASK));
  g_assert_true (press (&fixture, GDK_KEY_period, GDK_ALT_MASK));
  entente_probe_wait (fixture.timeline->animation_tick == 0);
  g_assert_true (shows (&fixture, "2018-07"));
  g_assert_true (press (&fixture, GDK_KEY_comma, GDK_ALT_MASK));
  entente_probe_wait (fixture.timeline->animation_tick == 0);
  go_to (&fixture, "2018-09", "2018-10");
  g_object_get (fixture.timeline, "can-go-forward", &forward, NULL);
  g_assert_false (forward);
  go_through_views (&fixture, "timeline.view-back");
  g_assert_true (shows (&fixture, "2018-03"));
  fixture_clear (&fixture);
}

/* A view that stands still is kept without being told, and one under way is not. */
static void
test_rest (void)
{
  Fixture fixture;
  gboolean back = FALSE;

  fixture_init (&fixture);
  entente_timeline_zoom_by (fixture.timeline, 3);
  while (!back) {
    entente_probe_turn ();
    g_object_get (fixture.timeline, "can-go-back", &back, NULL);
  }
  g_assert_cmpuint (fixture.timeline->animation_tick, ==, 0);
  go_through_views (&fixture, "timeline.view-back");
  g_assert_true (fixture.timeline->fitted);
  fixture_clear (&fixture);
}

/* Through time no further than half a screen beyond the study; with Shift, and over the names, the lanes scroll. */
static void
test_wheel (void)
{
  Fixture fixture;
  EntenteTimeline *self;
  EntenteSpan view;
  EntenteTimescale before;

  fixture_init (&fixture);
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
  settle (&fixture);
  before = self->scale;
  entente_timeline_input_scroll (self, 0, 1, GDK_SHIFT_MASK);
  g_assert_cmpfloat (self->scroll_y, >, 0);
  entente_timeline_input_scroll (self, 0, -3, GDK_SHIFT_MASK);
  g_assert_cmpfloat (self->scroll_y, ==, 0);
  self->pointer_x = 20;
  entente_timeline_input_scroll (self, 0, 1, 0);
  g_assert_cmpfloat (self->scroll_y, >, 0);
  g_assert_true (entente_timescale_equal (&before, &self->scale));
  fixture_clear (&fixture);
}

static void
close_menu (Fixture *fixture)
{
  entente_timeline_popover_close (fixture->timeline);
  g_assert_null (fixture->timeline->popover);
  settle (fixture);
}

static void
test_menu (void)
{
  Fixture fixture;
  EntenteTimeline *self;
  double x, y;

  fixture_init (&fixture);
  self = fixture.timeline;
  find_mark (&fixture, EARLIER, &x, &y);
  entente_timeline_menu_show_at (self, x, y);
  g_assert_true (GTK_IS_POPOVER_MENU (self->popover));
  g_assert_true (
    entente_session_is_selected (fixture.sample->session, find_event (&fixture, EARLIER)));
  g_assert_true (entente_probe_says (self->popover, "Go to the Words"));
  g_assert_true (entente_probe_says (self->popover, "Delete"));
  close_menu (&fixture);
  entente_timeline_menu_show_at (self, 60, self->parts.lanes.y + 10);
  g_assert_true (entente_probe_says (self->popover, "Move Lane Down"));
  close_menu (&fixture);
  entente_timeline_menu_show_at (self, self->parts.axis.x + 50, self->parts.axis.y + 5);
  g_assert_true (entente_probe_says (self->popover, "Whole Study"));
  close_menu (&fixture);
  focus (&fixture, LATER);
  g_assert_true (press (&fixture, GDK_KEY_Menu, 0));
  g_assert_true (entente_probe_says (self->popover, "Edit Event…"));
  g_assert_cmpint (g_array_index (self->selection, EntenteId, 0), ==, find_event (&fixture, LATER));
  fixture_clear (&fixture);
}

/* What the menu of a lane or a move filters by. */
static void
test_filters (void)
{
  Fixture fixture;
  const EntenteActor *actor;
  const EntenteQuery *query;

  fixture_init (&fixture);
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
  fixture_clear (&fixture);
}

static char *
read_edtf (Fixture *fixture, const char *title, EntenteBasis *basis)
{
  g_autoptr (EntenteEventDetail) detail =
    entente_study_read_event (fixture->sample->study, find_event (fixture, title), NULL);

  if (basis != NULL)
    *basis = detail->event->when->basis;
  return g_strdup (detail->event->when->edtf);
}

/* Two steps are one edit; Escape leaves the date as it was. */
static void
test_shift (void)
{
  Fixture fixture;
  g_autofree char *before = NULL, *dropped = NULL, *moved = NULL, *undone = NULL;
  EntenteBasis basis;

  fixture_init (&fixture);
  focus (&fixture, EARLIER);
  before = read_edtf (&fixture, EARLIER, NULL);
  g_assert_cmpstr (before, ==, "2018-02-28");
  g_assert_true (press (&fixture, GDK_KEY_Right, GDK_ALT_MASK));
  g_assert_true (press (&fixture, GDK_KEY_Escape, 0));
  g_assert_null (fixture.timeline->shift);
  settle (&fixture);
  dropped = read_edtf (&fixture, EARLIER, NULL);
  g_assert_cmpstr (dropped, ==, before);
  g_assert_true (press (&fixture, GDK_KEY_Right, GDK_ALT_MASK));
  g_assert_true (press (&fixture, GDK_KEY_Right, GDK_ALT_MASK));
  entente_probe_wait (fixture.timeline->shift == NULL);
  settle (&fixture);
  moved = read_edtf (&fixture, EARLIER, &basis);
  g_assert_cmpstr (moved, ==, "2018-03-02");
  g_assert_cmpint (basis, ==, ENTENTE_BASIS_INFERRED);
  undo (&fixture);
  undone = read_edtf (&fixture, EARLIER, NULL);
  g_assert_cmpstr (undone, ==, before);
  fixture_clear (&fixture);
}

/* Date, who, what, towards whom, title, source. */
static void
test_copy (void)
{
  Fixture fixture;
  EntenteId events[2];
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL, cells = NULL;
  g_autoptr (GdkTexture) picture = NULL;

  fixture_init (&fixture);
  events[0] = find_event (&fixture, LATER);
  events[1] = find_event (&fixture, EARLIER);
  entente_session_select_events (fixture.sample->session, events, 2);
  text = entente_timeline_copy_make_text (fixture.timeline);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  cells = g_strsplit (lines[0], "\t", -1);
  g_assert_cmpuint (g_strv_length (cells), ==, 6);
  g_assert_cmpstr (cells[0], ==, "28 February 2018");
  g_assert_cmpstr (cells[2], ==, "offer");
  g_assert_cmpstr (cells[4], ==, EARLIER);
  g_assert_true (*cells[1] != '\0' && *cells[3] != '\0' && *cells[5] != '\0');
  picture = entente_timeline_copy_make_picture (fixture.timeline);
  g_assert_cmpint (gdk_texture_get_width (picture),
                   ==,
                   gtk_widget_get_width (GTK_WIDGET (fixture.timeline)) *
                     gtk_widget_get_scale_factor (GTK_WIDGET (fixture.timeline)));
  g_assert_true (press (&fixture, GDK_KEY_c, GDK_CONTROL_MASK));
  fixture_clear (&fixture);
}

/* Space selects and shows the words without taking the keyboard; Space again closes. */
static void
test_peek (void)
{
  Fixture fixture;
  EntenteTimeline *self;

  fixture_init (&fixture);
  self = fixture.timeline;
  focus (&fixture, EARLIER);
  g_assert_true (press (&fixture, GDK_KEY_space, 0));
  entente_probe_wait (self->popover != NULL);
  g_assert_true (entente_probe_says (self->popover, EARLIER));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture.window)) == self->items[self->item]);
  g_assert_true (press (&fixture, GDK_KEY_space, 0));
  g_assert_null (self->popover);
  settle (&fixture);
  g_assert_null (self->popover);
  fixture_clear (&fixture);
}

static gboolean
is_pinned (Fixture *fixture, const char *title)
{
  EntenteEventRow values;

  entente_chronicle_get_row (fixture->timeline->chronicle, find_row (fixture, title), &values);
  return (values.flags & ENTENTE_ROW_PINNED) != 0;
}

/* What assistive technology does through the object in focus. */
static void
test_mark_actions (void)
{
  Fixture fixture;
  EntenteTimeline *self;
  EntenteId event;

  fixture_init (&fixture);
  self = fixture.timeline;
  g_assert_false (is_pinned (&fixture, UNPINNED));
  focus (&fixture, UNPINNED);
  event = self->focus_event;
  g_assert_true (gtk_widget_activate_action (self->items[self->item], "mark.pin", NULL));
  entente_probe_wait (is_pinned (&fixture, UNPINNED));
  undo (&fixture);
  entente_probe_wait (!is_pinned (&fixture, UNPINNED));
  g_assert_true (gtk_widget_activate_action (self->items[self->item], "mark.next", NULL));
  g_assert_cmpint (self->focus_event, !=, event);
  fixture_clear (&fixture);
}

static EntenteId
get_lane_actor (Fixture *fixture, guint lane)
{
  EntenteTimeline *self = fixture->timeline;

  return entente_chronicle_get_actor (self->chronicle, entente_lanes_get (self->lanes, lane)->actor)
    ->record.id;
}

static void
test_lane_order (void)
{
  Fixture fixture;
  EntenteId first, second;

  fixture_init (&fixture);
  focus (&fixture, LATER);
  fixture.timeline->focus_lane = 0;
  first = get_lane_actor (&fixture, 0);
  second = get_lane_actor (&fixture, 1);
  g_assert_true (press (&fixture, GDK_KEY_Down, GDK_ALT_MASK));
  entente_probe_wait (get_lane_actor (&fixture, 0) == second);
  g_assert_cmpint (get_lane_actor (&fixture, 1), ==, first);
  g_assert_cmpuint (fixture.timeline->focus_lane, ==, 1);
  undo (&fixture);
  entente_probe_wait (get_lane_actor (&fixture, 0) == first);
  fixture_clear (&fixture);
}

/* At a scale where moves lie on each other: L lists them, and one chosen has the keyboard. */
static void
test_bundle (void)
{
  Fixture fixture;
  EntenteTimeline *self;
  const EntenteSceneBundle *bundle;
  GtkWidget *view;
  guint32 second;

  fixture_init (&fixture);
  self = fixture.timeline;
  entente_timeline_zoom_by (self, 1.0 / 40);
  entente_probe_wait (self->animation_tick == 0);
  settle (&fixture);
  g_assert_cmpuint (self->scene->n_bundles, >, 0);
  bundle = &self->scene->bundles[0];
  second = entente_lanes_get (self->lanes, bundle->lane)->filtered[bundle->first + 1];
  entente_timeline_keys_focus_row (
    self,
    entente_lanes_get (self->lanes, bundle->lane)->filtered[bundle->first],
    bundle->lane,
    TRUE);
  g_assert_true (press (&fixture, GDK_KEY_l, 0));
  view = entente_probe_find (self->popover, GTK_TYPE_LIST_VIEW, 0);
  g_signal_emit_by_name (view, "activate", 1);
  g_assert_null (self->popover);
  g_assert_cmpint (self->focus_event, ==, entente_chronicle_get_id (self->chronicle, second));
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/timeline-input/link-by-drag", test_link_by_drag);
  g_test_add_func ("/timeline-input/drag-to-nowhere", test_drag_to_nowhere);
  g_test_add_func ("/timeline-input/link-by-keys", test_link_by_keys);
  g_test_add_func ("/timeline-input/date-of-chip", test_date_of_chip);
  g_test_add_func ("/timeline-input/rubber-band", test_rubber_band);
  g_test_add_func ("/timeline-input/history", test_history);
  g_test_add_func ("/timeline-input/rest", test_rest);
  g_test_add_func ("/timeline-input/wheel", test_wheel);
  g_test_add_func ("/timeline-input/menu", test_menu);
  g_test_add_func ("/timeline-input/filters", test_filters);
  g_test_add_func ("/timeline-input/shift", test_shift);
  g_test_add_func ("/timeline-input/copy", test_copy);
  g_test_add_func ("/timeline-input/peek", test_peek);
  g_test_add_func ("/timeline-input/mark-actions", test_mark_actions);
  g_test_add_func ("/timeline-input/lane-order", test_lane_order);
  g_test_add_func ("/timeline-input/bundle", test_bundle);
  return g_test_run ();
}
