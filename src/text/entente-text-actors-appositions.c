/* An office and a name set beside each other by a comma are one person: "the American envoy, Anna
 * Brennik," and "Anna Brennik, the American envoy,"; and "Kenya's envoy to Uganda Anna Brennik" is
 * of Kenya. */
#include "config.h"

#include "entente-text-actors-private.h"

#define TITLES 3 /* words before the name: "Sheikh" */
#define OWNER_WORDS 9 /* of an office, from its owner to the name */
#define OWNER_MENTIONS 3 /* names among them */

static EntenteMention *
get_mention (const EntenteActorFinder *self, guint index)
{
  return &g_array_index (self->made->mentions, EntenteMention, index);
}

/* One person by office, without a name: "Kenya's president", "emir of Kenya". */
static gboolean
is_office (const EntenteActorFinder *self, const EntenteMention *mention)
{
  return (mention->form == ENTENTE_MENTION_ROLE || mention->form == ENTENTE_MENTION_GROUP) &&
         (entente_finder_is (self, mention->last - 1, ENTENTE_WORD_PERSON_ROLE) ||
          entente_finder_is (self, mention->first, ENTENTE_WORD_PERSON_ROLE));
}

static gboolean
is_person (const EntenteActorFinder *self, const EntenteMention *mention)
{
  return mention->form == ENTENTE_MENTION_NAME &&
         g_array_index (self->made->actors, EntenteTextActor, mention->actor).kind ==
           ENTENTE_ACTOR_PERSON;
}

/* "," or the end of the sentence: not the next of a row, which "and" goes on with, but for ", and
 * said". */
static gboolean
is_closed (const EntenteActorFinder *self, guint i)
{
  const EntenteVerb *verb = entente_lexicon_find_verb (entente_finder_token (self, i)->fold);

  if (verb && verb->forms & ENTENTE_VERB_PAST && !entente_finder_token (self, i)->is_capital)
    return TRUE; /* "Kenya's president, Anna Brennik said" */
  if (entente_text_tokens_is (self->tokens, i, ","))
    return !entente_text_tokens_is (self->tokens, i + 1, "and") ||
           entente_lexicon_find_verb (entente_finder_token (self, i + 2)->fold) != NULL;
  return !entente_finder_same_sentence (self, i - 1, i) ||
         entente_finder_token (self, i)->type == ENTENTE_TOKEN_SIGN;
}

/* "minister [of state]" */
static guint
skip_field (const EntenteActorFinder *self, guint i)
{
  guint next = i + 1;

  if (!entente_text_tokens_is (self->tokens, i, "of"))
    return i;
  while (next < i + 4 && entente_finder_token (self, next)->type == ENTENTE_TOKEN_WORD &&
         !entente_finder_token (self, next)->is_capital)
    next++;
  return next;
}

/* Only "the" or "his", or a title, stands between the comma behind @first and @next. */
static gboolean
is_set_beside (const EntenteActorFinder *self,
               const EntenteMention *first,
               const EntenteMention *next)
{
  guint comma = skip_field (self, first->last);

  if (!entente_text_tokens_is (self->tokens, comma, ",") || next->first > comma + 1 + TITLES ||
      !entente_finder_same_sentence (self, first->first, next->last - 1))
    return FALSE;
  for (guint i = comma + 1; i < next->first; i++) {
    if (!entente_finder_is (self, i, ENTENTE_WORD_DETERMINER) &&
        !entente_finder_is (self, i, ENTENTE_WORD_PRONOUN) &&
        !entente_finder_is (self, i, ENTENTE_WORD_TITLE))
      return FALSE;
  }
  return is_closed (self, next->last);
}

void
entente_finder_join_appositions (EntenteActorFinder *self)
{
  for (guint i = 0; i + 1 < self->made->mentions->len; i++) {
    EntenteMention *first = get_mention (self, i), *next = get_mention (self, i + 1);

    if (!is_set_beside (self, first, next))
      continue;
    if (is_office (self, first) && is_person (self, next))
      first->actor = next->actor;
    else if (is_person (self, first) && is_office (self, next))
      next->actor = first->actor;
  }
}

/* ---- whose office ---- */

/* "special envoy for Kenya": an office, and no verb. */
static gboolean
is_office_row (const EntenteActorFinder *self, guint first, guint last)
{
  gboolean has_office = FALSE;

  for (guint i = first; i < last; i++) {
    const EntenteToken *token = entente_finder_token (self, i);
    const EntenteVerb *verb = entente_lexicon_find_verb (token->fold);

    if (token->type != ENTENTE_TOKEN_WORD ||
        (verb && verb->forms & ENTENTE_VERB_PAST && !token->is_capital))
      return FALSE;
    has_office |= entente_finder_is (self, i, ENTENTE_WORD_TITLE) ||
                  entente_finder_is (self, i, ENTENTE_WORD_PERSON_ROLE);
  }
  return has_office;
}

/* Who owns the office that stands before the name of the person @index; G_MAXUINT: nobody. */
static guint
find_owner (const EntenteActorFinder *self, guint index)
{
  const EntenteMention *person = get_mention (self, index);

  for (guint i = index; i > 0 && index - i < OWNER_MENTIONS; i--) {
    const EntenteMention *owner = get_mention (self, i - 1);

    if (!entente_finder_same_sentence (self, owner->first, person->first) ||
        person->first - owner->last > OWNER_WORDS)
      return G_MAXUINT;
    if (entente_finder_token (self, owner->last)->type == ENTENTE_TOKEN_POSSESSIVE)
      return is_office_row (self, owner->last + 1, person->first) ? owner->actor : G_MAXUINT;
  }
  return G_MAXUINT;
}

void
entente_finder_find_owners (EntenteActorFinder *self)
{
  for (guint i = 1; i < self->made->mentions->len; i++) {
    const EntenteMention *mention = get_mention (self, i);
    EntenteTextActor *actor = &g_array_index (self->made->actors, EntenteTextActor, mention->actor);
    guint owner = is_person (self, mention) && actor->of < 0 ? find_owner (self, i) : G_MAXUINT;

    if (owner == G_MAXUINT || owner == mention->actor)
      continue;
    actor->of = g_array_index (self->made->actors, EntenteTextActor, owner).of;
    if (actor->of < 0 || actor->of == (int) mention->actor)
      actor->of = (int) owner;
  }
}
