/* From proposals to steps. What a proposal says becomes records; actors that the study does not know are made first, once each,
 * with what they belong to as probable.
 */

#include "config.h"

#include "entente-commands-private.h"
#include "entente-event-guess.h"
#include "entente-look-alikes.h"
#include "entente-proposals-private.h"

#include <glib/gi18n-lib.h>

#define NEAR_CHARS 64 /* more than a passage keeps of what stands round it */

/* ---- actors ---- */

/* The actors of a reading as records of the study. */
typedef struct {
  const EntenteProposals *proposals;
  const EntenteArticleReading *reading;
  EntenteId *ids; /* of the actors of the reading; none: not asked for yet */
  GArray **mentions; /* guint: of each actor of the reading; NULL until one is wanted */
  GPtrArray *fresh; /* EntenteActor and EntenteAffiliation, each behind what it names */
} Roster;

static void
roster_init (Roster *roster, const EntenteProposals *proposals)
{
  const EntenteArticleReading *reading = proposals->reading;

  roster->proposals = proposals;
  roster->mentions = NULL;
  roster->reading = reading;
  roster->ids = g_new0 (EntenteId, reading->actors->len + 1);
  roster->fresh = g_ptr_array_new_with_free_func (entente_record_unref);
}

static void
roster_clear (Roster *roster)
{
  for (guint i = 0; roster->mentions != NULL && i < roster->reading->actors->len; i++)
    g_clear_pointer (&roster->mentions[i], g_array_unref);
  g_free (roster->mentions);
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

/* Places of the mentions of each actor, listed at once for all of them. */
static const GArray *
get_mentions (Roster *roster, guint actor)
{
  const EntenteArticleReading *reading = roster->reading;

  if (roster->mentions == NULL) {
    roster->mentions = g_new0 (GArray *, reading->actors->len);
    for (guint i = 0; i < reading->actors->len; i++)
      roster->mentions[i] = g_array_new (FALSE, FALSE, sizeof (guint));
    for (guint i = 0; i < reading->mentions->len; i++)
      g_array_append_val (
        roster->mentions[g_array_index (reading->mentions, EntenteReadingMention, i).actor],
        i);
  }
  return roster->mentions[actor];
}

static void
add_spellings (Roster *roster, EntenteId actor, guint index)
{
  const char *name = g_array_index (roster->reading->actors, EntenteReadingActor, index).name;
  const char *text = roster->proposals->detail->revision->text;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_hash_table_add (seen, entente_name_fold (name));
  for (guint i = 0; i < get_mentions (roster, index)->len; i++) {
    guint place = g_array_index (get_mentions (roster, index), guint, i);
    const EntenteReadingMention *mention =
      &g_array_index (roster->reading->mentions, EntenteReadingMention, place);
    g_autofree char *words = NULL;
    EntenteAlias *alias;

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
find_by_name (const Roster *roster, const char *name)
{
  const EntenteChronicle *chronicle = roster->proposals->chronicle;
  g_autoptr (GArray) found = entente_chronicle_find_actors_by_name (chronicle, name);

  return found->len > 0
           ? entente_chronicle_get_actor (chronicle, g_array_index (found, guint32, 0))->record.id
           : ENTENTE_ID_NONE;
}

/* Somebody without a name who acts is a role: "Western diplomats". */
static EntenteId
make_unnamed (Roster *roster, const char *words)
{
  g_autofree char *name = entente_label_capitalise (words);
  g_autofree char *fold = entente_name_fold (words);
  EntenteId known = find_by_name (roster, words);
  EntenteActor *actor;

  if (known != ENTENTE_ID_NONE)
    return known;
  for (guint i = 0; i < roster->fresh->len; i++) {
    const EntenteRecord *record = g_ptr_array_index (roster->fresh, i);
    g_autofree char *other =
      record->entity == ENTENTE_ENTITY_ACTOR
        ? entente_name_fold (((const EntenteActor *) (gconstpointer) record)->name)
        : NULL;

    if (g_strcmp0 (other, fold) == 0)
      return record->id;
  }
  actor = entente_actor_new ();
  actor->name = g_steal_pointer (&name);
  actor->kind = ENTENTE_ACTOR_UNNAMED_ROLE;
  take_fresh (roster, actor);
  return actor->record.id;
}

static EntenteId
make_actor (Roster *roster, guint index)
{
  const EntenteReadingActor *read =
    &g_array_index (roster->reading->actors, EntenteReadingActor, index);
  EntenteId known = find_by_name (roster, read->name);
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
    EntenteId actor = party->actor < 0 && party->span.end_char > party->span.start_char
                        ? make_unnamed (roster, party->words)
                        : get_actor (roster, party->actor);
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
make_event (const EntenteProposal *proposal, const char *words)
{
  const EntenteSuggestion *suggestion = proposal->suggestion;
  EntenteEvent *event = entente_event_new ();

  event->kind = g_strdup (suggestion->kind);
  event->title = entente_event_guess_title (words);
  event->when = suggestion->when != NULL ? entente_date_ref (suggestion->when) : NULL;
  event->mode = (int) suggestion->mode;
  event->telling = proposal->start;
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

/* Cut out of the neighbourhood, so that it costs no walk from the beginning of the text. */
static EntentePassage *
make_passage (const EntenteProposals *self, const EntenteProposal *proposal)
{
  const EntenteRevision *revision = self->detail->revision;
  const EntenteReadingSpan *span = &proposal->suggestion->span;
  gint64 before = MIN (proposal->start, NEAR_CHARS);
  const char *start = g_utf8_offset_to_pointer (revision->text + span->start,
                                                proposal->start - before - span->start_char);
  const char *end = start;
  g_autofree char *near = NULL;
  EntentePassage *passage;

  for (gint64 n = before + proposal->end - proposal->start + NEAR_CHARS; n > 0 && *end; n--)
    end = g_utf8_next_char (end);
  near = g_strndup (start, (gsize) (end - start));
  passage = entente_passage_new_from_text (revision->record.id,
                                           near,
                                           before,
                                           before + proposal->end - proposal->start);
  passage->start = proposal->start;
  passage->end = proposal->end;
  return passage;
}

static void
propose (const EntenteProposals *self, guint index, Roster *roster, EntenteProposed *proposed)
{
  const EntenteProposal *proposal = entente_proposals_get (self, index);
  g_autofree char *words = entente_proposals_dup_words (self, index);

  proposed->event = make_event (proposal, words);
  proposed->parts = make_parts (roster, proposal->suggestion);
  proposed->claim = make_claim (roster, proposal->suggestion);
  proposed->passage = make_passage (self, proposal);
}

void
entente_proposals_propose (const EntenteProposals *self, guint index, EntenteProposed *proposed)
{
  Roster roster;

  roster_init (&roster, self);
  propose (self, index, &roster, proposed);
  proposed->actors = g_steal_pointer (&roster.fresh);
  roster_clear (&roster);
}

void
entente_proposed_clear (EntenteProposed *proposed)
{
  g_clear_pointer (&proposed->event, entente_event_unref);
  g_clear_pointer (&proposed->parts, g_ptr_array_unref);
  g_clear_pointer (&proposed->actors, g_ptr_array_unref);
  g_clear_pointer (&proposed->claim, entente_claim_unref);
  g_clear_pointer (&proposed->passage, entente_passage_unref);
}

/* ---- accepting ---- */

typedef struct {
  const EntenteProposals *proposals;
  Roster roster;
  EntenteStep *step;
  EntenteId *events; /* of each proposal: the one that it is, or becomes */
  EntenteId *passages; /* of those that are entered now */
} Entering;

static void
enter (Entering *entering, guint index)
{
  g_auto (EntenteProposed) proposed = { NULL };
  g_autoptr (EntenteStep) step = NULL;

  propose (entering->proposals, index, &entering->roster, &proposed);
  step =
    entente_commands_add_event (proposed.event, proposed.parts, proposed.claim, proposed.passage);
  for (guint i = 0; i < step->changes->len; i++)
    entente_step_insert (entering->step,
                         ((EntenteChange *) g_ptr_array_index (step->changes, i))->record);
  entering->events[index] = proposed.event->record.id;
  entering->passages[index] = proposed.passage->record.id;
}

/* Once both ends are in the record, and one of them was not before. */
static void
link_answer (Entering *entering, guint index)
{
  const EntenteProposal *proposal = entente_proposals_get (entering->proposals, index);
  guint other = proposal->suggestion->answers;
  g_autoptr (EntenteLink) link = NULL;

  if (other == 0 || other > entente_proposals_get_n (entering->proposals) || --other == index)
    return;
  if (entering->events[index] == ENTENTE_ID_NONE || entering->events[other] == ENTENTE_ID_NONE ||
      entering->events[index] == entering->events[other] ||
      (entering->passages[index] == ENTENTE_ID_NONE &&
       entering->passages[other] == ENTENTE_ID_NONE))
    return;
  link = entente_link_new ();
  link->from = entering->events[index];
  link->to = entering->events[other];
  link->type = (int) proposal->suggestion->link;
  link->basis = ENTENTE_LINK_INFERRED;
  link->passage = entering->passages[index];
  entente_step_insert (entering->step, link);
}

EntenteStep *
entente_proposals_accept_watched (const EntenteProposals *self,
                                  const guint *indexes,
                                  guint n,
                                  EntenteId *events,
                                  EntenteWatch *watch)
{
  guint n_all = entente_proposals_get_n (self);
  g_autofree char *label =
    n == 1 ? g_strdup (_ ("Accept suggestion"))
           : g_strdup_printf (ngettext ("Accept %u suggestion", "Accept %u suggestions", n), n);
  g_autofree EntenteId *all = g_new0 (EntenteId, n_all + 1);
  g_autofree EntenteId *passages = g_new0 (EntenteId, n_all + 1);
  Entering entering = { self, { NULL }, entente_step_new (label), all, passages };

  roster_init (&entering.roster, self);
  for (guint i = 0; i < n_all; i++)
    all[i] = entente_proposals_get (self, i)->event;
  for (guint i = 0; i < n && !g_cancellable_is_cancelled (watch->cancellable); i++) {
    if (entente_proposal_is_open (entente_proposals_get (self, indexes[i])))
      enter (&entering, indexes[i]);
    g_atomic_int_inc (&watch->n_done);
    if (events != NULL)
      events[i] = all[indexes[i]];
  }
  for (guint i = 0; i < n_all; i++)
    link_answer (&entering, i);
  entente_commands_insert_first (entering.step, entering.roster.fresh);
  roster_clear (&entering.roster);
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

  return entente_proposals_accept_watched (self, indexes, n, events, &watch);
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
