/* The job of a window. Main thread. */
#include "config.h"

#include "entente-intake.h"
#include "entente-window-job.h"
#include "entente-window-private.h"

EntenteWindowJob *
entente_window_begin_job (EntenteWindow *window)
{
  EntenteWindowJob *job = g_new (EntenteWindowJob, 1);

  *job = (EntenteWindowJob){ g_object_ref (window), g_cancellable_new () };
  g_set_object (&window->job, job->cancellable);
  entente_window_update_actions (window);
  return job;
}

void
entente_window_end_job (const EntenteWindowJob *job)
{
  EntenteWindow *window = job->window;

  if (window->job != job->cancellable)
    return;
  g_clear_object (&window->job);
  entente_window_update_actions (window);
  entente_intake_read_waiting (window);
}

void
entente_window_job_free (EntenteWindowJob *job)
{
  g_object_unref (job->window);
  g_object_unref (job->cancellable);
  g_free (job);
}
