/* Reading an article with its newest text, its notes, its marked passages and what they carry.
 *
 * All is read in one job on the store's worker, so that it shows one moment of the study.
 */

#include "config.h"

#include "entente-article-detail.h"

#include "entente-event-detail.h"
#include "entente-study-private.h"

static int
compare_passages (gconstpointer a, gconstpointer b)
{
  const EntentePassage *one = *(const EntentePassage *const *) a;
  const EntentePassage *other = *(const EntentePassage *const *) b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  if (one->end != other->end)
    return one->end < other->end ? -1 : 1;
  return (one->record.id > other->record.id) - (one->record.id < other->record.id);
}

/* NULL without an error when the article has no text. */
EntenteRevision *
entente_store_get_newest_revision (EntenteStore *store, EntenteId article, GError **error)
{
  g_autoptr (GPtrArray) revisions =
    entente_store_list_of (store, ENTENTE_ENTITY_REVISION, ENTENTE_ENTITY_ARTICLE, article, error);
  EntenteRevision *newest = NULL;

  for (guint i = 0; revisions && i < revisions->len; i++) {
    EntenteRevision *revision = g_ptr_array_index (revisions, i);

    if (!newest || revision->number > newest->number)
      newest = revision;
  }
  return newest ? entente_revision_ref (newest) : NULL;
}

/* An article without text has no parts. */
static gboolean
read_parts (GPtrArray **list,
            EntenteStore *store,
            EntenteEntity entity,
            const EntenteRevision *revision,
            GError **error)
{
  return !revision || entente_store_replace_list (list,
                                                  store,
                                                  entity,
                                                  ENTENTE_ENTITY_REVISION,
                                                  revision->record.id,
                                                  error);
}

EntenteArticleDetail *
entente_store_read_article (EntenteStore *store, EntenteId id, GError **error)
{
  g_autoptr (EntenteArticleDetail) detail = entente_article_detail_new ();
  g_autoptr (GError) failed = NULL;

  if (!(detail->article = entente_store_get (store, ENTENTE_ENTITY_ARTICLE, id, error)))
    return NULL;
  detail->revision = entente_store_get_newest_revision (store, id, &failed);
  if (failed) {
    g_propagate_error (error, g_steal_pointer (&failed));
    return NULL;
  }
  if (!read_parts (&detail->footnotes, store, ENTENTE_ENTITY_FOOTNOTE, detail->revision, error) ||
      !read_parts (&detail->passages, store, ENTENTE_ENTITY_PASSAGE, detail->revision, error) ||
      !entente_store_replace_list (&detail->claims,
                                   store,
                                   ENTENTE_ENTITY_CLAIM,
                                   ENTENTE_ENTITY_ARTICLE,
                                   id,
                                   error))
    return NULL;
  g_ptr_array_sort (detail->footnotes, entente_footnote_compare_positions);
  g_ptr_array_sort (detail->passages, compare_passages);
  return g_steal_pointer (&detail);
}

static gpointer
read_article (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return entente_store_read_article (store, *(EntenteId *) data, error);
}

EntenteArticleDetail *
entente_study_read_article (EntenteStudy *study, EntenteId article, GError **error)
{
  return entente_study_run (study, read_article, &article, error);
}

void
entente_study_read_article_async (EntenteStudy *study,
                                  EntenteId article,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  entente_study_run_read_async (study,
                                read_article,
                                g_memdup2 (&article, sizeof article),
                                g_free,
                                (GDestroyNotify) entente_article_detail_unref,
                                g_task_new (study, cancellable, callback, user_data));
}

EntenteArticleDetail *
entente_study_read_article_finish (EntenteStudy *study, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
