/* Facets as lists: counts, summaries, switching values. */
#include "config.h"

#include "entente-facet-criterion.h"
#include "entente-facet-list.h"
#include "entente-model-fixture.h"

static EntenteFacetItem *
get_item (EntenteFacetList *list, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (list), position);
}

static void
test_counts (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (5, 30);
  static const EntenteFacet facets[] = { ENTENTE_FACET_GROUP,
                                         ENTENTE_FACET_EVIDENCE,
                                         ENTENTE_FACET_ANSWERED,
                                         ENTENTE_FACET_DATED };

  for (guint i = 0; i < G_N_ELEMENTS (facets); i++) {
    EntenteFacetList *list = entente_facet_list_new (fixture->session, facets[i]);
    g_autoptr (EntenteListMirror) mirror = entente_list_mirror_new (G_LIST_MODEL (list));

    for (int round = 0; round < 25; round++) {
      const EntenteFacets *counts;

      entente_model_fixture_change (fixture);
      entente_list_mirror_check (mirror);
      counts = entente_session_get_facets (fixture->session);
      for (guint j = 0; j < mirror->items->len; j++) {
        guint value = entente_facet_item_get_value (mirror->items->pdata[j]), total;
        guint n = entente_facet_item_get_count (mirror->items->pdata[j], &total);

        g_assert_cmpuint (n, ==, entente_facets_get_count (counts, facets[i], value));
        g_assert_cmpuint (total, ==, entente_facets_get_total_count (counts, facets[i], value));
      }
    }
    g_clear_pointer (&mirror, entente_list_mirror_free);
    g_assert_finalize_object (list);
  }
}

static void
test_switch (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (3, 60);
  g_autoptr (EntenteFacetList) list =
    entente_facet_list_new (fixture->session, ENTENTE_FACET_GROUP);
  g_autoptr (EntenteFacetItem) item = get_item (list, 1);
  g_autofree char *summary = NULL;
  const EntenteQuery *query;

  g_assert_true (entente_facet_item_get_checked (item));
  g_object_set (item, "checked", FALSE, NULL);
  g_assert_false (entente_facet_item_get_checked (item));
  query = entente_session_get_query (fixture->session);
  g_assert_false (query->groups >> entente_facet_item_get_value (item) & 1);
  g_assert_cmpuint (query->groups, !=, 0);
  g_object_get (list, "summary", &summary, NULL);
  g_assert_true (g_str_has_prefix (summary, "all but "));

  g_object_set (item, "checked", TRUE, NULL);
  g_assert_cmpuint (entente_session_get_query (fixture->session)->groups, ==, 0);
  g_assert_true (entente_query_is_empty (entente_session_get_query (fixture->session)));

  entente_facet_item_check_only (item);
  g_clear_pointer (&summary, g_free);
  g_object_get (list, "summary", &summary, NULL);
  g_assert_cmpstr (summary, ==, entente_facet_item_get_label (item));
}

/* Of registries the query holds ids. */
static void
test_registry (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (3, 3);
  EntenteChronicle *chronicle = entente_study_get_chronicle (fixture->study);
  g_autoptr (EntenteQuery) query = entente_query_new ();
  EntenteId first = entente_facet_criterion_get_id (ENTENTE_FACET_SPEAKER, chronicle, 0);

  g_assert_cmpuint (entente_facet_criterion_count (ENTENTE_FACET_SPEAKER, chronicle), ==, 4);
  g_assert_cmpint (first, ==, entente_chronicle_get_actor (chronicle, 0)->record.id);
  entente_facet_criterion_put (ENTENTE_FACET_SPEAKER, query, chronicle, 0, TRUE);
  g_assert_true (entente_query_has_id (query->speakers, first));
  g_assert_true (entente_facet_criterion_names (ENTENTE_FACET_SPEAKER, query, chronicle, 0));
  g_assert_true (entente_facet_criterion_is_restricted (ENTENTE_FACET_SPEAKER, query, chronicle));
  entente_facet_criterion_clear (ENTENTE_FACET_SPEAKER, query, chronicle);
  g_assert_false (entente_facet_criterion_is_restricted (ENTENTE_FACET_SPEAKER, query, chronicle));
}

/* "None" is the last value of a registry; under NONE and ALL only what is named is on. */
static void
test_registry_matches (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (3, 3);
  EntenteChronicle *chronicle = entente_study_get_chronicle (fixture->study);
  g_autoptr (EntenteQuery) query = entente_query_new ();

  g_assert_cmpint (entente_facet_criterion_get_id (ENTENTE_FACET_SPEAKER, chronicle, 3),
                   ==,
                   ENTENTE_ID_NONE);
  entente_facet_criterion_put (ENTENTE_FACET_SPEAKER, query, chronicle, 3, TRUE);
  g_assert_true (query->empty[ENTENTE_LISTED_SPEAKER]);
  g_assert_true (entente_facet_criterion_names (ENTENTE_FACET_SPEAKER, query, chronicle, 3));
  g_assert_true (entente_facet_criterion_is_restricted (ENTENTE_FACET_SPEAKER, query, chronicle));
  entente_facet_criterion_set_match (ENTENTE_FACET_SPEAKER, query, chronicle, ENTENTE_MATCH_ALL);
  g_assert_cmpint (query->listed[ENTENTE_LISTED_SPEAKER], ==, ENTENTE_MATCH_ALL);
  entente_facet_criterion_set_match (ENTENTE_FACET_GROUP, query, chronicle, ENTENTE_MATCH_ALL);
  g_assert_cmpint (entente_facet_criterion_get_match (ENTENTE_FACET_GROUP, query, chronicle),
                   ==,
                   ENTENTE_MATCH_ANY);
  entente_facet_criterion_clear (ENTENTE_FACET_SPEAKER, query, chronicle);
  g_assert_false (entente_facet_criterion_is_restricted (ENTENTE_FACET_SPEAKER, query, chronicle));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/facet/counts", test_counts);
  g_test_add_func ("/facet/switch", test_switch);
  g_test_add_func ("/facet/registry", test_registry);
  g_test_add_func ("/facet/registry-matches", test_registry_matches);
  return g_test_run ();
}
