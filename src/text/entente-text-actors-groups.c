/* The words around a name that say who of the named: "Kenyan officials", "the government of Kenya",
 * "Kenyan rebels"; and words that stand for a name told before: "the rebels", "the commission",
 * "the president". */
#include "config.h"

#include "entente-letters.h"
#include "entente-text-actors-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MODIFIERS 3 /* words between a name and the noun of its group: "Kenyan state media" */

typedef enum { NOUN_NONE, NOUN_SELF, NOUN_PART, NOUN_ROLE } Noun;

static const struct {
  EntenteWordClass word;
  Noun noun;
  EntenteActorKind kind;
} nouns[] = {
  { ENTENTE_WORD_GOVERNMENT, NOUN_SELF, ENTENTE_ACTOR_GOVERNMENT },
  { ENTENTE_WORD_ARMED, NOUN_PART, ENTENTE_ACTOR_ARMED_MOVEMENT },
  { ENTENTE_WORD_FORCES, NOUN_PART, ENTENTE_ACTOR_BODY },
  { ENTENTE_WORD_COMMUNITY, NOUN_PART, ENTENTE_ACTOR_COMMUNITY },
  { ENTENTE_WORD_EMBASSY, NOUN_PART, ENTENTE_ACTOR_BODY },
  { ENTENTE_WORD_OFFICE, NOUN_PART, ENTENTE_ACTOR_BODY },
  { ENTENTE_WORD_MEDIA, NOUN_PART, ENTENTE_ACTOR_MEDIA },
  { ENTENTE_WORD_PERSON_ROLE, NOUN_ROLE, ENTENTE_ACTOR_UNNAMED_ROLE },
  { ENTENTE_WORD_ROLE, NOUN_SELF, ENTENTE_ACTOR_GOVERNMENT },
};

static Noun
get_noun (const EntenteActorFinder *self, gint64 i, EntenteActorKind *kind)
{
  for (guint j = 0; j < G_N_ELEMENTS (nouns); j++) {
    if (entente_finder_is (self, i, nouns[j].word)) {
      *kind = nouns[j].kind;
      return nouns[j].noun;
    }
  }
  return NOUN_NONE;
}

static gboolean
is_modifier (const EntenteActorFinder *self, guint i)
{
  const EntenteToken *token = entente_finder_token (self, i);
  const EntenteVerb *verb = entente_lexicon_find_verb (token->fold);

  return token->type == ENTENTE_TOKEN_WORD && !token->is_capital &&
         !entente_finder_is (self, i, ENTENTE_WORD_PREPOSITION) &&
         !entente_finder_is (self, i, ENTENTE_WORD_CONJUNCTION) &&
         !entente_finder_is (self, i, ENTENTE_WORD_DETERMINER) &&
         !entente_finder_is (self, i, ENTENTE_WORD_SUBORDINATOR) &&
         !entente_finder_is (self, i, ENTENTE_WORD_RELATIVE) &&
         !entente_finder_is (self, i, ENTENTE_WORD_PRONOUN) &&
         !entente_finder_is (self, i, ENTENTE_WORD_MODAL) &&
         !entente_finder_is (self, i, ENTENTE_WORD_BE) &&
         !entente_finder_is (self, i, ENTENTE_WORD_HAVE) &&
         !entente_finder_is (self, i, ENTENTE_WORD_DO) &&
         (!verb || entente_finder_is (self, i, ENTENTE_WORD_ROLE) ||
          entente_finder_is (self, i, ENTENTE_WORD_TITLE_WORD));
}

/* The last noun of a group behind @i, or -1. */
static gint64
find_noun (const EntenteActorFinder *self, guint i)
{
  gint64 found = -1;
  EntenteActorKind kind;

  for (guint next = i; next < i + MODIFIERS + 2; next++) {
    if (!entente_finder_same_sentence (self, i, next) ||
        entente_text_actors_at (self->made, next) || !is_modifier (self, next))
      break;
    if (get_noun (self, next, &kind) != NOUN_NONE)
      found = next;
  }
  return found;
}

static EntenteTextActor *
get_actor (const EntenteActorFinder *self, guint index)
{
  return &g_array_index (self->made->actors, EntenteTextActor, index);
}

/* The actor that a group with this noun is. */
static guint
make_group (EntenteActorFinder *self,
            const EntenteMention *mention,
            guint noun,
            EntenteMentionForm *form)
{
  EntenteActorKind kind = ENTENTE_ACTOR_GOVERNMENT;
  Noun type = get_noun (self, noun, &kind);
  const EntenteTextActor *of = get_actor (self, mention->actor);
  g_autofree char *name = NULL;
  guint actor;

  *form = type == NOUN_ROLE ? ENTENTE_MENTION_ROLE : ENTENTE_MENTION_GROUP;
  if (type == NOUN_SELF && of->kind == ENTENTE_ACTOR_PERSON && of->of >= 0)
    return of->of; /* "the Brennik administration" */
  if (type == NOUN_SELF && of->kind != ENTENTE_ACTOR_PERSON)
    return mention->actor;
  if (type == NOUN_PART && of->kind == ENTENTE_ACTOR_ARMED_MOVEMENT)
    return mention->actor; /* "HLF rebels" */
  name = entente_text_tokens_dup (self->tokens, mention->first, noun + 1);
  actor = entente_finder_ensure (self, name, kind);
  get_actor (self, actor)->of = (int) mention->actor;
  return actor;
}

/* "Kenyan chief executive Anna Brennik": the office is hers. */
static gboolean
is_before_name (const EntenteActorFinder *self, guint i)
{
  while (entente_finder_is (self, i, ENTENTE_WORD_TITLE) ||
         entente_finder_is (self, i, ENTENTE_WORD_TITLE_WORD))
    i++;
  return entente_text_actors_at (self->made, i) != NULL;
}

static gboolean
widen_right (EntenteActorFinder *self, EntenteMention *mention)
{
  guint next = mention->last;
  gint64 noun;
  EntenteMentionForm form;
  EntenteActorKind kind;

  if (mention->form == ENTENTE_MENTION_ROLE || mention->form == ENTENTE_MENTION_GROUP)
    return FALSE;
  if (entente_finder_token (self, next)->type == ENTENTE_TOKEN_POSSESSIVE) {
    next++;
    noun = find_noun (self, next);
    if (noun < 0 || (!entente_finder_is (self, noun, ENTENTE_WORD_GOVERNMENT) &&
                     !entente_finder_is (self, noun, ENTENTE_WORD_PERSON_ROLE)))
      return FALSE;
    if (entente_finder_is (self, noun, ENTENTE_WORD_GOVERNMENT) && noun != (gint64) next)
      return FALSE;
  }
  noun = find_noun (self, next);
  if (noun < 0 || (get_noun (self, noun, &kind) == NOUN_ROLE && is_before_name (self, noun + 1)))
    return FALSE;
  if (get_actor (self, mention->actor)->kind == ENTENTE_ACTOR_PERSON && noun != (gint64) next)
    return FALSE;
  mention->actor = make_group (self, mention, noun, &form);
  mention->form = form;
  mention->last = noun + 1;
  mention->end = entente_finder_token (self, noun)->end;
  mention->is_place = FALSE;
  return TRUE;
}

/* "parties of", "sides of": no group of their own. */
static gboolean
is_pair_word (const EntenteActorFinder *self, gint64 i)
{
  return entente_finder_is (self, i, ENTENTE_WORD_BOTH_SIDES) &&
         !entente_text_tokens_is (self->tokens, i, "leaders") &&
         !entente_text_tokens_is (self->tokens, i, "governments");
}

/* "[the government of] Kenya", "[a spokesman for] the rebels". */
static void
widen_left (EntenteActorFinder *self, EntenteMention *mention)
{
  gint64 i = (gint64) mention->first - 1;
  EntenteActorKind kind;

  if (mention->form != ENTENTE_MENTION_NAME && mention->form != ENTENTE_MENTION_GROUP)
    return;
  if (i > 0 && entente_text_tokens_is (self->tokens, i, "the"))
    i--;
  if (!entente_text_tokens_is (self->tokens, i, "of") &&
      !entente_text_tokens_is (self->tokens, i, "for"))
    return;
  i--;
  if (!entente_finder_same_sentence (self, i, mention->first) ||
      entente_text_actors_at (self->made, i) || get_noun (self, i, &kind) == NOUN_NONE ||
      is_pair_word (self, i))
    return;
  if (entente_finder_token (self, i)->is_capital &&
      (entente_finder_token (self, mention->last)->is_capital ||
       entente_text_actors_at (self->made, mention->last)))
    return; /* "Representative for Kenya Ole Varga" */
  if (entente_text_tokens_is (self->tokens, i + 1, "for") &&
      !entente_finder_is (self, i, ENTENTE_WORD_TITLE))
    return;
  if (entente_finder_is (self, i, ENTENTE_WORD_ARMED) &&
      get_actor (self, mention->actor)->kind == ENTENTE_ACTOR_BODY)
    get_actor (self, mention->actor)->kind = ENTENTE_ACTOR_ARMED_MOVEMENT;
  mention->first = i;
  mention->start = entente_finder_token (self, i)->start;
  mention->form = ENTENTE_MENTION_GROUP;
  mention->is_place = FALSE;
}

/* ---- descriptions ---- */

static gboolean
name_has_word (const char *name, const char *word)
{
  g_autofree char *fold = entente_letters_down (name, -1);
  const char *found = strstr (fold, word);

  return found && (found == fold || found[-1] == ' ');
}

/* "rebel negotiators": whose the people are. */
static gboolean
is_armed_adjective (const EntenteActorFinder *self, guint i)
{
  const char *fold = entente_finder_token (self, i)->fold;

  return (g_str_equal (fold, "rebel") || g_str_equal (fold, "guerrilla") ||
          g_str_equal (fold, "insurgent") || g_str_equal (fold, "separatist") ||
          g_str_equal (fold, "militant")) &&
         entente_finder_is (self, i + 1, ENTENTE_WORD_ROLE) &&
         !g_str_has_prefix (entente_finder_token (self, i + 1)->fold, "organi") &&
         entente_finder_same_sentence (self, i, i + 1);
}

static gboolean
may_stand_for (const EntenteActorFinder *self, guint noun, const EntenteTextActor *actor)
{
  const char *word = entente_finder_token (self, noun)->fold;

  if (entente_finder_is (self, noun, ENTENTE_WORD_ARMED) || is_armed_adjective (self, noun) ||
      g_str_equal (word, "movement") || g_str_equal (word, "insurgency"))
    return actor->kind == ENTENTE_ACTOR_ARMED_MOVEMENT;
  if (entente_finder_is (self, noun, ENTENTE_WORD_GOVERNMENT))
    return (actor->kind == ENTENTE_ACTOR_STATE || actor->kind == ENTENTE_ACTOR_GOVERNMENT) &&
           !g_str_equal (word, "officials") && !g_str_equal (word, "leadership");
  if (g_str_equal (word, "group") || g_str_equal (word, "organisation") ||
      g_str_equal (word, "organization"))
    return actor->kind == ENTENTE_ACTOR_ARMED_MOVEMENT || actor->kind == ENTENTE_ACTOR_NGO ||
           actor->kind == ENTENTE_ACTOR_INTERNATIONAL_ORGANISATION ||
           actor->kind == ENTENTE_ACTOR_PARTY;
  if (g_str_equal (word, "company") && actor->kind == ENTENTE_ACTOR_COMPANY)
    return TRUE;
  if (g_str_equal (word, "bloc"))
    return actor->kind == ENTENTE_ACTOR_BLOC ||
           actor->kind == ENTENTE_ACTOR_INTERNATIONAL_ORGANISATION;
  if (g_str_equal (word, "union") &&
      (name_has_word (actor->name, "workers") || name_has_word (actor->name, "teamsters")))
    return TRUE;
  return name_has_word (actor->name, word);
}

/* The last actor named before token @i that the noun there may stand for, or -1. */
static int
find_described (const EntenteActorFinder *self, guint i, guint n_before)
{
  guint stop = n_before > 40 ? n_before - 40 : 0;
  gboolean prefers_groups = entente_finder_is (self, i, ENTENTE_WORD_GOVERNMENT);

  for (guint turn = prefers_groups ? 0 : 1; turn < 2; turn++) {
    for (guint j = n_before; j > stop; j--) {
      const EntenteMention *mention = &g_array_index (self->made->mentions, EntenteMention, j - 1);

      if (mention->first < i && mention->form != ENTENTE_MENTION_ADJECTIVE && !mention->is_place &&
          (turn > 0 || mention->form == ENTENTE_MENTION_GROUP) &&
          may_stand_for (self, i, get_actor (self, mention->actor)))
        return (int) mention->actor;
    }
  }
  return -1;
}

static gboolean
is_described (const EntenteActorFinder *self, guint i)
{
  static const char words[] =
    "|group|movement|organisation|organization|commission|committee|council|"
    "embassy|ministry|court|parliament|party|coalition|company|police|"
    "summit|campaign|alliance|union|bloc|association|management|employers|";
  g_autofree char *key = g_strconcat ("|", entente_finder_token (self, i)->fold, "|", NULL);

  return entente_finder_is (self, i, ENTENTE_WORD_ARMED) ||
         (entente_finder_is (self, i, ENTENTE_WORD_GOVERNMENT) &&
          !entente_finder_is (self, i, ENTENTE_WORD_BOTH_SIDES) &&
          !g_str_has_suffix (entente_finder_token (self, i)->fold, "s") &&
          !g_str_equal (entente_finder_token (self, i)->fold, "side")) ||
         strstr (words, key);
}

/* "the union rejected": nobody is named, yet it is a party. */
static gboolean
is_acting_noun (const EntenteActorFinder *self, guint i)
{
  static const char parties[] =
    "|union|association|management|employers|court|council|committee|commission|"
    "parliament|ministry|embassy|police|company|party|movement|";
  const EntenteVerb *verb = entente_lexicon_find_verb (entente_finder_token (self, i + 1)->fold);
  g_autofree char *key = g_strconcat ("|", entente_finder_token (self, i)->fold, "|", NULL);

  return strstr (parties, key) && entente_finder_same_sentence (self, i, i + 1) &&
         !entente_finder_is (self, i, ENTENTE_WORD_GOVERNMENT) &&
         ((verb && verb->forms & (ENTENTE_VERB_PAST | ENTENTE_VERB_S)) ||
          entente_finder_is (self, i + 1, ENTENTE_WORD_HAVE) ||
          entente_finder_is (self, i + 1, ENTENTE_WORD_MODAL));
}

static void
add_description (EntenteActorFinder *self, guint i, guint n_before)
{
  gboolean is_adjective = is_armed_adjective (self, i);
  gboolean is_armed = is_adjective || entente_finder_is (self, i, ENTENTE_WORD_ARMED);
  gboolean has_the = entente_text_tokens_is (self->tokens, (gint64) i - 1, "the") ||
                     entente_finder_token (self, (gint64) i - 1)->type == ENTENTE_TOKEN_POSSESSIVE;
  int actor;

  if (entente_text_actors_at (self->made, i) || (!is_adjective && !is_described (self, i)) ||
      entente_finder_token (self, i)->type != ENTENTE_TOKEN_WORD || (!is_armed && !has_the) ||
      entente_text_actors_at (self->made, i + 1))
    return;
  if (entente_text_tokens_is (self->tokens, i + 1, "of") && !is_armed)
    return;
  actor = find_described (self, i, n_before);
  if (actor < 0 && is_armed) {
    g_autofree char *word = entente_text_tokens_dup (self->tokens, i, i + 1);
    g_autofree char *name = is_adjective ? g_strconcat (word, "s", NULL) : g_strdup (word);

    actor = (int) entente_finder_ensure (self, name, ENTENTE_ACTOR_ARMED_MOVEMENT);
  }
  if (actor < 0 && has_the) {
    g_autofree char *name = entente_text_tokens_dup (self->tokens, i, i + 1);

    actor = (int) entente_finder_look_up (self, name) - 1;
  }
  if (actor < 0 && has_the && is_acting_noun (self, i)) {
    g_autofree char *name = entente_text_tokens_dup (self->tokens, i, i + 1);

    actor = (int) entente_finder_ensure (self, name, ENTENTE_ACTOR_BODY);
  }
  if (actor >= 0)
    entente_finder_add (self,
                        i,
                        i + (is_adjective ? 2 : 1),
                        actor,
                        ENTENTE_MENTION_DESCRIPTION,
                        N_ ("stands for what was named before"));
}

void
entente_finder_read_groups (EntenteActorFinder *self)
{
  guint n_named = self->made->mentions->len, before = 0;

  for (guint i = 0; i < n_named; i++) {
    EntenteMention *mention = &g_array_index (self->made->mentions, EntenteMention, i);

    widen_right (self, mention);
    widen_left (self, mention);
  }
  for (guint i = 0; i < self->tokens->tokens->len; i++) {
    while (before < n_named &&
           g_array_index (self->made->mentions, EntenteMention, before).first < i)
      before++;
    add_description (self, i, before);
  }
}
