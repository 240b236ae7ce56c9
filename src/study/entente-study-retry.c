/* EntenteStudyRetry: rows that could not be read are read again, after a second first and then ever
 * later: a file may be away for a moment, or for a day.
 */
#include "config.h"

#include "entente-study-private.h"

#define MAX_SECONDS 64

struct _EntenteStudyRetry {
  EntenteStudy *study; /* not owned; it owns this */
  GSource *source; /* or NULL */
  guint seconds; /* of the last wait; 0 while rows can be read */
};

EntenteStudyRetry *
entente_study_retry_new (EntenteStudy *study)
{
  EntenteStudyRetry *self = g_new0 (EntenteStudyRetry, 1);

  self->study = study;
  return self;
}

void
entente_study_retry_stop (EntenteStudyRetry *self)
{
  if (self->source)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
  self->seconds = 0;
}

void
entente_study_retry_free (EntenteStudyRetry *self)
{
  entente_study_retry_stop (self);
  g_free (self);
}

static gboolean
retry_cb (gpointer data)
{
  EntenteStudyRetry *self = data;

  g_clear_pointer (&self->source, g_source_unref);
  entente_study_reload (self->study);
  return G_SOURCE_REMOVE;
}

gboolean
entente_study_retry_later (EntenteStudyRetry *self)
{
  gboolean is_first = self->seconds == 0;

  if (self->source)
    return FALSE;
  self->seconds = is_first ? 1 : MIN (self->seconds * 2, MAX_SECONDS);
  self->source = g_timeout_source_new_seconds (self->seconds);
  g_source_set_callback (self->source, retry_cb, self, NULL);
  g_source_attach (self->source, g_main_context_get_thread_default ());
  return is_first;
}
