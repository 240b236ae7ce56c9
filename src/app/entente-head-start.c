/* A head start: the study named on the command line is read while GTK starts and the first window
 * is made.
 *
 * The worker of a store and the main thread have nothing to do with one another until the study is
 * there, so the time of the one hides behind that of the other. Main thread; owned by nobody until
 * a window takes it. */
#include "config.h"

#include "entente-head-start.h"

#include "entente-same-file.h"

typedef struct {
  char *path;
  GCancellable *cancellable;
  GTask *taker; /* of the window; NULL until one comes */
  EntenteStudy *study;
  GError *error;
  gboolean is_done;
  gboolean is_dropped;
} HeadStart;

static HeadStart *waiting; /* for a window; or NULL */

static void
free_head_start (HeadStart *start)
{
  g_free (start->path);
  g_object_unref (start->cancellable);
  g_clear_object (&start->taker);
  g_clear_object (&start->study);
  g_clear_error (&start->error);
  g_free (start);
}

/* To the window, when both are there. */
static void
hand_over (HeadStart *start)
{
  if (!start->is_done || (start->taker == NULL && !start->is_dropped))
    return;
  if (start->taker != NULL && start->study != NULL)
    g_task_return_pointer (start->taker, g_steal_pointer (&start->study), g_object_unref);
  else if (start->taker != NULL)
    g_task_return_error (start->taker, g_steal_pointer (&start->error));
  free_head_start (start);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  HeadStart *start = data;

  start->study = entente_study_open_finish (result, &start->error);
  start->is_done = TRUE;
  hand_over (start);
}

void
entente_head_start_begin (const char *path)
{
  HeadStart *start = g_new0 (HeadStart, 1);

  entente_head_start_drop ();
  start->path = g_strdup (path);
  start->cancellable = g_cancellable_new ();
  waiting = start;
  entente_study_open_async (path, ENTENTE_OPEN_EXISTING, start->cancellable, opened_cb, start);
}

void
entente_head_start_drop (void)
{
  HeadStart *start = g_steal_pointer (&waiting);

  if (start == NULL)
    return;
  start->is_dropped = TRUE;
  g_cancellable_cancel (start->cancellable);
  hand_over (start);
}

static void
cancelled_cb (GCancellable *cancellable, GCancellable *inner)
{
  g_cancellable_cancel (inner);
}

void
entente_head_start_open_async (const char *path,
                               EntenteOpenMode mode,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  HeadStart *start;

  if (waiting == NULL || mode != ENTENTE_OPEN_EXISTING ||
      !entente_same_file (waiting->path, path)) {
    entente_study_open_async (path, mode, cancellable, callback, user_data);
    return;
  }
  start = g_steal_pointer (&waiting);
  start->taker = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (start->taker, entente_head_start_open_async);
  if (cancellable != NULL)
    g_signal_connect_object (cancellable,
                             "cancelled",
                             G_CALLBACK (cancelled_cb),
                             start->cancellable,
                             0);
  hand_over (start);
}

EntenteStudy *
entente_head_start_open_finish (GAsyncResult *result, GError **error)
{
  return entente_study_open_finish (result, error);
}
