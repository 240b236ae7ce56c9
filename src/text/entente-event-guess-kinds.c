/* Kinds in words, by the patterns that articles are read with (entente-move-patterns.h). What the
 * grammar of the words bears out comes first; then, since a person may have selected half a
 * sentence, what their patterns fit without the parties; then, when nothing fits, what a verb or
 * noun tells by itself. */
#include "config.h"

#include "entente-event-guess.h"
#include "entente-letters.h"

#include "entente-text-moves-private.h"

#include <string.h>

static void
add_kind (GPtrArray *kinds, const char *kind)
{
  if (kind && !g_ptr_array_find_with_equal_func (kinds, kind, g_str_equal, NULL))
    g_ptr_array_add (kinds, (gpointer) kind);
}

/* Moves that the words tell, a mere saying only after all others. */
static void
add_told (const EntenteTextMoves *moves, gboolean weak, GPtrArray *kinds)
{
  for (guint i = 0; i < moves->moves->len; i++) {
    const EntenteTextMove *move = &g_array_index (moves->moves, EntenteTextMove, i);

    if (move->is_weak == weak)
      add_kind (kinds, g_intern_string (move->kind));
  }
}

static gboolean
is_told (const EntenteTextMoves *moves, guint token)
{
  for (guint i = 0; i < moves->moves->len; i++) {
    if (g_array_index (moves->moves, EntenteTextMove, i).head == token)
      return TRUE;
  }
  return FALSE;
}

/* "promised to meet": the word is part of what was found before it. */
static gboolean
is_used (const EntenteMoveMatch *match, guint token)
{
  for (guint i = 0; match->pattern && i < match->n_used; i++) {
    if (match->used[i] == token)
      return TRUE;
  }
  return FALSE;
}

static void
add_fitting (const EntenteClauses *clauses, const EntenteTextMoves *moves, GPtrArray *kinds)
{
  EntenteMoveMatch last = { 0 };

  for (guint i = 0; i < clauses->tokens->tokens->len; i++) {
    EntenteMoveMatch match;

    if (is_used (&last, i) || !entente_moves_match (clauses, i, &match))
      continue;
    last = match;
    if (!is_told (moves, i) && !(match.pattern->flags & ENTENTE_PATTERN_WEAK))
      add_kind (kinds, match.pattern->kind);
  }
}

/* The first pattern that asks for no other word. */
static void
add_plain (const GPtrArray *patterns, GPtrArray *kinds)
{
  for (guint i = 0; patterns && i < patterns->len; i++) {
    const EntenteMovePattern *pattern = g_ptr_array_index (patterns, i);

    if (pattern->kind && pattern->elements->len == 0) {
      add_kind (kinds, pattern->kind);
      return;
    }
  }
}

static void
add_plain_words (const EntenteClauses *clauses, GPtrArray *kinds)
{
  for (guint i = 0; i < clauses->tokens->tokens->len; i++) {
    const char *fold = entente_text_tokens_get (clauses->tokens, i)->fold;
    const EntenteVerb *verb = entente_lexicon_find_verb (fold);

    if (verb)
      add_plain (entente_move_patterns_of_verb (verb->base), kinds);
    add_plain (entente_move_patterns_of_noun (fold), kinds);
  }
}

/* "rejected the plan", "will not meet": who did it was not selected. Some name stands in, so that
 * the verb is seen as one. Free. */
static char *
complete_subject (const char *text)
{
  gsize length = strcspn (text, " \t\n");
  g_autofree char *fold = entente_letters_down (text, (gssize) length);
  const EntenteVerb *verb = entente_lexicon_find_verb (fold);
  gboolean lacks = entente_lexicon_is (fold, ENTENTE_WORD_MODAL) ||
                   entente_lexicon_is (fold, ENTENTE_WORD_FUTURE) ||
                   entente_lexicon_is (fold, ENTENTE_WORD_HAVE) ||
                   (verb && verb->forms & ENTENTE_VERB_PAST);

  return g_strconcat (lacks ? "Kenya " : "", text, NULL);
}

const char **
entente_event_guess_kinds (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text ? text : ""));
  g_autofree char *whole = complete_subject (trimmed);
  g_autoptr (EntenteTextTokens) tokens = entente_text_tokens_new (whole, -1, NULL);
  g_autoptr (EntenteTextActors) actors = entente_text_actors_read (tokens, 0, NULL, 0, NULL);
  g_autoptr (EntenteClauses) clauses = entente_clauses_new (tokens, actors);
  g_autoptr (EntenteTextMoves) moves = entente_text_moves_read (clauses, 0, NULL);
  GPtrArray *kinds = g_ptr_array_new ();

  add_told (moves, FALSE, kinds);
  add_fitting (clauses, moves, kinds);
  add_told (moves, TRUE, kinds);
  if (kinds->len == 0)
    add_plain_words (clauses, kinds);
  g_ptr_array_add (kinds, NULL);
  return (const char **) g_ptr_array_free (kinds, FALSE);
}
