/* A list of questions with a head that says which and how many. It stands beside its parent, where
 * a question is gone to. Main thread. */
#include "config.h"

#include "entente-commands.h"
#include "entente-event-reader.h"
#include "entente-label.h"
#include "entente-question-form.h"
#include "entente-question-list.h"
#include "entente-question-note.h"
#include "entente-questions-window.h"
#include "entente-toplevel.h"
#include "entente-wrap-layout.h"

#include <glib/gi18n.h>

#define ROW_ITEM "entente-question"

struct _EntenteQuestionsWindow {
  AdwWindow parent_instance;

  EntenteSession *session;
  EntenteQuestionList *list;
  EntenteEventReader *reader;
  GtkSingleSelection *selection;
  gboolean begun; /* the keyboard was given to the list once */

  AdwWindowTitle *title;
  GtkEditable *ask;
  GtkWidget *ask_row;
  GtkWidget *search;
  GtkDropDown *status;
  GtkWidget *causes; /* box of toggle buttons */
  GtkWidget *buttons[ENTENTE_N_CAUSES];
  GtkLabel *count;
  GtkStack *pages;
  GtkListView *view;
  AdwStatusPage *empty;
};

G_DEFINE_FINAL_TYPE (EntenteQuestionsWindow, entente_questions_window, ADW_TYPE_WINDOW)

static EntenteStudy *
get_study (EntenteQuestionsWindow *self)
{
  return entente_session_get_study (self->session);
}

static EntenteQuestionItem *
get_selected (EntenteQuestionsWindow *self)
{
  return self->selection ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

/* ---- what shows ---- */

/* Which make sense for the question that is selected. */
static void
update_actions (EntenteQuestionsWindow *self)
{
  static const char *const edits[] = { "questions.resolve",
                                       "questions.aside",
                                       "questions.reopen",
                                       "questions.edit",
                                       "questions.delete" };
  EntenteQuestionItem *item = get_selected (self);
  const EntenteOpenQuestion *question = item ? entente_question_item_get (item) : NULL;
  gboolean can = question && !entente_study_is_read_only (get_study (self));
  gboolean own = can && question->cause == ENTENTE_CAUSE_OWN;
  gboolean open = can && question->status == ENTENTE_QUESTION_OPEN;
  gboolean enabled[] = { own && open, open, can && !open, own, own };

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "questions.go", question != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), edits[i], enabled[i]);
}

static void
show_empty (EntenteQuestionsWindow *self)
{
  guint n_all = entente_question_list_get_n_all (self->list);
  gboolean ready = entente_question_list_is_ready (self->list);

  adw_status_page_set_title (self->empty,
                             !ready  ? _ ("Looking Through the Study")
                             : n_all ? _ ("No Question Here")
                                     : _ ("Nothing Is Open"));
  adw_status_page_set_description (
    self->empty,
    !ready ? NULL
    : n_all
      ? _ ("Questions of other kinds or status, or outside the filter, are not listed.")
      : _ ("Ask above, or select words in an article and press Q. Moves without an answer, claims "
           "that exclude each other and the like come here by themselves."));
}

/* A list has rows from its first frame on: then the keyboard goes to one, unless somebody is typing
 * already. */
static gboolean
focus_cb (GtkWidget *view, GdkFrameClock *clock, gpointer data)
{
  EntenteQuestionsWindow *self = data;
  GtkWidget *row = gtk_widget_get_first_child (view);

  if (!row || gtk_widget_get_height (row) == 0)
    return G_SOURCE_CONTINUE;
  self->begun = TRUE;
  if (*gtk_editable_get_text (self->ask) != '\0')
    return G_SOURCE_REMOVE;
  gtk_widget_grab_focus (row);
  return G_SOURCE_REMOVE;
}

static void
counted_cb (EntenteQuestionsWindow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  /* TRANSLATORS: how many are shown, of how many there are */
  g_autofree char *count =
    g_strdup_printf (_ ("%'u of %'u"), n, entente_question_list_get_n_all (self->list));

  for (EntenteCause cause = 0; cause < ENTENTE_N_CAUSES; cause++) {
    guint n_cause = entente_question_list_count (self->list, cause);
    g_autofree char *label =
      g_strdup_printf (_ ("%s  %'u"), entente_cause_get_label (cause), n_cause);

    gtk_button_set_label (GTK_BUTTON (self->buttons[cause]), label);
    gtk_widget_set_opacity (self->buttons[cause], n_cause > 0 ? 1 : 0.5);
  }
  gtk_label_set_text (self->count, count);
  show_empty (self);
  if (n > 0 && !self->begun)
    gtk_widget_add_tick_callback (GTK_WIDGET (self->view), focus_cb, self, NULL);
  gtk_stack_set_visible_child_name (self->pages, n > 0 ? "list" : "empty");
  update_actions (self);
}

static void
causes_cb (EntenteQuestionsWindow *self)
{
  guint causes = 0;

  for (guint cause = 0; cause < ENTENTE_N_CAUSES; cause++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->buttons[cause])))
      causes |= 1u << cause;
  entente_question_list_set_causes (self->list, causes);
}

/* The choices: open, resolved, set aside, all. */
static void
status_cb (EntenteQuestionsWindow *self)
{
  guint chosen = gtk_drop_down_get_selected (self->status);

  if (self->list)
    entente_question_list_set_statuses (self->list, chosen < 3 ? 1u << chosen : 0);
}

static void
search_cb (EntenteQuestionsWindow *self)
{
  if (self->list)
    entente_question_list_set_words (self->list,
                                     gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

/* ---- rows ---- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (row), entente_label_new (NULL, "row-title"));
  gtk_box_append (GTK_BOX (row), entente_label_new (NULL, "row-note"));
  gtk_list_item_set_child (item, row);
}

static void
show_row (EntenteQuestionsWindow *self, GtkWidget *row)
{
  EntenteQuestionItem *item = g_object_get_data (G_OBJECT (row), ROW_ITEM);
  GtkWidget *parent = gtk_widget_get_parent (row);
  g_autofree char *sentence = entente_question_item_dup_sentence (item);
  g_autofree char *note = entente_question_note_format (get_study (self), self->reader, item);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (row)), sentence);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (row)), note);
  if (parent)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    sentence,
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    note,
                                    -1);
}

static void
read_cb (GtkWidget *row)
{
  GtkWidget *window = gtk_widget_get_ancestor (row, ENTENTE_TYPE_QUESTIONS_WINDOW);

  if (window && g_object_get_data (G_OBJECT (row), ROW_ITEM))
    show_row (ENTENTE_QUESTIONS_WINDOW (window), row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, EntenteQuestionsWindow *self)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  g_object_set_data_full (G_OBJECT (row),
                          ROW_ITEM,
                          g_object_ref (gtk_list_item_get_item (item)),
                          g_object_unref);
  show_row (self, row);
  g_signal_connect_object (gtk_list_item_get_item (item),
                           "notify::sentence",
                           G_CALLBACK (read_cb),
                           row,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader,
                           "events-read",
                           G_CALLBACK (read_cb),
                           row,
                           G_CONNECT_SWAPPED);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, EntenteQuestionsWindow *self)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (item), row);
  if (self->reader)
    g_signal_handlers_disconnect_by_data (self->reader, row);
  g_object_set_data (G_OBJECT (row), ROW_ITEM, NULL);
}

/* ---- actions ---- */

static void
place_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteSession) session = data;
  g_autofree EntenteQuestionPlace *place =
    entente_study_find_question_finish (ENTENTE_STUDY (source), result, NULL);

  if (!place)
    return;
  entente_session_set_article (session, place->article);
  entente_session_select_passage (session, place->passage, place->event);
  entente_session_reveal_words (session);
}

/* To the words in which it was marked, else to its event, else to its article. */
static void
go_to (EntenteQuestionsWindow *self, EntenteQuestionItem *item)
{
  const EntenteOpenQuestion *question = entente_question_item_get (item);
  EntenteId event = entente_question_item_get_event (item);
  EntenteId article = entente_question_item_get_article (item);

  if (event != ENTENTE_ID_NONE) {
    entente_session_select_event (self->session, event);
    entente_session_reveal_words (self->session);
  }
  if (article != ENTENTE_ID_NONE)
    entente_session_set_article (self->session, article);
  if (question->cause == ENTENTE_CAUSE_OWN && question->record->passage != ENTENTE_ID_NONE)
    entente_study_find_question_async (get_study (self),
                                       question->record,
                                       place_cb,
                                       g_object_ref (self->session));
}

static void
go_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteQuestionsWindow *self = ENTENTE_QUESTIONS_WINDOW (widget);

  if (get_selected (self))
    go_to (self, get_selected (self));
}

static void
activate_cb (GtkListView *view, guint position, EntenteQuestionsWindow *self)
{
  g_autoptr (EntenteQuestionItem) item =
    g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (item)
    go_to (self, item);
}

static void
resolve_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteQuestionsWindow *self = ENTENTE_QUESTIONS_WINDOW (widget);
  EntenteQuestionItem *item = get_selected (self);

  if (item && entente_question_item_get (item)->cause == ENTENTE_CAUSE_OWN)
    entente_question_form_present_resolve (widget,
                                           self->session,
                                           entente_question_item_get (item)->record);
}

static void
aside_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteQuestionsWindow *self = ENTENTE_QUESTIONS_WINDOW (widget);
  EntenteQuestionItem *item = get_selected (self);
  g_autofree char *sentence = item ? entente_question_item_dup_sentence (item) : NULL;
  EntenteQuestions *questions;
  guint index;

  if (!item)
    return;
  questions = entente_question_item_get_questions (item, &index);
  entente_question_form_present_aside (widget, self->session, questions, index, sentence);
}

static void
reopen_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteQuestionsWindow *self = ENTENTE_QUESTIONS_WINDOW (widget);
  EntenteQuestionItem *item = get_selected (self);
  EntenteQuestions *questions;
  guint index;

  if (!item)
    return;
  questions = entente_question_item_get_questions (item, &index);
  entente_session_apply (self->session,
                         entente_question_reopen (questions, index),
                         _ ("Question open again"));
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteQuestionsWindow *self = ENTENTE_QUESTIONS_WINDOW (widget);
  EntenteQuestionItem *item = get_selected (self);

  if (item && entente_question_item_get (item)->cause == ENTENTE_CAUSE_OWN)
    entente_question_form_present (widget,
                                   self->session,
                                   entente_question_item_get (item)->record,
                                   ENTENTE_ID_NONE,
                                   NULL);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteQuestionsWindow *self = ENTENTE_QUESTIONS_WINDOW (widget);
  EntenteQuestionItem *item = get_selected (self);

  if (item && entente_question_item_get (item)->cause == ENTENTE_CAUSE_OWN)
    entente_session_apply (
      self->session,
      entente_commands_delete (ENTENTE_ENTITY_QUESTION,
                               entente_question_item_get (item)->record->record.id),
      _ ("Question deleted"));
}

/* What was typed goes when it is written, not before. */
static void
asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteQuestionsWindow) self = data;

  if (entente_session_apply_finish (ENTENTE_SESSION (source), result, NULL) && self->session)
    gtk_editable_set_text (self->ask, "");
}

/* About the event that is selected, if one is. */
static void
ask_cb (EntenteQuestionsWindow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->ask)));
  g_autoptr (EntenteQuestion) question = entente_question_new ();

  if (!*text)
    return;
  question->text = g_steal_pointer (&text);
  question->event = entente_session_get_selected_event (self->session);
  entente_session_apply_async (self->session,
                               entente_question_ask (question, NULL),
                               _ ("Question added"),
                               asked_cb,
                               g_object_ref (self));
}

/* Letters act on rows, not where text is typed. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        EntenteQuestionsWindow *self)
{
  static const struct {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_r, "questions.resolve" },        { GDK_KEY_x, "questions.aside" },
    { GDK_KEY_o, "questions.reopen" },         { GDK_KEY_e, "questions.edit" },
    { GDK_KEY_F2, "questions.edit" },          { GDK_KEY_Delete, "questions.delete" },
    { GDK_KEY_KP_Delete, "questions.delete" },
  };

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK))
    return GDK_EVENT_PROPAGATE;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (gdk_keyval_to_lower (keyval) == keys[i].key)
      return gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, NULL);
  return GDK_EVENT_PROPAGATE;
}

/* ---- GObject ---- */

static void
entente_questions_window_dispose (GObject *object)
{
  EntenteQuestionsWindow *self = ENTENTE_QUESTIONS_WINDOW (object);

  if (self->list)
    g_signal_handlers_disconnect_by_data (self->list, self);
  if (self->view)
    gtk_list_view_set_model (self->view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->reader);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (entente_questions_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, EntenteQuestionsWindow, title);
  gtk_widget_class_bind_template_child (class, EntenteQuestionsWindow, ask);
  gtk_widget_class_bind_template_child (class, EntenteQuestionsWindow, ask_row);
  gtk_widget_class_bind_template_child (class, EntenteQuestionsWindow, search);
  gtk_widget_class_bind_template_child (class, EntenteQuestionsWindow, status);
  gtk_widget_class_bind_template_child (class, EntenteQuestionsWindow, causes);
  gtk_widget_class_bind_template_child (class, EntenteQuestionsWindow, count);
  gtk_widget_class_bind_template_child (class, EntenteQuestionsWindow, pages);
  gtk_widget_class_bind_template_child (class, EntenteQuestionsWindow, view);
  gtk_widget_class_bind_template_child (class, EntenteQuestionsWindow, empty);
  gtk_widget_class_bind_template_callback (class, ask_cb);
  gtk_widget_class_bind_template_callback (class, search_cb);
  gtk_widget_class_bind_template_callback (class, status_cb);
}

static void
entente_questions_window_class_init (EntenteQuestionsWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_questions_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-questions-window.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "questions.go", NULL, go_action);
  gtk_widget_class_install_action (widget_class, "questions.resolve", NULL, resolve_action);
  gtk_widget_class_install_action (widget_class, "questions.aside", NULL, aside_action);
  gtk_widget_class_install_action (widget_class, "questions.reopen", NULL, reopen_action);
  gtk_widget_class_install_action (widget_class, "questions.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "questions.delete", NULL, delete_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class,
                                       GDK_KEY_w,
                                       GDK_CONTROL_MASK,
                                       "window.close",
                                       NULL);
}

static void
add_causes (EntenteQuestionsWindow *self)
{
  gtk_widget_set_layout_manager (self->causes, entente_wrap_layout_new (6));
  for (guint cause = 0; cause < ENTENTE_N_CAUSES; cause++) {
    self->buttons[cause] =
      gtk_toggle_button_new_with_label (entente_cause_get_label ((EntenteCause) cause));
    gtk_widget_add_css_class (self->buttons[cause], "flat");
    gtk_widget_add_css_class (self->buttons[cause], "cause");
    gtk_box_append (GTK_BOX (self->causes), self->buttons[cause]);
    g_signal_connect_swapped (self->buttons[cause], "toggled", G_CALLBACK (causes_cb), self);
  }
}

static void
entente_questions_window_init (EntenteQuestionsWindow *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  add_causes (self);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), controller);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (gtk_window_close), self);
}

static void
set_session (EntenteQuestionsWindow *self, EntenteSession *session)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->session = g_object_ref (session);
  self->list = entente_question_list_new (session);
  self->reader = entente_event_reader_get (get_study (self));
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  adw_window_title_set_subtitle (self->title, entente_study_get_title (get_study (self)));
  gtk_widget_set_visible (self->ask_row, !entente_study_is_read_only (get_study (self)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_DEFAULT);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect (self->view, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_object (self->list, "counted", G_CALLBACK (counted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection,
                           "notify::selected-item",
                           G_CALLBACK (update_actions),
                           self,
                           G_CONNECT_SWAPPED);
  counted_cb (self);
}

void
entente_questions_window_present (EntenteWindow *parent)
{
  GtkWindow *open =
    entente_toplevel_find_above (GTK_WINDOW (parent), ENTENTE_TYPE_QUESTIONS_WINDOW);
  EntenteQuestionsWindow *self;

  if (open) {
    gtk_window_present (open);
    return;
  }
  self = g_object_new (ENTENTE_TYPE_QUESTIONS_WINDOW, NULL);
  entente_toplevel_set_parent (GTK_WINDOW (self), GTK_WINDOW (parent));
  set_session (self, entente_window_get_session (parent));
  gtk_window_present (GTK_WINDOW (self));
}
