/* EntenteOrders: the orders of a study, and what they make of the events that they name.
 *
 * This file keeps them: rows and events by id, and which rows name an event. What follows from them
 * is worked out once, when they are made, in entente-orders-solve.c (windows, contradictions) and
 * entente-orders-place.c (the one order). */
#include "entente-orders-private.h"

#include <stdlib.h>
#include <string.h>

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  EntenteId first = ((const EntenteOrderRow *) a)->id;
  EntenteId second = ((const EntenteOrderRow *) b)->id;

  return (first > second) - (first < second);
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  EntenteId first = ((const EntenteOrdered *) a)->base.id;
  EntenteId second = ((const EntenteOrdered *) b)->base.id;

  return (first > second) - (first < second);
}

const EntenteOrdered *
entente_orders_find (const EntenteOrders *orders, EntenteId event)
{
  EntenteOrdered wanted = { .base.id = event };

  if (orders == NULL)
    return NULL;
  return bsearch (&wanted,
                  orders->events,
                  orders->n_events,
                  sizeof (EntenteOrdered),
                  compare_events);
}

EntenteDateKey
entente_ordered_base_get_key (const EntenteOrderedBase *base)
{
  return (EntenteDateKey){
    .place = entente_date_points_get_place (&base->points, (EntenteDateForm) base->form),
    .day_order = base->day_order,
    .telling = base->telling,
    .id = base->id,
  };
}

/* ---- making ---- */

/* Events that exist, by id of the hash table; the others are remembered as NULL. */
static gboolean
gather_event (GHashTable *known,
              GArray *events,
              EntenteId id,
              EntenteOrderedFunc look_up,
              gpointer data)
{
  EntenteOrdered event = { .base.id = id };
  gpointer exists;

  if (g_hash_table_lookup_extended (known, &id, NULL, &exists))
    return exists != NULL;
  exists = GINT_TO_POINTER (look_up (id, &event.base, data));
  g_hash_table_insert (known, g_memdup2 (&id, sizeof id), exists);
  if (exists != NULL)
    g_array_append_val (events, event);
  return exists != NULL;
}

/* Keeps the rows whose events exist; gives these. */
static GArray *
gather_events (GArray *rows, EntenteOrderedFunc look_up, gpointer data)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GArray *events = g_array_new (FALSE, FALSE, sizeof (EntenteOrdered));
  guint n_kept = 0;

  for (guint i = 0; i < rows->len; i++) {
    EntenteOrderRow row = g_array_index (rows, EntenteOrderRow, i);
    gboolean event = gather_event (known, events, row.event, look_up, data);
    gboolean other = gather_event (known, events, row.other, look_up, data);

    if (event && other)
      g_array_index (rows, EntenteOrderRow, n_kept++) = row;
  }
  g_array_set_size (rows, n_kept);
  g_array_sort (events, compare_events);
  return events;
}

static guint32
get_number (const EntenteOrders *orders, EntenteId event)
{
  return (guint32) (entente_orders_find (orders, event) - orders->events);
}

/* Which rows name each event: a counting sort. */
static void
index_rows (EntenteOrders *orders)
{
  g_autofree guint32 *next = NULL;

  orders->ends = g_new (guint32, 2 * orders->n_rows);
  orders->first_rows = g_new0 (guint32, orders->n_events + 1);
  orders->row_numbers = g_new (guint32, 2 * orders->n_rows);
  for (guint i = 0; i < orders->n_rows; i++) {
    orders->ends[2 * i] = get_number (orders, orders->rows[i].event);
    orders->ends[2 * i + 1] = get_number (orders, orders->rows[i].other);
    orders->first_rows[orders->ends[2 * i] + 1]++;
    orders->first_rows[orders->ends[2 * i + 1] + 1]++;
  }
  for (guint i = 0; i < orders->n_events; i++)
    orders->first_rows[i + 1] += orders->first_rows[i];
  next = g_memdup2 (orders->first_rows, (orders->n_events + 1) * sizeof (guint32));
  for (guint i = 0; i < 2 * orders->n_rows; i++)
    orders->row_numbers[next[orders->ends[i]]++] = i / 2;
}

EntenteOrders *
entente_orders_new (const EntenteOrderRow *rows, guint n, EntenteOrderedFunc look_up, gpointer data)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (EntenteOrderRow));
  g_autoptr (GArray) events = NULL;
  EntenteOrders *orders;

  if (n == 0)
    return NULL;
  g_array_append_vals (kept, rows, n);
  events = gather_events (kept, look_up, data);
  if (kept->len == 0)
    return NULL;
  g_array_sort (kept, compare_rows);
  orders = g_new0 (EntenteOrders, 1);
  g_atomic_ref_count_init (&orders->refs);
  orders->n_rows = kept->len;
  orders->n_events = events->len;
  orders->rows = (EntenteOrderRow *) (gpointer) g_array_free (g_steal_pointer (&kept), FALSE);
  orders->events = (EntenteOrdered *) (gpointer) g_array_free (g_steal_pointer (&events), FALSE);
  orders->is_left_out = g_new0 (gboolean, orders->n_rows);
  index_rows (orders);
  entente_orders_solve (orders);
  entente_orders_place (orders);
  return orders;
}

EntenteOrders *
entente_orders_ref (EntenteOrders *orders)
{
  if (orders != NULL)
    g_atomic_ref_count_inc (&orders->refs);
  return orders;
}

void
entente_orders_unref (EntenteOrders *orders)
{
  if (orders == NULL || !g_atomic_ref_count_dec (&orders->refs))
    return;
  g_free (orders->rows);
  g_free (orders->is_left_out);
  g_free (orders->events);
  g_free (orders->ends);
  g_free (orders->first_rows);
  g_free (orders->row_numbers);
  g_free (orders);
}

/* ---- reading ---- */

const EntenteOrderRow *
entente_orders_get_rows (const EntenteOrders *orders, guint *n)
{
  *n = orders != NULL ? orders->n_rows : 0;
  return orders != NULL ? orders->rows : NULL;
}

gboolean
entente_orders_is_contradicted (const EntenteOrders *orders, guint number)
{
  g_return_val_if_fail (number < orders->n_rows, FALSE);

  return orders->is_left_out[number];
}

const EntenteOrdered *
entente_orders_get_events (const EntenteOrders *orders, guint *n)
{
  *n = orders != NULL ? orders->n_events : 0;
  return orders != NULL ? orders->events : NULL;
}

gboolean
entente_orders_get_precedence (const EntenteOrders *orders, guint row, EntentePrecedence *out)
{
  guint32 event = orders->ends[2 * row];
  guint32 other = orders->ends[2 * row + 1];

  if (orders->is_left_out[row] || event == other)
    return FALSE;
  switch (orders->rows[row].relation) {
  case ENTENTE_ORDER_BEFORE:
    *out = (EntentePrecedence){ event, other, TRUE };
    return TRUE;
  case ENTENTE_ORDER_AFTER:
    *out = (EntentePrecedence){ other, event, TRUE };
    return TRUE;
  case ENTENTE_ORDER_NOT_BEFORE:
    *out = (EntentePrecedence){ other, event, FALSE };
    return TRUE;
  default:
    return FALSE;
  }
}
