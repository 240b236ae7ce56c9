/* Every filter finds what plain SQL finds in the stored rows, and every count beside a value is the
 * number of events that the filter finds once that value is chosen. The seed is printed by each
 * run, and set with --seed. */
#include "config.h"

#include "entente-fixture.h"
#include "entente-own-fields.h"
#include "entente-query-parse.h"
#include "entente-truth-sql.h"
#include "entente-truth-study.h"

#define N_STUDIES 10
#define N_EVENTS 150
#define N_QUERIES 1000 /* of each study */
#define N_VALUES 4 /* of each filter, counted in SQL */

typedef struct {
  EntenteFixture *fixture;
  EntenteTruthStudy *truth;
  sqlite3 *handle; /* of a copy that nobody else has open */
  EntenteChronicle *chronicle; /* borrowed */
  guint n_telling; /* filters that found some events and left out some */
} Study;

static Study *
study_new (void)
{
  Study *self = g_new0 (Study, 1);
  g_autofree char *path = NULL;
  g_autoptr (EntenteChangeSet) changes = NULL;
  g_autoptr (GError) error = NULL;

  self->fixture = entente_fixture_new ();
  self->truth = entente_truth_study_new (N_EVENTS);
  changes = entente_study_apply (self->fixture->study, self->truth->step, &error);
  g_assert_no_error (error);
  self->chronicle = entente_study_get_chronicle (self->fixture->study);
  path = g_build_filename (self->fixture->folder, "rows.entente", NULL);
  entente_store_copy (entente_study_get_store (self->fixture->study), path, TRUE, NULL, &error);
  g_assert_no_error (error);
  self->handle = entente_truth_open (path);
  entente_truth_add_derived (self->handle, self->chronicle);
  return self;
}

static void
study_free (Study *self)
{
  sqlite3_close (self->handle);
  entente_truth_study_free (self->truth);
  entente_fixture_free (self->fixture);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Study, study_free)

/* Rows of the words of a filter; NULL when it has none. */
static EntenteBitset *
find_words (Study *self, const EntenteQuery *query)
{
  g_autoptr (GError) error = NULL;
  EntenteBitset *rows;

  if (query->words == NULL)
    return NULL;
  rows = entente_study_search (self->fixture->study, query->words, &error);
  g_assert_no_error (error);
  return rows;
}

static void
assert_same_rows (Study *self, const EntenteQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteBitset) rows = entente_study_match (self->fixture->study, query, &error);
  g_autofree char *sql = entente_truth_write (query);
  g_autoptr (GHashTable) ids = entente_truth_select (self->handle, sql);

  g_assert_no_error (error);
  self->n_telling += !entente_query_is_empty (query) && entente_bitset_count (rows) > 0 &&
                     entente_bitset_count (rows) < rows->n_rows;
  for (guint row = 0; row < rows->n_rows; row++) {
    EntenteId id = entente_chronicle_get_id (self->chronicle, row);

    if (entente_bitset_contains (rows, row) != g_hash_table_contains (ids, &id)) {
      g_autofree char *words = entente_query_to_text (query);

      g_error ("%s: the event %" G_GINT64_FORMAT " is %s by the matcher\n%s",
               words,
               id,
               entente_bitset_contains (rows, row) ? "found" : "left out",
               sql);
    }
  }
}

static void
assert_count (const EntenteQuery *query, EntenteFacet facet, guint value, guint count, guint truth)
{
  g_autofree char *words = NULL;

  if (count == truth)
    return;
  words = entente_query_to_text (query);
  g_error ("%s: value %u of facet %d counts %u, and it is %u", words, value, facet, count, truth);
}

/* One of all facets, the user's own fields among them. */
static EntenteFacet
pick_facet (Study *self)
{
  guint n = entente_own_fields_get_n (entente_chronicle_get_own_fields (self->chronicle));

  return (EntenteFacet) g_test_rand_int_range (0, (gint32) (ENTENTE_N_FACETS + n));
}

static void
assert_same_counts (Study *self, const EntenteQuery *query)
{
  g_autoptr (EntenteBitset) words = find_words (self, query);
  g_autoptr (EntenteFacets) facets = entente_facets_new (self->chronicle, query, words, NULL);

  for (guint i = 0; i < N_VALUES; i++) {
    EntenteFacet facet = pick_facet (self);
    guint value =
      (guint) g_test_rand_int_range (0, (int) entente_facets_get_n_values (facets, facet));
    g_autofree char *count = entente_truth_write_count (query, self->chronicle, facet, value);
    g_autofree char *total = entente_truth_write_value (query, self->chronicle, facet, value);

    assert_count (query,
                  facet,
                  value,
                  entente_facets_get_count (facets, facet, value),
                  entente_truth_count (self->handle, count));
    assert_count (query,
                  facet,
                  value,
                  entente_facets_get_total_count (facets, facet, value),
                  entente_truth_count (self->handle, total));
  }
}

/* With a time, events of which nothing is known are counted apart. */
static void
assert_same_undated (Study *self, const EntenteQuery *query)
{
  g_autoptr (EntenteQuery) timeless = entente_query_copy (query);
  g_autoptr (EntenteBitset) words = find_words (self, query);
  g_autofree char *rest = NULL;
  g_autofree char *sql = NULL;

  if (!entente_query_has_time (query))
    return;
  timeless->has_since = timeless->has_until = FALSE;
  rest = entente_truth_write (timeless);
  sql = g_strdup_printf ("%s AND " ENTENTE_TRUTH_UNBOUND, rest);
  g_assert_cmpuint (entente_query_count_undated (query, self->chronicle, words),
                    ==,
                    entente_truth_count (self->handle, sql));
}

static void
test_truth (void)
{
  for (guint i = 0; i < N_STUDIES; i++) {
    g_autoptr (Study) self = study_new ();

    for (guint k = 0; k < N_QUERIES; k++) {
      g_autoptr (EntenteQuery) query = entente_truth_query_new (self->truth);

      assert_same_rows (self, query);
      assert_same_counts (self, query);
      assert_same_undated (self, query);
    }
    g_assert_cmpuint (self->n_telling, >, N_QUERIES / 3);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query-truth", test_truth);
  return g_test_run ();
}
