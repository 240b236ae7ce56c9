/* Who did it to whom: the slots of a pattern are looked for in their order, the first that is
 * filled holds. */
#include "config.h"

#include "entente-text-moves-private.h"

#include <string.h>

static gboolean
has_actor (const GArray *parties, const EntenteParty *party)
{
  for (guint i = 0; i < parties->len; i++) {
    const EntenteParty *other = &g_array_index (parties, EntenteParty, i);

    if (other->actor == party->actor &&
        (party->actor != ENTENTE_PARTY_UNNAMED || other->first == party->first))
      return TRUE;
  }
  return FALSE;
}

static void
add_once (GArray *parties, const EntenteParty *party)
{
  if (!has_actor (parties, party))
    g_array_append_val (parties, *party);
}

static void
add_all (GArray *parties, const GArray *found)
{
  for (guint i = 0; i < found->len; i++)
    add_once (parties, &g_array_index (found, EntenteParty, i));
}

/* ---- slots ---- */

/* Those of @behind with the preposition, from the first to the end of its row. */
static gboolean
take_with (const GArray *behind, const char *preposition, GArray *parties)
{
  gboolean any = FALSE;

  for (guint i = 0; i < behind->len; i++) {
    const EntenteParty *party = &g_array_index (behind, EntenteParty, i);
    gboolean fits =
      g_str_equal (party->preposition, preposition) ||
      (g_str_equal (preposition, "against") && g_str_equal (party->preposition, "toward"));

    if (fits)
      add_once (parties, party);
    else if (any)
      break;
    any |= fits;
  }
  return any;
}

/* What stands behind a verb without any preposition before it. */
static gboolean
take_object (const GArray *behind, guint head, GArray *parties)
{
  for (guint i = 0; i < behind->len; i++) {
    const EntenteParty *party = &g_array_index (behind, EntenteParty, i);

    if (*party->preposition || party->first > head + 12)
      break;
    add_once (parties, party);
    if (party->is_possessive)
      return TRUE;
  }
  return parties->len > 0;
}

/* The verb, or the "is" before an adjective, whose subject does it; the head itself where there is
 * none. */
static guint
find_verb_of (const EntenteClauses *clauses, guint head)
{
  if (entente_clauses_tag (clauses, head)->tag != ENTENTE_TAG_NONE)
    return head;
  for (gint64 i = (gint64) head - 1; i >= 0 && head - i < 5; i--) {
    if (entente_clauses_is_finite (clauses, i))
      return i;
  }
  return head;
}

/* The subject of the clause that a noun stands in. */
static gboolean
take_clause (const EntenteClauses *clauses, guint noun, GArray *parties)
{
  guint sentence = entente_text_tokens_get (clauses->tokens, noun)->sentence;
  const EntenteSentenceSpan *span =
    &g_array_index (clauses->tokens->sentences, EntenteSentenceSpan, sentence);

  for (gint64 i = (gint64) noun - 1; i >= (gint64) span->first; i--) {
    if (entente_clauses_is_finite (clauses, i))
      return entente_clauses_find_subject (clauses, i, parties);
  }
  for (guint i = noun + 1; i < span->last; i++) {
    if (entente_clauses_is_finite (clauses, i))
      return entente_clauses_find_subject (clauses, i, parties);
  }
  return FALSE;
}

static gboolean
take_first (const GArray *behind, const GArray *not_these, GArray *parties)
{
  const char *preposition = NULL;

  for (guint i = 0; i < behind->len; i++) {
    const EntenteParty *party = &g_array_index (behind, EntenteParty, i);

    if (preposition && !g_str_equal (party->preposition, preposition))
      break;
    if (has_actor (not_these, party))
      continue;
    preposition = party->preposition;
    add_once (parties, party);
    if (party->is_possessive)
      break;
  }
  return preposition != NULL;
}

/* "Varga's August promise", "their demands": the owner before the noun. */
static gboolean
take_possessor (const EntenteClauses *clauses, guint noun, GArray *parties)
{
  const EntenteTextTokens *tokens = clauses->tokens;

  for (gint64 i = (gint64) noun - 1; i >= 0 && noun - i < 6; i--) {
    const EntenteToken *token = entente_text_tokens_get (tokens, i);

    if (token->sentence != entente_text_tokens_get (tokens, noun)->sentence)
      return FALSE;
    if (token->type == ENTENTE_TOKEN_POSSESSIVE) {
      const EntenteMention *owner = entente_text_actors_at (clauses->actors, i - 1);

      if (!owner)
        return FALSE;
      {
        EntenteParty party = { .actor = owner->actor,
                               .mention = g_array_index (clauses->actors->by_token, int, i - 1),
                               .first = owner->first,
                               .last = owner->last,
                               .preposition = "",
                               .is_possessive = TRUE };

        add_once (parties, &party);
      }
      return TRUE;
    }
    if (g_str_equal (token->fold, "his") || g_str_equal (token->fold, "her") ||
        g_str_equal (token->fold, "its") || g_str_equal (token->fold, "their"))
      return entente_clauses_resolve (clauses, i, parties);
    if (entente_lexicon_is (token->fold, ENTENTE_WORD_DETERMINER) ||
        entente_lexicon_is (token->fold, ENTENTE_WORD_PREPOSITION) ||
        (token->type == ENTENTE_TOKEN_SIGN && !strchr ("\"“”", token->fold[0])) ||
        entente_clauses_is_finite (clauses, i))
      return FALSE;
  }
  return FALSE;
}

/* "a Kenyan proposal", "Kenya-Uganda talks": names right before the noun. */
static gboolean
take_adjectives (const EntenteClauses *clauses, guint noun, GArray *parties)
{
  const EntenteTextTokens *tokens = clauses->tokens;
  gboolean any = FALSE;

  for (gint64 i = (gint64) noun - 1; i >= 0 && noun - i < 6; i--) {
    const EntenteToken *token = entente_text_tokens_get (tokens, i);
    const EntenteMention *mention = entente_text_actors_at (clauses->actors, i);

    if (token->sentence != entente_text_tokens_get (tokens, noun)->sentence)
      break;
    if (mention) {
      EntenteParty party = { .actor = mention->actor,
                             .mention = g_array_index (clauses->actors->by_token, int, i),
                             .first = mention->first,
                             .last = mention->last,
                             .preposition = "" };

      if (mention->form != ENTENTE_MENTION_ADJECTIVE && mention->last != noun && !any)
        break;
      add_once (parties, &party);
      any = TRUE;
      i = mention->first;
      continue;
    }
    if (token->type != ENTENTE_TOKEN_WORD ||
        entente_lexicon_is (token->fold, ENTENTE_WORD_DETERMINER) ||
        entente_lexicon_is (token->fold, ENTENTE_WORD_PREPOSITION) ||
        entente_clauses_is_finite (clauses, i))
      break;
  }
  return any;
}

/* What a slot is looked for in. */
typedef struct {
  const EntenteClauses *clauses;
  const EntenteMoveMatch *match;
  guint anchor; /* token that the parties hang on */
  GArray *near, *far; /* of EntenteParty behind it */
  gboolean is_passive;
} Search;

/* Prepositions by which a verb reaches into what hangs on it: "threatened to act against". */
static gboolean
reaches_far (const char *preposition)
{
  return g_str_equal (preposition, "against") || g_str_equal (preposition, "on") ||
         g_str_equal (preposition, "to") || g_str_equal (preposition, "with");
}

static gboolean
fill_slot (const Search *search, const EntenteSlot *slot, const GArray *not_these, GArray *parties)
{
  switch (slot->type) {
  case ENTENTE_SLOT_SUBJECT:
    if (search->is_passive)
      return take_with (search->near, "by", parties) || take_with (search->far, "by", parties);
    return entente_clauses_find_subject (search->clauses,
                                         find_verb_of (search->clauses, search->match->head),
                                         parties);
  case ENTENTE_SLOT_GRAMMATICAL_SUBJECT:
    return entente_clauses_find_subject (search->clauses, search->match->head, parties);
  case ENTENTE_SLOT_CLAUSE:
    return take_clause (search->clauses, search->anchor, parties);
  case ENTENTE_SLOT_OBJECT:
    return search->is_passive
             ? entente_clauses_find_subject (search->clauses, search->match->head, parties)
             : take_object (search->near, search->match->head, parties);
  case ENTENTE_SLOT_POSSESSOR:
    return take_possessor (search->clauses, search->anchor, parties);
  case ENTENTE_SLOT_ADJECTIVE:
    return take_adjectives (search->clauses, search->anchor, parties);
  case ENTENTE_SLOT_ANY:
    return take_first (search->near, not_these, parties) ||
           take_first (search->far, not_these, parties);
  case ENTENTE_SLOT_PREPOSITION:
    return take_with (search->near, slot->preposition, parties) ||
           (reaches_far (slot->preposition) && !search->match->pattern->is_mutual &&
            search->match->pattern->head != ENTENTE_PATTERN_NOUN &&
            take_with (search->far, slot->preposition, parties));
  default:
    return FALSE;
  }
}

static void
fill_slots (const Search *search, const GArray *slots, const GArray *not_these, GArray *parties)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (EntenteParty));

  for (guint i = 0; i < slots->len; i++) {
    const EntenteSlot *slot = &g_array_index (slots, EntenteSlot, i);
    guint before = parties->len;

    g_array_set_size (found, 0);
    if (!fill_slot (search, slot, not_these, found))
      continue;
    for (guint j = 0; j < found->len; j++) {
      if (!has_actor (not_these, &g_array_index (found, EntenteParty, j)))
        add_once (parties, &g_array_index (found, EntenteParty, j));
    }
    if (parties->len > before)
      return;
  }
}

/* What belongs to a noun stands close behind it. */
static void
cut_distant (GArray *behind, guint noun)
{
  for (guint i = 0; i < behind->len; i++) {
    guint last = i == 0 ? noun : g_array_index (behind, EntenteParty, i - 1).last;

    if (g_array_index (behind, EntenteParty, i).first > last + 5) {
      g_array_set_size (behind, i);
      return;
    }
  }
}

/* "together with Kenya": does it too. */
static gboolean
is_beside (const EntenteClauses *clauses, guint first)
{
  gint64 i = (gint64) first - 1;

  while (entente_clauses_is (clauses, i, ENTENTE_WORD_DETERMINER))
    i--;
  return entente_text_tokens_is (clauses->tokens, i, "with") &&
         (entente_text_tokens_is (clauses->tokens, i - 1, "together") ||
          entente_text_tokens_is (clauses->tokens, i - 1, "along") ||
          entente_text_tokens_is (clauses->tokens, i - 1, "jointly"));
}

static void
add_those_beside (const Search *search, GArray *who)
{
  gboolean beside = FALSE;

  for (guint i = 0; who->len > 0 && i < search->near->len; i++) {
    const EntenteParty *party = &g_array_index (search->near, EntenteParty, i);

    beside |= is_beside (search->clauses, party->first);
    if (beside && !g_str_equal (party->preposition, "with"))
      return;
    if (beside)
      add_once (who, party);
  }
}

void
entente_moves_fill_parties (const EntenteClauses *clauses,
                            const EntenteMoveMatch *match,
                            EntenteTextMove *move)
{
  const EntenteMovePattern *pattern = match->pattern;
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (EntenteParty));
  Search search = { .clauses = clauses, .match = match };

  search.anchor = match->anchor >= 0 ? (guint) match->anchor : match->head;
  search.is_passive = pattern->head != ENTENTE_PATTERN_NOUN &&
                      entente_clauses_tag (clauses, match->head)->tag == ENTENTE_TAG_PASSIVE;
  search.near = g_array_new (FALSE, FALSE, sizeof (EntenteParty));
  search.far = g_array_new (FALSE, FALSE, sizeof (EntenteParty));
  entente_clauses_find_after (clauses, search.anchor, FALSE, search.near);
  entente_clauses_find_after (clauses, search.anchor, TRUE, search.far);
  if (pattern->head == ENTENTE_PATTERN_NOUN)
    cut_distant (search.near, match->head);
  fill_slots (&search, pattern->who, none, move->who);
  add_those_beside (&search, move->who);
  fill_slots (&search, pattern->to, move->who, move->to);
  if (search.anchor != match->head && move->to->len == 0) {
    /* "a deal was reached in Brenn between Kenya and Uganda" */
    g_array_set_size (search.near, 0);
    entente_clauses_find_after (clauses, match->head, FALSE, search.near);
    search.anchor = match->head;
    fill_slots (&search, pattern->to, move->who, move->to);
  }
  if (match->anchor >= 0 && search.is_passive && move->who->len == 0 && pattern->who->len > 0) {
    g_array_set_size (search.near, 0);
    entente_clauses_find_after (clauses, match->head, FALSE, search.near);
    take_with (search.near, "by", move->who);
  }
  move->is_mutual = pattern->is_mutual;
  if (pattern->is_mutual && move->who->len == 0) {
    add_all (move->who, move->to);
    g_array_set_size (move->to, 0);
  }
  g_array_unref (search.near);
  g_array_unref (search.far);
}
