/* Steps that a person takes in a session: once written, a sentence says so, with the number that
 * undoes them.
 */
#include "config.h"

#include "entente-session.h"

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  EntenteSession *self = g_task_get_source_object (task);
  const char *done_message = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteChangeSet) changes =
    entente_study_apply_finish (ENTENTE_STUDY (source), result, &error);

  if (!changes) {
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }
  if (done_message)
    entente_session_notify_user (self, done_message, changes->step);
  g_task_return_boolean (task, TRUE);
}

static void
told_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  EntenteSession *self = ENTENTE_SESSION (source);
  g_autoptr (GError) error = NULL;

  if (!entente_session_apply_finish (self, result, &error))
    entente_session_notify_user (self, error->message, 0);
}

void
entente_session_apply (EntenteSession *self, EntenteStep *step, const char *done_message)
{
  entente_session_apply_async (self, step, done_message, told_cb, NULL);
}

void
entente_session_apply_async (EntenteSession *self,
                             EntenteStep *step,
                             const char *done_message,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_task_data (task, g_strdup (done_message), g_free);
  entente_study_apply_async (entente_session_get_study (self), step, applied_cb, task);
}

gboolean
entente_session_apply_finish (EntenteSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
