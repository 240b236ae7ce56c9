/* The filter: rows equal the matcher's, always of the present chronicle; late answers are dropped.
 */
#include "config.h"

#include "entente-filter.h"
#include "entente-model-fixture.h"

static void
check_rows (EntenteFilter *filter, EntenteStudy *study)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (study);
  g_autoptr (EntenteBitset) expected =
    entente_query_match (entente_filter_get_query (filter), chronicle, NULL, NULL);

  g_assert_cmpuint (entente_filter_get_filtered (filter)->n_rows,
                    ==,
                    entente_chronicle_get_n_rows (chronicle));
  g_assert_true (entente_bitset_equal (entente_filter_get_filtered (filter), expected));
}

static void
test_small (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (5, 25);
  EntenteFilter *filter = entente_filter_new (fixture->study);

  for (int i = 0; i < 60; i++) {
    entente_model_fixture_change (fixture);
    entente_filter_set_query (filter, entente_session_get_query (fixture->session));
    check_rows (filter, fixture->study);
    g_assert_cmpuint (entente_facets_get_matched (entente_filter_get_facets (filter)),
                      ==,
                      entente_bitset_count (entente_filter_get_filtered (filter)));
  }
  entente_model_fixture_release (filter);
}

static void
set_flag_cb (EntenteFilter *filter, gpointer flag)
{
  *(gboolean *) flag = entente_filter_get_facets (filter) != NULL;
}

/* Twenty filters in a row in a big study: the last one counts. */
static void
test_late (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (3, 0);
  EntenteFilter *filter;
  gboolean counted = FALSE;

  entente_model_fixture_add_many (fixture, ENTENTE_FILTER_IMMEDIATE_ROWS + 100);
  filter = entente_filter_new (fixture->study);
  for (int i = 0; i < 20; i++) {
    g_autoptr (EntenteQuery) query = entente_query_new ();

    query->groups = 1u << (i % 5);
    entente_filter_set_query (filter, query);
  }
  g_signal_connect (filter, "facets-changed", G_CALLBACK (set_flag_cb), &counted);
  entente_model_fixture_wait (&counted);
  check_rows (filter, fixture->study);
  g_assert_cmpuint (entente_facets_get_matched (entente_filter_get_facets (filter)),
                    ==,
                    entente_bitset_count (entente_filter_get_filtered (filter)));

  /* An edit is in the rows at once. */
  entente_model_fixture_add_event (fixture);
  check_rows (filter, fixture->study);
  counted = FALSE;
  entente_model_fixture_wait (&counted);
  entente_model_fixture_settle (fixture);
  entente_model_fixture_release (filter);
}

static void
filtered_cb (EntenteFilter *filter, gpointer flag)
{
  *(gboolean *) flag = TRUE;
}

static void
test_words (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (3, 10);
  EntenteFilter *filter = entente_filter_new (fixture->study);
  g_autoptr (EntenteQuery) query = entente_query_new ();
  gboolean changed = FALSE;

  g_signal_connect (filter, "filtered-changed", G_CALLBACK (filtered_cb), &changed);
  query->words = g_strdup ("nowhere");
  entente_filter_set_query (filter, query);
  entente_model_fixture_wait (&changed);
  g_assert_cmpuint (entente_bitset_count (entente_filter_get_filtered (filter)), ==, 0);

  entente_model_fixture_add_event (fixture);
  g_assert_cmpuint (entente_filter_get_filtered (filter)->n_rows, ==, 11);
  entente_model_fixture_settle (fixture);
  entente_model_fixture_release (filter);
}

/* ---- typing ---- */

typedef struct {
  GMutex mutex;
  GCond cond;
  gboolean open;
} Gate;

/* Holds the thread of the store up, as a long query does. */
static gpointer
wait_gate (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Gate *gate = data;

  g_mutex_lock (&gate->mutex);
  while (!gate->open)
    g_cond_wait (&gate->cond, &gate->mutex);
  g_mutex_unlock (&gate->mutex);
  return store;
}

static void
open_gate (Gate *gate)
{
  g_mutex_lock (&gate->mutex);
  gate->open = TRUE;
  g_cond_signal (&gate->cond);
  g_mutex_unlock (&gate->mutex);
}

static void
count_cb (EntenteFilter *filter, guint *n)
{
  (*n)++;
}

/* While the store is busy each key is the query at once, and only what was typed last is looked for
 * and shown. */
static void
test_typing (void)
{
  static const char *const keys[] = { "m", "mo", "mov", "move", "nowhere" };
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (3, 10);
  EntenteFilter *filter = entente_filter_new (fixture->study);
  Gate gate = { .open = FALSE };
  gboolean changed = FALSE;
  guint n = 0;

  g_mutex_init (&gate.mutex);
  g_cond_init (&gate.cond);
  entente_store_run_async (entente_study_get_store (fixture->study),
                           wait_gate,
                           &gate,
                           NULL,
                           NULL,
                           NULL,
                           NULL,
                           NULL);
  g_signal_connect (filter, "filtered-changed", G_CALLBACK (count_cb), &n);
  g_signal_connect (filter, "filtered-changed", G_CALLBACK (filtered_cb), &changed);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    g_autoptr (EntenteQuery) query = entente_query_new ();

    query->words = g_strdup (keys[i]);
    entente_filter_set_query (filter, query);
    g_assert_cmpstr (entente_filter_get_query (filter)->words, ==, keys[i]);
    while (g_main_context_iteration (NULL, FALSE))
      ;
    g_assert_cmpuint (n, ==, 0);
  }
  open_gate (&gate);
  entente_model_fixture_wait (&changed);
  g_assert_cmpuint (entente_bitset_count (entente_filter_get_filtered (filter)), ==, 0);
  entente_model_fixture_settle (fixture);
  g_assert_cmpuint (n, ==, 1);
  entente_model_fixture_release (filter);
  g_mutex_clear (&gate.mutex);
  g_cond_clear (&gate.cond);
}

static void
assert_parts (EntenteFilter *rest, EntenteFilter *whole)
{
  const EntenteBitset *left = entente_filter_get_filtered (rest);
  const EntenteBitset *passing = entente_filter_get_filtered (whole);

  g_assert_cmpuint (left->n_rows, ==, passing->n_rows);
  for (guint row = 0; row < left->n_rows; row++)
    g_assert_true (entente_bitset_contains (left, row) != entente_bitset_contains (passing, row));
}

/* What one filter leaves out passes the other, whatever changes; in the end its own query counts
 * again. */
static void
test_rest (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (3, 30);
  EntenteFilter *whole = entente_filter_new (fixture->study);
  EntenteFilter *rest = entente_filter_new (fixture->study);
  g_autoptr (EntenteQuery) query = entente_query_new ();
  guint n = 0;

  entente_filter_set_rest_of (rest, whole);
  g_assert_cmpuint (entente_bitset_count (entente_filter_get_filtered (rest)), ==, 0);
  query->groups = 1u << ENTENTE_GROUP_OFFER;
  g_signal_connect (rest, "filtered-changed", G_CALLBACK (count_cb), &n);
  entente_filter_set_query (whole, query);
  entente_model_fixture_settle (fixture);
  g_assert_cmpuint (n, >=, 1);
  assert_parts (rest, whole);
  for (guint i = 0; i < 20; i++) {
    entente_model_fixture_add_event (fixture);
    entente_model_fixture_settle (fixture);
    assert_parts (rest, whole);
  }
  entente_filter_set_rest_of (rest, NULL);
  g_assert_cmpuint (entente_bitset_count (entente_filter_get_filtered (rest)),
                    ==,
                    entente_filter_get_filtered (rest)->n_rows);
  entente_model_fixture_release (rest);
  entente_model_fixture_release (whole);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter/small", test_small);
  g_test_add_func ("/filter/late", test_late);
  g_test_add_func ("/filter/words", test_words);
  g_test_add_func ("/filter/typing", test_typing);
  g_test_add_func ("/filter/rest", test_rest);
  return g_test_run ();
}
