/* Numbers in words of time: days, years, counts. */
#include "config.h"

#include "entente-time-expression.h"

#include <string.h>

gboolean
entente_reader_is_dash (const EntenteTimeReader *reader, guint i)
{
  const EntenteToken *token = entente_reader_at (reader, i);

  return token->type == ENTENTE_TOKEN_SIGN &&
         (token->value == '-' || token->value == 0x2010 || token->value == 0x2011 ||
          token->value == 0x2012 || token->value == 0x2013 || token->value == 0x2014);
}

/* The token stands right behind the one before and is one of "st|nd". */
static gboolean
is_ending (const EntenteTimeReader *reader, guint i, const char *endings)
{
  const EntenteToken *token = entente_reader_at (reader, i);
  gsize length = token->end - token->start;
  const char *at = endings;

  if (token->type != ENTENTE_TOKEN_WORD || token->gap)
    return FALSE;
  while (*at != '\0') {
    gsize n = strcspn (at, "|");

    if (n == length && g_ascii_strncasecmp (at, reader->text + token->start, n) == 0)
      return TRUE;
    at += n + (at[n] == '|');
  }
  return FALSE;
}

/* The part behind the point of "107.31". */
static gboolean
is_fraction (const EntenteTimeReader *reader, guint i)
{
  return i > 1 && !entente_reader_at (reader, i)->gap && !entente_reader_at (reader, i - 1)->gap &&
         (entente_reader_is_sign (reader, i - 1, '.') ||
          entente_reader_is_sign (reader, i - 1, ',')) &&
         entente_reader_at (reader, i - 2)->type == ENTENTE_TOKEN_NUMBER;
}

int
entente_reader_read_day (const EntenteTimeReader *reader, guint i, guint *next)
{
  const EntenteToken *token = entente_reader_at (reader, i);

  if (token->type == ENTENTE_TOKEN_NUMBER) {
    if (token->digits > 2 || token->value < 1 || token->value > 31 || is_fraction (reader, i))
      return 0;
    *next = i + 1;
    if (is_ending (reader, i + 1, "st|nd|rd|th|er"))
      (*next)++;
    else if (entente_reader_at (reader, i + 1)->type == ENTENTE_TOKEN_WORD &&
             !entente_reader_at (reader, i + 1)->gap)
      return 0; /* "3a" */
    return token->value;
  }
  if (entente_reader_is (reader, i, ENTENTE_TIME_ORDINAL)) {
    *next = i + 1;
    return entente_reader_get (reader, i, ENTENTE_TIME_ORDINAL);
  }
  /* "twenty-first" */
  int tens = entente_reader_get (reader, i, ENTENTE_TIME_CARDINAL);
  guint ones = entente_reader_is_dash (reader, i + 1) ? i + 2 : i + 1;

  if ((tens == 20 || tens == 30) && entente_reader_is (reader, ones, ENTENTE_TIME_ORDINAL)) {
    int day = tens + entente_reader_get (reader, ones, ENTENTE_TIME_ORDINAL);

    *next = ones + 1;
    return day < tens + 10 && day <= 31 ? day : 0;
  }
  return 0;
}

/* "B.C." ends in a full stop of its own. */
static guint
skip_era (const EntenteTimeReader *reader, guint i)
{
  const EntenteToken *era = entente_reader_at (reader, i);
  gboolean dotted = memchr (reader->text + era->start, '.', era->end - era->start) != NULL;

  return dotted && entente_reader_is_sign (reader, i + 1, '.') &&
             !entente_reader_at (reader, i + 1)->gap
           ? i + 2
           : i + 1;
}

gboolean
entente_reader_read_year (const EntenteTimeReader *reader, guint i, int *year, guint *next)
{
  const EntenteToken *token = entente_reader_at (reader, i);
  const EntenteToken *behind = entente_reader_at (reader, i + 1);

  if (token->type != ENTENTE_TOKEN_NUMBER || token->digits > 4 || token->value < 1)
    return FALSE;
  *year = token->value;
  *next = i + 1;
  if (behind->capital && entente_reader_is (reader, i + 1, ENTENTE_TIME_BC)) {
    *year = 1 - token->value;
    *next = skip_era (reader, i + 1);
    return TRUE;
  }
  if (behind->capital && entente_reader_is (reader, i + 1, ENTENTE_TIME_AD)) {
    *next = skip_era (reader, i + 1);
    return TRUE;
  }
  if (token->digits != 4 || token->value < 1000 || token->value > 2199)
    return FALSE;
  if (behind->type == ENTENTE_TOKEN_SIGN && !behind->gap &&
      (behind->value == ',' || behind->value == '.') &&
      entente_reader_at (reader, i + 2)->type == ENTENTE_TOKEN_NUMBER &&
      !entente_reader_at (reader, i + 2)->gap)
    return FALSE; /* "1999.5", "1000,000" */
  return behind->type != ENTENTE_TOKEN_WORD || behind->gap;
}

/* ---- counts ---- */

/* "1,460"; "2.5" gives halves. */
static gboolean
read_digits (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found, guint *next)
{
  const EntenteToken *token = entente_reader_at (reader, i);
  int value = token->value;

  *next = i + 1;
  while (entente_reader_is_sign (reader, *next, ',') && !entente_reader_at (reader, *next)->gap &&
         entente_reader_at (reader, *next + 1)->digits == 3 &&
         !entente_reader_at (reader, *next + 1)->gap && value < 1000000) {
    value = value * 1000 + entente_reader_at (reader, *next + 1)->value;
    *next += 2;
  }
  found->halves = 2 * value;
  if (entente_reader_is_sign (reader, *next, '.') && !entente_reader_at (reader, *next)->gap &&
      entente_reader_at (reader, *next + 1)->digits == 1 &&
      !entente_reader_at (reader, *next + 1)->gap) {
    found->halves += entente_reader_at (reader, *next + 1)->value >= 5;
    *next += 2;
  }
  return value > 0 && token->digits <= 6;
}

/* "twenty-five", "two hundred", "a hundred". */
static gboolean
read_words (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found, guint *next)
{
  int value = entente_reader_get (reader, i, ENTENTE_TIME_CARDINAL);
  guint ones = entente_reader_is_dash (reader, i + 1) ? i + 2 : i + 1;
  int one = entente_reader_get (reader, ones, ENTENTE_TIME_CARDINAL);

  *next = i + 1;
  if (value >= 20 && one > 0 && one < 10) {
    value += one;
    *next = ones + 1;
  }
  if (value == 0)
    value = 1; /* "a", "hundred" */
  if (entente_reader_is (reader, i, ENTENTE_TIME_TIMES))
    *next = i;
  while (entente_reader_is (reader, *next, ENTENTE_TIME_TIMES) && value < 100000) {
    value *= entente_reader_get (reader, *next, ENTENTE_TIME_TIMES);
    (*next)++;
  }
  found->halves = 2 * value;
  return TRUE;
}

/* "and a half", "-and-a-half" */
static void
read_half (const EntenteTimeReader *reader, EntenteTimeExpression *found, guint *next)
{
  guint i = *next;

  if (entente_reader_is_dash (reader, i))
    i++;
  if (!entente_reader_is (reader, i, ENTENTE_TIME_AND))
    return;
  i++;
  if (entente_reader_is_dash (reader, i))
    i++;
  if (entente_reader_is (reader, i, ENTENTE_TIME_A))
    i++;
  if (entente_reader_is_dash (reader, i))
    i++;
  if (!entente_reader_is (reader, i, ENTENTE_TIME_HALF))
    return;
  found->halves++;
  *next = i + 1;
}

gboolean
entente_reader_read_count (const EntenteTimeReader *reader,
                           guint i,
                           EntenteTimeExpression *found,
                           guint *next)
{
  const EntenteToken *token = entente_reader_at (reader, i);

  found->halves = 0;
  found->some = FALSE;
  found->whole = TRUE;
  if (token->type == ENTENTE_TOKEN_NUMBER) {
    if (!read_digits (reader, i, found, next))
      return FALSE;
  } else if (entente_reader_is (reader, i, ENTENTE_TIME_SOME) &&
             !entente_reader_is (reader, i, ENTENTE_TIME_CARDINAL)) {
    found->some = TRUE;
    *next = i + 1;
    while (entente_reader_is (reader, *next, ENTENTE_TIME_TIMES)) /* "a few hundred" */
      (*next)++;
    return TRUE;
  } else if (entente_reader_is (reader, i, ENTENTE_TIME_HALF)) {
    found->halves = 1;
    *next = entente_reader_is (reader, i + 1, ENTENTE_TIME_A) ? i + 2 : i + 1;
    return TRUE;
  } else if (entente_reader_is (reader, i, ENTENTE_TIME_CARDINAL) ||
             entente_reader_is (reader, i, ENTENTE_TIME_TIMES)) {
    read_words (reader, i, found, next);
  } else if (entente_reader_is (reader, i, ENTENTE_TIME_A)) {
    read_words (reader, i, found, next);
    found->whole = *next > i + 1;
    if (entente_reader_is (reader, i + 1, ENTENTE_TIME_HALF)) {
      found->halves = 1;
      *next = i + 2;
      return TRUE;
    }
    return TRUE;
  } else
    return FALSE;
  read_half (reader, found, next);
  return TRUE;
}
