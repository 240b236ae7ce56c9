/* One pass over all rows. Each record that a move has, and each above it, is stamped with the move,
 * so that it counts once.
 */
#include "config.h"

#include "entente-record-counts.h"

#include "entente-record-tree.h"

#define ROWS_BETWEEN_LOOKS 4096

typedef struct {
  const EntenteChronicle *chronicle;
  EntenteEntity entity;
  const guint32 *parents;
  guint32 *stamps; /* row + 1 of the last move that counted */
  EntenteRecordCount *counts;
} Counter;

static gboolean
passes (const EntenteBitset *filtered, guint row)
{
  return filtered == NULL || entente_bitset_contains (filtered, row);
}

static void
count_record (Counter *counter, guint32 index, guint row, gboolean in_filter)
{
  for (; index != ENTENTE_NO_INDEX; index = counter->parents[index]) {
    if (counter->stamps[index] == row + 1)
      return;
    counter->stamps[index] = row + 1;
    counter->counts[index].total++;
    counter->counts[index].n += in_filter;
  }
}

static void
count_row (Counter *counter, guint row, gboolean in_filter)
{
  if (counter->entity == ENTENTE_ENTITY_ISSUE) {
    guint n;
    const guint32 *issues = entente_chronicle_get_event_issues (counter->chronicle, row, &n);

    for (guint i = 0; i < n; i++)
      count_record (counter, issues[i], row, in_filter);
  } else {
    EntenteEventRow values;
    EntenteId id;

    entente_chronicle_get_row (counter->chronicle, row, &values);
    id = counter->entity == ENTENTE_ENTITY_TRACK ? values.track : values.place;
    if (id != ENTENTE_ID_NONE)
      count_record (counter,
                    entente_record_tree_find (counter->chronicle, counter->entity, id),
                    row,
                    in_filter);
  }
}

EntenteRecordCount *
entente_record_counts_new (const EntenteChronicle *chronicle,
                           EntenteEntity entity,
                           const EntenteBitset *filtered,
                           const gboolean *cancelled)
{
  guint n = entente_record_tree_count (chronicle, entity);
  guint n_rows = entente_chronicle_get_n_rows (chronicle);
  g_autoptr (GArray) tree = entente_record_tree_new (chronicle, entity);
  g_autofree guint32 *parents = entente_record_tree_get_parents (tree);
  g_autofree guint32 *stamps = g_new0 (guint32, n + 1);
  g_autofree EntenteRecordCount *counts = g_new0 (EntenteRecordCount, n + 1);
  Counter counter = { chronicle, entity, parents, stamps, counts };

  for (guint row = 0; n > 0 && row < n_rows; row++) {
    if (row % ROWS_BETWEEN_LOOKS == 0 && cancelled != NULL && g_atomic_int_get (cancelled))
      return NULL;
    count_row (&counter, row, passes (filtered, row));
  }
  return g_steal_pointer (&counts);
}

EntenteRecordCount
entente_record_counts_within (const EntenteChronicle *chronicle,
                              EntenteSpan span,
                              const EntenteBitset *filtered)
{
  EntenteRecordCount count = { 0, 0 };

  for (guint row = 0; row < entente_chronicle_get_n_placed (chronicle); row++) {
    EntenteSpan window = entente_chronicle_get_window (chronicle, row);

    if (window.start < span.end && window.end > span.start) {
      count.total++;
      count.n += passes (filtered, row);
    }
  }
  return count;
}

EntenteRecordCount
entente_record_counts_rows (const GArray *rows, const EntenteBitset *filtered)
{
  EntenteRecordCount count = { 0, rows->len };

  for (guint i = 0; i < rows->len; i++)
    count.n += passes (filtered, g_array_index (rows, guint32, i));
  return count;
}
