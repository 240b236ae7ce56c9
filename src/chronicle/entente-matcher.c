/* EntenteMatcher: a query made ready to judge rows of one chronicle.
 *
 * Several values of one criterion mean "or", several criteria "and". A criterion that names nothing
 * does not restrict; one that names only what the study does not have matches nothing. Actors are a
 * matter of their own: entente-matcher-actors.c. */
#include "entente-matcher.h"

#include "entente-halves.h"
#include "entente-query-fields.h"
#include "entente-record-tree.h"
#include "entente-rounds.h"

/* Of EntenteListedTest.chosen. */
enum { CHOSEN_ITSELF = 1, CHOSEN_BELOW };

/* ---- making ready ---- */

static guint32
widen_mask (guint32 mask)
{
  return mask != 0 ? mask : G_MAXUINT32;
}

static void
init_masks (EntenteMatcher *matcher, const EntenteQuery *query)
{
  gboolean any_kind = (query->kinds[0] | query->kinds[1]) == 0;

  matcher->has_facts =
    !any_kind || (query->groups | query->evidence | query->judgement | query->mode | query->status |
                  query->medium | query->answered | query->dated) != 0;
  matcher->kinds[0] = any_kind ? G_MAXUINT64 : query->kinds[0];
  matcher->kinds[1] = any_kind ? G_MAXUINT64 : query->kinds[1];
  for (guint kind = 0; kind < entente_kind_count (); kind++)
    matcher->kind_groups[kind & 0xff] = (guint8) entente_kind_get (kind)->group;
  matcher->groups = widen_mask (query->groups);
  matcher->evidence = widen_mask (query->evidence);
  matcher->judgement = widen_mask (query->judgement);
  matcher->mode = widen_mask (query->mode);
  matcher->status = widen_mask (query->status);
  matcher->medium = widen_mask (query->medium);
  matcher->answered = widen_mask (query->answered);
  matcher->dated = widen_mask (query->dated);
  matcher->role_mask = query->roles;
  for (guint role = 0; query->roles == 0 && role <= ENTENTE_ROLE_MENTIONED; role++)
    matcher->role_mask |= (guint32) entente_role_is_matching ((EntenteRole) role) << role;
}

static gboolean
is_chosen (const GArray *ids)
{
  return ids != NULL && ids->len > 0;
}

/* NULL where nothing stands under anything. Free. */
guint32 *
entente_matcher_find_parents (const EntenteChronicle *chronicle, EntenteListed listed)
{
  EntenteEntity entity =
    listed == ENTENTE_LISTED_PLACE ? ENTENTE_ENTITY_PLACE : ENTENTE_ENTITY_ISSUE;
  g_autoptr (GArray) tree = NULL;

  if ((listed != ENTENTE_LISTED_PLACE && listed != ENTENTE_LISTED_ISSUE) ||
      entente_record_tree_is_flat (chronicle, entity))
    return NULL;
  tree = entente_record_tree_new (chronicle, entity);
  return entente_record_tree_get_parents (tree);
}

/* Who asks for a place or an issue asks for what stands under it. */
static void
choose_below (EntenteListedTest *test, guint n)
{
  for (guint32 i = 0; test->parents != NULL && i < n; i++)
    for (guint32 at = test->parents[i]; at != ENTENTE_NO_INDEX && !test->chosen[i];
         at = test->parents[at])
      test->chosen[i] = test->chosen[at] == CHOSEN_ITSELF ? CHOSEN_BELOW : 0;
}

static void
init_listed (EntenteMatcher *matcher, EntenteListed listed)
{
  static const EntenteList lists[ENTENTE_N_LISTED] = {
    [ENTENTE_LISTED_TRACK] = ENTENTE_LIST_TRACK,  [ENTENTE_LISTED_PLACE] = ENTENTE_LIST_PLACE,
    [ENTENTE_LISTED_ISSUE] = ENTENTE_LIST_ISSUE,  [ENTENTE_LISTED_ARTICLE] = ENTENTE_LIST_ARTICLE,
    [ENTENTE_LISTED_OUTLET] = ENTENTE_LIST_ACTOR, [ENTENTE_LISTED_SPEAKER] = ENTENTE_LIST_ACTOR,
  };
  const EntenteRoster *roster = matcher->chronicle->roster;
  const GArray *ids = entente_query_get_listed (matcher->query, listed);
  EntenteListedTest *test = &matcher->listed[listed];

  if (!entente_query_restricts (matcher->query, listed))
    return;
  matcher->active |= ENTENTE_FAILS (ENTENTE_CRITERION_TRACK + listed);
  test->match = matcher->query->listed[listed];
  test->empty = matcher->query->empty[listed];
  test->chosen = g_new0 (guint8, entente_roster_get_n (roster, lists[listed]) + 1);
  test->n_chosen = is_chosen (ids) ? ids->len : 0;
  for (guint i = 0; i < test->n_chosen; i++) {
    guint32 index = entente_roster_find (roster, lists[listed], g_array_index (ids, EntenteId, i));

    if (index != ENTENTE_NO_INDEX)
      test->chosen[index] = CHOSEN_ITSELF;
  }
  test->parents = entente_matcher_find_parents (matcher->chronicle, listed);
  choose_below (test, entente_roster_get_n (roster, lists[listed]));
}

static void
add_round (EntenteMatcher *matcher, guint32 row)
{
  g_autoptr (GArray) moves = NULL;

  if (row == ENTENTE_NO_INDEX)
    return;
  moves = entente_rounds_get_moves (matcher->chronicle, row);
  entente_bitset_add (matcher->rounds, row);
  for (guint i = 0; i < moves->len; i++)
    entente_bitset_add (matcher->rounds, g_array_index (moves, guint32, i));
}

/* All rows but those of any round. */
static void
add_no_round (EntenteMatcher *matcher)
{
  guint n;
  const guint32 *rounds = entente_rounds_get (matcher->chronicle, &n);
  g_autoptr (EntenteBitset) in_rounds = NULL;

  for (guint i = 0; i < n; i++)
    add_round (matcher, rounds[i]);
  in_rounds = g_steal_pointer (&matcher->rounds);
  matcher->rounds = entente_bitset_new_full (matcher->chronicle->n_rows);
  for (guint word = 0; word < (in_rounds->n_rows + 63) / 64; word++)
    matcher->rounds->words[word] &= ~in_rounds->words[word];
}

static void
init_rounds (EntenteMatcher *matcher, const GArray *ids)
{
  if (!is_chosen (ids) && !matcher->query->round_empty)
    return;
  matcher->active |= ENTENTE_FAILS (ENTENTE_CRITERION_ROUND);
  matcher->rounds = entente_bitset_new (matcher->chronicle->n_rows);
  if (matcher->query->round_empty)
    add_no_round (matcher);
  for (guint i = 0; is_chosen (ids) && i < ids->len; i++)
    add_round (matcher,
               entente_chronicle_find_row (matcher->chronicle, g_array_index (ids, EntenteId, i)));
}

static void
init_fields (EntenteMatcher *matcher)
{
  const GPtrArray *asks = matcher->query->fields;

  for (guint i = 0; asks != NULL && i < asks->len; i++) {
    g_autoptr (EntenteBitset) rows = NULL;

    if (!entente_field_ask_restricts (asks->pdata[i]))
      continue;
    rows = entente_field_ask_match (asks->pdata[i], matcher->chronicle);
    matcher->active |= ENTENTE_FAILS (ENTENTE_CRITERION_FIELDS);
    if (matcher->fields == NULL)
      matcher->fields = g_steal_pointer (&rows);
    else
      for (guint word = 0; word < (rows->n_rows + 63) / 64; word++)
        matcher->fields->words[word] &= rows->words[word];
  }
}

static void
init_actors (EntenteMatcher *matcher,
             EntenteChosen *chosen,
             const GArray *ids,
             EntenteCriterion criterion)
{
  entente_chosen_init (chosen, matcher->chronicle, matcher->query, ids);
  if (chosen->n > 0)
    matcher->active |= ENTENTE_FAILS (criterion);
}

void
entente_matcher_init (EntenteMatcher *matcher,
                      const EntenteChronicle *chronicle,
                      const EntenteQuery *query,
                      const EntenteBitset *words)
{
  *matcher = (EntenteMatcher){ .chronicle = chronicle, .query = query, .words = words };
  init_masks (matcher, query);
  if (entente_query_has_time (query))
    matcher->active |= ENTENTE_FAILS (ENTENTE_CRITERION_TIME);
  if (words != NULL)
    matcher->active |= ENTENTE_FAILS (ENTENTE_CRITERION_WORDS);
  init_rounds (matcher, query->rounds);
  for (guint listed = 0; listed < ENTENTE_N_LISTED; listed++)
    init_listed (matcher, (EntenteListed) listed);
  init_fields (matcher);
  init_actors (matcher, &matcher->actors, query->actors, ENTENTE_CRITERION_ACTORS);
  init_actors (matcher, &matcher->by, query->by, ENTENTE_CRITERION_BY);
  init_actors (matcher, &matcher->to, query->to, ENTENTE_CRITERION_TO);
  matcher->is_simple = query->match == ENTENTE_MATCH_ANY && !query->exclusive &&
                       matcher->actors.n > 0 && matcher->by.n == 0 && matcher->to.n == 0;
  matcher->scratch = g_array_new (FALSE, FALSE, sizeof (guint32));
}

void
entente_matcher_clear (EntenteMatcher *matcher)
{
  for (guint listed = 0; listed < ENTENTE_N_LISTED; listed++) {
    g_free (matcher->listed[listed].chosen);
    g_free (matcher->listed[listed].parents);
  }
  g_clear_pointer (&matcher->fields, entente_bitset_unref);
  g_clear_pointer (&matcher->rounds, entente_bitset_unref);
  entente_chosen_clear (&matcher->actors);
  entente_chosen_clear (&matcher->by);
  entente_chosen_clear (&matcher->to);
  g_clear_pointer (&matcher->scratch, g_array_unref);
}

/* ---- criteria ---- */

static inline guint32
test_facts (const EntenteMatcher *matcher, EntenteFacts facts)
{
  guint32 kind = (guint32) (matcher->kinds[facts.kind >> 6 & 1] >> (facts.kind & 63)) & 1;
  guint32 group = matcher->groups >> matcher->kind_groups[facts.kind] & 1;
  guint32 undated = facts.form == ENTENTE_DATE_UNDATED;
  guint32 passes = kind << ENTENTE_CRITERION_KIND | group << ENTENTE_CRITERION_GROUP |
                   (matcher->evidence >> facts.evidence & 1) << ENTENTE_CRITERION_EVIDENCE |
                   (matcher->judgement >> facts.judgement & 1) << ENTENTE_CRITERION_JUDGEMENT |
                   (matcher->mode >> facts.mode & 1) << ENTENTE_CRITERION_MODE |
                   (matcher->status >> facts.status & 1) << ENTENTE_CRITERION_STATUS |
                   (matcher->medium >> facts.medium & 1) << ENTENTE_CRITERION_MEDIUM |
                   (matcher->answered >> facts.answered & 1) << ENTENTE_CRITERION_ANSWERED |
                   (matcher->dated >> undated & 1) << ENTENTE_CRITERION_DATED;

  return passes ^ (ENTENTE_FAILS (ENTENTE_CRITERION_DATED + 1) - 1);
}

/* Possibly: latest point at or after `since`, earliest point before `until`. */
static gboolean
test_time (const EntenteQuery *query, const EntenteBlock *block, guint i)
{
  EntenteSpan window = entente_block_get_window (block, i);

  if (entente_window_is_open (window))
    return FALSE;
  if (query->surely) {
    EntenteSpan told = entente_block_get_told (block, i);

    return (!query->has_since || told.start >= query->since) &&
           (!query->has_until || told.end <= query->until);
  }
  return (!query->has_since || window.end > query->since || window.start >= query->since) &&
         (!query->has_until || window.start < query->until);
}

/* What a row has of the records that are asked for. */
typedef struct {
  guint n; /* records it has */
  guint n_met; /* of these, chosen ones; each counted once unless only "any" matters */
} Met;

static inline void
meet (Met *met, const EntenteListedTest *test, guint32 index)
{
  if (index == ENTENTE_NO_INDEX)
    return;
  met->n++;
  met->n_met += test->chosen[index] != 0;
}

/* Under "all" each chosen one counts once, however many of those below it there are. */
static guint
count_met (const EntenteListedTest *test, const guint32 *indexes, guint n, guint n_all)
{
  guint n_met = 0;

  for (guint32 chosen = 0; chosen < n_all; chosen++) {
    gboolean is_met = FALSE;

    for (guint k = 0; test->chosen[chosen] == CHOSEN_ITSELF && k < n && !is_met; k++)
      is_met = indexes[k] != ENTENTE_NO_INDEX &&
               entente_record_tree_is_within (test->parents, indexes[k], chosen);
    n_met += is_met;
  }
  return n_met;
}

static void
meet_issues (Met *met, const EntenteListedTest *test, const EntenteBlock *block, guint i)
{
  guint n;
  const guint32 *issues = entente_block_get_issues (block, i, &n);

  for (guint k = 0; k < n; k++)
    meet (met, test, issues[k]);
}

static guint32
get_voice_index (const EntenteVoice *voice, EntenteListed listed)
{
  if (listed == ENTENTE_LISTED_ARTICLE)
    return voice->article;
  return listed == ENTENTE_LISTED_OUTLET ? voice->outlet : voice->speaker;
}

/* Several claims may go back to one record. */
static gboolean
was_before (const EntenteVoice *voices, guint k, EntenteListed listed)
{
  for (guint i = 0; i < k; i++) {
    if (get_voice_index (&voices[i], listed) == get_voice_index (&voices[k], listed))
      return TRUE;
  }
  return FALSE;
}

static void
meet_voices (Met *met,
             const EntenteListedTest *test,
             const EntenteBlock *block,
             guint i,
             EntenteListed listed)
{
  guint n;
  const EntenteVoice *voices = entente_block_get_voices (block, i, &n);

  for (guint k = 0; k < n; k++) {
    if (test->match != ENTENTE_MATCH_ALL || !was_before (voices, k, listed))
      meet (met, test, get_voice_index (&voices[k], listed));
  }
}

static guint
count_met_of (const EntenteMatcher *matcher,
              const EntenteBlock *block,
              guint i,
              EntenteListed listed)
{
  const EntenteListedTest *test = &matcher->listed[listed];
  guint32 place = entente_block_get_place_index (block, i);
  guint n;
  const guint32 *issues = entente_block_get_issues (block, i, &n);

  return listed == ENTENTE_LISTED_PLACE
           ? count_met (test, &place, 1, entente_chronicle_get_n_places (matcher->chronicle))
           : count_met (test, issues, n, entente_chronicle_get_n_issues (matcher->chronicle));
}

static gboolean
test_listed (const EntenteMatcher *matcher,
             const EntenteBlock *block,
             guint i,
             EntenteListed listed)
{
  const EntenteListedTest *test = &matcher->listed[listed];
  Met met = { 0, 0 };

  if (listed == ENTENTE_LISTED_TRACK)
    meet (&met, test, entente_block_get_track (block, i));
  else if (listed == ENTENTE_LISTED_PLACE)
    meet (&met, test, entente_block_get_place_index (block, i));
  else if (listed == ENTENTE_LISTED_ISSUE)
    meet_issues (&met, test, block, i);
  else
    meet_voices (&met, test, block, i, listed);
  if (test->match == ENTENTE_MATCH_ALL && test->parents != NULL && test->n_chosen > 0)
    met.n_met = count_met_of (matcher, block, i, listed);
  if (test->match == ENTENTE_MATCH_ALL)
    return met.n_met == test->n_chosen && (!test->empty || met.n == 0);
  return (met.n_met > 0 || (test->empty && met.n == 0)) == (test->match != ENTENTE_MATCH_NONE);
}

static gboolean
test_criterion (const EntenteMatcher *matcher,
                const EntenteBlock *block,
                guint i,
                guint row,
                EntenteCriterion criterion)
{
  switch (criterion) {
  case ENTENTE_CRITERION_TIME:
    return test_time (matcher->query, block, i);
  case ENTENTE_CRITERION_WORDS:
    return entente_bitset_contains (matcher->words, row);
  case ENTENTE_CRITERION_FIELDS:
    return entente_bitset_contains (matcher->fields, row);
  case ENTENTE_CRITERION_ROUND:
    return entente_bitset_contains (matcher->rounds, row);
  case ENTENTE_CRITERION_TRACK:
  case ENTENTE_CRITERION_PLACE:
  case ENTENTE_CRITERION_ISSUE:
  case ENTENTE_CRITERION_ARTICLE:
  case ENTENTE_CRITERION_OUTLET:
  case ENTENTE_CRITERION_SPEAKER:
    return test_listed (matcher, block, i, (EntenteListed) (criterion - ENTENTE_CRITERION_TRACK));
  default:
    return TRUE;
  }
}

/* ---- judging ---- */

/* @enough is 1 or 2. */
static inline gboolean
is_enough (guint32 fails, guint enough)
{
  return enough < 2 ? fails != 0 : (fails & (fails - 1)) != 0;
}

static inline guint32
test_actors (const EntenteMatcher *matcher, const EntenteBlock *block, guint i)
{
  guint cover;

  if (!matcher->is_simple)
    return entente_matcher_test_actors (matcher, block, i);
  cover = entente_matcher_get_cover (matcher, block, i);
  if (cover == ENTENTE_COVERS_AT_TIMES)
    return entente_matcher_test_actors (matcher, block, i);
  return (guint32) (cover == 0) << ENTENTE_CRITERION_ACTORS;
}

static inline guint32
test_row (const EntenteMatcher *matcher,
          const EntenteBlock *block,
          guint i,
          guint row,
          guint enough)
{
  guint32 actors = ENTENTE_FAILS (ENTENTE_CRITERION_ACTORS) | ENTENTE_FAILS (ENTENTE_CRITERION_BY) |
                   ENTENTE_FAILS (ENTENTE_CRITERION_TO);
  guint32 fails = matcher->has_facts ? test_facts (matcher, entente_block_get_facts (block, i)) : 0;

  for (guint32 left = matcher->active & ~actors; left != 0; left &= left - 1) {
    guint criterion = (guint) __builtin_ctz (left);

    if (fails != 0 && is_enough (fails, enough))
      return fails;
    if (!test_criterion (matcher, block, i, row, (EntenteCriterion) criterion))
      fails |= ENTENTE_FAILS (criterion);
  }
  if ((matcher->active & actors) != 0 && (fails == 0 || !is_enough (fails, enough)))
    fails |= test_actors (matcher, block, i);
  return fails;
}

guint32
entente_matcher_test (const EntenteMatcher *matcher,
                      const EntenteBlock *block,
                      guint i,
                      guint row,
                      guint enough)
{
  return test_row (matcher, block, i, row, enough);
}

/* A word of the set at a time; the word where two blocks meet is of both, and they may be matched
 * at the same time. */
static void
match_block (const EntenteMatcher *matcher,
             const EntenteBlock *block,
             guint first_row,
             EntenteBitset *rows)
{
  for (guint i = 0; i < block->n_rows;) {
    guint word = (first_row + i) >> 6;
    guint end = MIN (block->n_rows, (word + 1) * 64 - first_row);
    guint64 bits = 0;

    for (; i < end; i++) {
      guint row = first_row + i;
      guint64 passes = test_row (matcher, block, i, row, 1) == 0;

      bits |= passes << (row & 63);
    }
    __atomic_fetch_or (&rows->words[word], bits, __ATOMIC_RELAXED);
  }
}

static gboolean
is_cancelled (const gboolean *cancelled)
{
  return cancelled != NULL && g_atomic_int_get (cancelled);
}

typedef struct {
  const EntenteQuery *query;
  const EntenteChronicle *chronicle;
  const EntenteBitset *words;
  const gboolean *cancelled;
  EntenteBitset *rows;
  guint middle; /* block */
} Match;

/* Each half has a matcher of its own, which notes things while it judges. */
static void
match_half (guint half, gpointer data)
{
  const Match *match = data;
  const EntenteChronicle *chronicle = match->chronicle;
  guint end = half == 0 ? match->middle : chronicle->n_blocks;
  EntenteMatcher matcher;

  entente_matcher_init (&matcher, chronicle, match->query, match->words);
  for (guint b = half == 0 ? 0 : match->middle; b < end && !is_cancelled (match->cancelled); b++)
    match_block (&matcher, chronicle->blocks[b], chronicle->first_rows[b], match->rows);
  entente_matcher_clear (&matcher);
}

EntenteBitset *
entente_query_match (const EntenteQuery *query,
                     const EntenteChronicle *chronicle,
                     const EntenteBitset *words,
                     const gboolean *cancelled)
{
  g_autoptr (EntenteBitset) rows = entente_bitset_new (chronicle->n_rows);
  Match match = { query, chronicle, words, cancelled, rows, 0 };

  if (chronicle->n_rows > 0)
    match.middle = entente_chronicle_locate_block (chronicle, chronicle->n_rows / 2);
  entente_halves_run (match_half, &match, chronicle->n_rows);
  return is_cancelled (cancelled) ? NULL : g_steal_pointer (&rows);
}

guint
entente_query_count_undated (const EntenteQuery *query,
                             const EntenteChronicle *chronicle,
                             const EntenteBitset *words)
{
  g_autoptr (EntenteQuery) timeless = entente_query_copy (query);
  EntenteMatcher matcher;
  guint count = 0;

  timeless->has_since = FALSE;
  timeless->has_until = FALSE;
  entente_matcher_init (&matcher, chronicle, timeless, words);
  for (guint row = chronicle->n_placed; row < chronicle->n_rows; row++) {
    EntenteCell cell = entente_chronicle_locate (chronicle, row);

    count += entente_matcher_test (&matcher, cell.block, cell.i, row, 1) == 0;
  }
  entente_matcher_clear (&matcher);
  return count;
}
