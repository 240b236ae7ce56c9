/* The field of who took part: chips in the order of parts, new actors made once, parts changed and
 * taken out. */
#include "config.h"

#include "entente-enum-choice.h"
#include "entente-sample-fixture.h"
#include "entente-who-field.h"
#include "entente-widget-probe.h"
#include <string.h>

typedef struct {
  EntenteSample *sample;
  GtkWidget *window;
  EntenteWhoField *field;
  guint n_changed;
} Fixture;

static void
count_cb (EntenteWhoField *field, guint *n)
{
  (*n)++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->sample = entente_sample_new ();
  fixture->window = gtk_window_new ();
  fixture->field = ENTENTE_WHO_FIELD (entente_who_field_new ());
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->field));
  entente_who_field_set_chronicle (fixture->field,
                                   entente_study_get_chronicle (fixture->sample->study));
  g_signal_connect (fixture->field, "changed", G_CALLBACK (count_cb), &fixture->n_changed);
  gtk_window_present (GTK_WINDOW (fixture->window));
  entente_probe_wait (gtk_widget_get_mapped (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  entente_sample_free (fixture->sample);
}

static const EntenteActor *
get_actor (Fixture *fixture, guint index)
{
  return entente_chronicle_get_actor (entente_study_get_chronicle (fixture->sample->study), index);
}

static guint
count_parts (Fixture *fixture)
{
  g_autoptr (GPtrArray) parts = entente_who_field_dup_parts (fixture->field);

  return parts->len;
}

/* Whoever has a part does not get it twice, but may have another. */
static void
test_add (Fixture *fixture, gconstpointer data)
{
  EntenteId actor = get_actor (fixture, 0)->record.id;

  entente_who_field_add (fixture->field, actor, NULL, ENTENTE_ROLE_INITIATOR);
  entente_who_field_add (fixture->field, actor, NULL, ENTENTE_ROLE_INITIATOR);
  g_assert_cmpuint (count_parts (fixture), ==, 1);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  entente_who_field_add (fixture->field, actor, NULL, ENTENTE_ROLE_HOST);
  g_assert_cmpuint (count_parts (fixture), ==, 2);
  g_assert_cmpuint (entente_who_field_count (fixture->field, ENTENTE_ROLE_INITIATOR), ==, 1);
  g_assert_cmpuint (entente_who_field_count (fixture->field, ENTENTE_ROLE_HOST), ==, 1);
  g_assert_true (entente_probe_says (GTK_WIDGET (fixture->field), get_actor (fixture, 0)->name));
}

/* After the initiator the next one is offered as the addressee. */
static void
test_next_role (Fixture *fixture, gconstpointer data)
{
  GtkWidget *role = entente_probe_find (GTK_WIDGET (fixture->field), GTK_TYPE_DROP_DOWN, 0);

  entente_who_field_add (fixture->field,
                         get_actor (fixture, 0)->record.id,
                         NULL,
                         ENTENTE_ROLE_INITIATOR);
  g_assert_cmpint (entente_enum_choice_get (role), ==, ENTENTE_ROLE_ADDRESSEE);
}

/* A new name is one new actor, whatever its parts; and none when it is in no part. */
static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) actors = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) unused = NULL;

  entente_who_field_add (fixture->field, ENTENTE_ID_NONE, "A ferryman", ENTENTE_ROLE_INITIATOR);
  entente_who_field_add (fixture->field, ENTENTE_ID_NONE, "A ferryman", ENTENTE_ROLE_HOST);
  actors = entente_who_field_dup_actors (fixture->field);
  parts = entente_who_field_dup_parts (fixture->field);
  g_assert_cmpuint (actors->len, ==, 1);
  g_assert_cmpuint (parts->len, ==, 2);
  for (guint i = 0; i < parts->len; i++)
    g_assert_cmpint (((EntenteParticipation *) parts->pdata[i])->actor,
                     ==,
                     ((EntenteActor *) actors->pdata[0])->record.id);
  entente_who_field_set_parts (fixture->field, none);
  unused = entente_who_field_dup_actors (fixture->field);
  g_assert_cmpuint (unused->len, ==, 0);
}

/* What is set is copied, and comes back as it was, with its ids. */
static void
test_parts (Fixture *fixture, gconstpointer data)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (fixture->sample->study);
  EntenteId event = entente_chronicle_get_id (chronicle, 3);
  g_autoptr (EntenteEventDetail) detail =
    entente_study_read_event (fixture->sample->study, event, NULL);
  g_autoptr (GPtrArray) parts = NULL;

  g_assert_cmpuint (detail->participations->len, >, 0);
  entente_who_field_set_parts (fixture->field, detail->participations);
  parts = entente_who_field_dup_parts (fixture->field);
  g_assert_cmpuint (parts->len, ==, detail->participations->len);
  for (guint i = 0; i < parts->len; i++) {
    g_assert_true (parts->pdata[i] != detail->participations->pdata[i]);
    g_assert_true (entente_record_equal (parts->pdata[i], detail->participations->pdata[i]));
  }
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

/* In the popover of a chip its part is changed, and it is taken out. */
static void
test_chip (Fixture *fixture, gconstpointer data)
{
  GtkMenuButton *chip;
  GtkWidget *popover;

  entente_who_field_add (fixture->field,
                         get_actor (fixture, 0)->record.id,
                         NULL,
                         ENTENTE_ROLE_INITIATOR);
  chip = entente_probe_find (GTK_WIDGET (fixture->field), GTK_TYPE_MENU_BUTTON, 0);
  popover = GTK_WIDGET (gtk_menu_button_get_popover (chip));
  entente_enum_choice_set (entente_probe_find (popover, GTK_TYPE_DROP_DOWN, 0),
                           ENTENTE_ROLE_MEDIATOR);
  g_assert_cmpuint (entente_who_field_count (fixture->field, ENTENTE_ROLE_MEDIATOR), ==, 1);
  entente_probe_wait (fixture->n_changed == 2);
  chip = entente_probe_find (GTK_WIDGET (fixture->field), GTK_TYPE_MENU_BUTTON, 0);
  popover = GTK_WIDGET (gtk_menu_button_get_popover (chip));
  g_signal_emit_by_name (find_button (popover, "Take Out"), "clicked");
  entente_probe_wait (fixture->n_changed == 3);
  g_assert_cmpuint (count_parts (fixture), ==, 0);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/who-field/add", Fixture, NULL, set_up, test_add, tear_down);
  g_test_add ("/who-field/next-role", Fixture, NULL, set_up, test_next_role, tear_down);
  g_test_add ("/who-field/new", Fixture, NULL, set_up, test_new, tear_down);
  g_test_add ("/who-field/parts", Fixture, NULL, set_up, test_parts, tear_down);
  g_test_add ("/who-field/chip", Fixture, NULL, set_up, test_chip, tear_down);
  return g_test_run ();
}
