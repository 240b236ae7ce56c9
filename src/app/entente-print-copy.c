/* Texts are written in a thread; the clipboard is asked on the main thread, when the job ends. */
#include "config.h"

#include "entente-print-copy.h"
#include <string.h>

typedef struct {
  EntenteDocument *document;
  GdkClipboard *clipboard;
  char *html, *text;
} Job;

static void
free_job (Job *job)
{
  entente_document_unref (job->document);
  g_object_unref (job->clipboard);
  g_free (job->html);
  g_free (job->text);
  g_free (job);
}

static void
write_texts (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;

  job->html = entente_document_to_html (job->document);
  if (!g_task_return_error_if_cancelled (task)) {
    job->text = entente_document_to_text (job->document);
    g_task_return_boolean (task, TRUE);
  }
}

GdkContentProvider *
entente_print_copy_make_provider (const char *html, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  GdkContentProvider *both[] = {
    gdk_content_provider_new_for_bytes ("text/html", bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, text),
  };

  return gdk_content_provider_new_union (both, G_N_ELEMENTS (both));
}

void
entente_print_copy_async (EntenteDocument *document,
                          GdkClipboard *clipboard,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->document = entente_document_ref (document);
  job->clipboard = g_object_ref (clipboard);
  g_task_set_source_tag (task, entente_print_copy_async);
  g_task_set_task_data (task, job, NULL);
  g_task_run_in_thread (task, write_texts);
}

gboolean
entente_print_copy_finish (GAsyncResult *result, GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  gboolean written = g_task_propagate_boolean (G_TASK (result), error);

  if (written) {
    g_autoptr (GdkContentProvider) provider =
      entente_print_copy_make_provider (job->html, job->text);

    written = gdk_clipboard_set_content (job->clipboard, provider);
  }
  free_job (job);
  return written;
}
