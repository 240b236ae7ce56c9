/* What words that a person chose propose. They are read with the whole article around them: names
 * that were written out before, pronouns, dates that lean on others and whoever is quoted are known
 * from there.
 */

#include "config.h"

#include "entente-event-guess.h"
#include "entente-proposals-private.h"

#include <glib/gi18n-lib.h>

#define MAX_PARTIES 4

/* ---- which proposal ---- */

static gint64
get_common (gint64 start, gint64 end, gint64 other_start, gint64 other_end)
{
  return MAX (MIN (end, other_end) - MAX (start, other_start), 0);
}

/* By how much its clause and the words agree; a move whose words are chosen whole comes before one
 * that is cut. 0: the move is not told by them. */
static double
measure (const EntenteProposal *proposal, gint64 start, gint64 end)
{
  const EntenteReadingSpan *span = &proposal->suggestion->span;
  gint64 told = get_common (start, end, span->start_char, span->end_char);
  gint64 common = get_common (start, end, proposal->start, proposal->end);
  gint64 all = MAX (end, proposal->end) - MIN (start, proposal->start);

  if (told == 0)
    return 0;
  return (told == span->end_char - span->start_char ? 1 : 0) + (double) common / (double) all;
}

/* The proposal whose move these words tell best; G_MAXUINT when they tell none. */
static guint
find_told (const EntenteProposals *self, gint64 start, gint64 end)
{
  guint best = G_MAXUINT;
  double most = 0;

  for (guint i = 0; i < entente_proposals_get_n (self); i++) {
    double measured = measure (entente_proposals_get (self, i), start, end);

    if (measured > most) {
      most = measured;
      best = i;
    }
  }
  return best;
}

/* ---- kinds ---- */

static void
add_kind (GPtrArray *kinds, const char *id)
{
  for (guint i = 0; i < kinds->len; i++)
    if (g_str_equal (kinds->pdata[i], id))
      return;
  g_ptr_array_add (kinds, (gpointer) id);
}

/* That of the best proposal, those of others that the words tell too, and what single words of them
 * may mean. */
static GPtrArray *
list_kinds (const EntenteProposals *self, guint best, gint64 start, gint64 end, const char *words)
{
  GPtrArray *kinds = g_ptr_array_new ();
  g_autofree const char **guesses = entente_event_guess_kinds (words);

  if (best != G_MAXUINT)
    add_kind (kinds, entente_proposals_get (self, best)->suggestion->kind);
  for (guint i = 0; i < entente_proposals_get_n (self); i++)
    if (measure (entente_proposals_get (self, i), start, end) > 0)
      add_kind (kinds, entente_proposals_get (self, i)->suggestion->kind);
  for (guint i = 0; guesses[i] != NULL; i++)
    add_kind (kinds, guesses[i]);
  return kinds;
}

/* ---- the words in their sentence ---- */

typedef struct {
  gint64 start, end; /* the words, in code points */
  const char *first, *last; /* the same in the text */
  const char *sentence, *sentence_end;
} Place;

static gboolean
is_end (const char *at)
{
  return *at == '\n' ||
         ((*at == '.' || *at == '!' || *at == '?') && (at[1] == ' ' || at[1] == '\n'));
}

static Place
find_place (const char *text, gint64 start, gint64 end)
{
  Place place = { .start = start, .end = end };

  place.first = g_utf8_offset_to_pointer (text, start);
  place.last = g_utf8_offset_to_pointer (place.first, end - start);
  place.sentence = place.first;
  place.sentence_end = place.last;
  while (place.sentence > text && !is_end (place.sentence - 1))
    place.sentence--;
  while (*place.sentence_end != '\0' && !is_end (place.sentence_end))
    place.sentence_end++;
  return place;
}

/* ---- when ---- */

/* The first one that reaches into these bytes of the text. */
static EntenteDate *
find_time (const EntenteProposals *self, const char *first, const char *last, char **reason)
{
  const char *text = self->detail->revision->text;
  gsize start = (gsize) (first - text), end = (gsize) (last - text);

  for (guint i = 0; i < self->reading->times->len; i++) {
    const EntenteTextTime *time = &g_array_index (self->reading->times, EntenteTextTime, i);

    if (time->start >= end)
      break;
    if (time->end <= start || time->date == NULL || time->is_cited)
      continue;
    *reason = g_strdup (time->reason);
    return entente_text_times_make_date (self->reading->times, i, text);
  }
  return NULL;
}

EntenteDate *
entente_proposals_find_date (const EntenteProposals *self, gint64 start, gint64 end, char **reason)
{
  Place place;

  *reason = NULL;
  if (self->detail->revision == NULL || self->detail->revision->text == NULL)
    return NULL;
  place = find_place (self->detail->revision->text, start, end);
  return find_time (self, place.first, place.last, reason);
}

/* Told on or before the day of publication, if nothing else is known. */
static EntenteDate *
make_bounded (const EntenteProposals *self, char **reason)
{
  const EntenteDate *published = self->detail->article->published;
  g_autoptr (EntenteDate) open = entente_date_new_undated ();
  g_autoptr (EntenteDate) bounded = NULL;

  if (published == NULL || !entente_date_is_dated (published) ||
      published->points.latest_end == ENTENTE_TIME_MAX)
    return NULL;
  *reason = g_strdup (_ ("told on or before the day of publication"));
  bounded =
    entente_date_with_bounds (open, ENTENTE_TIME_MIN, published->points.latest_end, *reason);
  return entente_date_with_basis (bounded, ENTENTE_BASIS_BOUND_PUBLICATION);
}

static EntenteDate *
find_when (const EntenteProposals *self, const Place *place, char **reason)
{
  EntenteDate *date = find_time (self, place->first, place->last, reason);

  if (date == NULL)
    date = find_time (self, place->sentence, place->sentence_end, reason);
  return date != NULL ? date : make_bounded (self, reason);
}

/* ---- who ---- */

/* Names of the words, with the number of who is meant, from 1, for an id. */
static GArray *
list_names (const EntenteProposals *self, const Place *place, GPtrArray *texts)
{
  const char *text = self->detail->revision->text;
  GArray *names = g_array_new (FALSE, FALSE, sizeof (EntenteActorName));

  for (guint i = 0; i < self->reading->mentions->len; i++) {
    const EntenteReadingMention *mention =
      &g_array_index (self->reading->mentions, EntenteReadingMention, i);
    EntenteActorName name = { mention->actor + 1, NULL };

    if (mention->span.start_char < place->start || mention->span.end_char > place->end)
      continue;
    g_ptr_array_add (
      texts,
      g_strndup (text + mention->span.start, mention->span.end - mention->span.start));
    name.name = texts->pdata[texts->len - 1];
    g_array_append_val (names, name);
  }
  return names;
}

static void
free_party (gpointer data)
{
  EntenteReadingParty *party = data;

  g_free (party->words);
  g_free (party);
}

static GPtrArray *
list_parties (const EntenteProposals *self, const Place *place, const char *words)
{
  GPtrArray *parties = g_ptr_array_new_with_free_func (free_party);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) names = list_names (self, place, texts);
  g_autoptr (GArray) found =
    entente_event_guess_actors ((const EntenteActorName *) (gpointer) names->data,
                                names->len,
                                words);
  gboolean has_lead = FALSE;

  for (guint i = 0; i < MIN (found->len, MAX_PARTIES); i++) {
    const EntenteActorGuess *guess = &g_array_index (found, EntenteActorGuess, i);
    EntenteReadingParty *party = g_new0 (EntenteReadingParty, 1);

    party->actor = (int) guess->actor - 1;
    party->role = guess->is_addressed || has_lead ? ENTENTE_ROLE_ADDRESSEE : ENTENTE_ROLE_INITIATOR;
    has_lead |= party->role == ENTENTE_ROLE_INITIATOR;
    g_ptr_array_add (parties, party);
  }
  return parties;
}

/* ---- who says so ---- */

/* What is told of the voice of a sentence by another move in it. */
static void
take_voice (const EntenteProposals *self, const Place *place, EntenteSuggestion *suggestion)
{
  suggestion->speaker = -1;
  for (guint i = 0; i < self->reading->suggestions->len; i++) {
    const EntenteSuggestion *other = self->reading->suggestions->pdata[i];

    if (other->sentence.start_char > place->start || other->sentence.end_char <= place->start ||
        (other->speaker < 0 && other->speaker_words == NULL && other->hedge == ENTENTE_HEDGE_NONE))
      continue;
    suggestion->speaker = other->speaker;
    suggestion->speaker_words = other->speaker_words;
    suggestion->naming = other->naming;
    suggestion->hedge = other->hedge;
    return;
  }
}

/* ---- the whole ---- */

/* No move is told by them, as far as anybody can read. */
static void
propose_unread (const EntenteProposals *self, const Place *place, EntenteProposed *proposed)
{
  const char *text = self->detail->revision->text;
  g_autofree char *words = g_strndup (place->first, (gsize) (place->last - place->first));
  EntenteSuggestion suggestion = { 0 };

  suggestion.kind = proposed->kinds->len > 0 ? proposed->kinds->pdata[0] : NULL;
  suggestion.span = (EntenteReadingSpan){ (gsize) (place->first - text),
                                          (gsize) (place->last - text),
                                          place->start,
                                          place->end };
  suggestion.sentence = suggestion.span;
  suggestion.parties = list_parties (self, place, words);
  suggestion.when = find_when (self, place, &suggestion.when_reason);
  take_voice (self, place, &suggestion);
  if (suggestion.kind != NULL)
    suggestion.kind_reason =
      g_strdup_printf (_ ("a word in it may tell of: %s"),
                       entente_kind_get_label (entente_kind_find (suggestion.kind)));
  entente_proposals_propose_suggestion (self, &suggestion, place->start, place->end, proposed);
  g_ptr_array_unref (suggestion.parties);
  g_clear_pointer (&suggestion.when, entente_date_unref);
  g_free (suggestion.when_reason);
  g_free (suggestion.kind_reason);
}

void
entente_proposals_propose_words (const EntenteProposals *self,
                                 gint64 start,
                                 gint64 end,
                                 EntenteProposed *proposed)
{
  const char *text = self->detail->revision->text;
  Place place = find_place (text, start, end);
  g_autofree char *words = g_strndup (place.first, (gsize) (place.last - place.first));
  guint best = find_told (self, start, end);

  proposed->kinds = list_kinds (self, best, start, end, words);
  if (best == G_MAXUINT) {
    propose_unread (self, &place, proposed);
    return;
  }
  entente_proposals_propose_suggestion (self,
                                        entente_proposals_get (self, best)->suggestion,
                                        start,
                                        end,
                                        proposed);
  proposed->is_told = TRUE;
  proposed->same = entente_proposals_get (self, best)->same;
  proposed->links = entente_proposals_list_links (self, best);
}
