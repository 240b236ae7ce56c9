/* The window that merges two events: it says what moves before anything does. */
#include "config.h"

#include "entente-event-merge-form.h"
#include "entente-form-window.h"
#include "entente-sample-fixture.h"
#include "entente-widget-probe.h"

static guint
count_voices (EntenteSample *sample, EntenteId event)
{
  guint row = entente_chronicle_find_row (entente_sample_get_chronicle (sample), event), n;

  g_assert_cmpuint (row, !=, ENTENTE_NO_INDEX);
  entente_chronicle_get_voices (entente_sample_get_chronicle (sample), row, &n);
  return n;
}

static GtkWidget *
open_form (EntenteSample *sample, GtkWidget *parent, EntenteId kept, EntenteId gone)
{
  GtkWidget *window;

  entente_event_merge_form_present (parent, sample->session, kept, gone);
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_wait (entente_probe_says (window, "claim moves") ||
                      entente_probe_says (window, "claims move"));
  return window;
}

static void
test_merge (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  EntenteId kept = entente_chronicle_get_id (entente_sample_get_chronicle (sample), 2);
  EntenteId gone = entente_chronicle_get_id (entente_sample_get_chronicle (sample), 3);
  guint n_rows = entente_chronicle_get_n_rows (entente_sample_get_chronicle (sample));
  guint n = count_voices (sample, kept) + count_voices (sample, gone);

  open_form (sample, parent, kept, gone);
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  g_assert_cmpuint (entente_chronicle_get_n_rows (entente_sample_get_chronicle (sample)),
                    ==,
                    n_rows - 1);
  g_assert_cmpuint (count_voices (sample, kept), ==, n);
  g_assert_cmpint (entente_session_get_selected_event (sample->session), ==, kept);
  entente_change_set_unref (entente_study_undo (sample->study, NULL));
  g_assert_cmpuint (entente_chronicle_get_n_rows (entente_sample_get_chronicle (sample)),
                    ==,
                    n_rows);
  g_assert_cmpuint (count_voices (sample, kept) + count_voices (sample, gone), ==, n);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* The other one may stay instead. */
static void
test_other (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new (), *window, *check;
  EntenteId first = entente_chronicle_get_id (entente_sample_get_chronicle (sample), 2);
  EntenteId second = entente_chronicle_get_id (entente_sample_get_chronicle (sample), 3);
  guint n = count_voices (sample, first) + count_voices (sample, second);

  window = open_form (sample, parent, first, second);
  check = entente_probe_find (window, GTK_TYPE_CHECK_BUTTON, 1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_false (entente_probe_says (window, "claim moves"));
  entente_probe_wait (entente_probe_says (window, "claim moves") ||
                      entente_probe_says (window, "claims move"));
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  g_assert_cmpuint (count_voices (sample, second), ==, n);
  g_assert_cmpuint (entente_chronicle_find_row (entente_sample_get_chronicle (sample), first),
                    ==,
                    ENTENTE_NO_INDEX);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* Looked at and closed, nothing happens, be it while it is still reading. */
static void
test_closed (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  gint64 version = entente_study_get_version (sample->study);

  entente_event_merge_form_present (
    parent,
    sample->session,
    entente_chronicle_get_id (entente_sample_get_chronicle (sample), 2),
    entente_chronicle_get_id (entente_sample_get_chronicle (sample), 3));
  gtk_window_destroy (entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW));
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_linger (100);
  g_assert_cmpint (entente_study_get_version (sample->study), ==, version);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/merge-form/merge", test_merge);
  g_test_add_func ("/merge-form/other", test_other);
  g_test_add_func ("/merge-form/closed", test_closed);
  return g_test_run ();
}
