/* The reading of an article on any bytes: places in bounds, answers to moves that there are, the
 * same when asked again. */
#include "config.h"

#include <string.h>

#include "entente-reading.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check_span (const EntenteReadingSpan *span, const char *text, gsize length)
{
  g_assert_true (span->start <= span->end && span->end <= length);
  g_assert_true (g_utf8_validate (text + span->start, span->end - span->start, NULL));
  g_assert_true (span->start_char <= span->end_char);
}

static void
check (const EntenteArticleReading *reading, const char *text, gsize length)
{
  for (guint i = 0; i < reading->mentions->len; i++) {
    const EntenteReadingMention *mention =
      &g_array_index (reading->mentions, EntenteReadingMention, i);

    check_span (&mention->span, text, length);
    g_assert_true (mention->actor < reading->actors->len && mention->reason);
  }
  for (guint i = 0; i < reading->suggestions->len; i++) {
    const EntenteSuggestion *suggestion = g_ptr_array_index (reading->suggestions, i);

    check_span (&suggestion->span, text, length);
    check_span (&suggestion->sentence, text, length);
    g_assert_true (suggestion->id == i + 1 && suggestion->answers <= reading->suggestions->len);
    g_assert_true (suggestion->answers != suggestion->id && suggestion->reason);
    for (guint j = 0; j < suggestion->parties->len; j++) {
      const EntenteReadingParty *party = g_ptr_array_index (suggestion->parties, j);

      g_assert_true (party->actor < (int) reading->actors->len && party->words);
    }
  }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const EntenteKnownName names[] = { { 1, ENTENTE_ACTOR_STATE, "Kenya", "Kenya" } };
  g_autofree char *raw = g_strndup ((const char *) data, size);
  g_autofree char *text = g_utf8_make_valid (raw, -1);
  EntenteReadingInput input = { .text = text,
                                .length = strlen (text),
                                .names = names,
                                .n_names = 1 };
  g_autoptr (EntenteStructure) structure =
    size % 2 ? entente_structure_read (text, input.length) : NULL;
  g_autoptr (EntenteArticleReading) reading = NULL;
  g_autoptr (EntenteArticleReading) again = NULL;

  input.structure = structure;
  reading = entente_reading_new (&input, NULL, NULL);
  again = entente_reading_new (&input, NULL, NULL);
  check (reading, text, input.length);
  g_assert_true (reading->suggestions->len == again->suggestions->len);
  return 0;
}
