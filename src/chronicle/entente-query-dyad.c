/* What a query asks of actors, taken out, kept and put in. */
#include "config.h"

#include "entente-query-dyad.h"

static GArray *
copy_ids (const GArray *ids)
{
  return ids != NULL ? g_array_copy ((GArray *) ids) : NULL;
}

static void
replace_ids (GArray **ids, GArray *with)
{
  g_clear_pointer (ids, g_array_unref);
  *ids = with;
}

static GArray *
list_ids (EntenteId first, EntenteId second)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (EntenteId));

  g_array_append_val (ids, first);
  if (second != ENTENTE_ID_NONE)
    g_array_append_val (ids, second);
  return ids;
}

EntenteQuery *
entente_query_with_actors_of (const EntenteQuery *query, const EntenteQuery *actors)
{
  EntenteQuery *own = entente_query_copy (query);

  own->match = actors->match;
  own->direction = actors->direction;
  own->exclusive = actors->exclusive;
  own->roles = actors->roles;
  replace_ids (&own->actors, copy_ids (actors->actors));
  replace_ids (&own->by, copy_ids (actors->by));
  replace_ids (&own->to, copy_ids (actors->to));
  return own;
}

static gboolean
is_none (const GArray *ids)
{
  return ids == NULL || ids->len == 0;
}

/* Does what is asked of actors hold for every move between the two? */
static gboolean
holds_for_all (const EntenteQuery *query, const EntenteDyadChoice *dyad)
{
  gboolean has_from = entente_query_has_id (query->actors, dyad->from);
  gboolean has_to = entente_query_has_id (query->actors, dyad->to);

  if (query->exclusive || query->roles != 0 || !is_none (query->by) || !is_none (query->to))
    return FALSE;
  if (is_none (query->actors))
    return TRUE;
  return (query->match == ENTENTE_MATCH_ANY && (has_from || has_to)) ||
         (query->match == ENTENTE_MATCH_BETWEEN && query->direction == ENTENTE_EITHER_WAY &&
          has_from && has_to);
}

EntenteQuery *
entente_query_with_dyad (const EntenteQuery *query, const EntenteDyadChoice *dyad)
{
  g_autoptr (EntenteQuery) nobody = entente_query_new ();
  EntenteQuery *own;

  if (dyad->to == ENTENTE_ID_NONE) {
    own = entente_query_copy (query);
    replace_ids (&own->by, list_ids (dyad->from, ENTENTE_ID_NONE));
    return own;
  }
  if (dyad->from == dyad->to || (!dyad->both && !holds_for_all (query, dyad))) {
    own = holds_for_all (query, dyad) ? entente_query_with_actors_of (query, nobody)
                                      : entente_query_copy (query);
    replace_ids (&own->by, list_ids (dyad->from, ENTENTE_ID_NONE));
    replace_ids (&own->to, list_ids (dyad->to, ENTENTE_ID_NONE));
    return own;
  }
  own = entente_query_with_actors_of (query, nobody);
  own->match = ENTENTE_MATCH_BETWEEN;
  own->direction = dyad->both ? ENTENTE_EITHER_WAY : ENTENTE_FIRST_TO_SECOND;
  replace_ids (&own->actors, list_ids (dyad->from, dyad->to));
  return own;
}
