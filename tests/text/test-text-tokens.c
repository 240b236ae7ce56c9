/* Words, sentences and quotations. */
#include "config.h"

#include "entente-text-tokens.h"

/* The tokens, "|" between them and "/" between sentences. */
static char *
write_tokens (const char *text)
{
  g_autoptr (EntenteTextTokens) tokens = entente_text_tokens_new (text, -1, NULL);
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < tokens->tokens->len; i++) {
    g_autofree char *word = entente_text_tokens_dup (tokens, i, i + 1);
    gboolean begins = i > 0 && entente_text_tokens_get (tokens, i)->sentence !=
                                 entente_text_tokens_get (tokens, i - 1)->sentence;

    g_string_append_printf (line, "%s%s", i == 0 ? "" : begins ? "/" : "|", word);
  }
  return g_string_free (line, FALSE);
}

static void
assert_tokens (const char *text, const char *wanted)
{
  g_autofree char *line = write_tokens (text);

  g_assert_cmpstr (line, ==, wanted);
}

static void
test_words (void)
{
  assert_tokens ("Vesmar's envoy", "Vesmar|'s|envoy");
  assert_tokens ("Vesmar’s envoy", "Vesmar|’s|envoy");
  assert_tokens ("the rebels' offer", "the|rebels|'|offer");
  assert_tokens ("a cease-fire", "a|cease-fire");
  assert_tokens ("Orland-Vesmar talks", "Orland|-|Vesmar|talks");
  assert_tokens ("a U-2 and a U.S.-backed plan", "a|U-2|and|a|U.S.-backed|plan");
  assert_tokens ("1,200 men", "1,200|men");
  assert_tokens ("", "");
}

static void
test_sentences (void)
{
  assert_tokens ("They met. He left.", "They|met|./He|left|.");
  assert_tokens ("Mr. Brenn left.", "Mr|.|Brenn|left|.");
  assert_tokens ("The U.S. Senate met.", "The|U.S.|Senate|met|.");
  assert_tokens ("They went to the U.S. The talks began.",
                 "They|went|to|the|U.S./The|talks|began|.");
  assert_tokens ("They met. [3] He left.", "They|met|.|[3]/He|left|.");
  assert_tokens ("“We go.” He left.", "“|We|go|.|”/He|left|.");
  assert_tokens ("A heading\nThey met", "A|heading/They|met");
  assert_tokens ("It cost 3.5 million", "It|cost|3.5|million");
}

static void
test_questions (void)
{
  g_autoptr (EntenteTextTokens) tokens =
    entente_text_tokens_new ("Did they meet? They met.", -1, NULL);

  g_assert_cmpuint (tokens->sentences->len, ==, 2);
  g_assert_true (g_array_index (tokens->sentences, EntenteSentenceSpan, 0).is_question);
  g_assert_false (g_array_index (tokens->sentences, EntenteSentenceSpan, 1).is_question);
}

static void
test_quotations (void)
{
  g_autoptr (EntenteTextTokens) tokens =
    entente_text_tokens_new ("He said \"we go\" and left.\nThen \"open", -1, NULL);

  g_assert_false (entente_text_tokens_get (tokens, 1)->is_quoted);
  g_assert_true (entente_text_tokens_get (tokens, 3)->is_quoted);
  g_assert_false (entente_text_tokens_get (tokens, 7)->is_quoted);
  g_assert_true (entente_text_tokens_get (tokens, 11)->is_quoted);
}

/* Offsets are bytes, whatever the letters. */
static void
test_offsets (void)
{
  const char *text = "Ağrı مذاکرات 和谈 e\xcc\x81t";
  g_autoptr (EntenteTextTokens) tokens = entente_text_tokens_new (text, -1, NULL);

  for (guint i = 0; i < tokens->tokens->len; i++) {
    const EntenteToken *token = entente_text_tokens_get (tokens, i);

    g_assert_cmpuint (token->start, <, token->end);
    g_assert_true (g_utf8_validate (text + token->start, token->end - token->start, NULL));
  }
  g_assert_cmpuint (tokens->tokens->len, ==, 4);
  g_assert_cmpstr (entente_text_tokens_get (tokens, 99)->fold, ==, "");
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (entente_text_tokens_new ("They met.", -1, cancellable));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-tokens/words", test_words);
  g_test_add_func ("/text-tokens/sentences", test_sentences);
  g_test_add_func ("/text-tokens/questions", test_questions);
  g_test_add_func ("/text-tokens/quotations", test_quotations);
  g_test_add_func ("/text-tokens/offsets", test_offsets);
  g_test_add_func ("/text-tokens/cancelled", test_cancelled);
  return g_test_run ();
}
