/* Names of actors: what folds together and what does not. */
#include "config.h"

#include "entente-actor.h"

#include <glib.h>

static const char *const same[][2] = {
  { "Taliban", "TALIBAN" },
  { "Sergey Lavrov", "  Sergey\tLavrov " },
  { "Zamir Kabulov", "Zamir\u00a0Kabulov" },
  { "Abdul-Ghani", "Abdul Ghani" },
  { "Abdul\u2010Ghani", "Abdul\u2013Ghani" },
  { "Qur'an", "Qur\u2019an" },
  { "Qur'an", "Quran" },
  { "\u02bfAbdullah", "Abdullah" },
  { "Erdo\u011fan", "Erdogan" },
  { "Erdog\u0306an", "ERDO\u011eAN" },
  { "I\u015f\u0131k", "isik" },
  { "\u0130stanbul", "istanbul" },
  { "DI\u015eI\u015eLER\u0130", "d\u0131\u015fi\u015fleri" },
  { "Stra\u00dfe", "STRASSE" },
  { "\u0141ukasz", "Lukasz" },
  { "S\u00f8ren", "soren" },
  { "\u00c6thelred", "aethelred" },
  { "\ufb01nance", "finance" },
  { "\uff35\uff33", "us" },
  { "\u041a\u0430\u0431\u0443\u043b\u043e\u0432", "\u043a\u0430\u0431\u0443\u043b\u043e\u0432" },
  { "\u0391\u03b8\u03ae\u03bd\u03b1\u03c2", "\u03b1\u03b8\u03b7\u03bd\u03b1\u03c3" },
  /* alef with hamza, with madda, wasla; alef */
  { "\u0623\u062d\u0645\u062f", "\u0627\u062d\u0645\u062f" },
  { "\u0622\u0644", "\u0671\u0644" },
  /* Farsi and Arabic yeh and kaf, alef maksura */
  { "\u0639\u0644\u06cc", "\u0639\u0644\u064a" },
  { "\u0639\u0644\u0649", "\u0639\u0644\u064a" },
  { "\u06a9\u0627\u0628\u0644", "\u0643\u0627\u0628\u0644" },
  /* teh marbuta and heh, tatweel, harakat */
  { "\u062d\u0645\u0632\u0629", "\u062d\u0645\u0632\u0647" },
  { "\u0645\u0640\u0640\u062d\u0645\u062f", "\u0645\u062d\u0645\u062f" },
  { "\u0645\u064f\u062d\u064e\u0645\u0651\u064e\u062f", "\u0645\u062d\u0645\u062f" },
  /* presentation forms, Arabic and Persian digits, zero width non-joiner */
  { "\ufefb", "\u0644\u0627" },
  { "\u0661\u06f2", "12" },
  { "\u062d\u0632\u0628\u200c\u0627\u0644\u0644\u0647",
    "\u062d\u0632\u0628 \u0627\u0644\u0644\u0647" },
  /* controls of direction */
  { "\u202bIran\u202c", "Iran" },
  { "", "-" },
};

static const char *const different[][2] = {
  { "Taliban", "Taleban" },  { "Iran", "Iraq" },     { "Ali", "Alia" }, { "US", "U.S." },
  { "Al Qaida", "AlQaida" }, { "\u0628", "\u062a" }, { "G7", "G8" },
};

static void
test_same (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (same); i++) {
    g_autofree char *a = entente_name_fold (same[i][0]);
    g_autofree char *b = entente_name_fold (same[i][1]);

    g_assert_cmpstr (a, ==, b);
  }
}

static void
test_different (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (different); i++) {
    g_autofree char *a = entente_name_fold (different[i][0]);
    g_autofree char *b = entente_name_fold (different[i][1]);

    g_assert_cmpstr (a, !=, b);
  }
}

static void
test_odd_input (void)
{
  g_autofree char *nothing = entente_name_fold (NULL);
  g_autofree char *broken = entente_name_fold ("a\xff\xc3z");

  g_assert_cmpstr (nothing, ==, "");
  g_assert_true (g_utf8_validate (broken, -1, NULL));
}

static gunichar
draw_character (void)
{
  static const gunichar starts[] = { 0x20,  0xc0,   0x100,  0x300,  0x370,  0x400,
                                     0x600, 0x1e00, 0x2000, 0xfb00, 0xfe70, 0xff00 };
  gunichar c = starts[g_test_rand_int_range (0, G_N_ELEMENTS (starts))] +
               (gunichar) g_test_rand_int_range (0, 0x100);

  return g_unichar_validate (c) ? c : 'x';
}

static void
test_folding_twice_changes_nothing (void)
{
  for (int i = 0; i < 5000; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autofree char *once = NULL;
    g_autofree char *twice = NULL;

    for (int k = g_test_rand_int_range (0, 12); k > 0; k--)
      g_string_append_unichar (text, draw_character ());
    once = entente_name_fold (text->str);
    twice = entente_name_fold (once);
    g_assert_cmpstr (once, ==, twice);
    g_assert_true (g_utf8_validate (once, -1, NULL));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/actor/names/same", test_same);
  g_test_add_func ("/actor/names/different", test_different);
  g_test_add_func ("/actor/names/odd-input", test_odd_input);
  g_test_add_func ("/actor/names/folding-twice-changes-nothing",
                   test_folding_twice_changes_nothing);
  return g_test_run ();
}
