/* Small readings on the worker whose result goes to whoever asked, from the study. */

#include "config.h"

#include "entente-study-private.h"

/* What the worker found goes on to the task of the study. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GDestroyNotify free_result = g_task_get_task_data (task);
  GError *error = NULL;
  gpointer found = entente_store_run_finish (ENTENTE_STORE (source), result, &error);

  if (found)
    g_task_return_pointer (task, found, free_result);
  else
    g_task_return_error (task, error);
}

void
entente_study_run_read_async (EntenteStudy *self,
                              EntenteStoreFunc func,
                              gpointer data,
                              GDestroyNotify data_free,
                              GDestroyNotify result_free,
                              GTask *task)
{
  g_task_set_task_data (task, result_free, NULL);
  entente_store_run_async (entente_study_get_store (self),
                           func,
                           data,
                           data_free,
                           result_free,
                           g_task_get_cancellable (task),
                           read_cb,
                           task);
}

void
entente_study_run_read_two_async (EntenteStudy *self,
                                  EntenteStoreFunc func,
                                  EntenteId one,
                                  EntenteId other,
                                  GDestroyNotify result_free,
                                  GTask *task)
{
  const EntenteId ids[] = { one, other };

  entente_study_run_read_async (self, func, g_memdup2 (ids, sizeof ids), g_free, result_free, task);
}

/* ---- events ---- */

static void
unref_event (gpointer event)
{
  if (event)
    entente_record_unref (event);
}

/* On the worker, which has @data to itself meanwhile. */
static gpointer
read_events (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const GArray *ids = data;
  GHashTable *events = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, unref_event);

  for (guint i = 0; i < ids->len; i++) {
    g_autoptr (GError) failure = NULL;
    EntenteId id = g_array_index (ids, EntenteId, i);
    gpointer event = entente_store_get (store, ENTENTE_ENTITY_EVENT, id, &failure);

    if (event || g_error_matches (failure, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND))
      g_hash_table_insert (events, g_memdup2 (&id, sizeof id), event);
  }
  return events;
}

void
entente_study_read_events_async (EntenteStudy *self,
                                 const EntenteId *events,
                                 guint n,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (EntenteId), n);

  g_array_append_vals (ids, events, n);
  entente_study_run_read_async (self,
                                read_events,
                                ids,
                                (GDestroyNotify) g_array_unref,
                                (GDestroyNotify) g_hash_table_unref,
                                g_task_new (self, cancellable, callback, user_data));
}

GHashTable *
entente_study_read_events_finish (EntenteStudy *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- history ---- */

static gpointer
read_history (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return entente_store_get_history (store, error);
}

void
entente_study_read_history_async (EntenteStudy *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  entente_study_run_read_async (self,
                                read_history,
                                NULL,
                                NULL,
                                (GDestroyNotify) g_ptr_array_unref,
                                g_task_new (self, cancellable, callback, user_data));
}

GPtrArray *
entente_study_read_history_finish (EntenteStudy *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
entente_study_set_coder (EntenteStudy *self, const char *coder)
{
  entente_store_set_coder (entente_study_get_store (self), coder);
}
