/* entente-cli summary: a summary of the events that match, without a display. The document and its
 * pages are those that the window previews and prints. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "entente-cli-interrupt.h"
#include "entente-cli-pages.h"
#include "entente-cli-picture.h"
#include "entente-cli-positions.h"
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

/* The day of --on, which only positions are asked about. */
static gboolean
choose_day (EntenteCli *cli, EntenteSummaryOptions *options, GError **error)
{
  if (!entente_cli_get_option (cli, "on"))
    return TRUE;
  if (entente_summary_kind_has (options->kind, ENTENTE_SUMMARY_ON))
    return entente_cli_get_day (cli, &options->on, error);
  g_set_error (error,
               ENTENTE_CLI_USAGE,
               0,
               _ ("--on is the day of a summary of positions: add “--kind positions”."));
  return FALSE;
}

static const char *const forms[] = { "full", "short", "columns", NULL };
static const char *const citations[] = { "notes", "author-date", NULL };

/* Kind, length and citations of the options. */
static gboolean
choose_options (EntenteCli *cli, EntenteSummaryOptions *options, GError **error)
{
  const char *nick = entente_cli_get_option (cli, "kind");
  guint style = ENTENTE_CITATIONS_NOTES;
  guint form = ENTENTE_FORM_FULL;

  entente_summary_options_init (options);
  options->pseudonyms = entente_cli_get_option (cli, "pseudonyms") != NULL;
  if (entente_cli_get_option (cli, "citations") &&
      !entente_cli_choose (cli, "citations", citations, &style, error))
    return FALSE;
  if (entente_cli_get_option (cli, "form") &&
      !entente_cli_choose (cli, "form", forms, &form, error))
    return FALSE;
  if (!entente_cli_get_direction (cli, &options->rtl, error))
    return FALSE;
  options->form = form;
  options->citations = style;
  if (!nick || entente_summary_kind_parse (nick, &options->kind))
    return choose_day (cli, options, error);
  g_set_error (error,
               ENTENTE_CLI_USAGE,
               0,
               _ ("There is no summary of kind “%s”; there are %s."),
               nick,
               "chronology, dossier, answers, positions, evidence, article");
  return FALSE;
}

static EntenteDocument *
build_document (EntenteCli *cli,
                EntenteStudy *study,
                const EntenteSummaryOptions *chosen,
                GCancellable *cancellable,
                GError **error)
{
  EntenteSummaryOptions options = *chosen;
  g_autofree char *coder = dup_coder (study);
  g_autofree char *lanes = NULL;
  g_autoptr (EntenteQuery) query = entente_cli_get_query (cli, study, error);
  g_autoptr (EntenteBitset) rows = query ? entente_study_match (study, query, error) : NULL;
  g_autoptr (EntenteEventCursor) events = rows ? entente_event_cursor_new (study, rows) : NULL;
  Reader reader = { study, events };
  EntenteSummarySource source = { read_event,     read_article,   &reader,
                                  read_positions, read_questions, read_passage };

  if (!rows || !entente_cli_get_lanes (cli, &lanes, error))
    return NULL;
  options.study = entente_study_get_title (study);
  options.coder = coder;
  options.lanes = lanes;
  options.version = entente_study_get_version (study);
  return entente_summary_build (&options,
                                entente_study_get_chronicle (study),
                                query,
                                rows,
                                &source,
                                cancellable,
                                error);
}

/* ---- formats ---- */

/* Where a document goes; a write that failed is told when the export is committed. */
typedef struct {
  EntenteExport *output;
  gboolean broken;
  const EntentePageStyle *style; /* of a PDF */
  GCancellable *cancellable;
} Sink;

static gboolean
write_string (Sink *sink, const char *text)
{
  sink->broken = !entente_export_write (sink->output, text, strlen (text));
  return !sink->broken;
}

static gboolean
write_text (EntenteDocument *document, Sink *sink, GError **error)
{
  g_autofree char *text = entente_document_to_text (document);

  return write_string (sink, text);
}

static gboolean
write_markdown (EntenteDocument *document, Sink *sink, GError **error)
{
  g_autofree char *text = entente_document_to_markdown (document);

  return write_string (sink, text);
}

static gboolean
write_html (EntenteDocument *document, Sink *sink, GError **error)
{
  g_autofree char *text = entente_document_to_html (document);

  return write_string (sink, text);
}

static gboolean
write_odt (EntenteDocument *document, Sink *sink, GError **error)
{
  g_autoptr (GBytes) bytes = entente_document_to_odt (document);
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  sink->broken = !entente_export_write (sink->output, data, length);
  return !sink->broken;
}

static cairo_status_t
write_bytes (void *data, const unsigned char *bytes, unsigned int length)
{
  Sink *sink = data;

  sink->broken = sink->broken || !entente_export_write (sink->output, bytes, length);
  return sink->broken ? CAIRO_STATUS_WRITE_ERROR : CAIRO_STATUS_SUCCESS;
}

static gboolean
write_pdf (EntenteDocument *document, Sink *sink, GError **error)
{
  g_autoptr (EntentePages) pages =
    entente_pages_new (document, sink->style, sink->cancellable, error);

  if (pages && sink->style->n_columns > entente_pages_get_n_columns (pages))
    entente_cli_say (_ ("This summary has tables as wide as the page: it is set in one column."));
  return pages && entente_pages_write_pdf (pages, write_bytes, sink, sink->cancellable, error);
}

static const char *const formats[] = { "pdf", "text", "markdown", "html", "odt", NULL };
static const char *const endings[] = { ".pdf", ".txt", ".md", ".html", ".odt" };
static gboolean (*const writers[]) (EntenteDocument *, Sink *, GError **) = {
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
write_document (EntenteCli *cli,
                EntenteDocument *document,
                guint format,
                const EntentePageStyle *style,
                GCancellable *cancellable,
                GError **error)
{
  Sink sink = { entente_export_begin (entente_cli_get_output (cli), error),
                FALSE,
                style,
                cancellable };
  g_autoptr (GError) failed = NULL;

  if (!sink.output)
    return FALSE;
  if (writers[format](document, &sink, &failed) || sink.broken)
    return entente_export_commit (sink.output, error);
  entente_export_abort (sink.output);
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

static gboolean
run_summary (EntenteCli *cli, GError **error)
{
  g_autoptr (GCancellable) cancellable = NULL;
  g_autoptr (EntenteStudy) study = NULL;
  g_autoptr (EntenteDocument) document = NULL;
  EntenteSummaryOptions options;
  EntentePageStyle style;
  guint format;

  if (!choose_options (cli, &options, error) || !entente_cli_get_page_style (cli, &style, error) ||
      !choose_format (cli, &format, error))
    return FALSE;
  cancellable = entente_cli_watch_interrupt ();
  study = entente_cli_open (cli, ENTENTE_OPEN_READ_ONLY, error);
  document = study ? build_document (cli, study, &options, cancellable, error) : NULL;
  return document && write_document (cli, document, format, &style, cancellable, error);
}

static const char *const summary_options[] = {
  "kind=",
  "on=",
  "form=",
  "citations=",
  "pseudonyms",
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
  .usage = "STUDY [--kind KIND] [--on EDTF] [QUERY] [--format pdf|text|markdown|html|odt] [--form "
           "full|short|columns]"
           " [--citations notes|author-date] [--pseudonyms] [--lanes FIELD] [--direction "
           "ltr|rtl]" ENTENTE_CLI_PAGE_USAGE " [-o FILE]",
  .summary = N_ ("Writes a summary of the events that match."),
  .options = summary_options,
  .min_arguments = 1,
  .max_arguments = 1,
  .takes_query = TRUE,
  .run = run_summary,
};
