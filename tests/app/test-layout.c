/* The layout of a window: thresholds, what folds where, and that wishes come back with room. */
#include "config.h"

#include "entente-window-layout.h"

static void
test_thresholds (void)
{
  static const struct {
    int width_px;
    EntenteLayoutWidth expected;
  } cases[] = {
    { 360, ENTENTE_LAYOUT_SINGLE },  { 719, ENTENTE_LAYOUT_SINGLE },
    { 720, ENTENTE_LAYOUT_NARROW },  { 999, ENTENTE_LAYOUT_NARROW },
    { 1000, ENTENTE_LAYOUT_MEDIUM }, { 1359, ENTENTE_LAYOUT_MEDIUM },
    { 1360, ENTENTE_LAYOUT_WIDE },   { 4000, ENTENTE_LAYOUT_WIDE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (entente_window_layout_for_width (cases[i].width_px), ==, cases[i].expected);
}

typedef struct {
  EntenteLayoutWidgets widgets;
  EntenteWindowLayout *layout;
  GtkWidget *root;
} Fixture;

static AdwFlap *
create_flap (AdwBin **slot)
{
  AdwFlap *flap = ADW_FLAP (adw_flap_new ());

  *slot = ADW_BIN (adw_bin_new ());
  adw_flap_set_locked (flap, TRUE);
  adw_flap_set_flap (flap, GTK_WIDGET (*slot));
  return flap;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  EntenteLayoutWidgets *widgets = &fixture->widgets;
  AdwBin *inspector;

  fixture->root = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  widgets->shell = g_object_new (ENTENTE_TYPE_LAYOUT_BIN, NULL);
  widgets->parts = GTK_STACK (gtk_stack_new ());
  widgets->full_flap = create_flap (&widgets->full_slot);
  widgets->actors_flap = create_flap (&widgets->actors_slot);
  widgets->inspector_flap = create_flap (&inspector);
  widgets->inspector = GTK_WIDGET (inspector);
  widgets->full_inspector_flap = ADW_FLAP (adw_flap_new ());
  adw_flap_set_locked (widgets->full_inspector_flap, TRUE);
  widgets->invitation = gtk_label_new ("no article");
  widgets->upper = gtk_label_new ("upper");
  widgets->lower = gtk_label_new ("lower");
  widgets->actors_part = ADW_BIN (adw_bin_new ());
  widgets->filter = gtk_label_new ("filter");
  gtk_stack_add_named (widgets->parts, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "panes");
  gtk_stack_add_named (widgets->parts, GTK_WIDGET (widgets->actors_part), "actors");
  gtk_box_append (GTK_BOX (fixture->root), GTK_WIDGET (widgets->shell));
  gtk_box_append (GTK_BOX (fixture->root), GTK_WIDGET (widgets->parts));
  gtk_box_append (GTK_BOX (fixture->root), GTK_WIDGET (widgets->full_flap));
  gtk_box_append (GTK_BOX (fixture->root), GTK_WIDGET (widgets->actors_flap));
  gtk_box_append (GTK_BOX (fixture->root), GTK_WIDGET (widgets->inspector_flap));
  gtk_box_append (GTK_BOX (fixture->root), GTK_WIDGET (widgets->full_inspector_flap));
  gtk_box_append (GTK_BOX (fixture->root), widgets->invitation);
  gtk_box_append (GTK_BOX (fixture->root), widgets->upper);
  gtk_box_append (GTK_BOX (fixture->root), widgets->lower);
  fixture->layout = entente_window_layout_new (widgets);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->layout);
  g_assert_finalize_object (fixture->root);
}

static void
resize (Fixture *fixture, int width_px)
{
  g_signal_emit_by_name (fixture->widgets.shell, "resized", width_px, 800);
}

static gboolean
get (Fixture *fixture, const char *property)
{
  gboolean value;

  g_object_get (fixture->layout, property, &value, NULL);
  return value;
}

static void
test_fold (Fixture *fixture, gconstpointer data)
{
  EntenteLayoutWidgets *widgets = &fixture->widgets;

  resize (fixture, 1500);
  g_assert_true (get (fixture, "actors-shown"));
  g_assert_true (get (fixture, "inspector-shown"));
  g_assert_false (adw_flap_get_folded (widgets->inspector_flap));

  resize (fixture, 1200);
  g_assert_true (get (fixture, "actors-shown"));
  g_assert_false (get (fixture, "inspector-shown"));
  g_object_set (fixture->layout, "inspector-shown", TRUE, NULL);
  g_assert_true (adw_flap_get_reveal_flap (widgets->inspector_flap));

  resize (fixture, 800);
  g_assert_false (get (fixture, "actors-shown"));
  g_assert_false (get (fixture, "inspector-shown"));

  resize (fixture, 1500);
  g_assert_true (get (fixture, "actors-shown"));
  g_assert_true (get (fixture, "inspector-shown"));
}

/* What the user hid in a wide window stays hidden; what slid over is no wish. */
static void
test_wishes (Fixture *fixture, gconstpointer data)
{
  resize (fixture, 1500);
  g_object_set (fixture->layout, "actors-shown", FALSE, NULL);
  g_assert_false (get (fixture, "actors-wanted"));
  resize (fixture, 800);
  g_object_set (fixture->layout, "actors-shown", TRUE, NULL);
  g_assert_true (adw_flap_get_reveal_flap (fixture->widgets.actors_flap));
  resize (fixture, 1500);
  g_assert_false (get (fixture, "actors-shown"));
  g_assert_true (get (fixture, "inspector-wanted"));
}

static void
test_single (Fixture *fixture, gconstpointer data)
{
  EntenteLayoutWidgets *widgets = &fixture->widgets;

  resize (fixture, 500);
  g_assert_true (gtk_widget_get_visible (widgets->upper));
  g_assert_false (gtk_widget_get_visible (widgets->lower));
  g_object_set (fixture->layout, "part", "timeline", NULL);
  g_assert_false (gtk_widget_get_visible (widgets->upper));
  g_assert_true (gtk_widget_get_visible (widgets->lower));
  g_object_set (fixture->layout, "part", "actors", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (widgets->parts), ==, "actors");
  g_assert_true (adw_bin_get_child (widgets->actors_part) == widgets->filter);
  resize (fixture, 1500);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (widgets->parts), ==, "panes");
  g_assert_true (adw_bin_get_child (widgets->actors_slot) == widgets->filter);
  g_assert_true (gtk_widget_get_visible (widgets->upper));
}

static void
test_full (Fixture *fixture, gconstpointer data)
{
  EntenteLayoutWidgets *widgets = &fixture->widgets;

  resize (fixture, 1500);
  g_object_set (fixture->layout, "full-timeline", TRUE, NULL);
  g_assert_true (entente_window_layout_is_full (fixture->layout));
  g_assert_false (gtk_widget_get_visible (widgets->upper));
  g_assert_true (adw_bin_get_child (widgets->full_slot) == widgets->filter);
  g_assert_true (adw_flap_get_reveal_flap (widgets->full_flap));
  g_assert_false (get (fixture, "inspector-shown"));
  g_object_set (fixture->layout, "inspector-shown", TRUE, NULL);
  g_assert_true (adw_flap_get_flap (widgets->full_inspector_flap) == widgets->inspector);
  g_assert_true (adw_flap_get_folded (widgets->full_inspector_flap));
  g_assert_true (adw_flap_get_reveal_flap (widgets->full_inspector_flap));
  g_object_set (fixture->layout, "full-timeline", FALSE, NULL);
  g_assert_true (gtk_widget_get_visible (widgets->upper));
  g_assert_true (get (fixture, "inspector-shown"));
  g_assert_true (adw_flap_get_flap (widgets->inspector_flap) == widgets->inspector);
}

/* Nothing to read: the timeline has the window, side bar and inspector stand beside it, and a line
 * invites. */
static void
test_no_article (Fixture *fixture, gconstpointer data)
{
  EntenteLayoutWidgets *widgets = &fixture->widgets;

  resize (fixture, 1500);
  g_assert_false (gtk_widget_get_visible (widgets->invitation));
  g_object_set (fixture->layout, "has-article", FALSE, NULL);
  g_assert_true (entente_window_layout_is_full (fixture->layout));
  g_assert_false (get (fixture, "full-timeline"));
  g_assert_false (gtk_widget_get_visible (widgets->upper));
  g_assert_true (gtk_widget_get_visible (widgets->invitation));
  g_assert_true (adw_bin_get_child (widgets->full_slot) == widgets->filter);
  g_assert_true (get (fixture, "inspector-shown"));
  g_assert_true (adw_flap_get_reveal_flap (widgets->full_inspector_flap));
  g_assert_false (adw_flap_get_folded (widgets->full_inspector_flap));

  g_object_set (fixture->layout, "full-timeline", TRUE, NULL);
  g_assert_false (gtk_widget_get_visible (widgets->invitation));
  g_object_set (fixture->layout, "full-timeline", FALSE, NULL);
  resize (fixture, 500);
  g_assert_false (gtk_widget_get_visible (widgets->invitation));
  g_assert_true (gtk_widget_get_visible (widgets->upper)); /* says so itself */

  resize (fixture, 1500);
  g_object_set (fixture->layout, "has-article", TRUE, NULL);
  g_assert_true (gtk_widget_get_visible (widgets->upper));
  g_assert_false (gtk_widget_get_visible (widgets->invitation));
  g_assert_true (adw_flap_get_flap (widgets->inspector_flap) == widgets->inspector);
}

static void
count_cb (GObject *object, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

static void
test_notify (Fixture *fixture, gconstpointer data)
{
  guint n = 0;

  g_signal_connect (fixture->layout, "notify::actors-shown", G_CALLBACK (count_cb), &n);
  resize (fixture, 1500);
  resize (fixture, 1400);
  g_assert_cmpuint (n, ==, 0);
  resize (fixture, 800);
  g_assert_cmpuint (n, ==, 1);
  g_object_set (fixture->layout, "actors-shown", FALSE, NULL);
  g_assert_cmpuint (n, ==, 1);
  resize (fixture, 1500);
  g_assert_cmpuint (n, ==, 2);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/layout/thresholds", test_thresholds);
  g_test_add ("/layout/fold", Fixture, NULL, set_up, test_fold, tear_down);
  g_test_add ("/layout/wishes", Fixture, NULL, set_up, test_wishes, tear_down);
  g_test_add ("/layout/single", Fixture, NULL, set_up, test_single, tear_down);
  g_test_add ("/layout/full", Fixture, NULL, set_up, test_full, tear_down);
  g_test_add ("/layout/no-article", Fixture, NULL, set_up, test_no_article, tear_down);
  g_test_add ("/layout/notify", Fixture, NULL, set_up, test_notify, tear_down);
  return g_test_run ();
}
