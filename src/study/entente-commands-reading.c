/* What a reading suggests, entered: actors first, then each move with who took part and the claim that it rests on, then
 * what answers what. */

#include "config.h"

#include "entente-commands-private.h"

#include <glib/gi18n-lib.h>

typedef struct {
  const EntenteArticleReading *reading;
  const EntenteArticleDetail *detail;
  EntenteStep *step;
  EntenteId *actors; /* of the reading: of the study, or new, or none yet */
  EntenteId *events; /* of the suggestions */
} Entry;

/* The actor as the study has it; made on its first use. */
static EntenteId
ensure_actor (Entry *entry, int index)
{
  const EntenteReadingActor *found;
  g_autoptr (EntenteActor) actor = NULL;

  if (index < 0)
    return ENTENTE_ID_NONE;
  found = &g_array_index (entry->reading->actors, EntenteReadingActor, index);
  if (entry->actors[index] == ENTENTE_ID_NONE)
    entry->actors[index] = found->known;
  if (entry->actors[index] != ENTENTE_ID_NONE)
    return entry->actors[index];
  actor = entente_actor_new ();
  actor->name = g_strdup (found->name);
  actor->kind = (int) found->kind;
  actor->iso3166 = g_strdup (found->iso3166);
  entente_commands_ensure_id (actor);
  entente_step_insert (entry->step, actor);
  entry->actors[index] = actor->record.id;
  return actor->record.id;
}

static void
add_parties (Entry *entry, const EntenteSuggestion *suggestion, EntenteId event)
{
  for (guint i = 0; i < suggestion->parties->len; i++) {
    const EntenteReadingParty *party = g_ptr_array_index (suggestion->parties, i);
    g_autoptr (EntenteParticipation) part = NULL;

    if (party->actor < 0)
      continue; /* only words, like "officials": they stay in the claim */
    part = entente_participation_new ();
    part->event = event;
    part->actor = ensure_actor (entry, party->actor);
    part->role = (int) party->role;
    entente_commands_ensure_id (part);
    entente_step_insert (entry->step, part);
  }
}

static void
add_claim (Entry *entry, const EntenteSuggestion *suggestion, EntenteId event)
{
  const EntenteArticle *article = entry->detail->article;
  g_autoptr (EntenteClaim) claim = entente_claim_new ();
  g_autoptr (EntentePassage) passage =
    entente_passage_new_from_text (entry->detail->revision->record.id,
                                   entry->detail->revision->text,
                                   suggestion->sentence.start_char,
                                   suggestion->sentence.end_char);

  entente_commands_ensure_id (passage);
  entente_step_insert (entry->step, passage);
  claim->event = event;
  claim->passage = passage->record.id;
  claim->outlet = article->publication;
  claim->outlet_name = g_strdup (article->publication_name);
  claim->speaker = ensure_actor (entry, suggestion->speaker);
  claim->speaker_class = g_strdup (suggestion->speaker_words);
  claim->naming = (int) suggestion->naming;
  claim->stance = (int) suggestion->stance;
  claim->hedge = (int) suggestion->hedge;
  entente_commands_ensure_id (claim);
  entente_step_insert (entry->step, claim);
}

/* The actors that an event names are made before it. */
static void
ensure_actors (Entry *entry, const EntenteSuggestion *suggestion)
{
  for (guint i = 0; i < suggestion->parties->len; i++)
    ensure_actor (
      entry,
      ((const EntenteReadingParty *) g_ptr_array_index (suggestion->parties, i))->actor);
  ensure_actor (entry, suggestion->speaker);
}

static void
add_event (Entry *entry, guint index)
{
  const EntenteSuggestion *suggestion = g_ptr_array_index (entry->reading->suggestions, index);
  g_autoptr (EntenteEvent) event = entente_event_new ();

  ensure_actors (entry, suggestion);
  event->kind = g_strdup (suggestion->kind);
  event->mode = (int) suggestion->mode;
  event->telling = suggestion->span.start_char;
  if (suggestion->when) {
    g_clear_pointer (&event->when, entente_date_unref);
    event->when = entente_date_ref (suggestion->when);
  }
  entente_commands_ensure_id (event);
  entente_step_insert (entry->step, event);
  entry->events[index] = event->record.id;
  add_parties (entry, suggestion, event->record.id);
  add_claim (entry, suggestion, event->record.id);
}

static void
add_link (Entry *entry, guint index)
{
  const EntenteSuggestion *suggestion = g_ptr_array_index (entry->reading->suggestions, index);
  g_autoptr (EntenteLink) link = NULL;

  if (suggestion->answers == 0)
    return;
  link = entente_link_new ();
  link->from = entry->events[index];
  link->to = entry->events[suggestion->answers - 1];
  link->type = (int) suggestion->link;
  link->basis = ENTENTE_LINK_INFERRED;
  entente_commands_ensure_id (link);
  entente_step_insert (entry->step, link);
}

EntenteStep *
entente_commands_accept_reading (const EntenteArticleReading *reading,
                                 const EntenteArticleDetail *detail)
{
  guint n = reading->suggestions->len;
  g_autofree EntenteId *actors = g_new0 (EntenteId, reading->actors->len + 1);
  g_autofree EntenteId *events = g_new0 (EntenteId, n + 1);
  Entry entry = { reading, detail, NULL, actors, events };

  if (n == 0 || !detail->revision)
    return NULL;
  entry.step = entente_step_new (_ ("Accept suggestions"));
  for (guint i = 0; i < n; i++)
    add_event (&entry, i);
  for (guint i = 0; i < n; i++)
    add_link (&entry, i);
  return entry.step;
}
