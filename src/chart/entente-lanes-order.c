/* Which values get a lane, and in which order: pinned ones first, then as a person put them by
 * hand, then by name, first event or count. Any thread.
 */
#include "config.h"

#include "entente-lanes-private.h"

#include <string.h>

/* What a lane is sorted by: the lower, the higher up. */
typedef struct {
  guint32 key;
  guint unpinned;
  gint64 hand; /* G_MAXINT64: not put by hand */
  guint last; /* lane of rows without a value */
  char *name; /* collation key, or NULL */
  guint32 count; /* or 0 */
  guint32 first; /* rank of the first event */
} Place;

static int
compare_numbers (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *left = a, *right = b;
  int order = compare_numbers (left->unpinned, right->unpinned);

  order = order != 0 ? order : compare_numbers (left->hand, right->hand);
  order = order != 0 ? order : compare_numbers (left->last, right->last);
  order = order != 0 ? order : g_strcmp0 (left->name, right->name);
  order = order != 0 ? order : compare_numbers (right->count, left->count);
  order = order != 0 ? order : compare_numbers (left->first, right->first);
  return order != 0 ? order : compare_numbers (left->key, right->key);
}

static int
compare_busy (gconstpointer a, gconstpointer b)
{
  const Place *left = a, *right = b;
  int order = compare_numbers (left->unpinned, right->unpinned);

  order = order != 0 ? order : compare_numbers (right->count, left->count);
  return order != 0 ? order : compare_numbers (left->key, right->key);
}

/* Number in the list of the choice; G_MAXINT64 when it is not there. */
static gint64
find_in_list (const EntenteLanesBuild *build, EntenteLaneList list, EntenteId id)
{
  guint n;
  const EntenteId *ids = entente_lane_choice_get_list (build->choice, list, &n);

  for (guint i = 0; i < n; i++)
    if (ids[i] == id)
      return i;
  return G_MAXINT64;
}

/* What was put by hand in the view goes before the order that actors have in the study. */
static gint64
get_hand (const EntenteLanesBuild *build, guint32 key, EntenteId id)
{
  const EntenteLanes *self = build->lanes;
  gint64 order = 0;
  gint64 hand =
    build->choice != NULL ? find_in_list (build, ENTENTE_LANE_LIST_HAND, id) : G_MAXINT64;

  if (hand != G_MAXINT64)
    return G_MININT64 / 2 + hand;
  if (self->field == ENTENTE_LANES_BY_ACTOR && key < self->n_keys)
    order = entente_chronicle_get_actor (self->chronicle, key)->lane_order;
  return order != 0 ? order : G_MAXINT64;
}

static guint32
get_first (const EntenteLanes *self, guint32 key)
{
  guint n;
  const guint32 *rows;

  if (entente_lane_field_is_ordered (self->field))
    return key;
  if (self->field == ENTENTE_LANES_BY_ACTOR && key < self->n_keys)
    return entente_chronicle_get_actor_rank (self->chronicle, key);
  rows = entente_lane_index_get_rows (self->index, key, &n);
  return n > 0 ? rows[0] : G_MAXUINT32;
}

static char *
make_name_key (const EntenteLanes *self, guint32 key)
{
  g_autofree char *name =
    key < self->n_keys ? entente_lane_field_get_name (self->field, self->chronicle, key) : NULL;

  return name != NULL ? g_utf8_collate_key (name, -1) : NULL;
}

static Place
make_place (const EntenteLanesBuild *build, guint32 key, EntenteLaneOrder order)
{
  const EntenteLanes *self = build->lanes;
  EntenteId id = lanes_get_key_id (self, key);
  Place place = { .key = key, .hand = G_MAXINT64 };

  place.unpinned = build->choice == NULL ||
                   !entente_lane_choice_contains (build->choice, ENTENTE_LANE_LIST_PINNED, id);
  if (order == ENTENTE_LANE_ORDER_HAND)
    place.hand = get_hand (build, key, id);
  if (order == ENTENTE_LANE_ORDER_NAME)
    place.name = make_name_key (self, key);
  /* Of too many lanes the busiest stand at the top. */
  if (order == ENTENTE_LANE_ORDER_COUNT || (order == ENTENTE_LANE_ORDER_HAND && build->too_many))
    place.count = build->made[key];
  place.last = key == self->n_keys;
  place.first = get_first (self, key);
  return place;
}

static void
clear_place (gpointer place)
{
  g_free (((Place *) place)->name);
}

/* The busiest of those that want a lane; rows without a value keep theirs. */
static GArray *
find_busiest (EntenteLanesBuild *build, guint max_lanes)
{
  EntenteLanes *self = build->lanes;
  GArray *busy = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint32 key = 0; key < self->n_keys; key++) {
    Place place = { .key = key, .count = build->made[key] };

    if (build->made[key] == 0 || self->lane_of_key[key] == ENTENTE_LANES_HIDDEN)
      continue;
    place.unpinned =
      build->choice == NULL || !entente_lane_choice_contains (build->choice,
                                                              ENTENTE_LANE_LIST_PINNED,
                                                              lanes_get_key_id (self, key));
    g_array_append_val (busy, place);
  }
  build->too_many = busy->len > max_lanes;
  if (build->too_many) {
    g_array_sort (busy, compare_busy);
    g_array_set_size (busy, max_lanes);
  }
  return busy;
}

void
entente_lanes_choose_keys (EntenteLanesBuild *build, guint max_lanes)
{
  EntenteLanes *self = build->lanes;
  EntenteLaneOrder order = build->choice != NULL ? build->choice->order : ENTENTE_LANE_ORDER_HAND;
  g_autoptr (GArray) busy = find_busiest (build, max_lanes);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));

  g_array_set_clear_func (places, clear_place);
  for (guint i = 0; i < busy->len; i++) {
    Place place = make_place (build, g_array_index (busy, Place, i).key, order);

    g_array_append_val (places, place);
  }
  if (build->made[self->n_keys] > 0 && self->lane_of_key[self->n_keys] != ENTENTE_LANES_HIDDEN) {
    Place place = make_place (build, self->n_keys, order);

    g_array_append_val (places, place);
  }
  g_array_sort (places, compare_places);
  build->keys = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < places->len; i++)
    g_array_append_val (build->keys, g_array_index (places, Place, i).key);
}
