/* From proposals to steps. What a proposal says becomes records; actors that the study does not know are made first, once each,
 * with what they belong to as probable.
 */

#include "config.h"

#include "entente-commands-private.h"
#include "entente-event-guess.h"
#include "entente-look-alikes.h"
#include "entente-proposals-private.h"

#include <glib/gi18n-lib.h>

/* ---- actors ---- */

/* The actors of a reading as records of the study. */
typedef struct {
  const EntenteProposals *proposals;
  const EntenteArticleReading *reading;
  EntenteId *ids; /* of the actors of the reading; none: not asked for yet */
  GPtrArray *fresh; /* EntenteActor and EntenteAffiliation, each behind what it names */
} Roster;

static void
roster_init (Roster *roster, const EntenteProposals *proposals)
{
  const EntenteArticleReading *reading = proposals->reading;

  roster->proposals = proposals;
  roster->reading = reading;
  roster->ids = g_new0 (EntenteId, reading->actors->len + 1);
  roster->fresh = g_ptr_array_new_with_free_func (entente_record_unref);
}

static void
roster_clear (Roster *roster)
{
  g_free (roster->ids);
  g_clear_pointer (&roster->fresh, g_ptr_array_unref);
}

static void
take_fresh (Roster *roster, gpointer record)
{
  entente_commands_ensure_id (record);
  g_ptr_array_add (roster->fresh, record);
}

static guint
count_spaces (const char *words)
{
  guint n = 0;

  for (; *words != '\0'; words++)
    n += *words == ' ';
  return n;
}

/* A name as the text spells it, where it is no more than another spelling: "Taleban" of Taliban. */
static gboolean
is_spelling (const char *words, const char *name)
{
  const char *const names[] = { name, NULL };
  g_auto (GStrv) alike = entente_look_alikes_find (words, names);

  return alike[0] != NULL && count_spaces (words) == count_spaces (name) &&
         g_unichar_isupper (g_utf8_get_char (words));
}

static void
add_spellings (Roster *roster, EntenteId actor, guint index)
{
  const char *name = g_array_index (roster->reading->actors, EntenteReadingActor, index).name;
  const char *text = roster->proposals->detail->revision->text;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_hash_table_add (seen, entente_name_fold (name));
  for (guint i = 0; i < roster->reading->mentions->len; i++) {
    const EntenteReadingMention *mention =
      &g_array_index (roster->reading->mentions, EntenteReadingMention, i);
    g_autofree char *words = NULL;
    EntenteAlias *alias;

    if (mention->actor != index)
      continue;
    words = g_strndup (text + mention->span.start, mention->span.end - mention->span.start);
    if (!is_spelling (words, name) || !g_hash_table_add (seen, entente_name_fold (words)))
      continue;
    alias = entente_alias_new ();
    alias->actor = actor;
    alias->text = g_steal_pointer (&words);
    alias->kind = ENTENTE_ALIAS_SPELLING;
    take_fresh (roster, alias);
  }
}

/* Somebody of this name may have been entered since the text was read, or go by another name in it. */
static EntenteId
find_by_name (const EntenteProposals *self, const char *name)
{
  const EntenteChronicle *chronicle = self->chronicle;
  g_autoptr (GArray) found = entente_chronicle_find_actors_by_name (chronicle, name);

  return found->len > 0
           ? entente_chronicle_get_actor (chronicle, g_array_index (found, guint32, 0))->record.id
           : ENTENTE_ID_NONE;
}

EntenteId
entente_proposals_find_actor (const EntenteProposals *self, int actor)
{
  const EntenteReadingActor *read =
    &g_array_index (self->reading->actors, EntenteReadingActor, actor);

  return read->known != ENTENTE_ID_NONE ? read->known : find_by_name (self, read->name);
}

static EntenteId
make_actor (Roster *roster, guint index)
{
  const EntenteReadingActor *read =
    &g_array_index (roster->reading->actors, EntenteReadingActor, index);
  EntenteId known = find_by_name (roster->proposals, read->name);
  EntenteActor *actor;

  if (known != ENTENTE_ID_NONE)
    return known;
  actor = entente_actor_new ();
  actor->name = g_strdup (read->name);
  actor->kind = (int) read->kind;
  actor->iso3166 = g_strdup (read->iso3166);
  take_fresh (roster, actor);
  add_spellings (roster, actor->record.id, index);
  return actor->record.id;
}

static void
join (Roster *roster, EntenteId member, EntenteId parent)
{
  EntenteAffiliation *affiliation = entente_affiliation_new ();

  affiliation->actor = member;
  affiliation->parent = parent;
  affiliation->certainty = ENTENTE_CERTAINTY_PROBABLE;
  take_fresh (roster, affiliation);
}

static gboolean
is_fresh (const Roster *roster, EntenteId actor)
{
  for (guint i = 0; i < roster->fresh->len; i++)
    if (((EntenteRecord *) g_ptr_array_index (roster->fresh, i))->id == actor)
      return TRUE;
  return FALSE;
}

/* What a new actor belongs to is entered with it, one body at most: more is for a person to say. */
static EntenteId
get_actor (Roster *roster, int index)
{
  const EntenteReadingActor *read;
  EntenteId above = ENTENTE_ID_NONE;

  if (index < 0)
    return ENTENTE_ID_NONE;
  read = &g_array_index (roster->reading->actors, EntenteReadingActor, index);
  if (roster->ids[index] != ENTENTE_ID_NONE)
    return roster->ids[index];
  if (read->known != ENTENTE_ID_NONE)
    return roster->ids[index] = read->known;
  roster->ids[index] = make_actor (roster, (guint) index);
  if (read->of >= 0 && read->of != index && is_fresh (roster, roster->ids[index])) {
    const EntenteReadingActor *body =
      &g_array_index (roster->reading->actors, EntenteReadingActor, read->of);

    above = roster->ids[read->of] != ENTENTE_ID_NONE ? roster->ids[read->of] : body->known;
    if (above == ENTENTE_ID_NONE)
      above = make_actor (roster, (guint) read->of);
    roster->ids[read->of] = above;
    join (roster, roster->ids[index], above);
  }
  return roster->ids[index];
}

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
make_parts (Roster *roster, const EntenteSuggestion *suggestion)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (entente_record_unref);

  for (guint i = 0; i < suggestion->parties->len; i++) {
    const EntenteReadingParty *party = g_ptr_array_index (suggestion->parties, i);
    EntenteId actor = get_actor (roster, party->actor);
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
  event->title = entente_event_guess_title (words);
  event->when = suggestion->when != NULL ? entente_date_ref (suggestion->when) : NULL;
  event->mode = (int) suggestion->mode;
  event->telling = start;
  return event;
}

static EntenteClaim *
make_claim (Roster *roster, const EntenteSuggestion *suggestion)
{
  EntenteClaim *claim = entente_claim_new ();

  claim->speaker = get_actor (roster, suggestion->speaker);
  claim->speaker_class = g_strdup (suggestion->speaker_words);
  claim->naming = (int) suggestion->naming;
  claim->stance = (int) suggestion->stance;
  claim->hedge = (int) suggestion->hedge;
  return claim;
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
         Roster *roster,
         EntenteProposed *proposed)
{
  proposed->passage = entente_passage_new_from_text (self->detail->revision->record.id,
                                                     self->detail->revision->text,
                                                     start,
                                                     end);
  proposed->event = make_event (suggestion, start, proposed->passage->quote);
  proposed->parts = make_parts (roster, suggestion);
  proposed->claim = make_claim (roster, suggestion);
}

void
entente_proposals_propose_suggestion (const EntenteProposals *self,
                                      const EntenteSuggestion *suggestion,
                                      gint64 start,
                                      gint64 end,
                                      EntenteProposed *proposed)
{
  Roster roster;

  roster_init (&roster, self);
  propose (self, suggestion, start, end, &roster, proposed);
  proposed->actors = g_steal_pointer (&roster.fresh);
  proposed->what_reason = g_strdup (suggestion->kind_reason);
  proposed->when_reason = g_strdup (suggestion->when_reason);
  proposed->who_reason = explain_who (self, suggestion);
  roster_clear (&roster);
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

/* Only what the words tell as a move has a kind to differ, and only what they say of time a date. */
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
                                   proposed->event->when);
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

/* ---- accepting ---- */

typedef struct {
  const EntenteProposals *proposals;
  Roster roster;
  EntenteStep *step;
  EntenteId *events; /* of each proposal: the one that it is, or becomes */
  EntenteId *passages; /* of those that are entered now */
  gboolean as_new; /* whatever they are the same as */
} Entering;

/* The words become a claim of the event that another article told. */
static EntenteStep *
join_event (Entering *entering, const EntenteProposal *proposal, EntenteProposed *proposed)
{
  const EntenteChronicle *chronicle = entering->proposals->chronicle;

  entente_same_event_fill_claim (chronicle,
                                 entente_chronicle_find_row (chronicle, proposal->same),
                                 proposed->claim,
                                 entente_kind_find (proposal->suggestion->kind),
                                 proposal->suggestion->when);
  return entente_commands_add_claim (proposed->claim, proposed->passage);
}

static void
enter (Entering *entering, guint index)
{
  const EntenteProposal *proposal = entente_proposals_get (entering->proposals, index);
  gboolean joins = proposal->same != ENTENTE_ID_NONE && !entering->as_new;
  g_auto (EntenteProposed) proposed = { NULL };
  g_autoptr (EntenteStep) step = NULL;

  propose (entering->proposals,
           proposal->suggestion,
           proposal->start,
           proposal->end,
           &entering->roster,
           &proposed);
  step = joins ? join_event (entering, proposal, &proposed)
               : entente_commands_add_event (proposed.event,
                                             proposed.parts,
                                             proposed.claim,
                                             proposed.passage);
  for (guint i = 0; i < step->changes->len; i++)
    entente_step_insert (entering->step,
                         ((EntenteChange *) g_ptr_array_index (step->changes, i))->record);
  entering->events[index] = proposed.claim->event;
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
  if (to == ENTENTE_ID_NONE || to == from ||
      (entering->passages[index] == ENTENTE_ID_NONE &&
       entering->passages[other] == ENTENTE_ID_NONE) ||
      entente_proposals_is_linked (entering->proposals, from, to))
    return;
  entente_proposals_insert_link (entering->proposals,
                                 entering->step,
                                 index,
                                 from,
                                 to,
                                 entering->passages[index]);
}

static EntenteStep *
accept (const EntenteProposals *self,
        const guint *indexes,
        guint n,
        gboolean as_new,
        EntenteId *events)
{
  guint n_all = entente_proposals_get_n (self);
  g_autofree char *label =
    n == 1 ? g_strdup (_ ("Accept suggestion"))
           : g_strdup_printf (ngettext ("Accept %u suggestion", "Accept %u suggestions", n), n);
  g_autofree EntenteId *all = g_new0 (EntenteId, n_all + 1);
  g_autofree EntenteId *passages = g_new0 (EntenteId, n_all + 1);
  Entering entering = { self, { NULL }, entente_step_new (label), all, passages, as_new };

  roster_init (&entering.roster, self);
  for (guint i = 0; i < n_all; i++)
    all[i] = entente_proposals_get (self, i)->event;
  for (guint i = 0; i < n; i++) {
    if (entente_proposal_is_open (entente_proposals_get (self, indexes[i])))
      enter (&entering, indexes[i]);
    if (events != NULL)
      events[i] = all[indexes[i]];
  }
  for (guint i = 0; i < n_all; i++)
    link_answer (&entering, i);
  entente_commands_insert_first (entering.step, entering.roster.fresh);
  roster_clear (&entering.roster);
  return entering.step;
}

EntenteStep *
entente_proposals_accept (const EntenteProposals *self,
                          const guint *indexes,
                          guint n,
                          EntenteId *events)
{
  return accept (self, indexes, n, FALSE, events);
}

EntenteStep *
entente_proposals_accept_new (const EntenteProposals *self,
                              const guint *indexes,
                              guint n,
                              EntenteId *events)
{
  return accept (self, indexes, n, TRUE, events);
}

/* ---- rejecting ---- */

EntenteStep *
entente_proposals_reject (const EntenteProposals *self, const guint *indexes, guint n)
{
  g_autofree char *label =
    n == 1 ? g_strdup (_ ("Reject suggestion"))
           : g_strdup_printf (ngettext ("Reject %u suggestion", "Reject %u suggestions", n), n);
  EntenteStep *step = entente_step_new (label);

  for (guint i = 0; i < n; i++) {
    const EntenteProposal *proposal = entente_proposals_get (self, indexes[i]);
    g_autoptr (EntenteRejection) rejection = entente_rejection_new ();

    if (!entente_proposal_is_open (proposal))
      continue;
    rejection->revision = entente_proposals_get_revision (self);
    rejection->start = proposal->suggestion->span.start_char;
    rejection->end = proposal->suggestion->span.end_char;
    rejection->kind = g_strdup (proposal->suggestion->kind);
    rejection->quote = entente_proposals_dup_words (self, indexes[i]);
    entente_step_insert (step, rejection);
  }
  return step;
}

EntenteStep *
entente_proposals_reconsider (const EntenteProposals *self, const guint *indexes, guint n)
{
  g_autofree char *label =
    n == 1 ? g_strdup (_ ("Take back rejection"))
           : g_strdup_printf (ngettext ("Take back %u rejection", "Take back %u rejections", n), n);
  EntenteStep *step = entente_step_new (label);

  for (guint i = 0; i < n; i++) {
    const EntenteProposal *proposal = entente_proposals_get (self, indexes[i]);

    if (proposal->rejection != ENTENTE_ID_NONE)
      entente_step_delete (step, ENTENTE_ENTITY_REJECTION, proposal->rejection);
  }
  return step;
}
