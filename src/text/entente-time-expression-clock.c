/* Hours: "11 a.m.", "5:30PM", "19:00", "03:00hrs", "noon", "14.30 Uhr". */
#include "config.h"

#include "entente-time-expression.h"

enum { CLOCK_AM = 1, CLOCK_PM, CLOCK_HOURS, CLOCK_NOON, CLOCK_MIDNIGHT, CLOCK_ZONE };

/* "a.m." ends in a full stop of its own, unless the sentence does there. */
static guint
skip_stop (const EntenteTimeReader *reader, guint i)
{
  const EntenteToken *token = entente_reader_at (reader, i - 1);

  for (gsize p = token->start; p < token->end; p++) {
    if (reader->text[p] == '.')
      return entente_reader_is_sign (reader, i, '.') && !entente_reader_at (reader, i)->gap ? i + 1
                                                                                            : i;
  }
  return i;
}

/* "a.m." behind the hour: the hour of 24. */
static gboolean
read_half (const EntenteTimeReader *reader, guint i, int *hour, EntenteTimeExpression *found)
{
  int half = entente_reader_get (reader, i, ENTENTE_TIME_CLOCK);

  if (half != CLOCK_AM && half != CLOCK_PM && half != CLOCK_HOURS)
    return FALSE;
  if (half != CLOCK_HOURS && (*hour < 1 || *hour > 12))
    return FALSE;
  if (half == CLOCK_PM && *hour < 12)
    *hour += 12;
  if (half == CLOCK_AM && *hour == 12)
    *hour = 0;
  found->next = skip_stop (reader, i + 1);
  return TRUE;
}

static gboolean
read_named (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  int name = entente_reader_get (reader, i, ENTENTE_TIME_CLOCK);

  if (name != CLOCK_NOON && name != CLOCK_MIDNIGHT)
    return FALSE;
  found->clock = name == CLOCK_NOON ? 12 * 60 : 0;
  found->next = i + 1;
  return TRUE;
}

gboolean
entente_expression_read_clock (const EntenteTimeReader *reader,
                               guint i,
                               EntenteTimeExpression *found)
{
  const EntenteToken *token = entente_reader_at (reader, i);
  const EntenteToken *minutes = entente_reader_at (reader, i + 2);
  int hour = token->value, minute = 0;
  gboolean has_minutes;

  *found = (EntenteTimeExpression){ .form = ENTENTE_EXPRESSION_CLOCK, .clock = -1 };
  if (read_named (reader, i, found))
    return TRUE;
  if (token->type == ENTENTE_TOKEN_WORD)
    hour = entente_reader_get (reader, i, ENTENTE_TIME_CARDINAL);
  if ((token->type != ENTENTE_TOKEN_NUMBER && hour == 0) || token->digits > 2 || hour > 23)
    return FALSE;
  if (i > 0 && entente_reader_is_sign (reader, i - 1, ':') && !token->gap)
    return FALSE; /* the minutes of "2:14:04" */
  has_minutes =
    token->type == ENTENTE_TOKEN_NUMBER &&
    (entente_reader_is_sign (reader, i + 1, ':') || entente_reader_is_sign (reader, i + 1, '.')) &&
    !entente_reader_at (reader, i + 1)->gap && minutes->digits == 2 && !minutes->gap &&
    minutes->value < 60;
  if (has_minutes) {
    if (entente_reader_is_sign (reader, i + 3, ':') && !entente_reader_at (reader, i + 3)->gap)
      return FALSE; /* how long a race took */
    minute = minutes->value;
    found->next = i + 3;
    if (!read_half (reader, i + 3, &hour, found) &&
        (entente_reader_is_sign (reader, i + 1, '.') || token->digits + minutes->digits < 4) &&
        !(i > 0 && (entente_reader_is (reader, i - 1, ENTENTE_TIME_AT) ||
                    entente_reader_is (reader, i - 1, ENTENTE_TIME_BY))))
      return FALSE; /* "a ratio of 4:30", "3.14" */
    if (entente_reader_is_sign (reader, i + 1, '.') && found->next == i + 3)
      return FALSE;
  } else if (!read_half (reader, i + 1, &hour, found) ||
             entente_reader_is (reader, i + 1, ENTENTE_TIME_UNITS_WORD))
    return FALSE; /* "three hours" */
  found->clock = hour * 60 + minute;
  if (entente_reader_get (reader, found->next, ENTENTE_TIME_CLOCK) == CLOCK_ZONE)
    found->next++;
  return TRUE;
}
