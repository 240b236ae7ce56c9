/* Orders against dates and against each other; and against trying all places of a few beginnings. */
#include "config.h"

#include "entente-orders.h"

#include <glib.h>

#define N_RANDOM 4
#define N_DAYS 5

typedef struct {
  EntenteId event, other;
  EntenteOrderRelation relation;
  gint64 days;
} Told;

/* Events 1, 2 … with these dates. */
static EntenteChronicle *
build (const char *const *dates, guint n)
{
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();

  for (guint i = 0; i < n; i++) {
    g_autoptr (EntenteEvent) event = entente_event_new ();
    EntenteEventRow row;

    event->record.id = i + 1;
    event->kind = g_strdup ("talks");
    event->when = entente_date_parse (dates[i], NULL);
    entente_event_get_row (event, &row);
    sink->event (builder, &row);
  }
  return entente_chronicle_builder_build (builder, 0);
}

static GPtrArray *
make_orders (const Told *told, guint n)
{
  GPtrArray *orders = g_ptr_array_new_with_free_func (entente_record_unref);

  for (guint i = 0; i < n; i++) {
    EntenteOrder *order = entente_order_new ();

    order->event = told[i].event;
    order->other = told[i].other;
    order->relation = (int) told[i].relation;
    order->days = told[i].days;
    g_ptr_array_add (orders, order);
  }
  return orders;
}

/* The only contradiction is @expected, or there is none when it is negative. */
static void
check (const char *const *dates, guint n_dates, const Told *told, guint n, int expected)
{
  g_autoptr (EntenteChronicle) chronicle = build (dates, n_dates);
  g_autoptr (GPtrArray) orders = make_orders (told, n);
  g_autoptr (GArray) found = entente_orders_find_contradictions (chronicle, orders);

  g_assert_cmpuint (found->len, ==, expected >= 0 ? 1 : 0);
  if (expected >= 0)
    g_assert_cmpint (g_array_index (found, guint, 0), ==, expected);
}

static void
test_dates (void)
{
  static const char *const dates[] = { "2018-07-10", "2018-07", "[..2018-06]", "" };
  static const struct {
    Told told;
    gboolean can_be;
  } cases[] = {
    { { 1, 2, ENTENTE_ORDER_BEFORE, 0 }, TRUE },
    { { 1, 2, ENTENTE_ORDER_AFTER, 0 }, TRUE },
    { { 1, 3, ENTENTE_ORDER_BEFORE, 0 }, FALSE },
    { { 1, 3, ENTENTE_ORDER_NOT_BEFORE, 0 }, TRUE },
    { { 3, 1, ENTENTE_ORDER_NOT_BEFORE, 0 }, FALSE },
    { { 3, 1, ENTENTE_ORDER_WITHIN_DAYS, 9 }, TRUE },
    { { 3, 1, ENTENTE_ORDER_WITHIN_DAYS, 8 }, FALSE },
    { { 1, 4, ENTENTE_ORDER_AFTER, 0 }, TRUE },
    { { 1, 1, ENTENTE_ORDER_AFTER, 0 }, FALSE },
    { { 1, 99, ENTENTE_ORDER_AFTER, 0 }, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (dates, G_N_ELEMENTS (dates), &cases[i].told, 1, cases[i].can_be ? -1 : 0);
}

/* A ring of undated moves, and an undated move between two days that stand the other way round. */
static void
test_chains (void)
{
  static const char *const undated[] = { "", "", "" };
  static const char *const days[] = { "2018-07-10", "", "2018-07-09" };
  static const Told chain[] = {
    { 1, 2, ENTENTE_ORDER_BEFORE, 0 },
    { 2, 3, ENTENTE_ORDER_BEFORE, 0 },
    { 1, 3, ENTENTE_ORDER_AFTER, 0 },
  };

  check (undated, 3, chain, 2, -1);
  check (undated, 3, chain, 3, 2);
  check (days, 3, chain, 2, 1);
}

static gboolean
holds (const Told *told, const int *days)
{
  int event = days[told->event - 1], other = days[told->other - 1];

  switch (told->relation) {
  case ENTENTE_ORDER_BEFORE:
    return event < other;
  case ENTENTE_ORDER_AFTER:
    return event > other;
  case ENTENTE_ORDER_NOT_BEFORE:
    return event >= other;
  default:
    return ABS (event - other) <= told->days;
  }
}

/* Is there a choice of days, each event having @n_days from its first on, that obeys all? */
static gboolean
is_solvable (const int *first, const int *n_days, const Told *told, guint n)
{
  int total = 1;

  for (guint i = 0; i < N_RANDOM; i++)
    total *= n_days[i];
  for (int choice = 0; choice < total; choice++) {
    int days[N_RANDOM];
    gboolean all = TRUE;
    int rest = choice;

    for (guint i = 0; i < N_RANDOM; i++) {
      days[i] = first[i] + rest % n_days[i];
      rest /= n_days[i];
    }
    for (guint i = 0; i < n && all; i++)
      all = holds (&told[i], days);
    if (all)
      return TRUE;
  }
  return FALSE;
}

/* Whole days are told, and beginnings within a day may still differ: the system never finds a contradiction where some
 * choice of days obeys. */
static void
test_never_too_strict (void)
{
  for (guint round = 0; round < 300; round++) {
    int first[N_RANDOM], n_days[N_RANDOM];
    char *dates[N_RANDOM];
    Told told[6];
    g_autoptr (EntenteChronicle) chronicle = NULL;
    g_autoptr (GPtrArray) orders = NULL;
    g_autoptr (GArray) found = NULL;

    for (guint i = 0; i < N_RANDOM; i++) {
      first[i] = g_test_rand_int_range (1, 10);
      n_days[i] = g_test_rand_int_range (1, N_DAYS);
      dates[i] =
        g_strdup_printf ("[2018-07-%02d..2018-07-%02d]", first[i], first[i] + n_days[i] - 1);
    }
    for (guint i = 0; i < G_N_ELEMENTS (told); i++)
      told[i] = (Told){ g_test_rand_int_range (1, N_RANDOM + 1),
                        g_test_rand_int_range (1, N_RANDOM + 1),
                        (EntenteOrderRelation) g_test_rand_int_range (0, 4),
                        g_test_rand_int_range (0, 4) };
    chronicle = build ((const char *const *) dates, N_RANDOM);
    orders = make_orders (told, G_N_ELEMENTS (told));
    found = entente_orders_find_contradictions (chronicle, orders);
    if (is_solvable (first, n_days, told, G_N_ELEMENTS (told)))
      g_assert_cmpuint (found->len, ==, 0);
    for (guint i = 0; i < N_RANDOM; i++)
      g_free (dates[i]);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/orders/dates", test_dates);
  g_test_add_func ("/orders/chains", test_chains);
  g_test_add_func ("/orders/never-too-strict", test_never_too_strict);
  return g_test_run ();
}
