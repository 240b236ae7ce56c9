/* One actor that is two: what was chosen is the new one's, the rest stays, and undo joins them
 * again. */
#include "config.h"

#include "entente-actor-detail.h"
#include "entente-fixture.h"

#define SPLIT                                                                                      \
  "{'do':'split-actor','key':'kingdom','actor':'north','name':'Northern Kingdom','aliases':['N.'," \
  "'Northern Kingdom'],'events':['invite']}"

static GPtrArray *
list_naming (EntenteFixture *fixture, EntenteEntity entity, const char *actor)
{
  return entente_store_list_naming (entente_study_get_store (fixture->study),
                                    entity,
                                    ENTENTE_ENTITY_ACTOR,
                                    entente_id_from_key (actor),
                                    NULL);
}

static void
test_chosen (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autofree char *before = entente_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (EntenteActor) fresh = NULL;
  g_autoptr (GPtrArray) aliases = NULL, old_aliases = NULL, parts = NULL, ties = NULL;

  entente_fixture_apply (fixture, SPLIT);
  fresh = entente_store_get (entente_study_get_store (fixture->study),
                             ENTENTE_ENTITY_ACTOR,
                             entente_id_from_key ("kingdom"),
                             NULL);
  g_assert_cmpstr (fresh->name, ==, "Northern Kingdom");
  g_assert_cmpint (fresh->kind, ==, ENTENTE_ACTOR_STATE); /* as the one it was */
  aliases = list_naming (fixture, ENTENTE_ENTITY_ALIAS, "kingdom");
  g_assert_cmpuint (aliases->len, ==, 1); /* its name is no alias of it */
  old_aliases = list_naming (fixture, ENTENTE_ENTITY_ALIAS, "north");
  g_assert_cmpuint (old_aliases->len, ==, 0);
  parts = list_naming (fixture, ENTENTE_ENTITY_PARTICIPATION, "kingdom");
  g_assert_cmpuint (parts->len, ==, 1);
  g_assert_true (((EntenteParticipation *) parts->pdata[0])->event ==
                 entente_id_from_key ("invite"));
  ties = list_naming (fixture, ENTENTE_ENTITY_AFFILIATION, "north");
  g_assert_cmpuint (ties->len, ==, 1); /* not chosen */
  entente_fixture_assert_like_fresh (fixture);
  g_assert_cmpstr (entente_study_get_undo_label (fixture->study), ==, "Split actor");
  entente_change_set_unref (entente_study_undo (fixture->study, NULL));
  after = entente_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* Merging what was split gives back who takes part where. */
static void
test_back (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (GPtrArray) before = list_naming (fixture, ENTENTE_ENTITY_PARTICIPATION, "north");
  g_autoptr (GPtrArray) after = NULL;

  entente_fixture_apply (fixture, SPLIT);
  entente_fixture_apply (fixture, "{'do':'merge-actors','actor':'north','other':'kingdom'}");
  after = list_naming (fixture, ENTENTE_ENTITY_PARTICIPATION, "north");
  g_assert_cmpuint (after->len, ==, before->len);
  for (guint i = 0; i < after->len; i++)
    g_assert_true (entente_record_equal (after->pdata[i], before->pdata[i]));
}

static void
test_refused (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();

  g_free (entente_fixture_refuse (fixture,
                                  ENTENTE_ERROR_INVALID,
                                  "{'do':'split-actor','actor':'north'}"));
  g_free (
    entente_fixture_refuse (fixture,
                            ENTENTE_ERROR_INVALID,
                            "{'do':'split-actor','actor':'north','name':'X','aliases':['South']}"));
  g_free (
    entente_fixture_refuse (fixture,
                            ENTENTE_ERROR_INVALID,
                            "{'do':'split-actor','actor':'envoy','name':'X','events':['invite']}"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/actor-split/chosen", test_chosen);
  g_test_add_func ("/actor-split/back", test_back);
  g_test_add_func ("/actor-split/refused", test_refused);
  return g_test_run ();
}
