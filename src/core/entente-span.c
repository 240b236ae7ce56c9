/* Days of the proleptic Gregorian calendar as numbers and back, and stretches of civil time. Plain
 * arithmetic without clock, zone or locale, for any year that int64 seconds can hold.
 */
#include "config.h"

#include "entente-span.h"

/* Eras of 400 years that begin on 1 March make every era alike (Hinnant). */
#define DAYS_PER_ERA 146097
#define DAYS_TO_1970 719468 /* from 0000-03-01 */

static gint64
divide_down (gint64 number, gint64 divisor)
{
  gint64 quotient = number / divisor;

  return number % divisor < 0 ? quotient - 1 : quotient;
}

gint64
entente_day_number (gint64 year, int month, int day)
{
  gint64 march_year = month <= 2 ? year - 1 : year;
  gint64 era = divide_down (march_year, 400);
  gint64 year_of_era = march_year - era * 400;
  gint64 day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  gint64 day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * DAYS_PER_ERA + day_of_era - DAYS_TO_1970;
}

EntenteDay
entente_day_from_number (gint64 number)
{
  /* The era is found before the shift, so that no number near the ends of int64 overflows. */
  gint64 era = divide_down (number, DAYS_PER_ERA);
  gint64 rest = number - era * DAYS_PER_ERA + DAYS_TO_1970;
  gint64 more = rest / DAYS_PER_ERA;
  gint64 day_of_era = rest - more * DAYS_PER_ERA;
  gint64 year_of_era =
    (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  gint64 day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int march_month = (int) ((5 * day_of_year + 2) / 153);
  EntenteDay day;

  day.month = march_month < 10 ? march_month + 3 : march_month - 9;
  day.day = (int) (day_of_year - (153 * march_month + 2) / 5 + 1);
  day.year = (era + more) * 400 + year_of_era + (day.month <= 2 ? 1 : 0);
  return day;
}

int
entente_days_in_month (gint64 year, int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

  g_return_val_if_fail (month >= 1 && month <= 12, 0);
  return days[month - 1] + (month == 2 && leap ? 1 : 0);
}

int
entente_day_weekday (gint64 number)
{
  /* 1970-01-01 was a Thursday. */
  gint64 from_thursday = number - divide_down (number, 7) * 7;

  return (int) ((from_thursday + 3) % 7) + 1;
}

gint64
entente_time_to_day (gint64 time)
{
  return divide_down (time, ENTENTE_SECONDS_PER_DAY);
}

EntenteDay
entente_time_get_day (gint64 time)
{
  return entente_day_from_number (entente_time_to_day (time));
}

gboolean
entente_span_overlaps (EntenteSpan a, EntenteSpan b)
{
  return a.start < b.end && b.start < a.end;
}

gboolean
entente_span_contains (EntenteSpan outer, EntenteSpan inner)
{
  return outer.start <= inner.start && inner.end <= outer.end;
}
