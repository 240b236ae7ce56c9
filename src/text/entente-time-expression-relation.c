/* Times told by their relation to another: "last July", "that year", "the next two weeks", "the
 * year before", "semaine dernière". */
#include "config.h"

#include "entente-time-expression.h"

static guint
skip_the (const EntenteTimeReader *reader, guint i)
{
  if (!entente_reader_is (reader, i, ENTENTE_TIME_THE))
    return i;
  i++;
  return entente_reader_is_sign (reader, i, '\'') || entente_reader_is_sign (reader, i, 0x2019)
           ? i + 1
           : i;
}

/* What is related: a unit, a month, a weekday, a season or a part of a day. */
static gboolean
read_object (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  found->next = i + 1;
  if (entente_reader_is (reader, i, ENTENTE_TIME_UNIT_WORD)) {
    found->unit = entente_reader_get (reader, i, ENTENTE_TIME_UNIT_WORD);
    return found->unit >= ENTENTE_UNIT_DAY;
  }
  found->month = entente_reader_get (reader, i, ENTENTE_TIME_MONTH);
  if (found->month != 0 && !reader->is_alone && !entente_reader_at (reader, i)->capital &&
      entente_reader_is (reader, i, ENTENTE_TIME_AMBIGUOUS))
    return FALSE; /* "this may", "that march" */
  found->weekday = entente_reader_get (reader, i, ENTENTE_TIME_WEEKDAY);
  if (found->weekday != 0 && !reader->is_alone && !entente_reader_at (reader, i)->capital &&
      entente_reader_is (reader, i, ENTENTE_TIME_AMBIGUOUS))
    return FALSE;
  found->season = entente_reader_get (reader, i, ENTENTE_TIME_SEASON);
  if (entente_reader_is (reader, i, ENTENTE_TIME_PART)) {
    int part = entente_reader_get (reader, i, ENTENTE_TIME_PART);

    found->part[0] = (char) (part >> 8);
    found->part[1] = (char) (part & 0xFF);
    found->unit = ENTENTE_UNIT_DAY;
    return TRUE;
  }
  return found->month != 0 || found->weekday != 0 || found->season != 0;
}

/* "next 3 May": the day goes with the month. */
static void
read_day_behind (const EntenteTimeReader *reader, EntenteTimeExpression *found)
{
  guint next;
  int day;

  if (found->month == 0 || entente_reader_at (reader, found->next)->type != ENTENTE_TOKEN_NUMBER)
    return;
  day = entente_reader_read_day (reader, found->next, &next);
  if (day > 0) {
    found->day = day;
    found->next = next;
  }
}

/* "the next two weeks", "the first ten months", "the last years". */
static gboolean
read_many (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  EntenteTimeExpression count = { .some = TRUE };
  guint next = i;

  if (!entente_reader_read_count (reader, i, &count, &next)) {
    count.some = TRUE;
    count.halves = 0;
    next = i;
  } else if (!count.whole)
    return FALSE;
  if (!entente_reader_is (reader, next, ENTENTE_TIME_UNITS_WORD) &&
      !(count.halves > 0 && entente_reader_is (reader, next, ENTENTE_TIME_UNIT_WORD)))
    return FALSE;
  found->form = ENTENTE_EXPRESSION_DURATION;
  found->halves = count.halves;
  found->some = count.some;
  found->unit = entente_reader_is (reader, next, ENTENTE_TIME_UNITS_WORD)
                  ? entente_reader_get (reader, next, ENTENTE_TIME_UNITS_WORD)
                  : entente_reader_get (reader, next, ENTENTE_TIME_UNIT_WORD);
  found->next = next + 1;
  return TRUE;
}

static gboolean
is_counted_in_month (const EntenteTimeReader *reader, guint i)
{
  int unit = entente_reader_get (reader, i, ENTENTE_TIME_UNIT_WORD);

  return unit == ENTENTE_UNIT_WEEK || unit == ENTENTE_UNIT_WEEKEND || unit == ENTENTE_UNIT_DAY ||
         entente_reader_is (reader, i, ENTENTE_TIME_WEEKDAY);
}

static gboolean
is_mere_year (const EntenteTimeExpression *found)
{
  return found->has_year && found->season == 0 && found->decade == 0 && found->century == 0;
}

/* "the last week of August", "the third Tuesday of June", "the first week of May 1958": a stretch
 * of that month or year. */
static gboolean
read_week_of (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  guint at = skip_the (reader, i), next = at + 1;
  EntenteTimeExpression inner;
  int n = entente_reader_get (reader, at, ENTENTE_TIME_RELATION) == ENTENTE_RELATION_LAST
            ? -1
            : entente_reader_read_day (reader, at, &next);

  if (n == 0 || n > 5 || !is_counted_in_month (reader, next) ||
      !(entente_reader_is (reader, next + 1, ENTENTE_TIME_OF) ||
        entente_reader_is (reader, next + 1, ENTENTE_TIME_IN)) ||
      !entente_expression_read_calendar (reader, next + 2, &inner) || inner.day != 0 ||
      (inner.month == 0 &&
       !(is_mere_year (&inner) &&
         entente_reader_get (reader, next, ENTENTE_TIME_UNIT_WORD) == ENTENTE_UNIT_WEEK)))
    return FALSE;
  *found = inner;
  found->week = n;
  found->weekday = entente_reader_get (reader, next, ENTENTE_TIME_WEEKDAY);
  found->unit = entente_reader_get (reader, next, ENTENTE_TIME_UNIT_WORD);
  return TRUE;
}

/* "the Sunday before Christmas", "the third Tuesday after 3 May 2018" */
static gboolean
read_weekday_beside (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  guint at = skip_the (reader, i), next = at;
  int n = entente_reader_read_day (reader, at, &next);
  int weekday = entente_reader_get (reader, next, ENTENTE_TIME_WEEKDAY);
  gboolean is_after = entente_reader_is (reader, next + 1, ENTENTE_TIME_AFTER);
  EntenteTimeExpression date;

  if (next == i || n > 5 || weekday < 1 || weekday > 7 ||
      (!is_after && !entente_reader_is (reader, next + 1, ENTENTE_TIME_BEFORE)) ||
      !entente_expression_read_calendar (reader, next + 2, &date) || date.bare_day ||
      (date.day == 0 && date.week == 0))
    return FALSE;
  *found = date;
  found->form = ENTENTE_EXPRESSION_OFFSET;
  found->anchor = ENTENTE_ANCHOR_DATE;
  found->offset = is_after ? 1 : -1;
  found->nth_weekday = weekday;
  found->halves = 2 * MAX (n, 1);
  found->unit = ENTENTE_UNIT_DAY;
  return TRUE;
}

/* "the first day", "the last years": nothing that could be placed. */
static gboolean
read_ordered (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  guint at = skip_the (reader, i), next;

  if (at == i || entente_reader_at (reader, at)->type == ENTENTE_TOKEN_NUMBER ||
      entente_reader_read_day (reader, at, &next) == 0)
    return FALSE;
  if (read_many (reader, next, found))
    return TRUE;
  if (!entente_reader_is (reader, next, ENTENTE_TIME_UNIT_WORD))
    return FALSE;
  found->unit = entente_reader_get (reader, next, ENTENTE_TIME_UNIT_WORD);
  if (found->unit == ENTENTE_UNIT_QUARTER || found->unit == ENTENTE_UNIT_CENTURY ||
      found->unit == ENTENTE_UNIT_SECOND || found->unit == ENTENTE_UNIT_SEASON ||
      found->unit == ENTENTE_UNIT_DAY || found->unit == ENTENTE_UNIT_MILLENNIUM)
    return FALSE;
  found->form = ENTENTE_EXPRESSION_DURATION;
  found->halves = 2;
  found->next = next + 1;
  return TRUE;
}

/* "semaine dernière", "juillet dernier", "Monday last" */
static gboolean
read_behind (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  guint at = skip_the (reader, i);
  int relation;

  if (!read_object (reader, at, found))
    return FALSE;
  relation = entente_reader_get (reader, found->next, ENTENTE_TIME_RELATION);
  if (relation == 0 || !(entente_reader_is (reader, found->next, ENTENTE_TIME_BEHIND) ||
                         (found->weekday != 0 && relation == ENTENTE_RELATION_LAST)))
    return FALSE;
  found->relation = relation;
  found->next++;
  return TRUE;
}

static gboolean
read_plain (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  guint at = skip_the (reader, i);
  int relation = entente_reader_get (reader, at, ENTENTE_TIME_RELATION);
  gboolean is_unit;
  guint word = at;

  if (entente_reader_is (reader, at, ENTENTE_TIME_VERY))
    relation = entente_reader_get (reader, ++at, ENTENTE_TIME_RELATION);
  if (relation == 0)
    return FALSE;
  found->day_article = at > i;
  at++;
  if (relation == ENTENTE_RELATION_THIS) { /* "this past Friday", "this coming week" */
    int second = entente_reader_get (reader, at, ENTENTE_TIME_RELATION);

    if (second == ENTENTE_RELATION_PAST || second == ENTENTE_RELATION_NEXT) {
      relation = second == ENTENTE_RELATION_PAST ? ENTENTE_RELATION_LAST : ENTENTE_RELATION_NEXT;
      at++;
    }
  }
  if (entente_reader_get (reader, at, ENTENTE_TIME_RELATION) == ENTENTE_RELATION_SAME)
    at++; /* "that same day" */
  if (read_many (reader, at, found)) {
    found->relation = relation;
    return relation != ENTENTE_RELATION_THAT && relation != ENTENTE_RELATION_SAME;
  }
  found->relation = relation;
  if (relation == ENTENTE_RELATION_THIS && (entente_reader_is (reader, at, ENTENTE_TIME_EARLY) ||
                                            entente_reader_is (reader, at, ENTENTE_TIME_LATE)))
    return FALSE;
  if (!read_object (reader, at, found))
    return FALSE;
  read_day_behind (reader, found);
  is_unit = found->month == 0 && found->weekday == 0 && found->season == 0;
  if (relation == ENTENTE_RELATION_LAST && is_unit && found->unit == ENTENTE_UNIT_DAY &&
      found->part[0] == '\0')
    return FALSE; /* "the last day" is that of something */
  if (found->day_article && is_unit && found->unit != ENTENTE_UNIT_WEEKEND &&
      entente_time_word_has (entente_reader_at (reader, word)->word,
                             ENTENTE_TIME_RELATION,
                             ENTENTE_RELATION_PAST))
    relation = ENTENTE_RELATION_PAST; /* "over the last year" */
  if (relation == ENTENTE_RELATION_PAST) /* "the past year" is how long, not when */
    found->form = ENTENTE_EXPRESSION_DURATION, found->halves = 2;
  return TRUE;
}

gboolean
entente_expression_read_relation (const EntenteTimeReader *reader,
                                  guint i,
                                  EntenteTimeExpression *found)
{
  static gboolean (*const shapes[]) (const EntenteTimeReader *, guint, EntenteTimeExpression *) = {
    read_week_of, read_weekday_beside, read_plain, read_behind, read_ordered,
  };

  for (guint k = 0; k < G_N_ELEMENTS (shapes); k++) {
    EntenteTimeExpression one = { .form = ENTENTE_EXPRESSION_RELATION, .clock = -1 };

    if (shapes[k](reader, i, &one)) {
      *found = one;
      return TRUE;
    }
  }
  return FALSE;
}
