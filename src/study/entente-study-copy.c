/* Saving a copy of the study: a long job in the queue of edits, told in "busy-label". */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "entente-study-private.h"

static gpointer
copy_store (EntenteStore *store, gpointer path, GCancellable *cancellable, GError **error)
{
  return entente_store_copy (store, path, TRUE, cancellable, error) ? store : NULL;
}

void
entente_study_copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  entente_study_set_busy (g_task_get_source_object (task), NULL, -1);
  if (entente_store_run_finish (ENTENTE_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
entente_study_save_copy_async (EntenteStudy *study,
                               const char *path,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task = g_task_new (study, cancellable, callback, user_data);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *label = g_strdup_printf (_ ("Saving “%s”"), name);

  /* A copy that is there is there, however late someone cancels. */
  g_task_set_check_cancellable (task, FALSE);
  entente_study_set_busy (study, label, -1);
  entente_store_run_edit_async (entente_study_get_store (study),
                                copy_store,
                                g_strdup (path),
                                g_free,
                                NULL,
                                cancellable,
                                entente_study_copied_cb,
                                task);
}

gboolean
entente_study_save_copy_finish (EntenteStudy *study, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
