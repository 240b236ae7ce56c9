/* The form of a claim: one further voice under an event, or one that is there already. Main thread.
 */
#include "config.h"

#include "entente-claim-fields.h"
#include "entente-claim-form.h"
#include "entente-commands.h"
#include "entente-earlier-words.h"
#include "entente-form-source.h"
#include "entente-form-window.h"
#include "entente-label.h"
#include "entente-passage-words.h"
#include "entente-toplevel.h"
#include "entente-words-field.h"
#include <glib/gi18n.h>

typedef struct {
  EntenteSession *session;
  EntenteClaim *claim; /* as it was, or a new one */
  EntentePassage *passage; /* its words, or NULL */
  EntenteId article; /* behind the words, or none */
  EntenteClaimFields *fields;
  EntenteWordsField *words; /* of a claim without words, or NULL */
} Form;

static void
free_form (gpointer data)
{
  Form *form = data;

  g_object_unref (form->session);
  entente_claim_unref (form->claim);
  g_clear_pointer (&form->passage, entente_passage_unref);
  g_free (form);
}

static const char *
find_error (const Form *form)
{
  const char *error = entente_claim_fields_get_error (form->fields);

  return !error && form->words ? entente_words_field_get_error (form->words) : error;
}

/* A claim that has no words yet may get some. */
static EntenteStep *
create_step (const Form *form, EntenteClaim *claim, const GPtrArray *fresh)
{
  g_autoptr (EntentePassage) passage = form->passage ? entente_passage_copy (form->passage)
                                       : form->words ? entente_words_field_dup_passage (form->words)
                                                     : NULL;
  gboolean gets_words = form->words && passage;
  EntenteStep *step;

  if (claim->record.id == ENTENTE_ID_NONE) {
    step = entente_commands_add_claim (claim, passage);
  } else {
    if (gets_words)
      claim->passage = passage->record.id = entente_id_new ();
    step = entente_commands_change (form->claim, claim);
  }
  if (gets_words && form->claim->record.id != ENTENTE_ID_NONE) {
    g_autoptr (GPtrArray) words = g_ptr_array_new ();

    g_ptr_array_add (words, passage);
    entente_commands_insert_first (step, words);
  }
  entente_commands_insert_first (step, fresh);
  return step;
}

static void
accept_cb (EntenteFormWindow *window, Form *form)
{
  g_autoptr (EntenteClaim) claim = entente_claim_copy (form->claim);
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (entente_record_unref);
  const char *error = find_error (form);
  EntenteStep *step;

  if (error) {
    entente_form_window_set_error (window, error);
    return;
  }
  entente_claim_fields_store (form->fields, claim, fresh);
  step = create_step (form, claim, fresh);
  entente_form_window_apply (window,
                             form->session,
                             step,
                             form->claim->record.id == ENTENTE_ID_NONE ? _ ("Claim added") : NULL);
}

/* ---- words before corrections ---- */

static void
earlier_words_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) label = data;
  g_autoptr (GPtrArray) words =
    entente_study_find_earlier_words_finish (ENTENTE_STUDY (source), result, NULL);
  g_autoptr (GString) text = g_string_new (_ ("Before the text was corrected:"));

  for (guint i = 0; words && i < words->len; i++)
    g_string_append_printf (text, " “%s”", (const char *) words->pdata[i]);
  gtk_label_set_text (GTK_LABEL (label), text->str);
  gtk_widget_set_visible (label, words && words->len > 0);
}

/* Shows once there are some. */
static GtkWidget *
create_earlier_words (Form *form)
{
  GtkWidget *label = entente_label_new (NULL, "row-note");

  gtk_widget_set_visible (label, FALSE);
  entente_study_find_earlier_words_async (entente_session_get_study (form->session),
                                          form->passage,
                                          NULL,
                                          earlier_words_cb,
                                          g_object_ref (label));
  return label;
}

static void
present_form (GtkWidget *parent, Form *form)
{
  gboolean is_new = form->claim->record.id == ENTENTE_ID_NONE;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *fields = entente_claim_fields_new (TRUE);
  EntenteChronicle *chronicle =
    entente_study_get_chronicle (entente_session_get_study (form->session));
  EntenteFormWindow *window;

  form->fields = ENTENTE_CLAIM_FIELDS (fields);
  if (form->passage) {
    g_autofree char *words = entente_passage_dup_words (form->passage, NULL);

    gtk_box_append (GTK_BOX (box), entente_label_new_quote (words, 4));
  } else {
    form->words = ENTENTE_WORDS_FIELD (entente_words_field_new (form->session));
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (form->words));
  }
  if (form->passage && !is_new)
    gtk_box_append (GTK_BOX (box), create_earlier_words (form));
  gtk_box_append (GTK_BOX (box), fields);
  entente_claim_fields_set_chronicle (form->fields, chronicle);
  entente_claim_fields_set_published (
    form->fields,
    entente_form_source_get_published (form->session, form->article));
  entente_claim_fields_show (form->fields, form->claim);
  window = entente_form_window_new (parent,
                                    is_new ? _ ("New Claim") : _ ("Edit Claim"),
                                    is_new ? _ ("Add Claim") : _ ("Save"),
                                    box);
  g_object_set_data_full (G_OBJECT (window), "entente-form", form, free_form);
  g_signal_connect (window, "accept", G_CALLBACK (accept_cb), form);
  entente_form_window_keep (window,
                            form->session,
                            is_new ? "new-claim" : "claim",
                            is_new ? form->claim->event : form->claim->record.id);
  gtk_window_present (GTK_WINDOW (window));
}

/* ---- a claim that is there ---- */

typedef struct {
  EntenteSession *session;
  GtkWidget *parent;
  EntenteId claim;
} Wanted;

static void
free_wanted (Wanted *wanted)
{
  g_object_unref (wanted->session);
  g_object_unref (wanted->parent);
  g_free (wanted);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wanted, free_wanted)

static void
show_claim (Wanted *wanted, const EntenteEventDetail *detail)
{
  for (guint i = 0; i < detail->claims->len; i++) {
    EntenteClaim *claim = detail->claims->pdata[i];
    Form *form;

    if (claim->record.id != wanted->claim)
      continue;
    form = g_new0 (Form, 1);
    form->session = g_object_ref (wanted->session);
    form->claim = entente_claim_ref (claim);
    form->article = entente_form_source_find_article (detail, wanted->claim, NULL);
    if (detail->passages->pdata[i])
      form->passage = entente_passage_ref (detail->passages->pdata[i]);
    present_form (wanted->parent, form);
    return;
  }
}

static void
detail_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Wanted) wanted = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteEventDetail) detail =
    entente_study_read_event_finish (ENTENTE_STUDY (source), result, &error);

  if (!entente_toplevel_is_open (wanted->parent))
    return;
  if (detail)
    show_claim (wanted, detail);
  else
    entente_session_notify_user (wanted->session, error->message, 0);
}

void
entente_claim_form_present (GtkWidget *parent,
                            EntenteSession *session,
                            EntenteId event,
                            EntenteId claim,
                            EntenteId article,
                            EntentePassage *passage)
{
  Form *form;

  if (claim != ENTENTE_ID_NONE) {
    Wanted *wanted = g_new (Wanted, 1);
    GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (parent));

    /* The window, since a row may be gone when the claim is read. */
    *wanted = (Wanted){ g_object_ref (session), g_object_ref (window ? window : parent), claim };
    entente_study_read_event_async (entente_session_get_study (session),
                                    event,
                                    NULL,
                                    detail_cb,
                                    wanted);
    return;
  }
  form = g_new0 (Form, 1);
  form->session = g_object_ref (session);
  form->claim = entente_claim_new ();
  form->claim->event = event;
  form->article = article;
  form->passage = passage ? entente_passage_ref (passage) : NULL;
  present_form (parent, form);
}
