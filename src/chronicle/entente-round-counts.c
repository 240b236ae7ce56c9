/* Rounds have few members: they are judged one by one, and "no round" is what is left of all rows.
 */
#include "config.h"

#include "entente-round-counts.h"

#include "entente-rounds.h"

typedef struct {
  const EntenteMatcher *matcher;
  EntenteBitset *seen; /* rows of rounds so far */
  guint n_seen, n_passing_seen;
} Counting;

static gboolean
passes (const EntenteMatcher *matcher, guint row)
{
  EntenteCell cell = entente_chronicle_locate (matcher->chronicle, row);
  guint32 fails = entente_matcher_test (matcher, cell.block, cell.i, row, 2);

  return (fails & ~ENTENTE_FAILS (ENTENTE_CRITERION_ROUND)) == 0;
}

static void
count_row (Counting *self, guint row, guint32 *count, guint32 *total)
{
  gboolean passing = passes (self->matcher, row);

  *total += 1;
  *count += passing;
  if (entente_bitset_contains (self->seen, row))
    return;
  entente_bitset_add (self->seen, row);
  self->n_seen++;
  self->n_passing_seen += passing;
}

void
entente_round_counts_fill (const EntenteMatcher *matcher,
                           guint n_passing,
                           guint32 *counts,
                           guint32 *totals)
{
  const EntenteChronicle *chronicle = matcher->chronicle;
  guint n;
  const guint32 *rounds = entente_rounds_get (chronicle, &n);
  g_autoptr (EntenteBitset) seen = entente_bitset_new (chronicle->n_rows);
  Counting self = { matcher, seen, 0, 0 };

  for (guint i = 0; i < n; i++) {
    g_autoptr (GArray) moves = entente_rounds_get_moves (chronicle, rounds[i]);

    count_row (&self, rounds[i], &counts[i], &totals[i]);
    for (guint k = 0; k < moves->len; k++)
      count_row (&self, g_array_index (moves, guint32, k), &counts[i], &totals[i]);
  }
  counts[n] = n_passing - self.n_passing_seen;
  totals[n] = chronicle->n_rows - self.n_seen;
}
