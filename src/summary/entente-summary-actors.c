/* Which actors a summary is about, and who stands for them. */

#include "config.h"

#include "entente-summary-private.h"

#include "entente-relations.h"

static void
add_ids (GArray *actors, const EntenteChronicle *chronicle, const GArray *ids)
{
  for (guint i = 0; ids != NULL && i < ids->len; i++) {
    guint32 actor = entente_chronicle_find_actor (chronicle, g_array_index (ids, EntenteId, i));
    gboolean known = actor == ENTENTE_NO_INDEX;

    for (guint j = 0; !known && j < actors->len; j++)
      known = g_array_index (actors, guint32, j) == actor;
    if (!known)
      g_array_append_val (actors, actor);
  }
}

static void
add_busiest (GArray *actors, const EntenteSummaryBuilder *builder, guint max, guint *n_all)
{
  g_autoptr (EntenteRelations) relations = entente_relations_new (builder->chronicle,
                                                                  builder->document->rows,
                                                                  builder->query->members,
                                                                  builder->query->members_surely,
                                                                  NULL);
  const EntenteParty *parties = entente_relations_get_parties (relations, n_all);

  for (guint i = 0; i < MIN (*n_all, max); i++)
    g_array_append_val (actors, parties[i].actor);
}

GArray *
entente_summary_choose_actors (const EntenteSummaryBuilder *builder, guint max, guint *n_all)
{
  GArray *actors = g_array_new (FALSE, FALSE, sizeof (guint32));
  const EntenteQuery *query = builder->query;

  if (query->match != ENTENTE_MATCH_NONE)
    add_ids (actors, builder->chronicle, query->actors);
  add_ids (actors, builder->chronicle, query->by);
  add_ids (actors, builder->chronicle, query->to);
  *n_all = actors->len;
  g_array_set_size (actors, MIN (actors->len, max));
  if (actors->len == 0)
    add_busiest (actors, builder, max, n_all);
  return actors;
}

gboolean
entente_summary_stands_for (const EntenteSummaryBuilder *builder,
                            guint row,
                            guint32 member,
                            guint32 actor)
{
  return member == actor ||
         (builder->query->members &&
          entente_chronicle_stands_for (builder->chronicle,
                                        member,
                                        actor,
                                        entente_chronicle_get_window (builder->chronicle, row),
                                        builder->query->members_surely));
}
