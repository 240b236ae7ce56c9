/* The form of a corrected text, in two pages. The first holds the text, typed, pasted or read from
 * a file; the button compares it with the old one in a thread. The second shows what that means for
 * the marks; the button keeps it. Main thread.
 */
#include "config.h"

#include "entente-commands.h"
#include "entente-correction-form.h"
#include "entente-correction-list.h"
#include "entente-form-grid.h"
#include "entente-form-window.h"
#include <glib/gi18n.h>

#define TEXT_HEIGHT_PX 420
#define WINDOW_WIDTH_PX 760
#define FORM_DATA "entente-form"

/* A note that was read with the text, and where its mark stands in the text as it is edited. */
typedef struct {
  EntenteFootnote *note;
  GtkTextMark *mark; /* or NULL */
  gunichar letter; /* at the mark */
} Note;

typedef struct {
  EntenteSession *session;
  EntenteFormWindow *window;
  EntenteId article;
  GCancellable *cancellable; /* of what is under way; cancelled when the window goes */
  GPtrArray *notes; /* Note, of a file; NULL: the old ones go on */
  EntenteCorrection *correction; /* that the second page shows, or NULL */
  GtkWidget *stack;
  GtkWidget *view;
  GtkTextBuffer *buffer;
  GtkWidget *why;
  GtkWidget *load;
  GtkFileChooserNative *chooser; /* while it is open */
} Form;

static void
free_note (gpointer data)
{
  Note *note = data;

  entente_footnote_unref (note->note);
  g_clear_object (&note->mark);
  g_free (note);
}

static void
free_form (gpointer data)
{
  Form *form = data;

  g_cancellable_cancel (form->cancellable);
  g_object_unref (form->cancellable);
  g_object_unref (form->session);
  g_clear_object (&form->chooser);
  g_clear_pointer (&form->notes, g_ptr_array_unref);
  g_clear_pointer (&form->correction, entente_correction_free);
  g_free (form);
}

/* The form of a window that is still there, else NULL. Callbacks hold the window. */
static Form *
get_form (EntenteFormWindow *window)
{
  Form *form = g_object_get_data (G_OBJECT (window), FORM_DATA);

  return g_cancellable_is_cancelled (form->cancellable) ? NULL : form;
}

static gboolean
shows_marks (Form *form)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (form->stack)), "marks") == 0;
}

/* ---- pages ---- */

static void
show_text (Form *form)
{
  GtkWidget *marks = gtk_stack_get_child_by_name (GTK_STACK (form->stack), "marks");

  gtk_stack_set_visible_child_name (GTK_STACK (form->stack), "text");
  if (marks)
    gtk_stack_remove (GTK_STACK (form->stack), marks);
  g_clear_pointer (&form->correction, entente_correction_free);
  entente_form_window_set_accept_label (form->window, _ ("Compare"));
}

static void
back_cb (GtkButton *button, Form *form)
{
  show_text (form);
}

/* Takes @correction. */
static void
show_marks (Form *form, EntenteCorrection *correction)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *back = gtk_button_new_with_mnemonic (_ ("_Back to the Text"));

  form->correction = correction;
  gtk_widget_set_halign (back, GTK_ALIGN_START);
  g_signal_connect (back, "clicked", G_CALLBACK (back_cb), form);
  gtk_box_append (GTK_BOX (box), entente_correction_list_new (form->session, correction));
  gtk_box_append (GTK_BOX (box), back);
  gtk_stack_add_named (GTK_STACK (form->stack), box, "marks");
  gtk_stack_set_visible_child_name (GTK_STACK (form->stack), "marks");
  entente_form_window_set_accept_label (form->window, _ ("Keep This Text"));
}

/* ---- comparing ---- */

static char *
get_text (Form *form)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (form->buffer, &start, &end);
  return gtk_text_buffer_get_text (form->buffer, &start, &end, TRUE);
}

/* A mark whose sign was deleted is gone. */
static gint64
get_position (Form *form, const Note *note)
{
  GtkTextIter iter;

  if (!note->mark)
    return -1;
  gtk_text_buffer_get_iter_at_mark (form->buffer, &iter, note->mark);
  return gtk_text_iter_get_char (&iter) == note->letter ? gtk_text_iter_get_offset (&iter) : -1;
}

/* Notes of the file at their places of now; NULL when the old ones go on. */
static GPtrArray *
create_footnotes (Form *form)
{
  GPtrArray *footnotes;

  if (!form->notes)
    return NULL;
  footnotes = g_ptr_array_new_with_free_func (entente_record_unref);
  for (guint i = 0; i < form->notes->len; i++) {
    const Note *note = form->notes->pdata[i];
    EntenteFootnote *footnote = entente_footnote_copy (note->note);

    footnote->position = get_position (form, note);
    g_ptr_array_add (footnotes, footnote);
  }
  return footnotes;
}

static void
set_busy (Form *form, gboolean is_busy)
{
  gtk_widget_set_sensitive (form->stack, !is_busy);
  entente_form_window_set_can_accept (form->window, !is_busy);
}

static void
corrected_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteFormWindow) window = data;
  g_autoptr (GError) error = NULL;
  EntenteCorrection *correction =
    entente_study_correct_finish (ENTENTE_STUDY (source), result, &error);
  Form *form = get_form (window);

  if (!form) {
    g_clear_pointer (&correction, entente_correction_free);
    return;
  }
  set_busy (form, FALSE);
  if (correction)
    show_marks (form, correction);
  else
    entente_form_window_set_error (window, error->message);
}

static void
compare (Form *form)
{
  g_autofree char *text = get_text (form);
  g_autoptr (GPtrArray) footnotes = create_footnotes (form);

  entente_form_window_set_error (form->window, NULL);
  set_busy (form, TRUE);
  entente_study_correct_async (entente_session_get_study (form->session),
                               form->article,
                               text,
                               footnotes,
                               form->cancellable,
                               corrected_cb,
                               g_object_ref (form->window));
}

static void
accept_cb (EntenteFormWindow *window, Form *form)
{
  const char *why = gtk_editable_get_text (GTK_EDITABLE (form->why));

  if (shows_marks (form))
    entente_form_window_apply (window,
                               form->session,
                               entente_commands_correct_text (form->correction, why),
                               _ ("Text corrected"));
  else
    compare (form);
}

/* ---- a file ---- */

static void
add_note (Form *form, EntenteFootnote *footnote)
{
  Note *note = g_new0 (Note, 1);
  GtkTextIter iter;

  note->note = entente_footnote_ref (footnote);
  if (footnote->position >= 0) {
    gtk_text_buffer_get_iter_at_offset (form->buffer, &iter, (int) footnote->position);
    note->letter = gtk_text_iter_get_char (&iter);
    note->mark = g_object_ref (gtk_text_buffer_create_mark (form->buffer, NULL, &iter, FALSE));
  }
  g_ptr_array_add (form->notes, note);
}

static void
take_draft (Form *form, const EntenteArticleDraft *draft)
{
  g_clear_pointer (&form->notes, g_ptr_array_unref);
  gtk_text_buffer_set_text (form->buffer, draft->revision->text, -1);
  gtk_text_buffer_set_modified (form->buffer, TRUE);
  if (draft->footnotes->len == 0)
    return;
  form->notes = g_ptr_array_new_with_free_func (free_note);
  for (guint i = 0; i < draft->footnotes->len; i++)
    add_note (form, draft->footnotes->pdata[i]);
}

static void
file_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteFormWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteArticleDraft) draft =
    entente_study_read_draft_finish (ENTENTE_STUDY (source), result, &error);
  Form *form = get_form (window);

  if (!form)
    return;
  set_busy (form, FALSE);
  entente_form_window_set_error (window, draft ? NULL : error->message);
  if (draft)
    take_draft (form, draft);
}

static void
read_file (Form *form, GFile *file)
{
  set_busy (form, TRUE);
  entente_study_read_draft_async (entente_session_get_study (form->session),
                                  file,
                                  form->cancellable,
                                  file_read_cb,
                                  g_object_ref (form->window));
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, Form *form)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&form->chooser);
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (response == GTK_RESPONSE_ACCEPT && file)
    read_file (form, file);
}

static void
load_cb (GtkButton *button, Form *form)
{
  if (form->chooser)
    return;
  form->chooser = gtk_file_chooser_native_new (_ ("Corrected Text"),
                                               GTK_WINDOW (form->window),
                                               GTK_FILE_CHOOSER_ACTION_OPEN,
                                               _ ("_Read"),
                                               NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (form->chooser), TRUE);
  g_signal_connect (form->chooser, "response", G_CALLBACK (chosen_cb), form);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (form->chooser));
}

/* ---- the first page ---- */

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
create_text (Form *form)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();

  form->view = view;
  form->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 10);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 10);
  set_name (view, _ ("Text of the article"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), TEXT_HEIGHT_PX);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
create_text_page (Form *form)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *grid = entente_form_grid_new ();
  GtkWidget *hint = gtk_label_new (
    _ ("The text that there is stays, with its marks. What they carry moves to the corrected one "
       "as far as the words are found there."));

  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_widget_add_css_class (hint, "row-note");
  form->load = gtk_button_new_with_mnemonic (_ ("_Read From a File…"));
  gtk_widget_set_halign (form->load, GTK_ALIGN_START);
  g_signal_connect (form->load, "clicked", G_CALLBACK (load_cb), form);
  form->why = entente_form_grid_add_entry (grid, _ ("Reason"));
  gtk_box_append (GTK_BOX (box), hint);
  gtk_box_append (GTK_BOX (box), create_text (form));
  gtk_box_append (GTK_BOX (box), form->load);
  gtk_box_append (GTK_BOX (box), grid);
  return box;
}

static void
article_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteFormWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteArticleDetail) detail =
    entente_study_read_article_finish (ENTENTE_STUDY (source), result, &error);
  Form *form = get_form (window);
  GtkTextIter start;

  if (!form)
    return;
  if (!detail) {
    entente_form_window_set_error (window, error->message);
    return;
  }
  set_busy (form, FALSE);
  if (detail->revision && detail->revision->text)
    gtk_text_buffer_set_text (form->buffer, detail->revision->text, -1);
  gtk_text_buffer_set_modified (form->buffer, FALSE);
  entente_form_window_settle (window);
  gtk_text_buffer_get_start_iter (form->buffer, &start);
  gtk_text_buffer_place_cursor (form->buffer, &start);
  gtk_widget_grab_focus (form->view);
}

/* ---- window ---- */

static gboolean
is_touched (GtkWidget *content)
{
  GtkRoot *root = gtk_widget_get_root (content);
  Form *form = g_object_get_data (G_OBJECT (root), FORM_DATA);

  return gtk_text_buffer_get_modified (form->buffer) ||
         *gtk_editable_get_text (GTK_EDITABLE (form->why)) != '\0';
}

static void
closed_cb (EntenteFormWindow *window, Form *form)
{
  g_cancellable_cancel (form->cancellable);
}

void
entente_correction_form_present (GtkWidget *parent, EntenteSession *session, EntenteId article)
{
  Form *form = g_new0 (Form, 1);

  form->session = g_object_ref (session);
  form->article = article;
  form->cancellable = g_cancellable_new ();
  form->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (form->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (form->stack), create_text_page (form), "text");
  form->window =
    entente_form_window_new (parent, _ ("Correct the Text"), _ ("Compare"), form->stack);
  gtk_window_set_default_size (GTK_WINDOW (form->window), WINDOW_WIDTH_PX, -1);
  entente_form_window_set_touched_func (form->window, is_touched);
  g_object_set_data_full (G_OBJECT (form->window), FORM_DATA, form, free_form);
  g_signal_connect (form->window, "accept", G_CALLBACK (accept_cb), form);
  g_signal_connect (form->window, "destroy", G_CALLBACK (closed_cb), form);
  entente_form_window_keep (form->window, session, "correction", article);
  set_busy (form, TRUE);
  entente_study_read_article_async (entente_session_get_study (session),
                                    article,
                                    form->cancellable,
                                    article_cb,
                                    g_object_ref (form->window));
  gtk_window_present (GTK_WINDOW (form->window));
}
