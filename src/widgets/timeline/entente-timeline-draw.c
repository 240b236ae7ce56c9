/* What is in the picture of the lanes, repainted only when something in it changed, and their
 * titles as text above it. Main thread.
 */
#include "config.h"

#include "entente-timeline-private.h"

#include <math.h>
#include <string.h>

#define ERA_WIDE_PX 40.0
#define ERA_WIDE_SHARE 0.3 /* of its tint behind the lanes */
#define ERA_SHORT_SHARE 0.55 /* also of recurring periods */

GdkRGBA
entente_timeline_get_colour (EntenteTimeline *self, guint32 body, guint hue)
{
  EntenteColour colour =
    body != ENTENTE_NO_INDEX
      ? entente_palette_get_colour (self->chronicle, body, hue, self->style.dark)
      : entente_palette_get_hue_colour (hue, self->style.dark);
  GdkRGBA rgba = { (float) colour.red, (float) colour.green, (float) colour.blue, 1 };

  return rgba;
}

GdkRGBA
entente_timeline_get_mark_colour (EntenteTimeline *self, const EntenteSceneMark *mark)
{
  GdkRGBA colour;

  if (mark->flags & ENTENTE_MARK_GHOST)
    return self->style.ghost;
  colour = entente_timeline_get_colour (self, mark->body, mark->hue);
  if (mark->flags & ENTENTE_MARK_OLD)
    return entente_timeline_style_mix (&self->style.ground, &colour, 0.5);
  return colour;
}

const GdkRGBA *
entente_timeline_get_ground (EntenteTimeline *self, guint lane)
{
  return lane % 2 == 1 ? &self->style.ground_odd : &self->style.ground;
}

void
entente_timeline_trace_pill (cairo_t *cr, double x, double y, double width, double height)
{
  double radius = MIN (height, width) / 2;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI / 2, G_PI / 2);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI / 2, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static gboolean
lane_is_in_view (EntenteTimeline *self, const EntenteSceneLane *lane)
{
  return lane->y + lane->height > self->scroll_y &&
         lane->y < self->scroll_y + self->parts.lanes.height;
}

/* ---- ground: straight into the pixels ---- */

static guint32
pack_pixel (const GdkRGBA *colour)
{
  return 0xff000000u | (guint32) (colour->red * 255 + 0.5f) << 16 |
         (guint32) (colour->green * 255 + 0.5f) << 8 | (guint32) (colour->blue * 255 + 0.5f);
}

typedef struct {
  guint32 *pixels;
  int stride, width, height; /* in pixels */
  double scale;
} Canvas;

static Canvas
get_canvas (cairo_surface_t *image, double scale)
{
  return (Canvas){ (guint32 *) (gpointer) cairo_image_surface_get_data (image),
                   cairo_image_surface_get_stride (image) / 4,
                   cairo_image_surface_get_width (image),
                   cairo_image_surface_get_height (image),
                   scale };
}

static void
fill_pixels (const Canvas *canvas, double x0, double x1, double y0, double y1, guint32 pixel)
{
  int left = MAX ((int) round (x0 * canvas->scale), 0);
  int right = MIN ((int) round (x1 * canvas->scale), canvas->width);
  int top = MAX ((int) round (y0 * canvas->scale), 0);
  int bottom = MIN ((int) round (y1 * canvas->scale), canvas->height);

  for (int y = top; y < bottom; y++)
    for (int x = left; x < right; x++)
      canvas->pixels[y * canvas->stride + x] = pixel;
}

static void
fill_ticks (EntenteTimeline *self,
            const Canvas *line,
            const EntenteTick *ticks,
            guint n,
            const GdkRGBA *colour)
{
  guint32 pixel = pack_pixel (colour);

  for (guint i = 0; i < n; i++)
    if (ticks[i].x >= 0 && ticks[i].x <= self->scale.width_px)
      fill_pixels (line, floor (ticks[i].x), floor (ticks[i].x) + 1, 0, 1, pixel);
}

/* How much of the tint of @era lies at @x: all of it in the core, less and less outside. */
static double
get_era_share (const EntenteSceneEra *era, double x)
{
  if (x < era->x0 || x >= era->x1)
    return 0;
  if (x < era->core0)
    return (x - era->x0) / MAX (era->core0 - era->x0, 1);
  return x < era->core1 ? 1 : (era->x1 - x) / MAX (era->x1 - era->core1, 1);
}

static gboolean
is_wide (const EntenteSceneEra *era)
{
  return !era->recurring && era->x1 - era->x0 >= ERA_WIDE_PX;
}

static void
mix_pixel (guint32 *pixel, const GdkRGBA *colour, double share)
{
  GdkRGBA below = { (float) (*pixel >> 16 & 0xff) / 255,
                    (float) (*pixel >> 8 & 0xff) / 255,
                    (float) (*pixel & 0xff) / 255,
                    1 };
  GdkRGBA mixed = entente_timeline_style_mix (&below, colour, share);

  *pixel = pack_pixel (&mixed);
}

/* Over the ticks: an era often begins on one. */
static void
fill_era_edges (EntenteTimeline *self, const Canvas *line, const EntenteSceneEra *era)
{
  guint32 pixel = pack_pixel (&self->style.dim);

  if (!is_wide (era))
    return;
  fill_pixels (line, era->core0, era->core0 + 1, 0, 1, pixel);
  fill_pixels (line, era->core1 - 1, era->core1, 0, 1, pixel);
}

/* Long ones are paler, or everything would be grey; where no tints are wanted, they have edges
 * instead. */
static void
fill_era (EntenteTimeline *self, const Canvas *line, const EntenteSceneEra *era)
{
  int first = MAX ((int) round (era->x0 * line->scale), 0);
  int end = (int) round (MIN (era->x1 * line->scale, (double) line->width));
  double strength = is_wide (era) ? ERA_WIDE_SHARE : ERA_SHORT_SHARE;

  if (is_wide (era) && self->style.high_contrast)
    return;
  for (int x = first; x < end; x++)
    mix_pixel (&line->pixels[x],
               &self->style.era,
               strength * get_era_share (era, (x + 0.5) / line->scale));
}

/* One line of ground with what runs through all lanes: eras and ticks. All lines of a lane are
 * copies of it. */
static void
fill_line (EntenteTimeline *self,
           const Canvas *canvas,
           guint32 *pixels,
           const GdkRGBA *ground,
           gboolean with_eras)
{
  Canvas line = { pixels, canvas->width, canvas->width, 1, canvas->scale };

  for (int x = 0; x < canvas->width; x++)
    pixels[x] = pack_pixel (ground);
  for (guint i = 0; i < self->scene->n_eras && with_eras; i++)
    fill_era (self, &line, &self->scene->eras[i]);
  fill_ticks (self, &line, self->ticks->small, self->ticks->n_small, &self->style.grid_fine);
  fill_ticks (self, &line, self->ticks->large, self->ticks->n_large, &self->style.grid);
  for (guint i = 0; i < self->scene->n_eras && with_eras && self->style.high_contrast; i++)
    fill_era_edges (self, &line, &self->scene->eras[i]);
}

static void
copy_line (const Canvas *canvas, const guint32 *line, double y0, double y1)
{
  int top = MAX ((int) round (y0 * canvas->scale), 0);
  int bottom = MIN ((int) round (y1 * canvas->scale), canvas->height);

  for (int y = top; y < bottom; y++)
    memcpy (canvas->pixels + y * canvas->stride, line, (gsize) canvas->width * 4);
}

/* Every pixel once: what is written here is half of what a frame costs. */
static void
draw_grounds (EntenteTimeline *self, cairo_surface_t *image, double scale)
{
  Canvas canvas = get_canvas (image, scale);
  g_autofree guint32 *even = g_new (guint32, canvas.width), *odd = g_new (guint32, canvas.width);
  double end = 0;

  cairo_surface_flush (image);
  fill_line (self, &canvas, even, &self->style.ground, TRUE);
  fill_line (self, &canvas, odd, &self->style.ground_odd, TRUE);
  for (guint i = 0; i < self->scene->n_lanes; i++) {
    const EntenteSceneLane *lane = &self->scene->lanes[i];

    if (lane_is_in_view (self, lane))
      copy_line (&canvas,
                 i % 2 == 0 ? even : odd,
                 lane->y - self->scroll_y,
                 lane->y + lane->height - self->scroll_y);
    end = lane->y + lane->height - self->scroll_y;
  }
  if (end < canvas.height / scale) {
    fill_line (self, &canvas, even, &self->style.ground, FALSE);
    copy_line (&canvas, even, end, canvas.height / scale);
  }
  cairo_surface_mark_dirty (image);
}

static void
draw_lines (EntenteTimeline *self, cairo_t *cr)
{
  gdk_cairo_set_source_rgba (cr, &self->style.line);
  for (guint i = 0; i < self->scene->n_lanes; i++) {
    const EntenteSceneLane *lane = &self->scene->lanes[i];

    cairo_rectangle (cr, 0, floor (lane->y + lane->height) - 1, self->scale.width_px, 1);
  }
  cairo_fill (cr);
}

/* ---- bars: straight into the pixels ---- */

static void
draw_lane_bars (EntenteTimeline *self, const Canvas *canvas, guint lane)
{
  const EntenteSceneLane *drawn = &self->scene->lanes[lane];
  const EntenteLane *found = entente_lanes_get (self->lanes, lane);
  guint32 body = found->parent != ENTENTE_NO_INDEX
                   ? entente_lanes_get (self->lanes, found->parent)->actor
                   : found->actor;
  guint hue = found->parent != ENTENTE_NO_INDEX
                ? entente_lanes_get (self->lanes, found->parent)->hue
                : found->hue;
  GdkRGBA colour = entente_timeline_get_colour (self, body, hue);
  GdkRGBA pale =
    entente_timeline_style_mix (entente_timeline_get_ground (self, lane), &colour, 0.22);
  double bottom = drawn->y + drawn->height - 1 - self->scroll_y;

  for (guint i = drawn->first_bar; i < drawn->first_bar + drawn->n_bars; i++) {
    const EntenteSceneBar *bar = &self->scene->bars[i];
    double end = bar->x + ENTENTE_SCENE_BAR;

    if (bar->total > bar->filtered)
      fill_pixels (canvas,
                   bar->x,
                   end,
                   bottom - bar->total_height,
                   self->style.high_contrast ? bottom - bar->total_height + 2
                                             : bottom - bar->filtered_height,
                   self->style.high_contrast ? pack_pixel (&colour) : pack_pixel (&pale));
    if (bar->filtered > 0)
      fill_pixels (canvas,
                   bar->x,
                   end,
                   bottom - MAX (bar->filtered_height, 1),
                   bottom,
                   pack_pixel (&colour));
  }
}

void
entente_timeline_draw_bars (EntenteTimeline *self, cairo_surface_t *image, double scale)
{
  Canvas canvas = get_canvas (image, scale);

  cairo_surface_flush (image);
  for (guint i = 0; i < self->scene->n_lanes; i++)
    if (self->scene->lanes[i].n_bars > 0 && lane_is_in_view (self, &self->scene->lanes[i]))
      draw_lane_bars (self, &canvas, i);
  cairo_surface_mark_dirty (image);
}

/* ---- marks ---- */

static void
draw_ring (EntenteTimeline *self, cairo_t *cr, const EntenteSceneMark *mark)
{
  const EntenteSceneBand *band = mark->n_bands > 0 ? &self->scene->bands[mark->first_band] : NULL;
  gboolean around_band = band != NULL && band->start == ENTENTE_EDGE_ROUND &&
                         band->end == ENTENTE_EDGE_ROUND && band->x1 - band->x0 < 320;
  double x0 = around_band ? MIN (band->x0, mark->x - 9) : mark->x - 9;
  double x1 = around_band ? MAX (band->x1, mark->x + 9) : mark->x + 9;

  entente_timeline_trace_pill (cr, x0 - 4, mark->y - 12, x1 - x0 + 8, 24);
  cairo_set_line_width (cr, 2);
  gdk_cairo_set_source_rgba (cr, &self->style.accent);
  cairo_stroke (cr);
}

static gboolean
mark_is_in_view (EntenteTimeline *self, const EntenteSceneMark *mark)
{
  return mark->x > -16 && mark->x < self->scale.width_px + 16 && mark->y > self->scroll_y - 16 &&
         mark->y < self->scroll_y + self->parts.lanes.height + 16;
}

static void
draw_raised_stem (EntenteTimeline *self, cairo_t *cr, const EntenteSceneMark *mark)
{
  const EntenteSceneLane *lane = &self->scene->lanes[mark->lane];
  GdkRGBA colour = entente_timeline_get_mark_colour (self, mark);

  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_rectangle (cr, floor (mark->x), mark->y + 9, 1.5, lane->y + lane->height - mark->y - 10);
  cairo_fill (cr);
}

static void
draw_marks (EntenteTimeline *self, cairo_t *cr)
{
  for (guint i = 0; i < self->scene->n_marks; i++) {
    const EntenteSceneMark *mark = &self->scene->marks[i];
    GdkRGBA colour;

    if (!mark_is_in_view (self, mark))
      continue;
    colour = entente_timeline_get_mark_colour (self, mark);
    if (mark->flags & ENTENTE_MARK_RAISED)
      draw_raised_stem (self, cr, mark);
    entente_timeline_glyphs_draw (self->glyphs,
                                  cr,
                                  mark->glyph,
                                  TRUE,
                                  ENTENTE_GLYPH_SIZE_TIMELINE,
                                  mark->x,
                                  mark->y,
                                  &colour,
                                  entente_timeline_get_ground (self, mark->lane));
    if (mark->flags & ENTENTE_MARK_SELECTED)
      draw_ring (self, cr, mark);
  }
}

/* Where the members of bundles stand, by the foot of the lane; those of one lane at once. */
static void
draw_reaches (EntenteTimeline *self, cairo_t *cr)
{
  const EntenteSceneBundle *bundles = self->scene->bundles;

  for (guint i = 0; i < self->scene->n_bundles; i++) {
    if (!lane_is_in_view (self, &self->scene->lanes[bundles[i].lane]))
      continue;
    entente_timeline_trace_pill (cr,
                                 bundles[i].reach0,
                                 bundles[i].reach_y - 1.5,
                                 MAX (bundles[i].reach1 - bundles[i].reach0, 4),
                                 3);
    if (i + 1 == self->scene->n_bundles || bundles[i + 1].lane != bundles[i].lane) {
      GdkRGBA colour = entente_timeline_get_colour (self, bundles[i].body, bundles[i].hue);

      gdk_cairo_set_source_rgba (cr, &colour);
      cairo_fill (cr);
    }
  }
}

static void
draw_bundles (EntenteTimeline *self, cairo_t *cr)
{
  double height = ENTENTE_SCENE_PILL * self->scene->text_scale - 4;

  for (guint i = 0; i < self->scene->n_bundles; i++) {
    const EntenteSceneBundle *bundle = &self->scene->bundles[i];
    GdkRGBA colour;

    if (!lane_is_in_view (self, &self->scene->lanes[bundle->lane]))
      continue;
    colour = entente_timeline_get_colour (self, bundle->body, bundle->hue);
    entente_timeline_glyphs_draw_pill (self->glyphs,
                                       cr,
                                       bundle->width,
                                       height,
                                       bundle->x - bundle->width / 2,
                                       bundle->y - height / 2,
                                       &colour,
                                       entente_timeline_get_ground (self, bundle->lane));
  }
}

static void
draw_moment (EntenteTimeline *self, cairo_t *cr, double x, gboolean dotted)
{
  static const double dots[] = { 2, 3 };

  if (x < 0)
    return;
  cairo_set_line_width (cr, 1.5);
  cairo_set_dash (cr, dots, dotted ? 2 : 0, 0);
  gdk_cairo_set_source_rgba (cr, &self->style.faint);
  cairo_move_to (cr, floor (x) + 0.5, 0);
  cairo_line_to (cr, floor (x) + 0.5, MAX (self->scene->height, self->parts.lanes.height));
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* Ground behind titles, so that dotted lines and stems do not run through them. */
void
entente_timeline_draw_title_grounds (EntenteTimeline *self, cairo_t *cr, double alpha)
{
  double half = 5 * self->scene->text_scale;

  for (guint i = 0; i < self->scene->n_titles; i++) {
    const EntenteSceneTitle *title = &self->scene->titles[i];
    const GdkRGBA *ground;

    if (title->on_solid)
      continue;
    ground = entente_timeline_get_ground (self, self->scene->marks[title->mark].lane);
    cairo_set_source_rgba (cr, ground->red, ground->green, ground->blue, alpha);
    cairo_rectangle (cr, title->x - 3, title->y - half, title->width + 6, 2 * half);
    cairo_fill (cr);
  }
}

void
entente_timeline_draw_image (EntenteTimeline *self, cairo_t *cr)
{
  cairo_surface_t *image = cairo_get_target (cr);
  double scale = 1, scale_y = 1;

  cairo_surface_get_device_scale (image, &scale, &scale_y);
  cairo_translate (cr, 0, -self->scroll_y);
  draw_grounds (self, image, scale);
  entente_timeline_draw_bars (self, image, scale);
  draw_lines (self, cr);
  entente_timeline_rounds_draw (self, cr);
  entente_timeline_turns_draw_rules (self, cr);
  entente_timeline_draw_bands (self, cr);
  draw_moment (self, cr, self->scene->published_x, TRUE);
  draw_moment (self, cr, self->scene->today_x, FALSE);
  entente_timeline_draw_links (self, cr);
  draw_reaches (self, cr);
  draw_bundles (self, cr);
  entente_timeline_positions_draw (self, cr);
  draw_marks (self, cr);
}

/* ---- text ---- */

static void
draw_titles (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < self->scene->n_titles; i++) {
    const EntenteSceneTitle *title = &self->scene->titles[i];
    guint style = title->strong ? ENTENTE_LABEL_TITLE_STRONG : ENTENTE_LABEL_TITLE;

    if (title->y > self->scroll_y - 16 && title->y < self->scroll_y + self->parts.lanes.height + 16)
      entente_timeline_labels_draw (self->labels,
                                    snapshot,
                                    style,
                                    title->text,
                                    round (title->x),
                                    title->y,
                                    title->width + 1,
                                    title->on_solid ? &self->style.ground : &self->style.text);
  }
}

static void
draw_pill_texts (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < self->scene->n_links; i++) {
    EntenteSceneLink link = self->scene->links[i];
    gboolean ends_under;

    if (link.text != NULL && entente_timeline_pinned_place_link (self, &link, &ends_under))
      entente_timeline_labels_draw (
        self->labels,
        snapshot,
        ENTENTE_LABEL_PILL,
        link.text,
        link.pill_x -
          entente_timeline_labels_measure (self->labels, ENTENTE_LABEL_PILL, link.text) / 2,
        link.pill_y,
        0,
        &self->style.pill_text);
  }
  for (guint i = 0; i < self->scene->n_bundles; i++) {
    const EntenteSceneBundle *bundle = &self->scene->bundles[i];

    if (lane_is_in_view (self, &self->scene->lanes[bundle->lane]))
      entente_timeline_labels_draw (
        self->labels,
        snapshot,
        ENTENTE_LABEL_BUNDLE,
        bundle->text,
        bundle->x -
          entente_timeline_labels_measure (self->labels, ENTENTE_LABEL_BUNDLE, bundle->text) / 2,
        bundle->y,
        0,
        &self->style.ground);
  }
}

static void
draw_texts (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  entente_timeline_rounds_draw_names (self, snapshot);
  draw_titles (self, snapshot);
  draw_pill_texts (self, snapshot);
}

static GskRenderNode *
make_texts (EntenteTimeline *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  entente_timeline_pinned_snapshot (self, snapshot, draw_texts);
  return gtk_snapshot_free_to_node (snapshot);
}

void
entente_timeline_draw_lanes (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  gboolean is_new = self->image_node == NULL;
  g_autoptr (GskRenderNode) texts = NULL;

  if (is_new) {
    self->image_node = entente_timeline_make_image_node (self);
    self->gauge.n_pictures++;
  }
  texts = make_texts (self);
  gtk_snapshot_append_node (snapshot, self->image_node);
  if (texts != NULL)
    gtk_snapshot_append_node (snapshot, texts);
  entente_timeline_fade_draw (self, snapshot, texts, is_new);
}
