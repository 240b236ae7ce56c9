/* Walks the tokens once for names, settles what only the whole text can tell, then widens names to
 * the groups of words that they stand in. */
#include "config.h"

#include "entente-text-actors-private.h"
#include "entente-text-language.h"
#include "entente-time-lexicon.h"

#include "entente-actor.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define CANCEL_EVERY 1024 /* tokens */

static void
clear_actor (gpointer data)
{
  EntenteTextActor *actor = data;

  g_free (actor->name);
}

/* ---- small questions ---- */

const EntenteToken *
entente_finder_token (const EntenteActorFinder *self, gint64 index)
{
  return entente_text_tokens_get (self->tokens, index);
}

gboolean
entente_finder_is (const EntenteActorFinder *self, gint64 index, EntenteWordClass of)
{
  return entente_lexicon_is (entente_finder_token (self, index)->fold, of);
}

gboolean
entente_finder_same_sentence (const EntenteActorFinder *self, gint64 a, gint64 b)
{
  return a >= 0 && b >= 0 && a < self->tokens->tokens->len && b < self->tokens->tokens->len &&
         entente_finder_token (self, a)->sentence == entente_finder_token (self, b)->sentence;
}

/* TRUE when what begins at @first stands behind a word of place: "in Brenn", "in the town of
 * Varga". */
gboolean
entente_finder_is_place (const EntenteActorFinder *self, guint first)
{
  gint64 i = (gint64) first - 1;

  if (!entente_finder_same_sentence (self, i, first))
    return FALSE;
  if (g_str_equal (entente_finder_token (self, i)->fold, "of") &&
      entente_finder_is (self, i - 1, ENTENTE_WORD_PLACE_HEAD))
    return TRUE;
  while (i > 0 && first - i < 6 &&
         (entente_finder_is (self, i, ENTENTE_WORD_DETERMINER) ||
          g_str_has_suffix (entente_finder_token (self, i)->fold, "ern") ||
          entente_finder_is (self, i, ENTENTE_WORD_NOT_NAME)))
    i--;
  return entente_finder_is (self, i, ENTENTE_WORD_PLACE_PREPOSITION);
}

gboolean
entente_finder_has_particle (const EntenteActorFinder *self, guint first, guint last)
{
  for (guint i = first + 1; i + 1 < last; i++) {
    if (entente_finder_is (self, i, ENTENTE_WORD_PARTICLE))
      return TRUE;
  }
  return FALSE;
}

guint
entente_finder_skip_to_given (const EntenteActorFinder *self, guint first, guint last)
{
  for (guint i = last; last - first > 3 && i > first + 2; i--) {
    if (entente_finder_is (self, i - 2, ENTENTE_WORD_GIVEN_NAME))
      return i - 2;
  }
  return first;
}

/* ---- actors ---- */

guint
entente_finder_look_up (EntenteActorFinder *self, const char *name)
{
  g_autofree char *fold = entente_name_fold (name);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->by_name, fold));
}

void
entente_finder_alias (EntenteActorFinder *self, const char *name, guint actor)
{
  char *fold = entente_name_fold (name);

  g_hash_table_insert (self->by_name, fold, GUINT_TO_POINTER (actor + 1));
}

guint
entente_finder_ensure (EntenteActorFinder *self, const char *name, EntenteActorKind kind)
{
  guint found = entente_finder_look_up (self, name);
  EntenteTextActor actor = { .kind = kind, .of = -1 };

  if (found)
    return found - 1;
  actor.name = g_strdup (name);
  g_array_append_val (self->made->actors, actor);
  entente_finder_alias (self, name, self->made->actors->len - 1);
  return self->made->actors->len - 1;
}

void
entente_finder_add (EntenteActorFinder *self,
                    guint first,
                    guint last,
                    guint actor,
                    EntenteMentionForm form,
                    const char *reason)
{
  EntenteMention mention = { .first = first,
                             .last = last,
                             .actor = actor,
                             .form = form,
                             .reason = reason };

  mention.start = entente_finder_token (self, first)->start;
  mention.end = entente_finder_token (self, last - 1)->end;
  mention.is_place = entente_finder_is_place (self, first);
  g_array_append_val (self->made->mentions, mention);
}

void
entente_finder_add_person (EntenteActorFinder *self,
                           guint first,
                           guint last,
                           int state,
                           const char *reason)
{
  g_autofree char *name = entente_text_tokens_dup (self->tokens, first, last);
  guint actor = entente_finder_ensure (self, name, ENTENTE_ACTOR_PERSON);
  EntenteTextActor *made = &g_array_index (self->made->actors, EntenteTextActor, actor);
  const char *word = entente_finder_token (self, last - 1)->fold;
  const char *dash = strchr (word, '-');

  if (state >= 0 && made->of < 0 && state != (int) actor)
    made->of = state;
  g_hash_table_insert (self->by_last_name, g_strdup (word), GUINT_TO_POINTER (actor + 1));
  if (dash && dash - word <= 2) /* "al-Haldan" */
    g_hash_table_insert (self->by_last_name, g_strdup (dash + 1), GUINT_TO_POINTER (actor + 1));
  entente_finder_add (self, first, last, actor, ENTENTE_MENTION_NAME, reason);
}

gboolean
entente_finder_begins (const EntenteActorFinder *self, guint i)
{
  const EntenteToken *before = entente_finder_token (self, (gint64) i - 1);

  return i == 0 || !entente_finder_same_sentence (self, i - 1, i) ||
         (before->type == ENTENTE_TOKEN_SIGN && *before->fold &&
          strstr ("“\"«``:", before->fold) != NULL);
}

/* ---- names of the study ---- */

static void
index_known (EntenteActorFinder *self, const EntenteKnownName *known, guint n_known)
{
  self->known = known;
  for (guint i = 0; i < n_known; i++) {
    g_autoptr (EntenteTextTokens) tokens =
      entente_text_tokens_new (known[i].alias ? known[i].alias : "", -1, NULL);
    EntenteLexiconName *name;
    GPtrArray *list, *folds = g_ptr_array_new_with_free_func (g_free);

    if (tokens->tokens->len == 0) {
      g_ptr_array_unref (folds);
      continue;
    }
    for (guint j = 0; j < tokens->tokens->len; j++)
      g_ptr_array_add (folds, g_strdup (entente_text_tokens_get (tokens, j)->fold));
    list = g_hash_table_lookup (self->known_names, folds->pdata[0]);
    if (!list) {
      list = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->known_names, g_strdup (folds->pdata[0]), list);
    }
    name = g_new0 (EntenteLexiconName, 1);
    name->n = folds->len;
    name->name = known[i].name;
    name->written = known[i].alias;
    name->kind = known[i].kind;
    name->form = i; /* its place in @known */
    g_ptr_array_add (folds, NULL);
    name->folds = (const char *const *) folds->pdata;
    g_ptr_array_add (list, name);
    g_hash_table_insert (self->known_folds, name, folds);
  }
}

static void
free_known_folds (gpointer data)
{
  g_ptr_array_unref (data);
}

static gboolean
matches (const EntenteActorFinder *self, guint i, const EntenteLexiconName *name)
{
  for (guint j = 0; j < name->n; j++) {
    if (!g_str_equal (entente_finder_token (self, i + j)->fold, name->folds[j]))
      return FALSE;
  }
  return entente_finder_same_sentence (self, i, i + name->n - 1);
}

/* The study's name at @i, at most one reading; FALSE when there is none. */
static gboolean
read_known (EntenteActorFinder *self, guint i, guint *last)
{
  const GPtrArray *list =
    g_hash_table_lookup (self->known_names, entente_finder_token (self, i)->fold);
  const EntenteLexiconName *best = NULL;
  gunichar first;
  guint actor;

  for (guint j = 0; list && j < list->len; j++) {
    const EntenteLexiconName *name = g_ptr_array_index (list, j);

    if ((!best || name->n > best->n) && matches (self, i, name))
      best = name;
  }
  if (!best)
    return FALSE;
  first = g_utf8_get_char (best->written);
  if (g_unichar_isupper (first) && !entente_finder_token (self, i)->is_capital)
    return FALSE;
  actor = entente_finder_ensure (self, best->name, best->kind);
  g_array_index (self->made->actors, EntenteTextActor, actor).known = self->known[best->form].actor;
  *last = i + best->n;
  entente_finder_add (self, i, *last, actor, ENTENTE_MENTION_NAME, N_ ("named in the study"));
  return TRUE;
}

/* ---- the whole ---- */

static int
compare_mentions (gconstpointer a, gconstpointer b)
{
  const EntenteMention *one = a, *other = b;

  if (one->first != other->first)
    return one->first < other->first ? -1 : 1;
  return one->last > other->last ? -1 : one->last < other->last;
}

/* Takes out mentions within others. */
static void
drop_inner (EntenteTextActors *made)
{
  guint kept = 0, behind = 0;

  g_array_sort (made->mentions, compare_mentions);
  for (guint i = 0; i < made->mentions->len; i++) {
    EntenteMention *mention = &g_array_index (made->mentions, EntenteMention, i);

    if (mention->first < behind)
      continue;
    behind = mention->last;
    g_array_index (made->mentions, EntenteMention, kept++) = *mention;
  }
  g_array_set_size (made->mentions, kept);
}

static void
index_tokens (EntenteTextActors *made, guint n_tokens)
{
  int none = -1;

  g_array_set_size (made->by_token, 0);
  for (guint i = 0; i < n_tokens; i++)
    g_array_append_val (made->by_token, none);
  for (guint i = 0; i < made->mentions->len; i++) {
    const EntenteMention *mention = &g_array_index (made->mentions, EntenteMention, i);

    for (guint j = mention->first; j < mention->last; j++)
      g_array_index (made->by_token, int, j) = (int) i;
  }
}

/* "On 2 April Anna Brennik ...": the month or day of a date is no name, nor the beginning of one.
 */
static gboolean
is_of_date (const EntenteActorFinder *self, const EntenteTimeLexicon *words, guint i)
{
  static const guint64 leads =
    ENTENTE_TIME_BIT (ENTENTE_TIME_IN) | ENTENTE_TIME_BIT (ENTENTE_TIME_ON) |
    ENTENTE_TIME_BIT (ENTENTE_TIME_RELATION) | ENTENTE_TIME_BIT (ENTENTE_TIME_EARLY) |
    ENTENTE_TIME_BIT (ENTENTE_TIME_MID) | ENTENTE_TIME_BIT (ENTENTE_TIME_LATE) |
    ENTENTE_TIME_BIT (ENTENTE_TIME_WEEKDAY);
  const EntenteTimeWord *word =
    entente_time_lexicon_find (words, entente_finder_token (self, i)->fold);
  const EntenteToken *before = entente_finder_token (self, (gint64) i - 1);
  const EntenteTimeWord *lead;

  if (!entente_time_word_is (word, ENTENTE_TIME_MONTH) &&
      !entente_time_word_is (word, ENTENTE_TIME_WEEKDAY))
    return FALSE;
  if (i == 0 || !entente_finder_same_sentence (self, i - 1, i))
    return FALSE;
  lead = entente_time_lexicon_find (words, before->fold);
  return before->type == ENTENTE_TOKEN_NUMBER || (lead && (lead->classes & leads) != 0);
}

static gboolean
walk (EntenteActorFinder *self, GCancellable *cancellable)
{
  guint n = self->tokens->tokens->len;
  const EntenteTimeLexicon *words =
    entente_time_lexicon_get (entente_text_guess_language (self->tokens->text));

  for (guint i = 0; i < n;) {
    guint last = i + 1;

    if (i % CANCEL_EVERY == 0 && g_cancellable_is_cancelled (cancellable))
      return FALSE;
    if (!read_known (self, i, &last) && !is_of_date (self, words, i))
      last = entente_finder_read_capitals (self, i);
    i = MAX (last, i + 1);
  }
  return TRUE;
}

EntenteTextActors *
entente_text_actors_read (const EntenteTextTokens *tokens,
                          guint n_title,
                          const EntenteKnownName *known,
                          guint n_known,
                          GCancellable *cancellable)
{
  EntenteActorFinder self = { .tokens = tokens, .n_title = n_title };
  gboolean done;

  self.known_names =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self.by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.by_last_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.known_folds = g_hash_table_new_full (NULL, NULL, NULL, free_known_folds);
  self.doubtful = g_array_new (FALSE, FALSE, sizeof (EntenteDoubtfulName));
  self.made = g_new0 (EntenteTextActors, 1);
  self.made->actors = g_array_new (FALSE, TRUE, sizeof (EntenteTextActor));
  g_array_set_clear_func (self.made->actors, clear_actor);
  self.made->mentions = g_array_new (FALSE, TRUE, sizeof (EntenteMention));
  self.made->by_token = g_array_new (FALSE, FALSE, sizeof (int));
  index_known (&self, known, n_known);
  done = walk (&self, cancellable);
  if (done) {
    entente_finder_settle (&self);
    drop_inner (self.made);
    index_tokens (self.made, tokens->tokens->len);
    entente_finder_find_owners (&self);
    entente_finder_read_groups (&self);
    drop_inner (self.made);
    entente_finder_join_appositions (&self);
    index_tokens (self.made, tokens->tokens->len);
  }
  g_hash_table_unref (self.known_names);
  g_hash_table_unref (self.by_name);
  g_hash_table_unref (self.by_last_name);
  g_hash_table_unref (self.known_folds);
  g_array_unref (self.doubtful);
  if (!done)
    g_clear_pointer (&self.made, entente_text_actors_free);
  return self.made;
}

void
entente_text_actors_refuse (EntenteTextActors *actors, const char *const *names)
{
  g_autoptr (GHashTable) refused = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint kept = 0, n_tokens = actors->by_token->len;

  if (!names || !names[0])
    return;
  for (guint i = 0; names && names[i]; i++)
    g_hash_table_add (refused, entente_name_fold (names[i]));
  for (guint i = 0; i < actors->mentions->len; i++) {
    EntenteMention mention = g_array_index (actors->mentions, EntenteMention, i);
    const EntenteTextActor *actor = entente_text_actors_get (actors, mention.actor);
    g_autofree char *fold = entente_name_fold (actor->name);

    if (actor->known != ENTENTE_ID_NONE || !g_hash_table_contains (refused, fold))
      g_array_index (actors->mentions, EntenteMention, kept++) = mention;
  }
  if (kept == actors->mentions->len)
    return;
  g_array_set_size (actors->mentions, kept);
  index_tokens (actors, n_tokens);
}

void
entente_text_actors_free (EntenteTextActors *actors)
{
  if (!actors)
    return;
  g_array_unref (actors->actors);
  g_array_unref (actors->mentions);
  g_array_unref (actors->by_token);
  g_free (actors);
}

const EntenteTextActor *
entente_text_actors_get (const EntenteTextActors *actors, guint index)
{
  g_return_val_if_fail (index < actors->actors->len, NULL);
  return &g_array_index (actors->actors, EntenteTextActor, index);
}

const EntenteMention *
entente_text_actors_at (const EntenteTextActors *actors, gint64 token)
{
  int index;

  if (token < 0 || token >= actors->by_token->len)
    return NULL;
  index = g_array_index (actors->by_token, int, token);
  return index < 0 ? NULL : &g_array_index (actors->mentions, EntenteMention, index);
}
