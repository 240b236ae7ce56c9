/* Names that only the whole text can tell: a word with a capital is somebody's where somebody acts
 * under it, and never stands as a place. */
#include "config.h"

#include "entente-letters.h"
#include "entente-text-actors-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  guint n, n_place, n_acting;
} Evidence;

/* ", leader of the party," or ", who": what is only said of somebody. */
static gboolean
is_explained (const EntenteActorFinder *self, guint first, guint comma)
{
  guint i = comma + 1;

  if (!entente_text_tokens_is (self->tokens, comma, ","))
    return FALSE;
  if (entente_text_tokens_is (self->tokens, (gint64) first - 1, ",")) { /* "the envoy, X, said" */
    for (gint64 k = (gint64) first - 2;
         first - k < 9 && entente_finder_same_sentence (self, k, comma);
         k--) {
      if (entente_finder_is (self, k, ENTENTE_WORD_PERSON_ROLE))
        return TRUE;
    }
  }
  if (entente_text_tokens_is (self->tokens, i, "who"))
    return TRUE;
  for (guint n = 0; n < 5 && entente_finder_same_sentence (self, i, comma); n++, i++) {
    if (entente_finder_is (self, i, ENTENTE_WORD_PERSON_ROLE))
      return TRUE;
    if (entente_finder_token (self, i)->type != ENTENTE_TOKEN_WORD &&
        entente_finder_token (self, i)->type != ENTENTE_TOKEN_POSSESSIVE)
      return FALSE;
  }
  return FALSE;
}

/* "Haldan's army", "Haldan's spokesman" */
static gboolean
has_people (const EntenteActorFinder *self, guint last)
{
  if (entente_finder_token (self, last)->type != ENTENTE_TOKEN_POSSESSIVE)
    return FALSE;
  for (guint i = last + 1; i < last + 5 && entente_finder_same_sentence (self, last, i); i++) {
    if (entente_finder_token (self, i)->type != ENTENTE_TOKEN_WORD)
      return FALSE;
    if (entente_finder_is (self, i, ENTENTE_WORD_PERSON_ROLE) ||
        entente_finder_is (self, i, ENTENTE_WORD_GOVERNMENT) ||
        entente_finder_is (self, i, ENTENTE_WORD_FORCES))
      return TRUE;
  }
  return FALSE;
}

/* TRUE when the name that ends before @last is the subject of a verb, owns something, or did it
 * ("by"). */
static gboolean
is_acting (const EntenteActorFinder *self, guint first, guint last)
{
  gboolean has_adverb = last - first > 1 && (entente_finder_is (self, last, ENTENTE_WORD_ADVERB) ||
                                             entente_text_tokens_is (self->tokens, last, "last") ||
                                             entente_text_tokens_is (self->tokens, last, "first"));
  const EntenteToken *next = entente_finder_token (self, has_adverb ? last + 1 : last);
  const EntenteVerb *verb = entente_lexicon_find_verb (next->fold);
  gint64 before = (gint64) first - 1;

  if (entente_text_tokens_is (self->tokens, before, "the"))
    before--;
  if (entente_text_tokens_is (self->tokens, before, "by"))
    return TRUE;
  if (has_people (self, last) || (entente_text_tokens_is (self->tokens, before, "for") &&
                                  entente_finder_is (self, before - 1, ENTENTE_WORD_PERSON_ROLE)))
    return TRUE;
  if (!entente_finder_same_sentence (self, first, last))
    return FALSE;
  return (verb && !next->is_capital &&
          verb->forms & (ENTENTE_VERB_PAST | ENTENTE_VERB_S | ENTENTE_VERB_PARTICIPLE)) ||
         entente_lexicon_is (next->fold, ENTENTE_WORD_MODAL) ||
         entente_lexicon_is (next->fold, ENTENTE_WORD_HAVE) || is_explained (self, first, last);
}

static Evidence *
ensure_evidence (GHashTable *counts, char *key)
{
  Evidence *evidence = g_hash_table_lookup (counts, key);

  if (evidence) {
    g_free (key);
    return evidence;
  }
  evidence = g_new0 (Evidence, 1);
  g_hash_table_insert (counts, key, evidence);
  return evidence;
}

static char *
make_key (const EntenteActorFinder *self, const EntenteDoubtfulName *name)
{
  g_autofree char *words = entente_text_tokens_dup (self->tokens, name->first, name->last);

  return entente_letters_down (words, -1);
}

static void
weigh (const EntenteActorFinder *self, const EntenteDoubtfulName *name, GHashTable *counts)
{
  Evidence *evidence = ensure_evidence (counts, make_key (self, name));

  if (name->first < self->n_title)
    return;
  evidence->n++;
  if (entente_finder_is (self,
                         name->last,
                         ENTENTE_WORD_GOVERNMENT)) { /* "the Brennik administration" */
    evidence->n_acting++;
    return;
  }
  evidence->n_place += entente_finder_is_place (self, name->first);
  evidence->n_acting += is_acting (self, name->first, name->last);
}

static const Evidence *
get_evidence (const EntenteActorFinder *self, const EntenteDoubtfulName *name, GHashTable *counts)
{
  g_autofree char *key = make_key (self, name);

  return g_hash_table_lookup (counts, key);
}

/* TRUE when a doubtful name has the last word of @name for its own: "Haldan" after "Omar Haldan".
 */
static gboolean
is_called_short (const EntenteActorFinder *self,
                 const EntenteDoubtfulName *name,
                 GHashTable *counts)
{
  const Evidence *evidence =
    g_hash_table_lookup (counts, entente_finder_token (self, name->last - 1)->fold);

  return evidence && evidence->n_acting > 0 && evidence->n_place == 0;
}

static void
settle_long (EntenteActorFinder *self, const EntenteDoubtfulName *name, GHashTable *counts)
{
  const Evidence *evidence = get_evidence (self, name, counts);

  if (evidence->n_place == 0 && (evidence->n_acting > 0 || is_called_short (self, name, counts)))
    entente_finder_add_person (self,
                               name->first,
                               name->last,
                               name->state,
                               N_ ("acts in the text like somebody named"));
}

/* The person whose first word, where that is no common given name, is the word: "Hou" after "Hou
 * Lian". */
static guint
find_by_first_word (const EntenteActorFinder *self, const char *fold)
{
  for (guint i = 0; i < self->made->actors->len && i < 400; i++) {
    const EntenteTextActor *actor = &g_array_index (self->made->actors, EntenteTextActor, i);
    const char *space = strchr (actor->name, ' ');
    g_autofree char *word = space && actor->kind == ENTENTE_ACTOR_PERSON
                              ? entente_letters_down (actor->name, space - actor->name)
                              : NULL;

    if (word && g_str_equal (word, fold))
      return i + 1;
  }
  return 0;
}

static gboolean
may_be_name (const EntenteActorFinder *self, guint i)
{
  const EntenteToken *token = entente_finder_token (self, i);

  return !entente_finder_is (self, i, ENTENTE_WORD_NOT_NAME) && i >= self->n_title &&
         !entente_finder_is (self, i, ENTENTE_WORD_PRONOUN) && !strchr (token->fold, '\'') &&
         !(strchr (token->fold, '-') &&
           (g_str_has_suffix (token->fold, "ed") || g_str_has_suffix (token->fold, "run"))) &&
         !entente_finder_is (self, i, ENTENTE_WORD_THING_HEAD) &&
         !entente_finder_is (self, i, ENTENTE_WORD_PLACE_HEAD) && token->end - token->start > 1 &&
         !strpbrk (token->fold, "0123456789") &&
         !(entente_finder_begins (self, i) && (entente_finder_is (self, i, ENTENTE_WORD_STARTER) ||
                                               g_str_has_suffix (token->fold, "ly")));
}

static void
settle_single (EntenteActorFinder *self, const EntenteDoubtfulName *name, GHashTable *counts)
{
  guint i = name->first;
  const EntenteToken *token = entente_finder_token (self, i);
  g_autofree char *word = entente_text_tokens_dup (self->tokens, i, i + 1);
  guint actor = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_last_name, token->fold));
  const Evidence *evidence = get_evidence (self, name, counts);

  if (!actor)
    actor = entente_finder_look_up (self, word);
  if (!actor && may_be_name (self, i) && !name->has_title)
    actor = find_by_first_word (self, token->fold);
  if (actor) {
    entente_finder_add (self,
                        i,
                        i + 1,
                        actor - 1,
                        ENTENTE_MENTION_NAME,
                        N_ ("named in full elsewhere"));
    return;
  }
  if (!may_be_name (self, i) ||
      (token->is_acronym && entente_finder_is (self, i, ENTENTE_WORD_ACRONYM_STOP)))
    return;
  if (!name->has_title && (evidence->n_place > 0 || evidence->n_acting == 0))
    return;
  if (token->is_acronym) {
    actor = entente_finder_ensure (self, word, ENTENTE_ACTOR_BODY);
    entente_finder_add (self,
                        i,
                        i + 1,
                        actor,
                        ENTENTE_MENTION_NAME,
                        N_ ("acts in the text like somebody named"));
    return;
  }
  entente_finder_add_person (self,
                             i,
                             i + 1,
                             name->state,
                             name->has_title ? N_ ("a title stands before it")
                                             : N_ ("acts in the text like somebody named"));
}

/* A capital stands for its state where it acts, or is dealt with; else it is a place. */
static void
drop_places (EntenteActorFinder *self)
{
  static const char dealing[] = "|with|between|by|against|";
  guint kept = 0;

  for (guint i = 0; i < self->made->mentions->len; i++) {
    EntenteMention *mention = &g_array_index (self->made->mentions, EntenteMention, i);
    gboolean begins = entente_finder_begins (self, mention->first);
    const char *before =
      begins ? "" : entente_finder_token (self, (gint64) mention->first - 1)->fold;
    g_autofree char *key = g_strconcat ("|", before, "|", NULL);

    if (mention->form == ENTENTE_MENTION_METONYM &&
        (mention->is_place || entente_finder_token (self, mention->last)->is_capital ||
         (!is_acting (self, mention->first, mention->last) && !strstr (dealing, key) &&
          entente_finder_token (self, mention->last)->type != ENTENTE_TOKEN_POSSESSIVE &&
          !(g_str_equal (before, "for") &&
            entente_text_tokens_is (self->tokens, mention->last, "to")) &&
          !entente_lexicon_find_verb (before))))
      continue;
    g_array_index (self->made->mentions, EntenteMention, kept++) = *mention;
  }
  g_array_set_size (self->made->mentions, kept);
}

void
entente_finder_settle (EntenteActorFinder *self)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < self->doubtful->len; i++)
    weigh (self, &g_array_index (self->doubtful, EntenteDoubtfulName, i), counts);
  for (guint i = 0; i < self->doubtful->len; i++) {
    const EntenteDoubtfulName *name = &g_array_index (self->doubtful, EntenteDoubtfulName, i);

    if (name->last - name->first > 1)
      settle_long (self, name, counts);
  }
  for (guint i = 0; i < self->doubtful->len; i++) {
    const EntenteDoubtfulName *name = &g_array_index (self->doubtful, EntenteDoubtfulName, i);

    if (name->last - name->first == 1)
      settle_single (self, name, counts);
  }
  drop_places (self);
}
