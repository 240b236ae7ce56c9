/* Minimal splices by common beginning and end, for lists that are computed as a whole. */
#include "config.h"

#include "entente-list-splice.h"

static gboolean
is_same (GListStore *store, guint position, gpointer item, GHashTable *renewed)
{
  g_autoptr (GObject) present = g_list_model_get_item (G_LIST_MODEL (store), position);

  return present == item && !(renewed && g_hash_table_contains (renewed, item));
}

void
entente_list_splice (GListStore *store, GPtrArray *items, GHashTable *renewed)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (store));
  guint limit = MIN (n, items->len), start = 0, end = 0;

  while (start < limit && is_same (store, start, items->pdata[start], renewed))
    start++;
  while (end < limit - start &&
         is_same (store, n - 1 - end, items->pdata[items->len - 1 - end], renewed))
    end++;
  if (start + end == n && n == items->len)
    return;
  g_list_store_splice (store,
                       start,
                       n - start - end,
                       items->pdata + start,
                       items->len - start - end);
}
