/* The reader of running text finds the times; what else was written may only be a word that leads
 * to them: "in", "by", "between". Pure. */
#include "config.h"

#include "entente-date-input-private.h"

#include <string.h>

static gboolean
is_small (const EntenteTimeReader *reader, guint i)
{
  return entente_reader_is (reader, i, ENTENTE_TIME_IN) ||
         entente_reader_is (reader, i, ENTENTE_TIME_ON) ||
         entente_reader_is (reader, i, ENTENTE_TIME_AT) ||
         entente_reader_is (reader, i, ENTENTE_TIME_OF) ||
         entente_reader_is (reader, i, ENTENTE_TIME_THE) ||
         entente_reader_is (reader, i, ENTENTE_TIME_WEEKDAY) ||
         entente_reader_is_sign (reader, i, ',') || entente_reader_is_sign (reader, i, '.');
}

/* ---- forms ---- */

/* Takes the word at @i, which is no part of a time. FALSE when it says something else. */
static gboolean
take_word (const EntenteTimeReader *reader, guint i, gboolean is_range, EntenteDateWords *words)
{
  EntenteWordsForm form = (EntenteWordsForm) entente_reader_get (reader, i, ENTENTE_TIME_BY);

  if (entente_reader_is (reader, i, ENTENTE_TIME_BETWEEN))
    form = ENTENTE_WORDS_BETWEEN;
  else if (entente_reader_is (reader, i, ENTENTE_TIME_FROM) && form == ENTENTE_WORDS_ON)
    form = is_range ? ENTENTE_WORDS_FROM : ENTENTE_WORDS_SINCE;
  if (form == ENTENTE_WORDS_ON)
    return is_small (reader, i);
  if (words->form != ENTENTE_WORDS_ON)
    return FALSE;
  words->form = form;
  return TRUE;
}

/* What the two times are to each other. */
static gboolean
finish_pair (const EntenteTimeReader *reader, EntenteDateWords *words)
{
  gboolean is_or = entente_reader_get (reader, words->first.next, ENTENTE_TIME_AND) > 0;

  if (words->form == ENTENTE_WORDS_ON)
    words->form = words->first.range != 0 ? ENTENTE_WORDS_FROM
                  : is_or                 ? ENTENTE_WORDS_EITHER
                                          : ENTENTE_WORDS_EACH;
  return words->form >= ENTENTE_WORDS_BETWEEN;
}

/* ---- times ---- */

static gboolean
is_of_story (const EntenteTimeExpression *found)
{
  return found->relation == ENTENTE_RELATION_THAT || found->relation == ENTENTE_RELATION_SAME ||
         found->relation == ENTENTE_RELATION_FOLLOWING ||
         found->relation == ENTENTE_RELATION_PREVIOUS ||
         (found->relation == ENTENTE_RELATION_NEXT && found->day_article);
}

/* Names a place in the calendar, from the day of an article at most. */
static gboolean
is_placed (const EntenteTimeExpression *found)
{
  switch ((int) found->form) {
  case ENTENTE_EXPRESSION_CALENDAR:
    return !found->bare_day && !found->short_year && !(found->inner && is_of_story (found));
  case ENTENTE_EXPRESSION_RELATION:
    return !is_of_story (found);
  case ENTENTE_EXPRESSION_DAY:
    return TRUE;
  case ENTENTE_EXPRESSION_OFFSET:
    return !found->some && found->unit > ENTENTE_UNIT_HOUR &&
           (found->anchor == ENTENTE_ANCHOR_PUBLICATION || found->anchor == ENTENTE_ANCHOR_DATE);
  default:
    return FALSE;
  }
}

gboolean
entente_date_words_lack_year (const EntenteTimeExpression *found)
{
  if (found->has_year || found->inner || found->week != 0 ||
      (found->month == 0 && found->season == 0))
    return FALSE;
  return found->form == ENTENTE_EXPRESSION_CALENDAR || found->form == ENTENTE_EXPRESSION_RELATION;
}

/* ---- reading ---- */

/* "1 Ağustos 2018 Çarşamba": the day of the week says nothing more. */
static void
drop_weekday (GArray *list)
{
  const EntenteTimeExpression *last =
    &g_array_index (list, EntenteTimeExpression, MAX (list->len, 1) - 1);

  if (list->len > 1 && last[-1].day != 0 && last->form == ENTENTE_EXPRESSION_CALENDAR &&
      last->weekday != 0 && last->day == 0 && last->month == 0)
    g_array_set_size (list, list->len - 1);
}

static gboolean
is_between_times (const EntenteDateWords *words, gboolean is_pair, guint i)
{
  return is_pair && i >= words->first.next && i < words->second.first;
}

static gboolean
read_tokens (const EntenteTimeReader *reader, EntenteDateWords *words)
{
  guint range = 0;
  g_autoptr (GArray) list = entente_time_expressions_read (reader, &range);
  gboolean is_pair;

  drop_weekday (list);
  is_pair = list->len == 2;
  if (list->len == 0 || list->len > 2)
    return FALSE;
  *words = (EntenteDateWords){ .first = g_array_index (list, EntenteTimeExpression, 0) };
  words->second = g_array_index (list, EntenteTimeExpression, list->len - 1);
  if (!is_placed (&words->first) || !is_placed (&words->second))
    return FALSE;
  if (is_pair && words->second.first != words->first.next + 1)
    return FALSE; /* "2018 2019" */
  for (guint i = 0; i < reader->n_tokens; i++) {
    if ((i >= words->first.first && i < words->first.next) ||
        (i >= words->second.first && i < words->second.next) ||
        is_between_times (words, is_pair, i))
      continue;
    if (!take_word (reader, i, is_pair, words))
      return FALSE;
  }
  return is_pair ? finish_pair (reader, words) : words->form < ENTENTE_WORDS_BETWEEN;
}

gboolean
entente_date_words_read (const char *text, EntenteDateWords *words)
{
  const EntenteTimeLexicon *lexicon;

  for (guint n = 0; (lexicon = entente_time_lexicon_get_nth (n)) != NULL; n++) {
    g_autoptr (GArray) tokens = entente_time_tokens_cut (lexicon, text, 0, strlen (text));
    EntenteTimeReader reader = { .text = text,
                                 .tokens = (const EntenteToken *) (const void *) tokens->data,
                                 .n_tokens = tokens->len,
                                 .is_alone = TRUE };

    if (read_tokens (&reader, words))
      return TRUE;
  }
  return FALSE;
}
