/* EntenteOrders: a system of differences.
 *
 * Every date and every order says of two beginnings that one is at most so many seconds after the other; the origin of
 * time is one of them. Such a system can be solved as long as each beginning has a place that obeys all: places are
 * kept, and a new difference moves only what it must. When that would move the beginning that it was measured
 * from, it contradicts what is there and is left out. */
#include "entente-orders.h"

/* Beginning @a is at most @seconds after beginning @b. */
typedef struct {
  guint a;
  guint b;
  gint64 seconds;
} Difference;

typedef struct {
  const EntenteChronicle *chronicle;
  GHashTable *numbers; /* EntenteId -> number of its beginning; 0 is the origin of time */
  GArray *places; /* gint64 by number */
  GArray *differences; /* Difference */
} System;

static gint64 *
get_place (System *system, guint number)
{
  return &g_array_index (system->places, gint64, number);
}

/* Moves what a place that fell pulls down; FALSE when @fixed is among it. */
static gboolean
settle (System *system, guint fallen, guint fixed)
{
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (waiting, fallen);
  while (waiting->len > 0) {
    guint b = g_array_index (waiting, guint, waiting->len - 1);

    g_array_set_size (waiting, waiting->len - 1);
    for (guint i = 0; i < system->differences->len; i++) {
      const Difference *difference = &g_array_index (system->differences, Difference, i);
      gint64 highest = *get_place (system, b) + difference->seconds;

      if (difference->b != b || *get_place (system, difference->a) <= highest)
        continue;
      if (difference->a == fixed)
        return FALSE;
      *get_place (system, difference->a) = highest;
      g_array_append_val (waiting, difference->a);
    }
  }
  return TRUE;
}

/* FALSE, and nothing is changed, when it cannot be. */
static gboolean
add_difference (System *system, guint a, guint b, gint64 seconds)
{
  Difference difference = { a, b, seconds };
  g_autoptr (GArray) old = NULL;

  if (a == b)
    return seconds >= 0;
  if (*get_place (system, a) > *get_place (system, b) + seconds) {
    old = g_array_copy (system->places);
    *get_place (system, a) = *get_place (system, b) + seconds;
    if (!settle (system, a, b)) {
      g_array_unref (system->places);
      system->places = g_steal_pointer (&old);
      return FALSE;
    }
  }
  g_array_append_val (system->differences, difference);
  return TRUE;
}

static void
add_dates (System *system, guint number, guint row)
{
  EntenteEventRow event;
  gint64 first, last;

  entente_chronicle_get_row (system->chronicle, row, &event);
  first = event.points.earliest_start;
  last = event.points.latest_start;
  if (last != ENTENTE_TIME_MAX)
    last = MAX (last - 1, first);
  if (first != ENTENTE_TIME_MIN)
    add_difference (system, 0, number, -first);
  if (last != ENTENTE_TIME_MAX)
    add_difference (system, number, 0, last);
}

/* Number of the beginning of an event; 0 when there is no such event. */
static guint
find_number (System *system, EntenteId id)
{
  guint row = entente_chronicle_find_row (system->chronicle, id);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (system->numbers, &id));
  gint64 place = 0;

  if (row == ENTENTE_NO_INDEX || number != 0)
    return number;
  number = system->places->len;
  g_array_append_val (system->places, place);
  g_hash_table_insert (system->numbers, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (number));
  add_dates (system, number, row);
  return number;
}

static gboolean
add_within (System *system, guint event, guint other, gint64 days)
{
  gint64 seconds = (MAX (days, 0) + 1) * ENTENTE_SECONDS_PER_DAY - 1;
  guint n = system->differences->len;

  if (!add_difference (system, event, other, seconds))
    return FALSE;
  if (add_difference (system, other, event, seconds))
    return TRUE;
  g_array_set_size (system->differences, n);
  return FALSE;
}

static gboolean
add_order (System *system, const EntenteOrder *order)
{
  guint event = find_number (system, order->event);
  guint other = find_number (system, order->other);

  if (event == 0 || other == 0)
    return TRUE;
  switch (order->relation) {
  case ENTENTE_ORDER_BEFORE:
    return add_difference (system, event, other, -1);
  case ENTENTE_ORDER_AFTER:
    return add_difference (system, other, event, -1);
  case ENTENTE_ORDER_NOT_BEFORE:
    return add_difference (system, other, event, 0);
  default:
    return add_within (system, event, other, order->days);
  }
}

GArray *
entente_orders_find_contradictions (const EntenteChronicle *chronicle, const GPtrArray *orders)
{
  System system = { .chronicle = chronicle };
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  gint64 origin = 0;

  system.numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  system.places = g_array_new (FALSE, FALSE, sizeof (gint64));
  system.differences = g_array_new (FALSE, FALSE, sizeof (Difference));
  g_array_append_val (system.places, origin);
  for (guint i = 0; i < orders->len; i++) {
    if (!add_order (&system, g_ptr_array_index (orders, i)))
      g_array_append_val (found, i);
  }
  g_hash_table_unref (system.numbers);
  g_array_unref (system.places);
  g_array_unref (system.differences);
  return found;
}
