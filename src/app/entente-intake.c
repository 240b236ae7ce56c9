/* What is read is proposed, article by article; what cannot be read is told together at the end.
 * Main thread. */
#include "config.h"

#include "entente-article-import.h"
#include "entente-article-reader.h"
#include "entente-intake.h"
#include "entente-opener.h"
#include "entente-reference-files.h"
#include "entente-window-job.h"
#include "entente-window-private.h"
#include <glib/gi18n.h>

#define FAILURES_SHOWN 8

static void
show_failures (EntenteWindow *window, GPtrArray *failures)
{
  g_autoptr (GString) sentences = g_string_new (NULL);
  g_autofree char *head = NULL;

  for (guint i = 0; i < MIN (failures->len, FAILURES_SHOWN); i++)
    g_string_append_printf (sentences, "%s%s", i > 0 ? "\n" : "", (char *) failures->pdata[i]);
  if (failures->len > FAILURES_SHOWN) {
    guint n_more = failures->len - FAILURES_SHOWN;

    g_string_append_printf (sentences,
                            ngettext ("\n… and %u more", "\n… and %u more", n_more),
                            n_more);
  }
  head = g_strdup_printf (ngettext ("%u Article Could Not Be Imported",
                                    "%u Articles Could Not Be Imported",
                                    failures->len),
                          failures->len);
  entente_window_show_error (window, head, sentences->str);
}

void
entente_intake_show_error (EntenteWindow *window, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    entente_window_show_error (window, _ ("The Article Could Not Be Imported"), error->message);
}

/* ---- files ---- */

static void
files_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteWindowJob) job = data;
  EntenteWindow *window = job->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteArticlesRead) read =
    entente_study_read_articles_finish (ENTENTE_STUDY (source), result, &error);
  gboolean shown = window->study == ENTENTE_STUDY (source);

  if (read && shown && read->drafts->len > 0)
    entente_article_import_present (GTK_WIDGET (window), window->session, read->drafts);
  if (read && shown && read->failures->len > 0)
    show_failures (window, read->failures);
  if (error)
    entente_intake_show_error (window, error);
  entente_window_end_job (job);
}

void
entente_intake_forget_waiting (EntenteWindow *window)
{
  g_queue_clear_full (&window->waiting, g_object_unref);
}

static GListStore *
take_waiting (EntenteWindow *window)
{
  GListStore *files = g_list_store_new (G_TYPE_FILE);

  while (window->waiting.length > 0) {
    g_autoptr (GFile) file = g_queue_pop_head (&window->waiting);

    g_list_store_append (files, file);
  }
  return files;
}

void
entente_intake_read_waiting (EntenteWindow *window)
{
  g_autoptr (GListStore) files = NULL;
  EntenteWindowJob *job;

  if (window->waiting.length == 0 || !window->study || window->job)
    return;
  files = take_waiting (window);
  entente_reference_files_take (window, files);
  if (g_list_model_get_n_items (G_LIST_MODEL (files)) == 0)
    return;
  job = entente_window_begin_job (window);
  entente_study_read_articles_async (window->study,
                                     G_LIST_MODEL (files),
                                     job->cancellable,
                                     files_read_cb,
                                     job);
}

/* ---- text ---- */

typedef struct {
  GBytes *bytes;
  char *name;
  EntenteArticleFormat format;
} Text;

static void
text_free (Text *text)
{
  g_bytes_unref (text->bytes);
  g_free (text->name);
  g_free (text);
}

static void
read_text_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Text *text = data;
  GError *error = NULL;
  gsize length;
  const char *bytes = g_bytes_get_data (text->bytes, &length);
  EntenteArticleDraft *draft =
    entente_article_read_bytes (bytes, length, text->name, text->format, cancellable, &error);

  if (draft)
    g_task_return_pointer (task, draft, (GDestroyNotify) entente_article_draft_free);
  else
    g_task_return_error (task, error);
}

/* The thread may be the last to let go of the task; window and session end in the main thread. */
typedef struct {
  EntenteWindow *window;
  EntenteSession *session; /* of the window when the text was pasted */
} Asker;

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Asker *asker = data;
  g_autoptr (EntenteWindow) window = asker->window;
  g_autoptr (EntenteSession) session = asker->session;
  g_autoptr (GError) error = NULL;
  EntenteArticleDraft *draft = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GPtrArray) drafts =
    g_ptr_array_new_with_free_func ((GDestroyNotify) entente_article_draft_free);

  if (draft)
    g_ptr_array_add (drafts, draft);
  /* It was pasted into that study, and into no other. */
  if (!session || window->session != session)
    return;
  if (draft)
    entente_article_import_present (GTK_WIDGET (window), window->session, drafts);
  else
    entente_intake_show_error (window, error);
}

void
entente_intake_take_text (EntenteWindow *window,
                          GBytes *bytes,
                          const char *mime_type,
                          const char *name)
{
  Asker *asker = g_new (Asker, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, text_read_cb, asker);
  gboolean is_page = g_str_has_prefix (mime_type, "text/html");
  Text *text = g_new (Text, 1);

  *asker =
    (Asker){ g_object_ref (window), window->session ? g_object_ref (window->session) : NULL };
  *text = (Text){ g_bytes_ref (bytes),
                  g_strdup (name),
                  is_page ? ENTENTE_ARTICLE_HTML : ENTENTE_ARTICLE_TEXT };
  g_task_set_task_data (task, text, (GDestroyNotify) text_free);
  g_task_run_in_thread (task, read_text_in_thread);
}
