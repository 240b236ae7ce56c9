/* One table for all facets: a mask of a vocabulary, or a list of ids of a registry, in the query.
 * The user's own fields stand behind the table; what is asked of them is in the query by field.
 *
 * A new criterion is a new row here. Pure; no thread of its own.
 */
#include "config.h"

#include "entente-facet-criterion.h"
#include "entente-own-fields.h"
#include "entente-query-fields.h"
#include "entente-rounds.h"
#include <glib/gi18n.h>

typedef struct {
  gsize offset; /* of the mask, or of the array of ids, in EntenteQuery */
  gboolean is_registry;
  gboolean has_several; /* records, of which an event may have more than one */
  EntenteEnum vocabulary; /* of a mask */
} Criterion;

#define MASK(facet, field, name)                                                                   \
  [ENTENTE_FACET_##                                                                                \
    facet] = { G_STRUCT_OFFSET (EntenteQuery, field), FALSE, FALSE, ENTENTE_ENUM_##name }
#define ONE(facet, field)                                                                          \
  [ENTENTE_FACET_##facet] = { G_STRUCT_OFFSET (EntenteQuery, field), TRUE, FALSE, 0 }
#define SEVERAL(facet, field)                                                                      \
  [ENTENTE_FACET_##facet] = { G_STRUCT_OFFSET (EntenteQuery, field), TRUE, TRUE, 0 }

static const Criterion criteria[ENTENTE_N_FACETS] = {
  MASK (GROUP, groups, KIND_GROUP),
  MASK (EVIDENCE, evidence, EVIDENCE),
  MASK (JUDGEMENT, judgement, JUDGEMENT),
  MASK (MODE, mode, MODE),
  MASK (STATUS, status, STATUS),
  MASK (MEDIUM, medium, MEDIUM),
  MASK (ANSWERED, answered, ANSWERED),
  MASK (DATED, dated, ANSWERED), /* two values of its own; no vocabulary is asked */
  ONE (ROUND, rounds), /* no listed one: its "none" and its match are of their own */
  ONE (TRACK, tracks),
  ONE (PLACE, places),
  SEVERAL (ISSUE, issues),
  SEVERAL (ARTICLE, articles),
  SEVERAL (OUTLET, outlets),
  SEVERAL (SPEAKER, speakers),
};

static gboolean
is_own (EntenteFacet facet)
{
  return facet >= ENTENTE_N_FACETS;
}

static gboolean
is_registry (EntenteFacet facet)
{
  return is_own (facet) || criteria[facet].is_registry;
}

static guint32 *
get_mask (EntenteFacet facet, const EntenteQuery *query)
{
  return G_STRUCT_MEMBER_P (query, criteria[facet].offset);
}

static GArray **
get_ids (EntenteFacet facet, const EntenteQuery *query)
{
  return G_STRUCT_MEMBER_P (query, criteria[facet].offset);
}

static EntenteListed
get_listed (EntenteFacet facet)
{
  return (EntenteListed) (facet - ENTENTE_FACET_TRACK);
}

/* Is having none asked for? */
static gboolean *
get_empty (EntenteFacet facet, const EntenteQuery *query)
{
  EntenteQuery *self = (EntenteQuery *) query;

  return facet == ENTENTE_FACET_ROUND ? &self->round_empty : &self->empty[get_listed (facet)];
}

/* ---- the user's own fields ---- */

/* NULL for one that is not there (any more). */
static const EntenteField *
get_field (EntenteFacet facet, const EntenteChronicle *chronicle)
{
  const EntenteOwnFields *fields = entente_chronicle_get_own_fields (chronicle);
  guint index = facet - ENTENTE_N_FACETS;

  return index < entente_own_fields_get_n (fields) ? entente_own_fields_get (fields, index) : NULL;
}

static const char *
get_own_value (EntenteFacet facet, const EntenteChronicle *chronicle, guint value)
{
  return entente_own_fields_get_value (entente_chronicle_get_own_fields (chronicle),
                                       facet - ENTENTE_N_FACETS,
                                       value);
}

static const EntenteFieldAsk *
get_ask (EntenteFacet facet, const EntenteQuery *query, const EntenteChronicle *chronicle)
{
  const EntenteField *field = get_field (facet, chronicle);

  return field != NULL ? entente_query_get_field (query, field->record.id) : NULL;
}

static EntenteFieldAsk *
ensure_ask (EntenteFacet facet, EntenteQuery *query, const EntenteChronicle *chronicle)
{
  const EntenteField *field = get_field (facet, chronicle);

  return field != NULL ? entente_query_ensure_field (query, field->record.id) : NULL;
}

const char *
entente_own_value_get_label (const EntenteField *field, const char *value)
{
  if (g_strcmp0 (field->type, "yes-no") != 0)
    return value;
  if (g_str_equal (value, "yes"))
    return C_ ("value", "Yes");
  return g_str_equal (value, "no") ? C_ ("value", "No") : value;
}

/* ---- values ---- */

/* Number of records or nicks, without "none". */
static guint
count_named (EntenteFacet facet, const EntenteChronicle *chronicle)
{
  guint n;

  if (is_own (facet))
    return entente_own_fields_get_n_values (entente_chronicle_get_own_fields (chronicle),
                                            facet - ENTENTE_N_FACETS);
  switch (facet) {
  case ENTENTE_FACET_ROUND:
    entente_rounds_get (chronicle, &n);
    return n;
  case ENTENTE_FACET_TRACK:
    return entente_chronicle_get_n_tracks (chronicle);
  case ENTENTE_FACET_PLACE:
    return entente_chronicle_get_n_places (chronicle);
  case ENTENTE_FACET_ISSUE:
    return entente_chronicle_get_n_issues (chronicle);
  case ENTENTE_FACET_ARTICLE:
    return entente_chronicle_get_n_articles (chronicle);
  case ENTENTE_FACET_OUTLET:
  case ENTENTE_FACET_SPEAKER:
    return entente_chronicle_get_n_actors (chronicle);
  case ENTENTE_FACET_DATED:
    return 2;
  default:
    return (guint) entente_enum_count (criteria[facet].vocabulary);
  }
}

guint
entente_facet_criterion_count (EntenteFacet facet, const EntenteChronicle *chronicle)
{
  if (is_own (facet) && get_field (facet, chronicle) == NULL)
    return 0;
  return count_named (facet, chronicle) + is_registry (facet);
}

gboolean
entente_facet_criterion_is_none (EntenteFacet facet, const EntenteChronicle *chronicle, guint value)
{
  return is_registry (facet) && value == count_named (facet, chronicle);
}

static guint32
get_round (const EntenteChronicle *chronicle, guint value)
{
  guint n;

  return entente_rounds_get (chronicle, &n)[value];
}

/* The record of a registry; NULL for a vocabulary. */
static const EntenteRecord *
get_record (EntenteFacet facet, const EntenteChronicle *chronicle, guint value, const char **name)
{
  switch (facet) {
  case ENTENTE_FACET_TRACK: {
    const EntenteTrack *track = entente_chronicle_get_track (chronicle, value);
    *name = track->name;
    return &track->record;
  }
  case ENTENTE_FACET_PLACE: {
    const EntentePlace *place = entente_chronicle_get_place_record (chronicle, value);
    *name = place->name;
    return &place->record;
  }
  case ENTENTE_FACET_ISSUE: {
    const EntenteIssue *issue = entente_chronicle_get_issue (chronicle, value);
    *name = issue->name;
    return &issue->record;
  }
  case ENTENTE_FACET_ARTICLE: {
    const EntenteArticle *article = entente_chronicle_get_article (chronicle, value);
    *name = article->title;
    return &article->record;
  }
  default: {
    const EntenteActor *actor = entente_chronicle_get_actor (chronicle, value);
    *name = actor->name;
    return &actor->record;
  }
  }
}

EntenteId
entente_facet_criterion_get_id (EntenteFacet facet, const EntenteChronicle *chronicle, guint value)
{
  const char *name;

  if (is_own (facet) || !is_registry (facet) ||
      entente_facet_criterion_is_none (facet, chronicle, value))
    return ENTENTE_ID_NONE;
  if (facet == ENTENTE_FACET_ROUND)
    return entente_chronicle_get_id (chronicle, get_round (chronicle, value));
  return get_record (facet, chronicle, value, &name)->id;
}

const char *
entente_facet_criterion_get_label (EntenteFacet facet,
                                   const EntenteChronicle *chronicle,
                                   guint value)
{
  const char *name = NULL;

  if (facet == ENTENTE_FACET_DATED)
    return value == 0 ? _ ("Dated") : _ ("Undated");
  if (!is_registry (facet))
    return entente_enum_label (criteria[facet].vocabulary, (int) value);
  if (entente_facet_criterion_is_none (facet, chronicle, value))
    return C_ ("value", "None");
  if (is_own (facet))
    return entente_own_value_get_label (get_field (facet, chronicle),
                                        get_own_value (facet, chronicle, value));
  if (facet == ENTENTE_FACET_ROUND)
    return entente_kind_get_label (
      entente_chronicle_get_kind (chronicle, get_round (chronicle, value)));
  get_record (facet, chronicle, value, &name);
  return name ? name : _ ("Untitled");
}

gboolean
entente_facet_criterion_is_restricted (EntenteFacet facet,
                                       const EntenteQuery *query,
                                       const EntenteChronicle *chronicle)
{
  if (is_own (facet))
    return entente_field_ask_restricts (get_ask (facet, query, chronicle));
  if (facet == ENTENTE_FACET_ROUND)
    return query->round_empty || (query->rounds != NULL && query->rounds->len > 0);
  return criteria[facet].is_registry ? entente_query_restricts (query, get_listed (facet))
                                     : *get_mask (facet, query) != 0;
}

gboolean
entente_facet_criterion_names (EntenteFacet facet,
                               const EntenteQuery *query,
                               const EntenteChronicle *chronicle,
                               guint value)
{
  if (is_own (facet)) {
    const EntenteFieldAsk *ask = get_ask (facet, query, chronicle);

    if (ask == NULL || entente_facet_criterion_is_none (facet, chronicle, value))
      return ask != NULL && ask->empty;
    return entente_field_ask_names (ask, get_own_value (facet, chronicle, value));
  }
  if (!criteria[facet].is_registry)
    return (*get_mask (facet, query) >> value & 1) != 0;
  if (entente_facet_criterion_is_none (facet, chronicle, value))
    return *get_empty (facet, query);
  return entente_query_has_id (*get_ids (facet, query),
                               entente_facet_criterion_get_id (facet, chronicle, value));
}

void
entente_facet_criterion_clear (EntenteFacet facet,
                               EntenteQuery *query,
                               const EntenteChronicle *chronicle)
{
  if (is_own (facet)) {
    EntenteFieldAsk *ask = ensure_ask (facet, query, chronicle);

    if (ask != NULL)
      g_ptr_array_set_size (ask->values, 0);
    if (ask != NULL)
      ask->empty = FALSE;
    return;
  }
  if (!criteria[facet].is_registry) {
    *get_mask (facet, query) = 0;
    return;
  }
  g_clear_pointer (get_ids (facet, query), g_array_unref);
  *get_empty (facet, query) = FALSE;
}

gboolean
entente_facet_criterion_is_registry (EntenteFacet facet)
{
  return is_registry (facet);
}

gboolean
entente_facet_criterion_has_match (EntenteFacet facet)
{
  return is_registry (facet) && facet != ENTENTE_FACET_ROUND;
}

gboolean
entente_facet_criterion_has_several (EntenteFacet facet)
{
  return is_own (facet) || criteria[facet].has_several;
}

EntenteMatch
entente_facet_criterion_get_match (EntenteFacet facet,
                                   const EntenteQuery *query,
                                   const EntenteChronicle *chronicle)
{
  if (is_own (facet)) {
    const EntenteFieldAsk *ask = get_ask (facet, query, chronicle);

    return ask != NULL ? ask->match : ENTENTE_MATCH_ANY;
  }
  return entente_facet_criterion_has_match (facet) ? query->listed[get_listed (facet)]
                                                   : ENTENTE_MATCH_ANY;
}

void
entente_facet_criterion_set_match (EntenteFacet facet,
                                   EntenteQuery *query,
                                   const EntenteChronicle *chronicle,
                                   EntenteMatch match)
{
  if (is_own (facet)) {
    EntenteFieldAsk *ask = ensure_ask (facet, query, chronicle);

    if (ask != NULL)
      ask->match = match;
  } else if (entente_facet_criterion_has_match (facet))
    query->listed[get_listed (facet)] = match;
}

void
entente_facet_criterion_put (EntenteFacet facet,
                             EntenteQuery *query,
                             const EntenteChronicle *chronicle,
                             guint value,
                             gboolean on)
{
  guint32 bit = 1u << (value & 31);
  EntenteFieldAsk *ask = is_own (facet) ? ensure_ask (facet, query, chronicle) : NULL;

  if (is_own (facet) && ask == NULL)
    return;
  if (is_own (facet) && entente_facet_criterion_is_none (facet, chronicle, value))
    ask->empty = on;
  else if (is_own (facet))
    entente_field_ask_toggle (ask, get_own_value (facet, chronicle, value), on);
  else if (entente_facet_criterion_is_none (facet, chronicle, value))
    *get_empty (facet, query) = on;
  else if (criteria[facet].is_registry)
    entente_query_toggle_id (get_ids (facet, query),
                             entente_facet_criterion_get_id (facet, chronicle, value),
                             on);
  else if (on)
    *get_mask (facet, query) |= bit;
  else
    *get_mask (facet, query) &= ~bit;
}
