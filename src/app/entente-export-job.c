/* Drawing the timeline away from the main thread.
 *
 * Chronicle and rows are immutable; titles are read by the store's worker. Data of a job are freed
 * by its end on the main thread, so that a study is never closed from another one.
 */
#include "config.h"

#include "entente-export-job.h"
#include "entente-export.h"
#include "entente-position-list.h"
#include <glib/gi18n.h>
#include <pango/pangocairo.h>

typedef struct {
  EntenteStudy *study;
  EntenteChronicle *chronicle;
  EntenteBitset *rows;
  EntenteExportChoice choice;
  EntenteSceneLinks links;
  GArray *selection; /* EntenteId */
  EntenteId article;
  guint shelf_days;
  EntentePositions *positions; /* or NULL */
  char *title, *filter, *remark, *path, *lanes;
  gint64 version;
  int *permille;
} Job;

static void
free_job (Job *job)
{
  g_object_unref (job->study);
  entente_chronicle_unref (job->chronicle);
  entente_bitset_unref (job->rows);
  g_clear_pointer (&job->positions, entente_positions_unref);
  g_array_unref (job->selection);
  g_free (job->title);
  g_free (job->filter);
  g_free (job->remark);
  g_free (job->path);
  g_free (job->lanes);
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

static char **
read_titles (gpointer study, const EntenteId *events, guint n, GError **error)
{
  return entente_study_read_titles (study, events, n, error);
}

static EntenteEvent *
read_event (gpointer study, EntenteId event, GError **error)
{
  g_autoptr (EntenteEventDetail) detail = entente_study_read_event (study, event, error);

  return detail ? entente_event_ref (detail->event) : NULL;
}

static void
progress_cb (double fraction, gpointer permille)
{
  g_atomic_int_set ((int *) permille, (int) (fraction * 1000));
}

static EntentePicture *
make_picture (const Job *job, GCancellable *cancellable, GError **error)
{
  EntentePictureOptions options;

  entente_picture_options_init (&options);
  options.chronicle = job->chronicle;
  options.rows = job->rows;
  options.positions = job->positions;
  options.source = (EntentePictureSource){ read_titles, read_event, job->study };
  options.has_span = job->choice.has_span;
  options.span = job->choice.span;
  options.width_px = job->choice.width_px;
  options.black = job->choice.black;
  options.transparent = job->choice.transparent;
  options.links = job->links;
  options.selection = (const EntenteId *) (gpointer) job->selection->data;
  options.n_selection = job->selection->len;
  options.lanes = job->lanes;
  options.article = job->article;
  options.shelf_days = job->shelf_days;
  options.study = job->title;
  options.filter = job->filter;
  options.remark = job->remark;
  options.version = job->version;
  options.progress = progress_cb;
  options.progress_data = job->permille;
  return entente_picture_new (&options, cancellable, error);
}

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
  g_autoptr (EntentePicture) picture = make_picture (job, cancellable, error);

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

/* The rows that the session shows; none while they are not those of the chronicle of now. */
static void
take_rows (Job *job, EntenteSession *session)
{
  const EntenteBitset *filtered = entente_session_get_filtered (session);
  guint n_rows = entente_chronicle_get_n_rows (job->chronicle);

  if (!filtered || filtered->n_rows != n_rows)
    job->rows = entente_bitset_new (n_rows);
  else if (job->choice.leave_out_private)
    job->rows = entente_picture_leave_out_private (job->chronicle, filtered, &job->remark);
  else
    job->rows = entente_bitset_ref (filtered);
}

static GArray *
copy_ids (const GArray *ids)
{
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (EntenteId));

  if (ids)
    g_array_append_vals (copy, ids->data, ids->len);
  return copy;
}

/* Those that the timeline shows. */
static EntentePositions *
find_positions (EntenteSession *session)
{
  EntentePositionList *list = entente_session_get_positions (session);

  return entente_position_list_is_on_timeline (list)
           ? entente_positions_ref (entente_position_list_get (list))
           : NULL;
}

static Job *
make_job (EntenteSession *session, const EntenteExportChoice *choice, const char *path)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  Job *job = g_new0 (Job, 1);

  job->study = g_object_ref (entente_session_get_study (session));
  job->chronicle = entente_chronicle_ref (entente_study_get_chronicle (job->study));
  job->choice = *choice;
  take_rows (job, session);
  job->positions = find_positions (session);
  job->links = (EntenteSceneLinks) entente_session_get_answers_shown (session);
  job->selection = copy_ids (entente_session_get_selection (session));
  job->lanes = g_strdup (choice->lanes);
  job->choice.lanes = NULL;
  job->article = entente_session_get_article (session);
  job->shelf_days = (guint) g_settings_get_int (settings, "order-by-days-limit");
  job->title = g_strdup (entente_study_get_title (job->study));
  job->filter = entente_study_format_query (job->study, entente_session_get_query (session));
  job->path = g_strdup (path);
  job->version = entente_study_get_version (job->study);
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
