/* Places and issues in their trees, and rounds: each command is one step, and undo is the state
 * before. */
#include "config.h"

#include "entente-commands-context.h"
#include "entente-fixture.h"
#include "entente-query-parse.h"
#include "entente-rounds.h"

static EntenteFixture *
new_fixture (void)
{
  EntenteFixture *fixture = entente_fixture_new ();

  entente_fixture_apply (fixture, "{'do':'add-issue','key':'top','name':'Withdrawal'}");
  entente_fixture_apply (fixture, "{'do':'add-issue','key':'mid','name':'Bases','parent':'top'}");
  entente_fixture_apply (fixture, "{'do':'add-issue','key':'low','name':'Bagram','parent':'mid'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-event','key':'a','kind':'offer','issues':['mid'],"
                         "'when':'2018-07-23'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-event','key':'b','kind':'statement','when':'2018-07-24'}");
  return fixture;
}

static EntenteChronicle *
get_chronicle (EntenteFixture *fixture)
{
  return entente_study_get_chronicle (fixture->study);
}

/* Takes @step. */
static void
apply (EntenteFixture *fixture, EntenteStep *step)
{
  g_autoptr (EntenteStep) taken = step;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteChangeSet) changes = entente_study_apply (fixture->study, step, &error);

  g_assert_no_error (error);
  entente_fixture_assert_like_fresh (fixture);
}

static void
assert_undo (EntenteFixture *fixture, const char *before)
{
  g_autoptr (EntenteChangeSet) undone = entente_study_undo (fixture->study, NULL);
  g_autofree char *after = entente_fixture_dump (fixture);

  g_assert_cmpstr (after, ==, before);
}

static EntenteId
get_parent (EntenteFixture *fixture, const char *key)
{
  guint32 index = entente_chronicle_find_issue (get_chronicle (fixture), entente_id_from_key (key));

  g_assert_cmpuint (index, !=, ENTENTE_NO_INDEX);
  return entente_chronicle_get_issue (get_chronicle (fixture), index)->parent;
}

/* What stood under it goes up, and its words say what is lost. */
static void
test_delete (void)
{
  g_autoptr (EntenteFixture) fixture = new_fixture ();
  g_autofree char *before = entente_fixture_dump (fixture);
  g_autoptr (GError) error = NULL;

  apply (fixture,
         entente_commands_delete_context (get_chronicle (fixture),
                                          ENTENTE_ENTITY_ISSUE,
                                          entente_id_from_key ("mid"),
                                          1,
                                          NULL));
  g_assert_cmpstr (entente_study_get_undo_label (fixture->study),
                   ==,
                   "Delete “Bases”: 1 move loses it");
  g_assert_cmpint (get_parent (fixture, "low"), ==, entente_id_from_key ("top"));
  g_assert_cmpuint (entente_chronicle_get_n_issues (get_chronicle (fixture)), ==, 2);
  assert_undo (fixture, before);
  g_assert_null (
    entente_commands_delete_context (get_chronicle (fixture), ENTENTE_ENTITY_TRACK, 77, 0, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND);
}

static void
test_under (void)
{
  g_autoptr (EntenteFixture) fixture = new_fixture ();
  const EntenteChronicle *chronicle = get_chronicle (fixture);
  EntenteId top = entente_id_from_key ("top"), mid = entente_id_from_key ("mid");
  EntenteId low = entente_id_from_key ("low");
  static const EntenteEntity entity = ENTENTE_ENTITY_ISSUE;

  g_assert_true (entente_commands_may_stand_under (chronicle, entity, low, top));
  g_assert_true (entente_commands_may_stand_under (chronicle, entity, mid, ENTENTE_ID_NONE));
  g_assert_false (entente_commands_may_stand_under (chronicle, entity, top, low));
  g_assert_false (entente_commands_may_stand_under (chronicle, entity, top, top));
}

static guint
count_round (EntenteFixture *fixture, EntenteId round)
{
  g_autoptr (EntenteQuery) query = entente_query_new ();
  g_autoptr (EntenteBitset) rows = NULL;

  entente_query_set_round (query, round);
  rows = entente_query_match (query, get_chronicle (fixture), NULL, NULL);
  return entente_bitset_count (rows);
}

static void
test_round (void)
{
  g_autoptr (EntenteFixture) fixture = new_fixture ();
  g_autofree char *before = entente_fixture_dump (fixture);
  const EntenteId moves[] = { entente_id_from_key ("a"), entente_id_from_key ("b") };
  g_autoptr (EntenteEvent) round = entente_event_new ();
  g_autoptr (GError) again = NULL, gone = NULL;
  EntenteId id;

  round->kind = g_strdup ("talks");
  round->title = g_strdup ("Round 1");
  apply (fixture, entente_commands_add_round (round, moves, 1));
  id = round->record.id;
  g_assert_true (
    entente_rounds_is_round (get_chronicle (fixture),
                             entente_chronicle_find_row (get_chronicle (fixture), id)));
  g_assert_cmpuint (count_round (fixture, id), ==, 2); /* itself and its move */
  apply (fixture, entente_commands_join_round (get_chronicle (fixture), id, moves, 2, NULL));
  g_assert_cmpuint (count_round (fixture, id), ==, 3);
  g_assert_null (entente_commands_join_round (get_chronicle (fixture), id, moves, 2, &again));
  g_assert_error (again, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
  apply (fixture, entente_commands_leave_round (get_chronicle (fixture), id, moves, 1, NULL));
  g_assert_cmpuint (count_round (fixture, id), ==, 2);
  g_assert_null (entente_commands_leave_round (get_chronicle (fixture), id, moves, 1, &gone));
  g_assert_error (gone, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
  apply (fixture, entente_commands_delete_round (id, "Round 1", 1));
  g_assert_cmpuint (entente_chronicle_get_n_rows (get_chronicle (fixture)), ==, 2);
  for (guint i = 0; i < 3; i++) {
    g_autoptr (EntenteChangeSet) undone = entente_study_undo (fixture->study, NULL);

    g_assert_nonnull (undone);
  }
  assert_undo (fixture, before);
}

/* An issue is found with what stands under it, and not with what it stands under. */
static void
test_below (void)
{
  g_autoptr (EntenteFixture) fixture = new_fixture ();
  static const struct {
    const char *issue;
    guint n;
  } cases[] = { { "top", 1 }, { "mid", 1 }, { "low", 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (EntenteQuery) query = entente_query_new ();
    g_autoptr (EntenteBitset) rows = NULL, all = NULL;

    entente_query_toggle_id (&query->issues, entente_id_from_key (cases[i].issue), TRUE);
    rows = entente_query_match (query, get_chronicle (fixture), NULL, NULL);
    g_assert_cmpuint (entente_bitset_count (rows), ==, cases[i].n);
    query->listed[ENTENTE_LISTED_ISSUE] = ENTENTE_MATCH_ALL;
    entente_query_toggle_id (&query->issues, entente_id_from_key ("mid"), TRUE);
    all = entente_query_match (query, get_chronicle (fixture), NULL, NULL);
    g_assert_cmpuint (entente_bitset_count (all), ==, cases[i].n);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/commands-context/delete", test_delete);
  g_test_add_func ("/commands-context/under", test_under);
  g_test_add_func ("/commands-context/round", test_round);
  g_test_add_func ("/commands-context/below", test_below);
  return g_test_run ();
}
