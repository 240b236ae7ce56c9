/* EntenteRowOrder: all rows of a chronicle in the order of a key, made once and then shared: a
 * filter takes its rows out of it.
 *
 * Made at once in a small study, in a thread in a big one. Immutable; main thread.
 */
#pragma once

#include "entente-row-sort.h"
#include "entente-study.h"

G_BEGIN_DECLS

typedef struct {
  EntenteChronicle *chronicle;
  EntenteSortKey key;
  gboolean descending;
  guint32 *rows; /* every row once */
} EntenteRowOrder;

EntenteRowOrder *entente_row_order_ref (EntenteRowOrder *order);
void entente_row_order_unref (EntenteRowOrder *order);
gboolean entente_row_order_is (const EntenteRowOrder *order,
                               const EntenteChronicle *chronicle,
                               EntenteSortKey key,
                               gboolean descending);
/* Rows of @set in this order; @n of them. Free. */
guint32 *entente_row_order_take (const EntenteRowOrder *order, const EntenteBitset *set, guint n);

/* Of the chronicle that @study has now; NULL where that takes too long for a frame. */
EntenteRowOrder *entente_row_order_new_quick (EntenteStudy *study,
                                              EntenteSortKey key,
                                              gboolean descending);
/* The same in a thread. */
void entente_row_order_new_async (EntenteStudy *study,
                                  EntenteSortKey key,
                                  gboolean descending,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/* NULL when it was cancelled, or titles could not be read. */
EntenteRowOrder *entente_row_order_new_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteRowOrder, entente_row_order_unref)

G_END_DECLS
