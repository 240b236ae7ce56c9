/* One pass over the dated rows of a chronicle. Pure; any thread. */
#include "config.h"

#include "entente-actor-bins.h"

static guint
find_bin (EntenteSpan extent, gint64 place)
{
  double share =
    ((double) place - (double) extent.start) / ((double) extent.end - (double) extent.start);

  return (guint) (CLAMP (share, 0.0, 0.9999) * ENTENTE_ACTOR_BINS);
}

/* An actor in two roles of one event counts once. */
static gboolean
was_counted (const EntentePart *parts, guint part)
{
  for (guint i = 0; i < part; i++)
    if (parts[i].actor == parts[part].actor && entente_role_is_matching (parts[i].role))
      return TRUE;
  return FALSE;
}

static void
count_row (EntenteActorBins *bins, const EntenteChronicle *chronicle, guint row, guint bin)
{
  guint n;
  const EntentePart *parts = entente_chronicle_get_parts (chronicle, row, &n);

  for (guint i = 0; i < n; i++)
    if (entente_role_is_matching (parts[i].role) && !was_counted (parts, i))
      bins->counts[parts[i].actor * ENTENTE_ACTOR_BINS + bin]++;
}

EntenteActorBins *
entente_actor_bins_new (const EntenteChronicle *chronicle, const EntenteBitset *rows)
{
  guint n_actors = entente_chronicle_get_n_actors (chronicle);
  guint n_placed = entente_chronicle_get_n_placed (chronicle);
  EntenteActorBins *bins =
    g_malloc0 (sizeof (EntenteActorBins) + sizeof (guint) * n_actors * ENTENTE_ACTOR_BINS);
  EntenteSpan extent;

  bins->n_actors = n_actors;
  if (!entente_chronicle_get_extent (chronicle, &extent) || extent.end <= extent.start)
    return bins;
  for (guint row = 0; row < n_placed; row++)
    if (!rows || entente_bitset_contains (rows, row))
      count_row (bins,
                 chronicle,
                 row,
                 find_bin (extent, entente_chronicle_get_place (chronicle, row)));
  return bins;
}
