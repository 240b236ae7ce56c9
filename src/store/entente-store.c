/* EntenteStore: opening and closing a study, and the way of every call to its worker.
 *
 * The functions of the face (entente-store.h) pack their arguments, hop to the worker and come
 * back; reading is in entente-store-read.c, writing in entente-store-write.c, care in
 * entente-store-care.c.
 */
#include "config.h"

#include "entente-store-private.h"

#include "entente-file-place.h"
#include "entente-new-file.h"
#include "entente-schema.h"
#include "entente-search.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

G_DEFINE_FINAL_TYPE (EntenteStore, entente_store, G_TYPE_OBJECT)

/* ---- calls ---- */

static gboolean
refuse_closed (EntenteStore *store, GError **error)
{
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_FAILED,
               _ ("The study “%s” is closed; open it again."),
               store->path);
  return FALSE;
}

static gboolean
refuse_during_import (EntenteStore *store, GError **error)
{
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_BUSY,
               _ ("An import into “%s” is under way; edit again when it has ended."),
               store->path);
  return FALSE;
}

gboolean
entente_store_is_closing (EntenteStore *store)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&store->mutex);

  return store->closing;
}

/* Queues the call; the worker, to wait for it, or NULL when the store is closed. On the worker
 * itself nothing is queued: what it has begun goes on while the store is closing. */
static EntenteWorker *
queue_call (EntenteStore *store,
            EntenteWorkerFunc func,
            gpointer data,
            gboolean edits,
            gboolean *done)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&store->mutex);

  if (store->worker == NULL)
    return NULL;
  if (!entente_worker_is_current (store->worker)) {
    if (store->closing)
      return NULL;
    entente_worker_queue (store->worker, func, data, edits, done);
  }
  return entente_worker_ref (store->worker);
}

gboolean
entente_store_call (EntenteStore *store,
                    EntenteWorkerFunc func,
                    gpointer data,
                    gboolean edits,
                    GError **error)
{
  gboolean done = FALSE;
  EntenteWorker *worker = queue_call (store, func, data, edits, &done);
  gboolean refused = FALSE;

  if (worker == NULL)
    return refuse_closed (store, error);
  if (!entente_worker_is_current (worker))
    entente_worker_wait (worker, &done);
  else if (edits && store->hidden != NULL)
    refused = TRUE;
  else
    func (data);
  entente_worker_unref (worker);
  return !refused || refuse_during_import (store, error);
}

/* ---- open and close ---- */

typedef struct {
  EntenteStore *store;
  EntenteOpenMode mode;
  GCancellable *cancellable;
  GError **error;
  gboolean done;
} OpenCall;

static gboolean
make_study (const char *temporary, GError **error)
{
  g_autoptr (EntenteDb) db = entente_db_open_plain (temporary, error);

  return db != NULL && entente_schema_create (db, error);
}

/* Makes the file whole under another name, then gives it its own. */
static gboolean
create_file (const char *path, GError **error)
{
  g_autofree char *temporary = entente_new_file_get_temporary (path);

  if (make_study (temporary, error))
    return entente_new_file_publish (temporary, path, error);
  g_unlink (temporary);
  return FALSE;
}

static gboolean
open_file (EntenteStore *store, EntenteOpenMode mode, GCancellable *cancellable, GError **error)
{
  if (mode == ENTENTE_OPEN_CREATE && !create_file (store->path, error))
    return FALSE;
  store->db = entente_db_open (store->path, mode == ENTENTE_OPEN_READ_ONLY, cancellable, error);
  if (store->db == NULL || !entente_search_attach (store->db, error))
    return FALSE;
  store->read_only = store->db->read_only;
  store->in_use_elsewhere = store->db->in_use_elsewhere;
  store->place = entente_file_place_get (store->path);
  store->journal = entente_journal_new (store->db, error);
  if (store->journal == NULL)
    return FALSE;
  entente_store_update_labels (store);
  return TRUE;
}

static void
open_job (gpointer data)
{
  OpenCall *call = data;

  call->done = open_file (call->store, call->mode, call->cancellable, call->error);
}

EntenteStore *
entente_store_open (const char *path,
                    EntenteOpenMode mode,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (EntenteStore) store = g_object_new (ENTENTE_TYPE_STORE, NULL);
  OpenCall call = { .store = store, .mode = mode, .cancellable = cancellable, .error = error };

  store->path = g_canonicalize_filename (path, NULL);
  store->worker = entente_worker_new ("entente-store");
  if (!entente_store_call (store, open_job, &call, FALSE, error) || !call.done)
    return NULL;
  return g_steal_pointer (&store);
}

typedef struct {
  char *path;
  EntenteOpenMode mode;
} OpenData;

static void
free_open_data (OpenData *data)
{
  g_free (data->path);
  g_free (data);
}

static void
open_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  OpenData *open_data = data;
  GError *error = NULL;
  EntenteStore *store = entente_store_open (open_data->path, open_data->mode, cancellable, &error);

  if (store != NULL)
    g_task_return_pointer (task, store, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
entente_store_open_async (const char *path,
                          EntenteOpenMode mode,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  OpenData *data = g_new0 (OpenData, 1);

  data->path = g_strdup (path);
  data->mode = mode;
  g_task_set_source_tag (task, entente_store_open_async);
  g_task_set_task_data (task, data, (GDestroyNotify) free_open_data);
  g_task_run_in_thread (task, open_thread);
}

EntenteStore *
entente_store_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
close_job (gpointer data)
{
  EntenteStore *store = data;

  g_clear_pointer (&store->journal, entente_journal_free);
  g_clear_pointer (&store->db, entente_db_close);
}

void
entente_store_close (EntenteStore *store)
{
  EntenteWorker *worker;

  g_return_if_fail (ENTENTE_IS_STORE (store));
  g_mutex_lock (&store->mutex);
  worker = store->closing ? NULL : store->worker;
  store->closing = TRUE;
  g_mutex_unlock (&store->mutex);
  if (worker == NULL)
    return;
  /* Jobs that the worker has begun still ask the store for it. */
  entente_worker_run (worker, close_job, store, TRUE);
  g_mutex_lock (&store->mutex);
  store->worker = NULL;
  g_mutex_unlock (&store->mutex);
  entente_worker_finish (worker);
}

const char *
entente_store_get_path (EntenteStore *store)
{
  return store->path;
}

gboolean
entente_store_is_read_only (EntenteStore *store)
{
  return store->read_only;
}

/* ---- jobs ---- */

typedef struct {
  EntenteStoreFunc func;
  gpointer data;
  GDestroyNotify data_free;
  GDestroyNotify result_free;
} Job;

static void
free_job (Job *job)
{
  if (job->data_free != NULL)
    job->data_free (job->data);
  g_free (job);
}

static void
run_job (gpointer data)
{
  g_autoptr (GTask) task = data;
  EntenteStore *store = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  gpointer result;

  if (g_task_return_error_if_cancelled (task))
    return;
  result = job->func (store, job->data, g_task_get_cancellable (task), &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, job->result_free);
}

static void
push_job (EntenteStore *store, GTask *task, gboolean edits)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&store->mutex);
  GError *error = NULL;

  if (store->worker != NULL && !store->closing) {
    entente_worker_push (store->worker, run_job, g_object_ref (task), edits);
    return;
  }
  refuse_closed (store, &error);
  g_task_return_error (task, error);
}

static void
run_async (EntenteStore *store,
           EntenteStoreFunc func,
           gpointer data,
           GDestroyNotify data_free,
           GDestroyNotify result_free,
           gboolean edits,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  Job *job = g_new (Job, 1);

  *job = (Job){ .func = func, .data = data, .data_free = data_free, .result_free = result_free };
  g_task_set_source_tag (task, entente_store_run_async);
  g_task_set_task_data (task, job, (GDestroyNotify) free_job);
  push_job (store, task, edits);
}

void
entente_store_run_async (EntenteStore *store,
                         EntenteStoreFunc func,
                         gpointer data,
                         GDestroyNotify data_free,
                         GDestroyNotify result_free,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  run_async (store, func, data, data_free, result_free, FALSE, cancellable, callback, user_data);
}

void
entente_store_run_edit_async (EntenteStore *store,
                              EntenteStoreFunc func,
                              gpointer data,
                              GDestroyNotify data_free,
                              GDestroyNotify result_free,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  run_async (store, func, data, data_free, result_free, TRUE, cancellable, callback, user_data);
}

gpointer
entente_store_run_finish (EntenteStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- what is told without a hop ---- */

void
entente_store_update_labels (EntenteStore *store)
{
  gint64 undo = entente_journal_get_undo (store->journal);
  gint64 redo = entente_journal_get_redo (store->journal);
  g_autofree char *undo_label = NULL;
  g_autofree char *redo_label = NULL;
  g_autoptr (GMutexLocker) locker = NULL;

  if (undo != 0)
    undo_label = entente_journal_get_label (store->journal, undo, NULL);
  if (redo != 0)
    redo_label = entente_journal_get_label (store->journal, redo, NULL);
  locker = g_mutex_locker_new (&store->mutex);
  g_free (store->undo_label);
  g_free (store->redo_label);
  store->undo_label = g_steal_pointer (&undo_label);
  store->redo_label = g_steal_pointer (&redo_label);
  store->undo_step = undo;
  store->version = store->journal->version;
}

char *
entente_store_get_undo_label (EntenteStore *store)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&store->mutex);

  return g_strdup (store->undo_label);
}

char *
entente_store_get_redo_label (EntenteStore *store)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&store->mutex);

  return g_strdup (store->redo_label);
}

gint64
entente_store_get_undo_step (EntenteStore *store)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&store->mutex);

  return store->undo_step;
}

gint64
entente_store_get_version (EntenteStore *store)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&store->mutex);

  return store->version;
}

void
entente_store_set_coder (EntenteStore *store, const char *name)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&store->mutex);
  char *copy = g_strdup (name);

  g_free (store->coder);
  store->coder = copy;
}

/* ---- object ---- */

static void
entente_store_dispose (GObject *object)
{
  entente_store_close (ENTENTE_STORE (object));
  G_OBJECT_CLASS (entente_store_parent_class)->dispose (object);
}

static void
entente_store_finalize (GObject *object)
{
  EntenteStore *store = ENTENTE_STORE (object);

  g_free (store->path);
  g_free (store->coder);
  g_free (store->undo_label);
  g_free (store->redo_label);
  g_mutex_clear (&store->mutex);
  G_OBJECT_CLASS (entente_store_parent_class)->finalize (object);
}

static void
entente_store_class_init (EntenteStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = entente_store_dispose;
  object_class->finalize = entente_store_finalize;
}

static void
entente_store_init (EntenteStore *store)
{
  g_mutex_init (&store->mutex);
}
