/* EntenteStore: bulk work in one step.
 *
 * One transaction, in slices of a few milliseconds; between two of them readers in the queue are
 * served, and what they are given leaves out the rows so far, which are known by id. The changeset
 * is written as the rows pass (entente-changeset-writer.c), so memory does not grow with them but
 * for those ids and the deflated changeset.
 */
#include "config.h"

#include "entente-change-set.h"
#include "entente-changeset-writer.h"
#include "entente-read-back.h"
#include "entente-search-bulk.h"
#include "entente-store-write.h"
#include "entente-table.h"

#include <glib/gi18n-lib.h>

/* A slice ends after this long, or a little later. */
#define SLICE_USEC 8000
/* Rows between two looks at the clock. */
#define ROWS_PER_LOOK 16

typedef struct {
  EntenteStore *store;
  const char *label;
  EntenteRecordSource next;
  gpointer source;
  EntenteProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;
  GError **error;
  EntenteChangeSet *changes;
  EntenteSearchBulk *bulk;
  gint64 n; /* rows so far */
  gint64 slice_start; /* monotonic microseconds */
} Import;

static gboolean
is_wanted (Import *import, GError **error)
{
  if (!entente_store_is_closing (import->store))
    return !g_cancellable_set_error_if_cancelled (import->cancellable, error);
  g_set_error (error,
               G_IO_ERROR,
               G_IO_ERROR_CANCELLED,
               _ ("The study “%s” is closed; open it again."),
               import->store->path);
  return FALSE;
}

/* Ends a slice when its time is up; FALSE when a person has cancelled or closed the study. */
static gboolean
look_up (Import *import, GError **error)
{
  if (g_get_monotonic_time () - import->slice_start < SLICE_USEC)
    return TRUE;
  if (!is_wanted (import, error))
    return FALSE;
  if (import->progress != NULL)
    import->progress (import->n, import->progress_data);
  entente_worker_serve (import->store->worker);
  import->slice_start = g_get_monotonic_time ();
  return TRUE;
}

static gboolean
insert_record (Import *import,
               EntenteRecord *record,
               const EntenteRecorder *recorder,
               GError **error)
{
  if (record->id == ENTENTE_ID_NONE)
    record->id = entente_id_new ();
  if (!entente_table_insert (import->store->db, record, recorder, error) ||
      !entente_read_back_record (import->store->db, record, error))
    return FALSE;
  entente_id_set_add (&import->store->hidden->ids[record->entity], record->id);
  if (!entente_search_bulk_add (import->bulk, record->entity, record->id, error))
    return FALSE;
  return ++import->n % ROWS_PER_LOOK != 0 || look_up (import, error);
}

static gboolean
insert_all (Import *import, EntenteChangesetWriter *writer, GError **error)
{
  EntenteRecorder recorder = entente_changeset_writer_get_recorder (writer);

  for (;;) {
    g_autoptr (GError) local = NULL;
    g_autoptr (EntenteRecord) record = import->next (import->source, &local);

    if (local != NULL) {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
    if (record == NULL)
      return is_wanted (import, error);
    if (!insert_record (import, record, &recorder, error))
      return FALSE;
  }
}

static gboolean
finish_index (Import *import, GError **error)
{
  gboolean done = FALSE;

  while (!done) {
    if (!entente_search_bulk_finish (import->bulk, &done, error) || !look_up (import, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_changeset (Import *import, EntenteChangesetWriter *writer, gint64 number, GError **error)
{
  g_autoptr (EntenteChunkWriter) chunks = entente_chunk_writer_new (import->store->db, number);

  for (guint i = 0; i < entente_journal_n_tables; i++) {
    g_autoptr (GByteArray) deflated = entente_changeset_writer_end_table (writer, i);

    if (deflated != NULL &&
        (!entente_chunk_writer_add (chunks, deflated, error) || !look_up (import, error)))
      return FALSE;
  }
  return entente_chunk_writer_end (chunks, error);
}

static EntenteChangeSet *
run_import (Import *import, GError **error)
{
  EntenteStore *store = import->store;
  g_autofree char *coder = entente_store_dup_coder (store);
  EntenteJournalRow row = { .number = store->journal->version + 1,
                            .coder = coder,
                            .label = import->label };
  g_autoptr (EntenteTransaction) transaction = entente_transaction_begin (store->db, error);
  g_autoptr (EntenteChangesetWriter) writer = entente_changeset_writer_new ();
  g_autoptr (EntenteSearchBulk) bulk = entente_search_bulk_new (store->db);

  import->bulk = bulk;
  if (transaction == NULL || !insert_all (import, writer, error))
    return NULL;
  if (import->n == 0)
    return entente_change_set_new (import->label);
  if (!finish_index (import, error) || !write_changeset (import, writer, row.number, error))
    return NULL;
  return entente_store_finish_step (store, transaction, &row, error);
}

static void
import_job (gpointer data)
{
  Import *import = data;
  EntenteStore *store = import->store;

  store->hidden = g_new0 (EntenteHidden, 1);
  import->slice_start = g_get_monotonic_time ();
  entente_db_set_bulk (store->db, TRUE);
  import->changes = run_import (import, import->error);
  entente_db_set_bulk (store->db, FALSE);
  entente_hidden_clear (store->hidden);
  g_clear_pointer (&store->hidden, g_free);
}

EntenteChangeSet *
entente_store_import (EntenteStore *store,
                      const char *label,
                      EntenteRecordSource next,
                      gpointer data,
                      EntenteProgress progress,
                      gpointer progress_data,
                      GCancellable *cancellable,
                      GError **error)
{
  Import import = { .store = store,
                    .label = label,
                    .next = next,
                    .source = data,
                    .progress = progress,
                    .progress_data = progress_data,
                    .cancellable = cancellable,
                    .error = error };

  return entente_store_call (store, import_job, &import, TRUE, error) ? import.changes : NULL;
}
