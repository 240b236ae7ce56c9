/* Short forms: "yesterday", "now", "the night of May 3", "the 14th", "'99". */
#include "config.h"

#include "entente-time-expression.h"

void
entente_reader_set_part (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  int part = entente_reader_get (reader, i, ENTENTE_TIME_PART);

  found->part[0] = (char) (part >> 8);
  found->part[1] = (char) (part & 0xFF);
}

/* "yesterday", "now", "recently" */
static gboolean
read_single (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  guint at = entente_reader_is (reader, i, ENTENTE_TIME_THE) ? i + 1 : i;
  int offset = entente_reader_get (reader, at, ENTENTE_TIME_DAY);

  *found = (EntenteTimeExpression){ .clock = -1, .next = at + 1 };
  if (entente_reader_is (reader, at, ENTENTE_TIME_DAY) &&
      (at == i || offset == 2 || offset == -2)) {
    found->form = ENTENTE_EXPRESSION_DAY;
    found->offset = offset;
    return TRUE;
  }
  if (at > i && entente_reader_get (reader, at, ENTENTE_TIME_RELATION) == ENTENTE_RELATION_PAST &&
      (entente_reader_at (reader, at + 1)->type != ENTENTE_TOKEN_WORD ||
       entente_reader_is (reader, at + 1, ENTENTE_TIME_PLAIN))) { /* "in the past," */
    found->form = ENTENTE_EXPRESSION_ONCE;
    return TRUE;
  }
  found->next = i + 1;
  if (entente_reader_is (reader, i, ENTENTE_TIME_TONIGHT)) {
    found->form = ENTENTE_EXPRESSION_DAY;
    found->offset = entente_reader_get (reader, i, ENTENTE_TIME_TONIGHT);
    found->part[0] = 'N';
    found->part[1] = 'I';
    return TRUE;
  }
  if (entente_reader_is (reader, i, ENTENTE_TIME_NOW))
    found->form = ENTENTE_EXPRESSION_NOW;
  else if (entente_reader_is (reader, i, ENTENTE_TIME_ONCE)) {
    found->form = ENTENTE_EXPRESSION_ONCE;
    if (entente_reader_is (reader, i + 1, ENTENTE_TIME_UNITS_WORD)) /* "recent months" */
      found->next = i + 2;
  } else if (entente_reader_is (reader, i, ENTENTE_TIME_SOME_DAY))
    found->form = ENTENTE_EXPRESSION_SOME_DAY;
  else
    return FALSE;
  return TRUE;
}

/* "the night of April 18", "the early morning hours of November 1" */
static gboolean
read_part_of (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  guint at = entente_reader_is (reader, i, ENTENTE_TIME_THE) ? i + 1 : i, part;

  if (entente_reader_is (reader, at, ENTENTE_TIME_EARLY) ||
      entente_reader_is (reader, at, ENTENTE_TIME_LATE))
    at++;
  part = at;
  if (!entente_reader_is (reader, at, ENTENTE_TIME_PART))
    return FALSE;
  at++;
  if (entente_reader_get (reader, at, ENTENTE_TIME_UNITS_WORD) == ENTENTE_UNIT_HOUR)
    at++;
  if (entente_reader_is (reader, at, ENTENTE_TIME_OF) ||
      entente_reader_is (reader, at, ENTENTE_TIME_ON)) {
    if (entente_expression_read_calendar (reader, at + 1, found) &&
        (found->day != 0 || found->weekday != 0)) {
      entente_reader_set_part (reader, part, found);
      return TRUE;
    }
  }
  /* "in the morning", "at night" */
  if (i == 0 ||
      !(entente_reader_is (reader, i - 1, ENTENTE_TIME_IN) ||
        entente_reader_is (reader, i - 1, ENTENTE_TIME_AT)) ||
      (part == i && !entente_reader_is (reader, i - 1, ENTENTE_TIME_AT)))
    return FALSE;
  *found =
    (EntenteTimeExpression){ .form = ENTENTE_EXPRESSION_CLOCK, .clock = -1, .next = part + 1 };
  entente_reader_set_part (reader, part, found);
  return TRUE;
}

/* "one night", "Sunday dawn of 25 June" */
static gboolean
read_night (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  if (!entente_reader_is (reader, i + 1, ENTENTE_TIME_PART))
    return FALSE;
  if (entente_reader_get (reader, i, ENTENTE_TIME_CARDINAL) == 1) {
    *found =
      (EntenteTimeExpression){ .form = ENTENTE_EXPRESSION_CLOCK, .clock = -1, .next = i + 2 };
    entente_reader_set_part (reader, i + 1, found);
    return TRUE;
  }
  if (!entente_reader_is (reader, i, ENTENTE_TIME_WEEKDAY) ||
      !entente_reader_is (reader, i + 2, ENTENTE_TIME_OF))
    return FALSE;
  return read_part_of (reader, i + 1, found);
}

/* "over the weekend": the one before or to come */
static gboolean
read_weekend (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  if (!entente_reader_is (reader, i, ENTENTE_TIME_THE) ||
      entente_reader_get (reader, i + 1, ENTENTE_TIME_UNIT_WORD) != ENTENTE_UNIT_WEEKEND)
    return FALSE;
  *found = (EntenteTimeExpression){ .form = ENTENTE_EXPRESSION_RELATION,
                                    .relation = ENTENTE_RELATION_THIS,
                                    .unit = ENTENTE_UNIT_WEEKEND,
                                    .day_article = TRUE,
                                    .clock = -1,
                                    .next = i + 2 };
  return TRUE;
}

/* "on the 14th", "by the 5th" */
static gboolean
read_bare_day (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  guint next = i;
  int day;

  if (i == 0 || !entente_reader_is (reader, i, ENTENTE_TIME_THE) ||
      entente_reader_at (reader, i + 1)->type != ENTENTE_TOKEN_NUMBER ||
      !(entente_reader_is (reader, i - 1, ENTENTE_TIME_ON) ||
        entente_reader_is (reader, i - 1, ENTENTE_TIME_BY) ||
        entente_reader_is (reader, i - 1, ENTENTE_TIME_FROM) ||
        entente_reader_is (reader, i - 1, ENTENTE_TIME_OF)))
    return FALSE;
  day = entente_reader_read_day (reader, i + 1, &next);
  if (day == 0 || next != i + 3)
    return FALSE;
  *found = (EntenteTimeExpression){ .form = ENTENTE_EXPRESSION_CALENDAR,
                                    .day = day,
                                    .bare_day = TRUE,
                                    .clock = -1,
                                    .next = next };
  if (entente_reader_is (reader, next, ENTENTE_TIME_OF)) { /* "of that month" */
    guint at = entente_reader_is (reader, next + 1, ENTENTE_TIME_THE) ? next + 2 : next + 1;

    if (entente_reader_is (reader, at, ENTENTE_TIME_RELATION) &&
        entente_reader_get (reader, at + 1, ENTENTE_TIME_UNIT_WORD) == ENTENTE_UNIT_MONTH) {
      found->relation = entente_reader_get (reader, at, ENTENTE_TIME_RELATION);
      found->unit = ENTENTE_UNIT_MONTH;
      found->inner = TRUE;
      found->next = at + 2;
    }
  }
  return TRUE;
}

/* "'99" */
static gboolean
read_short_year (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  const EntenteToken *number = entente_reader_at (reader, i + 1);
  const EntenteToken *behind = entente_reader_at (reader, i + 2);

  if (!(entente_reader_is_sign (reader, i, '\'') || entente_reader_is_sign (reader, i, 0x2019)) ||
      !entente_reader_at (reader, i)->gap || number->digits != 2 || number->gap ||
      (behind->type == ENTENTE_TOKEN_WORD && !behind->gap) ||
      (behind->type == ENTENTE_TOKEN_SIGN && !behind->gap && behind->value == '\''))
    return FALSE;
  *found = (EntenteTimeExpression){ .form = ENTENTE_EXPRESSION_CALENDAR,
                                    .has_year = TRUE,
                                    .short_year = TRUE,
                                    .year = number->value,
                                    .clock = -1,
                                    .next = i + 2 };
  return TRUE;
}

gboolean
entente_expression_read_short (const EntenteTimeReader *reader,
                               guint i,
                               EntenteTimeExpression *found)
{
  static gboolean (*const shapes[]) (const EntenteTimeReader *, guint, EntenteTimeExpression *) = {
    read_single, read_part_of, read_night, read_weekend, read_bare_day, read_short_year,
  };
  guint best = 0;

  for (guint k = 0; k < G_N_ELEMENTS (shapes); k++) {
    EntenteTimeExpression one = { .next = 0 };

    if (shapes[k](reader, i, &one) && one.next > best) {
      best = one.next;
      *found = one;
    }
  }
  return best > 0;
}
