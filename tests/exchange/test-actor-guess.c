/* Kinds of actors from names. */
#include "config.h"

#include "entente-actor-guess.h"

static void
test_names (void)
{
  static const struct {
    const char *name;
    EntenteActorKind kind;
    const char *code;
  } cases[] = {
    { "Iceland", ENTENTE_ACTOR_STATE, "IS" },
    { "SOUTH SUDAN", ENTENTE_ACTOR_STATE, "SS" },
    { "Government (Iceland)", ENTENTE_ACTOR_GOVERNMENT, NULL },
    { "Military (Iceland)", ENTENTE_ACTOR_BODY, NULL },
    { "Citizen (Iceland)", ENTENTE_ACTOR_COMMUNITY, NULL },
    { "Tailor (Iceland)", ENTENTE_ACTOR_UNNAMED_ROLE, NULL },
    { "United Nations", ENTENTE_ACTOR_INTERNATIONAL_ORGANISATION, NULL },
    { "Harbour Party", ENTENTE_ACTOR_PARTY, NULL },
    { "Maya Ortiz", ENTENTE_ACTOR_PERSON, NULL },
    { "Ayşe de Vries", ENTENTE_ACTOR_BODY, NULL },
    { "Harbour", ENTENTE_ACTOR_BODY, NULL },
    { "", ENTENTE_ACTOR_BODY, NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const char *code = "unset";
    g_assert_cmpint (entente_actor_guess_kind (cases[i].name, &code), ==, cases[i].kind);
    g_assert_cmpstr (code, ==, cases[i].code);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/actor-guess/names", test_names);
  return g_test_run ();
}
