/* EntenteWorker: the one thread of a store, and its queue of jobs. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _EntenteWorker EntenteWorker;
typedef void (*EntenteWorkerFunc) (gpointer data);

/* Starts the thread. */
EntenteWorker *entente_worker_new (const char *name);
/* Runs what is queued, then ends the thread; waits for it unless this is the thread itself. Unrefs.
 */
void entente_worker_finish (EntenteWorker *worker);

gboolean entente_worker_is_current (EntenteWorker *worker);
/* Runs the job in its turn and waits for it; at once when this is the thread itself. Jobs that
 * change the study wait for the end of an import. */
void entente_worker_run (EntenteWorker *worker,
                         EntenteWorkerFunc func,
                         gpointer data,
                         gboolean edits);
/* The two halves of it: the job is queued and sets @done, for which the thread that queued it
 * waits. Whoever waits holds a reference, for the worker may be finished meanwhile. */
void entente_worker_queue (EntenteWorker *worker,
                           EntenteWorkerFunc func,
                           gpointer data,
                           gboolean edits,
                           gboolean *done);
void entente_worker_wait (EntenteWorker *worker, gboolean *done);
EntenteWorker *entente_worker_ref (EntenteWorker *worker);
void entente_worker_unref (EntenteWorker *worker);
/* The same without waiting. */
void entente_worker_push (EntenteWorker *worker,
                          EntenteWorkerFunc func,
                          gpointer data,
                          gboolean edits);
/* Within a long job: runs what is queued and changes nothing. */
void entente_worker_serve (EntenteWorker *worker);

G_END_DECLS
