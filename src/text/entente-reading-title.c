/* A move as a sentence of its own: who did what, in the words of the article.
 *
 * Where a clause stands between the subject and its verb ("the rebels, who had called for talks"),
 * both are set beside each other; what is told by the way ("by refusing") or as a noun ("their
 * demand") gets a verb that stands in a sentence. English, as moves are.
 */
#include "config.h"

#include "entente-reading-private.h"

#include "entente-kind.h"
#include <string.h>

#define PHRASE_MAX 12 /* words of a subject that is no actor */
#define WORDS_MAX 40 /* more is no title */

typedef struct {
  const EntenteReader *reader;
  const EntenteTextMove *move;
  const EntenteSuggestion *suggestion;
} Telling;

static const EntenteToken *
get_token (const Telling *self, gint64 i)
{
  return entente_text_tokens_get (self->reader->tokens, i);
}

static char *
dup_tokens (const Telling *self, guint first, guint last)
{
  return entente_text_tokens_dup (self->reader->tokens, first, MIN (last, first + WORDS_MAX));
}

static gboolean
is_in_sentence (const Telling *self, gint64 i)
{
  return i >= 0 && i < (gint64) self->reader->tokens->tokens->len &&
         get_token (self, i)->sentence == self->move->sentence;
}

/* ---- who ---- */

static gboolean
is_who (const EntenteReadingParty *party)
{
  return party->role != ENTENTE_ROLE_ADDRESSEE;
}

static guint
count_parties (const Telling *self, gboolean who)
{
  guint n = 0;

  for (guint i = 0; i < self->suggestion->parties->len; i++)
    n += is_who (self->suggestion->parties->pdata[i]) == who;
  return n;
}

/* "Kenya, Norway and Uganda"; NULL when nobody is told; at most @limit of them. Free. */
static char *
join_parties (const Telling *self, gboolean who, guint limit)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = MIN (count_parties (self, who), limit), k = 0;

  for (guint i = 0; i < self->suggestion->parties->len && k < n; i++) {
    const EntenteReadingParty *party = self->suggestion->parties->pdata[i];

    if (is_who (party) != who)
      continue;
    if (k > 0)
      g_string_append (names, k + 1 == n ? " and " : ", ");
    g_string_append (names, party->words);
    k++;
  }
  return n > 0 ? g_strdup (names->str) : NULL;
}

/* ---- the words of a clause ---- */

/* Does a phrase of nouns end before token @i? */
static gboolean
bounds_phrase (const Telling *self, gint64 i)
{
  const EntenteToken *token = get_token (self, i);

  return !is_in_sentence (self, i) || token->type == ENTENTE_TOKEN_SIGN ||
         token->type == ENTENTE_TOKEN_NOTE ||
         entente_lexicon_is (token->fold, ENTENTE_WORD_SUBORDINATOR) ||
         entente_lexicon_is (token->fold, ENTENTE_WORD_RELATIVE) ||
         entente_clauses_is_finite (self->reader->clauses, i);
}

static gboolean
is_small_verb (const Telling *self, gint64 i)
{
  const char *fold = get_token (self, i)->fold;

  return entente_lexicon_is (fold, ENTENTE_WORD_BE) ||
         entente_lexicon_is (fold, ENTENTE_WORD_HAVE) ||
         entente_lexicon_is (fold, ENTENTE_WORD_DO) ||
         entente_lexicon_is (fold, ENTENTE_WORD_MODAL);
}

/* Where the phrase that ends before @i begins; @i when there is none. */
static guint
find_phrase (const Telling *self, guint i)
{
  guint first = i;

  while (first > 0 && i - first < PHRASE_MAX && !bounds_phrase (self, (gint64) first - 1) &&
         !is_small_verb (self, (gint64) first - 1))
    first--;
  if (i - first == PHRASE_MAX)
    return i;
  while (first < i && entente_lexicon_is (get_token (self, first)->fold, ENTENTE_WORD_CONJUNCTION))
    first++;
  return first;
}

/* Nothing that a sentence ends with. */
static gboolean
leads_on (const Telling *self, guint i)
{
  const EntenteToken *token = get_token (self, i);

  return token->type == ENTENTE_TOKEN_SIGN || token->type == ENTENTE_TOKEN_NOTE ||
         entente_lexicon_is (token->fold, ENTENTE_WORD_CONJUNCTION) ||
         entente_lexicon_is (token->fold, ENTENTE_WORD_PREPOSITION) ||
         entente_lexicon_is (token->fold, ENTENTE_WORD_DETERMINER) ||
         entente_lexicon_is (token->fold, ENTENTE_WORD_SUBORDINATOR) ||
         entente_lexicon_is (token->fold, ENTENTE_WORD_RELATIVE) ||
         entente_lexicon_is (token->fold, ENTENTE_WORD_NEGATION) || is_small_verb (self, i);
}

/* Read as a verb, and none: "for official talks", where nobody stands who talks; "in May". */
static gboolean
is_no_verb (const Telling *self, guint i)
{
  const EntenteToken *token = get_token (self, i), *before = get_token (self, (gint64) i - 1);

  if (!is_in_sentence (self, i) || !entente_clauses_is_finite (self->reader->clauses, i))
    return FALSE;
  if (token->is_capital && entente_lexicon_is (token->fold, ENTENTE_WORD_MODAL))
    return TRUE;
  return g_str_has_suffix (token->fold, "s") &&
         entente_clauses_tag (self->reader->clauses, i)->first == i &&
         before->type == ENTENTE_TOKEN_WORD && !before->is_capital && !leads_on (self, i - 1);
}

/* The token behind the clause of the verb @head; what is said belongs to it: "said that …". */
static guint
find_end (const Telling *self, guint head)
{
  guint end = entente_clauses_get_end (self->reader->clauses, head, FALSE);

  if (self->move->is_weak || entente_text_tokens_is (self->reader->tokens, end, "that") ||
      entente_text_tokens_is (self->reader->tokens, end, "whether"))
    end = entente_clauses_get_end (self->reader->clauses, head, TRUE);
  while (is_no_verb (self, end))
    end = entente_clauses_get_end (self->reader->clauses, end, FALSE);
  while (end > head + 1 && leads_on (self, end - 1))
    end--;
  return MAX (end, self->move->last);
}

/* Where a verb, or the clause, ends the phrase that begins at @i. */
static guint
find_phrase_end (const Telling *self, guint i)
{
  while (!bounds_phrase (self, i) && !is_small_verb (self, i))
    i++;
  return i;
}

/* Both; NULL when one of them is missing. Takes them. */
static char *
set_beside (char *subject, char *predicate)
{
  g_autofree char *who = subject, *what = predicate;

  return who != NULL && what != NULL ? g_strconcat (who, " ", what, NULL) : NULL;
}

/* Who stands before the verb: of those who did it alike, not the ones behind it; else the words
 * that stand there. Free. */
static char *
dup_subject (const Telling *self, guint verb)
{
  char *names = join_parties (self, TRUE, self->move->who->len);
  guint first = find_phrase (self, verb);

  return names || first == verb ? names : dup_tokens (self, first, verb);
}

/* ---- nouns ---- */

/* The verb that has the noun for its subject: "talks between Kenya and Uganda began"; 0: none. */
static guint
find_own_verb (const Telling *self, guint first)
{
  guint end = find_phrase_end (self, self->move->head + 1), verb = end;

  if (end - first > PHRASE_MAX || !is_in_sentence (self, end) ||
      (first > 0 && is_in_sentence (self, (gint64) first - 1) &&
       entente_clauses_is_finite (self->reader->clauses, (gint64) first - 1)))
    return 0;
  while (is_in_sentence (self, verb) && verb - end < 4 &&
         (is_small_verb (self, verb) ||
          entente_lexicon_is (get_token (self, verb)->fold, ENTENTE_WORD_ADVERB)))
    verb++;
  return entente_clauses_is_finite (self->reader->clauses, verb) ? verb : 0;
}

/* Whether the phrase begins behind nothing that leads to it: "on the demand of". */
static gboolean
is_free (const Telling *self, guint first)
{
  for (guint i = first; i < self->move->head; i++)
    if (entente_lexicon_is (get_token (self, i)->fold, ENTENTE_WORD_PREPOSITION))
      return FALSE;
  return TRUE;
}

static const char *
get_article (const char *noun)
{
  if (g_str_has_suffix (noun, "s") || g_str_has_suffix (noun, "aid") ||
      g_str_has_suffix (noun, "help") || g_str_has_suffix (noun, "support") ||
      g_str_has_suffix (noun, "criticism") || g_str_has_suffix (noun, "praise") ||
      g_str_has_suffix (noun, "pressure"))
    return "";
  return strchr ("aeiou", noun[0]) ? "an " : "a ";
}

static const char *
get_light_verb (const char *kind)
{
  const EntenteKind *found = entente_kind_find (kind);

  if (found && found->group == ENTENTE_GROUP_MEET)
    return "held";
  return found && found->group == ENTENTE_GROUP_AGREE ? "reached" : "made";
}

/* " about its activities": what the noun is about, as far as it does not name who and whom anew.
 * Free. */
static char *
dup_object (const Telling *self, guint noun)
{
  static const char leads[] = "|about|on|over|for|against|to|with|that|";
  guint next = noun + 1;
  g_autofree char *key = g_strconcat ("|", get_token (self, next)->fold, "|", NULL);
  g_autofree char *words = NULL;

  if (!is_in_sentence (self, next) || !strstr (leads, key))
    return NULL;
  words = dup_tokens (self, next, MAX (find_phrase_end (self, next + 1), next + 1));
  return g_strconcat (" ", words, NULL);
}

/* "Kenya made a demand", "Kenya and Uganda held talks". */
static char *
make_noun_sentence (const Telling *self, guint noun)
{
  const char *fold = get_token (self, noun)->fold;
  g_autofree char *who = join_parties (self, TRUE, G_MAXUINT);
  g_autofree char *whom = join_parties (self, FALSE, G_MAXUINT);
  g_autofree char *word = dup_tokens (self, noun, noun + 1);
  g_autofree char *object = dup_object (self, noun);

  if (!who)
    return NULL;
  if (!object && whom)
    object = g_strconcat (" to ", whom, NULL);
  return g_strconcat (who,
                      " ",
                      get_light_verb (self->move->kind),
                      " ",
                      get_article (fold),
                      word,
                      object,
                      NULL);
}

static char *
tell_noun (const Telling *self)
{
  guint first = find_phrase (self, self->move->head);
  guint verb = is_free (self, first) ? find_own_verb (self, first) : 0;

  if (verb > 0 && count_parties (self, TRUE) != 1)
    return dup_tokens (self, first, find_end (self, verb));
  return make_noun_sentence (self, self->move->head);
}

/* ---- verbs ---- */

/* The verb @head in the past, and what stands behind it. Free. */
static char *
dup_past (const Telling *self, guint head, guint end)
{
  const EntenteVerb *verb = entente_lexicon_find_verb (get_token (self, head)->fold);
  const char *past = verb ? entente_lexicon_get_past (verb->base) : NULL;
  g_autofree char *rest = end > head + 1 ? dup_tokens (self, head + 1, end) : NULL;

  if (!past)
    return NULL;
  return rest ? g_strconcat (past, " ", rest, NULL) : g_strdup (past);
}

/* "talks sponsored by Kenya": Kenya sponsored talks. Else what was done to it: "the invitation was
 * conveyed". */
static char *
tell_passive (const Telling *self, const EntenteTagged *tag)
{
  guint first = find_phrase (self, tag->first);
  g_autofree char *past = NULL, *phrase = NULL;

  if (first == tag->first)
    return NULL;
  if (!tag->is_reduced)
    return dup_tokens (self, first, find_end (self, self->move->head));
  past = dup_past (self, self->move->head, self->move->head + 1);
  phrase = dup_tokens (self, first, tag->first);
  return past ? set_beside (join_parties (self, TRUE, G_MAXUINT),
                            g_strconcat (past, " ", phrase, NULL))
              : NULL;
}

static char *
tell_verb (const Telling *self)
{
  guint head = self->move->head;
  const EntenteTagged *tag = entente_clauses_tag (self->reader->clauses, head);

  if (self->move->first < tag->first) /* "talks between Kenya and Uganda began" */
    return dup_tokens (self, find_phrase (self, self->move->first), find_end (self, head));
  if (tag->tag == ENTENTE_TAG_FINITE && is_small_verb (self, (gint64) head + 1))
    return make_noun_sentence (self, head); /* "Kenyan claims are unfounded" */
  switch (tag->tag) {
  case ENTENTE_TAG_FINITE:
    return set_beside (dup_subject (self, tag->first),
                       dup_tokens (self, tag->first, find_end (self, head)));
  case ENTENTE_TAG_PASSIVE:
    return tell_passive (self, tag);
  case ENTENTE_TAG_PARTICIPLE:
    return tag->is_negated ? NULL
                           : set_beside (join_parties (self, TRUE, G_MAXUINT),
                                         dup_past (self, head, find_end (self, head)));
  default:
    return NULL;
  }
}

/* "at the request of Kenya": Kenya made a request. "[is] ready to meet": with its verb. */
static char *
tell_words (const Telling *self)
{
  guint last = self->move->last - 1, first = self->move->first;

  if (last > first && entente_text_tokens_is (self->reader->tokens, last, "of"))
    return make_noun_sentence (self, last - 1);
  if (first == 0 || !is_in_sentence (self, (gint64) first - 1) ||
      !entente_lexicon_is (get_token (self, (gint64) first - 1)->fold, ENTENTE_WORD_BE))
    return NULL;
  return set_beside (join_parties (self, TRUE, G_MAXUINT),
                     dup_tokens (self, first - 1, find_end (self, self->move->head)));
}

char *
entente_reader_tell_move (const EntenteReader *reader,
                          const EntenteTextMove *move,
                          const EntenteSuggestion *suggestion)
{
  Telling self = { reader, move, suggestion };

  if (move->is_noun)
    return tell_noun (&self);
  return entente_clauses_tag (reader->clauses, move->head)->tag == ENTENTE_TAG_NONE
           ? tell_words (&self)
           : tell_verb (&self);
}
