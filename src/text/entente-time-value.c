/* Arithmetic of the calendar on values that may be coarse, and their text. */
#include "config.h"

#include "entente-time-value.h"

EntenteTimeValue
entente_time_value_day (gint64 number)
{
  EntenteDay day = entente_day_from_number (number);

  return (EntenteTimeValue){
    .kind = ENTENTE_VALUE_DAY,
    .year = (int) day.year,
    .month = day.month,
    .day = day.day,
  };
}

EntenteTimeValue
entente_time_value_stretch (gint64 first, gint64 last)
{
  EntenteTimeValue value = entente_time_value_day (first);

  value.kind = ENTENTE_VALUE_STRETCH;
  value.first = first;
  value.last = last;
  return value;
}

EntenteTimeValue
entente_time_value_year (int year)
{
  return (EntenteTimeValue){ .kind = ENTENTE_VALUE_YEAR, .year = year };
}

EntenteTimeValue
entente_time_value_month (int year, int month)
{
  return (EntenteTimeValue){ .kind = ENTENTE_VALUE_MONTH, .year = year, .month = month };
}

EntenteTimeValue
entente_time_value_of_date (const EntenteDate *date)
{
  EntenteTimeValue value = { .kind = ENTENTE_VALUE_NONE };
  EntenteDay day;

  if (date == NULL || !entente_date_is_dated (date) ||
      date->told.earliest_start == ENTENTE_TIME_MIN)
    return value;
  day = entente_time_get_day (date->told.earliest_start);
  value.kind = ENTENTE_VALUE_YEAR;
  value.year = (int) day.year;
  if (date->precision >= ENTENTE_PRECISION_MONTH) {
    value.kind = ENTENTE_VALUE_MONTH;
    value.month = day.month;
  }
  if (date->precision >= ENTENTE_PRECISION_DAY) {
    value.kind = ENTENTE_VALUE_DAY;
    value.day = day.day;
  }
  return value;
}

gboolean
entente_time_value_get_day (const EntenteTimeValue *value, gint64 *number)
{
  if (value->kind == ENTENTE_VALUE_NONE || value->no_year || value->month == 0 || value->day == 0)
    return FALSE;
  *number = entente_day_number (value->year, value->month, value->day);
  return TRUE;
}

/* ---- shifting ---- */

static EntenteTimeValue
shift_days (const EntenteTimeValue *from, gint64 days)
{
  EntenteTimeValue value = { .kind = ENTENTE_VALUE_DAY, .year = from->year };
  gint64 number;

  if (entente_time_value_get_day (from, &number))
    return entente_time_value_day (number + days);
  /* Some day of the month or year; a long step would leave it. */
  value.month = from->month;
  if (ABS (days) > 31)
    value.month = 0;
  return value;
}

static EntenteTimeValue
shift_weeks (const EntenteTimeValue *from, gint64 days)
{
  EntenteTimeValue value = entente_time_value_year (from->year);
  gint64 number;

  if (entente_time_value_get_day (from, &number)) {
    number += days;
    number -= entente_day_weekday (number) - 1;
    return entente_time_value_stretch (number, number + 6);
  }
  return value;
}

static EntenteTimeValue
shift_months (const EntenteTimeValue *from, int months)
{
  int n;

  if (from->month == 0) {
    EntenteTimeValue value = { .kind = ENTENTE_VALUE_MONTH, .year = from->year };

    return value;
  }
  n = from->year * 12 + from->month - 1 + months;
  return entente_time_value_month (n >= 0 ? n / 12 : (n - 11) / 12, (n % 12 + 12) % 12 + 1);
}

EntenteTimeValue
entente_time_value_shift (const EntenteTimeValue *from, EntenteTimeUnit unit, int halves)
{
  EntenteTimeValue none = { .kind = ENTENTE_VALUE_NONE };

  if (from->kind == ENTENTE_VALUE_NONE || from->no_year || ABS (halves) > 20000)
    return none;
  switch (unit) {
  case ENTENTE_UNIT_SECOND:
  case ENTENTE_UNIT_MINUTE:
  case ENTENTE_UNIT_HOUR:
    return ABS (halves) <= 48 ? shift_days (from, 0) : none;
  case ENTENTE_UNIT_DAY:
    return shift_days (from, halves / 2);
  case ENTENTE_UNIT_WEEK:
  case ENTENTE_UNIT_WEEKEND:
    return shift_weeks (from, halves * 7 / 2);
  case ENTENTE_UNIT_FORTNIGHT:
    return shift_weeks (from, halves * 7);
  case ENTENTE_UNIT_MONTH:
    return shift_months (from, halves / 2);
  case ENTENTE_UNIT_QUARTER:
  case ENTENTE_UNIT_SEASON:
    return shift_months (from, halves * 3 / 2);
  case ENTENTE_UNIT_YEAR:
    return halves % 2 != 0 ? shift_months (from, halves * 6)
                           : entente_time_value_year (from->year + halves / 2);
  case ENTENTE_UNIT_DECADE:
    return entente_time_value_year (from->year + halves * 5);
  case ENTENTE_UNIT_CENTURY:
    return entente_time_value_year (from->year + halves * 50);
  case ENTENTE_UNIT_MILLENNIUM:
    return none;
  default:
    g_return_val_if_reached (none);
  }
}

/* ---- text ---- */

gboolean
entente_time_value_is_valid (const EntenteTimeValue *value)
{
  if (value->month < 0 || value->month > 12 || value->day < 0 || value->day > 31 ||
      value->year < -9000 || value->year > 9000)
    return FALSE;
  return value->month == 0 || value->day == 0 ||
         value->day <= entente_days_in_month (value->no_year ? 2000 : value->year, value->month);
}

static char *
format_year (int year)
{
  return year < 0 ? g_strdup_printf ("-%04d", -year) : g_strdup_printf ("%04d", year);
}

/* Century and decade BC are counted from the other side: EDTF has no form for those that we mean.
 */
static char *
format_coarse (const EntenteTimeValue *value)
{
  gboolean is_century = value->kind == ENTENTE_VALUE_CENTURY;

  if (value->year < 0 && is_century) /* years -899 to -800: the ninth century BC */
    return g_strdup_printf ("-%02dXX", (-value->year - 1) / 100);
  return is_century ? g_strdup_printf ("%02dXX", value->year / 100)
                    : g_strdup_printf ("%03dX", value->year / 10);
}

static char *
format_parts (const EntenteTimeValue *value)
{
  g_autofree char *year = value->no_year ? g_strdup ("XXXX") : format_year (value->year);
  g_autofree char *month =
    value->month > 0 ? g_strdup_printf ("%02d", value->month) : g_strdup ("XX");
  g_autofree char *day = value->day > 0 ? g_strdup_printf ("%02d", value->day) : g_strdup ("XX");

  if (value->kind == ENTENTE_VALUE_YEAR)
    return g_steal_pointer (&year);
  if (value->kind == ENTENTE_VALUE_MONTH)
    return g_strdup_printf ("%s-%s", year, month);
  return g_strdup_printf ("%s-%s-%s", year, month, day);
}

static char *
format_stretch (const EntenteTimeValue *value, const char *between)
{
  EntenteTimeValue first = entente_time_value_day (value->first);
  EntenteTimeValue last = entente_time_value_day (value->last);
  g_autofree char *one = format_parts (&first);
  g_autofree char *two = format_parts (&last);

  return g_strconcat (one, between, two, NULL);
}

char *
entente_time_value_format (const EntenteTimeValue *value)
{
  switch (value->kind) {
  case ENTENTE_VALUE_NONE:
    return g_strdup ("");
  case ENTENTE_VALUE_CENTURY:
  case ENTENTE_VALUE_DECADE:
    return format_coarse (value);
  case ENTENTE_VALUE_SEASON: {
    g_autofree char *year = value->no_year ? g_strdup ("XXXX") : format_year (value->year);

    return g_strdup_printf ("%s-%02d", year, value->season);
  }
  case ENTENTE_VALUE_STRETCH:
    return format_stretch (value, "/");
  case ENTENTE_VALUE_YEAR:
  case ENTENTE_VALUE_MONTH:
  case ENTENTE_VALUE_DAY:
    return format_parts (value);
  default:
    g_return_val_if_reached (NULL);
  }
}

EntenteDate *
entente_time_value_make_date (const EntenteTimeValue *value, gboolean approximate)
{
  g_autofree char *text = NULL;
  g_autofree char *edtf = NULL;

  if (value->kind == ENTENTE_VALUE_NONE || value->no_year)
    return NULL;
  if (value->kind == ENTENTE_VALUE_STRETCH) {
    text = format_stretch (value, "..");
    edtf = g_strdup_printf ("[%s]", text);
  } else {
    text = entente_time_value_format (value);
    edtf = g_strconcat (text, approximate ? "~" : "", NULL);
  }
  return entente_date_parse (edtf, NULL);
}

/* ---- how long, how often ---- */

/* Half of one unit in a finer one; NULL when it has none. */
static const char *
format_half (EntenteTimeUnit unit)
{
  switch ((int) unit) {
  case ENTENTE_UNIT_HOUR:
    return "PT30M";
  case ENTENTE_UNIT_DAY:
    return "PT12H";
  case ENTENTE_UNIT_YEAR:
    return "P6M";
  case ENTENTE_UNIT_DECADE:
    return "P5Y";
  case ENTENTE_UNIT_CENTURY:
    return "P50Y";
  default:
    return NULL;
  }
}

char *
entente_time_duration_format (EntenteTimeUnit unit, int halves, gboolean some)
{
  static const char *const names[] = { "S", "M", "H", "D", "WE", "W",  "W",
                                       "M", "Q", "S", "Y", "DE", "CE", "ML" };
  const char *lead = unit <= ENTENTE_UNIT_HOUR ? "PT" : "P";

  if (unit == ENTENTE_UNIT_FORTNIGHT)
    halves *= 2;
  if (halves == 1 && !some && format_half (unit) != NULL)
    return g_strdup (format_half (unit));
  if (some || halves == 0)
    return g_strdup_printf ("%sX%s", lead, names[unit]);
  return g_strdup_printf ("%s%d%s%s", lead, halves / 2, halves % 2 ? ".5" : "", names[unit]);
}

const char *
entente_time_set_format (EntenteTimeUnit unit)
{
  switch (unit) {
  case ENTENTE_UNIT_DAY:
    return "XXXX-XX-XX";
  case ENTENTE_UNIT_WEEK:
  case ENTENTE_UNIT_WEEKEND:
  case ENTENTE_UNIT_FORTNIGHT:
    return "XXXX-WXX";
  case ENTENTE_UNIT_MONTH:
    return "XXXX-XX";
  case ENTENTE_UNIT_YEAR:
    return "XXXX";
  case ENTENTE_UNIT_SECOND:
    return "PT1S";
  case ENTENTE_UNIT_MINUTE:
    return "PT1M";
  case ENTENTE_UNIT_HOUR:
    return "PT1H";
  case ENTENTE_UNIT_QUARTER:
  case ENTENTE_UNIT_SEASON:
    return "XXXX-QX";
  case ENTENTE_UNIT_DECADE:
    return "P1DE";
  case ENTENTE_UNIT_CENTURY:
    return "P1CE";
  case ENTENTE_UNIT_MILLENNIUM:
    return "P1ML";
  default:
    g_return_val_if_reached ("");
  }
}
