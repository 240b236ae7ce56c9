/* Picks the lanes of one filter and divides the filtered rows among them. Lanes of values borrow
 * their rows from the index; lanes of unfolded members and of the others have arrays of their own.
 * One pass over the rows of the study, and one over those of the lanes. Immutable once made; any
 * thread.
 */
#include "config.h"

#include "entente-lanes-private.h"
#include "entente-lanes-sift.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
count_rows (EntenteLanesBuild *build)
{
  build->made = g_new (guint32, build->lanes->n_keys + 1);
  build->received = g_new (guint32, build->lanes->n_keys + 1);
  entente_lane_index_count (build->lanes->index,
                            build->lanes->filter,
                            build->made,
                            build->received);
}

/* ---- lanes ---- */

static gboolean
is_chosen (const EntenteLanesBuild *build, EntenteLaneList list, EntenteId id)
{
  return build->choice != NULL && entente_lane_choice_contains (build->choice, list, id);
}

static EntenteLaneDraft *
add_lane (EntenteLanesBuild *build, EntenteLaneKind kind, guint32 key, EntenteId id, char *name)
{
  EntenteLanes *self = build->lanes;
  EntenteLaneDraft lane = { 0 };

  lane.lane.kind = kind;
  lane.lane.key = key;
  lane.lane.id = id;
  lane.lane.actor = self->field == ENTENTE_LANES_BY_ACTOR ? key : ENTENTE_NO_INDEX;
  lane.lane.parent = lane.lane.above = ENTENTE_NO_INDEX;
  lane.lane.hue = ENTENTE_LANES_GREY_HUE;
  lane.lane.pinned = is_chosen (build, ENTENTE_LANE_LIST_PINNED, id);
  lane.lane.folded = is_chosen (build, ENTENTE_LANE_LIST_FOLDED, id);
  lane.name = name;
  g_array_append_val (self->lanes, lane);
  return lanes_get_draft (self, self->lanes->len - 1);
}

void
entente_lanes_set_actor (EntenteLanes *self, EntenteLaneDraft *lane, guint32 actor)
{
  EntenteSpan always = { ENTENTE_TIME_MIN, ENTENTE_TIME_MAX };

  lane->lane.actor = actor;
  lane->lane.hue = entente_lanes_get_hue (self->chronicle, actor, always);
}

EntenteLaneDraft *
entente_lanes_add_value_lane (EntenteLanesBuild *build, guint32 key)
{
  EntenteLanes *self = build->lanes;
  EntenteLaneDraft *lane =
    add_lane (build,
              ENTENTE_LANE_VALUE,
              key,
              lanes_get_key_id (self, key),
              entente_lane_field_get_name (self->field, self->chronicle, key));

  if (self->field == ENTENTE_LANES_BY_ACTOR)
    entente_lanes_set_actor (self, lane, key);
  return lane;
}

static void
count_others_on_shelf (EntenteLanesBuild *build)
{
  EntenteLanes *self = build->lanes;
  guint n_shelf, n;
  const guint32 *shelf = entente_lane_index_get_shelf (self->index, &n_shelf);

  for (guint i = 0; i < n_shelf; i++) {
    const guint32 *homes = entente_lane_index_get_homes (self->index, shelf[i], &n);
    gboolean found = FALSE;

    for (guint j = 0; j < n; j++)
      found = found || self->lane_of_key[homes[j]] == ENTENTE_NO_INDEX;
    build->others_total += found;
    build->others_made += found && lanes_passes (self, shelf[i]);
  }
}

/* Rows of values that have no lane and are not hidden, in order. */
static GArray *
collect_others (EntenteLanes *self)
{
  g_autoptr (EntenteBitset) set = entente_bitset_new (entente_lane_index_get_n_rows (self->index));
  GArray *others = g_array_sized_new (FALSE, FALSE, sizeof (guint32), 1024);

  for (guint32 key = 0; key < self->n_keys; key++) {
    guint n;
    const guint32 *rows = entente_lane_index_get_rows (self->index, key, &n);

    for (guint i = 0; i < n && self->lane_of_key[key] == ENTENTE_NO_INDEX; i++)
      entente_bitset_add (set, rows[i]);
  }
  for (guint row = entente_bitset_next (set, 0); row != G_MAXUINT;
       row = entente_bitset_next (set, row + 1))
    g_array_append_val (others, row);
  return others;
}

static void
add_others (EntenteLanesBuild *build)
{
  EntenteLanes *self = build->lanes;
  GArray *rows;

  if (!build->too_many)
    return;
  rows = collect_others (self);
  build->others_total = rows->len;
  for (guint i = 0; i < rows->len; i++)
    build->others_made += lanes_passes (self, g_array_index (rows, guint32, i));
  count_others_on_shelf (build);
  self->others = self->lanes->len;
  add_lane (build,
            ENTENTE_LANE_OTHERS,
            ENTENTE_NO_INDEX,
            ENTENTE_LANE_ID_OTHERS,
            g_strdup (C_ ("lane", "Others")))
    ->own_rows = rows;
}

gboolean
entente_lanes_is_unfolded (const EntenteLanesBuild *build, EntenteId id)
{
  const EntenteLanesOptions *options = build->options;

  if (is_chosen (build, ENTENTE_LANE_LIST_UNFOLDED, id))
    return TRUE;
  for (guint i = 0; options != NULL && i < options->n_unfolded; i++)
    if (options->unfolded[i] == id)
      return TRUE;
  return FALSE;
}

static void
add_lanes (EntenteLanesBuild *build)
{
  EntenteLanes *self = build->lanes;

  for (guint i = 0; i < build->keys->len; i++) {
    guint32 key = g_array_index (build->keys, guint32, i);

    self->lane_of_key[key] = self->lanes->len;
    if (key == self->n_keys)
      add_lane (build,
                ENTENTE_LANE_WITHOUT,
                ENTENTE_NO_INDEX,
                ENTENTE_LANE_ID_WITHOUT,
                g_strdup (entente_lane_field_get_without (self->field)));
    else if (self->field == ENTENTE_LANES_BY_ACTOR &&
             entente_lanes_is_unfolded (build, lanes_get_key_id (self, key)))
      entente_lanes_add_unfolded (build, key);
    else
      entente_lanes_add_value_lane (build, key);
  }
  add_others (build);
}

/* ---- their rows ---- */

/* Notes those of the lane's filtered rows that are counted in another lane. */
static void
note_again (EntenteLanes *self, EntenteLaneDraft *lane, guint at)
{
  lane->again = g_new (guint32, MAX (lane->lane.n_filtered, 1));
  for (guint i = 0; i < lane->lane.n_filtered; i++) {
    guint32 row = lane->lane.filtered[i];

    if (entente_lane_index_is_joint (self->index, row) && entente_lanes_find_row (self, row) != at)
      lane->again[lane->lane.n_again++] = row;
  }
  lane->lane.again = lane->again;
}

/* The same for the lane of a value while none is hidden: all rows of which another value is the
 * first are counted there. */
static void
take_again (EntenteLanes *self, EntenteLaneDraft *lane)
{
  guint n;
  const guint32 *rows = entente_lane_index_get_later_rows (self->index, lane->lane.key, &n);

  lane->lane.again = entente_lanes_sift (self->filter, rows, n, &lane->again, &lane->lane.n_again);
}

static void
divide_rows (EntenteLanes *self, guint at)
{
  EntenteLaneDraft *lane = lanes_get_draft (self, at);

  if (lane->own_rows != NULL) {
    lane->lane.rows = (const guint32 *) (gpointer) lane->own_rows->data;
    lane->lane.n_rows = lane->own_rows->len;
  } else {
    lane->lane.rows = entente_lane_index_get_rows (self->index, lane->lane.key, &lane->lane.n_rows);
  }
  lane->lane.filtered = entente_lanes_sift (self->filter,
                                            lane->lane.rows,
                                            lane->lane.n_rows,
                                            &lane->filtered,
                                            &lane->lane.n_filtered);
  if (lane->own_rows != NULL || self->hidden->len > 0)
    note_again (self, lane, at);
  else
    take_again (self, lane);
}

static gboolean
has_members (const EntenteChronicle *chronicle, guint32 actor)
{
  guint n = 0;

  entente_chronicle_get_members (chronicle, actor, &n);
  return n > 0;
}

static void
set_counts (EntenteLanesBuild *build, EntenteLaneDraft *lane)
{
  EntenteLanes *self = build->lanes;
  guint32 key = MIN (lane->lane.key, self->n_keys);

  if (lane->lane.parent != ENTENTE_NO_INDEX) {
    lane->lane.n_made = lane->lane.n_filtered;
    lane->lane.n_total = lane->lane.n_rows;
  } else if (lane->lane.kind == ENTENTE_LANE_OTHERS) {
    lane->lane.n_made = build->others_made;
    lane->lane.n_total = build->others_total;
  } else {
    lane->lane.n_made = build->made[key];
    lane->lane.n_received = build->received[key];
    lane->lane.n_total = entente_lane_index_get_n_total (self->index, key);
    lane->lane.has_members =
      lane->lane.actor != ENTENTE_NO_INDEX && has_members (self->chronicle, lane->lane.actor);
  }
}

static void
collect_shelf (EntenteLanes *self)
{
  guint n;
  const guint32 *rows = entente_lane_index_get_shelf (self->index, &n);

  for (guint i = 0; i < n; i++)
    if (lanes_passes (self, rows[i]))
      g_array_append_val (self->shelf, rows[i]);
}

static void
clear_lane (gpointer data)
{
  EntenteLaneDraft *lane = data;

  g_free (lane->name);
  g_clear_pointer (&lane->own_rows, g_array_unref);
  g_free (lane->filtered);
  g_free (lane->again);
}

static void
clear_hidden (gpointer hidden)
{
  g_free ((char *) ((EntenteHiddenLane *) hidden)->name);
}

static EntenteLanes *
make_empty (const EntenteLaneIndex *index,
            const EntenteChronicle *chronicle,
            const EntenteBitset *filtered)
{
  EntenteLanes *self = g_new0 (EntenteLanes, 1);

  g_atomic_ref_count_init (&self->refs);
  self->chronicle = entente_chronicle_ref (chronicle);
  self->index = entente_lane_index_ref (index);
  self->field = entente_lane_index_get_field (index);
  self->n_keys = entente_lane_index_get_n_keys (index);
  self->filter = filtered != NULL ? entente_bitset_ref (filtered) : NULL;
  self->lanes = g_array_new (FALSE, FALSE, sizeof (EntenteLaneDraft));
  g_array_set_clear_func (self->lanes, clear_lane);
  self->hidden = g_array_new (FALSE, FALSE, sizeof (EntenteHiddenLane));
  g_array_set_clear_func (self->hidden, clear_hidden);
  self->shelf = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->others = ENTENTE_NO_INDEX;
  self->lane_of_key = g_new (guint32, self->n_keys + 1);
  memset (self->lane_of_key, 0xff, (self->n_keys + 1) * sizeof (guint32));
  return self;
}

EntenteLanes *
entente_lanes_new (const EntenteLaneIndex *index,
                   const EntenteChronicle *chronicle,
                   const EntenteBitset *filtered,
                   const EntenteLanesOptions *options)
{
  EntenteLanes *self = make_empty (index, chronicle, filtered);
  EntenteLanesBuild build = { .lanes = self, .options = options };
  guint max_lanes =
    options != NULL && options->max_lanes > 0 ? options->max_lanes : ENTENTE_LANES_MAX;

  if (options != NULL && options->choice != NULL && options->choice->field == self->field)
    build.choice = options->choice;
  count_rows (&build);
  entente_lanes_note_hidden (&build);
  entente_lanes_choose_keys (&build, max_lanes);
  add_lanes (&build);
  for (guint i = 0; i < self->lanes->len; i++)
    divide_rows (self, i);
  for (guint i = 0; i < self->lanes->len; i++)
    set_counts (&build, lanes_get_draft (self, i));
  entente_lanes_count_members (self);
  entente_lanes_count_hidden (self);
  collect_shelf (self);
  g_free (build.made);
  g_free (build.received);
  g_array_unref (build.keys);
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
  g_array_unref (self->lanes);
  g_array_unref (self->hidden);
  g_array_unref (self->shelf);
  g_free (self->lane_of_key);
  g_clear_pointer (&self->filter, entente_bitset_unref);
  entente_lane_index_unref (self->index);
  entente_chronicle_unref (self->chronicle);
  g_free (self);
}
