/* The verb nearest before the time counts, within its sentence; when there is none, the first
 * behind it. An infinitive tells nothing by itself: "agreed to meet", "failed to meet". */
#include "config.h"

#include "entente-time-tense.h"

enum {
  DEADLINE = 2,
  UNTIL = 3,
  PLEDGE = 4,
  INTENT = 5
}; /* values of words that tell what is to come */

#define REACH_BEFORE 28
#define REACH_BEHIND 14

static gboolean
ends_clause (const EntenteToken *token)
{
  return token->type == ENTENTE_TOKEN_END ||
         (token->type == ENTENTE_TOKEN_SIGN &&
          (token->value == '.' || token->value == ';' || token->value == '?' ||
           token->value == '!' || token->value == 0x2022));
}

/* "Talks to Resume": the headline of what is to come. */
static gboolean
is_headline (const EntenteTimeReader *reader, guint i)
{
  const EntenteToken *behind = entente_reader_at (reader, i + 1);

  return entente_reader_is (reader, i, ENTENTE_TIME_TO_MARK) && i > 0 &&
         behind->type == ENTENTE_TOKEN_WORD && behind->capital && behind->word == NULL &&
         entente_reader_at (reader, i - 1)->capital && entente_reader_at (reader, 0)->capital &&
         i < 8 && reader->n_tokens < 20;
}

/* "will be held": the participle belongs to what is to come. */
static gboolean
is_passive (const EntenteTimeReader *reader, guint i)
{
  return i > 0 && (entente_reader_is (reader, i - 1, ENTENTE_TIME_BE) ||
                   (i > 1 && entente_reader_is (reader, i - 2, ENTENTE_TIME_BE)));
}

static int
get_tense (const EntenteTimeReader *reader, guint i)
{
  const EntenteToken *token = entente_reader_at (reader, i);

  if (token->type != ENTENTE_TOKEN_WORD)
    return 0;
  if (entente_time_word_is (token->word, ENTENTE_TIME_WILL) &&
      entente_time_word_get (token->word, ENTENTE_TIME_WILL) == 0)
    return 1;
  if (entente_time_word_get (token->word, ENTENTE_TIME_WILL) == PLEDGE)
    return entente_reader_is (reader, i + 1, ENTENTE_TIME_TO_MARK) &&
               !entente_reader_is (reader, i + 2, ENTENTE_TIME_A) &&
               !entente_reader_is (reader, i + 2, ENTENTE_TIME_THE) &&
               !entente_reader_is (reader, i + 2, ENTENTE_TIME_ITS)
             ? 1
             : -1; /* "agreed to meet", but "agreed to the plan" */
  if (is_headline (reader, i) ||
      (entente_time_word_get (token->word, ENTENTE_TIME_WILL) == INTENT &&
       entente_reader_is (reader, i + 1, ENTENTE_TIME_TO_MARK)))
    return 1; /* "plan to", but not "the plan" */
  if (entente_time_word_is (token->word, ENTENTE_TIME_DID) || token->past)
    return is_passive (reader, i) ? 0 : -1;
  return 0;
}

/* "must free the detained by the end of November": what is to be done until then is still to come.
 */
static gboolean
is_deadline (const EntenteTimeReader *reader, guint first)
{
  if (first == 0 || entente_reader_get (reader, first - 1, ENTENTE_TIME_BY) != 1)
    return FALSE;
  for (guint i = first - 1; i > 0 && first - i < REACH_BEFORE; i--) {
    const EntenteToken *token = entente_reader_at (reader, i - 1);

    if (ends_clause (token))
      return FALSE;
    if (entente_time_word_is (token->word, ENTENTE_TIME_WILL) &&
        entente_time_word_get (token->word, ENTENTE_TIME_WILL) == 0)
      return TRUE;
  }
  return FALSE;
}

int
entente_time_tense_find (const EntenteTimeReader *reader, guint first, guint next)
{
  /* "a Thursday deadline", "until October", "for the September talks" */
  if (entente_reader_get (reader, next, ENTENTE_TIME_WILL) == DEADLINE ||
      (first > 0 && entente_reader_get (reader, first - 1, ENTENTE_TIME_WILL) == UNTIL))
    return 1;
  if (is_deadline (reader, first))
    return 1;
  for (guint i = first; i > 0 && first - i < REACH_BEFORE; i--) {
    int tense = get_tense (reader, i - 1);

    if (ends_clause (entente_reader_at (reader, i - 1)) && entente_reader_at (reader, i)->first)
      break;
    if (tense != 0)
      return tense;
  }
  for (guint i = next; i < next + REACH_BEHIND; i++) {
    int tense = get_tense (reader, i);

    if (ends_clause (entente_reader_at (reader, i)))
      break;
    if (tense != 0)
      return tense;
  }
  return 0;
}
