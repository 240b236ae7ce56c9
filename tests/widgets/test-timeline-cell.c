/* What stands together where the keyboard is: as many moves as its bar of density counts, those of
 * its lane and unit of time beside a single mark; and the menu of a bar. */
#include "config.h"

#include "../chart/sample-chronicle.h"
#include "entente-timeline-fixture.h"
#include "entente-timeline-private.h"

#include <adwaita.h>

typedef struct {
  GtkWidget *window;
  EntenteTimeline *timeline;
  EntenteChronicle *chronicle;
} Dense;

static void
dense_init (Dense *dense)
{
  dense->chronicle = sample_random_chronicle_new (9000, 4, 5, 3);
  dense->window = gtk_window_new ();
  dense->timeline = ENTENTE_TIMELINE (g_object_ref_sink (entente_timeline_new (NULL)));
  gtk_window_set_child (GTK_WINDOW (dense->window), GTK_WIDGET (dense->timeline));
  gtk_window_set_default_size (GTK_WINDOW (dense->window), 1000, 500);
  entente_timeline_set_chronicle (dense->timeline, dense->chronicle, NULL, NULL, NULL);
  gtk_window_present (GTK_WINDOW (dense->window));
  while (dense->timeline->image_node == NULL || dense->timeline->scene->n_bars == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
dense_clear (Dense *dense)
{
  gtk_window_destroy (GTK_WINDOW (dense->window));
  g_assert_finalize_object (dense->timeline);
  entente_chronicle_unref (dense->chronicle);
}

/* The cell of each bar holds what the bar counts, and a move of it that gets the keyboard finds the
 * same cell. */
static void
test_bars (void)
{
  Dense dense;
  const EntenteScene *scene;
  const EntenteSceneLane *lane;
  guint n = 0;

  dense_init (&dense);
  scene = dense.timeline->scene;
  lane = &scene->lanes[0];
  g_assert_cmpint (lane->level, ==, ENTENTE_LEVEL_DENSITY);
  for (guint i = lane->first_bar; i < lane->first_bar + lane->n_bars; i += 7) {
    EntenteTimelineCell cell, focused;

    if (!entente_timeline_cell_find_bar (dense.timeline, i, 0, &cell))
      continue;
    g_assert_cmpuint (cell.n, ==, scene->bars[i].filtered);
    if (entente_scene_find_mark (scene, cell.rows[0]) != NULL)
      continue;
    dense.timeline->focus_lane = 0;
    dense.timeline->focus_event = entente_chronicle_get_id (dense.chronicle, cell.rows[0]);
    g_assert_true (entente_timeline_cell_find (dense.timeline, &focused));
    g_assert_true (focused.rows == cell.rows);
    g_assert_cmpuint (focused.n, ==, cell.n);
    n++;
  }
  g_assert_cmpuint (n, >, 10);
  dense_clear (&dense);
}

/* The second button on a bar offers what is in it, and gives it the keyboard. */
static void
test_menu (void)
{
  Dense dense;
  EntenteTimelineCell cell;
  EntenteTimeline *self;
  guint bar;

  dense_init (&dense);
  self = dense.timeline;
  bar = self->scene->lanes[0].first_bar + self->scene->lanes[0].n_bars / 2;
  while (!entente_timeline_cell_find_bar (self, bar, 0, &cell))
    bar++;
  entente_timeline_menu_show_at (self,
                                 self->parts.lanes.x + self->scene->bars[bar].x + 2,
                                 self->parts.lanes.y + self->scene->lanes[0].y +
                                   self->scene->lanes[0].height - 3);
  g_assert_nonnull (self->popover);
  g_assert_cmpint (self->focus_event, ==, entente_chronicle_get_id (dense.chronicle, cell.rows[0]));
  entente_timeline_popover_close (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "timeline.select-cell", NULL);
  g_assert_cmpuint (self->selection->len, ==, cell.n);
  dense_clear (&dense);
}

static void
click (EntenteTimeline *self, double x, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_GESTURE_CLICK (controller) &&
        gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_PRIMARY)
      g_signal_emit_by_name (controller, "released", 1, x, y);
  }
}

/* A click on a bar gives it the keyboard: L lists what it counts. */
static void
test_click (void)
{
  Dense dense;
  EntenteTimelineCell cell;
  EntenteTimeline *self;
  guint bar;

  dense_init (&dense);
  self = dense.timeline;
  bar = self->scene->lanes[0].first_bar + self->scene->lanes[0].n_bars / 2;
  while (!entente_timeline_cell_find_bar (self, bar, 0, &cell))
    bar++;
  click (self,
         self->parts.lanes.x + self->scene->bars[bar].x + 2,
         self->parts.lanes.y + self->scene->lanes[0].y + self->scene->lanes[0].height - 3);
  g_assert_cmpint (self->focus_event, ==, entente_chronicle_get_id (dense.chronicle, cell.rows[0]));
  g_assert_null (self->popover);
  g_assert_true (entente_timeline_keys_press (self, GDK_KEY_l, 0));
  g_assert_nonnull (self->popover);
  entente_timeline_popover_close (self);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  dense_clear (&dense);
}

/* Beside a single mark: its lane, and the small unit of the axis. */
static void
test_mark (void)
{
  EntenteTimelineFixture fixture;
  EntenteTimeline *self;
  EntenteTimelineCell cell;
  EntenteSpan unit;
  gboolean holds_focus = FALSE;

  entente_timeline_fixture_init (&fixture);
  self = fixture.timeline;
  entente_timeline_fixture_focus (&fixture, ENTENTE_TIMELINE_FIXTURE_EARLIER);
  g_assert_true (entente_timeline_cell_find (self, &cell));
  unit = entente_ticks_get_unit (
    self->ticks->pair,
    FALSE,
    entente_chronicle_get_place (self->chronicle, entente_timeline_keys_get_row (self)));
  g_assert_cmpuint (cell.n, >=, 1);
  for (guint i = 0; i < cell.n; i++) {
    gint64 place = entente_chronicle_get_place (self->chronicle, cell.rows[i]);

    g_assert_cmpint (place, >=, unit.start);
    g_assert_cmpint (place, <, unit.end);
    holds_focus |= cell.rows[i] == entente_timeline_keys_get_row (self);
  }
  g_assert_true (holds_focus);
  g_assert_true (entente_timeline_fixture_press (&fixture, GDK_KEY_l, 0));
  g_assert_nonnull (self->popover);
  entente_timeline_popover_close (self);
  entente_timeline_fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/timeline-cell/bars", test_bars);
  g_test_add_func ("/timeline-cell/menu", test_menu);
  g_test_add_func ("/timeline-cell/click", test_click);
  g_test_add_func ("/timeline-cell/mark", test_mark);
  return g_test_run ();
}
