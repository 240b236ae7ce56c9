/* Where one EDTF date lies in civil time, how finely it was told, and its level.
 *
 * Digits that were left open (X) are tried from both sides, so the window begins with the first day
 * that fits and ends with the last; a pattern that no day fits has no window.
 */
#include "config.h"

#include "entente-edtf.h"

#include <string.h>

static gboolean
digits_fit (const char *pattern, int number)
{
  for (int i = (int) strlen (pattern) - 1; i >= 0; i--, number /= 10) {
    if (pattern[i] != 'X' && pattern[i] - '0' != number % 10)
      return FALSE;
  }
  return TRUE;
}

/* The pattern with every X replaced by @digit. */
static int
fill_pattern (const char *pattern, int digit)
{
  int number = 0;

  for (; *pattern != '\0'; pattern++)
    number = number * 10 + (*pattern == 'X' ? digit : *pattern - '0');
  return number;
}

static gboolean
year_fits (const EntenteEdtfDate *date, gint64 year)
{
  if (date->negative && year == 0)
    return FALSE;
  return digits_fit (date->digits, (int) ABS (year));
}

/* First (@step 1) or last (@step -1) day of the month that fits. */
static gboolean
find_in_month (const EntenteEdtfDate *date, gint64 year, int month, int step, gint64 *number)
{
  int n_days = entente_days_in_month (year, month);

  for (int i = 1; i <= n_days; i++) {
    int day = step > 0 ? i : n_days + 1 - i;

    if (date->day[0] == '\0' || digits_fit (date->day, day)) {
      *number = entente_day_number (year, month, day);
      return TRUE;
    }
  }
  return FALSE;
}

static gboolean
find_in_year (const EntenteEdtfDate *date, gint64 year, int step, gint64 *number)
{
  for (int i = 1; i <= 12; i++) {
    int month = step > 0 ? i : 13 - i;

    if ((date->month[0] == '\0' || digits_fit (date->month, month)) &&
        find_in_month (date, year, month, step, number))
      return TRUE;
  }
  return FALSE;
}

void
entente_edtf_season_get_months (int season, int *first_month, int *n_months)
{
  if (season <= 32) { /* spring, summer, autumn, winter; from 29 on as the southern half has them */
    int northern = (season - 21) % 4 * 3 + 3;

    *first_month = season < 29 ? northern : northern + (northern <= 6 ? 6 : -6);
    *n_months = 3;
  } else if (season <= 36) {
    *first_month = (season - 33) * 3 + 1;
    *n_months = 3;
  } else if (season <= 39) {
    *first_month = (season - 37) * 4 + 1;
    *n_months = 4;
  } else {
    *first_month = (season - 40) * 6 + 1;
    *n_months = 6;
  }
}

static gboolean
find_in_season (const EntenteEdtfDate *date, gint64 year, int step, gint64 *number)
{
  int first_month, n_months, month;

  entente_edtf_season_get_months (date->season, &first_month, &n_months);
  if (step > 0) {
    *number = entente_day_number (year, first_month, 1);
    return TRUE;
  }
  month = first_month + n_months; /* the one after */
  *number = entente_day_number (year + (month - 1) / 12, (month - 1) % 12 + 1, 1) - 1;
  return TRUE;
}

static gboolean
find_day (const EntenteEdtfDate *date, int step, gint64 *number)
{
  int sign = date->negative ? -1 : 1;
  gint64 first = sign * fill_pattern (date->digits, step * sign > 0 ? 0 : 9);
  gint64 last = sign * fill_pattern (date->digits, step * sign > 0 ? 9 : 0);

  for (gint64 year = first; year != last + step; year += step) {
    if (!year_fits (date, year))
      continue;
    if (date->season != 0 ? find_in_season (date, year, step, number)
                          : find_in_year (date, year, step, number))
      return TRUE;
  }
  return FALSE;
}

static gint64
year_start (gint64 year)
{
  return entente_day_number (year, 1, 1) * ENTENTE_SECONDS_PER_DAY;
}

/* Long years, decades and centuries: whole years, @n_years of them. */
static EntenteSpan
get_years (gint64 first_year, int n_years)
{
  return (EntenteSpan){ year_start (first_year), year_start (first_year + n_years) };
}

static gint64
get_time_length (const EntenteEdtfDate *date)
{
  if (date->second >= 0)
    return 1;
  return date->minute >= 0 ? 60 : 3600;
}

static void
narrow_to_time (const EntenteEdtfDate *date, EntenteSpan *window)
{
  window->start += date->hour * 3600 + MAX (date->minute, 0) * 60 + MAX (date->second, 0);
  window->end = window->start + get_time_length (date);
}

gboolean
entente_edtf_date_get_window (const EntenteEdtfDate *date, EntenteSpan *window)
{
  gint64 first, last;

  switch (date->year_kind) {
  case ENTENTE_EDTF_LONG_YEAR:
    *window = get_years (date->year, 1);
    return TRUE;
  case ENTENTE_EDTF_DECADE:
    *window = get_years (date->year * 10, 10);
    return TRUE;
  case ENTENTE_EDTF_CENTURY:
    *window = get_years (date->year * 100, 100);
    return TRUE;
  case ENTENTE_EDTF_YEAR:
    break;
  }
  if (!find_day (date, 1, &first) || !find_day (date, -1, &last))
    return FALSE;
  window->start = first * ENTENTE_SECONDS_PER_DAY;
  window->end = (last + 1) * ENTENTE_SECONDS_PER_DAY;
  if (date->hour >= 0)
    narrow_to_time (date, window);
  return TRUE;
}

static gboolean
has_x (const char *digits)
{
  return strchr (digits, 'X') != NULL;
}

gboolean
entente_edtf_date_has_unspecified (const EntenteEdtfDate *date)
{
  return has_x (date->digits) || has_x (date->month) || has_x (date->day);
}

int
entente_edtf_date_count_parts (const EntenteEdtfDate *date)
{
  if (date->day[0] != '\0')
    return 3;
  return date->month[0] != '\0' ? 2 : 1;
}

static EntentePrecision
get_year_precision (const EntenteEdtfDate *date)
{
  static const EntentePrecision by_first_x[] = { ENTENTE_PRECISION_NONE,
                                                 ENTENTE_PRECISION_MILLENNIUM,
                                                 ENTENTE_PRECISION_CENTURY,
                                                 ENTENTE_PRECISION_DECADE,
                                                 ENTENTE_PRECISION_YEAR };

  if (date->year_kind == ENTENTE_EDTF_CENTURY)
    return ENTENTE_PRECISION_CENTURY;
  if (date->year_kind == ENTENTE_EDTF_DECADE)
    return ENTENTE_PRECISION_DECADE;
  return by_first_x[date->year_kind == ENTENTE_EDTF_YEAR ? strcspn (date->digits, "X") : 4];
}

static EntentePrecision
get_month_precision (const EntenteEdtfDate *date)
{
  if (date->month[0] == '\0' || g_str_equal (date->month, "XX"))
    return get_year_precision (date);
  return date->season != 0 || has_x (date->month) ? ENTENTE_PRECISION_SEASON
                                                  : ENTENTE_PRECISION_MONTH;
}

EntentePrecision
entente_edtf_date_get_precision (const EntenteEdtfDate *date)
{
  if (date->second >= 0)
    return ENTENTE_PRECISION_SECOND;
  if (date->minute >= 0)
    return ENTENTE_PRECISION_MINUTE;
  if (date->hour >= 0)
    return ENTENTE_PRECISION_HOUR;
  if (date->day[0] == '\0' || has_x (date->day))
    return get_month_precision (date);
  return ENTENTE_PRECISION_DAY;
}

guint
entente_edtf_date_get_quality (const EntenteEdtfDate *date)
{
  guint quality = date->significant > 0 ? ENTENTE_EDTF_APPROXIMATE : ENTENTE_EDTF_CERTAIN;

  for (int i = 0; i < ENTENTE_EDTF_N_PARTS; i++)
    quality |= date->quality[i];
  return quality;
}

/* Level 1 knows open digits only from the right: 201X, 20XX, XXXX, and whole parts behind. */
static int
get_unspecified_level (const EntenteEdtfDate *date)
{
  const char *parts[] = { date->month, date->day };
  gboolean open = g_str_equal (date->digits, "XXXX");
  int n_known = (int) strcspn (date->digits, "X");

  if (!entente_edtf_date_has_unspecified (date))
    return 0;
  if (strspn (date->digits + n_known, "X") != strlen (date->digits + n_known) || n_known == 1)
    return 2;
  if (n_known != 0 && n_known < 4 && date->month[0] != '\0')
    return 2;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    gboolean whole = g_str_equal (parts[i], "XX");

    if (parts[i][0] != '\0' && !whole && (open || has_x (parts[i])))
      return 2;
    open = open || whole;
  }
  return 1;
}

static int
get_quality_level (const EntenteEdtfDate *date)
{
  for (int i = 1; i < entente_edtf_date_count_parts (date); i++) {
    if (date->quality[i] != date->quality[0])
      return 2;
  }
  if (date->quality[0] == ENTENTE_EDTF_CERTAIN)
    return 0;
  return date->year_kind == ENTENTE_EDTF_CENTURY ? 2 : 1;
}

static int
get_year_level (const EntenteEdtfDate *date)
{
  switch (date->year_kind) {
  case ENTENTE_EDTF_CENTURY:
    return 0;
  case ENTENTE_EDTF_DECADE:
    return 2;
  case ENTENTE_EDTF_LONG_YEAR:
    return date->exponent >= 0 || date->significant > 0 ? 2 : 1;
  case ENTENTE_EDTF_YEAR:
    return date->significant > 0 ? 2 : date->negative;
  }
  g_return_val_if_reached (0);
}

int
entente_edtf_date_get_level (const EntenteEdtfDate *date)
{
  int season_level = date->season > 24 ? 2 : date->season != 0;
  int level = MAX (get_year_level (date), season_level);

  return MAX (level, MAX (get_quality_level (date), get_unspecified_level (date)));
}
