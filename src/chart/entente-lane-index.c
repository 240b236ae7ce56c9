/* For each event the keys in whose lanes it sits and the bodies it is addressed to, and for each
 * key its rows: what lanes of any filter are made of. Made for a chronicle and a field in one pass
 * over its participations, or from the index of an older one for the rows that changed; immutable,
 * any thread.
 *
 * A row has one word for its homes and one for its targets. Most rows have one of each, which is
 * the word; the others have a list, and so have those on the shelf and pinned ones, whose words
 * hold flags.
 */
#include "config.h"

#include "entente-lane-index-private.h"
#include "entente-lanes.h"

#include <string.h>

/* Lists of rows that are gone stay until there are so many. */
#define LOST_MAX 500000

/* ---- rows ---- */

static guint32
pack_links (EntenteLaneIndex *index, const EntenteLaneLinks *links, guint32 flags)
{
  guint32 place = index->lists->len;

  if (links->n <= 1 && flags == 0)
    return links->n == 1 ? links->keys[0] : index->n_keys;
  g_assert (place < ENTENTE_LANE_PLACE - ENTENTE_LANE_LINKS_MAX);
  g_array_append_val (index->lists, links->n);
  g_array_append_vals (index->lists, links->keys, links->n);
  return ENTENTE_LANE_LISTED | flags | place;
}

static void
add_row (EntenteLaneIndex *index, const EntenteLaneRule *rule, guint row)
{
  EntenteEventRow values;
  EntenteLaneLinks homes, targets;
  guint32 flags;

  entente_chronicle_get_row (rule->chronicle, row, &values);
  entente_lane_rule_find_links (rule, row, &homes, &targets);
  flags = (values.flags & ENTENTE_ROW_PINNED ? ENTENTE_LANE_PINNED : 0) |
          (entente_lane_rule_is_on_shelf (rule, row, &values) ? ENTENTE_LANE_ON_SHELF : 0) |
          (homes.n > 1 ? ENTENTE_LANE_JOINT : 0);
  index->homes[row] = pack_links (index, &homes, flags);
  index->targets[row] = pack_links (index, &targets, 0);
}

static void
add_rows (EntenteLaneIndex *index,
          const EntenteLaneRule *rule,
          const EntenteStretch *stretch,
          const EntenteLaneIndex *before)
{
  if (stretch->before != ENTENTE_NO_INDEX) {
    memcpy (index->homes + stretch->first,
            before->homes + stretch->before,
            stretch->n * sizeof (guint32));
    memcpy (index->targets + stretch->first,
            before->targets + stretch->before,
            stretch->n * sizeof (guint32));
    return;
  }
  for (guint row = stretch->first; row < stretch->first + stretch->n; row++)
    add_row (index, rule, row);
}

static gboolean
has_flag (const EntenteLaneIndex *index, guint row, guint32 flag)
{
  return (index->homes[row] & (ENTENTE_LANE_LISTED | flag)) == (ENTENTE_LANE_LISTED | flag);
}

/* ---- reaches ---- */

static guint
count_blocks (const EntenteLaneIndex *index)
{
  return index->n_rows / ENTENTE_LANES_BLOCK + 1;
}

static void
extend_block (EntenteLaneIndex *index, guint row)
{
  EntenteSpan window = entente_chronicle_get_window (index->chronicle, row);
  EntenteSpan *reach = &index->reaches[row / ENTENTE_LANES_BLOCK];
  gint64 *finest = &index->finests[row / ENTENTE_LANES_BLOCK];

  if (has_flag (index, row, ENTENTE_LANE_ON_SHELF))
    return;
  if (window.start != ENTENTE_TIME_MIN && window.end != ENTENTE_TIME_MAX)
    *finest = MIN (*finest, window.end - window.start);
  if (window.start == ENTENTE_TIME_MIN)
    window.start = entente_chronicle_get_place (index->chronicle, row);
  if (window.end == ENTENTE_TIME_MAX)
    window.end = entente_chronicle_get_place (index->chronicle, row) + 1;
  reach->start = MIN (reach->start, window.start);
  reach->end = MAX (reach->end, window.end);
}

/* Blocks whose rows are what and where they were are as they were. */
static void
find_reaches (EntenteLaneIndex *index, const GArray *stretches, const EntenteLaneIndex *before)
{
  for (guint i = 0; i < stretches->len; i++) {
    const EntenteStretch *stretch = &g_array_index (stretches, EntenteStretch, i);
    guint row = stretch->first, end = stretch->first + stretch->n;

    while (row < end) {
      guint block = row / ENTENTE_LANES_BLOCK, next = (block + 1) * ENTENTE_LANES_BLOCK;

      if (stretch->before == stretch->first && row == block * ENTENTE_LANES_BLOCK && next <= end) {
        index->reaches[block] = before->reaches[block];
        index->finests[block] = before->finests[block];
        row = next;
      } else {
        extend_block (index, row++);
      }
    }
  }
  for (guint i = 0; i < count_blocks (index); i++) {
    index->extent.start = MIN (index->extent.start, index->reaches[i].start);
    index->extent.end = MAX (index->extent.end, index->reaches[i].end);
    index->finest = MIN (index->finest, index->finests[i]);
  }
}

/* ---- life ---- */

static EntenteLaneIndex *
make_empty (const EntenteChronicle *chronicle, EntenteLaneField field, gint64 shelf_seconds)
{
  EntenteLaneIndex *index = g_new0 (EntenteLaneIndex, 1);

  g_atomic_ref_count_init (&index->refs);
  index->chronicle = entente_chronicle_ref (chronicle);
  index->field = field;
  index->shelf_seconds = shelf_seconds;
  index->n_rows = entente_chronicle_get_n_rows (chronicle);
  index->n_keys = entente_lane_field_count (field, chronicle);
  index->homes = g_new (guint32, MAX (index->n_rows, 1));
  index->targets = g_new (guint32, MAX (index->n_rows, 1));
  index->lists = g_array_new (FALSE, FALSE, sizeof (guint32));
  index->all.start = g_new0 (guint32, index->n_keys + 2);
  index->later.start = g_new0 (guint32, index->n_keys + 2);
  index->shelf = g_array_new (FALSE, FALSE, sizeof (guint32));
  index->pinned = g_array_new (FALSE, FALSE, sizeof (guint32));
  index->totals = g_new0 (guint32, index->n_keys + 1);
  index->received = g_new0 (guint32, index->n_keys + 1);
  index->extent = (EntenteSpan){ ENTENTE_TIME_MAX, ENTENTE_TIME_MIN };
  index->reaches = g_new (EntenteSpan, count_blocks (index));
  index->finest = G_MAXINT64;
  index->finests = g_new (gint64, count_blocks (index));
  for (guint i = 0; i < count_blocks (index); i++) {
    index->reaches[i] = index->extent;
    index->finests[i] = G_MAXINT64;
  }
  return index;
}

static EntenteLaneIndex *
make (const EntenteChronicle *chronicle,
      EntenteLaneField field,
      gint64 shelf_seconds,
      const GArray *stretches,
      const EntenteLaneIndex *before)
{
  EntenteLaneIndex *index = make_empty (chronicle, field, shelf_seconds);
  EntenteLaneRule rule = { chronicle, field, index->n_keys, shelf_seconds, NULL };

  if (before != NULL)
    g_array_append_vals (index->lists, before->lists->data, before->lists->len);
  entente_lane_rule_init (&rule);
  for (guint i = 0; i < stretches->len; i++)
    add_rows (index, &rule, &g_array_index (stretches, EntenteStretch, i), before);
  if (before != NULL)
    index->n_lost = before->n_lost + index->lists->len - before->lists->len;
  find_reaches (index, stretches, before);
  entente_lane_index_share (index, stretches, before);
  entente_lane_rule_clear (&rule);
  return index;
}

EntenteLaneIndex *
entente_lane_index_new (const EntenteChronicle *chronicle, guint shelf_days)
{
  return entente_lane_index_new_by (chronicle, ENTENTE_LANES_BY_ACTOR, shelf_days);
}

EntenteLaneIndex *
entente_lane_index_new_by (const EntenteChronicle *chronicle,
                           EntenteLaneField field,
                           guint shelf_days)
{
  g_autoptr (GArray) stretches = entente_chronicle_compare (chronicle, NULL);

  return make (chronicle, field, (gint64) shelf_days * ENTENTE_SECONDS_PER_DAY, stretches, NULL);
}

EntenteLaneIndex *
entente_lane_index_update (const EntenteLaneIndex *before, const EntenteChronicle *chronicle)
{
  /* Links make rounds, and rows number them: neither shows in the rows that changed. */
  gboolean kept = before->n_lost <= LOST_MAX && before->field != ENTENTE_LANES_BY_ROUND;
  g_autoptr (GArray) stretches =
    entente_chronicle_compare (chronicle, kept ? before->chronicle : NULL);

  return make (chronicle, before->field, before->shelf_seconds, stretches, kept ? before : NULL);
}

EntenteLaneIndex *
entente_lane_index_ref (const EntenteLaneIndex *index)
{
  EntenteLaneIndex *self = (EntenteLaneIndex *) index;

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

static void
clear_shares (EntenteLaneShares *shares)
{
  g_free (shares->start);
  g_free (shares->rows);
}

void
entente_lane_index_unref (EntenteLaneIndex *index)
{
  if (!g_atomic_ref_count_dec (&index->refs))
    return;
  entente_chronicle_unref (index->chronicle);
  g_free (index->homes);
  g_free (index->targets);
  g_array_unref (index->lists);
  clear_shares (&index->all);
  clear_shares (&index->later);
  g_array_unref (index->shelf);
  g_array_unref (index->pinned);
  g_free (index->totals);
  g_free (index->received);
  g_free (index->reaches);
  g_free (index->finests);
  g_free (index);
}

/* ---- questions ---- */

EntenteLaneField
entente_lane_index_get_field (const EntenteLaneIndex *index)
{
  return index->field;
}

guint
entente_lane_index_get_shelf_days (const EntenteLaneIndex *index)
{
  return (guint) (index->shelf_seconds / ENTENTE_SECONDS_PER_DAY);
}

guint
entente_lane_index_get_n_keys (const EntenteLaneIndex *index)
{
  return index->n_keys;
}

gboolean
entente_lane_index_get_extent (const EntenteLaneIndex *index, EntenteSpan *extent)
{
  if (index->extent.start >= index->extent.end)
    return FALSE;
  *extent = index->extent;
  return TRUE;
}

gint64
entente_lane_index_get_finest (const EntenteLaneIndex *index)
{
  return index->finest < G_MAXINT64 ? index->finest : 0;
}

const guint32 *
entente_lane_index_get_shelf (const EntenteLaneIndex *index, guint *n)
{
  *n = index->shelf->len;
  return (const guint32 *) (gpointer) index->shelf->data;
}

const guint32 *
entente_lane_index_get_pinned (const EntenteLaneIndex *index, guint *n)
{
  *n = index->pinned->len;
  return (const guint32 *) (gpointer) index->pinned->data;
}

gboolean
entente_lane_index_is_on_shelf (const EntenteLaneIndex *index, guint row)
{
  return has_flag (index, row, ENTENTE_LANE_ON_SHELF);
}

gboolean
entente_lane_index_is_joint (const EntenteLaneIndex *index, guint row)
{
  return has_flag (index, row, ENTENTE_LANE_JOINT);
}

const EntenteSpan *
entente_lane_index_get_reaches (const EntenteLaneIndex *index, guint *n_blocks)
{
  *n_blocks = count_blocks (index);
  return index->reaches;
}

guint
entente_lane_index_get_n_total (const EntenteLaneIndex *index, guint32 key)
{
  return index->totals[MIN (key, index->n_keys)];
}

guint
entente_lane_index_get_n_rows (const EntenteLaneIndex *index)
{
  return index->n_rows;
}

static const guint32 *
get_share (const EntenteLaneIndex *index, const EntenteLaneShares *shares, guint32 key, guint *n)
{
  guint32 at = MIN (key, index->n_keys);

  *n = shares->start[at + 1] - shares->start[at];
  return shares->rows + shares->start[at];
}

const guint32 *
entente_lane_index_get_rows (const EntenteLaneIndex *index, guint32 key, guint *n)
{
  return get_share (index, &index->all, key, n);
}

const guint32 *
entente_lane_index_get_later_rows (const EntenteLaneIndex *index, guint32 key, guint *n)
{
  return get_share (index, &index->later, key, n);
}

const guint32 *
entente_lane_index_get_homes (const EntenteLaneIndex *index, guint row, guint *n)
{
  return lane_index_unpack (index, &index->homes[row], n);
}

const guint32 *
entente_lane_index_get_targets (const EntenteLaneIndex *index, guint row, guint *n)
{
  return lane_index_unpack (index, &index->targets[row], n);
}

/* ---- counts ---- */

void
entente_lane_index_count (const EntenteLaneIndex *index,
                          const EntenteBitset *set,
                          guint32 *made,
                          guint32 *received)
{
  if (set == NULL) {
    memcpy (made, index->totals, (index->n_keys + 1) * sizeof (guint32));
    memcpy (received, index->received, (index->n_keys + 1) * sizeof (guint32));
    return;
  }
  memset (made, 0, (index->n_keys + 1) * sizeof (guint32));
  memset (received, 0, (index->n_keys + 1) * sizeof (guint32));
  for (guint word = 0; word < (index->n_rows + 63) / 64; word++)
    for (guint64 bits = set->words[word]; bits != 0; bits &= bits - 1) {
      guint row = word * 64 + (guint) __builtin_ctzll (bits);

      lane_index_count_links (index, &index->homes[row], made, 1);
      lane_index_count_links (index, &index->targets[row], received, 1);
    }
}
