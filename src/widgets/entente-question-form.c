/* Small forms in an EntenteFormWindow. The claims of a move are read when it is chosen. Main
 * thread. */
#include "config.h"

#include "entente-claims-compare.h"
#include "entente-commands.h"
#include "entente-enum-choice.h"
#include "entente-form-grid.h"
#include "entente-form-text.h"
#include "entente-form-window.h"
#include "entente-label.h"
#include "entente-move-chooser.h"
#include "entente-passage-words.h"
#include "entente-question-form.h"
#include "entente-question-steps.h"
#include <glib/gi18n.h>

#define QUOTE_LINES 3

typedef struct {
  EntenteSession *session;
  EntenteFormWindow *window;
  EntenteQuestion *question; /* as it is, or as it begins */
  EntentePassage *passage; /* or NULL */
  gboolean is_new;
  GtkWidget *text, *kind;

  EntenteEventList *events; /* knows titles */
  GtkWidget *claims; /* drop down */
  GArray *claim_ids; /* EntenteId, as the drop down lists them */
  EntenteMoveChooser *chooser; /* or NULL */
  GCancellable *reading; /* or NULL */

  EntenteQuestions *questions; /* or NULL */
  guint index;
  char *sentence;
  GtkWidget *reason;
} Form;

static void
free_form (gpointer data)
{
  Form *form = data;

  if (form->reading)
    g_cancellable_cancel (form->reading);
  g_clear_object (&form->reading);
  if (form->chooser)
    entente_move_chooser_free (form->chooser);
  g_clear_object (&form->events);
  g_clear_pointer (&form->question, entente_record_unref);
  g_clear_pointer (&form->passage, entente_record_unref);
  g_clear_pointer (&form->claim_ids, g_array_unref);
  entente_questions_unref (form->questions);
  g_free (form->sentence);
  g_object_unref (form->session);
  g_free (form);
}

static Form *
new_form (EntenteSession *session)
{
  Form *form = g_new0 (Form, 1);

  form->session = g_object_ref (session);
  form->events = entente_event_list_new (session);
  return form;
}

static GtkWidget *
create_words (const char *text)
{
  GtkWidget *label = entente_label_new (text, NULL);

  gtk_label_set_lines (GTK_LABEL (label), QUOTE_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  return label;
}

static void
present (Form *form,
         GtkWidget *parent,
         const char *title,
         const char *accept,
         GtkWidget *rows,
         GCallback accept_cb)
{
  form->window = entente_form_window_new (parent, title, accept, rows);
  g_object_set_data_full (G_OBJECT (form->window), "entente-form", form, free_form);
  g_signal_connect (form->window, "accept", accept_cb, form);
}

static gboolean
can_edit (EntenteSession *session)
{
  return !entente_study_is_read_only (entente_session_get_study (session));
}

/* ---- asking ---- */

static void
text_cb (Form *form)
{
  g_autofree char *text = entente_form_text_dup (form->text);

  entente_form_window_set_can_accept (form->window, text != NULL);
}

static void
ask_cb (EntenteFormWindow *window, Form *form)
{
  g_autoptr (EntenteQuestion) changed = entente_question_copy (form->question);
  g_autoptr (EntentePassage) passage = form->passage ? entente_passage_copy (form->passage) : NULL;

  entente_form_text_store (form->text, &changed->text);
  entente_form_text_store (form->kind, &changed->kind);
  if (!changed->text)
    return;
  entente_form_window_apply (window,
                             form->session,
                             form->is_new ? entente_question_ask (changed, passage)
                                          : entente_commands_change (form->question, changed),
                             form->is_new ? _ ("Question added") : _ ("Question changed"));
}

static GtkWidget *
create_ask_rows (Form *form)
{
  GtkWidget *grid = entente_form_grid_new ();

  form->text = entente_form_grid_add_entry (grid, _ ("Question"));
  form->kind = entente_form_grid_add_entry (grid, _ ("About what"));
  gtk_entry_set_placeholder_text (GTK_ENTRY (form->kind), _ ("date, identity, outcome…"));
  gtk_editable_set_width_chars (GTK_EDITABLE (form->text), 40);
  entente_form_text_set (form->text, form->question->text);
  entente_form_text_set (form->kind, form->question->kind);
  if (form->question->event != ENTENTE_ID_NONE)
    entente_form_grid_add (grid,
                           _ ("Move"),
                           entente_move_title_new (form->events, form->question->event));
  if (form->passage) {
    g_autofree char *words = entente_passage_dup_words (form->passage, NULL);
    g_autofree char *quote = g_strdup_printf ("“%s”", words);

    entente_form_grid_add (grid, _ ("As told"), create_words (quote));
  }
  if (form->question->event == ENTENTE_ID_NONE && !form->passage)
    entente_form_grid_add (grid, _ ("Move"), create_words (_ ("None: about the whole study")));
  g_signal_connect_swapped (form->text, "changed", G_CALLBACK (text_cb), form);
  return grid;
}

void
entente_question_form_present (GtkWidget *parent,
                               EntenteSession *session,
                               const EntenteQuestion *question,
                               EntenteId event,
                               EntentePassage *passage)
{
  Form *form;

  if (!can_edit (session))
    return;
  form = new_form (session);
  form->is_new = !question;
  form->question = question ? entente_question_ref (question) : entente_question_new ();
  if (form->is_new)
    form->question->event = event;
  form->passage = passage ? entente_passage_ref (passage) : NULL;
  present (form,
           parent,
           form->is_new ? _ ("Open Question") : _ ("Change Question"),
           form->is_new ? _ ("Add") : _ ("Change"),
           create_ask_rows (form),
           G_CALLBACK (ask_cb));
  text_cb (form);
  entente_form_window_keep (form->window,
                            session,
                            form->is_new ? "new-question" : "question",
                            form->is_new ? event : question->record.id);
  gtk_window_present (GTK_WINDOW (form->window));
  gtk_widget_grab_focus (form->text);
}

/* ---- resolving ---- */

static void
resolve_cb (EntenteFormWindow *window, Form *form)
{
  guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (form->claims));
  EntenteId claim = at > 0 && at <= form->claim_ids->len
                      ? g_array_index (form->claim_ids, EntenteId, at - 1)
                      : ENTENTE_ID_NONE;

  entente_form_window_apply (window,
                             form->session,
                             entente_question_resolve (form->question, claim),
                             _ ("Question resolved"));
}

static void
add_claim (Form *form, GtkStringList *names, EntenteEventDetail *detail, guint i)
{
  const EntenteClaim *claim = detail->claims->pdata[i];
  const EntentePassage *passage = detail->passages->pdata[i];
  EntenteChronicle *chronicle =
    entente_study_get_chronicle (entente_session_get_study (form->session));
  g_autofree char *voice = entente_claims_describe_voice (chronicle, detail, i);
  g_autofree char *text =
    passage ? g_strdup_printf (_ ("%s: “%s”"), voice, passage->quote) : g_strdup (voice);

  gtk_string_list_append (names, text);
  g_array_append_val (form->claim_ids, claim->record.id);
}

static void
show_claims (Form *form, EntenteEventDetail *detail)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_array_set_size (form->claim_ids, 0);
  gtk_string_list_append (names, _ ("No claim; known otherwise"));
  for (guint i = 0; detail && i < detail->claims->len; i++)
    add_claim (form, names, detail, i);
  gtk_drop_down_set_model (GTK_DROP_DOWN (form->claims), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (form->claims), form->claim_ids->len > 0 ? 1 : 0);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteEventDetail) detail =
    entente_study_read_event_finish (ENTENTE_STUDY (source), result, &error);

  /* Cancelled: the form is gone. */
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_claims (data, detail);
}

static void
read_claims (Form *form, EntenteId event)
{
  if (form->reading)
    g_cancellable_cancel (form->reading);
  g_clear_object (&form->reading);
  form->reading = g_cancellable_new ();
  entente_study_read_event_async (entente_session_get_study (form->session),
                                  event,
                                  form->reading,
                                  read_cb,
                                  form);
}

static void
chosen_cb (EntenteId event, gpointer data)
{
  Form *form = data;

  if (event == ENTENTE_ID_NONE)
    event = form->question->event;
  if (event != ENTENTE_ID_NONE)
    read_claims (form, event);
}

static GtkWidget *
create_resolve_rows (Form *form)
{
  GtkWidget *grid = entente_form_grid_new ();

  form->claim_ids = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  form->claims = gtk_drop_down_new (NULL, NULL);
  entente_enum_choice_set_name (GTK_DROP_DOWN (form->claims), _ ("What answers it"));
  show_claims (form, NULL);
  entente_form_grid_add (grid, _ ("Question"), create_words (form->question->text));
  entente_form_grid_add (grid, _ ("Answered by"), form->claims);
  form->chooser = entente_move_chooser_new (grid,
                                            _ ("Claims of"),
                                            form->session,
                                            form->question->event,
                                            chosen_cb,
                                            form);
  return grid;
}

void
entente_question_form_present_resolve (GtkWidget *parent,
                                       EntenteSession *session,
                                       const EntenteQuestion *question)
{
  Form *form;

  if (!can_edit (session))
    return;
  form = new_form (session);
  form->question = entente_question_ref (question);
  present (form,
           parent,
           _ ("Resolve Question"),
           _ ("Resolve"),
           create_resolve_rows (form),
           G_CALLBACK (resolve_cb));
  entente_form_window_set_can_accept (form->window, TRUE);
  if (question->event != ENTENTE_ID_NONE)
    read_claims (form, question->event);
  gtk_window_present (GTK_WINDOW (form->window));
  gtk_widget_grab_focus (form->claims);
}

/* ---- setting aside ---- */

static void
aside_cb (EntenteFormWindow *window, Form *form)
{
  g_autofree char *reason = entente_form_text_dup (form->reason);

  entente_form_window_apply (
    window,
    form->session,
    entente_question_set_aside (form->questions, form->index, form->sentence, reason),
    _ ("Question set aside"));
}

void
entente_question_form_present_aside (GtkWidget *parent,
                                     EntenteSession *session,
                                     EntenteQuestions *questions,
                                     guint index,
                                     const char *sentence)
{
  GtkWidget *grid;
  Form *form;

  if (!can_edit (session))
    return;
  form = new_form (session);
  grid = entente_form_grid_new ();
  form->questions = entente_questions_ref (questions);
  form->index = index;
  form->sentence = g_strdup (sentence);
  entente_form_grid_add (grid, _ ("Question"), create_words (sentence));
  form->reason = entente_form_grid_add_entry (grid, _ ("Reason"));
  present (form, parent, _ ("Set Question Aside"), _ ("Set Aside"), grid, G_CALLBACK (aside_cb));
  entente_form_window_set_can_accept (form->window, TRUE);
  gtk_window_present (GTK_WINDOW (form->window));
  gtk_widget_grab_focus (form->reason);
}
