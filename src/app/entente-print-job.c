/* Making and writing summaries away from the main thread.
 *
 * What a job needs is taken on the main thread when it begins: chronicle, query and rows are
 * immutable, whole events are read by the store's worker. Data of a job are freed by its end on the
 * main thread, so that a study is never closed from another one.
 */
#include "config.h"

#include "entente-event-cursor.h"
#include "entente-export.h"
#include "entente-picture-inputs.h"
#include "entente-preferences.h"
#include "entente-print-job.h"
#include "entente-question-steps.h"
#include "entente-study-positions.h"
#include <glib/gi18n.h>
#include <pango/pangocairo.h>
#include <string.h>

typedef struct {
  EntenteStudy *study;
  EntenteChronicle *chronicle;
  EntenteQuery *query;
  EntenteBitset *rows;
  EntenteEventCursor *events;
  EntentePictureInputs *picture; /* of a poster; or NULL */
  EntentePrintChoice choice;
  EntentePrintProgress *progress; /* or NULL */
  char *title;
  char *coder;
  char *lanes;
} Job;

static void
free_job (Job *job)
{
  entente_event_cursor_free (job->events);
  g_clear_pointer (&job->picture, entente_picture_inputs_free);
  g_object_unref (job->study);
  entente_chronicle_unref (job->chronicle);
  entente_query_unref (job->query);
  entente_bitset_unref (job->rows);
  g_clear_pointer (&job->progress, entente_print_progress_unref);
  g_free (job->title);
  g_free (job->coder);
  g_free (job->lanes);
  g_free (job);
}

/* What a job makes. */
typedef struct {
  EntentePrintout *printout;
  EntenteRedactionList *list;
} Made;

static void
free_made (Made *made)
{
  g_clear_pointer (&made->printout, entente_printout_unref);
  g_clear_pointer (&made->list, entente_redaction_list_unref);
  g_free (made);
}

/* Pages go on to another thread, so they get a font map of their own: the next job of this thread
 * shall not share it. */
static void
begin_fonts (void)
{
  pango_cairo_font_map_set_default (NULL);
}

/* ---- from the session to pages ---- */

static EntenteEventDetail *
read_event (gpointer data, EntenteId event, GError **error)
{
  Job *job = data;

  if (job->progress)
    entente_print_progress_step (job->progress);
  return entente_event_cursor_seek (job->events, event, error);
}

static EntenteArticleDetail *
read_article (gpointer data, EntenteId article, GError **error)
{
  return entente_study_read_article (((Job *) data)->study, article, error);
}

static char **
read_titles (gpointer data, const EntenteId *events, guint n, GError **error)
{
  return entente_study_read_titles (((Job *) data)->study, events, n, error);
}

static GPtrArray *
read_positions (gpointer data, GError **error)
{
  return entente_study_read_positions (((Job *) data)->study, NULL, error);
}

static EntenteQuestionNotes *
read_questions (gpointer data, GError **error)
{
  return entente_study_read_question_notes (((Job *) data)->study, error);
}

static EntentePassage *
read_passage (gpointer data, EntenteId passage, EntenteId *article)
{
  return entente_study_read_passage (((Job *) data)->study, passage, article, NULL);
}

static void
tell_stage (const Job *job, EntentePrintStage stage, guint total)
{
  if (job->progress)
    entente_print_progress_begin (job->progress, stage, total);
}

static gboolean
make_summary (Job *job, Made *made, GCancellable *cancellable, GError **error)
{
  EntenteSummarySource reader = { read_event,     read_article,   job,
                                  read_positions, read_questions, read_passage };
  EntentePageStyle style;
  g_autoptr (EntenteDocument) document = NULL;
  g_autoptr (EntentePages) pages = NULL;

  tell_stage (job, ENTENTE_PRINT_READING, entente_bitset_count (job->rows));
  document = entente_summary_build (&job->choice.summary,
                                    job->chronicle,
                                    job->query,
                                    job->rows,
                                    &reader,
                                    cancellable,
                                    error);
  tell_stage (job, ENTENTE_PRINT_SETTING, 0);
  begin_fonts ();
  entente_print_choice_get_style (&job->choice, &style);
  if (document)
    pages = entente_pages_new (document, &style, cancellable, error);
  if (!pages)
    return FALSE;
  entente_redaction_list_search_document (made->list, document, cancellable);
  made->printout = entente_printout_new_pages (pages);
  return TRUE;
}

/* Of all events shown, whether their titles have room or not. */
static gboolean
search_titles (Job *job, Made *made, GError **error)
{
  guint n = entente_bitset_count (job->rows), i = 0;
  g_autofree EntenteId *ids = g_new (EntenteId, n);
  g_autofree char **titles = NULL;

  for (guint row = entente_bitset_next (job->rows, 0); i < n;
       row = entente_bitset_next (job->rows, row + 1))
    ids[i++] = entente_chronicle_get_id (job->chronicle, row);
  if (n > 0 && !(titles = read_titles (job, ids, n, error)))
    return FALSE;
  for (i = 0; i < n; i++) {
    entente_redaction_list_search_text (made->list, _ ("Title"), titles[i]);
    g_free (titles[i]);
  }
  entente_redaction_list_search_text (made->list, _ ("Name of the study"), job->title);
  return TRUE;
}

static gboolean
make_poster (Job *job, Made *made, GCancellable *cancellable, GError **error)
{
  g_autoptr (EntentePicture) picture = NULL;
  EntentePoster *poster;

  tell_stage (job, ENTENTE_PRINT_SETTING, 0);
  begin_fonts ();
  if (job->choice.summary.pseudonyms && !search_titles (job, made, error))
    return FALSE;
  picture = entente_picture_inputs_make (job->picture, NULL, cancellable, error);
  poster = picture ? entente_poster_new (picture, &job->choice.sheets, cancellable, error) : NULL;
  if (!poster)
    return FALSE;
  made->printout = entente_printout_new_poster (g_steal_pointer (&picture), poster);
  return TRUE;
}

static void
make (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  const EntenteRedactionOptions redaction = { job->choice.summary.leave_out_private,
                                              job->choice.summary.pseudonyms,
                                              read_titles,
                                              job };
  Made *made = g_new0 (Made, 1);
  GError *error = NULL;

  made->list = entente_redaction_list_new (&redaction, job->chronicle, job->rows, &error);
  if (made->list && (job->picture ? make_poster : make_summary) (job, made, cancellable, &error)) {
    g_task_return_pointer (task, made, (GDestroyNotify) free_made);
    return;
  }
  free_made (made);
  g_task_return_error (task, error);
}

/* The rows that the session shows; none while they are not those of the chronicle of now, for then
 * the session tells of new ones shortly. */
static EntenteBitset *
take_rows (EntenteSession *session, const EntenteChronicle *chronicle)
{
  const EntenteBitset *filtered = entente_session_get_filtered (session);
  guint n_rows = entente_chronicle_get_n_rows (chronicle);

  if (filtered && filtered->n_rows == n_rows)
    return entente_bitset_ref (filtered);
  return entente_bitset_new (n_rows);
}

static EntentePictureInputs *
take_picture (EntenteSession *session, const EntentePrintChoice *choice, const char *lanes)
{
  const EntentePictureChoice shown = {
    .lanes = lanes,
    .black = choice->black,
    .leave_out_private = choice->summary.leave_out_private,
    .pseudonyms = choice->summary.pseudonyms,
    .links = entente_print_choice_get_links (choice),
  };

  return entente_picture_inputs_new (session, &shown);
}

static Job *
make_job (EntenteSession *session, const EntentePrintChoice *choice, const char *lanes)
{
  Job *job = g_new0 (Job, 1);

  job->study = g_object_ref (entente_session_get_study (session));
  job->chronicle = entente_chronicle_ref (entente_study_get_chronicle (job->study));
  job->query = entente_query_ref ((EntenteQuery *) entente_session_get_query (session));
  job->rows = take_rows (session, job->chronicle);
  job->events = entente_event_cursor_new (job->study, job->rows);
  job->title = g_strdup (entente_study_get_title (job->study));
  job->coder = entente_preferences_dup_coder ();
  job->choice = *choice;
  job->choice.summary.study = job->title;
  job->choice.summary.coder = job->coder;
  job->choice.summary.lanes = job->lanes = g_strdup (lanes);
  job->choice.summary.version = entente_study_get_version (job->study);
  if (choice->poster)
    job->picture = take_picture (session, choice, lanes);
  return job;
}

/* The callback of a job runs in any case, cancelled or not. */
static void
start (GTask *task, GTaskThreadFunc func, gpointer data)
{
  g_task_set_task_data (task, data, NULL);
  g_task_run_in_thread (task, func);
  g_object_unref (task);
}

void
entente_print_job_start (EntenteSession *session,
                         const EntentePrintChoice *choice,
                         const char *lanes,
                         EntentePrintProgress *progress,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = make_job (session, choice, lanes);

  job->progress = progress ? entente_print_progress_ref (progress) : NULL;
  g_task_set_source_tag (task, entente_print_job_start);
  start (task, make, job);
}

EntentePrintout *
entente_print_job_finish (GAsyncResult *result, EntenteRedactionList **list, GError **error)
{
  EntentePrintout *printout;
  Made *made;

  free_job (g_task_get_task_data (G_TASK (result)));
  made = g_task_propagate_pointer (G_TASK (result), error);
  if (!made)
    return NULL;
  printout = g_steal_pointer (&made->printout);
  if (list)
    *list = g_steal_pointer (&made->list);
  free_made (made);
  return printout;
}

/* ---- from a document to a file ---- */

const EntenteSaveFormat entente_print_formats[ENTENTE_N_PRINT_FORMATS] = {
  { "pdf", N_ ("PDF"), "application/pdf" },
  { "md", N_ ("Markdown"), "text/markdown" },
  { "txt", N_ ("Plain text"), "text/plain" },
  { "html", N_ ("Web page"), "text/html" },
  { "odt", N_ ("OpenDocument text"), "application/vnd.oasis.opendocument.text" },
};

typedef struct {
  EntenteDocument *document;
  EntentePageStyle style;
  EntentePrintFormat format;
  char *path;
  EntentePrintProgress *progress; /* or NULL */
} SaveJob;

static void
free_save_job (SaveJob *job)
{
  entente_document_unref (job->document);
  g_clear_pointer (&job->progress, entente_print_progress_unref);
  g_free (job->path);
  g_free (job);
}

EntentePrintFormat
entente_print_format_guess (const char *name, EntentePrintFormat otherwise)
{
  return entente_save_formats_guess (entente_print_formats,
                                     ENTENTE_N_PRINT_FORMATS,
                                     name,
                                     otherwise);
}

/* Where a document goes; a write that failed is told when the output is committed. */
typedef struct {
  EntenteExport *output;
  gboolean broken;
} Sink;

static cairo_status_t
write_pdf_bytes (void *closure, const unsigned char *bytes, unsigned int length)
{
  Sink *sink = closure;

  sink->broken = sink->broken || !entente_export_write (sink->output, bytes, length);
  return sink->broken ? CAIRO_STATUS_WRITE_ERROR : CAIRO_STATUS_SUCCESS;
}

static void
written_cb (guint done, guint total, gpointer progress)
{
  if (done == 1)
    entente_print_progress_begin (progress, ENTENTE_PRINT_WRITING, total);
  entente_print_progress_step (progress);
}

static gboolean
write_pdf (const SaveJob *job, EntenteExport *output, GCancellable *cancellable, GError **error)
{
  g_autoptr (EntentePages) pages =
    entente_pages_new (job->document, &job->style, cancellable, error);
  Sink sink = { output, FALSE };
  g_autoptr (GError) failed = NULL;

  if (!pages)
    return FALSE;
  if (job->progress)
    entente_pages_set_progress (pages, written_cb, job->progress);
  if (entente_pages_write_pdf (pages, write_pdf_bytes, &sink, cancellable, &failed) || sink.broken)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

/* The whole of a file that is no PDF. */
static GBytes *
make_bytes (const SaveJob *job)
{
  char *text;

  if (job->format == ENTENTE_PRINT_ODT)
    return entente_document_to_odt (job->document);
  if (job->format == ENTENTE_PRINT_HTML)
    text = entente_document_to_html (job->document);
  else if (job->format == ENTENTE_PRINT_MARKDOWN)
    text = entente_document_to_markdown (job->document);
  else
    text = entente_document_to_text (job->document);
  return g_bytes_new_take (text, strlen (text));
}

/* TRUE unless something other than the file failed: what could not be written is told at commit. */
static gboolean
write_document (const SaveJob *job,
                EntenteExport *output,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  gconstpointer data;
  gsize length;

  if (job->format == ENTENTE_PRINT_PDF)
    return write_pdf (job, output, cancellable, error);
  bytes = make_bytes (job);
  data = g_bytes_get_data (bytes, &length);
  entente_export_write (output, data, length);
  return TRUE;
}

static void
save (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SaveJob *job = data;
  GError *error = NULL;
  EntenteExport *output = entente_export_begin (job->path, &error);
  gboolean saved = FALSE;

  begin_fonts ();
  if (output && write_document (job, output, cancellable, &error) &&
      !g_cancellable_set_error_if_cancelled (cancellable, &error))
    saved = entente_export_commit (output, &error);
  else if (output)
    entente_export_abort (output);
  if (saved)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
entente_print_save_async (EntenteDocument *document,
                          const EntentePageStyle *style,
                          EntentePrintFormat format,
                          const char *path,
                          EntentePrintProgress *progress,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  SaveJob *job = g_new (SaveJob, 1);

  *job = (SaveJob){ entente_document_ref (document), *style, format, g_strdup (path), NULL };
  job->progress = progress ? entente_print_progress_ref (progress) : NULL;
  g_task_set_source_tag (task, entente_print_save_async);
  g_task_set_check_cancellable (task, FALSE);
  start (task, save, job);
}

gboolean
entente_print_save_finish (GAsyncResult *result, GError **error)
{
  free_save_job (g_task_get_task_data (G_TASK (result)));
  return g_task_propagate_boolean (G_TASK (result), error);
}
