/* The timeline widget with a chronicle but without a study: it draws, keeps its part of the
 * keyboard, counts and moves. With
 * --show it opens a window instead, for looking at: --show [dark] [N | FILE] shows the small
 * sample, N random events, or a study.
 */
#include "config.h"

#include "../chart/sample-chronicle.h"
#include "entente-frame-memory.h"
#include "entente-sample-fixture.h"
#include "entente-timeline-private.h"

#include <adwaita.h>
#include <sys/resource.h>

/* ---- looking ---- */

static gboolean
has_argument (int argc, char **argv, const char *name)
{
  for (int i = 1; i < argc; i++)
    if (g_str_equal (argv[i], name))
      return TRUE;
  return FALSE;
}

static guint
find_number (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    if (g_ascii_isdigit (*argv[i]))
      return (guint) g_ascii_strtoull (argv[i], NULL, 10);
  return 0;
}

static EntenteSession *
open_session (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    if (g_str_has_suffix (argv[i], ".entente")) {
      g_autoptr (GError) error = NULL;
      g_autoptr (EntenteStudy) study =
        entente_study_open (argv[i], ENTENTE_OPEN_READ_ONLY, NULL, &error);

      if (study == NULL)
        g_error ("%s", error->message);
      return entente_session_new (study);
    }
  return NULL;
}

static void
fill (EntenteTimeline *timeline, guint n)
{
  g_autoptr (EntenteChronicle) chronicle =
    n > 0 ? sample_random_chronicle_new (n, 60, 7, 12) : sample_chronicle_new ();
  g_autoptr (EntenteBitset) filter = sample_filter_new (chronicle);

  entente_timeline_set_chronicle (timeline, chronicle, filter, sample_title, chronicle);
  entente_chronicle_ref (chronicle); /* for the titles; as long as the window */
}

static void
show_selection (EntenteTimeline *timeline)
{
  EntenteSpan span = { sample_time ("2018-01-01", FALSE), sample_time ("2018-11-12", FALSE) };

  entente_timeline_set_visible_span (timeline, span, FALSE);
  entente_timeline_feed_select (timeline, sample_id ("Envoys ordered to begin talks"));
}

static int
show (int argc, char **argv)
{
  g_autoptr (EntenteSession) session = open_session (argc, argv);
  GtkWidget *window, *timeline;

  adw_init ();
  if (has_argument (argc, argv, "dark"))
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                        ADW_COLOR_SCHEME_FORCE_DARK);
  window = gtk_window_new ();
  timeline = entente_timeline_new (NULL);
  g_object_set (timeline, "header-width", has_argument (argc, argv, "wide") ? 312 : -1, NULL);
  gtk_window_set_child (GTK_WINDOW (window), timeline);
  gtk_window_set_default_size (GTK_WINDOW (window), 1600, 1000);
  if (session != NULL)
    entente_timeline_set_session (ENTENTE_TIMELINE (timeline), session);
  else
    fill (ENTENTE_TIMELINE (timeline), find_number (argc, argv));
  gtk_window_maximize (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (timeline))
    g_main_context_iteration (NULL, TRUE);
  while (ENTENTE_TIMELINE (timeline)->scene->n_lanes == 0 ||
         ENTENTE_TIMELINE (timeline)->images[1] == NULL)
    g_main_context_iteration (NULL, TRUE);
  if (find_number (argc, argv) == 0 && session == NULL)
    show_selection (ENTENTE_TIMELINE (timeline));
  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);
  return 0;
}

/* ---- testing ---- */

typedef struct {
  GtkWidget *window;
  EntenteTimeline *timeline;
  EntenteChronicle *chronicle;
} Fixture;

static void
wait_for_frame (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + 400000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
}

static void
fixture_init (Fixture *fixture)
{
  g_autoptr (EntenteBitset) filter = NULL;

  fixture->chronicle = sample_chronicle_new ();
  filter = sample_filter_new (fixture->chronicle);
  fixture->window = gtk_window_new ();
  fixture->timeline = ENTENTE_TIMELINE (g_object_ref_sink (entente_timeline_new (NULL)));
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->timeline));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 500);
  entente_timeline_set_chronicle (fixture->timeline,
                                  fixture->chronicle,
                                  filter,
                                  sample_title,
                                  fixture->chronicle);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_frame (fixture);
}

static void
fixture_clear (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->timeline);
  entente_chronicle_unref (fixture->chronicle);
}

static void
test_drawn (void)
{
  Fixture fixture;
  const EntenteSceneCounts *counts;

  fixture_init (&fixture);
  counts = &fixture.timeline->scene->counts;
  g_assert_nonnull (fixture.timeline->image_node);
  g_assert_cmpuint (fixture.timeline->scene->n_lanes, ==, 4);
  g_assert_cmpuint (counts->marks + counts->shelf + counts->before + counts->after,
                    ==,
                    entente_bitset_count (fixture.timeline->filtered));
  fixture_clear (&fixture);
}

/* What the item that has the keyboard says; its row goes on by one with each step. */
static void
test_keys (void)
{
  Fixture fixture;
  GtkWidget *first;
  EntenteId event;

  fixture_init (&fixture);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (fixture.timeline)));
  first = gtk_root_get_focus (GTK_ROOT (fixture.window));
  event = fixture.timeline->focus_event;
  g_assert_true (first == fixture.timeline->items[fixture.timeline->item]);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (first)),
                   ==,
                   GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (
    first,
    GTK_ACCESSIBLE_PROPERTY_LABEL,
    "President says no to talks, refusal of an invitation, by 29 January "
    "2018, one report, 1 of 16");
  g_assert_true (entente_timeline_keys_press (fixture.timeline, GDK_KEY_Right, 0));
  wait_for_frame (&fixture);
  g_assert_true (fixture.timeline->focus_event != event);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture.window)) != first);
  g_assert_true (entente_timeline_keys_press (fixture.timeline, GDK_KEY_space, 0));
  g_assert_cmpint (g_array_index (fixture.timeline->selection, EntenteId, 0),
                   ==,
                   fixture.timeline->focus_event);
  g_assert_true (entente_timeline_keys_press (fixture.timeline, GDK_KEY_Down, 0));
  g_assert_cmpuint (fixture.timeline->focus_lane, ==, 1);
  g_assert_true (entente_timeline_keys_press (fixture.timeline, GDK_KEY_Escape, 0));
  g_assert_cmpuint (fixture.timeline->selection->len, ==, 0);
  fixture_clear (&fixture);
}

static void
count_cb (GObject *object, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

static void
test_view (void)
{
  Fixture fixture;
  EntenteSpan span = { sample_time ("2018-06-01", FALSE), sample_time ("2018-09-01", FALSE) },
              shown;
  guint n = 0;

  fixture_init (&fixture);
  g_signal_connect (fixture.timeline, "notify::visible-span", G_CALLBACK (count_cb), &n);
  entente_timeline_set_visible_span (fixture.timeline, span, FALSE);
  shown = entente_timeline_get_visible_span (fixture.timeline);
  g_assert_cmpint (ABS (shown.start - span.start), <=, 1);
  g_assert_cmpint (ABS (shown.end - span.end), <=, 1);
  g_assert_cmpuint (n, ==, 1);
  entente_timeline_set_zoom (fixture.timeline, 0.5);
  g_assert_cmpfloat_with_epsilon (entente_timeline_get_zoom (fixture.timeline), 0.5, 1e-6);
  gtk_widget_activate_action (GTK_WIDGET (fixture.timeline), "timeline.zoom-fit", NULL);
  wait_for_frame (&fixture);
  g_assert_cmpuint (fixture.timeline->scene->counts.before + fixture.timeline->scene->counts.after,
                    ==,
                    0);
  fixture_clear (&fixture);
}

/* ---- frames ---- */

static void
painted_cb (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

/* One real frame. */
static void
paint (Fixture *fixture)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (fixture->timeline));
  gboolean painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gtk_widget_queue_draw (GTK_WIDGET (fixture->timeline));
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

static void
pan (Fixture *fixture, double px)
{
  EntenteTimescale scale = entente_timescale_pan (&fixture->timeline->scale, px);

  entente_timeline_view_set (fixture->timeline, scale, FALSE);
  paint (fixture);
}

static const char *
get_own_title (guint32 row, gpointer is_short)
{
  static char title[40];

  g_snprintf (title, sizeof title, is_short ? "%u" : "Move %u of those that were told", row);
  return title;
}

/* Some hundred marks in view, each with a title of its own. */
static void
show_many (Fixture *fixture)
{
  g_autoptr (EntenteChronicle) chronicle = sample_random_chronicle_new (20000, 12, 7, 12);
  EntenteSpan span = { sample_time ("2005-02-01", FALSE), sample_time ("2005-03-01", FALSE) };

  fixture_init (fixture);
  entente_timeline_set_chronicle (fixture->timeline, chronicle, NULL, get_own_title, NULL);
  entente_timeline_set_visible_span (fixture->timeline, span, FALSE);
  paint (fixture);
}

/* Panning on at one scale asks for few new layouts a frame, whatever comes into view. */
static void
test_layouts (void)
{
  EntenteTimelineFigures figures;
  Fixture fixture;
  guint n_made = 0;

  show_many (&fixture);
  for (guint i = 0; i < 60; i++) {
    pan (&fixture, 40);
    entente_timeline_get_figures (fixture.timeline, &figures);
    g_assert_cmpuint (figures.n_titles, >, 0);
    g_assert_cmpuint (figures.n_layouts, <=, 24);
    n_made += figures.n_layouts;
  }
  g_assert_cmpuint (n_made, >, 0);
  fixture_clear (&fixture);
}

static void
add_event (EntenteChronicleBuilder *builder, guint number, const char *day, EntenteRowFlags flags)
{
  EntenteEventRow row = { .id = (EntenteId) number + 1, .form = ENTENTE_DATE_POINT };

  row.points.earliest_start = row.points.earliest_end = sample_time (day, FALSE);
  row.points.latest_start = row.points.latest_end = sample_time (day, TRUE);
  row.precision = ENTENTE_PRECISION_DAY;
  row.flags = flags;
  entente_chronicle_builder_get_sink ()->event (builder, &row);
}

/* More bold titles than one frame makes layouts for do not keep the others from theirs, and frames
 * come to an end. */
static void
test_many_pinned (void)
{
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
  EntenteSpan span = { sample_time ("2004-01-01", FALSE), sample_time ("2020-01-01", FALSE) };
  g_autoptr (EntenteChronicle) chronicle = NULL;
  Fixture fixture;
  guint n_plain = 0;

  for (guint i = 0; i < 65; i++) {
    g_autofree char *day = i < 60 ? g_strdup_printf ("%u-%02u-11", 2005 + i / 12, 1 + i % 12)
                                  : g_strdup_printf ("%u-01-11", 2011 + 2 * (i - 60));

    add_event (builder, i, day, i < 60 ? ENTENTE_ROW_PINNED : 0);
  }
  chronicle = entente_chronicle_builder_build (builder, span.start);
  fixture_init (&fixture);
  entente_timeline_set_chronicle (fixture.timeline,
                                  chronicle,
                                  NULL,
                                  get_own_title,
                                  GINT_TO_POINTER (TRUE));
  entente_timeline_set_visible_span (fixture.timeline, span, FALSE);
  for (guint i = 0; i < 20; i++)
    paint (&fixture);
  for (guint i = 0; i < fixture.timeline->scene->n_titles; i++)
    n_plain += !fixture.timeline->scene->titles[i].strong;
  g_assert_cmpuint (n_plain, ==, 5);
  g_assert_cmpuint (fixture.timeline->more_tick, ==, 0);
  fixture_clear (&fixture);
}

/* The address sanitizer keeps what was freed, and so touches new memory all the time. */
#ifndef __SANITIZE_ADDRESS__
/* To the right and back again. */
static void
pan_about (Fixture *fixture, guint n_frames)
{
  for (guint i = 0; i < n_frames; i++)
    pan (fixture, i < n_frames / 2 ? 7 : -7);
}

static glong
count_faults (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_minflt + usage.ru_majflt;
}

/* Once everything has been in view, frames touch no memory that the process did not have. The
 * toolkit may still grow in one round, but not in all. */
static void
test_page_faults (void)
{
  Fixture fixture;
  glong fewest = G_MAXLONG;

  show_many (&fixture);
  pan_about (&fixture, 60);
  for (guint i = 0; i < 6 && fewest > 0; i++) {
    glong before = count_faults ();

    pan_about (&fixture, 60);
    fewest = MIN (fewest, count_faults () - before);
  }
  g_assert_cmpint (fewest, ==, 0);
  fixture_clear (&fixture);
}
#endif

/* What the inspector of the toolkit tells is what was drawn. */
static void
test_figures (void)
{
  EntenteTimelineFigures before, after;
  Fixture fixture;

  fixture_init (&fixture);
  entente_timeline_get_figures (fixture.timeline, &before);
  entente_timeline_set_boxes_shown (fixture.timeline, TRUE);
  paint (&fixture);
  entente_timeline_get_figures (fixture.timeline, &after);
  g_assert_cmpuint (after.n_frames, ==, before.n_frames + 1);
  g_assert_cmpuint (after.n_pictures, ==, before.n_pictures);
  g_assert_cmpuint (after.n_marks, ==, fixture.timeline->scene->n_marks);
  g_assert_cmpfloat (after.median_ms, <=, after.worst_ms);
  pan (&fixture, 7);
  entente_timeline_get_figures (fixture.timeline, &after);
  g_assert_cmpuint (after.n_pictures, ==, before.n_pictures + 1);
  fixture_clear (&fixture);
}

/* Further apart than the limit, bounds are no place; the limit may change under the eyes. */
static void
test_shelf_days (void)
{
  Fixture fixture;
  guint n = 0;

  fixture_init (&fixture);
  g_object_set (fixture.timeline, "shelf-days", 10, NULL);
  entente_timeline_ensure_scene (fixture.timeline);
  n = fixture.timeline->scene->n_shelf_total;
  g_object_set (fixture.timeline, "shelf-days", 10000, NULL);
  entente_timeline_ensure_scene (fixture.timeline);
  g_assert_cmpuint (fixture.timeline->scene->n_shelf_total, <, n);
  fixture_clear (&fixture);
}

/* What is said of a date is as fine as it was told, also before Christ. */
static void
test_dates (void)
{
  static const char *const cases[][2] = {
    { "-0043", "44 BC" },
    { "-0043-03-15", "15 March 44 BC" },
    { "1877-07-02T14:35", "2 July 1877, 14:35" },
    { "1877-07-02T15", "2 July 1877, 15:00–16:00" },
  };
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
  Fixture fixture;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (EntenteDate) date = entente_date_parse (cases[i][0], NULL);
    EntenteEventRow row = { .id = (EntenteId) i + 1, .form = date->form };

    row.precision = date->precision;
    row.points = date->points;
    entente_chronicle_builder_get_sink ()->event (builder, &row);
  }
  fixture_init (&fixture);
  entente_chronicle_unref (fixture.chronicle);
  fixture.chronicle = entente_chronicle_builder_build (builder, 0);
  entente_timeline_set_chronicle (fixture.timeline, fixture.chronicle, NULL, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    guint row = entente_chronicle_find_row (fixture.chronicle, (EntenteId) i + 1);
    g_autofree char *date = entente_timeline_date_format (fixture.timeline, row);

    if (!g_str_has_prefix (date, cases[i][1]))
      g_error ("“%s” is said as “%s”", cases[i][0], date);
  }
  fixture_clear (&fixture);
}

static void
apply (EntenteStudy *study, EntenteStep *step)
{
  g_autoptr (EntenteChangeSet) changes = entente_study_apply (study, step, NULL);

  g_assert_nonnull (changes);
  entente_step_free (step);
}

static void
settle (EntenteSample *sample, EntenteTimeline *timeline)
{
  do
    entente_sample_settle (sample);
  while (timeline->pending != NULL);
}

/* An edit of a large study, which both the filter and the study tell of, has its lanes indexed
 * once. */
static void
test_edit_of_large_study (void)
{
  EntenteSample *sample = entente_sample_new ();
  EntenteStep *step = entente_step_new ("Add events");
  GtkWidget *widget;
  EntenteTimeline *timeline;
  guint generation;

  for (guint i = 0; i < 20100; i++) {
    g_autoptr (EntenteEvent) event = entente_event_new ();

    event->kind = g_strdup ("talks");
    event->when = entente_date_new_day (1900 + i % 100, 1 + (int) (i % 12), 1);
    entente_step_insert (step, event);
  }
  apply (sample->study, step);
  entente_sample_settle (sample);
  widget = g_object_ref_sink (entente_timeline_new (sample->session));
  timeline = ENTENTE_TIMELINE (widget);
  settle (sample, timeline);

  generation = timeline->index_generation;
  step = entente_step_new ("Delete event");
  entente_step_delete (step,
                       ENTENTE_ENTITY_EVENT,
                       entente_chronicle_get_id (timeline->chronicle, 5));
  apply (sample->study, step);
  settle (sample, timeline);
  g_assert_cmpuint (timeline->index_generation, ==, generation + 1);
  g_assert_true (timeline->chronicle == entente_study_get_chronicle (sample->study));
  g_assert_true (timeline->filtered == entente_session_get_filtered (sample->session));
  g_assert_finalize_object (widget);
  entente_sample_free (sample);
}

static void
test_without (void)
{
  GtkWidget *timeline = g_object_ref_sink (entente_timeline_new (NULL));

  g_assert_null (entente_timeline_get_session (ENTENTE_TIMELINE (timeline)));
  entente_timeline_focus_marks (ENTENTE_TIMELINE (timeline));
  entente_timeline_zoom_to_selection (ENTENTE_TIMELINE (timeline));
  g_assert_finalize_object (timeline);
}

int
main (int argc, char **argv)
{
  entente_frame_memory_keep ();
  if (has_argument (argc, argv, "--show"))
    return show (argc, argv);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/timeline/drawn", test_drawn);
  g_test_add_func ("/timeline/keys", test_keys);
  g_test_add_func ("/timeline/view", test_view);
  g_test_add_func ("/timeline/layouts", test_layouts);
#ifndef __SANITIZE_ADDRESS__
  g_test_add_func ("/timeline/page-faults", test_page_faults);
#endif
  g_test_add_func ("/timeline/many-pinned", test_many_pinned);
  g_test_add_func ("/timeline/figures", test_figures);
  g_test_add_func ("/timeline/shelf-days", test_shelf_days);
  g_test_add_func ("/timeline/dates", test_dates);
  g_test_add_func ("/timeline/without", test_without);
  g_test_add_func ("/timeline/edit-of-large-study", test_edit_of_large_study);
  return g_test_run ();
}
