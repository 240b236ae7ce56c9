/* A lane taken by its name: a line shows between which lanes it would stand. Main thread. */
#include "config.h"

#include "entente-timeline-private.h"

#include <math.h>

#define LINE_PX 3.0

void
entente_timeline_lane_drag_begin (EntenteTimeline *self, double x, double y)
{
  self->drag_lane =
    entente_timeline_lanes_find_top (self, entente_timeline_header_find_lane (self, x, y));
}

/* Is lane @at a place to put it before? Pinned lanes stay among themselves, and nothing stands
 * below the others. */
static gboolean
may_stand_before (EntenteTimeline *self, guint at)
{
  guint n = entente_lanes_get_n (self->lanes);
  gboolean pinned = entente_lanes_get (self->lanes, self->drag_lane)->pinned;
  const EntenteLane *below = at < n ? entente_lanes_get (self->lanes, at) : NULL;
  const EntenteLane *above = at > 0 ? entente_lanes_get (self->lanes, at - 1) : NULL;

  if (below != NULL && below->parent != ENTENTE_NO_INDEX)
    return FALSE;
  if (above != NULL && above->kind == ENTENTE_LANE_OTHERS)
    return FALSE;
  return (below != NULL && below->pinned == pinned) || (above != NULL && above->pinned == pinned);
}

/* Below the top of the lanes in view, as lanes like the one that is dragged stand there. */
static double
get_top (EntenteTimeline *self, guint at)
{
  double top = at < self->scene->n_lanes ? self->scene->lanes[at].y : self->scene->height;

  return top - entente_timeline_pinned_get_scroll (self, self->drag_lane);
}

/* The lane before which it would stand; ENTENTE_NO_INDEX: nowhere. */
static guint
find_target (EntenteTimeline *self)
{
  double y = self->drag_now_y - self->parts.lanes.y, best = G_MAXDOUBLE;
  guint found = ENTENTE_NO_INDEX;

  if (self->drag_lane >= entente_lanes_get_n (self->lanes))
    return ENTENTE_NO_INDEX;
  for (guint i = 0; i <= entente_lanes_get_n (self->lanes); i++)
    if (may_stand_before (self, i) && fabs (get_top (self, i) - y) < best) {
      best = fabs (get_top (self, i) - y);
      found = i;
    }
  return found;
}

void
entente_timeline_lane_drag_end (EntenteTimeline *self)
{
  guint target;

  entente_timeline_ensure_scene (self);
  target = find_target (self);
  if (target == ENTENTE_NO_INDEX)
    return;
  entente_timeline_lanes_move (self, self->drag_lane, target);
}

void
entente_timeline_draw_lane_drag (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  const GdkRectangle *lanes = &self->parts.lanes;
  guint target;
  double y;

  if (self->drag != TIMELINE_DRAG_LANE || self->drag_now_y == self->drag_y)
    return;
  target = find_target (self);
  if (target == ENTENTE_NO_INDEX)
    return;
  y = lanes->y + get_top (self, target) - LINE_PX / 2;
  y = CLAMP (y, lanes->y, lanes->y + lanes->height - LINE_PX);
  timeline_append_rect (snapshot, &self->style.accent, 0, y, lanes->x + lanes->width, LINE_PX);
}
