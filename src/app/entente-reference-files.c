/* Files are read, held against the articles of the study and written in threads, over a chronicle,
 * which never changes. Main thread.
 */
#include "config.h"

#include "entente-bibliography.h"
#include "entente-export.h"
#include "entente-reference-files.h"
#include "entente-references.h"
#include "entente-same-file.h"
#include "entente-save-formats.h"
#include "entente-window-private.h"
#include <glib/gi18n.h>
#include <string.h>

#define MAX_BYTES (64 * 1024 * 1024)

/* In the order of EntenteBibliographyFormat. */
static const EntenteSaveFormat formats[] = {
  { "ris", N_ ("RIS References"), "application/x-research-info-systems" },
  { "bib", N_ ("BibTeX References"), "text/x-bibtex" },
  { "json", N_ ("CSL-JSON References"), "application/json" },
};

/* By its name. */
static gboolean
is_list (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name &&
         entente_save_formats_guess (formats, G_N_ELEMENTS (formats), name, G_MAXUINT) != G_MAXUINT;
}

/* ---- in ---- */

typedef struct {
  GPtrArray *files; /* GFile */
  GPtrArray *references; /* EntenteArticle */
  GPtrArray *failures; /* a sentence for each file that could not be read */
  EntenteChronicle *chronicle; /* that they were held against; NULL before */
  EntenteStep *step; /* what then is to be done; NULL before */
  EntenteReferenceCounts counts;
} Reading;

static void
reading_free (Reading *reading)
{
  g_ptr_array_unref (reading->files);
  g_ptr_array_unref (reading->references);
  g_ptr_array_unref (reading->failures);
  g_clear_pointer (&reading->chronicle, entente_chronicle_unref);
  g_clear_pointer (&reading->step, entente_step_free);
  g_free (reading);
}

/* Before a byte of it is read. */
static gboolean
check_size (GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file,
                                                  G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE,
                                                  cancellable,
                                                  error);

  if (!info)
    return FALSE;
  if (g_file_info_get_size (info) <= MAX_BYTES)
    return TRUE;
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_INVALID,
               _ ("“%s” is larger than 64 MB; divide it."),
               name);
  return FALSE;
}

static gboolean
read_file (GFile *file, GPtrArray *references, GCancellable *cancellable, GError **error)
{
  g_autofree char *basename = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (basename);
  g_autofree char *bytes = NULL;
  g_autoptr (GPtrArray) notices = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) read = NULL;
  EntenteBibliographyFormat format;
  gsize length;

  if (!check_size (file, name, cancellable, error) ||
      !g_file_load_contents (file, cancellable, &bytes, &length, NULL, error))
    return FALSE;
  if (!entente_bibliography_find_format (bytes, length, name, &format, error))
    return FALSE;
  read = entente_bibliography_read (bytes, length, name, format, notices, error);
  if (read)
    g_ptr_array_extend (references, read, (GCopyFunc) entente_article_copy, NULL);
  return read != NULL;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;

  for (guint i = 0; i < reading->files->len; i++) {
    g_autoptr (GError) error = NULL;

    if (!read_file (reading->files->pdata[i], reading->references, cancellable, &error))
      g_ptr_array_add (reading->failures, g_strdup (error->message));
  }
  g_task_return_boolean (task, TRUE);
}

static char *
dup_message (const EntenteReferenceCounts *counts)
{
  g_autofree char *added =
    g_strdup_printf (ngettext ("%u article added", "%u articles added", counts->n_added),
                     counts->n_added);

  if (counts->n_filled == 0)
    return g_steal_pointer (&added);
  return g_strdup_printf (ngettext ("%s, %u filled in", "%s, %u filled in", counts->n_filled),
                          added,
                          counts->n_filled);
}

static void
show_failures (EntenteWindow *window, GPtrArray *failures)
{
  g_autofree char *sentences = NULL;

  if (failures->len == 0)
    return;
  g_ptr_array_add (failures, NULL);
  sentences = g_strjoinv ("\n", (char **) failures->pdata);
  g_ptr_array_set_size (failures, (int) failures->len - 1);
  entente_window_show_error (window, _ ("The References Could Not Be Imported"), sentences);
}

/* Not the source of the task, which the thread may be the last to let go of: window and session end
 * in the main thread. */
typedef struct {
  EntenteWindow *window;
  EntenteSession *session; /* of the window when it was asked for */
  Reading *reading;
} Asker;

static void
asker_free (Asker *asker)
{
  reading_free (asker->reading);
  g_object_unref (asker->window);
  g_object_unref (asker->session);
  g_free (asker);
}

static void
apply (Asker *asker)
{
  Reading *reading = asker->reading;
  g_autofree char *message = dup_message (&reading->counts);

  if (reading->step->changes->len > 0)
    entente_session_apply (asker->session, g_steal_pointer (&reading->step), message);
  else
    entente_window_toast (asker->window, _ ("All of these articles are known"), 0);
}

static void
merge_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;

  reading->step =
    entente_references_merge (reading->chronicle, reading->references, &reading->counts);
  g_task_return_boolean (task, TRUE);
}

static void start_merging (Asker *asker);

static void
merged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Asker *asker = data;

  if (asker->window->session != asker->session) {
    asker_free (asker);
  } else if (asker->reading->chronicle != entente_study_get_chronicle (asker->window->study)) {
    start_merging (asker); /* somebody added an article meanwhile */
  } else {
    apply (asker);
    asker_free (asker);
  }
}

static void
start_merging (Asker *asker)
{
  Reading *reading = asker->reading;
  g_autoptr (GTask) task = g_task_new (NULL, NULL, merged_cb, asker);

  g_clear_pointer (&reading->chronicle, entente_chronicle_unref);
  g_clear_pointer (&reading->step, entente_step_free);
  reading->chronicle = entente_chronicle_ref (entente_study_get_chronicle (asker->window->study));
  g_task_set_task_data (task, reading, NULL);
  g_task_run_in_thread (task, merge_in_thread);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Asker *asker = data;
  gboolean is_here = asker->window->session == asker->session;

  if (is_here)
    show_failures (asker->window, asker->reading->failures);
  if (is_here && asker->reading->failures->len < asker->reading->files->len)
    start_merging (asker);
  else
    asker_free (asker);
}

void
entente_reference_files_take (EntenteWindow *window, GListStore *files)
{
  g_autoptr (GTask) task = NULL;
  Reading *reading = g_new (Reading, 1);
  Asker *asker;

  *reading = (Reading){ g_ptr_array_new_with_free_func (g_object_unref),
                        g_ptr_array_new_with_free_func (entente_record_unref),
                        g_ptr_array_new_with_free_func (g_free),
                        NULL,
                        NULL,
                        { 0 } };
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (files));) {
    g_autoptr (GFile) file = g_list_model_get_item (G_LIST_MODEL (files), i);

    if (is_list (file)) {
      g_ptr_array_add (reading->files, g_steal_pointer (&file));
      g_list_store_remove (files, i);
    } else {
      i++;
    }
  }
  if (reading->files->len == 0) {
    reading_free (reading);
    return;
  }
  asker = g_new (Asker, 1);
  *asker = (Asker){ g_object_ref (window), g_object_ref (window->session), reading };
  task = g_task_new (NULL, NULL, read_cb, asker);
  g_task_set_task_data (task, reading, NULL);
  g_task_run_in_thread (task, read_in_thread);
}

/* ---- out ---- */

typedef struct {
  EntenteChronicle *chronicle;
  EntenteBitset *rows; /* whose articles are written; NULL: all */
  char *path;
  guint format;
  guint n; /* articles written */
} Writing;

static void
writing_free (Writing *writing)
{
  entente_chronicle_unref (writing->chronicle);
  g_clear_pointer (&writing->rows, entente_bitset_unref);
  g_free (writing->path);
  g_free (writing);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Writing *writing = data;
  g_autoptr (GPtrArray) articles = entente_references_collect (writing->chronicle, writing->rows);
  g_autofree char *text = entente_bibliography_write (articles, writing->format);
  GError *error = NULL;

  writing->n = articles->len;
  if (entente_export_bytes (writing->path, text, strlen (text), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteWindow) window = data;
  const Writing *writing = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = g_filename_display_basename (writing->path);
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error)) {
    entente_window_show_error (window, _ ("The References Were Not Saved"), error->message);
    return;
  }
  message = g_strdup_printf (
    ngettext ("%u article written to “%s”", "%u articles written to “%s”", writing->n),
    writing->n,
    name);
  entente_window_toast (window, message, 0);
}

static const char *
find_fault (EntenteWindow *window, const char *path)
{
  if (!path)
    return _ ("Choose a file on this computer.");
  if (entente_same_file (path, entente_study_get_path (window->study)))
    return _ ("This is the file of the study itself; choose another name.");
  return NULL;
}

/* The path stays as it was chosen: only of that one the chooser asked whether it may be replaced.
 */
void
entente_reference_files_export (EntenteWindow *window, const char *path, guint format)
{
  const EntenteQuery *query = entente_session_get_query (window->session);
  const char *fault = find_fault (window, path);
  g_autoptr (GTask) task = NULL;
  Writing *writing;

  if (fault) {
    entente_window_show_error (window, _ ("The References Were Not Saved"), fault);
    return;
  }
  writing = g_new0 (Writing, 1);
  writing->chronicle = entente_chronicle_ref (entente_study_get_chronicle (window->study));
  if (!entente_query_is_empty (query))
    writing->rows = entente_bitset_ref (entente_session_get_filtered (window->session));
  writing->path = g_strdup (path);
  writing->format = entente_save_formats_guess (formats, G_N_ELEMENTS (formats), path, format);
  task = g_task_new (NULL, NULL, written_cb, g_object_ref (window));
  g_task_set_task_data (task, writing, (GDestroyNotify) writing_free);
  g_task_run_in_thread (task, write_in_thread);
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr (EntenteWindow) window = data;
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  g_autoptr (GFile) file =
    response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (chooser) : NULL;
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && window->session)
    entente_reference_files_export (window, path, entente_save_formats_get_chosen (chooser, 0));
  g_object_unref (dialog);
}

void
entente_reference_files_ask_export (EntenteWindow *window)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Export References"),
                                                               GTK_WINDOW (window),
                                                               GTK_FILE_CHOOSER_ACTION_SAVE,
                                                               _ ("_Export"),
                                                               _ ("_Cancel"));
  g_autofree char *name = entente_save_formats_name (&formats[0],
                                                     entente_study_get_title (window->study),
                                                     _ ("References"));

  entente_save_formats_offer (formats, G_N_ELEMENTS (formats), GTK_FILE_CHOOSER (chooser), 0);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), g_object_ref (window));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
