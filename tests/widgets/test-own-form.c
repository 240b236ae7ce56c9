/* The user's own fields in the form of an event: what is filled in goes with the step of the form,
 * also of an event that the step makes; what is no number is told. */
#include "config.h"

#include "entente-commands.h"
#include "entente-own-fields.h"
#include "entente-own-form.h"
#include "entente-row-sort.h"
#include "entente-sample-fixture.h"
#include "entente-widget-probe.h"

typedef struct {
  EntenteSample *sample;
  EntenteOwnForm *form;
  EntenteId event;
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
  fixture->form = ENTENTE_OWN_FORM (g_object_ref_sink (entente_own_form_new ()));
  entente_own_form_show (fixture->form, fixture->sample->study, ENTENTE_ID_NONE);
  g_assert_false (entente_own_form_has_fields (fixture->form));
  add_field (fixture, "Audience", "number");
  add_field (fixture, "Public", "yes-no");
  fixture->event = entente_chronicle_get_id (get_chronicle (fixture), 0);
  entente_own_form_show (fixture->form, fixture->sample->study, fixture->event);
  g_assert_true (entente_own_form_has_fields (fixture->form));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->form);
  entente_sample_free (fixture->sample);
}

static GtkEditable *
find_entry (Fixture *fixture)
{
  return entente_probe_find (GTK_WIDGET (fixture->form), GTK_TYPE_ENTRY, 0);
}

static GtkDropDown *
find_choice (Fixture *fixture)
{
  return entente_probe_find (GTK_WIDGET (fixture->form), GTK_TYPE_DROP_DOWN, 0);
}

static void
assert_described (Fixture *fixture, EntenteId event, const char *expected)
{
  g_autofree char *text =
    entente_own_fields_describe (entente_chronicle_get_own_fields (get_chronicle (fixture)), event);

  g_assert_cmpstr (text, ==, expected);
}

static guint
store (Fixture *fixture)
{
  EntenteStep *step = entente_step_new ("Edit");
  guint n;

  entente_own_form_store (fixture->form, step, fixture->event);
  n = step->changes->len;
  entente_sample_apply (fixture->sample, step);
  return n;
}

static void
test_store (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (store (fixture), ==, 0);
  gtk_editable_set_text (find_entry (fixture), "1,5");
  gtk_drop_down_set_selected (find_choice (fixture), 1);
  g_assert_cmpuint (store (fixture), ==, 2);
  assert_described (fixture, fixture->event, "Audience: 1.5; Public: Yes");
  entente_own_form_show (fixture->form, fixture->sample->study, fixture->event);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (fixture)), ==, "1.5");
  g_assert_cmpuint (store (fixture), ==, 0);
  gtk_editable_set_text (find_entry (fixture), "");
  g_assert_cmpuint (store (fixture), ==, 1);
  assert_described (fixture, fixture->event, "Public: Yes");
}

/* One step makes the event and what it has. */
static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EntenteEvent) event = entente_event_new ();
  EntenteStep *step = entente_step_new ("Add");

  entente_own_form_show (fixture->form, fixture->sample->study, ENTENTE_ID_NONE);
  gtk_editable_set_text (find_entry (fixture), "3");
  event->record.id = entente_id_new ();
  g_free (event->kind);
  event->kind = g_strdup ("offer");
  entente_step_insert (step, event);
  entente_own_form_store (fixture->form, step, event->record.id);
  entente_sample_apply (fixture->sample, step);
  assert_described (fixture, event->record.id, "Audience: 3");
}

/* The table sorts by it: what has nothing comes last, both ways. */
static void
test_sorted (Fixture *fixture, gconstpointer data)
{
  g_autofree guint32 *rows = NULL, *back = NULL;
  guint32 at;

  fixture->event = entente_chronicle_get_id (get_chronicle (fixture), 5);
  entente_own_form_show (fixture->form, fixture->sample->study, fixture->event);
  gtk_editable_set_text (find_entry (fixture), "3");
  store (fixture);
  at = entente_chronicle_find_row (get_chronicle (fixture), fixture->event);
  rows = entente_chronicle_sort_rows (get_chronicle (fixture), ENTENTE_SORT_OWN, FALSE, NULL, NULL);
  back = entente_chronicle_sort_rows (get_chronicle (fixture), ENTENTE_SORT_OWN, TRUE, NULL, NULL);
  g_assert_cmpuint (rows[0], ==, at);
  g_assert_cmpuint (back[0], ==, at);
}

static void
test_error (Fixture *fixture, gconstpointer data)
{
  g_assert_null (entente_own_form_get_error (fixture->form));
  gtk_editable_set_text (find_entry (fixture), "many");
  g_assert_cmpstr (entente_own_form_get_error (fixture->form), ==, "“Audience” takes a number.");
  g_assert_cmpuint (store (fixture), ==, 0);
}

static void
add (const char *path, void (*func) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  add ("/own-form/store", test_store);
  add ("/own-form/new", test_new);
  add ("/own-form/sorted", test_sorted);
  add ("/own-form/error", test_error);
  return g_test_run ();
}
