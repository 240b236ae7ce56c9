/* Dates in figures: "2018-05-03", "3.5.2018", "10/31/2018", "23/Sep/2018", "2018/10". */
#include "config.h"

#include "entente-time-expression.h"

/* The number at @i, joined to what stands before it. */
static int
get_joined (const EntenteTimeReader *reader, guint i, guint max_digits)
{
  const EntenteToken *token = entente_reader_at (reader, i);

  return token->type == ENTENTE_TOKEN_NUMBER && !token->gap && token->digits <= max_digits
           ? token->value
           : -1;
}

/* The sign between two figures, the same on both sides; 0 for none. */
static int
get_sign (const EntenteTimeReader *reader, guint i)
{
  const EntenteToken *token = entente_reader_at (reader, i);

  if (token->type != ENTENTE_TOKEN_SIGN || token->gap)
    return 0;
  return token->value == '-' || token->value == '/' || token->value == '.' ? token->value : 0;
}

static gboolean
is_month (int month)
{
  return month >= 1 && month <= 12;
}

static gboolean
is_day (int day)
{
  return day >= 1 && day <= 31;
}

static int
complete_year (int year, guint digits)
{
  if (digits == 4)
    return year;
  return year < 40 ? 2000 + year : 1900 + year;
}

/* "2018-05-03", "2018/05" */
static gboolean
read_year_first (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  const EntenteToken *year = entente_reader_at (reader, i);
  int sign = get_sign (reader, i + 1);
  int month = get_joined (reader, i + 2, 2), day;

  if (year->digits != 4 || year->value < 1000 || year->value > 2199 || sign == 0 ||
      !is_month (month))
    return FALSE;
  found->has_year = TRUE;
  found->year = year->value;
  found->month = month;
  found->next = i + 3;
  day = get_joined (reader, i + 4, 2);
  if (get_sign (reader, i + 3) == sign && day >= 0) {
    if (!is_day (day))
      return FALSE;
    found->day = day;
    found->next = i + 5;
    return TRUE;
  }
  if (sign == '.')
    return FALSE; /* "2015.3" */
  /* "1904-05" is more often a span of two years. */
  return sign == '/' || month <= year->value % 100;
}

/* "3.5.2018", "10/31/2018", "5-3-2013" */
static gboolean
read_year_last (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  const EntenteToken *first = entente_reader_at (reader, i);
  const EntenteToken *last = entente_reader_at (reader, i + 4);
  int sign = get_sign (reader, i + 1);
  int second = get_joined (reader, i + 2, 2);
  int year = get_joined (reader, i + 4, 4);

  if (first->digits > 2 || sign == 0 || get_sign (reader, i + 3) != sign || second < 0 ||
      year < 0 || (last->digits != 4 && last->digits != 2) || (sign == '.' && last->digits == 2))
    return FALSE;
  found->year = complete_year (year, last->digits);
  found->has_year = TRUE;
  found->day = first->value;
  found->month = second;
  if (sign != '.' && second > 12) {
    found->day = second;
    found->month = first->value;
  }
  found->exchangeable = sign != '.' && first->value <= 12 && second <= 12 && first->value != second;
  found->next = i + 5;
  return is_month (found->month) && is_day (found->day) && found->year >= 1000 &&
         found->year < 2200;
}

/* "3/2015", "11-2016" */
static gboolean
read_month_year (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  const EntenteToken *month = entente_reader_at (reader, i);
  const EntenteToken *year = entente_reader_at (reader, i + 2);
  int sign = get_sign (reader, i + 1);

  if (month->digits > 2 || !is_month (month->value) || (sign != '/' && sign != '-') ||
      year->type != ENTENTE_TOKEN_NUMBER || year->gap || year->digits != 4 || year->value < 1800 ||
      year->value > 2100 || get_sign (reader, i + 3) == sign)
    return FALSE;
  found->has_year = TRUE;
  found->year = year->value;
  found->month = month->value;
  found->next = i + 3;
  return TRUE;
}

/* "2016 - 11", "11 / 2016", "2015.3": only where nothing is counted by them. */
static gboolean
read_spaced (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  const EntenteToken *first = entente_reader_at (reader, i);
  const EntenteToken *sign = entente_reader_at (reader, i + 1);
  const EntenteToken *second = entente_reader_at (reader, i + 2);
  const EntenteToken *behind = entente_reader_at (reader, i + 3);
  gboolean year_first = first->digits == 4;
  const EntenteToken *year = year_first ? first : second;
  const EntenteToken *month = year_first ? second : first;

  if (sign->type != ENTENTE_TOKEN_SIGN ||
      (sign->value != '-' && sign->value != '/' && !(sign->value == '.' && year_first)) ||
      second->type != ENTENTE_TOKEN_NUMBER || year->digits != 4 || month->digits > 2 ||
      !is_month (month->value) || year->value < 1900 || year->value > 2100 ||
      (year_first && month->value > year->value % 100) || behind->type == ENTENTE_TOKEN_WORD ||
      behind->type == ENTENTE_TOKEN_NUMBER ||
      (behind->type == ENTENTE_TOKEN_SIGN &&
       (behind->value == sign->value || behind->value == '%')))
    return FALSE;
  if (sign->value == '.' && behind->type != ENTENTE_TOKEN_END)
    return FALSE; /* "2015.3," is a number */
  found->has_year = TRUE;
  found->year = year->value;
  found->month = month->value;
  found->next = i + 3;
  return TRUE;
}

/* "20180503" */
static gboolean
read_compact (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  const EntenteToken *token = entente_reader_at (reader, i);
  int digits = 0;

  if (token->digits != 8)
    return FALSE;
  for (gsize p = token->start; p < token->end; p++)
    digits = digits * 10 + (reader->text[p] - '0');
  found->has_year = TRUE;
  found->year = digits / 10000;
  found->month = digits / 100 % 100;
  found->day = digits % 100;
  found->next = i + 1;
  return found->year >= 1900 && found->year < 2100 && is_month (found->month) &&
         is_day (found->day);
}

/* "23-2018-September", "2018-Sep-23" */
static gboolean
read_named_month_beside_year (const EntenteTimeReader *reader,
                              guint i,
                              EntenteTimeExpression *found)
{
  const EntenteToken *first = entente_reader_at (reader, i);
  int sign = get_sign (reader, i + 1);
  guint month = first->digits == 4 ? i + 2 : i + 4;
  int day = first->digits == 4 ? get_joined (reader, i + 4, 2) : first->value;
  int year = first->digits == 4 ? first->value : get_joined (reader, i + 2, 4);

  if (sign == 0 || sign == '.' || get_sign (reader, i + 3) != sign || first->digits == 3 ||
      first->digits > 4 || !is_day (day) || year < 1000 || year > 2199 ||
      entente_reader_at (reader, month)->gap ||
      entente_reader_get (reader, month, ENTENTE_TIME_MONTH) == 0)
    return FALSE;
  found->day = day;
  found->month = entente_reader_get (reader, month, ENTENTE_TIME_MONTH);
  found->year = year;
  found->has_year = TRUE;
  found->next = i + 5;
  return TRUE;
}

/* "23/Sep/2018", "3-May-18" */
static gboolean
read_named_month (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  const EntenteToken *first = entente_reader_at (reader, i);
  const EntenteToken *last = entente_reader_at (reader, i + 4);
  int sign = get_sign (reader, i + 1);
  int month = entente_reader_get (reader, i + 2, ENTENTE_TIME_MONTH);
  int year = get_joined (reader, i + 4, 4);

  if (first->digits > 2 || !is_day (first->value) || sign == 0 || month == 0 ||
      entente_reader_at (reader, i + 2)->gap || get_sign (reader, i + 3) != sign || year < 0 ||
      (last->digits != 4 && last->digits != 2))
    return FALSE;
  found->day = first->value;
  found->month = month;
  found->year = complete_year (year, last->digits);
  found->has_year = TRUE;
  found->next = i + 5;
  return TRUE;
}

gboolean
entente_expression_read_figures (const EntenteTimeReader *reader,
                                 guint i,
                                 EntenteTimeExpression *found)
{
  if (entente_reader_at (reader, i)->type != ENTENTE_TOKEN_NUMBER)
    return FALSE;
  return read_compact (reader, i, found) || read_month_year (reader, i, found) ||
         read_year_first (reader, i, found) || read_year_last (reader, i, found) ||
         read_named_month (reader, i, found) || read_named_month_beside_year (reader, i, found) ||
         read_spaced (reader, i, found);
}
