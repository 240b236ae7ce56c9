/* Words of time: what the tables say, and what happens where there is none. */
#include "config.h"

#include "entente-time-lexicon.h"

static void
test_words (void)
{
  const EntenteTimeLexicon *lexicon = entente_time_lexicon_get ("en");
  const EntenteTimeWord *may = entente_time_lexicon_find (lexicon, "may");
  const EntenteTimeWord *second = entente_time_lexicon_find (lexicon, "second");

  g_assert_true (entente_time_word_is (may, ENTENTE_TIME_MONTH));
  g_assert_true (entente_time_word_is (may, ENTENTE_TIME_AMBIGUOUS));
  g_assert_cmpint (entente_time_word_get (may, ENTENTE_TIME_MONTH), ==, 5);
  g_assert_cmpint (entente_time_word_get (second, ENTENTE_TIME_ORDINAL), ==, 2);
  g_assert_true (entente_time_word_is (second, ENTENTE_TIME_UNIT_WORD));
  g_assert_cmpint (entente_time_word_get (second, ENTENTE_TIME_MONTH), ==, 0);
  g_assert_null (entente_time_lexicon_find (lexicon, "harbour"));
  g_assert_false (entente_time_word_is (NULL, ENTENTE_TIME_MONTH));
}

/* Every language calls twelve months and seven weekdays by names of its own. */
static void
test_languages (void)
{
  static const char *const languages[] = { "en", "de", "fr", "tr" };
  static const char *const decembers[] = { "december", "dezember", "décembre", "aralık" };
  static const char *const sundays[] = { "sunday", "sonntag", "dimanche", "pazar" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
    const EntenteTimeLexicon *lexicon = entente_time_lexicon_get (languages[i]);
    const EntenteTimeWord *month = entente_time_lexicon_find (lexicon, decembers[i]);
    const EntenteTimeWord *weekday = entente_time_lexicon_find (lexicon, sundays[i]);

    g_assert_cmpint (entente_time_word_get (month, ENTENTE_TIME_MONTH), ==, 12);
    g_assert_cmpint (entente_time_word_get (weekday, ENTENTE_TIME_WEEKDAY), ==, 7);
  }
  g_assert_true (entente_time_lexicon_get (NULL) == entente_time_lexicon_get ("en"));
  g_assert_true (entente_time_lexicon_get ("xx") == entente_time_lexicon_get ("en"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/time-lexicon/words", test_words);
  g_test_add_func ("/text/time-lexicon/languages", test_languages);
  return g_test_run ();
}
