/* Divides the widget into the column of names, axis, eras, lanes, shelf and overview, by its size:
 * what has no room folds. Main thread.
 */
#include "config.h"

#include "entente-timeline-private.h"

#define HEADER_WIDE 206
#define HEADER_NARROW 140
#define HEADER_BARE 44
#define COMPACT 100 /* names narrower than this are codes */
#define UNDATED_MARGIN 6
#define HIDDEN_HEIGHT 28
#define WIDTH_NARROW 1000 /* of the widget */
#define WIDTH_BARE 720

static int
get_header_width (EntenteTimeline *self, int width)
{
  if (width < WIDTH_BARE)
    return (int) timeline_scale (self, HEADER_BARE);
  if (self->header_width >= 0)
    return self->header_width;
  return (int) timeline_scale (self, width < WIDTH_NARROW ? HEADER_NARROW : HEADER_WIDE);
}

static GdkRectangle
take_from_bottom (GdkRectangle *rest, int height)
{
  GdkRectangle part = { rest->x, rest->y + rest->height - height, rest->width, height };

  rest->height -= height;
  return part;
}

static GdkRectangle
take_from_top (GdkRectangle *rest, int height)
{
  GdkRectangle part = { rest->x, rest->y, rest->width, height };

  rest->y += height;
  rest->height -= height;
  return part;
}

/* Lines of eras are those of the last scene: few studies have more than two, and the next frame
 * mends it. The dotted lines of publication and today are named there too. */
static int
get_eras_height (EntenteTimeline *self)
{
  gboolean has_names = self->published != ENTENTE_TIME_MIN || self->today != ENTENTE_TIME_MIN;
  guint n_lines = MAX (self->scene->n_era_lines, has_names ? 1 : 0);

  return (int) (n_lines * timeline_scale (self, ENTENTE_TIMELINE_ERA_HEIGHT));
}

/* Beside the axis, where nothing else stands among the names. */
static GdkRectangle
get_undated (EntenteTimeline *self)
{
  const GdkRectangle *axis = &self->parts.axis;
  int width = self->parts.header_width;
  GdkRectangle undated = { UNDATED_MARGIN,
                           axis->y + UNDATED_MARGIN,
                           width - 2 * UNDATED_MARGIN,
                           axis->height - 2 * UNDATED_MARGIN };

  if (self->scene->n_shelf_total == 0 || self->parts.shelf.height > 0 || undated.width < 1 ||
      undated.height < 1)
    return (GdkRectangle){ 0 };
  return undated;
}

void
entente_timeline_parts_update (EntenteTimeline *self, int width, int height)
{
  EntenteTimelineParts *parts = &self->parts;
  GdkRectangle rest = { 0, 0, width, height };

  parts->header_width = MIN (get_header_width (self, width), width / 2);
  parts->compact = parts->header_width < timeline_scale (self, COMPACT);
  rest.x = parts->header_width;
  rest.width = MAX (width - parts->header_width, 1);
  parts->overview =
    take_from_bottom (&rest,
                      height < timeline_scale (self, ENTENTE_TIMELINE_BARE_HEIGHT)
                        ? 0
                        : (int) timeline_scale (self, ENTENTE_TIMELINE_OVERVIEW_HEIGHT));
  parts->shelf = take_from_bottom (&rest,
                                   self->scene->n_shelf_total == 0 ||
                                       height < timeline_scale (self, ENTENTE_TIMELINE_FOLD_HEIGHT)
                                     ? 0
                                     : (int) timeline_scale (self, ENTENTE_TIMELINE_SHELF_HEIGHT));
  parts->hidden =
    take_from_bottom (&rest,
                      gtk_widget_get_visible (self->hidden_button)
                        ? MIN ((int) timeline_scale (self, HIDDEN_HEIGHT), rest.height / 2)
                        : 0);
  parts->hidden.x = 0;
  parts->hidden.width = width;
  parts->axis =
    take_from_top (&rest,
                   MIN ((int) timeline_scale (self, ENTENTE_TIMELINE_AXIS_HEIGHT), rest.height));
  parts->undated = get_undated (self);
  parts->eras = take_from_top (&rest, MIN (get_eras_height (self), rest.height / 3));
  rest.height = MAX (rest.height, 1);
  parts->lanes = rest;
}
