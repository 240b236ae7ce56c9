/* The three ways to change a study: a step, undo and redo, waiting or not.
 *
 * Each is one job on the store's worker; the study adopts its news before anyone hears of it.
 */

#include "config.h"

#include "entente-study-private.h"

static EntenteChangeSet *
run_job (EntenteStudy *self, EntenteStudyAction action, const EntenteStep *step, GError **error)
{
  g_autoptr (EntenteStudyJob) job = entente_study_job_new (entente_study_get_state (self), action);
  g_autoptr (EntenteStudyNews) news = NULL;

  job->step = (EntenteStep *) step;
  news = entente_store_run_blocking (entente_study_get_store (self),
                                     entente_study_job_run,
                                     job,
                                     TRUE,
                                     NULL,
                                     error);
  if (!news)
    return NULL;
  entente_study_adopt (self, news);
  return entente_change_set_ref (news->changes);
}

static void
job_done_cb (GObject *source, GAsyncResult *result, gpointer data)
                                     (GDestroyNotify) entente_study_news_free,
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStudyNews) news =
    entente_store_run_finish (ENTENTE_STORE (source), result, &error);

  if (!news) {
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }
  entente_study_adopt (g_task_get_source_object (task), news);
  g_task_return_pointer (task,
                         entente_change_set_ref (news->changes),
                         (GDestroyNotify) entente_change_set_unref);
}

static void
start_job (EntenteStudy *self,
           EntenteStudyAction action,
           EntenteStep *step,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  EntenteStudyJob *job = entente_study_job_new (entente_study_get_state (self), action);

  job->step = step;
  job->owns_step = TRUE;
  entente_study_job_start (entente_study_get_store (self), job, job_done_cb, task);
}

EntenteChangeSet *
entente_study_apply (EntenteStudy *self, const EntenteStep *step, GError **error)
{
  return run_job (self, ENTENTE_STUDY_APPLY, step, error);
}

void
entente_study_apply_async (EntenteStudy *self,
                           EntenteStep *step,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  start_job (self, ENTENTE_STUDY_APPLY, step, callback, user_data);
}

EntenteChangeSet *
entente_study_apply_finish (EntenteStudy *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

EntenteChangeSet *
entente_study_undo (EntenteStudy *self, GError **error)
{
  return run_job (self, ENTENTE_STUDY_UNDO, NULL, error);
}

EntenteChangeSet *
entente_study_redo (EntenteStudy *self, GError **error)
{
  return run_job (self, ENTENTE_STUDY_REDO, NULL, error);
}

void
entente_study_undo_async (EntenteStudy *self, GAsyncReadyCallback callback, gpointer user_data)
{
  start_job (self, ENTENTE_STUDY_UNDO, NULL, callback, user_data);
}

void
entente_study_redo_async (EntenteStudy *self, GAsyncReadyCallback callback, gpointer user_data)
{
  start_job (self, ENTENTE_STUDY_REDO, NULL, callback, user_data);
}

EntenteChangeSet *
entente_study_history_finish (EntenteStudy *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
