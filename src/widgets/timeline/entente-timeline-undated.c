/* All undated moves in a list: behind the count of the shelf, where some chips have no room or the
 * shelf has folded into that count. Main thread.
 */
#include "config.h"

#include "entente-timeline-private.h"

#include <glib/gi18n-lib.h>

static GdkRectangle
get_caption (EntenteTimeline *self)
{
  const GdkRectangle *shelf = &self->parts.shelf;
  GdkRectangle caption = { 0, shelf->y, self->parts.header_width, shelf->height };

  return shelf->height > 0 ? caption : self->parts.undated;
}

/* Right of the last chip, where the count of those without room stands. */
static GdkRectangle
get_rest (EntenteTimeline *self)
{
  const EntenteScene *scene = self->scene;
  GdkRectangle rest = self->parts.shelf;
  int end;

  if (scene->n_chips == scene->n_shelf || scene->n_chips == 0)
    return (GdkRectangle){ 0 };
  end = (int) (scene->chips[scene->n_chips - 1].x + scene->chips[scene->n_chips - 1].width);
  rest.x += end;
  rest.width = MAX (rest.width - end, 0);
  return rest;
}

gboolean
entente_timeline_undated_contains (EntenteTimeline *self, double x, double y)
{
  GdkRectangle caption = get_caption (self), rest = get_rest (self);

  return self->scene->n_shelf > 0 && (gdk_rectangle_contains_point (&caption, (int) x, (int) y) ||
                                      gdk_rectangle_contains_point (&rest, (int) x, (int) y));
}

void
entente_timeline_undated_list (EntenteTimeline *self)
{
  GdkRectangle caption = get_caption (self);
  guint n;
  const guint32 *rows = entente_lanes_get_shelf (self->lanes, &n);

  entente_timeline_list_show (self, rows, n, n, _ ("Undated moves"), &caption);
}
