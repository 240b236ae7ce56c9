/* Eras: in the band above the lanes, where a click asks for their form, and behind the lanes. */
#include "config.h"

#include "../chart/sample-chronicle.h"
#include "entente-bare-timeline.h"
#include "entente-widget-probe.h"

#include <adwaita.h>

typedef EntenteBareTimeline Fixture;

static void
fixture_init (Fixture *fixture)
{
  entente_bare_timeline_init (fixture, sample_chronicle_new (), 500);
}

static void
edit_era_cb (GSimpleAction *action, GVariant *parameter, EntenteId *era)
{
  *era = g_variant_get_int64 (parameter);
}

static void
click_at (EntenteTimeline *timeline, double x, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (timeline));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_GESTURE_CLICK (controller))
      g_signal_emit_by_name (controller, "released", 1, x, y);
  }
}

/* A click on an era asks for its form, beside one for nothing. */
static void
test_eras (void)
{
  Fixture fixture;
  EntenteId edited = ENTENTE_ID_NONE;
  GActionEntry entry = { "edit-era", (gpointer) edit_era_cb, "x" };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  const EntenteSceneEra *era;
  double x, y;

  fixture_init (&fixture);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), &entry, 1, &edited);
  gtk_widget_insert_action_group (fixture.window, "win", G_ACTION_GROUP (actions));
  era = &fixture.timeline->scene->eras[0];
  x = fixture.timeline->parts.eras.x + era->core0 + 3;
  y = fixture.timeline->parts.eras.y +
      (era->line + 0.5) * timeline_scale (fixture.timeline, ENTENTE_TIMELINE_ERA_HEIGHT);
  click_at (fixture.timeline, fixture.timeline->parts.eras.x + 2, y);
  g_assert_cmpint (edited, ==, ENTENTE_ID_NONE);
  click_at (fixture.timeline, x, y);
  g_assert_cmpint (edited, ==, entente_chronicle_get_era (fixture.chronicle, era->era)->record.id);
  entente_bare_timeline_clear (&fixture);
}

/* Of the ground by the upper edge of the first lane, where there are no marks: the brightest of a
 * few pixels, as one is a tick. */
static guint
get_ground (Fixture *fixture, double x)
{
  EntenteTimeline *self = fixture->timeline;
  cairo_surface_t *image = self->images[self->image];
  const guint8 *line =
    cairo_image_surface_get_data (image) + cairo_image_surface_get_stride (image);
  guint most = 0;

  cairo_surface_flush (image);
  for (int i = (int) x; i < (int) x + 4; i++)
    most = MAX (most, line[4 * i]);
  return most;
}

/* A long era lies behind the lanes too, paler than a short one, which lies on it. */
static void
test_era_grounds (void)
{
  Fixture fixture;
  const EntenteSceneEra *longer = NULL, *shorter = NULL;
  EntenteSpan span = { sample_time ("2018-03-01", FALSE), sample_time ("2018-11-01", FALSE) };
  guint ground, behind_long, behind_short;

  fixture_init (&fixture);
  entente_timeline_set_visible_span (fixture.timeline, span, FALSE);
  entente_bare_timeline_wait (&fixture);
  for (guint i = 0; i < fixture.timeline->scene->n_eras; i++) {
    const EntenteSceneEra *era = &fixture.timeline->scene->eras[i];

    if (era->x1 - era->x0 >= 40)
      longer = era;
    else
      shorter = era;
  }
  ground = get_ground (&fixture, longer->x0 - 40);
  behind_long = get_ground (&fixture, longer->core0 + 30);
  behind_short = get_ground (&fixture, shorter->x0 + 2);
  g_assert_cmpuint (behind_long, <, ground);
  g_assert_cmpuint (behind_short, <, behind_long);
  g_assert_cmpuint (behind_long, >, 235); /* titles are read on it */
  entente_bare_timeline_clear (&fixture);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/timeline-eras/click", test_eras);
  g_test_add_func ("/timeline-eras/grounds", test_era_grounds);
  return g_test_run ();
}
