/* entente-cli relations: who moved towards whom among the events that match, as a table or as a
 * picture that the window draws, too. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <jansson.h>
#include <string.h>

#include "entente-cli-picture.h"
#include "entente-cli.h"
#include "entente-export.h"
#include "entente-relations-picture.h"

typedef enum { FORMAT_CSV, FORMAT_JSON, FORMAT_SVG, FORMAT_PNG, FORMAT_PDF } Format;

static const char *const formats[] = { "csv", "json", "svg", "png", "pdf", NULL };

/* What was asked for. */
typedef struct {
  guint format;
  guint form; /* EntenteRelationsForm */
  guint order; /* EntentePartyOrder */
  guint limit;
  double width_px, scale;
} Wish;

/* ---- options ---- */

static gboolean
read_wish (EntenteCli *cli, Wish *wish, GError **error)
{
  const char *forms[ENTENTE_N_RELATIONS_FORMS + 1] = { NULL };
  const char *orders[ENTENTE_N_PARTY_ORDERS + 1] = { NULL };
  double limit = 0;

  *wish = (Wish){ .width_px = ENTENTE_RELATIONS_WIDTH, .scale = 1 };
  for (guint i = 0; i < ENTENTE_N_RELATIONS_FORMS; i++)
    forms[i] = entente_relations_form_get_nick (i);
  for (guint i = 0; i < ENTENTE_N_PARTY_ORDERS; i++)
    orders[i] = entente_party_order_get_nick (i);
  if (!entente_cli_choose (cli, "format", formats, &wish->format, error) ||
      !entente_cli_choose (cli, "picture", forms, &wish->form, error) ||
      !entente_cli_choose (cli, "order", orders, &wish->order, error) ||
      !entente_cli_get_number (cli, "limit", 1, ENTENTE_RELATIONS_MAX, limit, &limit, error) ||
      !entente_cli_get_number (cli, "width", 320, 20000, wish->width_px, &wish->width_px, error) ||
      !entente_cli_get_number (cli, "scale", 0.25, 8, wish->scale, &wish->scale, error))
    return FALSE;
  wish->limit = (guint) limit;
  return TRUE;
}

/* ---- tables ---- */

/* Quoted where it must be; what a spreadsheet would take for a formula begins with an apostrophe.
 */
static void
append_cell (GString *out, const char *text)
{
  g_autofree char *clean = entente_cli_clean (text);
  gboolean quoted = strpbrk (clean, ",\"") != NULL;

  if (quoted)
    g_string_append_c (out, '"');
  if (strchr ("=+-@", clean[0]) != NULL && clean[0] != '\0')
    g_string_append_c (out, '\'');
  for (const char *at = clean; *at != '\0'; at++) {
    if (*at == '"')
      g_string_append_c (out, '"');
    g_string_append_c (out, *at);
  }
  if (quoted)
    g_string_append_c (out, '"');
}

static char *
format_csv (const EntenteRelationsFigures *figures)
{
  GString *out = g_string_new ("from,to,moves,cooperative,conflictual,other\n");
  guint n;

  entente_relations_get_dyads (figures->relations, &n);

  for (guint i = 0; i < n; i++) {
    const EntenteDyad *dyad = entente_relations_get_busiest (figures->relations, i);

    append_cell (out, entente_chronicle_get_actor (figures->chronicle, dyad->from)->name);
    g_string_append_c (out, ',');
    append_cell (out, entente_chronicle_get_actor (figures->chronicle, dyad->to)->name);
    g_string_append_printf (out,
                            ",%u,%u,%u,%u\n",
                            dyad->total,
                            dyad->counts[ENTENTE_TENOR_COOPERATIVE],
                            dyad->counts[ENTENTE_TENOR_CONFLICTUAL],
                            dyad->counts[ENTENTE_TENOR_OTHER]);
  }
  return g_string_free (out, FALSE);
}

static char *
format_json (const EntenteRelationsFigures *figures)
{
  json_t *list = json_array ();
  g_autofree char *text = NULL;
  guint n;

  entente_relations_get_dyads (figures->relations, &n);

  for (guint i = 0; i < n; i++) {
    const EntenteDyad *dyad = entente_relations_get_busiest (figures->relations, i);
    json_t *object = json_object ();

    json_object_set_new (
      object,
      "from",
      json_string (entente_chronicle_get_actor (figures->chronicle, dyad->from)->name));
    json_object_set_new (
      object,
      "to",
      json_string (entente_chronicle_get_actor (figures->chronicle, dyad->to)->name));
    json_object_set_new (object, "moves", json_integer (dyad->total));
    for (guint tenor = 0; tenor < ENTENTE_N_TENORS; tenor++)
      json_object_set_new (object,
                           entente_tenor_get_nick (tenor),
                           json_integer (dyad->counts[tenor]));
    json_array_append_new (list, object);
  }
  text = json_dumps (list, JSON_INDENT (1));
  json_decref (list);
  return g_strconcat (text, "\n", NULL);
}

/* ---- pictures ---- */

static EntenteRelationsPicture *
make_picture (EntenteCli *cli,
              EntenteStudy *study,
              EntenteRelationsFigures *figures,
              const EntenteQuery *query,
              const Wish *wish)
{
  EntenteRelationsPictureOptions options;
  g_autofree char *filter = entente_study_read_query (study, query);

  entente_relations_picture_options_init (&options);
  options.figures = figures;
  options.form = wish->form;
  options.order = wish->order;
  options.max = wish->limit;
  options.width_px = wish->width_px;
  if (entente_cli_get_option (cli, "black") != NULL)
    options.style = ENTENTE_RELATIONS_BLACK;
  else if (entente_cli_get_option (cli, "dark") != NULL)
    options.style = ENTENTE_RELATIONS_DARK;
  options.captioned = TRUE;
  options.study = entente_study_get_title (study);
  options.filter = filter;
  options.version = entente_study_get_version (study);
  return entente_relations_picture_new (&options);
}

static gboolean
write_picture (EntenteRelationsPicture *picture,
               const Wish *wish,
               EntenteExport *output,
               GError **error)
{
  g_autofree char *caption = entente_relations_picture_dup_caption (picture);
  EntenteDrawing drawing = entente_relations_picture_get_drawing (picture, caption);
  EntentePageStyle style;

  switch (wish->format) {
  case FORMAT_PDF:
    entente_drawing_lay_on_paper (&drawing, ENTENTE_PAPER_A4, &style);
    return entente_drawing_write_pdf (&drawing, &style, entente_cli_write_bytes, output, error);
  case FORMAT_PNG:
    return entente_drawing_write_png (&drawing,
                                      wish->scale,
                                      entente_cli_write_bytes,
                                      output,
                                      error);
  default:
    return entente_drawing_write_svg (&drawing,
                                      wish->scale,
                                      entente_cli_write_bytes,
                                      output,
                                      error);
  }
}

/* ---- the command ---- */

static gboolean
write_output (EntenteCli *cli,
              EntenteStudy *study,
              EntenteRelationsFigures *figures,
              const EntenteQuery *query,
              const Wish *wish,
              GError **error)
{
  g_autofree char *text = NULL;
  EntenteExport *output = entente_export_begin (entente_cli_get_output (cli), error);
  GError *failed = NULL;

  if (output == NULL)
    return FALSE;
  if (wish->format <= FORMAT_JSON) {
    text = wish->format == FORMAT_CSV ? format_csv (figures) : format_json (figures);
    entente_export_write (output, text, strlen (text));
  } else {
    g_autoptr (EntenteRelationsPicture) picture = make_picture (cli, study, figures, query, wish);

    write_picture (picture, wish, output, &failed);
  }
  return entente_export_end (output, failed, error);
}

static gboolean
run_relations (EntenteCli *cli, GError **error)
{
  g_autoptr (EntenteStudy) study = NULL;
  g_autoptr (EntenteQuery) query = NULL;
  g_autoptr (EntenteBitset) rows = NULL;
  g_autoptr (EntenteRelationsFigures) figures = NULL;
  Wish wish;

  if (!read_wish (cli, &wish, error) ||
      !(study = entente_cli_open (cli, ENTENTE_OPEN_READ_ONLY, error)) ||
      !(query = entente_cli_get_query (cli, study, error)) ||
      !(rows = entente_study_match (study, query, error)))
    return FALSE;
  figures = entente_relations_figures_new (entente_study_get_chronicle (study),
                                           rows,
                                           query->members,
                                           query->members_surely,
                                           NULL);
  return write_output (cli, study, figures, query, &wish, error);
}

static const char *const relations_options[] = { "format=", "picture=", "order=", "limit=",
                                                 "width=",  "scale=",   "black",  "dark",
                                                 "o=",      "output=",  NULL };

const EntenteCliCommand entente_cli_relations = {
  .name = "relations",
  .usage = "STUDY [QUERY] [--format csv|json|svg|png|pdf] [--picture matrix|network|activity]"
           " [--order count|name|affiliation] [--limit N] [--width PIXELS] [--scale N] [--black]"
           " [--dark] [-o FILE]",
  .summary = N_ ("Counts who moved towards whom among the events that match, as a table or as a "
                 "picture: a matrix, a network, or their activity over time."),
  .options = relations_options,
  .min_arguments = 1,
  .max_arguments = 1,
  .takes_query = TRUE,
  .run = run_relations,
};
