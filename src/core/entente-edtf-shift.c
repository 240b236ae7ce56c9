/* Moving an EDTF value by steps of its own precision: days, months or years.
 *
 * Only values that are whole days, months or years are moved, a span by moving both ends. Moving
 * back by as many steps gives the same value again.
 */
#include "config.h"

#include "entente-edtf.h"

#define MAX_PLAIN_YEAR 9999

static gboolean
is_movable (const EntenteEdtfEnd *end)
{
  const EntenteEdtfDate *date = &end->date;

  return end->kind == ENTENTE_EDTF_END_DATE && date->season == 0 && date->hour < 0 &&
         date->significant == 0 && date->exponent < 0 &&
         date->year_kind <= ENTENTE_EDTF_LONG_YEAR && !entente_edtf_date_has_unspecified (date);
}

static gboolean
set_year (EntenteEdtfDate *date, gint64 year, gboolean may_be_long)
{
  if (ABS (year) > MAX_PLAIN_YEAR && !may_be_long)
    return FALSE;
  date->year = year;
  date->negative = year < 0;
  date->year_kind = ABS (year) > MAX_PLAIN_YEAR ? ENTENTE_EDTF_LONG_YEAR : ENTENTE_EDTF_YEAR;
  if (date->year_kind == ENTENTE_EDTF_YEAR)
    g_snprintf (date->digits, sizeof date->digits, "%04d", (int) ABS (year));
  else
    date->digits[0] = '\0';
  return TRUE;
}

static void
set_pair (char pair[3], int number)
{
  pair[0] = (char) ('0' + number / 10 % 10);
  pair[1] = (char) ('0' + number % 10);
}

static int
get_pair (const char pair[3])
{
  return (pair[0] - '0') * 10 + pair[1] - '0';
}

static gboolean
shift_months (EntenteEdtfDate *date, int steps)
{
  gint64 months = date->year * 12 + get_pair (date->month) - 1 + steps;
  gint64 year = months >= 0 ? months / 12 : (months - 11) / 12;

  set_pair (date->month, (int) (months - year * 12) + 1);
  return set_year (date, year, FALSE);
}

static gboolean
shift_days (EntenteEdtfDate *date, int steps)
{
  gint64 number = entente_day_number (date->year, get_pair (date->month), get_pair (date->day));
  EntenteDay day = entente_day_from_number (number + steps);

  set_pair (date->month, day.month);
  set_pair (date->day, day.day);
  return set_year (date, day.year, FALSE);
}

static gboolean
shift_date (EntenteEdtfDate *date, int steps, gboolean may_be_long)
{
  switch (entente_edtf_date_count_parts (date)) {
  case 3:
    return shift_days (date, steps);
  case 2:
    return shift_months (date, steps);
  default:
    return set_year (date, date->year + steps, may_be_long);
  }
}

gboolean
entente_edtf_shift (EntenteEdtf *value, int steps)
{
  EntenteEdtfElement *element = &value->first;

  if (!is_movable (&element->start))
    return FALSE;
  if (value->form == ENTENTE_EDTF_SINGLE)
    return shift_date (&element->start.date, steps, TRUE);
  return value->form == ENTENTE_EDTF_INTERVAL && is_movable (&element->end) &&
         entente_edtf_date_count_parts (&element->start.date) ==
           entente_edtf_date_count_parts (&element->end.date) &&
         shift_date (&element->start.date, steps, FALSE) &&
         shift_date (&element->end.date, steps, FALSE);
}
