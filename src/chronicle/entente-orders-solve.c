/* What orders make of windows.
 *
 * Each event has an earliest and a latest moment at which it may have begun. An order moves one of
 * these when it must, and with it whatever hangs on it, until nothing moves any more: the result
 * does not depend on where one begins. When nothing is left of an event, the orders that brought
 * both of its moments there contradict each other or the dates, and so do the orders of a ring. All
 * of them are left out, since none is better than the others, and the rest is worked out anew. */
#include "entente-orders-private.h"

#include <string.h>

/* When an event may have begun: civil seconds, both ends inclusive. */
typedef struct {
  gint64 earliest, latest;
  gint64 shown_earliest, shown_latest; /* the same without the seconds by which "after" is later */
  guint32 earliest_by, latest_by; /* rows that moved it there, or ENTENTE_NO_ORDER: the date */
} Beginning;

typedef struct {
  EntenteOrders *orders;
  Beginning *beginnings; /* by event */
  GQueue waiting; /* numbers of events that moved */
  gboolean *is_waiting;
} Solver;

static void
set_from_date (Beginning *beginning, const EntenteDatePoints *points)
{
  gint64 last = points->latest_start;

  if (last != ENTENTE_TIME_MAX)
    last = MAX (last - 1, points->earliest_start);
  *beginning =
    (Beginning){ points->earliest_start, last, points->earliest_start, last, ENTENTE_NO_ORDER,
                 ENTENTE_NO_ORDER };
}

static void
wake (Solver *solver, guint32 event)
{
  if (solver->is_waiting[event])
    return;
  solver->is_waiting[event] = TRUE;
  g_queue_push_tail (&solver->waiting, GUINT_TO_POINTER (event));
}

static void
move_up (Solver *solver, guint32 event, gint64 earliest, gint64 shown, guint row)
{
  Beginning *beginning = &solver->beginnings[event];

  if (earliest <= beginning->earliest)
    return;
  beginning->earliest = earliest;
  beginning->shown_earliest = MAX (shown, beginning->shown_earliest);
  beginning->earliest_by = row;
  wake (solver, event);
}

static void
move_down (Solver *solver, guint32 event, gint64 latest, gint64 shown, guint row)
{
  Beginning *beginning = &solver->beginnings[event];

  if (latest >= beginning->latest)
    return;
  beginning->latest = latest;
  beginning->shown_latest = MIN (shown, beginning->shown_latest);
  beginning->latest_by = row;
  wake (solver, event);
}

static void
obey_precedence (Solver *solver, const EntentePrecedence *order, guint row)
{
  const Beginning first = solver->beginnings[order->first];
  const Beginning second = solver->beginnings[order->second];

  if (first.earliest != ENTENTE_TIME_MIN)
    move_up (solver, order->second, first.earliest + order->is_strict, first.shown_earliest, row);
  if (second.latest != ENTENTE_TIME_MAX)
    move_down (solver, order->first, second.latest - order->is_strict, second.shown_latest, row);
}

/* The moment by @days whole days; the edge of that day. */
static gint64
shift_days (gint64 time, gint64 days)
{
  return (entente_time_to_day (time) + days) * ENTENTE_SECONDS_PER_DAY;
}

#define MAX_DAYS 4000000 /* beyond what a date can be: no bound, and no overflow */

static void
obey_within (Solver *solver, guint32 event, guint32 other, guint row)
{
  const Beginning *beginning = &solver->beginnings[other];
  gint64 days = MAX (solver->orders->rows[row].days, 0);

  if (days > MAX_DAYS)
    return;
  if (beginning->earliest != ENTENTE_TIME_MIN) {
    gint64 earliest = shift_days (beginning->earliest, -days);

    move_up (solver, event, earliest, earliest, row);
  }
  if (beginning->latest != ENTENTE_TIME_MAX) {
    gint64 latest = shift_days (beginning->latest, days + 1) - 1;

    move_down (solver, event, latest, latest, row);
  }
}

static void
obey (Solver *solver, guint row)
{
  const EntenteOrders *orders = solver->orders;
  guint32 event = orders->ends[2 * row];
  guint32 other = orders->ends[2 * row + 1];
  EntentePrecedence precedence;

  if (orders->is_left_out[row] || event == other)
    return;
  if (entente_orders_get_precedence (orders, row, &precedence)) {
    obey_precedence (solver, &precedence, row);
    return;
  }
  obey_within (solver, event, other, row);
  obey_within (solver, other, event, row);
}

/* ---- contradictions ---- */

/* The rows by which a moment of @event came where it is, back to a date. */
static void
leave_out_reasons (Solver *solver, guint32 event, gboolean earliest)
{
  EntenteOrders *orders = solver->orders;

  for (guint steps = 0; steps < orders->n_rows; steps++) {
    const Beginning *beginning = &solver->beginnings[event];
    guint32 row = earliest ? beginning->earliest_by : beginning->latest_by;

    if (row == ENTENTE_NO_ORDER)
      return;
    orders->is_left_out[row] = TRUE;
    event = orders->ends[2 * row] == event ? orders->ends[2 * row + 1] : orders->ends[2 * row];
  }
}

/* By which row each event was reached that can be reached from @start. */
static guint32 *
reach_events (const EntenteOrders *orders, guint32 start)
{
  guint32 *reached_by = g_new (guint32, orders->n_events);
  g_autoptr (GArray) reached = g_array_new (FALSE, FALSE, sizeof (guint32));
  EntentePrecedence step;

  memset (reached_by, 0xff, orders->n_events * sizeof (guint32));
  g_array_append_val (reached, start);
  for (guint i = 0; i < reached->len; i++) {
    guint32 at = g_array_index (reached, guint32, i);

    for (guint k = orders->first_rows[at]; k < orders->first_rows[at + 1]; k++) {
      guint32 row = orders->row_numbers[k];

      if (!entente_orders_get_precedence (orders, row, &step) || step.first != at ||
          step.second == start || reached_by[step.second] != ENTENTE_NO_ORDER)
        continue;
      reached_by[step.second] = row;
      g_array_append_val (reached, step.second);
    }
  }
  return reached_by;
}

/* When the first of an order can be reached from its second, the way there and the order are a
 * ring. */
static void
leave_out_ring (const EntenteOrders *orders, guint closing_row, gboolean *left_out)
{
  EntentePrecedence closing, step;
  g_autofree guint32 *reached_by = NULL;

  entente_orders_get_precedence (orders, closing_row, &closing);
  reached_by = reach_events (orders, closing.second);
  if (reached_by[closing.first] == ENTENTE_NO_ORDER)
    return;
  left_out[closing_row] = TRUE;
  for (guint32 at = closing.first; at != closing.second; at = step.first) {
    left_out[reached_by[at]] = TRUE;
    entente_orders_get_precedence (orders, reached_by[at], &step);
  }
}

/* Takes away, again and again, events that nothing comes before: what is left lies on rings or
 * behind them. */
static gboolean *
find_suspects (const EntenteOrders *orders)
{
  gboolean *is_suspect = g_new (gboolean, orders->n_events);
  g_autofree guint *n_before = g_new0 (guint, orders->n_events);
  g_autoptr (GArray) free_events = g_array_new (FALSE, FALSE, sizeof (guint32));
  EntentePrecedence order;

  for (guint row = 0; row < orders->n_rows; row++) {
    if (entente_orders_get_precedence (orders, row, &order))
      n_before[order.second]++;
  }
  for (guint32 i = 0; i < orders->n_events; i++) {
    is_suspect[i] = n_before[i] > 0;
    if (!is_suspect[i])
      g_array_append_val (free_events, i);
  }
  for (guint i = 0; i < free_events->len; i++) {
    guint32 at = g_array_index (free_events, guint32, i);

    for (guint k = orders->first_rows[at]; k < orders->first_rows[at + 1]; k++) {
      if (!entente_orders_get_precedence (orders, orders->row_numbers[k], &order) ||
          order.first != at || --n_before[order.second] > 0)
        continue;
      is_suspect[order.second] = FALSE;
      g_array_append_val (free_events, order.second);
    }
  }
  return is_suspect;
}

static gboolean
is_before_itself (const EntenteOrders *orders, guint row)
{
  return orders->ends[2 * row] == orders->ends[2 * row + 1] &&
         (orders->rows[row].relation == ENTENTE_ORDER_BEFORE ||
          orders->rows[row].relation == ENTENTE_ORDER_AFTER);
}

/* Rings of moves each before the next, and moves before themselves. Rings of "not before" alone are
 * no contradiction: all began together. */
static void
leave_out_rings (EntenteOrders *orders)
{
  g_autofree gboolean *is_suspect = find_suspects (orders);
  gboolean *left_out = g_new0 (gboolean, orders->n_rows);
  EntentePrecedence order;

  for (guint row = 0; row < orders->n_rows; row++) {
    if (!entente_orders_get_precedence (orders, row, &order))
      left_out[row] = left_out[row] || is_before_itself (orders, row);
    else if (order.is_strict && is_suspect[order.first] && is_suspect[order.second])
      leave_out_ring (orders, row, left_out);
  }
  g_free (orders->is_left_out);
  orders->is_left_out = left_out;
}

/* ---- solving ---- */

/* FALSE when something contradicted itself; it is left out then. */
static gboolean
settle (Solver *solver)
{
  const EntenteOrders *orders = solver->orders;

  while (!g_queue_is_empty (&solver->waiting)) {
    guint32 event = GPOINTER_TO_UINT (g_queue_pop_head (&solver->waiting));
    const Beginning *beginning = &solver->beginnings[event];

    solver->is_waiting[event] = FALSE;
    if (beginning->earliest > beginning->latest) {
      leave_out_reasons (solver, event, TRUE);
      leave_out_reasons (solver, event, FALSE);
      return FALSE;
    }
    for (guint k = orders->first_rows[event]; k < orders->first_rows[event + 1]; k++)
      obey (solver, orders->row_numbers[k]);
  }
  return TRUE;
}

static gboolean
solve_once (Solver *solver)
{
  const EntenteOrders *orders = solver->orders;

  for (guint32 i = 0; i < orders->n_events; i++) {
    set_from_date (&solver->beginnings[i], &orders->events[i].base.points);
    solver->is_waiting[i] = FALSE;
  }
  g_queue_clear (&solver->waiting);
  for (guint32 i = 0; i < orders->n_events; i++)
    wake (solver, i);
  return settle (solver);
}

/* An event that lasted is bounded at its beginning alone. */
static gboolean
has_lasted (const EntenteOrderedBase *base)
{
  return base->form == ENTENTE_DATE_SPAN || base->form == ENTENTE_DATE_ALL_OF;
}

static EntenteDatePoints
narrow_points (const EntenteOrderedBase *base, gint64 not_before, gint64 not_after)
{
  EntenteDatePoints points = base->points;

  points.earliest_start = MAX (points.earliest_start, not_before);
  points.latest_start = MIN (points.latest_start, not_after);
  if (!has_lasted (base)) {
    points.earliest_end = MAX (points.earliest_end, not_before);
    points.latest_end = MIN (points.latest_end, not_after);
  } else if (points.earliest_end != ENTENTE_TIME_MAX) {
    points.earliest_end = MIN (MAX (points.earliest_end, not_before), points.latest_end);
  }
  return points;
}

/* What orders say and the date does not. */
static void
adopt_bounds (EntenteOrdered *event, const Beginning *beginning)
{
  const EntenteDatePoints *old = &event->base.points;
  gboolean after = beginning->shown_earliest > old->earliest_start;
  gboolean before = beginning->shown_latest < old->latest_start - 1;

  event->after = after ? beginning->earliest_by : ENTENTE_NO_ORDER;
  event->before = before ? beginning->latest_by : ENTENTE_NO_ORDER;
  event->not_before = after ? beginning->shown_earliest : ENTENTE_TIME_MIN;
  event->not_after = before ? beginning->shown_latest + 1 : ENTENTE_TIME_MAX;
}

static void
adopt (EntenteOrdered *event, const Beginning *beginning)
{
  const EntenteOrderedBase *base = &event->base;

  adopt_bounds (event, beginning);
  event->points = narrow_points (base, event->not_before, event->not_after);
  event->flags = base->flags;
  if (memcmp (&event->points, &base->points, sizeof base->points) != 0)
    event->flags |= ENTENTE_ROW_ORDERED;
  if (event->points.earliest_start != base->points.earliest_start)
    event->flags |= ENTENTE_ROW_BOUNDED_START;
  if (event->points.latest_end != base->points.latest_end)
    event->flags |= ENTENTE_ROW_BOUNDED_END;
  if (base->flags & ENTENTE_ROW_BOUNDED)
    event->told = base->told;
  else if (event->flags & ENTENTE_ROW_BOUNDED)
    event->told = entente_date_points_get_window (&base->points);
}

void
entente_orders_solve (EntenteOrders *orders)
{
  Solver solver = { .orders = orders, .waiting = G_QUEUE_INIT };

  solver.beginnings = g_new (Beginning, orders->n_events);
  solver.is_waiting = g_new0 (gboolean, orders->n_events);
  leave_out_rings (orders);
  while (!solve_once (&solver)) {
  }
  for (guint i = 0; i < orders->n_events; i++)
    adopt (&orders->events[i], &solver.beginnings[i]);
  g_queue_clear (&solver.waiting);
  g_free (solver.beginnings);
  g_free (solver.is_waiting);
}
