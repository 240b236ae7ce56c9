/* The window that splits an actor: what is chosen is the new one's. */
#include "config.h"

#include "entente-actor-split-form.h"
#include "entente-choice-list.h"
#include "entente-form-window.h"
#include "entente-sample-fixture.h"
#include "entente-widget-probe.h"

static guint32
find_actor (EntenteSample *sample, const char *name)
{
  g_autoptr (GArray) found =
    entente_chronicle_find_actors_by_name (entente_sample_get_chronicle (sample), name);

  g_assert_cmpuint (found->len, ==, 1);
  return g_array_index (found, guint32, 0);
}

static guint
count_events (EntenteSample *sample, const char *name)
{
  return entente_chronicle_get_actor_count (entente_sample_get_chronicle (sample),
                                            find_actor (sample, name),
                                            FALSE);
}

static void
test_split (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new (), *window, *list, *button;
  const EntenteActor *actor = entente_chronicle_get_actor (entente_sample_get_chronicle (sample),
                                                           find_actor (sample, "Russia"));
  guint n = count_events (sample, "Russia"), n_new;

  entente_actor_split_form_present (parent, sample->session, actor->record.id);
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_wait (entente_probe_says (window, "0 of "));
  list = entente_probe_find (window, ENTENTE_TYPE_CHOICE_LIST, 0);
  entente_probe_wait (!entente_probe_says (window, "0 of 0"));
  gtk_editable_set_text (GTK_EDITABLE (entente_probe_find (window, GTK_TYPE_ENTRY, 0)),
                         "Russian mediators");
  gtk_editable_set_text (entente_probe_find (list, GTK_TYPE_SEARCH_ENTRY, 0), "Event:");
  entente_probe_linger (200);
  button = entente_probe_find (list, GTK_TYPE_BUTTON, 0); /* all that shows */
  g_signal_emit_by_name (button, "clicked");
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  n_new = count_events (sample, "Russian mediators");
  g_assert_cmpuint (n_new, ==, n);
  g_assert_cmpuint (count_events (sample, "Russia"), ==, 0);
  entente_change_set_unref (entente_study_undo (sample->study, NULL));
  g_assert_cmpuint (count_events (sample, "Russia"), ==, n);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/actor-split-form/split", test_split);
  return g_test_run ();
}
