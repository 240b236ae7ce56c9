/* A new event that is there already: the form says so, and its words become a claim of that event
 * instead. */
#include "config.h"

#include "entente-date-field.h"
#include "entente-event-form.h"
#include "entente-kind-field.h"
#include "entente-same-event-row.h"
#include "entente-sample-fixture.h"
#include "entente-who-field.h"
#include "entente-widget-probe.h"

#include <string.h>

#define WORDS "On 21 August Foreign Minister Lavrov named the day"

static EntenteId
get_article (EntenteSample *sample)
{
  return entente_chronicle_get_article (entente_sample_get_chronicle (sample), 0)->record.id;
}

static EntentePassage *
create_passage (EntenteSample *sample)
{
  g_autoptr (EntenteArticleDetail) detail =
    entente_study_read_article (sample->study, get_article (sample), NULL);
  const char *text = detail->revision->text, *found = strstr (text, WORDS);
  gint64 start = g_utf8_pointer_to_offset (text, found);

  return entente_passage_new_from_text (detail->revision->record.id,
                                        text,
                                        start,
                                        start + g_utf8_strlen (WORDS, -1));
}

/* The first event of the sample that has an initiator and a date. */
static EntenteEventDetail *
read_model (EntenteSample *sample)
{
  for (guint row = 0; row < entente_chronicle_get_n_placed (entente_sample_get_chronicle (sample));
       row++) {
    EntenteEventDetail *detail = entente_study_read_event (
      sample->study,
      entente_chronicle_get_id (entente_sample_get_chronicle (sample), row),
      NULL);

    if (detail->participations->len > 1 && entente_date_is_dated (detail->event->when))
      return detail;
    entente_event_detail_unref (detail);
  }
  g_assert_not_reached ();
}

/* A form that is filled in as the model is. */
static GtkWidget *
fill_form (EntenteSample *sample, const EntenteEventDetail *model, EntentePassage *passage)
{
  GtkWidget *form =
    g_object_ref_sink (entente_event_form_new (sample->session, get_article (sample), passage));
  EntenteKindField *kind = entente_probe_find (form, ENTENTE_TYPE_KIND_FIELD, 0);
  EntenteDateField *when = entente_probe_find (form, ENTENTE_TYPE_DATE_FIELD, 0);
  EntenteWhoField *who = entente_probe_find (form, ENTENTE_TYPE_WHO_FIELD, 0);
  GtkWidget *same = entente_probe_find (form, ENTENTE_TYPE_SAME_EVENT_ROW, 0);
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();

  entente_kind_field_set_kind (kind, model->event->kind);
  entente_date_field_set_date (when, model->event->when);
  entente_who_field_set_parts (who, nobody);
  for (guint i = 0; i < model->participations->len; i++) {
    const EntenteParticipation *part = model->participations->pdata[i];

    entente_who_field_add (who, part->actor, NULL, part->role);
  }
  entente_who_field_add (who, ENTENTE_ID_NONE, "A clerk", ENTENTE_ROLE_OBSERVER);
  entente_probe_wait (gtk_widget_get_visible (same));
  return form;
}

static GtkToggleButton *
find_toggle (GtkWidget *form)
{
  GtkWidget *same = entente_probe_find (form, ENTENTE_TYPE_SAME_EVENT_ROW, 0);

  return entente_probe_find (same, GTK_TYPE_TOGGLE_BUTTON, 0);
}

static EntenteEventDetail *
read_again (EntenteSample *sample, const EntenteEventDetail *model)
{
  return entente_study_read_event (sample->study, model->event->record.id, NULL);
}

static void
test_claim (void)
{
  EntenteSample *sample = entente_sample_new ();
  guint n = entente_chronicle_get_n_rows (entente_sample_get_chronicle (sample));
  g_autoptr (EntenteEventDetail) model = read_model (sample);
  g_autoptr (EntenteEventDetail) after = NULL;
  g_autoptr (EntenteEventDetail) undone = NULL;
  g_autoptr (EntentePassage) passage = create_passage (sample);
  GtkWidget *form = fill_form (sample, model, passage);
  GtkButton *add = GTK_BUTTON (entente_event_form_get_button (ENTENTE_EVENT_FORM (form)));

  g_assert_cmpstr (gtk_button_get_label (add), ==, "Add Event");
  gtk_toggle_button_set_active (find_toggle (form), TRUE);
  g_assert_cmpstr (gtk_button_get_label (add), ==, "Add Claim");
  entente_event_form_accept (ENTENTE_EVENT_FORM (form));
  entente_probe_wait (entente_session_get_selected_event (sample->session) ==
                      model->event->record.id);
  g_assert_cmpuint (entente_chronicle_get_n_rows (entente_sample_get_chronicle (sample)), ==, n);
  after = read_again (sample, model);
  g_assert_cmpuint (after->claims->len, ==, model->claims->len + 1);
  g_assert_cmpuint (after->participations->len, ==, model->participations->len);
  g_assert_null (((EntenteClaim *) after->claims->pdata[model->claims->len])->claimed_when);
  entente_change_set_unref (entente_study_undo (sample->study, NULL));
  undone = read_again (sample, model);
  g_assert_cmpuint (undone->claims->len, ==, model->claims->len);
  g_object_unref (form);
  entente_sample_settle (sample);
  entente_sample_free (sample);
}

/* Choosing is undone by pressing again: an event of its own. */
static void
test_no_claim (void)
{
  EntenteSample *sample = entente_sample_new ();
  guint n = entente_chronicle_get_n_rows (entente_sample_get_chronicle (sample));
  g_autoptr (EntenteEventDetail) model = read_model (sample);
  g_autoptr (EntentePassage) passage = create_passage (sample);
  GtkWidget *form = fill_form (sample, model, passage);

  gtk_toggle_button_set_active (find_toggle (form), TRUE);
  gtk_toggle_button_set_active (find_toggle (form), FALSE);
  entente_event_form_accept (ENTENTE_EVENT_FORM (form));
  entente_probe_wait (entente_chronicle_get_n_rows (entente_sample_get_chronicle (sample)) ==
                      n + 1);
  g_object_unref (form);
  entente_sample_settle (sample);
  entente_sample_free (sample);
}

/* What no longer fits is no longer proposed, nor chosen. */
static void
test_other (void)
{
  EntenteSample *sample = entente_sample_new ();
  g_autoptr (EntenteEventDetail) model = read_model (sample);
  g_autoptr (EntentePassage) passage = create_passage (sample);
  GtkWidget *form = fill_form (sample, model, passage);
  GtkWidget *same = entente_probe_find (form, ENTENTE_TYPE_SAME_EVENT_ROW, 0);
  EntenteDateField *when = entente_probe_find (form, ENTENTE_TYPE_DATE_FIELD, 0);
  g_autoptr (EntenteDate) far = entente_date_parse ("1648-10-24", NULL);

  gtk_toggle_button_set_active (find_toggle (form), TRUE);
  entente_date_field_set_date (when, far);
  g_signal_emit_by_name (when, "changed");
  entente_probe_wait (!gtk_widget_get_visible (same));
  g_assert_cmpint (entente_same_event_row_get_chosen (ENTENTE_SAME_EVENT_ROW (same)),
                   ==,
                   ENTENTE_ID_NONE);
  g_object_unref (form);
  entente_sample_settle (sample);
  entente_sample_free (sample);
}

/* Another date than the event has is what the claim claims. */
static void
test_claimed_date (void)
{
  EntenteSample *sample = entente_sample_new ();
  g_autoptr (EntenteEventDetail) model = read_model (sample);
  EntenteSameEventRow *row = g_object_ref_sink (g_object_new (ENTENTE_TYPE_SAME_EVENT_ROW, NULL));
  g_autoptr (EntenteClaim) claim = entente_claim_new ();
  g_autoptr (EntenteDate) wide = entente_date_parse ("2018", NULL);
  GPtrArray *parts = g_ptr_array_ref (model->participations);

  entente_same_event_row_set_session (row, sample->session);
  entente_same_event_row_look_for (row,
                                   entente_kind_find (model->event->kind),
                                   model->event->when,
                                   parts);
  entente_probe_wait (gtk_widget_get_visible (GTK_WIDGET (row)));
  gtk_toggle_button_set_active (entente_probe_find (GTK_WIDGET (row), GTK_TYPE_TOGGLE_BUTTON, 0),
                                TRUE);
  g_assert_cmpint (entente_same_event_row_get_chosen (row), ==, model->event->record.id);
  entente_same_event_row_fill_claim (row, claim, entente_kind_find ("leak"), wide);
  g_assert_cmpint (claim->event, ==, model->event->record.id);
  g_assert_cmpstr (claim->claimed_when->edtf, ==, "2018");
  g_assert_cmpstr (claim->claimed_kind, ==, "leak");
  g_object_unref (row);
  entente_sample_free (sample);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/same-event-row/claim", test_claim);
  g_test_add_func ("/same-event-row/no-claim", test_no_claim);
  g_test_add_func ("/same-event-row/other", test_other);
  g_test_add_func ("/same-event-row/claimed-date", test_claimed_date);
  return g_test_run ();
}
