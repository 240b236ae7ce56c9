/* The orders of a chronicle that is patched, and which events they move.
 *
 * An edit that touches no order and no event that one names keeps them as they are; else all are
 * worked out anew, out of the fresh events and of what the old orders remember of the others. Any
 * thread. */
#include "entente-chronicle-private.h"

typedef struct {
  const EntenteChronicle *old;
  EntenteStage *stage; /* fresh events */
  GArray *gone; /* old rows removed or replaced, sorted */
} Patch;

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;

  return (first > second) - (first < second);
}

static gboolean
is_event_gone (EntenteId id, gpointer data)
{
  const Patch *patch = data;
  guint32 row = entente_chronicle_find_row (patch->old, id);

  return row == ENTENTE_NO_INDEX || g_array_binary_search (patch->gone, &row, compare_rows, NULL);
}

/* A fresh event, else an old one as it was without orders. */
static gboolean
look_up_event (EntenteId id, EntenteOrderedBase *base, gpointer data)
{
  Patch *patch = data;
  const EntenteOrdered *ordered;

  if (entente_stage_look_up (id, base, patch->stage))
    return TRUE;
  if (is_event_gone (id, patch))
    return FALSE;
  ordered = entente_orders_find (patch->old->orders, id);
  if (ordered != NULL)
    *base = ordered->base;
  else
    entente_chronicle_get_ordered_base (patch->old,
                                        entente_chronicle_find_row (patch->old, id),
                                        base);
  return TRUE;
}

static gboolean
touches_orders (const Patch *patch)
{
  if (patch->stage->orders.len > 0)
    return TRUE;
  for (guint i = 0; i < patch->gone->len && patch->old->orders != NULL; i++) {
    EntenteId id = entente_chronicle_get_id (patch->old, g_array_index (patch->gone, guint32, i));

    if (entente_orders_find (patch->old->orders, id) != NULL)
      return TRUE;
  }
  return FALSE;
}

EntenteOrders *
entente_chronicle_patch_orders (const EntenteChronicle *old,
                                EntenteStage *stage,
                                GArray *gone,
                                GArray **moves)
{
  Patch patch = { old, stage, gone };
  EntenteOrders *orders;

  if (!touches_orders (&patch)) {
    *moves = g_array_new (FALSE, FALSE, sizeof (EntenteOrderMove));
    return entente_orders_ref (old->orders);
  }
  orders = entente_orders_patch (old->orders,
                                 stage->orders.data,
                                 stage->orders.len,
                                 is_event_gone,
                                 look_up_event,
                                 &patch);
  *moves = entente_orders_list_moves (old->orders, orders);
  return orders;
}
