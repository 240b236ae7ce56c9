/* Whom a pronoun stands for: the first fitting name of its sentence, else of one of the three
 * before it; "I" is who speaks, and "the two sides" are those named most often. */
#include "config.h"

#include "entente-text-clauses-private.h"

#include <string.h>

#define SENTENCES_BACK 3
#define SIDES 12 /* that are told apart */
#define REACH 400 /* tokens that "the two sides" look back */

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
    int index = entente_clauses_index_at (self, i);
    guint before = parties->len;
    const EntenteMention *mention = index >= 0 ? entente_clauses_get_mention (self, index) : NULL;

    if (!mention || mention->first != i || !is_sought (self, mention, sought) ||
        entente_clauses_is_within_name (self, mention) ||
        entente_clauses_get_token (self, mention->last)->type == ENTENTE_TOKEN_POSSESSIVE)
      continue;
    if (sought != FOR_SEVERAL) {
      entente_clauses_add_mention (self, index, "", parties);
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

/* TRUE when the mention may be a side of a negotiation. */
static gboolean
is_side (const EntenteClauses *self, const EntenteMention *mention)
{
  EntenteActorKind kind = entente_text_actors_get (self->actors, mention->actor)->kind;

  return mention->form != ENTENTE_MENTION_ADJECTIVE && !mention->is_place &&
         kind != ENTENTE_ACTOR_PERSON && kind != ENTENTE_ACTOR_MEDIA &&
         kind != ENTENTE_ACTOR_UNNAMED_ROLE && kind != ENTENTE_ACTOR_INTERNATIONAL_ORGANISATION;
}

typedef struct {
  guint actor;
  int index; /* of its last mention */
  guint n;
} Side;

/* Counts a mention, from the last to the first. */
static void
count_side (Side *sides, guint *n, const EntenteMention *mention, int index)
{
  for (guint i = 0; i < *n; i++) {
    if (sides[i].actor == mention->actor) {
      sides[i].n++;
      return;
    }
  }
  if (*n < SIDES)
    sides[(*n)++] = (Side){ mention->actor, index, 1 };
}

/* The one named most often but @other; the later one of two alike. -1 when there is none. */
static int
find_most (const Side *sides, guint n, int other)
{
  int found = -1;

  for (guint i = 0; i < n; i++) {
    if ((int) i != other && (found < 0 || sides[i].n > sides[found].n))
      found = (int) i;
  }
  return found;
}

/* "the two sides": the two that were named most often before. */
static gboolean
resolve_pair (const EntenteClauses *self, guint token, GArray *parties)
{
  Side sides[SIDES];
  guint n = 0;
  int one, two;

  for (gint64 i = (gint64) token - 1; i >= 0 && token - i < REACH; i--) {
    int index = entente_clauses_index_at (self, i);
    const EntenteMention *mention = index >= 0 ? entente_clauses_get_mention (self, index) : NULL;

    if (mention && mention->first == i && is_side (self, mention))
      count_side (sides, &n, mention, index);
  }
  one = find_most (sides, n, -1);
  two = find_most (sides, n, one);
  if (one < 0 || two < 0)
    return FALSE;
  entente_clauses_add_mention (self, sides[MAX (one, two)].index, "", parties);
  entente_clauses_add_mention (self, sides[MIN (one, two)].index, "", parties);
  return TRUE;
}

/* Whose words "I" stands in: the subject of the verb of saying beside the quotation, else the last
 * person named. */
static gboolean
find_quoted_speaker (const EntenteClauses *self, guint token, guint depth, GArray *parties)
{
  const EntenteSentenceSpan *span =
    &g_array_index (self->tokens->sentences,
                    EntenteSentenceSpan,
                    entente_clauses_get_token (self, token)->sentence);

  if (!entente_clauses_get_token (self, token)->is_quoted)
    return FALSE;
  for (guint i = span->first; i < span->last; i++) {
    const EntenteTagged *tag = entente_clauses_tag (self, i);

    if (tag->tag == ENTENTE_TAG_FINITE && !entente_clauses_get_token (self, i)->is_quoted &&
        entente_clauses_find_subject_deep (self, i, depth + 1, parties))
      return TRUE;
  }
  for (guint back = 1; back <= SENTENCES_BACK; back++) {
    const EntenteSentenceSpan *before = span - back;

    if (back > entente_clauses_get_token (self, token)->sentence)
      break;
    if (resolve_in (self, before->first, before->last, FOR_PERSON, parties))
      return TRUE;
  }
  return FALSE;
}

/* "Kenya announced that they would": the one who says it, where the pronoun opens what is said. */
static gboolean
find_sayer (const EntenteClauses *self, guint token, Sought sought, guint depth, GArray *parties)
{
  gint64 i = (gint64) token - 1;
  guint from = parties->len;
  const EntenteTagged *tag;

  if (!entente_clauses_is (self, token, ENTENTE_WORD_PRONOUN))
    return FALSE;
  while (entente_clauses_same_sentence (self, i, token) && token - i < 5 &&
         !entente_clauses_is_verb (self, i))
    i--;
  tag = entente_clauses_tag (self, i);
  if (!entente_clauses_same_sentence (self, i, token) || !tag->verb ||
      (tag->tag != ENTENTE_TAG_FINITE && tag->tag != ENTENTE_TAG_PARTICIPLE) ||
      entente_clauses_is (self, i, ENTENTE_WORD_BE) ||
      !entente_clauses_find_subject_deep (self, i, depth + 1, parties))
    return FALSE;
  if (parties->len > from && g_array_index (parties, EntenteParty, from).mention >= 0 &&
      (sought == FOR_SEVERAL ||
       is_sought (
         self,
         entente_clauses_get_mention (self, g_array_index (parties, EntenteParty, from).mention),
         sought)))
    return TRUE;
  g_array_set_size (parties, from);
  return FALSE;
}

gboolean
entente_clauses_resolve_deep (const EntenteClauses *self, guint token, guint depth, GArray *parties)
{
  const char *fold = entente_clauses_get_token (self, token)->fold;
  guint sentence = entente_clauses_get_token (self, token)->sentence;

  if (entente_lexicon_is (fold, ENTENTE_WORD_FIRST_PRONOUN))
    return find_quoted_speaker (self, token, depth, parties);
  if (entente_lexicon_is (fold, ENTENTE_WORD_BOTH_SIDES) || g_str_equal (fold, "side"))
    return resolve_pair (self, token, parties);
  Sought sought =
    entente_lexicon_is (fold, ENTENTE_WORD_SINGULAR_PRONOUN) || g_str_equal (fold, "his") ||
        g_str_equal (fold, "her")
      ? FOR_PERSON
    : entente_lexicon_is (fold, ENTENTE_WORD_NEUTER_PRONOUN) || g_str_equal (fold, "its")
      ? FOR_THING
      : FOR_SEVERAL;
  guint from = parties->len;

  if (sought != FOR_SEVERAL ||
      !entente_clauses_is (self, (gint64) token + 1, ENTENTE_WORD_BOTH_SIDES)) {
    if (find_sayer (self, token, sought, depth, parties))
      return TRUE;
  }
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
  return sought == FOR_SEVERAL && entente_lexicon_is (fold, ENTENTE_WORD_PLURAL_PRONOUN) &&
         resolve_pair (self, token, parties);
}

gboolean
entente_clauses_resolve (const EntenteClauses *self, guint token, GArray *parties)
{
  return entente_clauses_resolve_deep (self, token, 0, parties);
}

/* "both sides", "the two countries", a pronoun: what @token stands for as subject or object. */
gboolean
entente_clauses_is_stand_in (const EntenteClauses *self, gint64 token)
{
  const char *fold = entente_clauses_get_token (self, token)->fold;

  if (entente_lexicon_is (fold, ENTENTE_WORD_PRONOUN))
    return !g_str_equal (fold, "one") && (!entente_lexicon_is (fold, ENTENTE_WORD_FIRST_PRONOUN) ||
                                          entente_clauses_get_token (self, token)->is_quoted);
  if (g_str_equal (fold, "side"))
    return entente_clauses_is_word (self, token - 1, "each");
  return entente_lexicon_is (fold, ENTENTE_WORD_BOTH_SIDES) &&
         (entente_clauses_is_word (self, token - 1, "both") ||
          entente_clauses_is_word (self, token - 1, "two") ||
          (entente_clauses_is_word (self, token - 1, "the") && g_str_equal (fold, "sides")));
}
