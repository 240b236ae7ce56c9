/* The tree of actors: its counts equal the facets, its lists are consistent, its checks are the
 * query. */
#include "config.h"

#include "entente-actor-bins.h"
#include "entente-actor-tree.h"
#include "entente-commands.h"
#include "entente-model-fixture.h"

typedef void (*Visit) (EntenteModelFixture *fixture, EntenteActorNode *node);

static void
walk (EntenteModelFixture *fixture, GListModel *nodes, Visit visit, guint *n)
{
  for (guint i = 0; i < g_list_model_get_n_items (nodes); i++) {
    g_autoptr (EntenteActorNode) node = g_list_model_get_item (nodes, i);
    g_autoptr (GListModel) children = entente_actor_node_get_children (node);

    (*n)++;
    visit (fixture, node);
    if (children) {
      g_assert_cmpuint (g_list_model_get_n_items (children), >, 0);
      walk (fixture, children, visit, n);
    }
  }
}

static void
check_node (EntenteModelFixture *fixture, EntenteActorNode *node)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (fixture->study);
  const EntenteFacets *facets = entente_session_get_facets (fixture->session);
  const EntenteQuery *query = entente_session_get_query (fixture->session);
  EntenteId id = entente_actor_node_get_id (node);
  guint32 actor = entente_chronicle_find_actor (chronicle, id);
  guint total, count = entente_actor_node_get_count (node, &total);

  g_assert_cmpuint (count, ==, entente_facets_get_count (facets, ENTENTE_FACET_ACTOR, actor));
  g_assert_cmpuint (total, ==, entente_facets_get_total_count (facets, ENTENTE_FACET_ACTOR, actor));
  g_assert_cmpint (entente_actor_node_get_checked (node),
                   ==,
                   entente_query_has_id (query->actors, id));
  g_assert_cmpstr (entente_actor_node_get_name (node),
                   ==,
                   entente_chronicle_get_actor (chronicle, actor)->name);
}

static void
test_counts (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (11, 30);
  EntenteActorTree *tree = entente_actor_tree_new (fixture->session);
  g_autoptr (EntenteListMirror) roots =
    entente_list_mirror_new (entente_actor_tree_get_roots (tree));

  for (int i = 0; i < 80; i++) {
    guint n = 0;

    entente_model_fixture_change (fixture);
    entente_list_mirror_check (roots);
    walk (fixture, entente_actor_tree_get_roots (tree), check_node, &n);
    g_assert_cmpuint (n, ==, fixture->actors->len);
  }
  g_clear_pointer (&roots, entente_list_mirror_free);
  g_assert_finalize_object (tree);
}

static EntenteActorNode *
find_root (EntenteActorTree *tree, EntenteId id)
{
  GListModel *roots = entente_actor_tree_get_roots (tree);

  for (guint i = 0; i < g_list_model_get_n_items (roots); i++) {
    g_autoptr (EntenteActorNode) node = g_list_model_get_item (roots, i);

    if (entente_actor_node_get_id (node) == id)
      return g_steal_pointer (&node);
  }
  return NULL;
}

static void
test_check (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (2, 6);
  EntenteId body = g_array_index (fixture->actors, EntenteId, 0);
  EntenteActorTree *tree = entente_actor_tree_new (fixture->session);
  g_autoptr (EntenteActorNode) node = NULL;
  g_autoptr (EntenteActorNode) member = NULL;
  g_autoptr (GListModel) children = NULL;
  const EntenteQuery *query;

  node = find_root (tree, body);
  g_assert_null (entente_actor_node_get_children (node));
  entente_model_fixture_add_actor (fixture, "Envoy", body);
  g_assert_true (node == find_root (tree, body));
  g_object_unref (node);
  children = entente_actor_node_get_children (node);
  g_assert_cmpuint (g_list_model_get_n_items (children), ==, 1);
  member = g_list_model_get_item (children, 0);

  g_object_set (node, "checked", TRUE, NULL);
  query = entente_session_get_query (fixture->session);
  g_assert_true (entente_query_has_id (query->actors, body));
  g_assert_true (entente_actor_node_get_checked (node));
  g_assert_true (entente_actor_node_get_implied (member));
  g_assert_false (entente_actor_node_get_checked (member));

  entente_actor_node_check_only (member);
  query = entente_session_get_query (fixture->session);
  g_assert_cmpuint (query->actors->len, ==, 1);
  g_assert_true (entente_actor_node_get_checked (member));
  g_assert_false (entente_actor_node_get_checked (node));

  entente_actor_node_toggle_slot (node);
  query = entente_session_get_query (fixture->session);
  g_assert_cmpint (query->match, ==, ENTENTE_MATCH_BETWEEN);
  g_assert_cmpuint (query->actors->len, ==, 2);
  entente_actor_node_toggle_slot (node);
  g_assert_false (entente_actor_node_get_checked (node));

  g_clear_object (&children);
  g_clear_object (&node);
  g_clear_object (&member);
  g_assert_finalize_object (tree);
}

static void
test_search (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (4, 3);
  EntenteId body = g_array_index (fixture->actors, EntenteId, 0);
  EntenteActorTree *tree = entente_actor_tree_new (fixture->session);
  g_autoptr (EntenteActorNode) node = NULL;
  g_autoptr (EntenteListMirror) roots =
    entente_list_mirror_new (entente_actor_tree_get_roots (tree));

  entente_model_fixture_add_actor (fixture, "Mustafa Kürşat", body);
  entente_actor_tree_set_search (tree, "kursat");
  g_assert_cmpuint (roots->items->len, ==, 1);
  node = find_root (tree, body);
  g_assert_nonnull (node);
  entente_actor_tree_set_search (tree, "nobody of that name");
  g_assert_cmpuint (roots->items->len, ==, 0);
  entente_actor_tree_set_search (tree, "");
  g_assert_cmpuint (roots->items->len, >, 1);

  g_clear_pointer (&roots, entente_list_mirror_free);
  g_clear_object (&node);
  g_assert_finalize_object (tree);
}

/* Two bodies that belong to each other: neither is lost, neither is endless. */
static void
test_circle (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (1, 1);
  EntenteId a = g_array_index (fixture->actors, EntenteId, 0);
  EntenteId b = entente_model_fixture_add_actor (fixture, "Second", a);
  g_autoptr (EntenteAffiliation) back = entente_affiliation_new ();
  g_autoptr (EntenteChangeSet) changes = NULL;
  g_autoptr (EntenteStep) step = NULL;
  EntenteActorTree *tree;
  guint n = 0;

  back->actor = a;
  back->parent = b;
  step = entente_commands_put (back);
  changes = entente_study_apply (fixture->study, step, NULL);
  g_assert_nonnull (changes);
  tree = entente_actor_tree_new (fixture->session);
  walk (fixture, entente_actor_tree_get_roots (tree), check_node, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_finalize_object (tree);
}

/* Every dated event is counted once for each actor that takes part. */
static void
test_bins (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (5, 50);
  EntenteChronicle *chronicle = entente_study_get_chronicle (fixture->study);
  g_autofree EntenteActorBins *bins = entente_actor_bins_new (chronicle, NULL);
  g_autoptr (EntenteBitset) none = entente_bitset_new (entente_chronicle_get_n_rows (chronicle));
  g_autofree EntenteActorBins *empty = entente_actor_bins_new (chronicle, none);
  guint sum = 0, expected = 0;

  for (guint i = 0; i < bins->n_actors * ENTENTE_ACTOR_BINS; i++) {
    sum += bins->counts[i];
    g_assert_cmpuint (empty->counts[i], ==, 0);
  }
  for (guint row = 0; row < entente_chronicle_get_n_placed (chronicle); row++) {
    guint n;
    const EntentePart *parts = entente_chronicle_get_parts (chronicle, row, &n);

    g_assert_cmpuint (n, ==, 2);
    expected += parts[0].actor == parts[1].actor ? 1 : 2;
  }
  g_assert_cmpuint (sum, ==, expected);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/actor/counts", test_counts);
  g_test_add_func ("/actor/check", test_check);
  g_test_add_func ("/actor/search", test_search);
  g_test_add_func ("/actor/circle", test_circle);
  g_test_add_func ("/actor/bins", test_bins);
  return g_test_run ();
}
