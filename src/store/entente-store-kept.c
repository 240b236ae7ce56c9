/* EntenteStore: what is kept of all rows. The state of the file that it belongs to, and what it
 * lacks. Worker. */
#include "config.h"

#include "entente-store-private.h"

#include "entente-kept.h"
#include "entente-rows.h"

/* Within a transaction that has read: so nobody writes, and what a program left half done was taken
 * back. */
static char *
describe_state (EntenteDb *db)
{
  struct stat file;
  gint64 counter;

  if (!db->whole || !entente_db_has_locks (db) || stat (db->path, &file) != 0 ||
      file.st_dev != db->identity.st_dev || file.st_ino != db->identity.st_ino ||
      !entente_db_get_change_counter (db, &counter, NULL))
    return NULL;
  return entente_kept_describe (&file, counter);
}

/* ---- the state ---- */

typedef struct {
  EntenteStore *store;
  char *state;
} StateCall;

static void
get_state_job (gpointer data)
{
  StateCall *call = data;
  EntenteDb *db = call->store->db;
  gint64 version;

  if (call->store->hidden != NULL || !sqlite3_get_autocommit (db->handle) ||
      !entente_db_exec (db, "BEGIN", NULL))
    return;
  if (entente_db_query_int (db, "SELECT count (*) FROM sqlite_schema", &version, NULL) &&
      entente_db_check_unchanged (db, NULL))
    call->state = describe_state (db);
  sqlite3_exec (db->handle, "COMMIT", NULL, NULL, NULL);
}

char *
entente_store_get_state (EntenteStore *store)
{
  StateCall call = { .store = store };

  entente_store_call (store, get_state_job, &call, FALSE, NULL);
  return call.state;
}

/* ---- reading ---- */

typedef struct {
  EntenteStore *store;
  const EntenteRowSink *sink;
  gpointer sink_data;
  EntenteKeptFunc func;
  gpointer func_data;
  GCancellable *cancellable;
  gboolean done;
} KeptCall;

/* Within a transaction. */
static gboolean
read_kept (KeptCall *call, EntenteDb *db)
{
  g_autofree char *state = NULL;
  g_autoptr (EntenteKept) kept = NULL;
  gint64 n;

  if (!entente_db_query_int (db, "SELECT count (*) FROM sqlite_schema", &n, NULL))
    return FALSE;
  state = describe_state (db);
  kept = state != NULL ? entente_kept_open (state) : NULL;
  return kept != NULL && entente_rows_read_words (db, call->sink, call->sink_data, NULL) &&
         call->func (entente_kept_get_size (kept), entente_kept_read, kept, call->func_data) &&
         entente_db_acknowledge_changes (db, NULL);
}

static void
read_kept_job (gpointer data)
{
  KeptCall *call = data;
  EntenteStore *store = call->store;

  if (store->hidden != NULL || !sqlite3_get_autocommit (store->db->handle) ||
      !entente_db_exec (store->db, "BEGIN", NULL))
    return;
  store->db->cancellable = call->cancellable;
  call->done = read_kept (call, store->db);
  store->db->cancellable = NULL;
  sqlite3_exec (store->db->handle, "COMMIT", NULL, NULL, NULL);
  if (call->done && entente_journal_reload (store->journal, NULL))
    entente_store_update_labels (store);
}

gboolean
entente_store_read_kept (EntenteStore *store,
                         const EntenteRowSink *sink,
                         gpointer sink_data,
                         EntenteKeptFunc func,
                         gpointer func_data,
                         GCancellable *cancellable)
{
  KeptCall call = { .store = store,
                    .sink = sink,
                    .sink_data = sink_data,
                    .func = func,
                    .func_data = func_data,
                    .cancellable = cancellable };

  return entente_store_call (store, read_kept_job, &call, FALSE, NULL) && call.done;
}
