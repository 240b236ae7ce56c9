/* The parties of a clause: the subject before a verb, names behind it with their prepositions, and whom a pronoun
 * stands for (the first fitting name of its sentence, else of one of the three before it). */
#include "config.h"

#include "entente-text-clauses.h"

#include <string.h>

#define DEPTH 4 /* verbs that hang on verbs */
#define SENTENCES_BACK 3

static const EntenteToken *
get_token (const EntenteClauses *self, gint64 i)
{
  return entente_text_tokens_get (self->tokens, i);
}

static gboolean
is_word (const EntenteClauses *self, gint64 i, const char *word)
{
  return entente_text_tokens_is (self->tokens, i, word);
}

static gboolean
same_sentence (const EntenteClauses *self, gint64 a, gint64 b)
{
  return a >= 0 && b >= 0 && a < self->tokens->tokens->len && b < self->tokens->tokens->len &&
         get_token (self, a)->sentence == get_token (self, b)->sentence;
}

static const EntenteMention *
get_mention (const EntenteClauses *self, guint index)
{
  return &g_array_index (self->actors->mentions, EntenteMention, index);
}

static int
index_at (const EntenteClauses *self, gint64 token)
{
  if (token < 0 || token >= self->actors->by_token->len)
    return -1;
  return g_array_index (self->actors->by_token, int, token);
}

static gboolean
is_verb (const EntenteClauses *self, gint64 i)
{
  EntenteTag tag = entente_clauses_tag (self, i)->tag;

  return tag == ENTENTE_TAG_FINITE || tag == ENTENTE_TAG_PASSIVE || tag == ENTENTE_TAG_INFINITIVE ||
         tag == ENTENTE_TAG_PARTICIPLE;
}

static gboolean
is_hard_stop (const EntenteClauses *self, gint64 i)
{
  const char *fold = get_token (self, i)->fold;

  return get_token (self, i)->type == ENTENTE_TOKEN_SIGN &&
         (strcmp (fold, ";") == 0 || strcmp (fold, ":") == 0 || strcmp (fold, "—") == 0 ||
          strcmp (fold, "“") == 0 || strcmp (fold, "–") == 0);
}

/* An adjective that only belongs to the name behind it: "Iraqi President Saddam Hussein". */
static gboolean
is_within_name (const EntenteClauses *self, const EntenteMention *mention)
{
  guint i = mention->last;

  if (mention->form != ENTENTE_MENTION_ADJECTIVE && mention->form != ENTENTE_MENTION_NAME)
    return FALSE;
  for (i = mention->last; i < mention->last + 7 && same_sentence (self, mention->first, i); i++) {
    if (index_at (self, i) >= 0)
      return i > mention->last
               ? entente_clauses_is (self, i - 1, ENTENTE_WORD_TITLE) ||
                   entente_clauses_is (self, i - 1, ENTENTE_WORD_TITLE_WORD)
               : get_mention (self, index_at (self, i))->form != ENTENTE_MENTION_ADJECTIVE &&
                   mention->form == ENTENTE_MENTION_ADJECTIVE;
    if (get_token (self, i)->type != ENTENTE_TOKEN_WORD ||
        entente_clauses_is (self, i, ENTENTE_WORD_CONJUNCTION) ||
        entente_clauses_is (self, i, ENTENTE_WORD_PREPOSITION) || is_verb (self, i))
      return FALSE;
  }
  return FALSE;
}

/* ---- prepositions ---- */

/* The mention that "and" or a comma before token @i joins to it, or -1. */
static int
find_joined_before (const EntenteClauses *self, gint64 i)
{
  gint64 k = i;

  if (!entente_clauses_is (self, k, ENTENTE_WORD_CONJUNCTION) && !is_word (self, k, ","))
    return -1;
  while (same_sentence (self, k, i) &&
         (entente_clauses_is (self, k, ENTENTE_WORD_CONJUNCTION) || is_word (self, k, ",") ||
          is_word (self, k, ")") || is_word (self, k, "both")))
    k--;
  return same_sentence (self, k, i) ? index_at (self, k) : -1;
}

static gboolean is_row (const EntenteClauses *self, const EntenteMention *a, const EntenteMention *b);

/* The preposition before the mention; "" where it has none. A row joined by "and" shares that of its first. */
static const char *
find_preposition (const EntenteClauses *self, guint first)
{
  gint64 k = (gint64) first - 1;

  for (guint steps = 0; same_sentence (self, k, first) && steps < 40; k--, steps++) {
    const EntenteToken *token = get_token (self, k);
    int joined = find_joined_before (self, k);

    if (joined >= 0 && (!is_word (self, k, ",") ||
                        (index_at (self, first) >= 0 &&
                         is_row (self, get_mention (self, joined), get_mention (self, index_at (self, first)))))) {
      k = get_mention (self, joined)->first;
      continue;
    }
    if (token->type == ENTENTE_TOKEN_POSSESSIVE) {
      int owner = index_at (self, k - 1);

      if (owner >= 0)
        k = get_mention (self, owner)->first;
      continue;
    }
    if (index_at (self, k) >= 0)
      continue;
    if (token->type == ENTENTE_TOKEN_NOTE || g_str_equal (token->fold, "\"") ||
        g_str_equal (token->fold, "“"))
      continue;
    if (token->type != ENTENTE_TOKEN_WORD && token->type != ENTENTE_TOKEN_NUMBER)
      return "";
    if (entente_lexicon_is (token->fold, ENTENTE_WORD_DETERMINER) &&
        !g_str_equal (token->fold, "that"))
      continue;
    if (entente_lexicon_is (token->fold, ENTENTE_WORD_PREPOSITION))
      return token->fold;
    if (is_verb (self, k) || entente_lexicon_is (token->fold, ENTENTE_WORD_SUBORDINATOR) ||
        entente_lexicon_is (token->fold, ENTENTE_WORD_CONJUNCTION) ||
        entente_lexicon_is (token->fold, ENTENTE_WORD_RELATIVE))
      return "";
  }
  return "";
}

static void
add_mention (const EntenteClauses *self, guint index, const char *preposition, GArray *parties)
{
  const EntenteMention *mention = get_mention (self, index);
  EntenteParty party = { .actor = mention->actor,
                         .mention = (int) index,
                         .first = mention->first,
                         .last = mention->last,
                         .preposition = preposition };

  party.is_possessive = get_token (self, mention->last)->type == ENTENTE_TOKEN_POSSESSIVE;
  g_array_append_val (parties, party);
}

/* The mention joined by "and" or a comma behind the mention, or -1. */
static int
find_joined_behind (const EntenteClauses *self, const EntenteMention *mention)
{
  gint64 k = mention->last;
  gboolean joins = FALSE;

  while (same_sentence (self, k, mention->first) && k < mention->last + 10) {
    const EntenteToken *token = get_token (self, k);
    int index = index_at (self, k);

    if (is_word (self, k, "(")) { /* "(PLO)" */
      while (same_sentence (self, k, mention->first) && !is_word (self, k, ")"))
        k++;
      k++;
      continue;
    }
    if (index >= 0 && joins && !is_within_name (self, get_mention (self, index)))
      return index;
    if (entente_lexicon_is (token->fold, ENTENTE_WORD_CONJUNCTION) ||
        g_str_equal (token->fold, ","))
      joins = TRUE;
    else if (index < 0 && !entente_lexicon_is (token->fold, ENTENTE_WORD_DETERMINER) &&
             !entente_lexicon_is (token->fold, ENTENTE_WORD_TITLE) &&
             !entente_lexicon_is (token->fold, ENTENTE_WORD_TITLE_WORD) &&
             !(joins && token->type == ENTENTE_TOKEN_WORD && !is_verb (self, k) &&
               !entente_lexicon_is (token->fold, ENTENTE_WORD_PREPOSITION) &&
               !entente_lexicon_is (token->fold, ENTENTE_WORD_PRONOUN) &&
               !entente_lexicon_is (token->fold, ENTENTE_WORD_RELATIVE) &&
               !entente_lexicon_is (token->fold, ENTENTE_WORD_SUBORDINATOR)))
      return -1;
    k++;
  }
  return -1;
}

/* TRUE when a comma, not followed by a row with "and", parts the two: "in Oslo, Israel and Syria met". */
static gboolean
is_row (const EntenteClauses *self, const EntenteMention *a, const EntenteMention *b)
{
  gint64 k = b->last;

  for (gint64 i = a->last; i < b->first; i++) {
    if (entente_clauses_is (self, i, ENTENTE_WORD_CONJUNCTION))
      return TRUE;
  }
  for (guint n = 0; n < 24 && same_sentence (self, k, a->first); n++, k++) {
    if (is_word (self, k, "and"))
      return index_at (self, k + 1) >= 0 || index_at (self, k + 2) >= 0 ||
             index_at (self, k + 3) >= 0 ||
             entente_clauses_is (self, k + 1, ENTENTE_WORD_TITLE_WORD);
    if (is_verb (self, k))
      return FALSE;
  }
  return FALSE;
}

void
entente_clauses_add_joined (const EntenteClauses *self,
                            guint index,
                            const char *preposition,
                            GArray *parties)
{
  for (guint n = 0; n < 12; n++) {
    const EntenteMention *mention = get_mention (self, index);
    int next = find_joined_behind (self, mention);

    add_mention (self, index, preposition, parties);
    if (next < 0 || !is_row (self, mention, get_mention (self, next)))
      return;
    index = next;
  }
}

/* ---- pronouns ---- */

typedef enum { FOR_PERSON, FOR_THING, FOR_SEVERAL } Sought;

static gboolean
is_sought (const EntenteClauses *self, const EntenteMention *mention, Sought sought)
{
  EntenteActorKind kind = entente_text_actors_get (self->actors, mention->actor)->kind;
  gboolean is_person = kind == ENTENTE_ACTOR_PERSON || mention->form == ENTENTE_MENTION_ROLE;

  if (mention->form == ENTENTE_MENTION_ADJECTIVE || mention->is_place)
    return FALSE;
  return sought == FOR_PERSON ? is_person : sought == FOR_THING ? !is_person : TRUE;
}

static gboolean
resolve_in (const EntenteClauses *self, guint first, guint last, Sought sought, GArray *parties)
{
  for (guint i = first; i < last; i++) {
    int index = index_at (self, i);
    guint before = parties->len;
    const EntenteMention *mention = index >= 0 ? get_mention (self, index) : NULL;

    if (!mention || mention->first != i || !is_sought (self, mention, sought) ||
        is_within_name (self, mention) ||
        get_token (self, mention->last)->type == ENTENTE_TOKEN_POSSESSIVE)
      continue;
    if (sought != FOR_SEVERAL) {
      add_mention (self, index, "", parties);
      return TRUE;
    }
    entente_clauses_add_joined (self, index, "", parties);
    if (parties->len - before >= 2 || mention->form == ENTENTE_MENTION_GROUP ||
        entente_text_actors_get (self->actors, mention->actor)->kind == ENTENTE_ACTOR_COMMUNITY ||
        entente_text_actors_get (self->actors, mention->actor)->kind ==
          ENTENTE_ACTOR_ARMED_MOVEMENT ||
        entente_text_actors_get (self->actors, mention->actor)->kind == ENTENTE_ACTOR_BODY)
      return TRUE;
    g_array_set_size (parties, before);
  }
  return FALSE;
}

gboolean
entente_clauses_resolve (const EntenteClauses *self, guint token, GArray *parties)
{
  const char *fold = get_token (self, token)->fold;
  guint sentence = get_token (self, token)->sentence;
  Sought sought =
    entente_lexicon_is (fold, ENTENTE_WORD_SINGULAR_PRONOUN) || g_str_equal (fold, "his") ||
        g_str_equal (fold, "her")
      ? FOR_PERSON
    : entente_lexicon_is (fold, ENTENTE_WORD_NEUTER_PRONOUN) || g_str_equal (fold, "its")
      ? FOR_THING
      : FOR_SEVERAL;
  guint from = parties->len;

  for (guint back = 0; back <= SENTENCES_BACK && back <= sentence; back++) {
    const EntenteSentenceSpan *span =
      &g_array_index (self->tokens->sentences, EntenteSentenceSpan, sentence - back);

    if (resolve_in (self, span->first, back == 0 ? token : span->last, sought, parties)) {
      for (guint i = from; i < parties->len; i++) {
        EntenteParty *party = &g_array_index (parties, EntenteParty, i);

        party->first = token;
        party->last = token + 1;
      }
      return TRUE;
    }
  }
  return FALSE;
}

/* "both sides", "the two countries", a pronoun: what @token stands for as subject or object. */
static gboolean
is_stand_in (const EntenteClauses *self, gint64 token)
{
  const char *fold = get_token (self, token)->fold;

  if (entente_lexicon_is (fold, ENTENTE_WORD_PRONOUN))
    return !g_str_equal (fold, "one") && !entente_lexicon_is (fold, ENTENTE_WORD_FIRST_PRONOUN);
  return entente_lexicon_is (fold, ENTENTE_WORD_BOTH_SIDES) &&
         (is_word (self, token - 1, "both") || is_word (self, token - 1, "two") ||
          (is_word (self, token - 1, "the") && g_str_equal (fold, "sides")));
}

/* ---- subjects ---- */

static gint64
skip_left (const EntenteClauses *self, gint64 k, guint from)
{
  while (same_sentence (self, k, from)) {
    const EntenteToken *token = get_token (self, k);

    if (entente_lexicon_is (token->fold, ENTENTE_WORD_ADVERB) ||
        token->type == ENTENTE_TOKEN_NOTE ||
        entente_lexicon_is (token->fold, ENTENTE_WORD_NEGATION) ||
        (g_str_has_suffix (token->fold, "ly") && !token->is_capital) ||
        g_str_has_suffix (token->fold, "day"))
      k--;
    else if (is_word (self, k, ")")) {
      while (same_sentence (self, k, from) && !is_word (self, k, "("))
        k--;
      k--;
    } else
      break;
  }
  return same_sentence (self, k, from) ? k : -1;
}

/* Where the clause that ends at @k begins, and whether a verb stands before it. */
static gint64
find_region_start (const EntenteClauses *self, gint64 k, guint from, gboolean *behind_verb)
{
  gint64 i = k;

  *behind_verb = FALSE;
  for (; same_sentence (self, i, from); i--) {
    const EntenteToken *token = get_token (self, i);

    if (entente_clauses_is_finite (self, i)) {
      *behind_verb = TRUE;
      return i + 1;
    }
    if (is_hard_stop (self, i) || entente_lexicon_is (token->fold, ENTENTE_WORD_SUBORDINATOR) ||
        (entente_lexicon_is (token->fold, ENTENTE_WORD_RELATIVE) && i < k))
      return i + 1;
  }
  return i + 1;
}

/* The place before ", ... ," that ends at the comma @k. */
static gint64
skip_parenthesis (const EntenteClauses *self, gint64 k)
{
  for (gint64 i = k - 1; same_sentence (self, i, k) && k - i < 40; i--) {
    if (is_word (self, i, ",") && find_joined_before (self, i) < 0)
      return i - 1;
    if (is_word (self, i, ",")) {
      const EntenteToken *next = get_token (self, i + 1);

      /* "X, the minister, said" and "X, who is ..., said", but not "X, Y, and Z" */
      if (!is_word (self, k + 1, "and") &&
          (entente_lexicon_is (next->fold, ENTENTE_WORD_DETERMINER) ||
           entente_lexicon_is (next->fold, ENTENTE_WORD_RELATIVE) || !next->is_capital || TRUE))
        return i - 1;
    }
  }
  return k - 1;
}

/* Words like "a newspaper" or "officials" as a party that nobody names. */
static gboolean
add_unnamed (const EntenteClauses *self, gint64 start, gint64 end, GArray *parties)
{
  for (gint64 i = start; i <= end; i++) {
    EntenteParty party = { .actor = ENTENTE_PARTY_UNNAMED, .mention = -1, .preposition = "" };
    gint64 first = i;

    if (!entente_clauses_is (self, i, ENTENTE_WORD_ROLE) || index_at (self, i) >= 0 ||
        get_token (self, i)->is_capital || *find_preposition (self, i) != '\0')
      continue;
    while (first > start && get_token (self, first - 1)->type == ENTENTE_TOKEN_WORD &&
           !entente_clauses_is (self, first - 1, ENTENTE_WORD_DETERMINER) &&
           !entente_clauses_is (self, first - 1, ENTENTE_WORD_CONJUNCTION) &&
           !is_verb (self, first - 1))
      first--;
    while (i < end && entente_clauses_is (self, i + 1, ENTENTE_WORD_ROLE))
      i++;
    party.first = first;
    party.last = i + 1;
    g_array_append_val (parties, party);
    return TRUE;
  }
  return FALSE;
}

/* The parties without preposition in [start, end]. */
static gboolean
add_region (const EntenteClauses *self, gint64 start, gint64 end, gboolean any, GArray *parties)
{
  for (gint64 i = start; i <= end; i++) {
    int index = index_at (self, i);
    const EntenteMention *mention = index >= 0 ? get_mention (self, index) : NULL;
    const char *preposition;

    if (!mention || mention->first != i || is_within_name (self, mention) ||
        mention->last > end + 1)
      continue;
    preposition = find_preposition (self, mention->first);
    if (!any && (*preposition || get_token (self, mention->last)->type == ENTENTE_TOKEN_POSSESSIVE))
      continue;
    if (any && mention->is_place && !g_str_equal (preposition, "of") &&
        !g_str_equal (preposition, "from"))
      continue;
    entente_clauses_add_joined (self, index, preposition, parties);
    return TRUE;
  }
  return FALSE;
}

static gboolean find_subject (const EntenteClauses *self,
                              guint token,
                              guint depth,
                              GArray *parties);

/* The nearest verb before @from, or -1. */
static gint64
find_verb_before (const EntenteClauses *self, gint64 from, gboolean finite)
{
  for (gint64 i = from; same_sentence (self, i, from) && from - i < 40; i--) {
    if (finite ? entente_clauses_is_finite (self, i) : is_verb (self, i))
      return i;
    if (is_hard_stop (self, i))
      return -1;
  }
  return -1;
}

static gboolean
find_infinitive_subject (const EntenteClauses *self, guint token, guint depth, GArray *parties)
{
  gint64 to = entente_clauses_tag (self, token)->first;
  gint64 governor = find_verb_before (self, to - 1, FALSE);

  if (governor < 0)
    return add_region (self,
                       g_array_index (self->tokens->sentences,
                                      EntenteSentenceSpan,
                                      get_token (self, token)->sentence)
                         .first,
                       to - 1,
                       FALSE,
                       parties);
  /* "urged Congress to forgive" */
  for (gint64 i = governor + 1; i < to; i++) {
    int index = index_at (self, i);

    if (index >= 0 && get_mention (self, index)->form != ENTENTE_MENTION_ADJECTIVE &&
        get_mention (self, index)->last == (guint) to) {
      const char *preposition = find_preposition (self, get_mention (self, index)->first);

      if (!*preposition || g_str_equal (preposition, "on") || g_str_equal (preposition, "for")) {
        entente_clauses_add_joined (self, index, "", parties);
        return TRUE;
      }
    }
  }
  return find_subject (self, governor, depth + 1, parties);
}

static gboolean
find_participle_subject (const EntenteClauses *self, guint token, guint depth, GArray *parties)
{
  gint64 k = skip_left (self, (gint64) entente_clauses_tag (self, token)->first - 1, token);
  int index = index_at (self, k);
  gint64 verb;

  if (index >= 0 && get_mention (self, index)->form != ENTENTE_MENTION_ADJECTIVE) {
    add_mention (self, index, "", parties);
    return TRUE;
  }
  verb = find_verb_before (self, k, TRUE);
  for (guint i = token + 1; verb < 0 && same_sentence (self, token, i) && i < token + 60; i++) {
    if (entente_clauses_is_finite (self, i))
      verb = i;
  }
  return verb >= 0 && find_subject (self, verb, depth + 1, parties);
}

/* "..., said the minister": the subject behind the verb. */
static gboolean
find_inverted_subject (const EntenteClauses *self, guint token, gint64 k, GArray *parties)
{
  guint next = token + 1;

  if (k < 0 || (!is_word (self, k, ",") && !is_word (self, k, "\"") && !is_word (self, k, "”")))
    return FALSE;
  while (entente_clauses_is (self, next, ENTENTE_WORD_DETERMINER) ||
         entente_clauses_is (self, next, ENTENTE_WORD_TITLE) ||
         entente_clauses_is (self, next, ENTENTE_WORD_TITLE_WORD) ||
         entente_clauses_is (self, next, ENTENTE_WORD_ROLE))
    next++;
  if (index_at (self, next) < 0)
    return FALSE;
  entente_clauses_add_joined (self, index_at (self, next), "", parties);
  return TRUE;
}

/* "the talks, which Cuba hosted"; "Russia, which said": what stands before the relative at @k. */
static gboolean
find_antecedent (const EntenteClauses *self, gint64 k, GArray *parties)
{
  for (gint64 i = k - 1; i >= k - 4 && same_sentence (self, i, k); i--) {
    int index = index_at (self, i);

    if (index >= 0) {
      if (get_mention (self, index)->form == ENTENTE_MENTION_ADJECTIVE)
        return FALSE;
      add_mention (self, index, "", parties);
      return TRUE;
    }
  }
  return FALSE;
}

static gboolean
find_subject (const EntenteClauses *self, guint token, guint depth, GArray *parties)
{
  const EntenteTagged *tag = entente_clauses_tag (self, token);
  gint64 k = skip_left (self, (gint64) tag->first - 1, token), start, comma;
  gboolean behind_verb;

  if (depth > DEPTH || tag->tag == ENTENTE_TAG_NONE)
    return FALSE;
  if (tag->tag == ENTENTE_TAG_INFINITIVE)
    return find_infinitive_subject (self, token, depth, parties);
  if (tag->tag == ENTENTE_TAG_PARTICIPLE)
    return find_participle_subject (self, token, depth, parties);
  if (find_inverted_subject (self, token, k, parties))
    return TRUE;
  for (guint n = 0; n < 2 && k >= 0 && is_word (self, k, ","); n++)
    k = skip_left (self, skip_parenthesis (self, k), token);
  if (k < 0)
    return FALSE;
  if (is_stand_in (self, k))
    return entente_clauses_resolve (self, k, parties);
  if (entente_clauses_is (self, k, ENTENTE_WORD_RELATIVE) &&
      !entente_clauses_is (self, k, ENTENTE_WORD_DETERMINER))
    return find_antecedent (self, k, parties);
  if (is_word (self, k, "that") || is_word (self, k, "which"))
    return find_antecedent (self, k, parties);
  if (entente_clauses_is (self, k, ENTENTE_WORD_CONJUNCTION)) {
    gint64 verb = find_verb_before (self, k - 1, FALSE);

    return verb >= 0 && find_subject (self, verb, depth + 1, parties);
  }
  start = find_region_start (self, k, token, &behind_verb);
  for (comma = start; behind_verb && comma < k && !is_word (self, comma, ","); comma++)
    ;
  if (behind_verb && comma < k)
    start = comma + 1;
  return add_region (self, start, k, FALSE, parties) || add_unnamed (self, start, k, parties) ||
         add_region (self, start, k, TRUE, parties);
}

gboolean
entente_clauses_find_subject (const EntenteClauses *self, guint token, GArray *parties)
{
  return find_subject (self, token, 0, parties);
}

/* ---- behind a word ---- */

guint
entente_clauses_get_end (const EntenteClauses *self, guint token, gboolean far)
{
  guint i = token + 1, comma = 0;

  for (; same_sentence (self, token, i); i++) {
    const char *fold = get_token (self, i)->fold;

    if (is_hard_stop (self, i))
      return i;
    if (is_word (self, i, ","))
      comma = i;
    if (!far &&
        (entente_lexicon_is (fold, ENTENTE_WORD_SUBORDINATOR) ||
         entente_lexicon_is (fold, ENTENTE_WORD_RELATIVE)) &&
        !g_str_equal (fold, "so") && !g_str_equal (fold, "since"))
      return i;
    if (far && (entente_lexicon_is (fold, ENTENTE_WORD_RELATIVE) && !g_str_equal (fold, "that")))
      return i;
    if (entente_clauses_is_finite (self, i) && i > token) {
      if (comma > token)
        return comma;
      if (!far)
        return i;
    }
  }
  return i;
}

void
entente_clauses_find_after (const EntenteClauses *self, guint token, gboolean far, GArray *parties)
{
  guint end = entente_clauses_get_end (self, token, far);

  for (guint i = token + 1; i < end; i++) {
    int index = index_at (self, i);

    if (index < 0) {
      guint from = parties->len;

      if (is_stand_in (self, i) && entente_clauses_resolve (self, i, parties)) {
        for (guint j = from; j < parties->len; j++)
          g_array_index (parties, EntenteParty, j).preposition = find_preposition (self, i);
      }
      continue;
    }
    if (get_mention (self, index)->first == i && !is_within_name (self, get_mention (self, index)))
      add_mention (self, index, find_preposition (self, i), parties);
  }
}
