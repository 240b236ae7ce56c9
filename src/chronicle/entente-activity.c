/* One pass over the rows that pass the filter. */
#include "config.h"

#include "entente-activity.h"

#include "entente-chronicle-private.h"

struct _EntenteActivity {
  guint n_bins, n_actors, n_undated;
  gint64 *bounds;
  guint32 *numbers; /* by actor of the chronicle: which of those asked for, and 1; 0: none */
  guint n_all_actors;
  guint (*counts)[ENTENTE_N_TENORS]; /* by actor asked for, then by stretch */
};

typedef struct {
  EntenteActivity *activity;
  const EntenteChronicle *chronicle;
  const EntenteActivityOptions *options;
  guint *seen_at; /* by actor asked for: the last row that counted, and 1 */
} Counter;

/* n_bins when it lies in none. */
static guint
find_bin (const EntenteActivity *activity, gint64 place)
{
  guint low = 0, high = activity->n_bins;

  if (place < activity->bounds[0] || place >= activity->bounds[activity->n_bins])
    return activity->n_bins;
  while (low + 1 < high) {
    guint middle = (low + high) / 2;

    if (activity->bounds[middle] <= place)
      low = middle;
    else
      high = middle;
  }
  return low;
}

static gboolean
makes (const EntentePart *part)
{
  return part->role == ENTENTE_ROLE_INITIATOR || part->role == ENTENTE_ROLE_PARTICIPANT ||
         part->role == ENTENTE_ROLE_SIGNATORY;
}

static void
count_actor (Counter *counter, guint32 actor, guint row, guint bin, EntenteTenor tenor)
{
  EntenteActivity *activity = counter->activity;
  guint number = activity->numbers[actor];

  if (number == 0 || counter->seen_at[number - 1] == row + 1)
    return;
  counter->seen_at[number - 1] = row + 1;
  activity->counts[(number - 1) * activity->n_bins + bin][tenor]++;
}

static void
count_with_bodies (Counter *counter,
                   guint32 actor,
                   EntenteSpan window,
                   guint row,
                   guint bin,
                   EntenteTenor tenor)
{
  gboolean surely = counter->options->surely;
  guint n;
  const EntenteAncestor *ancestors;

  count_actor (counter, actor, row, bin, tenor);
  if (!counter->options->members)
    return;
  ancestors = entente_roster_get_ancestors (counter->chronicle->roster, actor, surely, &n);
  for (guint i = 0; i < n; i++)
    if (entente_ancestor_holds (&ancestors[i], window, surely))
      count_actor (counter, ancestors[i].body, row, bin, tenor);
}

static void
count_row (Counter *counter, const EntenteBlock *block, guint i, guint row)
{
  EntenteTenor tenor =
    entente_tenor_of_kind (entente_kind_get (entente_block_get_facts (block, i).kind));
  EntenteSpan window = entente_block_get_window (block, i);
  guint bin = find_bin (counter->activity, entente_block_get_place (block, i));
  guint n;
  const EntentePart *parts = entente_block_get_parts (block, i, &n);

  if (bin == counter->activity->n_bins)
    return;
  for (guint k = 0; k < n; k++) {
    if (!makes (&parts[k]))
      continue;
    count_with_bodies (counter, parts[k].actor, window, row, bin, tenor);
    if (parts[k].speaks_for != ENTENTE_NO_INDEX)
      count_with_bodies (counter, parts[k].speaks_for, window, row, bin, tenor);
  }
}

/* FALSE when cancelled. */
static gboolean
count_rows (Counter *counter, const EntenteBitset *rows, const gboolean *cancelled)
{
  const EntenteChronicle *chronicle = counter->chronicle;
  guint row = entente_bitset_next (rows, 0);

  for (guint b = 0; b < chronicle->n_blocks; b++) {
    guint end = MIN (chronicle->first_rows[b + 1], chronicle->n_placed);

    if (cancelled != NULL && g_atomic_int_get (cancelled))
      return FALSE;
    for (; row < end; row = entente_bitset_next (rows, row + 1))
      count_row (counter, chronicle->blocks[b], row - chronicle->first_rows[b], row);
  }
  counter->activity->n_undated =
    entente_bitset_count_between (rows, chronicle->n_placed, chronicle->n_rows);
  return TRUE;
}

static void
clear_activity (gpointer data)
{
  EntenteActivity *activity = data;

  g_free (activity->bounds);
  g_free (activity->numbers);
  g_free (activity->counts);
}

EntenteActivity *
entente_activity_new (const EntenteChronicle *chronicle,
                      const EntenteBitset *rows,
                      const EntenteActivityOptions *options,
                      const gboolean *cancelled)
{
  g_autoptr (EntenteActivity) activity = g_atomic_rc_box_new0 (EntenteActivity);
  g_autofree guint *seen_at = g_new0 (guint, options->n_actors);
  Counter counter = { activity, chronicle, options, seen_at };

  activity->n_bins = options->n_bins;
  activity->n_actors = options->n_actors;
  activity->n_all_actors = entente_chronicle_get_n_actors (chronicle);
  activity->bounds = g_memdup2 (options->bounds, (options->n_bins + 1) * sizeof (gint64));
  activity->numbers = g_new0 (guint32, activity->n_all_actors);
  activity->counts =
    g_malloc0_n ((gsize) options->n_actors * options->n_bins, sizeof activity->counts[0]);
  for (guint i = 0; i < options->n_actors; i++)
    activity->numbers[options->actors[i]] = i + 1;
  if (options->n_bins > 0 && !count_rows (&counter, rows, cancelled))
    return NULL;
  return g_steal_pointer (&activity);
}

EntenteActivity *
entente_activity_ref (const EntenteActivity *activity)
{
  return g_atomic_rc_box_acquire ((gpointer) activity);
}

void
entente_activity_unref (EntenteActivity *activity)
{
  if (activity != NULL)
    g_atomic_rc_box_release_full (activity, clear_activity);
}

guint
entente_activity_get_n_bins (const EntenteActivity *activity)
{
  return activity->n_bins;
}

gint64
entente_activity_get_bound (const EntenteActivity *activity, guint i)
{
  g_return_val_if_fail (i <= activity->n_bins, 0);

  return activity->bounds[i];
}

const guint *
entente_activity_get_counts (const EntenteActivity *activity, guint32 actor, guint bin)
{
  g_return_val_if_fail (actor < activity->n_all_actors && activity->numbers[actor] > 0, NULL);
  g_return_val_if_fail (bin < activity->n_bins, NULL);

  return activity->counts[(activity->numbers[actor] - 1) * activity->n_bins + bin];
}

guint
entente_activity_get_total (const EntenteActivity *activity, guint32 actor)
{
  guint total = 0;

  for (guint bin = 0; bin < activity->n_bins; bin++) {
    const guint *counts = entente_activity_get_counts (activity, actor, bin);

    for (guint tenor = 0; tenor < ENTENTE_N_TENORS; tenor++)
      total += counts[tenor];
  }
  return total;
}

guint
entente_activity_get_n_undated (const EntenteActivity *activity)
{
  return activity->n_undated;
}
