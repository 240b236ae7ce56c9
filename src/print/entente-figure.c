/* EntenteFigure: lanes, bands, glyphs and stems of a scene set on paper at SCALE of their size on
 * the screen. */

#include "config.h"

#include "entente-figure.h"

#include "entente-glyph-painter.h"
#include "entente-scene.h"
#include "entente-ticks.h"
#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

#define SCALE 0.62 /* points for a pixel of the scene */
#define NAMES_PX 112.0 /* column of lane names */
#define AXIS_PX 36.0
#define LEGEND_PX 30.0
#define NOTE_PX 18.0 /* what the lanes are, below the legend */
#define MAX_LANES 12
#define MIN_LANES 3
#define TINT 0.87 /* grey of a band */

static const double black[3] = { 0, 0, 0 };
static const double grey[3] = { 0.45, 0.45, 0.45 };
static const double white[3] = { 1, 1, 1 };

struct _EntenteFigure {
  EntentePageStyle style;
  PangoContext *context;
  EntenteChronicle *chronicle;
  EntenteLanes *lanes;
  char *note; /* on the lanes, or NULL */
  EntenteScene *scene;
  EntenteTicks *ticks;
  guint *numbers; /* of entries, by row */
  GStringChunk *labels;
  GHashTable *label_of; /* number -> text */
};

/* ---- making ---- */

static PangoLayout *
make_label (const EntenteFigure *figure, EntenteType type, const char *text, double width_px)
{
  EntentePageStyle style = figure->style;

  style.base_size_pt /= SCALE;
  return entente_page_style_make_layout (&style, figure->context, type, text, width_px);
}

static double
measure (EntenteLabelStyle label, const char *text, gpointer data)
{
  EntenteType type = label == ENTENTE_LABEL_AXIS_SMALL || label == ENTENTE_LABEL_AXIS_LARGE
                       ? ENTENTE_TYPE_FIGURE
                       : ENTENTE_TYPE_RUNNING;
  g_autoptr (PangoLayout) layout = make_label (data, type, text, -1);

  return entente_layout_get_width (layout);
}

static const char *
get_title (guint32 row, gpointer data)
{
  EntenteFigure *figure = data;
  guint number = figure->numbers[row];
  const char *text = g_hash_table_lookup (figure->label_of, GUINT_TO_POINTER (number));

  if (text == NULL && number > 0) {
    g_autofree char *digits = g_strdup_printf ("%u", number);
    text = g_string_chunk_insert (figure->labels, digits);
    g_hash_table_insert (figure->label_of, GUINT_TO_POINTER (number), (gpointer) text);
  }
  return text;
}

static void
number_rows (EntenteFigure *figure, const EntenteDocument *document)
{
  figure->numbers = g_new0 (guint, MAX (document->rows->n_rows, 1));
  for (guint i = 0; i < document->blocks->len; i++) {
    const EntenteBlock *block = g_ptr_array_index (document->blocks, i);

    if (block->type == ENTENTE_BLOCK_ENTRY)
      figure->numbers[block->entry->row] = block->entry->number;
    for (guint k = 0; block->table != NULL && k < block->table->cells->len; k++) {
      const EntenteCell *cell = g_ptr_array_index (block->table->cells, k);

      if (cell->number != 0)
        figure->numbers[cell->row] = cell->number;
    }
  }
}

/* From the first to the last place of a glyph, with a little of the windows around. */
static EntenteSpan
find_extent (const EntenteDocument *document)
{
  EntenteSpan extent = { G_MAXINT64, G_MININT64 };

  for (guint row = entente_bitset_next (document->rows, 0);
       row != G_MAXUINT && row < entente_chronicle_get_n_placed (document->chronicle);
       row = entente_bitset_next (document->rows, row + 1)) {
    EntenteSpan window = entente_chronicle_get_window (document->chronicle, row);
    gint64 place = entente_chronicle_get_place (document->chronicle, row);

    extent.start = MIN (extent.start, window.start != ENTENTE_TIME_MIN ? window.start : place);
    extent.end = MAX (extent.end, window.end != ENTENTE_TIME_MAX ? window.end : place);
  }
  if (extent.end <= extent.start)
    extent.end = extent.start + ENTENTE_SECONDS_PER_DAY;
  return extent;
}

static void
fill_lanes (EntenteFigure *figure,
            const EntenteDocument *document,
            const EntenteLaneIndex *index,
            const EntenteLaneChoice *choice,
            guint max_lanes,
            EntenteSceneInput *input)
{
  EntenteLanesOptions options = { .max_lanes = max_lanes, .choice = choice };

  g_clear_pointer (&figure->lanes, entente_lanes_unref);
  figure->lanes = entente_lanes_new (index, document->chronicle, document->rows, &options);
  input->lanes = figure->lanes;
  entente_scene_update (figure->scene, input);
}

/* How many lanes fit into @height_px beside the one of all others. */
static guint
count_fitting (const EntenteFigure *figure, double height_px)
{
  const EntenteScene *scene = figure->scene;
  double rest = height_px - scene->lanes[scene->n_lanes - 1].height;
  guint n = 0;

  while (n < scene->n_lanes && (rest -= scene->lanes[n].height) >= 0)
    n++;
  return n;
}

/* Lanes that are too many for the height go to the one of all others. */
static void
make_scene (EntenteFigure *figure,
            const EntenteDocument *document,
            double width_px,
            double max_height_px)
{
  g_autoptr (EntenteLaneChoice) choice = entente_lane_choice_parse (document->lanes);
  EntenteLaneIndex *index =
    entente_lane_index_new_by (document->chronicle, choice->field, figure->style.shelf_days);
  guint n = MAX_LANES;
  EntenteSceneInput input = {
    .chronicle = document->chronicle,
    .filtered = document->rows,
    .scale = entente_timescale_fit (find_extent (document), width_px, 28),
    .titles = TRUE,
    .published = ENTENTE_TIME_MIN,
    .today = ENTENTE_TIME_MIN,
    .title = get_title,
    .measure = measure,
    .data = figure,
  };

  fill_lanes (figure, document, index, choice, n, &input);
  while (figure->scene->height > max_height_px && n > MIN_LANES) {
    n = CLAMP (count_fitting (figure, max_height_px), MIN_LANES, n - 1);
    fill_lanes (figure, document, index, choice, n, &input);
  }
  entente_ticks_update (figure->ticks, &input.scale, measure, figure);
  entente_lane_index_unref (index);
}

EntenteFigure *
entente_figure_new (const EntenteDocument *document,
                    const EntentePageStyle *style,
                    PangoContext *context,
                    double width_pt,
                    double max_height_pt)
{
  EntenteFigure *figure = g_new0 (EntenteFigure, 1);

  figure->style = *style;
  figure->context = g_object_ref (context);
  figure->chronicle = entente_chronicle_ref (document->chronicle);
  figure->scene = entente_scene_new ();
  figure->ticks = entente_ticks_new ();
  figure->labels = g_string_chunk_new (256);
  figure->label_of = g_hash_table_new (NULL, NULL);
  number_rows (figure, document);
  make_scene (figure,
              document,
              width_pt / SCALE - NAMES_PX,
              max_height_pt / SCALE - AXIS_PX - LEGEND_PX - NOTE_PX);
  figure->note = entente_lanes_describe (figure->lanes);
  return figure;
}

void
entente_figure_free (EntenteFigure *figure)
{
  g_object_unref (figure->context);
  entente_chronicle_unref (figure->chronicle);
  entente_lanes_unref (figure->lanes);
  entente_scene_free (figure->scene);
  entente_ticks_free (figure->ticks);
  g_free (figure->note);
  g_free (figure->numbers);
  g_string_chunk_free (figure->labels);
  g_hash_table_unref (figure->label_of);
  g_free (figure);
}

double
entente_figure_get_height (const EntenteFigure *figure)
{
  double note = figure->note != NULL ? NOTE_PX : 0;

  return (AXIS_PX + figure->scene->height + LEGEND_PX + note) * SCALE;
}

/* ---- painting ---- */

static void
paint_text (const EntenteFigure *figure,
            cairo_t *cr,
            EntenteType type,
            const char *text,
            double x,
            double y,
            double level)
{
  g_autoptr (PangoLayout) layout = make_label (figure, type, text, -1);

  cairo_set_source_rgb (cr, level, level, level);
  cairo_move_to (cr, x, y - entente_layout_get_height (layout) / 2);
  pango_cairo_show_layout (cr, layout);
}

static void
paint_line (cairo_t *cr, double x0, double y0, double x1, double y1, double width, double level)
{
  cairo_set_source_rgb (cr, level, level, level);
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, x0, y0);
  cairo_line_to (cr, x1, y1);
  cairo_stroke (cr);
}

static void
paint_axis (const EntenteFigure *figure, cairo_t *cr)
{
  const EntenteTicks *ticks = figure->ticks;

  for (guint i = 0; i < ticks->n_large; i++) {
    const EntenteTick *tick = &ticks->large[i];

    if (tick->x >= 0)
      paint_line (cr, tick->x, 0, tick->x, figure->scene->height, 0.6, 0.6);
    if (tick->label != NULL)
      paint_text (figure,
                  cr,
                  ENTENTE_TYPE_FIGURE,
                  tick->label,
                  tick->label_x,
                  -AXIS_PX * 0.72,
                  0.1);
  }
  for (guint i = 0; i < ticks->n_small; i++) {
    const EntenteTick *tick = &ticks->small[i];

    if (tick->x >= 0 && tick->x <= figure->scene->scale.width_px)
      paint_line (cr, tick->x, 0, tick->x, figure->scene->height, 0.4, 0.88);
    if (tick->label != NULL && tick->label_x >= 0)
      paint_text (figure,
                  cr,
                  ENTENTE_TYPE_FIGURE,
                  tick->label,
                  tick->label_x,
                  -AXIS_PX * 0.25,
                  0.3);
  }
}

static void
paint_lane (const EntenteFigure *figure, cairo_t *cr, guint lane)
{
  const EntenteSceneLane *place = &figure->scene->lanes[lane];
  g_autoptr (PangoLayout) name = make_label (figure,
                                             ENTENTE_TYPE_RUNNING,
                                             entente_lanes_get_name (figure->lanes, lane),
                                             NAMES_PX - 10);

  pango_layout_set_height (name, -2);
  pango_layout_set_ellipsize (name, PANGO_ELLIPSIZE_END);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_move_to (cr, -NAMES_PX, place->y + 6);
  pango_cairo_show_layout (cr, name);
  paint_line (cr, -NAMES_PX, place->y, figure->scene->scale.width_px, place->y, 0.6, 0.5);
}

static void
paint_bars (const EntenteFigure *figure, cairo_t *cr)
{
  for (guint lane = 0; lane < figure->scene->n_lanes; lane++) {
    const EntenteSceneLane *place = &figure->scene->lanes[lane];

    for (guint i = place->first_bar; i < place->first_bar + place->n_bars; i++) {
      const EntenteSceneBar *bar = &figure->scene->bars[i];

      cairo_set_source_rgb (cr, 0.3, 0.3, 0.3);
      cairo_rectangle (cr,
                       bar->x,
                       place->y + place->height - bar->filtered_height,
                       ENTENTE_SCENE_BAR,
                       bar->filtered_height);
      cairo_fill (cr);
    }
  }
}

static void
set_fade (cairo_t *cr, double from, double to, double level)
{
  cairo_pattern_t *fade = cairo_pattern_create_linear (from, 0, to, 0);

  cairo_pattern_add_color_stop_rgba (fade, 0, level, level, level, 0);
  cairo_pattern_add_color_stop_rgba (fade, 1, level, level, level, 1);
  cairo_set_source (cr, fade);
  cairo_pattern_destroy (fade);
}

static void
paint_tint (cairo_t *cr, const EntenteSceneBand *band)
{
  double level = band->kind == ENTENTE_BAND_SOLID ? 0.35 : TINT;
  double top = band->y - ENTENTE_SCENE_BAND / 2;
  double height = ENTENTE_SCENE_BAND;

  if (band->core0 > band->x0) {
    set_fade (cr, band->x0, band->core0, level);
    cairo_rectangle (cr, band->x0, top, band->core0 - band->x0, height);
    cairo_fill (cr);
  }
  if (band->x1 > band->core1) {
    set_fade (cr, band->x1, band->core1, level);
    cairo_rectangle (cr, band->core1, top, band->x1 - band->core1, height);
    cairo_fill (cr);
  }
  cairo_set_source_rgb (cr, level, level, level);
  cairo_rectangle (cr, band->core0, top, MAX (band->core1 - band->core0, 0), height);
  cairo_fill (cr);
}

static void
outline_band (cairo_t *cr, const EntenteSceneBand *band)
{
  double dashes[] = { 3, 2.5 };
  double radius = ENTENTE_SCENE_BAND / 2;

  if (band->kind != ENTENTE_BAND_TINT || band->start != ENTENTE_EDGE_ROUND ||
      band->end != ENTENTE_EDGE_ROUND)
    return;
  cairo_new_sub_path (cr);
  cairo_arc (cr, MAX (band->x1 - radius, band->x0 + radius), band->y, radius, -G_PI_2, G_PI_2);
  cairo_arc (cr, band->x0 + radius, band->y, radius, G_PI_2, 3 * G_PI_2);
  cairo_close_path (cr);
  cairo_set_source_rgb (cr, TINT, TINT, TINT);
  cairo_fill_preserve (cr);
  cairo_set_dash (cr, dashes, band->broken ? 2 : 0, 0);
  cairo_set_source_rgb (cr, 0.5, 0.5, 0.5);
  cairo_set_line_width (cr, 0.8);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* Across the ends that are derived. */
static void
paint_ticks (cairo_t *cr, const EntenteSceneBand *band, double half)
{
  if (band->start == ENTENTE_EDGE_TICK)
    paint_line (cr, band->x0, band->y - half, band->x0, band->y + half, 1, 0.15);
  if (band->end == ENTENTE_EDGE_TICK)
    paint_line (cr, band->x1, band->y - half, band->x1, band->y + half, 1, 0.15);
}

static void
paint_dots (cairo_t *cr, const EntenteSceneBand *band)
{
  double dots[] = { 0.1, 3.2 };

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, dots, 2, 0);
  paint_line (cr, band->x0, band->y, band->x1, band->y, 1.6, 0.15);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  paint_ticks (cr, band, 5);
}

static void
paint_bands (const EntenteFigure *figure, cairo_t *cr)
{
  for (guint i = 0; i < figure->scene->n_bands; i++) {
    const EntenteSceneBand *band = &figure->scene->bands[i];

    if (band->kind == ENTENTE_BAND_DOTS) {
      paint_dots (cr, band);
    } else if (band->kind == ENTENTE_BAND_LINE) {
      paint_line (cr, band->x0, band->y, band->x1, band->y, 1, 0.4);
    } else if (band->kind == ENTENTE_BAND_TINT && band->start == ENTENTE_EDGE_ROUND &&
               band->end == ENTENTE_EDGE_ROUND) {
      outline_band (cr, band);
    } else {
      paint_tint (cr, band);
      paint_ticks (cr, band, 10);
    }
  }
}

static void
paint_arrowhead (cairo_t *cr, double x, double y, double direction)
{
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x - 3, y - direction * 5);
  cairo_line_to (cr, x + 3, y - direction * 5);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
paint_stems (const EntenteFigure *figure, cairo_t *cr)
{
  for (guint i = 0; i < figure->scene->n_stems; i++) {
    const EntenteSceneStem *stem = &figure->scene->stems[i];

    paint_line (cr, stem->x, stem->y0, stem->x, stem->y1, 0.9, 0.45);
    paint_arrowhead (cr, stem->x, stem->y1, stem->y1 > stem->y0 ? 1 : -1);
  }
  for (guint i = 0; i < figure->scene->n_joins; i++) {
    const EntenteSceneJoin *join = &figure->scene->joins[i];

    paint_line (cr, join->x, join->y0, join->x, join->y1, 1.4, 0.3);
  }
}

static void
paint_marks (const EntenteFigure *figure, cairo_t *cr)
{
  for (guint i = 0; i < figure->scene->n_marks; i++) {
    const EntenteSceneMark *mark = &figure->scene->marks[i];
    const double *ink = mark->flags & ENTENTE_MARK_OLD ? grey : black;

    entente_glyph_paint (cr,
                         mark->glyph,
                         mark->x,
                         mark->y,
                         ENTENTE_GLYPH_SIZE_TIMELINE,
                         ink,
                         white,
                         TRUE);
  }
  for (guint i = 0; i < figure->scene->n_titles; i++) {
    const EntenteSceneTitle *title = &figure->scene->titles[i];

    if (title->over_dots) {
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_rectangle (cr, title->x - 1, title->y - 8, title->width + 2, 16);
      cairo_fill (cr);
    }
    paint_text (figure,
                cr,
                ENTENTE_TYPE_RUNNING,
                title->text,
                title->x,
                title->y,
                title->on_solid ? 1 : 0);
  }
}

static void
paint_bundles (const EntenteFigure *figure, cairo_t *cr)
{
  for (guint i = 0; i < figure->scene->n_bundles; i++) {
    const EntenteSceneBundle *bundle = &figure->scene->bundles[i];
    double radius = ENTENTE_SCENE_PILL / 2;

    paint_line (cr,
                bundle->reach0,
                bundle->reach_y,
                MAX (bundle->reach1, bundle->reach0 + 2),
                bundle->reach_y,
                2.5,
                0);
    cairo_new_sub_path (cr);
    cairo_arc (cr, bundle->x + bundle->width / 2 - radius, bundle->y, radius, -G_PI_2, G_PI_2);
    cairo_arc (cr, bundle->x - bundle->width / 2 + radius, bundle->y, radius, G_PI_2, 3 * G_PI_2);
    cairo_close_path (cr);
    cairo_set_source_rgb (cr, 1, 1, 1);
    cairo_fill_preserve (cr);
    cairo_set_source_rgb (cr, 0, 0, 0);
    cairo_set_line_width (cr, 1.2);
    cairo_stroke (cr);
    paint_text (figure,
                cr,
                ENTENTE_TYPE_RUNNING,
                bundle->text,
                bundle->x - measure (ENTENTE_LABEL_BUNDLE, bundle->text, (gpointer) figure) / 2,
                bundle->y,
                0);
  }
}

static void
paint_legend (const EntenteFigure *figure, cairo_t *cr)
{
  static const struct {
    EntenteGlyphFill fill;
    const char *label;
  } rows[] = {
    { ENTENTE_FILL_HOLLOW, N_ ("one report") }, { ENTENTE_FILL_CORE, N_ ("one origin") },
    { ENTENTE_FILL_FULL, N_ ("corroborated") }, { ENTENTE_FILL_HALF, N_ ("contested") },
    { ENTENTE_FILL_STRUCK, N_ ("denied") },
  };
  double y = figure->scene->height + LEGEND_PX / 2;
  double x = -NAMES_PX;
  g_autoptr (PangoLayout) dots =
    make_label (figure, ENTENTE_TYPE_FIGURE, _ ("dotted line: placed by order only"), -1);

  paint_line (cr,
              -NAMES_PX,
              figure->scene->height,
              figure->scene->scale.width_px,
              figure->scene->height,
              0.6,
              0.5);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    EntenteGlyph glyph = { ENTENTE_GROUP_DEED, rows[i].fill, ENTENTE_OUTLINE_UNBROKEN, FALSE };

    entente_glyph_paint (cr, glyph, x + 6, y, 12, black, white, FALSE);
    paint_text (figure, cr, ENTENTE_TYPE_FIGURE, _ (rows[i].label), x + 17, y, 0.1);
    x += 31 + measure (ENTENTE_LABEL_AXIS_SMALL, _ (rows[i].label), (gpointer) figure);
  }
  cairo_set_source_rgb (cr, 0.1, 0.1, 0.1);
  cairo_move_to (cr,
                 MAX (x, figure->scene->scale.width_px - entente_layout_get_width (dots)),
                 y - entente_layout_get_height (dots) / 2);
  pango_cairo_show_layout (cr, dots);
  if (figure->note != NULL)
    paint_text (figure,
                cr,
                ENTENTE_TYPE_FIGURE,
                figure->note,
                -NAMES_PX,
                y + (LEGEND_PX + NOTE_PX) / 2 - 4,
                0.1);
}

void
entente_figure_paint (const EntenteFigure *figure, cairo_t *cr)
{
  cairo_save (cr);
  cairo_scale (cr, SCALE, SCALE);
  cairo_translate (cr, NAMES_PX, AXIS_PX);
  paint_axis (figure, cr);
  for (guint i = 0; i < figure->scene->n_lanes; i++)
    paint_lane (figure, cr, i);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, figure->scene->scale.width_px, figure->scene->height);
  cairo_clip (cr);
  paint_bars (figure, cr);
  paint_bands (figure, cr);
  paint_stems (figure, cr);
  paint_bundles (figure, cr);
  paint_marks (figure, cr);
  cairo_restore (cr);
  paint_legend (figure, cr);
  cairo_restore (cr);
}
