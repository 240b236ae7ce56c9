/* The field of a kind: likely kinds with numbers, any other kind behind them. */
#include "config.h"

#include "entente-kind-field.h"
#include "entente-sample-fixture.h"
#include "entente-widget-probe.h"

typedef struct {
  EntenteSample *sample;
  GtkWidget *window;
  EntenteKindField *field;
  guint n_changed, n_accepted;
} Fixture;

static void
count_cb (EntenteKindField *field, guint *n)
{
  (*n)++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const likely[] = { "refuse-invitation", "invitation", NULL };

  fixture->sample = entente_sample_new ();
  fixture->window = gtk_window_new ();
  fixture->field = ENTENTE_KIND_FIELD (entente_kind_field_new ());
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->field));
  entente_probe_wait (entente_session_get_facets (fixture->sample->session) != NULL);
  entente_kind_field_set_likely (fixture->field,
                                 entente_session_get_facets (fixture->sample->session),
                                 likely);
  g_signal_connect (fixture->field, "changed", G_CALLBACK (count_cb), &fixture->n_changed);
  g_signal_connect (fixture->field, "accepted", G_CALLBACK (count_cb), &fixture->n_accepted);
  gtk_window_present (GTK_WINDOW (fixture->window));
  entente_probe_wait (gtk_widget_get_mapped (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  entente_sample_free (fixture->sample);
}

static void
assert_kind (Fixture *fixture, const char *id)
{
  const EntenteKind *kind = entente_kind_field_get_kind (fixture->field);

  g_assert_cmpstr (kind ? kind->id : NULL, ==, id);
}

/* The one button that is pressed, or NULL; asserts that there is no other. */
static GtkWidget *
find_pressed (Fixture *fixture)
{
  GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (fixture->field)), *pressed = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (box); child;
       child = gtk_widget_get_next_sibling (child)) {
    if (!GTK_IS_TOGGLE_BUTTON (child) || !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (child)))
      continue;
    g_assert_null (pressed);
    pressed = child;
  }
  return pressed;
}

/* The likely kinds have the numbers in their order; nothing is chosen by itself. */
static void
test_numbers (Fixture *fixture, gconstpointer data)
{
  assert_kind (fixture, NULL);
  g_assert_null (find_pressed (fixture));
  g_assert_true (entente_kind_field_choose_number (fixture->field, 2));
  assert_kind (fixture, "invitation");
  g_assert_true (entente_kind_field_choose_number (fixture->field, 1));
  assert_kind (fixture, "refuse-invitation");
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  g_assert_false (entente_kind_field_choose_number (fixture->field, 0));
  g_assert_false (entente_kind_field_choose_number (fixture->field, 1000));
  assert_kind (fixture, "refuse-invitation");
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  g_assert_true (find_pressed (fixture) == gtk_window_get_focus (GTK_WINDOW (fixture->window)));
}

/* A kind that is not among the likely gets a button, and is the one that is pressed. */
static void
test_other (Fixture *fixture, gconstpointer data)
{
  const EntenteKind *kind = entente_kind_find ("ceasefire");

  g_assert_nonnull (kind);
  entente_kind_field_set_kind (fixture->field, kind->id);
  assert_kind (fixture, kind->id);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (find_pressed (fixture)),
                   ==,
                   entente_kind_get_definition (kind));
  entente_kind_field_set_kind (fixture->field, NULL);
  assert_kind (fixture, NULL);
  g_assert_null (find_pressed (fixture));
}

/* Pressing chooses; the one that is pressed cannot be let go, for a move has a kind. */
static void
test_press (Fixture *fixture, gconstpointer data)
{
  GtkToggleButton *first =
    entente_probe_find (GTK_WIDGET (fixture->field), GTK_TYPE_TOGGLE_BUTTON, 0);

  gtk_toggle_button_set_active (first, TRUE);
  assert_kind (fixture, "refuse-invitation");
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  gtk_toggle_button_set_active (first, FALSE);
  assert_kind (fixture, "refuse-invitation");
  g_assert_true (find_pressed (fixture) == GTK_WIDGET (first));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/kind-field/numbers", Fixture, NULL, set_up, test_numbers, tear_down);
  g_test_add ("/kind-field/other", Fixture, NULL, set_up, test_other, tear_down);
  g_test_add ("/kind-field/press", Fixture, NULL, set_up, test_press, tear_down);
  return g_test_run ();
}
