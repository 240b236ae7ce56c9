/* entente-cli export --format svg|png|pdf: the timeline of the events that match, drawn as the
 * window draws it. Its range is that of --since and --until, or everything. */

#include "config.h"

#include "entente-cli-picture.h"
#include "entente-study-positions.h"

#include "entente-poster.h"
#include "entente-summary-redaction.h"

#include <glib/gi18n-lib.h>

/* ---- options ---- */

gboolean
entente_cli_get_number (EntenteCli *cli,
                        const char *name,
                        double least,
                        double most,
                        double otherwise,
                        double *number,
                        GError **error)
{
  const char *text = entente_cli_get_option (cli, name);
  char *end = NULL;

  *number = otherwise;
  if (text == NULL)
    return TRUE;
  *number = g_ascii_strtod (text, &end);
  if (end != text && *end == '\0' && *number >= least && *number <= most)
    return TRUE;
  g_set_error (error,
               ENTENTE_CLI_USAGE,
               0,
               _ ("“--%s” is a number from %g to %g."),
               name,
               least,
               most);
  return FALSE;
}

static gboolean
get_scale (EntenteCli *cli, double *scale, GError **error)
{
  return entente_cli_get_number (cli, "scale", 0.25, ENTENTE_PICTURE_SCALE_MAX, 1, scale, error);
}

static gboolean
get_width (EntenteCli *cli, double *width, GError **error)
{
  return entente_cli_get_number (cli,
                                 "width",
                                 ENTENTE_PICTURE_WIDTH_MIN,
                                 ENTENTE_PICTURE_WIDTH_MAX,
                                 ENTENTE_PICTURE_WIDTH,
                                 width,
                                 error);
}

static gboolean
get_links (EntenteCli *cli, EntenteSceneLinks *links, GError **error)
{
  static const char *const choices[] = { "none", "all", NULL };
  guint choice;

  if (!entente_cli_choose (cli, "answers", choices, &choice, error))
    return FALSE;
  *links = choice == 1 ? ENTENTE_SCENE_LINKS_ALL : ENTENTE_SCENE_LINKS_NONE;
  return TRUE;
}

gboolean
entente_cli_get_lanes (EntenteCli *cli, char **lanes, GError **error)
{
  const char *nicks[ENTENTE_N_LANE_FIELDS + 1] = { NULL };
  g_autoptr (EntenteLaneChoice) choice = entente_lane_choice_new ();
  guint field;

  for (guint i = 0; i < ENTENTE_N_LANE_FIELDS; i++)
    nicks[i] = entente_lane_field_get_nick (i);
  if (!entente_cli_choose (cli, "lanes", nicks, &field, error))
    return FALSE;
  choice->field = field;
  *lanes = entente_lane_choice_format (choice);
  return TRUE;
}

static gboolean
get_poster (EntenteCli *cli, EntentePosterOptions *options, GError **error)
{
  const char *papers[ENTENTE_N_POSTER_PAPERS + 1] = { NULL };
  guint paper;
  double across, down;

  for (guint i = 0; i < ENTENTE_N_POSTER_PAPERS; i++)
    papers[i] = entente_paper_get_nick (i);
  if (!entente_cli_choose (cli, "paper", papers, &paper, error) ||
      !entente_cli_get_number (cli, "across", 0, ENTENTE_POSTER_ACROSS_MAX, 0, &across, error) ||
      !entente_cli_get_number (cli, "down", 0, ENTENTE_POSTER_ACROSS_MAX, 0, &down, error) ||
      !get_scale (cli, &options->scale, error))
    return FALSE;
  options->paper = paper;
  options->across = down > 0 ? MAX ((guint) across, 1) : (guint) across;
  options->down = (guint) down;
  options->landscape = entente_cli_get_option (cli, "landscape") != NULL;
  return TRUE;
}

gboolean
entente_cli_check_picture (EntenteCli *cli, GError **error)
{
  EntentePosterOptions poster;
  g_autofree char *lanes = NULL;
  EntenteSceneLinks links;
  double width;

  return get_poster (cli, &poster, error) && get_width (cli, &width, error) &&
         get_links (cli, &links, error) && entente_cli_get_lanes (cli, &lanes, error);
}

/* ---- the picture ---- */

static char **
read_titles (gpointer study, const EntenteId *events, guint n, GError **error)
{
  return entente_study_read_titles (study, events, n, error);
}

static EntenteEvent *
read_event (gpointer study, EntenteId event, GError **error)
{
  g_autoptr (EntenteEventDetail) detail = entente_study_read_event (study, event, error);

  return detail != NULL ? entente_event_ref (detail->event) : NULL;
}

/* Takes its range from the query, which has found the events too. */
static void
set_span (EntentePictureOptions *options, const EntenteQuery *query)
{
  options->has_span = entente_query_has_time (query);
  options->span.start = query->has_since ? query->since : ENTENTE_TIME_MIN;
  options->span.end = query->has_until ? query->until : ENTENTE_TIME_MAX;
}

/* The one article that the query asks for. */
static EntenteId
find_article (const EntenteQuery *query)
{
  const GArray *articles = query->articles;

  return articles != NULL && articles->len == 1 ? g_array_index (articles, EntenteId, 0)
                                                : ENTENTE_ID_NONE;
}

/* Under pseudonyms the study shows others by other names, and so does its filter. */
static EntenteChronicle *
find_chronicle (EntenteStudy *study, const EntentePrintChoice *choice)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (study);

  return choice && choice->summary.pseudonyms ? entente_summary_redaction_apply (chronicle)
                                              : entente_chronicle_ref (chronicle);
}

static char *
format_filter (EntenteStudy *study,
               const EntenteQuery *query,
               const EntenteChronicle *chronicle,
               const EntentePrintChoice *choice)
{
  return choice && choice->summary.pseudonyms ? entente_query_format (query, chronicle)
                                              : entente_study_read_query (study, query);
}

static EntenteBitset *
choose_rows (const EntenteChronicle *chronicle,
             const EntenteBitset *rows,
             const EntentePrintChoice *choice,
             char **remark)
{
  if (choice && !choice->summary.leave_out_private)
    return entente_bitset_ref ((EntenteBitset *) rows);
  return entente_picture_leave_out_private (chronicle, rows, remark);
}

/* @choice: of a summary; NULL: as the options say. */
static EntentePicture *
make_picture (EntenteCli *cli,
              EntenteStudy *study,
              const EntenteBitset *rows,
              const EntentePrintChoice *choice,
              GError **error)
{
  g_autoptr (EntenteQuery) query = entente_cli_get_query (cli, study, error);
  g_autoptr (EntenteChronicle) chronicle = find_chronicle (study, choice);
  g_autoptr (EntenteBitset) shown = NULL;
  g_autofree char *remark = NULL;
  g_autofree char *filter = NULL;
  g_autofree char *lanes = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (EntentePositions) positions = NULL;
  EntentePictureOptions options;

  entente_picture_options_init (&options);
  if (query == NULL || !get_width (cli, &options.width_px, error) ||
      !get_links (cli, &options.links, error) || !entente_cli_get_lanes (cli, &lanes, error))
    return NULL;
  if (!(records = entente_study_read_positions (study, NULL, error)))
    return NULL;
  positions = entente_positions_new (records);
  if (choice && !entente_cli_get_option (cli, "answers"))
    options.links = entente_print_choice_get_links (choice);
  shown = choose_rows (chronicle, rows, choice, &remark);
  filter = format_filter (study, query, chronicle, choice);
  set_span (&options, query);
  options.chronicle = chronicle;
  options.rows = shown;
  options.positions = positions;
  options.source = (EntentePictureSource){ read_titles, read_event, study };
  options.black = entente_cli_get_option (cli, "black") || (choice && choice->black);
  options.transparent = entente_cli_get_option (cli, "transparent") != NULL;
  options.lanes = lanes;
  options.article = find_article (query);
  options.study = entente_study_get_title (study);
  options.filter = filter;
  options.remark = remark;
  options.version = entente_study_get_version (study);
  return entente_picture_new (&options, NULL, error);
}

/* ---- formats ---- */

cairo_status_t
entente_cli_write_bytes (void *output, const unsigned char *bytes, unsigned int length)
{
  return entente_export_write (output, bytes, length) ? CAIRO_STATUS_SUCCESS
                                                      : CAIRO_STATUS_WRITE_ERROR;
}

typedef gboolean (*WritePicture) (EntentePicture *picture,
                                  double scale,
                                  cairo_write_func_t write,
                                  gpointer closure,
                                  GError **error);

static gboolean
write_picture (EntenteCli *cli,
               EntenteStudy *study,
               const EntenteBitset *rows,
               EntenteExport *output,
               WritePicture write,
               GError **error)
{
  g_autoptr (EntentePicture) picture = make_picture (cli, study, rows, NULL, error);
  double scale;

  return picture != NULL && get_scale (cli, &scale, error) &&
         write (picture, scale, entente_cli_write_bytes, output, error);
}

gboolean
entente_cli_write_svg (EntenteCli *cli,
                       EntenteStudy *study,
                       const EntenteBitset *rows,
                       EntenteExport *output,
                       GError **error)
{
  return write_picture (cli, study, rows, output, entente_picture_write_svg, error);
}

gboolean
entente_cli_write_png (EntenteCli *cli,
                       EntenteStudy *study,
                       const EntenteBitset *rows,
                       EntenteExport *output,
                       GError **error)
{
  return write_picture (cli, study, rows, output, entente_picture_write_png, error);
}

gboolean
entente_cli_write_pdf (EntenteCli *cli,
                       EntenteStudy *study,
                       const EntenteBitset *rows,
                       EntenteExport *output,
                       GError **error)
{
  g_autoptr (EntentePicture) picture = make_picture (cli, study, rows, NULL, error);
  g_autoptr (EntentePoster) poster = NULL;
  EntentePosterOptions options;

  return picture != NULL && get_poster (cli, &options, error) &&
         (poster = entente_poster_new (picture, &options, NULL, error)) != NULL &&
         entente_poster_write_pdf (poster, entente_cli_write_bytes, output, NULL, error);
}

/* Sheets each way are said together or not at all. */
static gboolean
choose_sheets (EntenteCli *cli,
               const EntentePrintChoice *choice,
               EntentePosterOptions *options,
               GError **error)
{
  const EntentePosterOptions *usual = &choice->sheets;

  if (!get_poster (cli, options, error))
    return FALSE;
  if (!entente_cli_get_option (cli, "paper")) {
    options->paper = usual->paper;
    options->landscape |= usual->landscape;
  }
  if (!entente_cli_get_option (cli, "across") && !entente_cli_get_option (cli, "down")) {
    options->across = usual->across;
    options->down = usual->down;
  }
  return TRUE;
}

gboolean
entente_cli_write_poster (EntenteCli *cli,
                          EntenteStudy *study,
                          const EntenteBitset *rows,
                          const EntentePrintChoice *choice,
                          EntenteExport *output,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (EntentePicture) picture = make_picture (cli, study, rows, choice, error);
  g_autoptr (EntentePoster) poster = NULL;
  EntentePosterOptions options;

  return picture != NULL && choose_sheets (cli, choice, &options, error) &&
         (poster = entente_poster_new (picture, &options, cancellable, error)) != NULL &&
         entente_poster_write_pdf (poster, entente_cli_write_bytes, output, cancellable, error);
}
