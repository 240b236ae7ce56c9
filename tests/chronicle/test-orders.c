/* Orders: the windows and the places that follow, and what contradicts itself; against trying all
 * places of a few beginnings. */
#include "config.h"

#include "entente-matcher.h"
#include "entente-orders.h"

#include <glib.h>

#define N_RANDOM 4
#define N_DAYS 5
#define N_TOLD 6

typedef struct {
  EntenteId event, other;
  EntenteOrderRelation relation;
  gint64 days;
} Told;

/* Events 1, 2 … with these dates, and orders 1, 2 … */
static EntenteChronicle *
build (const char *const *dates, guint n_dates, const Told *told, guint n)
{
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();

  for (guint i = 0; i < n_dates; i++) {
    g_autoptr (EntenteEvent) event = entente_event_new ();
    EntenteEventRow row;

    event->record.id = i + 1;
    event->kind = g_strdup ("talks");
    event->when = entente_date_parse (dates[i], NULL);
    entente_event_get_row (event, &row);
    sink->event (builder, &row);
  }
  for (guint i = n; i > 0; i--) {
    EntenteOrderRow row = { .id = i,
                            .event = told[i - 1].event,
                            .other = told[i - 1].other,
                            .days = told[i - 1].days,
                            .relation = (guint8) told[i - 1].relation };

    sink->order (builder, &row);
  }
  return entente_chronicle_builder_build (builder, 0);
}

/* A bit for each order that is left out. */
static guint
get_contradictions (const EntenteChronicle *chronicle)
{
  const EntenteOrders *orders = entente_chronicle_get_orders (chronicle);
  guint n, found = 0;
  const EntenteOrderRow *rows = entente_orders_get_rows (orders, &n);

  for (guint i = 0; i < n; i++)
    found |= (guint) entente_orders_is_contradicted (orders, i) << (rows[i].id - 1);
  return found;
}

static void
check (const char *const *dates, guint n_dates, const Told *told, guint n, guint expected)
{
  g_autoptr (EntenteChronicle) chronicle = build (dates, n_dates, told, n);

  g_assert_cmphex (get_contradictions (chronicle), ==, expected);
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
    { { 3, 1, ENTENTE_ORDER_WITHIN_DAYS, 10 }, TRUE },
    { { 3, 1, ENTENTE_ORDER_WITHIN_DAYS, 9 }, FALSE },
    { { 1, 4, ENTENTE_ORDER_AFTER, 0 }, TRUE },
    { { 1, 1, ENTENTE_ORDER_AFTER, 0 }, FALSE },
    { { 1, 1, ENTENTE_ORDER_NOT_BEFORE, 0 }, TRUE },
    { { 1, 99, ENTENTE_ORDER_AFTER, 0 }, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (dates, G_N_ELEMENTS (dates), &cases[i].told, 1, cases[i].can_be ? 0 : 1);
}

/* A ring of undated moves, and an undated move between two days that stand the other way round: no
 * order of them is better than the others. */
static void
test_chains (void)
{
  static const char *const undated[] = { "", "", "", "" };
  static const char *const days[] = { "2018-07-10", "", "2018-07-09" };
  static const Told chain[] = {
    { 1, 2, ENTENTE_ORDER_BEFORE, 0 },
    { 2, 3, ENTENTE_ORDER_BEFORE, 0 },
    { 1, 3, ENTENTE_ORDER_AFTER, 0 },
    { 3, 4, ENTENTE_ORDER_BEFORE, 0 },
  };
  static const Told together[] = {
    { 1, 2, ENTENTE_ORDER_NOT_BEFORE, 0 },
    { 2, 3, ENTENTE_ORDER_NOT_BEFORE, 0 },
    { 3, 1, ENTENTE_ORDER_NOT_BEFORE, 0 },
  };

  check (undated, 4, chain, 2, 0);
  check (undated, 4, chain, 4, 7);
  check (undated, 4, together, 3, 0);
  check (days, 3, chain, 2, 3);
}

/* ---- windows ---- */

/* The window of event @id in words, and as told after a stroke when that is another. */
static char *
describe (const EntenteChronicle *chronicle, EntenteId id)
{
  EntenteEventRow row;
  EntenteSpan window;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  entente_chronicle_get_row (chronicle, entente_chronicle_find_row (chronicle, id), &row);
  window = entente_date_points_get_window (&row.points);
  start = entente_time_format_iso (window.start);
  end = entente_time_format_iso (window.end);
  if (row.flags & ENTENTE_ROW_BOUNDED) {
    g_autofree char *told_start = entente_time_format_iso (row.told.start);
    g_autofree char *told_end = entente_time_format_iso (row.told.end);

    return g_strdup_printf ("%s/%s told %s/%s", start, end, told_start, told_end);
  }
  return g_strdup_printf ("%s/%s", start, end);
}

static void
test_windows (void)
{
  static const char *const dates[] = { "2018-07-10",
                                       "2018-07",
                                       "",
                                       "2018-08-20",
                                       "2018-07/2018-09" };
  static const struct {
    Told told[3];
    EntenteId event;
    const char *window;
  } cases[] = {
    { { { 3, 1, ENTENTE_ORDER_AFTER, 0 } }, 3, "2018-07-10/.. told ../.." },
    { { { 3, 1, ENTENTE_ORDER_BEFORE, 0 } }, 3, "../2018-07-11 told ../.." },
    { { { 1, 3, ENTENTE_ORDER_BEFORE, 0 }, { 4, 3, ENTENTE_ORDER_NOT_BEFORE, 0 } },
      3,
      "2018-07-10/2018-08-21 told ../.." },
    { { { 3, 1, ENTENTE_ORDER_WITHIN_DAYS, 3 } }, 3, "2018-07-07/2018-07-14 told ../.." },
    { { { 1, 3, ENTENTE_ORDER_WITHIN_DAYS, 0 } }, 3, "2018-07-10/2018-07-11 told ../.." },
    { { { 2, 1, ENTENTE_ORDER_AFTER, 0 } }, 2, "2018-07-10/2018-08-01 told 2018-07-01/2018-08-01" },
    /* Through another one; what is certain stays. */
    { { { 2, 3, ENTENTE_ORDER_AFTER, 0 }, { 3, 1, ENTENTE_ORDER_AFTER, 0 } },
      2,
      "2018-07-10/2018-08-01 told 2018-07-01/2018-08-01" },
    { { { 2, 1, ENTENTE_ORDER_AFTER, 0 } }, 1, "2018-07-10/2018-07-11" },
    /* Only the beginning of what lasted. */
    { { { 5, 1, ENTENTE_ORDER_BEFORE, 0 } }, 5, "2018-07-01/2018-10-01" },
    { { { 5, 1, ENTENTE_ORDER_AFTER, 0 } }, 5, "2018-07-10/2018-10-01 told 2018-07-01/2018-10-01" },
    /* What cannot be changes nothing. */
    { { { 3, 4, ENTENTE_ORDER_AFTER, 0 }, { 3, 1, ENTENTE_ORDER_BEFORE, 0 } }, 3, "../.." },
    { { { 2, 4, ENTENTE_ORDER_AFTER, 0 } }, 2, "2018-07-01/2018-08-01" },
    /* … and leaves the others alone. */
    { { { 3, 3, ENTENTE_ORDER_BEFORE, 0 }, { 3, 1, ENTENTE_ORDER_AFTER, 0 } },
      3,
      "2018-07-10/.. told ../.." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    guint n = 0;
    g_autoptr (EntenteChronicle) chronicle = NULL;
    g_autofree char *window = NULL;

    while (n < G_N_ELEMENTS (cases[i].told) && cases[i].told[n].event != 0)
      n++;
    chronicle = build (dates, G_N_ELEMENTS (dates), cases[i].told, n);
    window = describe (chronicle, cases[i].event);
    g_assert_cmpstr (window, ==, cases[i].window);
  }
}

/* ---- the one order ---- */

static char *
list_events (const EntenteChronicle *chronicle)
{
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < entente_chronicle_get_n_rows (chronicle); row++)
    g_string_append_printf (text,
                            "%s%" G_GINT64_FORMAT,
                            row == entente_chronicle_get_n_placed (chronicle) ? "|" : "",
                            entente_chronicle_get_id (chronicle, row));
  return g_string_free (text, FALSE);
}

static void
test_places (void)
{
  static const char *const dates[] = { "2018-07-10", "2018-07-20", "2018-08", "", "", "" };
  static const struct {
    Told told[5];
    const char *expected;
  } cases[] = {
    { { { 0 } }, "123|456" },
    { { { 5, 1, ENTENTE_ORDER_AFTER, 0 } }, "1523|46" },
    { { { 5, 1, ENTENTE_ORDER_AFTER, 0 }, { 5, 2, ENTENTE_ORDER_NOT_BEFORE, 0 } }, "1253|46" },
    { { { 2, 5, ENTENTE_ORDER_AFTER, 0 } }, "1523|46" },
    { { { 2, 5, ENTENTE_ORDER_AFTER, 0 }, { 5, 4, ENTENTE_ORDER_AFTER, 0 } }, "14523|6" },
    { { { 4, 1, ENTENTE_ORDER_AFTER, 0 },
        { 5, 1, ENTENTE_ORDER_AFTER, 0 },
        { 6, 1, ENTENTE_ORDER_AFTER, 0 } },
      "145623" },
    { { { 5, 1, ENTENTE_ORDER_AFTER, 0 },
        { 5, 6, ENTENTE_ORDER_AFTER, 0 },
        { 6, 4, ENTENTE_ORDER_AFTER, 0 },
        { 6, 1, ENTENTE_ORDER_AFTER, 0 },
        { 2, 5, ENTENTE_ORDER_AFTER, 0 } },
      "416523" },
    /* Nothing bounds them: among the undated, but in order. */
    { { { 4, 6, ENTENTE_ORDER_AFTER, 0 } }, "123|564" },
    { { { 5, 2, ENTENTE_ORDER_WITHIN_DAYS, 1 }, { 4, 5, ENTENTE_ORDER_AFTER, 0 } }, "12543|6" },
    /* A contradiction places nothing. */
    { { { 5, 3, ENTENTE_ORDER_AFTER, 0 }, { 5, 1, ENTENTE_ORDER_BEFORE, 0 } }, "123|456" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    guint n = 0;
    g_autoptr (EntenteChronicle) chronicle = NULL;
    g_autofree char *list = NULL;

    while (n < G_N_ELEMENTS (cases[i].told) && cases[i].told[n].event != 0)
      n++;
    chronicle = build (dates, G_N_ELEMENTS (dates), cases[i].told, n);
    list = list_events (chronicle);
    g_assert_cmpstr (list, ==, cases[i].expected);
  }
}

/* A derived bound counts as possibly, never as surely. */
static void
test_filter (void)
{
  static const char *const dates[] = { "2018-07-10", "2018-07-20", "" };
  static const Told told[] = { { 3, 1, ENTENTE_ORDER_AFTER, 0 },
                               { 3, 2, ENTENTE_ORDER_BEFORE, 0 } };
  g_autoptr (EntenteChronicle) chronicle = build (dates, 3, told, 2);
  g_autoptr (EntenteQuery) query = entente_query_new ();
  guint row = entente_chronicle_find_row (chronicle, 3);
  g_autoptr (EntenteBitset) possibly = NULL;
  g_autoptr (EntenteBitset) surely = NULL;

  query->has_since = query->has_until = TRUE;
  query->since = entente_day_number (2018, 7, 1) * ENTENTE_SECONDS_PER_DAY;
  query->until = entente_day_number (2018, 8, 1) * ENTENTE_SECONDS_PER_DAY;
  possibly = entente_query_match (query, chronicle, NULL, NULL);
  g_assert_true (entente_bitset_contains (possibly, row));
  query->surely = TRUE;
  surely = entente_query_match (query, chronicle, NULL, NULL);
  g_assert_false (entente_bitset_contains (surely, row));
}

/* ---- trying all ---- */

typedef struct {
  int first[N_RANDOM], n_days[N_RANDOM];
  Told told[N_TOLD];
  gboolean is_solvable; /* so that no two that are ordered begin on one day */
  gboolean is_loosely_solvable; /* beginnings within a day may still differ */
  int earliest[N_RANDOM], latest[N_RANDOM]; /* days over all loose solutions */
} Trial;

static gboolean
holds (const Told *told, const int *days, gboolean loosely)
{
  int event = days[told->event - 1], other = days[told->other - 1];

  switch (told->relation) {
  case ENTENTE_ORDER_BEFORE:
    return event < other || (loosely && event == other);
  case ENTENTE_ORDER_AFTER:
    return event > other || (loosely && event == other);
  case ENTENTE_ORDER_NOT_BEFORE:
    return event >= other;
  default:
    return ABS (event - other) <= told->days;
  }
}

static gboolean
all_hold (const Trial *trial, const int *days, gboolean loosely)
{
  for (guint i = 0; i < N_TOLD; i++) {
    if (!holds (&trial->told[i], days, loosely))
      return FALSE;
  }
  return TRUE;
}

static void
note_solution (Trial *trial, const int *days)
{
  for (guint i = 0; i < N_RANDOM; i++) {
    trial->earliest[i] = MIN (trial->is_loosely_solvable ? trial->earliest[i] : 99, days[i]);
    trial->latest[i] = MAX (trial->is_loosely_solvable ? trial->latest[i] : 0, days[i]);
  }
  trial->is_loosely_solvable = TRUE;
}

/* Every choice of days, each event having n_days from its first on. */
static void
try_all (Trial *trial)
{
  int total = 1;

  for (guint i = 0; i < N_RANDOM; i++)
    total *= trial->n_days[i];
  for (int choice = 0; choice < total; choice++) {
    int days[N_RANDOM];
    int rest = choice;

    for (guint i = 0; i < N_RANDOM; i++) {
      days[i] = trial->first[i] + rest % trial->n_days[i];
      rest /= trial->n_days[i];
    }
    if (all_hold (trial, days, TRUE))
      note_solution (trial, days);
    if (all_hold (trial, days, FALSE))
      trial->is_solvable = TRUE;
  }
}

static Trial
make_trial (void)
{
  Trial trial = { 0 };

  for (guint i = 0; i < N_RANDOM; i++) {
    trial.first[i] = g_test_rand_int_range (1, 10);
    trial.n_days[i] = g_test_rand_int_range (1, N_DAYS);
  }
  for (guint i = 0; i < N_TOLD; i++) {
    trial.told[i] = (Told){ g_test_rand_int_range (1, N_RANDOM + 1),
                            g_test_rand_int_range (1, N_RANDOM + 1),
                            (EntenteOrderRelation) g_test_rand_int_range (0, 4),
                            g_test_rand_int_range (0, 4) };
  }
  try_all (&trial);
  return trial;
}

static EntenteChronicle *
build_trial (const Trial *trial)
{
  char *dates[N_RANDOM];
  EntenteChronicle *chronicle;

  for (guint i = 0; i < N_RANDOM; i++)
    dates[i] = g_strdup_printf ("[2018-07-%02d..2018-07-%02d]",
                                trial->first[i],
                                trial->first[i] + trial->n_days[i] - 1);
  chronicle = build ((const char *const *) dates, N_RANDOM, trial->told, N_TOLD);
  for (guint i = 0; i < N_RANDOM; i++)
    g_free (dates[i]);
  return chronicle;
}

/* Never a contradiction where days can be chosen that obey, always one where none can; without one,
 * windows are as narrow as all choices together. */
static void
test_against_all_choices (void)
{
  const gint64 day_0 = entente_day_number (2018, 6, 30);

  for (guint round = 0; round < 1000; round++) {
    Trial trial = make_trial ();
    g_autoptr (EntenteChronicle) chronicle = build_trial (&trial);
    guint contradictions = get_contradictions (chronicle);

    if (trial.is_solvable)
      g_assert_cmphex (contradictions, ==, 0);
    if (!trial.is_loosely_solvable)
      g_assert_cmphex (contradictions, !=, 0);
    for (guint i = 0; i < N_RANDOM && contradictions == 0; i++) {
      guint row = entente_chronicle_find_row (chronicle, i + 1);
      EntenteSpan window = entente_chronicle_get_window (chronicle, row);

      g_assert_cmpint (entente_time_to_day (window.start) - day_0, ==, trial.earliest[i]);
      g_assert_cmpint (entente_time_to_day (window.end) - day_0, ==, trial.latest[i] + 1);
    }
  }
}

/* ---- random orders of days and undated moves ---- */

#define N_MIXED 12
#define N_MIXED_TOLD 10

static EntenteChronicle *
build_mixed (Told *told)
{
  /* Moves each not before the other may stand in any order. */
  static const EntenteOrderRelation relations[] = { ENTENTE_ORDER_BEFORE,
                                                    ENTENTE_ORDER_AFTER,
                                                    ENTENTE_ORDER_WITHIN_DAYS };
  char *dates[N_MIXED];
  EntenteChronicle *chronicle;

  for (guint i = 0; i < N_MIXED; i++)
    dates[i] = g_test_rand_bit () ? g_strdup ("")
                                  : g_strdup_printf ("2018-07-%02d", g_test_rand_int_range (1, 20));
  for (guint i = 0; i < N_MIXED_TOLD; i++)
    told[i] = (Told){ g_test_rand_int_range (1, N_MIXED + 1),
                      g_test_rand_int_range (1, N_MIXED + 1),
                      relations[g_test_rand_int_range (0, G_N_ELEMENTS (relations))],
                      g_test_rand_int_range (0, 4) };
  chronicle = build ((const char *const *) dates, N_MIXED, told, N_MIXED_TOLD);
  for (guint i = 0; i < N_MIXED; i++)
    g_free (dates[i]);
  return chronicle;
}

static int
get_step (const EntenteChronicle *chronicle, EntenteId event)
{
  return entente_orders_find (entente_chronicle_get_orders (chronicle), event)->key.step;
}

/* Whatever stands after another by orders stands behind all that it follows, and the other way
 * round. */
static void
check_order (const EntenteChronicle *chronicle, const Told *told)
{
  gboolean is_first = told->relation == ENTENTE_ORDER_BEFORE;
  EntenteId first = is_first ? told->event : told->other;
  EntenteId second = is_first ? told->other : told->event;
  guint first_row = entente_chronicle_find_row (chronicle, first);
  guint second_row = entente_chronicle_find_row (chronicle, second);
  guint n_placed = entente_chronicle_get_n_placed (chronicle);

  if (told->relation == ENTENTE_ORDER_WITHIN_DAYS || first == second || first_row >= n_placed ||
      second_row >= n_placed)
    return;
  if (get_step (chronicle, second) > 0 || get_step (chronicle, first) < 0)
    g_assert_cmpuint (first_row, <, second_row);
}

/* Rows stand by rising place, and what has a bound has a place. */
static void
test_mixed (void)
{
  for (guint round = 0; round < 2000; round++) {
    Told told[N_MIXED_TOLD];
    g_autoptr (EntenteChronicle) chronicle = build_mixed (told);
    guint n_placed = entente_chronicle_get_n_placed (chronicle);
    guint contradictions = get_contradictions (chronicle);

    for (guint i = 0; i < N_MIXED_TOLD; i++) {
      if ((contradictions >> i & 1) == 0)
        check_order (chronicle, &told[i]);
    }
    for (guint row = 0; row < N_MIXED; row++) {
      EntenteSpan window = entente_chronicle_get_window (chronicle, row);
      gint64 place = entente_chronicle_get_place (chronicle, row);

      g_assert_cmpint (row < n_placed,
                       ==,
                       window.start != ENTENTE_TIME_MIN || window.end != ENTENTE_TIME_MAX);
      if (row > 0)
        g_assert_cmpint (entente_chronicle_get_place (chronicle, row - 1), <=, place);
      if (row < n_placed)
        g_assert_true (place >= window.start && place < window.end);
    }
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/orders/dates", test_dates);
  g_test_add_func ("/orders/chains", test_chains);
  g_test_add_func ("/orders/windows", test_windows);
  g_test_add_func ("/orders/places", test_places);
  g_test_add_func ("/orders/filter", test_filter);
  g_test_add_func ("/orders/against-all-choices", test_against_all_choices);
  g_test_add_func ("/orders/mixed", test_mixed);
  return g_test_run ();
}
