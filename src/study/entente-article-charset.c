/* The bytes of a file as plain text in the set that a person chose.
 */

#include "config.h"

#include "entente-article-charset.h"

typedef struct {
  GBytes *bytes;
  char *charset;
  char *name;
} Reading;

static void
free_reading (Reading *reading)
{
  g_bytes_unref (reading->bytes);
  g_free (reading->charset);
  g_free (reading->name);
  g_free (reading);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Reading *reading = data;
  GError *error = NULL;
  EntenteArticleDraft *draft =
    entente_article_draft_read_text_in (reading->bytes, reading->charset, reading->name, &error);

  if (draft)
    g_task_return_pointer (task, draft, (GDestroyNotify) entente_article_draft_free);
  else
    g_task_return_error (task, error);
}

void
entente_article_read_in_charset_async (const EntenteArticleDraft *draft,
                                       const char *charset,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Reading *reading = g_new (Reading, 1);
  const char *name = draft->revision->source_name;

  *reading =
    (Reading){ g_bytes_ref (draft->source), g_strdup (charset), g_strdup (name ? name : "") };
  g_task_set_task_data (task, reading, (GDestroyNotify) free_reading);
  g_task_run_in_thread (task, read_in_thread);
}

EntenteArticleDraft *
entente_article_read_in_charset_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
