/* The window that merges two actors: it says what moves before anything does, and undo brings both
 * back. */
#include "config.h"

#include "entente-actor-entry.h"
#include "entente-actor-merge-form.h"
#include "entente-form-window.h"
#include "entente-sample-fixture.h"
#include "entente-widget-probe.h"

static EntenteId
find_actor (EntenteSample *sample, const char *name)
{
  g_autoptr (GArray) found =
    entente_chronicle_find_actors_by_name (entente_sample_get_chronicle (sample), name);

  return found->len == 1 ? entente_chronicle_get_actor (entente_sample_get_chronicle (sample),
                                                        g_array_index (found, guint32, 0))
                             ->record.id
                         : ENTENTE_ID_NONE;
}

static guint
count_events (EntenteSample *sample, EntenteId actor)
{
  return entente_chronicle_get_actor_count (
    entente_sample_get_chronicle (sample),
    entente_chronicle_find_actor (entente_sample_get_chronicle (sample), actor),
    FALSE);
}

static void
test_merge (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new (), *window, *entry;
  EntenteId kept = find_actor (sample, "Russia"), gone = find_actor (sample, "Uzbekistan");
  g_autoptr (EntenteQuery) query = entente_query_new ();
  guint n = entente_chronicle_get_n_actors (entente_sample_get_chronicle (sample));
  guint n_events = count_events (sample, kept);

  entente_query_toggle_id (&query->actors, gone, TRUE);
  entente_session_set_query (sample->session, query);
  entente_actor_merge_form_present (parent, sample->session, kept);
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  g_signal_emit_by_name (window, "accept");
  g_assert_cmpuint (entente_chronicle_get_n_actors (entente_sample_get_chronicle (sample)), ==, n);
  entry = entente_probe_find (window, ENTENTE_TYPE_ACTOR_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entente_probe_find (entry, GTK_TYPE_ENTRY, 0)),
                         "Uzbekistan");
  entente_probe_wait (entente_probe_says (window, "becomes an alias"));
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  g_assert_cmpuint (entente_chronicle_get_n_actors (entente_sample_get_chronicle (sample)),
                    ==,
                    n - 1);
  g_assert_cmpint (find_actor (sample, "Uzbekistan"), ==, kept);
  g_assert_cmpuint (count_events (sample, kept), >, n_events);
  g_assert_true (entente_query_has_id (entente_session_get_query (sample->session)->actors, kept));
  entente_change_set_unref (entente_study_undo (sample->study, NULL));
  g_assert_cmpuint (entente_chronicle_get_n_actors (entente_sample_get_chronicle (sample)), ==, n);
  g_assert_cmpint (find_actor (sample, "Uzbekistan"), ==, gone);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* The one that was found may stay instead; an edited name takes the preview away. */
static void
test_other (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new (), *window, *entry;
  EntenteId first = find_actor (sample, "Russia"), second = find_actor (sample, "Uzbekistan");

  entente_actor_merge_form_present (parent, sample->session, first);
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  entry = entente_probe_find (entente_probe_find (window, ENTENTE_TYPE_ACTOR_ENTRY, 0),
                              GTK_TYPE_ENTRY,
                              0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Uzbekistan");
  entente_probe_wait (entente_probe_says (window, "becomes an alias"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Nobody at all");
  g_assert_false (entente_probe_says (window, "becomes an alias"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Uzbekistan");
  gtk_check_button_set_active (entente_probe_find (window, GTK_TYPE_CHECK_BUTTON, 1), TRUE);
  entente_probe_wait (entente_probe_says (window, "“Russia”"));
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  g_assert_cmpint (find_actor (sample, "Russia"), ==, second);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/actor-merge-form/merge", test_merge);
  g_test_add_func ("/actor-merge-form/other", test_other);
  return g_test_run ();
}
