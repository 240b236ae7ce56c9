/* The names of a study's actors, for the guesses out of words. Main thread. */
#include "config.h"

#include "entente-event-guess.h"
#include "entente-event-words.h"

static void
add_name (GArray *names, EntenteId actor, const char *name)
{
  EntenteActorName entry = { actor, name };

  if (name)
    g_array_append_val (names, entry);
}

/* Of all actors but media, which tell of others. A short label of a few letters stands in too many words. */
static GArray *
list_names (const EntenteChronicle *chronicle)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (EntenteActorName));

  for (guint32 i = 0; i < entente_chronicle_get_n_actors (chronicle); i++) {
    const EntenteActor *actor = entente_chronicle_get_actor (chronicle, i);
    guint n;
    const EntenteAlias *const *aliases = entente_chronicle_get_aliases (chronicle, i, &n);

    if (actor->kind == ENTENTE_ACTOR_MEDIA)
      continue;
    add_name (names, actor->record.id, actor->name);
    if (actor->short_label && g_utf8_strlen (actor->short_label, -1) > 3)
      add_name (names, actor->record.id, actor->short_label);
    for (guint j = 0; j < n; j++)
      add_name (names, actor->record.id, aliases[j]->text);
  }
  return names;
}

GArray *
entente_event_words_find_actors (const EntenteChronicle *chronicle, const char *words)
{
  g_autoptr (GArray) names = list_names (chronicle);

  return entente_event_guess_actors ((const EntenteActorName *) (gpointer) names->data,
                                     names->len,
                                     words);
}
