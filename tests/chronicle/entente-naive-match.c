/* A matcher that knows only the records of a study. */
#include "entente-naive-match.h"

#define MAX_WAY 24

/* ---- who belonged to whom ---- */

static EntenteSpan
get_span (const EntenteAffiliation *affiliation, gboolean surely)
{
  EntenteSpan never = { 0, 0 };
  EntenteSpan span = { ENTENTE_TIME_MIN, ENTENTE_TIME_MAX };

  if (!surely) {
    if (affiliation->from != NULL)
      span.start = affiliation->from->points.earliest_start;
    if (affiliation->to != NULL)
      span.end = affiliation->to->points.latest_end;
    return span;
  }
  if (affiliation->certainty != ENTENTE_CERTAINTY_CERTAIN)
    return never;
  if (affiliation->from == NULL || affiliation->from->form == ENTENTE_DATE_UNDATED)
    return never;
  if (affiliation->to != NULL && affiliation->to->form == ENTENTE_DATE_UNDATED)
    return never;
  span.start = affiliation->from->told.latest_start;
  if (affiliation->to != NULL)
    span.end = affiliation->to->told.earliest_end;
  return span;
}

/* Follows every way upwards that passes nobody twice. */
static gboolean
walk (const EntenteRandomStudy *study,
      EntenteId *way,
      guint length,
      EntenteId parent,
      EntenteSpan held,
      EntenteSpan window,
      gboolean surely)
{
  for (guint i = 0; i < study->affiliations->len; i++) {
    const EntenteAffiliation *affiliation = g_ptr_array_index (study->affiliations, i);
    EntenteSpan span = get_span (affiliation, surely);
    gboolean passed = FALSE;

    if (affiliation->actor != way[length - 1])
      continue;
    span.start = MAX (span.start, held.start);
    span.end = MIN (span.end, held.end);
    for (guint k = 0; k < length; k++)
      passed = passed || way[k] == affiliation->parent;
    if (passed || span.start >= span.end || length == MAX_WAY)
      continue;
    if (affiliation->parent == parent &&
        (surely ? span.start <= window.start && window.end <= span.end
                : span.start < window.end && window.start < span.end))
      return TRUE;
    way[length] = affiliation->parent;
    if (walk (study, way, length + 1, parent, span, window, surely))
      return TRUE;
  }
  return FALSE;
}

gboolean
entente_naive_belongs (const EntenteRandomStudy *study,
                       EntenteId actor,
                       EntenteId parent,
                       EntenteSpan window,
                       gboolean surely)
{
  EntenteId way[MAX_WAY] = { actor };
  EntenteSpan always = { ENTENTE_TIME_MIN, ENTENTE_TIME_MAX };

  if (window.start == window.end)
    window.end++;
  return actor == parent || walk (study, way, 1, parent, always, window, surely);
}

/* ---- who takes part ---- */

static gboolean
has_role (const EntenteQuery *query, const EntenteParticipationRow *part)
{
  if (query->roles != 0)
    return query->roles >> part->role & 1;
  switch ((EntenteRole) part->role) {
  case ENTENTE_ROLE_INITIATOR:
  case ENTENTE_ROLE_ADDRESSEE:
  case ENTENTE_ROLE_PARTICIPANT:
  case ENTENTE_ROLE_HOST:
  case ENTENTE_ROLE_MEDIATOR:
  case ENTENTE_ROLE_SIGNATORY:
  case ENTENTE_ROLE_GUARANTOR:
  case ENTENTE_ROLE_INVITED:
  case ENTENTE_ROLE_SPOKESMAN:
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
is_meant (const EntenteRandomStudy *study,
          const EntenteStudyEvent *event,
          const EntenteQuery *query,
          EntenteId actor,
          EntenteId chosen)
{
  EntenteSpan window = entente_date_get_window (event->event->when);

  if (actor == ENTENTE_ID_NONE)
    return FALSE;
  return actor == chosen ||
         (query->members &&
          entente_naive_belongs (study, actor, chosen, window, query->members_surely));
}

static gboolean
is_met (const EntenteRandomStudy *study,
        const EntenteStudyEvent *event,
        const EntenteQuery *query,
        const EntenteParticipationRow *part,
        EntenteId chosen)
{
  return is_meant (study, event, query, part->actor, chosen) ||
         is_meant (study, event, query, part->speaks_for, chosen);
}

static const EntenteParticipationRow *
get_part (const EntenteStudyEvent *event, guint i)
{
  return &g_array_index (event->parts, EntenteParticipationRow, i);
}

gboolean
entente_naive_takes_part (const EntenteRandomStudy *study,
                          const EntenteStudyEvent *event,
                          const EntenteQuery *query,
                          EntenteId actor)
{
  for (guint i = 0; i < event->parts->len; i++) {
    if (has_role (query, get_part (event, i)) &&
        is_met (study, event, query, get_part (event, i), actor))
      return TRUE;
  }
  return FALSE;
}

static gboolean
has_strangers (const EntenteRandomStudy *study,
               const EntenteStudyEvent *event,
               const EntenteQuery *query,
               guint n_chosen)
{
  for (guint i = 0; i < event->parts->len; i++) {
    gboolean known = FALSE;

    for (guint k = 0; k < n_chosen; k++)
      known = known || is_met (study,
                               event,
                               query,
                               get_part (event, i),
                               g_array_index (query->actors, EntenteId, k));
    if (has_role (query, get_part (event, i)) && !known)
      return TRUE;
  }
  return FALSE;
}

/* Tries every assignment of the actors from @k on to participants that are still free. */
static gboolean
assign (const EntenteRandomStudy *study,
        const EntenteStudyEvent *event,
        const EntenteQuery *query,
        guint k,
        GArray *taken)
{
  if (k == query->actors->len)
    return TRUE;
  for (guint i = 0; i < event->parts->len; i++) {
    const EntenteParticipationRow *part = get_part (event, i);
    gboolean found;

    if (!has_role (query, part) || entente_query_has_id (taken, part->actor) ||
        !is_met (study, event, query, part, g_array_index (query->actors, EntenteId, k)))
      continue;
    g_array_append_val (taken, part->actor);
    found = assign (study, event, query, k + 1, taken);
    g_array_set_size (taken, taken->len - 1);
    if (found)
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_towards (guint from, guint to)
{
  return from == ENTENTE_ROLE_INITIATOR &&
         (to == ENTENTE_ROLE_ADDRESSEE || to == ENTENTE_ROLE_INVITED);
}

static gboolean
is_between (const EntenteRandomStudy *study,
            const EntenteStudyEvent *event,
            const EntenteQuery *query)
{
  EntenteId first = g_array_index (query->actors, EntenteId, 0);
  EntenteId second = g_array_index (query->actors, EntenteId, 1);

  for (guint i = 0; i < event->parts->len; i++) {
    for (guint k = 0; k < event->parts->len; k++) {
      const EntenteParticipationRow *a = get_part (event, i);
      const EntenteParticipationRow *b = get_part (event, k);
      gboolean there = is_towards (a->role, b->role);
      gboolean back = is_towards (b->role, a->role);
      gboolean alike =
        a->role == b->role && a->role != ENTENTE_ROLE_ADDRESSEE && a->role != ENTENTE_ROLE_INVITED;

      if (query->direction == ENTENTE_FIRST_TO_SECOND)
        back = alike = FALSE;
      if (query->direction == ENTENTE_SECOND_TO_FIRST)
        there = alike = FALSE;
      if ((there || back || alike) && a->actor != b->actor && has_role (query, a) &&
          has_role (query, b) && is_met (study, event, query, a, first) &&
          is_met (study, event, query, b, second))
        return TRUE;
    }
  }
  return FALSE;
}

static gboolean
is_any (const EntenteRandomStudy *study, const EntenteStudyEvent *event, const EntenteQuery *query)
{
  for (guint i = 0; i < query->actors->len; i++) {
    if (entente_naive_takes_part (study, event, query, g_array_index (query->actors, EntenteId, i)))
      return TRUE;
  }
  return FALSE;
}

static gboolean
match_actors (const EntenteRandomStudy *study,
              const EntenteStudyEvent *event,
              const EntenteQuery *query)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  guint n = query->actors != NULL ? query->actors->len : 0;
  gboolean between = query->match == ENTENTE_MATCH_BETWEEN && n >= 2;

  if (n == 0)
    return TRUE;
  if (query->match == ENTENTE_MATCH_NONE)
    return !is_any (study, event, query);
  if (query->exclusive && has_strangers (study, event, query, between ? 2 : n))
    return FALSE;
  if (between)
    return is_between (study, event, query);
  if (query->match == ENTENTE_MATCH_ALL)
    return assign (study, event, query, 0, taken);
  return is_any (study, event, query);
}

static gboolean
match_side (const EntenteRandomStudy *study,
            const EntenteStudyEvent *event,
            const EntenteQuery *query,
            const GArray *chosen,
            gboolean to)
{
  if (chosen == NULL || chosen->len == 0)
    return TRUE;
  for (guint i = 0; i < event->parts->len; i++) {
    const EntenteParticipationRow *part = get_part (event, i);
    gboolean suits = to ? part->role == ENTENTE_ROLE_ADDRESSEE || part->role == ENTENTE_ROLE_INVITED
                        : part->role == ENTENTE_ROLE_INITIATOR;

    for (guint k = 0; k < chosen->len; k++) {
      if (suits && is_met (study, event, query, part, g_array_index (chosen, EntenteId, k)))
        return TRUE;
    }
  }
  return FALSE;
}

/* ---- the rest ---- */

static gboolean
allows (guint32 mask, guint value)
{
  return mask == 0 || (mask & 1u << value) != 0;
}

static gboolean
match_facts (const EntenteChronicle *chronicle,
             const EntenteStudyEvent *event,
             const EntenteQuery *query,
             guint row)
{
  const EntenteKind *kind = entente_kind_find (event->event->kind);
  gboolean any_kind = query->kinds[0] == 0 && query->kinds[1] == 0;

  return (any_kind || (query->kinds[kind->index / 64] & (guint64) 1 << kind->index % 64)) &&
         allows (query->groups, kind->group) &&
         allows (query->judgement, (guint) event->event->judgement) &&
         allows (query->mode, (guint) event->event->mode) &&
         allows (query->medium, (guint) event->event->medium) &&
         allows (query->dated, event->event->when->form == ENTENTE_DATE_UNDATED) &&
         allows (query->evidence, entente_chronicle_get_evidence (chronicle, row)) &&
         allows (query->status, entente_chronicle_get_status (chronicle, row)) &&
         allows (query->answered, entente_chronicle_get_answered (chronicle, row));
}

static gboolean
has_one (const GArray *chosen, EntenteId id)
{
  return chosen == NULL || chosen->len == 0 ||
         (id != ENTENTE_ID_NONE && entente_query_has_id (chosen, id));
}

static gboolean
match_claims (const EntenteStudyEvent *event, const GArray *chosen, gsize offset)
{
  if (chosen == NULL || chosen->len == 0)
    return TRUE;
  for (guint i = 0; i < event->claims->len; i++) {
    const EntenteClaimRow *claim = &g_array_index (event->claims, EntenteClaimRow, i);

    if (has_one (chosen, G_STRUCT_MEMBER (EntenteId, claim, offset)))
      return TRUE;
  }
  return FALSE;
}

/* Is @id chosen, or anything that it stands under? */
static gboolean
is_below_chosen (const GPtrArray *records, gsize parent, const GArray *chosen, EntenteId id)
{
  if (entente_query_has_id (chosen, id))
    return TRUE;
  for (guint i = 0; i < records->len; i++) {
    const EntenteRecord *record = g_ptr_array_index (records, i);
    EntenteId above = G_STRUCT_MEMBER (EntenteId, record, parent);

    if (record->id == id && above != ENTENTE_ID_NONE)
      return is_below_chosen (records, parent, chosen, above);
  }
  return FALSE;
}

static gboolean
match_lists (const EntenteRandomStudy *study,
             const EntenteStudyEvent *event,
             const EntenteQuery *query)
{
  gboolean issue = query->issues == NULL || query->issues->len == 0;
  gboolean place = query->places == NULL || query->places->len == 0;

  for (guint i = 0; i < event->issues->len && !issue; i++)
    issue = is_below_chosen (study->issues,
                             G_STRUCT_OFFSET (EntenteIssue, parent),
                             query->issues,
                             g_array_index (event->issues, EntenteId, i));
  if (!place && event->event->place != ENTENTE_ID_NONE)
    place = is_below_chosen (study->places,
                             G_STRUCT_OFFSET (EntentePlace, parent),
                             query->places,
                             event->event->place);
  return issue && place && has_one (query->tracks, event->event->track) &&
         match_claims (event, query->articles, G_STRUCT_OFFSET (EntenteClaimRow, article)) &&
         match_claims (event, query->outlets, G_STRUCT_OFFSET (EntenteClaimRow, outlet)) &&
         match_claims (event, query->speakers, G_STRUCT_OFFSET (EntenteClaimRow, speaker));
}

static gboolean
match_rounds (const EntenteRandomStudy *study,
              const EntenteStudyEvent *event,
              const EntenteQuery *query)
{
  EntenteId id = event->event->record.id;

  if (query->rounds == NULL || query->rounds->len == 0 || entente_query_has_id (query->rounds, id))
    return TRUE;
  for (guint i = 0; i < study->links->len; i++) {
    const EntenteLinkRow *link = &g_array_index (study->links, EntenteLinkRow, i);

    if (link->from == id && link->type == ENTENTE_LINK_PART_OF &&
        entente_query_has_id (query->rounds, link->to) &&
        entente_random_study_find (study, link->to) != NULL)
      return TRUE;
  }
  return FALSE;
}

static gboolean
match_time (const EntenteStudyEvent *event, const EntenteQuery *query)
{
  EntenteSpan span = { query->has_since ? query->since : ENTENTE_TIME_MIN,
                       query->has_until ? query->until : ENTENTE_TIME_MAX };

  if (!query->has_since && !query->has_until)
    return TRUE;
  return query->surely ? entente_date_surely_within (event->event->when, span)
                       : entente_date_possibly_within (event->event->when, span);
}

gboolean
entente_naive_matches (const EntenteRandomStudy *study,
                       const EntenteChronicle *chronicle,
                       const EntenteQuery *query,
                       const EntenteBitset *words,
                       guint row)
{
  EntenteId id = entente_chronicle_get_id (chronicle, row);
  const EntenteStudyEvent *event = entente_random_study_find (study, id);

  return match_facts (chronicle, event, query, row) && match_lists (study, event, query) &&
         match_rounds (study, event, query) && match_time (event, query) &&
         match_actors (study, event, query) && match_side (study, event, query, query->by, FALSE) &&
         match_side (study, event, query, query->to, TRUE) &&
         (words == NULL || entente_bitset_contains (words, row));
}

/* ---- random queries ---- */

static void
choose (GArray **ids, const GPtrArray *records, guint max)
{
  for (guint i = 1 + entente_random_pick (max); i > 0; i--)
    entente_query_toggle_id (ids, entente_random_id (records), TRUE);
  /* At times one that is not in the study. */
  if (entente_random_once_in (10))
    entente_query_toggle_id (ids, 3, TRUE);
}

static guint32
choose_mask (guint n)
{
  return (guint32) g_test_rand_int () & ((1u << n) - 1);
}

static void
choose_actors (EntenteQuery *query, const EntenteRandomStudy *study)
{
  query->match = (EntenteMatch) entente_random_pick (4);
  query->direction = (EntenteDirection) entente_random_pick (3);
  query->exclusive = entente_random_once_in (3);
  if (!entente_random_once_in (4))
    choose (&query->actors, study->actors, 3);
  if (entente_random_once_in (8))
    query->roles = choose_mask (13);
  if (entente_random_once_in (6))
    choose (&query->by, study->actors, 4);
  if (entente_random_once_in (6))
    choose (&query->to, study->actors, 4);
}

static void
choose_time (EntenteQuery *query)
{
  query->has_since = entente_random_once_in (2);
  query->has_until = entente_random_once_in (2);
  query->since = (16000 + entente_random_pick (1600)) * ENTENTE_SECONDS_PER_DAY;
  query->until = query->since + entente_random_pick (1000) * ENTENTE_SECONDS_PER_DAY;
  query->surely = entente_random_once_in (2);
}

static void
choose_facts (EntenteQuery *query)
{
  guint32 *masks[] = { &query->groups, &query->evidence, &query->judgement, &query->mode,
                       &query->status, &query->medium,   &query->answered,  &query->dated };
  static const guint sizes[] = { 12, 8, 5, 4, 7, 12, 3, 2 };
  guint n = entente_random_pick (G_N_ELEMENTS (masks));

  if (entente_random_once_in (5)) {
    query->kinds[0] = (guint64) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();
    query->kinds[1] = choose_mask (7);
  }
  *masks[n] = choose_mask (sizes[n]);
}

static void
choose_lists (EntenteQuery *query, const EntenteRandomStudy *study)
{
  GArray **lists[] = { &query->tracks,   &query->places,  &query->issues,
                       &query->articles, &query->outlets, &query->speakers };
  const GPtrArray *records[] = { study->tracks,   study->places, study->issues,
                                 study->articles, study->actors, study->actors };
  guint n = entente_random_pick (G_N_ELEMENTS (lists));

  choose (lists[n], records[n], 3);
}

/* Events to which links lead, so that some are found. */
static void
choose_rounds (EntenteQuery *query, const EntenteRandomStudy *study)
{
  for (guint i = 0; study->links->len > 0 && i < 1 + entente_random_pick (20); i++) {
    guint at = entente_random_pick (study->links->len);

    entente_query_toggle_id (&query->rounds,
                             g_array_index (study->links, EntenteLinkRow, at).to,
                             TRUE);
  }
}

EntenteQuery *
entente_random_query (const EntenteRandomStudy *study)
{
  EntenteQuery *query = entente_query_new ();

  query->members = entente_random_once_in (2);
  query->members_surely = entente_random_once_in (3);
  if (!entente_random_once_in (3))
    choose_actors (query, study);
  if (entente_random_once_in (3))
    choose_facts (query);
  if (entente_random_once_in (4))
    choose_lists (query, study);
  if (entente_random_once_in (6))
    choose_rounds (query, study);
  if (entente_random_once_in (3))
    choose_time (query);
  return query;
}

EntenteBitset *
entente_random_rows (guint n_rows)
{
  EntenteBitset *rows = entente_bitset_new (n_rows);

  for (guint row = 0; row < n_rows; row++) {
    if (!entente_random_once_in (3))
      entente_bitset_add (rows, row);
  }
  return rows;
}
