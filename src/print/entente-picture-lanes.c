/* The lanes of a picture: grounds, grid, density, bands, stems, arrows, bundles, marks, titles; in
 * the order of the screen.
 *
 * In black ink all shades become black and grey; what a colour says on the screen is said by the
 * name of the lane, and all else by fill and outline.
 */
#include "config.h"

#include "entente-picture-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define STEM_ALPHA 0.62
#define PALE 0.22
#define JOIN_WIDTH 1.3
#define LOOSE_RING 3.2
#define LINK_HEAD 9.0
#define TITLE_GROUND 10.0
#define GLYPH_ROOM 16.0

typedef struct {
  EntentePicture *self;
  EntenteCanvas *canvas;
  const EntentePictureWindow *window;
  const EntenteScene *scene;
  const EntentePictureColours *colours;
  guint first_row, last_row; /* whose glyphs are in view */
} Painter;

EntenteShade
entente_picture_get_shade (const EntentePicture *self, guint32 body, guint hue)
{
  EntenteColour colour;

  if (self->options.black)
    return self->colours->text;
  colour = body != ENTENTE_NO_INDEX
             ? entente_palette_get_colour (self->options.chronicle, body, hue, FALSE)
             : entente_palette_get_hue_colour (hue, FALSE);
  return (EntenteShade){ colour.red, colour.green, colour.blue, 1 };
}

static EntenteShade
fade (EntenteShade shade, double alpha)
{
  shade.alpha *= alpha;
  return shade;
}

/* Of a mark; pale at the date from which it was put off. */
static EntenteShade
get_mark_shade (const Painter *painter, const EntenteSceneMark *mark)
{
  EntenteShade shade = entente_picture_get_shade (painter->self, mark->body, mark->hue);

  if (mark->flags & ENTENTE_MARK_OLD) {
    shade.red = (shade.red + 1) / 2;
    shade.green = (shade.green + 1) / 2;
    shade.blue = (shade.blue + 1) / 2;
  }
  return shade;
}

static const EntenteShade *
get_ground (const Painter *painter, guint lane)
{
  return lane % 2 == 1 && !painter->self->options.transparent ? &painter->colours->ground_odd
                                                              : &painter->colours->ground;
}

/* ---- ground ---- */

static void
paint_grounds (const Painter *painter)
{
  double width = painter->scene->scale.width_px;

  for (guint i = 1; i < painter->scene->n_lanes && !painter->self->options.transparent; i += 2) {
    const EntenteSceneLane *lane = &painter->scene->lanes[i];

    entente_canvas_rectangle (painter->canvas, 0, lane->y, width, lane->height);
    entente_canvas_fill (painter->canvas, get_ground (painter, i));
  }
}

/* The ticks are those of the window. */
static void
paint_grid (const Painter *painter, const EntenteTick *ticks, guint n, const EntenteShade *shade)
{
  const EntentePictureWindow *window = painter->window;

  for (guint i = 0; i < n; i++)
    if (ticks[i].x >= 0 && ticks[i].x <= window->width)
      entente_canvas_line (painter->canvas,
                           window->x + ticks[i].x,
                           window->y,
                           window->x + ticks[i].x,
                           window->y + window->height,
                           1,
                           shade);
}

static void
paint_lane_lines (const Painter *painter)
{
  for (guint i = 0; i < painter->scene->n_lanes; i++)
    entente_canvas_line (painter->canvas,
                         0,
                         painter->scene->lanes[i].y,
                         painter->scene->scale.width_px,
                         painter->scene->lanes[i].y,
                         1,
                         &painter->colours->line);
}

static void
paint_ground (const Painter *painter)
{
  const EntenteCanvasGroup group = { .role = "ground" };
  const EntenteTicks *ticks = painter->self->ticks;

  entente_canvas_push (painter->canvas, &group);
  paint_grounds (painter);
  entente_picture_paint_eras_behind (painter->self, painter->canvas);
  paint_grid (painter, ticks->small, ticks->n_small, &painter->colours->grid_fine);
  paint_grid (painter, ticks->large, ticks->n_large, &painter->colours->grid);
  paint_lane_lines (painter);
  entente_canvas_pop (painter->canvas);
}

/* ---- density ---- */

/* The one mark in which its event counts. */
static gboolean
counts (const Painter *painter, const EntenteSceneMark *mark)
{
  return !(mark->flags & (ENTENTE_MARK_GHOST | ENTENTE_MARK_AGAIN | ENTENTE_MARK_OLD)) &&
         mark->row >= painter->first_row && mark->row < painter->last_row;
}

/* What a lane draws together of the events that count in it: all that are in view, less those drawn
 * as marks. */
static guint
count_together (const Painter *painter, guint at)
{
  const EntenteLane *lane = entente_lanes_get (painter->self->lanes, at);
  guint first = painter->first_row, last = painter->last_row;
  guint n = entente_lanes_rank (lane->filtered, lane->n_filtered, last) -
            entente_lanes_rank (lane->filtered, lane->n_filtered, first);

  n -= entente_lanes_rank (lane->again, lane->n_again, last) -
       entente_lanes_rank (lane->again, lane->n_again, first);
  for (guint i = 0; i < painter->scene->n_marks; i++)
    n -= painter->scene->marks[i].lane == at && counts (painter, &painter->scene->marks[i]);
  return n;
}

/* Folded to a thread, the bars count what is not of it, pale. */
static void
paint_lane_bars (const Painter *painter, guint at)
{
  const EntenteSceneLane *lane = &painter->scene->lanes[at];
  const EntenteLane *found = entente_lanes_get (painter->self->lanes, at);
  EntenteShade shade = entente_picture_get_shade (painter->self, found->actor, found->hue);
  double bottom = lane->y + lane->height - 1;
  gboolean folded = painter->scene->folded;
  EntenteCanvasGroup group = { .role = "density" };

  if (lane->n_bars == 0 || (lane->level != ENTENTE_LEVEL_DENSITY && !folded))
    return;
  if (folded)
    shade = fade (shade, PALE);
  group.count = count_together (painter, at);
  entente_canvas_push (painter->canvas, &group);
  for (guint i = lane->first_bar; i < lane->first_bar + lane->n_bars; i++) {
    const EntenteSceneBar *bar = &painter->scene->bars[i];
    double height = MAX (folded ? bar->total_height : bar->filtered_height, 1);

    if ((folded ? bar->total : bar->filtered) > 0)
      entente_canvas_rectangle (painter->canvas,
                                bar->x,
                                bottom - height,
                                ENTENTE_SCENE_BAR,
                                height);
  }
  entente_canvas_fill (painter->canvas, &shade);
  entente_canvas_pop (painter->canvas);
}

/* ---- stems and arrows ---- */

static void
paint_stems (const Painter *painter)
{
  for (guint i = 0; i < painter->scene->n_joins; i++) {
    const EntenteSceneJoin *join = &painter->scene->joins[i];
    EntenteShade shade =
      fade (get_mark_shade (painter, &painter->scene->marks[join->mark]), STEM_ALPHA);

    entente_canvas_line (painter->canvas, join->x, join->y0, join->x, join->y1, JOIN_WIDTH, &shade);
  }
  for (guint i = 0; i < painter->scene->n_stems; i++) {
    const EntenteSceneStem *stem = &painter->scene->stems[i];
    EntenteShade shade =
      fade (get_mark_shade (painter, &painter->scene->marks[stem->mark]), STEM_ALPHA);
    double down = stem->y1 > stem->y0 ? 1 : -1;

    entente_canvas_line (painter->canvas,
                         stem->x,
                         stem->y0,
                         stem->x,
                         stem->y1 - down * 5,
                         JOIN_WIDTH,
                         &shade);
    entente_canvas_arrowhead (painter->canvas, stem->x, stem->y1, 0, down, 6.5, &shade);
  }
}

static void
paint_link (const Painter *painter, const EntenteSceneLink *link)
{
  static const double dashes[] = { 5, 4 };
  const EntentePaint paint = { .shade =
                                 link->strong ? painter->colours->pill : painter->colours->dim };
  const double *xy = link->xy;
  double dx = xy[6] - xy[4], dy = xy[7] - xy[5], length = MAX (hypot (dx, dy), 0.001);
  const double curve[6] = { xy[2],
                            xy[3],
                            xy[4],
                            xy[5],
                            xy[6] - dx / length * (LINK_HEAD - 1),
                            xy[7] - dy / length * (LINK_HEAD - 1) };
  const EntenteCanvasGroup group = { .role = "answer" };

  entente_canvas_push (painter->canvas, &group);
  painter->canvas->class->move_to (painter->canvas, xy[0], xy[1]);
  painter->canvas->class->curve_to (painter->canvas, curve);
  painter->canvas
    ->class->stroke (painter->canvas, &paint, 1.7, dashes, link->inferred ? 2 : 0, FALSE);
  entente_canvas_arrowhead (painter->canvas, xy[6], xy[7], dx, dy, LINK_HEAD, &paint.shade);
  entente_canvas_pop (painter->canvas);
}

static void
paint_link_pill (const Painter *painter, const EntenteSceneLink *link)
{
  const double height = ENTENTE_SCENE_PILL - 2;
  double width = entente_picture_measure (painter->self, ENTENTE_TYPE_RUNNING, link->text);

  entente_canvas_pill (painter->canvas,
                       link->pill_x - link->pill_width / 2,
                       link->pill_y - height / 2,
                       link->pill_width,
                       height,
                       0);
  entente_canvas_fill (painter->canvas, &painter->colours->pill);
  entente_picture_paint_text (painter->self,
                              painter->canvas,
                              ENTENTE_TYPE_RUNNING,
                              link->text,
                              link->pill_x - width / 2,
                              link->pill_y,
                              0,
                              &painter->colours->pill_text);
}

static void
paint_links (const Painter *painter)
{
  for (guint i = 0; i < painter->scene->n_links; i++)
    paint_link (painter, &painter->scene->links[i]);
  for (guint i = 0; i < painter->scene->n_links; i++)
    if (painter->scene->links[i].text != NULL)
      paint_link_pill (painter, &painter->scene->links[i]);
}

/* Of moves that wait for an answer. */
static void
paint_loose_ends (const Painter *painter)
{
  for (guint i = 0; i < painter->scene->n_loose_ends; i++) {
    const EntenteSceneLooseEnd *end = &painter->scene->loose_ends[i];
    const EntenteSceneMark *mark = &painter->scene->marks[end->mark];
    EntenteShade shade = get_mark_shade (painter, mark);

    entente_canvas_line (painter->canvas, end->x0, end->y0, end->x1, end->y1, JOIN_WIDTH, &shade);
    for (guint j = 0; j < 2; j++) {
      double radius = j == 0 ? LOOSE_RING : LOOSE_RING - JOIN_WIDTH;

      entente_canvas_pill (painter->canvas,
                           end->x1 - radius,
                           end->y1 - radius,
                           2 * radius,
                           2 * radius,
                           0);
      entente_canvas_fill (painter->canvas, j == 0 ? &shade : get_ground (painter, mark->lane));
    }
  }
}

/* Ground behind titles, so that dotted lines and stems do not run through them. */
static void
paint_title_grounds (const Painter *painter)
{
  for (guint i = 0; i < painter->scene->n_titles; i++) {
    const EntenteSceneTitle *title = &painter->scene->titles[i];

    if (title->on_solid || (!title->over_dots && painter->self->options.transparent))
      continue;
    entente_canvas_rectangle (painter->canvas,
                              title->x - 3,
                              title->y - TITLE_GROUND / 2,
                              title->width + 6,
                              TITLE_GROUND);
    entente_canvas_fill (painter->canvas,
                         get_ground (painter, painter->scene->marks[title->mark].lane));
  }
}

/* ---- bundles, marks, titles ---- */

static void
paint_bundle (const Painter *painter, const EntenteSceneBundle *bundle)
{
  gboolean black = painter->self->options.black;
  EntenteShade shade = entente_picture_get_shade (painter->self, bundle->body, bundle->hue);
  const EntenteShade *ground = get_ground (painter, bundle->lane);
  double half = bundle->width / 2, height = ENTENTE_SCENE_PILL - 4;
  double text = entente_picture_measure (painter->self, ENTENTE_TYPE_RUNNING, bundle->text);

  entente_canvas_pill (painter->canvas,
                       bundle->reach0,
                       bundle->reach_y - 1.5,
                       MAX (bundle->reach1 - bundle->reach0, 4),
                       3,
                       0);
  entente_canvas_fill (painter->canvas, &shade);
  entente_canvas_pill (painter->canvas,
                       bundle->x - half - 2,
                       bundle->y - height / 2 - 2,
                       bundle->width + 4,
                       height + 4,
                       0);
  entente_canvas_fill (painter->canvas, ground);
  entente_canvas_pill (painter->canvas,
                       bundle->x - half,
                       bundle->y - height / 2,
                       bundle->width,
                       height,
                       0);
  if (black)
    entente_canvas_stroke (painter->canvas, &shade, 1.2);
  else
    entente_canvas_fill (painter->canvas, &shade);
  entente_picture_paint_text (painter->self,
                              painter->canvas,
                              ENTENTE_TYPE_RUNNING,
                              bundle->text,
                              bundle->x - text / 2,
                              bundle->y,
                              0,
                              black ? &shade : ground);
}

/* A joint move is in the bundles of several lanes and counts in one: @count is of the lane. */
static void
paint_bundles_of (const Painter *painter, guint at)
{
  const EntenteCanvasGroup lane = { .role = "bundles", .count = count_together (painter, at) };

  entente_canvas_push (painter->canvas, &lane);
  for (guint i = 0; i < painter->scene->n_bundles; i++) {
    const EntenteSceneBundle *bundle = &painter->scene->bundles[i];
    g_autofree char *title = NULL;
    EntenteCanvasGroup group = { .role = "bundle" };

    if (bundle->lane != at)
      continue;
    group.title = title =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u event", "%u events", bundle->count),
                       bundle->count);
    entente_canvas_push (painter->canvas, &group);
    paint_bundle (painter, bundle);
    entente_canvas_pop (painter->canvas);
  }
  entente_canvas_pop (painter->canvas);
}

static void
paint_bundles (const Painter *painter)
{
  for (guint i = 0; i < painter->scene->n_lanes; i++)
    if (painter->scene->lanes[i].level == ENTENTE_LEVEL_BUNDLES && !painter->scene->folded)
      paint_bundles_of (painter, i);
}

/* Marks whose bands reach in from afar are out of sight themselves. */
static gboolean
shows (const Painter *painter, const EntenteSceneMark *mark)
{
  return !(mark->flags & ENTENTE_MARK_GHOST) && mark->x > -GLYPH_ROOM &&
         mark->x < painter->scene->scale.width_px + GLYPH_ROOM;
}

static void
paint_raised_stem (const Painter *painter, const EntenteSceneMark *mark, const EntenteShade *shade)
{
  const EntenteSceneLane *lane = &painter->scene->lanes[mark->lane];

  entente_canvas_line (painter->canvas,
                       mark->x,
                       mark->y + 9,
                       mark->x,
                       lane->y + lane->height - 1,
                       1.5,
                       shade);
}

static void
paint_mark (const Painter *painter, const EntenteSceneMark *mark)
{
  gboolean counted = counts (painter, mark);
  EntenteShade shade = get_mark_shade (painter, mark);
  g_autofree char *own = NULL;
  const char *title = g_hash_table_lookup (painter->self->titles, GUINT_TO_POINTER (mark->row));
  EntenteCanvasGroup group = { .role = counted ? "mark" : "mark-again" };

  if (title == NULL)
    title = own = entente_chronicle_describe (painter->self->options.chronicle, mark->row);
  group.title = title;
  if (counted) {
    group.event = entente_chronicle_get_id (painter->self->options.chronicle, mark->row);
    group.count = 1;
  }
  entente_canvas_push (painter->canvas, &group);
  if (mark->flags & ENTENTE_MARK_RAISED)
    paint_raised_stem (painter, mark, &shade);
  entente_canvas_glyph (painter->canvas,
                        mark->glyph,
                        mark->x,
                        mark->y,
                        ENTENTE_GLYPH_SIZE_TIMELINE,
                        &shade,
                        get_ground (painter, mark->lane),
                        TRUE);
  entente_canvas_pop (painter->canvas);
}

static void
paint_titles (const Painter *painter)
{
  const EntenteCanvasGroup group = { .role = "titles" };

  entente_canvas_push (painter->canvas, &group);
  for (guint i = 0; i < painter->scene->n_titles; i++) {
    const EntenteSceneTitle *title = &painter->scene->titles[i];

    entente_picture_paint_text (painter->self,
                                painter->canvas,
                                entente_picture_get_type_of (
                                  title->strong ? ENTENTE_LABEL_TITLE_STRONG : ENTENTE_LABEL_TITLE),
                                title->text,
                                title->x,
                                title->y,
                                title->width + 1,
                                title->on_solid ? &painter->colours->ground
                                                : &painter->colours->text);
  }
  entente_canvas_pop (painter->canvas);
}

/* ---- all ---- */

static void
paint_bands (const Painter *painter)
{
  for (guint i = 0; i < painter->scene->n_bands; i++) {
    const EntenteSceneBand *band = &painter->scene->bands[i];
    EntenteShade shade = get_mark_shade (painter, &painter->scene->marks[band->mark]);

    if (band->x1 > -12 && band->x0 < painter->scene->scale.width_px + 12)
      entente_picture_paint_band (painter->self, painter->canvas, band, &shade);
  }
}

static void
paint_all (const Painter *painter)
{
  paint_ground (painter);
  entente_picture_paint_lines (painter->self, painter->canvas, painter->window);
  for (guint i = 0; i < painter->scene->n_lanes; i++)
    paint_lane_bars (painter, i);
  entente_picture_paint_rounds (painter->self, painter->canvas);
  entente_picture_paint_rules (painter->self, painter->canvas, painter->window);
  paint_bands (painter);
  paint_stems (painter);
  paint_title_grounds (painter);
  paint_loose_ends (painter);
  paint_links (painter);
  paint_bundles (painter);
  entente_picture_paint_positions (painter->self, painter->canvas);
  for (guint i = 0; i < painter->scene->n_marks; i++)
    if (shows (painter, &painter->scene->marks[i]))
      paint_mark (painter, &painter->scene->marks[i]);
  paint_titles (painter);
}

void
entente_picture_paint_lanes (EntentePicture *self,
                             EntenteCanvas *canvas,
                             const EntentePictureWindow *window)
{
  EntenteSpan view = entente_timescale_get_span (&self->scene->scale);
  const EntenteCanvasGroup lanes = { .x = -window->x,
                                     .y = -window->y,
                                     .clips = TRUE,
                                     .clip_x = window->x,
                                     .clip_y = window->y,
                                     .clip_width = window->width,
                                     .clip_height = window->height,
                                     .role = "lanes" };
  const Painter painter = {
    .self = self,
    .canvas = canvas,
    .window = window,
    .scene = self->scene,
    .colours = self->colours,
    .first_row = entente_lanes_find_time (self->options.chronicle, view.start),
    .last_row = entente_lanes_find_time (self->options.chronicle, view.end),
  };

  entente_canvas_push (canvas, &lanes);
  paint_all (&painter);
  entente_canvas_pop (canvas);
}
