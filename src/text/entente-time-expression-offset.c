/* Counted times: "two years ago", "three days later", "the day before", "ten days", "every year",
 * "month-long". */
#include "config.h"

#include "entente-time-expression.h"

/* ---- units ---- */

static gboolean
read_unit (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  if (entente_reader_is (reader, i, ENTENTE_TIME_UNITS_WORD))
    found->unit = entente_reader_get (reader, i, ENTENTE_TIME_UNITS_WORD);
  else if (entente_reader_is (reader, i, ENTENTE_TIME_UNIT_WORD))
    found->unit = entente_reader_get (reader, i, ENTENTE_TIME_UNIT_WORD);
  else
    return FALSE;
  found->next = i + 1;
  return TRUE;
}

/* "two[-]years", "three long months": one word may stand between. */
static gboolean
read_counted_unit (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  guint next;
  const EntenteToken *between;

  if (!entente_reader_read_count (reader, i, found, &next))
    return FALSE;
  if (entente_reader_is_dash (reader, next) && !entente_reader_at (reader, next)->gap)
    return read_unit (reader, next + 1, found);
  if (read_unit (reader, next, found))
    return TRUE;
  between = entente_reader_at (reader, next);
  return found->whole && between->type == ENTENTE_TOKEN_WORD && !between->capital &&
         between->word == NULL && entente_reader_is (reader, next + 1, ENTENTE_TIME_UNITS_WORD) &&
         read_unit (reader, next + 1, found);
}

/* ---- ago, later ---- */

/* What follows "two days after": the end of a clause means the story, anything else an event. */
static gboolean
is_open_end (const EntenteTimeReader *reader, guint i)
{
  const EntenteToken *token = entente_reader_at (reader, i);

  return token->type == ENTENTE_TOKEN_END ||
         (token->type == ENTENTE_TOKEN_SIGN && token->value != '"' && token->value != '\'' &&
          token->value != 0x201C);
}

/* Reads what says from where @found counts. */
static gboolean
read_direction (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  found->form = ENTENTE_EXPRESSION_OFFSET;
  found->next = i + 1;
  found->anchor = ENTENTE_ANCHOR_STORY;
  if (entente_reader_is (reader, i, ENTENTE_TIME_AGO)) {
    found->anchor = ENTENTE_ANCHOR_PUBLICATION;
    found->offset = -1;
  } else if (entente_reader_is (reader, i, ENTENTE_TIME_HENCE)) {
    found->anchor = ENTENTE_ANCHOR_PUBLICATION;
    found->offset = 1;
  } else if (entente_reader_is (reader, i, ENTENTE_TIME_BEFORE) && !is_open_end (reader, i + 1)) {
    found->anchor = ENTENTE_ANCHOR_EVENT;
    found->offset = -1;
  } else if (entente_reader_is (reader, i, ENTENTE_TIME_AFTER) && !is_open_end (reader, i + 1) &&
             !entente_reader_is (reader, i, ENTENTE_TIME_LATER)) {
    found->anchor = ENTENTE_ANCHOR_EVENT;
    found->offset = 1;
  } else if (entente_reader_is (reader, i, ENTENTE_TIME_LATER) ||
             entente_reader_is (reader, i, ENTENTE_TIME_AFTER)) {
    found->offset = 1;
  } else if (entente_reader_is (reader, i, ENTENTE_TIME_EARLIER) ||
             entente_reader_is (reader, i, ENTENTE_TIME_BEFORE)) {
    found->offset = -1;
  } else
    return FALSE;
  return TRUE;
}

/* "two weeks before 13 May 1999" */
static gboolean
read_from_date (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  EntenteTimeExpression date;
  gboolean is_before = entente_reader_is (reader, i, ENTENTE_TIME_BEFORE);

  if (!is_before && !entente_reader_is (reader, i, ENTENTE_TIME_AFTER) &&
      !entente_reader_is (reader, i, ENTENTE_TIME_FROM))
    return FALSE;
  if (found->some || !entente_expression_read_calendar (reader, i + 1, &date) || date.day == 0 ||
      date.month == 0)
    return FALSE;
  date.form = ENTENTE_EXPRESSION_OFFSET;
  date.anchor = ENTENTE_ANCHOR_DATE;
  date.unit = found->unit;
  date.halves = found->halves;
  date.offset = is_before ? -1 : 1;
  date.whole = TRUE;
  *found = date;
  return TRUE;
}

/* What is counted from an event is only how long; "two days" before the vote. */
static gboolean
read_count_end (const EntenteTimeReader *reader, EntenteTimeExpression *found)
{
  guint next = found->next;

  if (read_from_date (reader, next, found))
    return TRUE;
  if (!read_direction (reader, next, found))
    return FALSE;
  if (found->anchor == ENTENTE_ANCHOR_EVENT) {
    found->form = ENTENTE_EXPRESSION_DURATION;
    found->next = next;
  }
  return TRUE;
}

/* "two years ago", "days later", "vor zwei Jahren", "il y a deux ans" */
static gboolean
read_offset (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  gboolean first = entente_reader_is (reader, i, ENTENTE_TIME_AGO_FIRST);

  if (first)
    i++;
  if (!read_counted_unit (reader, i, found)) {
    if (first || !entente_reader_is (reader, i, ENTENTE_TIME_UNITS_WORD))
      return FALSE;
    read_unit (reader, i, found);
    found->some = TRUE;
    found->whole = FALSE;
  }
  if (first) {
    found->form = ENTENTE_EXPRESSION_OFFSET;
    found->anchor = ENTENTE_ANCHOR_PUBLICATION;
    found->offset = -1;
    return TRUE;
  }
  return read_count_end (reader, found);
}

/* "the day before", "the year after", "the day after the battle" */
static gboolean
read_next_to (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  if (!entente_reader_is (reader, i, ENTENTE_TIME_THE))
    return FALSE;
  i++;
  if (entente_reader_is (reader, i, ENTENTE_TIME_NEXT_DAY)) {
    found->form = ENTENTE_EXPRESSION_OFFSET;
    found->anchor = ENTENTE_ANCHOR_STORY;
    found->halves = 2;
    found->unit = ENTENTE_UNIT_DAY;
    found->offset = entente_reader_get (reader, i, ENTENTE_TIME_NEXT_DAY);
    found->next = i + 1;
    return TRUE;
  }
  found->halves = 2;
  if (entente_reader_is (reader, i, ENTENTE_TIME_PART)) { /* "the night before" */
    found->unit = ENTENTE_UNIT_DAY;
    entente_reader_set_part (reader, i, found);
    return read_direction (reader, i + 1, found) && found->anchor == ENTENTE_ANCHOR_STORY;
  }
  if (!entente_reader_is (reader, i, ENTENTE_TIME_UNIT_WORD))
    return FALSE;
  found->unit = entente_reader_get (reader, i, ENTENTE_TIME_UNIT_WORD);
  return found->unit >= ENTENTE_UNIT_DAY &&
         (entente_reader_is (reader, i + 1, ENTENTE_TIME_BEFORE) ||
          entente_reader_is (reader, i + 1, ENTENTE_TIME_AFTER)) &&
         read_direction (reader, i + 1, found);
}

/* ---- how long ---- */

/* "-old", " old", "-long" */
static guint
skip_old (const EntenteTimeReader *reader, guint i)
{
  guint at = entente_reader_is_dash (reader, i) && !entente_reader_at (reader, i)->gap ? i + 1 : i;

  return entente_reader_is (reader, at, ENTENTE_TIME_OLD) ? at + 1 : i;
}

/* "a day" is how often when a number of things stands before it: "20 miles a day". */
static gboolean
follows_measure (const EntenteTimeReader *reader, guint i)
{
  const EntenteToken *before = i > 0 ? entente_reader_at (reader, i - 1) : NULL;

  if (before == NULL || i < 2)
    return FALSE;
  if (before->type == ENTENTE_TOKEN_SIGN)
    return before->value == ')' && i > 2 && entente_reader_is (reader, i - 2, ENTENTE_TIME_COUNTED);
  if (before->type != ENTENTE_TOKEN_WORD ||
      (before->word != NULL && !entente_reader_is (reader, i - 1, ENTENTE_TIME_COUNTED)))
    return FALSE;
  before = entente_reader_at (reader, i - 2);
  return before->type == ENTENTE_TOKEN_NUMBER ||
         entente_reader_is (reader, i - 2, ENTENTE_TIME_CARDINAL) ||
         entente_reader_is (reader, i - 2, ENTENTE_TIME_TIMES);
}

static gboolean
read_duration (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  if (entente_reader_is (reader, i, ENTENTE_TIME_UNIT_WORD) &&
      skip_old (reader, i + 1) == i + 3) { /* "month-long" */
    read_unit (reader, i, found);
    found->halves = 2;
  } else if (!read_counted_unit (reader, i, found))
    return FALSE;
  found->form = ENTENTE_EXPRESSION_DURATION;
  if (!found->whole && found->next == i + 2 && skip_old (reader, i + 2) == i + 4)
    return FALSE; /* "a month-long": "a" is that of what was so long */
  if (found->unit == ENTENTE_UNIT_SECOND && !found->whole)
    return FALSE;
  if (!found->whole && found->halves == 2 && follows_measure (reader, i)) {
    found->form = ENTENTE_EXPRESSION_SET;
    found->halves = 0;
    return TRUE;
  }
  found->next = skip_old (reader, found->next);
  return TRUE;
}

/* "for months", "within days", "decades of" */
static gboolean
read_many (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  if (!entente_reader_is (reader, i, ENTENTE_TIME_UNITS_WORD))
    return FALSE;
  read_unit (reader, i, found);
  found->some = TRUE;
  found->form = ENTENTE_EXPRESSION_DURATION;
  if (skip_old (reader, i + 1) != i + 1) {
    found->next = skip_old (reader, i + 1);
    return TRUE;
  }
  if (i == 0 || found->unit < ENTENTE_UNIT_HOUR)
    return FALSE;
  return entente_reader_is (reader, i - 1, ENTENTE_TIME_FOR) ||
         entente_reader_is (reader, i - 1, ENTENTE_TIME_IN) ||
         (entente_reader_is (reader, i - 1, ENTENTE_TIME_AFTER) &&
          entente_reader_is (reader, i + 1, ENTENTE_TIME_OF));
}

/* "nearly", "more than", "only about" before a count. */
static gboolean
read_bounded (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  const EntenteTimeExpression fresh = { .clock = -1, .whole = TRUE };
  guint at = i;

  while (at < i + 3 && (entente_reader_is (reader, at, ENTENTE_TIME_BOUND) ||
                        entente_reader_is (reader, at, ENTENTE_TIME_APPROX)))
    at++;
  if (at == i)
    return FALSE;
  if (!read_offset (reader, at, found)) {
    *found = fresh;
    if (!read_duration (reader, at, found))
      return FALSE;
  }
  if ((found->form != ENTENTE_EXPRESSION_OFFSET && found->form != ENTENTE_EXPRESSION_DURATION) ||
      (found->some && found->halves == 0 && !found->whole))
    return FALSE;
  found->approximate = TRUE;
  return TRUE;
}

/* ---- how often ---- */

static gboolean
read_set (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  EntenteTimeExpression count;
  guint at = i + 1, next;

  found->form = ENTENTE_EXPRESSION_SET;
  if (entente_reader_is (reader, i, ENTENTE_TIME_HABIT)) {
    found->unit = entente_reader_get (reader, i, ENTENTE_TIME_HABIT);
    found->next = i + 1;
    return TRUE;
  }
  if (!entente_reader_is (reader, i, ENTENTE_TIME_EVERY))
    return FALSE;
  if (entente_reader_read_count (reader, at, &count, &next) && count.whole) {
    found->halves = count.halves;
    at = next;
  }
  found->next = at + 1;
  if (read_unit (reader, at, found))
    return found->unit != ENTENTE_UNIT_SECOND;
  found->unit = ENTENTE_UNIT_WEEK;
  return entente_reader_is (reader, at, ENTENTE_TIME_WEEKDAY) ||
         entente_reader_is (reader, at, ENTENTE_TIME_SEASON) ||
         (entente_reader_is (reader, at, ENTENTE_TIME_MONTH) &&
          entente_reader_at (reader, at)->capital) ||
         entente_reader_is (reader, at, ENTENTE_TIME_PART);
}

gboolean
entente_expression_read_offset (const EntenteTimeReader *reader,
                                guint i,
                                EntenteTimeExpression *found)
{
  static gboolean (*const shapes[]) (const EntenteTimeReader *, guint, EntenteTimeExpression *) = {
    read_offset, read_next_to, read_set, read_duration, read_many, read_bounded,
  };

  for (guint k = 0; k < G_N_ELEMENTS (shapes); k++) {
    EntenteTimeExpression one = { .clock = -1, .whole = TRUE };

    if (shapes[k](reader, i, &one)) {
      *found = one;
      return TRUE;
    }
  }
  return FALSE;
}
