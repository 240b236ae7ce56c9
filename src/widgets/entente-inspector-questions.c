/* Records of the one event are read; what follows from the record is seen at once. Main thread. */
#include "config.h"

#include "entente-inspector-head.h"
#include "entente-inspector-questions.h"
#include "entente-label.h"
#include "entente-question-form.h"
#include "entente-question-steps.h"
#include <glib/gi18n.h>

#define ROW_INDEX "entente-index"

struct _EntenteInspectorQuestions {
  GtkBox parent_instance;

  EntenteSession *session; /* or NULL */
  EntenteId event;
  GCancellable *reading; /* or NULL */
  EntenteQuestions *questions; /* or NULL */

  EntenteInspectorHead *head;
  GtkWidget *ask; /* button */
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (EntenteInspectorQuestions, entente_inspector_questions, GTK_TYPE_BOX)

static EntenteStudy *
get_study (EntenteInspectorQuestions *self)
{
  return entente_session_get_study (self->session);
}

/* ---- rows ---- */

static char *
format_sentence (EntenteInspectorQuestions *self, guint index)
{
  g_autofree char *described = NULL;
  EntenteChronicle *chronicle = entente_questions_get_chronicle (self->questions);
  const char *title = entente_study_get_event_title (get_study (self), self->event);

  if (!title)
    described =
      entente_chronicle_describe (chronicle, entente_questions_get (self->questions, index)->row);
  return entente_questions_format (self->questions, index, title ? title : described);
}

static void
add_row (EntenteInspectorQuestions *self, guint index)
{
  const EntenteOpenQuestion *question = entente_questions_get (self->questions, index);
  GtkWidget *row = gtk_list_box_row_new ();
  gboolean own = question->cause == ENTENTE_CAUSE_OWN;
  g_autofree char *sentence = own ? format_sentence (self, index) : NULL;
  const char *text = own ? sentence : entente_cause_get_label (question->cause);
  GtkWidget *label = entente_label_new (text, own ? "row-title" : "row-note");

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data (G_OBJECT (row), ROW_INDEX, GUINT_TO_POINTER (index));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
fill (EntenteInspectorQuestions *self)
{
  GtkWidget *row;
  guint n_open = 0;
  g_autofree char *note = NULL;

  while ((row = gtk_widget_get_first_child (self->list)))
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; self->questions && i < entente_questions_get_n (self->questions); i++) {
    if (entente_questions_get (self->questions, i)->status != ENTENTE_QUESTION_OPEN)
      continue;
    add_row (self, i);
    n_open++;
  }
  note = n_open > 0 ? g_strdup_printf (_ ("%u open"), n_open) : g_strdup (_ ("none"));
  entente_inspector_head_set_note (self->head, note);
  gtk_widget_set_visible (self->list, n_open > 0);
  gtk_widget_set_visible (self->ask,
                          self->session && !entente_study_is_read_only (get_study (self)));
}

static void
row_cb (EntenteInspectorQuestions *self, GtkListBoxRow *row)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), ROW_INDEX));
  const EntenteOpenQuestion *question = entente_questions_get (self->questions, index);
  g_autofree char *sentence = format_sentence (self, index);

  if (question->cause == ENTENTE_CAUSE_OWN)
    entente_question_form_present_resolve (GTK_WIDGET (self), self->session, question->record);
  else
    entente_question_form_present_aside (GTK_WIDGET (self),
                                         self->session,
                                         self->questions,
                                         index,
                                         sentence);
}

static void
ask_cb (EntenteInspectorQuestions *self)
{
  if (self->session)
    entente_question_form_present (GTK_WIDGET (self), self->session, NULL, self->event, NULL);
}

/* ---- reading ---- */

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteInspectorQuestions) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteQuestionNotes) notes =
    entente_study_read_question_notes_finish (ENTENTE_STUDY (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !self->session)
    return;
  g_clear_object (&self->reading);
  g_clear_pointer (&self->questions, entente_questions_unref);
  if (notes)
    self->questions =
      entente_questions_new_of_event (entente_study_get_chronicle (get_study (self)),
                                      notes,
                                      self->event);
  fill (self);
}

static void
read_questions (EntenteInspectorQuestions *self)
{
  if (self->reading)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  entente_study_read_event_questions_async (get_study (self),
                                            self->event,
                                            self->reading,
                                            read_cb,
                                            g_object_ref (self));
}

static void
changed_cb (EntenteStudy *study, EntenteChangeSet *changes, EntenteInspectorQuestions *self)
{
  if (entente_question_notes_are_changed (changes))
    read_questions (self);
}

/* ---- GObject ---- */

static void
let_go (EntenteInspectorQuestions *self)
{
  if (self->reading)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->session)
    g_signal_handlers_disconnect_by_data (get_study (self), self);
  g_clear_object (&self->session);
}

static void
entente_inspector_questions_dispose (GObject *object)
{
  EntenteInspectorQuestions *self = ENTENTE_INSPECTOR_QUESTIONS (object);

  let_go (self);
  g_clear_pointer (&self->questions, entente_questions_unref);

  G_OBJECT_CLASS (entente_inspector_questions_parent_class)->dispose (object);
}

static void
entente_inspector_questions_class_init (EntenteInspectorQuestionsClass *class)
{
  G_OBJECT_CLASS (class)->dispose = entente_inspector_questions_dispose;
}

static GtkWidget *
create_ask (EntenteInspectorQuestions *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Ask…"));

  /* Else the name would have the mark of the key in it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Ask a Question"),
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "cause");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _ ("A question of your own about this move"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (ask_cb), self);
  return button;
}

static void
entente_inspector_questions_init (EntenteInspectorQuestions *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->head = g_object_new (ENTENTE_TYPE_INSPECTOR_HEAD, "title", _ ("Questions"), NULL);
  self->ask = create_ask (self);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_add_css_class (self->list, "inspector-list");
  gtk_widget_set_visible (self->list, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Open questions about this move"),
                                  -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_cb), self);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->head));
  gtk_box_append (GTK_BOX (self), self->list);
  gtk_box_append (GTK_BOX (self), self->ask);
}

void
entente_inspector_questions_show (EntenteInspectorQuestions *self,
                                  EntenteSession *session,
                                  EntenteId event)
{
  if (self->session != session)
    let_go (self);
  if (session && self->session != session) {
    self->session = g_object_ref (session);
    g_signal_connect_object (get_study (self),
                             "changed",
                             G_CALLBACK (changed_cb),
                             self,
                             G_CONNECT_DEFAULT);
  }
  self->event = event;
  if (session)
    read_questions (self);
}
