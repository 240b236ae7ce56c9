/* What a bundle is made of: its kinds add up to its count, in the tip and for a screen reader, and
 * "n of N" is what lies there. */
#include "config.h"

#include "../chart/sample-chronicle.h"
#include "entente-timeline-private.h"
#include "entente-widget-probe.h"

#include <adwaita.h>

typedef struct {
  GtkWidget *window;
  EntenteTimeline *timeline;
  EntenteChronicle *chronicle;
  EntenteBitset *filtered;
} Bundled;

/* Every second event passes the filter. */
static void
open_bundled (Bundled *bundled)
{
  EntenteTimescale scale;
  guint n;

  bundled->chronicle = sample_random_chronicle_new (400, 4, 5, 3);
  n = entente_chronicle_get_n_rows (bundled->chronicle);
  bundled->filtered = entente_bitset_new (n);
  for (guint i = 0; i < n; i += 2)
    entente_bitset_add (bundled->filtered, i);
  bundled->window = gtk_window_new ();
  bundled->timeline = ENTENTE_TIMELINE (g_object_ref_sink (entente_timeline_new (NULL)));
  gtk_window_set_child (GTK_WINDOW (bundled->window), GTK_WIDGET (bundled->timeline));
  gtk_window_set_default_size (GTK_WINDOW (bundled->window), 1000, 600);
  entente_timeline_set_chronicle (bundled->timeline,
                                  bundled->chronicle,
                                  bundled->filtered,
                                  NULL,
                                  NULL);
  gtk_window_present (GTK_WINDOW (bundled->window));
  entente_probe_wait (bundled->timeline->image_node != NULL);
  scale = entente_timescale_zoom (&bundled->timeline->scale,
                                  bundled->timeline->scale.width_px / 2,
                                  1.0 / 40);
  entente_timeline_view_set (bundled->timeline, scale, FALSE);
  entente_timeline_ensure_scene (bundled->timeline);
  g_assert_cmpuint (bundled->timeline->scene->n_bundles, >, 0);
}

static void
close_bundled (Bundled *bundled)
{
  gtk_window_destroy (GTK_WINDOW (bundled->window));
  entente_probe_wait (G_OBJECT (bundled->timeline)->ref_count == 1);
  g_assert_finalize_object (bundled->timeline);
  entente_bitset_unref (bundled->filtered);
  entente_chronicle_unref (bundled->chronicle);
}

/* "in a bundle of 5 of 9 moves: Meet 3, Say 2" */
static void
check_words (EntenteTimeline *self, const EntenteSceneBundle *bundle)
{
  g_autofree char *words = entente_timeline_bundle_describe (self, bundle);
  g_auto (GStrv) parts = g_strsplit (strchr (words, ':') + 1, ", ", -1);
  guint sum = 0, count = 0, total = 0, before = G_MAXUINT;

  g_assert_cmpint (sscanf (words, "in a bundle of %u of %u moves", &count, &total), ==, 2);
  g_assert_cmpuint (count, ==, bundle->count);
  g_assert_cmpuint (total, >, count);
  for (guint i = 0; parts[i] != NULL; i++) {
    guint n = (guint) g_ascii_strtoull (strrchr (parts[i], ' '), NULL, 10);

    g_assert_cmpuint (n, >, 0);
    g_assert_cmpuint (n, <=, before);
    before = n;
    sum += n;
  }
  g_assert_cmpuint (sum, ==, bundle->count);
}

static void
test_made_of (void)
{
  Bundled bundled;

  open_bundled (&bundled);
  for (guint i = 0; i < bundled.timeline->scene->n_bundles; i++)
    check_words (bundled.timeline, &bundled.timeline->scene->bundles[i]);
  close_bundled (&bundled);
}

/* The row of a bundle that no mark shows. */
static guint32
find_row (EntenteTimeline *self, guint *lane)
{
  const EntenteSceneBundle *bundle = &self->scene->bundles[self->scene->n_bundles / 2];
  const EntenteLane *found = entente_lanes_get (self->lanes, bundle->lane);

  *lane = bundle->lane;
  for (guint i = bundle->first; i <= bundle->last; i++)
    if (entente_scene_find_mark (self->scene, found->filtered[i]) == NULL &&
        entente_scene_find_bundle (self->scene, self->lanes, found->filtered[i]) == bundle)
      return found->filtered[i];
  g_assert_not_reached ();
}

/* With the keyboard on it: said in its name, shown after a while, and gone with Escape. */
static void
test_keyboard (void)
{
  Bundled bundled;
  EntenteTimeline *self;
  const EntenteSceneBundle *bundle;
  g_autofree char *mark = NULL, *together = NULL, *whole = NULL, *other = NULL;
  GtkRequisition needed;
  graphene_rect_t bounds;
  GtkWidget *last;
  guint lane;
  guint32 row;

  open_bundled (&bundled);
  self = bundled.timeline;
  row = find_row (self, &lane);
  entente_timeline_hint_move (self, 20, self->parts.lanes.y + 20); /* a smaller one before it */
  entente_probe_wait (gtk_widget_get_visible (self->hint));
  entente_probe_linger (50);
  entente_timeline_keys_focus_row (self, row, lane, TRUE);
  entente_timeline_ensure_scene (self);
  bundle = entente_timeline_keys_get_bundle (self);
  g_assert_nonnull (bundle);
  mark = entente_timeline_tip_describe (self, row);
  together = entente_timeline_bundle_describe (self, bundle);
  whole = g_strdup_printf ("%s, %s", mark, together);
  other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (self->items[self->item]),
                                              GTK_ACCESSIBLE_PROPERTY_LABEL,
                                              whole);
  g_assert_cmpstr (other, ==, NULL);
  entente_probe_wait (gtk_widget_get_visible (self->hint));
  g_assert_true (entente_probe_says (self->hint, "Enter zooms in"));
  entente_probe_linger (100); /* the frame that shows it */
  gtk_widget_get_preferred_size (self->hint, NULL, &needed);
  g_assert_cmpint (gtk_widget_get_height (self->hint), >=, needed.height - 16); /* padding */
  last = gtk_widget_get_last_child (gtk_widget_get_first_child (self->hint));
  g_assert_true (gtk_widget_compute_bounds (last, self->hint, &bounds));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (self->hint));
  g_assert_true (GTK_IS_LEVEL_BAR (entente_probe_find (self->hint, GTK_TYPE_LEVEL_BAR, 0)));
  g_assert_true (entente_timeline_keys_press (self, GDK_KEY_Escape, 0));
  g_assert_false (gtk_widget_get_visible (self->hint));
  close_bundled (&bundled);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/timeline-bundle/made-of", test_made_of);
  g_test_add_func ("/timeline-bundle/keyboard", test_keyboard);
  return g_test_run ();
}
