/* What is written stays written, also when its rows cannot be read at once. */
#include "config.h"

#include "entente-importing.h"

struct _EntenteImporting {
  EntenteStudy *study; /* whom progress is told; NULL when all is done */
  char *label;
  GMainContext *context; /* where */
  int percent; /* told last; atomic */
  gint64 step;
};

EntenteImporting *
entente_importing_begin (EntenteStudy *study, const char *label)
{
  EntenteImporting *self = g_atomic_rc_box_new0 (EntenteImporting);

  self->study = study;
  self->label = g_strdup (label);
  self->context = g_main_context_ref_thread_default ();
  entente_study_set_importing (study, TRUE);
  entente_study_set_busy (study, label, -1);
  return self;
}

EntenteImporting *
entente_importing_ref (EntenteImporting *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  EntenteImporting *self = data;

  g_free (self->label);
  g_main_context_unref (self->context);
}

void
entente_importing_unref (EntenteImporting *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static gboolean
show_cb (gpointer data)
{
  EntenteImporting *self = data;

  if (self->study)
    entente_study_set_busy (self->study, self->label, g_atomic_int_get (&self->percent) / 100.0);
  return G_SOURCE_REMOVE;
}

void
entente_importing_tell (EntenteImporting *self, int percent)
{
  g_autoptr (GSource) source = NULL;

  if (percent == g_atomic_int_get (&self->percent))
    return;
  g_atomic_int_set (&self->percent, percent);
  source = g_idle_source_new ();
  g_source_set_callback (source,
                         show_cb,
                         entente_importing_ref (self),
                         (GDestroyNotify) entente_importing_unref);
  g_source_attach (source, self->context);
}

/* Takes @error. */
static void
finish (EntenteImporting *self, GTask *task, GError *error)
{
  entente_study_set_importing (self->study, FALSE);
  entente_study_set_busy (self->study, NULL, -1);
  self->study = NULL;
  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

typedef struct {
  EntenteImporting *importing;
  GTask *task;
} Reading;

static void
rows_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Reading *reading = data;
  g_autoptr (EntenteImporting) self = reading->importing;
  g_autoptr (GTask) task = reading->task;
  GError *error = NULL;
  g_autoptr (EntenteStudyNews) news =
    entente_store_run_finish (ENTENTE_STORE (source), result, &error);

  if (news)
    entente_study_adopt (self->study, news);
  finish (self, task, error);
}

void
entente_importing_end (EntenteImporting *self, GAsyncResult *written, GTask *task)
{
  GError *error = NULL;
  EntenteChangeSet *changes = g_task_propagate_pointer (G_TASK (written), &error);
  EntenteStudyJob *job;
  Reading *reading;

  if (!changes) {
    if (g_error_matches (error, ENTENTE_ERROR, ENTENTE_ERROR_CONFLICT))
      entente_study_reload (self->study);
    finish (self, task, error);
    g_object_unref (task);
    return;
  }
  self->step = changes->step;
  job = entente_study_job_new (entente_study_get_state (self->study), ENTENTE_STUDY_LOAD);
  job->changes = changes;
  reading = g_new (Reading, 1);
  *reading = (Reading){ entente_importing_ref (self), task };
  entente_study_job_start (entente_study_get_store (self->study), job, rows_read_cb, reading);
}

gint64
entente_importing_get_step (const EntenteImporting *self)
{
  return self->step;
}
