/* Random studies as the rows of a store, in whole or as far as an edit touched them. */
#include "entente-random-study.h"

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  EntenteId first = *(const EntenteId *) a;
  EntenteId second = *(const EntenteId *) b;

  return (first > second) - (first < second);
}

static void
feed_list (EntenteChronicleBuilder *builder,
           const GPtrArray *records,
           void (*feed) (gpointer sink, gconstpointer record))
{
  for (guint i = 0; i < records->len; i++)
    feed (builder, g_ptr_array_index (records, i));
}

#define FEED(entity, field, list)                                                                  \
  if (edit == NULL || edit->lists[entity]) {                                                       \
    entente_chronicle_builder_set_complete (builder, entity);                                      \
    feed_list (builder, list, (void (*) (gpointer, gconstpointer)) sink->field);                   \
  }

static void
feed_lists (const EntenteRandomStudy *study,
            const EntenteStudyEdit *edit,
            EntenteChronicleBuilder *builder)
{
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();

  FEED (ENTENTE_ENTITY_ACTOR, actor, study->actors)
  FEED (ENTENTE_ENTITY_ALIAS, alias, study->aliases)
  FEED (ENTENTE_ENTITY_AFFILIATION, affiliation, study->affiliations)
  FEED (ENTENTE_ENTITY_PLACE, place, study->places)
  FEED (ENTENTE_ENTITY_TRACK, track, study->tracks)
  FEED (ENTENTE_ENTITY_ISSUE, issue, study->issues)
  FEED (ENTENTE_ENTITY_ERA, era, study->eras)
  FEED (ENTENTE_ENTITY_ARTICLE, article, study->articles)
}

static void
feed_event (const EntenteStudyEvent *event, EntenteChronicleBuilder *builder)
{
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();
  EntenteEventRow row;

  entente_event_get_row (event->event, &row);
  sink->event (builder, &row);
  for (guint i = 0; i < event->parts->len; i++)
    sink->participation (builder, &g_array_index (event->parts, EntenteParticipationRow, i));
}

/* After all events, as a store does that reads one table after the other; claims backwards. */
static void
feed_rest (const EntenteStudyEvent *event, EntenteChronicleBuilder *builder)
{
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();

  for (guint i = 0; i < event->issues->len; i++)
    sink->event_issue (builder,
                       event->event->record.id,
                       g_array_index (event->issues, EntenteId, i));
  for (guint i = event->claims->len; i > 0; i--)
    sink->claim (builder, &g_array_index (event->claims, EntenteClaimRow, i - 1));
}

void
entente_random_study_feed (const EntenteRandomStudy *study, EntenteChronicleBuilder *builder)
{
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();

  feed_lists (study, NULL, builder);
  for (guint i = 0; i < study->events->len; i++)
    feed_event (g_ptr_array_index (study->events, i), builder);
  for (guint i = study->events->len; i > 0; i--)
    feed_rest (g_ptr_array_index (study->events, i - 1), builder);
  for (guint i = 0; i < study->links->len; i++)
    sink->link (builder, &g_array_index (study->links, EntenteLinkRow, i));
  for (guint i = study->orders->len; i > 0; i--)
    sink->order (builder, &g_array_index (study->orders, EntenteOrderRow, i - 1));
}

EntenteChronicle *
entente_random_study_build (const EntenteRandomStudy *study, gint64 today)
{
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();

  entente_random_study_feed (study, builder);
  return entente_chronicle_builder_build (builder, today);
}

static gboolean
has_id (const GArray *ids, EntenteId id)
{
  return g_array_binary_search ((GArray *) ids, &id, compare_ids, NULL);
}

EntenteChronicle *
entente_random_study_patch (const EntenteRandomStudy *study,
                            const EntenteStudyEdit *edit,
                            const EntenteChronicle *old)
{
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();

  feed_lists (study, edit, builder);
  for (guint i = 0; i < edit->changed->len; i++)
    feed_event (entente_random_study_find (study, g_array_index (edit->changed, EntenteId, i)),
                builder);
  for (guint i = 0; i < edit->changed->len; i++)
    feed_rest (entente_random_study_find (study, g_array_index (edit->changed, EntenteId, i)),
               builder);
  for (guint i = 0; i < study->links->len; i++) {
    const EntenteLinkRow *link = &g_array_index (study->links, EntenteLinkRow, i);

    if (has_id (edit->changed, link->from) || has_id (edit->changed, link->to))
      sink->link (builder, link);
  }
  for (guint i = 0; i < study->orders->len; i++) {
    const EntenteOrderRow *order = &g_array_index (study->orders, EntenteOrderRow, i);

    if (has_id (edit->changed, order->event) || has_id (edit->changed, order->other))
      sink->order (builder, order);
  }
  return entente_chronicle_patch (old,
                                  (const EntenteId *) (gpointer) edit->removed->data,
                                  edit->removed->len,
                                  builder);
}
