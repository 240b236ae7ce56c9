/* Tests of EntenteCalendarUnit: each moment lies in its unit, units follow one another without gap,
 * names tell enough. */

#include "config.h"

#include "entente-calendar-unit.h"
#include <string.h>

static void
test_units_tile_time (void)
{
  for (guint i = 0; i < 20000; i++) {
    EntenteCalendarUnit unit =
      (EntenteCalendarUnit) g_test_rand_int_range (ENTENTE_UNIT_MINUTE,
                                                   ENTENTE_UNIT_MILLENNIUM + 1);
    gint64 time = (gint64) (g_test_rand_double_range (-9000, 9000) * 365.2425 * 86400);
    gint64 number = entente_calendar_unit_number (unit, time);
    gint64 start = entente_calendar_unit_start (unit, number);
    gint64 next = entente_calendar_unit_start (unit, number + 1);

    g_assert_cmpint (start, <=, time);
    g_assert_cmpint (next, >, time);
    g_assert_cmpint (entente_calendar_unit_number (unit, start), ==, number);
    g_assert_cmpfloat ((double) (next - start), <, 1.1 * entente_calendar_unit_length (unit));
    g_assert_cmpfloat ((double) (next - start), >, 0.89 * entente_calendar_unit_length (unit));
  }
}

static void
test_names (void)
{
  gint64 time = entente_day_number (2018, 7, 15) * ENTENTE_SECONDS_PER_DAY;
  g_autofree char *month =
    entente_calendar_unit_format (ENTENTE_UNIT_MONTH,
                                  entente_calendar_unit_number (ENTENTE_UNIT_MONTH, time),
                                  TRUE);
  g_autofree char *year =
    entente_calendar_unit_format (ENTENTE_UNIT_YEAR,
                                  entente_calendar_unit_number (ENTENTE_UNIT_YEAR, time),
                                  FALSE);
  g_autofree char *brief = entente_calendar_unit_format_month (time);

  g_assert_cmpstr (month, ==, "July 2018");
  g_assert_cmpstr (year, ==, "2018");
  g_assert_cmpstr (brief, ==, "Jul");
}

static void
check_name (EntenteCalendarUnit unit, gint64 year, gboolean full, const char *name)
{
  gint64 time = entente_day_number (year, 6, 1) * ENTENTE_SECONDS_PER_DAY;
  g_autofree char *found =
    entente_calendar_unit_format (unit, entente_calendar_unit_number (unit, time), full);

  g_assert_cmpstr (found, ==, name);
}

/* Year 0 is 1 BC; nobody counts centuries from 101 BC. */
static void
test_names_long_ago (void)
{
  check_name (ENTENTE_UNIT_YEAR, 0, FALSE, "1 BC");
  check_name (ENTENTE_UNIT_YEAR, -43, FALSE, "44 BC");
  check_name (ENTENTE_UNIT_YEAR, 30, FALSE, "AD 30");
  check_name (ENTENTE_UNIT_DECADE, -43, FALSE, "50 BC");
  check_name (ENTENTE_UNIT_DECADE, 3, TRUE, "AD 1–9");
  check_name (ENTENTE_UNIT_DECADE, 335, FALSE, "330s");
  check_name (ENTENTE_UNIT_CENTURY, -99, TRUE, "100 BC–1 BC");
  check_name (ENTENTE_UNIT_CENTURY, -100, TRUE, "200 BC–101 BC");
  check_name (ENTENTE_UNIT_CENTURY, 1, TRUE, "AD 1–99");
  check_name (ENTENTE_UNIT_CENTURY, 451, FALSE, "400");
  check_name (ENTENTE_UNIT_MILLENNIUM, -2500, TRUE, "3000 BC–2001 BC");
}

static void
check_widened (gint64 least, EntenteSpan expected, double days)
{
  gint64 noon = entente_day_number (2014, 1, 15) * ENTENTE_SECONDS_PER_DAY + 43200;
  EntenteSpan span = entente_calendar_unit_widen ((EntenteSpan){ noon, noon + 60 }, least);
  double length = entente_calendar_unit_widen_length (least) / ENTENTE_SECONDS_PER_DAY;

  g_assert_cmpint (span.start, ==, expected.start);
  g_assert_cmpint (span.end, ==, expected.end);
  g_assert_cmpfloat_with_epsilon (length, days, 0.5);
}

static EntenteSpan
make_span (gint64 year, int month, int day, gint64 end_year, int end_month, int end_day)
{
  return (EntenteSpan){ entente_day_number (year, month, day) * ENTENTE_SECONDS_PER_DAY,
                        entente_day_number (end_year, end_month, end_day) *
                          ENTENTE_SECONDS_PER_DAY };
}

/* Nothing finer is said than the dates are: of days days, of months months. */
static void
test_widen (void)
{
  gint64 noon = entente_day_number (2014, 1, 15) * ENTENTE_SECONDS_PER_DAY + 43200;
  EntenteSpan open = { ENTENTE_TIME_MIN, ENTENTE_TIME_MAX };

  check_widened (3600, (EntenteSpan){ noon, noon + 60 }, 0);
  check_widened (ENTENTE_SECONDS_PER_DAY, make_span (2014, 1, 15, 2014, 1, 16), 1);
  check_widened (28 * ENTENTE_SECONDS_PER_DAY, make_span (2014, 1, 1, 2014, 2, 1), 30);
  check_widened (365 * ENTENTE_SECONDS_PER_DAY, make_span (2014, 1, 1, 2015, 1, 1), 365);
  open = entente_calendar_unit_widen (open, ENTENTE_SECONDS_PER_DAY);
  g_assert_cmpint (open.start, ==, ENTENTE_TIME_MIN);
  g_assert_cmpint (open.end, ==, ENTENTE_TIME_MAX);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar-unit/units-tile-time", test_units_tile_time);
  g_test_add_func ("/calendar-unit/names", test_names);
  g_test_add_func ("/calendar-unit/names-long-ago", test_names_long_ago);
  g_test_add_func ("/calendar-unit/widen", test_widen);
  return g_test_run ();
}
