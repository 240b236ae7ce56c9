/* Many proposals at once: what is made of them is made in a thread, and told in "busy-fraction";
 * nothing is entered before all of it is made, so it may be given up at any time.
 */

#include "config.h"

#include "entente-proposals-private.h"
#include "entente-study-private.h"
#include "entente-study-thread.h"

#include <glib/gi18n-lib.h>

#define TELL_MS 50
#define RUNNING "entente-proposals-accepting"

typedef struct {
  EntenteProposals *proposals;
  guint *indexes;
  guint n;
  EntenteWatch watch;
  char *label;
  guint source; /* that tells how far it is */
} Accepting;

static void
free_accepting (Accepting *accepting)
{
  entente_proposals_unref (accepting->proposals);
  g_free (accepting->indexes);
  g_object_unref (accepting->watch.cancellable);
  g_free (accepting->label);
  g_free (accepting);
}

static gpointer
make (gpointer data, GCancellable *cancellable, GError **error)
{
  Accepting *accepting = data;
  EntenteStep *step = entente_proposals_accept_watched (accepting->proposals,
                                                        accepting->indexes,
                                                        accepting->n,
                                                        FALSE,
                                                        NULL,
                                                        &accepting->watch);

  if (step == NULL)
    g_cancellable_set_error_if_cancelled (cancellable, error);
  return step;
}

static gboolean
tell_cb (gpointer data)
{
  GTask *task = data;
  Accepting *accepting = g_task_get_task_data (task);
  double done = g_atomic_int_get (&accepting->watch.n_done);

  /* An import tells how far it is, and has its own Cancel; it goes on longer. */
  if (entente_study_is_importing (g_task_get_source_object (task)))
    return G_SOURCE_CONTINUE;
  entente_study_set_busy (g_task_get_source_object (task),
                          accepting->label,
                          done / MAX (accepting->n, 1));
  return G_SOURCE_CONTINUE;
}

void
entente_proposals_accept_async (EntenteProposals *proposals,
                                EntenteStudy *study,
                                const guint *indexes,
                                guint n,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GTask *task = g_task_new (study, cancellable, callback, user_data);
  Accepting *accepting = g_new0 (Accepting, 1);

  accepting->proposals = entente_proposals_ref (proposals);
  accepting->indexes = g_memdup2 (indexes, n * sizeof *indexes);
  accepting->n = n;
  accepting->watch.cancellable = g_object_ref (cancellable);
  accepting->label =
    g_strdup_printf (ngettext ("Accepting %u suggestion", "Accepting %u suggestions", n), n);
  g_task_set_task_data (task, accepting, (GDestroyNotify) free_accepting);
  g_object_set_data_full (G_OBJECT (study), RUNNING, g_object_ref (cancellable), g_object_unref);
  tell_cb (task);
  accepting->source = g_timeout_add (TELL_MS, tell_cb, task);
  entente_study_run_in_thread (task, make, accepting, NULL, (GDestroyNotify) entente_step_free);
}

EntenteStep *
entente_proposals_accept_finish (EntenteStudy *study, GAsyncResult *result, GError **error)
{
  Accepting *accepting = g_task_get_task_data (G_TASK (result));

  g_clear_handle_id (&accepting->source, g_source_remove);
  if (g_object_get_data (G_OBJECT (study), RUNNING) == accepting->watch.cancellable) {
    g_object_set_data (G_OBJECT (study), RUNNING, NULL);
    if (!entente_study_is_importing (study))
      entente_study_set_busy (study, NULL, -1);
  }
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
entente_proposals_accept_cancel (EntenteStudy *study)
{
  g_cancellable_cancel (g_object_get_data (G_OBJECT (study), RUNNING));
}
