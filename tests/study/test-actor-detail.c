/* Everything that names an actor is found, and nothing else. */
#include "config.h"

#include "entente-actor-detail.h"
#include "entente-fixture.h"

static void
test_read (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntenteActorDetail) detail = NULL;

  entente_fixture_apply (fixture, "{'do':'add-view','name':'Her','query':{'speaker':['envoy']}}");
  entente_fixture_apply (fixture, "{'do':'add-view','name':'Not her','query':{'actor':['north']}}");
  entente_fixture_apply (fixture,
                         "{'do':'add-field','key':'age','name':'Age','entity':'actor','type':"
                         "'text'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-field-value','field':'age','subject':'envoy','value':'61'}");
  detail = entente_actor_detail_read (entente_study_get_store (fixture->study),
                                      entente_id_from_key ("envoy"),
                                      NULL);
  g_assert_cmpstr (detail->actor->name, ==, "Ilse Dahl");
  for (guint i = 0; i < ENTENTE_N_ENTITIES; i++)
    g_assert_cmpuint (detail->records[i]->len,
                      ==,
                      i == ENTENTE_ENTITY_AFFILIATION || i == ENTENTE_ENTITY_CLAIM ||
                        i == ENTENTE_ENTITY_VIEW || i == ENTENTE_ENTITY_FIELD_VALUE);
}

static void
test_gone (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (GError) error = NULL;

  g_assert_null (entente_actor_detail_read (entente_study_get_store (fixture->study), 1, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND);
}

/* What is no filter is left alone. */
static void
test_strange_view (void)
{
  g_autoptr (EntenteView) view = entente_view_new ();

  view->query = g_strdup ("[1");
  g_assert_false (entente_actor_detail_view_names (view, 1));
  g_free (view->query);
  view->query = g_strdup ("{\"actor\":\"1\",\"by\":[null,1]}");
  g_assert_true (entente_actor_detail_view_names (view, 1));
  g_assert_false (entente_actor_detail_view_names (view, 2));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/actor-detail/read", test_read);
  g_test_add_func ("/actor-detail/gone", test_gone);
  g_test_add_func ("/actor-detail/strange-view", test_strange_view);
  return g_test_run ();
}
