/* Walks from a text to those that it was made from, and asks of each of their marks whether it
 * became this one.
 */
#include "config.h"

#include "entente-earlier-words.h"

#include "entente-reattach.h"
#include "entente-study-private.h"
#include "entente-study-thread.h"

/* Texts of one article that are looked at. */
#define MAX_TEXTS 64

static gboolean
became (EntenteReattach *reattach, const EntentePassage *old, const EntentePassage *passage)
{
  EntenteReattachment found = entente_reattach_find (reattach, old);

  return found.grade != ENTENTE_REATTACHED_LOST && found.start == passage->start &&
         found.end == passage->end;
}

/* The mark of @before that became @passage, of @after; NULL without an error when none did. */
static EntentePassage *
find_in (EntenteStore *store,
         const EntenteRevision *before,
         const EntenteRevision *after,
         const EntentePassage *passage,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (GPtrArray) passages = entente_store_list_of (store,
                                                          ENTENTE_ENTITY_PASSAGE,
                                                          ENTENTE_ENTITY_REVISION,
                                                          before->record.id,
                                                          error);
  g_autoptr (EntenteReattach) reattach = passages && passages->len > 0
                                           ? entente_reattach_new (before->text ? before->text : "",
                                                                   after->text ? after->text : "",
                                                                   cancellable,
                                                                   error)
                                           : NULL;

  for (guint i = 0; reattach && i < passages->len; i++)
    if (became (reattach, passages->pdata[i], passage))
      return entente_passage_ref (passages->pdata[i]);
  return NULL;
}

GPtrArray *
entente_earlier_words_find (EntenteStore *store,
                            const EntentePassage *passage,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (EntentePassage) current = entente_passage_ref (passage);
  g_autoptr (EntenteRevision) after =
    entente_store_get (store, ENTENTE_ENTITY_REVISION, passage->revision, error);
  EntenteId id = after ? after->made_from : ENTENTE_ID_NONE;
  g_autoptr (GError) failed = NULL;

  if (!after)
    return NULL;
  for (guint i = 0; i < MAX_TEXTS && id != ENTENTE_ID_NONE && !failed; i++) {
    g_autoptr (EntenteRevision) before =
      entente_store_get (store, ENTENTE_ENTITY_REVISION, id, &failed);
    EntentePassage *old =
      before ? find_in (store, before, after, current, cancellable, &failed) : NULL;

    id = before ? before->made_from : ENTENTE_ID_NONE;
    if (!old)
      continue;
    if (g_strcmp0 (old->quote, current->quote) != 0)
      g_ptr_array_add (words, g_strdup (old->quote));
    entente_passage_unref (current);
    current = old;
    entente_revision_unref (after);
    after = g_steal_pointer (&before);
  }
  if (!failed)
    return g_steal_pointer (&words);
  g_propagate_error (error, g_steal_pointer (&failed));
  return NULL;
}

/* ---- in a thread ---- */

typedef struct {
  EntenteStore *store;
  EntentePassage *passage;
} Wanted;

static void
free_wanted (gpointer data)
{
  Wanted *wanted = data;

  g_object_unref (wanted->store);
  entente_passage_unref (wanted->passage);
  g_free (wanted);
}

static gpointer
find (gpointer data, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = data;

  return entente_earlier_words_find (wanted->store, wanted->passage, cancellable, error);
}

void
entente_study_find_earlier_words_async (EntenteStudy *study,
                                        const EntentePassage *passage,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  Wanted *wanted = g_new (Wanted, 1);

  *wanted =
    (Wanted){ g_object_ref (entente_study_get_store (study)), entente_passage_ref (passage) };
  entente_study_run_in_thread (g_task_new (study, cancellable, callback, user_data),
                               find,
                               wanted,
                               free_wanted,
                               (GDestroyNotify) g_ptr_array_unref);
}

GPtrArray *
entente_study_find_earlier_words_finish (EntenteStudy *study, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- a text itself ---- */

static gpointer
read_text (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return entente_store_get (store, ENTENTE_ENTITY_REVISION, *(EntenteId *) data, error);
}

void
entente_study_read_text_async (EntenteStudy *study,
                               EntenteId revision,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  entente_study_run_read_async (study,
                                read_text,
                                g_memdup2 (&revision, sizeof revision),
                                g_free,
                                (GDestroyNotify) entente_record_unref,
                                g_task_new (study, cancellable, callback, user_data));
}

EntenteRevision *
entente_study_read_text_finish (EntenteStudy *study, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
