/* Names are warned of when they are somebody's or look so; never the actor's own. */
#include "config.h"

#include "entente-fixture.h"
#include "entente-name-looks.h"

static void
test_warn (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntenteNameLooks) looks =
    entente_name_looks_new (entente_study_get_chronicle (fixture->study));
  static const struct {
    const char *name, *actor, *wanted;
  } cases[] = {
    { "North", "", "There is an actor “North” already." },
    { " nORTH ", "", "There is an actor “North” already." },
    { "North", "north", NULL },
    { "northern-kingdom", "", "“Northern Kingdom” is a name of “North” already." },
    { "N\xd0\xberth", "", "This looks like “North”, which is written with other letters." },
    { "N\xd0\xberth", "south", "This looks like “North”, which is written with other letters." },
    { "N\xc3\xb3rth", "", "There is an actor “North” already." },
    { "W\xd0\xb5st", "", "One word mixes letters of two scripts that look alike." },
    { "East", "", NULL },
    { "", "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    EntenteId actor = *cases[i].actor ? entente_id_from_key (cases[i].actor) : ENTENTE_ID_NONE;
    g_autofree char *warning = entente_name_looks_warn (looks, cases[i].name, actor);

    g_assert_cmpstr (warning, ==, cases[i].wanted);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/name-looks/warn", test_warn);
  return g_test_run ();
}
