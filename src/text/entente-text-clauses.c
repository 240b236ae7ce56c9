/* Verbs by their forms and by the words before them. A word that is noun and verb ("demands") is
 * decided by its neighbours. */
#include "config.h"

#include "entente-text-clauses-private.h"

#include <string.h>

#define CANCEL_EVERY 1024 /* tokens */

const EntenteToken *
entente_clauses_get_token (const EntenteClauses *self, gint64 i)
{
  return entente_text_tokens_get (self->tokens, i);
}

gboolean
entente_clauses_is_word (const EntenteClauses *self, gint64 i, const char *word)
{
  return entente_text_tokens_is (self->tokens, i, word);
}

gboolean
entente_clauses_same_sentence (const EntenteClauses *self, gint64 a, gint64 b)
{
  return a >= 0 && b >= 0 && a < self->tokens->tokens->len && b < self->tokens->tokens->len &&
         entente_clauses_get_token (self, a)->sentence ==
           entente_clauses_get_token (self, b)->sentence;
}

const EntenteMention *
entente_clauses_get_mention (const EntenteClauses *self, guint index)
{
  return &g_array_index (self->actors->mentions, EntenteMention, index);
}

int
entente_clauses_index_at (const EntenteClauses *self, gint64 token)
{
  if (token < 0 || token >= self->actors->by_token->len)
    return -1;
  return g_array_index (self->actors->by_token, int, token);
}

gboolean
entente_clauses_is_verb (const EntenteClauses *self, gint64 i)
{
  EntenteTag tag = entente_clauses_tag (self, i)->tag;

  return tag == ENTENTE_TAG_FINITE || tag == ENTENTE_TAG_PASSIVE || tag == ENTENTE_TAG_INFINITIVE ||
         tag == ENTENTE_TAG_PARTICIPLE;
}

gboolean
entente_clauses_is_hard_stop (const EntenteClauses *self, gint64 i)
{
  const char *fold = entente_clauses_get_token (self, i)->fold;

  return entente_clauses_get_token (self, i)->type == ENTENTE_TOKEN_SIGN &&
         (strcmp (fold, ";") == 0 || strcmp (fold, ":") == 0 || strcmp (fold, "—") == 0 ||
          strcmp (fold, "“") == 0 ||
          ((strcmp (fold, "–") == 0 || strcmp (fold, "-") == 0) &&
           entente_clauses_get_token (self, i)->is_spaced));
}

gboolean
entente_clauses_is (const EntenteClauses *self, gint64 token, EntenteWordClass of)
{
  return entente_lexicon_is (entente_clauses_get_token (self, token)->fold, of);
}

const EntenteTagged *
entente_clauses_tag (const EntenteClauses *self, gint64 token)
{
  static const EntenteTagged none = { 0 };

  if (token < 0 || token >= self->tags->len)
    return &none;
  return &g_array_index (self->tags, EntenteTagged, token);
}

gboolean
entente_clauses_is_finite (const EntenteClauses *self, gint64 token)
{
  const EntenteTagged *tag = entente_clauses_tag (self, token);

  return tag->tag == ENTENTE_TAG_FINITE || (tag->tag == ENTENTE_TAG_PASSIVE && !tag->is_reduced);
}

static gboolean
is_adverb (const EntenteClauses *self, gint64 i)
{
  const char *fold = entente_clauses_get_token (self, i)->fold;

  return entente_lexicon_is (fold, ENTENTE_WORD_ADVERB) ||
         entente_lexicon_is (fold, ENTENTE_WORD_NEGATION) ||
         (g_str_has_suffix (fold, "ly") && strlen (fold) > 4 &&
          !entente_clauses_get_token (self, i)->is_capital) ||
         entente_clauses_get_token (self, i)->type == ENTENTE_TOKEN_NOTE;
}

/* The token before @i in the sentence that is no adverb; -1 for none. */
static gint64
skip_back (const EntenteClauses *self, gint64 i)
{
  gint64 before = i - 1;

  while (entente_clauses_same_sentence (self, before, i)) {
    if (is_adverb (self, before))
      before--;
    else if (entente_clauses_is_word (self, before, ")") &&
             entente_clauses_is_word (self, before - 2, "("))
      before -= 3; /* "(HLF)" */
    else
      break;
  }
  return entente_clauses_same_sentence (self, before, i) ? before : -1;
}

static gboolean
is_weekday (const EntenteClauses *self, gint64 i)
{
  static const char days[] =
    "|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|";
  g_autofree char *key = g_strconcat ("|", entente_clauses_get_token (self, i)->fold, "|", NULL);

  return strstr (days, key) != NULL;
}

/* ---- the words before a verb ---- */

/* Reads the chain of auxiliaries that ends before @i into @tag; what kind of word the last one is.
 */
typedef struct {
  gboolean be, have, to, modal, get;
} Chain;

static Chain
read_chain (const EntenteClauses *self, guint i, EntenteTagged *tag)
{
  Chain chain = { FALSE, FALSE, FALSE, FALSE, FALSE };
  gint64 k = (gint64) i - 1;

  tag->first = i;
  for (; entente_clauses_same_sentence (self, k, i) && i - k < 9; k--) {
    const char *fold = entente_clauses_get_token (self, k)->fold;
    gboolean first = tag->first == i || !(chain.be || chain.have || chain.modal || chain.to);

    if (entente_lexicon_is (fold, ENTENTE_WORD_NEGATION)) {
      tag->is_negated = TRUE;
      if (g_str_equal (fold, "without"))
        break;
    } else if (entente_lexicon_is (fold, ENTENTE_WORD_BE) &&
               entente_clauses_get_token (self, k)->type == ENTENTE_TOKEN_WORD) {
      chain.be |= !chain.have;
    } else if (entente_lexicon_is (fold, ENTENTE_WORD_HAVE)) {
      chain.have = TRUE;
    } else if (entente_lexicon_is (fold, ENTENTE_WORD_MODAL) ||
               entente_lexicon_is (fold, ENTENTE_WORD_DO)) {
      chain.modal = TRUE;
      tag->is_future |= entente_lexicon_is (fold, ENTENTE_WORD_FUTURE);
      tag->is_possible |= entente_lexicon_is (fold, ENTENTE_WORD_MAY);
      tag->is_must |= entente_lexicon_is (fold, ENTENTE_WORD_MUST);
      tag->is_should |= entente_lexicon_is (fold, ENTENTE_WORD_SHOULD);
      tag->is_would |= g_str_equal (fold, "would");
    } else if (g_str_equal (fold, "to") && (first || chain.be || chain.have)) {
      chain.to = TRUE;
      tag->first = k;
      break;
    } else if (!is_adverb (self, k)) {
      break;
    } else {
      continue;
    }
    tag->first = k;
  }
  return chain;
}

/* TRUE when the word at @i, behind @before, can only be a noun or an adjective there. */
static gboolean
is_nominal_place (const EntenteClauses *self, gint64 before, guint i)
{
  const EntenteToken *token = entente_clauses_get_token (self, before);
  const EntenteMention *mention = entente_text_actors_at (self->actors, before);
  gboolean direct = before == (gint64) i - 1;

  if (before < 0 || (entente_clauses_is_word (self, before, "which") &&
                     entente_clauses_is_word (self, before - 1, ",")))
    return FALSE; /* ", which invited" */
  /* "Kenya's widely accepted plan", but "he's now agreed" */
  if (token->type == ENTENTE_TOKEN_POSSESSIVE)
    return direct || !entente_clauses_is (self, before - 1, ENTENTE_WORD_PRONOUN);
  if (token->type == ENTENTE_TOKEN_NUMBER)
    return direct;
  if (mention)
    return mention->form == ENTENTE_MENTION_ADJECTIVE && direct;
  return entente_lexicon_is (token->fold, ENTENTE_WORD_DETERMINER) ||
         (entente_lexicon_is (token->fold, ENTENTE_WORD_PREPOSITION) &&
          !g_str_equal (token->fold, "to"));
}

static gboolean
is_plural_subject (const EntenteClauses *self, gint64 i)
{
  const EntenteMention *mention = entente_text_actors_at (self->actors, i);
  const EntenteToken *token = entente_clauses_get_token (self, i);

  if (mention)
    return mention->form != ENTENTE_MENTION_ADJECTIVE;
  return entente_lexicon_is (token->fold, ENTENTE_WORD_PRONOUN) ||
         entente_lexicon_is (token->fold, ENTENTE_WORD_RELATIVE) ||
         (entente_lexicon_is (token->fold, ENTENTE_WORD_ROLE) &&
          g_str_has_suffix (token->fold, "s"));
}

/* "rejected and threatened": the verb before "and". */
static gint64
find_joined_verb (const EntenteClauses *self, gint64 before)
{
  if (!entente_lexicon_is (entente_clauses_get_token (self, before)->fold,
                           ENTENTE_WORD_CONJUNCTION))
    return -1;
  for (gint64 k = before - 1; entente_clauses_same_sentence (self, k, before) && before - k < 14;
       k--) {
    EntenteTag tag = entente_clauses_tag (self, k)->tag;

    if (tag == ENTENTE_TAG_FINITE || tag == ENTENTE_TAG_PASSIVE || tag == ENTENTE_TAG_INFINITIVE)
      return k;
  }
  return -1;
}

/* "Kenya, like others, plans to": a comma before it and "to" behind. */
static gboolean
is_verb_behind_comma (const EntenteClauses *self, gint64 before, guint i)
{
  const char *next = entente_clauses_get_token (self, i + 1)->fold;

  return entente_clauses_is_word (self, before, ",") &&
         (g_str_equal (next, "to") || g_str_equal (next, "for") || g_str_equal (next, "on") ||
          g_str_equal (next, "that") || g_str_equal (next, "the") || g_str_equal (next, "a") ||
          g_str_equal (next, "an") || entente_clauses_index_at (self, i + 1) >= 0);
}

/* "Peace talks begin": the sentence opens with a plural, and has no verb yet. */
static gboolean
opens_with_plural (const EntenteClauses *self, gint64 before)
{
  const EntenteToken *token = entente_clauses_get_token (self, before);

  if (!g_str_has_suffix (token->fold, "s") || g_str_has_suffix (token->fold, "ss"))
    return FALSE;
  for (gint64 i = before; entente_clauses_same_sentence (self, i, before); i--) {
    if (before - i > 3 || entente_clauses_is_verb (self, i))
      return FALSE;
  }
  return TRUE;
}

static EntenteTag
tag_base (const EntenteClauses *self, gint64 before, guint i, EntenteTagged *tag)
{
  const EntenteVerb *verb = tag->verb;
  gint64 joined = find_joined_verb (self, before);
  const EntenteToken *token = entente_clauses_get_token (self, before);
  const EntenteMention *mention = entente_text_actors_at (self->actors, before);

  if (is_nominal_place (self, before, i) ||
      (mention && entente_clauses_is (self, i + 1, ENTENTE_WORD_PERSON_ROLE)))
    return ENTENTE_TAG_NOUN; /* "the Kenyan press secretary" */
  if (joined >= 0 && verb->forms & ENTENTE_VERB_BASE &&
      entente_clauses_tag (self, joined)->tag == ENTENTE_TAG_INFINITIVE) {
    tag->first = entente_clauses_tag (self, joined)->first; /* "to enter and deploy" */
    return ENTENTE_TAG_INFINITIVE;
  }
  if (mention && (entente_clauses_is_word (self, i + 1, "about") ||
                  entente_clauses_is_word (self, i + 1, "of")))
    return ENTENTE_TAG_NOUN; /* "UN claims about" */
  if (verb->forms & ENTENTE_VERB_S)
    return mention ||
               (find_joined_verb (self, before) >= 0 &&
                !entente_clauses_is (self, i + 1, ENTENTE_WORD_PREPOSITION)) ||
               is_verb_behind_comma (self, before, i) ||
               entente_lexicon_is (token->fold, ENTENTE_WORD_PRONOUN) ||
               entente_lexicon_is (token->fold, ENTENTE_WORD_RELATIVE) ||
               entente_lexicon_is (token->fold, ENTENTE_WORD_PERSON_ROLE) ||
               is_weekday (self, before)
             ? ENTENTE_TAG_FINITE
             : ENTENTE_TAG_NOUN;
  return is_plural_subject (self, before) || find_joined_verb (self, before) >= 0 ||
             opens_with_plural (self, before) || is_verb_behind_comma (self, before, i)
           ? ENTENTE_TAG_FINITE
           : ENTENTE_TAG_NOUN;
}

/* TRUE when the clause that ends at @k has a finite verb already: "return weapons seized last
 * year". */
static gboolean
stands_in_clause_of_verb (const EntenteClauses *self, gint64 k)
{
  static const char leaving_out_that[] =
    "|say|believe|think|know|hope|claim|see|hear|announce|report|insist|"
    "suggest|show|feel|find|reveal|add|confirm|deny|warn|argue|";

  for (gint64 i = k; entente_clauses_same_sentence (self, i, k); i--) {
    const EntenteToken *token = entente_clauses_get_token (self, i);
    const EntenteTagged *tag = entente_clauses_tag (self, i);

    if (token->type == ENTENTE_TOKEN_SIGN ||
        entente_lexicon_is (token->fold, ENTENTE_WORD_CONJUNCTION) ||
        entente_lexicon_is (token->fold, ENTENTE_WORD_SUBORDINATOR) ||
        entente_lexicon_is (token->fold, ENTENTE_WORD_RELATIVE))
      return FALSE;
    if (tag->tag == ENTENTE_TAG_FINITE || (tag->tag == ENTENTE_TAG_PASSIVE && !tag->is_reduced)) {
      g_autofree char *key = g_strconcat ("|", tag->verb->base, "|", NULL);

      return strstr (leaving_out_that, key) == NULL;
    }
  }
  return FALSE;
}

/* TRUE when "by" behind the form says who did it: "written by the envoy", but "replied by leaving".
 */
static gboolean
is_done_by (const EntenteClauses *self, guint i)
{
  const EntenteVerb *verb = entente_clauses_tag (self, i)->verb;
  const char *next = entente_clauses_get_token (self, i + 2)->fold;
  const EntenteVerb *other = entente_lexicon_find_verb (next);

  return entente_clauses_is_word (self, i + 1, "by") && verb->forms & ENTENTE_VERB_PARTICIPLE &&
         !(other && other->forms & ENTENTE_VERB_ING) && !g_str_equal (next, "telephone") &&
         !g_str_equal (next, "phone") && !g_str_equal (next, "letter");
}

static EntenteTag
tag_past (const EntenteClauses *self,
          gint64 before,
          guint i,
          const Chain *chain,
          EntenteTagged *tag)
{
  const EntenteVerb *verb = tag->verb;
  gboolean is_past = (verb->forms & ENTENTE_VERB_PAST) != 0;
  gboolean by_behind = is_done_by (self, i);
  const EntenteMention *mention = entente_text_actors_at (self->actors, before);

  if (chain->be)
    return chain->to && !chain->have ? ENTENTE_TAG_PASSIVE : ENTENTE_TAG_PASSIVE;
  if (chain->have)
    return ENTENTE_TAG_FINITE;
  if (is_nominal_place (self, before, i) && !(mention && is_past) &&
      entente_clauses_get_token (self, before)->type != ENTENTE_TOKEN_NUMBER)
    return ENTENTE_TAG_ADJECTIVE;
  if (before < 0 || (before == (gint64) i - 1 && entente_clauses_is_verb (self, before) &&
                     !entente_clauses_is_finite (self, before)))
    return ENTENTE_TAG_ADJECTIVE; /* "Given the threat", "guarding captured men" */
  tag->is_reduced = TRUE;
  if (by_behind && before >= 0 &&
      !g_str_equal (entente_clauses_get_token (self, before)->fold, "and"))
    return ENTENTE_TAG_PASSIVE;
  if (!is_past)
    return ENTENTE_TAG_PASSIVE;
  if (verb->forms & ENTENTE_VERB_PARTICIPLE && stands_in_clause_of_verb (self, before))
    return ENTENTE_TAG_PASSIVE;
  tag->is_reduced = FALSE;
  return ENTENTE_TAG_FINITE;
}

/* TRUE when "has", "was" or "did" only helps the verb behind it. */
static gboolean
is_auxiliary (const EntenteClauses *self, guint i)
{
  for (guint k = i + 1; k < i + 5 && entente_clauses_same_sentence (self, i, k); k++) {
    const EntenteVerb *verb = entente_lexicon_find_verb (entente_clauses_get_token (self, k)->fold);

    if (is_adverb (self, k) || entente_clauses_is (self, k, ENTENTE_WORD_BE))
      continue;
    return verb &&
           (verb->forms & (ENTENTE_VERB_PAST | ENTENTE_VERB_PARTICIPLE | ENTENTE_VERB_ING) ||
            entente_clauses_is (self, i, ENTENTE_WORD_DO));
  }
  return FALSE;
}

/* The verb that the token is a form of; those of "be" and "have" are no regular ones. */
static const EntenteVerb *
find_verb (const EntenteClauses *self, const EntenteToken *token)
{
  const EntenteVerb *verb;

  if (token->type != ENTENTE_TOKEN_WORD || token->is_acronym)
    return NULL;
  if (entente_lexicon_is (token->fold, ENTENTE_WORD_BE))
    return entente_lexicon_find_verb ("be");
  if (entente_lexicon_is (token->fold, ENTENTE_WORD_HAVE))
    return entente_lexicon_find_verb ("have");
  verb = entente_lexicon_find_verb (token->fold);
  return verb ? verb : entente_learnt_words_find_verb (self->learnt, token->fold);
}

/* "they last met": when, and no verb. */
static gboolean
is_last_before_verb (const EntenteClauses *self, guint i)
{
  const EntenteVerb *next =
    entente_lexicon_find_verb (entente_clauses_get_token (self, i + 1)->fold);

  return entente_clauses_is_word (self, i, "last") && next && next->forms & ENTENTE_VERB_PAST;
}

static void
tag_token (EntenteClauses *self, guint i)
{
  EntenteTagged *tag = &g_array_index (self->tags, EntenteTagged, i);
  const EntenteToken *token = entente_clauses_get_token (self, i);
  const EntenteVerb *verb = find_verb (self, token);
  gint64 before = skip_back (self, i);
  Chain chain;

  tag->first = i;
  if (!verb || entente_text_actors_at (self->actors, i) || is_last_before_verb (self, i) ||
      (token->is_capital && entente_clauses_same_sentence (self, (gint64) i - 1, i) &&
       !token->is_quoted))
    return;
  tag->verb = verb;
  chain = read_chain (self, i, tag);
  if (entente_lexicon_is (token->fold, ENTENTE_WORD_BE) ||
      entente_lexicon_is (token->fold, ENTENTE_WORD_HAVE) ||
      entente_lexicon_is (token->fold, ENTENTE_WORD_DO)) {
    tag->tag = is_auxiliary (self, i) ? ENTENTE_TAG_NONE
               : chain.to             ? ENTENTE_TAG_INFINITIVE
                                      : ENTENTE_TAG_FINITE;
    return;
  }
  if (verb->forms & ENTENTE_VERB_ING && chain.to && !chain.be && !chain.have)
    tag->first = i; /* "committed to reaching": the preposition */
  if (verb->forms & ENTENTE_VERB_ING)
    tag->tag = chain.be ? ENTENTE_TAG_FINITE
               : before >= 0 && is_nominal_place (self, before, i) &&
                   !entente_clauses_is (self, before, ENTENTE_WORD_PREPOSITION)
                 ? ENTENTE_TAG_NOUN
                 : ENTENTE_TAG_PARTICIPLE;
  else if (chain.to && !(verb->forms == ENTENTE_VERB_S) &&
           (verb->forms & ENTENTE_VERB_BASE || chain.be || chain.have))
    tag->tag =
      chain.be && !(verb->forms & ENTENTE_VERB_BASE) ? ENTENTE_TAG_PASSIVE : ENTENTE_TAG_INFINITIVE;
  else if (chain.modal && verb->forms & ENTENTE_VERB_BASE)
    tag->tag = ENTENTE_TAG_FINITE;
  else if (verb->forms & (ENTENTE_VERB_PAST | ENTENTE_VERB_PARTICIPLE) &&
           !(verb->forms & ENTENTE_VERB_BASE && is_nominal_place (self, before, i)))
    tag->tag = tag_past (self, before, i, &chain, tag);
  else
    tag->tag = tag_base (self, before, i, tag);
  /* "demanded that they be released" */
  tag->is_should |= tag->tag == ENTENTE_TAG_PASSIVE && !chain.modal && !chain.to && !chain.have &&
                    entente_clauses_is_word (self, tag->first, "be");
}

EntenteClauses *
entente_clauses_new (const EntenteTextTokens *tokens, const EntenteTextActors *actors)
{
  return entente_clauses_new_learnt (tokens, actors, NULL, NULL);
}

EntenteClauses *
entente_clauses_new_learnt (const EntenteTextTokens *tokens,
                            const EntenteTextActors *actors,
                            const EntenteLearntWords *learnt,
                            GCancellable *cancellable)
{
  EntenteClauses *self = g_new0 (EntenteClauses, 1);

  self->tokens = tokens;
  self->actors = actors;
  self->learnt = learnt;
  self->tags = g_array_new (FALSE, TRUE, sizeof (EntenteTagged));
  g_array_set_size (self->tags, tokens->tokens->len);
  for (guint i = 0; i < tokens->tokens->len; i++) {
    if (i % CANCEL_EVERY == 0 && g_cancellable_is_cancelled (cancellable)) {
      entente_clauses_free (self);
      return NULL;
    }
    tag_token (self, i);
  }
  return self;
}

void
entente_clauses_free (EntenteClauses *clauses)
{
  if (!clauses)
    return;
  g_array_unref (clauses->tags);
  g_free (clauses);
}
