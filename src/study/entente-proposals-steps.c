/* From proposals to steps. What a proposal says becomes records, in one place for forms, for
 * accepting and for accepting many; actors that the study does not know are made first.
 */

#include "config.h"

#include "entente-commands-private.h"
#include "entente-event-guess.h"
#include "entente-proposals-private.h"

#include <glib/gi18n-lib.h>

#define NEAR_CHARS 64 /* more than a passage keeps of what stands round it */

/* ---- records of a proposal ---- */

static gboolean
has_part (const GPtrArray *parts, EntenteId actor, int role)
{
  for (guint i = 0; i < parts->len; i++) {
    const EntenteParticipation *part = g_ptr_array_index (parts, i);

    if (part->actor == actor && part->role == role)
      return TRUE;
  }
  return FALSE;
}

static GPtrArray *
make_parts (EntenteProposedActors *actors, const EntenteSuggestion *suggestion)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (entente_record_unref);

  for (guint i = 0; i < suggestion->parties->len; i++) {
    const EntenteReadingParty *party = g_ptr_array_index (suggestion->parties, i);
    EntenteId actor = entente_proposed_actors_get_party (actors, party);
    EntenteParticipation *part;

    if (actor == ENTENTE_ID_NONE || has_part (parts, actor, (int) party->role))
      continue;
    part = entente_participation_new ();
    part->actor = actor;
    part->role = (int) party->role;
    g_ptr_array_add (parts, part);
  }
  return parts;
}

static EntenteEvent *
make_event (const EntenteSuggestion *suggestion, gint64 start, const char *words)
{
  EntenteEvent *event = entente_event_new ();

  g_free (event->kind);
  event->kind = g_strdup (suggestion->kind);
  event->title =
    entente_event_guess_title (suggestion->telling != NULL ? suggestion->telling : words);
  event->when = suggestion->when != NULL ? entente_date_ref (suggestion->when) : NULL;
  event->mode = (int) suggestion->mode;
  event->telling = start;
  return event;
}

static EntenteClaim *
make_claim (EntenteProposedActors *actors, const EntenteSuggestion *suggestion)
{
  EntenteClaim *claim = entente_claim_new ();

  claim->speaker = entente_proposed_actors_get (actors, suggestion->speaker);
  claim->speaker_class = g_strdup (suggestion->speaker_words);
  claim->naming = (int) suggestion->naming;
  claim->stance = (int) suggestion->stance;
  claim->hedge = (int) suggestion->hedge;
  return claim;
}

/* Cut out of the neighbourhood, so that it costs no walk from the beginning of the text. @near
 * stands next to [start, end). */
static EntentePassage *
make_passage (const EntenteProposals *self,
              const EntenteReadingSpan *near,
              gint64 start,
              gint64 end)
{
  const EntenteRevision *revision = self->detail->revision;
  gint64 before = MIN (start, NEAR_CHARS);
  const char *first =
    g_utf8_offset_to_pointer (revision->text + near->start, start - before - near->start_char);
  const char *last = first;
  g_autofree char *around = NULL;
  EntentePassage *passage;

  for (gint64 n = before + end - start + NEAR_CHARS; n > 0 && *last; n--)
    last = g_utf8_next_char (last);
  around = g_strndup (first, (gsize) (last - first));
  passage =
    entente_passage_new_from_text (revision->record.id, around, before, before + end - start);
  passage->start = start;
  passage->end = end;
  return passage;
}

/* "“he” is Zamir Kabulov: stands for what was named before" */
static void
explain_mention (const EntenteProposals *self,
                 const EntenteReadingMention *mention,
                 GString *reasons)
{
  const char *name =
    g_array_index (self->reading->actors, EntenteReadingActor, mention->actor).name;
  g_autofree char *words = g_strndup (self->detail->revision->text + mention->span.start,
                                      mention->span.end - mention->span.start);

  if (reasons->len > 0)
    g_string_append (reasons, "; ");
  if (g_str_equal (words, name))
    g_string_append_printf (reasons, "“%s”: ", words);
  else
    g_string_append_printf (reasons, _ ("“%s” is %s: "), words, name);
  g_string_append (reasons, entente_reading_explain (mention));
}

/* Why these take part: by the first words of the sentence that name each. */
static char *
explain_who (const EntenteProposals *self, const EntenteSuggestion *suggestion)
{
  g_autoptr (GString) reasons = g_string_new (NULL);
  const GArray *mentions = self->reading->mentions;

  for (guint i = 0; i < suggestion->parties->len; i++) {
    int actor = ((EntenteReadingParty *) suggestion->parties->pdata[i])->actor;

    for (guint j = entente_proposals_find_mention (self, suggestion->sentence.start_char);
         actor >= 0 && j < mentions->len;
         j++) {
      const EntenteReadingMention *mention = &g_array_index (mentions, EntenteReadingMention, j);

      if (mention->span.start_char >= suggestion->sentence.end_char)
        break;
      if (mention->actor == (guint) actor) {
        explain_mention (self, mention, reasons);
        break;
      }
    }
  }
  return reasons->len > 0 ? g_strdup (reasons->str) : NULL;
}

static void
propose (const EntenteProposals *self,
         const EntenteSuggestion *suggestion,
         gint64 start,
         gint64 end,
         EntenteProposedActors *actors,
         EntenteProposed *proposed)
{
  proposed->passage = make_passage (self, &suggestion->span, start, end);
  proposed->event = make_event (suggestion, start, proposed->passage->quote);
  proposed->parts = make_parts (actors, suggestion);
  proposed->claim = make_claim (actors, suggestion);
}

void
entente_proposals_propose_suggestion (const EntenteProposals *self,
                                      const EntenteSuggestion *suggestion,
                                      gint64 start,
                                      gint64 end,
                                      EntenteProposed *proposed)
{
  g_autoptr (EntenteProposedActors) actors = entente_proposed_actors_new (self);

  propose (self, suggestion, start, end, actors, proposed);
  proposed->actors = g_ptr_array_ref (entente_proposed_actors_get_fresh (actors));
  proposed->what_reason = g_strdup (suggestion->kind_reason);
  proposed->when_reason = g_strdup (suggestion->when_reason);
  proposed->who_reason = explain_who (self, suggestion);
}

void
entente_proposals_propose (const EntenteProposals *self, guint index, EntenteProposed *proposed)
{
  const EntenteProposal *proposal = entente_proposals_get (self, index);

  entente_proposals_propose_suggestion (self,
                                        proposal->suggestion,
                                        proposal->start,
                                        proposal->end,
                                        proposed);
  proposed->kinds = g_ptr_array_new ();
  g_ptr_array_add (proposed->kinds, (gpointer) proposal->suggestion->kind);
  proposed->links = entente_proposals_list_links (self, index);
  proposed->same = proposal->same;
  proposed->is_told = TRUE;
}

/* Only what the words tell as a move has a kind to differ, and only what they say of time a date.
 */
EntenteClaim *
entente_proposed_make_claim (const EntenteProposed *proposed,
                             const EntenteChronicle *chronicle,
                             EntenteId event)
{
  EntenteClaim *claim = entente_claim_copy (proposed->claim);
  guint row = entente_chronicle_find_row (chronicle, event);

  claim->event = event;
  if (row != ENTENTE_NO_INDEX)
    entente_same_event_fill_claim (chronicle,
                                   row,
                                   claim,
                                   proposed->is_told ? entente_kind_find (proposed->event->kind)
                                                     : NULL,
                                   proposed->event->when,
                                   proposed->parts);
  return claim;
}

void
entente_proposed_clear (EntenteProposed *proposed)
{
  g_clear_pointer (&proposed->event, entente_event_unref);
  g_clear_pointer (&proposed->parts, g_ptr_array_unref);
  g_clear_pointer (&proposed->actors, g_ptr_array_unref);
  g_clear_pointer (&proposed->claim, entente_claim_unref);
  g_clear_pointer (&proposed->passage, entente_passage_unref);
  g_clear_pointer (&proposed->kinds, g_ptr_array_unref);
  g_clear_pointer (&proposed->links, g_ptr_array_unref);
  g_clear_pointer (&proposed->what_reason, g_free);
  g_clear_pointer (&proposed->when_reason, g_free);
  g_clear_pointer (&proposed->who_reason, g_free);
}

static gboolean
is_rejected (const EntenteProposal *proposal)
{
  return proposal->rejection != ENTENTE_ID_NONE;
}

/* Those of @indexes that a step is about, each once, so that what it is called counts what it does.
 */
static GArray *
list_wanted (const EntenteProposals *self,
             const guint *indexes,
             guint n,
             gboolean (*is_wanted) (const EntenteProposal *proposal))
{
  GArray *wanted = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *is_listed = g_new0 (gboolean, entente_proposals_get_n (self) + 1);

  for (guint i = 0; i < n; i++) {
    if (is_listed[indexes[i]] || !is_wanted (entente_proposals_get (self, indexes[i])))
      continue;
    is_listed[indexes[i]] = TRUE;
    g_array_append_val (wanted, indexes[i]);
  }
  return wanted;
}

/* ---- accepting ---- */

typedef struct {
  const EntenteProposals *proposals;
  EntenteProposedActors *actors;
  EntenteStep *step;
  EntenteId *events; /* of each proposal: the one that it is, or becomes */
  EntenteId *passages; /* of those that are entered now */
  gboolean as_new; /* whatever they are the same as */
} Entering;

/* Enters one as an event, or as a claim of the event that another article told. */
static void
enter (Entering *entering, guint index)
{
  const EntenteProposal *proposal = entente_proposals_get (entering->proposals, index);
  gboolean joins = proposal->same != ENTENTE_ID_NONE && !entering->as_new;
  g_auto (EntenteProposed) proposed = { .is_told = TRUE };
  g_autoptr (EntenteClaim) claim = NULL;
  g_autoptr (EntenteStep) step = NULL;

  propose (entering->proposals,
           proposal->suggestion,
           proposal->start,
           proposal->end,
           entering->actors,
           &proposed);
  claim =
    joins ? entente_proposed_make_claim (&proposed, entering->proposals->chronicle, proposal->same)
          : entente_claim_ref (proposed.claim);
  step = joins
           ? entente_commands_add_claim (claim, proposed.passage)
           : entente_commands_add_event (proposed.event, proposed.parts, claim, proposed.passage);
  for (guint i = 0; i < step->changes->len; i++)
    entente_step_insert (entering->step,
                         ((EntenteChange *) g_ptr_array_index (step->changes, i))->record);
  entering->events[index] = claim->event;
  entering->passages[index] = proposed.passage->record.id;
}

/* Once both ends are in the record, and one of them was not before. */
static void
link_answer (Entering *entering, guint index)
{
  guint other = entente_proposals_get_answered (entering->proposals, index);
  EntenteId from = entering->events[index], to;

  if (other == G_MAXUINT || from == ENTENTE_ID_NONE)
    return;
  to = entering->events[other];
  if (to == ENTENTE_ID_NONE ||
      (entering->passages[index] == ENTENTE_ID_NONE &&
       entering->passages[other] == ENTENTE_ID_NONE) ||
      entente_proposed_is_linked (entering->proposals->chronicle, from, to))
    return;
  entente_proposals_insert_link (entering->proposals,
                                 entering->step,
                                 index,
                                 from,
                                 to,
                                 entering->passages[index]);
}

EntenteStep *
entente_proposals_accept_watched (const EntenteProposals *self,
                                  const guint *indexes,
                                  guint n,
                                  gboolean as_new,
                                  EntenteId *events,
                                  EntenteWatch *watch)
{
  guint n_all = entente_proposals_get_n (self);
  g_autoptr (GArray) open = list_wanted (self, indexes, n, entente_proposal_is_open);
  g_autofree char *label =
    open->len == 1
      ? g_strdup (_ ("Accept suggestion"))
      : g_strdup_printf (ngettext ("Accept %u suggestion", "Accept %u suggestions", open->len),
                         open->len);
  g_autofree EntenteId *all = g_new0 (EntenteId, n_all + 1);
  g_autofree EntenteId *passages = g_new0 (EntenteId, n_all + 1);
  g_autoptr (EntenteProposedActors) actors = entente_proposed_actors_new (self);
  Entering entering = { self, actors, entente_step_new (label), all, passages, as_new };

  for (guint i = 0; i < n_all; i++)
    all[i] = entente_proposals_get (self, i)->event;
  for (guint i = 0; i < open->len && !g_cancellable_is_cancelled (watch->cancellable); i++) {
    enter (&entering, g_array_index (open, guint, i));
    g_atomic_int_inc (&watch->n_done);
  }
  for (guint i = 0; events != NULL && i < n; i++)
    events[i] = all[indexes[i]];
  for (guint i = 0; i < n_all; i++)
    link_answer (&entering, i);
  entente_commands_insert_first (entering.step, entente_proposed_actors_get_fresh (actors));
  if (g_cancellable_is_cancelled (watch->cancellable))
    g_clear_pointer (&entering.step, entente_step_free);
  return entering.step;
}

EntenteStep *
entente_proposals_accept (const EntenteProposals *self,
                          const guint *indexes,
                          guint n,
                          EntenteId *events)
{
  EntenteWatch watch = { NULL, 0 };

  return entente_proposals_accept_watched (self, indexes, n, FALSE, events, &watch);
}

EntenteStep *
entente_proposals_accept_new (const EntenteProposals *self,
                              const guint *indexes,
                              guint n,
                              EntenteId *events)
{
  EntenteWatch watch = { NULL, 0 };

  return entente_proposals_accept_watched (self, indexes, n, TRUE, events, &watch);
}

/* ---- rejecting ---- */

EntenteStep *
entente_proposals_reject (const EntenteProposals *self, const guint *indexes, guint n)
{
  g_autoptr (GArray) open = list_wanted (self, indexes, n, entente_proposal_is_open);
  g_autofree char *label =
    open->len == 1
      ? g_strdup (_ ("Reject suggestion"))
      : g_strdup_printf (ngettext ("Reject %u suggestion", "Reject %u suggestions", open->len),
                         open->len);
  EntenteStep *step = entente_step_new (label);

  for (guint i = 0; i < open->len; i++) {
    guint index = g_array_index (open, guint, i);
    const EntenteProposal *proposal = entente_proposals_get (self, index);
    g_autoptr (EntenteRejection) rejection = entente_rejection_new ();

    rejection->revision = entente_proposals_get_revision (self);
    rejection->start = proposal->suggestion->span.start_char;
    rejection->end = proposal->suggestion->span.end_char;
    rejection->kind = g_strdup (proposal->suggestion->kind);
    rejection->quote = entente_proposals_dup_words (self, index);
    entente_step_insert (step, rejection);
  }
  return step;
}

EntenteStep *
entente_proposals_refuse_name (const EntenteProposals *self,
                               const char *name,
                               gint64 start,
                               gint64 end)
{
  g_autoptr (EntenteRejection) rejection = entente_rejection_new ();
  EntenteStep *step = entente_step_new (_ ("Refuse name"));

  rejection->revision = entente_proposals_get_revision (self);
  rejection->start = start;
  rejection->end = end;
  rejection->kind = g_strdup (ENTENTE_REJECTION_ACTOR);
  rejection->quote = g_strdup (name);
  entente_step_insert (step, rejection);
  return step;
}

EntenteStep *
entente_proposals_reconsider (const EntenteProposals *self, const guint *indexes, guint n)
{
  g_autoptr (GArray) rejected = list_wanted (self, indexes, n, is_rejected);
  g_autofree char *label =
    rejected->len == 1
      ? g_strdup (_ ("Take back rejection"))
      : g_strdup_printf (
          ngettext ("Take back %u rejection", "Take back %u rejections", rejected->len),
          rejected->len);
  EntenteStep *step = entente_step_new (label);
  g_autofree gboolean *is_wanted = g_new0 (gboolean, entente_proposals_get_n (self) + 1);
  g_autoptr (GHashTable) deleted = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < rejected->len; i++)
    is_wanted[g_array_index (rejected, guint, i)] = TRUE;
  for (guint i = 0; i < self->rejected->len; i++) {
    EntenteRejected *one = &g_array_index (self->rejected, EntenteRejected, i);

    if (is_wanted[one->proposal] && g_hash_table_add (deleted, &one->rejection))
      entente_step_delete (step, ENTENTE_ENTITY_REJECTION, one->rejection);
  }
  return step;
}
