/* Names of the articles: accepted as an actor or an alias they go from the list, and come back with
 * undo. */
#include "config.h"

#include "entente-sample-fixture.h"
#include "entente-unknown-names-form.h"
#include "entente-widget-probe.h"

static guint
count_found (EntenteSample *sample, const char *name)
{
  g_autoptr (GArray) found =
    entente_chronicle_find_actors_by_name (entente_study_get_chronicle (sample->study), name);

  return found->len;
}

static GtkWidget *
get_row (GtkWidget *window)
{
  GtkWidget *row = gtk_widget_get_first_child (entente_probe_find (window, GTK_TYPE_LIST_BOX, 0));

  while (row && !gtk_widget_get_visible (row))
    row = gtk_widget_get_next_sibling (row);
  return row;
}

static void
test_add (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new (), *window, *row;
  g_autofree char *name = NULL;

  gtk_window_present (GTK_WINDOW (parent));
  entente_unknown_names_form_present (parent, sample->session);
  window = entente_probe_wait_window (ADW_TYPE_WINDOW);
  entente_probe_wait (get_row (window));
  row = get_row (window);
  name = g_strdup (gtk_label_get_text (entente_probe_find (row, GTK_TYPE_LABEL, 0)));
  g_assert_cmpuint (count_found (sample, name), ==, 0);
  for (guint i = 0; i < 3; i++) {
    GtkWidget *button = entente_probe_find (row, GTK_TYPE_BUTTON, i);

    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), "Add as Actor") == 0) {
      g_signal_emit_by_name (button, "clicked");
      break;
    }
  }
  entente_probe_wait (count_found (sample, name) == 1);
  entente_probe_wait (!gtk_widget_get_visible (row));
  entente_change_set_unref (entente_study_undo (sample->study, NULL));
  entente_probe_wait (gtk_widget_get_visible (row));
  entente_probe_close (window);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/unknown-names-form/add", test_add);
  return g_test_run ();
}
