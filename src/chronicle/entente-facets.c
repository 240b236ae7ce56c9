/* EntenteFacets: the live counts beside each value of each criterion.
 *
 * One pass over all rows. The matcher tells which criteria a row fails: none, and it counts for the
 * values of every facet; one, and it counts for the facet of that criterion only; more, and it counts
 * for none. An event counts once for a value, however often it has it. Immutable; any thread. */
#include "entente-facets.h"

#include "entente-matcher.h"

struct _EntenteFacets {
  guint matched;
  guint total;
  guint n_values[ENTENTE_N_FACETS];
  guint32 *counts[ENTENTE_N_FACETS]; /* in one allocation with `totals` */
  guint32 *totals[ENTENTE_N_FACETS];
  guint32 *memory;
};

/* Facets whose every event has exactly one value come first in a row's list of values. */
typedef struct {
  EntenteFacets *facets;
  const EntenteMatcher *matcher;
  guint32 *stamps[ENTENTE_N_FACETS]; /* ticket of the last event that had the value */
  guint32 ticket;
  GArray *values; /* guint32: of one event and facet, each once */
} Counter;

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
  [ENTENTE_FACET_TRACK] = ENTENTE_CRITERION_TRACK,
  [ENTENTE_FACET_PLACE] = ENTENTE_CRITERION_PLACE,
  [ENTENTE_FACET_ISSUE] = ENTENTE_CRITERION_ISSUE,
  [ENTENTE_FACET_ARTICLE] = ENTENTE_CRITERION_ARTICLE,
  [ENTENTE_FACET_OUTLET] = ENTENTE_CRITERION_OUTLET,
  [ENTENTE_FACET_SPEAKER] = ENTENTE_CRITERION_SPEAKER,
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

/* ---- values of an event ---- */

static inline guint32
get_fact (const EntenteMatcher *matcher, EntenteFacts facts, EntenteFacet facet)
{
  switch (facet) {
  case ENTENTE_FACET_KIND:
    return facts.kind;
  case ENTENTE_FACET_GROUP:
    return matcher->kind_groups[facts.kind];
  case ENTENTE_FACET_EVIDENCE:
    return facts.evidence;
  case ENTENTE_FACET_JUDGEMENT:
    return facts.judgement;
  case ENTENTE_FACET_MODE:
    return facts.mode;
  case ENTENTE_FACET_STATUS:
    return facts.status;
  case ENTENTE_FACET_MEDIUM:
    return facts.medium;
  case ENTENTE_FACET_ANSWERED:
    return facts.answered;
  default:
    return facts.form == ENTENTE_DATE_UNDATED;
  }
}

static void
add_value (Counter *counter, EntenteFacet facet, guint32 value)
{
  if (counter->stamps[facet][value] == counter->ticket)
    return;
  counter->stamps[facet][value] = counter->ticket;
  g_array_append_val (counter->values, value);
}

static void
add_actor (Counter *counter, guint32 actor, EntenteSpan window)
{
  const EntenteQuery *query = counter->matcher->query;
  const EntenteAncestor *ancestors;
  guint n;

  if (actor == ENTENTE_NO_INDEX)
    return;
  add_value (counter, ENTENTE_FACET_ACTOR, actor);
  if (!query->members)
    return;
  ancestors = entente_roster_get_ancestors (counter->matcher->chronicle->roster,
                                            actor,
                                            query->members_surely,
                                            &n);
  for (guint i = 0; i < n; i++) {
    if (entente_ancestor_holds (&ancestors[i], window, query->members_surely))
      add_value (counter, ENTENTE_FACET_ACTOR, ancestors[i].body);
  }
}

static void
collect_actors (Counter *counter, const EntenteBlock *block, guint i)
{
  EntenteSpan window = entente_block_get_window (block, i);
  guint n;
  const EntentePart *parts = entente_block_get_parts (block, i, &n);

  for (guint k = 0; k < n; k++) {
    if (!entente_matcher_has_role (counter->matcher, &parts[k]))
      continue;
    add_actor (counter, parts[k].actor, window);
    add_actor (counter, parts[k].speaks_for, window);
  }
}

static void
collect_issues (Counter *counter, const EntenteBlock *block, guint i)
{
  guint n;
  const guint32 *issues = entente_block_get_issues (block, i, &n);

  for (guint k = 0; k < n; k++)
    add_value (counter, ENTENTE_FACET_ISSUE, issues[k]);
}

static void
collect_voices (Counter *counter, EntenteFacet facet, const EntenteBlock *block, guint i)
{
  guint n;
  const EntenteVoice *voices = entente_block_get_voices (block, i, &n);

  for (guint k = 0; k < n; k++) {
    guint32 value = facet == ENTENTE_FACET_ARTICLE  ? voices[k].article
                    : facet == ENTENTE_FACET_OUTLET ? voices[k].outlet
                                                    : voices[k].speaker;

    if (value != ENTENTE_NO_INDEX)
      add_value (counter, facet, value);
  }
}

static void
collect_values (Counter *counter, EntenteFacet facet, const EntenteBlock *block, guint i)
{
  guint32 none = counter->facets->n_values[facet] - 1;
  guint32 index;

  g_array_set_size (counter->values, 0);
  counter->ticket++;
  switch (facet) {
  case ENTENTE_FACET_ACTOR:
    collect_actors (counter, block, i);
    return;
  case ENTENTE_FACET_TRACK:
    index = entente_block_get_track (block, i);
    add_value (counter, facet, MIN (index, none));
    return;
  case ENTENTE_FACET_PLACE:
    index = entente_block_get_place_index (block, i);
    add_value (counter, facet, MIN (index, none));
    return;
  case ENTENTE_FACET_ISSUE:
    collect_issues (counter, block, i);
    break;
  default:
    collect_voices (counter, facet, block, i);
    break;
  }
  if (counter->values->len == 0)
    add_value (counter, facet, none);
}

/* ---- counting ---- */

/* A row that fails nothing but (perhaps) the criterion of this facet counts in it. */
static inline gboolean
counts_for (guint32 fails, EntenteFacet facet)
{
  return (fails & ~ENTENTE_FAILS (criteria[facet])) == 0;
}

static void
count_facts (Counter *counter, EntenteFacts facts, guint32 fails)
{
  EntenteFacets *facets = counter->facets;

  for (guint facet = ENTENTE_FACET_KIND; facet <= ENTENTE_FACET_DATED; facet++) {
    guint32 value = get_fact (counter->matcher, facts, (EntenteFacet) facet);

    facets->totals[facet][value]++;
    facets->counts[facet][value] += counts_for (fails, (EntenteFacet) facet);
  }
}

/* Under "none", and between two that are chosen, the criterion of actors must be passed as it is;
 * otherwise it is asked anew for each actor. */
static gboolean
accepts_actor (const Counter *counter,
               const EntenteBlock *block,
               guint i,
               guint32 fails,
               guint32 actor)
{
  const EntenteMatcher *matcher = counter->matcher;
  gboolean fixed = matcher->query->match == ENTENTE_MATCH_NONE ||
                   (matcher->query->match == ENTENTE_MATCH_BETWEEN && matcher->actors.n >= 2);

  return (!fixed || fails == 0) && entente_matcher_accepts_actor (matcher, block, i, actor);
}

static void
count_values (Counter *counter,
              EntenteFacet facet,
              const EntenteBlock *block,
              guint i,
              guint32 fails)
{
  EntenteFacets *facets = counter->facets;
  gboolean counted = counts_for (fails, facet);

  collect_values (counter, facet, block, i);
  for (guint k = 0; k < counter->values->len; k++) {
    guint32 value = g_array_index (counter->values, guint32, k);

    facets->totals[facet][value]++;
    if (counted &&
        (facet != ENTENTE_FACET_ACTOR || accepts_actor (counter, block, i, fails, value)))
      facets->counts[facet][value]++;
  }
}

static void
count_block (Counter *counter, const EntenteBlock *block, guint first_row)
{
  for (guint i = 0; i < block->n_rows; i++) {
    guint32 fails = entente_matcher_test (counter->matcher, block, i, first_row + i, 2);

    counter->facets->matched += fails == 0;
    count_facts (counter, block->facts[i], fails);
    count_values (counter, ENTENTE_FACET_ACTOR, block, i, fails);
    for (guint facet = ENTENTE_FACET_TRACK; facet < ENTENTE_N_FACETS; facet++)
      count_values (counter, (EntenteFacet) facet, block, i, fails);
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
  return TRUE;
}

static void
clear_facets (gpointer data)
{
  g_free (((EntenteFacets *) data)->memory);
}

EntenteFacets *
entente_facets_new (const EntenteChronicle *chronicle,
                    const EntenteQuery *query,
                    const EntenteBitset *words,
                    const gboolean *cancelled)
{
  g_autoptr (EntenteFacets) facets = g_atomic_rc_box_new0 (EntenteFacets);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (guint32));
  EntenteMatcher matcher;
  Counter counter = { .facets = facets, .matcher = &matcher, .values = values };
  gboolean done;

  facets->total = chronicle->n_rows;
  measure_facets (facets, chronicle);
  allocate_facets (facets);
  for (guint i = 0; i < ENTENTE_N_FACETS; i++)
    counter.stamps[i] = g_new0 (guint32, facets->n_values[i]);
  entente_matcher_init (&matcher, chronicle, query, words);
  done = count_all (&counter, cancelled);
  entente_matcher_clear (&matcher);
  for (guint i = 0; i < ENTENTE_N_FACETS; i++)
    g_free (counter.stamps[i]);
  return done ? g_steal_pointer (&facets) : NULL;
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
entente_facets_get_total (const EntenteFacets *facets)
{
  return facets->total;
}

guint
entente_facets_get_n_values (const EntenteFacets *facets, EntenteFacet facet)
{
  return facets->n_values[facet];
}

guint
entente_facets_get_count (const EntenteFacets *facets, EntenteFacet facet, guint value)
{
  g_return_val_if_fail (value < facets->n_values[facet], 0);

  return facets->counts[facet][value];
}

guint
entente_facets_get_total_count (const EntenteFacets *facets, EntenteFacet facet, guint value)
{
  g_return_val_if_fail (value < facets->n_values[facet], 0);

  return facets->totals[facet][value];
}
