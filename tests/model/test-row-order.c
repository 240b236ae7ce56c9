/* A sorted list against a naive twin: the filtered rows, sorted pair by pair; under random edits,
 * filters and orders. */
#include "config.h"

#include "entente-event-list.h"
#include "entente-model-fixture.h"
#include "entente-row-order.h"

static const EntenteSortKey keys[] = {
  ENTENTE_SORT_DATE, ENTENTE_SORT_KIND, ENTENTE_SORT_FROM, ENTENTE_SORT_TO, ENTENTE_SORT_ANSWERED,
};

/* Rows of the list, in its order. */
static void
check (EntenteModelFixture *fixture,
       EntenteEventList *list,
       EntenteSortKey key,
       gboolean descending,
       char *const *titles)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (fixture->study);
  const EntenteBitset *filtered = entente_session_get_filtered (fixture->session);
  g_autofree guint32 *rows = entente_chronicle_sort_rows (chronicle, key, descending, titles, NULL);
  guint n = 0;

  for (guint i = 0; i < entente_chronicle_get_n_rows (chronicle); i++) {
    EntenteId id = entente_chronicle_get_id (chronicle, rows[i]);
    g_autoptr (EntenteEventItem) item = NULL;
    guint number;

    if (!entente_bitset_contains (filtered, rows[i])) {
      g_assert_cmpuint (entente_event_list_find (list, id), ==, G_MAXUINT);
      continue;
    }
    item = g_list_model_get_item (G_LIST_MODEL (list), n);
    g_object_get (item, "number", &number, NULL);
    g_assert_cmpint (entente_event_item_get_id (item), ==, id);
    g_assert_cmpuint (entente_event_list_find (list, id), ==, n);
    g_assert_cmpuint (number, ==, n + 1);
    n++;
  }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n);
}

static void
test_twin (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (7, 40);
  g_autoptr (EntenteEventList) list = entente_event_list_new (fixture->session);
  g_autoptr (EntenteListMirror) mirror = entente_list_mirror_new (G_LIST_MODEL (list));
  EntenteSortKey key = ENTENTE_SORT_DATE;
  gboolean descending = FALSE;

  for (int i = 0; i < 150; i++) {
    guint n_changes = mirror->n_changes;

    if (g_rand_boolean (fixture->random)) {
      key = keys[g_rand_int_range (fixture->random, 0, G_N_ELEMENTS (keys))];
      descending = g_rand_boolean (fixture->random);
      entente_event_list_sort (list, key, descending);
    } else {
      entente_model_fixture_change (fixture);
    }
    g_assert_cmpuint (mirror->n_changes - n_changes, <=, 1);
    entente_list_mirror_check (mirror);
    check (fixture, list, key, descending, NULL);
  }
  g_clear_pointer (&mirror, entente_list_mirror_free);
  entente_model_fixture_settle (fixture);
  g_assert_finalize_object (g_steal_pointer (&list));
}

static void
free_titles (char **titles, guint n)
{
  for (guint i = 0; i < n; i++)
    g_free (titles[i]);
  g_free (titles);
}

static char **
read_titles (EntenteModelFixture *fixture)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (fixture->study);
  guint n = entente_chronicle_get_n_rows (chronicle);
  g_autofree EntenteId *ids = g_new (EntenteId, n + 1);

  for (guint row = 0; row < n; row++)
    ids[row] = entente_chronicle_get_id (chronicle, row);
  return entente_study_read_titles (fixture->study, ids, n, NULL);
}

static void
wait_sorted (EntenteModelFixture *fixture, EntenteEventList *list)
{
  entente_model_fixture_settle (fixture);
  while (entente_event_list_is_sorting (list))
    g_main_context_iteration (NULL, TRUE);
}

/* Titles are read in a thread: until then the list stays as it was, and every change meanwhile is
 * in it in the end. */
static void
test_titles (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (4, 30);
  g_autoptr (EntenteEventList) list = entente_event_list_new (fixture->session);
  g_autoptr (EntenteListMirror) mirror = entente_list_mirror_new (G_LIST_MODEL (list));

  check (fixture, list, ENTENTE_SORT_DATE, FALSE, NULL);
  entente_event_list_sort (list, ENTENTE_SORT_TITLE, TRUE);
  check (fixture, list, ENTENTE_SORT_DATE, FALSE, NULL);
  for (int i = 0; i < 12; i++) {
    guint n;
    char **titles;

    entente_model_fixture_change (fixture);
    if (i % 3 == 0)
      entente_model_fixture_change (fixture);
    wait_sorted (fixture, list);
    n = entente_chronicle_get_n_rows (entente_study_get_chronicle (fixture->study));
    titles = read_titles (fixture);
    check (fixture, list, ENTENTE_SORT_TITLE, TRUE, titles);
    entente_list_mirror_check (mirror);
    free_titles (titles, n);
  }
  entente_event_list_sort (list, ENTENTE_SORT_DATE, FALSE);
  check (fixture, list, ENTENTE_SORT_DATE, FALSE, NULL);
  g_clear_pointer (&mirror, entente_list_mirror_free);
  entente_model_fixture_settle (fixture);
  entente_model_fixture_release (g_steal_pointer (&list));
}

/* A list that goes while it is being sorted calls the work off. */
static void
test_given_up (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (4, 30);
  g_autoptr (EntenteEventList) list = entente_event_list_new (fixture->session);

  entente_event_list_sort (list, ENTENTE_SORT_TITLE, FALSE);
  entente_event_list_sort (list, ENTENTE_SORT_TITLE, TRUE);
  entente_model_fixture_settle (fixture);
  entente_model_fixture_release (g_steal_pointer (&list));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-order/twin", test_twin);
  g_test_add_func ("/row-order/titles", test_titles);
  g_test_add_func ("/row-order/given-up", test_given_up);
  return g_test_run ();
}
