/* entente-cli export: a study, or the events that match, in other formats. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "entente-cli-list.h"
#include "entente-cli-picture.h"
#include "entente-cli-references.h"
#include "entente-cli.h"
#include "entente-event-cursor.h"
#include "entente-export.h"
#include "entente-study-json.h"

/* ---- CSV ---- */

typedef struct {
  EntenteStudy *study;
  EntenteEventCursor *cursor;
  json_t *event; /* of the row that was given last */
  char *cells[4]; /* its joined names */
  GError *error;
} CsvSource;

static void
forget_row (CsvSource *source)
{
  g_clear_pointer (&source->event, json_decref);
  for (guint i = 0; i < G_N_ELEMENTS (source->cells); i++)
    g_clear_pointer (&source->cells[i], g_free);
}

static const char *
get_member (const CsvSource *source, const char *member)
{
  return json_string_value (json_object_get (source->event, member));
}

static gboolean
is_side (const char *role)
{
  return g_str_equal (role, "initiator") || g_str_equal (role, "addressee");
}

/* All participants but initiators and addressees, with their roles. */
static char *
join_others (const CsvSource *source)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gsize i;
  json_t *part;

  json_array_foreach (json_object_get (source->event, "participants"), i, part)
  {
    const char *name = json_string_value (json_object_get (part, "actor"));
    const char *role = json_string_value (json_object_get (part, "role"));

    if (name && role && !is_side (role))
      g_string_append_printf (text, "%s%s (%s)", text->len > 0 ? "; " : "", name, role);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
next_row (gpointer data, EntenteEventsCsvRow *row)
{
  CsvSource *source = data;
  EntenteEventDetail *detail = entente_event_cursor_next (source->cursor, &source->error);

  forget_row (source);
  if (!detail)
    return FALSE;
  source->event = entente_study_event_to_json (source->study, detail);
  source->cells[0] = entente_listing_read (source->event, "participants:actor=initiator");
  source->cells[1] = entente_listing_read (source->event, "participants:actor=addressee");
  source->cells[2] = join_others (source);
  source->cells[3] = entente_listing_read (source->event, "articles:title");
  *row = (EntenteEventsCsvRow){ .id = detail->event->record.id,
                                .when = detail->event->when,
                                .kind = detail->event->kind,
                                .title = get_member (source, "title"),
                                .source = source->cells[0],
                                .target = source->cells[1],
                                .participants = source->cells[2],
                                .place = get_member (source, "place_name"),
                                .track = get_member (source, "track_name"),
                                .judgement = get_member (source, "judgement"),
                                .evidence = get_member (source, "evidence"),
                                .articles = source->cells[3],
                                .note = detail->event->summary };
  return TRUE;
}

static const char *const flavours[] = { "spreadsheet", "exact", NULL };

static gboolean
export_csv (EntenteCli *cli,
            EntenteStudy *study,
            const EntenteBitset *rows,
            EntenteExport *output,
            GError **error)
{
  g_autoptr (EntenteEventCursor) cursor = entente_event_cursor_new (study, rows);
  CsvSource source = { .study = study, .cursor = cursor };
  guint flavour;

  if (!entente_cli_choose (cli, "flavour", flavours, &flavour, error))
    return FALSE;
  entente_events_csv_write (output,
                            flavour == 0 ? ENTENTE_CSV_SPREADSHEET : ENTENTE_CSV_EXACT,
                            next_row,
                            &source);
  forget_row (&source);
  if (source.error)
    g_propagate_error (error, source.error);
  return source.error == NULL;
}

/* ---- the whole study ---- */

static gboolean
write_bytes (gpointer output, const void *bytes, gsize length)
{
  return entente_export_write (output, bytes, length);
}

/* TRUE unless reading failed: what could not be written is told at commit. */
static gboolean
export_study (EntenteCli *cli,
              EntenteStudy *study,
              const EntenteBitset *rows,
              EntenteExport *output,
              GError **error)
{
  g_autoptr (EntenteQuery) query = entente_cli_get_query (cli, study, error);
  g_autoptr (GError) failed = NULL;

  if (!query)
    return FALSE;
  entente_study_write_json (study,
                            entente_query_is_empty (query) ? NULL : rows,
                            write_bytes,
                            output,
                            &failed);
  if (!failed)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

/* ---- which ---- */

static const char *const formats[] = { "json", "csv", "study",  "svg",      "png",
                                       "pdf",  "ris", "bibtex", "csl-json", NULL };

typedef gboolean (*Writer) (EntenteCli *cli,
                            EntenteStudy *study,
                            const EntenteBitset *rows,
                            EntenteExport *output,
                            GError **error);

/* By format; a list writes itself. */
static const Writer writers[] = { NULL,
                                  export_csv,
                                  export_study,
                                  entente_cli_write_svg,
                                  entente_cli_write_png,
                                  entente_cli_write_pdf,
                                  entente_cli_write_ris,
                                  entente_cli_write_bibtex,
                                  entente_cli_write_csl_json };

static gboolean
write_file (EntenteCli *cli, EntenteStudy *study, Writer write, GError **error)
{
  g_autoptr (EntenteQuery) query = entente_cli_get_query (cli, study, error);
  g_autoptr (EntenteBitset) rows = query ? entente_study_match (study, query, error) : NULL;
  EntenteExport *output = rows ? entente_export_begin (entente_cli_get_output (cli), error) : NULL;
  GError *failed = NULL;

  if (!output)
    return FALSE;
  write (cli, study, rows, output, &failed);
  return entente_export_end (output, failed, error);
}

static gboolean
run_export (EntenteCli *cli, GError **error)
{
  g_autoptr (EntenteStudy) study = NULL;
  guint format;

  if (!entente_cli_get_option (cli, "format")) {
    g_set_error (
      error,
      ENTENTE_CLI_USAGE,
      0,
      _ ("Say in which format: “--format json”, “csv”, “study”, “svg”, “png”, “pdf”, “ris”, "
         "“bibtex” or “csl-json”."));
    return FALSE;
  }
  if (!entente_cli_choose (cli, "format", formats, &format, error) ||
      !entente_cli_check_picture (cli, error) ||
      !(study = entente_cli_open (cli, ENTENTE_OPEN_READ_ONLY, error)))
    return FALSE;
  if (format == 0)
    return entente_cli_write_list (cli, study, ENTENTE_LIST_EVENTS, ENTENTE_CLI_JSON, error);
  return write_file (cli, study, writers[format], error);
}

static const char *const export_options[] = {
  "format=", "flavour=", "o=",     "output=",   "scale=", "width=",      "paper=", "across=",
  "down=",   "answers=", "lanes=", "landscape", "black",  "transparent", NULL
};

const EntenteCliCommand entente_cli_export = {
  .name = "export",
  .usage = "STUDY --format json|csv|study|svg|png|pdf|ris|bibtex|csl-json [QUERY] [--flavour "
           "spreadsheet|exact]"
           " [--scale N] [--width PIXELS] [--paper PAPER] [--landscape] [--across N] [--down N]"
           " [--lanes FIELD] [--answers none|all] [--black] [--transparent] [-o FILE]",
  .summary = N_ ("Writes the events that match as JSON, CSV or a picture of their timeline, their "
                 "articles as a list of references, or the study whole as JSON."),
  .options = export_options,
  .min_arguments = 1,
  .max_arguments = 1,
  .takes_query = TRUE,
  .run = run_export,
};
