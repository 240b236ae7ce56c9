/* The form of eras: each of adding, changing and deleting is one step that can be undone. */
#include "config.h"

#include "entente-commands.h"
#include "entente-date-field.h"
#include "entente-era-form.h"
#include "entente-form-window.h"
#include "entente-sample-fixture.h"
#include "entente-widget-probe.h"

static const EntenteEra *
find_era (EntenteSample *sample, const char *name)
{
  for (guint i = 0; i < entente_chronicle_get_n_eras (entente_sample_get_chronicle (sample)); i++) {
    const EntenteEra *era = entente_chronicle_get_era (entente_sample_get_chronicle (sample), i);

    if (g_str_equal (era->name, name))
      return era;
  }
  return NULL;
}

static GtkWidget *
open_form (EntenteSample *sample, GtkWidget *parent, EntenteId era)
{
  entente_era_form_present (parent, sample->session, era);
  return entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
}

static void
fill_in (GtkWidget *window, const char *name, const char *extent)
{
  EntenteDateField *field = entente_probe_find (window, ENTENTE_TYPE_DATE_FIELD, 0);

  gtk_editable_set_text (GTK_EDITABLE (entente_probe_find (window, GTK_TYPE_ENTRY, 0)), name);
  entente_date_field_set_text (field, extent);
}

static void
accept (GtkWidget *window)
{
  g_signal_emit_by_name (window, "accept");
}

static void
test_add (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  GtkWidget *window = open_form (sample, parent, ENTENTE_ID_NONE);
  GtkWidget *recurring = entente_probe_find (window, GTK_TYPE_CHECK_BUTTON, 0);
  const EntenteEra *era;

  fill_in (window, "Season of fairs", "2018-05-01/2018-10-31");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (recurring), TRUE);
  accept (window);
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_wait (find_era (sample, "Season of fairs") != NULL);
  era = find_era (sample, "Season of fairs");
  g_assert_cmpstr (era->extent->edtf, ==, "2018-05-01/2018-10-31");
  g_assert_true (era->recurring);
  entente_sample_undo (sample);
  g_assert_null (find_era (sample, "Season of fairs"));
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* What would draw nothing is not accepted, and says why. */
static void
test_refuse (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  GtkWidget *window = open_form (sample, parent, ENTENTE_ID_NONE);
  GtkWidget *recurring = entente_probe_find (window, GTK_TYPE_CHECK_BUTTON, 0);
  gint64 version = entente_study_get_version (sample->study);

  fill_in (window, "Fairs", "");
  accept (window);
  g_assert_true (entente_probe_says (window, "Say from when to when"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (recurring), TRUE);
  fill_in (window, "Fairs", "2018-05-01/..");
  accept (window);
  g_assert_true (entente_probe_says (window, "within one year"));
  g_assert_cmpint (entente_study_get_version (sample->study), ==, version);
  fill_in (window, "", "2018-05-01/2018-05-03");
  accept (window);
  g_assert_cmpint (entente_study_get_version (sample->study), ==, version);
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* Opened by a click on its name, or chosen in the list. */
static void
test_change (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  const EntenteEra *first = entente_chronicle_get_era (entente_sample_get_chronicle (sample), 0);
  g_autofree char *name = g_strdup (first->name);
  g_autofree char *extent = g_strdup (first->extent->edtf);
  GtkWidget *window = open_form (sample, parent, first->record.id);

  gtk_editable_set_text (GTK_EDITABLE (entente_probe_find (window, GTK_TYPE_ENTRY, 0)), "Renamed");
  accept (window);
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_wait (find_era (sample, "Renamed") != NULL);
  g_assert_cmpstr (find_era (sample, "Renamed")->extent->edtf, ==, extent);
  g_assert_null (find_era (sample, name));
  entente_sample_undo (sample);
  g_assert_nonnull (find_era (sample, name));
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* What is changed elsewhere while the form is open stays, for the form did not change it. */
static void
test_meanwhile (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  EntenteId era = entente_chronicle_get_era (entente_sample_get_chronicle (sample), 0)->record.id;
  GtkWidget *window = open_form (sample, parent, era);

  entente_sample_apply (
    sample,
    entente_commands_set_field (ENTENTE_ENTITY_ERA, era, "extent", "2017-02/2017-03", NULL));
  gtk_editable_set_text (GTK_EDITABLE (entente_probe_find (window, GTK_TYPE_ENTRY, 0)), "Renamed");
  accept (window);
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_wait (find_era (sample, "Renamed") != NULL);
  g_assert_cmpstr (find_era (sample, "Renamed")->extent->edtf, ==, "2017-02/2017-03");
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

static void
test_unchanged (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  gint64 version = entente_study_get_version (sample->study);

  for (guint i = 0; i < entente_chronicle_get_n_eras (entente_sample_get_chronicle (sample)); i++) {
    const EntenteEra *era = entente_chronicle_get_era (entente_sample_get_chronicle (sample), i);

    accept (open_form (sample, parent, era->record.id));
    entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  }
  entente_probe_linger (50);
  g_assert_cmpint (entente_study_get_version (sample->study), ==, version);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

static void
test_delete (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  guint n = entente_chronicle_get_n_eras (entente_sample_get_chronicle (sample));
  GtkWidget *window = open_form (sample, parent, ENTENTE_ID_NONE);
  GtkWidget *delete = entente_probe_find_class (window, "destructive-action");
  GtkWidget *choice = entente_probe_find (window, GTK_TYPE_DROP_DOWN, 0);

  g_assert_cmpuint (n, >, 0);
  g_assert_false (gtk_widget_get_visible (delete));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 1);
  g_assert_true (gtk_widget_get_visible (delete));
  g_signal_emit_by_name (delete, "clicked");
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_wait (entente_chronicle_get_n_eras (entente_sample_get_chronicle (sample)) ==
                      n - 1);
  entente_sample_undo (sample);
  g_assert_cmpuint (entente_chronicle_get_n_eras (entente_sample_get_chronicle (sample)), ==, n);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/era-form/add", test_add);
  g_test_add_func ("/era-form/refuse", test_refuse);
  g_test_add_func ("/era-form/change", test_change);
  g_test_add_func ("/era-form/meanwhile", test_meanwhile);
  g_test_add_func ("/era-form/unchanged", test_unchanged);
  g_test_add_func ("/era-form/delete", test_delete);
  return g_test_run ();
}
