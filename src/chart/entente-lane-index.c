/* For each event the keys in whose lanes it sits and the bodies it is addressed to, and for each key its rows: what lanes
 * of any filter are made of. Built once for a chronicle and a field, in one pass over its rows; immutable, any thread.
 */
#include "config.h"

#include "entente-lane-index.h"
#include "entente-lanes.h"

#include <string.h>

#define MAX_LINKS ENTENTE_LANE_FIELD_MAX

struct _EntenteLaneIndex {
  gatomicrefcount refs;
  EntenteLaneField field;
  guint n_rows;
  guint n_keys;
  guint32 *home_start; /* n_rows + 1: in links */
  guint32 *target_start; /* n_rows: in links, targets stand behind homes */
  GArray *links; /* guint32: keys, and actors for targets */
  guint32 *key_start; /* n_keys + 2: in key_rows; the last key is none */
  guint32 *key_rows;
  GArray *shelf; /* guint32 */
  EntenteBitset *on_shelf;
  guint32 *totals; /* n_keys + 1: by key, the shelf included; the last is none */
  EntenteBitset *joint; /* rows with several homes */
  EntenteSpan *reaches; /* by block of ENTENTE_LANES_BLOCK rows */
  GArray *pinned; /* guint32 */
  EntenteSpan extent; /* of rows that are not on the shelf; start after end: none */
};

typedef struct {
  const EntenteChronicle *chronicle;
  EntenteLaneIndex *index;
  gint64 shelf_seconds;
  guint8 *is_alone; /* by actor: belongs to nobody at any time, so needs no question */
} Build;

typedef struct {
  guint32 keys[MAX_LINKS];
  guint n;
} Links;

static void
add_link (Links *links, guint32 key)
{
  for (guint i = 0; i < links->n; i++)
    if (links->keys[i] == key)
      return;
  if (links->n < MAX_LINKS)
    links->keys[links->n++] = key;
}

static gboolean
has_link (const Links *links, guint32 key)
{
  for (guint i = 0; i < links->n; i++)
    if (links->keys[i] == key)
      return TRUE;
  return FALSE;
}

/* The body of an actor; itself where two are possible. */
static guint32
find_body (const Build *build, guint32 actor, EntenteSpan window)
{
  guint32 body;

  if (actor >= build->index->n_keys || build->is_alone[actor])
    return actor;
  body = entente_chronicle_get_body (build->chronicle, actor, window);
  return body != ENTENTE_NO_INDEX ? body : actor;
}

static gboolean
is_party (EntenteRole role, gboolean joint)
{
  if (role == ENTENTE_ROLE_INITIATOR)
    return TRUE;
  return joint && (role == ENTENTE_ROLE_ADDRESSEE || role == ENTENTE_ROLE_PARTICIPANT ||
                   role == ENTENTE_ROLE_SIGNATORY);
}

static void
find_actor_links (const Build *build, guint row, Links *homes, Links *targets)
{
  const EntenteKind *kind = entente_chronicle_get_kind (build->chronicle, row);
  gboolean joint = kind->group == ENTENTE_GROUP_MEET || kind->group == ENTENTE_GROUP_AGREE;
  EntenteSpan window = entente_chronicle_get_window (build->chronicle, row);
  guint32 lead = entente_chronicle_get_lead (build->chronicle, row);
  guint n;
  const EntentePart *parts = entente_chronicle_get_parts (build->chronicle, row, &n);

  if (lead != ENTENTE_NO_INDEX)
    add_link (homes, find_body (build, lead, window));
  for (guint i = 0; i < n; i++)
    if (is_party (parts[i].role, joint))
      add_link (homes, find_body (build, parts[i].actor, window));
  for (guint i = 0; i < n; i++) {
    guint32 body;

    if (parts[i].role != ENTENTE_ROLE_ADDRESSEE && parts[i].role != ENTENTE_ROLE_INVITED)
      continue;
    body = find_body (build, parts[i].actor, window);
    if (!has_link (homes, body))
      add_link (targets, body);
  }
}

static void
find_links (const Build *build, guint row, Links *homes, Links *targets)
{
  EntenteLaneField field = build->index->field;

  homes->n = targets->n = 0;
  if (field == ENTENTE_LANES_BY_ACTOR)
    find_actor_links (build, row, homes, targets);
  else
    homes->n = entente_lane_field_collect (field, build->chronicle, row, homes->keys);
}

/* Nothing told, and bounds open or too far apart: no place on the axis. */
static gboolean
belongs_on_shelf (const Build *build, guint row, const EntenteEventRow *values)
{
  EntenteSpan window;

  if (row >= entente_chronicle_get_n_placed (build->chronicle))
    return TRUE;
  if (values->form != ENTENTE_DATE_UNDATED)
    return FALSE;
  window = entente_date_points_get_window (&values->points);
  return window.start == ENTENTE_TIME_MIN || window.end == ENTENTE_TIME_MAX ||
         window.end - window.start > build->shelf_seconds;
}

static void
note_lonely_actors (Build *build)
{
  if (build->index->field != ENTENTE_LANES_BY_ACTOR)
    return;
  build->is_alone = g_new0 (guint8, MAX (build->index->n_keys, 1));
  for (guint i = 0; i < build->index->n_keys; i++) {
    guint n = 0;

    entente_chronicle_get_affiliations (build->chronicle, i, &n);
    build->is_alone[i] = n == 0;
  }
}

static void
extend (EntenteLaneIndex *index, guint row, const EntenteEventRow *values, gint64 place)
{
  EntenteSpan window = entente_date_points_get_window (&values->points);
  EntenteSpan *reach = &index->reaches[row / ENTENTE_LANES_BLOCK];
  gint64 start = window.start != ENTENTE_TIME_MIN ? window.start : place;
  gint64 end = window.end != ENTENTE_TIME_MAX ? window.end : place + 1;

  index->extent.start = MIN (index->extent.start, start);
  index->extent.end = MAX (index->extent.end, end);
  reach->start = MIN (reach->start, start);
  reach->end = MAX (reach->end, end);
}

static void
add_row (Build *build, guint row)
{
  EntenteLaneIndex *index = build->index;
  EntenteEventRow values;
  Links homes, targets;

  entente_chronicle_get_row (build->chronicle, row, &values);
  if (values.flags & ENTENTE_ROW_PINNED)
    g_array_append_val (index->pinned, row);
  find_links (build, row, &homes, &targets);
  index->home_start[row] = index->links->len;
  g_array_append_vals (index->links, homes.keys, homes.n);
  for (guint i = 0; i < homes.n; i++)
    index->totals[homes.keys[i]]++;
  if (homes.n == 0)
    index->totals[index->n_keys]++;
  if (homes.n > 1)
    entente_bitset_add (index->joint, row);
  index->target_start[row] = index->links->len;
  g_array_append_vals (index->links, targets.keys, targets.n);
  if (belongs_on_shelf (build, row, &values)) {
    g_array_append_val (index->shelf, row);
    entente_bitset_add (index->on_shelf, row);
    return;
  }
  extend (index, row, &values, entente_chronicle_get_place (build->chronicle, row));
  for (guint i = 0; i < homes.n; i++)
    index->key_start[homes.keys[i] + 1]++;
  if (homes.n == 0)
    index->key_start[index->n_keys + 1]++;
}

/* Turns counts into starts and deals the rows out. */
static void
deal_rows (EntenteLaneIndex *index)
{
  g_autofree guint32 *next = g_new (guint32, index->n_keys + 1);

  for (guint i = 0; i <= index->n_keys; i++)
    index->key_start[i + 1] += index->key_start[i];
  memcpy (next, index->key_start, (index->n_keys + 1) * sizeof (guint32));
  index->key_rows = g_new (guint32, MAX (index->key_start[index->n_keys + 1], 1));
  for (guint32 row = 0; row < index->n_rows; row++) {
    guint n;
    const guint32 *homes = entente_lane_index_get_homes (index, row, &n);

    if (entente_bitset_contains (index->on_shelf, row))
      continue;
    if (n == 0)
      index->key_rows[next[index->n_keys]++] = row;
    for (guint i = 0; i < n; i++)
      index->key_rows[next[homes[i]]++] = row;
  }
}

static guint
count_blocks (const EntenteLaneIndex *index)
{
  return index->n_rows / ENTENTE_LANES_BLOCK + 1;
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
  EntenteLaneIndex *index = g_new0 (EntenteLaneIndex, 1);
  Build build = { chronicle, index, (gint64) shelf_days * ENTENTE_SECONDS_PER_DAY, NULL };

  g_atomic_ref_count_init (&index->refs);
  index->n_rows = entente_chronicle_get_n_rows (chronicle);
  index->field = field;
  index->n_keys = entente_lane_field_count (field, chronicle);
  index->home_start = g_new (guint32, index->n_rows + 1);
  index->target_start = g_new (guint32, index->n_rows + 1);
  index->key_start = g_new0 (guint32, index->n_keys + 2);
  index->links = g_array_sized_new (FALSE, FALSE, sizeof (guint32), index->n_rows * 2);
  index->shelf = g_array_new (FALSE, FALSE, sizeof (guint32));
  index->pinned = g_array_new (FALSE, FALSE, sizeof (guint32));
  index->on_shelf = entente_bitset_new (index->n_rows);
  index->joint = entente_bitset_new (index->n_rows);
  index->totals = g_new0 (guint32, index->n_keys + 1);
  index->extent = (EntenteSpan){ ENTENTE_TIME_MAX, ENTENTE_TIME_MIN };
  index->reaches = g_new (EntenteSpan, count_blocks (index));
  for (guint i = 0; i < count_blocks (index); i++)
    index->reaches[i] = index->extent;
  note_lonely_actors (&build);
  for (guint row = 0; row < index->n_rows; row++)
    add_row (&build, row);
  index->home_start[index->n_rows] = index->links->len;
  deal_rows (index);
  g_free (build.is_alone);
  return index;
}

EntenteLaneIndex *
entente_lane_index_ref (const EntenteLaneIndex *index)
{
  EntenteLaneIndex *self = (EntenteLaneIndex *) index;

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
entente_lane_index_unref (EntenteLaneIndex *index)
{
  if (!g_atomic_ref_count_dec (&index->refs))
    return;
  g_free (index->home_start);
  g_free (index->target_start);
  g_free (index->key_start);
  g_free (index->key_rows);
  g_array_unref (index->links);
  g_array_unref (index->shelf);
  g_array_unref (index->pinned);
  entente_bitset_unref (index->on_shelf);
  entente_bitset_unref (index->joint);
  g_free (index->totals);
  g_free (index->reaches);
  g_free (index);
}

EntenteLaneField
entente_lane_index_get_field (const EntenteLaneIndex *index)
{
  return index->field;
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
  return entente_bitset_contains (index->on_shelf, row);
}

gboolean
entente_lane_index_is_joint (const EntenteLaneIndex *index, guint row)
{
  return entente_bitset_contains (index->joint, row);
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

const guint32 *
entente_lane_index_get_rows (const EntenteLaneIndex *index, guint32 key, guint *n)
{
  guint32 at = key < index->n_keys ? key : index->n_keys;

  *n = index->key_start[at + 1] - index->key_start[at];
  return index->key_rows + index->key_start[at];
}

const guint32 *
entente_lane_index_get_homes (const EntenteLaneIndex *index, guint row, guint *n)
{
  *n = index->target_start[row] - index->home_start[row];
  return &g_array_index (index->links, guint32, index->home_start[row]);
}

const guint32 *
entente_lane_index_get_targets (const EntenteLaneIndex *index, guint row, guint *n)
{
  *n = index->home_start[row + 1] - index->target_start[row];
  return &g_array_index (index->links, guint32, index->target_start[row]);
}
