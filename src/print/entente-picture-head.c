/* What stands around the lanes of a picture: the axis with its two levels of units, eras, names of
 * lanes. */

#include "config.h"

#include "entente-picture-private.h"

#include <glib/gi18n-lib.h>

#define SWATCH_X 2.0
#define SWATCH_WIDTH 4.0
#define NAME_X 14.0
#define MEMBER_INDENT 12.0
#define NAME_GAP 10.0
#define LARGE_Y 13.0
#define SMALL_Y 31.0
#define TICK_Y 20.0
#define TICK_HEIGHT 4.0

/* ---- axis ---- */

static void
paint_units (EntentePicture *self, EntenteCanvas *canvas, double width)
{
  const EntenteTicks *ticks = self->ticks;
  const EntentePictureColours *colours = self->colours;

  for (guint i = 0; i < ticks->n_large; i++) {
    const EntenteTick *tick = &ticks->large[i];

    if (tick->x >= 0)
      entente_canvas_line (canvas, tick->x, 3, tick->x, ENTENTE_PICTURE_AXIS, 1, &colours->line);
    if (tick->label != NULL)
      entente_picture_paint_text (self,
                                  canvas,
                                  ENTENTE_TYPE_STRONG,
                                  tick->label,
                                  tick->label_x,
                                  LARGE_Y,
                                  0,
                                  &colours->text);
  }
  for (guint i = 0; i < ticks->n_small; i++) {
    const EntenteTick *tick = &ticks->small[i];

    if (tick->x >= 0 && tick->x <= width)
      entente_canvas_line (canvas,
                           tick->x,
                           TICK_Y,
                           tick->x,
                           TICK_Y + TICK_HEIGHT,
                           1,
                           &colours->dim);
    if (tick->label != NULL && tick->label_x >= 0 && tick->label_x + tick->label_width <= width)
      entente_picture_paint_text (self,
                                  canvas,
                                  ENTENTE_TYPE_PALE,
                                  tick->label,
                                  tick->label_x,
                                  SMALL_Y,
                                  0,
                                  &colours->dim);
  }
}

/* The axis of the window alone, so that its names stick to the window's edge. */
void
entente_picture_paint_head (EntentePicture *self,
                            EntenteCanvas *canvas,
                            const EntentePictureWindow *window)
{
  EntenteTimescale scale = entente_timescale_pan (&self->scene->scale, window->x);
  const EntenteCanvasGroup head = { .x = self->names_px,
                                    .clips = TRUE,
                                    .clip_width = window->width,
                                    .clip_height = entente_picture_get_head (self),
                                    .role = "axis" };
  const EntenteCanvasGroup eras = { .x = -window->x, .y = ENTENTE_PICTURE_AXIS };

  scale.width_px = window->width;
  entente_ticks_update (self->ticks, &scale, entente_picture_measure_label, self);
  entente_canvas_push (canvas, &head);
  paint_units (self, canvas, window->width);
  entente_canvas_push (canvas, &eras);
  entente_picture_paint_eras (self, canvas);
  entente_picture_paint_line_heads (self, canvas);
  entente_picture_paint_flags (self, canvas);
  entente_canvas_pop (canvas);
  entente_canvas_pop (canvas);
}

/* ---- names ---- */

/* "5 made · 3 received", or how many of how many where moves are drawn together. */
static char *
format_counts (const EntentePicture *self, guint lane)
{
  const EntenteLane *found = entente_lanes_get (self->lanes, lane);
  g_autofree char *made = NULL, *received = NULL;

  if (found->actor == ENTENTE_NO_INDEX && found->kind != ENTENTE_LANE_OTHERS &&
      found->n_made == found->n_total)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u move", "%'u moves", found->n_made),
                            found->n_made);
  if (found->actor == ENTENTE_NO_INDEX || self->scene->lanes[lane].level != ENTENTE_LEVEL_MARKS)
    return g_strdup_printf (C_ ("lane", "%'u of %'u"), found->n_made, found->n_total);
  made = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u made", "%'u made", found->n_made),
                          found->n_made);
  if (found->parent != ENTENTE_NO_INDEX)
    return g_steal_pointer (&made);
  received = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%'u received", "%'u received", found->n_received),
    found->n_received);
  return g_strdup_printf ("%s · %s", made, received);
}

static void
paint_swatch (EntentePicture *self, EntenteCanvas *canvas, guint at, double x, double y0, double y1)
{
  const EntenteLane *lane = entente_lanes_get (self->lanes, at);
  const EntenteLane *body =
    lane->parent != ENTENTE_NO_INDEX ? entente_lanes_get (self->lanes, lane->parent) : lane;
  EntenteShade shade = lane->actor != ENTENTE_NO_INDEX
                         ? entente_picture_get_shade (self, body->actor, body->hue)
                         : self->colours->dim;

  if (self->options.black || y1 - y0 < SWATCH_WIDTH)
    return;
  entente_canvas_pill (canvas, x, y0, SWATCH_WIDTH, y1 - y0, 0);
  entente_canvas_fill (canvas, &shade);
}

static void
paint_name (EntentePicture *self, EntenteCanvas *canvas, guint at, double y0, double y1)
{
  const EntenteLane *lane = entente_lanes_get (self->lanes, at);
  double indent = lane->depth * MEMBER_INDENT;
  double x = NAME_X + indent, middle = (y0 + y1) / 2, room = self->names_px - x - NAME_GAP;
  g_autofree char *counts = format_counts (self, at);

  paint_swatch (self, canvas, at, SWATCH_X + indent, y0 + 6, y1 - 6);
  entente_picture_paint_text (self,
                              canvas,
                              ENTENTE_TYPE_STRONG,
                              entente_lanes_get_name (self->lanes, at),
                              x,
                              y1 - y0 > 34 ? middle - 8 : middle,
                              room,
                              &self->colours->text);
  if (y1 - y0 > 34)
    entente_picture_paint_text (self,
                                canvas,
                                ENTENTE_TYPE_PALE,
                                counts,
                                x,
                                middle + 9,
                                room,
                                &self->colours->dim);
}

/* Of stripes that have no room for it. */
static void
paint_era_names (EntentePicture *self, EntenteCanvas *canvas)
{
  for (guint i = 0; i < self->scene->n_era_lines; i++) {
    guint32 recurring = entente_scene_find_line_era (self->scene, i);

    if (i == self->scene->turn_line)
      entente_picture_paint_text (self,
                                  canvas,
                                  ENTENTE_TYPE_PALE,
                                  _ ("Turning points"),
                                  NAME_X,
                                  ENTENTE_PICTURE_AXIS + (i + 0.5) * ENTENTE_PICTURE_ERA,
                                  self->names_px - NAME_X - NAME_GAP,
                                  &self->colours->dim);
    else if (recurring != ENTENTE_NO_INDEX)
      entente_picture_paint_text (
        self,
        canvas,
        ENTENTE_TYPE_PALE,
        entente_chronicle_get_era (self->options.chronicle, recurring)->name,
        NAME_X,
        ENTENTE_PICTURE_AXIS + (i + 0.5) * ENTENTE_PICTURE_ERA,
        self->names_px - NAME_X - NAME_GAP,
        &self->colours->dim);
  }
}

void
entente_picture_paint_names (EntentePicture *self,
                             EntenteCanvas *canvas,
                             const EntentePictureWindow *window)
{
  double top = entente_picture_get_head (self);
  const EntenteCanvasGroup names = { .y = top, .role = "lane-names" };

  paint_era_names (self, canvas);
  entente_canvas_push (canvas, &names);
  for (guint i = 0; i < self->scene->n_lanes; i++) {
    const EntenteSceneLane *lane = &self->scene->lanes[i];
    double y0 = MAX (lane->y - window->y, 0);
    double y1 = MIN (lane->y + lane->height - window->y, window->height);

    if (y1 - y0 > 14)
      paint_name (self, canvas, i, y0, y1);
    if (y1 > y0)
      entente_canvas_line (canvas, 0, y0, self->names_px, y0, 1, &self->colours->line);
  }
  entente_canvas_pop (canvas);
}
