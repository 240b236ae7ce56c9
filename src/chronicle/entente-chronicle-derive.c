/* Deriving the rows of a chronicle that is being made.
 *
 * Gathers what entente-derive.c judges: the claims under an event, and the links that point at it.
 * A `denies` or `confirms` link from a public move counts as a claim of whoever made that move. The
 * origin of a claim is the outlet that it names itself; else the article that it goes back to
 * through reprints; claims with neither are of one unknown origin. Runs before anybody else sees
 * the block. */
#include "entente-chronicle-private.h"

#include "entente-derive.h"

#include <string.h>

typedef enum {
  ORIGIN_UNKNOWN,
  ORIGIN_ARTICLE,
  ORIGIN_OUTLET,
  ORIGIN_OUTLET_NAME,
  ORIGIN_ACTOR, /* of a move that denies or confirms */
} OriginType;

typedef struct {
  OriginType type;
  EntenteId id;
  const char *name;
} Origin;

/* Scratch for one block. */
typedef struct {
  const EntenteChronicle *chronicle;
  GArray *claims; /* EntenteDeriveClaim */
  GArray *origins; /* Origin; place is the number */
  GArray *link_types; /* guint8 */
  GArray *claimed; /* Claimed, of the event at hand: actors and places that claims name */
} Deriver;

/* An actor or place that claims of one event name, by its index. */
typedef struct {
  gboolean is_place;
  guint32 index;
  guint bit; /* that of what it may be the same as */
} Claimed;

static guint32
number_origin (Deriver *deriver, Origin origin)
{
  for (guint i = 0; i < deriver->origins->len; i++) {
    const Origin *known = &g_array_index (deriver->origins, Origin, i);

    if (known->type == origin.type && known->id == origin.id &&
        g_strcmp0 (known->name, origin.name) == 0)
      return i;
  }
  g_array_append_val (deriver->origins, origin);
  return deriver->origins->len - 1;
}

/* Does the claim name an outlet of its own, other than the article's publication? */
static gboolean
names_outlet (const EntenteRoster *roster, const EntenteVoice *voice)
{
  const EntenteArticle *article;

  if (voice->outlet == ENTENTE_NO_INDEX)
    return FALSE;
  if (voice->article == ENTENTE_NO_INDEX)
    return TRUE;
  article = entente_roster_get (roster, ENTENTE_LIST_ARTICLE, voice->article);
  return entente_roster_get_id (roster, ENTENTE_LIST_ACTOR, voice->outlet) != article->publication;
}

static Origin
get_origin (const Deriver *deriver, const EntenteVoice *voice, const EntenteClaimDetail *detail)
{
  const EntenteRoster *roster = deriver->chronicle->roster;

  if (names_outlet (roster, voice))
    return (Origin){ ORIGIN_OUTLET,
                     entente_roster_get_id (roster, ENTENTE_LIST_ACTOR, voice->outlet),
                     NULL };
  if (detail != NULL && detail->outlet_name != NULL)
    return (Origin){ ORIGIN_OUTLET_NAME, ENTENTE_ID_NONE, detail->outlet_name };
  if (voice->article != ENTENTE_NO_INDEX)
    return (Origin){ ORIGIN_ARTICLE, entente_roster_get_origin (roster, voice->article), NULL };
  return (Origin){ ORIGIN_UNKNOWN, ENTENTE_ID_NONE, NULL };
}

static gboolean
is_party_role (guint role)
{
  return role == ENTENTE_ROLE_INITIATOR || role == ENTENTE_ROLE_ADDRESSEE;
}

/* Is @actor an initiator or addressee of the row, or a member of one at the time, or the body of
 * one? */
static gboolean
belongs_to_party (const Deriver *deriver, EntenteCell cell, guint32 actor)
{
  guint n;
  const EntentePart *parts = entente_block_get_parts (cell.block, cell.i, &n);
  EntenteSpan window = entente_block_get_window (cell.block, cell.i);
  const EntenteRoster *roster = deriver->chronicle->roster;

  for (guint i = 0; i < n; i++) {
    if (!is_party_role (parts[i].role))
      continue;
    if (entente_roster_stands_for (roster, actor, parts[i].actor, window, FALSE) ||
        entente_roster_stands_for (roster, parts[i].actor, actor, window, FALSE))
      return TRUE;
  }
  return FALSE;
}

/* … or did it speak for one? */
static gboolean
is_party (const Deriver *deriver, EntenteCell cell, guint32 speaker)
{
  guint n;
  const EntentePart *parts = entente_block_get_parts (cell.block, cell.i, &n);

  if (speaker == ENTENTE_NO_INDEX)
    return FALSE;
  if (belongs_to_party (deriver, cell, speaker))
    return TRUE;
  for (guint i = 0; i < n; i++) {
    if (parts[i].actor == speaker && parts[i].speaks_for != ENTENTE_NO_INDEX &&
        belongs_to_party (deriver, cell, parts[i].speaks_for))
      return TRUE;
  }
  return FALSE;
}

/* ---- what claims say of who and where ---- */

#define MAX_BITS 63

/* Is one place the other, or within it? */
static gboolean
is_within (const EntenteRoster *roster, guint32 place, guint32 other)
{
  guint n = 0;

  while (place != other && place != ENTENTE_NO_INDEX && n++ < MAX_BITS) {
    const EntentePlace *record = entente_roster_get (roster, ENTENTE_LIST_PLACE, place);

    place = entente_roster_find (roster, ENTENTE_LIST_PLACE, record->parent);
  }
  return place == other;
}

static gboolean
may_be_same (const EntenteRoster *roster, const Claimed *known, guint32 index, EntenteSpan window)
{
  if (known->is_place)
    return is_within (roster, index, known->index) || is_within (roster, known->index, index);
  return known->index == index ||
         entente_roster_stands_for (roster, index, known->index, window, FALSE) ||
         entente_roster_stands_for (roster, known->index, index, window, FALSE);
}

static guint64
number_claimed (Deriver *deriver, EntenteSpan window, gboolean is_place, EntenteId id)
{
  const EntenteRoster *roster = deriver->chronicle->roster;
  Claimed claimed = {
    is_place,
    entente_roster_find (roster, is_place ? ENTENTE_LIST_PLACE : ENTENTE_LIST_ACTOR, id),
    MIN (deriver->claimed->len, MAX_BITS)
  };

  if (claimed.index == ENTENTE_NO_INDEX)
    return 0;
  for (guint i = 0; i < deriver->claimed->len; i++) {
    const Claimed *known = &g_array_index (deriver->claimed, Claimed, i);

    if (known->is_place == is_place && may_be_same (roster, known, claimed.index, window)) {
      claimed.bit = known->bit;
      break;
    }
  }
  g_array_append_val (deriver->claimed, claimed);
  return G_GUINT64_CONSTANT (1) << claimed.bit;
}

static guint64
number_actors (Deriver *deriver, EntenteSpan window, const GArray *actors)
{
  guint64 bits = 0;

  for (guint i = 0; actors != NULL && i < actors->len; i++)
    bits |= number_claimed (deriver, window, FALSE, g_array_index (actors, EntenteId, i));
  return bits;
}

static void
add_values (Deriver *deriver,
            EntenteCell cell,
            const EntenteClaimDetail *detail,
            EntenteDeriveClaim *claim)
{
  EntenteSpan window = entente_block_get_window (cell.block, cell.i);

  claim->has_claimed = detail->has_claimed;
  claim->claimed = detail->claimed;
  claim->claimed_kind = detail->claimed_kind;
  claim->claimed_text = detail->claimed_text;
  claim->who = number_actors (deriver, window, detail->claimed_who);
  claim->to = number_actors (deriver, window, detail->claimed_to);
  if (detail->claimed_place != ENTENTE_ID_NONE)
    claim->place = number_claimed (deriver, window, TRUE, detail->claimed_place);
}

static void
add_voices (Deriver *deriver, EntenteCell cell)
{
  guint n;
  EntenteVoice *voices = entente_block_get_voices (cell.block, cell.i, &n);

  for (guint i = 0; i < n; i++) {
    EntenteVoice *voice = &voices[i];
    const EntenteClaimDetail *detail =
      entente_block_get_detail (cell.block, cell.block->voice_starts[cell.i] + i);
    EntenteDeriveClaim claim = {
      .stance = voice->stance,
      .hedge = voice->hedge,
      .speaker =
        entente_roster_get_id (deriver->chronicle->roster, ENTENTE_LIST_ACTOR, voice->speaker),
      .is_party = is_party (deriver, cell, voice->speaker),
    };

    voice->origin = number_origin (deriver, get_origin (deriver, voice, detail));
    claim.origin = voice->origin;
    if (detail != NULL)
      add_values (deriver, cell, detail, &claim);
    g_array_append_val (deriver->claims, claim);
  }
}

/* The claim that a move denying or confirming @cell amounts to: of its first initiator. */
static void
add_link_claim (Deriver *deriver, EntenteCell cell, const EntenteThread *thread)
{
  EntenteCell answer = entente_chronicle_locate (deriver->chronicle, thread->row);
  guint n;
  const EntentePart *parts = entente_block_get_parts (answer.block, answer.i, &n);
  EntenteDeriveClaim claim = {
    .stance = thread->type == ENTENTE_LINK_DENIES ? ENTENTE_STANCE_DENIES : ENTENTE_STANCE_CONFIRMS,
  };

  for (guint i = 0; i < n; i++) {
    if (parts[i].role != ENTENTE_ROLE_INITIATOR)
      continue;
    if (claim.speaker == ENTENTE_ID_NONE)
      claim.speaker =
        entente_roster_get_id (deriver->chronicle->roster, ENTENTE_LIST_ACTOR, parts[i].actor);
    claim.is_party = claim.is_party || is_party (deriver, cell, parts[i].actor);
  }
  claim.origin = number_origin (deriver, (Origin){ ORIGIN_ACTOR, claim.speaker, NULL });
  g_array_append_val (deriver->claims, claim);
}

/* A voice whose source nobody named is no second origin beside one that is. */
static void
fold_unknown_origin (Deriver *deriver)
{
  guint32 known = ENTENTE_NO_INDEX;

  for (guint i = 0; i < deriver->origins->len; i++) {
    if (g_array_index (deriver->origins, Origin, i).type != ORIGIN_UNKNOWN) {
      known = i;
      break;
    }
  }
  for (guint i = 0; known != ENTENTE_NO_INDEX && i < deriver->claims->len; i++) {
    EntenteDeriveClaim *claim = &g_array_index (deriver->claims, EntenteDeriveClaim, i);

    if (g_array_index (deriver->origins, Origin, claim->origin).type == ORIGIN_UNKNOWN)
      claim->origin = known;
  }
}

static void
derive_row (Deriver *deriver, EntenteCell cell, const EntenteThread *threads, guint n_threads)
{
  EntenteFacts *facts = &cell.block->wide_facts[cell.i];
  const EntenteKind *kind = entente_kind_get (facts->kind);
  gint64 latest_end = entente_block_get_window (cell.block, cell.i).end;
  const guint8 *types;

  g_array_set_size (deriver->claims, 0);
  g_array_set_size (deriver->origins, 0);
  g_array_set_size (deriver->link_types, 0);
  g_array_set_size (deriver->claimed, 0);
  add_voices (deriver, cell);
  for (guint i = 0; i < n_threads; i++) {
    g_array_append_val (deriver->link_types, threads[i].type);
    if (threads[i].type == ENTENTE_LINK_DENIES || threads[i].type == ENTENTE_LINK_CONFIRMS)
      add_link_claim (deriver, cell, &threads[i]);
  }
  fold_unknown_origin (deriver);
  types = (const guint8 *) deriver->link_types->data;
  facts->evidence =
    entente_derive_evidence ((const EntenteDeriveClaim *) (gpointer) deriver->claims->data,
                             deriver->claims->len);
  facts->status = entente_derive_status (kind,
                                         (EntenteMode) facts->mode,
                                         types,
                                         n_threads,
                                         latest_end,
                                         deriver->chronicle->today);
  facts->answered = entente_derive_answered (kind, types, n_threads);
}

/* Status of the rows that a day can make another of: what is told as a fact has none that ends with
 * its date. */
static void
judge_status (const EntenteChronicle *chronicle, guint block)
{
  g_autoptr (GArray) types = g_array_new (FALSE, FALSE, sizeof (guint8));
  EntenteCell cell = { chronicle->blocks[block], 0 };

  for (; cell.i < cell.block->n_rows; cell.i++) {
    EntenteFacts *facts = &cell.block->wide_facts[cell.i];
    const EntenteThread *threads;
    guint n;

    if (facts->mode == ENTENTE_MODE_FACTUAL)
      continue;
    threads =
      entente_chronicle_get_answered_by (chronicle, chronicle->first_rows[block] + cell.i, &n);
    g_array_set_size (types, 0);
    for (guint i = 0; i < n; i++)
      g_array_append_val (types, threads[i].type);
    facts->status = entente_derive_status (entente_kind_get (facts->kind),
                                           (EntenteMode) facts->mode,
                                           (const guint8 *) types->data,
                                           n,
                                           entente_block_get_window (cell.block, cell.i).end,
                                           chronicle->today);
  }
}

void
entente_chronicle_renew_block (const EntenteChronicle *chronicle, guint block, gboolean day_changed)
{
  EntenteFacts facts[ENTENTE_BLOCK_MAX_ROWS];

  if (!day_changed) {
    entente_block_count_facts (chronicle->blocks[block]);
    return;
  }
  entente_block_unpack_facts (chronicle->blocks[block], facts);
  judge_status (chronicle, block);
  entente_block_pack_facts (chronicle->blocks[block]);
}

void
entente_chronicle_derive_block (const EntenteChronicle *chronicle, guint block)
{
  const EntenteLinks *links = chronicle->links;
  guint first_row = chronicle->first_rows[block];
  guint at = entente_links_search (links, &links->in, first_row);
  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (EntenteDeriveClaim));
  g_autoptr (GArray) origins = g_array_new (FALSE, FALSE, sizeof (Origin));
  g_autoptr (GArray) link_types = g_array_new (FALSE, FALSE, sizeof (guint8));
  g_autoptr (GArray) claimed = g_array_new (FALSE, FALSE, sizeof (Claimed));
  Deriver deriver = { chronicle, claims, origins, link_types, claimed };

  for (guint i = 0; i < chronicle->blocks[block]->n_rows; i++) {
    guint end = at;

    while (end < links->n && links->in.rows[end] == first_row + i)
      end++;
    derive_row (&deriver,
                (EntenteCell){ chronicle->blocks[block], i },
                links->in.threads + at,
                end - at);
    at = end;
  }
  entente_block_pack_facts (chronicle->blocks[block]);
}
