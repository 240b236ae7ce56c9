/* What is typed into a form is kept a moment later, offered when it comes up again, and forgotten
 * when it was accepted or discarded. */
#include "config.h"

#include "entente-claim-form.h"
#include "entente-form-window.h"
#include "entente-sample-fixture.h"
#include "entente-study-drafts.h"
#include "entente-widget-probe.h"

#define ENTRY "An actor, or “a senior official”"

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static EntenteDraft *
find (EntenteSample *sample, EntenteId event)
{
  g_autoptr (GAsyncResult) result = NULL;

  entente_study_find_draft_async (sample->study, "new-claim", event, NULL, found_cb, &result);
  entente_probe_wait (result != NULL);
  return entente_study_find_draft_finish (sample->study, result, NULL);
}

static gboolean
is_kept (EntenteSample *sample, EntenteId event)
{
  g_autoptr (EntenteDraft) draft = find (sample, event);

  return draft != NULL;
}

static EntenteId
get_event (EntenteSample *sample)
{
  return entente_chronicle_get_id (entente_study_get_chronicle (sample->study), 2);
}

static GtkWidget *
present (EntenteSample *sample, GtkWidget *parent)
{
  entente_claim_form_present (parent,
                              sample->session,
                              get_event (sample),
                              ENTENTE_ID_NONE,
                              ENTENTE_ID_NONE,
                              NULL);
  return entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
}

static void
type (GtkWidget *window, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entente_probe_find_entry (window, ENTRY)), text);
}

static void
press (GtkWidget *window, const char *label)
{
  for (guint i = 0;; i++) {
    GtkWidget *button = entente_probe_find (window, GTK_TYPE_BUTTON, i);

    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) != 0)
      continue;
    g_signal_emit_by_name (button, "clicked");
    return;
  }
}

/* The window goes as with a crash: nobody is asked, nothing is finished. */
static void
crash (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_taken_over (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  GtkWidget *window = present (sample, parent);

  g_assert_false (is_kept (sample, get_event (sample)));
  type (window, "Somebody at co");
  entente_probe_wait (is_kept (sample, get_event (sample)));
  crash (window);
  window = present (sample, parent);
  entente_probe_wait (entente_probe_says (window, "Somebody at co"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entente_probe_find_entry (window, ENTRY))),
                   ==,
                   "");
  press (window, "_Take It Over");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entente_probe_find_entry (window, ENTRY))),
                   ==,
                   "Somebody at co");
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_wait (!is_kept (sample, get_event (sample)));
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

static void
test_discarded (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  GtkWidget *window;

  entente_study_keep_draft (sample->study,
                            "new-claim",
                            get_event (sample),
                            "[('/9/9', 'tKept before')]");
  window = present (sample, parent);
  entente_probe_wait (entente_probe_says (window, "Kept before"));
  press (window, "_Discard");
  entente_probe_wait (!is_kept (sample, get_event (sample)));
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* Who looks and closes has not decided. */
static void
test_left (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  GtkWidget *window;

  entente_study_keep_draft (sample->study,
                            "new-claim",
                            get_event (sample),
                            "[('/9/9', 'tKept before')]");
  window = present (sample, parent);
  entente_probe_wait (entente_probe_says (window, "Kept before"));
  gtk_window_close (GTK_WINDOW (window));
  g_assert_true (is_kept (sample, get_event (sample)));
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/form-keeper/taken-over", test_taken_over);
  g_test_add_func ("/form-keeper/discarded", test_discarded);
  g_test_add_func ("/form-keeper/left", test_left);
  return g_test_run ();
}
