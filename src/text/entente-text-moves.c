/* Every word that tells a move is matched, filled and weighed; then each sentence keeps what does
 * not say the same twice. */
#include "config.h"

#include "entente-text-moves-private.h"

#include "entente-written-dates.h"
#include <stdlib.h>
#include <string.h>

#define CANCEL_EVERY 1024 /* tokens */

static void
clear_move (gpointer data)
{
  EntenteTextMove *move = data;

  g_array_unref (move->who);
  g_array_unref (move->to);
  g_array_unref (move->speakers);
}

/* TRUE when the noun is not in the object of a verb before it: a finite verb or a new clause stands
 * between, or the noun tells of its own parties. */
static gboolean
stands_apart (const EntenteClauses *clauses, guint noun)
{
  guint sentence = entente_text_tokens_get (clauses->tokens, noun)->sentence;

  for (gint64 i = (gint64) noun - 1; i >= 0; i--) {
    const EntenteToken *token = entente_text_tokens_get (clauses->tokens, i);

    if (token->sentence != sentence || g_str_equal (token->fold, ",") ||
        g_str_equal (token->fold, ";") ||
        entente_lexicon_is (token->fold, ENTENTE_WORD_SUBORDINATOR) ||
        entente_lexicon_is (token->fold, ENTENTE_WORD_RELATIVE) ||
        g_str_equal (token->fold, "after"))
      return TRUE;
    if (entente_clauses_is_finite (clauses, i))
      return FALSE;
  }
  return TRUE;
}

static EntenteTextMove
make_move (const EntenteClauses *clauses, const EntenteMoveMatch *match)
{
  EntenteTextMove move = { .head = match->head, .kind = match->pattern->kind, .says = -1 };
  const EntenteTagged *tag = entente_clauses_tag (clauses, match->head);
  gboolean is_verb =
    match->pattern->head == ENTENTE_PATTERN_VERB || match->pattern->head == ENTENTE_PATTERN_PASSIVE;

  move.first = is_verb ? tag->first : match->head;
  move.last = match->last;
  if (match->anchor >= 0)
    move.first = MIN (move.first, (guint) match->anchor);
  move.start = entente_text_tokens_get (clauses->tokens, move.first)->start;
  move.end = entente_text_tokens_get (clauses->tokens, move.last - 1)->end;
  move.sentence = entente_text_tokens_get (clauses->tokens, match->head)->sentence;
  move.is_weak = (match->pattern->flags & ENTENTE_PATTERN_WEAK) != 0;
  move.is_noun = match->pattern->head == ENTENTE_PATTERN_NOUN;
  move.is_participle = is_verb && tag->tag == ENTENTE_TAG_PARTICIPLE;
  move.is_apart = move.is_noun && stands_apart (clauses, match->head);
  move.score = match->score;
  move.who = g_array_new (FALSE, FALSE, sizeof (EntenteParty));
  move.to = g_array_new (FALSE, FALSE, sizeof (EntenteParty));
  move.speakers = g_array_new (FALSE, FALSE, sizeof (EntenteParty));
  return move;
}

/* TRUE when a month stands by the noun: "talks in September", "the May 1994 agreement". */
static gboolean
has_date_near (const EntenteClauses *clauses, guint noun)
{
  guint sentence = entente_text_tokens_get (clauses->tokens, noun)->sentence;

  for (gint64 i = (gint64) noun - 3; i <= (gint64) noun + 3; i++) {
    const EntenteToken *token = entente_text_tokens_get (clauses->tokens, i);

    if (i < 0 || token->sentence != sentence)
      continue;
    if (token->is_capital && entente_word_get_month (token->fold, -1) > 0)
      return TRUE;
  }
  return FALSE;
}

/* "no need for negotiations", "the aim of talks": the noun tells of none that were. */
static gboolean
is_merely_named (const EntenteClauses *clauses, guint noun)
{
  static const char counting[] =
    "|round|series|session|number|day|days|week|weeks|month|months|year|years|end|start|"
    "beginning|eve|cancellation|postponement|resumption|collapse|failure|";
  guint sentence = entente_text_tokens_get (clauses->tokens, noun)->sentence;
  gint64 i = (gint64) noun - 1;

  while (i >= 0 && entente_text_tokens_get (clauses->tokens, i)->sentence == sentence &&
         entente_text_tokens_get (clauses->tokens, i)->type == ENTENTE_TOKEN_WORD &&
         !entente_lexicon_is (entente_text_tokens_get (clauses->tokens, i)->fold,
                              ENTENTE_WORD_PREPOSITION) &&
         !entente_lexicon_is (entente_text_tokens_get (clauses->tokens, i)->fold,
                              ENTENTE_WORD_DETERMINER) &&
         !entente_clauses_is_finite (clauses, i))
    i--;
  if (i < 0 || entente_text_tokens_get (clauses->tokens, i)->sentence != sentence)
    return FALSE;
  if (entente_text_tokens_is (clauses->tokens, i, "without") ||
      entente_text_tokens_is (clauses->tokens, i - 1, "without") ||
      entente_text_tokens_is (clauses->tokens, i, "no") ||
      entente_text_tokens_is (clauses->tokens, i, "any") ||
      entente_text_tokens_is (clauses->tokens, i, "for") ||
      entente_text_tokens_is (clauses->tokens, i, "about"))
    return TRUE;
  if (entente_text_tokens_is (clauses->tokens, i, "of")) {
    g_autofree char *key =
      g_strconcat ("|", entente_text_tokens_get (clauses->tokens, i - 1)->fold, "|", NULL);

    return strstr (counting, key) == NULL;
  }
  return FALSE;
}

/* "more than 40 fighters killed": who did it is not told, and the verb has no object. */
static gboolean
lacks_object (const EntenteClauses *clauses,
              const EntenteTextMove *move,
              const EntenteMoveMatch *match)
{
  guint next = match->head + 1;

  return match->pattern->head == ENTENTE_PATTERN_VERB && match->n_used == 0 && move->to->len == 0 &&
         entente_clauses_tag (clauses, match->head)->tag == ENTENTE_TAG_FINITE &&
         (strcmp (move->kind, "attack") == 0 || strcmp (move->kind, "coercion") == 0 ||
          strcmp (move->kind, "release") == 0) &&
         (entente_text_tokens_get (clauses->tokens, next)->type == ENTENTE_TOKEN_SIGN ||
          entente_clauses_is (clauses, next, ENTENTE_WORD_PREPOSITION));
}

/* "has been cancelled": told of a planned thing also without saying by whom. */
static gboolean
is_put_off (const EntenteClauses *clauses, const EntenteTextMove *move)
{
  const EntenteTagged *tag = entente_clauses_tag (clauses, move->head);

  return tag->tag == ENTENTE_TAG_PASSIVE && !tag->is_reduced &&
         (strcmp (move->kind, "scheduling") == 0 || strcmp (move->kind, "postponement") == 0 ||
          strcmp (move->kind, "cancellation") == 0 || strcmp (move->kind, "suspension") == 0);
}

/* Those who did it, who had it done to them, or between whom it is must be told. */
static gboolean
is_told (const EntenteClauses *clauses, const EntenteTextMove *move, const EntenteMoveMatch *match)
{
  if (move->is_noun && is_merely_named (clauses, move->head))
    return FALSE;
  if (move->is_noun)
    return (move->is_mutual ? move->who->len + move->to->len > 1 : move->who->len > 0) ||
           (move->is_mutual && has_date_near (clauses, move->head)) || match->n_used > 0;
  if (match->anchor >= 0 && is_merely_named (clauses, match->anchor))
    return FALSE;
  if (match->anchor >= 0 && match->pattern->is_mutual)
    return move->who->len + move->to->len > 0 || has_date_near (clauses, match->anchor) ||
           (strcmp (move->kind, "talks") != 0 &&
            !entente_clauses_tag (clauses, move->head)->is_reduced);
  if (match->pattern->head == ENTENTE_PATTERN_WORDS && move->who->len == 0)
    return FALSE;
  if (lacks_object (clauses, move, match) ||
      (match->pattern->flags & ENTENTE_PATTERN_NEEDS_TO && move->to->len == 0))
    return FALSE;
  if (move->is_weak && entente_clauses_tag (clauses, move->head)->tag == ENTENTE_TAG_PASSIVE)
    return FALSE;
  if (move->is_weak)
    return move->who->len > 0 &&
           g_array_index (move->who, EntenteParty, 0).actor != ENTENTE_PARTY_UNNAMED;
  return move->who->len + move->to->len > 0 || match->score > 4 || is_put_off (clauses, move);
}

/* ---- one sentence ---- */

static gboolean
same_party (const GArray *one, const GArray *other)
{
  for (guint i = 0; i < one->len; i++) {
    for (guint j = 0; j < other->len; j++) {
      if (g_array_index (one, EntenteParty, i).actor ==
            g_array_index (other, EntenteParty, j).actor &&
          g_array_index (one, EntenteParty, i).actor != ENTENTE_PARTY_UNNAMED)
        return TRUE;
    }
  }
  return FALSE;
}

typedef struct {
  EntenteTextMove move;
  EntenteMoveMatch match;
  gboolean is_covered;
} Found;

static gboolean
uses (const Found *found, guint token)
{
  for (guint i = 0; i < found->match.n_used; i++) {
    if (found->match.used[i] == token)
      return TRUE;
  }
  return FALSE;
}

/* TRUE when @one need not stand beside @other. */
static gboolean
is_covered (const Found *one, const Found *other)
{
  if (uses (other, one->match.head) && one->match.score <= other->match.score + 3)
    return TRUE;
  if (one->move.is_weak && !other->move.is_weak) {
    /* "said it will release": the promise, not the saying; but "claimed that the others did" */
    if (other->move.says == (int) one->match.head)
      return same_party (one->move.who, other->move.who) ||
             (!other->move.is_noun && strcmp (one->move.kind, "claim") != 0);
    if (one->move.is_participle && same_party (one->move.who, other->move.who))
      return TRUE;
  }
  if (one->match.pattern->head == ENTENTE_PATTERN_VERB && one->move.is_participle &&
      strcmp (one->move.kind, other->move.kind) == 0 && one != other &&
      !other->move.is_participle && same_party (one->move.to, other->move.to))
    return TRUE;
  if (one->move.is_noun && !other->move.is_noun &&
      (strcmp (one->move.kind, other->move.kind) == 0 ||
       (other->move.head < one->move.head && one->move.head - other->move.head < 9 &&
        !one->move.is_apart && !other->move.is_weak)))
    return TRUE;
  return FALSE;
}

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *one = a, *other = b;
  int one_class = one->move.is_weak ? 2 : one->move.is_noun ? 1 : 0;
  int other_class = other->move.is_weak ? 2 : other->move.is_noun ? 1 : 0;

  if (one_class != other_class)
    return one_class - other_class;
  if (one->move.score != other->move.score)
    return other->move.score - one->move.score;
  return one->move.head < other->move.head ? -1 : one->move.head > other->move.head;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const EntenteTextMove *one = a, *other = b;

  return one->head < other->head ? -1 : one->head > other->head;
}

static void
keep_moves (GArray *found, EntenteTextMoves *moves)
{
  guint rank = 0, from = moves->moves->len;

  g_array_sort (found, compare_found);
  for (guint i = 0; i < found->len; i++) {
    Found *one = &g_array_index (found, Found, i);

    for (guint j = 0; !one->is_covered && j < found->len; j++)
      one->is_covered = j != i && is_covered (one, &g_array_index (found, Found, j));
  }
  /* One that is covered may cover others, so all of them live until each is looked at. */
  for (guint i = 0; i < found->len; i++) {
    Found *one = &g_array_index (found, Found, i);

    if (one->is_covered) {
      clear_move (&one->move);
      continue;
    }
    one->move.rank = rank++;
    g_array_append_val (moves->moves, one->move);
  }
  if (moves->moves->len - from > 1)
    qsort (&g_array_index (moves->moves, EntenteTextMove, from),
           moves->moves->len - from,
           sizeof (EntenteTextMove),
           compare_places);
  g_array_set_size (found, 0);
}

/* What the parties make of the kind: together they agree; who refuses by saying so is the speaker.
 */
static gboolean
finish_move (EntenteTextMove *move)
{
  static const char spoken[] =
    "|refuse-demand|refuse-offer|refuse-invitation|denial|promise|threat|offer|"
    "intent-to-talk|offer-mediation|demand|appeal|accept-offer|accept-invitation|"
    "confirmation|no-comment|";
  g_autofree char *key = g_strconcat ("|", move->kind, "|", NULL);

  if ((strcmp (move->kind, "accept-offer") == 0 || strcmp (move->kind, "intent-to-talk") == 0) &&
      move->mode == ENTENTE_MODE_FACTUAL && move->who->len >= 2) {
    move->kind = "agreement";
    move->is_mutual = TRUE;
  }
  if (move->who->len == 0 && !move->is_noun && move->speakers->len > 0 && strstr (spoken, key))
    g_array_append_vals (move->who, move->speakers->data, move->speakers->len);
  return TRUE;
}

/* "forced them to hold talks": the talks were not held, nor told of otherwise. */
static void
block_nouns (const EntenteMoveMatch *match, GArray *blocked)
{
  if (match->pattern->head == ENTENTE_PATTERN_VERB)
    g_array_append_vals (blocked, match->used, match->n_used);
}

static gboolean
is_blocked (const GArray *blocked, guint token)
{
  for (guint i = 0; i < blocked->len; i++) {
    if (g_array_index (blocked, guint, i) == token)
      return TRUE;
  }
  return FALSE;
}

static void
read_word (const EntenteClauses *clauses, guint token, GArray *found, GArray *blocked)
{
  Found one = { 0 };

  if (is_blocked (blocked, token) || !entente_moves_match (clauses, token, &one.match))
    return;
  if (!one.match.pattern->kind) {
    block_nouns (&one.match, blocked);
    return;
  }
  one.move = make_move (clauses, &one.match);
  entente_moves_fill_parties (clauses, &one.match, &one.move);
  if (entente_moves_weigh (clauses, &one.match, &one.move) && finish_move (&one.move) &&
      is_told (clauses, &one.move, &one.match))
    g_array_append_val (found, one);
  else {
    block_nouns (&one.match, blocked);
    clear_move (&one.move);
  }
}

EntenteTextMoves *
entente_text_moves_read (const EntenteClauses *clauses, guint n_title, GCancellable *cancellable)
{
  EntenteTextMoves *self = g_new0 (EntenteTextMoves, 1);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  g_autoptr (GArray) blocked = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = clauses->tokens->tokens->len;

  self->moves = g_array_new (FALSE, FALSE, sizeof (EntenteTextMove));
  g_array_set_clear_func (self->moves, clear_move);
  for (guint i = n_title; i < n; i++) {
    if (i % CANCEL_EVERY == 0 && g_cancellable_is_cancelled (cancellable)) {
      keep_moves (found, self);
      g_clear_pointer (&self, entente_text_moves_free);
      return NULL;
    }
    read_word (clauses, i, found, blocked);
    if (i + 1 == n || entente_text_tokens_get (clauses->tokens, i + 1)->sentence !=
                        entente_text_tokens_get (clauses->tokens, i)->sentence) {
      keep_moves (found, self);
      g_array_set_size (blocked, 0);
    }
  }
  return self;
}

void
entente_text_moves_free (EntenteTextMoves *moves)
{
  if (!moves)
    return;
  g_array_unref (moves->moves);
  g_free (moves);
}
