/* The form of turning points: made at a move, changed, deleted; each is one step that can be
 * undone. */
#include "config.h"

#include "entente-form-window.h"
#include "entente-sample-fixture.h"
#include "entente-turning-point-form.h"
#include "entente-widget-probe.h"

static guint
count_points (EntenteSample *sample)
{
  return entente_chronicle_get_n_turning_points (entente_sample_get_chronicle (sample));
}

static const EntenteTurningPoint *
get_point (EntenteSample *sample)
{
  g_assert_cmpuint (count_points (sample), ==, 1);
  return entente_chronicle_get_turning_point (entente_sample_get_chronicle (sample), 0);
}

static void
accept (GtkWidget *window)
{
  g_signal_emit_by_name (window, "accept");
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
}

/* With a move before and one after it selected beside it. */
static void
add_point (EntenteSample *sample, GtkWidget *parent)
{
  const EntenteId events[] = { entente_chronicle_get_id (entente_sample_get_chronicle (sample), 5),
                               entente_chronicle_get_id (entente_sample_get_chronicle (sample), 2),
                               entente_chronicle_get_id (entente_sample_get_chronicle (sample),
                                                         9) };
  GtkWidget *window;

  entente_session_select_events (sample->session, events, 3);
  entente_turning_point_form_present_for (parent, sample->session, events[0]);
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  gtk_editable_set_text (GTK_EDITABLE (entente_probe_find (window, GTK_TYPE_ENTRY, 0)), "The turn");
  accept (window);
  entente_probe_wait (count_points (sample) == 1);
}

static void
test_add (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  const EntenteTurningPoint *point;

  add_point (sample, parent);
  point = get_point (sample);
  g_assert_cmpstr (point->title, ==, "The turn");
  g_assert_cmpint (point->departure,
                   ==,
                   entente_chronicle_get_id (entente_sample_get_chronicle (sample), 5));
  g_assert_cmpint (point->cause,
                   ==,
                   entente_chronicle_get_id (entente_sample_get_chronicle (sample), 2));
  g_assert_cmpint (point->consequence,
                   ==,
                   entente_chronicle_get_id (entente_sample_get_chronicle (sample), 9));
  entente_sample_undo (sample);
  g_assert_cmpuint (count_points (sample), ==, 0);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* The same key at the same move brings up what is there. */
static void
test_change (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  GtkWidget *window;

  add_point (sample, parent);
  entente_turning_point_form_present_for (parent, sample->session, get_point (sample)->departure);
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  gtk_drop_down_set_selected (entente_probe_find (window, GTK_TYPE_DROP_DOWN, 0), 0);
  accept (window);
  entente_probe_wait (get_point (sample)->cause == ENTENTE_ID_NONE);
  g_assert_cmpstr (get_point (sample)->title, ==, "The turn");
  entente_sample_undo (sample);
  g_assert_cmpint (get_point (sample)->cause, !=, ENTENTE_ID_NONE);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

static void
test_delete (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  GtkWidget *window;

  add_point (sample, parent);
  entente_turning_point_form_present (parent, sample->session, get_point (sample)->record.id);
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  g_signal_emit_by_name (entente_probe_find_class (window, "destructive-action"), "clicked");
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_wait (count_points (sample) == 0);
  entente_sample_undo (sample);
  g_assert_cmpuint (count_points (sample), ==, 1);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/turning-point-form/add", test_add);
  g_test_add_func ("/turning-point-form/change", test_change);
  g_test_add_func ("/turning-point-form/delete", test_delete);
  return g_test_run ();
}
