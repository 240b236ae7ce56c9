/* A change of the level of detail shows the old picture going over into the new one, once and for a
 * moment; not while levels change faster, not on a mere pan, not without animations. */
#include "config.h"

#include "../chart/sample-chronicle.h"
#include "entente-timeline-private.h"
#include "entente-widget-probe.h"

#include <adwaita.h>

typedef struct {
  GtkWidget *window;
  EntenteTimeline *timeline;
  EntenteChronicle *chronicle;
} Fixture;

static void
set_animations (gboolean animations)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", animations, NULL);
}

static gboolean
is_still (Fixture *fixture)
{
  EntenteTimeline *self = fixture->timeline;

  return self->image_node != NULL && self->scene_valid && self->more_tick == 0 &&
         !entente_timeline_fade_is_running (self);
}

static void
fixture_init (Fixture *fixture)
{
  set_animations (TRUE);
  fixture->chronicle = sample_random_chronicle_new (9000, 4, 5, 3);
  fixture->window = gtk_window_new ();
  fixture->timeline = ENTENTE_TIMELINE (g_object_ref_sink (entente_timeline_new (NULL)));
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->timeline));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 500);
  entente_timeline_set_chronicle (fixture->timeline, fixture->chronicle, NULL, NULL, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  entente_probe_wait (is_still (fixture) && fixture->timeline->scene->n_bars > 0);
  entente_probe_linger (200); /* no level has changed for a while */
}

static void
fixture_clear (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->timeline);
  entente_chronicle_unref (fixture->chronicle);
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-enable-animations");
}

/* What the timeline draws just now. */
static cairo_surface_t *
draw (Fixture *fixture)
{
  EntenteTimeline *self = fixture->timeline;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                                       gtk_widget_get_width (GTK_WIDGET (self)),
                                                       gtk_widget_get_height (GTK_WIDGET (self)));
  cairo_t *cr = cairo_create (image);
  GskRenderNode *node;

  GTK_WIDGET_GET_CLASS (self)->snapshot (GTK_WIDGET (self), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  return image;
}

/* Pixels that differ visibly in the first lane of the timeline. */
static guint
compare (Fixture *fixture, cairo_surface_t *a, cairo_surface_t *b)
{
  const GdkRectangle *part = &fixture->timeline->parts.lanes;
  const EntenteSceneLane *lane = &fixture->timeline->scene->lanes[0];
  int stride = cairo_image_surface_get_stride (a);
  guint n = 0;

  for (int y = part->y + (int) lane->y + 2; y < part->y + (int) (lane->y + lane->height) - 2; y++)
    for (int x = part->x; x < part->x + part->width; x++) {
      const guint8 *left = cairo_image_surface_get_data (a) + y * stride + 4 * x;
      const guint8 *right = cairo_image_surface_get_data (b) + y * stride + 4 * x;

      n += ABS (left[0] - right[0]) + ABS (left[1] - right[1]) + ABS (left[2] - right[2]) > 24;
    }
  return n;
}

/* So far about the first event of the first lane that it is a mark, or back to the whole. */
static void
zoom (Fixture *fixture, double days)
{
  EntenteTimeline *self = fixture->timeline;
  gint64 time = sample_time ("2001-06-01", FALSE);
  gint64 half = (gint64) (days / 2 * ENTENTE_SECONDS_PER_DAY);

  entente_timeline_set_visible_span (self, (EntenteSpan){ time - half, time + half }, FALSE);
  entente_timeline_ensure_scene (self);
}

static EntenteSceneLevel
get_level (Fixture *fixture)
{
  return fixture->timeline->scene->lanes[0].level;
}

static void
test_level (void)
{
  Fixture fixture;
  cairo_surface_t *first, *last;

  fixture_init (&fixture);
  g_assert_cmpint (get_level (&fixture), ==, ENTENTE_LEVEL_DENSITY);
  zoom (&fixture, 6);
  g_assert_cmpint (get_level (&fixture), !=, ENTENTE_LEVEL_DENSITY);
  first = draw (&fixture);
  g_assert_true (entente_timeline_fade_is_running (fixture.timeline));
  entente_probe_wait (is_still (&fixture));
  last = draw (&fixture);
  g_assert_false (entente_timeline_fade_is_running (fixture.timeline));
  /* It began with the old bars, drawn as wide as they are now. */
  g_assert_cmpuint (compare (&fixture, first, last), >, 2000);
  cairo_surface_destroy (first);
  cairo_surface_destroy (last);
  fixture_clear (&fixture);
}

static guint
count_images (EntenteTimeline *self)
{
  guint n = 0;

  for (guint i = 0; i < ENTENTE_TIMELINE_N_IMAGES; i++)
    n += self->images[i] != NULL;
  return n;
}

/* While it fades the timeline may move: the old picture is not painted over. */
static void
test_moves (void)
{
  Fixture fixture;
  EntenteTimeline *self;
  guint held;

  fixture_init (&fixture);
  self = fixture.timeline;
  zoom (&fixture, 6);
  cairo_surface_destroy (draw (&fixture));
  held = self->held_image;
  g_assert_cmpuint (held, <, ENTENTE_TIMELINE_N_IMAGES);
  for (guint i = 0; i < 3; i++) {
    entente_timeline_view_set (self, entente_timescale_pan (&self->scale, 5), FALSE);
    cairo_surface_destroy (draw (&fixture));
    g_assert_true (entente_timeline_fade_is_running (self));
    g_assert_cmpuint (self->held_image, ==, held);
    g_assert_cmpuint (self->image, !=, held);
  }
  entente_probe_wait (is_still (&fixture));
  g_assert_cmpuint (self->held_image, ==, ENTENTE_TIMELINE_N_IMAGES);
  g_assert_cmpuint (count_images (self), ==, 2);
  fixture_clear (&fixture);
}

static void
test_successive (void)
{
  Fixture fixture;

  fixture_init (&fixture);
  for (guint i = 0; i < 4; i++) {
    EntenteSceneLevel before = get_level (&fixture);

    zoom (&fixture, i % 2 == 0 ? 6 : 1000);
    g_assert_cmpint (get_level (&fixture), !=, before);
    cairo_surface_destroy (draw (&fixture));
    g_assert_true (entente_timeline_fade_is_running (fixture.timeline) == (i == 0));
  }
  fixture_clear (&fixture);
}

/* Number of the level of all lanes. */
static guint
add_levels (Fixture *fixture)
{
  guint sum = 0;

  for (guint i = 0; i < fixture->timeline->scene->n_lanes; i++)
    sum = sum * 3 + fixture->timeline->scene->lanes[i].level;
  return sum;
}

/* Nothing is held, and no third picture made, not even where levels change. */
static void
test_pan (void)
{
  Fixture fixture;
  EntenteTimeline *self;
  guint n_changes = 0;

  fixture_init (&fixture);
  self = fixture.timeline;
  zoom (&fixture, 24);
  entente_probe_wait (is_still (&fixture));
  for (guint i = 0; i < 24; i++) {
    guint before = add_levels (&fixture);

    entente_probe_linger (20); /* in all longer than a fade takes */
    entente_timeline_view_set (self, entente_timescale_pan (&self->scale, 500), FALSE);
    cairo_surface_destroy (draw (&fixture));
    g_assert_false (entente_timeline_fade_is_running (self));
    n_changes += add_levels (&fixture) != before;
  }
  g_assert_cmpuint (n_changes, >, 0);
  g_assert_cmpuint (count_images (self), ==, 2);
  fixture_clear (&fixture);
}

static void
test_no_animations (void)
{
  Fixture fixture;

  fixture_init (&fixture);
  set_animations (FALSE);
  zoom (&fixture, 6);
  g_assert_cmpint (get_level (&fixture), !=, ENTENTE_LEVEL_DENSITY);
  cairo_surface_destroy (draw (&fixture));
  g_assert_false (entente_timeline_fade_is_running (fixture.timeline));
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/timeline-fade/level", test_level);
  g_test_add_func ("/timeline-fade/moves", test_moves);
  g_test_add_func ("/timeline-fade/successive", test_successive);
  g_test_add_func ("/timeline-fade/pan", test_pan);
  g_test_add_func ("/timeline-fade/no-animations", test_no_animations);
  return g_test_run ();
}
