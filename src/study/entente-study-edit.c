/* The three ways to change a study: a step, undo and redo, waiting or not.
 *
 * Each is one job on the store's worker; the study adopts its news before anyone hears of it.
 */

#include "config.h"

#include "entente-study-private.h"

#include <glib/gi18n-lib.h>

/* Of the task of an edit before which a backup is made. */
#define BACKS_UP "entente-backs-up"

/* A number that no step has. */
#define NO_STEP (-1)

static EntenteStudyJob *
make_job (EntenteStudy *self, EntenteStudyAction action)
{
  return entente_study_job_new (entente_study_get_state (self), action);
}

/* What the edit changed; NULL when it was refused. */
static EntenteChangeSet *
take_news (EntenteStudy *self, EntenteStudyNews *news, GError **error)
{
  entente_study_adopt (self, news);
  if (!news->refusal)
    return entente_change_set_ref (news->changes);
  g_propagate_error (error, g_steal_pointer (&news->refusal));
  return NULL;
}

static EntenteChangeSet *
run_job (EntenteStudy *self, EntenteStudyAction action, const EntenteStep *step, GError **error)
{
  g_autoptr (EntenteStudyJob) job = make_job (self, action);
  g_autoptr (EntenteStudyNews) news = NULL;

  job->step = (EntenteStep *) step;
  news = entente_store_run_blocking (entente_study_get_store (self),
                                     entente_study_job_run,
                                     job,
                                     (GDestroyNotify) entente_study_news_free,
                                     TRUE,
                                     NULL,
                                     error);
  return news ? take_news (self, news, error) : NULL;
}

static void
job_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  EntenteStudy *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStudyNews) news =
    entente_store_run_finish (ENTENTE_STORE (source), result, &error);
  EntenteChangeSet *changes = news ? take_news (self, news, &error) : NULL;

  entente_study_add_waiting (self, -GPOINTER_TO_INT (g_task_get_task_data (task)));
  if (g_object_get_data (G_OBJECT (task), BACKS_UP))
    entente_study_set_busy (self, NULL, -1);

  if (changes)
    g_task_return_pointer (task, changes, (GDestroyNotify) entente_change_set_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Takes @job. */
static void
start_job (EntenteStudy *self,
           EntenteStudyJob *job,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  int waits = entente_study_is_importing (self) ? 1 : 0;

  job->is_noted = TRUE;
  if (job->backs_up && waits == 0) {
    g_object_set_data (G_OBJECT (task), BACKS_UP, GINT_TO_POINTER (TRUE));
    entente_study_set_busy (self, _ ("Making a backup before many records change"), -1);
  }
  g_task_set_task_data (task, GINT_TO_POINTER (waits), NULL);
  entente_study_add_waiting (self, waits);
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
  EntenteStudyJob *job = make_job (self, ENTENTE_STUDY_APPLY);

  job->step = step;
  job->owns_step = TRUE;
  job->backs_up = entente_study_has_backups (self) && entente_study_backup_is_worth (self, step);
  start_job (self, job, callback, user_data);
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

/* What an import is about to write will be the latest step when its turn comes; but it is not the
 * one that whoever undoes now was shown. */
void
entente_study_undo_async (EntenteStudy *self, GAsyncReadyCallback callback, gpointer user_data)
{
  EntenteStudyJob *job = make_job (self, ENTENTE_STUDY_UNDO);
  gint64 shown = entente_study_get_undo_step (self);

  if (entente_study_is_importing (self))
    job->number = shown != 0 ? shown : NO_STEP;
  start_job (self, job, callback, user_data);
}

void
entente_study_undo_step_async (EntenteStudy *self,
                               gint64 number,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  EntenteStudyJob *job = make_job (self, ENTENTE_STUDY_UNDO);

  job->number = number;
  start_job (self, job, callback, user_data);
}

void
entente_study_redo_async (EntenteStudy *self, GAsyncReadyCallback callback, gpointer user_data)
{
  start_job (self, make_job (self, ENTENTE_STUDY_REDO), callback, user_data);
}

EntenteChangeSet *
entente_study_history_finish (EntenteStudy *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- reading anew ---- */

static void
free_weak_ref (GWeakRef *ref)
{
  g_weak_ref_clear (ref);
  g_free (ref);
}

static void
reloaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GWeakRef *ref = data;
  g_autoptr (EntenteStudyNews) news =
    entente_store_run_finish (ENTENTE_STORE (source), result, NULL);
  g_autoptr (EntenteStudy) self = g_weak_ref_get (ref);

  if (self && news)
    entente_study_adopt (self, news);
  free_weak_ref (ref);
}

void
entente_study_reload (EntenteStudy *self)
{
  EntenteStudyJob *job = entente_study_job_new (entente_study_get_state (self), ENTENTE_STUDY_LOAD);
  GWeakRef *ref = g_new (GWeakRef, 1);

  g_weak_ref_init (ref, self);
  job->changes = entente_change_set_new_everything (NULL);
  job->is_reload = TRUE;
  entente_study_job_start (entente_study_get_store (self), job, reloaded_cb, ref);
}
