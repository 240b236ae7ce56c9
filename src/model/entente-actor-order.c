/* Sorts actors by what is asked first, then by the number of their events, then by name. */
#include "config.h"

#include "entente-actor-order.h"

#include <string.h>

typedef struct {
  guint32 index;
  gint64 rank; /* by what decides first */
  guint count; /* events in a matching role */
  char *name; /* made once it has to be compared */
} Place;

static void
clear_place (gpointer data)
{
  g_free (((Place *) data)->name);
}

/* Rows are in order of time, so the first row is the first move, and the walk ends once every actor
 * that has one is met. */
static void
rank_by_first_move (GArray *places, const EntenteChronicle *chronicle)
{
  guint n_rows = entente_chronicle_get_n_rows (chronicle), n_left = 0;

  for (guint i = 0; i < places->len; i++) {
    g_array_index (places, Place, i).rank = n_rows;
    n_left += g_array_index (places, Place, i).count > 0;
  }
  for (guint row = 0; row < n_rows && n_left > 0; row++) {
    guint n;
    const EntentePart *parts = entente_chronicle_get_parts (chronicle, row, &n);

    for (guint i = 0; i < n; i++) {
      Place *place = &g_array_index (places, Place, parts[i].actor);

      if (!entente_role_is_matching ((EntenteRole) parts[i].role) || place->rank <= row)
        continue;
      place->rank = row;
      n_left--;
    }
  }
}

static void
rank_by_hand (GArray *places, const EntenteChronicle *chronicle)
{
  for (guint i = 0; i < places->len; i++) {
    gint64 given = entente_chronicle_get_actor (chronicle, i)->lane_order;

    g_array_index (places, Place, i).rank = given != 0 ? given : G_MAXINT64;
  }
}

static const char *
get_name (Place *place, const EntenteChronicle *chronicle)
{
  if (place->name == NULL)
    place->name =
      g_utf8_collate_key (entente_chronicle_get_actor (chronicle, place->index)->name, -1);
  return place->name;
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer chronicle)
{
  return strcmp (get_name ((Place *) a, chronicle), get_name ((Place *) b, chronicle));
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer chronicle)
{
  const Place *first = a, *second = b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;
  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;
  return compare_names (a, b, chronicle);
}

GArray *
entente_actor_order_new (const EntenteChronicle *chronicle, EntenteActorOrder order)
{
  guint n = entente_chronicle_get_n_actors (chronicle);
  g_autoptr (GArray) places = g_array_sized_new (FALSE, TRUE, sizeof (Place), n);
  GArray *indexes = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);

  g_array_set_clear_func (places, clear_place);
  for (guint32 i = 0; i < n; i++) {
    Place place = { .index = i, .count = entente_chronicle_get_actor_count (chronicle, i, TRUE) };

    g_array_append_val (places, place);
  }
  if (order == ENTENTE_ACTORS_BY_HAND)
    rank_by_hand (places, chronicle);
  else if (order == ENTENTE_ACTORS_BY_FIRST_MOVE)
    rank_by_first_move (places, chronicle);
  g_array_sort_with_data (places,
                          order == ENTENTE_ACTORS_BY_NAME ? compare_names : compare_places,
                          (gpointer) chronicle);
  for (guint i = 0; i < n; i++)
    g_array_append_val (indexes, g_array_index (places, Place, i).index);
  return indexes;
}
