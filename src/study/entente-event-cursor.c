/* EntenteEventCursor: many events whole, one after the other, read in batches on the store's
 * worker. */

#include "config.h"

#include "entente-event-cursor.h"

#include "entente-event-detail.h"

#define MAX_BATCH 512
/* The worker serves others between batches. */
#define SLICE_US 10000

struct _EntenteEventCursor {
  EntenteStudy *study;
  EntenteChronicle *chronicle; /* whose rows these are */
  EntenteBitset *rows;
  guint row; /* where the next batch begins, G_MAXUINT at the end */
  GPtrArray *batch;
  guint next; /* in the batch */
};

EntenteEventCursor *
entente_event_cursor_new (EntenteStudy *study, const EntenteBitset *rows)
{
  EntenteEventCursor *self = g_new0 (EntenteEventCursor, 1);

  self->study = g_object_ref (study);
  self->chronicle = entente_chronicle_ref (entente_study_get_chronicle (study));
  self->rows = entente_bitset_ref (rows);
  self->batch = g_ptr_array_new_with_free_func ((GDestroyNotify) entente_event_detail_unref);
  return self;
}

void
entente_event_cursor_free (EntenteEventCursor *self)
{
  g_ptr_array_unref (self->batch);
  entente_bitset_unref (self->rows);
  entente_chronicle_unref (self->chronicle);
  g_object_unref (self->study);
  g_free (self);
}

/* On the worker; FALSE as NULL. */
static gpointer
read_batch (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  EntenteEventCursor *self = data;
  g_autoptr (GHashTable) sources = entente_event_detail_sources_new ();
  gint64 end = g_get_monotonic_time () + SLICE_US;

  while (self->batch->len < MAX_BATCH && (self->batch->len == 0 || g_get_monotonic_time () < end) &&
         (self->row = entente_bitset_next (self->rows, self->row)) != G_MAXUINT) {
    EntenteId id = entente_chronicle_get_id (self->chronicle, self->row++);
    EntenteEventDetail *detail =
      entente_event_detail_read (store, id, self->chronicle, sources, error);

    if (!detail)
      return NULL;
    g_ptr_array_add (self->batch, detail);
  }
  return self;
}

EntenteEventDetail *
entente_event_cursor_next (EntenteEventCursor *self, GError **error)
{
  if (self->next == self->batch->len) {
    if (self->row == G_MAXUINT)
      return NULL;
    g_ptr_array_set_size (self->batch, 0);
    self->next = 0;
    if (!entente_study_run (self->study, read_batch, self, error) || self->batch->len == 0)
      return NULL;
  }
  return g_ptr_array_index (self->batch, self->next++);
}

EntenteEventDetail *
entente_event_cursor_seek (EntenteEventCursor *self, EntenteId event, GError **error)
{
  g_autoptr (GError) failed = NULL;
  EntenteEventDetail *detail;

  while ((detail = entente_event_cursor_next (self, &failed))) {
    if (detail->event->record.id == event)
      return entente_event_detail_ref (detail);
  }
  if (failed) {
    g_propagate_error (error, g_steal_pointer (&failed));
    return NULL;
  }
  return entente_study_read_event (self->study, event, error);
}
