/* Tokens, times, actors, clauses, moves, and out of them suggestions. */
#include "config.h"

#include "entente-reading-private.h"

#include "entente-actor.h"
#include "entente-kind.h"
#include "entente-text-map.h"
#include <glib/gi18n-lib.h>
#include <string.h>

static void
free_party (gpointer data)
{
  EntenteReadingParty *party = data;

  g_free (party->words);
  g_free (party);
}

static void
free_suggestion (gpointer data)
{
  EntenteSuggestion *suggestion = data;

  g_ptr_array_unref (suggestion->parties);
  g_clear_pointer (&suggestion->when, entente_date_unref);
  g_free (suggestion->speaker_words);
  g_free (suggestion->telling);
  g_free (suggestion->reason);
  g_free (suggestion->kind_reason);
  g_free (suggestion->when_reason);
  g_free (suggestion);
}

static void
clear_actor (gpointer data)
{
  EntenteReadingActor *actor = data;

  g_free (actor->name);
}

/* ---- offsets ---- */

static EntenteReadingSpan
make_span (const EntenteReader *self, EntenteTextMap *map, gsize start, gsize end)
{
  EntenteReadingSpan span = { 0 };

  span.start = entente_reading_text_to_source (&self->text, start);
  span.end = end > start ? entente_reading_text_to_source (&self->text, end - 1) + 1 : span.start;
  span.start_char = entente_text_map_to_char (map, span.start);
  span.end_char = entente_text_map_to_char (map, span.end);
  return span;
}

/* For each time its token: times come in bytes of the source. */
static void
index_times (EntenteReader *self)
{
  guint token = 0, n = self->tokens->tokens->len;

  self->time_tokens = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; i < self->made->times->len; i++) {
    const EntenteTextTime *time = &g_array_index (self->made->times, EntenteTextTime, i);
    int found = -1;

    while (token < n && entente_reading_text_to_source (
                          &self->text,
                          entente_text_tokens_get (self->tokens, token)->end - 1) < time->start)
      token++;
    if (token < n && entente_reading_text_to_source (
                       &self->text,
                       entente_text_tokens_get (self->tokens, token)->start) < time->end)
      found = (int) token;
    g_array_append_val (self->time_tokens, found);
  }
}

/* ---- values ---- */

/* Folded names of the study's actors: "Nairobi" may have led to "Kenya", which the study has. */
static GHashTable *
index_known (const EntenteReadingInput *input)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < input->n_names; i++) {
    g_hash_table_insert (known,
                         entente_name_fold (input->names[i].alias),
                         (gpointer) &input->names[i].actor);
    g_hash_table_insert (known,
                         entente_name_fold (input->names[i].name),
                         (gpointer) &input->names[i].actor);
  }
  return known;
}

static EntenteId
find_known (GHashTable *known, const EntenteTextActor *actor)
{
  g_autofree char *fold = entente_name_fold (actor->name);
  const EntenteId *id = g_hash_table_lookup (known, fold);

  return actor->known != ENTENTE_ID_NONE || !id ? actor->known : *id;
}

static void
copy_actors (EntenteReader *self, EntenteTextMap *map)
{
  g_autoptr (GHashTable) known = index_known (self->input);

  for (guint i = 0; i < self->actors->actors->len; i++) {
    const EntenteTextActor *actor = entente_text_actors_get (self->actors, i);
    EntenteReadingActor copy = { .name = g_strdup (actor->name),
                                 .kind = actor->kind,
                                 .known = find_known (known, actor),
                                 .iso3166 = actor->iso3166,
                                 .of = actor->of };

    g_array_append_val (self->made->actors, copy);
  }
  for (guint i = 0; i < self->actors->mentions->len; i++) {
    const EntenteMention *mention = &g_array_index (self->actors->mentions, EntenteMention, i);
    EntenteReadingMention copy = { .span = make_span (self, map, mention->start, mention->end),
                                   .actor = mention->actor,
                                   .reason = mention->reason };

    g_array_append_val (self->made->mentions, copy);
  }
}

/* "the bloc", "the president, Varga": the words say less than the name that they stand for. */
static gboolean
stands_for_name (const EntenteReader *self, const EntenteMention *mention)
{
  const EntenteTextActor *actor = entente_text_actors_get (self->actors, mention->actor);

  return mention->form == ENTENTE_MENTION_DESCRIPTION ||
         (actor->kind == ENTENTE_ACTOR_PERSON &&
          (mention->form == ENTENTE_MENTION_ROLE || mention->form == ENTENTE_MENTION_GROUP));
}

/* Where the words of a party stand; those of a pronoun are others. */
static EntenteReadingSpan
find_party (EntenteReader *self, EntenteTextMap *map, const EntenteParty *party)
{
  const EntenteReadingSpan none = { 0 };

  if (party->actor != ENTENTE_PARTY_UNNAMED || party->last <= party->first)
    return none;
  return make_span (self,
                    map,
                    entente_text_tokens_get (self->tokens, party->first)->start,
                    entente_text_tokens_get (self->tokens, party->last - 1)->end);
}

static void
add_parties (EntenteReader *self,
             EntenteTextMap *map,
             EntenteSuggestion *suggestion,
             const GArray *parties,
             EntenteRole role)
{
  for (guint i = 0; i < parties->len; i++) {
    const EntenteParty *party = &g_array_index (parties, EntenteParty, i);
    EntenteReadingParty *made = g_new0 (EntenteReadingParty, 1);

    made->actor = party->actor == ENTENTE_PARTY_UNNAMED ? -1 : (int) party->actor;
    made->role = role;
    made->span = find_party (self, map, party);
    if (party->mention >= 0) {
      const EntenteMention *mention =
        &g_array_index (self->actors->mentions, EntenteMention, party->mention);

      made->words = stands_for_name (self, mention)
                      ? g_strdup (entente_text_actors_get (self->actors, mention->actor)->name)
                      : entente_text_tokens_dup (self->tokens, mention->first, mention->last);
    } else {
      made->words = entente_text_tokens_dup (self->tokens, party->first, party->last);
    }
    g_ptr_array_add (suggestion->parties, made);
  }
}

static char *
explain_kind (EntenteReader *self, const EntenteTextMove *move)
{
  const EntenteKind *kind = entente_kind_find (move->kind);
  g_autofree char *words = entente_text_tokens_dup (self->tokens, move->first, move->last);

  return g_strdup_printf (_ ("“%s” tells of: %s"),
                          words,
                          kind ? entente_kind_get_label (kind) : move->kind);
}

static char *
explain (const EntenteSuggestion *suggestion)
{
  /* Translators: first why a kind of move is proposed, then why a date */
  return suggestion->when_reason
           ? g_strdup_printf (_ ("%s; date: %s"), suggestion->kind_reason, suggestion->when_reason)
           : g_strdup (suggestion->kind_reason);
}

/* "the foreign minister" and "a spokesman for the ministry" tell their office; "an official" tells
 * nobody. */
static EntenteNaming
get_naming (EntenteReader *self, const EntenteParty *party)
{
  gboolean is_the = entente_text_tokens_is (self->tokens, (gint64) party->first - 1, "the");
  gboolean is_office = FALSE;

  for (guint i = party->first; i < party->last; i++) {
    const char *fold = entente_text_tokens_get (self->tokens, i)->fold;

    if (g_str_equal (fold, "who") || g_str_equal (fold, ","))
      return ENTENTE_NAMING_ANONYMOUS; /* "who asked not to be named" */
    is_office |= g_str_has_prefix (fold, "spokes") ||
                 (is_the && entente_lexicon_is (fold, ENTENTE_WORD_PERSON_ROLE) &&
                  !g_str_equal (fold, "official") && !g_str_equal (fold, "diplomat"));
  }
  return is_office ? ENTENTE_NAMING_OFFICE : ENTENTE_NAMING_ANONYMOUS;
}

/* A voice without a name is kept in words, also where its words are those of a role: "a Western
 * diplomat". */
static void
set_speaker (EntenteReader *self, EntenteSuggestion *suggestion, const EntenteTextMove *move)
{
  const EntenteParty *party;
  gboolean is_named;

  suggestion->speaker = -1;
  if (move->speakers->len == 0)
    return;
  party = &g_array_index (move->speakers, EntenteParty, 0);
  is_named =
    party->actor != ENTENTE_PARTY_UNNAMED &&
    entente_text_actors_get (self->actors, party->actor)->kind != ENTENTE_ACTOR_UNNAMED_ROLE;
  suggestion->naming = is_named ? ENTENTE_NAMING_NAMED : get_naming (self, party);
  if (party->actor != ENTENTE_PARTY_UNNAMED && suggestion->naming != ENTENTE_NAMING_ANONYMOUS)
    suggestion->speaker = (int) party->actor;
  else
    suggestion->speaker_words = entente_text_tokens_dup (self->tokens, party->first, party->last);
}

static void
add_suggestion (EntenteReader *self, EntenteTextMap *map, const EntenteTextMove *move)
{
  EntenteSuggestion *suggestion = g_new0 (EntenteSuggestion, 1);
  const EntenteSentenceSpan *sentence =
    &g_array_index (self->tokens->sentences, EntenteSentenceSpan, move->sentence);
  gboolean is_mutual = move->is_mutual && move->who->len + move->to->len >= 2;

  suggestion->id = self->made->suggestions->len + 1;
  suggestion->rank = move->rank;
  suggestion->span = make_span (self, map, move->start, move->end);
  suggestion->sentence = make_span (self, map, sentence->start, sentence->end);
  suggestion->kind = move->kind;
  suggestion->mode = move->mode;
  suggestion->stance = move->stance;
  suggestion->hedge = move->hedge;
  suggestion->parties = g_ptr_array_new_with_free_func (free_party);
  add_parties (self,
               map,
               suggestion,
               move->who,
               is_mutual ? ENTENTE_ROLE_PARTICIPANT : ENTENTE_ROLE_INITIATOR);
  add_parties (self,
               map,
               suggestion,
               move->to,
               is_mutual ? ENTENTE_ROLE_PARTICIPANT : ENTENTE_ROLE_ADDRESSEE);
  set_speaker (self, suggestion, move);
  suggestion->when = entente_reader_date_move (self, move, &suggestion->when_reason);
  suggestion->telling = entente_reader_tell_move (self, move, suggestion);
  suggestion->kind_reason = explain_kind (self, move);
  suggestion->reason = explain (suggestion);
  g_ptr_array_add (self->made->suggestions, suggestion);
}

/* ---- the whole ---- */

static guint
count_title_tokens (const EntenteReader *self)
{
  guint n = 0;

  if (self->text.length <= self->text.title_length)
    return 0; /* a title alone is read as what it says */
  while (n < self->tokens->tokens->len &&
         entente_text_tokens_get (self->tokens, n)->start < self->text.title_length)
    n++;
  return n;
}

static gboolean
read_all (EntenteReader *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (EntenteTextMap) map =
    entente_text_map_new (self->input->text, (gssize) self->input->length);
  guint n_title;

  self->made->times = entente_text_times_read (self->input->text,
                                               self->input->length,
                                               self->input->structure,
                                               self->input->published,
                                               cancellable,
                                               error);
  if (!self->made->times || g_cancellable_is_cancelled (cancellable))
    return FALSE;
  self->tokens = entente_text_tokens_new (self->text.text, (gssize) self->text.length, cancellable);
  if (!self->tokens)
    return FALSE;
  n_title = count_title_tokens (self);
  self->actors = entente_text_actors_read (self->tokens,
                                           n_title,
                                           self->input->names,
                                           self->input->n_names,
                                           cancellable);
  if (!self->actors)
    return FALSE;
  entente_text_actors_refuse (self->actors, self->input->refused);
  self->clauses =
    entente_clauses_new_learnt (self->tokens, self->actors, self->learnt, cancellable);
  if (!self->clauses)
    return FALSE;
  self->moves = entente_text_moves_read (self->clauses, n_title, cancellable);
  if (!self->moves)
    return FALSE;
  index_times (self);
  copy_actors (self, map);
  for (guint i = 0; i < self->moves->moves->len && !g_cancellable_is_cancelled (cancellable); i++)
    add_suggestion (self, map, &g_array_index (self->moves->moves, EntenteTextMove, i));
  if (g_cancellable_is_cancelled (cancellable))
    return FALSE;
  entente_reader_link_answers (self);
  return TRUE;
}

EntenteArticleReading *
entente_reading_new (const EntenteReadingInput *input, GCancellable *cancellable, GError **error)
{
  EntenteReader self = { .input = input };
  gboolean done;

  self.learnt = entente_learnt_words_new (input->words, input->n_words);
  self.made = g_new0 (EntenteArticleReading, 1);
  self.made->actors = g_array_new (FALSE, TRUE, sizeof (EntenteReadingActor));
  g_array_set_clear_func (self.made->actors, clear_actor);
  self.made->mentions = g_array_new (FALSE, TRUE, sizeof (EntenteReadingMention));
  self.made->suggestions = g_ptr_array_new_with_free_func (free_suggestion);
  entente_reading_text_init (&self.text, input);
  done = read_all (&self, cancellable, error);
  if (!done)
    g_clear_pointer (&self.made, entente_reading_free);
  if (!done && error && !*error)
    g_cancellable_set_error_if_cancelled (cancellable, error);
  entente_text_moves_free (self.moves);
  entente_clauses_free (self.clauses);
  entente_text_actors_free (self.actors);
  entente_text_tokens_free (self.tokens);
  entente_learnt_words_free (self.learnt);
  g_clear_pointer (&self.time_tokens, g_array_unref);
  entente_reading_text_clear (&self.text);
  return self.made;
}

void
entente_reading_free (EntenteArticleReading *reading)
{
  if (!reading)
    return;
  g_clear_pointer (&reading->times, g_array_unref);
  g_array_unref (reading->actors);
  g_array_unref (reading->mentions);
  g_ptr_array_unref (reading->suggestions);
  g_free (reading);
}

const char *
entente_reading_explain (const EntenteReadingMention *mention)
{
  return _ (mention->reason);
}
