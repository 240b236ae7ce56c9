/* Which moves may be one: a walk over all rows, of which most fall at their kind.
 */
#include "config.h"

#include "entente-same-event.h"

#include <glib/gi18n-lib.h>

/* Of 100: how much each of the three tells. */
#define KIND_SCORE 30
#define GROUP_SCORE 22
#define KINDRED_SCORE 12
#define ACTORS_SCORE 40
#define DATE_SCORE 30
#define UNDATED_SCORE 8
#define ENOUGH 58
#define SURE 80
#define SURE_OF_SPEECH 100

/* Sides of a move. */
enum { SIDE_FROM, SIDE_TO, SIDE_OTHER };

typedef struct {
  guint32 actor;
  int side;
} Party;

typedef struct {
  const EntenteChronicle *chronicle;
  const EntenteSameEventQuery *query;
  GArray *parties; /* Party */
} Search;

/* ---- kinds ---- */

/* Groups that reporters take for each other. */
static gboolean
are_kindred (EntenteKindGroup a, EntenteKindGroup b)
{
  static const EntenteKindGroup pairs[][2] = {
    { ENTENTE_GROUP_INVITE, ENTENTE_GROUP_OFFER }, { ENTENTE_GROUP_ACCEPT, ENTENTE_GROUP_AGREE },
    { ENTENTE_GROUP_REFUSE, ENTENTE_GROUP_DELAY }, { ENTENTE_GROUP_REFUSE, ENTENTE_GROUP_DENY },
    { ENTENTE_GROUP_MEET, ENTENTE_GROUP_AGREE },   { ENTENTE_GROUP_PRESS, ENTENTE_GROUP_SAY },
    { ENTENTE_GROUP_OFFER, ENTENTE_GROUP_SAY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if ((pairs[i][0] == a && pairs[i][1] == b) || (pairs[i][0] == b && pairs[i][1] == a))
      return TRUE;
  return FALSE;
}

static guint
score_kind (const Search *search, guint row, EntenteSameReasons *reasons)
{
  const EntenteKind *kind = search->query->kind;
  const EntenteKind *other = entente_chronicle_get_kind (search->chronicle, row);

  if (kind == other) {
    *reasons |= ENTENTE_SAME_KIND;
    return KIND_SCORE;
  }
  if (kind->group == other->group)
    return GROUP_SCORE;
  return are_kindred (kind->group, other->group) ? KINDRED_SCORE : 0;
}

/* ---- actors ---- */

static int
get_side (int role)
{
  switch (role) {
  case ENTENTE_ROLE_INITIATOR:
  case ENTENTE_ROLE_SPOKESMAN:
    return SIDE_FROM;
  case ENTENTE_ROLE_ADDRESSEE:
  case ENTENTE_ROLE_INVITED:
    return SIDE_TO;
  default:
    return SIDE_OTHER;
  }
}

static void
add_party (GArray *parties, guint32 actor, guint32 speaks_for, int role)
{
  Party party = { role == ENTENTE_ROLE_SPOKESMAN && speaks_for != ENTENTE_NO_INDEX ? speaks_for
                                                                                   : actor,
                  get_side (role) };

  if (party.actor != ENTENTE_NO_INDEX && entente_role_is_matching (role))
    g_array_append_val (parties, party);
}

static GArray *
list_wanted (const EntenteChronicle *chronicle, const EntenteSameEventQuery *query)
{
  GArray *parties = g_array_new (FALSE, FALSE, sizeof (Party));

  for (guint i = 0; query->parts && i < query->parts->len; i++) {
    const EntenteParticipation *part = query->parts->pdata[i];

    add_party (parties,
               entente_chronicle_find_actor (chronicle, part->actor),
               entente_chronicle_find_actor (chronicle, part->speaks_for),
               part->role);
  }
  return parties;
}

static gboolean
are_one (const Search *search, guint32 a, guint32 b, EntenteSpan window)
{
  return a == b || entente_chronicle_stands_for (search->chronicle, a, b, window, FALSE) ||
         entente_chronicle_stands_for (search->chronicle, b, a, window, FALSE);
}

/* How the parties of the query are found among those of a row. */
typedef struct {
  guint n_same, n_mirrored; /* on the same side, on the other one */
  gboolean has_lead;
} Match;

static void
match_party (const Search *search,
             const Party *party,
             const GArray *others,
             EntenteSpan window,
             Match *match)
{
  gboolean is_same = FALSE, is_mirrored = FALSE;

  for (guint i = 0; i < others->len; i++) {
    const Party *other = &g_array_index (others, Party, i);

    if (!are_one (search, party->actor, other->actor, window))
      continue;
    is_same |= other->side == party->side;
    is_mirrored |= other->side != party->side;
  }
  match->n_same += is_same;
  match->n_mirrored += is_mirrored && !is_same;
  if (party == &g_array_index (search->parties, Party, 0))
    match->has_lead = is_same || is_mirrored;
}

static GArray *
list_parties (const EntenteChronicle *chronicle, guint row)
{
  GArray *parties = g_array_new (FALSE, FALSE, sizeof (Party));
  guint n;
  const EntentePart *parts = entente_chronicle_get_parts (chronicle, row, &n);

  for (guint i = 0; i < n; i++)
    add_party (parties, parts[i].actor, parts[i].speaks_for, (int) parts[i].role);
  return parties;
}

/* Who meets or agrees has no side. */
static gboolean
has_sides (EntenteKindGroup group)
{
  return group != ENTENTE_GROUP_MEET && group != ENTENTE_GROUP_AGREE;
}

static guint
score_actors (const Search *search, guint row, EntenteSpan window, EntenteSameReasons *reasons)
{
  g_autoptr (GArray) others = list_parties (search->chronicle, row);
  guint n = MAX (search->parties->len, others->len), score;
  Match match = { 0 };

  for (guint i = 0; i < search->parties->len; i++)
    match_party (search, &g_array_index (search->parties, Party, i), others, window, &match);
  if (!match.has_lead)
    return 0;
  if (match.n_same + match.n_mirrored == n)
    *reasons |= match.n_mirrored > 0 && has_sides (search->query->kind->group)
                  ? ENTENTE_SAME_MIRRORED
                  : ENTENTE_SAME_ACTORS;
  score = ACTORS_SCORE * match.n_same / n;
  return score +
         ACTORS_SCORE * match.n_mirrored / n / (has_sides (search->query->kind->group) ? 2 : 1);
}

/* ---- dates ---- */

static gboolean
is_bounded (EntenteSpan window)
{
  return window.start != ENTENTE_TIME_MIN || window.end != ENTENTE_TIME_MAX;
}

/* The wider of two overlapping windows says how little that tells. 0: they do not overlap. */
static guint
score_dates (EntenteSpan a, EntenteSpan b, EntenteSameReasons *reasons)
{
  const double day = ENTENTE_SECONDS_PER_DAY;
  double length = MAX ((double) a.end - (double) a.start, (double) b.end - (double) b.start);

  if (!is_bounded (a) || !is_bounded (b))
    return UNDATED_SCORE;
  if (a.start >= b.end || b.start >= a.end)
    return 0;
  *reasons |= ENTENTE_SAME_DATED;
  if (length <= 3 * day)
    return DATE_SCORE;
  if (length <= 31 * day)
    return DATE_SCORE * 3 / 4;
  return length <= 366 * day ? DATE_SCORE / 2 : DATE_SCORE / 3;
}

/* ---- search ---- */

static gboolean
judge_row (const Search *search, guint row, EntenteSameEvent *found)
{
  EntenteSpan window;
  guint kind, dates, actors;

  *found = (EntenteSameEvent){ .row = row };
  window = entente_chronicle_get_window (search->chronicle, row);
  dates = score_dates (search->query->window, window, &found->reasons);
  if (dates == 0)
    return FALSE;
  kind = score_kind (search, row, &found->reasons);
  if (kind == 0 || entente_chronicle_get_id (search->chronicle, row) == search->query->event)
    return FALSE;
  actors = score_actors (search, row, window, &found->reasons);
  found->score = kind + dates + actors;
  return actors > 0 && found->score >= ENOUGH;
}

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const EntenteSameEvent *one = a, *other = b;

  if (one->score != other->score)
    return one->score > other->score ? -1 : 1;
  return one->row < other->row ? -1 : one->row > other->row;
}

GArray *
entente_same_event_find (const EntenteChronicle *chronicle,
                         const EntenteSameEventQuery *query,
                         guint limit)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (EntenteSameEvent));
  g_autoptr (GArray) parties = query->kind ? list_wanted (chronicle, query) : NULL;
  Search search = { chronicle, query, parties };

  if (!parties || parties->len == 0)
    return found;
  for (guint row = 0; row < entente_chronicle_get_n_rows (chronicle); row++) {
    EntenteSameEvent same;

    if (judge_row (&search, row, &same))
      g_array_append_val (found, same);
  }
  g_array_sort (found, compare_found);
  g_array_set_size (found, MIN (found->len, limit));
  return found;
}

/* ---- choosing ---- */

static gboolean
is_within_a_year (EntenteSpan window)
{
  return window.start != ENTENTE_TIME_MIN && window.end != ENTENTE_TIME_MAX &&
         window.end - window.start <= 366 * ENTENTE_SECONDS_PER_DAY;
}

/* Speech is told apart by what is said, which nobody compares here. */
static guint
get_need (EntenteKindGroup group)
{
  return group == ENTENTE_GROUP_SAY || group == ENTENTE_GROUP_PRESS || group == ENTENTE_GROUP_DENY
           ? SURE_OF_SPEECH
           : SURE;
}

const EntenteSameEvent *
entente_same_event_choose (const EntenteChronicle *chronicle,
                           const EntenteSameEventQuery *query,
                           const GArray *found)
{
  const EntenteSameEvent *best =
    found->len > 0 ? &g_array_index (found, EntenteSameEvent, 0) : NULL;

  if (!best || best->score < get_need (query->kind->group) ||
      best->reasons & ENTENTE_SAME_MIRRORED || !(best->reasons & ENTENTE_SAME_DATED) ||
      !is_within_a_year (query->window) ||
      !is_within_a_year (entente_chronicle_get_window (chronicle, best->row)))
    return NULL;
  if (found->len > 1 && g_array_index (found, EntenteSameEvent, 1).score == best->score)
    return NULL;
  return best;
}

/* A window tells whether the date is another one, though not in every word of it. */
static gboolean
is_dated_so (const EntenteChronicle *chronicle, guint row, const EntenteDate *when)
{
  EntenteSpan window = entente_chronicle_get_window (chronicle, row);
  EntenteSpan own = entente_date_get_window (when);

  return window.start == own.start && window.end == own.end;
}

static gboolean
has_part (const EntenteChronicle *chronicle, guint row, guint32 actor, int role)
{
  guint n;
  const EntentePart *parts = entente_chronicle_get_parts (chronicle, row, &n);

  for (guint i = 0; i < n; i++)
    if (parts[i].actor == actor && (int) parts[i].role == role)
      return TRUE;
  return FALSE;
}

/* Actors of the study in @role, when one of them does not have it in the event; else NULL. */
static GArray *
list_others (const EntenteChronicle *chronicle, guint row, const GPtrArray *parts, int role)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  gboolean differs = FALSE;

  for (guint i = 0; parts && i < parts->len; i++) {
    const EntenteParticipation *part = parts->pdata[i];
    guint32 actor = entente_chronicle_find_actor (chronicle, part->actor);

    if (part->role != role || actor == ENTENTE_NO_INDEX)
      continue;
    g_array_append_val (ids, part->actor);
    differs |= !has_part (chronicle, row, actor, role);
  }
  return differs ? g_steal_pointer (&ids) : NULL;
}

void
entente_same_event_fill_claim (const EntenteChronicle *chronicle,
                               guint row,
                               EntenteClaim *claim,
                               const EntenteKind *kind,
                               const EntenteDate *when,
                               const GPtrArray *parts)
{
  claim->event = entente_chronicle_get_id (chronicle, row);
  if (!claim->claimed_when && when && entente_date_is_dated (when) &&
      !is_dated_so (chronicle, row, when))
    claim->claimed_when = entente_date_ref (when);
  if (!claim->claimed_kind && kind && kind != entente_chronicle_get_kind (chronicle, row))
    claim->claimed_kind = g_strdup (kind->id);
  if (!claim->claimed_who)
    claim->claimed_who = list_others (chronicle, row, parts, ENTENTE_ROLE_INITIATOR);
  if (!claim->claimed_to)
    claim->claimed_to = list_others (chronicle, row, parts, ENTENTE_ROLE_ADDRESSEE);
}

char *
entente_same_event_explain (EntenteSameReasons reasons)
{
  const char *kind = reasons & ENTENTE_SAME_KIND ? _ ("same kind") : _ ("a kind like it");
  const char *actors = reasons & ENTENTE_SAME_ACTORS     ? _ ("same actors")
                       : reasons & ENTENTE_SAME_MIRRORED ? _ ("same actors the other way round")
                                                         : _ ("some of the actors");
  const char *dates =
    reasons & ENTENTE_SAME_DATED ? _ ("overlapping dates") : _ ("no date to compare");

  return g_strdup_printf ("%s, %s, %s", kind, actors, dates);
}
