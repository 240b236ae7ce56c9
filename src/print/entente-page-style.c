/* EntentePageStyle: the one place that knows sizes and faces of printed type. */

#include "config.h"

#include "entente-page-style.h"

#include "entente-lane-index.h"
#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>
#include <string.h>

#define SANS "Cantarell, Noto Sans, DejaVu Sans, Sans"
#define SERIF "Noto Serif, DejaVu Serif, Serif"

static const struct {
  const char *nick;
  const char *label;
  double width_pt, height_pt;
} papers[ENTENTE_N_POSTER_PAPERS] = {
  { "a4", N_ ("A4"), 595.276, 841.89 },
  { "letter", N_ ("US Letter"), 612.0, 792.0 },
  { "a3", N_ ("A3"), 841.89, 1190.551 },
  { "a2", N_ ("A2"), 1190.551, 1683.78 },
  { "a1", N_ ("A1"), 1683.78, 2383.937 },
  { "a0", N_ ("A0"), 2383.937, 3370.394 },
  { "tabloid", N_ ("US Tabloid"), 792.0, 1224.0 },
};

static const struct {
  const char *family;
  double size; /* of the base size */
  PangoWeight weight;
  PangoStyle style;
  double grey;
} types[ENTENTE_N_TYPES] = {
  { SANS, 0.87, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 0.0 },
  { SANS, 0.87, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 0.3 },
  { SANS, 2.0, PANGO_WEIGHT_ULTRABOLD, PANGO_STYLE_NORMAL, 0.0 },
  { SANS, 1.0, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 0.15 },
  { SANS, 1.2, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 0.0 },
  { SANS, 1.0, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 0.0 },
  { SANS, 0.85, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC, 0.25 },
  { SANS, 0.87, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 0.2 },
  { SERIF, 0.82, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 0.0 },
  { SANS, 0.8, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 0.1 },
};

void
entente_page_style_init (EntentePageStyle *style, EntentePaper paper, gboolean landscape)
{
  *style = (EntentePageStyle){
    .width_pt = landscape ? papers[paper].height_pt : papers[paper].width_pt,
    .height_pt = landscape ? papers[paper].width_pt : papers[paper].height_pt,
    .margin_pt = 42.0,
    .base_size_pt = 9.2,
    .n_columns = 1,
    .notes_at_foot = TRUE,
    .shelf_days = ENTENTE_LANES_SHELF_DAYS,
  };
}

const char *
entente_paper_get_nick (EntentePaper paper)
{
  return papers[paper].nick;
}

const char *
entente_paper_get_label (EntentePaper paper)
{
  return _ (papers[paper].label);
}

const char *
entente_face_get_nick (EntenteFace face)
{
  return face == ENTENTE_FACE_SERIF ? "serif" : "sans";
}

const char *
entente_face_get_label (EntenteFace face)
{
  return face == ENTENTE_FACE_SERIF ? _ ("Serif") : _ ("Sans serif");
}

double
entente_page_style_get_grey (EntenteType type)
{
  return types[type].grey;
}

/* That of the words of the program. The machine's own would choose other forms of letters on each.
 */
static PangoLanguage *
get_language (void)
{
  const char *name = strstr (dgettext (GETTEXT_PACKAGE, ""), "Language: ");
  g_auto (GStrv) parts = name != NULL ? g_strsplit_set (name, " \n", 3) : NULL;

  return pango_language_from_string (parts != NULL && *parts[1] != '\0' ? parts[1] : "en");
}

PangoContext *
entente_page_style_make_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72.0);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, get_language ());
  cairo_font_options_destroy (options);
  return context;
}

PangoLayout *
entente_page_style_make_layout (const EntentePageStyle *style,
                                PangoContext *context,
                                EntenteType type,
                                const char *text,
                                double width_pt)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font,
                                            style->face == ENTENTE_FACE_SERIF ? SERIF
                                                                              : types[type].family);
  pango_font_description_set_absolute_size (font,
                                            types[type].size * style->base_size_pt * PANGO_SCALE);
  pango_font_description_set_weight (font, types[type].weight);
  pango_font_description_set_style (font, types[type].style);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width_pt >= 0)
    pango_layout_set_width (layout, (int) (width_pt * PANGO_SCALE));
  return layout;
}

double
entente_layout_get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

double
entente_layout_get_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}
