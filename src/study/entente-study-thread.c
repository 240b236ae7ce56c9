/* The thread has a task of its own, without a source; it may be the last to let go of that one. */
#include "config.h"

#include "entente-study-thread.h"

typedef struct {
  GTask *task; /* of whoever asked */
  EntenteThreadFunc func;
  gpointer data;
  GDestroyNotify data_free;
  GDestroyNotify result_free;
} Work;

static void
run (GTask *inner, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Work *work = data;
  GError *error = NULL;
  gpointer result = work->func (work->data, cancellable, &error);

  if (error)
    g_task_return_error (inner, error);
  else
    g_task_return_pointer (inner, result, work->result_free);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Work *work = data;
  g_autoptr (GTask) task = work->task;
  GError *error = NULL;
  gpointer found = g_task_propagate_pointer (G_TASK (result), &error);

  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, found, work->result_free);
  if (work->data_free)
    work->data_free (work->data);
}

void
entente_study_run_in_thread (GTask *task,
                             EntenteThreadFunc func,
                             gpointer data,
                             GDestroyNotify data_free,
                             GDestroyNotify result_free)
{
  Work *work = g_new (Work, 1);
  g_autoptr (GTask) inner = g_task_new (NULL, g_task_get_cancellable (task), done_cb, work);

  *work = (Work){ task, func, data, data_free, result_free };
  g_task_set_task_data (inner, work, NULL);
  g_task_run_in_thread (inner, run);
}
