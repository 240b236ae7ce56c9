/* The inside of EntenteLanes, shared by the files entente-lanes-*.c and seen by nobody else. */
#pragma once

#include "entente-lanes.h"

G_BEGIN_DECLS

#define ENTENTE_LANES_HIDDEN (ENTENTE_NO_INDEX - 1) /* in lane_of_key */

typedef struct {
  EntenteLane lane; /* first: what callers see */
  char *name;
  GArray *own_rows; /* guint32, or NULL: borrowed from the index */
  guint32 *filtered, *again; /* memory of their own, or NULL */
} EntenteLaneDraft;

struct _EntenteLanes {
  gatomicrefcount refs;
  EntenteChronicle *chronicle;
  EntenteLaneIndex *index;
  EntenteLaneField field;
  guint n_keys; /* the key after the last one is that of rows without a value */
  EntenteBitset *filter; /* NULL: all rows */
  GArray *lanes; /* EntenteLaneDraft */
  guint32 *lane_of_key; /* n_keys + 1; ENTENTE_NO_INDEX: none of its own; ENTENTE_LANES_HIDDEN */
  guint others; /* lane, or ENTENTE_NO_INDEX */
  GArray *hidden; /* EntenteHiddenLane, names owned */
  guint n_hidden_events, n_hidden_made;
  GArray *shelf; /* guint32: filtered rows on the shelf */
};

typedef struct {
  EntenteLanes *lanes;
  const EntenteLanesOptions *options; /* or NULL */
  const EntenteLaneChoice *choice; /* or NULL */
  guint32 *made; /* n_keys + 1: filtered events */
  guint32 *received; /* by key of an actor */
  GArray *keys; /* guint32: keys that get a lane, from the top */
  gboolean too_many; /* keys: the others share a lane */
  guint others_made, others_total;
} EntenteLanesBuild;

static inline gboolean
lanes_passes (const EntenteLanes *lanes, guint row)
{
  return lanes->filter == NULL || entente_bitset_contains (lanes->filter, row);
}

static inline EntenteLaneDraft *
lanes_get_draft (const EntenteLanes *lanes, guint lane)
{
  return &g_array_index (lanes->lanes, EntenteLaneDraft, lane);
}

/* Id of a key as in an EntenteLaneChoice. */
static inline EntenteId
lanes_get_key_id (const EntenteLanes *lanes, guint32 key)
{
  return key < lanes->n_keys ? entente_lane_field_get_id (lanes->field, lanes->chronicle, key)
                             : ENTENTE_LANE_ID_WITHOUT;
}

/* The other way round; ENTENTE_NO_INDEX where the value is gone. */
static inline guint32
lanes_find_key (const EntenteLanes *lanes, EntenteId id)
{
  if (id == ENTENTE_LANE_ID_WITHOUT)
    return lanes->n_keys;
  return entente_lane_field_find (lanes->field, lanes->chronicle, id);
}

/* entente-lanes-order.c: which of the keys with filtered events get a lane, from the top. */
void entente_lanes_choose_keys (EntenteLanesBuild *build, guint max_lanes);
/* entente-lanes-hidden.c: takes hidden keys out before lanes are chosen; counts them once lanes
 * are. */
void entente_lanes_note_hidden (EntenteLanesBuild *build);
void entente_lanes_count_hidden (EntenteLanes *lanes);

/* entente-lanes-build.c */
EntenteLaneDraft *entente_lanes_add_value_lane (EntenteLanesBuild *build, guint32 key);
void entente_lanes_set_actor (EntenteLanes *lanes, EntenteLaneDraft *lane, guint32 actor);
/* Whether the members of an actor are to have lanes of their own. */
gboolean entente_lanes_is_unfolded (const EntenteLanesBuild *build, EntenteId id);

/* entente-lanes-members.c */
void entente_lanes_add_unfolded (EntenteLanesBuild *build, guint32 body);
void entente_lanes_count_members (EntenteLanes *lanes);

G_END_DECLS
