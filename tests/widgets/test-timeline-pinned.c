/* Pinned lanes stay below the axis while the others pass under them: as drawn, under the pointer,
 * for the keyboard, in a rubber band; and not where they would leave no room for the others. */
#include "config.h"

#include "../chart/sample-chronicle.h"
#include "entente-timeline-private.h"

#include <adwaita.h>
#include <string.h>

#define SCROLL 130

typedef struct {
  GtkWidget *window;
  EntenteTimeline *timeline;
  EntenteChronicle *chronicle;
} Fixture;

static void
wait_for_layout (Fixture *fixture)
{
  while (fixture->timeline->image_node == NULL || !fixture->timeline->scene_valid)
    g_main_context_iteration (NULL, TRUE);
}

/* Pins the @n lanes from the sixth on. */
static void
pin (Fixture *fixture, guint n)
{
  g_autoptr (GString) text = g_string_new ("pinned.actor=");

  for (guint i = 5; i < 5 + n; i++)
    g_string_append_printf (text,
                            "%s%" G_GINT64_FORMAT,
                            i > 5 ? "," : "",
                            entente_lanes_get (fixture->timeline->lanes, i)->id);
  entente_timeline_set_lane_choice (fixture->timeline, text->str);
  wait_for_layout (fixture);
}

static void
scroll (Fixture *fixture, double dy)
{
  entente_timeline_view_scroll_lanes (fixture->timeline, dy);
  wait_for_layout (fixture);
}

static void
fixture_init (Fixture *fixture, guint n_pinned)
{
  fixture->chronicle = sample_random_chronicle_new (60, 12, 5, 1);
  fixture->window = gtk_window_new ();
  fixture->timeline = ENTENTE_TIMELINE (g_object_ref_sink (entente_timeline_new (NULL)));
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->timeline));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 400);
  entente_timeline_set_chronicle (fixture->timeline, fixture->chronicle, NULL, NULL, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_layout (fixture);
  pin (fixture, n_pinned);
}

static void
fixture_clear (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->timeline);
  entente_chronicle_unref (fixture->chronicle);
}

/* The counted mark of a lane that lies nearest to the middle of the view. */
static const EntenteSceneMark *
find_mark (Fixture *fixture, guint lane)
{
  const EntenteScene *scene = fixture->timeline->scene;
  const EntenteSceneMark *best = NULL;
  double middle = scene->scale.width_px / 2;

  for (guint i = 0; i < scene->n_marks; i++)
    if (scene->marks[i].lane == lane && !(scene->marks[i].flags & ENTENTE_MARK_AGAIN) &&
        (best == NULL || fabs (scene->marks[i].x - middle) < fabs (best->x - middle)))
      best = &scene->marks[i];
  g_assert_nonnull (best);
  return best;
}

static guint
find_lane_at (Fixture *fixture, double y)
{
  return entente_timeline_header_find_lane (fixture->timeline,
                                            20,
                                            fixture->timeline->parts.lanes.y + y);
}

static void
test_stays (void)
{
  Fixture fixture;
  GdkRectangle before, after, below;
  const EntenteSceneMark *mark;
  double height;
  guint32 row;

  fixture_init (&fixture, 1);
  g_assert_cmpfloat (entente_timeline_pinned_get_height (fixture.timeline), ==, 0);
  mark = find_mark (&fixture, 0);
  row = mark->row;
  fixture.timeline->focus_lane = 0;
  before = entente_timeline_keys_get_place (fixture.timeline, row);
  height = fixture.timeline->scene->lanes[0].height;
  scroll (&fixture, SCROLL);
  g_assert_cmpfloat (entente_timeline_pinned_get_height (fixture.timeline), ==, ceil (height));
  after = entente_timeline_keys_get_place (fixture.timeline, row);
  g_assert_true (gdk_rectangle_equal (&before, &after));
  g_assert_cmpuint (entente_timeline_hit (fixture.timeline,
                                          after.x + after.width / 2.0,
                                          after.y + after.height / 2.0)
                      .row,
                    ==,
                    row);
  /* The lane below it is the one that has come there, not the second. */
  g_assert_cmpuint (find_lane_at (&fixture, height / 2), ==, 0);
  g_assert_cmpuint (find_lane_at (&fixture, height + 2), >, 1);
  /* Who goes there with the keyboard sees what has it: not under the pinned lane. */
  mark = find_mark (&fixture, 1);
  entente_timeline_keys_focus_row (fixture.timeline, mark->row, 1, TRUE);
  wait_for_layout (&fixture);
  below = entente_timeline_keys_get_place (fixture.timeline,
                                           entente_timeline_keys_get_row (fixture.timeline));
  g_assert_cmpint (below.y, >=, fixture.timeline->parts.lanes.y + (int) height - 1);
  fixture_clear (&fixture);
}

/* As drawn: the top of the picture is what it was, and what is below has moved. */
static void
test_picture (void)
{
  Fixture fixture;
  g_autofree guint8 *before = NULL;
  gsize stride, top;
  const guint8 *pixels;
  cairo_surface_t *image;

  fixture_init (&fixture, 2);
  image = fixture.timeline->images[fixture.timeline->image];
  stride = (gsize) cairo_image_surface_get_stride (image);
  before = g_memdup2 (cairo_image_surface_get_data (image),
                      stride * (gsize) cairo_image_surface_get_height (image));
  scroll (&fixture, SCROLL);
  image = fixture.timeline->images[fixture.timeline->image];
  pixels = cairo_image_surface_get_data (image);
  top = (gsize) entente_timeline_pinned_get_height (fixture.timeline);
  g_assert_cmpuint (top, >, 80);
  g_assert_true (memcmp (before, pixels, stride * (top - 2)) == 0);
  g_assert_false (memcmp (before + stride * top, pixels + stride * top, stride * 40) == 0);
  fixture_clear (&fixture);
}

typedef struct {
  EntenteSceneLink link; /* as in the scene */
  double y[2][2]; /* as seen in the lower part and among the pinned lanes: start and end */
  gboolean is_shown[2], ends_under[2];
} Seen;

static Seen *seen;

/* Called for the lower part first. */
static void
see_link (EntenteTimeline *timeline, GtkSnapshot *snapshot)
{
  guint part = timeline->pinned_px > 0 ? 1 : 0;
  EntenteSceneLink link = seen->link;

  seen->is_shown[part] =
    entente_timeline_pinned_place_link (timeline, &link, &seen->ends_under[part]);
  seen->y[part][0] = link.xy[1] - timeline->scroll_y;
  seen->y[part][1] = link.xy[7] - timeline->scroll_y;
}

static Seen
look (Fixture *fixture, guint16 from, double from_y, guint16 to, double to_y)
{
  Seen result = { .link = { .from_lane = from, .to_lane = to } };
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  result.link.xy[1] = result.link.xy[3] = from_y;
  result.link.xy[5] = result.link.xy[7] = to_y;
  seen = &result;
  entente_timeline_pinned_snapshot (fixture->timeline, snapshot, see_link);
  seen = NULL;
  return result;
}

/* An arrow between a pinned lane and another is one line over both parts; where the other lane has
 * passed under the pinned one, it ends at the edge without a head. */
static void
test_arrows (void)
{
  Fixture fixture;
  double height;
  Seen across, under, below, above;

  fixture_init (&fixture, 1);
  scroll (&fixture, SCROLL);
  height = entente_timeline_pinned_get_height (fixture.timeline);
  across = look (&fixture, 0, 20, 5, SCROLL + 150);
  for (guint part = 0; part < 2; part++) {
    g_assert_true (across.is_shown[part]);
    g_assert_false (across.ends_under[part]);
    g_assert_cmpfloat (across.y[part][0], ==, 20);
    g_assert_cmpfloat (across.y[part][1], ==, 150);
  }
  under = look (&fixture, 0, 20, 1, SCROLL - 10);
  for (guint part = 0; part < 2; part++) {
    g_assert_true (under.ends_under[part]);
    g_assert_cmpfloat (under.y[part][1], ==, height);
  }
  above = look (&fixture, 1, SCROLL - 10, 0, 20);
  g_assert_false (above.ends_under[1]);
  g_assert_cmpfloat (above.y[1][0], ==, height);
  g_assert_cmpfloat (above.y[1][1], ==, 20);
  below = look (&fixture, 4, SCROLL + 100, 5, SCROLL + 150);
  g_assert_false (below.is_shown[1]);
  g_assert_cmpfloat (below.y[0][0], ==, 100);
  g_assert_cmpfloat (below.y[0][1], ==, 150);
  fixture_clear (&fixture);
}

/* The words on an arrow from a pinned lane to another are met where they are drawn, and nowhere
 * else. */
static void
test_pill (void)
{
  Fixture fixture;
  EntenteTimeline *self;
  EntenteSceneLink link = { .from_lane = 0, .to_lane = 5, .text = "3 days" };
  double y = 0, placed_y;
  EntenteHit hit;

  fixture_init (&fixture, 1);
  scroll (&fixture, SCROLL);
  self = fixture.timeline;
  link.xy[1] = link.xy[3] = 20;
  link.xy[5] = link.xy[7] = SCROLL + 210;
  link.pill_x = 300;
  link.pill_y = (20 + SCROLL + 210) / 2.0;
  link.pill_width = 60;
  link.pill_along = 0.5;
  self->scene->links = &link;
  self->scene->n_links = 1;
  for (double at = entente_timeline_pinned_get_height (self) + 1; at < 260 && y == 0; at++)
    if (entente_timeline_hit (self, self->parts.lanes.x + 300, self->parts.lanes.y + at).kind ==
        ENTENTE_HIT_LINK)
      y = at + ENTENTE_SCENE_PILL / 2; /* its middle */
  placed_y = (20 + 210) / 2.0;
  g_assert_cmpfloat_with_epsilon (y, placed_y, 1.5);
  hit = entente_timeline_hit (self,
                              self->parts.lanes.x + 300,
                              self->parts.lanes.y + link.pill_y - SCROLL);
  g_assert_cmpint (hit.kind, !=, ENTENTE_HIT_LINK);
  fixture_clear (&fixture);
}

/* A rubber band takes what is seen under it. */
static void
test_band (void)
{
  Fixture fixture;
  g_autoptr (GArray) pinned = NULL, all = NULL;
  double height, bottom;

  fixture_init (&fixture, 1);
  scroll (&fixture, SCROLL);
  height = entente_timeline_pinned_get_height (fixture.timeline);
  bottom = fixture.timeline->parts.lanes.height;
  pinned = entente_timeline_pinned_find_rows (fixture.timeline, 0, 0, 2000, height - 1);
  all = entente_timeline_pinned_find_rows (fixture.timeline, 0, 0, 2000, bottom);
  g_assert_cmpuint (pinned->len, >, 0);
  g_assert_cmpuint (all->len, >, pinned->len);
  for (guint i = 0; i < fixture.timeline->scene->n_marks; i++) {
    const EntenteSceneMark *mark = &fixture.timeline->scene->marks[i];
    gboolean found = FALSE;

    for (guint j = 0; j < pinned->len; j++)
      found |= g_array_index (pinned, guint32, j) == mark->row;
    if (mark->lane == 0 && !(mark->flags & ENTENTE_MARK_OLD))
      g_assert_true (found || mark->x > 2000 || mark->x < 0);
  }
  fixture_clear (&fixture);
}

/* They scroll with the others where they fill the view. */
static void
test_too_high (void)
{
  Fixture fixture;

  fixture_init (&fixture, 7);
  scroll (&fixture, SCROLL);
  g_assert_cmpfloat (fixture.timeline->scroll_y, >, 0);
  g_assert_cmpfloat (entente_timeline_pinned_get_height (fixture.timeline), ==, 0);
  g_assert_cmpuint (find_lane_at (&fixture, 4), >, 0);
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/timeline-pinned/stays", test_stays);
  g_test_add_func ("/timeline-pinned/picture", test_picture);
  g_test_add_func ("/timeline-pinned/arrows", test_arrows);
  g_test_add_func ("/timeline-pinned/pill", test_pill);
  g_test_add_func ("/timeline-pinned/band", test_band);
  g_test_add_func ("/timeline-pinned/too-high", test_too_high);
  return g_test_run ();
}
