/* Tokens: where they stand, what is one, what is quoted. */
#include "config.h"

#include "entente-time-tokens.h"

#include <string.h>

/* The tokens of @text, separated by "|"; those in quotation marks begin with a "~". */
static char *
cut (const char *text)
{
  g_autoptr (GArray) tokens =
    entente_time_tokens_cut (entente_time_lexicon_get ("en"), text, 0, strlen (text));
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < tokens->len; i++) {
    const EntenteToken *token = &g_array_index (tokens, EntenteToken, i);

    g_string_append_printf (all,
                            "%s%s%.*s",
                            i > 0 ? "|" : "",
                            token->quoted && token->type != ENTENTE_TOKEN_SIGN ? "~" : "",
                            (int) (token->end - token->start),
                            text + token->start);
  }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static void
test_cut (void)
{
  static const struct {
    const char *text;
    const char *tokens;
  } cases[] = {
    { "On 3rd May, 2018.", "On|3|rd|May|,|2018|." },
    { "more than two", "more than|two" },
    { "the present-day port", "the|present-day|port" },
    { "at 5 p.m. in New Year's Eve fog", "at|5|p.m|.|in|New Year's Eve|fog" },
    { "he won't", "he|won't" },
    { "A\xCC\x8Ase naïve", "A\xCC\x8Ase|naïve" },
    { "see https://example.org/2018/05/03 now", "see|https://example.org/2018/05/03|now" },
    { "she said “today” and “now", "she|said|“|~today|”|and|“|~now" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *tokens = cut (cases[i].text);

    g_assert_cmpstr (tokens, ==, cases[i].tokens);
  }
}

static void
test_flags (void)
{
  const char *text = "NATO met. Sept. came, he asked 1,460 men";
  g_autoptr (GArray) tokens =
    entente_time_tokens_cut (entente_time_lexicon_get ("en"), text, 0, strlen (text));
  const EntenteToken *token = (const EntenteToken *) (const void *) tokens->data;

  g_assert_true (token[0].upper && token[0].first);
  g_assert_true (token[3].first && token[3].capital && !token[3].upper); /* Sept */
  g_assert_false (token[5].first); /* its full stop ends no sentence */
  g_assert_true (token[8].past); /* asked */
  g_assert_cmpint (token[9].value, ==, 1);
  g_assert_false (token[10].gap);
  g_assert_cmpuint (token[11].digits, ==, 3);
  g_assert_cmpint (token[tokens->len].type, ==, ENTENTE_TOKEN_END);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/time-tokens/cut", test_cut);
  g_test_add_func ("/text/time-tokens/flags", test_flags);
  return g_test_run ();
}
