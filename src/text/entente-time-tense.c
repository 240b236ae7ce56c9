/* The verb nearest before the time counts, within its sentence; when there is none, the first behind
 * it. "to meet" is to come, unless it only follows "failed" and the like. */
#include "config.h"

#include "entente-time-tense.h"

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

/* "to meet": a small word behind "to" makes it a way or an end. */
static gboolean
is_infinitive (const EntenteTimeReader *reader, guint i)
{
  const EntenteToken *behind = entente_reader_at (reader, i + 1);

  return entente_reader_is (reader, i, ENTENTE_TIME_TO_MARK) &&
         behind->type == ENTENTE_TOKEN_WORD && !behind->capital && behind->word == NULL;
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
  if (entente_time_word_is (token->word, ENTENTE_TIME_WILL))
    return 1;
  if (is_infinitive (reader, i))
    return 1;
  if (entente_time_word_is (token->word, ENTENTE_TIME_DID) || token->past)
    return is_passive (reader, i) ? 0 : -1;
  return 0;
}

int
entente_time_tense_find (const EntenteTimeReader *reader, guint first, guint next)
{
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
