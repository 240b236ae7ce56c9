/* Every count of a facet is the count after choosing that value; and counts of all events are
 * right. */
#include "config.h"

#include "entente-facets.h"
#include "entente-naive-match.h"

#include <glib.h>

#define TODAY (17500 * ENTENTE_SECONDS_PER_DAY)

typedef struct {
  const EntenteRandomStudy *study;
  const EntenteChronicle *chronicle;
  const EntenteQuery *query;
  const EntenteBitset *words;
  const EntenteFacets *facets;
} Case;

static guint
count (const Case *c, const EntenteQuery *query)
{
  g_autoptr (EntenteBitset) rows = entente_query_match (query, c->chronicle, c->words, NULL);

  return entente_bitset_count (rows);
}

/* ---- choices among few ---- */

static guint32 *
get_mask (EntenteQuery *query, EntenteFacet facet)
{
  switch (facet) {
  case ENTENTE_FACET_GROUP:
    return &query->groups;
  case ENTENTE_FACET_EVIDENCE:
    return &query->evidence;
  case ENTENTE_FACET_JUDGEMENT:
    return &query->judgement;
  case ENTENTE_FACET_MODE:
    return &query->mode;
  case ENTENTE_FACET_STATUS:
    return &query->status;
  case ENTENTE_FACET_MEDIUM:
    return &query->medium;
  case ENTENTE_FACET_ANSWERED:
    return &query->answered;
  default:
    return &query->dated;
  }
}

static void
check_choices (const Case *c)
{
  g_autoptr (EntenteQuery) nothing = entente_query_new ();

  for (guint facet = ENTENTE_FACET_GROUP; facet <= ENTENTE_FACET_DATED; facet++) {
    for (guint value = 0; value < entente_facets_get_n_values (c->facets, facet); value++) {
      g_autoptr (EntenteQuery) chosen = entente_query_copy (c->query);
      g_autoptr (EntenteQuery) alone = entente_query_copy (nothing);
      Case whole = *c;

      whole.words = NULL;
      *get_mask (chosen, facet) = 1u << value;
      *get_mask (alone, facet) = 1u << value;
      g_assert_cmpint (entente_facets_get_count (c->facets, facet, value), ==, count (c, chosen));
      g_assert_cmpint (entente_facets_get_total_count (c->facets, facet, value),
                       ==,
                       count (&whole, alone));
    }
  }
}

static void
check_kinds (const Case *c)
{
  for (guint kind = 0; kind < entente_kind_count (); kind++) {
    g_autoptr (EntenteQuery) chosen = entente_query_copy (c->query);

    chosen->kinds[0] = chosen->kinds[1] = 0;
    chosen->kinds[kind / 64] = (guint64) 1 << kind % 64;
    g_assert_cmpint (entente_facets_get_count (c->facets, ENTENTE_FACET_KIND, kind),
                     ==,
                     count (c, chosen));
  }
}

/* ---- lists ---- */

static GArray **
get_ids (EntenteQuery *query, EntenteFacet facet)
{
  switch (facet) {
  case ENTENTE_FACET_TRACK:
    return &query->tracks;
  case ENTENTE_FACET_PLACE:
    return &query->places;
  case ENTENTE_FACET_ISSUE:
    return &query->issues;
  case ENTENTE_FACET_ARTICLE:
    return &query->articles;
  case ENTENTE_FACET_OUTLET:
    return &query->outlets;
  default:
    return &query->speakers;
  }
}

static EntenteId
get_value_id (const EntenteChronicle *chronicle, EntenteFacet facet, guint value)
{
  switch (facet) {
  case ENTENTE_FACET_TRACK:
    return entente_chronicle_get_track (chronicle, value)->record.id;
  case ENTENTE_FACET_PLACE:
    return entente_chronicle_get_place_record (chronicle, value)->record.id;
  case ENTENTE_FACET_ISSUE:
    return entente_chronicle_get_issue (chronicle, value)->record.id;
  case ENTENTE_FACET_ARTICLE:
    return entente_chronicle_get_article (chronicle, value)->record.id;
  default:
    return entente_chronicle_get_actor (chronicle, value)->record.id;
  }
}

/* Of the rows that match without the criterion, those that have no value at all. */
static guint
count_none (const Case *c, EntenteFacet facet, const EntenteQuery *without, guint n_values)
{
  g_autoptr (EntenteQuery) any = entente_query_copy (without);

  for (guint value = 0; value < n_values; value++)
    entente_query_toggle_id (get_ids (any, facet), get_value_id (c->chronicle, facet, value), TRUE);
  return count (c, without) - (n_values > 0 ? count (c, any) : 0);
}

static void
check_lists (const Case *c)
{
  for (guint facet = ENTENTE_FACET_TRACK; facet < ENTENTE_N_FACETS; facet++) {
    guint n = entente_facets_get_n_values (c->facets, facet) - 1;
    g_autoptr (EntenteQuery) without = entente_query_copy (c->query);

    g_clear_pointer (get_ids (without, facet), g_array_unref);
    for (guint value = 0; value < n; value++) {
      g_autoptr (EntenteQuery) chosen = entente_query_copy (without);

      entente_query_toggle_id (get_ids (chosen, facet),
                               get_value_id (c->chronicle, facet, value),
                               TRUE);
      g_assert_cmpint (entente_facets_get_count (c->facets, facet, value), ==, count (c, chosen));
    }
    g_assert_cmpint (entente_facets_get_count (c->facets, facet, n),
                     ==,
                     count_none (c, facet, without, n));
  }
}

/* ---- time ---- */

static void
check_time (const Case *c)
{
  for (int surely = 0; surely < 2; surely++) {
    g_autoptr (EntenteQuery) meant = entente_query_copy (c->query);

    meant->surely = surely;
    g_assert_cmpuint (entente_facets_get_within (c->facets, surely), ==, count (c, meant));
  }
}

/* ---- actors ---- */

/* Rows that match and in which @actor takes part. */
static guint
count_with (const Case *c, EntenteId actor)
{
  g_autoptr (EntenteBitset) rows = entente_query_match (c->query, c->chronicle, c->words, NULL);
  guint n = 0;

  for (guint row = entente_bitset_next (rows, 0); row != G_MAXUINT;
       row = entente_bitset_next (rows, row + 1)) {
    EntenteId id = entente_chronicle_get_id (c->chronicle, row);

    n += entente_naive_takes_part (c->study,
                                   entente_random_study_find (c->study, id),
                                   c->query,
                                   actor);
  }
  return n;
}

static guint
count_after_choosing (const Case *c, EntenteId actor)
{
  const EntenteQuery *query = c->query;
  g_autoptr (EntenteQuery) chosen = entente_query_copy (query);
  gboolean pair = query->actors != NULL && query->actors->len >= 2;

  if (query->match == ENTENTE_MATCH_NONE || (query->match == ENTENTE_MATCH_BETWEEN && pair))
    return count_with (c, actor);
  if (query->match == ENTENTE_MATCH_ANY)
    g_clear_pointer (&chosen->actors, g_array_unref);
  entente_query_toggle_id (&chosen->actors, actor, TRUE);
  return count (c, chosen);
}

static void
check_actors (const Case *c)
{
  for (guint value = 0; value < entente_chronicle_get_n_actors (c->chronicle); value++) {
    EntenteId actor = entente_chronicle_get_actor (c->chronicle, value)->record.id;
    guint total = 0;

    g_assert_cmpint (entente_facets_get_count (c->facets, ENTENTE_FACET_ACTOR, value),
                     ==,
                     count_after_choosing (c, actor));
    for (guint i = 0; i < c->study->events->len; i++)
      total += entente_naive_takes_part (c->study,
                                         g_ptr_array_index (c->study->events, i),
                                         c->query,
                                         actor);
    g_assert_cmpint (entente_facets_get_total_count (c->facets, ENTENTE_FACET_ACTOR, value),
                     ==,
                     total);
  }
}

static void
test_counts (void)
{
  for (guint round = 0; round < 60; round++) {
    guint n = (guint) g_test_rand_int_range (0, 120);
    g_autoptr (EntenteRandomStudy) study = entente_random_study_new (n, FALSE);
    g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, TODAY);
    g_autoptr (EntenteQuery) query = entente_random_query (study);
    g_autoptr (EntenteBitset) words = entente_random_once_in (4) ? entente_random_rows (n) : NULL;
    g_autoptr (EntenteFacets) facets = entente_facets_new (chronicle, query, words, NULL);
    Case c = { study, chronicle, query, words, facets };

    g_assert_cmpint (entente_facets_get_total (facets), ==, n);
    g_assert_cmpint (entente_facets_get_matched (facets), ==, count (&c, query));
    check_choices (&c);
    check_time (&c);
    check_kinds (&c);
    check_lists (&c);
    check_actors (&c);
  }
}

static void
test_cancelled (void)
{
  g_autoptr (EntenteRandomStudy) study = entente_random_study_new (10, TRUE);
  g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, TODAY);
  g_autoptr (EntenteQuery) query = entente_query_new ();
  gboolean cancelled = TRUE;

  g_assert_null (entente_facets_new (chronicle, query, NULL, &cancelled));
}

/* ---- many threads, one chronicle ---- */

static gpointer
count_facets (gpointer data)
{
  const Case *c = data;

  return entente_facets_new (c->chronicle, c->query, c->words, NULL);
}

static void
test_threads (void)
{
  g_autoptr (EntenteRandomStudy) study = entente_random_study_new (3000, FALSE);
  g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, TODAY);
  g_autoptr (EntenteQuery) query = entente_random_query (study);
  g_autoptr (EntenteFacets) facets = entente_facets_new (chronicle, query, NULL, NULL);
  Case c = { study, chronicle, query, NULL, facets };
  GThread *threads[8];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("facets", count_facets, &c);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++) {
    g_autoptr (EntenteFacets) same = g_thread_join (threads[i]);

    g_assert_cmpint (entente_facets_get_matched (same), ==, entente_facets_get_matched (facets));
    for (guint value = 0; value < entente_kind_count (); value++)
      g_assert_cmpint (entente_facets_get_count (same, ENTENTE_FACET_KIND, value),
                       ==,
                       entente_facets_get_count (facets, ENTENTE_FACET_KIND, value));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/facets/counts", test_counts);
  g_test_add_func ("/facets/cancelled", test_cancelled);
  g_test_add_func ("/facets/threads", test_threads);
  return g_test_run ();
}
