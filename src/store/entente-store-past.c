/* EntenteStore: what the journal tells of records: what was done to them, and how they were.
 *
 * The journal is read backwards from the present. Reading only; on the worker.
 */
#include "config.h"

#include "entente-store-private.h"

#include "entente-rewind.h"
#include "entente-statement.h"

#define SLICE_USEC 8000

typedef struct {
  EntenteStore *store;
  EntenteEntity entity;
  EntenteId id;
  const EntenteRecord *keys;
  guint n;
  gint64 number;
  GCancellable *cancellable;
  GError **error;
  GPtrArray *pointers;
  GArray *values;
} Call;

static gboolean
may_go_on (const Call *call)
{
  if (!entente_store_is_closing (call->store))
    return !g_cancellable_set_error_if_cancelled (call->cancellable, call->error);
  g_set_error_literal (call->error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "");
  return FALSE;
}

static void
free_record (gpointer record)
{
  if (record != NULL)
    entente_record_unref (record);
}

/* ---- what was done to a record ---- */

void
entente_record_change_free (EntenteRecordChange *change)
{
  g_free (change->coder);
  g_free (change->label);
  g_clear_pointer (&change->before, entente_record_unref);
  g_clear_pointer (&change->after, entente_record_unref);
  g_free (change);
}

/* A change with who and when of the row @number; NULL when the row is gone. */
static EntenteRecordChange *
make_change (EntenteDb *db, gint64 number, GError **error)
{
  g_autoptr (EntenteStatement) row =
    entente_statement_prepare (db,
                               "SELECT time, coder, label, undoes, redoes FROM journal"
                               " WHERE number = ?1",
                               error);
  EntenteRecordChange *change;

  if (row == NULL)
    return NULL;
  entente_statement_bind_int (row, 1, number);
  if (entente_statement_step (row, error) != ENTENTE_STEP_ROW)
    return NULL;
  change = g_new0 (EntenteRecordChange, 1);
  change->number = number;
  change->time = entente_statement_is_null (row, 0) ? -1 : entente_statement_get_int (row, 0);
  change->coder = entente_statement_dup_valid_text (row, 1);
  change->label = entente_statement_dup_valid_text (row, 2);
  change->undoes = entente_statement_get_int (row, 3);
  change->redoes = entente_statement_get_int (row, 4);
  return change;
}

/* FALSE when the record was and is not there, or is as it was: nothing to tell. */
static gboolean
compare (EntenteRecordChange *change)
{
  if (change->before == NULL && change->after == NULL)
    return FALSE;
  if (change->before == NULL || change->after == NULL) {
    change->operation = change->before == NULL ? ENTENTE_INSERT : ENTENTE_DELETE;
    return TRUE;
  }
  change->operation = ENTENTE_UPDATE;
  change->fields = entente_record_compare_fields (change->before, change->after);
  return change->fields != 0;
}

/* Takes @after. */
static gboolean
add_change (Call *call,
            EntenteRewind *rewind,
            gint64 number,
            const EntenteRecord *key,
            EntenteRecord *after)
{
  EntenteRecordChange *change = make_change (call->store->db, number, call->error);
  gpointer before = NULL;
  gboolean done;

  if (change == NULL) {
    g_clear_pointer (&after, entente_record_unref);
    return FALSE;
  }
  done = entente_rewind_read (rewind, key->entity, key->id, &before, call->error);
  change->before = before;
  change->after = after;
  if (done && compare (change))
    g_ptr_array_add (call->pointers, change);
  else
    entente_record_change_free (change);
  return done;
}

/* One move back: each record that it touched, before and after. */
static gboolean
add_changes (Call *call, EntenteRewind *rewind, const EntenteJournalMove *move)
{
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (EntenteRecord));
  g_autoptr (GPtrArray) after = g_ptr_array_new_with_free_func (free_record);

  if (!entente_rewind_go_back (rewind, move, touched, after, call->error))
    return FALSE;
  for (guint i = 0; i < touched->len; i++) {
    if (!add_change (call,
                     rewind,
                     move->number,
                     &g_array_index (touched, EntenteRecord, i),
                     g_steal_pointer (&after->pdata[i])))
      return FALSE;
  }
  return TRUE;
}

/* The parts that are there now; those that are gone are met on the way. */
static gboolean
follow_parts (Call *call, EntenteRewind *rewind)
{
  static const EntenteEntity of_event[] = { ENTENTE_ENTITY_PARTICIPATION, ENTENTE_ENTITY_CLAIM };
  static const EntenteEntity of_actor[] = { ENTENTE_ENTITY_ALIAS, ENTENTE_ENTITY_AFFILIATION };
  const char *column = call->entity == ENTENTE_ENTITY_EVENT ? "event" : "actor";

  if (call->entity != ENTENTE_ENTITY_EVENT && call->entity != ENTENTE_ENTITY_ACTOR)
    return TRUE;
  entente_rewind_add_parts_of (rewind, call->entity, call->id);
  for (guint i = 0; i < G_N_ELEMENTS (of_event); i++) {
    EntenteEntity part = call->entity == ENTENTE_ENTITY_EVENT ? of_event[i] : of_actor[i];
    g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EntenteId));
    g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE \"%s\" = ?1",
                                            entente_entity_nick (part),
                                            column);

    if (!entente_statement_collect_ids (call->store->db, sql, call->id, ids, call->error))
      return FALSE;
    for (guint j = 0; j < ids->len; j++) {
      if (!entente_rewind_add (rewind, part, g_array_index (ids, EntenteId, j), call->error))
        return FALSE;
    }
  }
  return TRUE;
}

static void
history_job (gpointer data)
{
  Call *call = data;
  EntenteDb *db = call->store->db;
  g_autoptr (EntenteRewind) rewind = entente_rewind_new (db, call->error);
  g_autoptr (GArray) moves = NULL;

  if (rewind == NULL || !entente_rewind_add (rewind, call->entity, call->id, call->error) ||
      !follow_parts (call, rewind))
    return;
  moves = entente_row_changes_list (db, 0, call->error);
  call->n = moves != NULL;
  for (guint i = 0; call->n != 0 && i < moves->len; i++)
    call->n =
      may_go_on (call) && add_changes (call, rewind, &g_array_index (moves, EntenteJournalMove, i));
}

GPtrArray *
entente_store_get_record_history (EntenteStore *store,
                                  EntenteEntity entity,
                                  EntenteId id,
                                  GCancellable *cancellable,
                                  GError **error)
{
  g_autoptr (GPtrArray) changes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) entente_record_change_free);
  Call call = { .store = store,
                .entity = entity,
                .id = id,
                .cancellable = cancellable,
                .error = error,
                .pointers = changes };

  if (!entente_store_call (store, history_job, &call, FALSE, error) || call.n == 0)
    return NULL;
  return g_steal_pointer (&changes);
}

/* ---- what was touched ---- */

typedef struct {
  GHashTable *seen; /* set of "entity id" */
  GArray *touched;
  gint64 number;
} Touching;

static gboolean
note_touched (const EntenteRowChange *change, gpointer data, GError **error)
{
  Touching *touching = data;
  EntenteTouched touched = { change->entity, change->id, touching->number };

  if (g_hash_table_add (touching->seen,
                        g_strdup_printf ("%d %" G_GINT64_FORMAT, change->entity, change->id)))
    g_array_append_val (touching->touched, touched);
  return TRUE;
}

static void
touched_job (gpointer data)
{
  Call *call = data;
  g_autoptr (GArray) moves = entente_row_changes_list (call->store->db, call->number, call->error);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Touching touching = { .seen = seen, .touched = call->values };

  call->n = moves != NULL;
  for (guint i = 0; call->n != 0 && i < moves->len; i++) {
    const EntenteJournalMove *move = &g_array_index (moves, EntenteJournalMove, i);

    touching.number = move->number;
    call->n =
      may_go_on (call) &&
      entente_row_changes_read (call->store->db, move, FALSE, note_touched, &touching, call->error);
  }
}

GArray *
entente_store_get_touched (EntenteStore *store,
                           gint64 after,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (EntenteTouched));
  Call call = { .store = store,
                .number = after,
                .cancellable = cancellable,
                .error = error,
                .values = touched };

  if (!entente_store_call (store, touched_job, &call, FALSE, error) || call.n == 0)
    return NULL;
  return g_steal_pointer (&touched);
}

/* ---- how it was ---- */

static gboolean
go_back_to (Call *call, EntenteRewind *rewind)
{
  g_autoptr (GArray) moves = entente_row_changes_list (call->store->db, call->number, call->error);

  for (guint i = 0; i < call->n; i++) {
    if (!entente_rewind_add (rewind, call->keys[i].entity, call->keys[i].id, call->error))
      return FALSE;
  }
  for (guint i = 0; moves != NULL && i < moves->len; i++) {
    if (!may_go_on (call) || !entente_rewind_go_back (rewind,
                                                      &g_array_index (moves, EntenteJournalMove, i),
                                                      NULL,
                                                      NULL,
                                                      call->error))
      return FALSE;
  }
  return moves != NULL;
}

static void
past_job (gpointer data)
{
  Call *call = data;
  g_autoptr (EntenteRewind) rewind = entente_rewind_new (call->store->db, call->error);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (free_record);

  if (rewind == NULL || !go_back_to (call, rewind))
    return;
  for (guint i = 0; i < call->n; i++) {
    gpointer record;

    if (!entente_rewind_read (rewind, call->keys[i].entity, call->keys[i].id, &record, call->error))
      return;
    g_ptr_array_add (records, record);
  }
  call->pointers = g_steal_pointer (&records);
}

GPtrArray *
entente_store_get_past (EntenteStore *store,
                        gint64 number,
                        const EntenteRecord *keys,
                        guint n,
                        GCancellable *cancellable,
                        GError **error)
{
  Call call = { .store = store,
                .number = number,
                .keys = keys,
                .n = n,
                .cancellable = cancellable,
                .error = error };

  return entente_store_call (store, past_job, &call, FALSE, error) ? call.pointers : NULL;
}

/* ---- which history it is ---- */

static void
add_blob (GChecksum *sum, EntenteStatement *row, int column)
{
  const guchar *bytes = sqlite3_column_blob (row->handle, column);
  gsize length = (gsize) sqlite3_column_bytes (row->handle, column);

  g_checksum_update (sum, (const guchar *) &length, sizeof length);
  if (length > 0)
    g_checksum_update (sum, bytes, (gssize) length);
}

/* What of it is done; a job ends after some milliseconds, and the next goes on from there. */
typedef struct {
  EntenteStore *store;
  GPtrArray *texts; /* of the rows that are done */
  GError **error;
  gint64 row; /* of the journal, looked at last */
  GChecksum *sum; /* of that row when it has more chunks; or NULL */
  gint64 chunk; /* its number of the last one that is in it */
  gint64 end; /* of the job, monotonic microseconds */
  gboolean is_done;
  gboolean failed;
} Prints;

/* Ends the row when its last chunk is in it. */
static EntenteStepResult
add_chunks (Prints *prints)
{
  g_autoptr (EntenteStatement) chunk =
    entente_statement_prepare (prints->store->db,
                               "SELECT number, bytes FROM journal_chunk"
                               " WHERE journal = ?1 AND number > ?2 ORDER BY number",
                               prints->error);
  EntenteStepResult result = ENTENTE_STEP_ERROR;

  if (chunk == NULL)
    return ENTENTE_STEP_ERROR;
  entente_statement_bind_int (chunk, 1, prints->row);
  entente_statement_bind_int (chunk, 2, prints->chunk);
  while ((result = entente_statement_step (chunk, prints->error)) == ENTENTE_STEP_ROW) {
    prints->chunk = entente_statement_get_int (chunk, 0);
    add_blob (prints->sum, chunk, 1);
    if (g_get_monotonic_time () >= prints->end)
      return ENTENTE_STEP_ROW;
  }
  if (result == ENTENTE_STEP_DONE) {
    g_ptr_array_add (prints->texts, g_strndup (g_checksum_get_string (prints->sum), 32));
    g_clear_pointer (&prints->sum, g_checksum_free);
  }
  return result;
}

/* Each text holds the one before it, so that it stands for all of the history up to its row. */
static void
begin_row (Prints *prints, EntenteStatement *row)
{
  const GPtrArray *before = prints->texts;

  prints->row = entente_statement_get_int (row, 0);
  prints->chunk = G_MININT64;
  prints->sum = g_checksum_new (G_CHECKSUM_SHA256);
  if (before->len > 0)
    g_checksum_update (prints->sum, before->pdata[before->len - 1], -1);
  for (int i = 0; i < sqlite3_column_count (row->handle); i++)
    add_blob (prints->sum, row, i);
}

static EntenteStepResult
add_rows (Prints *prints)
{
  g_autoptr (EntenteStatement) row =
    entente_statement_prepare (prints->store->db,
                               "SELECT number, time, coder, label, undoes, redoes FROM journal"
                               " WHERE number > ?1 ORDER BY number",
                               prints->error);
  EntenteStepResult result = ENTENTE_STEP_ERROR;

  if (row != NULL)
    entente_statement_bind_int (row, 1, prints->row);
  while (row != NULL &&
         (result = entente_statement_step (row, prints->error)) == ENTENTE_STEP_ROW) {
    EntenteStepResult chunks;

    begin_row (prints, row);
    chunks = add_chunks (prints);
    if (chunks != ENTENTE_STEP_DONE)
      return chunks;
    if (g_get_monotonic_time () >= prints->end)
      break;
  }
  return result;
}

static void
fingerprints_job (gpointer data)
{
  Prints *prints = data;
  EntenteStepResult result = ENTENTE_STEP_DONE;

  prints->end = g_get_monotonic_time () + SLICE_USEC;
  if (prints->sum != NULL)
    result = add_chunks (prints);
  if (result == ENTENTE_STEP_DONE)
    result = add_rows (prints);
  prints->is_done = result == ENTENTE_STEP_DONE;
  prints->failed = result == ENTENTE_STEP_ERROR;
}

GPtrArray *
entente_store_get_fingerprints (EntenteStore *store, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  Prints prints = { .store = store, .texts = texts, .error = error, .row = G_MININT64 };

  while (!prints.is_done && !prints.failed)
    prints.failed = g_cancellable_set_error_if_cancelled (cancellable, error) ||
                    !entente_store_call (store, fingerprints_job, &prints, FALSE, error) ||
                    prints.failed;
  g_clear_pointer (&prints.sum, g_checksum_free);
  return prints.failed ? NULL : g_steal_pointer (&texts);
}
