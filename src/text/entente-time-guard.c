/* Each form that is also something else has a question of its own, put to the words beside it. */
#include "config.h"

#include "entente-time-guard.h"

/* The token before, or END. */
static const EntenteToken *
get_before (const EntenteTimeReader *reader, guint i)
{
  return i > 0 ? entente_reader_at (reader, i - 1) : entente_reader_at (reader, reader->n_tokens);
}

static gboolean
is_led (const EntenteTimeReader *reader, guint i)
{
  const EntenteTimeWord *before = get_before (reader, i)->word;

  if (entente_time_word_is (before, ENTENTE_TIME_APPROX))
    return FALSE; /* "around 1300 men" */
  return entente_time_word_is (before, ENTENTE_TIME_IN) ||
         entente_time_word_is (before, ENTENTE_TIME_BY) ||
         entente_time_word_is (before, ENTENTE_TIME_OF) ||
         entente_time_word_is (before, ENTENTE_TIME_TO) ||
         entente_time_word_is (before, ENTENTE_TIME_AND) ||
         entente_time_word_is (before, ENTENTE_TIME_FROM) ||
         entente_time_word_is (before, ENTENTE_TIME_BETWEEN) ||
         entente_time_word_is (before, ENTENTE_TIME_PASSING) ||
         entente_time_word_is (before, ENTENTE_TIME_YEAR_OF);
}

gboolean
entente_guard_ends_well (const EntenteTimeReader *reader, guint i)
{
  const EntenteToken *token = entente_reader_at (reader, i);

  if (token->type == ENTENTE_TOKEN_WORD)
    return entente_time_word_is (token->word, ENTENTE_TIME_PLAIN);
  return token->type != ENTENTE_TOKEN_NUMBER && token->value != '%';
}

/* ---- years ---- */

static gboolean
is_money_or_figure (const EntenteTimeReader *reader, guint i)
{
  const EntenteToken *before = get_before (reader, i);

  if (before->type == ENTENTE_TOKEN_NUMBER)
    return TRUE;
  if (before->type != ENTENTE_TOKEN_SIGN)
    return entente_time_word_is (before->word, ENTENTE_TIME_NUMBERED) &&
           !entente_time_word_is (before->word, ENTENTE_TIME_BY) &&
           !entente_time_word_is (before->word, ENTENTE_TIME_APPROX);
  switch (before->value) {
  case '$':
  case '#':
  case '@':
  case '+':

  case '*':
  case '_':
  case 0xA3: /* pound */
  case 0xA5:
  case 0x20AC: /* euro */
  case 0x2116: /* numero */
    return TRUE;
  case '.':
    if (i > 1 && entente_reader_is (reader, i - 2, ENTENTE_TIME_NUMBERED) &&
        entente_reader_at (reader, i - 2)->end - entente_reader_at (reader, i - 2)->start <= 4)
      return TRUE; /* "No. 1430" */
    G_GNUC_FALLTHROUGH;
  case ',':
  case ':':
    return !entente_reader_at (reader, i)->gap && i > 1 &&
           entente_reader_at (reader, i - 2)->type == ENTENTE_TOKEN_NUMBER;
  default:
    return FALSE;
  }
}

/* "2019-nCoV": a dash and letters stand right behind. */
static gboolean
is_compound (const EntenteTimeReader *reader, guint i)
{
  const EntenteToken *behind = entente_reader_at (reader, i + 1);

  return entente_reader_is_sign (reader, i, '-') && !entente_reader_at (reader, i)->gap &&
         behind->type == ENTENTE_TOKEN_WORD && !behind->gap && behind->word == NULL;
}

/* "COVID-19": letters and a dash stand right before. */
static gboolean
ends_compound (const EntenteTimeReader *reader, guint i)
{
  const EntenteToken *dash = get_before (reader, i);

  return i > 1 && dash->type == ENTENTE_TOKEN_SIGN && dash->value == '-' && !dash->gap &&
         !entente_reader_at (reader, i)->gap &&
         entente_reader_at (reader, i)->type == ENTENTE_TOKEN_NUMBER &&
         entente_reader_at (reader, i - 2)->type == ENTENTE_TOKEN_WORD &&
         entente_reader_at (reader, i - 2)->word == NULL;
}

/* "19 may": the verb. */
static gboolean
is_small_verb (const EntenteTimeReader *reader, const EntenteTimeExpression *found)
{
  for (guint i = found->first; i < found->next; i++) {
    const EntenteToken *token = entente_reader_at (reader, i);

    if (entente_time_word_is (token->word, ENTENTE_TIME_MONTH))
      return !token->capital && !found->has_year && i > found->first &&
             entente_time_word_is (token->word, ENTENTE_TIME_AMBIGUOUS);
  }
  return FALSE;
}

/* "2000 troops", "1500 rebels": a plural that no word of time leads to. */
static gboolean
counts_things (const EntenteTimeReader *reader, const EntenteTimeExpression *found)
{
  const EntenteToken *behind = entente_reader_at (reader, found->next);
  gboolean led = is_led (reader, found->first);

  if (behind->type == ENTENTE_TOKEN_SIGN)
    return behind->value == '%' || is_compound (reader, found->next) ||
           (!behind->gap && behind->value == '-' &&
            (entente_reader_is (reader, found->next + 1, ENTENTE_TIME_UNIT_WORD) ||
             entente_reader_is (reader, found->next + 1, ENTENTE_TIME_COUNTED)));
  if (behind->type == ENTENTE_TOKEN_END)
    return FALSE;
  if (behind->type == ENTENTE_TOKEN_NUMBER)
    return !led;
  if (entente_time_word_is (behind->word, ENTENTE_TIME_CLOCK))
    return TRUE; /* "1930 GMT" */
  if (entente_time_word_is (behind->word, ENTENTE_TIME_COUNTED) && !behind->capital)
    return !entente_time_word_is (get_before (reader, found->first)->word, ENTENTE_TIME_IN) ||
           found->year % 100 == 0;
  if (entente_time_word_is (behind->word, ENTENTE_TIME_UNITS_WORD))
    return TRUE;
  if (led || behind->capital ||
      (behind->word != NULL && behind->word->classes != ENTENTE_TIME_BIT (ENTENTE_TIME_NUMBERED)))
    return FALSE;
  return found->year % 100 == 0 || reader->text[behind->end - 1] == 's';
}

static gboolean
accepts_year (const EntenteTimeReader *reader, const EntenteTimeExpression *found)
{
  guint first = found->first;

  if (is_money_or_figure (reader, first) || counts_things (reader, found))
    return FALSE;
  if (found->year < 1400 || found->year > 2050)
    return is_led (reader, first) ||
           entente_time_word_is (get_before (reader, first)->word, ENTENTE_TIME_APPROX) ||
           get_before (reader, first)->value == '(' || found->modified ||
           found->next > first + 1 + (found->approximate ? 1 : 0);
  return TRUE;
}

/* ---- names ---- */

/* "Prague Spring", "Bloody Sunday": part of a name. */
static gboolean
follows_name (const EntenteTimeReader *reader, guint i)
{
  const EntenteToken *before = get_before (reader, i);

  return before->type == ENTENTE_TOKEN_WORD && before->capital && before->word == NULL &&
         entente_reader_at (reader, i)->capital;
}

static gboolean
is_possessive (const EntenteTimeReader *reader, guint i)
{
  const EntenteToken *s = entente_reader_at (reader, i + 1);

  return (entente_reader_is_sign (reader, i, '\'') || entente_reader_is_sign (reader, i, 0x2019)) &&
         !entente_reader_at (reader, i)->gap && s->end - s->start == 1 &&
         reader->text[s->start] == 's';
}

static gboolean
accepts_month (const EntenteTimeReader *reader, const EntenteTimeExpression *found)
{
  guint at = found->next - 1;
  const EntenteToken *token;

  while (at > found->first && !entente_reader_is (reader, at, ENTENTE_TIME_MONTH))
    at--;
  token = entente_reader_at (reader, at);
  if (!entente_time_word_is (token->word, ENTENTE_TIME_AMBIGUOUS))
    return TRUE;
  if (is_possessive (reader, at + 1) && token->end - token->start <= 3)
    return FALSE; /* "May's cabinet" */
  if (!token->capital)
    return found->modified && token->end - token->start > 3;
  if (found->modified || is_led (reader, found->first) ||
      entente_reader_is (reader, found->first, ENTENTE_TIME_APPROX))
    return TRUE;
  if (token->first || follows_name (reader, at))
    return FALSE;
  return token->end - token->start > 5; /* "August" needs no more */
}

/* "Daily Mail", "Christmas Charity", "Spring Hill" */
static gboolean
begins_name (const EntenteTimeReader *reader, const EntenteTimeExpression *found)
{
  const EntenteToken *behind = entente_reader_at (reader, found->next);

  return entente_reader_at (reader, found->first)->capital && behind->type == ENTENTE_TOKEN_WORD &&
         behind->capital && behind->word == NULL;
}

static gboolean
accepts_season (const EntenteTimeReader *reader, const EntenteTimeExpression *found)
{
  const EntenteTimeWord *before = get_before (reader, found->first)->word;
  guint at = found->next - 1;

  if (found->has_year || found->inner)
    return TRUE;
  if (follows_name (reader, at) || begins_name (reader, found) ||
      entente_reader_is (reader, found->next, ENTENTE_TIME_OF))
    return FALSE;
  if (found->season > 30)
    return TRUE;
  return found->modified || entente_time_word_is (before, ENTENTE_TIME_IN) ||
         (found->day_article && (entente_time_word_is (before, ENTENTE_TIME_BY) ||
                                 entente_time_word_is (before, ENTENTE_TIME_TO) ||
                                 entente_time_word_is (before, ENTENTE_TIME_FOR))) ||
         (entente_time_word_is (before, ENTENTE_TIME_AND) && found->first > 1 &&
          entente_reader_is (reader, found->first - 2, ENTENTE_TIME_SEASON));
}

static gboolean
accepts_weekday (const EntenteTimeReader *reader, const EntenteTimeExpression *found)
{
  const EntenteToken *token = entente_reader_at (reader, found->next - 1);
  const EntenteToken *before = get_before (reader, found->first);

  if (entente_time_word_is (before->word, ENTENTE_TIME_NUMBERED) && before->capital)
    return FALSE; /* "Bloody Sunday" */
  if (!entente_time_word_is (token->word, ENTENTE_TIME_AMBIGUOUS))
    return TRUE;
  return token->capital && entente_time_word_is (before->word, ENTENTE_TIME_ON);
}

/* "the 14th" only where a day may be meant: "on the 14th, …". */
static gboolean
accepts_bare_day (const EntenteTimeReader *reader, const EntenteTimeExpression *found)
{
  return entente_guard_ends_well (reader, found->next);
}

static gboolean
accepts_calendar (const EntenteTimeReader *reader, const EntenteTimeExpression *found)
{
  if ((ends_compound (reader, found->first) && !(found->has_year && found->day != 0)) ||
      is_small_verb (reader, found))
    return FALSE;
  if (found->bare_day)
    return accepts_bare_day (reader, found);
  if (found->season != 0)
    return accepts_season (reader, found);
  if (entente_reader_is (reader, found->first, ENTENTE_TIME_HOLIDAY) && !found->has_year &&
      begins_name (reader, found))
    return FALSE;
  if (found->month != 0)
    return found->week != 0 || found->day != 0 || found->has_year || found->inner ||
           accepts_month (reader, found);
  if (found->weekday != 0)
    return accepts_weekday (reader, found);
  if (found->has_year && found->decade == 0 && found->century == 0 && found->year > 0)
    return accepts_year (reader, found);
  return TRUE;
}

/* ---- counts ---- */

static gboolean
accepts_duration (const EntenteTimeReader *reader, const EntenteTimeExpression *found)
{
  if ((found->unit == ENTENTE_UNIT_QUARTER || found->unit == ENTENTE_UNIT_SEASON) &&
      (!found->whole || entente_reader_is (reader, found->next, ENTENTE_TIME_OF)))
    return FALSE;
  return found->unit != ENTENTE_UNIT_SECOND || found->whole;
}

gboolean
entente_guard_accepts (const EntenteTimeReader *reader, const EntenteTimeExpression *found)
{
  switch (found->form) {
  case ENTENTE_EXPRESSION_CALENDAR:
    return reader->is_alone || accepts_calendar (reader, found);
  case ENTENTE_EXPRESSION_DURATION:
    return accepts_duration (reader, found);
  case ENTENTE_EXPRESSION_SET:
    return found->next > found->first + 1 || !begins_name (reader, found);
  case ENTENTE_EXPRESSION_RELATION:
  case ENTENTE_EXPRESSION_OFFSET:
  case ENTENTE_EXPRESSION_DAY:
  case ENTENTE_EXPRESSION_NOW:
  case ENTENTE_EXPRESSION_ONCE:
  case ENTENTE_EXPRESSION_SOME_DAY:
    return TRUE;
  case ENTENTE_EXPRESSION_CLOCK: /* "in the Morning" is a name */
    return found->clock >= 0 || !entente_reader_at (reader, found->next - 1)->capital;
  default:
    g_return_val_if_reached (FALSE);
  }
}
