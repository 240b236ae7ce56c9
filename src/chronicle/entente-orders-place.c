/* The place of events in the one order that orders alone place.
 *
 * Such an event, without a date of its own, comes right after the last of the moves that it
 * follows; when it follows none but comes before some, right before the first of these. Several at
 * the same move stand in order of telling, as far as they are not ordered themselves. The place on
 * the axis is then that of the move; where the bounds of the event rule that out, it stands where
 * its bounds put it. An event without any bound stays among the undated. */
#include "entente-orders-private.h"

typedef enum {
  SEAT_NONE, /* not found yet */
  SEAT_OWN, /* where its points put it */
  SEAT_AFTER, /* behind its root */
  SEAT_BEFORE, /* ahead of it */
} Seat;

typedef struct {
  EntenteOrders *orders;
  Seat *seats; /* by event */
  EntenteDateKey *roots; /* key of the move that the event stands next to, or its own */
  GArray *sequence; /* guint32: events to be placed, those that come before others first */
} Placer;

static EntenteDateKey
get_own_key (const EntenteOrdered *event)
{
  EntenteDateKey key = entente_ordered_base_get_key (&event->base);

  key.place = entente_date_points_get_place (&event->points, (EntenteDateForm) event->base.form);
  return key;
}

static gboolean
is_floating (const Placer *placer, guint32 event)
{
  return placer->orders->events[event].base.form == ENTENTE_DATE_UNDATED;
}

/* ---- the sequence ---- */

static int
compare_tellings (gconstpointer a, gconstpointer b, gpointer data)
{
  const Placer *placer = data;
  const EntenteOrderedBase *first = &placer->orders->events[GPOINTER_TO_UINT (a)].base;
  const EntenteOrderedBase *second = &placer->orders->events[GPOINTER_TO_UINT (b)].base;

  if (first->telling != second->telling)
    return first->telling < second->telling ? -1 : 1;
  return (first->id > second->id) - (first->id < second->id);
}

static void
queue_event (Placer *placer, GSequence *ready, gboolean *is_queued, guint32 event)
{
  if (is_queued[event])
    return;
  is_queued[event] = TRUE;
  g_sequence_insert_sorted (ready, GUINT_TO_POINTER (event), compare_tellings, placer);
}

/* One fewer comes before each event that @event comes before. */
static void
release_followers (Placer *placer,
                   GSequence *ready,
                   gboolean *is_queued,
                   guint *n_before,
                   guint32 event)
{
  const EntenteOrders *orders = placer->orders;
  EntentePrecedence order;

  for (guint k = orders->first_rows[event]; k < orders->first_rows[event + 1]; k++) {
    if (entente_orders_get_precedence (orders, orders->row_numbers[k], &order) &&
        order.first == event && is_floating (placer, order.second) && --n_before[order.second] == 0)
      queue_event (placer, ready, is_queued, order.second);
  }
}

static guint *
count_before (const Placer *placer)
{
  guint *n_before = g_new0 (guint, placer->orders->n_events);
  EntentePrecedence order;

  for (guint row = 0; row < placer->orders->n_rows; row++) {
    if (entente_orders_get_precedence (placer->orders, row, &order) &&
        is_floating (placer, order.first) && is_floating (placer, order.second))
      n_before[order.second]++;
  }
  return n_before;
}

/* Rings of "not before" have no first: they are begun where they are told first by id. */
static void
find_sequence (Placer *placer)
{
  guint n = placer->orders->n_events;
  g_autofree guint *n_before = count_before (placer);
  g_autofree gboolean *is_queued = g_new0 (gboolean, n);
  g_autoptr (GSequence) ready = g_sequence_new (NULL);

  for (guint32 i = 0; i < n; i++) {
    if (is_floating (placer, i) && n_before[i] == 0)
      queue_event (placer, ready, is_queued, i);
  }
  for (guint32 i = 0; i <= n; i++) {
    while (!g_sequence_is_empty (ready)) {
      GSequenceIter *iter = g_sequence_get_begin_iter (ready);
      guint32 event = GPOINTER_TO_UINT (g_sequence_get (iter));

      g_sequence_remove (iter);
      g_array_append_val (placer->sequence, event);
      release_followers (placer, ready, is_queued, n_before, event);
    }
    if (i < n && is_floating (placer, i))
      queue_event (placer, ready, is_queued, i);
  }
}

/* ---- roots ---- */

static gboolean
has_room_at (const EntenteOrdered *event, gint64 place)
{
  EntenteSpan window = entente_date_points_get_window (&event->points);

  return place >= window.start && place < window.end;
}

static gboolean
is_unbounded (const EntenteOrdered *event)
{
  return event->points.earliest_start == ENTENTE_TIME_MIN &&
         event->points.latest_end == ENTENTE_TIME_MAX;
}

static void
seat (Placer *placer, guint32 event, Seat chosen, EntenteDateKey root)
{
  const EntenteOrdered *ordered = &placer->orders->events[event];

  if (is_unbounded (ordered))
    root.place = ENTENTE_TIME_MAX;
  else if (!has_room_at (ordered, root.place)) {
    chosen = SEAT_OWN;
    root = get_own_key (ordered);
  }
  placer->seats[event] = chosen;
  placer->roots[event] = root;
}

/* A bounded event does not stand among the undated. */
static gboolean
may_stand_at (const Placer *placer, guint32 event, const EntenteDateKey *root)
{
  return root->place != ENTENTE_TIME_MAX || is_unbounded (&placer->orders->events[event]);
}

/* The last root of what comes before @event, or the first of what comes after it; FALSE when none
 * has one. */
static gboolean
find_root (const Placer *placer, guint32 event, gboolean after, EntenteDateKey *root)
{
  const EntenteOrders *orders = placer->orders;
  gboolean found = FALSE;

  for (guint k = orders->first_rows[event]; k < orders->first_rows[event + 1]; k++) {
    EntentePrecedence order;
    guint32 other;

    if (!entente_orders_get_precedence (orders, orders->row_numbers[k], &order) ||
        (after ? order.second : order.first) != event)
      continue;
    other = after ? order.first : order.second;
    if (placer->seats[other] == SEAT_NONE || !may_stand_at (placer, event, &placer->roots[other]) ||
        (found && (entente_date_key_compare (&placer->roots[other], root) > 0) != after))
      continue;
    *root = placer->roots[other];
    found = TRUE;
  }
  return found;
}

/* Followers first, then what only leads, then what hangs on these alone. */
static void
find_roots (Placer *placer)
{
  EntenteDateKey root;

  for (guint round = 0; round < 2; round++) {
    for (guint i = 0; i < placer->sequence->len; i++) {
      guint32 event = g_array_index (placer->sequence, guint32, i);

      if (placer->seats[event] != SEAT_NONE)
        continue;
      if (find_root (placer, event, TRUE, &root))
        seat (placer, event, SEAT_AFTER, root);
      else if (round == 1)
        seat (placer, event, SEAT_OWN, get_own_key (&placer->orders->events[event]));
    }
    for (guint i = placer->sequence->len; i > 0 && round == 0; i--) {
      guint32 event = g_array_index (placer->sequence, guint32, i - 1);

      if (placer->seats[event] == SEAT_NONE && find_root (placer, event, FALSE, &root))
        seat (placer, event, SEAT_BEFORE, root);
    }
  }
}

/* ---- steps ---- */

static void
take_step (Placer *placer, GHashTable *counts, guint32 event, int direction)
{
  EntenteOrdered *ordered = &placer->orders->events[event];
  const EntenteDateKey *root = &placer->roots[event];
  int count = GPOINTER_TO_INT (g_hash_table_lookup (counts, &root->id)) + direction;

  g_hash_table_insert (counts, (gpointer) &root->id, GINT_TO_POINTER (count));
  ordered->key = *root;
  ordered->key.step = count;
  ordered->flags |= ENTENTE_ROW_ORDERED | ENTENTE_ROW_FOLLOWS;
}

/* Outwards from the root on both sides. */
static void
take_steps (Placer *placer)
{
  g_autoptr (GHashTable) after = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) before = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < placer->sequence->len; i++) {
    guint32 event = g_array_index (placer->sequence, guint32, i);

    if (placer->seats[event] == SEAT_AFTER)
      take_step (placer, after, event, 1);
  }
  for (guint i = placer->sequence->len; i > 0; i--) {
    guint32 event = g_array_index (placer->sequence, guint32, i - 1);

    if (placer->seats[event] == SEAT_BEFORE)
      take_step (placer, before, event, -1);
  }
}

void
entente_orders_place (EntenteOrders *orders)
{
  Placer placer = { .orders = orders };

  placer.seats = g_new0 (Seat, orders->n_events);
  placer.roots = g_new0 (EntenteDateKey, orders->n_events);
  placer.sequence = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 i = 0; i < orders->n_events; i++) {
    orders->events[i].key = get_own_key (&orders->events[i]);
    if (!is_floating (&placer, i)) {
      placer.seats[i] = SEAT_OWN;
      placer.roots[i] = orders->events[i].key;
    }
  }
  find_sequence (&placer);
  find_roots (&placer);
  take_steps (&placer);
  g_free (placer.seats);
  g_free (placer.roots);
  g_array_unref (placer.sequence);
}
