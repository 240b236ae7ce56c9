/* A new version of the orders of a study, and which events look different by it. */
#include "entente-orders-private.h"

#include <string.h>

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  EntenteId first = *(const EntenteId *) a;
  EntenteId second = *(const EntenteId *) b;

  return (first > second) - (first < second);
}

static GArray *
list_ids (const EntenteOrderRow *rows, guint n)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (EntenteId));

  for (guint i = 0; i < n; i++)
    g_array_append_val (ids, rows[i].id);
  g_array_sort (ids, compare_ids);
  return ids;
}

EntenteOrders *
entente_orders_patch (const EntenteOrders *old,
                      const EntenteOrderRow *fresh,
                      guint n_fresh,
                      EntenteOrderedGoneFunc is_gone,
                      EntenteOrderedFunc look_up,
                      gpointer data)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (EntenteOrderRow));
  g_autoptr (GArray) fresh_ids = list_ids (fresh, n_fresh);
  guint n;
  const EntenteOrderRow *old_rows = entente_orders_get_rows (old, &n);

  for (guint i = 0; i < n; i++) {
    if (!is_gone (old_rows[i].event, data) && !is_gone (old_rows[i].other, data) &&
        !g_array_binary_search (fresh_ids, &old_rows[i].id, compare_ids, NULL))
      g_array_append_val (rows, old_rows[i]);
  }
  g_array_append_vals (rows, fresh, n_fresh);
  return entente_orders_new ((const EntenteOrderRow *) (gpointer) rows->data,
                             rows->len,
                             look_up,
                             data);
}

static gboolean
look_alike (const EntenteOrdered *a, const EntenteOrdered *b)
{
  return memcmp (&a->points, &b->points, sizeof a->points) == 0 && a->flags == b->flags &&
         a->told.start == b->told.start && a->told.end == b->told.end &&
         entente_date_key_compare (&a->key, &b->key) == 0;
}

static void
note_move (GArray *moves, EntenteId id, EntenteDateKey key)
{
  EntenteOrderMove move = { id, key };

  g_array_append_val (moves, move);
}

/* Number of the row with this id; ENTENTE_NO_ORDER when there is none. */
static guint32
find_row (const EntenteOrders *orders, EntenteId id)
{
  guint n;
  const EntenteOrderRow *rows = entente_orders_get_rows (orders, &n);
  guint low = 0;
  guint high = n;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (rows[middle].id < id)
      low = middle + 1;
    else
      high = middle;
  }
  return low < n && rows[low].id == id ? low : ENTENTE_NO_ORDER;
}

/* The two moves of an order say when it is contradicted. */
static void
note_contradictions (GArray *moves, const EntenteOrders *old, const EntenteOrders *orders)
{
  guint n;
  const EntenteOrderRow *rows = entente_orders_get_rows (orders, &n);

  for (guint i = 0; i < n; i++) {
    guint32 before = find_row (old, rows[i].id);

    if (before == ENTENTE_NO_ORDER || old->is_left_out[before] == orders->is_left_out[i])
      continue;
    for (guint end = 0; end < 2; end++) {
      const EntenteOrdered *event = &orders->events[orders->ends[2 * i + end]];

      note_move (moves, event->base.id, event->key);
    }
  }
}

GArray *
entente_orders_list_moves (const EntenteOrders *old, const EntenteOrders *orders)
{
  GArray *moves = g_array_new (FALSE, FALSE, sizeof (EntenteOrderMove));
  guint n;
  const EntenteOrdered *events = entente_orders_get_events (orders, &n);

  for (guint i = 0; i < n; i++) {
    const EntenteOrdered *before = entente_orders_find (old, events[i].base.id);

    if (before != NULL ? !look_alike (before, &events[i])
                       : (events[i].flags & ENTENTE_ROW_ORDERED) != 0)
      note_move (moves, events[i].base.id, events[i].key);
  }
  events = entente_orders_get_events (old, &n);
  for (guint i = 0; i < n; i++) {
    if ((events[i].flags & ENTENTE_ROW_ORDERED) != 0 &&
        entente_orders_find (orders, events[i].base.id) == NULL)
      note_move (moves, events[i].base.id, entente_ordered_base_get_key (&events[i].base));
  }
  note_contradictions (moves, old, orders);
  return moves;
}
