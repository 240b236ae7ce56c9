/* Names in queries: any name or alias, numbers, keys; what is ambiguous or missing. */

#include "config.h"

#include <string.h>

#include "entente-fixture.h"
#include "entente-query-names.h"

static void
assert_named (EntenteFixture *fixture, EntenteEntity entity, const char *name, const char *key)
{
  g_autoptr (GError) error = NULL;
  EntenteId id =
    entente_query_find_named (entente_study_get_chronicle (fixture->study), entity, name, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, ==, entente_id_from_key (key));
}

static char *
refuse (EntenteFixture *fixture, EntenteEntity entity, const char *name, EntenteError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (
    entente_query_find_named (entente_study_get_chronicle (fixture->study), entity, name, &error),
    ==,
    ENTENTE_ID_NONE);
  g_assert_error (error, ENTENTE_ERROR, (int) code);
  return g_strdup (error->message);
}

static EntenteFixture *
make_fixture (void)
{
  EntenteFixture *fixture = entente_fixture_new_story ();

  entente_fixture_apply (fixture, "{'do':'add-place','key':'port','name':'The Port'}");
  entente_fixture_apply (fixture, "{'do':'add-track','key':'round','name':'Second Round'}");
  entente_fixture_apply (fixture, "{'do':'add-issue','key':'fish','name':'Fish'}");
  return fixture;
}

static void
test_found (void)
{
  g_autoptr (EntenteFixture) fixture = make_fixture ();
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, entente_id_from_key ("north"));

  assert_named (fixture, ENTENTE_ENTITY_ACTOR, "North", "north");
  assert_named (fixture, ENTENTE_ENTITY_ACTOR, "NORTHERN  kingdom", "north");
  assert_named (fixture, ENTENTE_ENTITY_ACTOR, number, "north");
  assert_named (fixture, ENTENTE_ENTITY_ACTOR, "envoy", "envoy");
  assert_named (fixture, ENTENTE_ENTITY_PLACE, "the port", "port");
  assert_named (fixture, ENTENTE_ENTITY_TRACK, "second round", "round");
  assert_named (fixture, ENTENTE_ENTITY_ISSUE, "fish", "fish");
  assert_named (fixture, ENTENTE_ENTITY_ARTICLE, "A report", "report");
}

static void
test_missing (void)
{
  g_autoptr (EntenteFixture) fixture = make_fixture ();
  static const EntenteEntity entities[] = { ENTENTE_ENTITY_ACTOR,
                                            ENTENTE_ENTITY_PLACE,
                                            ENTENTE_ENTITY_TRACK,
                                            ENTENTE_ENTITY_ISSUE,
                                            ENTENTE_ENTITY_ARTICLE };
  g_autofree char *near = refuse (fixture, ENTENTE_ENTITY_ACTOR, "Northh", ENTENTE_ERROR_NOT_FOUND);

  g_assert_nonnull (strstr (near, "“North”"));
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++) {
    g_autofree char *message = refuse (fixture, entities[i], "Zanzibar", ENTENTE_ERROR_NOT_FOUND);

    g_assert_nonnull (strstr (message, "Zanzibar"));
  }
}

static void
test_ambiguous (void)
{
  g_autoptr (EntenteFixture) fixture = make_fixture ();
  g_autofree char *message = NULL;

  entente_fixture_apply (fixture, "{'do':'add-alias','actor':'south','text':'n.'}");
  message = refuse (fixture, ENTENTE_ENTITY_ACTOR, "N.", ENTENTE_ERROR_INVALID);
  g_assert_nonnull (strstr (message, "(North)"));
  g_assert_nonnull (strstr (message, "(South)"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query-names/found", test_found);
  g_test_add_func ("/query-names/missing", test_missing);
  g_test_add_func ("/query-names/ambiguous", test_ambiguous);
  return g_test_run ();
}
