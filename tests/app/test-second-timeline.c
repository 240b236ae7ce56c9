/* A second timeline shares axis and selection with the first, and shows a view or what the first
 * leaves out. */
#include "config.h"

#include "entente-app-fixture.h"
#include "entente-second-timeline.h"
#include "entente-views.h"

typedef struct {
  EntenteAppFixture *study;
  GtkWidget *window;
  EntenteTimeline *first;
  EntenteSecondTimeline *second;
  guint n_filtered; /* to wait for */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->study = entente_app_fixture_new ();
  fixture->first = ENTENTE_TIMELINE (entente_timeline_new (fixture->study->session));
  fixture->second = ENTENTE_SECOND_TIMELINE (entente_second_timeline_new (fixture->first));
  gtk_widget_set_vexpand (GTK_WIDGET (fixture->first), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (fixture->second), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->first));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->second));
  entente_second_timeline_set_session (fixture->second, fixture->study->session);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_present (GTK_WINDOW (fixture->window));
  entente_app_rest (100);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  entente_second_timeline_set_session (fixture->second, NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  entente_app_rest (100);
  entente_app_fixture_free (fixture->study);
}

static EntenteSession *
get_own (Fixture *fixture)
{
  return entente_second_timeline_get_own (fixture->second);
}

static guint
count (EntenteSession *session)
{
  guint n;

  g_object_get (session, "n-filtered", &n, NULL);
  return n;
}

static void
ask (Fixture *fixture, guint32 groups)
{
  g_autoptr (EntenteQuery) query = entente_query_new ();

  query->groups = groups;
  entente_session_set_query (fixture->study->session, query);
}

static gboolean
is_one_axis (gpointer data)
{
  Fixture *fixture = data;
  EntenteSpan one = entente_timeline_get_visible_span (fixture->first);
  EntenteSpan other =
    entente_timeline_get_visible_span (entente_second_timeline_get_timeline (fixture->second));
  gint64 second = 2 + (one.end - one.start) / 10000;

  return ABS (one.start - other.start) <= second && ABS (one.end - other.end) <= second;
}

/* Whoever moves, the other moves too. */
static void
test_axis (Fixture *fixture, gconstpointer data)
{
  EntenteSpan span = entente_timeline_get_visible_span (fixture->first);
  EntenteSpan part = { span.start + (span.end - span.start) / 4,
                       span.end - (span.end - span.start) / 4 };

  entente_app_wait (is_one_axis, fixture);
  entente_timeline_set_visible_span (fixture->first, part, FALSE);
  entente_app_wait (is_one_axis, fixture);
  entente_timeline_zoom_to_fit (entente_second_timeline_get_timeline (fixture->second));
  entente_app_rest (300);
  entente_app_wait (is_one_axis, fixture);
  g_assert_cmpint (entente_timeline_get_visible_span (fixture->first).start, <, part.start);
}

static void
test_rest (Fixture *fixture, gconstpointer data)
{
  guint n = count (fixture->study->session);

  g_assert_cmpuint (count (get_own (fixture)), ==, 0);
  ask (fixture, 1u << ENTENTE_GROUP_OFFER);
  g_assert_cmpuint (count (fixture->study->session) + count (get_own (fixture)), ==, n);
  g_assert_cmpuint (count (get_own (fixture)), >, 0);
}

/* ---- nothing ---- */

static GtkWidget *
get_timeline (Fixture *fixture)
{
  return GTK_WIDGET (entente_second_timeline_get_timeline (fixture->second));
}

/* Is there a label with these words to be seen in the widget? */
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

/* The list of views is open. */
static gboolean
has_choice (gpointer data)
{
  Fixture *fixture = data;

  return gtk_widget_get_mapped (
    entente_app_find_widget (GTK_WIDGET (fixture->second), GTK_TYPE_LIST_VIEW));
}

/* The rest of everything is nothing: it says so, and offers what helps, which is not a filter to
 * clear. */
static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus;

  g_assert_true (says (get_timeline (fixture), "Nothing is left out above"));
  g_assert_false (says (get_timeline (fixture), "Clear It"));
  g_assert_true (says (get_timeline (fixture), "Close"));
  g_assert_true (gtk_widget_grab_focus (get_timeline (fixture)));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (GTK_IS_BUTTON (focus));
  gtk_test_accessible_assert_property (focus,
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Nothing is left out above. Choose Another View");
  g_signal_emit_by_name (focus, "clicked");
  entente_app_wait (has_choice, fixture);
  ask (fixture, 1u << ENTENTE_GROUP_OFFER);
  g_assert_false (says (get_timeline (fixture), "Nothing is left out above"));
}

static gboolean
has_filtered (gpointer data)
{
  Fixture *fixture = data;

  return count (get_own (fixture)) == fixture->n_filtered;
}

static EntenteId
save_view (Fixture *fixture, EntenteQuery *query)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (EntenteStep) step = entente_views_save (none, "View", 0, query, "{}");
  g_autoptr (EntenteChangeSet) changes = NULL;
  g_autoptr (GPtrArray) views = NULL;
  g_autoptr (GError) error = NULL;

  changes = entente_study_apply (fixture->study->study, step, &error);
  g_assert_no_error (error);
  views = entente_store_list (entente_study_get_store (fixture->study->study),
                              ENTENTE_ENTITY_VIEW,
                              &error);
  g_assert_no_error (error);
  entente_app_rest (300);
  return ((EntenteView *) views->pdata[0])->record.id;
}

/* A view that nothing passes is none of the rest. */
static void
test_empty_view (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EntenteQuery) query = entente_query_new ();

  query->groups = 1u << ENTENTE_GROUP_DELAY;
  ask (fixture, 1u << ENTENTE_GROUP_OFFER);
  g_assert_cmpuint (count (get_own (fixture)), >, 0);
  entente_second_timeline_set_view (fixture->second, save_view (fixture, query));
  fixture->n_filtered = 0;
  entente_app_wait (has_filtered, fixture);
  g_assert_true (says (get_timeline (fixture), "The view shows nothing"));
  g_assert_false (says (get_timeline (fixture), "Nothing is left out above"));
  g_assert_true (says (get_timeline (fixture), "Choose Another View"));
}

static void
test_view (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EntenteQuery) query = entente_query_new ();

  entente_second_timeline_set_view (fixture->second, save_view (fixture, query));
  fixture->n_filtered = count (fixture->study->session);
  entente_app_wait (has_filtered, fixture);
  entente_second_timeline_set_view (fixture->second, 12345);
  g_assert_cmpint (entente_second_timeline_get_view (fixture->second), ==, ENTENTE_ID_NONE);
  g_assert_cmpuint (count (get_own (fixture)), ==, 0);
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (fixture->study->study);
  EntenteId one = entente_chronicle_get_id (chronicle, 0);
  EntenteId other = entente_chronicle_get_id (chronicle, 1);

  entente_session_select_event (fixture->study->session, one);
  g_assert_cmpint (entente_session_get_selected_event (get_own (fixture)), ==, one);
  entente_session_select_event (get_own (fixture), other);
  g_assert_cmpint (entente_session_get_selected_event (fixture->study->session), ==, other);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/second-timeline/axis", Fixture, NULL, set_up, test_axis, tear_down);
  g_test_add ("/second-timeline/rest", Fixture, NULL, set_up, test_rest, tear_down);
  g_test_add ("/second-timeline/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  g_test_add ("/second-timeline/empty-view", Fixture, NULL, set_up, test_empty_view, tear_down);
  g_test_add ("/second-timeline/view", Fixture, NULL, set_up, test_view, tear_down);
  g_test_add ("/second-timeline/selection", Fixture, NULL, set_up, test_selection, tear_down);
  return g_test_run ();
}
