/* Days of the calendar and stretches of civil time. */
#include "config.h"

#include "entente-span.h"

#include <glib.h>

static void
test_known_days (void)
{
  g_assert_cmpint (entente_day_number (1970, 1, 1), ==, 0);
  g_assert_cmpint (entente_day_number (1969, 12, 31), ==, -1);
  g_assert_cmpint (entente_day_number (2000, 3, 1), ==, 11017);
  g_assert_cmpint (entente_day_number (2018, 10, 31), ==, 17835);
  g_assert_cmpint (entente_day_number (0, 3, 1), ==, -719468);
  g_assert_cmpint (entente_day_number (-4713, 11, 24), ==, -2440588); /* Julian day 0 */
}

static void
test_months (void)
{
  g_assert_cmpint (entente_days_in_month (2018, 2), ==, 28);
  g_assert_cmpint (entente_days_in_month (2020, 2), ==, 29);
  g_assert_cmpint (entente_days_in_month (1900, 2), ==, 28);
  g_assert_cmpint (entente_days_in_month (2000, 2), ==, 29);
  g_assert_cmpint (entente_days_in_month (0, 2), ==, 29);
  g_assert_cmpint (entente_days_in_month (-1, 2), ==, 28);
  g_assert_cmpint (entente_days_in_month (-4, 2), ==, 29);
  g_assert_cmpint (entente_days_in_month (2018, 12), ==, 31);
}

static void
test_weekdays (void)
{
  g_assert_cmpint (entente_day_weekday (0), ==, 4);
  g_assert_cmpint (entente_day_weekday (-1), ==, 3);
  g_assert_cmpint (entente_day_weekday (-4), ==, 7);
  g_assert_cmpint (entente_day_weekday (entente_day_number (2018, 10, 31)), ==, 3);
  g_assert_cmpint (entente_day_weekday (entente_day_number (1789, 7, 14)), ==, 2);
}

static void
assert_round_trip (gint64 number)
{
  EntenteDay day = entente_day_from_number (number);

  g_assert_cmpint (day.month, >=, 1);
  g_assert_cmpint (day.month, <=, 12);
  g_assert_cmpint (day.day, >=, 1);
  g_assert_cmpint (day.day, <=, entente_days_in_month (day.year, day.month));
  g_assert_cmpint (entente_day_number (day.year, day.month, day.day), ==, number);
}

static void
test_every_day_follows (void)
{
  gint64 number = entente_day_number (-401, 1, 1);

  for (gint64 year = -401; year <= 401; year++) {
    for (int month = 1; month <= 12; month++) {
      for (int day = 1; day <= entente_days_in_month (year, month); day++, number++)
        g_assert_cmpint (entente_day_number (year, month, day), ==, number);
    }
  }
}

static void
test_random_round_trip (void)
{
  for (int i = 0; i < 20000; i++) {
    gint64 number = (gint64) g_test_rand_int () * g_test_rand_int_range (1, 1000);

    assert_round_trip (number);
    g_assert_cmpint (entente_day_weekday (number + 1) % 7,
                     ==,
                     (entente_day_weekday (number) + 1) % 7);
  }
  assert_round_trip (G_MAXINT64 / ENTENTE_SECONDS_PER_DAY);
  assert_round_trip (G_MININT64 / ENTENTE_SECONDS_PER_DAY);
}

static void
test_times (void)
{
  EntenteDay day = entente_time_get_day (-1);

  g_assert_cmpint (entente_time_to_day (0), ==, 0);
  g_assert_cmpint (entente_time_to_day (86399), ==, 0);
  g_assert_cmpint (entente_time_to_day (86400), ==, 1);
  g_assert_cmpint (entente_time_to_day (-1), ==, -1);
  g_assert_cmpint (entente_time_to_day (-86400), ==, -1);
  g_assert_cmpint (entente_time_to_day (-86401), ==, -2);
  g_assert_cmpint (day.year, ==, 1969);
  g_assert_cmpint (day.day, ==, 31);
}

static void
test_spans (void)
{
  EntenteSpan a = { 0, 10 }, b = { 10, 20 }, c = { 5, 15 },
              all = { ENTENTE_TIME_MIN, ENTENTE_TIME_MAX };

  g_assert_false (entente_span_overlaps (a, b));
  g_assert_true (entente_span_overlaps (a, c));
  g_assert_true (entente_span_overlaps (c, b));
  g_assert_true (entente_span_overlaps (all, a));
  g_assert_true (entente_span_contains (all, a));
  g_assert_true (entente_span_contains (a, a));
  g_assert_false (entente_span_contains (a, c));
  g_assert_false (entente_span_contains (a, all));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/span/known-days", test_known_days);
  g_test_add_func ("/span/months", test_months);
  g_test_add_func ("/span/weekdays", test_weekdays);
  g_test_add_func ("/span/every-day-follows", test_every_day_follows);
  g_test_add_func ("/span/random-round-trip", test_random_round_trip);
  g_test_add_func ("/span/times", test_times);
  g_test_add_func ("/span/spans", test_spans);
  return g_test_run ();
}
