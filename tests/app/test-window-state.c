/* What a window remembers of each study: how its lanes stand, and the page it was left on. */
#include "config.h"

#include "entente-app-fixture.h"
#include "entente-application.h"
#include "entente-second-timeline.h"
#include "entente-timeline.h"
#include "entente-views.h"
#include "entente-window-private.h"
#include <glib/gstdio.h>

static void
open_study (EntenteWindow *window, const char *path, EntenteOpenMode mode)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStudy) study = entente_study_open (path, mode, NULL, &error);

  g_assert_no_error (error);
  entente_window_set_study (window, study);
}

/* A window, and room for two studies. */
typedef struct {
  EntenteWindow *window;
  char *folder, *path, *other;
} Fixture;

static EntenteWindow *
set_up (Fixture *fixture)
{
  fixture->folder = g_dir_make_tmp ("entente-state-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "one.entente", NULL);
  fixture->other = g_build_filename (fixture->folder, "two.entente", NULL);
  fixture->window = entente_window_new (entente_app_get_application ());
  return fixture->window;
}

static void
tear_down (Fixture *fixture)
{
  entente_window_set_study (fixture->window, NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  entente_app_rest (100);
  g_unlink (fixture->path);
  g_unlink (fixture->other);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->other);
}

static void
assert_lanes (EntenteWindow *window, const char *field, const char *order)
{
  gpointer holders[] = { window->view_bar, adw_bin_get_child (window->timeline_slot) };

  for (guint i = 0; i < G_N_ELEMENTS (holders); i++) {
    g_autofree char *found = NULL, *found_order = NULL;

    g_object_get (holders[i], "lanes", &found, "lane-order", &found_order, NULL);
    g_assert_cmpstr (found, ==, field);
    g_assert_cmpstr (found_order, ==, order);
  }
}

static void
hide_lane (EntenteWindow *window)
{
  EntenteTimeline *timeline = ENTENTE_TIMELINE (adw_bin_get_child (window->timeline_slot));
  g_autofree char *choice = entente_timeline_get_lane_choice (timeline);
  g_autofree char *more = g_strconcat (choice, " hidden.issue=0", NULL);

  entente_timeline_set_lane_choice (timeline, more);
}

static void
assert_hidden (EntenteWindow *window, const char *expected)
{
  g_autofree char *choice =
    entente_timeline_get_lane_choice (ENTENTE_TIMELINE (adw_bin_get_child (window->timeline_slot)));

  g_assert_cmpstr (choice, ==, expected);
}

/* The bar and the timeline agree, another study has lanes of its own, and the first one finds its
 * lanes again. */
static void
test_lanes (void)
{
  Fixture fixture;
  EntenteWindow *window = set_up (&fixture);

  open_study (window, fixture.path, ENTENTE_OPEN_CREATE);
  assert_lanes (window, "actor", "hand");
  g_object_set (window->view_bar, "lanes", "issue", "lane-order", "name", NULL);
  assert_lanes (window, "issue", "name");
  hide_lane (window);
  open_study (window, fixture.other, ENTENTE_OPEN_CREATE);
  assert_lanes (window, "actor", "hand");
  open_study (window, fixture.path, ENTENTE_OPEN_EXISTING);
  assert_lanes (window, "issue", "name");
  assert_hidden (window, "by=issue order=name hidden.issue=0");
  tear_down (&fixture);
}

static void
assert_page (EntenteWindow *window, const char *page, const char *part)
{
  g_autofree char *found = NULL, *found_part = NULL;

  g_object_get (window->view_bar, "page", &found, NULL);
  g_object_get (window->layout, "part", &found_part, NULL);
  g_assert_cmpstr (found, ==, page);
  g_assert_cmpstr (found_part, ==, part);
}

/* A study opens as it was left, a new one on its timeline whatever another one shows; its article
 * comes first where it has one. */
static void
test_page (void)
{
  Fixture fixture;
  EntenteWindow *window = set_up (&fixture);

  open_study (window, fixture.path, ENTENTE_OPEN_CREATE);
  assert_page (window, "timeline", "timeline");
  g_object_set (window->view_bar, "page", "table", NULL);
  open_study (window, fixture.other, ENTENTE_OPEN_CREATE);
  assert_page (window, "timeline", "timeline");
  g_object_set (window->view_bar, "page", "ledger", NULL);
  open_study (window, fixture.path, ENTENTE_OPEN_EXISTING);
  assert_page (window, "table", "timeline");
  open_study (window, fixture.other, ENTENTE_OPEN_EXISTING);
  assert_page (window, "ledger", "timeline");
  tear_down (&fixture);
}

/* The sample, which nobody has opened here before. */
static void
open_sample (Fixture *fixture)
{
  g_autofree char *from =
    g_build_filename (g_getenv ("ENTENTE_SAMPLES_DIR"), "afghan-talks-2018.entente", NULL);
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (fixture->path);

  g_assert_true (g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  open_study (fixture->window, fixture->path, ENTENTE_OPEN_EXISTING);
}

static gboolean
says (GtkWidget *widget, const char *words)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, words))
      return TRUE;
  return FALSE;
}

static EntenteSecondTimeline *
find_second (EntenteWindow *window)
{
  GtkWidget *second = adw_bin_get_child (window->second_slot);

  return second ? ENTENTE_SECOND_TIMELINE (second) : NULL;
}

static EntenteId
save_view (EntenteWindow *window)
{
  g_autoptr (EntenteQuery) query = entente_query_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (EntenteStep) step = NULL;
  g_autoptr (EntenteChangeSet) changes = NULL;
  g_autoptr (GPtrArray) views = NULL;

  query->groups = 1u << ENTENTE_GROUP_OFFER;
  step = entente_views_save (none, "Offers", 0, query, "{}");
  changes = entente_study_apply (window->study, step, NULL);
  g_assert_nonnull (changes);
  views = entente_store_list (entente_study_get_store (window->study), ENTENTE_ENTITY_VIEW, NULL);
  return ((EntenteView *) views->pdata[0])->record.id;
}

/* A study opens with the second timeline that it was left with, on the view that it showed; another
 * study has none of it. */
static void
test_second_timeline (void)
{
  Fixture fixture;
  EntenteWindow *window = set_up (&fixture);
  EntenteId view;

  open_sample (&fixture);
  view = save_view (window);
  g_assert_null (find_second (window));
  g_action_group_change_action_state (G_ACTION_GROUP (window),
                                      "second-timeline",
                                      g_variant_new_boolean (TRUE));
  entente_second_timeline_set_view (find_second (window), view);
  open_study (window, fixture.other, ENTENTE_OPEN_CREATE);
  g_assert_null (find_second (window));
  open_study (window, fixture.path, ENTENTE_OPEN_EXISTING);
  g_assert_nonnull (find_second (window));
  entente_app_rest (300); /* the views are read */
  g_assert_cmpint (entente_second_timeline_get_view (find_second (window)), ==, view);
  /* Closed is remembered too. */
  g_action_group_change_action_state (G_ACTION_GROUP (window),
                                      "second-timeline",
                                      g_variant_new_boolean (FALSE));
  open_study (window, fixture.other, ENTENTE_OPEN_EXISTING);
  open_study (window, fixture.path, ENTENTE_OPEN_EXISTING);
  g_assert_null (find_second (window));
  tear_down (&fixture);
}

/* What is filtered is said above the timeline, whether the inspector stands above the bar, slides
 * over or stands beside it. */
static void
test_sentence (void)
{
  g_autoptr (EntenteAppFixture) moves = entente_app_fixture_new ();
  Fixture fixture;
  EntenteWindow *window = set_up (&fixture);

  open_sample (&fixture);
  g_signal_emit_by_name (window->shell, "resized", 1600, 1000);
  g_assert_true (says (GTK_WIDGET (window->view_bar), "All moves"));
  g_object_set (window->layout, "full-timeline", TRUE, NULL); /* the inspector would slide over */
  g_assert_true (says (GTK_WIDGET (window->view_bar), "All moves"));
  g_object_set (window->layout, "full-timeline", FALSE, NULL);
  entente_window_set_study (window, moves->study);
  g_assert_true (entente_window_layout_is_full (window->layout));
  g_assert_true (says (GTK_WIDGET (window->view_bar), "All moves"));
  tear_down (&fixture);
}

static void
test_page_with_article (void)
{
  Fixture fixture;
  EntenteWindow *window = set_up (&fixture);

  open_sample (&fixture);
  assert_page (window, "timeline", "read");
  tear_down (&fixture);
}

/* The words have the keyboard when a study opens, which must not lead the view away from their
 * beginning. */
static void
test_first_words (void)
{
  Fixture fixture;
  EntenteWindow *window = set_up (&fixture);
  GtkWidget *text;

  gtk_window_set_default_size (GTK_WINDOW (window), 1400, 900);
  open_sample (&fixture);
  gtk_window_present (GTK_WINDOW (window));
  entente_app_rest (1500);
  text = entente_app_find_widget (GTK_WIDGET (window->article_slot), GTK_TYPE_TEXT_VIEW);
  g_assert_nonnull (text);
  g_assert_cmpfloat (
    gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (text))),
    ==,
    0);
  tear_down (&fixture);
}

/* The column of an article is as wide as its measure, at most. */
static void
test_measure (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  Fixture fixture;
  EntenteWindow *window = set_up (&fixture);
  GtkTextView *text;
  int narrow, width;

  g_settings_set_int (settings, "text-measure", 50);
  gtk_window_set_default_size (GTK_WINDOW (window), 1600, 900);
  open_sample (&fixture);
  gtk_window_present (GTK_WINDOW (window));
  entente_app_rest (500);
  text =
    GTK_TEXT_VIEW (entente_app_find_widget (GTK_WIDGET (window->article_slot), GTK_TYPE_TEXT_VIEW));
  width = gtk_widget_get_width (GTK_WIDGET (text));
  narrow = width - gtk_text_view_get_left_margin (text) - gtk_text_view_get_right_margin (text);
  g_settings_reset (settings, "text-measure");
  entente_app_rest (500);
  g_assert_cmpint (narrow, ==, 410); /* 50 letters of 640 / 78 px */
  g_assert_cmpint (width - gtk_text_view_get_left_margin (text) -
                     gtk_text_view_get_right_margin (text),
                   ==,
                   640);
  tear_down (&fixture);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/window-state/lanes", test_lanes);
  g_test_add_func ("/window-state/page", test_page);
  g_test_add_func ("/window-state/page-with-article", test_page_with_article);
  g_test_add_func ("/window-state/sentence", test_sentence);
  g_test_add_func ("/window-state/second-timeline", test_second_timeline);
  g_test_add_func ("/window-state/first-words", test_first_words);
  g_test_add_func ("/window-state/measure", test_measure);
  return g_test_run ();
}
