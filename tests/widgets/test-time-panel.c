/* The time of the filter: typed, counted both ways, taken from the range that is marked on the
 * axis, and marked there. */
#include "config.h"

#include "entente-sample-fixture.h"
#include "entente-time-panel.h"
#include "entente-widget-probe.h"

typedef struct {
  EntenteSample *sample;
  GtkWidget *window, *panel;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->sample = entente_sample_new ();
  fixture->window = gtk_window_new ();
  fixture->panel = entente_time_panel_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->panel);
  entente_time_panel_set_session (ENTENTE_TIME_PANEL (fixture->panel), fixture->sample->session);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  entente_sample_settle (fixture->sample);
  entente_sample_free (fixture->sample);
}

static guint
count (Fixture *fixture, gboolean surely)
{
  EntenteSession *session = fixture->sample->session;
  g_autoptr (EntenteQuery) query = entente_query_copy (entente_session_get_query (session));
  g_autoptr (EntenteBitset) rows = NULL;

  query->surely = surely;
  rows =
    entente_query_match (query, entente_study_get_chronicle (fixture->sample->study), NULL, NULL);
  return entente_bitset_count (rows);
}

static const EntenteQuery *
get_query (Fixture *fixture)
{
  return entente_session_get_query (fixture->sample->session);
}

static GtkWidget *
get_button (Fixture *fixture, const char *label)
{
  GtkWidget *found = NULL;

  for (guint i = 0; i < 2 && !found; i++) {
    GtkWidget *button = entente_probe_find (fixture->panel, GTK_TYPE_BUTTON, i);

    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
      found = button;
  }
  g_assert_nonnull (found);
  return found;
}

static void
assert_counted (Fixture *fixture)
{
  g_autofree char *possibly = g_strdup_printf ("Possibly within: %u event", count (fixture, FALSE));
  g_autofree char *surely = g_strdup_printf ("Surely within: %u event", count (fixture, TRUE));

  entente_probe_wait (entente_probe_says (fixture->panel, possibly));
  g_assert_true (entente_probe_says (fixture->panel, surely));
}

static void
test_counts (Fixture *fixture, gconstpointer data)
{
  GtkWidget *since = entente_probe_find (fixture->panel, GTK_TYPE_ENTRY, 0);
  GtkWidget *surely = entente_probe_find (fixture->panel, GTK_TYPE_CHECK_BUTTON, 1);
  guint possible;

  g_assert_false (entente_probe_says (fixture->panel, "Possibly within:"));
  gtk_editable_set_text (GTK_EDITABLE (since), "2018-06-12");
  g_signal_emit_by_name (since, "activate");
  g_assert_true (get_query (fixture)->has_since);
  assert_counted (fixture);
  possible = count (fixture, FALSE);
  g_assert_cmpuint (possible, >, count (fixture, TRUE));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (surely), TRUE);
  g_assert_true (get_query (fixture)->surely);
  assert_counted (fixture);
}

/* Marked on the axis, taken into the filter; then there is nothing more to take, until another
 * range is marked. */
static void
test_range (Fixture *fixture, gconstpointer data)
{
  EntenteSession *session = fixture->sample->session;
  EntenteSpan range = { entente_day_number (2018, 3, 1) * ENTENTE_SECONDS_PER_DAY,
                        entente_day_number (2018, 6, 1) * ENTENTE_SECONDS_PER_DAY };
  EntenteSpan marked;
  GtkWidget *take = get_button (fixture, "Take the Marked Range");
  GtkWidget *mark = get_button (fixture, "Mark It on the Axis");

  g_assert_false (gtk_widget_get_visible (take));
  g_assert_false (gtk_widget_get_visible (mark));
  entente_session_set_marked_range (session, &range);
  g_assert_true (gtk_widget_get_visible (take));
  g_signal_emit_by_name (take, "clicked");
  g_assert_cmpint (get_query (fixture)->since, ==, range.start);
  g_assert_cmpint (get_query (fixture)->until, ==, range.end);
  g_assert_false (gtk_widget_get_visible (take));
  g_assert_false (gtk_widget_get_visible (mark));
  assert_counted (fixture);
  entente_session_set_marked_range (session, NULL);
  g_assert_true (gtk_widget_get_visible (mark));
  g_signal_emit_by_name (mark, "clicked");
  g_assert_true (entente_session_get_marked_range (session, &marked));
  g_assert_cmpint (marked.start, ==, range.start);
  g_assert_cmpint (marked.end, ==, range.end);
  g_assert_false (gtk_widget_get_visible (mark));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/time-panel/counts", Fixture, NULL, set_up, test_counts, tear_down);
  g_test_add ("/time-panel/range", Fixture, NULL, set_up, test_range, tear_down);
  return g_test_run ();
}
