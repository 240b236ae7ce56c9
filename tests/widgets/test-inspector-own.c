/* The user's own fields of an event: they show what it has, and what is typed or chosen is one
 * step; no number is told, and not kept. */
#include "config.h"

#include "entente-commands.h"
#include "entente-inspector-own.h"
#include "entente-own-fields.h"
#include "entente-sample-fixture.h"
#include "entente-widget-probe.h"

typedef struct {
  EntenteSample *sample;
  GtkWidget *window;
  EntenteInspectorOwn *own;
  EntenteId event, other;
} Fixture;

static EntenteChronicle *
get_chronicle (Fixture *fixture)
{
  return entente_study_get_chronicle (fixture->sample->study);
}

static void
add_field (Fixture *fixture, const char *name, const char *type)
{
  g_autoptr (EntenteField) field = entente_field_new ();

  field->name = g_strdup (name);
  field->entity = g_strdup ("event");
  field->type = g_strdup (type);
  entente_sample_apply (fixture->sample, entente_commands_put (field));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->sample = entente_sample_new ();
  add_field (fixture, "Audience", "number");
  add_field (fixture, "Public", "yes-no");
  fixture->event = entente_chronicle_get_id (get_chronicle (fixture), 0);
  fixture->other = entente_chronicle_get_id (get_chronicle (fixture), 1);
  fixture->window = gtk_window_new ();
  fixture->own = g_object_new (ENTENTE_TYPE_INSPECTOR_OWN, NULL);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->own));
  gtk_window_present (GTK_WINDOW (fixture->window));
  entente_inspector_own_show (fixture->own, fixture->sample->session, fixture->event);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  entente_sample_settle (fixture->sample);
  entente_sample_free (fixture->sample);
}

static char *
dup_value (Fixture *fixture, guint field)
{
  return entente_own_fields_dup_text (entente_chronicle_get_own_fields (get_chronicle (fixture)),
                                      field,
                                      fixture->event);
}

static gboolean
has_value (Fixture *fixture, guint field, const char *text)
{
  g_autofree char *value = dup_value (fixture, field);

  return g_strcmp0 (value, text) == 0;
}

static void
enter (GtkWidget *entry, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteChangeSet) changes = entente_study_undo (fixture->sample->study, &error);

  g_assert_no_error (error);
}

static void
test_number (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = entente_probe_find (GTK_WIDGET (fixture->own), GTK_TYPE_ENTRY, 0);

  enter (entry, "a dozen");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_true (has_value (fixture, 0, NULL));
  enter (entry, "12,50");
  entente_probe_wait (has_value (fixture, 0, "12.5"));
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  enter (entry, "13");
  entente_probe_wait (has_value (fixture, 0, "13"));
  undo (fixture);
  g_assert_true (has_value (fixture, 0, "12.5"));
  enter (entry, "");
  entente_probe_wait (has_value (fixture, 0, NULL));
}

static void
test_choice (Fixture *fixture, gconstpointer data)
{
  GtkDropDown *choice = entente_probe_find (GTK_WIDGET (fixture->own), GTK_TYPE_DROP_DOWN, 0);

  gtk_drop_down_set_selected (choice, 2);
  entente_probe_wait (has_value (fixture, 1, "no"));
  entente_inspector_own_show (fixture->own, fixture->sample->session, fixture->other);
  g_assert_cmpuint (gtk_drop_down_get_selected (choice), ==, 0);
  entente_inspector_own_show (fixture->own, fixture->sample->session, fixture->event);
  g_assert_cmpuint (gtk_drop_down_get_selected (choice), ==, 2);
  gtk_drop_down_set_selected (choice, 0);
  entente_probe_wait (has_value (fixture, 1, NULL));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/inspector-own/number", Fixture, NULL, set_up, test_number, tear_down);
  g_test_add ("/inspector-own/choice", Fixture, NULL, set_up, test_choice, tear_down);
  return g_test_run ();
}
