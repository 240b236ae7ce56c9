/* Codes in words, and which are codes at all. */
#include "config.h"

#include "entente-actor-codes.h"

static void
test_find (void)
{
  const EntenteActorCode *country = entente_actor_code_find ("NORGOV");
  const EntenteActorCode *role = entente_actor_code_find ("GOV");

  g_assert_cmpstr (country->name, ==, "Norway");
  g_assert_cmpstr (country->iso3166, ==, "NO");
  g_assert_cmpint (country->group, ==, ENTENTE_CODE_COUNTRY);
  g_assert_true (role->of_state);
  g_assert_cmpint (role->group, ==, ENTENTE_CODE_ROLE);
  g_assert_false (entente_actor_code_find ("REB")->of_state);
  g_assert_cmpint (entente_actor_code_find ("IGOUNO")->group, ==, ENTENTE_CODE_FAMILY);
  g_assert_null (entente_actor_code_find ("QQQ"));
  g_assert_null (entente_actor_code_find (""));
}

static void
test_valid (void)
{
  g_assert_true (entente_actor_code_is_valid ("NOR"));
  g_assert_true (entente_actor_code_is_valid ("IGOUNOREFHCR"));
  g_assert_false (entente_actor_code_is_valid ("NO"));
  g_assert_false (entente_actor_code_is_valid ("NORG"));
  g_assert_false (entente_actor_code_is_valid ("norgov"));
  g_assert_false (entente_actor_code_is_valid ("~NON"));
  g_assert_false (entente_actor_code_is_valid ("NORGOVNORGOVNORGOVNORGOVNOR"));
}

static void
test_kind (void)
{
  g_assert_cmpint (entente_actor_code_get_kind ("NOR"), ==, ENTENTE_ACTOR_STATE);
  g_assert_cmpint (entente_actor_code_get_kind ("NORGOVMIL"), ==, ENTENTE_ACTOR_GOVERNMENT);
  g_assert_cmpint (entente_actor_code_get_kind ("NORREB"), ==, ENTENTE_ACTOR_ARMED_MOVEMENT);
  g_assert_cmpint (entente_actor_code_get_kind ("IGOXYZ"),
                   ==,
                   ENTENTE_ACTOR_INTERNATIONAL_ORGANISATION);
  g_assert_cmpint (entente_actor_code_get_kind ("NORQQQ"), ==, ENTENTE_ACTOR_BODY);
  g_assert_cmpint (entente_actor_code_get_kind ("QQQ"), ==, ENTENTE_ACTOR_BODY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/actor-codes/find", test_find);
  g_test_add_func ("/actor-codes/valid", test_valid);
  g_test_add_func ("/actor-codes/kind", test_kind);
  return g_test_run ();
}
