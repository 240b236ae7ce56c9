/* Who stands before a verb as its subject: in its clause, past what is set between commas, over
 * "and", from a verb that it hangs on, or before "who". */
#include "config.h"

#include "entente-text-clauses-private.h"

#include <string.h>

#define DEPTH 4 /* verbs that hang on verbs */

/* ---- subjects ---- */

static gint64
skip_left (const EntenteClauses *self, gint64 k, guint from)
{
  while (entente_clauses_same_sentence (self, k, from)) {
    const EntenteToken *token = entente_clauses_get_token (self, k);

    if (entente_lexicon_is (token->fold, ENTENTE_WORD_ADVERB) ||
        token->type == ENTENTE_TOKEN_NOTE ||
        entente_lexicon_is (token->fold, ENTENTE_WORD_NEGATION) ||
        (g_str_has_suffix (token->fold, "ly") && !token->is_capital) ||
        g_str_has_suffix (token->fold, "day"))
      k--;
    else if (entente_clauses_is_word (self, k, ")")) {
      while (entente_clauses_same_sentence (self, k, from) &&
             !entente_clauses_is_word (self, k, "("))
        k--;
      k--;
    } else
      break;
  }
  return entente_clauses_same_sentence (self, k, from) ? k : -1;
}

/* Where the clause that ends at @k begins, and whether a verb stands before it. */
static gint64
find_region_start (const EntenteClauses *self, gint64 k, guint from, gboolean *behind_verb)
{
  gint64 i = k;

  *behind_verb = FALSE;
  for (; entente_clauses_same_sentence (self, i, from); i--) {
    const EntenteToken *token = entente_clauses_get_token (self, i);

    if (entente_clauses_is_finite (self, i)) {
      *behind_verb = TRUE;
      return i + 1;
    }
    if (entente_clauses_is_hard_stop (self, i) ||
        entente_lexicon_is (token->fold, ENTENTE_WORD_SUBORDINATOR) ||
        (entente_lexicon_is (token->fold, ENTENTE_WORD_RELATIVE) && i < k))
      return i + 1;
  }
  return i + 1;
}

/* The place before ", ... ," that ends at the comma @k. */
static gint64
skip_parenthesis (const EntenteClauses *self, gint64 k)
{
  for (gint64 i = k - 1; entente_clauses_same_sentence (self, i, k) && k - i < 70; i--) {
    if (entente_clauses_is_word (self, i, ",") && entente_clauses_find_joined_before (self, i) < 0)
      return i - 1;
    if (entente_clauses_is_word (self, i, ",")) {
      const EntenteToken *next = entente_clauses_get_token (self, i + 1);

      /* "X, the minister, said" and "X, who is ..., said", but not "X, Y, and Z" */
      if (!entente_clauses_is_word (self, k + 1, "and") &&
          (entente_lexicon_is (next->fold, ENTENTE_WORD_DETERMINER) ||
           entente_lexicon_is (next->fold, ENTENTE_WORD_RELATIVE) || !next->is_capital || TRUE))
        return i - 1;
    }
  }
  return k - 1;
}

/* "negotiators from Kenya and Uganda": those whom the people at @noun are of. */
static gboolean
add_members_of (const EntenteClauses *self, gint64 noun, gint64 end, GArray *parties)
{
  gint64 i = noun + 1;

  if (!entente_clauses_is_word (self, i, "of") && !entente_clauses_is_word (self, i, "from"))
    return FALSE;
  for (i++; i <= end && i < noun + 5; i++) {
    int index = entente_clauses_index_at (self, i);

    if (index >= 0) {
      entente_clauses_add_joined (self, index, "", parties);
      return TRUE;
    }
  }
  return FALSE;
}

/* Words like "a newspaper" or "officials" as a party that nobody names. */
static gboolean
add_unnamed (const EntenteClauses *self, gint64 start, gint64 end, GArray *parties)
{
  for (gint64 i = start; i <= end; i++) {
    EntenteParty party = { .actor = ENTENTE_PARTY_UNNAMED, .mention = -1, .preposition = "" };
    gint64 first = i;

    if (entente_clauses_get_token (self, i + 1)->type == ENTENTE_TOKEN_POSSESSIVE ||
        !entente_clauses_is (self, i, ENTENTE_WORD_ROLE) ||
        entente_clauses_index_at (self, i) >= 0 ||
        (entente_clauses_get_token (self, i)->is_capital &&
         entente_clauses_same_sentence (self, i - 1, i)) ||
        *entente_clauses_find_preposition_from (self, i, start) != '\0')
      continue;
    while (first > start &&
           entente_clauses_get_token (self, first - 1)->type == ENTENTE_TOKEN_WORD &&
           !entente_clauses_is (self, first - 1, ENTENTE_WORD_DETERMINER) &&
           !entente_clauses_is (self, first - 1, ENTENTE_WORD_CONJUNCTION) &&
           !entente_clauses_is_verb (self, first - 1))
      first--;
    while (i < end && entente_clauses_is (self, i + 1, ENTENTE_WORD_ROLE))
      i++;
    if (add_members_of (self, i, end, parties))
      return TRUE;
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
    int index = entente_clauses_index_at (self, i);
    const EntenteMention *mention = index >= 0 ? entente_clauses_get_mention (self, index) : NULL;
    const char *preposition;

    if (!mention || mention->first != i || entente_clauses_is_within_name (self, mention) ||
        mention->last > end + 1 || entente_clauses_is_word (self, i - 1, "("))
      continue;
    preposition = entente_clauses_find_preposition_from (self, mention->first, start);
    if (!any && (*preposition ||
                 entente_clauses_get_token (self, mention->last)->type == ENTENTE_TOKEN_POSSESSIVE))
      continue;
    if (any && (mention->is_place || !g_str_equal (preposition, "of")) &&
        !g_str_equal (preposition, "from") && !g_str_equal (preposition, "in") && *preposition)
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
  for (gint64 i = from; entente_clauses_same_sentence (self, i, from) && from - i < 40; i--) {
    if (finite ? entente_clauses_is_finite (self, i) : entente_clauses_is_verb (self, i))
      return i;
    if (entente_clauses_is_hard_stop (self, i))
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
                                      entente_clauses_get_token (self, token)->sentence)
                         .first,
                       to - 1,
                       FALSE,
                       parties);
  /* "urged Uganda to forgive" */
  for (gint64 i = governor + 1; i < to; i++) {
    int index = entente_clauses_index_at (self, i);

    if (index >= 0 &&
        entente_clauses_get_mention (self, index)->form != ENTENTE_MENTION_ADJECTIVE &&
        entente_clauses_get_mention (self, index)->last == (guint) to) {
      const char *preposition =
        entente_clauses_find_preposition (self,
                                          entente_clauses_get_mention (self, index)->first,
                                          -1);

      if (!*preposition || g_str_equal (preposition, "on") || g_str_equal (preposition, "for")) {
        entente_clauses_add_joined (self, index, "", parties);
        return TRUE;
      }
    }
  }
  return find_subject (self, governor, depth + 1, parties);
}

/* "By refusing, the government ...": the subject stands behind the comma that ends the part. */
static gboolean
opens_sentence_part (const EntenteClauses *self, guint token)
{
  gint64 before = (gint64) entente_clauses_tag (self, token)->first - 1;
  guint i = token + 1;

  if (entente_clauses_is (self, before, ENTENTE_WORD_PREPOSITION))
    before--;
  if (entente_clauses_same_sentence (self, before, token) &&
      !entente_clauses_is_word (self, before, ","))
    return FALSE;
  while (entente_clauses_same_sentence (self, i, token) && i < token + 20 &&
         !entente_clauses_is_word (self, i, ",") && !entente_clauses_is_finite (self, i))
    i++;
  return entente_clauses_is_word (self, i, ",") &&
         !entente_clauses_is (self, i + 1, ENTENTE_WORD_CONJUNCTION) &&
         entente_clauses_index_at (self, i + 1) + entente_clauses_index_at (self, i + 2) > -2;
}

/* TRUE when "that", "when", "who" or the like opens the clause of the verb. */
static gboolean
is_subordinate (const EntenteClauses *self, gint64 verb)
{
  for (gint64 i = (gint64) entente_clauses_tag (self, verb)->first - 1;
       entente_clauses_same_sentence (self, i, verb);
       i--) {
    if (entente_clauses_is (self, i, ENTENTE_WORD_SUBORDINATOR) ||
        entente_clauses_is (self, i, ENTENTE_WORD_RELATIVE))
      return TRUE;
    if (entente_clauses_is_word (self, i, ",") || entente_clauses_is_finite (self, i))
      return FALSE;
  }
  return FALSE;
}

static gboolean
find_participle_subject (const EntenteClauses *self, guint token, guint depth, GArray *parties)
{
  gint64 k = skip_left (self, (gint64) entente_clauses_tag (self, token)->first - 1, token);
  int index = entente_clauses_index_at (self, k);
  gint64 verb;

  if (index >= 0 && entente_clauses_get_mention (self, index)->form != ENTENTE_MENTION_ADJECTIVE) {
    entente_clauses_add_mention (self, index, "", parties);
    return TRUE;
  }
  verb = opens_sentence_part (self, token) ? -1 : find_verb_before (self, k, TRUE);
  while (verb >= 0 && entente_clauses_is_word (self, k, ",") && is_subordinate (self, verb)) {
    gint64 before = find_verb_before (self, verb - 1, TRUE);

    if (before < 0)
      break;
    verb = before;
  }
  for (guint i = token + 1;
       verb < 0 && entente_clauses_same_sentence (self, token, i) && i < token + 60;
       i++) {
    if (entente_clauses_is_finite (self, i))
      verb = i;
  }
  return verb >= 0 && find_subject (self, verb, depth + 1, parties);
}

/* TRUE when a sign, a day or a place follows, and no verb: nothing is said of what stands before
 * @i. */
static gboolean
ends_there (const EntenteClauses *self, guint i)
{
  const EntenteToken *token = entente_clauses_get_token (self, i);

  return token->type == ENTENTE_TOKEN_SIGN || g_str_has_suffix (token->fold, "day") ||
         entente_clauses_is (self, i, ENTENTE_WORD_PREPOSITION) ||
         entente_clauses_is_word (self, i, "and");
}

/* "..., said the minister": the subject behind the verb. */
static gboolean
find_inverted_subject (const EntenteClauses *self, guint token, gint64 k, GArray *parties)
{
  static const char inverted[] = "|say|add|write|note|explain|report|ask|";
  const EntenteVerb *verb = entente_clauses_tag (self, token)->verb;
  g_autofree char *key = g_strconcat ("|", verb ? verb->base : "", "|", NULL);
  guint next = token + 1;

  if (!strstr (inverted, key) || k < 0 ||
      (!entente_clauses_is_word (self, k, ",") && !entente_clauses_is_word (self, k, "\"") &&
       !entente_clauses_is_word (self, k, "”")))
    return FALSE;
  while ((entente_clauses_is (self, next, ENTENTE_WORD_DETERMINER) &&
          !entente_clauses_is_word (self, next, "that")) ||
         entente_clauses_is (self, next, ENTENTE_WORD_TITLE) ||
         entente_clauses_is (self, next, ENTENTE_WORD_TITLE_WORD) ||
         entente_clauses_is (self, next, ENTENTE_WORD_ROLE))
    next++;
  if (entente_clauses_index_at (self, next) < 0 ||
      !ends_there (self,
                   entente_clauses_get_mention (self, entente_clauses_index_at (self, next))->last))
    return FALSE;
  entente_clauses_add_joined (self, entente_clauses_index_at (self, next), "", parties);
  return TRUE;
}

/* "Brennik and the envoy Varga, who met": the other of two persons before "who". */
static void
add_pair_before (const EntenteClauses *self, int index, GArray *parties)
{
  gint64 i = (gint64) entente_clauses_get_mention (self, index)->first - 1;
  int other, within;

  while (entente_clauses_is (self, i, ENTENTE_WORD_TITLE) ||
         entente_clauses_is (self, i, ENTENTE_WORD_TITLE_WORD) ||
         entente_clauses_is (self, i, ENTENTE_WORD_DETERMINER) ||
         ((within = entente_clauses_index_at (self, i)) >= 0 &&
          entente_clauses_is_within_name (self, entente_clauses_get_mention (self, within))))
    i--;
  other = entente_clauses_is_word (self, i, "and") ? entente_clauses_index_at (self, i - 1) : -1;
  if (other >= 0 && entente_clauses_same_sentence (self, i - 1, i) &&
      entente_text_actors_get (self->actors, entente_clauses_get_mention (self, other)->actor)
          ->kind == ENTENTE_ACTOR_PERSON &&
      entente_text_actors_get (self->actors, entente_clauses_get_mention (self, index)->actor)
          ->kind == ENTENTE_ACTOR_PERSON)
    entente_clauses_add_mention (self, other, "", parties);
}

/* "the talks, which Kenya hosted"; "Kenya, which said": what stands before the relative at @k. */
static gboolean
find_antecedent (const EntenteClauses *self, gint64 k, GArray *parties)
{
  gint64 reach = entente_clauses_is_word (self, k, "who") ? 4 : 2;

  for (gint64 i = k - 1; i >= k - reach && entente_clauses_same_sentence (self, i, k); i--) {
    int index = entente_clauses_index_at (self, i);

    if (index >= 0) {
      if (entente_clauses_get_mention (self, index)->form == ENTENTE_MENTION_ADJECTIVE)
        return FALSE;
      add_pair_before (self, index, parties);
      entente_clauses_add_mention (self, index, "", parties);
      return TRUE;
    }
  }
  return FALSE;
}

/* "The ambassador, Anna Brennik, called": the name that is set between commas. */
static gboolean
add_named_within (const EntenteClauses *self, gint64 k, GArray *parties)
{
  int index = entente_clauses_index_at (self, k - 1), before;
  const EntenteMention *mention;
  gint64 comma;

  if (index < 0)
    return FALSE;
  mention = entente_clauses_get_mention (self, index);
  comma = (gint64) mention->first - 1;
  while (entente_clauses_is (self, comma, ENTENTE_WORD_TITLE) ||
         (entente_clauses_is_word (self, comma, ".") &&
          entente_clauses_is (self, comma - 1, ENTENTE_WORD_TITLE)))
    comma--; /* "its spokesman, Dr. Varga, said" */
  before = entente_clauses_index_at (self, comma - 1);
  if (entente_text_actors_get (self->actors, mention->actor)->kind != ENTENTE_ACTOR_PERSON ||
      !entente_clauses_is_word (self, comma, ",") ||
      (before >= 0 &&
       entente_text_actors_get (self->actors, entente_clauses_get_mention (self, before)->actor)
           ->kind == ENTENTE_ACTOR_PERSON &&
       !*entente_clauses_find_preposition (self,
                                           entente_clauses_get_mention (self, before)->first,
                                           -1)))
    return FALSE;
  entente_clauses_add_mention (self, index, "", parties);
  return TRUE;
}

/* "Kenyan officials, in order to ..., have stated": what the sentence opens with before its first
 * comma. */
static gboolean
add_opening (const EntenteClauses *self, guint token, gint64 k, GArray *parties)
{
  const EntenteSentenceSpan *span =
    &g_array_index (self->tokens->sentences,
                    EntenteSentenceSpan,
                    entente_clauses_get_token (self, token)->sentence);
  guint i = span->first;
  int index;

  while (entente_clauses_is (self, i, ENTENTE_WORD_DETERMINER) ||
         entente_clauses_is (self, i, ENTENTE_WORD_TITLE) ||
         entente_clauses_is (self, i, ENTENTE_WORD_TITLE_WORD))
    i++;
  index = entente_clauses_index_at (self, i);
  if (index < 0 ||
      !entente_clauses_is_word (self, entente_clauses_get_mention (self, index)->last, ",") ||
      entente_clauses_get_mention (self, index)->last >= k ||
      entente_clauses_index_at (self, entente_clauses_get_mention (self, index)->last + 1) >= 0)
    return FALSE;
  entente_clauses_add_mention (self, index, "", parties);
  return TRUE;
}

/* "their forces": the owner, where the noun right before the verb is his. */
static gboolean
find_owner (const EntenteClauses *self, gint64 start, gint64 k, guint depth, GArray *parties)
{
  static const char owners[] = "|his|her|its|their|our|my|";
  gint64 i = k;

  while (i > start && k - i < 4 &&
         entente_clauses_get_token (self, i)->type == ENTENTE_TOKEN_WORD &&
         entente_clauses_index_at (self, i) < 0 &&
         !entente_clauses_is (self, i, ENTENTE_WORD_DETERMINER) &&
         !entente_clauses_is (self, i, ENTENTE_WORD_PREPOSITION))
    i--;
  {
    g_autofree char *key = g_strconcat ("|", entente_clauses_get_token (self, i)->fold, "|", NULL);

    return i < k && entente_clauses_is (self, k, ENTENTE_WORD_ROLE) && strstr (owners, key) &&
           entente_clauses_resolve_deep (self, i, depth + 1, parties);
  }
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
  if (k >= 0 && entente_clauses_is_word (self, k, ",") && add_named_within (self, k, parties))
    return TRUE;
  if (k >= 0 && entente_clauses_is_word (self, k, ",") && add_opening (self, token, k, parties))
    return TRUE;
  for (guint n = 0; n < 2 && k >= 0 && entente_clauses_is_word (self, k, ","); n++)
    k = skip_left (self, skip_parenthesis (self, k), token);
  if (k < 0)
    return FALSE;
  if (entente_clauses_is_stand_in (self, k))
    return entente_clauses_resolve_deep (self, k, depth + 1, parties);
  if (entente_clauses_is (self, k, ENTENTE_WORD_RELATIVE) &&
      !entente_clauses_is (self, k, ENTENTE_WORD_DETERMINER))
    return find_antecedent (self, k, parties);
  if (entente_clauses_is_word (self, k, "that") || entente_clauses_is_word (self, k, "which"))
    return find_antecedent (self, k, parties);
  if (entente_clauses_is (self, k, ENTENTE_WORD_CONJUNCTION)) {
    gint64 verb =
      find_verb_before (self, k - 1, tag->first < token || tag->verb->forms & ENTENTE_VERB_PAST);

    return verb >= 0 && find_subject (self, verb, depth + 1, parties);
  }
  start = find_region_start (self, k, token, &behind_verb);
  for (comma = start; behind_verb && comma < k && !entente_clauses_is_word (self, comma, ",");
       comma++)
    ;
  if (behind_verb && comma < k)
    start = comma + 1;
  if (entente_clauses_index_at (self, k) < 0 && find_owner (self, start, k, depth, parties))
    return TRUE;
  return add_region (self, start, k, FALSE, parties) || add_unnamed (self, start, k, parties) ||
         add_region (self, start, k, TRUE, parties);
}

gboolean
entente_clauses_find_subject_deep (const EntenteClauses *self,
                                   guint token,
                                   guint depth,
                                   GArray *parties)
{
  return find_subject (self, token, depth, parties);
}

gboolean
entente_clauses_find_subject (const EntenteClauses *self, guint token, GArray *parties)
{
  return find_subject (self, token, 0, parties);
}
