/* Backups of a study that a person works with: when it is closed, and, should that have taken
 * longer than anybody waits for, a while after it is opened again. Whether one is due the store
 * knows.
 */
#include "config.h"

#include "entente-study-private.h"

/* Longer than this nobody waits for a study that is closed. */
#define PATIENCE_MS 1500

typedef struct {
  gboolean done;
} Wait;

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Wait *wait = data;

  entente_store_run_finish (ENTENTE_STORE (source), result, NULL);
  wait->done = TRUE;
}

static gboolean
lose_patience_cb (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_REMOVE;
}

void
entente_study_run_patiently (EntenteStore *store,
                             EntenteStoreFunc func,
                             gpointer data,
                             GDestroyNotify data_free,
                             gboolean edits,
                             guint patience_ms)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GSource) patience = g_timeout_source_new (patience_ms);
  Wait wait = { FALSE };

  g_main_context_push_thread_default (context);
  g_source_set_callback (patience, lose_patience_cb, cancellable, NULL);
  g_source_attach (patience, context);
  if (patience_ms == 0)
    g_cancellable_cancel (cancellable);
  (edits
     ? entente_store_run_edit_async
     : entente_store_run_async) (store, func, data, data_free, NULL, cancellable, done_cb, &wait);
  while (!wait.done)
    g_main_context_iteration (context, TRUE);
  g_source_destroy (patience);
  g_main_context_pop_thread_default (context);
}

/* ---- much at once ---- */

/* Fewer records than this are not much, whatever part of the study they are. */
#define MIN_MUCH 20
/* More changes than this in one step are much in any study: what is merged, or read from a file. */
#define MANY_CHANGES 200

static gboolean
is_much (guint n, guint all)
{
  return n >= MIN_MUCH && n > all / 2;
}

gboolean
entente_study_backup_is_worth (EntenteStudy *study, const EntenteStep *step)
{
  const EntenteChronicle *chronicle = entente_study_get_chronicle (study);
  guint n[ENTENTE_N_ENTITIES] = { 0 };

  for (guint i = 0; i < step->changes->len; i++) {
    const EntenteChange *change = step->changes->pdata[i];

    if (change->operation != ENTENTE_INSERT)
      n[change->record->entity]++;
  }
  return step->changes->len >= MANY_CHANGES ||
         is_much (n[ENTENTE_ENTITY_EVENT], entente_chronicle_get_n_rows (chronicle)) ||
         is_much (n[ENTENTE_ENTITY_ARTICLE], entente_chronicle_get_n_articles (chronicle)) ||
         is_much (n[ENTENTE_ENTITY_ACTOR], entente_chronicle_get_n_actors (chronicle)) ||
         is_much (n[ENTENTE_ENTITY_CLAIM], entente_chronicle_get_n_rows (chronicle));
}

/* ---- backups ---- */

/* An EntenteStoreFunc without a result: what goes wrong is noted in the study. */
static gpointer
back_up (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  entente_store_back_up (store, cancellable, NULL);
  return NULL;
}

void
entente_study_backup_write (EntenteStore *store)
{
  entente_study_run_patiently (store, back_up, NULL, NULL, TRUE, PATIENCE_MS);
}

void
entente_study_backup_write_async (EntenteStore *store, GCancellable *cancellable)
{
  entente_store_run_edit_async (store, back_up, NULL, NULL, NULL, cancellable, NULL, NULL);
}
