/* An import of actors: a thread reads the file and makes the records, the store writes them in
 * slices, and then the rows are read anew, as after a table of events. */
#include "config.h"

#include "entente-study-actors.h"

#include <glib/gi18n-lib.h>

#include "entente-importing.h"

typedef struct {
  GFile *file;
  EntenteActorFile form;
  char *map;
  EntenteStore *store;
  EntenteChronicle *chronicle;
  EntenteActorImport *made; /* in the end the caller's */
  guint next; /* record to be written */
  EntenteProgress progress;
  gpointer progress_data;
  EntenteImporting *importing; /* NULL when somebody waits */
} Import;

static Import *
import_new (EntenteStudy *study, GFile *file, EntenteActorFile form, const char *map)
{
  Import *self = g_atomic_rc_box_new0 (Import);

  self->file = g_object_ref (file);
  self->form = form;
  self->map = g_strdup (map);
  self->store = g_object_ref (entente_study_get_store (study));
  self->chronicle = entente_chronicle_ref (entente_study_get_chronicle (study));
  return self;
}

static void
clear_import (gpointer data)
{
  Import *self = data;

  g_object_unref (self->file);
  g_free (self->map);
  g_object_unref (self->store);
  entente_chronicle_unref (self->chronicle);
  g_clear_pointer (&self->made, entente_actor_import_free);
  g_clear_pointer (&self->importing, entente_importing_unref);
}

static void
import_unref (gpointer import)
{
  g_atomic_rc_box_release_full (import, clear_import);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Import, import_unref)

static char *
dup_shown_name (GFile *file)
{
  g_autofree char *basename = g_file_get_basename (file);

  return g_filename_display_name (basename);
}

static char *
dup_busy_label (GFile *file)
{
  g_autofree char *name = dup_shown_name (file);

  return g_strdup_printf (_ ("Importing “%s”"), name);
}

/* ---- writing ---- */

static gpointer
next_record (gpointer data, GError **error)
{
  Import *self = data;

  return self->next < self->made->records->len
           ? entente_record_ref (self->made->records->pdata[self->next++])
           : NULL;
}

/* Reads the file and writes what is new. An empty change when the study knew all of it. */
static EntenteChangeSet *
carry_out (Import *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (EntenteActorDrafts) drafts =
    entente_actor_drafts_read (self->file, self->form, self->map, cancellable, error);
  g_autofree char *name = dup_shown_name (self->file);
  g_autofree char *label = g_strdup_printf (_ ("Import actors of “%s”"), name);

  if (!drafts)
    return NULL;
  self->made = entente_actor_import_new (self->chronicle, drafts);
  if (self->made->records->len == 0)
    return entente_change_set_new_everything (label);
  return entente_store_import (self->store,
                               label,
                               next_record,
                               self,
                               self->progress,
                               self->progress_data,
                               cancellable,
                               error);
}

EntenteActorImport *
entente_study_import_actors (EntenteStudy *study,
                             GFile *file,
                             EntenteActorFile form,
                             const char *map,
                             EntenteProgress progress,
                             gpointer data,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (Import) self = import_new (study, file, form, map);
  g_autoptr (EntenteStudyJob) job =
    entente_study_job_new (entente_study_get_state (study), ENTENTE_STUDY_LOAD);
  g_autoptr (EntenteStudyNews) news = NULL;

  self->progress = progress;
  self->progress_data = data;
  job->changes = carry_out (self, cancellable, error);
  if (!job->changes)
    return NULL;
  news = entente_study_run (study, entente_study_job_run, job, error);
  if (!news)
    return NULL;
  entente_study_adopt (study, news);
  return g_steal_pointer (&self->made);
}

/* ---- not waiting ---- */

/* On the worker. */
static void
tell_progress (gint64 done, gpointer data)
{
  Import *self = data;

  entente_importing_tell (self->importing, (int) (done * 100 / MAX (self->made->records->len, 1)));
}

static void
import_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  EntenteChangeSet *changes = carry_out (data, cancellable, &error);

  if (changes)
    g_task_return_pointer (task, changes, (GDestroyNotify) entente_change_set_unref);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Import *self = g_task_get_task_data (data);

  entente_importing_end (self->importing, result, data);
}

void
entente_study_import_actors_async (EntenteStudy *study,
                                   GFile *file,
                                   EntenteActorFile form,
                                   const char *map,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task = g_task_new (study, NULL, callback, user_data);
  /* Without the study, which ends in this thread, not in that one. */
  g_autoptr (GTask) writing = g_task_new (NULL, cancellable, written_cb, task);
  Import *self = import_new (study, file, form, map);
  g_autofree char *label = dup_busy_label (file);

  self->importing = entente_importing_begin (study, label);
  self->progress = tell_progress;
  self->progress_data = self;
  /* What is written stays written, however late someone cancels. */
  g_task_set_check_cancellable (writing, FALSE);
  g_task_set_task_data (task, self, import_unref);
  g_task_set_task_data (writing, g_atomic_rc_box_acquire (self), import_unref);
  g_task_run_in_thread (writing, import_in_thread);
}

EntenteActorImport *
entente_study_import_actors_finish (EntenteStudy *study,
                                    GAsyncResult *result,
                                    gint64 *step,
                                    GError **error)
{
  Import *self = g_task_get_task_data (G_TASK (result));

  if (step)
    *step = entente_importing_get_step (self->importing);
  return g_task_propagate_boolean (G_TASK (result), error) ? g_steal_pointer (&self->made) : NULL;
}
