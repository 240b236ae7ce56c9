/* Names of places in the calendar: "3 May 2018", "May 3", "May 2018", "spring of 1915", "the
 * 1930s", "the ninth century BC", "Christmas", "2018-05-03". */
#include "config.h"

#include "entente-time-expression.h"

#include <string.h>

/* ---- small parts ---- */

static guint
skip_sign (const EntenteTimeReader *reader, guint i, int sign)
{
  return entente_reader_is_sign (reader, i, sign) ? i + 1 : i;
}

static guint
skip (const EntenteTimeReader *reader, guint i, EntenteTimeClass class)
{
  return entente_reader_is (reader, i, class) ? i + 1 : i;
}

/* A dash right behind what it joins. */
static guint
skip_joint (const EntenteTimeReader *reader, guint i)
{
  return entente_reader_is_dash (reader, i) && !entente_reader_at (reader, i)->gap ? i + 1 : i;
}

/* "Sept.", with its full stop when more of the date follows. */
static int
read_month (const EntenteTimeReader *reader, guint i, guint *next)
{
  int month = entente_reader_get (reader, i, ENTENTE_TIME_MONTH);
  const EntenteToken *token = entente_reader_at (reader, i);

  if (month == 0)
    return 0;
  *next = i + 1;
  if (token->end - token->start <= 5 && entente_reader_is_sign (reader, i + 1, '.') &&
      !entente_reader_at (reader, i + 1)->gap)
    *next = i + 2;
  return month;
}

/* A year behind a month or season: "1918", ", 1918", "of 1918", "of '18" no. */
static gboolean
read_year_behind (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  guint at = skip_sign (reader, i, ',');
  int year;

  at = skip (reader, at, ENTENTE_TIME_OF);
  at = skip (reader, at, ENTENTE_TIME_IN);
  at = skip (reader, at, ENTENTE_TIME_THE);
  at = skip (reader, at, ENTENTE_TIME_YEAR_OF);
  if (!entente_reader_read_year (reader, at, &year, &found->next))
    return FALSE;
  if (at > i && entente_reader_is_sign (reader, i, ',') &&
      entente_reader_is (reader, found->next, ENTENTE_TIME_COUNTED))
    return FALSE; /* "in May, 2000 troops" */
  found->year = year;
  found->has_year = TRUE;
  return TRUE;
}

/* "of that year", "last year", "of the same month" */
static gboolean
read_relation_behind (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  guint at = skip (reader, skip_sign (reader, i, ','), ENTENTE_TIME_OF);
  gboolean has_of = at > i;
  int relation, unit;

  at = skip (reader, at, ENTENTE_TIME_THE);
  relation = entente_reader_get (reader, at, ENTENTE_TIME_RELATION);
  unit = entente_reader_get (reader, at + 1, ENTENTE_TIME_UNIT_WORD);
  if (relation == 0 || (unit != ENTENTE_UNIT_YEAR && unit != ENTENTE_UNIT_MONTH) ||
      (!has_of && relation != ENTENTE_RELATION_LAST && relation != ENTENTE_RELATION_NEXT &&
       relation != ENTENTE_RELATION_THIS && relation != ENTENTE_RELATION_SAME))
    return FALSE;
  found->relation = relation;
  found->unit = unit;
  found->inner = TRUE;
  found->next = at + 2;
  return TRUE;
}

/* The year of the month or day that ends before @i, if it is told. */
static void
read_rest (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  found->next = i;
  if (!read_year_behind (reader, i, found) && !read_relation_behind (reader, i, found))
    found->next = i;
}

/* ---- days ---- */

/* "[the] 3[rd] [of] May" */
static gboolean
read_day_month (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  guint at = skip (reader, i, ENTENTE_TIME_THE), next;
  int day = entente_reader_read_day (reader, at, &next);
  int month;

  if (day == 0)
    return FALSE;
  found->day_article = at > i;
  next = skip_sign (reader, next, '.');
  if (entente_reader_get (reader, next, ENTENTE_TIME_UNIT_WORD) == ENTENTE_UNIT_DAY &&
      entente_reader_is (reader, next + 1, ENTENTE_TIME_OF))
    next++; /* "the third day of May" */
  next = skip (reader, next, ENTENTE_TIME_OF);
  month = read_month (reader, next, &at);
  if (month == 0)
    return FALSE;
  found->day = day;
  found->month = month;
  read_rest (reader, at, found);
  if (!found->has_year && !found->inner && entente_reader_is_sign (reader, at - 1, '.'))
    found->next = at - 1; /* the full stop may be that of the sentence */
  return TRUE;
}

static gboolean
is_followed_by_year (const EntenteTimeReader *reader, guint i)
{
  int year;
  guint next;

  return entente_reader_read_year (reader, skip_sign (reader, i, ','), &year, &next);
}

/* "May 3[rd]", "May the 3rd"; "May third" only with a year */
static gboolean
read_month_day (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  guint at, next;
  int month = read_month (reader, i, &at);
  int day;
  gboolean is_word;

  if (month == 0)
    return FALSE;
  next = skip (reader, skip_sign (reader, at, ','), ENTENTE_TIME_THE);
  is_word = entente_reader_at (reader, next)->type != ENTENTE_TOKEN_NUMBER && next == at;
  day = entente_reader_read_day (reader, next, &at);
  if (day == 0 || (is_word && !is_followed_by_year (reader, at)) ||
      (next > at && entente_reader_is_sign (reader, next - 1, ',')))
    return FALSE;
  if (entente_reader_is_sign (reader, at, ':') && !entente_reader_at (reader, at)->gap)
    return FALSE; /* "May 5:30" */
  if (entente_reader_is (reader, at, ENTENTE_TIME_COUNTED) &&
      !entente_reader_at (reader, at)->capital)
    return FALSE; /* "in May 12 people" */
  found->month = month;
  found->day = day;
  read_rest (reader, at, found);
  return TRUE;
}

static gboolean
read_month_alone (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  guint at;
  int month = read_month (reader, i, &at);

  if (month == 0)
    return FALSE;
  found->month = month;
  read_rest (reader, at, found);
  if (!found->has_year && !found->inner)
    found->next = i + 1;
  return TRUE;
}

/* "Saturday[,] 24 June", "Saturday the 24th", "Saturday" */
static gboolean
read_weekday (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  int weekday = entente_reader_get (reader, i, ENTENTE_TIME_WEEKDAY);
  EntenteTimeExpression inner = { .clock = -1 };
  guint at = i + 1, next;

  if (weekday == 0 || weekday > 7)
    return FALSE;
  if (entente_reader_is_sign (reader, at, '.') &&
      entente_reader_at (reader, i)->end - entente_reader_at (reader, i)->start <= 5)
    at++;
  at = skip_sign (reader, at, ',');
  at = skip (reader, at, ENTENTE_TIME_ON);
  if (read_day_month (reader, at, &inner) || read_month_day (reader, at, &inner)) {
    *found = inner;
    found->weekday = weekday;
    found->day_article = FALSE;
    return TRUE;
  }
  if (entente_reader_is (reader, at, ENTENTE_TIME_THE)) {
    int day = entente_reader_read_day (reader, at + 1, &next);

    if (day > 0 && next > at + 2) { /* "the 24th" */
      found->day = day;
      found->next = next;
      found->bare_day = TRUE;
      return TRUE;
    }
  }
  found->weekday = weekday;
  found->next = i + 1;
  return TRUE;
}

/* ---- other units ---- */

static gboolean
read_season (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  guint at = skip (reader, i, ENTENTE_TIME_THE);
  int season = entente_reader_get (reader, at, ENTENTE_TIME_SEASON);

  if (season == 0)
    return FALSE;
  found->day_article = at > i;
  found->season = season;
  read_rest (reader, at + 1, found);
  return TRUE;
}

/* "Q4", "H2": the season; 0 for none. */
static int
read_short_part (const EntenteTimeReader *reader, guint i)
{
  const EntenteToken *letter = entente_reader_at (reader, i);
  const EntenteToken *figure = entente_reader_at (reader, i + 1);
  char c = letter->type == ENTENTE_TOKEN_WORD && letter->end - letter->start == 1
             ? g_ascii_toupper (reader->text[letter->start])
             : '\0';

  if (figure->digits != 1 || figure->gap || figure->value < 1)
    return 0;
  if (c == 'Q' && figure->value <= 4)
    return 32 + figure->value;
  return c == 'H' && figure->value <= 2 ? 39 + figure->value : 0;
}

/* "the second half of 2018", "H2 2018" */
static gboolean
read_half (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  guint at = skip (reader, i, ENTENTE_TIME_THE), next = at + 2;
  int season = read_short_part (reader, at);
  int n = season == 0 ? entente_reader_read_day (reader, at, &next) : 0;

  if (season == 0 &&
      (n < 1 || n > 2 || !entente_reader_is (reader, next, ENTENTE_TIME_HALF) || next++ == 0))
    return FALSE;
  found->season = season > 0 ? season : 39 + n;
  read_rest (reader, skip_joint (reader, next), found);
  return found->season >= 40 && (found->has_year || found->inner);
}

/* "the fourth quarter [of 2018]", "Q4 2018" */
static gboolean
read_quarter (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  guint at = skip (reader, i, ENTENTE_TIME_THE), next;
  int season = read_short_part (reader, at);
  int n = 0;

  if (season != 0) {
    n = season - 32;
    next = at + 2;
    if (entente_reader_at (reader, next + 1)->digits == 4)
      next = skip_joint (reader, next); /* "Q4-2018" */
  } else {
    n = entente_reader_read_day (reader, at, &next);
    if (n == 0 || entente_reader_get (reader, next, ENTENTE_TIME_UNIT_WORD) != ENTENTE_UNIT_QUARTER)
      return FALSE;
    next++;
  }
  if (n < 1 || n > 4)
    return FALSE;
  found->season = 32 + n;
  read_rest (reader, next, found);
  return TRUE;
}

/* "the 1930s", "the '30s", "the thirties" */
static gboolean
read_decade (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  guint at = skip (reader, i, ENTENTE_TIME_THE);
  guint digits = at;
  const EntenteToken *token, *ending;
  int year = entente_reader_get (reader, at, ENTENTE_TIME_DECADE);

  found->has_year = TRUE;
  found->next = at + 1;
  if (year > 0 && at > i) {
    found->year = found->decade = year;
    return TRUE;
  }
  if (entente_reader_is_sign (reader, digits, '\'') ||
      entente_reader_is_sign (reader, digits, 0x2019))
    digits++;
  token = entente_reader_at (reader, digits);
  ending = entente_reader_at (reader, digits + 1);
  if (ending->type == ENTENTE_TOKEN_SIGN && (ending->value == '\'' || ending->value == 0x2019)) {
    digits++;
    ending = entente_reader_at (reader, digits + 1);
  }
  if (token->type != ENTENTE_TOKEN_NUMBER || token->value % 10 != 0 || ending->gap ||
      ending->type != ENTENTE_TOKEN_WORD || ending->end - ending->start > 2 ||
      (reader->text[ending->start] != 's' && reader->text[ending->start] != 'e') ||
      (token->digits != 4 && token->digits != 2))
    return FALSE;
  if (reader->text[ending->start] == 'e' && reader->text[ending->end - 1] != 'r')
    return FALSE; /* "1930er" */
  if (reader->text[ending->start] == 's' && ending->end - ending->start > 1)
    return FALSE;
  found->year = token->digits == 4 ? token->value : 1900 + token->value;
  if (found->year < 1000 || found->year > 2199)
    return FALSE;
  found->decade = found->year;
  found->next = digits + 2;
  if (entente_reader_get (reader, found->next, ENTENTE_TIME_UNITS_WORD) == ENTENTE_UNIT_YEAR)
    found->next++; /* "1930er Jahre" */
  return TRUE;
}

/* "the nineteenth century", "the 9th century BC", "eighteenth-century" */
static gboolean
read_century (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  guint at = skip (reader, i, ENTENTE_TIME_THE), next;
  int n = entente_reader_read_day (reader, at, &next);

  if (n == 0)
    return FALSE;
  if (entente_reader_is_dash (reader, next) || entente_reader_is_sign (reader, next, '.'))
    next++;
  if (entente_reader_get (reader, next, ENTENTE_TIME_UNIT_WORD) != ENTENTE_UNIT_CENTURY)
    return FALSE;
  found->has_year = TRUE;
  found->year = (n - 1) * 100;
  found->next = next + 1;
  if (entente_reader_is (reader, next + 1, ENTENTE_TIME_BC)) {
    found->year = -n * 100;
    found->next = next + 2;
    if (entente_reader_is_sign (reader, next + 2, '.') &&
        !entente_reader_at (reader, next + 2)->gap)
      found->next = next + 3;
  }
  found->century = 1;
  return TRUE;
}

/* "1956", "the year 1956", "264 BC", "'99" */
static gboolean
read_year (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  guint at = skip (reader, i, ENTENTE_TIME_THE);
  guint season;

  if (entente_reader_is (reader, at, ENTENTE_TIME_YEAR_OF))
    at++;
  else
    at = i;
  if (!entente_reader_read_year (reader, at, &found->year, &found->next))
    return FALSE;
  found->has_year = TRUE;
  season = skip_joint (reader, found->next);
  if (read_short_part (reader, season) != 0 && at == i) { /* "2018 Q4" */
    found->season = read_short_part (reader, season);
    found->next = season + 2;
    return TRUE;
  }
  season = entente_reader_is_sign (reader, found->next, '\'') ? found->next + 2 : found->next;
  if (entente_reader_is (reader, season, ENTENTE_TIME_SEASON) && at == i) {
    found->season = entente_reader_get (reader, season, ENTENTE_TIME_SEASON);
    found->next = season + 1;
  }
  return TRUE;
}

static gboolean
read_holiday (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  int value = entente_reader_get (reader, i, ENTENTE_TIME_HOLIDAY);

  if (value == 0 ||
      (!entente_reader_at (reader, i)->capital && !is_followed_by_year (reader, i + 1)))
    return FALSE;
  found->month = value / 100;
  found->day = value % 100;
  if (value >= ENTENTE_TIME_COUNTED_FEAST) { /* "Thanksgiving": a weekday counted in its month */
    found->month = value / 100 % 100;
    found->day = 0;
    found->week = value / 10 % 10 == 9 ? -1 : value / 10 % 10;
    found->weekday = value % 10;
  } else if (found->month > 12) { /* days from Easter */
    found->is_movable = TRUE;
    found->from_easter = value - ENTENTE_TIME_EASTER;
    found->month = 4;
    found->day = 8;
  }
  read_rest (reader, i + 1, found);
  return TRUE;
}

/* ---- all ---- */

gboolean
entente_expression_read_calendar (const EntenteTimeReader *reader,
                                  guint i,
                                  EntenteTimeExpression *found)
{
  static gboolean (*const shapes[]) (const EntenteTimeReader *, guint, EntenteTimeExpression *) = {
    read_weekday, read_day_month, read_month_day, read_month_alone,
    read_season,  read_quarter,   read_half,      read_century,
    read_decade,  read_year,      read_holiday,   entente_expression_read_figures,
  };
  EntenteTimeExpression best = { .next = 0 };

  for (guint k = 0; k < G_N_ELEMENTS (shapes); k++) {
    EntenteTimeExpression one = { .form = ENTENTE_EXPRESSION_CALENDAR, .clock = -1 };

    if (shapes[k](reader, i, &one) && one.next > best.next)
      best = one;
  }
  if (best.next == 0)
    return FALSE;
  best.form = ENTENTE_EXPRESSION_CALENDAR;
  *found = best;
  return TRUE;
}
