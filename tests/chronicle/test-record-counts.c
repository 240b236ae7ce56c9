/* Counts against a slow count over the records of random studies. */
#include "config.h"

#include "entente-naive-match.h"
#include "entente-record-counts.h"
#include "entente-record-tree.h"

#define TODAY (17500 * ENTENTE_SECONDS_PER_DAY)

/* Is @id, or what it stands under, @above? */
static gboolean
is_within (const GPtrArray *records, EntenteEntity entity, EntenteId id, EntenteId above)
{
  for (guint steps = 0; id != ENTENTE_ID_NONE && steps <= records->len; steps++) {
    EntenteId parent = ENTENTE_ID_NONE;

    if (id == above)
      return TRUE;
    for (guint i = 0; entity != ENTENTE_ENTITY_TRACK && i < records->len; i++) {
      const EntenteRecord *record = g_ptr_array_index (records, i);

      if (record->id == id)
        parent = entity == ENTENTE_ENTITY_PLACE ? ((const EntentePlace *) record)->parent
                                                : ((const EntenteIssue *) record)->parent;
    }
    id = parent;
  }
  return FALSE;
}

static gboolean
has (const EntenteRandomStudy *study,
     const EntenteStudyEvent *event,
     EntenteEntity entity,
     EntenteId id)
{
  if (entity == ENTENTE_ENTITY_TRACK)
    return event->event->track == id;
  if (entity == ENTENTE_ENTITY_PLACE)
    return is_within (study->places, entity, event->event->place, id);
  for (guint i = 0; i < event->issues->len; i++)
    if (is_within (study->issues, entity, g_array_index (event->issues, EntenteId, i), id))
      return TRUE;
  return FALSE;
}

static void
check (const EntenteRandomStudy *study,
       const EntenteChronicle *chronicle,
       const EntenteBitset *rows,
       EntenteEntity entity)
{
  g_autofree EntenteRecordCount *counts = entente_record_counts_new (chronicle, entity, rows, NULL);

  for (guint i = 0; i < entente_record_tree_count (chronicle, entity); i++) {
    const char *name;
    EntenteId id = entente_record_tree_get (chronicle, entity, i, &name)->id;
    EntenteRecordCount expected = { 0, 0 };

    for (guint k = 0; k < study->events->len; k++) {
      const EntenteStudyEvent *event = g_ptr_array_index (study->events, k);

      if (!has (study, event, entity, id))
        continue;
      expected.total++;
      expected.n +=
        entente_bitset_contains (rows,
                                 entente_chronicle_find_row (chronicle, event->event->record.id));
    }
    g_assert_cmpuint (counts[i].total, ==, expected.total);
    g_assert_cmpuint (counts[i].n, ==, expected.n);
  }
}

static void
test_random (void)
{
  for (guint round = 0; round < 20; round++) {
    g_autoptr (EntenteRandomStudy) study = entente_random_study_new (80, FALSE);
    g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, TODAY);
    g_autoptr (EntenteBitset) rows = entente_random_rows (entente_chronicle_get_n_rows (chronicle));
    check (study, chronicle, rows, ENTENTE_ENTITY_TRACK);
    check (study, chronicle, rows, ENTENTE_ENTITY_PLACE);
    check (study, chronicle, rows, ENTENTE_ENTITY_ISSUE);
  }
}

static void
test_cancelled (void)
{
  g_autoptr (EntenteRandomStudy) study = entente_random_study_new (80, FALSE);
  g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, TODAY);
  gboolean cancelled = TRUE;

  g_assert_null (entente_record_counts_new (chronicle, ENTENTE_ENTITY_TRACK, NULL, &cancelled));
}

static void
test_within (void)
{
  g_autoptr (EntenteRandomStudy) study = entente_random_study_new (80, FALSE);
  g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, TODAY);
  g_autoptr (EntenteQuery) query = entente_query_new ();
  g_autoptr (EntenteBitset) rows = NULL;
  EntenteSpan span = { 17000 * ENTENTE_SECONDS_PER_DAY, 17400 * ENTENTE_SECONDS_PER_DAY };
  EntenteRecordCount count;

  query->has_since = query->has_until = TRUE;
  query->since = span.start;
  query->until = span.end;
  rows = entente_query_match (query, chronicle, NULL, NULL);
  count = entente_record_counts_within (chronicle, span, rows);
  g_assert_cmpuint (count.n, ==, count.total);
  g_assert_cmpuint (count.total, ==, entente_bitset_count (rows));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-counts/random", test_random);
  g_test_add_func ("/record-counts/cancelled", test_cancelled);
  g_test_add_func ("/record-counts/within", test_within);
  return g_test_run ();
}
