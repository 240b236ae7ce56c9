/* The inside of an EntenteStore, for the files that make its face. */
#pragma once

#include "entente-db.h"
#include "entente-hidden.h"
#include "entente-journal.h"
#include "entente-worker.h"

G_BEGIN_DECLS

struct _EntenteStore {
  GObject parent_instance;

  char *path;
  gboolean read_only;
  gboolean in_use_elsewhere;
  EntenteFilePlace place;

  /* Of the worker thread. */
  EntenteDb *db;
  EntenteJournal *journal;
  EntenteHidden *hidden; /* rows of the import under way; NULL when there is none */

  /* Of all threads, under the mutex. */
  GMutex mutex;
  EntenteWorker *worker; /* NULL when the store is closed */
  gboolean closing; /* nothing more is queued, and an import under way ends */
  char *coder;
  char *undo_label;
  char *redo_label;
  gint64 undo_step; /* 0 for none */
  gint64 version;
};

/* Runs @func on the worker and waits. FALSE with an error when the store is closed, or when an
 * import is under way and @edits would have to wait for itself. */
gboolean entente_store_call (EntenteStore *store,
                             EntenteWorkerFunc func,
                             gpointer data,
                             gboolean edits,
                             GError **error);
/* Should a long job end now? */
gboolean entente_store_is_closing (EntenteStore *store);
/* After the journal has changed: what get_undo_label() and the like tell. Worker. */
void entente_store_update_labels (EntenteStore *store);
G_END_DECLS
