/* File choosers and what follows from an answer.
 *
 * The toolkit's chooser reads files of the folder it shows; the store's locks are such that it does
 * no harm. A study is never overwritten. Main thread.
 */
#include "config.h"

#include "entente-application.h"
#include "entente-intake.h"
#include "entente-opener.h"
#include "entente-study-send.h"
#include "entente-window-job.h"
#include "entente-window-private.h"
#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* What is left out of the copy whose file is asked for. */
#define SEND_FLAGS "entente-send-flags"
#define SUFFIX ".entente"

/* ---- choosers ---- */

/* @articles: what waits for the answer, or NULL. */
typedef void (*TakeFiles) (EntenteWindow *window, GListModel *files, GListModel *articles);

typedef struct {
  EntenteWindow *window;
  TakeFiles take;
  GListModel *articles; /* files to go into a new study, or NULL; forgotten without an answer */
} Question;

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autofree Question *question = data;
  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT) {
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
    if (g_list_model_get_n_items (files) > 0)
      question->take (question->window, files, question->articles);
  }
  g_object_unref (question->window);
  g_clear_object (&question->articles);
  g_object_unref (dialog);
}

static void
ask_for (EntenteWindow *window, GtkFileChooserNative *chooser, TakeFiles take, GListModel *articles)
{
  Question *question = g_new0 (Question, 1);

  question->window = g_object_ref (window);
  question->take = take;
  g_set_object (&question->articles, articles);
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), question);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
ask (EntenteWindow *window, GtkFileChooserNative *chooser, TakeFiles take)
{
  ask_for (window, chooser, take, NULL);
}

static void
add_filter (GtkFileChooserNative *chooser, const char *name, const char *const *patterns)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (; *patterns; patterns++)
    gtk_file_filter_add_pattern (filter, *patterns);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

static void
add_filter_for_all (GtkFileChooserNative *chooser)
{
  add_filter (chooser, _ ("All Files"), (const char *[]){ "*", NULL });
}

static void
add_filter_for_studies (GtkFileChooserNative *chooser)
{
  add_filter (chooser, _ ("Studies"), (const char *[]){ "*" SUFFIX, NULL });
}

static GtkFileChooserNative *
create_chooser (EntenteWindow *window,
                const char *title,
                GtkFileChooserAction action,
                const char *accept_label)
{
  return gtk_file_chooser_native_new (title, GTK_WINDOW (window), action, accept_label, NULL);
}

/* "name.entente" for a file chosen without suffix; the file, when it has one. */
static char *
get_path_with_suffix (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  if (!path || g_str_has_suffix (path, SUFFIX))
    return g_steal_pointer (&path);
  return g_strconcat (path, SUFFIX, NULL);
}

/* ---- open and new ---- */

void
entente_opener_open_path (EntenteWindow *window, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  entente_application_open_file (
    ENTENTE_APPLICATION (gtk_window_get_application (GTK_WINDOW (window))),
    file,
    window);
}

static void
take_study (EntenteWindow *window, GListModel *files, GListModel *articles)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  entente_application_open_file (
    ENTENTE_APPLICATION (gtk_window_get_application (GTK_WINDOW (window))),
    file,
    window);
}

void
entente_opener_ask_open (EntenteWindow *window)
{
  GtkFileChooserNative *chooser =
    create_chooser (window, _ ("Open a Study"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"));

  add_filter_for_studies (chooser);
  add_filter_for_all (chooser);
  ask (window, chooser, take_study);
}

static void
push_waiting (EntenteWindow *window, GListModel *articles)
{
  for (guint i = 0; articles && i < g_list_model_get_n_items (articles); i++)
    g_queue_push_tail (&window->waiting, g_list_model_get_item (articles, i));
}

static void
take_new_study (EntenteWindow *window, GListModel *files, GListModel *articles)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *path = get_path_with_suffix (file);
  EntenteWindow *other;

  if (!path)
    return;
  if (g_file_test (path, G_FILE_TEST_EXISTS)) {
    entente_window_show_error (window,
                               _ ("The Study Was Not Made"),
                               _ ("There is a file of this name already. Choose another name; a "
                                  "study is never overwritten."));
    return;
  }
  other = entente_window_is_free (window) ? window : NULL;
  if (other)
    entente_window_open_path (other, path, ENTENTE_OPEN_CREATE);
  else
    other = entente_window_open_beside (window, path, ENTENTE_OPEN_CREATE);
  push_waiting (other, articles);
}

static void
ask_new_for (EntenteWindow *window, GListModel *articles)
{
  GtkFileChooserNative *chooser =
    create_chooser (window, _ ("New Study"), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Create"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), _ ("New Study.entente"));
  add_filter_for_studies (chooser);
  ask_for (window, chooser, take_new_study, articles);
}

void
entente_opener_ask_new (EntenteWindow *window)
{
  ask_new_for (window, NULL);
}

/* ---- import ---- */

/* Into the study that is open or about to be, else into a new one that is asked for. */
static void
add_articles (EntenteWindow *window, GListModel *articles)
{
  if (g_list_model_get_n_items (articles) == 0)
    return;
  if (window->study || window->opening) {
    push_waiting (window, articles);
    entente_intake_read_waiting (window);
  } else {
    ask_new_for (window, articles);
  }
}

static void
take_articles (EntenteWindow *window, GListModel *files, GListModel *articles)
{
  add_articles (window, files);
}

void
entente_opener_ask_import (EntenteWindow *window)
{
  GtkFileChooserNative *chooser;

  chooser = create_chooser (window, _ ("Add Articles"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Add"));
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  add_filter (chooser,
              _ ("Articles"),
              (const char *[]){ "*.txt",
                                "*.text",
                                "*.md",
                                "*.markdown",
                                "*.html",
                                "*.htm",
                                "*.xhtml",
                                "*.pdf",
                                "*.odt",
                                "*.docx",
                                NULL });
  add_filter (chooser, _ ("References"), (const char *[]){ "*.ris", "*.bib", "*.json", NULL });
  add_filter_for_all (chooser);
  ask (window, chooser, take_articles);
}

static void
events_imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteWindowJob) job = data;
  EntenteWindow *window = job->window;
  g_autoptr (GError) error = NULL;
  gint64 step;
  gint64 n = entente_study_import_events_finish (ENTENTE_STUDY (source), result, &step, &error);
  gboolean shown = window->study == ENTENTE_STUDY (source);
  g_autofree char *message = NULL;

  entente_window_end_job (job);
  if (n >= 0 && shown) {
    message =
      g_strdup_printf (ngettext ("%d event imported", "%d events imported", (gulong) n), (int) n);
    entente_window_toast (window, message, step);
  } else if (error && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    entente_window_show_error (window, _ ("The Table Could Not Be Imported"), error->message);
  }
}

static void
take_table (EntenteWindow *window, GListModel *files, GListModel *articles)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  EntenteWindowJob *job;

  /* The action is disabled while a job runs, but one may have begun since it was asked for. */
  if (!entente_window_get_study (window) || window->job)
    return;
  job = entente_window_begin_job (window);
  entente_study_import_events_async (entente_window_get_study (window),
                                     file,
                                     NULL,
                                     job->cancellable,
                                     events_imported_cb,
                                     job);
}

void
entente_opener_ask_import_events (EntenteWindow *window)
{
  GtkFileChooserNative *chooser = create_chooser (window,
                                                  _ ("Import a Table of Events"),
                                                  GTK_FILE_CHOOSER_ACTION_OPEN,
                                                  _ ("_Import"));

  add_filter (chooser, _ ("Tables"), (const char *[]){ "*.csv", "*.tsv", "*.tab", "*.txt", NULL });
  add_filter_for_all (chooser);
  ask (window, chooser, take_table);
}

void
entente_opener_take_files (EntenteWindow *window, GSList *files)
{
  g_autoptr (GListStore) articles = g_list_store_new (G_TYPE_FILE);

  for (; files; files = files->next) {
    g_autofree char *name = g_file_get_basename (files->data);

    if (name && g_str_has_suffix (name, SUFFIX))
      entente_application_open_file (
        ENTENTE_APPLICATION (gtk_window_get_application (GTK_WINDOW (window))),
        files->data,
        window);
    else
      g_list_store_append (articles, files->data);
  }
  add_articles (window, G_LIST_MODEL (articles));
}

/* ---- copies ---- */

/* NULL, after a sentence, while something else is under way. */
static EntenteWindowJob *
begin_copy (EntenteWindow *window)
{
  if (!window->job)
    return entente_window_begin_job (window);
  entente_window_show_error (window,
                             _ ("The Copy Was Not Saved"),
                             _ ("Something else is under way. Save the copy when it has ended."));
  return NULL;
}

static void
end_copy (EntenteWindowJob *job, const char *done, const GError *error)
{
  entente_window_end_job (job);
  if (!error)
    entente_window_toast (job->window, done, 0);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    entente_window_show_error (job->window, _ ("The Copy Was Not Saved"), error->message);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteWindowJob) job = data;
  g_autoptr (GError) error = NULL;

  entente_study_save_copy_finish (ENTENTE_STUDY (source), result, &error);
  end_copy (job, _ ("Copy saved"), error);
}

void
entente_opener_save_copy (EntenteWindow *window, const char *path)
{
  EntenteWindowJob *job = begin_copy (window);

  if (job)
    entente_study_save_copy_async (window->study, path, job->cancellable, copied_cb, job);
}

static void
take_copy (EntenteWindow *window, GListModel *files, GListModel *articles)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *path = get_path_with_suffix (file);

  if (path && window->study)
    entente_opener_save_copy (window, path);
}

static void
ask_copy (EntenteWindow *window, const char *title, TakeFiles take)
{
  EntenteStudy *study = entente_window_get_study (window);
  g_autofree char *name = g_strconcat (entente_study_get_title (study), SUFFIX, NULL);
  GtkFileChooserNative *chooser =
    create_chooser (window, title, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"));

  g_strdelimit (name, "/", '-');
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  add_filter_for_studies (chooser);
  ask (window, chooser, take);
}

void
entente_opener_ask_save_copy (EntenteWindow *window)
{
  ask_copy (window, _ ("Save a Copy"), take_copy);
}

/* ---- a copy for somebody else ---- */

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteWindowJob) job = data;
  g_autoptr (GError) error = NULL;

  entente_study_send_finish (ENTENTE_STUDY (source), result, &error);
  end_copy (job, _ ("Copy to send saved"), error);
}

void
entente_opener_send_copy (EntenteWindow *window, const char *path, EntenteSendFlags flags)
{
  EntenteWindowJob *job = begin_copy (window);

  if (job)
    entente_study_send_async (window->study, path, flags, job->cancellable, sent_cb, job);
}

static void
take_send (EntenteWindow *window, GListModel *files, GListModel *articles)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *path = get_path_with_suffix (file);
  EntenteSendFlags flags = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (window), SEND_FLAGS));

  if (path && window->study)
    entente_opener_send_copy (window, path, flags);
}

void
entente_opener_ask_send (EntenteWindow *window, EntenteSendFlags flags)
{
  g_object_set_data (G_OBJECT (window), SEND_FLAGS, GUINT_TO_POINTER (flags));
  ask_copy (window, _ ("Send a Copy"), take_send);
}

/* ---- samples ---- */

static char *
get_sample_path (const char *name)
{
  const char *folder = g_getenv ("ENTENTE_SAMPLES_DIR");
  g_autofree char *file = g_strconcat (name, SUFFIX, NULL);

  if (folder && *folder)
    return g_build_filename (folder, file, NULL);
  return g_build_filename (PKGDATADIR, "samples", file, NULL);
}

/* The user's own copy; made once, and never again while it is there. */
static char *
copy_sample (const char *name, GError **error)
{
  g_autofree char *from = get_sample_path (name);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "entente", NULL);
  g_autofree char *file = g_strconcat (name, SUFFIX, NULL);
  g_autofree char *to = g_build_filename (folder, file, NULL);
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);

  if (g_file_test (to, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&to);
  g_mkdir_with_parents (folder, 0700);
  if (!g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, error))
    return NULL;
  g_chmod (to, 0600);
  return g_steal_pointer (&to);
}

void
entente_opener_open_sample (EntenteWindow *window, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = copy_sample (name, &error);

  if (path)
    entente_opener_open_path (window, path);
  else
    entente_window_show_error (window, _ ("The Sample Could Not Be Opened"), error->message);
}
