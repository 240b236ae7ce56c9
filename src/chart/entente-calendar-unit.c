/* Minutes to millennia as numbers: which one holds a moment, when it begins, what it is called.
 * Proleptic Gregorian calendar by entente-span.c; no locale data but translations. Any thread.
 */
#include "config.h"

#include "entente-calendar-unit.h"

#include <glib/gi18n-lib.h>

#define MONTHS_PER_DECADE 120
#define SECONDS_PER_YEAR (365.2425 * 86400.0)

static gint64
divide_down (gint64 number, gint64 divisor)
{
  gint64 quotient = number / divisor;

  return number % divisor < 0 ? quotient - 1 : quotient;
}

/* Of units made of seconds, 0 otherwise. */
static gint64
get_seconds (EntenteCalendarUnit unit)
{
  switch (unit) {
  case ENTENTE_UNIT_MINUTE:
    return 60;
  case ENTENTE_UNIT_HOUR:
    return 3600;
  case ENTENTE_UNIT_DAY:
    return ENTENTE_SECONDS_PER_DAY;
  default:
    return 0;
  }
}

/* Of units made of months, 0 otherwise. */
static gint64
get_months (EntenteCalendarUnit unit)
{
  switch (unit) {
  case ENTENTE_UNIT_MONTH:
    return 1;
  case ENTENTE_UNIT_QUARTER:
    return 3;
  case ENTENTE_UNIT_YEAR:
    return 12;
  case ENTENTE_UNIT_DECADE:
    return 120;
  case ENTENTE_UNIT_CENTURY:
    return 1200;
  case ENTENTE_UNIT_MILLENNIUM:
    return 12000;
  default:
    return 0;
  }
}

/* Decades and longer as they are spoken of: 200 BC to 101 BC, 100 BC to 1 BC, AD 1 to 99, 100 to
 * 199. Year 0 is 1 BC. */
static gint64
get_years_number (gint64 year, gint64 n_years)
{
  return divide_down (year > 0 ? year : year - 1, n_years);
}

static gint64
get_years_start (gint64 number, gint64 n_years)
{
  if (number == 0)
    return 1;
  return number > 0 ? number * n_years : number * n_years + 1;
}

gint64
entente_calendar_unit_number (EntenteCalendarUnit unit, gint64 time)
{
  gint64 seconds = get_seconds (unit);
  EntenteDay day;

  if (seconds != 0)
    return divide_down (time, seconds);
  if (unit == ENTENTE_UNIT_WEEK) /* day -3 was a Monday */
    return divide_down (entente_time_to_day (time) + 3, 7);
  day = entente_time_get_day (time);
  if (get_months (unit) >= MONTHS_PER_DECADE)
    return get_years_number (day.year, get_months (unit) / 12);
  return divide_down (day.year * 12 + day.month - 1, get_months (unit));
}

gint64
entente_calendar_unit_start (EntenteCalendarUnit unit, gint64 number)
{
  gint64 seconds = get_seconds (unit);
  gint64 month;

  if (seconds != 0)
    return number * seconds;
  if (unit == ENTENTE_UNIT_WEEK)
    return (number * 7 - 3) * ENTENTE_SECONDS_PER_DAY;
  if (get_months (unit) >= MONTHS_PER_DECADE)
    return entente_day_number (get_years_start (number, get_months (unit) / 12), 1, 1) *
           ENTENTE_SECONDS_PER_DAY;
  month = number * get_months (unit);
  return entente_day_number (divide_down (month, 12),
                             (int) (month - divide_down (month, 12) * 12) + 1,
                             1) *
         ENTENTE_SECONDS_PER_DAY;
}

double
entente_calendar_unit_length (EntenteCalendarUnit unit)
{
  gint64 seconds = get_seconds (unit);

  if (seconds != 0)
    return (double) seconds;
  if (unit == ENTENTE_UNIT_WEEK)
    return 7 * 86400.0;
  return (double) get_months (unit) * SECONDS_PER_YEAR / 12;
}

/* ---- as fine as the dates are ---- */

#define MONTH_LEAST (28 * ENTENTE_SECONDS_PER_DAY)
#define YEAR_LEAST (365 * ENTENTE_SECONDS_PER_DAY)

static EntenteCalendarUnit
find_longest (gint64 least)
{
  return least >= YEAR_LEAST    ? ENTENTE_UNIT_YEAR
         : least >= MONTH_LEAST ? ENTENTE_UNIT_MONTH
                                : ENTENTE_UNIT_DAY;
}

EntenteSpan
entente_calendar_unit_widen (EntenteSpan span, gint64 least)
{
  EntenteCalendarUnit unit = find_longest (least);

  if (least < ENTENTE_SECONDS_PER_DAY)
    return span;
  if (span.start != ENTENTE_TIME_MIN)
    span.start =
      entente_calendar_unit_start (unit, entente_calendar_unit_number (unit, span.start));
  if (span.end != ENTENTE_TIME_MAX)
    span.end =
      entente_calendar_unit_start (unit, entente_calendar_unit_number (unit, span.end - 1) + 1);
  return span;
}

double
entente_calendar_unit_widen_length (gint64 least)
{
  return least < ENTENTE_SECONDS_PER_DAY ? (double) least
                                         : entente_calendar_unit_length (find_longest (least));
}

static const char *
get_month_name (int month)
{
  static const char *const names[] = { N_ ("January"), N_ ("February"), N_ ("March"),
                                       N_ ("April"),   N_ ("May"),      N_ ("June"),
                                       N_ ("July"),    N_ ("August"),   N_ ("September"),
                                       N_ ("October"), N_ ("November"), N_ ("December") };

  return _ (names[month - 1]);
}

static char *
format_short_month (int month)
{
  static const char *const names[] = {
    NC_ ("short month", "Jan"), NC_ ("short month", "Feb"), NC_ ("short month", "Mar"),
    NC_ ("short month", "Apr"), NC_ ("short month", "May"), NC_ ("short month", "Jun"),
    NC_ ("short month", "Jul"), NC_ ("short month", "Aug"), NC_ ("short month", "Sep"),
    NC_ ("short month", "Oct"), NC_ ("short month", "Nov"), NC_ ("short month", "Dec"),
  };

  return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "short month", names[month - 1]));
}

/* A small number alone would be taken for a day. */
static char *
format_year (gint64 year)
{
  if (year > 0 && year < 100)
    /* TRANSLATORS: a year soon after Christ, "AD 30" */
    return g_strdup_printf (C_ ("year", "AD %d"), (int) year);
  if (year > 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, year);
  /* TRANSLATORS: a year before Christ, "44 BC" */
  return g_strdup_printf (_ ("%d BC"), (int) (1 - year));
}

static char *
format_day (gint64 time)
{
  EntenteDay day = entente_time_get_day (time);
  g_autofree char *year = format_year (day.year);

  /* TRANSLATORS: day, month, year: "3 September 2018" */
  return g_strdup_printf (C_ ("axis", "%d %s %s"), day.day, get_month_name (day.month), year);
}

static char *
format_clock (gint64 time, gboolean full)
{
  gint64 second = time - entente_time_to_day (time) * ENTENTE_SECONDS_PER_DAY;
  int hour = (int) (second / 3600), minute = (int) (second / 60 % 60);
  g_autofree char *day = NULL;

  if (!full)
    return g_strdup_printf ("%02d:%02d", hour, minute);
  day = format_day (time);
  /* TRANSLATORS: day and time of day: "3 September 2018, 14:00" */
  return g_strdup_printf (C_ ("axis", "%s, %02d:%02d"), day, hour, minute);
}

static char *
format_month (gint64 time, gboolean full)
{
  EntenteDay day = entente_time_get_day (time);
  g_autofree char *year = format_year (day.year);

  /* TRANSLATORS: month and year: "July 2018" */
  return full ? g_strdup_printf (C_ ("axis", "%s %s"), get_month_name (day.month), year)
              : g_strdup (get_month_name (day.month));
}

/* Several years by their first and, in full, their last. */
static char *
format_years (EntenteCalendarUnit unit, gint64 number, gboolean full)
{
  gint64 n = get_months (unit) / 12;
  gint64 first = get_years_start (number, n);
  g_autofree char *a = format_year (first);
  g_autofree char *b = NULL;

  if (unit == ENTENTE_UNIT_DECADE && first >= 100)
    /* TRANSLATORS: a decade by its first year: "1990s" */
    return g_strdup_printf (C_ ("decade", "%ss"), a);
  if (!full)
    return g_steal_pointer (&a);
  b = first > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, get_years_start (number + 1, n) - 1)
                : format_year (get_years_start (number + 1, n) - 1);
  return g_strdup_printf (C_ ("years", "%s–%s"), a, b);
}

char *
entente_calendar_unit_format (EntenteCalendarUnit unit, gint64 number, gboolean full)
{
  gint64 start = entente_calendar_unit_start (unit, number);
  EntenteDay day = entente_time_get_day (start);

  switch (unit) {
  case ENTENTE_UNIT_MINUTE:
  case ENTENTE_UNIT_HOUR:
    return format_clock (start, full);
  case ENTENTE_UNIT_DAY:
  case ENTENTE_UNIT_WEEK:
    return full ? format_day (start) : g_strdup_printf ("%d", day.day);
  case ENTENTE_UNIT_MONTH:
    return format_month (start, full);
  case ENTENTE_UNIT_QUARTER:
    return format_short_month (day.month);
  case ENTENTE_UNIT_YEAR:
    return format_year (day.year);
  case ENTENTE_UNIT_DECADE:
  case ENTENTE_UNIT_CENTURY:
  case ENTENTE_UNIT_MILLENNIUM:
  default:
    return format_years (unit, number, full);
  }
}

char *
entente_calendar_unit_format_month (gint64 time)
{
  return format_short_month (entente_time_get_day (time).month);
}
