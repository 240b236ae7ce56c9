/* Sorting as a job: titles from the store where they are what is sorted by, then numbers alone.
 * Main thread but for run_sorting(). */
#include "config.h"

#include "entente-filter.h"
#include "entente-row-order.h"

typedef struct {
  EntenteStudy *study;
  EntenteChronicle *chronicle;
  EntenteSortKey key;
  gboolean descending;
  gboolean cancelled; /* atomic */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->study);
  entente_chronicle_unref (job->chronicle);
  g_free (job);
}

static void
clear_order (gpointer data)
{
  EntenteRowOrder *order = data;

  entente_chronicle_unref (order->chronicle);
  g_free (order->rows);
}

EntenteRowOrder *
entente_row_order_ref (EntenteRowOrder *order)
{
  return g_atomic_rc_box_acquire (order);
}

void
entente_row_order_unref (EntenteRowOrder *order)
{
  g_atomic_rc_box_release_full (order, clear_order);
}

gboolean
entente_row_order_is (const EntenteRowOrder *order,
                      const EntenteChronicle *chronicle,
                      EntenteSortKey key,
                      gboolean descending)
{
  return order && order->chronicle == chronicle && order->key == key &&
         order->descending == descending;
}

guint32 *
entente_row_order_take (const EntenteRowOrder *order, const EntenteBitset *set, guint n)
{
  guint n_rows = entente_chronicle_get_n_rows (order->chronicle), taken = 0;
  guint32 *rows = g_new (guint32, n + 1);

  for (guint i = 0; i < n_rows && taken < n; i++)
    if (entente_bitset_contains (set, order->rows[i]))
      rows[taken++] = order->rows[i];
  return rows;
}

/* ---- making one ---- */

/* By row; NULL on error. */
static char **
read_titles (Job *job, GError **error)
{
  guint n = entente_chronicle_get_n_rows (job->chronicle);
  g_autofree EntenteId *ids = g_new (EntenteId, n + 1);

  for (guint row = 0; row < n; row++)
    ids[row] = entente_chronicle_get_id (job->chronicle, row);
  return entente_study_read_titles (job->study, ids, n, error);
}

static void
free_titles (char **titles, guint n)
{
  for (guint row = 0; titles && row < n; row++)
    g_free (titles[row]);
  g_free (titles);
}

static EntenteRowOrder *
create_order (Job *job, char **titles)
{
  guint32 *rows = entente_chronicle_sort_rows (job->chronicle,
                                               job->key,
                                               job->descending,
                                               titles,
                                               &job->cancelled);
  EntenteRowOrder *order = rows ? g_atomic_rc_box_new0 (EntenteRowOrder) : NULL;

  if (!order)
    return NULL;
  order->chronicle = entente_chronicle_ref (job->chronicle);
  order->key = job->key;
  order->descending = job->descending;
  order->rows = rows;
  return order;
}

static void
cancelled_cb (GCancellable *cancellable, gboolean *cancelled)
{
  g_atomic_int_set (cancelled, TRUE);
}

/* The job may go with the task before the cancellable is used the next time. */
static EntenteRowOrder *
sort (Job *job, GCancellable *cancellable, GError **error)
{
  gulong handler =
    g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), &job->cancelled, NULL);
  char **titles = job->key == ENTENTE_SORT_TITLE ? read_titles (job, error) : NULL;
  EntenteRowOrder *order =
    titles || job->key != ENTENTE_SORT_TITLE ? create_order (job, titles) : NULL;

  g_cancellable_disconnect (cancellable, handler);
  free_titles (titles, entente_chronicle_get_n_rows (job->chronicle));
  return order;
}

static void
run_sorting (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  EntenteRowOrder *order = sort (data, cancellable, &error);

  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, order, (GDestroyNotify) entente_row_order_unref);
}

static Job *
create_job (EntenteStudy *study, EntenteSortKey key, gboolean descending)
{
  Job *job = g_new0 (Job, 1);

  job->study = g_object_ref (study);
  job->chronicle = entente_chronicle_ref (entente_study_get_chronicle (study));
  job->key = key;
  job->descending = descending;
  return job;
}

/* Titles are words of the file, which the main thread never waits for. */
EntenteRowOrder *
entente_row_order_new_quick (EntenteStudy *study, EntenteSortKey key, gboolean descending)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (study);
  EntenteRowOrder *order;
  Job *job;

  if (key == ENTENTE_SORT_TITLE ||
      entente_chronicle_get_n_rows (chronicle) > ENTENTE_FILTER_IMMEDIATE_ROWS)
    return NULL;
  job = create_job (study, key, descending);
  order = create_order (job, NULL);
  job_free (job);
  return order;
}

void
entente_row_order_new_async (EntenteStudy *study,
                             EntenteSortKey key,
                             gboolean descending,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_task_data (task, create_job (study, key, descending), job_free);
  g_task_run_in_thread (task, run_sorting);
}

/* The thread may be the last to let go of the task, and a study ends in the main thread. */
EntenteRowOrder *
entente_row_order_new_finish (GAsyncResult *result, GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  g_clear_object (&job->study);
  return g_task_propagate_pointer (G_TASK (result), error);
}
