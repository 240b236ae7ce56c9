/* Patterns against words. Each head has few patterns and each looks a dozen words far, so the whole
 * stays linear. */
#include "config.h"

#include "entente-text-moves-private.h"

#include <string.h>

#define FAR 14 /* words that a loose element may stand away */
#define BACK 14

static gboolean
has_word (char **words, const char *fold)
{
  for (guint i = 0; words[i]; i++) {
    gsize length = strlen (words[i]);

    if (strncmp (words[i], fold, length) == 0 &&
        (fold[length] == '\0' || (length > 3 && fold[length] == 's' && fold[length + 1] == '\0')))
      return TRUE;
  }
  return FALSE;
}

static const EntenteToken *
get_token (const EntenteClauses *clauses, gint64 i)
{
  return entente_text_tokens_get (clauses->tokens, i);
}

static gboolean
is_skipped (const EntenteClauses *clauses, guint i)
{
  const EntenteToken *token = get_token (clauses, i);

  return token->type == ENTENTE_TOKEN_NOTE ||
         (token->type == ENTENTE_TOKEN_WORD && !g_str_equal (token->fold, "not") &&
          (entente_lexicon_is (token->fold, ENTENTE_WORD_ADVERB) ||
           g_str_has_suffix (token->fold, "ly") || g_str_has_suffix (token->fold, "day")));
}

/* The token of a strict element at or behind @i, or -1. */
static gint64
find_next (const EntenteClauses *clauses, char **words, guint i, guint sentence)
{
  for (guint n = 0; n < 3; n++, i++) {
    if (get_token (clauses, i)->sentence != sentence)
      return -1;
    if (has_word (words, get_token (clauses, i)->fold))
      return i;
    if (!is_skipped (clauses, i))
      return -1;
  }
  return -1;
}

static gboolean
stops_loose (const EntenteClauses *clauses, guint i)
{
  const char *fold = get_token (clauses, i)->fold;

  return strcmp (fold, ";") == 0 || strcmp (fold, ",") == 0 || strcmp (fold, ":") == 0 ||
         strcmp (fold, "which") == 0 || strcmp (fold, "who") == 0 ||
         strcmp (fold, "because") == 0 || strcmp (fold, "after") == 0 ||
         strcmp (fold, "before") == 0 || strcmp (fold, "while") == 0 ||
         strcmp (fold, "although") == 0 || strcmp (fold, "but") == 0 ||
         strcmp (fold, "despite") == 0;
}

static gint64
find_loose (const EntenteClauses *clauses, char **words, guint i, guint sentence)
{
  for (guint n = 0; n < FAR; n++, i++) {
    if (i >= clauses->tokens->tokens->len || get_token (clauses, i)->sentence != sentence)
      return -1;
    if (has_word (words, get_token (clauses, i)->fold))
      return entente_text_tokens_is (clauses->tokens, (gint64) i - 1, "no") ? -1 : (gint64) i;
    if (stops_loose (clauses, i) || entente_text_tokens_is (clauses->tokens, i, "not") ||
        (n > 0 && entente_clauses_is_finite (clauses, i) &&
         !entente_clauses_is (clauses, i, ENTENTE_WORD_BE)))
      return -1;
  }
  return -1;
}

static gint64
find_before (const EntenteClauses *clauses, char **words, guint head)
{
  guint sentence = get_token (clauses, head)->sentence;

  for (gint64 i = (gint64) head - 1; i >= 0 && head - i < BACK; i--) {
    if (get_token (clauses, i)->sentence != sentence || stops_loose (clauses, i) ||
        (entente_clauses_is_finite (clauses, i) && entente_clauses_tag (clauses, head)->first > i))
      return -1;
    if (has_word (words, get_token (clauses, i)->fold))
      return i;
  }
  return -1;
}

static gboolean
match_elements (const EntenteClauses *clauses,
                const EntenteMovePattern *pattern,
                guint head,
                EntenteMoveMatch *match)
{
  guint sentence = get_token (clauses, head)->sentence;
  guint next = head + 1;

  *match = (EntenteMoveMatch){ .pattern = pattern, .head = head, .last = next, .anchor = -1 };
  for (guint i = 0; i < pattern->elements->len; i++) {
    const EntentePatternElement *element =
      &g_array_index (pattern->elements, EntentePatternElement, i);
    gint64 found = element->is_before  ? find_before (clauses, element->words, head)
                   : element->is_loose ? find_loose (clauses, element->words, next, sentence)
                                       : find_next (clauses, element->words, next, sentence);

    if (found < 0)
      return FALSE;
    if (element->is_before) {
      match->anchor = (int) found;
      match->score += 3;
    } else {
      next = found + 1;
      match->last = MAX (match->last, next);
      match->score += element->is_loose ? 3 : 4;
    }
    if (match->n_used < G_N_ELEMENTS (match->used))
      match->used[match->n_used++] = found;
  }
  return TRUE;
}

static gboolean
head_fits (const EntenteClauses *clauses, const EntenteMovePattern *pattern, guint token)
{
  const EntenteTagged *tag = entente_clauses_tag (clauses, token);

  switch (pattern->head) {
  case ENTENTE_PATTERN_VERB:
    return tag->tag != ENTENTE_TAG_NOUN && tag->tag != ENTENTE_TAG_ADJECTIVE &&
           tag->tag != ENTENTE_TAG_NONE;
  case ENTENTE_PATTERN_PASSIVE:
    return tag->tag == ENTENTE_TAG_PASSIVE;
  case ENTENTE_PATTERN_NOUN:
    return tag->tag == ENTENTE_TAG_NONE || tag->tag == ENTENTE_TAG_NOUN;
  default:
    return TRUE;
  }
}

static void
try_patterns (const EntenteClauses *clauses,
              const GPtrArray *patterns,
              guint token,
              EntenteMoveMatch *best)
{
  for (guint i = 0; patterns && i < patterns->len; i++) {
    const EntenteMovePattern *pattern = g_ptr_array_index (patterns, i);
    EntenteMoveMatch match;

    if (!head_fits (clauses, pattern, token) || !match_elements (clauses, pattern, token, &match))
      continue;
    match.score += 2 + (pattern->head == ENTENTE_PATTERN_PASSIVE) -
                   (pattern->flags & ENTENTE_PATTERN_WEAK ? 1 : 0);
    if (!best->pattern || match.score > best->score)
      *best = match;
  }
}

/* What a person taught goes before what the table says. */
static void
try_learnt (const EntenteClauses *clauses, guint token, EntenteMoveMatch *match)
{
  const EntenteTagged *tag = entente_clauses_tag (clauses, token);

  if (tag->verb)
    try_patterns (clauses,
                  entente_learnt_words_of_verb (clauses->learnt, tag->verb->base),
                  token,
                  match);
  try_patterns (clauses,
                entente_learnt_words_of_noun (clauses->learnt, get_token (clauses, token)->fold),
                token,
                match);
}

gboolean
entente_moves_match (const EntenteClauses *clauses, guint token, EntenteMoveMatch *match)
{
  const EntenteTagged *tag = entente_clauses_tag (clauses, token);
  const EntenteToken *word = get_token (clauses, token);

  *match = (EntenteMoveMatch){ 0 };
  if (word->type != ENTENTE_TOKEN_WORD || entente_text_actors_at (clauses->actors, token))
    return FALSE;
  try_learnt (clauses, token, match);
  if (match->pattern != NULL)
    return TRUE;
  if (tag->verb)
    try_patterns (clauses, entente_move_patterns_of_verb (tag->verb->base), token, match);
  try_patterns (clauses, entente_move_patterns_of_noun (word->fold), token, match);
  try_patterns (clauses, entente_move_patterns_of_word (word->fold), token, match);
  return match->pattern != NULL;
}
