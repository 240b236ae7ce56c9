/* The entry of an actor: an id stays what it is until the text is edited. */
#include "config.h"

#include "entente-actor-entry.h"
#include "entente-sample-fixture.h"
#include "entente-widget-probe.h"

#define NAME "Muhammad Hanif"

typedef struct {
  EntenteSample *sample;
  EntenteId one, other; /* two actors of one name */
  EntenteActorEntry *entry;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->sample = entente_sample_new ();
  fixture->one = entente_sample_add_actor (fixture->sample, NAME);
  fixture->other = entente_sample_add_actor (fixture->sample, NAME);
  fixture->entry = g_object_ref_sink (ENTENTE_ACTOR_ENTRY (entente_actor_entry_new ()));
  entente_actor_entry_set_chronicle (fixture->entry,
                                     entente_study_get_chronicle (fixture->sample->study));
  entente_actor_entry_set_keeps (fixture->entry, TRUE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->entry);
  entente_sample_free (fixture->sample);
}

static void
type (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (entente_probe_find (GTK_WIDGET (fixture->entry), GTK_TYPE_ENTRY, 0), text);
}

static void
test_given (Fixture *fixture, gconstpointer data)
{
  entente_actor_entry_set_actor (fixture->entry, fixture->other, NULL);
  g_assert_cmpstr (entente_actor_entry_get_text (fixture->entry), ==, NAME);
  g_assert_cmpint (entente_actor_entry_get_actor (fixture->entry), ==, fixture->other);
  g_assert_null (entente_actor_entry_get_error (fixture->entry));
  type (fixture, NAME);
  g_assert_cmpint (entente_actor_entry_get_actor (fixture->entry), ==, ENTENTE_ID_NONE);
  g_assert_nonnull (entente_actor_entry_get_error (fixture->entry));
}

/* Words stay words although an actor is named so, until they are typed. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  EntenteId id = entente_sample_add_actor (fixture->sample, "a senior official");
  EntenteId stored = ENTENTE_ID_NONE;
  g_autofree char *words = g_strdup ("a senior official");

  entente_actor_entry_set_chronicle (fixture->entry,
                                     entente_study_get_chronicle (fixture->sample->study));
  entente_actor_entry_set_actor (fixture->entry, ENTENTE_ID_NONE, words);
  entente_actor_entry_store (fixture->entry, &stored, &words);
  g_assert_cmpint (stored, ==, ENTENTE_ID_NONE);
  g_assert_cmpstr (words, ==, "a senior official");
  type (fixture, " A senior official ");
  entente_actor_entry_store (fixture->entry, &stored, &words);
  g_assert_cmpint (stored, ==, id);
  g_assert_null (words);
}

/* The row that was chosen is the actor, not the first of that name. */
static void
test_chosen (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  GtkListBox *list;

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (fixture->entry));
  gtk_window_present (GTK_WINDOW (window));
  entente_probe_wait (gtk_widget_get_mapped (GTK_WIDGET (fixture->entry)));
  type (fixture, "muhammad h");
  list = entente_probe_find (GTK_WIDGET (fixture->entry), GTK_TYPE_LIST_BOX, 0);
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 1));
  g_assert_cmpstr (entente_actor_entry_get_text (fixture->entry), ==, NAME);
  g_assert_cmpint (entente_actor_entry_get_actor (fixture->entry), ==, fixture->other);
  entente_probe_linger (50);
  gtk_window_set_child (GTK_WINDOW (window), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
take_name_cb (EntenteActorEntry *entry, gint64 actor, const char *name, char **taken)
{
  g_assert_cmpint (actor, ==, ENTENTE_ID_NONE);
  g_free (*taken);
  *taken = g_strdup (name);
}

/* Spaces are no name, and none at its ends belong to one. */
static void
test_new (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  GtkListBox *list = entente_probe_find (GTK_WIDGET (fixture->entry), GTK_TYPE_LIST_BOX, 0);
  g_autofree char *name = NULL;

  entente_actor_entry_set_allows_new (fixture->entry, TRUE);
  g_signal_connect (fixture->entry, "actor-chosen", G_CALLBACK (take_name_cb), &name);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (fixture->entry));
  gtk_window_present (GTK_WINDOW (window));
  entente_probe_wait (gtk_widget_get_mapped (GTK_WIDGET (fixture->entry)));
  type (fixture, "  ");
  g_assert_null (gtk_list_box_get_row_at_index (list, 0));
  type (fixture, " Somebody else ");
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 0));
  g_assert_cmpstr (name, ==, "Somebody else");
  entente_probe_linger (50);
  gtk_window_set_child (GTK_WINDOW (window), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
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
  add ("/actor-entry/given", test_given);
  add ("/actor-entry/words", test_words);
  add ("/actor-entry/chosen", test_chosen);
  add ("/actor-entry/new", test_new);
  return g_test_run ();
}
