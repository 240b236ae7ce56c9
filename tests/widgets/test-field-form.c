/* The form of the user's own fields: each of adding, changing and deleting is one step that can be
 * undone; what makes no sense is refused with a sentence. */
#include "config.h"

#include "entente-commands.h"
#include "entente-field-form.h"
#include "entente-form-window.h"
#include "entente-own-fields.h"
#include "entente-sample-fixture.h"
#include "entente-widget-probe.h"

static const EntenteOwnFields *
get_fields (EntenteSample *sample)
{
  return entente_chronicle_get_own_fields (entente_study_get_chronicle (sample->study));
}

static guint
count (EntenteSample *sample)
{
  return entente_own_fields_get_n (get_fields (sample));
}

static GtkWidget *
open_form (EntenteSample *sample, GtkWidget *parent)
{
  entente_field_form_present (parent, sample->session);
  return entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
}

/* Types in the order of the list. */
enum { TEXT, NUMBER, CHOICE };

static void
fill_in (GtkWidget *window, const char *name, guint type, const char *choices)
{
  GtkWidget *view = entente_probe_find (window, GTK_TYPE_TEXT_VIEW, 0);

  gtk_editable_set_text (entente_probe_find (window, GTK_TYPE_ENTRY, 0), name);
  gtk_drop_down_set_selected (entente_probe_find (window, GTK_TYPE_DROP_DOWN, 1), type);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), choices, -1);
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
  GtkWidget *window = open_form (sample, parent);

  fill_in (window, "Tone", CHOICE, "calm\n");
  accept (window);
  g_assert_true (
    entente_probe_says (window, "Give at least two choices, each on a line of its own."));
  fill_in (window, "Tone", CHOICE, "calm\ntense\n");
  accept (window);
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_wait (count (sample) == 1);
  g_assert_cmpstr (entente_own_fields_get (get_fields (sample), 0)->type, ==, "choice");
  g_assert_cmpuint (entente_own_fields_get_n_values (get_fields (sample), 0), ==, 2);

  window = open_form (sample, parent);
  fill_in (window, " tone", TEXT, "");
  accept (window);
  g_assert_true (entente_probe_says (window, "There is a field of this name already."));
  entente_form_window_finish (ENTENTE_FORM_WINDOW (window));
  entente_sample_undo (sample);
  g_assert_cmpuint (count (sample), ==, 0);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* What was filled in goes with the field, and comes back with it. */
static void
test_change_and_delete (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  g_autoptr (EntenteField) field = entente_field_new ();
  EntenteId event = entente_chronicle_get_id (entente_study_get_chronicle (sample->study), 0);
  g_autofree char *text = NULL;
  GtkWidget *window;

  field->name = g_strdup ("Archive");
  field->entity = g_strdup ("event");
  field->type = g_strdup ("text");
  entente_sample_apply (sample, entente_commands_put (field));
  entente_sample_apply (sample,
                        entente_commands_fill_field (entente_study_get_chronicle (sample->study),
                                                     field->record.id,
                                                     event,
                                                     "Box 7"));
  window = open_form (sample, parent);
  gtk_drop_down_set_selected (entente_probe_find (window, GTK_TYPE_DROP_DOWN, 0), 1);
  g_assert_true (entente_probe_says (window, "Filled in for 1 event."));
  gtk_editable_set_text (entente_probe_find (window, GTK_TYPE_ENTRY, 0), "Source");
  accept (window);
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_wait (
    g_str_equal (entente_own_fields_get (get_fields (sample), 0)->name, "Source"));

  window = open_form (sample, parent);
  gtk_drop_down_set_selected (entente_probe_find (window, GTK_TYPE_DROP_DOWN, 0), 1);
  g_signal_emit_by_name (entente_probe_find_class (window, "destructive-action"), "clicked");
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_wait (count (sample) == 0);
  entente_sample_undo (sample);
  text = entente_own_fields_dup_text (get_fields (sample), 0, event);
  g_assert_cmpstr (text, ==, "Box 7");
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/field-form/add", test_add);
  g_test_add_func ("/field-form/change-and-delete", test_change_and_delete);
  return g_test_run ();
}
