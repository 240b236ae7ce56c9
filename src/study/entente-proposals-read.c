/* What proposals are made of, read from the study: the article, the rejections and what was learnt
 * in one job of the worker, so that no edit comes between them; then the words, in a thread of
 * their own. The chronicle is the one that the study has when it is asked: an edit that is not in
 * it yet makes the study change, and then everything is read again. */

#include "config.h"

#include "entente-article-detail.h"
#include "entente-proposals.h"
#include "entente-study-private.h"
#include "entente-study-thread.h"

typedef struct {
  EntenteStore *store;
  EntenteId article;
  EntenteChronicle *chronicle;
  EntenteProposals *before;
} Reading;

static void
free_reading (Reading *reading)
{
  g_object_unref (reading->store);
  g_clear_pointer (&reading->chronicle, entente_chronicle_unref);
  g_clear_pointer (&reading->before, entente_proposals_unref);
  g_free (reading);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, free_reading)

static Reading *
make_reading (EntenteStudy *study, EntenteId article, EntenteProposals *before)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->store = g_object_ref (entente_study_get_store (study));
  reading->article = article;
  reading->chronicle = entente_chronicle_ref (entente_study_get_chronicle (study));
  reading->before = before != NULL ? entente_proposals_ref (before) : NULL;
  return reading;
}

/* ---- on the worker ---- */

typedef struct {
  EntenteArticleDetail *detail;
  GPtrArray *rejections, *lexicon;
} Records;

static void
free_records (Records *records)
{
  g_clear_pointer (&records->detail, entente_article_detail_unref);
  g_clear_pointer (&records->rejections, g_ptr_array_unref);
  g_clear_pointer (&records->lexicon, g_ptr_array_unref);
  g_free (records);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Records, free_records)

static gpointer
read_records (EntenteStore *store, gpointer article, GCancellable *cancellable, GError **error)
{
  g_autoptr (Records) records = g_new0 (Records, 1);

  records->detail = entente_store_read_article (store, *(const EntenteId *) article, error);
  if (records->detail == NULL)
    return NULL;
  records->rejections = entente_store_list (store, ENTENTE_ENTITY_REJECTION, error);
  if (records->rejections == NULL)
    return NULL;
  records->lexicon = entente_store_list (store, ENTENTE_ENTITY_LEXICON, error);
  return records->lexicon != NULL ? g_steal_pointer (&records) : NULL;
}

/* ---- in a thread ---- */

static EntenteProposals *
read_proposals (Reading *reading, GCancellable *cancellable, GError **error)
{
  g_autoptr (Records) records = entente_store_run_blocking (reading->store,
                                                            read_records,
                                                            &reading->article,
                                                            NULL,
                                                            FALSE,
                                                            NULL,
                                                            error);

  return records != NULL ? entente_proposals_new (records->detail,
                                                  records->rejections,
                                                  records->lexicon,
                                                  reading->chronicle,
                                                  reading->before,
                                                  cancellable,
                                                  error)
                         : NULL;
}

EntenteProposals *
entente_study_read_proposals (EntenteStudy *study,
                              EntenteId article,
                              EntenteProposals *before,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autoptr (Reading) reading = make_reading (study, article, before);

  return read_proposals (reading, cancellable, error);
}

static gpointer
read_in_thread (gpointer reading, GCancellable *cancellable, GError **error)
{
  return read_proposals (reading, cancellable, error);
}

void
entente_study_read_proposals_async (EntenteStudy *study,
                                    EntenteId article,
                                    EntenteProposals *before,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  entente_study_run_in_thread (g_task_new (study, cancellable, callback, user_data),
                               read_in_thread,
                               make_reading (study, article, before),
                               (GDestroyNotify) free_reading,
                               (GDestroyNotify) entente_proposals_unref);
}

EntenteProposals *
entente_study_read_proposals_finish (EntenteStudy *study, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
