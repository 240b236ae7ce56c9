/* One pass over all rows. The matcher tells which criteria a row fails: none, and it counts for the
 * values of every facet; one, and it counts for the facet of that criterion only; more, and for
 * none. Counts of all events come from what the blocks counted of themselves, where they can.
 * Immutable; any thread. */
#include "entente-facets.h"

#include "entente-field-counts.h"
#include "entente-round-counts.h"
#include "entente-rounds.h"

struct _EntenteFacets {
  guint matched, total;
  guint within[2]; /* under a filter in time: possibly, surely; else what matches */
  guint n_values[ENTENTE_N_FACETS];
  guint32 *counts[ENTENTE_N_FACETS]; /* in one allocation with `totals` */
  guint32 *totals[ENTENTE_N_FACETS];
  guint32 *memory;
  EntenteFieldCounts *fields;
};

typedef struct {
  EntenteFacets *facets;
  const EntenteMatcher *matcher;
  gboolean counts_actors; /* of all events too: the chronicle does not know them for this query */
  guint32 spared[ENTENTE_N_FACETS]; /* criteria that a row may fail and yet count for the facet */
  guint32 facts[ENTENTE_N_FACT_VALUES];
  guint32 *parents[ENTENTE_N_FACETS]; /* of places and issues that stand under others, or NULL */
  guint32 *stamps[ENTENTE_N_FACETS]; /* ticket of the last event that had the value */
  guint32 ticket;
  guint n_passing; /* rows that fail nothing but what is asked of rounds */
} Counter;

/* One row, while it is counted. */
typedef struct {
  const EntenteBlock *block;
  guint i;
  guint32 fails;
} Row;

/* The criterion that a facet chooses in. */
static const EntenteCriterion criteria[ENTENTE_N_FACETS] = {
  [ENTENTE_FACET_ACTOR] = ENTENTE_CRITERION_ACTORS,
  [ENTENTE_FACET_KIND] = ENTENTE_CRITERION_KIND,
  [ENTENTE_FACET_GROUP] = ENTENTE_CRITERION_GROUP,
  [ENTENTE_FACET_EVIDENCE] = ENTENTE_CRITERION_EVIDENCE,
  [ENTENTE_FACET_JUDGEMENT] = ENTENTE_CRITERION_JUDGEMENT,
  [ENTENTE_FACET_MODE] = ENTENTE_CRITERION_MODE,
  [ENTENTE_FACET_STATUS] = ENTENTE_CRITERION_STATUS,
  [ENTENTE_FACET_MEDIUM] = ENTENTE_CRITERION_MEDIUM,
  [ENTENTE_FACET_ANSWERED] = ENTENTE_CRITERION_ANSWERED,
  [ENTENTE_FACET_DATED] = ENTENTE_CRITERION_DATED,
  [ENTENTE_FACET_ROUND] = ENTENTE_CRITERION_ROUND,
  [ENTENTE_FACET_TRACK] = ENTENTE_CRITERION_TRACK,
  [ENTENTE_FACET_PLACE] = ENTENTE_CRITERION_PLACE,
  [ENTENTE_FACET_ISSUE] = ENTENTE_CRITERION_ISSUE,
  [ENTENTE_FACET_ARTICLE] = ENTENTE_CRITERION_ARTICLE,
  [ENTENTE_FACET_OUTLET] = ENTENTE_CRITERION_OUTLET,
  [ENTENTE_FACET_SPEAKER] = ENTENTE_CRITERION_SPEAKER,
};

/* A facet of records, its criterion and its place among the listed ones are found from each other
 * by counting. */
#define ASSERT_LISTED(name)                                                                        \
  G_STATIC_ASSERT (ENTENTE_FACET_##name - ENTENTE_FACET_TRACK == ENTENTE_LISTED_##name &&          \
                   ENTENTE_CRITERION_##name - ENTENTE_CRITERION_TRACK == ENTENTE_LISTED_##name)
ASSERT_LISTED (TRACK);
ASSERT_LISTED (PLACE);
ASSERT_LISTED (ISSUE);
ASSERT_LISTED (ARTICLE);
ASSERT_LISTED (OUTLET);
ASSERT_LISTED (SPEAKER);
G_STATIC_ASSERT (ENTENTE_N_FACETS - ENTENTE_FACET_TRACK == ENTENTE_N_LISTED);

/* Where the counts of the facets of facts begin. */
static const guint fact_starts[] = {
  [ENTENTE_FACET_KIND] = ENTENTE_FACT_KIND,
  [ENTENTE_FACET_GROUP] = ENTENTE_FACT_GROUP,
  [ENTENTE_FACET_EVIDENCE] = ENTENTE_FACT_EVIDENCE,
  [ENTENTE_FACET_JUDGEMENT] = ENTENTE_FACT_JUDGEMENT,
  [ENTENTE_FACET_MODE] = ENTENTE_FACT_MODE,
  [ENTENTE_FACET_STATUS] = ENTENTE_FACT_STATUS,
  [ENTENTE_FACET_MEDIUM] = ENTENTE_FACT_MEDIUM,
  [ENTENTE_FACET_ANSWERED] = ENTENTE_FACT_ANSWERED,
  [ENTENTE_FACET_DATED] = ENTENTE_FACT_DATED,
};

/* ---- sizes ---- */

static void
measure_facets (EntenteFacets *facets, const EntenteChronicle *chronicle)
{
  guint *n = facets->n_values;

  n[ENTENTE_FACET_ACTOR] = entente_chronicle_get_n_actors (chronicle);
  n[ENTENTE_FACET_KIND] = entente_kind_count ();
  n[ENTENTE_FACET_GROUP] = ENTENTE_N_GROUPS;
  n[ENTENTE_FACET_EVIDENCE] = (guint) entente_enum_count (ENTENTE_ENUM_EVIDENCE);
  n[ENTENTE_FACET_JUDGEMENT] = (guint) entente_enum_count (ENTENTE_ENUM_JUDGEMENT);
  n[ENTENTE_FACET_MODE] = (guint) entente_enum_count (ENTENTE_ENUM_MODE);
  n[ENTENTE_FACET_STATUS] = (guint) entente_enum_count (ENTENTE_ENUM_STATUS);
  n[ENTENTE_FACET_MEDIUM] = (guint) entente_enum_count (ENTENTE_ENUM_MEDIUM);
  n[ENTENTE_FACET_ANSWERED] = (guint) entente_enum_count (ENTENTE_ENUM_ANSWERED);
  n[ENTENTE_FACET_DATED] = 2;
  entente_rounds_get (chronicle, &n[ENTENTE_FACET_ROUND]);
  n[ENTENTE_FACET_ROUND]++;
  n[ENTENTE_FACET_TRACK] = entente_chronicle_get_n_tracks (chronicle) + 1;
  n[ENTENTE_FACET_PLACE] = entente_chronicle_get_n_places (chronicle) + 1;
  n[ENTENTE_FACET_ISSUE] = entente_chronicle_get_n_issues (chronicle) + 1;
  n[ENTENTE_FACET_ARTICLE] = entente_chronicle_get_n_articles (chronicle) + 1;
  n[ENTENTE_FACET_OUTLET] = entente_chronicle_get_n_actors (chronicle) + 1;
  n[ENTENTE_FACET_SPEAKER] = entente_chronicle_get_n_actors (chronicle) + 1;
}

static void
allocate_facets (EntenteFacets *facets)
{
  gsize n = 0;
  guint32 *next;

  for (guint i = 0; i < ENTENTE_N_FACETS; i++)
    n += 2 * (gsize) facets->n_values[i];
  facets->memory = g_new0 (guint32, n);
  next = facets->memory;
  for (guint i = 0; i < ENTENTE_N_FACETS; i++) {
    facets->counts[i] = next;
    facets->totals[i] = next + facets->n_values[i];
    next += 2 * facets->n_values[i];
  }
}

/* ---- facts ---- */

/* A row that fails nothing but (perhaps) the criterion of this facet counts in it; where all chosen
 * values must be met, a further one counts with them. */
static inline gboolean
counts_for (const Counter *counter, guint32 fails, EntenteFacet facet)
{
  return (fails & ~counter->spared[facet]) == 0;
}

static void
init_spared (Counter *counter, const EntenteQuery *query)
{
  for (guint facet = 0; facet < ENTENTE_N_FACETS; facet++)
    counter->spared[facet] = ENTENTE_FAILS (criteria[facet]);
  for (guint listed = 0; listed < ENTENTE_N_LISTED; listed++) {
    if (query->listed[listed] == ENTENTE_MATCH_ALL)
      counter->spared[ENTENTE_FACET_TRACK + listed] = 0;
  }
}

static guint
get_fact (const EntenteMatcher *matcher, EntenteFacts facts, EntenteCriterion criterion)
{
  switch (criterion) {
  case ENTENTE_CRITERION_KIND:
    return ENTENTE_FACT_KIND + facts.kind;
  case ENTENTE_CRITERION_GROUP:
    return ENTENTE_FACT_GROUP + matcher->kind_groups[facts.kind];
  case ENTENTE_CRITERION_EVIDENCE:
    return ENTENTE_FACT_EVIDENCE + facts.evidence;
  case ENTENTE_CRITERION_JUDGEMENT:
    return ENTENTE_FACT_JUDGEMENT + facts.judgement;
  case ENTENTE_CRITERION_MODE:
    return ENTENTE_FACT_MODE + facts.mode;
  case ENTENTE_CRITERION_STATUS:
    return ENTENTE_FACT_STATUS + facts.status;
  case ENTENTE_CRITERION_MEDIUM:
    return ENTENTE_FACT_MEDIUM + facts.medium;
  case ENTENTE_CRITERION_ANSWERED:
    return ENTENTE_FACT_ANSWERED + facts.answered;
  default:
    return ENTENTE_FACT_DATED + (facts.form == ENTENTE_DATE_UNDATED);
  }
}

/* A row that passes counts for each of its facts, one that fails one of them for that one only. */
static void
count_facts (Counter *counter, EntenteFacts facts, guint32 fails)
{
  if (fails == 0) {
    entente_facts_count (facts, 1, counter->facts);
    counter->facts[ENTENTE_FACT_GROUP + counter->matcher->kind_groups[facts.kind]]++;
  } else if ((fails & (fails - 1)) == 0 && fails <= ENTENTE_FAILS (ENTENTE_CRITERION_DATED)) {
    guint criterion = (guint) __builtin_ctz (fails);

    counter->facts[get_fact (counter->matcher, facts, (EntenteCriterion) criterion)]++;
  }
}

/* Counts of all events are kept by the blocks; groups are sums of kinds. */
static void
sum_block_facts (guint32 *totals, const EntenteMatcher *matcher, const EntenteBlock *block)
{
  for (guint i = 0; i < ENTENTE_N_FACT_VALUES; i++)
    totals[i] += block->fact_counts[i];
  for (guint kind = 0; kind < entente_kind_count (); kind++)
    totals[ENTENTE_FACT_GROUP + matcher->kind_groups[kind]] +=
      block->fact_counts[ENTENTE_FACT_KIND + kind];
}

static void
spread_facts (Counter *counter)
{
  EntenteFacets *facets = counter->facets;
  const EntenteChronicle *chronicle = counter->matcher->chronicle;
  guint32 totals[ENTENTE_N_FACT_VALUES] = { 0 };

  for (guint b = 0; b < chronicle->n_blocks; b++)
    sum_block_facts (totals, counter->matcher, chronicle->blocks[b]);
  for (guint facet = ENTENTE_FACET_KIND; facet <= ENTENTE_FACET_DATED; facet++) {
    for (guint value = 0; value < facets->n_values[facet]; value++) {
      facets->counts[facet][value] = counter->facts[fact_starts[facet] + value];
      facets->totals[facet][value] = totals[fact_starts[facet] + value];
    }
  }
}

/* ---- lists ---- */

/* An event counts once for a value, however often it has it. */
static inline gboolean
is_new_value (Counter *counter, EntenteFacet facet, guint32 value)
{
  if (counter->stamps[facet][value] == counter->ticket)
    return FALSE;
  counter->stamps[facet][value] = counter->ticket;
  return TRUE;
}

/* A place and an issue count with what stands under them. */
static void
count_value (Counter *counter, EntenteFacet facet, guint32 value, guint32 fails)
{
  const guint32 *parents = counter->parents[facet];

  while (value != ENTENTE_NO_INDEX && is_new_value (counter, facet, value)) {
    counter->facets->totals[facet][value]++;
    counter->facets->counts[facet][value] += counts_for (counter, fails, facet);
    value = parents != NULL && value < counter->facets->n_values[facet] - 1 ? parents[value]
                                                                            : ENTENTE_NO_INDEX;
  }
}

/* FALSE when the event has no issue. */
static gboolean
count_issues (Counter *counter, const Row *row)
{
  guint n;
  const guint32 *issues = entente_block_get_issues (row->block, row->i, &n);

  for (guint k = 0; k < n; k++)
    count_value (counter, ENTENTE_FACET_ISSUE, issues[k], row->fails);
  return n > 0;
}

static gboolean
count_voices (Counter *counter, EntenteFacet facet, const Row *row)
{
  guint n;
  const EntenteVoice *voices = entente_block_get_voices (row->block, row->i, &n);
  gboolean any = FALSE;

  for (guint k = 0; k < n; k++) {
    guint32 value = facet == ENTENTE_FACET_ARTICLE  ? voices[k].article
                    : facet == ENTENTE_FACET_OUTLET ? voices[k].outlet
                                                    : voices[k].speaker;

    if (value == ENTENTE_NO_INDEX)
      continue;
    any = TRUE;
    count_value (counter, facet, value, row->fails);
  }
  return any;
}

static gboolean
count_single (Counter *counter, EntenteFacet facet, guint32 value, const Row *row)
{
  if (value != ENTENTE_NO_INDEX)
    count_value (counter, facet, value, row->fails);
  return value != ENTENTE_NO_INDEX;
}

static void
count_list (Counter *counter, EntenteFacet facet, const Row *row)
{
  gboolean any;

  counter->ticket++;
  switch (facet) {
  case ENTENTE_FACET_TRACK:
    any = count_single (counter, facet, entente_block_get_track (row->block, row->i), row);
    break;
  case ENTENTE_FACET_PLACE:
    any = count_single (counter, facet, entente_block_get_place_index (row->block, row->i), row);
    break;
  case ENTENTE_FACET_ISSUE:
    any = count_issues (counter, row);
    break;
  default:
    any = count_voices (counter, facet, row);
    break;
  }
  if (!any)
    count_value (counter, facet, counter->facets->n_values[facet] - 1, row->fails);
}

static gboolean
has_column (const EntenteBlock *block, EntenteFacet facet)
{
  switch (facet) {
  case ENTENTE_FACET_TRACK:
    return block->tracks != NULL;
  case ENTENTE_FACET_PLACE:
    return block->places != NULL;
  case ENTENTE_FACET_ISSUE:
    return block->issue_starts != NULL;
  default:
    return block->voice_starts != NULL;
  }
}

/* A block without a column: every row has "none". @n_fails: rows that fail one criterion only, and
 * behind the last, rows that fail none. */
static void
count_absent (Counter *counter, EntenteFacet facet, const EntenteBlock *block, const guint *n_fails)
{
  guint none = counter->facets->n_values[facet] - 1;

  counter->facets->totals[facet][none] += block->n_rows;
  counter->facets->counts[facet][none] += n_fails[ENTENTE_N_CRITERIA];
  if (counter->spared[facet] != 0)
    counter->facets->counts[facet][none] += n_fails[criteria[facet]];
}

/* ---- actors ---- */

/* Under "none", and between two that are chosen, the criterion of actors must be passed as it is;
 * otherwise it is asked anew for each actor. */
static gboolean
accepts_actor (const Counter *counter, const Row *row, guint32 actor)
{
  const EntenteMatcher *matcher = counter->matcher;
  EntenteMatch match = matcher->query->match;

  if (!counts_for (counter, row->fails, ENTENTE_FACET_ACTOR))
    return FALSE;
  if (match == ENTENTE_MATCH_ANY && !matcher->query->exclusive)
    return TRUE;
  if (match == ENTENTE_MATCH_NONE || (match == ENTENTE_MATCH_BETWEEN && matcher->actors.n >= 2))
    return row->fails == 0;
  return entente_matcher_accepts_actor (matcher, row->block, row->i, actor);
}

static inline void
count_actor (Counter *counter, const Row *row, guint32 actor)
{
  if (!is_new_value (counter, ENTENTE_FACET_ACTOR, actor))
    return;
  if (counter->counts_actors)
    counter->facets->totals[ENTENTE_FACET_ACTOR][actor]++;
  if (accepts_actor (counter, row, actor))
    counter->facets->counts[ENTENTE_FACET_ACTOR][actor]++;
}

static void
count_bodies (Counter *counter, const Row *row, guint32 actor)
{
  const EntenteMatcher *matcher = counter->matcher;
  gboolean surely = matcher->query->members_surely;
  EntenteSpan window = entente_block_get_window (row->block, row->i);
  guint n;
  const EntenteAncestor *ancestors =
    entente_roster_get_ancestors (matcher->chronicle->roster, actor, surely, &n);

  for (guint i = 0; i < n; i++) {
    if (entente_ancestor_holds (&ancestors[i], window, surely))
      count_actor (counter, row, ancestors[i].body);
  }
}

static void
count_actors (Counter *counter, const Row *row)
{
  guint n;
  const EntentePart *parts = entente_block_get_parts (row->block, row->i, &n);
  gboolean members = counter->matcher->query->members;

  counter->ticket++;
  for (guint k = 0; k < n; k++) {
    guint32 other = parts[k].speaks_for;

    if (!entente_matcher_has_role (counter->matcher, &parts[k]))
      continue;
    count_actor (counter, row, parts[k].actor);
    if (members)
      count_bodies (counter, row, parts[k].actor);
    if (other == ENTENTE_NO_INDEX)
      continue;
    count_actor (counter, row, other);
    if (members)
      count_bodies (counter, row, other);
  }
}

static void
copy_actor_totals (Counter *counter)
{
  const EntenteChronicle *chronicle = counter->matcher->chronicle;

  for (guint32 actor = 0; actor < entente_chronicle_get_n_actors (chronicle); actor++)
    counter->facets->totals[ENTENTE_FACET_ACTOR][actor] =
      entente_chronicle_get_actor_count (chronicle, actor, TRUE);
}

/* ---- the whole ---- */

/* Counts rows by the one criterion that they fail; those that fail none behind the last. */
static inline void
note_fails (guint *n_fails, guint32 fails)
{
  if ((fails & (fails - 1)) == 0)
    n_fails[fails == 0 ? ENTENTE_N_CRITERIA : __builtin_ctz (fails)]++;
}

static void
count_block (Counter *counter, const EntenteBlock *block, guint first_row)
{
  guint n_fails[ENTENTE_N_CRITERIA + 1] = { 0 };
  EntenteFacet lists[ENTENTE_N_FACETS];
  guint n_lists = 0;

  for (guint facet = ENTENTE_FACET_TRACK; facet < ENTENTE_N_FACETS; facet++) {
    if (has_column (block, (EntenteFacet) facet))
      lists[n_lists++] = (EntenteFacet) facet;
  }
  for (guint i = 0; i < block->n_rows; i++) {
    Row row = { block, i, entente_matcher_test (counter->matcher, block, i, first_row + i, 2) };

    note_fails (n_fails, row.fails);
    count_facts (counter, entente_block_get_facts (block, i), row.fails);
    if (counter->counts_actors || counts_for (counter, row.fails, ENTENTE_FACET_ACTOR))
      count_actors (counter, &row);
    for (guint k = 0; k < n_lists; k++)
      count_list (counter, lists[k], &row);
  }
  counter->facets->matched += n_fails[ENTENTE_N_CRITERIA];
  counter->n_passing += n_fails[ENTENTE_N_CRITERIA] + n_fails[ENTENTE_CRITERION_ROUND];
  for (guint facet = ENTENTE_FACET_TRACK; facet < ENTENTE_N_FACETS; facet++) {
    if (!has_column (block, (EntenteFacet) facet))
      count_absent (counter, (EntenteFacet) facet, block, n_fails);
  }
}

/* FALSE when cancelled. */
static gboolean
count_all (Counter *counter, const gboolean *cancelled)
{
  const EntenteChronicle *chronicle = counter->matcher->chronicle;

  for (guint b = 0; b < chronicle->n_blocks; b++) {
    if (cancelled != NULL && g_atomic_int_get (cancelled))
      return FALSE;
    count_block (counter, chronicle->blocks[b], chronicle->first_rows[b]);
  }
  spread_facts (counter);
  entente_round_counts_fill (counter->matcher,
                             counter->n_passing,
                             counter->facets->counts[ENTENTE_FACET_ROUND],
                             counter->facets->totals[ENTENTE_FACET_ROUND]);
  if (!counter->counts_actors)
    copy_actor_totals (counter);
  return TRUE;
}

static void
clear_facets (gpointer data)
{
  EntenteFacets *facets = data;

  g_clear_pointer (&facets->fields, entente_field_counts_free);
  g_free (facets->memory);
}

/* What would match if the time were meant the other way too. FALSE when cancelled. */
static gboolean
count_within (EntenteFacets *facets,
              const EntenteChronicle *chronicle,
              const EntenteQuery *query,
              const EntenteBitset *words,
              const gboolean *cancelled)
{
  g_autoptr (EntenteQuery) other = NULL;
  g_autoptr (EntenteBitset) rows = NULL;

  facets->within[0] = facets->within[1] = facets->matched;
  if (!entente_query_has_time (query))
    return TRUE;
  other = entente_query_copy (query);
  other->surely = !query->surely;
  rows = entente_query_match (other, chronicle, words, cancelled);
  if (rows)
    facets->within[other->surely != FALSE] = entente_bitset_count (rows);
  return rows != NULL;
}

EntenteFacets *
entente_facets_new (const EntenteChronicle *chronicle,
                    const EntenteQuery *query,
                    const EntenteBitset *words,
                    const gboolean *cancelled)
{
  g_autoptr (EntenteFacets) facets = g_atomic_rc_box_new0 (EntenteFacets);
  EntenteMatcher matcher;
  Counter counter = { .facets = facets,
                      .matcher = &matcher,
                      .counts_actors = query->members || query->roles != 0 };

  init_spared (&counter, query);
  facets->total = chronicle->n_rows;
  measure_facets (facets, chronicle);
  allocate_facets (facets);
  for (guint i = 0; i < ENTENTE_N_FACETS; i++)
    counter.stamps[i] = g_new0 (guint32, facets->n_values[i]);
  for (guint listed = 0; listed < ENTENTE_N_LISTED; listed++)
    counter.parents[ENTENTE_FACET_TRACK + listed] =
      entente_matcher_find_parents (chronicle, (EntenteListed) listed);
  entente_matcher_init (&matcher, chronicle, query, words);
  if (count_all (&counter, cancelled) && count_within (facets, chronicle, query, words, cancelled))
    facets->fields = entente_field_counts_new (chronicle, query, words, cancelled);
  entente_matcher_clear (&matcher);
  for (guint i = 0; i < ENTENTE_N_FACETS; i++) {
    g_free (counter.stamps[i]);
    g_free (counter.parents[i]);
  }
  return facets->fields != NULL ? g_steal_pointer (&facets) : NULL;
}

EntenteFacets *
entente_facets_ref (const EntenteFacets *facets)
{
  return g_atomic_rc_box_acquire ((gpointer) facets);
}

void
entente_facets_unref (EntenteFacets *facets)
{
  if (facets != NULL)
    g_atomic_rc_box_release_full (facets, clear_facets);
}

guint
entente_facets_get_matched (const EntenteFacets *facets)
{
  return facets->matched;
}

guint
entente_facets_get_within (const EntenteFacets *facets, gboolean surely)
{
  return facets->within[surely != FALSE];
}

guint
entente_facets_get_total (const EntenteFacets *facets)
{
  return facets->total;
}

guint
entente_facets_get_n_values (const EntenteFacets *facets, EntenteFacet facet)
{
  return facet < ENTENTE_N_FACETS
           ? facets->n_values[facet]
           : entente_field_counts_get_n_values (facets->fields, facet - ENTENTE_N_FACETS);
}

guint
entente_facets_get_count (const EntenteFacets *facets, EntenteFacet facet, guint value)
{
  if (facet >= ENTENTE_N_FACETS)
    return entente_field_counts_get (facets->fields, facet - ENTENTE_N_FACETS, value);
  g_return_val_if_fail (value < facets->n_values[facet], 0);

  return facets->counts[facet][value];
}

guint
entente_facets_get_total_count (const EntenteFacets *facets, EntenteFacet facet, guint value)
{
  if (facet >= ENTENTE_N_FACETS)
    return entente_field_counts_get_total (facets->fields, facet - ENTENTE_N_FACETS, value);
  g_return_val_if_fail (value < facets->n_values[facet], 0);

  return facets->totals[facet][value];
}
