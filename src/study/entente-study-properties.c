/* Properties of a study, read in one job of the worker; and notes in its log. */

#include "config.h"

#include "entente-study-properties.h"

#include "entente-study-private.h"

void
entente_study_properties_free (EntenteStudyProperties *properties)
{
  g_clear_pointer (&properties->facts, entente_file_facts_free);
  g_clear_pointer (&properties->log, g_ptr_array_unref);
  g_free (properties);
}

static void
reverse (GPtrArray *array)
{
  for (guint i = 0; i < array->len / 2; i++) {
    gpointer other = array->pdata[array->len - 1 - i];

    array->pdata[array->len - 1 - i] = array->pdata[i];
    array->pdata[i] = other;
  }
}

/* An EntenteStoreFunc. */
static gpointer
read_job (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (EntenteStudyProperties) properties = g_new0 (EntenteStudyProperties, 1);

  for (guint i = 0; i < ENTENTE_N_ENTITIES; i++)
    if ((properties->counts[i] = entente_store_count (store, i, error)) < 0)
      return NULL;
  properties->facts = entente_store_get_facts (store, error);
  properties->log = properties->facts ? entente_store_get_log (store, error) : NULL;
  if (!properties->log)
    return NULL;
  reverse (properties->log);
  return g_steal_pointer (&properties);
}

void
entente_study_read_properties_async (EntenteStudy *study,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  GTask *task = g_task_new (study, cancellable, callback, user_data);

  entente_study_run_read_async (study,
                                read_job,
                                NULL,
                                NULL,
                                (GDestroyNotify) entente_study_properties_free,
                                task);
}

EntenteStudyProperties *
entente_study_read_properties_finish (EntenteStudy *study, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- the log ---- */

typedef struct {
  char *sentence;
  EntenteStudyState *state;
} Note;

static void
note_free (gpointer data)
{
  Note *note = data;

  g_free (note->sentence);
  entente_study_state_unref (note->state);
  g_free (note);
}

/* An EntenteStoreFunc without a result. */
static gpointer
log_job (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Note *note = data;

  entente_store_log (store, note->sentence);
  entente_study_state_forget_kept (note->state);
  return NULL;
}

void
entente_study_log (EntenteStudy *study, const char *sentence)
{
  Note *note = g_new (Note, 1);

  *note = (Note){ g_strdup (sentence), entente_study_state_ref (entente_study_get_state (study)) };
  entente_store_run_edit_async (entente_study_get_store (study),
                                log_job,
                                note,
                                note_free,
                                NULL,
                                NULL,
                                NULL,
                                NULL);
}
