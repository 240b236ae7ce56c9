/* The parties of a clause: names joined to a row, the preposition before each, and those behind a
 * word. */
#include "config.h"

#include "entente-text-clauses-private.h"

#include "entente-written-dates.h"
#include <string.h>

/* "Kenya's Ambassador to Uganda Omar Haldan": a possessive that a title with a name follows. */
static gboolean
is_owner_of_name (const EntenteClauses *self, const EntenteMention *mention)
{
  guint i = mention->last;
  gboolean has_title = FALSE;

  if (entente_clauses_get_token (self, i)->type != ENTENTE_TOKEN_POSSESSIVE)
    return FALSE;
  for (i++; i < mention->last + 10 && entente_clauses_same_sentence (self, i, mention->first);
       i++) {
    int index = entente_clauses_index_at (self, i);

    if (index >= 0 && has_title &&
        entente_text_actors_get (self->actors, entente_clauses_get_mention (self, index)->actor)
            ->kind == ENTENTE_ACTOR_PERSON)
      return TRUE;
    if (entente_clauses_is (self, i, ENTENTE_WORD_TITLE))
      has_title = TRUE;
    else if (!entente_clauses_is (self, i, ENTENTE_WORD_TITLE_WORD) &&
             !entente_clauses_is (self, i, ENTENTE_WORD_ROLE) &&
             !(has_title && (entente_clauses_get_token (self, i)->is_capital ||
                             entente_clauses_is_word (self, i, "to") ||
                             entente_clauses_is_word (self, i, "for") ||
                             entente_clauses_is_word (self, i, "of"))))
      return FALSE;
  }
  return FALSE;
}

/* An adjective that only belongs to the name behind it: "Kenyan President Ole Varga". */
gboolean
entente_clauses_is_within_name (const EntenteClauses *self, const EntenteMention *mention)
{
  guint i = mention->last;

  if (mention->form != ENTENTE_MENTION_ADJECTIVE && mention->form != ENTENTE_MENTION_NAME)
    return FALSE;
  if (is_owner_of_name (self, mention))
    return TRUE;
  for (i = mention->last;
       i < mention->last + 7 && entente_clauses_same_sentence (self, mention->first, i);
       i++) {
    if (entente_clauses_index_at (self, i) >= 0)
      return i > mention->last
               ? entente_clauses_is (self, i - 1, ENTENTE_WORD_TITLE) ||
                   entente_clauses_is (self, i - 1, ENTENTE_WORD_TITLE_WORD)
               : entente_clauses_get_mention (self, entente_clauses_index_at (self, i))->form !=
                     ENTENTE_MENTION_ADJECTIVE &&
                   mention->form == ENTENTE_MENTION_ADJECTIVE;
    if (entente_clauses_is_word (self, i, "-"))
      continue;
    if (entente_clauses_get_token (self, i)->type != ENTENTE_TOKEN_WORD ||
        entente_clauses_is (self, i, ENTENTE_WORD_CONJUNCTION) ||
        (entente_clauses_is (self, i, ENTENTE_WORD_PREPOSITION) &&
         !entente_clauses_is (self, (gint64) i - 1, ENTENTE_WORD_TITLE)) ||
        entente_clauses_is_verb (self, i))
      return FALSE;
  }
  return FALSE;
}

/* ---- prepositions ---- */

/* The mention that "and" or a comma before token @i joins to it, or -1. */
int
entente_clauses_find_joined_before (const EntenteClauses *self, gint64 i)
{
  gint64 k = i;

  if (!entente_clauses_is (self, k, ENTENTE_WORD_CONJUNCTION) &&
      !entente_clauses_is_word (self, k, ","))
    return -1;
  while (entente_clauses_same_sentence (self, k, i) &&
         (entente_clauses_is (self, k, ENTENTE_WORD_CONJUNCTION) ||
          entente_clauses_is_word (self, k, ",") || entente_clauses_is_word (self, k, ")") ||
          entente_clauses_is_word (self, k, "both")))
    k--;
  return entente_clauses_same_sentence (self, k, i) ? entente_clauses_index_at (self, k) : -1;
}

static gboolean is_row (const EntenteClauses *self,
                        const EntenteMention *a,
                        const EntenteMention *b);

/* TRUE for "today", "Sunday", "May" and numbers: they end what a preposition before them governs.
 */
static gboolean
is_date_word (const EntenteClauses *self, gint64 i)
{
  const EntenteToken *token = entente_clauses_get_token (self, i);

  return g_str_equal (token->fold, "today") || g_str_equal (token->fold, "yesterday") ||
         g_str_equal (token->fold, "tomorrow") ||
         (token->is_capital && entente_word_is_weekday (token->fold, -1)) ||
         (token->is_capital && entente_word_get_month (token->fold, -1) > 0) ||
         (token->type == ENTENTE_TOKEN_NUMBER && token->end - token->start == 4);
}

static gboolean
is_bracket_or_quote (const EntenteToken *token)
{
  return token->type == ENTENTE_TOKEN_NOTE || (token->type == ENTENTE_TOKEN_SIGN && *token->fold &&
                                               strstr ("\"“”()-[]``''", token->fold) != NULL);
}

/* "Under its terms the government": the determiner at @k begins something new. */
static gboolean
begins_after_noun (const EntenteClauses *self, gint64 k)
{
  const EntenteToken *before = entente_clauses_get_token (self, k - 1);

  return entente_clauses_same_sentence (self, k - 1, k) && before->type == ENTENTE_TOKEN_WORD &&
         entente_clauses_index_at (self, k - 1) < 0 && !entente_clauses_is_verb (self, k - 1) &&
         !entente_lexicon_is (before->fold, ENTENTE_WORD_DETERMINER) &&
         !entente_lexicon_is (before->fold, ENTENTE_WORD_PREPOSITION) &&
         !entente_lexicon_is (before->fold, ENTENTE_WORD_CONJUNCTION) &&
         !entente_lexicon_is (before->fold, ENTENTE_WORD_SUBORDINATOR) &&
         !entente_lexicon_is (before->fold, ENTENTE_WORD_RELATIVE) &&
         !entente_lexicon_is (before->fold, ENTENTE_WORD_ADVERB) &&
         !g_str_has_suffix (before->fold, "ly");
}

static gboolean
is_particle (const char *fold)
{
  return g_str_equal (fold, "down") || g_str_equal (fold, "off") || g_str_equal (fold, "out") ||
         g_str_equal (fold, "up");
}

/* One step back from @k: where to go on, or -1 when @found holds the preposition. */
static gint64
step_back (const EntenteClauses *self, gint64 k, guint first, gint64 head, const char **found)
{
  const EntenteToken *token = entente_clauses_get_token (self, k);
  int joined = entente_clauses_find_joined_before (self, k);
  int mine = entente_clauses_index_at (self, first);

  *found = "";
  if (joined >= 0 && (!entente_clauses_is_word (self, k, ",") ||
                      (mine >= 0 && is_row (self,
                                            entente_clauses_get_mention (self, joined),
                                            entente_clauses_get_mention (self, mine)))))
    return (gint64) entente_clauses_get_mention (self, joined)->first - 1;
  if (token->type == ENTENTE_TOKEN_POSSESSIVE) {
    int owner = entente_clauses_index_at (self, k - 1);

    return owner >= 0 ? (gint64) entente_clauses_get_mention (self, owner)->first - 1 : k - 1;
  }
  if (entente_clauses_index_at (self, k) >= 0 || is_bracket_or_quote (token))
    return k - 1;
  if ((token->type != ENTENTE_TOKEN_WORD && token->type != ENTENTE_TOKEN_NUMBER) ||
      is_date_word (self, k))
    return -1;
  if (entente_lexicon_is (token->fold, ENTENTE_WORD_DETERMINER) &&
      !g_str_equal (token->fold, "that"))
    return begins_after_noun (self, k) ? -1 : k - 1;
  if (is_particle (token->fold) && entente_clauses_is_verb (self, k - 1))
    return k - 1; /* "turned down the invitation" */
  if (entente_lexicon_is (token->fold, ENTENTE_WORD_PREPOSITION) && k > 0 &&
      entente_clauses_get_token (self, k - 1)->is_capital &&
      entente_clauses_is (self, k - 1, ENTENTE_WORD_TITLE) && mine >= 0 && first > k + 1 &&
      entente_text_actors_get (self->actors, entente_clauses_get_mention (self, mine)->actor)
          ->kind == ENTENTE_ACTOR_PERSON)
    return k - 1; /* "Ambassador to Uganda Omar Haldan" */
  if (entente_lexicon_is (token->fold, ENTENTE_WORD_PREPOSITION)) {
    *found = token->fold;
    return -1;
  }
  if (entente_clauses_is_verb (self, k)) {
    *found = k == head || head < 0 ? "" : "~";
    return -1;
  }
  if (entente_lexicon_is (token->fold, ENTENTE_WORD_SUBORDINATOR) ||
      entente_lexicon_is (token->fold, ENTENTE_WORD_CONJUNCTION) ||
      entente_lexicon_is (token->fold, ENTENTE_WORD_RELATIVE)) {
    *found = head < 0 ? "" : "~";
    return -1;
  }
  return k - 1;
}

static const char *
find_preposition (const EntenteClauses *self, guint first, gint64 head, gint64 start)
{
  gint64 k = (gint64) first - 1;
  const char *found = "";

  for (guint steps = 0; steps < 40 && entente_clauses_same_sentence (self, k, first); steps++) {
    if (k == head || k < start)
      return "";
    k = step_back (self, k, first, head, &found);
    if (k < 0)
      return found;
  }
  return "";
}

const char *
entente_clauses_find_preposition (const EntenteClauses *self, guint first, gint64 head)
{
  return find_preposition (self, first, head, 0);
}

const char *
entente_clauses_find_preposition_from (const EntenteClauses *self, guint first, gint64 start)
{
  return find_preposition (self, first, -1, start);
}

void
entente_clauses_add_mention (const EntenteClauses *self,
                             guint index,
                             const char *preposition,
                             GArray *parties)
{
  const EntenteMention *mention = entente_clauses_get_mention (self, index);
  EntenteParty party = { .actor = mention->actor,
                         .mention = (int) index,
                         .first = mention->first,
                         .last = mention->last,
                         .preposition = preposition };

  party.is_possessive =
    entente_clauses_get_token (self, mention->last)->type == ENTENTE_TOKEN_POSSESSIVE;
  g_array_append_val (parties, party);
}

/* The mention joined by "and" or a comma behind the mention, or -1. */
static int
find_joined_behind (const EntenteClauses *self, const EntenteMention *mention)
{
  gint64 k = mention->last;
  gboolean joins = FALSE;

  while (entente_clauses_same_sentence (self, k, mention->first) && k < mention->last + 10) {
    const EntenteToken *token = entente_clauses_get_token (self, k);
    int index = entente_clauses_index_at (self, k);

    if (entente_clauses_is_word (self, k, "(")) { /* "(HLF)" */
      while (entente_clauses_same_sentence (self, k, mention->first) &&
             !entente_clauses_is_word (self, k, ")"))
        k++;
      k++;
      continue;
    }
    if (index >= 0 && joins &&
        !entente_clauses_is_within_name (self, entente_clauses_get_mention (self, index)))
      return index;
    if (entente_lexicon_is (token->fold, ENTENTE_WORD_CONJUNCTION) ||
        g_str_equal (token->fold, ",") || g_str_equal (token->fold, "-") ||
        g_str_equal (token->fold, "–"))
      joins = TRUE;
    else if (joins && g_str_equal (token->fold, "of") &&
             entente_clauses_is (self, k - 1, ENTENTE_WORD_ROLE))
      ; /* "and a group of" */
    else if (index < 0 && !entente_lexicon_is (token->fold, ENTENTE_WORD_DETERMINER) &&
             !entente_lexicon_is (token->fold, ENTENTE_WORD_TITLE) &&
             !entente_lexicon_is (token->fold, ENTENTE_WORD_TITLE_WORD) &&
             !(joins && token->type == ENTENTE_TOKEN_WORD && !entente_clauses_is_verb (self, k) &&
               !entente_lexicon_is (token->fold, ENTENTE_WORD_PREPOSITION) &&
               !entente_lexicon_is (token->fold, ENTENTE_WORD_PRONOUN) &&
               !entente_lexicon_is (token->fold, ENTENTE_WORD_RELATIVE) &&
               !entente_lexicon_is (token->fold, ENTENTE_WORD_SUBORDINATOR)))
      return -1;
    k++;
  }
  return -1;
}

/* TRUE when a comma, not followed by a row with "and", parts the two: "in Brenn, Kenya and Uganda
 * met". */
static gboolean
is_row (const EntenteClauses *self, const EntenteMention *a, const EntenteMention *b)
{
  gint64 k = b->last;

  for (gint64 i = a->last; i < b->first; i++) {
    if (entente_clauses_is (self, i, ENTENTE_WORD_CONJUNCTION) ||
        entente_clauses_is_word (self, i, "-") || entente_clauses_is_word (self, i, "–"))
      return TRUE;
  }
  for (guint n = 0; n < 24 && entente_clauses_same_sentence (self, k, a->first); n++, k++) {
    if (entente_clauses_is_word (self, k, "and"))
      return entente_clauses_index_at (self, k + 1) >= 0 ||
             entente_clauses_index_at (self, k + 2) >= 0 ||
             entente_clauses_index_at (self, k + 3) >= 0 ||
             entente_clauses_is (self, k + 1, ENTENTE_WORD_TITLE_WORD);
    if (entente_clauses_is_verb (self, k))
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
    const EntenteMention *mention = entente_clauses_get_mention (self, index);
    int next = find_joined_behind (self, mention);

    entente_clauses_add_mention (self, index, preposition, parties);
    if (next < 0 || !is_row (self, mention, entente_clauses_get_mention (self, next)))
      return;
    index = next;
  }
}

/* ---- behind a word ---- */

guint
entente_clauses_get_end (const EntenteClauses *self, guint token, gboolean far)
{
  guint i = token + 1, comma = 0;

  for (; entente_clauses_same_sentence (self, token, i); i++) {
    const char *fold = entente_clauses_get_token (self, i)->fold;

    if (entente_clauses_is_hard_stop (self, i))
      return i;
    if (entente_clauses_is_word (self, i, ","))
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
    int index = entente_clauses_index_at (self, i);

    if (index < 0) {
      guint from = parties->len;

      if (entente_clauses_is_stand_in (self, i) && entente_clauses_resolve (self, i, parties)) {
        for (guint j = from; j < parties->len; j++)
          g_array_index (parties, EntenteParty, j).preposition =
            entente_clauses_find_preposition (self, i, token);
      }
      continue;
    }
    if (entente_clauses_get_mention (self, index)->first == i &&
        !entente_clauses_is_within_name (self, entente_clauses_get_mention (self, index)))
      entente_clauses_add_mention (self,
                                   index,
                                   entente_clauses_find_preposition (self, i, token),
                                   parties);
  }
}
