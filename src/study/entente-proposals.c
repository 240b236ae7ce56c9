/* Proposals are the suggestions of a reading held against what the article already carries and what
 * was rejected.
 *
 * The words of a proposal are those of the move with the nearest mention of each party in its
 * sentence, as far as no other move stands between. Reading is the costly part, so it is kept as
 * long as nothing that it was given has changed.
 */

#include "config.h"

#include "entente-proposals-private.h"

#include "entente-passage-words.h"
#include "entente-study-records.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const EntenteSuggestion *
get_suggestion (const EntenteProposals *self, guint index)
{
  return g_ptr_array_index (self->reading->suggestions, index);
}

/* ---- what is given to the reading ---- */

static void
add_name (GArray *names, const EntenteActor *actor, const char *alias)
{
  EntenteKnownName name = { actor->record.id, (EntenteActorKind) actor->kind, actor->name, alias };

  if (alias != NULL && *alias != '\0')
    g_array_append_val (names, name);
}

static GArray *
list_names (const EntenteChronicle *chronicle)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (EntenteKnownName));

  for (guint32 i = 0; i < entente_chronicle_get_n_actors (chronicle); i++) {
    const EntenteActor *actor = entente_chronicle_get_actor (chronicle, i);
    guint n;
    const EntenteAlias *const *aliases = entente_chronicle_get_aliases (chronicle, i, &n);

    add_name (names, actor, actor->name);
    add_name (names, actor, actor->short_label);
    for (guint j = 0; j < n; j++)
      add_name (names, actor, aliases[j]->text);
  }
  return names;
}

static GArray *
list_notes (const EntenteArticleDetail *detail)
{
  GArray *notes = g_array_new (FALSE, FALSE, sizeof (EntenteReadingNote));

  for (guint i = 0; i < detail->footnotes->len; i++) {
    const EntenteFootnote *footnote = g_ptr_array_index (detail->footnotes, i);
    EntenteReadingNote note = { footnote->marker, footnote->cited_date };

    if (footnote->marker != NULL && footnote->cited_date != NULL)
      g_array_append_val (notes, note);
  }
  return notes;
}

static GArray *
list_words (const GPtrArray *lexicon)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (EntenteLearntWord));

  for (guint i = 0; i < lexicon->len; i++) {
    const EntenteLexicon *learnt = g_ptr_array_index (lexicon, i);
    EntenteLearntWord word = { learnt->text, learnt->kind };

    if (learnt->actor == ENTENTE_ID_NONE)
      g_array_append_val (words, word);
  }
  return words;
}

static GPtrArray *
list_refused (const GPtrArray *rejections)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < rejections->len; i++) {
    const EntenteRejection *rejection = g_ptr_array_index (rejections, i);

    if (g_strcmp0 (rejection->kind, ENTENTE_REJECTION_ACTOR) == 0 && rejection->quote != NULL)
      g_ptr_array_add (names, rejection->quote);
  }
  g_ptr_array_add (names, NULL);
  return names;
}

static void
add_text (GChecksum *sum, const char *text)
{
  if (text != NULL)
    g_checksum_update (sum, (const guchar *) text, (gssize) strlen (text));
  g_checksum_update (sum, (const guchar *) "", 1);
}

static char *
make_fingerprint (const EntenteReadingInput *input, EntenteId revision)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (sum, (const guchar *) &revision, sizeof revision);
  add_text (sum, input->published != NULL ? input->published->edtf : NULL);
  for (guint i = 0; i < input->n_notes; i++) {
    add_text (sum, input->notes[i].marker);
    add_text (sum, input->notes[i].cited->edtf);
  }
  for (guint i = 0; i < input->n_names; i++) {
    g_checksum_update (sum, (const guchar *) &input->names[i].actor, sizeof input->names[i].actor);
    g_checksum_update (sum, (const guchar *) &input->names[i].kind, sizeof input->names[i].kind);
    add_text (sum, input->names[i].name);
    add_text (sum, input->names[i].alias);
  }
  for (guint i = 0; i < input->n_words; i++) {
    add_text (sum, input->words[i].text);
    add_text (sum, input->words[i].kind);
  }
  for (guint i = 0; input->refused[i] != NULL; i++)
    add_text (sum, input->refused[i]);
  return g_strdup (g_checksum_get_string (sum));
}

static void
free_reading (gpointer data)
{
  entente_reading_free (*(EntenteArticleReading **) data);
}

static gboolean
read_text (EntenteProposals *self,
           const GPtrArray *rejections,
           const GPtrArray *lexicon,
           const EntenteProposals *before,
           GCancellable *cancellable,
           GError **error)
{
  const EntenteRevision *revision = self->detail->revision;
  g_autoptr (GArray) names = list_names (self->chronicle);
  g_autoptr (GArray) notes = list_notes (self->detail);
  g_autoptr (GArray) words = list_words (lexicon);
  g_autoptr (GPtrArray) refused = list_refused (rejections);
  const EntenteDate *published = self->detail->article->published;
  const char *text = revision != NULL && revision->text != NULL ? revision->text : "";
  const EntenteReadingInput input = {
    .text = text,
    .length = strlen (text),
    .published = published != NULL && entente_date_is_dated (published) ? published : NULL,
    .names = (const EntenteKnownName *) (gpointer) names->data,
    .n_names = names->len,
    .notes = (const EntenteReadingNote *) (gpointer) notes->data,
    .n_notes = notes->len,
    .words = (const EntenteLearntWord *) (gpointer) words->data,
    .n_words = words->len,
    .refused = (const char *const *) refused->pdata,
  };

  self->fingerprint =
    make_fingerprint (&input, revision != NULL ? revision->record.id : ENTENTE_ID_NONE);
  if (before != NULL && g_str_equal (before->fingerprint, self->fingerprint)) {
    self->reading = before->reading;
    self->read = g_atomic_rc_box_acquire (before->read);
    return TRUE;
  }
  self->reading = entente_reading_new (&input, cancellable, error);
  if (self->reading == NULL)
    return FALSE;
  self->read = g_atomic_rc_box_dup (sizeof self->reading, &self->reading);
  return TRUE;
}

/* ---- the words ---- */

static gboolean
is_party (const EntenteSuggestion *suggestion, guint actor)
{
  for (guint i = 0; i < suggestion->parties->len; i++)
    if (((EntenteReadingParty *) g_ptr_array_index (suggestion->parties, i))->actor == (int) actor)
      return TRUE;
  return FALSE;
}

/* Suggestions stand in the order of their sentences: takes the next one of the same sentence, @step
 * 1 or -1 away. */
static const EntenteSuggestion *
get_neighbour (const EntenteProposals *self, guint index, int step, guint n)
{
  gint64 other = (gint64) index + step * (gint64) n;
  const EntenteSuggestion *suggestion;

  if (other < 0 || other >= (gint64) self->reading->suggestions->len)
    return NULL;
  suggestion = get_suggestion (self, (guint) other);
  return suggestion->sentence.start == get_suggestion (self, index)->sentence.start ? suggestion
                                                                                    : NULL;
}

/* The part of its sentence in which no other move is told. */
static void
find_room (const EntenteProposals *self, guint index, gint64 *start, gint64 *end)
{
  const EntenteSuggestion *own = get_suggestion (self, index), *other;

  *start = own->sentence.start_char;
  *end = own->sentence.end_char;
  for (int step = -1; step <= 1; step += 2) {
    for (guint n = 1; (other = get_neighbour (self, index, step, n)) != NULL; n++) {
      if (other->span.end_char <= own->span.start_char)
        *start = MAX (*start, other->span.end_char);
      else if (other->span.start_char >= own->span.end_char)
        *end = MIN (*end, other->span.start_char);
    }
  }
}

guint
entente_proposals_find_mention (const EntenteProposals *self, gint64 position)
{
  const GArray *mentions = self->reading->mentions;
  guint low = 0, high = mentions->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (g_array_index (mentions, EntenteReadingMention, middle).span.start_char < position)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Those who are only words, "Western diplomats", stand where their words are. */
static void
include_unnamed (const EntenteSuggestion *suggestion,
                 gint64 start,
                 gint64 end,
                 EntenteProposal *proposal)
{
  for (guint i = 0; i < suggestion->parties->len; i++) {
    const EntenteReadingParty *party = g_ptr_array_index (suggestion->parties, i);

    if (party->span.end_char <= party->span.start_char || party->span.start_char < start ||
        party->span.end_char > end)
      continue;
    proposal->start = MIN (proposal->start, party->span.start_char);
    proposal->end = MAX (proposal->end, party->span.end_char);
  }
}

static void
find_words (const EntenteProposals *self, guint index, EntenteProposal *proposal)
{
  const EntenteSuggestion *suggestion = get_suggestion (self, index);
  const GArray *mentions = self->reading->mentions;
  gint64 start, end;

  find_room (self, index, &start, &end);
  proposal->start = suggestion->span.start_char;
  proposal->end = suggestion->span.end_char;
  include_unnamed (suggestion, start, end, proposal);
  for (guint i = entente_proposals_find_mention (self, start); i < mentions->len; i++) {
    const EntenteReadingMention *mention = &g_array_index (mentions, EntenteReadingMention, i);

    if (mention->span.end_char > end)
      break;
    if (!is_party (suggestion, mention->actor))
      continue;
    proposal->start = MIN (proposal->start, mention->span.start_char);
    proposal->end = MAX (proposal->end, mention->span.end_char);
  }
}

/* ---- what became of them ---- */

static void
make_proposals (EntenteProposals *self, const GPtrArray *rejections)
{
  g_autoptr (EntenteDecided) decided = NULL;

  if (self->reading->suggestions->len == 0)
    return;
  decided = entente_decided_new (self, rejections);
  for (guint i = 0; i < self->reading->suggestions->len; i++) {
    EntenteProposal proposal = { .suggestion = get_suggestion (self, i) };

    find_words (self, i, &proposal);
    g_array_append_val (self->proposals, proposal);
  }
  entente_decided_find_events (decided, self->proposals);
  entente_decided_find_rejections (decided, self);
  for (guint i = 0; i < self->proposals->len; i++) {
    EntenteProposal *proposal = &g_array_index (self->proposals, EntenteProposal, i);

    if (entente_proposal_is_open (proposal))
      entente_proposals_find_same (self, proposal);
  }
}

EntenteProposals *
entente_proposals_new (EntenteArticleDetail *detail,
                       const GPtrArray *rejections,
                       const GPtrArray *lexicon,
                       EntenteChronicle *chronicle,
                       EntenteProposals *before,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (EntenteProposals) self = g_new0 (EntenteProposals, 1);

  g_atomic_ref_count_init (&self->refs);
  self->detail = entente_article_detail_ref (detail);
  self->chronicle = entente_chronicle_ref (chronicle);
  self->proposals = g_array_new (FALSE, TRUE, sizeof (EntenteProposal));
  self->rejected = g_array_new (FALSE, FALSE, sizeof (EntenteRejected));
  if (!read_text (self, rejections, lexicon, before, cancellable, error))
    return NULL;
  make_proposals (self, rejections);
  return g_steal_pointer (&self);
}

EntenteProposals *
entente_proposals_ref (EntenteProposals *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
entente_proposals_unref (EntenteProposals *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  entente_article_detail_unref (self->detail);
  entente_chronicle_unref (self->chronicle);
  if (self->read != NULL)
    g_atomic_rc_box_release_full (self->read, free_reading);
  g_free (self->fingerprint);
  g_array_unref (self->proposals);
  g_array_unref (self->rejected);
  g_free (self);
}

/* ---- looking ---- */

EntenteId
entente_proposals_get_revision (const EntenteProposals *self)
{
  return self->detail->revision != NULL ? self->detail->revision->record.id : ENTENTE_ID_NONE;
}

const EntenteArticleReading *
entente_proposals_get_reading (const EntenteProposals *self)
{
  return self->reading;
}

guint
entente_proposals_get_n (const EntenteProposals *self)
{
  return self->proposals->len;
}

const EntenteProposal *
entente_proposals_get (const EntenteProposals *self, guint index)
{
  return &g_array_index (self->proposals, EntenteProposal, index);
}

gboolean
entente_proposal_is_open (const EntenteProposal *proposal)
{
  return proposal->event == ENTENTE_ID_NONE && proposal->rejection == ENTENTE_ID_NONE;
}

/* The text from @start to the end of the proposal. */
static char *
dup_from (const EntenteProposals *self, const EntenteProposal *proposal, gint64 start)
{
  const EntenteReadingSpan *span = &proposal->suggestion->span;
  const char *at = self->detail->revision->text + span->start;
  const char *first = g_utf8_offset_to_pointer (at, start - span->start_char);
  const char *end = g_utf8_offset_to_pointer (at, proposal->end - span->start_char);

  return g_strndup (first, (gsize) (end - first));
}

char *
entente_proposals_dup_words (const EntenteProposals *self, guint index)
{
  const EntenteProposal *proposal = entente_proposals_get (self, index);

  return dup_from (self, proposal, proposal->start);
}

char *
entente_proposals_dup_phrase (const EntenteProposals *self, guint index)
{
  const EntenteProposal *proposal = entente_proposals_get (self, index);

  return dup_from (self, proposal, proposal->suggestion->span.start_char);
}

static const char *
get_party_name (const EntenteProposals *self, const EntenteReadingParty *party)
{
  return party->actor >= 0
           ? g_array_index (self->reading->actors, EntenteReadingActor, party->actor).name
           : party->words;
}

static void
append_parties (const EntenteProposals *self,
                GString *out,
                const EntenteSuggestion *suggestion,
                gboolean addressed)
{
  for (guint i = 0; i < suggestion->parties->len; i++) {
    const EntenteReadingParty *party = g_ptr_array_index (suggestion->parties, i);

    if ((party->role == ENTENTE_ROLE_ADDRESSEE) != addressed)
      continue;
    if (out->len > 0)
      g_string_append (out, ", ");
    g_string_append (out, get_party_name (self, party));
  }
}

static char *
describe_parties (const EntenteProposals *self, const EntenteSuggestion *suggestion)
{
  g_autoptr (GString) who = g_string_new (NULL);
  g_autoptr (GString) whom = g_string_new (NULL);

  append_parties (self, who, suggestion, FALSE);
  append_parties (self, whom, suggestion, TRUE);
  if (whom->len == 0)
    return who->len > 0 ? g_strdup (who->str) : NULL;
  return who->len > 0 ? g_strdup_printf (_ ("%s to %s"), who->str, whom->str)
                      : g_strdup_printf (_ ("to %s"), whom->str);
}

char *
entente_proposals_describe (const EntenteProposals *self, guint index)
{
  const EntenteSuggestion *suggestion = entente_proposals_get (self, index)->suggestion;
  const EntenteKind *kind = entente_kind_find (suggestion->kind);
  g_autofree char *label = entente_label_capitalise (entente_kind_get_label (kind));
  g_autofree char *parties = describe_parties (self, suggestion);
  g_autofree char *when =
    suggestion->when != NULL ? entente_date_format (suggestion->when) : g_strdup (_ ("undated"));
  guint n_readings = suggestion->when != NULL && suggestion->when->readings != NULL
                       ? suggestion->when->readings->len
                       : 0;

  if (n_readings > 1) {
    g_free (when);
    when = g_strdup_printf (ngettext ("%u reading", "%u readings", n_readings), n_readings);
  }
  return parties != NULL ? g_strdup_printf ("%s · %s · %s", label, parties, when)
                         : g_strdup_printf ("%s · %s", label, when);
}

char *
entente_proposals_dup_passage_words (const EntenteProposals *self, const EntentePassage *passage)
{
  return entente_passage_dup_words (passage, self->detail->footnotes);
}
