/* What proposals are made of, read from the study: the article and the rejections in one job of the worker, then the words in a
 * thread of their own. */

#include "config.h"

#include "entente-proposals.h"

typedef struct {
  EntenteStudy *study;
  EntenteId article;
  EntenteChronicle *chronicle;
  EntenteProposals *before;
} Reading;

static void
free_reading (Reading *reading)
{
  g_object_unref (reading->study);
  g_clear_pointer (&reading->chronicle, entente_chronicle_unref);
  g_clear_pointer (&reading->before, entente_proposals_unref);
  g_free (reading);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, free_reading)

static Reading *
make_reading (EntenteStudy *study, EntenteId article, EntenteProposals *before)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->study = g_object_ref (study);
  reading->article = article;
  reading->chronicle = entente_chronicle_ref (entente_study_get_chronicle (study));
  reading->before = before != NULL ? entente_proposals_ref (before) : NULL;
  return reading;
}

static EntenteProposals *
read_proposals (const Reading *reading, GCancellable *cancellable, GError **error)
{
  EntenteStore *store = entente_study_get_store (reading->study);
  g_autoptr (EntenteArticleDetail) detail =
    entente_study_read_article (reading->study, reading->article, error);
  g_autoptr (GPtrArray) rejections = NULL, lexicon = NULL;

  if (detail == NULL)
    return NULL;
  rejections = entente_store_list (store, ENTENTE_ENTITY_REJECTION, error);
  if (rejections == NULL)
    return NULL;
  lexicon = entente_store_list (store, ENTENTE_ENTITY_LEXICON, error);
  if (lexicon == NULL)
    return NULL;
  return entente_proposals_new (detail,
                                rejections,
                                lexicon,
                                reading->chronicle,
                                reading->before,
                                cancellable,
                                error);
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

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  EntenteProposals *proposals = read_proposals (data, cancellable, &error);

  if (proposals != NULL)
    g_task_return_pointer (task, proposals, (GDestroyNotify) entente_proposals_unref);
  else
    g_task_return_error (task, error);
}

void
entente_study_read_proposals_async (EntenteStudy *study,
                                    EntenteId article,
                                    EntenteProposals *before,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (study, cancellable, callback, user_data);

  g_task_set_task_data (task, make_reading (study, article, before), (GDestroyNotify) free_reading);
  g_task_run_in_thread (task, read_in_thread);
}

EntenteProposals *
entente_study_read_proposals_finish (EntenteStudy *study, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
