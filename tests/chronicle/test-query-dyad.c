/* A filter narrowed to a pair finds what the filter and the pair find, each by itself. */
#include "config.h"

#include "entente-naive-match.h"
#include "entente-query-dyad.h"

#define TODAY (17500 * ENTENTE_SECONDS_PER_DAY)

static EntenteBitset *
match (const EntenteQuery *query, const EntenteChronicle *chronicle, const EntenteBitset *words)
{
  return entente_query_match (query, chronicle, query->words != NULL ? words : NULL, NULL);
}

static EntenteDyadChoice
pick_dyad (const EntenteRandomStudy *study)
{
  EntenteDyadChoice dyad = { entente_random_id (study->actors),
                             entente_random_id (study->actors),
                             FALSE };

  return dyad;
}

static gboolean
asks_for_roles_or_sides (const EntenteQuery *query)
{
  return query->by != NULL || query->to != NULL || query->roles != 0;
}

/* But for sides and roles, which the pair replaces. */
static void
check_narrowed (const EntenteRandomStudy *study, const EntenteChronicle *chronicle)
{
  g_autoptr (EntenteQuery) query = entente_random_query (study);
  g_autoptr (EntenteBitset) words = entente_random_rows (entente_chronicle_get_n_rows (chronicle));
  EntenteDyadChoice dyad = pick_dyad (study);
  g_autoptr (EntenteQuery) narrowed = entente_query_with_dyad (query, &dyad);
  g_autoptr (EntenteQuery) all = entente_query_new ();
  g_autoptr (EntenteQuery) alone = NULL;
  g_autoptr (EntenteBitset) both = match (narrowed, chronicle, words);
  g_autoptr (EntenteBitset) of_query = match (query, chronicle, words);
  g_autoptr (EntenteBitset) of_dyad = NULL;

  if (asks_for_roles_or_sides (query) || dyad.from == dyad.to)
    return;
  all->members = query->members;
  all->members_surely = query->members_surely;
  alone = entente_query_with_dyad (all, &dyad);
  of_dyad = match (alone, chronicle, NULL);
  for (guint row = 0; row < both->n_rows; row++)
    if (entente_bitset_contains (of_query, row) && entente_bitset_contains (of_dyad, row))
      g_assert_true (entente_bitset_contains (both, row));
    else if (!entente_bitset_contains (of_query, row))
      g_assert_false (entente_bitset_contains (both, row));
}

static void
test_narrowed (void)
{
  for (guint round = 0; round < 10; round++) {
    g_autoptr (EntenteRandomStudy) study = entente_random_study_new (80, FALSE);
    g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, TODAY);

    for (guint i = 0; i < 100; i++)
      check_narrowed (study, chronicle);
  }
}

/* What is asked of actors can be put back. */
static void
test_back (void)
{
  g_autoptr (EntenteRandomStudy) study = entente_random_study_new (20, FALSE);

  for (guint i = 0; i < 200; i++) {
    g_autoptr (EntenteQuery) query = entente_random_query (study);
    EntenteDyadChoice dyad = pick_dyad (study);
    g_autoptr (EntenteQuery) narrowed = NULL;
    g_autoptr (EntenteQuery) back = NULL;

    dyad.both = i % 2 == 0;
    narrowed = entente_query_with_dyad (query, &dyad);
    back = entente_query_with_actors_of (narrowed, query);
    g_assert_true (entente_query_equal (back, query));
  }
}

/* The forms that the filter pane shows. */
static void
test_forms (void)
{
  g_autoptr (EntenteQuery) all = entente_query_new ();
  g_autoptr (EntenteQuery) one = entente_query_with_dyad (all, &(EntenteDyadChoice){ 7, 8, FALSE });
  g_autoptr (EntenteQuery) both = entente_query_with_dyad (all, &(EntenteDyadChoice){ 7, 8, TRUE });
  g_autoptr (EntenteQuery) own = entente_query_with_dyad (all, &(EntenteDyadChoice){ 7, 7, FALSE });

  g_assert_cmpint (one->match, ==, ENTENTE_MATCH_BETWEEN);
  g_assert_cmpint (one->direction, ==, ENTENTE_FIRST_TO_SECOND);
  g_assert_cmpint (g_array_index (one->actors, EntenteId, 0), ==, 7);
  g_assert_cmpint (both->direction, ==, ENTENTE_EITHER_WAY);
  g_assert_true (entente_query_has_id (own->by, 7) && entente_query_has_id (own->to, 7));
}

/* A party alone: the moves that it makes, besides what was asked before. */
static void
test_alone (void)
{
  g_autoptr (EntenteQuery) query = entente_query_new ();
  g_autoptr (EntenteQuery) alone = NULL;

  entente_query_toggle_id (&query->actors, 8, TRUE);
  query->groups = 1;
  alone = entente_query_with_dyad (query, &(EntenteDyadChoice){ 7, ENTENTE_ID_NONE, FALSE });
  g_assert_true (entente_query_has_id (alone->by, 7));
  g_assert_null (alone->to);
  g_assert_true (entente_query_has_id (alone->actors, 8));
  g_assert_cmpuint (alone->groups, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query-dyad/narrowed", test_narrowed);
  g_test_add_func ("/query-dyad/back", test_back);
  g_test_add_func ("/query-dyad/forms", test_forms);
  g_test_add_func ("/query-dyad/alone", test_alone);
  return g_test_run ();
}
