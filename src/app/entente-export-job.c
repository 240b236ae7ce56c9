/* Drawing the timeline away from the main thread. Data of a job are freed by its end on the main
 * thread. */
#include "config.h"

#include "entente-export-job.h"
#include "entente-export.h"
#include "entente-picture-inputs.h"
#include <glib/gi18n.h>
#include <pango/pangocairo.h>

typedef struct {
  EntentePictureInputs *inputs;
  EntenteExportChoice choice;
  char *path;
  int *permille;
} Job;

static void
free_job (Job *job)
{
  entente_picture_inputs_free (job->inputs);
  g_free (job->path);
  g_free (job);
}

const EntenteSaveFormat entente_export_formats[ENTENTE_N_EXPORT_FORMATS] = {
  { "svg", N_ ("SVG picture"), "image/svg+xml" },
  { "png", N_ ("PNG picture"), "image/png" },
  { "pdf", N_ ("PDF"), "application/pdf" },
};

EntenteExportFormat
entente_export_format_guess (const char *name, EntenteExportFormat otherwise)
{
  return entente_save_formats_guess (entente_export_formats,
                                     ENTENTE_N_EXPORT_FORMATS,
                                     name,
                                     otherwise);
}

/* ---- in the thread ---- */

static cairo_status_t
write_bytes (void *output, const unsigned char *bytes, unsigned int length)
{
  return entente_export_write (output, bytes, length) ? CAIRO_STATUS_SUCCESS
                                                      : CAIRO_STATUS_WRITE_ERROR;
}

static gboolean
write_poster (const Job *job,
              EntentePicture *picture,
              EntenteExport *output,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (EntentePoster) poster =
    entente_poster_new (picture, &job->choice.poster, cancellable, error);

  return poster && entente_poster_write_pdf (poster, write_bytes, output, cancellable, error);
}

static gboolean
write_picture (const Job *job, EntenteExport *output, GCancellable *cancellable, GError **error)
{
  g_autoptr (EntentePicture) picture =
    entente_picture_inputs_make (job->inputs, job->permille, cancellable, error);

  if (!picture)
    return FALSE;
  switch (job->choice.format) {
  case ENTENTE_EXPORT_PDF:
    return write_poster (job, picture, output, cancellable, error);
  case ENTENTE_EXPORT_PNG:
    return entente_picture_write_png (picture, job->choice.scale, write_bytes, output, error);
  case ENTENTE_EXPORT_SVG:
  case ENTENTE_N_EXPORT_FORMATS:
  default:
    return entente_picture_write_svg (picture, 1, write_bytes, output, error);
  }
}

/* Makes it a file, or leaves no trace. */
static gboolean
save (const Job *job, GCancellable *cancellable, GError **error)
{
  EntenteExport *output = entente_export_begin (job->path, error);
  GError *failed = NULL;

  if (!output)
    return FALSE;
  if (write_picture (job, output, cancellable, &failed))
    g_cancellable_set_error_if_cancelled (cancellable, &failed);
  return entente_export_end (output, failed, error);
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  pango_cairo_font_map_set_default (NULL); /* fonts are this thread's own */
  if (save (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* ---- on the main thread ---- */

static Job *
make_job (EntenteSession *session, const EntenteExportChoice *choice, const char *path)
{
  const EntentePictureChoice shown = {
    .has_span = choice->has_span,
    .span = choice->span,
    .width_px = choice->width_px,
    .lanes = choice->lanes,
    .black = choice->black,
    .transparent = choice->transparent,
    .leave_out_private = choice->leave_out_private,
    .pseudonyms = choice->pseudonyms,
    .links = choice->links,
  };
  Job *job = g_new0 (Job, 1);

  job->inputs = entente_picture_inputs_new (session, &shown);
  job->choice = *choice;
  job->choice.lanes = NULL;
  job->path = g_strdup (path);
  return job;
}

void
entente_export_job_start (EntenteSession *session,
                          const EntenteExportChoice *choice,
                          const char *path,
                          int *permille,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = make_job (session, choice, path);

  job->permille = permille;
  g_task_set_source_tag (task, entente_export_job_start);
  g_task_set_check_cancellable (task, FALSE); /* what is written is written */
  g_task_set_task_data (task, job, NULL);
  g_task_run_in_thread (task, run);
}

gboolean
entente_export_job_finish (GAsyncResult *result, GError **error)
{
  free_job (g_task_get_task_data (G_TASK (result)));
  return g_task_propagate_boolean (G_TASK (result), error);
}
