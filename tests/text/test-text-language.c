/* The language of a text is told only when its words leave no doubt. */
#include "config.h"

#include "entente-text-language.h"

static void
test_languages (void)
{
  static const char *const cases[][2] = {
    { "en",
      "The envoys met by the river, and the talks that had stalled were taken up with care." },
    { "de",
      "Die Gesandten trafen sich auf der Brücke, und das Gespräch wurde nicht von allen gelobt." },
    { "fr",
      "Les émissaires se sont vus dans la ville et le dialogue est repris avec une réserve pour "
      "qui hésite." },
    { "tr",
      "Heyetler bir köprüde buluştu ve bu görüşme için ilk adım olarak çok daha sonra anıldı." },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (entente_text_guess_language (cases[i][1]), ==, cases[i][0]);
}

static void
test_unknown (void)
{
  g_assert_null (entente_text_guess_language (""));
  g_assert_null (entente_text_guess_language ("The end"));
  g_assert_null (entente_text_guess_language ("اجتمع الوفدان عند الجسر وتحدثا طويلا"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-language/languages", test_languages);
  g_test_add_func ("/text-language/unknown", test_unknown);
  return g_test_run ();
}
