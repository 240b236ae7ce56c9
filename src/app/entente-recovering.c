/* From the sentence that a study is damaged to a new one with what can be read of it: an offer, a
 * name, a bar that fills and can be stopped, and a report. The file itself is only read. */
#include "config.h"

#include "entente-recovering.h"

#include "entente-message-dialog.h"
#include "entente-opener.h"
#include "entente-toplevel.h"

#include <glib/gi18n.h>

#define SUFFIX ".entente"
#define TICK_MS 100
#define REPORT_WIDTH 460
#define REPORT_HEIGHT 260

typedef struct {
  EntenteWindow *window; /* owned */
  char *path;
  char *target; /* once it is chosen */
  GCancellable *cancellable;
  GtkWindow *dialog; /* while it works, with its bar; weak */
  GtkProgressBar *bar;
  guint tick;
  gint done, n_pages; /* of the thread; atomic */
} Recovering;

static void
recovering_free (Recovering *self)
{
  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_weak_pointer (&self->dialog);
  g_object_unref (self->window);
  g_object_unref (self->cancellable);
  g_free (self->path);
  g_free (self->target);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Recovering, recovering_free)

static GtkWindow *
get_parent (const Recovering *self)
{
  return entente_toplevel_is_open (GTK_WIDGET (self->window)) ? GTK_WINDOW (self->window) : NULL;
}

/* ---- the report ---- */

static void
report_response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Recovering *self = data;

  if (g_str_equal (response, "open") && get_parent (self))
    entente_opener_open_path (self->window, self->target);
}

static GtkWidget *
create_report (GPtrArray *report)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  for (guint i = 0; i < report->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (char *) report->pdata[i]);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text->str, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What was recovered and what was not"),
                                  -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_set_size_request (scrolled, REPORT_WIDTH, REPORT_HEIGHT);
  gtk_widget_add_css_class (scrolled, "card");
  return scrolled;
}

/* Takes @self. */
static void
show_report (Recovering *self, GPtrArray *report)
{
  g_autofree char *name = g_filename_display_name (self->target);
  g_autofree char *message =
    g_strdup_printf (_ ("“%s” holds what could be read. The damaged file is as it was."), name);
  AdwMessageDialog *dialog =
    entente_message_dialog_new (get_parent (self), _ ("The Study Was Recovered"), message);

  gtk_box_append (GTK_BOX (adw_message_dialog_get_extra_child (dialog)), create_report (report));
  adw_message_dialog_add_responses (dialog,
                                    "close",
                                    _ ("_Close"),
                                    "open",
                                    _ ("_Open the New Study"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "open", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (dialog, "open", get_parent (self) != NULL);
  adw_message_dialog_set_default_response (dialog, "open");
  adw_message_dialog_set_close_response (dialog, "close");
  g_signal_connect_data (dialog,
                         "response",
                         G_CALLBACK (report_response_cb),
                         self,
                         (GClosureNotify) (void (*) (void)) recovering_free,
                         0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- the work ---- */

static void
note_progress (guint32 done, guint32 n_pages, gpointer data)
{
  Recovering *self = data;

  g_atomic_int_set (&self->n_pages, (gint) n_pages);
  g_atomic_int_set (&self->done, (gint) done);
}

static void
recover_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Recovering *self = data;
  GError *error = NULL;
  GPtrArray *report =
    entente_recover_study (self->path, self->target, note_progress, self, cancellable, &error);

  if (report)
    g_task_return_pointer (task, report, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static gboolean
tick_cb (gpointer data)
{
  Recovering *self = data;
  gint n_pages = g_atomic_int_get (&self->n_pages);

  if (self->dialog && n_pages > 0)
    gtk_progress_bar_set_fraction (self->bar,
                                   (double) g_atomic_int_get (&self->done) / (double) n_pages);
  return G_SOURCE_CONTINUE;
}

static void
recovered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Recovering) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) report = g_task_propagate_pointer (G_TASK (result), &error);

  g_clear_handle_id (&self->tick, g_source_remove);
  if (self->dialog)
    gtk_window_destroy (self->dialog);
  if (report)
    show_report (g_steal_pointer (&self), report);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    entente_message_dialog_show_error (get_parent (self),
                                       _ ("The Study Could Not Be Recovered"),
                                       error->message);
}

static void
stop_cb (AdwMessageDialog *dialog, const char *response, gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
show_work (Recovering *self)
{
  AdwMessageDialog *dialog =
    entente_message_dialog_new (get_parent (self), _ ("Recovering What Can Be Read"), NULL);
  GtkWidget *bar = gtk_progress_bar_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (bar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How much of the file was read"),
                                  -1);
  gtk_box_append (GTK_BOX (adw_message_dialog_get_extra_child (dialog)), bar);
  adw_message_dialog_add_response (dialog, "stop", _ ("_Stop"));
  adw_message_dialog_set_close_response (dialog, "stop");
  g_signal_connect_data (dialog,
                         "response",
                         G_CALLBACK (stop_cb),
                         g_object_ref (self->cancellable),
                         (GClosureNotify) (void (*) (void)) g_object_unref,
                         0);
  self->bar = GTK_PROGRESS_BAR (bar);
  g_set_weak_pointer (&self->dialog, GTK_WINDOW (dialog));
  self->tick = g_timeout_add (TICK_MS, tick_cb, self);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Takes @self. */
static void
begin (Recovering *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, recovered_cb, self);

  show_work (self);
  g_task_set_source_tag (task, begin);
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, recover_thread);
}

/* ---- offer and name ---- */

static void
chosen_cb (GtkNativeDialog *chooser, int response, gpointer data)
{
  g_autoptr (Recovering) self = data;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  path = file ? g_file_get_path (file) : NULL;
  g_object_unref (chooser);
  if (!path)
    return;
  self->target =
    g_str_has_suffix (path, SUFFIX) ? g_steal_pointer (&path) : g_strconcat (path, SUFFIX, NULL);
  begin (g_steal_pointer (&self));
}

/* Takes @self. */
static void
ask_for_name (Recovering *self)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Recover Into a New Study"),
                                                               get_parent (self),
                                                               GTK_FILE_CHOOSER_ACTION_SAVE,
                                                               _ ("_Recover"),
                                                               NULL);
  g_autofree char *beside = entente_recover_get_beside (self->path);
  g_autofree char *name = g_filename_display_basename (beside);
  g_autofree char *folder = g_path_get_dirname (beside);
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), file, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect (chooser, "response", G_CALLBACK (chosen_cb), self);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static Recovering *
recovering_new (EntenteWindow *window, const char *path)
{
  Recovering *self = g_new0 (Recovering, 1);

  self->window = g_object_ref (window);
  self->path = g_strdup (path);
  self->cancellable = g_cancellable_new ();
  return self;
}

static void
offer_response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  const Recovering *offer = data;

  if (g_str_equal (response, "recover"))
    ask_for_name (recovering_new (offer->window, offer->path));
}

void
entente_recovering_offer (EntenteWindow *window, const char *path, const char *message)
{
  Recovering *self = recovering_new (window, path);
  AdwMessageDialog *dialog =
    entente_message_dialog_new (get_parent (self), _ ("The Study Could Not Be Opened"), message);

  adw_message_dialog_add_responses (dialog,
                                    "close",
                                    _ ("_Close"),
                                    "recover",
                                    _ ("_Recover What Can Be Read…"),
                                    NULL);
  adw_message_dialog_set_default_response (dialog, "close");
  adw_message_dialog_set_close_response (dialog, "close");
  g_signal_connect_data (dialog,
                         "response",
                         G_CALLBACK (offer_response_cb),
                         self,
                         (GClosureNotify) (void (*) (void)) recovering_free,
                         0);
  gtk_window_present (GTK_WINDOW (dialog));
}
