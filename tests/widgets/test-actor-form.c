/* The form of actors: nothing changes unless something was changed; a new actor is one step. */
#include "config.h"

#include "entente-actor-form.h"
#include "entente-actor-parts.h"
#include "entente-commands.h"
#include "entente-form-window.h"
#include "entente-sample-fixture.h"
#include "entente-widget-probe.h"

/* Although each actor has a namesake. */
static void
test_unchanged (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  gint64 version;

  entente_sample_add_namesakes (sample);
  version = entente_study_get_version (sample->study);
  for (guint i = 0; i < entente_chronicle_get_n_actors (entente_sample_get_chronicle (sample));
       i++) {
    EntenteId id =
      entente_chronicle_get_actor (entente_sample_get_chronicle (sample), i)->record.id;

    entente_actor_form_present (parent, sample->session, id);
    entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
    entente_probe_linger (10);
    g_assert_cmpint (entente_study_get_version (sample->study), ==, version);
  }
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

static gboolean
knows (EntenteSample *sample, const char *name)
{
  g_autoptr (GArray) found =
    entente_chronicle_find_actors_by_name (entente_sample_get_chronicle (sample), name);

  return found->len == 1;
}

static void
test_new (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  GtkWidget *window;
  GtkWidget *name;

  entente_actor_form_present (parent, sample->session, ENTENTE_ID_NONE);
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  name = entente_probe_find (window, GTK_TYPE_ENTRY, 0);
  g_signal_emit_by_name (window, "accept");
  g_assert_true (gtk_widget_get_visible (window)); /* it has no name yet */
  gtk_editable_set_text (GTK_EDITABLE (name), "Jirga <of> Kunar & co");
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_wait (knows (sample, "Jirga <of> Kunar & co"));
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* What is changed elsewhere while the form is open stays, for the form did not change it. */
static void
test_meanwhile (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  EntenteId id = entente_sample_add_actor (sample, "Somebody");
  g_autoptr (EntenteActor) now = NULL;
  GtkWidget *window;

  entente_actor_form_present (parent, sample->session, id);
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  entente_sample_apply (
    sample,
    entente_commands_set_field (ENTENTE_ENTITY_ACTOR, id, "pseudonym", "The Envoy", NULL));
  gtk_editable_set_text (GTK_EDITABLE (entente_probe_find (window, GTK_TYPE_ENTRY, 0)), "Another");
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  now = entente_store_get (entente_study_get_store (sample->study), ENTENTE_ENTITY_ACTOR, id, NULL);
  g_assert_cmpstr (now->name, ==, "Another");
  g_assert_cmpstr (now->pseudonym, ==, "The Envoy");
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* The actor is deleted meanwhile: the form says so and keeps what was typed. */
static void
test_refused (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  EntenteId id = entente_sample_add_actor (sample, "Somebody");
  GtkWidget *window, *name;

  entente_actor_form_present (parent, sample->session, id);
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  name = entente_probe_find (window, GTK_TYPE_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (name), "Somebody else");
  entente_sample_apply (sample, entente_commands_delete (ENTENTE_ENTITY_ACTOR, id));
  g_signal_emit_by_name (window, "accept");
  entente_probe_wait (gtk_widget_get_visible (entente_probe_find_class (window, "error")));
  g_assert_true (gtk_widget_get_visible (window));
  entente_change_set_unref (entente_study_undo (sample->study, NULL));
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  g_assert_true (knows (sample, "Somebody else"));
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

static void
keep_cb (EntenteSession *session, const char *message, gint64 step, char **said)
{
  g_free (*said);
  *said = g_strdup (message);
}

/* What goes with an actor is counted. */
static void
test_delete (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  guint n;
  const EntentePart *parts =
    entente_chronicle_get_parts (entente_sample_get_chronicle (sample), 0, &n);
  EntenteId id =
    entente_chronicle_get_actor (entente_sample_get_chronicle (sample), parts[0].actor)->record.id;
  g_autofree char *said = NULL;
  GtkWidget *window, *button = NULL;

  g_signal_connect (sample->session, "notify-user", G_CALLBACK (keep_cb), &said);
  entente_actor_form_present (parent, sample->session, id);
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  for (guint i = 0; !button; i++) {
    GtkButton *one = entente_probe_find (window, GTK_TYPE_BUTTON, i);

    if (g_strcmp0 (gtk_button_get_label (one), "_Delete This Actor") == 0)
      button = GTK_WIDGET (one);
  }
  g_signal_emit_by_name (button, "clicked");
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_wait (said != NULL);
  g_assert_true (g_str_has_prefix (said, "Actor deleted, with its part in "));
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* Rows of aliases and affiliations: filled in, they are records; empty, they are nothing. */
static void
test_parts (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *aliases = g_object_ref_sink (entente_actor_parts_new ());
  GtkWidget *bodies = g_object_ref_sink (entente_actor_parts_new ());
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (entente_record_unref);
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GPtrArray) affiliations = NULL;

  entente_actor_parts_add_alias (aliases, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entente_probe_find_entry (aliases, "Alias or spelling")),
                         "   ");
  names = entente_actor_parts_dup_aliases (aliases);
  g_assert_cmpuint (names->len, ==, 0);
  g_clear_pointer (&names, g_ptr_array_unref);
  entente_actor_parts_add_alias (aliases, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entente_probe_find_entry (aliases, "Alias or spelling")),
                         "Talib");
  names = entente_actor_parts_dup_aliases (aliases);
  g_assert_cmpuint (names->len, ==, 1);
  g_assert_cmpstr (((EntenteAlias *) names->pdata[0])->text, ==, "Talib");

  entente_actor_parts_add_affiliation (bodies, entente_sample_get_chronicle (sample), NULL);
  gtk_editable_set_text (GTK_EDITABLE (entente_probe_find_entry (bodies, "Belongs to")),
                         "A council nobody knew");
  gtk_editable_set_text (GTK_EDITABLE (entente_probe_find_entry (bodies, "From")), "May 2018");
  g_assert_null (entente_actor_parts_get_error (bodies));
  affiliations = entente_actor_parts_dup_affiliations (bodies, fresh);
  g_assert_cmpuint (affiliations->len, ==, 1);
  g_assert_cmpuint (fresh->len, ==, 1);
  g_assert_cmpstr (((EntenteAffiliation *) affiliations->pdata[0])->from->edtf, ==, "2018-05");
  gtk_editable_set_text (GTK_EDITABLE (entente_probe_find_entry (bodies, "To")), "never ever");
  g_assert_nonnull (entente_actor_parts_get_error (bodies));
  g_assert_finalize_object (aliases);
  g_assert_finalize_object (bodies);
  entente_sample_free (sample);
}

/* Language, script and dates of a name; what is wrong with them comes and goes as one types. */
static void
test_details (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *aliases = entente_actor_parts_new ();
  g_autoptr (GPtrArray) names = NULL;
  const EntenteAlias *alias;

  gtk_window_set_child (GTK_WINDOW (window), aliases);
  gtk_window_present (GTK_WINDOW (window));
  entente_actor_parts_add_alias (aliases, NULL);
  gtk_toggle_button_set_active (entente_probe_find (aliases, GTK_TYPE_TOGGLE_BUTTON, 1),
                                TRUE); /* behind that of the choice */
  gtk_editable_set_text (GTK_EDITABLE (entente_probe_find_entry (aliases, "Alias or spelling")),
                         "Talib");
  gtk_editable_set_text (GTK_EDITABLE (entente_probe_find_entry (aliases, "Language")), "ps");
  gtk_editable_set_text (GTK_EDITABLE (entente_probe_find_entry (aliases, "Script, such as Arab")),
                         "Arabic");
  g_assert_nonnull (entente_actor_parts_get_error (aliases));
  gtk_editable_set_text (GTK_EDITABLE (entente_probe_find_entry (aliases, "Script, such as Arab")),
                         "Arab");
  g_assert_null (entente_actor_parts_get_error (aliases));
  gtk_editable_set_text (GTK_EDITABLE (entente_probe_find_entry (aliases, "From")), "2001");
  gtk_editable_set_text (GTK_EDITABLE (entente_probe_find_entry (aliases, "To")), "1999");
  g_assert_nonnull (entente_actor_parts_get_error (aliases));
  entente_probe_wait (entente_probe_says (aliases, "ends before it begins"));
  gtk_editable_set_text (GTK_EDITABLE (entente_probe_find_entry (aliases, "To")), "2018-07");
  g_assert_null (entente_actor_parts_get_error (aliases));
  g_assert_false (entente_probe_says (aliases, "ends before it begins"));
  names = entente_actor_parts_dup_aliases (aliases);
  alias = names->pdata[0];
  g_assert_cmpstr (alias->language, ==, "ps");
  g_assert_cmpstr (alias->script, ==, "Arab");
  g_assert_cmpstr (alias->valid_from->edtf, ==, "2001");
  g_assert_cmpstr (alias->valid_to->edtf, ==, "2018-07");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A name that is somebody's, or looks so, is warned of as it is typed, and may be kept all the
 * same. */
static void
test_warning (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  GtkWidget *window, *name;

  entente_actor_form_present (parent, sample->session, ENTENTE_ID_NONE);
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  name = entente_probe_find (window, GTK_TYPE_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (name), "Russi\xd0\xb0");
  g_assert_true (entente_probe_says (window, "looks like “Russia”"));
  gtk_editable_set_text (GTK_EDITABLE (name), "russia");
  g_assert_true (entente_probe_says (window, "There is an actor “Russia” already."));
  gtk_editable_set_text (GTK_EDITABLE (name), "Ruritania");
  g_assert_false (entente_probe_says (window, "Russia"));
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  g_assert_true (knows (sample, "Ruritania"));
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* A body that nobody knew is made once, however many rows name it. */
static void
test_same_body (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *bodies = g_object_ref_sink (entente_actor_parts_new ());
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (entente_record_unref);
  g_autoptr (GPtrArray) affiliations = NULL;

  for (guint i = 0; i < 2; i++) {
    GtkWidget *entry;

    entente_actor_parts_add_affiliation (bodies, entente_sample_get_chronicle (sample), NULL);
    entry = entente_probe_find_entry (gtk_widget_get_last_child (bodies), "Belongs to");
    gtk_editable_set_text (GTK_EDITABLE (entry), i == 0 ? "A council" : " A council ");
  }
  affiliations = entente_actor_parts_dup_affiliations (bodies, fresh);
  g_assert_cmpuint (affiliations->len, ==, 2);
  g_assert_cmpuint (fresh->len, ==, 1);
  g_assert_cmpstr (((EntenteActor *) fresh->pdata[0])->name, ==, "A council");
  g_assert_cmpint (((EntenteAffiliation *) affiliations->pdata[1])->parent,
                   ==,
                   ((EntenteActor *) fresh->pdata[0])->record.id);
  g_assert_finalize_object (bodies);
  entente_sample_free (sample);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/actor-form/unchanged", test_unchanged);
  g_test_add_func ("/actor-form/new", test_new);
  g_test_add_func ("/actor-form/meanwhile", test_meanwhile);
  g_test_add_func ("/actor-form/refused", test_refused);
  g_test_add_func ("/actor-form/delete", test_delete);
  g_test_add_func ("/actor-form/parts", test_parts);
  g_test_add_func ("/actor-form/details", test_details);
  g_test_add_func ("/actor-form/warning", test_warning);
  g_test_add_func ("/actor-form/same-body", test_same_body);
  return g_test_run ();
}
