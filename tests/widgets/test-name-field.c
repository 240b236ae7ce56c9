/* The entry for names of places, tracks and issues: records stay what they are, be their names
 * alike or odd. */
#include "config.h"

#include "entente-name-field.h"
#include "entente-name-list.h"
#include "entente-sample-fixture.h"
#include "entente-widget-probe.h"

typedef struct {
  EntenteSample *sample;
  GPtrArray *fresh;
  GtkWidget *field;
  GtkWidget *window, *box; /* around it; NULL where it does not show */
} Fixture;

static EntenteId
add_record (Fixture *fixture, EntenteEntity entity, const char *name)
{
  EntenteStep *step = entente_step_new ("Add");
  EntenteRecord *record = entente_record_new (entity);
  EntenteId id = record->id = entente_id_new ();

  entente_record_set_text (record, entente_entity_find_field (entity, "name"), name, NULL);
  entente_step_insert (step, record);
  entente_record_unref (record);
  entente_sample_apply (fixture->sample, step);
  return id;
}

static void
use_field (Fixture *fixture, EntenteEntity entity)
{
  fixture->field = g_object_ref_sink (entente_name_field_new (entity, "Names"));
  entente_name_field_set_chronicle (fixture->field,
                                    entente_study_get_chronicle (fixture->sample->study));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->sample = entente_sample_new ();
  fixture->fresh = g_ptr_array_new_with_free_func (entente_record_unref);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->field);
  g_ptr_array_unref (fixture->fresh);
  entente_sample_free (fixture->sample);
}

static void
type (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->field), text);
}

static void
test_alike (Fixture *fixture, gconstpointer data)
{
  EntenteId first = add_record (fixture, ENTENTE_ENTITY_PLACE, "Springfield");
  EntenteId second = add_record (fixture, ENTENTE_ENTITY_PLACE, "Springfield");

  use_field (fixture, ENTENTE_ENTITY_PLACE);
  entente_name_field_set_id (fixture->field, second);
  g_assert_cmpint (entente_name_field_get_id (fixture->field, fixture->fresh), ==, second);
  type (fixture, "springfield ");
  g_assert_cmpint (entente_name_field_get_id (fixture->field, fixture->fresh), ==, first);
  type (fixture, "");
  g_assert_cmpint (entente_name_field_get_id (fixture->field, fixture->fresh), ==, ENTENTE_ID_NONE);
  g_assert_cmpuint (fixture->fresh->len, ==, 0);
}

/* The name among those that are offered below the entry, by its place. */
static GtkListBoxRow *
find_offered (Fixture *fixture, int place)
{
  GtkWidget *list = entente_probe_find (fixture->field, GTK_TYPE_LIST_BOX, 0);

  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), place);
}

static void
choose (Fixture *fixture, int place)
{
  GtkListBoxRow *row = find_offered (fixture, place);

  g_assert_nonnull (row);
  g_signal_emit_by_name (gtk_widget_get_parent (GTK_WIDGET (row)), "row-activated", row);
  g_assert_false (entente_name_list_is_open (fixture->field));
}

/* What is typed counts only where it shows. */
static void
show_field (Fixture *fixture)
{
  fixture->window = gtk_window_new ();
  fixture->box = entente_name_field_with_note (fixture->field);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->box);
  gtk_window_present (GTK_WINDOW (fixture->window));
  entente_probe_wait (gtk_widget_get_mapped (fixture->field));
}

static void
assert_ids (Fixture *fixture, const EntenteId *ids, guint n)
{
  g_autoptr (GArray) found = entente_name_field_dup_ids (fixture->field, fixture->fresh);

  g_assert_nonnull (found);
  g_assert_cmpuint (found->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (g_array_index (found, EntenteId, i), ==, ids[i]);
}

static void
test_chosen (Fixture *fixture, gconstpointer data)
{
  EntenteId place = add_record (fixture, ENTENTE_ENTITY_PLACE, "Springfield");
  EntenteId second = add_record (fixture, ENTENTE_ENTITY_PLACE, "Springfield");

  g_assert_cmpint (place, !=, second);
  use_field (fixture, ENTENTE_ENTITY_PLACE);
  show_field (fixture);
  type (fixture, "spr");
  g_assert_true (entente_name_list_is_open (fixture->field));
  choose (fixture, 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->field)), ==, "Springfield");
  g_assert_cmpint (entente_name_field_get_id (fixture->field, fixture->fresh), ==, second);
}

/* A semicolon within a name, two issues of one name; and the text edited behind them. */
static void
test_issues (Fixture *fixture, gconstpointer data)
{
  EntenteId ids[] = {
    add_record (fixture, ENTENTE_ENTITY_ISSUE, "Prisoners; exchange of"),
    add_record (fixture, ENTENTE_ENTITY_ISSUE, "Bases"),
    add_record (fixture, ENTENTE_ENTITY_ISSUE, "Bases"),
    add_record (fixture, ENTENTE_ENTITY_ISSUE, "Aid; to whom"),
  };
  EntenteId shown[] = { ids[0], ids[2] };
  EntenteId chosen[] = { ids[0], ids[2], ids[3] };
  g_autoptr (GArray) given = g_array_new (FALSE, FALSE, sizeof (EntenteId));

  g_array_append_vals (given, shown, 2);
  use_field (fixture, ENTENTE_ENTITY_ISSUE);
  entente_name_field_set_ids (fixture->field, given);
  assert_ids (fixture, shown, 2);
  type (fixture, "Prisoners; exchange of; Bases; ");
  assert_ids (fixture, shown, 2);
  show_field (fixture);
  type (fixture, "Prisoners; exchange of; Bases; ai");
  choose (fixture, 0);
  assert_ids (fixture, chosen, 3);
  g_assert_cmpuint (fixture->fresh->len, ==, 0);
}

/* Said twice, an issue is one, also when it is new. */
static void
test_doubles (Fixture *fixture, gconstpointer data)
{
  EntenteId known = add_record (fixture, ENTENTE_ENTITY_ISSUE, "Bases");
  g_autoptr (GArray) ids = NULL;

  use_field (fixture, ENTENTE_ENTITY_ISSUE);
  type (fixture, "Bases; A; bases;; a");
  ids = entente_name_field_dup_ids (fixture->field, fixture->fresh);
  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_cmpuint (fixture->fresh->len, ==, 1);
  g_assert_cmpint (g_array_index (ids, EntenteId, 0), ==, known);
}

static void
assert_note (Fixture *fixture, const char *text)
{
  GtkWidget *note = gtk_widget_get_last_child (fixture->box);

  g_assert_cmpint (gtk_widget_get_visible (note), ==, text != NULL);
  if (text)
    g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (note)), ==, text);
}

/* A name that nobody has yet is said to be new before anything is made of it. */
static void
test_new (Fixture *fixture, gconstpointer data)
{
  EntenteId known = add_record (fixture, ENTENTE_ENTITY_ACTOR, "Zanzibar; council of");

  use_field (fixture, ENTENTE_ENTITY_ACTOR);
  show_field (fixture);
  assert_note (fixture, NULL);
  type (fixture, "Zanzibra; Zanzi");
  assert_note (fixture, "New actor: “Zanzibra”, “Zanzi”");
  entente_name_field_set_single (fixture->field);
  type (fixture, "Zanzibra; Zanzi");
  type (fixture, "Zanzibra");
  assert_note (fixture, "New actor: “Zanzibra”");
  type (fixture, "zanzibar; c");
  type (fixture, "zanzi");
  choose (fixture, 0);
  assert_note (fixture, NULL);
  g_assert_cmpint (entente_name_field_get_id (fixture->field, fixture->fresh), ==, known);
}

/* Few names are offered, and none once the only one that fits is all there; the list closes when
 * the keyboard goes elsewhere. */
static void
test_short (Fixture *fixture, gconstpointer data)
{
  for (guint i = 1; i <= 9; i++) {
    g_autofree char *name = g_strdup_printf ("Xanadu %u", i);

    add_record (fixture, ENTENTE_ENTITY_PLACE, name);
  }
  use_field (fixture, ENTENTE_ENTITY_PLACE);
  show_field (fixture);
  gtk_widget_grab_focus (fixture->field);
  type (fixture, "xan");
  g_assert_nonnull (find_offered (fixture, ENTENTE_NAME_LIST_ROWS - 1));
  g_assert_null (find_offered (fixture, ENTENTE_NAME_LIST_ROWS));
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  entente_probe_wait (!entente_name_list_is_open (fixture->field));
  type (fixture, "xanadu");
  g_assert_true (entente_name_list_is_open (fixture->field));
  type (fixture, "xanadu 7");
  g_assert_false (entente_name_list_is_open (fixture->field));
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
  add ("/name-field/alike", test_alike);
  add ("/name-field/chosen", test_chosen);
  add ("/name-field/issues", test_issues);
  add ("/name-field/doubles", test_doubles);
  add ("/name-field/new", test_new);
  add ("/name-field/short", test_short);
  return g_test_run ();
}
