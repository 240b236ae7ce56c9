/* The actors of a reading as records of the study. Those that the study does not know are made,
 * once each, with what they belong to as probable.
 */

#include "config.h"

#include "entente-commands-private.h"
#include "entente-look-alikes.h"
#include "entente-proposals-private.h"

struct _EntenteProposedActors {
  const EntenteProposals *proposals;
  const EntenteArticleReading *reading;
  EntenteId *ids; /* of the actors of the reading; none: not asked for yet */
  GArray **mentions; /* guint: of each actor of the reading; NULL until one is wanted */
  GPtrArray
    *fresh; /* EntenteActor, EntenteAlias and EntenteAffiliation, each behind what it names */
};

EntenteProposedActors *
entente_proposed_actors_new (const EntenteProposals *proposals)
{
  EntenteProposedActors *actors = g_new0 (EntenteProposedActors, 1);

  actors->proposals = proposals;
  actors->reading = proposals->reading;
  actors->ids = g_new0 (EntenteId, actors->reading->actors->len + 1);
  actors->fresh = g_ptr_array_new_with_free_func (entente_record_unref);
  return actors;
}

void
entente_proposed_actors_free (EntenteProposedActors *actors)
{
  for (guint i = 0; actors->mentions != NULL && i < actors->reading->actors->len; i++)
    g_array_unref (actors->mentions[i]);
  g_free (actors->mentions);
  g_free (actors->ids);
  g_ptr_array_unref (actors->fresh);
  g_free (actors);
}

GPtrArray *
entente_proposed_actors_get_fresh (EntenteProposedActors *actors)
{
  return actors->fresh;
}

static void
take_fresh (EntenteProposedActors *actors, gpointer record)
{
  entente_commands_ensure_id (record);
  g_ptr_array_add (actors->fresh, record);
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
get_mentions (EntenteProposedActors *actors, guint actor)
{
  const EntenteArticleReading *reading = actors->reading;

  if (actors->mentions == NULL) {
    actors->mentions = g_new0 (GArray *, reading->actors->len);
    for (guint i = 0; i < reading->actors->len; i++)
      actors->mentions[i] = g_array_new (FALSE, FALSE, sizeof (guint));
    for (guint i = 0; i < reading->mentions->len; i++)
      g_array_append_val (
        actors->mentions[g_array_index (reading->mentions, EntenteReadingMention, i).actor],
        i);
  }
  return actors->mentions[actor];
}

static void
add_spellings (EntenteProposedActors *actors, EntenteId actor, guint index)
{
  const char *name = g_array_index (actors->reading->actors, EntenteReadingActor, index).name;
  const char *text = actors->proposals->detail->revision->text;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_hash_table_add (seen, entente_name_fold (name));
  for (guint i = 0; i < get_mentions (actors, index)->len; i++) {
    guint place = g_array_index (get_mentions (actors, index), guint, i);
    const EntenteReadingMention *mention =
      &g_array_index (actors->reading->mentions, EntenteReadingMention, place);
    g_autofree char *words = NULL;
    EntenteAlias *alias;

    words = g_strndup (text + mention->span.start, mention->span.end - mention->span.start);
    if (!is_spelling (words, name) || !g_hash_table_add (seen, entente_name_fold (words)))
      continue;
    alias = entente_alias_new ();
    alias->actor = actor;
    alias->text = g_steal_pointer (&words);
    alias->kind = ENTENTE_ALIAS_SPELLING;
    take_fresh (actors, alias);
  }
}

/* Somebody of this name may have been entered since the text was read, or go by another name in it.
 */
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

/* Somebody without a name who acts is a role: "Western diplomats". */
static EntenteId
make_unnamed (EntenteProposedActors *actors, const char *words)
{
  g_autofree char *name = entente_label_capitalise (words);
  g_autofree char *fold = entente_name_fold (words);
  EntenteId known = find_by_name (actors->proposals, words);
  EntenteActor *actor;

  if (known != ENTENTE_ID_NONE)
    return known;
  for (guint i = 0; i < actors->fresh->len; i++) {
    const EntenteRecord *record = g_ptr_array_index (actors->fresh, i);
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
  take_fresh (actors, actor);
  return actor->record.id;
}

static EntenteId
make_actor (EntenteProposedActors *actors, guint index)
{
  const EntenteReadingActor *read =
    &g_array_index (actors->reading->actors, EntenteReadingActor, index);
  EntenteId known = find_by_name (actors->proposals, read->name);
  EntenteActor *actor;

  if (known != ENTENTE_ID_NONE)
    return known;
  actor = entente_actor_new ();
  actor->name = g_strdup (read->name);
  actor->kind = (int) read->kind;
  actor->iso3166 = g_strdup (read->iso3166);
  take_fresh (actors, actor);
  add_spellings (actors, actor->record.id, index);
  return actor->record.id;
}

static void
join (EntenteProposedActors *actors, EntenteId member, EntenteId parent)
{
  EntenteAffiliation *affiliation = entente_affiliation_new ();

  affiliation->actor = member;
  affiliation->parent = parent;
  affiliation->certainty = ENTENTE_CERTAINTY_PROBABLE;
  take_fresh (actors, affiliation);
}

static gboolean
is_fresh (const EntenteProposedActors *actors, EntenteId actor)
{
  for (guint i = 0; i < actors->fresh->len; i++)
    if (((EntenteRecord *) g_ptr_array_index (actors->fresh, i))->id == actor)
      return TRUE;
  return FALSE;
}

/* What a new actor belongs to is entered with it, one body at most: more is for a person to say. */
EntenteId
entente_proposed_actors_get (EntenteProposedActors *actors, int index)
{
  const EntenteReadingActor *read;
  EntenteId above = ENTENTE_ID_NONE;

  if (index < 0)
    return ENTENTE_ID_NONE;
  read = &g_array_index (actors->reading->actors, EntenteReadingActor, index);
  if (actors->ids[index] != ENTENTE_ID_NONE)
    return actors->ids[index];
  if (read->known != ENTENTE_ID_NONE)
    return actors->ids[index] = read->known;
  actors->ids[index] = make_actor (actors, (guint) index);
  if (read->of >= 0 && read->of != index && is_fresh (actors, actors->ids[index])) {
    const EntenteReadingActor *body =
      &g_array_index (actors->reading->actors, EntenteReadingActor, read->of);

    above = actors->ids[read->of] != ENTENTE_ID_NONE ? actors->ids[read->of] : body->known;
    if (above == ENTENTE_ID_NONE)
      above = make_actor (actors, (guint) read->of);
    actors->ids[read->of] = above;
    join (actors, actors->ids[index], above);
  }
  return actors->ids[index];
}

EntenteId
entente_proposed_actors_get_party (EntenteProposedActors *actors, const EntenteReadingParty *party)
{
  return party->actor < 0 && party->span.end_char > party->span.start_char
           ? make_unnamed (actors, party->words)
           : entente_proposed_actors_get (actors, party->actor);
}
