/* Picks the lanes of one filter and divides the filtered rows among them. Lanes of bodies borrow their rows from the
 * index; lanes of unfolded members and of the others have arrays of their own. Immutable once made; any thread.
 */
#include "config.h"

#include "entente-lanes-sift.h"
#include "entente-lanes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  EntenteLane lane; /* first: what callers see */
  GArray *own_rows; /* guint32, or NULL: borrowed from the index */
  guint32 *filtered, *again; /* memory of their own, or NULL */
} Lane;

struct _EntenteLanes {
  gatomicrefcount refs;
  EntenteChronicle *chronicle;
  EntenteLaneIndex *index;
  EntenteBitset *filter; /* NULL: all rows */
  GArray *lanes; /* Lane */
  guint32 *lane_of_actor; /* n_actors; ENTENTE_NO_INDEX: none of its own */
  guint others; /* lane, or ENTENTE_NO_INDEX */
  GArray *shelf; /* guint32: filtered rows on the shelf */
};

typedef struct {
  EntenteLanes *lanes;
  guint n_actors;
  guint32 *made; /* by body: filtered events of its lane */
  guint32 *received; /* by body */
  GArray *bodies; /* guint32: actors that get a lane */
  gboolean too_many; /* bodies for the lanes */
  guint others_made, others_total;
} Build;

static gboolean
passes (const EntenteLanes *lanes, guint row)
{
  return lanes->filter == NULL || entente_bitset_contains (lanes->filter, row);
}

/* ---- which lanes ---- */

static void
count_rows (Build *build)
{
  build->made = g_new (guint32, build->n_actors + 1);
  build->received = g_new (guint32, build->n_actors + 1);
  entente_lane_index_count (build->lanes->index,
                            build->lanes->filter,
                            build->made,
                            build->received);
}

static int
compare_busy (gconstpointer a, gconstpointer b, gpointer data)
{
  const Build *build = data;
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  if (build->made[left] != build->made[right])
    return build->made[left] > build->made[right] ? -1 : 1;
  return left < right ? -1 : left > right;
}

/* Given by hand first, then by first use. */
static int
compare_order (gconstpointer a, gconstpointer b, gpointer data)
{
  const Build *build = data;
  const EntenteChronicle *chronicle = build->lanes->chronicle;
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;
  gint64 left_order = entente_chronicle_get_actor (chronicle, left)->lane_order;
  gint64 right_order = entente_chronicle_get_actor (chronicle, right)->lane_order;

  if ((left_order == 0) != (right_order == 0))
    return left_order == 0 ? 1 : -1;
  if (left_order != right_order)
    return left_order < right_order ? -1 : 1;
  left = entente_chronicle_get_actor_rank (chronicle, left);
  right = entente_chronicle_get_actor_rank (chronicle, right);
  return left < right ? -1 : left > right;
}

static void
choose_bodies (Build *build, guint max_lanes)
{
  build->bodies = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 actor = 0; actor < build->n_actors; actor++)
    if (build->made[actor] > 0)
      g_array_append_val (build->bodies, actor);
  build->too_many = build->bodies->len > max_lanes;
  if (build->too_many) {
    g_array_sort_with_data (build->bodies, compare_busy, build);
    g_array_set_size (build->bodies, max_lanes);
  } else {
    g_array_sort_with_data (build->bodies, compare_order, build);
  }
}

/* ---- their rows ---- */

static Lane *
add_lane (EntenteLanes *self, guint32 actor, guint32 parent)
{
  Lane lane = { 0 };
  EntenteSpan always = { ENTENTE_TIME_MIN, ENTENTE_TIME_MAX };

  lane.lane.actor = actor;
  lane.lane.parent = parent;
  lane.lane.hue = actor != ENTENTE_NO_INDEX ? entente_lanes_get_hue (self->chronicle, actor, always)
                                            : ENTENTE_LANES_GREY_HUE;
  g_array_append_val (self->lanes, lane);
  return &g_array_index (self->lanes, Lane, self->lanes->len - 1);
}

/* The member that led the move in the name of @body; @body when it did so itself. */
static guint32
find_member (EntenteLanes *self, guint row, guint32 body)
{
  EntenteSpan window = entente_chronicle_get_window (self->chronicle, row);
  guint n;
  const EntentePart *parts = entente_chronicle_get_parts (self->chronicle, row, &n);

  for (guint i = 0; i < n; i++)
    if (entente_role_is_matching (parts[i].role) &&
        (parts[i].actor == body ||
         entente_chronicle_get_body (self->chronicle, parts[i].actor, window) == body))
      return parts[i].actor;
  return body;
}

static GArray *
get_member_rows (GHashTable *members, GArray *order, guint32 member)
{
  GArray *rows = g_hash_table_lookup (members, GUINT_TO_POINTER (member));

  if (rows == NULL) {
    rows = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_hash_table_insert (members, GUINT_TO_POINTER (member), rows);
    g_array_append_val (order, member);
  }
  return rows;
}

/* A lane for what the body did itself, then one for each member. */
static void
add_unfolded (EntenteLanes *self, guint32 body)
{
  g_autoptr (GHashTable) members = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint parent = self->lanes->len, n;
  const guint32 *rows = entente_lane_index_get_rows (self->index, body, &n);

  get_member_rows (members, order, body);
  for (guint i = 0; i < n; i++)
    g_array_append_val (get_member_rows (members, order, find_member (self, rows[i], body)),
                        rows[i]);
  for (guint i = 0; i < order->len; i++) {
    guint32 member = g_array_index (order, guint32, i);
    Lane *lane = add_lane (self, member, i == 0 ? ENTENTE_NO_INDEX : parent);

    lane->own_rows = g_hash_table_lookup (members, GUINT_TO_POINTER (member));
    lane->lane.unfolded = i == 0;
  }
  self->lane_of_actor[body] = parent;
}

/* Rows of which @key is the first. */
static void
add_first_rows (EntenteLanes *self, guint32 key, EntenteBitset *set)
{
  guint n, n_later, at = 0;
  const guint32 *rows = entente_lane_index_get_rows (self->index, key, &n);
  const guint32 *later = entente_lane_index_get_later_rows (self->index, key, &n_later);

  for (guint i = 0; i < n; i++) {
    if (at < n_later && later[at] == rows[i])
      at++;
    else
      entente_bitset_add (set, rows[i]);
  }
}

static void
count_others_on_shelf (Build *build)
{
  EntenteLanes *self = build->lanes;
  guint n_shelf, n;
  const guint32 *shelf = entente_lane_index_get_shelf (self->index, &n_shelf);

  for (guint i = 0; i < n_shelf; i++) {
    const guint32 *homes = entente_lane_index_get_homes (self->index, shelf[i], &n);

    if (n > 0 && self->lane_of_actor[homes[0]] != ENTENTE_NO_INDEX)
      continue;
    build->others_total++;
    build->others_made += passes (self, shelf[i]);
  }
}

/* Everything that is counted in no other lane. */
static void
add_others (Build *build)
{
  EntenteLanes *self = build->lanes;
  g_autoptr (EntenteBitset) set = NULL;
  GArray *rows;

  if (!build->too_many && build->made[build->n_actors] == 0)
    return;
  set = entente_bitset_new (entente_lane_index_get_n_rows (self->index));
  rows = g_array_sized_new (FALSE, FALSE, sizeof (guint32), 1024);
  for (guint32 actor = 0; actor < build->n_actors; actor++)
    if (self->lane_of_actor[actor] == ENTENTE_NO_INDEX)
      add_first_rows (self, actor, set);
  add_first_rows (self, ENTENTE_NO_INDEX, set);
  for (guint row = entente_bitset_next (set, 0); row != G_MAXUINT;
       row = entente_bitset_next (set, row + 1)) {
    g_array_append_val (rows, row);
    build->others_made += passes (self, row);
  }
  build->others_total = rows->len;
  count_others_on_shelf (build);
  if (build->others_made == 0) {
    g_array_unref (rows);
    return;
  }
  self->others = self->lanes->len;
  add_lane (self, ENTENTE_NO_INDEX, ENTENTE_NO_INDEX)->own_rows = rows;
}

static gboolean
has_members (const EntenteChronicle *chronicle, guint32 actor)
{
  guint n = 0;

  entente_chronicle_get_members (chronicle, actor, &n);
  return n > 0;
}

/* Notes those of the lane's filtered rows that are counted in another lane. */
static void
note_again (EntenteLanes *self, Lane *lane, guint at)
{
  lane->again = g_new (guint32, MAX (lane->lane.n_filtered, 1));
  for (guint i = 0; i < lane->lane.n_filtered; i++) {
    guint32 row = lane->lane.filtered[i];

    if (entente_lane_index_is_joint (self->index, row) && entente_lanes_find_row (self, row) != at)
      lane->again[lane->lane.n_again++] = row;
  }
  lane->lane.again = lane->again;
}

/* The same for the lane of a body: all rows of which another body is the first are counted there. */
static void
take_again (EntenteLanes *self, Lane *lane)
{
  guint n;
  const guint32 *rows = entente_lane_index_get_later_rows (self->index, lane->lane.actor, &n);

  lane->lane.again = entente_lanes_sift (self->filter, rows, n, &lane->again, &lane->lane.n_again);
}

static void
divide_rows (EntenteLanes *self, guint at)
{
  Lane *lane = &g_array_index (self->lanes, Lane, at);

  if (lane->own_rows != NULL) {
    lane->lane.rows = (const guint32 *) (gpointer) lane->own_rows->data;
    lane->lane.n_rows = lane->own_rows->len;
  } else {
    lane->lane.rows =
      entente_lane_index_get_rows (self->index, lane->lane.actor, &lane->lane.n_rows);
  }
  lane->lane.filtered = entente_lanes_sift (self->filter,
                                            lane->lane.rows,
                                            lane->lane.n_rows,
                                            &lane->filtered,
                                            &lane->lane.n_filtered);
  if (lane->own_rows != NULL)
    note_again (self, lane, at);
  else
    take_again (self, lane);
}

static void
set_counts (Build *build, Lane *lane)
{
  guint32 actor = lane->lane.actor;

  if (lane->lane.parent != ENTENTE_NO_INDEX) {
    lane->lane.n_made = lane->lane.n_filtered;
    lane->lane.n_total = lane->lane.n_rows;
  } else if (actor == ENTENTE_NO_INDEX) {
    lane->lane.n_made = build->others_made;
    lane->lane.n_total = build->others_total;
  } else {
    lane->lane.n_made = build->made[actor];
    lane->lane.n_received = build->received[actor];
    lane->lane.n_total = entente_lane_index_get_n_total (build->lanes->index, actor);
    lane->lane.has_members = has_members (build->lanes->chronicle, actor);
  }
}

static void
collect_shelf (EntenteLanes *self)
{
  guint n;
  const guint32 *rows = entente_lane_index_get_shelf (self->index, &n);

  self->shelf = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < n; i++)
    if (passes (self, rows[i]))
      g_array_append_val (self->shelf, rows[i]);
}

static gboolean
is_unfolded (const EntenteLanesOptions *options, EntenteId id)
{
  for (guint i = 0; options != NULL && i < options->n_unfolded; i++)
    if (options->unfolded[i] == id)
      return TRUE;
  return FALSE;
}

static void
add_bodies (Build *build, const EntenteLanesOptions *options)
{
  EntenteLanes *self = build->lanes;

  for (guint i = 0; i < build->bodies->len; i++) {
    guint32 body = g_array_index (build->bodies, guint32, i);
    EntenteId id = entente_chronicle_get_actor (self->chronicle, body)->record.id;

    self->lane_of_actor[body] = self->lanes->len;
    if (is_unfolded (options, id))
      add_unfolded (self, body);
    else
      add_lane (self, body, ENTENTE_NO_INDEX);
  }
}

static void
build_clear (Build *build)
{
  g_free (build->made);
  g_free (build->received);
  g_array_unref (build->bodies);
}

EntenteLanes *
entente_lanes_new (const EntenteLaneIndex *index,
                   const EntenteChronicle *chronicle,
                   const EntenteBitset *filtered,
                   const EntenteLanesOptions *options)
{
  EntenteLanes *self = g_new0 (EntenteLanes, 1);
  Build build = { .lanes = self, .n_actors = entente_chronicle_get_n_actors (chronicle) };
  guint max_lanes =
    options != NULL && options->max_lanes > 0 ? options->max_lanes : ENTENTE_LANES_MAX;

  g_atomic_ref_count_init (&self->refs);
  self->chronicle = entente_chronicle_ref (chronicle);
  self->index = entente_lane_index_ref (index);
  self->filter = filtered != NULL ? entente_bitset_ref (filtered) : NULL;
  self->lanes = g_array_new (FALSE, FALSE, sizeof (Lane));
  self->others = ENTENTE_NO_INDEX;
  self->lane_of_actor = g_new (guint32, MAX (build.n_actors, 1));
  memset (self->lane_of_actor, 0xff, MAX (build.n_actors, 1) * sizeof (guint32));
  count_rows (&build);
  choose_bodies (&build, max_lanes);
  add_bodies (&build, options);
  add_others (&build);
  for (guint i = 0; i < self->lanes->len; i++)
    divide_rows (self, i);
  for (guint i = 0; i < self->lanes->len; i++)
    set_counts (&build, &g_array_index (self->lanes, Lane, i));
  collect_shelf (self);
  build_clear (&build);
  return self;
}

EntenteLanes *
entente_lanes_ref (const EntenteLanes *lanes)
{
  EntenteLanes *self = (EntenteLanes *) lanes;

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
entente_lanes_unref (EntenteLanes *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint i = 0; i < self->lanes->len; i++) {
    Lane *lane = &g_array_index (self->lanes, Lane, i);

    g_clear_pointer (&lane->own_rows, g_array_unref);
    g_free (lane->filtered);
    g_free (lane->again);
  }
  g_array_unref (self->lanes);
  g_array_unref (self->shelf);
  g_free (self->lane_of_actor);
  g_clear_pointer (&self->filter, entente_bitset_unref);
  entente_lane_index_unref (self->index);
  entente_chronicle_unref (self->chronicle);
  g_free (self);
}

/* ---- questions ---- */

guint
entente_lanes_get_n (const EntenteLanes *self)
{
  return self->lanes->len;
}

const EntenteLane *
entente_lanes_get (const EntenteLanes *self, guint lane)
{
  return &g_array_index (self->lanes, Lane, lane).lane;
}

const EntenteLaneIndex *
entente_lanes_get_index (const EntenteLanes *self)
{
  return self->index;
}

guint
entente_lanes_find_actor (const EntenteLanes *self, guint32 actor)
{
  if (actor >= entente_chronicle_get_n_actors (self->chronicle))
    return self->others;
  if (self->lane_of_actor[actor] != ENTENTE_NO_INDEX)
    return self->lane_of_actor[actor];
  return ENTENTE_NO_INDEX;
}

guint
entente_lanes_rank (const guint32 *rows, guint n_rows, guint row)
{
  guint low = 0, high = n_rows;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (rows[middle] < row)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

guint
entente_lanes_rank_from (const guint32 *rows, guint n_rows, guint row, guint from)
{
  guint step = 1, low = from, high = from;

  while (high < n_rows && rows[high] < row) {
    low = high + 1;
    high += step;
    step *= 2;
  }
  high = MIN (high, n_rows);
  return low + entente_lanes_rank (rows + low, high - low, row);
}

static gboolean
lane_has_row (const Lane *lane, guint row)
{
  guint at = entente_lanes_rank (lane->lane.rows, lane->lane.n_rows, row);

  return at < lane->lane.n_rows && lane->lane.rows[at] == row;
}

/* The lane of the member that holds @row, from the lane of its body on. */
static guint
find_member_lane (const EntenteLanes *self, guint body_lane, guint row)
{
  for (guint i = body_lane; i < self->lanes->len; i++) {
    const Lane *lane = &g_array_index (self->lanes, Lane, i);

    if (i > body_lane && lane->lane.parent != body_lane)
      break;
    if (lane_has_row (lane, row))
      return i;
  }
  return body_lane;
}

guint
entente_lanes_find_row (const EntenteLanes *self, guint row)
{
  guint n, lane;
  const guint32 *homes;

  if (entente_lane_index_is_on_shelf (self->index, row))
    return ENTENTE_NO_INDEX;
  homes = entente_lane_index_get_homes (self->index, row, &n);
  lane = n > 0 ? self->lane_of_actor[homes[0]] : ENTENTE_NO_INDEX;
  if (lane == ENTENTE_NO_INDEX)
    return self->others;
  if (g_array_index (self->lanes, Lane, lane).lane.unfolded)
    return find_member_lane (self, lane, row);
  return lane;
}

const char *
entente_lanes_get_name (const EntenteLanes *self, guint lane)
{
  const EntenteLane *found = entente_lanes_get (self, lane);
  const EntenteActor *actor;

  if (found->actor == ENTENTE_NO_INDEX)
    return C_ ("lane", "Others");
  actor = entente_chronicle_get_actor (self->chronicle, found->actor);
  return actor->short_label != NULL ? actor->short_label : actor->name;
}

guint
entente_lanes_step (const EntenteLanes *self, guint lane, guint row, int step)
{
  const EntenteLane *found = entente_lanes_get (self, lane);
  guint at = entente_lanes_rank (found->filtered, found->n_filtered, row);

  if (step < 0)
    return at > 0 ? found->filtered[at - 1] : ENTENTE_NO_INDEX;
  if (at < found->n_filtered && found->filtered[at] == row)
    at++;
  return at < found->n_filtered ? found->filtered[at] : ENTENTE_NO_INDEX;
}

guint
entente_lanes_nearest (const EntenteLanes *self, guint lane, gint64 time)
{
  const EntenteLane *found = entente_lanes_get (self, lane);
  guint row = entente_lanes_find_time (self->chronicle, time);
  guint at = entente_lanes_rank (found->filtered, found->n_filtered, row);
  gint64 before, after;

  if (found->n_filtered == 0)
    return ENTENTE_NO_INDEX;
  if (at == 0 || at == found->n_filtered)
    return found->filtered[at == 0 ? 0 : at - 1];
  before = time - entente_chronicle_get_place (self->chronicle, found->filtered[at - 1]);
  after = entente_chronicle_get_place (self->chronicle, found->filtered[at]) - time;
  return found->filtered[before <= after ? at - 1 : at];
}

const guint32 *
entente_lanes_get_shelf (const EntenteLanes *self, guint *n)
{
  *n = self->shelf->len;
  return (const guint32 *) (gpointer) self->shelf->data;
}

guint
entente_lanes_find_time (const EntenteChronicle *chronicle, gint64 time)
{
  guint low = 0, high = entente_chronicle_get_n_placed (chronicle);

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (entente_chronicle_get_place (chronicle, middle) < time)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

guint8
entente_lanes_get_hue (const EntenteChronicle *chronicle, guint32 actor, EntenteSpan window)
{
  guint32 body = actor != ENTENTE_NO_INDEX ? entente_chronicle_get_body (chronicle, actor, window)
                                           : ENTENTE_NO_INDEX;

  if (body == ENTENTE_NO_INDEX)
    return ENTENTE_LANES_GREY_HUE;
  return (guint8) (entente_chronicle_get_actor_rank (chronicle, body) % ENTENTE_LANES_GREY_HUE);
}
