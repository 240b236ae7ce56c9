/* The rows of each key of an index of lanes, and how many there are: counted and dealt in two
 * passes over all rows, or, after an edit, taken over from the index before it, which costs a copy.
 *
 * Any thread, before the index is shared.
 */
#include "config.h"

#include "entente-lane-index-private.h"
#include "entente-lanes.h"

#include <string.h>

/* An edit leaves some; with many, dealing anew is as quick. */
#define FEW_STRETCHES 64

/* ---- counting ---- */

/* A row with a list of homes. */
static void
count_listed (EntenteLaneIndex *index, guint32 row)
{
  guint32 word = index->homes[row], none = index->n_keys;
  guint n;
  const guint32 *keys = lane_index_unpack (index, &word, &n);
  gboolean on_shelf = (word & ENTENTE_LANE_ON_SHELF) != 0;

  if (word & ENTENTE_LANE_PINNED)
    g_array_append_val (index->pinned, row);
  if (on_shelf)
    g_array_append_val (index->shelf, row);
  keys = n > 0 ? keys : &none;
  for (guint i = 0; i < MAX (n, 1); i++) {
    index->totals[keys[i]]++;
    index->all.start[keys[i] + 1] += !on_shelf;
    index->later.start[keys[i] + 1] += i > 0 && !on_shelf;
  }
}

static void
count_rows (EntenteLaneIndex *index, guint first, guint n)
{
  for (guint32 row = first; row < first + n; row++) {
    if (G_LIKELY (!(index->homes[row] & ENTENTE_LANE_LISTED))) {
      index->totals[index->homes[row]]++;
      index->all.start[index->homes[row] + 1]++;
    } else {
      count_listed (index, row);
    }
    lane_index_count_links (index, &index->targets[row], index->received, 1);
  }
}

/* Rows [first, end) of an index, that are in the new one no more. */
static void
discount_rows (EntenteLaneIndex *index, const EntenteLaneIndex *before, guint first, guint end)
{
  for (guint row = first; row < end; row++) {
    lane_index_count_links (before, &before->homes[row], index->totals, (guint32) -1);
    lane_index_count_links (before, &before->targets[row], index->received, (guint32) -1);
  }
}

/* Which of the sorted @rows of an older index lie in the stretch. */
static EntenteStretch
find_part (const guint32 *rows, guint n, const EntenteStretch *stretch)
{
  guint first = entente_lanes_rank (rows, n, stretch->before);
  guint end = entente_lanes_rank (rows, n, stretch->before + stretch->n);

  return (EntenteStretch){ first, end - first, ENTENTE_NO_INDEX };
}

/* They move as the stretch does. */
static guint
move_rows (const guint32 *rows, guint n, const EntenteStretch *stretch, guint32 *to)
{
  EntenteStretch part = find_part (rows, n, stretch);
  guint32 shift = stretch->first - stretch->before;

  if (shift == 0)
    memcpy (to, rows + part.first, part.n * sizeof (guint32));
  for (guint i = 0; i < part.n && shift != 0; i++)
    to[i] = rows[part.first + i] + shift;
  return part.n;
}

static void
move_list (const GArray *rows, const EntenteStretch *stretch, GArray *to)
{
  guint n = to->len;

  g_array_set_size (to, n + rows->len);
  n += move_rows ((const guint32 *) (gpointer) rows->data,
                  rows->len,
                  stretch,
                  &g_array_index (to, guint32, n));
  g_array_set_size (to, n);
}

static void
count_share (const EntenteLaneShares *before,
             guint key,
             const EntenteStretch *stretch,
             EntenteLaneShares *now)
{
  now->start[key + 1] += find_part (before->rows + before->start[key],
                                    before->start[key + 1] - before->start[key],
                                    stretch)
                           .n;
}

static void
move_share (const EntenteLaneShares *before,
            guint key,
            const EntenteStretch *stretch,
            const EntenteLaneShares *now,
            guint32 *next)
{
  next[key] += move_rows (before->rows + before->start[key],
                          before->start[key + 1] - before->start[key],
                          stretch,
                          now->rows + next[key]);
}

static void
count_moved (EntenteLaneIndex *index, const EntenteStretch *stretch, const EntenteLaneIndex *before)
{
  move_list (before->pinned, stretch, index->pinned);
  move_list (before->shelf, stretch, index->shelf);
  for (guint key = 0; key <= index->n_keys; key++) {
    count_share (&before->all, key, stretch, &index->all);
    count_share (&before->later, key, stretch, &index->later);
  }
}

/* With an index @before: what it counted, without the rows that are gone, with those that came. */
static void
count_stretches (EntenteLaneIndex *index, const GArray *stretches, const EntenteLaneIndex *before)
{
  guint reached = 0; /* of the rows before */

  if (before != NULL) {
    memcpy (index->totals, before->totals, (index->n_keys + 1) * sizeof (guint32));
    memcpy (index->received, before->received, (index->n_keys + 1) * sizeof (guint32));
  }
  for (guint i = 0; i < stretches->len; i++) {
    const EntenteStretch *stretch = &g_array_index (stretches, EntenteStretch, i);

    if (before == NULL || stretch->before == ENTENTE_NO_INDEX) {
      count_rows (index, stretch->first, stretch->n);
      continue;
    }
    discount_rows (index, before, reached, stretch->before);
    reached = stretch->before + stretch->n;
    count_moved (index, stretch, before);
  }
  if (before != NULL)
    discount_rows (index, before, reached, before->n_rows);
}

/* ---- dealing ---- */

/* Turns counts into starts; gives where the next row of each key goes. */
static guint32 *
make_room (const EntenteLaneIndex *index, EntenteLaneShares *shares)
{
  for (guint i = 0; i <= index->n_keys; i++)
    shares->start[i + 1] += shares->start[i];
  shares->rows = g_new (guint32, MAX (shares->start[index->n_keys + 1], 1));
  return g_memdup2 (shares->start, (index->n_keys + 1) * sizeof (guint32));
}

static void
deal_rows (EntenteLaneIndex *index, guint first, guint n_rows, guint32 *next, guint32 *next_later)
{
  for (guint32 row = first; row < first + n_rows; row++) {
    guint32 word = index->homes[row];
    const guint32 *keys;
    guint n;

    if (G_LIKELY (!(word & ENTENTE_LANE_LISTED))) {
      index->all.rows[next[word]++] = row;
      continue;
    }
    if (word & ENTENTE_LANE_ON_SHELF)
      continue;
    keys = lane_index_unpack (index, &word, &n);
    if (n == 0)
      index->all.rows[next[index->n_keys]++] = row;
    for (guint i = 0; i < n; i++)
      index->all.rows[next[keys[i]]++] = row;
    for (guint i = 1; i < n; i++)
      index->later.rows[next_later[keys[i]]++] = row;
  }
}

static void
deal_stretches (EntenteLaneIndex *index, const GArray *stretches, const EntenteLaneIndex *before)
{
  g_autofree guint32 *next = make_room (index, &index->all);
  g_autofree guint32 *next_later = make_room (index, &index->later);

  for (guint i = 0; i < stretches->len; i++) {
    const EntenteStretch *stretch = &g_array_index (stretches, EntenteStretch, i);

    if (before == NULL || stretch->before == ENTENTE_NO_INDEX) {
      deal_rows (index, stretch->first, stretch->n, next, next_later);
      continue;
    }
    for (guint key = 0; key <= index->n_keys; key++) {
      move_share (&before->all, key, stretch, &index->all, next);
      move_share (&before->later, key, stretch, &index->later, next_later);
    }
  }
}

/* Few long stretches, as an edit leaves them: the rows of a key move in as many pieces. */
static gboolean
is_movable (const EntenteLaneIndex *index, const GArray *stretches, const EntenteLaneIndex *before)
{
  guint reached = 0;

  if (before == NULL || before->n_keys != index->n_keys || stretches->len > FEW_STRETCHES)
    return FALSE;
  for (guint i = 0; i < stretches->len; i++) {
    const EntenteStretch *stretch = &g_array_index (stretches, EntenteStretch, i);

    if (stretch->before == ENTENTE_NO_INDEX)
      continue;
    if (stretch->before < reached)
      return FALSE;
    reached = stretch->before + stretch->n;
  }
  return TRUE;
}

/* A chronicle tells them block by block. */
static GArray *
join_stretches (const GArray *stretches)
{
  GArray *joined = g_array_new (FALSE, FALSE, sizeof (EntenteStretch));

  for (guint i = 0; i < stretches->len; i++) {
    EntenteStretch next = g_array_index (stretches, EntenteStretch, i);
    EntenteStretch *last =
      joined->len > 0 ? &g_array_index (joined, EntenteStretch, joined->len - 1) : NULL;

    if (last != NULL && last->before != ENTENTE_NO_INDEX && next.before == last->before + last->n)
      last->n += next.n;
    else
      g_array_append_val (joined, next);
  }
  return joined;
}

void
entente_lane_index_share (EntenteLaneIndex *index,
                          const GArray *stretches,
                          const EntenteLaneIndex *before)
{
  g_autoptr (GArray) joined = join_stretches (stretches);
  const EntenteLaneIndex *movable = is_movable (index, joined, before) ? before : NULL;

  count_stretches (index, joined, movable);
  deal_stretches (index, joined, movable);
}
