/* The reading behind the list, for words that a person chose: at once where it is there, else when
 * it has come. */

#include "config.h"

#include "entente-error.h"
#include "entente-suggestion-private.h"

#include <glib/gi18n-lib.h>

typedef struct {
  EntenteId article, revision;
  gulong changed; /* handler of the list, or 0 */
} Wanted;

static EntenteProposals *
dup_if_read (EntenteProposals *proposals, EntenteId revision)
{
  return proposals != NULL && entente_proposals_get_revision (proposals) == revision
           ? entente_proposals_ref (proposals)
           : NULL;
}

EntenteProposals *
entente_suggestion_list_dup_proposals (EntenteSuggestionList *self, EntenteId revision)
{
  return self->reading == NULL && !self->is_old ? dup_if_read (self->proposals, revision) : NULL;
}

static void
end_wait (GTask *task, EntenteProposals *proposals)
{
  const Wanted *wanted = g_task_get_task_data (task);
  EntenteProposals *own = dup_if_read (proposals, wanted->revision);

  if (own != NULL)
    g_task_return_pointer (task, own, (GDestroyNotify) entente_proposals_unref);
  else
    g_task_return_new_error (task,
                             ENTENTE_ERROR,
                             ENTENTE_ERROR_NOT_FOUND,
                             _ ("The words are not in the newest text of their article."));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autoptr (EntenteProposals) proposals =
    entente_study_read_proposals_finish (ENTENTE_STUDY (source), result, &error);

  if (proposals == NULL)
    g_task_return_error (task, error);
  else
    end_wait (task, proposals);
}

/* Takes @task. The article is not the one in view, or another came into it meanwhile. */
static void
read_alone (EntenteSuggestionList *self, GTask *task)
{
  const Wanted *wanted = g_task_get_task_data (task);

  if (self->session == NULL) {
    end_wait (task, NULL);
    g_object_unref (task);
    return;
  }
  entente_study_read_proposals_async (entente_session_get_study (self->session),
                                      wanted->article,
                                      NULL,
                                      g_task_get_cancellable (task),
                                      read_cb,
                                      task);
}

static void
changed_cb (EntenteSuggestionList *self, GTask *task)
{
  Wanted *wanted = g_task_get_task_data (task);
  gulong changed = wanted->changed;

  if (self->reading != NULL || self->is_old)
    return;
  wanted->changed = 0;
  g_object_ref (task);
  g_signal_handler_disconnect (self, changed);
  if (self->session != NULL && entente_session_get_article (self->session) == wanted->article &&
      self->proposals != NULL) {
    end_wait (task, self->proposals);
    g_object_unref (task);
  } else {
    read_alone (self, task);
  }
}

void
entente_suggestion_list_wait_async (EntenteSuggestionList *self,
                                    EntenteId article,
                                    EntenteId revision,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Wanted *wanted = g_new (Wanted, 1);

  *wanted = (Wanted){ article, revision, 0 };
  g_task_set_task_data (task, wanted, g_free);
  if (self->session == NULL || entente_session_get_article (self->session) != article ||
      (self->reading == NULL && self->proposals == NULL)) {
    read_alone (self, g_steal_pointer (&task));
    return;
  }
  if (self->reading == NULL && !self->is_old) {
    end_wait (task, self->proposals);
    return;
  }
  wanted->changed = g_signal_connect_data (self,
                                           "changed",
                                           G_CALLBACK (changed_cb),
                                           g_object_ref (task),
                                           (GClosureNotify) (void (*) (void)) g_object_unref,
                                           0);
}

EntenteProposals *
entente_suggestion_list_wait_finish (EntenteSuggestionList *self,
                                     GAsyncResult *result,
                                     GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
