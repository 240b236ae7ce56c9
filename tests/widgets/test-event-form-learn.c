/* What the study learns from the form of an event, and that a name is refused there. */
#include "config.h"

#include "entente-commands.h"
#include "entente-event-form.h"
#include "entente-kind-field.h"
#include "entente-sample-fixture.h"
#include "entente-study-records.h"
#include "entente-suggestion-list.h"
#include "entente-who-field.h"
#include "entente-widget-probe.h"
#include <string.h>

static guint
count_words (EntenteSample *sample)
{
  g_autoptr (GPtrArray) words =
    entente_store_list (entente_study_get_store (sample->study), ENTENTE_ENTITY_LEXICON, NULL);

  return words->len;
}

/* What the words teach for a kind that nothing proposed is learnt with the event, in its one step,
 * unless a person says no. */
static void
test_lesson (void)
{
  EntenteSample *sample = entente_sample_new ();
  g_autoptr (EntentePassage) passage =
    entente_sample_create_passage (sample, "On 21 August Foreign Minister Lavrov named the day");
  EntenteSuggestionList *suggestions = entente_session_get_suggestions (sample->session);

  entente_probe_wait (entente_suggestion_list_get_n_open (suggestions) > 0);
  for (guint i = 0; i < 2; i++) {
    GtkWidget *form = g_object_ref_sink (
      entente_event_form_new (sample->session, entente_sample_get_article (sample), passage));
    EntenteKindField *kind = entente_probe_find (form, ENTENTE_TYPE_KIND_FIELD, 0);
    GtkWidget *check;
    guint n_events = entente_chronicle_get_n_rows (entente_sample_get_chronicle (sample));

    entente_kind_field_set_kind (kind, "veto");
    check = entente_probe_find (form, GTK_TYPE_CHECK_BUTTON, 0);
    g_assert_true (gtk_widget_get_visible (check));
    g_assert_nonnull (strstr (gtk_check_button_get_label (GTK_CHECK_BUTTON (check)), "veto"));
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), i > 0);
    entente_event_form_accept (ENTENTE_EVENT_FORM (form));
    entente_probe_wait (entente_chronicle_get_n_rows (entente_sample_get_chronicle (sample)) ==
                        n_events + 1);
    g_assert_cmpuint (count_words (sample), ==, i);
    entente_sample_drop_form (form);
  }
  entente_probe_wait (!entente_suggestion_list_is_reading (suggestions));
  entente_change_set_unref (entente_study_undo (sample->study, NULL));
  g_assert_cmpuint (count_words (sample), ==, 0);
  entente_probe_wait (!entente_suggestion_list_is_reading (suggestions));
  entente_sample_free (sample);
}

/* The field of who took part says which name is none; it is refused as a step of its own. */
static void
test_refuse (void)
{
  EntenteSample *sample = entente_sample_new ();
  g_autoptr (EntentePassage) passage =
    entente_sample_create_passage (sample, "On 21 August Foreign Minister Lavrov named the day");
  EntenteSuggestionList *suggestions = entente_session_get_suggestions (sample->session);
  g_autoptr (GPtrArray) rejections = NULL;
  GtkWidget *form;

  entente_probe_wait (entente_suggestion_list_get_n_open (suggestions) > 0);
  form = g_object_ref_sink (
    entente_event_form_new (sample->session, entente_sample_get_article (sample), passage));
  g_signal_emit_by_name (entente_probe_find (form, ENTENTE_TYPE_WHO_FIELD, 0), "refused", "August");
  entente_probe_wait (g_strcmp0 (entente_study_get_undo_label (sample->study), "Refuse name") == 0);
  rejections =
    entente_store_list (entente_study_get_store (sample->study), ENTENTE_ENTITY_REJECTION, NULL);
  g_assert_cmpuint (rejections->len, ==, 1);
  g_assert_cmpstr (((EntenteRejection *) rejections->pdata[0])->quote, ==, "August");
  g_assert_cmpstr (((EntenteRejection *) rejections->pdata[0])->kind, ==, ENTENTE_REJECTION_ACTOR);
  entente_probe_wait (!entente_suggestion_list_is_reading (suggestions));
  entente_sample_drop_form (form);
  entente_sample_free (sample);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/event-form-learn/lesson", test_lesson);
  g_test_add_func ("/event-form-learn/refuse", test_refuse);
  return g_test_run ();
}
