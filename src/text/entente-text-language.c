/* Guesses the language of a text from its first words. A language is a row of small words that the
 * others do not have; a clear majority decides, otherwise nothing is said. */
#include "config.h"

#include "entente-text-language.h"

#include "entente-text-lines.h"

#include <string.h>

#define SAMPLE_BYTES 6000
#define MIN_HITS 3

typedef struct {
  const char *language;
  const char *words;
} LanguageWords;

static const LanguageWords languages[] = {
  { "en", "the|and|of|to|that|which|with|has|was|were|by|from|his|their|this|would" },
  { "de", "der|die|das|und|nicht|mit|von|den|dem|ist|auf|eine|einer|zu|wurde|dass|sich" },
  { "fr", "le|les|des|et|que|dans|une|pour|qui|sur|avec|est|du|pas|aux|ont|été" },
  { "tr", "ve|bir|bu|için|ile|olarak|da|de|olan|daha|sonra|kadar|gibi|çok|ancak|ise|dedi" },
};

static const char *
guess_by_words (const char *text, gsize length)
{
  guint hits[G_N_ELEMENTS (languages)] = { 0 };
  g_autoptr (GArray) words = entente_words_cut (text, 0, length);
  for (guint i = 0; i < words->len; i++) {
    g_autofree char *word = entente_word_fold (text, &g_array_index (words, EntenteTextWord, i));
    for (guint k = 0; k < G_N_ELEMENTS (languages); k++)
      hits[k] += entente_list_has (languages[k].words, word);
  }
  guint best = 0, second = 0;
  for (guint k = 1; k < G_N_ELEMENTS (languages); k++) {
    if (hits[k] > hits[best]) {
      second = hits[best];
      best = k;
    } else
      second = MAX (second, hits[k]);
  }
  return hits[best] >= MIN_HITS && hits[best] >= 2 * second ? languages[best].language : NULL;
}

const char *
entente_text_guess_language (const char *text)
{
  gsize length = strnlen (text, SAMPLE_BYTES);
  while (length > 0 && ((guchar) text[length] & 0xC0) == 0x80)
    length--;
  return guess_by_words (text, length);
}
