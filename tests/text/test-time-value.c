/* Places in the calendar: shifted, written. */
#include "config.h"

#include "entente-time-value.h"

static void
check (EntenteTimeValue value, const char *edtf)
{
  g_autofree char *text = entente_time_value_format (&value);

  g_assert_cmpstr (text, ==, edtf);
}

static void
test_shift (void)
{
  EntenteTimeValue day = entente_time_value_day (entente_day_number (1920, 2, 28));
  EntenteTimeValue month = entente_time_value_month (1915, 5);
  EntenteTimeValue year = entente_time_value_year (1915);

  check (entente_time_value_shift (&day, ENTENTE_UNIT_DAY, 4), "1920-03-01");
  check (entente_time_value_shift (&day, ENTENTE_UNIT_WEEK, -2), "1920-02-16/1920-02-22");
  check (entente_time_value_shift (&day, ENTENTE_UNIT_MONTH, -4), "1919-12");
  check (entente_time_value_shift (&day, ENTENTE_UNIT_YEAR, 5), "1922-08");
  check (entente_time_value_shift (&month, ENTENTE_UNIT_MONTH, 30), "1916-08");
  check (entente_time_value_shift (&month, ENTENTE_UNIT_DAY, 4), "1915-05-XX");
  check (entente_time_value_shift (&year, ENTENTE_UNIT_DAY, 4), "1915-XX-XX");
  check (entente_time_value_shift (&year, ENTENTE_UNIT_CENTURY, -2), "1815");
  check (entente_time_value_shift (&year, ENTENTE_UNIT_YEAR, 1000000), "");
}

static void
test_written (void)
{
  EntenteTimeValue value = { .kind = ENTENTE_VALUE_SEASON, .year = 1954, .season = 22 };
  g_autoptr (EntenteDate) date = NULL;

  check (value, "1954-22");
  check ((EntenteTimeValue){ .kind = ENTENTE_VALUE_DECADE, .year = 1930 }, "193X");
  check ((EntenteTimeValue){ .kind = ENTENTE_VALUE_CENTURY, .year = 1800 }, "18XX");
  check ((EntenteTimeValue){ .kind = ENTENTE_VALUE_YEAR, .year = -263 }, "-0263");
  check ((EntenteTimeValue){ .kind = ENTENTE_VALUE_DAY, .no_year = TRUE, .month = 5, .day = 3 },
         "XXXX-05-03");
  value = entente_time_value_stretch (entente_day_number (2018, 10, 22),
                                      entente_day_number (2018, 10, 28));
  date = entente_time_value_make_date (&value, FALSE);
  g_assert_cmpint (date->form, ==, ENTENTE_DATE_POINT); /* once, within the week */
  value = (EntenteTimeValue){ .kind = ENTENTE_VALUE_DAY, .year = 2018, .month = 2, .day = 30 };
  g_assert_false (entente_time_value_is_valid (&value));
}

static void
test_duration (void)
{
  g_autofree char *days = entente_time_duration_format (ENTENTE_UNIT_DAY, 20, FALSE);
  g_autofree char *years = entente_time_duration_format (ENTENTE_UNIT_YEAR, 5, FALSE);
  g_autofree char *hours = entente_time_duration_format (ENTENTE_UNIT_HOUR, 0, TRUE);
  g_autofree char *weeks = entente_time_duration_format (ENTENTE_UNIT_FORTNIGHT, 2, FALSE);

  g_assert_cmpstr (days, ==, "P10D");
  g_assert_cmpstr (years, ==, "P2.5Y");
  g_assert_cmpstr (hours, ==, "PTXH");
  g_assert_cmpstr (weeks, ==, "P2W");
  g_assert_cmpstr (entente_time_set_format (ENTENTE_UNIT_MONTH), ==, "XXXX-XX");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/time-value/shift", test_shift);
  g_test_add_func ("/text/time-value/written", test_written);
  g_test_add_func ("/text/time-value/duration", test_duration);
  return g_test_run ();
}
