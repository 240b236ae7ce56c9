/* Redaction: the roster of a chronicle is replaced, its rows are shared. */

#include "config.h"

#include "entente-summary-redaction.h"

static gboolean
has_pseudonym (const EntenteActor *actor)
{
  return actor->pseudonym != NULL && *actor->pseudonym != '\0';
}

guint
entente_summary_redaction_count (const EntenteChronicle *chronicle)
{
  guint n = 0;

  for (guint i = 0; i < entente_chronicle_get_n_actors (chronicle); i++)
    n += has_pseudonym (entente_chronicle_get_actor (chronicle, i)) ? 1 : 0;
  return n;
}

/* Kind, colour and place among the lanes stay: they tell no name. */
static EntenteActor *
hide (const EntenteActor *actor)
{
  EntenteActor *hidden = entente_actor_new ();

  hidden->record.id = actor->record.id;
  hidden->kind = actor->kind;
  hidden->name = g_strdup (actor->pseudonym);
  hidden->colour = g_strdup (actor->colour);
  hidden->lane_order = actor->lane_order;
  return hidden;
}

static void
add_actor (EntenteChronicleBuilder *builder, const EntenteChronicle *chronicle, guint32 index)
{
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();
  const EntenteActor *actor = entente_chronicle_get_actor (chronicle, index);
  g_autoptr (EntenteActor) hidden = has_pseudonym (actor) ? hide (actor) : NULL;

  sink->actor (builder, hidden != NULL ? hidden : (EntenteActor *) actor);
}

static void
add_aliases (EntenteChronicleBuilder *builder, const EntenteChronicle *chronicle, guint32 index)
{
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();
  guint n;
  const EntenteAlias *const *aliases = entente_chronicle_get_aliases (chronicle, index, &n);

  for (guint i = 0; i < n; i++)
    if (!has_pseudonym (entente_chronicle_get_actor (chronicle, index)))
      sink->alias (builder, (EntenteAlias *) aliases[i]);
}

EntenteChronicle *
entente_summary_redaction_apply (EntenteChronicle *chronicle)
{
  EntenteChronicleBuilder *builder;
  guint n = entente_chronicle_get_n_actors (chronicle);

  if (entente_summary_redaction_count (chronicle) == 0)
    return entente_chronicle_ref (chronicle);
  builder = entente_chronicle_builder_new ();
  entente_chronicle_builder_set_complete (builder, ENTENTE_ENTITY_ALIAS);
  for (guint i = 0; i < n; i++)
    add_actor (builder, chronicle, i);
  for (guint i = 0; i < n; i++)
    add_aliases (builder, chronicle, i);
  return entente_chronicle_patch (chronicle, NULL, 0, builder);
}
