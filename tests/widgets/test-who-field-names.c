/* Who takes part: a new actor that is said to be a known one brings its name along, unless that is
 * unchecked. */
#include "config.h"

#include "entente-actor-entry.h"
#include "entente-sample-fixture.h"
#include "entente-who-field.h"
#include "entente-widget-probe.h"

typedef struct {
  EntenteSample *sample;
  GtkWidget *window;
  EntenteWhoField *field;
  EntenteId known;
} Row;

static void
open_row (Row *row)
{
  row->sample = entente_sample_new ();
  row->known = entente_sample_add_actor (row->sample, "Ruritania");
  row->window = gtk_window_new ();
  row->field = ENTENTE_WHO_FIELD (entente_who_field_new ());
  entente_who_field_set_chronicle (row->field, entente_study_get_chronicle (row->sample->study));
  gtk_window_set_child (GTK_WINDOW (row->window), GTK_WIDGET (row->field));
  gtk_window_present (GTK_WINDOW (row->window));
}

static void
close_row (Row *row)
{
  gtk_window_destroy (GTK_WINDOW (row->window));
  entente_sample_settle (row->sample);
  entente_sample_free (row->sample);
}

/* In the popover of the chip of the first part. */
static void
say_it_is_known (Row *row)
{
  GtkMenuButton *chip = entente_probe_find (GTK_WIDGET (row->field), GTK_TYPE_MENU_BUTTON, 0);
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (chip));

  g_signal_emit_by_name (entente_probe_find (popover, ENTENTE_TYPE_ACTOR_ENTRY, 0),
                         "actor-chosen",
                         row->known,
                         "Ruritania");
}

static EntenteId
get_first (Row *row)
{
  g_autoptr (GPtrArray) parts = entente_who_field_dup_parts (row->field);

  return ((EntenteParticipation *) parts->pdata[0])->actor;
}

static void
test_other_name (void)
{
  g_autoptr (GPtrArray) before = NULL, after = NULL, unchecked = NULL;
  const EntenteAlias *alias;
  Row row;

  open_row (&row);
  entente_who_field_add (row.field, ENTENTE_ID_NONE, "Strelsau", ENTENTE_ROLE_INITIATOR);
  before = entente_who_field_dup_actors (row.field);
  g_assert_cmpuint (before->len, ==, 1);
  say_it_is_known (&row);
  entente_probe_wait (get_first (&row) == row.known);
  g_assert_true (
    entente_probe_says (GTK_WIDGET (row.field), "Also a name of Ruritania: “Strelsau”"));
  after = entente_who_field_dup_actors (row.field);
  g_assert_cmpuint (after->len, ==, 1);
  alias = after->pdata[0];
  g_assert_cmpint (alias->record.entity, ==, ENTENTE_ENTITY_ALIAS);
  g_assert_cmpstr (alias->text, ==, "Strelsau");
  g_assert_cmpint (alias->actor, ==, row.known);
  gtk_check_button_set_active (
    entente_probe_find (GTK_WIDGET (row.field), GTK_TYPE_CHECK_BUTTON, 0),
    FALSE);
  unchecked = entente_who_field_dup_actors (row.field);
  g_assert_cmpuint (unchecked->len, ==, 0);
  close_row (&row);
}

/* Who is proposed is made as proposed, with the body above; who is not used is not made. */
static void
test_proposed (void)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (entente_record_unref);
  g_autoptr (GPtrArray) made = NULL;
  EntenteActor *actors[3];
  EntenteAffiliation *affiliation = entente_affiliation_new ();
  Row row;

  open_row (&row);
  for (guint i = 0; i < 3; i++) {
    actors[i] = entente_actor_new ();
    actors[i]->record.id = entente_id_new ();
    actors[i]->name = g_strdup_printf ("Body %u", i);
    g_ptr_array_add (records, actors[i]);
  }
  affiliation->record.id = entente_id_new ();
  affiliation->actor = actors[0]->record.id;
  affiliation->parent = actors[1]->record.id;
  g_ptr_array_add (records, affiliation);
  entente_who_field_set_proposed (row.field, records);
  entente_who_field_add (row.field, ENTENTE_ID_NONE, "Body 0", ENTENTE_ROLE_INITIATOR);
  made = entente_who_field_dup_actors (row.field);
  g_assert_cmpuint (made->len, ==, 3);
  g_assert_true (made->pdata[0] == actors[0] && made->pdata[1] == actors[1] &&
                 made->pdata[2] == affiliation);
  close_row (&row);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/who-field-names/other-name", test_other_name);
  g_test_add_func ("/who-field-names/proposed", test_proposed);
  return g_test_run ();
}
