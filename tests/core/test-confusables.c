/* Names that look alike have one skeleton; names that only resemble each other have not. */
#include "config.h"

#include "entente-confusables.h"

static void
assert_alike (const char *a, const char *b, gboolean alike)
{
  g_autofree char *one = entente_confusables_get_skeleton (a);
  g_autofree char *other = entente_confusables_get_skeleton (b);

  g_test_message ("%s (%s), %s (%s)", a, one, b, other);
  g_assert_cmpint (g_str_equal (one, other), ==, alike);
}

static void
test_scripts (void)
{
  assert_alike ("Taliban", "\xd0\xa2\xd0\xb0liban", TRUE); /* Cyrillic Te and a */
  assert_alike ("MOCKBA",
                "\xd0\x9c\xd0\x9e\xd0\xa1\xd0\x9a\xd0\x92\xd0\x90",
                TRUE); /* all Cyrillic */
  assert_alike ("Omar", "\xce\x9fmar", TRUE); /* Greek Omicron */
  assert_alike ("Ahmed", "\xd0\x90hmed", TRUE);
  assert_alike ("Putin",
                "\xd0\x9f\xd1\x83\xd1\x82\xd0\xb8\xd0\xbd",
                FALSE); /* Cyrillic, does not look so */
}

static void
test_latin (void)
{
  assert_alike ("Ali", "AIi", TRUE); /* l and I */
  assert_alike ("Ali", "A1i", TRUE);
  assert_alike ("\xc4\xb0rfan", "Irfan", TRUE); /* dotted capital I of Turkish */
  assert_alike ("I\xc5\x9f\xc4\xb1k", "Isik", TRUE); /* dotless i, cedilla */
  assert_alike ("Dernbach", "Dembach", TRUE);
  assert_alike ("Abdullah", "Abdulla", FALSE);
  assert_alike ("North", "South", FALSE);
}

/* Kaf and yeh of Arabic and Persian keyboards. */
static void
test_arabic (void)
{
  assert_alike ("\xda\xa9\xd8\xb1\xdb\x8c\xd9\x85", "\xd9\x83\xd8\xb1\xd9\x8a\xd9\x85", TRUE);
  assert_alike ("\xd8\xb9\xd9\x84\xd9\x89", "\xd8\xb9\xd9\x84\xd9\x8a", TRUE);
}

static void
test_mixed (void)
{
  g_assert_true (entente_confusables_are_mixed ("\xd0\xa2\xd0\xb0liban"));
  g_assert_true (entente_confusables_are_mixed ("The \xce\x9fmar"));
  g_assert_false (entente_confusables_are_mixed ("Taliban"));
  g_assert_false (
    entente_confusables_are_mixed ("Putin (\xd0\x9f\xd1\x83\xd1\x82\xd0\xb8\xd0\xbd)"));
  g_assert_false (entente_confusables_are_mixed (""));
  g_assert_false (entente_confusables_are_mixed ("\xff\xfe"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/confusables/scripts", test_scripts);
  g_test_add_func ("/confusables/latin", test_latin);
  g_test_add_func ("/confusables/arabic", test_arabic);
  g_test_add_func ("/confusables/mixed", test_mixed);
  return g_test_run ();
}
