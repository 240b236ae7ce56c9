/* Reading in a thread, merging on the main one, where the chronicle is. Main thread. */
#include "config.h"

#include "entente-bibliography.h"
#include "entente-export.h"
#include "entente-reference-files.h"
#include "entente-references.h"
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

gboolean
entente_reference_files_is_list (GFile *file)
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
} Reading;

static void
reading_free (Reading *reading)
{
  g_ptr_array_unref (reading->files);
  g_ptr_array_unref (reading->references);
  g_ptr_array_unref (reading->failures);
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

/* Not the source of the task, which the thread may be the last to let go of: both end in the main thread. */
typedef struct {
  EntenteWindow *window;
  EntenteSession *session; /* of the window when it was asked for */
} Asker;

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Asker *asker = data;
  g_autoptr (EntenteWindow) window = asker->window;
  g_autoptr (EntenteSession) session = asker->session;
  const Reading *reading = g_task_get_task_data (G_TASK (result));
  g_autofree char *message = NULL;
  EntenteReferenceCounts counts;
  EntenteStep *step;

  if (window->session != session)
    return;
  show_failures (window, reading->failures);
  if (reading->failures->len == reading->files->len)
    return;
  step = entente_references_merge (entente_study_get_chronicle (window->study),
                                   reading->references,
                                   &counts);
  message = dup_message (&counts);
  if (step->changes->len > 0) {
    entente_session_apply (session, step, message);
    return;
  }
  entente_step_free (step);
  entente_window_toast (window, _ ("All of these articles are known"), 0);
}

void
entente_reference_files_take (EntenteWindow *window, GListStore *files)
{
  g_autoptr (GTask) task = NULL;
  Reading *reading = g_new (Reading, 1);
  Asker *asker;

  *reading = (Reading){ g_ptr_array_new_with_free_func (g_object_unref),
                        g_ptr_array_new_with_free_func (entente_record_unref),
                        g_ptr_array_new_with_free_func (g_free) };
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (files));) {
    g_autoptr (GFile) file = g_list_model_get_item (G_LIST_MODEL (files), i);

    if (entente_reference_files_is_list (file)) {
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
  *asker = (Asker){ g_object_ref (window), g_object_ref (window->session) };
  task = g_task_new (NULL, NULL, read_cb, asker);
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  g_task_run_in_thread (task, read_in_thread);
}

/* ---- out ---- */

void
entente_reference_files_export (EntenteWindow *window, const char *path)
{
  const EntenteQuery *query = entente_session_get_query (window->session);
  const EntenteBitset *rows =
    entente_query_is_empty (query) ? NULL : entente_session_get_filtered (window->session);
  g_autoptr (GPtrArray) articles =
    entente_references_collect (entente_study_get_chronicle (window->study), rows);
  guint format = entente_save_formats_guess (formats, G_N_ELEMENTS (formats), path, 0);
  g_autofree char *text = entente_bibliography_write (articles, format);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (!entente_export_bytes (path, text, strlen (text), &error)) {
    entente_window_show_error (window, _ ("The References Were Not Saved"), error->message);
    return;
  }
  message = g_strdup_printf (
    ngettext ("%u article written to “%s”", "%u articles written to “%s”", articles->len),
    articles->len,
    name);
  entente_window_toast (window, message, 0);
}

static char *
dup_path (GtkFileChooser *chooser)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);
  g_autofree char *path = file ? g_file_get_path (file) : NULL;
  guint format = entente_save_formats_get_chosen (chooser, 0);

  if (!path ||
      entente_save_formats_guess (formats, G_N_ELEMENTS (formats), path, G_MAXUINT) != G_MAXUINT)
    return g_steal_pointer (&path);
  return g_strdup_printf ("%s.%s", path, formats[format].suffix);
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr (EntenteWindow) window = data;
  g_autofree char *path =
    response == GTK_RESPONSE_ACCEPT ? dup_path (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (path && window->session)
    entente_reference_files_export (window, path);
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
