/* Reading everything of one event: for the inspector and for print.
 *
 * It is read in one job on the store's worker, so that it shows one moment of the study. Texts are
 * not read: a text is as long as it likes, and every claim of it would pay.
 */

#include "config.h"

#include "entente-event-detail.h"
#include "entente-study-private.h"

gboolean
entente_store_replace_list (GPtrArray **list,
                            EntenteStore *store,
                            EntenteEntity entity,
                            EntenteEntity parent_entity,
                            EntenteId parent,
                            GError **error)
{
  GPtrArray *found = entente_store_list_of (store, entity, parent_entity, parent, error);

  if (!found)
    return FALSE;
  g_ptr_array_unref (*list);
  *list = found;
  return TRUE;
}

static gboolean
read_parts (GPtrArray **list,
            EntenteStore *store,
            EntenteEntity entity,
            EntenteId event,
            GError **error)
{
  return entente_store_replace_list (list, store, entity, ENTENTE_ENTITY_EVENT, event, error);
}

/* ---- where claims come from ---- */

/* What all passages of a text share. */
typedef struct {
  EntenteId revision;
  EntenteArticle *article;
  GPtrArray *footnotes; /* by position */
  gboolean is_outdated;
} Source;

static void
free_source (gpointer data)
{
  Source *source = data;

  g_clear_pointer (&source->article, entente_article_unref);
  g_clear_pointer (&source->footnotes, g_ptr_array_unref);
  g_free (source);
}

GHashTable *
entente_event_detail_sources_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, free_source);
}

static gboolean
read_source (Source *source, EntenteStore *store, GError **error)
{
  EntenteId article = entente_store_get_article_of (store, source->revision, error);

  if (article == ENTENTE_ID_NONE ||
      !(source->article = entente_store_get (store, ENTENTE_ENTITY_ARTICLE, article, error)) ||
      !(source->footnotes = entente_store_list_of (store,
                                                   ENTENTE_ENTITY_FOOTNOTE,
                                                   ENTENTE_ENTITY_REVISION,
                                                   source->revision,
                                                   error)))
    return FALSE;
  g_ptr_array_sort (source->footnotes, entente_footnote_compare_positions);
  source->is_outdated = entente_store_is_outdated (store, source->revision);
  return TRUE;
}

static const Source *
find_source (GHashTable *sources, EntenteStore *store, EntenteId revision, GError **error)
{
  Source *source = g_hash_table_lookup (sources, &revision);

  if (source)
    return source;
  source = g_new0 (Source, 1);
  source->revision = revision;
  if (!read_source (source, store, error)) {
    free_source (source);
    return NULL;
  }
  g_hash_table_insert (sources, &source->revision, source);
  return source;
}

/* Passage, article and note of a claim; a claim without passage has none of them. */
static gboolean
read_origin (EntenteEventDetail *detail,
             EntenteStore *store,
             EntenteId id,
             GHashTable *sources,
             GError **error)
{
  EntentePassage *passage = entente_store_get (store, ENTENTE_ENTITY_PASSAGE, id, error);
  const Source *source;
  EntenteFootnote *note;

  if (!passage)
    return FALSE;
  g_ptr_array_add (detail->passages, passage);
  if (!(source = find_source (sources, store, passage->revision, error)))
    return FALSE;
  if (source->is_outdated) {
    guint claim = detail->passages->len - 1;

    g_array_append_val (detail->outdated, claim);
  }
  note = entente_passage_find_footnote (passage, source->footnotes);
  g_ptr_array_add (detail->footnotes, note ? entente_footnote_ref (note) : NULL);
  g_ptr_array_add (detail->articles, entente_article_ref (source->article));
  return TRUE;
}

static gboolean
read_claims (EntenteEventDetail *detail, EntenteStore *store, GHashTable *sources, GError **error)
{
  EntenteId event = detail->event->record.id;

  if (!read_parts (&detail->claims, store, ENTENTE_ENTITY_CLAIM, event, error))
    return FALSE;
  for (guint i = 0; i < detail->claims->len; i++) {
    const EntenteClaim *claim = g_ptr_array_index (detail->claims, i);

    if (claim->passage == ENTENTE_ID_NONE) {
      g_ptr_array_add (detail->passages, NULL);
      g_ptr_array_add (detail->articles, NULL);
      g_ptr_array_add (detail->footnotes, NULL);
    } else if (!read_origin (detail, store, claim->passage, sources, error)) {
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean
read_other_end (GPtrArray *list, EntenteStore *store, EntenteId id, GError **error)
{
  EntenteEvent *event = entente_store_get (store, ENTENTE_ENTITY_EVENT, id, error);

  if (event)
    g_ptr_array_add (list, event);
  return event != NULL;
}

static gboolean
read_links (EntenteEventDetail *detail, EntenteStore *store, GError **error)
{
  EntenteId event = detail->event->record.id;

  if (!read_parts (&detail->links, store, ENTENTE_ENTITY_LINK, event, error))
    return FALSE;
  for (guint i = 0; i < detail->links->len; i++) {
    const EntenteLink *link = g_ptr_array_index (detail->links, i);
    EntenteId other = link->from == event ? link->to : link->from;

    if (!read_other_end (detail->linked, store, other, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_orders (EntenteEventDetail *detail, EntenteStore *store, GError **error)
{
  EntenteId event = detail->event->record.id;

  if (!read_parts (&detail->orders, store, ENTENTE_ENTITY_ORDER, event, error))
    return FALSE;
  for (guint i = 0; i < detail->orders->len; i++) {
    const EntenteOrder *order = g_ptr_array_index (detail->orders, i);
    EntenteId other = order->event == event ? order->other : order->event;

    if (!read_other_end (detail->ordered, store, other, error))
      return FALSE;
  }
  return TRUE;
}

/* What the chronicle knows of an event, so that nothing is asked for in vain. */
static void
look_up (const EntenteChronicle *chronicle,
         EntenteId event,
         guint *n_voices,
         guint *n_links,
         gboolean *has_orders)
{
  guint row = chronicle ? entente_chronicle_find_row (chronicle, event) : ENTENTE_NO_INDEX;
  guint n_to, n_by;

  *n_voices = *n_links = 1;
  *has_orders = TRUE;
  if (row == ENTENTE_NO_INDEX)
    return;
  entente_chronicle_get_voices (chronicle, row, n_voices);
  entente_chronicle_get_answers_to (chronicle, row, &n_to);
  entente_chronicle_get_answered_by (chronicle, row, &n_by);
  *n_links = n_to + n_by;
  *has_orders = entente_chronicle_get_ordered (chronicle, row) != NULL;
}

EntenteEventDetail *
entente_event_detail_read (EntenteStore *store,
                           EntenteId id,
                           const EntenteChronicle *chronicle,
                           GHashTable *sources,
                           GError **error)
{
  EntenteEvent *event = entente_store_get (store, ENTENTE_ENTITY_EVENT, id, error);
  g_autoptr (EntenteEventDetail) detail = NULL;
  guint n_voices, n_links;
  gboolean has_orders;

  if (!event)
    return NULL;
  detail = entente_event_detail_new ();
  detail->event = event;
  look_up (chronicle, id, &n_voices, &n_links, &has_orders);
  if (!read_parts (&detail->participations, store, ENTENTE_ENTITY_PARTICIPATION, id, error) ||
      (n_voices > 0 && !read_claims (detail, store, sources, error)) ||
      (n_links > 0 && !read_links (detail, store, error)) ||
      (has_orders && !read_orders (detail, store, error)))
    return NULL;
  return g_steal_pointer (&detail);
}

static gpointer
read_event (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) sources = entente_event_detail_sources_new ();

  return entente_event_detail_read (store, *(EntenteId *) data, NULL, sources, error);
}

EntenteEventDetail *
entente_study_read_event (EntenteStudy *study, EntenteId event, GError **error)
{
  return entente_study_run (study, read_event, &event, error);
}

void
entente_study_read_event_async (EntenteStudy *study,
                                EntenteId event,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  entente_study_run_read_async (study,
                                read_event,
                                g_memdup2 (&event, sizeof event),
                                g_free,
                                (GDestroyNotify) entente_event_detail_unref,
                                g_task_new (study, cancellable, callback, user_data));
}

EntenteEventDetail *
entente_study_read_event_finish (EntenteStudy *study, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
