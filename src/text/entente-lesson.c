/* The head of marked words: the verb that says what was done, else the noun.
 *
 * A verb that already tells another kind of move, or hardly anything, is learnt with the noun that
 * it has as object, so that it keeps its meaning everywhere else.
 */
#include "config.h"

#include "entente-lesson.h"

#include "entente-move-patterns.h"
#include "entente-text-clauses.h"
#include <string.h>

#define MIN_LETTERS 4 /* of a word that the lexicon does not know */

typedef struct {
  EntenteTextTokens *tokens;
  EntenteTextActors *actors;
  EntenteClauses *clauses;
  guint first, last; /* the marked tokens, [first, last) */
  const char *kind; /* that they shall tell */
} Lesson;

static const EntenteToken *
get_token (const Lesson *self, gint64 i)
{
  return entente_text_tokens_get (self->tokens, i);
}

static gboolean
has_word (const char *list, const char *word)
{
  g_autofree char *key = g_strconcat ("|", word, "|", NULL);

  return strstr (list, key) != NULL;
}

/* ---- words ---- */

static gboolean
is_small_word (const Lesson *self, guint i)
{
  static const EntenteWordClass classes[] = {
    ENTENTE_WORD_DETERMINER,   ENTENTE_WORD_PREPOSITION, ENTENTE_WORD_CONJUNCTION,
    ENTENTE_WORD_SUBORDINATOR, ENTENTE_WORD_RELATIVE,    ENTENTE_WORD_PRONOUN,
    ENTENTE_WORD_BE,           ENTENTE_WORD_HAVE,        ENTENTE_WORD_DO,
    ENTENTE_WORD_MODAL,        ENTENTE_WORD_NEGATION,    ENTENTE_WORD_ADVERB,
    ENTENTE_WORD_QUESTION,     ENTENTE_WORD_CARDINAL,
  };

  for (guint j = 0; j < G_N_ELEMENTS (classes); j++)
    if (entente_clauses_is (self->clauses, i, classes[j]))
      return TRUE;
  return FALSE;
}

/* A word of its own, and of nobody's name. */
static gboolean
is_content (const Lesson *self, guint i)
{
  const EntenteToken *token = get_token (self, i);

  return token->type == ENTENTE_TOKEN_WORD && !token->is_acronym && !is_small_word (self, i) &&
         !(token->is_capital && i > 0 && get_token (self, i - 1)->sentence == token->sentence) &&
         entente_text_actors_at (self->actors, i) == NULL;
}

static gboolean
is_verb (const Lesson *self, guint i)
{
  guint8 tag = entente_clauses_tag (self->clauses, i)->tag;

  return tag == ENTENTE_TAG_FINITE || tag == ENTENTE_TAG_PASSIVE || tag == ENTENTE_TAG_INFINITIVE ||
         tag == ENTENTE_TAG_PARTICIPLE;
}

/* It says little of what was done: "made", "said", "began". */
static gboolean
is_light (const char *base)
{
  static const char light[] =
    "|be|have|do|make|take|give|put|hold|go|come|get|keep|let|set|bring|call|show|see|find|lead|"
    "leave|turn|say|tell|state|add|announce|declare|claim|report|note|think|believe|know|hope|"
    "want|wish|seek|try|begin|start|continue|stop|end|become|remain|seem|appear|use|need|ask|"
    "send|receive|reach|issue|write|speak|mean|follow|plan|expect|help|allow|lay|pay|carry|";

  return has_word (light, base);
}

/* ---- a verb that the lexicon does not know ---- */

static gboolean
is_double (const char *stem)
{
  gsize length = strlen (stem);

  return length > 3 && stem[length - 1] == stem[length - 2] &&
         strchr ("bdgmnprt", stem[length - 1]) != NULL;
}

/* "voic" of "voiced" lost an "e", "rebuff" of "rebuffed" none. */
static gboolean
lost_e (const char *stem)
{
  static const char *const ends[] = { "c", "v", "s", "z", "g", "u", "at", "ir", "ur", "id", "in" };
  gsize length = strlen (stem);

  if (g_str_has_suffix (stem, "ss") || g_str_has_suffix (stem, "ng"))
    return FALSE;
  if (g_str_has_suffix (stem, "l") && length > 2 && strchr ("bcdfgkpstz", stem[length - 2]) != NULL)
    return TRUE; /* "belittled" */
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (stem, ends[i]) &&
        (strlen (ends[i]) == 1 || (length > 3 && strchr ("aeiou", stem[length - 3]) == NULL)))
      return TRUE;
  return FALSE;
}

/* Its base, as far as its ending tells. */
static char *
guess_base (const char *form)
{
  gsize cut = g_str_has_suffix (form, "ing") ? 3 : g_str_has_suffix (form, "ed") ? 2 : 0;
  g_autofree char *stem = g_strndup (form, strlen (form) - cut);
  gsize length = strlen (stem);

  if (cut == 0)
    return g_strndup (form, strlen (form) - (g_str_has_suffix (form, "s") ? 1 : 0));
  if (g_str_has_suffix (stem, "i"))
    return g_strdup_printf ("%.*sy", (int) length - 1, stem);
  if (is_double (stem))
    return g_strndup (stem, length - 1);
  return g_strconcat (stem, lost_e (stem) ? "e" : "", NULL);
}

/* "Norway snubbed the envoy": an unknown word with the ending of a verb behind somebody, or behind
 * "was". */
static gboolean
looks_like_verb (const Lesson *self, guint i)
{
  const EntenteToken *token = get_token (self, i);
  gint64 before = (gint64) i - 1;
  gboolean is_past = g_str_has_suffix (token->fold, "ed");
  const EntenteMention *mention;

  if (!is_content (self, i) || strlen (token->fold) < MIN_LETTERS ||
      entente_lexicon_find_verb (token->fold) != NULL)
    return FALSE;
  while (before >= 0 && entente_clauses_is (self->clauses, before, ENTENTE_WORD_ADVERB))
    before--;
  if (entente_clauses_is (self->clauses, before, ENTENTE_WORD_BE) ||
      entente_clauses_is (self->clauses, before, ENTENTE_WORD_HAVE))
    return is_past;
  if (entente_clauses_is (self->clauses, before, ENTENTE_WORD_DETERMINER) ||
      get_token (self, before)->type == ENTENTE_TOKEN_POSSESSIVE)
    return FALSE;
  mention = entente_text_actors_at (self->actors, before);
  return is_past || (mention != NULL && mention->form != ENTENTE_MENTION_ADJECTIVE &&
                     g_str_has_suffix (token->fold, "s") && !g_str_has_suffix (token->fold, "ss"));
}

static char *
dup_base (const Lesson *self, guint i)
{
  const EntenteVerb *verb = entente_clauses_tag (self->clauses, i)->verb;

  return verb != NULL ? g_strdup (verb->base) : guess_base (get_token (self, i)->fold);
}

/* ---- choosing ---- */

/* How well a verb says what was done; 0: not at all. */
static guint
weigh_verb (const Lesson *self, guint i)
{
  g_autofree char *base = NULL;

  if (looks_like_verb (self, i))
    return 4;
  if (!is_content (self, i) || !is_verb (self, i))
    return 0;
  base = dup_base (self, i);
  if (is_light (base))
    return 1;
  return entente_move_patterns_of_verb (base) == NULL ? 3 : 2;
}

static gint64
find_verb (const Lesson *self, guint *weight)
{
  gint64 found = -1;

  *weight = 0;
  for (guint i = self->first; i < self->last; i++) {
    guint other = weigh_verb (self, i);

    if (other > *weight) {
      *weight = other;
      found = i;
    }
  }
  return found;
}

static gboolean
is_noun (const Lesson *self, guint i)
{
  const EntenteToken *token = get_token (self, i);

  return is_content (self, i) && !is_verb (self, i) && !looks_like_verb (self, i) &&
         strlen (token->fold) >= MIN_LETTERS && !g_str_has_suffix (token->fold, "ly") &&
         !entente_clauses_is (self->clauses, i, ENTENTE_WORD_ROLE) &&
         !entente_clauses_is (self->clauses, i, ENTENTE_WORD_TITLE) &&
         entente_clauses_tag (self->clauses, i)->tag != ENTENTE_TAG_ADJECTIVE;
}

/* The last word of the first row of nouns in [@from, last): "peace overtures". */
static gint64
find_noun (const Lesson *self, guint from)
{
  guint sentence = get_token (self, from)->sentence;

  for (guint i = from; i < self->last && get_token (self, i)->sentence == sentence; i++) {
    if (!is_noun (self, i))
      continue;
    while (i + 1 < self->last && is_noun (self, i + 1))
      i++;
    return i;
  }
  return -1;
}

/* In the singular, as heads of patterns are. */
static char *
dup_noun (const Lesson *self, guint i)
{
  const char *fold = get_token (self, i)->fold;
  gsize length = strlen (fold);

  if (g_str_has_suffix (fold, "ies") && length > 4)
    return g_strdup_printf ("%.*sy", (int) length - 3, fold);
  if (g_str_has_suffix (fold, "s") && !g_str_has_suffix (fold, "ss") &&
      !g_str_has_suffix (fold, "us") && !g_str_has_suffix (fold, "is"))
    return g_strndup (fold, length - 1);
  return g_strdup (fold);
}

static const char *
get_particle (const Lesson *self, guint verb)
{
  static const char particles[] = "|off|out|up|down|back|away|over|aside|";
  const EntenteToken *next = get_token (self, (gint64) verb + 1);

  return next->type == ENTENTE_TOKEN_WORD && has_word (particles, next->fold) ? next->fold : NULL;
}

static char *
write_verb (const Lesson *self, guint verb, guint weight)
{
  g_autofree char *base = dup_base (self, verb);
  const char *particle = get_particle (self, verb);
  gint64 noun = weight < 3 && verb + 1 < self->last ? find_noun (self, verb + 1) : -1;
  g_autofree char *object = noun >= 0 ? dup_noun (self, noun) : NULL;

  if (weight == 1 && object == NULL && particle == NULL)
    return NULL;
  return g_strconcat (base,
                      "/v",
                      particle != NULL ? " " : "",
                      particle != NULL ? particle : "",
                      object != NULL ? " ~" : "",
                      object != NULL ? object : "",
                      NULL);
}

/* The table has the word for this kind already. */
static gboolean
tells_kind (const Lesson *self, const GPtrArray *patterns)
{
  for (guint i = 0; patterns != NULL && i < patterns->len; i++)
    if (g_strcmp0 (((EntenteMovePattern *) g_ptr_array_index (patterns, i))->kind, self->kind) == 0)
      return TRUE;
  return FALSE;
}

static char *
choose (const Lesson *self)
{
  guint weight;
  gint64 verb = find_verb (self, &weight);
  g_autofree char *lesson = verb >= 0 ? write_verb (self, (guint) verb, weight) : NULL;
  gint64 noun = lesson == NULL && self->first < self->last ? find_noun (self, self->first) : -1;
  g_autofree char *word = verb >= 0 && lesson != NULL ? dup_base (self, (guint) verb)
                          : noun >= 0                 ? dup_noun (self, (guint) noun)
                                                      : NULL;

  if (word == NULL || tells_kind (self,
                                  lesson != NULL ? entente_move_patterns_of_verb (word)
                                                 : entente_move_patterns_of_noun (word)))
    return NULL;
  return lesson != NULL ? g_steal_pointer (&lesson) : g_strconcat (word, "/n", NULL);
}

static void
find_tokens (Lesson *self, gsize start, gsize end)
{
  while (self->first < self->tokens->tokens->len && get_token (self, self->first)->end <= start)
    self->first++;
  self->last = self->first;
  while (self->last < self->tokens->tokens->len && get_token (self, self->last)->start < end)
    self->last++;
}

char *
entente_lesson_find (const char *text, gsize start, gsize end, const char *kind)
{
  Lesson self = { .tokens = entente_text_tokens_new (text, -1, NULL), .kind = kind };
  char *lesson;

  self.actors = entente_text_actors_read (self.tokens, 0, NULL, 0, NULL);
  self.clauses = entente_clauses_new (self.tokens, self.actors);
  find_tokens (&self, start, end);
  lesson = choose (&self);
  entente_clauses_free (self.clauses);
  entente_text_actors_free (self.actors);
  entente_text_tokens_free (self.tokens);
  return lesson;
}

char *
entente_lesson_format (const char *lesson)
{
  GString *words = g_string_new (NULL);

  for (const char *at = lesson; *at != '\0'; at++) {
    if (*at == '/' && at[1] != '\0')
      at++; /* the mark of a verb or noun */
    else if (*at == '~')
      g_string_append (words, "… ");
    else
      g_string_append_c (words, *at);
  }
  return g_string_free (words, FALSE);
}
