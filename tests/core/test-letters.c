/* Letters become small and capital in the same way under every locale. */
#include "config.h"

#include "entente-letters.h"

#include <locale.h>

static const struct {
  const char *text, *down, *up;
} cases[] = {
  { "Iran INVITED Jay", "iran invited jay", "IRAN INVITED JAY" },
  { "\u0130stanbul \u0131l", "i\u0307stanbul \u0131l", "\u0130STANBUL IL" },
  { "\u00CDtalo \u012Ei", "\u00EDtalo \u012Fi", "\u00CDTALO \u012EI" },
  { "Stra\u00DFe \u00C4RGER", "stra\u00DFe \u00E4rger", "STRASSE \u00C4RGER" },
  { "\u039F\u0394\u039F\u03A3", "\u03BF\u03B4\u03BF\u03C2", "\u039F\u0394\u039F\u03A3" },
  { "", "", "" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *down = entente_letters_down (cases[i].text, -1);
    g_autofree char *up = entente_letters_up (cases[i].text, -1);

    g_assert_cmpstr (down, ==, cases[i].down);
    g_assert_cmpstr (up, ==, cases[i].up);
  }
}

static void
test_length (void)
{
  g_autofree char *down = entente_letters_down ("IRAN", 2);
  g_autofree char *up = entente_letters_up ("iran", 2);

  g_assert_cmpstr (down, ==, "ir");
  g_assert_cmpstr (up, ==, "IR");
}

/* Other locales than that of the test need not be there: the whole program is tried with them in
 * tests/cli/test-environments.py. */
int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letters/cases", test_cases);
  g_test_add_func ("/letters/length", test_length);
  return g_test_run ();
}
