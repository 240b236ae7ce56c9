/* EntenteStore: whole tables in jobs of a few milliseconds. Each begins after the id at which the
 * one before it ended, so that whatever others want of the store is done between two of them, edits
 * too. Worker, but for the last function.
 */
#include "config.h"

#include "entente-store-private.h"

#include "entente-statement.h"
#include "entente-table.h"

#define SLICE_USEC 8000

typedef struct {
  EntenteStore *store;
  EntenteEntity entity;
  GPtrArray *records; /* so far */
  EntenteId last; /* that was looked at */
  gboolean is_done; /* no row comes after it */
  gboolean failed;
  GError **error;
} Listing;

/* Of the row that @statement stands on, unless it belongs to an import under way. */
static gboolean
add_record (Listing *listing, const EntenteTable *table, EntenteStatement *statement)
{
  EntenteRecord *record;

  listing->last = entente_statement_get_int (statement, 0);
  if (entente_hidden_contains (listing->store->hidden, listing->entity, listing->last))
    return TRUE;
  record = entente_table_read (listing->store->db, table, statement, listing->error);
  if (record != NULL)
    g_ptr_array_add (listing->records, record);
  return record != NULL;
}

static void
slice_job (gpointer data)
{
  Listing *listing = data;
  gint64 end = g_get_monotonic_time () + SLICE_USEC;
  const EntenteTable *table = entente_table_get (listing->entity);
  g_autoptr (EntenteStatement) statement =
    entente_table_select (listing->store->db, table, "WHERE id > ?1 ORDER BY id", listing->error);
  EntenteStepResult result = ENTENTE_STEP_ERROR;

  listing->failed = TRUE;
  if (statement == NULL)
    return;
  entente_statement_bind_int (statement, 1, listing->last);
  while ((result = entente_statement_step (statement, listing->error)) == ENTENTE_STEP_ROW) {
    if (!add_record (listing, table, statement))
      return;
    if (g_get_monotonic_time () >= end)
      break;
  }
  listing->failed = result == ENTENTE_STEP_ERROR;
  listing->is_done = result == ENTENTE_STEP_DONE;
}

GPtrArray *
entente_store_list_in_slices (EntenteStore *store,
                              EntenteEntity entity,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (entente_record_unref);
  Listing listing = { .store = store,
                      .entity = entity,
                      .records = records,
                      .last = G_MININT64,
                      .error = error };

  while (!listing.is_done) {
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !entente_store_call (store, slice_job, &listing, FALSE, error) || listing.failed)
      return NULL;
  }
  return g_steal_pointer (&records);
}
