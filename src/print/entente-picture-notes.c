/* What stands below the lanes of a picture: undated moves, a legend of what was used, and the
 * caption to cite it by.
 *
 * Each part is written once and run twice: without a canvas it only tells how high it is.
 */
#include "config.h"

#include "entente-picture-private.h"

#include "entente-position-sign.h"

#include <glib/gi18n-lib.h>

#define TOP 10.0
#define CHIP_HEIGHT 26.0
#define CHIP_LINE 32.0
#define CHIP_RADIUS 6.0
#define CHIP_GAP 8.0
#define CHIP_GLYPH 16.0
#define CHIP_END 12.0
#define ARROW_ROOM 24.0
#define NAME_X 14.0
#define COUNT_GAP 12.0
#define LEGEND_LINE 21.0
#define LEGEND_GAP 18.0
#define SAMPLE 30.0 /* width of a sample of a line */
#define SAMPLE_GAP 7.0
#define CAPTION_GAP 8.0

/* Where the next thing goes. */
typedef struct {
  EntentePicture *self;
  EntenteCanvas *canvas; /* NULL: only measured */
  double left, right;
  double x, y; /* y: middle of the line */
  double line; /* height */
} Flow;

static void
begin_flow (Flow *flow, double left, double right, double top, double line)
{
  flow->left = flow->x = left;
  flow->right = right;
  flow->y = top + line / 2;
  flow->line = line;
}

/* Makes room for @width; the left edge. */
static double
place (Flow *flow, double width, double gap)
{
  double x;

  if (flow->x > flow->left && flow->x + width > flow->right) {
    flow->x = flow->left;
    flow->y += flow->line;
  }
  x = flow->x;
  flow->x += width + gap;
  return x;
}

static void
paint_text (const Flow *flow,
            EntenteType type,
            const char *text,
            double x,
            double width,
            const EntenteShade *shade)
{
  if (flow->canvas != NULL)
    entente_picture_paint_text (flow->self, flow->canvas, type, text, x, flow->y, width, shade);
}

/* ---- undated moves ---- */

static void
paint_answer_arrow (const Flow *flow, double x)
{
  EntenteCanvas *canvas = flow->canvas;
  const EntenteShade *shade = &flow->self->colours->dim;

  entente_canvas_line (canvas, x, flow->y, x + 13, flow->y, 1.7, shade);
  entente_canvas_arrowhead (canvas, x + 16, flow->y, 1, 0, 7, shade);
}

static void
paint_chip_words (const Flow *flow, const EntenteSceneChip *chip, double x, double width)
{
  gboolean cut = width < chip->width;
  double text_x = x + chip->text_x - chip->x, note_x = x + chip->note_x - chip->x;

  paint_text (flow,
              ENTENTE_TYPE_LEAD,
              chip->text,
              text_x,
              cut ? x + width - text_x - CHIP_END : 0,
              &flow->self->colours->text);
  if (!cut && *chip->note != '\0')
    paint_text (flow, ENTENTE_TYPE_PALE, chip->note, note_x, 0, &flow->self->colours->dim);
}

static void
paint_chip (const Flow *flow, const EntenteSceneChip *chip, double x, double width)
{
  EntentePicture *self = flow->self;
  EntenteShade shade = entente_picture_get_shade (self, chip->body, chip->hue);
  const EntenteCanvasGroup group = {
    .role = "mark",
    .event = entente_chronicle_get_id (self->options.chronicle, chip->row),
    .count = 1,
    .title = chip->text,
  };

  entente_canvas_push (flow->canvas, &group);
  entente_canvas_pill (flow->canvas, x, flow->y - CHIP_HEIGHT / 2, width, CHIP_HEIGHT, CHIP_RADIUS);
  entente_canvas_fill (flow->canvas, &self->colours->chip);
  entente_canvas_pill (flow->canvas, x, flow->y - CHIP_HEIGHT / 2, width, CHIP_HEIGHT, CHIP_RADIUS);
  entente_canvas_stroke (flow->canvas, &self->colours->chip_line, 1);
  entente_canvas_glyph (flow->canvas,
                        chip->glyph,
                        x + CHIP_GLYPH,
                        flow->y,
                        ENTENTE_GLYPH_SIZE_TIMELINE,
                        &shade,
                        &self->colours->chip,
                        FALSE);
  paint_chip_words (flow, chip, x, width);
  entente_canvas_pop (flow->canvas);
}

static void
paint_chips (Flow *flow)
{
  const EntenteScene *scene = flow->self->scene;

  for (guint i = 0; i < scene->n_chips; i++) {
    const EntenteSceneChip *chip = &scene->chips[i];
    gboolean linked = chip->answers_previous && i > 0;
    double room = linked ? ARROW_ROOM - CHIP_GAP / 2 : 0;
    double width = MIN (chip->width, flow->right - flow->left - room);
    double x = place (flow, width + room, CHIP_GAP);

    if (flow->canvas == NULL)
      continue;
    if (linked)
      paint_answer_arrow (flow, x);
    paint_chip (flow, chip, x + room, width);
  }
}

static void
paint_more (Flow *flow)
{
  guint n = flow->self->scene->n_shelf - flow->self->scene->n_chips;
  g_autofree char *text = NULL;
  EntenteCanvasGroup group = { .role = "more", .count = n };
  double x;

  if (n == 0)
    return;
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u more", "%'u more", n), n);
  x = place (flow, entente_picture_measure (flow->self, ENTENTE_TYPE_PALE, text), 0);
  if (flow->canvas == NULL)
    return;
  entente_canvas_push (flow->canvas, &group);
  paint_text (flow, ENTENTE_TYPE_PALE, text, x, 0, &flow->self->colours->dim);
  entente_canvas_pop (flow->canvas);
}

static void
paint_shelf_name (const Flow *flow)
{
  EntentePicture *self = flow->self;
  g_autofree char *counts =
    g_strdup_printf (C_ ("shelf", "%'u of %'u"), self->scene->n_shelf, self->scene->n_shelf_total);
  double width = entente_picture_measure (self, ENTENTE_TYPE_PALE, counts);

  paint_text (flow,
              ENTENTE_TYPE_STRONG,
              _ ("Undated"),
              NAME_X,
              self->names_px - NAME_X - width - 2 * COUNT_GAP,
              &self->colours->text);
  paint_text (flow,
              ENTENTE_TYPE_PALE,
              counts,
              self->names_px - COUNT_GAP - width,
              0,
              &self->colours->dim);
}

static double
paint_shelf (EntentePicture *self, EntenteCanvas *canvas, double top)
{
  Flow flow = { self, canvas };
  double bottom;

  if (self->scene->n_shelf == 0)
    return top;
  begin_flow (&flow, self->names_px, self->notes_px, top, CHIP_LINE);
  paint_shelf_name (&flow);
  paint_chips (&flow);
  paint_more (&flow);
  bottom = flow.y + CHIP_LINE / 2 + 4;
  if (canvas != NULL)
    entente_canvas_line (canvas, 0, bottom, self->notes_px, bottom, 1, &self->colours->line);
  return bottom + 4;
}

/* ---- legend ---- */

/* What the scene holds; bits by value. */
typedef struct {
  guint groups, fills, outlines;
  gboolean told, fading, solid, dots;
} Used;

static void
note_glyph (Used *used, EntenteGlyph glyph)
{
  used->groups |= 1u << glyph.group;
  used->fills |= 1u << glyph.fill;
  used->outlines |= 1u << glyph.outline;
}

static void
note_band (Used *used, const EntenteSceneBand *band)
{
  gboolean fading = band->start == ENTENTE_EDGE_FADE || band->end == ENTENTE_EDGE_FADE;

  used->dots |= band->kind == ENTENTE_BAND_DOTS;
  used->solid |= band->kind == ENTENTE_BAND_SOLID;
  used->told |= band->kind == ENTENTE_BAND_TINT && !fading;
  used->fading |= band->kind == ENTENTE_BAND_TINT && fading;
}

static Used
find_used (const EntenteScene *scene)
{
  Used used = { 0 };

  for (guint i = 0; i < scene->n_marks; i++)
    note_glyph (&used, scene->marks[i].glyph);
  for (guint i = 0; i < scene->n_chips; i++)
    note_glyph (&used, scene->chips[i].glyph);
  for (guint i = 0; i < scene->n_bands; i++)
    note_band (&used, &scene->bands[i]);
  return used;
}

/* An entry with @sample in front of its words; the left edge of the sample. */
static double
paint_entry (Flow *flow, double sample, const char *label)
{
  g_autofree char *words = entente_label_capitalise (label);
  double room = flow->right - flow->left - sample - SAMPLE_GAP;
  double width = MIN (entente_picture_measure (flow->self, ENTENTE_TYPE_PALE, words), room);
  double x = place (flow, sample + SAMPLE_GAP + width, LEGEND_GAP);

  paint_text (flow,
              ENTENTE_TYPE_PALE,
              words,
              x + sample + SAMPLE_GAP,
              room,
              &flow->self->colours->dim);
  return x;
}

static void
paint_glyph_entry (Flow *flow, EntenteGlyph glyph, const char *label)
{
  double size = ENTENTE_GLYPH_SIZE_MARGIN;
  double x = paint_entry (flow, size, label);

  if (flow->canvas != NULL)
    entente_canvas_glyph (flow->canvas,
                          glyph,
                          x + size / 2,
                          flow->y,
                          size,
                          &flow->self->colours->text,
                          &flow->self->colours->ground,
                          FALSE);
}

static void
paint_band_entry (Flow *flow,
                  EntenteBandKind kind,
                  EntenteBandEdge start,
                  EntenteBandEdge end,
                  const char *label)
{
  double x = paint_entry (flow, SAMPLE, label);
  gboolean fading = start == ENTENTE_EDGE_FADE;
  const EntenteSceneBand band = { .kind = (guint8) kind,
                                  .start = (guint8) start,
                                  .end = (guint8) end,
                                  .x0 = x,
                                  .core0 = x + (fading ? SAMPLE * 0.8 : 0),
                                  .core1 = x + SAMPLE,
                                  .x1 = x + SAMPLE,
                                  .y = flow->y };

  if (flow->canvas != NULL)
    entente_picture_paint_band (flow->self, flow->canvas, &band, &flow->self->colours->text);
}

static void
paint_shapes (Flow *flow, const Used *used)
{
  for (guint group = 0; group < ENTENTE_N_GROUPS; group++) {
    const EntenteGlyph glyph = { .group = (guint8) group };

    if (used->groups & 1u << group)
      paint_glyph_entry (flow, glyph, entente_enum_label (ENTENTE_ENUM_KIND_GROUP, (int) group));
  }
}

/* "Position: demand" */
static void
paint_positions (Flow *flow)
{
  guint kinds = entente_picture_get_position_kinds (flow->self);
  double size = ENTENTE_POSITION_SIGN_SIZE;

  for (int kind = 0; kinds >> kind != 0; kind++) {
    g_autofree char *label =
      g_strdup_printf (_ ("position: %s"), entente_enum_label (ENTENTE_ENUM_POSITION_KIND, kind));
    double x;

    if (!(kinds & 1u << kind))
      continue;
    x = paint_entry (flow, size, label);
    if (flow->canvas != NULL)
      entente_canvas_position_sign (flow->canvas,
                                    kind,
                                    FALSE,
                                    x + size / 2,
                                    flow->y,
                                    size,
                                    &flow->self->colours->text,
                                    &flow->self->colours->ground);
  }
}

static void
paint_fills (Flow *flow, const Used *used)
{
  static const char *const labels[] = {
    [ENTENTE_FILL_HOLLOW] = N_ ("one report"), [ENTENTE_FILL_CORE] = N_ ("one origin"),
    [ENTENTE_FILL_FULL] = N_ ("corroborated"), [ENTENTE_FILL_HALF] = N_ ("contested"),
    [ENTENTE_FILL_STRUCK] = N_ ("denied"),     [ENTENTE_FILL_WITHDRAWN] = N_ ("withdrawn"),
  };

  for (guint fill = 0; fill < G_N_ELEMENTS (labels); fill++) {
    const EntenteGlyph glyph = { .group = ENTENTE_GROUP_DEED, .fill = (guint8) fill };

    if (used->fills & 1u << fill)
      paint_glyph_entry (flow, glyph, _ (labels[fill]));
  }
  if (used->outlines & 1u << ENTENTE_OUTLINE_BROKEN)
    paint_glyph_entry (
      flow,
      (EntenteGlyph){ .group = ENTENTE_GROUP_DEED, .outline = ENTENTE_OUTLINE_BROKEN },
      _ ("Announced or conditional"));
  if (used->outlines & 1u << ENTENTE_OUTLINE_DOTTED)
    paint_glyph_entry (
      flow,
      (EntenteGlyph){ .group = ENTENTE_GROUP_DEED, .outline = ENTENTE_OUTLINE_DOTTED },
      _ ("No passage yet, or a suggestion"));
}

static void
paint_dates (Flow *flow, const Used *used)
{
  if (used->told)
    paint_band_entry (flow,
                      ENTENTE_BAND_TINT,
                      ENTENTE_EDGE_ROUND,
                      ENTENTE_EDGE_ROUND,
                      _ ("a day within these bounds"));
  if (used->fading)
    paint_band_entry (flow,
                      ENTENTE_BAND_TINT,
                      ENTENTE_EDGE_FADE,
                      ENTENTE_EDGE_FLAT,
                      _ ("open or vague"));
  if (used->solid)
    paint_band_entry (flow,
                      ENTENTE_BAND_SOLID,
                      ENTENTE_EDGE_FLAT,
                      ENTENTE_EDGE_FLAT,
                      _ ("under way"));
  if (used->dots)
    paint_band_entry (flow,
                      ENTENTE_BAND_DOTS,
                      ENTENTE_EDGE_TICK,
                      ENTENTE_EDGE_TICK,
                      _ ("dotted line: placed by order only"));
}

static void
paint_line_entries (Flow *flow)
{
  const char *labels[2];
  guint n = entente_picture_get_line_labels (flow->self, labels);

  for (guint i = 0; i < n; i++) {
    double x = paint_entry (flow, 4, labels[i]);

    if (flow->canvas != NULL)
      entente_picture_paint_line_sample (flow->self, flow->canvas, i, x + 1, flow->y);
  }
}

static void
paint_context_entries (Flow *flow)
{
  if (flow->self->scene->n_turns > 0) {
    double x = paint_entry (flow, 8, _ ("turning point, at its departure"));

    if (flow->canvas != NULL)
      entente_picture_paint_turn_sample (flow->self, flow->canvas, x + 1, flow->y);
  }
  if (flow->self->scene->n_rounds > 0) {
    double x = paint_entry (
      flow,
      16,
      _ ("a round of talks, from its first to its last move; dotted: what is part of it"));

    if (flow->canvas != NULL)
      entente_picture_paint_round_sample (flow->self, flow->canvas, x, flow->y);
  }
}

static void
paint_stem_entry (Flow *flow)
{
  double x = paint_entry (flow, 8, _ ("addressed to the actor of the lane it points to"));

  if (flow->canvas == NULL)
    return;
  entente_canvas_line (flow->canvas,
                       x + 4,
                       flow->y - 7,
                       x + 4,
                       flow->y + 3,
                       1.3,
                       &flow->self->colours->text);
  entente_canvas_arrowhead (flow->canvas,
                            x + 4,
                            flow->y + 8,
                            0,
                            1,
                            6.5,
                            &flow->self->colours->text);
}

static void
paint_density_entry (Flow *flow)
{
  g_autofree char *length = entente_ticks_format_length (flow->self->scene->bar_seconds);
  /* TRANSLATORS: what the bars of a density count: "in 9 days" */
  g_autofree char *bars = g_strdup_printf (_ ("in %s"), length);
  g_autofree char *label = g_strdup_printf ("%s %s", _ ("height: √ of moves"), bars);
  double x = paint_entry (flow, 14, label);

  for (guint i = 0; i < 3 && flow->canvas != NULL; i++)
    entente_canvas_rectangle (flow->canvas,
                              x + i * 5,
                              flow->y + 6 - (i + 1) * 4,
                              ENTENTE_SCENE_BAR,
                              (i + 1) * 4);
  if (flow->canvas != NULL)
    entente_canvas_fill (flow->canvas, &flow->self->colours->text);
}

static double
paint_legend (EntentePicture *self, EntenteCanvas *canvas, double top)
{
  Flow flow = { self, canvas };
  Used used = find_used (self->scene);

  begin_flow (&flow, 2, self->notes_px, top, LEGEND_LINE);
  paint_shapes (&flow, &used);
  if (flow.x > flow.left) {
    flow.x = flow.left;
    flow.y += LEGEND_LINE;
  }
  paint_fills (&flow, &used);
  paint_positions (&flow);
  paint_dates (&flow, &used);
  paint_line_entries (&flow);
  paint_context_entries (&flow);
  if (self->scene->n_stems > 0)
    paint_stem_entry (&flow);
  if (self->scene->n_bundles > 0)
    paint_entry (&flow, 0, _ ("bundle: moves too close to draw apart, and their reach"));
  if (self->scene->n_bars > 0)
    paint_density_entry (&flow);
  return flow.y + (flow.x > flow.left ? LEGEND_LINE / 2 : -LEGEND_LINE / 2);
}

double
entente_picture_paint_notes (EntentePicture *self, EntenteCanvas *canvas)
{
  double bottom = paint_shelf (self, canvas, TOP);
  const EntenteCanvasGroup group = { .role = "legend" };

  if (canvas != NULL)
    entente_canvas_push (canvas, &group);
  bottom = paint_legend (self, canvas, bottom);
  if (canvas != NULL)
    entente_canvas_pop (canvas);
  return entente_picture_paint_caption (self, canvas, bottom + CAPTION_GAP);
}
