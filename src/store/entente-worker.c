/* The one thread of a store, and its queue of jobs.
 *
 * Jobs run in the order in which they came, one at a time. A long job (an import) serves the
 * readers in the queue between its slices; jobs that edit stay where they are until it has ended.
 */
#include "config.h"

#include "entente-worker.h"

typedef struct {
  EntenteWorkerFunc func;
  gpointer data;
  gboolean edits;
  gboolean *done; /* of whoever waits, under the mutex; NULL when nobody does */
} Job;

struct _EntenteWorker {
  GThread *thread;
  GMutex mutex;
  GCond changed; /* a job came, a job was done, or the end */
  GQueue jobs; /* of Job, under mutex */
  gboolean finishing;
};

static Job *
pop_job (EntenteWorker *worker)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&worker->mutex);

  while (g_queue_is_empty (&worker->jobs) && !worker->finishing)
    g_cond_wait (&worker->changed, &worker->mutex);
  return g_queue_pop_head (&worker->jobs);
}

static Job *
pop_reader (EntenteWorker *worker)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&worker->mutex);

  for (GList *link = worker->jobs.head; link != NULL; link = link->next) {
    Job *job = link->data;

    if (!job->edits) {
      g_queue_delete_link (&worker->jobs, link);
      return job;
    }
  }
  return NULL;
}

static void
run_job (EntenteWorker *worker, Job *job)
{
  job->func (job->data);
  if (job->done != NULL) {
    g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&worker->mutex);

    *job->done = TRUE;
    g_cond_broadcast (&worker->changed);
  }
  g_free (job);
}

static void
clear_worker (gpointer data)
{
  EntenteWorker *worker = data;

  g_queue_clear (&worker->jobs);
  g_mutex_clear (&worker->mutex);
  g_cond_clear (&worker->changed);
}

EntenteWorker *
entente_worker_ref (EntenteWorker *worker)
{
  return g_atomic_rc_box_acquire (worker);
}

void
entente_worker_unref (EntenteWorker *worker)
{
  g_atomic_rc_box_release_full (worker, clear_worker);
}

static gpointer
work (gpointer data)
{
  EntenteWorker *worker = data;
  Job *job;

  while ((job = pop_job (worker)) != NULL)
    run_job (worker, job);
  entente_worker_unref (worker);
  return NULL;
}

EntenteWorker *
entente_worker_new (const char *name)
{
  EntenteWorker *worker = g_atomic_rc_box_new0 (EntenteWorker);

  g_mutex_init (&worker->mutex);
  g_cond_init (&worker->changed);
  g_queue_init (&worker->jobs);
  g_mutex_lock (&worker->mutex);
  worker->thread = g_thread_new (name, work, entente_worker_ref (worker));
  g_mutex_unlock (&worker->mutex);
  return worker;
}

void
entente_worker_finish (EntenteWorker *worker)
{
  GThread *thread = worker->thread;

  g_mutex_lock (&worker->mutex);
  worker->finishing = TRUE;
  g_cond_broadcast (&worker->changed);
  g_mutex_unlock (&worker->mutex);
  if (thread == g_thread_self ())
    g_thread_unref (thread);
  else
    g_thread_join (thread);
  entente_worker_unref (worker);
}

gboolean
entente_worker_is_current (EntenteWorker *worker)
{
  return worker->thread == g_thread_self ();
}

static void
queue_job (EntenteWorker *worker,
           EntenteWorkerFunc func,
           gpointer data,
           gboolean edits,
           gboolean *done)
{
  Job *job = g_new (Job, 1);

  *job = (Job){ .func = func, .data = data, .edits = edits, .done = done };
  g_queue_push_tail (&worker->jobs, job);
  g_cond_broadcast (&worker->changed);
}

void
entente_worker_queue (EntenteWorker *worker,
                      EntenteWorkerFunc func,
                      gpointer data,
                      gboolean edits,
                      gboolean *done)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&worker->mutex);

  queue_job (worker, func, data, edits, done);
}

void
entente_worker_wait (EntenteWorker *worker, gboolean *done)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&worker->mutex);

  while (!*done)
    g_cond_wait (&worker->changed, &worker->mutex);
}

void
entente_worker_run (EntenteWorker *worker, EntenteWorkerFunc func, gpointer data, gboolean edits)
{
  gboolean done = FALSE;

  if (entente_worker_is_current (worker)) {
    func (data);
    return;
  }
  entente_worker_queue (worker, func, data, edits, &done);
  entente_worker_wait (worker, &done);
}

void
entente_worker_push (EntenteWorker *worker, EntenteWorkerFunc func, gpointer data, gboolean edits)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&worker->mutex);

  queue_job (worker, func, data, edits, NULL);
}

void
entente_worker_serve (EntenteWorker *worker)
{
  Job *job;

  g_assert (entente_worker_is_current (worker));
  while ((job = pop_reader (worker)) != NULL)
    run_job (worker, job);
}
