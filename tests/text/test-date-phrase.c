/* The words of a date taken apart, and found among others. */
#include "config.h"

#include "entente-date-phrase.h"

static void
test_read (void)
{
  static const struct {
    const char *text;
    EntenteDatePhrase phrase;
  } cases[] = {
    { "on 4 September 2018", { .first = { 2018, 9, 4, 0 } } },
    { "last July", { .deixis = ENTENTE_PHRASE_LAST, .first = { 0, 7, 0, 0 } } },
    { "this summer", { .deixis = ENTENTE_PHRASE_THIS, .first = { 0, 0, 0, 22 } } },
    { "by 22 August", { .form = ENTENTE_PHRASE_BY, .first = { 0, 8, 22, 0 } } },
    { "around March 2015", { .is_approximate = TRUE, .first = { 2015, 3, 0, 0 } } },
    { "between May and July 2019",
      { .form = ENTENTE_PHRASE_BETWEEN, .first = { 2019, 5, 0, 0 }, .second = { 2019, 7, 0, 0 } } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    EntenteDatePhrase phrase;

    g_test_message ("%s", cases[i].text);
    g_assert_true (entente_date_phrase_read (cases[i].text, &phrase));
    g_assert_cmpmem (&phrase, sizeof phrase, &cases[i].phrase, sizeof phrase);
  }
}

static void
test_not_read (void)
{
  static const char *const texts[] = { "", "in due course", "31 of them", "the last word" };
  EntenteDatePhrase phrase;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_test_message ("%s", texts[i]);
    g_assert_false (entente_date_phrase_read (texts[i], &phrase));
  }
}

static void
test_find (void)
{
  const char *text = "The envoy left by 22 August 2018, they said in October.";
  gsize start, end;
  g_autofree char *found = NULL;

  g_assert_true (entente_date_phrase_find (text, &start, &end));
  found = g_strndup (text + start, end - start);
  g_assert_cmpstr (found, ==, "by 22 August 2018");
  g_assert_false (entente_date_phrase_find ("Nobody said when.", &start, &end));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-phrase/read", test_read);
  g_test_add_func ("/date-phrase/not-read", test_not_read);
  g_test_add_func ("/date-phrase/find", test_find);
  return g_test_run ();
}
