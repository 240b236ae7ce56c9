/* EntenteDensity: how many events fall into each of equal slices of time.
 *
 * Rows stand in the order of their places, so the rows of a span are found by two binary searches and
 * counted in one pass. Any thread. */
#include "entente-density.h"

#include "entente-chronicle-private.h"

#include <string.h>

/* Bin of a place within the span. Exact while (place - start) * n_bins stays below 2^53, that is for
 * any span that a screen shows. */
static guint
get_bin (EntenteSpan span, guint n_bins, gint64 place)
{
  double length = (double) ((guint64) span.end - (guint64) span.start);
  double offset = (double) ((guint64) place - (guint64) span.start);
  guint bin = (guint) (offset * n_bins / length);

  return MIN (bin, n_bins - 1);
}

static gboolean
takes_part (const EntenteBlock *block, guint i, guint32 actor)
{
  guint n;
  const EntentePart *parts = entente_block_get_parts (block, i, &n);

  for (guint k = 0; k < n; k++) {
    if ((parts[k].actor == actor || parts[k].speaks_for == actor) &&
        entente_role_is_matching ((EntenteRole) parts[k].role))
      return TRUE;
  }
  return FALSE;
}

void
entente_density_count (const EntenteChronicle *chronicle,
                       const EntenteBitset *rows,
                       guint32 actor,
                       EntenteSpan span,
                       guint n_bins,
                       guint *counts)
{
  guint first;
  guint end;

  memset (counts, 0, n_bins * sizeof (guint));
  if (span.start >= span.end || n_bins == 0)
    return;
  first = entente_chronicle_search_place (chronicle, span.start);
  end = entente_chronicle_search_place (chronicle, span.end);
  for (guint row = first; row < end; row++) {
    EntenteCell cell;

    if (rows != NULL && !entente_bitset_contains (rows, row))
      continue;
    cell = entente_chronicle_locate (chronicle, row);
    if (actor == ENTENTE_NO_INDEX || takes_part (cell.block, cell.i, actor))
      counts[get_bin (span, n_bins, entente_block_get_place (cell.block, cell.i))]++;
  }
}
