/* What the counts beside the values of a filter stand for, as plain SQL. */
#include "config.h"

#include "entente-truth-sql.h"

#include "entente-own-fields.h"
#include "entente-query-fields.h"
#include "entente-rounds.h"

/* ---- values of facets ---- */

static guint32 *
find_mask (EntenteQuery *query, EntenteFacet facet)
{
  switch ((int) facet) {
  case ENTENTE_FACET_GROUP:
    return &query->groups;
  case ENTENTE_FACET_EVIDENCE:
    return &query->evidence;
  case ENTENTE_FACET_JUDGEMENT:
    return &query->judgement;
  case ENTENTE_FACET_MODE:
    return &query->mode;
  case ENTENTE_FACET_STATUS:
    return &query->status;
  case ENTENTE_FACET_MEDIUM:
    return &query->medium;
  case ENTENTE_FACET_ANSWERED:
    return &query->answered;
  case ENTENTE_FACET_DATED:
    return &query->dated;
  default:
    return NULL;
  }
}

/* The list of a facet, and the id of one of its values; none for the last one, which stands for
 * "none". */
static GArray **
find_list (EntenteQuery *query,
           const EntenteChronicle *chronicle,
           EntenteFacet facet,
           guint value,
           EntenteId *id)
{
  const EntenteRecord *record = NULL;
  GArray **list = NULL;
  guint n = 0;

#define FIND(FACET, field, count, get)                                                             \
  if (facet == FACET) {                                                                            \
    list = &query->field;                                                                          \
    n = count (chronicle);                                                                         \
    record = value < n ? (const EntenteRecord *) get (chronicle, value) : NULL;                    \
  }
  FIND (ENTENTE_FACET_TRACK, tracks, entente_chronicle_get_n_tracks, entente_chronicle_get_track)
  FIND (ENTENTE_FACET_PLACE,
        places,
        entente_chronicle_get_n_places,
        entente_chronicle_get_place_record)
  FIND (ENTENTE_FACET_ISSUE, issues, entente_chronicle_get_n_issues, entente_chronicle_get_issue)
  FIND (ENTENTE_FACET_ARTICLE,
        articles,
        entente_chronicle_get_n_articles,
        entente_chronicle_get_article)
  FIND (ENTENTE_FACET_OUTLET, outlets, entente_chronicle_get_n_actors, entente_chronicle_get_actor)
  FIND (ENTENTE_FACET_SPEAKER,
        speakers,
        entente_chronicle_get_n_actors,
        entente_chronicle_get_actor)
#undef FIND
  *id = record != NULL ? record->id : ENTENTE_ID_NONE;
  return list;
}

static gboolean
is_listed (EntenteFacet facet)
{
  return facet >= ENTENTE_FACET_TRACK && facet < ENTENTE_N_FACETS;
}

static gboolean
is_own (EntenteFacet facet)
{
  return facet >= ENTENTE_N_FACETS;
}

/* Number of one of the user's own fields. */
static EntenteId
get_own_id (const EntenteChronicle *chronicle, EntenteFacet facet)
{
  return entente_own_fields_get (entente_chronicle_get_own_fields (chronicle),
                                 facet - ENTENTE_N_FACETS)
    ->record.id;
}

static void
replace_own (EntenteQuery *query,
             const EntenteChronicle *chronicle,
             EntenteFacet facet,
             guint value)
{
  const EntenteOwnFields *fields = entente_chronicle_get_own_fields (chronicle);
  guint field = facet - ENTENTE_N_FACETS;
  EntenteFieldAsk *ask;

  entente_query_clear_field (query, get_own_id (chronicle, facet));
  ask = entente_query_ensure_field (query, get_own_id (chronicle, facet));
  ask->empty = value == entente_own_fields_get_n_values (fields, field);
  if (!ask->empty)
    entente_field_ask_toggle (ask, entente_own_fields_get_value (fields, field, value), TRUE);
}

static void
replace_round (EntenteQuery *query, const EntenteChronicle *chronicle, guint value)
{
  guint n;
  const guint32 *rounds = entente_rounds_get (chronicle, &n);

  g_clear_pointer (&query->rounds, g_array_unref);
  query->round_empty = value == n;
  if (value < n)
    entente_query_set_round (query, entente_chronicle_get_id (chronicle, rounds[value]));
}

/* @query asks for @value in place of what it asked of its criterion. */
static void
replace (EntenteQuery *query, const EntenteChronicle *chronicle, EntenteFacet facet, guint value)
{
  guint32 *mask = find_mask (query, facet);
  EntenteId id;
  GArray **list = find_list (query, chronicle, facet, value, &id);

  if (mask != NULL)
    *mask = 1u << value;
  if (list != NULL) {
    g_clear_pointer (list, g_array_unref);
    query->listed[facet - ENTENTE_FACET_TRACK] = ENTENTE_MATCH_ANY;
    query->empty[facet - ENTENTE_FACET_TRACK] = id == ENTENTE_ID_NONE;
    if (id != ENTENTE_ID_NONE)
      entente_query_toggle_id (list, id, TRUE);
  }
  if (facet == ENTENTE_FACET_ROUND)
    replace_round (query, chronicle, value);
  if (is_own (facet))
    replace_own (query, chronicle, facet, value);
  if (facet == ENTENTE_FACET_KIND) {
    query->kinds[0] = value < 64 ? (guint64) 1 << value : 0;
    query->kinds[1] = value < 64 ? 0 : (guint64) 1 << (value - 64);
  }
}

char *
entente_truth_write_value (const EntenteQuery *query,
                           const EntenteChronicle *chronicle,
                           EntenteFacet facet,
                           guint value)
{
  g_autoptr (EntenteQuery) only = entente_query_new ();

  if (facet == ENTENTE_FACET_ACTOR) {
    const EntenteActor *actor = entente_chronicle_get_actor (chronicle, value);
    g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, actor->record.id);

    return entente_truth_write_takes_part (query, id);
  }
  replace (only, chronicle, facet, value);
  return entente_truth_write (only);
}

/* Any: this one alone. All, and between while one is missing: this one too. None, and between two:
 * as it is, and takes part. */
static char *
write_actor_count (const EntenteQuery *query, const EntenteChronicle *chronicle, guint value)
{
  EntenteId id = entente_chronicle_get_actor (chronicle, value)->record.id;
  g_autoptr (EntenteQuery) other = entente_query_copy (query);
  gboolean is_full =
    query->match == ENTENTE_MATCH_NONE ||
    (query->match == ENTENTE_MATCH_BETWEEN && query->actors != NULL && query->actors->len >= 2);

  if (is_full) {
    g_autofree char *match = entente_truth_write (query);
    g_autofree char *part =
      entente_truth_write_value (query, chronicle, ENTENTE_FACET_ACTOR, value);

    return g_strdup_printf ("%s AND %s", match, part);
  }
  if (query->match == ENTENTE_MATCH_ANY)
    g_clear_pointer (&other->actors, g_array_unref);
  if (!entente_query_has_id (other->actors, id))
    entente_query_toggle_id (&other->actors, id, TRUE);
  return entente_truth_write (other);
}

/* Must all values be met, so that a further one joins them? */
static gboolean
is_joined (const EntenteQuery *query, const EntenteChronicle *chronicle, EntenteFacet facet)
{
  const EntenteFieldAsk *ask =
    is_own (facet) ? entente_query_get_field (query, get_own_id (chronicle, facet)) : NULL;

  if (ask != NULL)
    return ask->match == ENTENTE_MATCH_ALL;
  return is_listed (facet) && query->listed[facet - ENTENTE_FACET_TRACK] == ENTENTE_MATCH_ALL;
}

char *
entente_truth_write_count (const EntenteQuery *query,
                           const EntenteChronicle *chronicle,
                           EntenteFacet facet,
                           guint value)
{
  g_autoptr (EntenteQuery) other = entente_query_copy (query);

  if (facet == ENTENTE_FACET_ACTOR)
    return write_actor_count (query, chronicle, value);
  if (is_joined (query, chronicle, facet)) {
    g_autofree char *match = entente_truth_write (query);
    g_autofree char *has = entente_truth_write_value (query, chronicle, facet, value);

    return g_strdup_printf ("%s AND %s", match, has);
  }
  replace (other, chronicle, facet, value);
  return entente_truth_write (other);
}
