/* EntenteStore: steps, undo and redo. Each is one recorded transaction on the worker. */
#include "config.h"

#include "entente-store-private.h"

#include "entente-change-set.h"
#include "entente-log-write.h"
#include "entente-read-back.h"
#include "entente-search.h"
#include "entente-statement.h"
#include "entente-store-write.h"
#include "entente-table.h"

#include <glib/gi18n-lib.h>

typedef struct {
  EntenteStore *store;
  const EntenteStep *step; /* to be applied */
  gint64 number; /* of the only step that may be undone; 0: whichever is next */
  GError **error;
  EntenteChangeSet *changes;
} Call;

char *
entente_store_dup_coder (EntenteStore *store)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&store->mutex);

  return g_strdup (store->coder);
}

/* Were the rows that another writer committed in between taken for ours, they are read anew before
 * the next edit. */
static gboolean
commit (EntenteStore *store,
        EntenteTransaction *transaction,
        const EntenteJournalRow *row,
        GError **error)
{
  if (!entente_transaction_commit (transaction, error))
    return FALSE;
  if (!entente_transaction_was_confirmed (transaction) ||
      entente_journal_holds (store->journal, row))
    return TRUE;
  store->db->data_version = -1;
  return entente_db_check_unchanged (store->db, error);
}

EntenteChangeSet *
entente_store_finish_step (EntenteStore *store,
                           EntenteTransaction *transaction,
                           const EntenteJournalRow *row,
                           GError **error)
{
  gint64 step = row->undoes != 0 ? row->undoes : row->redoes != 0 ? row->redoes : row->number;
  g_autoptr (EntenteChangeSet) changes = NULL;

  if (!entente_journal_insert (store->journal, row, error))
    return NULL;
  changes = entente_change_set_read (store->db, step, row->undoes != 0, row->label, error);
  if (changes == NULL || !entente_read_back_changes (store->db, changes, error) ||
      !commit (store, transaction, row, error))
    return NULL;
  changes->step = row->undoes != 0 ? 0 : step;
  entente_journal_note (store->journal, row);
  entente_store_update_labels (store);
  return g_steal_pointer (&changes);
}

/* ---- steps ---- */

/* The row may have changed since the step was made: fields that the step does not name are left
 * alone. */
static gboolean
update (EntenteStore *store, const EntenteChange *change, GError **error)
{
  g_autoptr (EntenteRecord) now = NULL;
  g_autoptr (EntenteRecord) merged = NULL;

  if (change->fields == ENTENTE_ALL_FIELDS)
    return entente_table_update (store->db, change->record, error) &&
           entente_read_back_record (store->db, change->record, error);
  now = entente_store_get (store, change->record->entity, change->record->id, error);
  if (now == NULL)
    return FALSE;
  merged = entente_record_copy (now);
  entente_record_take_fields (merged, change->record, change->fields);
  return entente_table_update (store->db, merged, error) &&
         entente_read_back_record (store->db, merged, error);
}

static gboolean
carry_out (EntenteStore *store, const EntenteChange *change, GError **error)
{
  EntenteDb *db = store->db;

  switch (change->operation) {
  case ENTENTE_INSERT:
    return entente_table_insert (db, change->record, NULL, error) &&
           entente_read_back_record (db, change->record, error);
  case ENTENTE_UPDATE:
    return update (store, change, error);
  case ENTENTE_DELETE:
  default:
    return entente_table_delete (db, change->record->entity, change->record->id, error);
  }
}

static gboolean
carry_out_all (EntenteStore *store, const EntenteStep *step, GError **error)
{
  EntenteDb *db = store->db;
  gboolean deletes = FALSE;
  gint64 n_values = 0;

  for (guint i = 0; i < step->changes->len; i++) {
    const EntenteChange *change = step->changes->pdata[i];

    if (!carry_out (store, change, error))
      return FALSE;
    deletes = deletes || change->operation == ENTENTE_DELETE;
  }
  if (!deletes)
    return TRUE;
  return entente_db_query_int (db, "SELECT EXISTS (SELECT 1 FROM field_value)", &n_values, error) &&
         (n_values == 0 || entente_table_delete_orphaned_values (db, error));
}

/* NULL with an error, or with none when the study is as it was. */
static EntenteChangeSet *
apply_step (const Call *call, GError **error)
{
  EntenteStore *store = call->store;
  const EntenteStep *step = call->step;
  g_autofree char *coder = entente_store_dup_coder (store);
  EntenteJournalRow row = { .number = store->journal->version + 1,
                            .coder = coder,
                            .label = step->label };
  g_autoptr (EntenteTransaction) transaction = entente_transaction_begin (store->db, error);
  g_autoptr (EntenteRecording) recording = NULL;
  gboolean empty;

  if (transaction == NULL)
    return NULL;
  recording = entente_recording_new (store->db, error);
  if (recording == NULL || !carry_out_all (store, step, error) ||
      !entente_recording_write (recording, row.number, &empty, error))
    return NULL;
  if (empty)
    return entente_change_set_new (step->label);
  return entente_store_finish_step (store, transaction, &row, error);
}

/* ---- undo and redo ---- */

static void
refuse_nothing (EntenteStore *store, gboolean undo, GError **error)
{
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_NOT_FOUND,
               undo ? _ ("There is nothing to undo in “%s”.")
                    : _ ("There is nothing to do again in “%s”."),
               store->path);
}

static void
refuse_buried (EntenteStore *store, gint64 number, GError **error)
{
  g_autofree char *label = entente_journal_get_label (store->journal, number, NULL);

  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_NOT_FOUND,
               _ ("“%s” cannot be undone by itself: it is not the latest change any more. Undo "
                  "those after it first."),
               label ? label : "");
}

static gboolean
apply_large_changeset (EntenteStore *store, gint64 step, gboolean invert, GError **error)
{
  EntenteDb *db = store->db;
  gboolean done;

  if (!db->without_index && !entente_search_drop_triggers (db, error))
    return FALSE;
  entente_db_set_bulk (db, TRUE);
  done = entente_journal_apply (store->journal, step, invert, error);
  entente_db_set_bulk (db, FALSE);
  return done && (db->without_index ||
                  (entente_search_rebuild (db, error) && entente_search_make_triggers (db, error)));
}

/* The index keeps up with a small step; with a large one it is built anew. */
static gboolean
apply_changeset (EntenteStore *store, gint64 step, gboolean invert, GError **error)
{
  if (entente_journal_is_large (store->journal, step))
    return apply_large_changeset (store, step, invert, error);
  return entente_journal_apply (store->journal, step, invert, error);
}

static EntenteChangeSet *
apply_again (EntenteStore *store, gboolean undo, GError **error)
{
  gint64 step =
    undo ? entente_journal_get_undo (store->journal) : entente_journal_get_redo (store->journal);
  g_autofree char *coder = entente_store_dup_coder (store);
  g_autofree char *label = NULL;
  g_autoptr (EntenteTransaction) transaction = NULL;
  EntenteJournalRow row = { .number = store->journal->version + 1, .coder = coder };

  if (step == 0) {
    refuse_nothing (store, undo, error);
    return NULL;
  }
  row.label = label = entente_journal_get_label (store->journal, step, error);
  if (label == NULL)
    return NULL;
  if (undo)
    row.undoes = step;
  else
    row.redoes = step;
  transaction = entente_transaction_begin (store->db, error);
  if (transaction == NULL || !apply_changeset (store, step, undo, error))
    return NULL;
  return entente_store_finish_step (store, transaction, &row, error);
}

static EntenteChangeSet *
undo_step (const Call *call, GError **error)
{
  if (call->number != 0 && call->number != entente_journal_get_undo (call->store->journal)) {
    refuse_buried (call->store, call->number, error);
    return NULL;
  }
  return apply_again (call->store, TRUE, error);
}

static EntenteChangeSet *
redo_step (const Call *call, GError **error)
{
  return apply_again (call->store, FALSE, error);
}

/* ---- an index that is broken must not stop an edit ---- */

gboolean
entente_store_rebuild_index (EntenteStore *store, GError **error)
{
  g_autoptr (EntenteTransaction) transaction = entente_transaction_begin (store->db, error);

  return transaction != NULL && entente_search_rebuild (store->db, error) &&
         entente_transaction_commit (transaction, error);
}

gboolean
entente_store_is_index_broken (EntenteStore *store, const GError *error)
{
  return g_error_matches (error, ENTENTE_ERROR, ENTENTE_ERROR_CORRUPT) &&
         store->db->last_code == SQLITE_CORRUPT_VTAB && !store->db->without_index;
}

typedef EntenteChangeSet *(*StepFunc) (const Call *call, GError **error);

/* Tries as it is, then with a new index, then without one. */
static void
try_step (Call *call, StepFunc func)
{
  EntenteStore *store = call->store;
  const char *mended = NULL;

  for (guint attempt = 0;; attempt++) {
    g_autoptr (GError) local = NULL;

    call->changes = func (call, &local);
    if (call->changes != NULL && mended != NULL)
      entente_log_write (store->db, mended);
    if (call->changes != NULL)
      return;
    if (attempt == 2 || !entente_store_is_index_broken (store, local)) {
      g_propagate_error (call->error, g_steal_pointer (&local));
      return;
    }
    if (attempt == 1 || !entente_store_rebuild_index (store, NULL)) {
      entente_search_detach (store->db, NULL);
      mended = NULL;
    } else {
      mended = _ ("The index of words was damaged; it was built anew, and the edit was made.");
    }
  }
}

static void
apply_job (gpointer data)
{
  try_step (data, apply_step);
}

EntenteChangeSet *
entente_store_apply (EntenteStore *store, const EntenteStep *step, GError **error)
{
  Call call = { .store = store, .step = step, .error = error };

  return entente_store_call (store, apply_job, &call, TRUE, error) ? call.changes : NULL;
}

static void
undo_job (gpointer data)
{
  try_step (data, undo_step);
}

EntenteChangeSet *
entente_store_undo_step (EntenteStore *store, gint64 number, GError **error)
{
  Call call = { .store = store, .number = number, .error = error };

  return entente_store_call (store, undo_job, &call, TRUE, error) ? call.changes : NULL;
}

EntenteChangeSet *
entente_store_undo (EntenteStore *store, GError **error)
{
  return entente_store_undo_step (store, 0, error);
}

static void
redo_job (gpointer data)
{
  try_step (data, redo_step);
}

EntenteChangeSet *
entente_store_redo (EntenteStore *store, GError **error)
{
  Call call = { .store = store, .error = error };

  return entente_store_call (store, redo_job, &call, TRUE, error) ? call.changes : NULL;
}
