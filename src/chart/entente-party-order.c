/* Chosen by count, then sorted by keys that are made once. */
#include "config.h"

#include "entente-party-order.h"

typedef struct {
  guint32 actor;
  guint several; /* it belongs to several bodies, or to one at one time and to another at another */
  char *body; /* collation key of the name of its body, or NULL */
  guint is_member;
  char *name; /* collation key, or NULL */
} Place;

static const char *const nicks[ENTENTE_N_PARTY_ORDERS] = { "count", "name", "affiliation" };

const char *
entente_party_order_get_nick (EntentePartyOrder order)
{
  return nicks[order];
}

static char *
make_key (const EntenteChronicle *chronicle, guint32 actor)
{
  return g_utf8_collate_key (entente_chronicle_get_actor (chronicle, actor)->name, -1);
}

static void
read_body (Place *place, const EntenteChronicle *chronicle)
{
  const EntenteSpan ever = { ENTENTE_TIME_MIN, ENTENTE_TIME_MAX };
  guint32 body = entente_chronicle_get_body (chronicle, place->actor, ever);

  place->several = body == ENTENTE_NO_INDEX;
  if (body == ENTENTE_NO_INDEX)
    return;
  place->is_member = body != place->actor;
  place->body = make_key (chronicle, body);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *one = a, *other = b;
  int order = (int) one->several - (int) other->several;

  order = order != 0 ? order : g_strcmp0 (one->body, other->body);
  order = order != 0 ? order : (int) one->is_member - (int) other->is_member;
  order = order != 0 ? order : g_strcmp0 (one->name, other->name);
  return order != 0 ? order : (one->actor > other->actor) - (one->actor < other->actor);
}

static void
clear_place (gpointer data)
{
  Place *place = data;

  g_free (place->body);
  g_free (place->name);
}

GArray *
entente_party_order_list (const EntenteChronicle *chronicle,
                          const EntenteRelations *relations,
                          EntentePartyOrder order,
                          guint max)
{
  GArray *actors = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) places = g_array_new (FALSE, TRUE, sizeof (Place));
  guint n;
  const EntenteParty *parties = entente_relations_get_parties (relations, &n);

  g_array_set_clear_func (places, clear_place);
  for (guint i = 0; i < MIN (n, max); i++) {
    Place place = { .actor = parties[i].actor };

    if (order != ENTENTE_PARTY_ORDER_COUNT)
      place.name = make_key (chronicle, place.actor);
    if (order == ENTENTE_PARTY_ORDER_AFFILIATION)
      read_body (&place, chronicle);
    g_array_append_val (places, place);
  }
  if (order != ENTENTE_PARTY_ORDER_COUNT)
    g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    g_array_append_val (actors, g_array_index (places, Place, i).actor);
  return actors;
}
