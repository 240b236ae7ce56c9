/* Answers about lanes: where a row, an actor or a value lies, what comes next, how many rows lie
 * below another. How lanes are made is in entente-lanes-build.c. Any thread.
 */
#include "config.h"

#include "entente-lanes-private.h"

guint
entente_lanes_get_n (const EntenteLanes *self)
{
  return self->lanes->len;
}

const EntenteLane *
entente_lanes_get (const EntenteLanes *self, guint lane)
{
  return &lanes_get_draft (self, lane)->lane;
}

const EntenteLaneIndex *
entente_lanes_get_index (const EntenteLanes *self)
{
  return self->index;
}

static guint
find_key (const EntenteLanes *self, guint32 key)
{
  guint32 lane = self->lane_of_key[key];

  return lane == ENTENTE_LANES_HIDDEN ? ENTENTE_NO_INDEX : lane;
}

guint
entente_lanes_find_actor (const EntenteLanes *self, guint32 actor)
{
  if (self->field != ENTENTE_LANES_BY_ACTOR || actor >= self->n_keys)
    return ENTENTE_NO_INDEX;
  return find_key (self, actor);
}

guint
entente_lanes_find_id (const EntenteLanes *self, EntenteId id)
{
  guint32 key = id != ENTENTE_LANE_ID_OTHERS ? lanes_find_key (self, id) : ENTENTE_NO_INDEX;

  if (id == ENTENTE_LANE_ID_OTHERS)
    return self->others;
  return key <= self->n_keys ? find_key (self, key) : ENTENTE_NO_INDEX;
}

guint32
entente_lanes_find_leader (const EntenteLanes *self, guint row)
{
  guint32 lead = entente_chronicle_get_lead (self->chronicle, row), body;

  if (lead == ENTENTE_NO_INDEX)
    return ENTENTE_NO_INDEX;
  body = entente_chronicle_get_body (self->chronicle,
                                     lead,
                                     entente_chronicle_get_window (self->chronicle, row));
  return body != ENTENTE_NO_INDEX ? body : lead;
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
lane_has_row (const EntenteLaneDraft *lane, guint row)
{
  guint at = entente_lanes_rank (lane->lane.rows, lane->lane.n_rows, row);

  return at < lane->lane.n_rows && lane->lane.rows[at] == row;
}

/* The lane of the member that holds @row, from the lane of its body on. */
static guint
find_member_lane (const EntenteLanes *self, guint body_lane, guint row)
{
  for (guint i = body_lane; i < self->lanes->len; i++) {
    const EntenteLaneDraft *lane = lanes_get_draft (self, i);

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
  return entente_lane_index_is_on_shelf (self->index, row) ? ENTENTE_NO_INDEX
                                                           : entente_lanes_find_home (self, row);
}

guint
entente_lanes_find_home (const EntenteLanes *self, guint row)
{
  guint n;
  const guint32 *homes = entente_lane_index_get_homes (self->index, row, &n);

  if (n == 0)
    return find_key (self, self->n_keys);
  for (guint i = 0; i < n; i++) {
    guint32 lane = self->lane_of_key[homes[i]];

    if (lane == ENTENTE_NO_INDEX)
      return self->others;
    if (lane != ENTENTE_LANES_HIDDEN)
      return lanes_get_draft (self, lane)->lane.unfolded ? find_member_lane (self, lane, row)
                                                         : lane;
  }
  return ENTENTE_NO_INDEX;
}

const char *
entente_lanes_get_name (const EntenteLanes *self, guint lane)
{
  return lanes_get_draft (self, lane)->name;
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
