/* entente-cli summary: a summary of the events that match, without a display. The document and its
 * pages are those that the window previews and prints. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "entente-cli-choice.h"
#include "entente-cli-interrupt.h"
#include "entente-cli-pages.h"
#include "entente-cli-picture.h"
#include "entente-event-cursor.h"
#include "entente-export.h"
#include "entente-pages.h"
#include "entente-question-steps.h"
#include "entente-study-positions.h"
#include "entente-summary.h"

/* Where a document reads. */
typedef struct {
  EntenteStudy *study;
  EntenteEventCursor *events;
} Reader;

static EntenteEventDetail *
read_event (gpointer reader, EntenteId event, GError **error)
{
  return entente_event_cursor_seek (((Reader *) reader)->events, event, error);
}

static EntenteArticleDetail *
read_article (gpointer reader, EntenteId article, GError **error)
{
  return entente_study_read_article (((Reader *) reader)->study, article, error);
}

static GPtrArray *
read_positions (gpointer reader, GError **error)
{
  return entente_study_read_positions (((Reader *) reader)->study, NULL, error);
}

static EntenteQuestionNotes *
read_questions (gpointer reader, GError **error)
{
  return entente_study_read_question_notes (((Reader *) reader)->study, error);
}

static EntentePassage *
read_passage (gpointer reader, EntenteId passage, EntenteId *article)
{
  return entente_study_read_passage (((Reader *) reader)->study, passage, article, NULL);
}

/* Name of who coded last, or NULL. Free. */
static char *
dup_coder (EntenteStudy *study)
{
  g_autoptr (GPtrArray) history = entente_store_get_history (entente_study_get_store (study), NULL);

  for (guint i = history ? history->len : 0; i > 0; i--) {
    const EntenteJournalEntry *entry = g_ptr_array_index (history, i - 1);

    if (entry->coder)
      return g_strdup (entry->coder);
  }
  return NULL;
}

/* What a summary is made of. */
typedef struct {
  EntenteStudy *study;
  EntenteQuery *query;
  EntenteBitset *rows;
  EntentePrintChoice choice;
  EntentePageStyle style;
  GCancellable *cancellable; /* by Ctrl+C */
} Job;

static void
clear_job (Job *job)
{
  g_clear_object (&job->study);
  g_clear_pointer (&job->query, entente_query_unref);
  g_clear_pointer (&job->rows, entente_bitset_unref);
  g_clear_object (&job->cancellable);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, clear_job)

static EntenteDocument *
build_document (EntenteCli *cli, Job *job, GError **error)
{
  EntenteSummaryOptions options = job->choice.summary;
  g_autofree char *coder = dup_coder (job->study);
  g_autofree char *lanes = NULL;
  g_autoptr (EntenteEventCursor) events = entente_event_cursor_new (job->study, job->rows);
  Reader reader = { job->study, events };
  EntenteSummarySource source = { read_event,     read_article,   &reader,
                                  read_positions, read_questions, read_passage };

  if (!entente_cli_get_lanes (cli, &lanes, error))
    return NULL;
  options.study = entente_study_get_title (job->study);
  options.coder = coder;
  options.lanes = lanes;
  options.version = entente_study_get_version (job->study);
  return entente_summary_build (&options,
                                entente_study_get_chronicle (job->study),
                                job->query,
                                job->rows,
                                &source,
                                job->cancellable,
                                error);
}

/* ---- formats ---- */

/* Writers; a write that failed is told when the export ends. */

static gboolean
write_string (EntenteExport *output, const char *text)
{
  entente_export_write (output, text, strlen (text));
  return TRUE;
}

static gboolean
write_text (EntenteDocument *document, Job *job, EntenteExport *output, GError **error)
{
  g_autofree char *text = entente_document_to_text (document);

  return write_string (output, text);
}

static gboolean
write_markdown (EntenteDocument *document, Job *job, EntenteExport *output, GError **error)
{
  g_autofree char *text = entente_document_to_markdown (document);

  return write_string (output, text);
}

static gboolean
write_html (EntenteDocument *document, Job *job, EntenteExport *output, GError **error)
{
  g_autofree char *text = entente_document_to_html (document);

  return write_string (output, text);
}

static gboolean
write_odt (EntenteDocument *document, Job *job, EntenteExport *output, GError **error)
{
  g_autoptr (GBytes) bytes = entente_document_to_odt (document);
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  entente_export_write (output, data, length);
  return TRUE;
}

static gboolean
write_pdf (EntenteDocument *document, Job *job, EntenteExport *output, GError **error)
{
  g_autoptr (EntentePages) pages =
    entente_pages_new (document, &job->style, job->cancellable, error);

  if (pages && job->style.n_columns > entente_pages_get_n_columns (pages))
    entente_cli_say (_ ("This summary has tables as wide as the page: it is set in one column."));
  return pages &&
         entente_pages_write_pdf (pages, entente_cli_write_bytes, output, job->cancellable, error);
}

static const char *const formats[] = { "pdf", "text", "markdown", "html", "odt", NULL };
static const char *const endings[] = { ".pdf", ".txt", ".md", ".html", ".odt" };
static gboolean (*const writers[]) (EntenteDocument *, Job *, EntenteExport *, GError **) = {
  write_pdf, write_text, write_markdown, write_html, write_odt,
};

/* ---- the command ---- */

/* Without --format the name of the file decides; PDF is no text for a terminal. */
static gboolean
choose_format (EntenteCli *cli, guint *format, GError **error)
{
  const char *path = entente_cli_get_output (cli);

  if (entente_cli_get_option (cli, "format"))
    return entente_cli_choose (cli, "format", formats, format, error);
  *format = 1;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (path, endings[i]))
      *format = i;
  return TRUE;
}

static gboolean
write_summary (EntenteCli *cli, Job *job, guint format, GError **error)
{
  g_autoptr (EntenteDocument) document = build_document (cli, job, error);
  EntenteExport *output;
  GError *failed = NULL;

  if (!document ||
      !entente_cli_tell_redactions (cli, job->study, job->rows, &job->choice, document, error) ||
      !(output = entente_export_begin (entente_cli_get_output (cli), error)))
    return FALSE;
  writers[format](document, job, output, &failed);
  return entente_export_end (output, failed, error);
}

/* A poster is a PDF whatever the name of its file. */
static gboolean
write_poster (EntenteCli *cli, Job *job, GError **error)
{
  EntenteExport *output;
  GError *failed = NULL;

  if (!entente_cli_tell_redactions (cli, job->study, job->rows, &job->choice, NULL, error) ||
      !(output = entente_export_begin (entente_cli_get_output (cli), error)))
    return FALSE;
  entente_cli_write_poster (cli,
                            job->study,
                            job->rows,
                            &job->choice,
                            output,
                            job->cancellable,
                            &failed);
  return entente_export_end (output, failed, error);
}

/* Options are looked at before the study is opened, and once more upon its template. */
static gboolean
run_summary (EntenteCli *cli, GError **error)
{
  g_auto (Job) job = { 0 };
  guint format;

  if (!entente_cli_get_choice (cli, NULL, &job.choice, &job.style, error) ||
      !choose_format (cli, &format, error))
    return FALSE;
  job.cancellable = entente_cli_watch_interrupt ();
  if (!(job.study = entente_cli_open (cli, ENTENTE_OPEN_READ_ONLY, error)) ||
      !entente_cli_get_choice (cli, job.study, &job.choice, &job.style, error) ||
      !(job.query = entente_cli_get_query (cli, job.study, error)) ||
      !(job.rows = entente_study_match (job.study, job.query, error)))
    return FALSE;
  if (job.choice.poster)
    return write_poster (cli, &job, error);
  return write_summary (cli, &job, format, error);
}

static const char *const summary_options[] = {
  "kind=",
  "on=",
  "form=",
  "citations=",
  "pseudonyms",
  "list-redactions",
  "template=",
  "across=",
  "down=",
  "black",
  "answers=",
  "format=",
  "lanes=",
  "direction=",
  "o=",
  "output=",
  ENTENTE_CLI_PAGE_OPTIONS,
  NULL,
};

const EntenteCliCommand entente_cli_summary = {
  .name = "summary",
  .usage = "STUDY [--template NAME] [--kind KIND] [--on EDTF] [QUERY]"
           " [--format pdf|text|markdown|html|odt] [--form full|short|columns]"
           " [--citations notes|author-date] [--pseudonyms] [--list-redactions] [--lanes FIELD]"
           " [--direction ltr|rtl]" ENTENTE_CLI_PAGE_USAGE
           " [--across N] [--down N] [--answers none|all] [--black] [-o FILE]",
  .summary = N_ ("Writes a summary of the events that match."),
  .options = summary_options,
  .min_arguments = 1,
  .max_arguments = 1,
  .takes_query = TRUE,
  .run = run_summary,
};
