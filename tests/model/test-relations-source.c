/* Counts follow filter and edits; a pair that is chosen is the filter while the counts stay those
 * of the filter before. */
#include "config.h"

#include "entente-filter.h"
#include "entente-model-fixture.h"
#include "entente-relations-source.h"

static void
check_figures (EntenteRelationsSource *source, EntenteModelFixture *fixture)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (fixture->study);
  const EntenteQuery *query = entente_relations_source_get_query (source);
  EntenteRelationsFigures *figures = entente_relations_source_get_figures (source);
  g_autoptr (EntenteBitset) rows = entente_query_match (query, chronicle, NULL, NULL);
  g_autoptr (EntenteRelations) expected =
    entente_relations_new (chronicle, rows, query->members, query->members_surely, NULL);
  guint n, n_expected;
  const EntenteDyad *dyads = entente_relations_get_dyads (figures->relations, &n);
  const EntenteDyad *right = entente_relations_get_dyads (expected, &n_expected);

  g_assert_true (figures->chronicle == chronicle);
  g_assert_cmpmem (dyads, n * sizeof *dyads, right, n_expected * sizeof *right);
}

static void
test_follows (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (5, 40);
  EntenteRelationsSource *source = entente_relations_source_new (fixture->session);

  for (guint i = 0; i < 80; i++) {
    entente_model_fixture_change (fixture);
    check_figures (source, fixture);
  }
  entente_model_fixture_release (source);
}

/* The pair with most moves, as it is chosen. */
static EntenteDyadChoice
pick (EntenteRelationsSource *source, guint *n_moves)
{
  EntenteRelationsFigures *figures = entente_relations_source_get_figures (source);
  guint n, best = 0;
  const EntenteDyad *dyads = entente_relations_get_dyads (figures->relations, &n);

  g_assert_cmpuint (n, >, 0);
  for (guint i = 1; i < n; i++)
    if (dyads[i].total > dyads[best].total)
      best = i;
  *n_moves = dyads[best].total;
  return (EntenteDyadChoice){
    entente_chronicle_get_actor (figures->chronicle, dyads[best].from)->record.id,
    entente_chronicle_get_actor (figures->chronicle, dyads[best].to)->record.id,
    FALSE
  };
}

static void
test_choose (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (5, 60);
  EntenteRelationsSource *source = entente_relations_source_new (fixture->session);
  g_autoptr (EntenteQuery) before =
    entente_query_ref (entente_session_get_query (fixture->session));
  guint n_moves, n;
  EntenteDyadChoice dyad = pick (source, &n_moves);

  entente_relations_source_choose (source, &dyad);
  g_assert_cmpuint (entente_bitset_count (entente_session_get_filtered (fixture->session)),
                    ==,
                    n_moves);
  g_assert_cmpint (entente_relations_source_get_chosen (source)->from, ==, dyad.from);
  g_assert_true (entente_query_equal (entente_relations_source_get_query (source), before));
  entente_relations_get_dyads (entente_relations_source_get_figures (source)->relations, &n);
  g_assert_cmpuint (n, >, 1);
  entente_relations_source_choose (source, &dyad); /* once more */
  g_assert_null (entente_relations_source_get_chosen (source));
  g_assert_true (entente_query_equal (entente_session_get_query (fixture->session), before));
  entente_model_fixture_release (source);
}

/* Another criterion changes what is counted, too; other actors end the choice. */
static void
test_chosen_follows (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (5, 60);
  EntenteRelationsSource *source = entente_relations_source_new (fixture->session);
  g_autoptr (EntenteQuery) groups = NULL;
  g_autoptr (EntenteQuery) nobody = entente_query_new ();
  guint n_moves;
  EntenteDyadChoice dyad = pick (source, &n_moves);

  entente_relations_source_choose (source, &dyad);
  groups = entente_query_copy (entente_session_get_query (fixture->session));
  groups->groups = 1u << ENTENTE_GROUP_SAY;
  entente_session_set_query (fixture->session, groups);
  g_assert_nonnull (entente_relations_source_get_chosen (source));
  g_assert_cmpuint (entente_relations_source_get_query (source)->groups, ==, groups->groups);
  check_figures (source, fixture);
  entente_session_set_query (fixture->session, nobody);
  g_assert_null (entente_relations_source_get_chosen (source));
  check_figures (source, fixture);
  entente_model_fixture_release (source);
}

static void
test_members (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (6, 60);
  EntenteRelationsSource *source = entente_relations_source_new (fixture->session);

  entente_relations_source_set_members (source, FALSE);
  g_assert_false (entente_session_get_query (fixture->session)->members);
  check_figures (source, fixture);
  entente_relations_source_set_members (source, TRUE);
  check_figures (source, fixture);
  entente_model_fixture_release (source);
}

static void
set_flag_cb (EntenteRelationsSource *source, gpointer flag)
{
  *(gboolean *) flag = TRUE;
}

/* In a big study the counts come from a thread, and whoever goes away first is let go. */
static void
test_late (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (4, 30);
  EntenteRelationsSource *source;
  gboolean counted = FALSE;

  entente_model_fixture_add_many (fixture, ENTENTE_FILTER_IMMEDIATE_ROWS + 100);
  source = entente_relations_source_new (fixture->session);
  g_signal_connect (source, "changed", G_CALLBACK (set_flag_cb), &counted);
  g_assert_null (entente_relations_source_get_figures (source));
  entente_model_fixture_wait (&counted);
  check_figures (source, fixture);
  entente_relations_source_set_members (source, FALSE);
  g_object_run_dispose (G_OBJECT (source));
  entente_model_fixture_settle (fixture);
  entente_model_fixture_release (source);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/relations-source/follows", test_follows);
  g_test_add_func ("/relations-source/choose", test_choose);
  g_test_add_func ("/relations-source/chosen-follows", test_chosen_follows);
  g_test_add_func ("/relations-source/members", test_members);
  g_test_add_func ("/relations-source/late", test_late);
  return g_test_run ();
}
