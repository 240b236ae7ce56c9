/* A low window has room for one lane: that of the selection. Every lane is then as high as the
 * view, which shows one of them and never parts of two; all are still laid out, so counts, keys and
 * arrows are what they were. Main thread.
 */
#include "config.h"

#include "entente-timeline-private.h"

#include <glib/gi18n-lib.h>

gboolean
entente_timeline_one_is_on (EntenteTimeline *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  return height > 0 && height < timeline_scale (self, ENTENTE_TIMELINE_ONE_HEIGHT);
}

double
entente_timeline_one_get_least_height (EntenteTimeline *self)
{
  return entente_timeline_one_is_on (self) ? self->parts.lanes.height : 0;
}

/* The highest that the view may be scrolled in a lane: more than its top where it is higher than
 * the view. */
static double
get_most (EntenteTimeline *self, guint lane)
{
  const EntenteSceneLane *drawn = &self->scene->lanes[lane];

  return drawn->y + MAX (0, drawn->height - self->parts.lanes.height);
}

static guint
find_at (EntenteTimeline *self, double y)
{
  guint lane = 0;

  while (lane + 1 < self->scene->n_lanes && self->scene->lanes[lane + 1].y <= y)
    lane++;
  return lane;
}

/* The lane of the selection, where the keyboard is if that is on it too; else the one that shows.
 */
static guint
find_wanted (EntenteTimeline *self)
{
  guint32 row = entente_timeline_feed_get_selected_row (self);
  guint lane = ENTENTE_NO_INDEX;

  if (row != ENTENTE_NO_INDEX && !entente_lane_index_is_on_shelf (self->index, row))
    lane = row == entente_timeline_keys_get_row (self) ? self->focus_lane
                                                       : entente_timeline_one_find_lane (self, row);
  return lane < self->scene->n_lanes ? lane : find_at (self, self->scroll_y);
}

static void
set_scroll (EntenteTimeline *self, double y)
{
  if (y == self->scroll_y)
    return;
  self->scroll_y = y;
  entente_timeline_invalidate_parts (self);
}

/* As far as @row is in view too, where the lane is higher than that. */
static double
find_scroll (EntenteTimeline *self, guint lane, guint32 row)
{
  double least = self->scene->lanes[lane].y, most = get_most (self, lane);
  double half = timeline_scale (self, ENTENTE_SCENE_ROW) / 2.0; /* of a row */

  for (guint i = 0; i < self->scene->n_marks && row != ENTENTE_NO_INDEX; i++) {
    const EntenteSceneMark *mark = &self->scene->marks[i];

    if (mark->row != row || mark->lane != lane)
      continue;
    most = MIN (most, MAX (least, mark->y - half));
    least = MAX (least, MIN (most, mark->y + half - self->parts.lanes.height));
    break;
  }
  return CLAMP (self->scroll_y, least, most);
}

void
entente_timeline_one_show (EntenteTimeline *self, guint lane, guint32 row)
{
  self->one_lane = lane;
  set_scroll (self, find_scroll (self, lane, row));
}

guint
entente_timeline_one_find_lane (EntenteTimeline *self, guint32 row)
{
  guint at = self->one_lane;

  if (entente_timeline_one_is_on (self) && at < entente_lanes_get_n (self->lanes)) {
    const EntenteLane *lane = entente_lanes_get (self->lanes, at);
    guint rank = entente_lanes_rank (lane->rows, lane->n_rows, row);

    if (rank < lane->n_rows && lane->rows[rank] == row)
      return at;
  }
  return entente_lanes_find_row (self->lanes, row);
}

gboolean
entente_timeline_one_scroll (EntenteTimeline *self, double dy)
{
  guint lane = self->one_lane, n = self->scene->n_lanes;
  double y = self->scroll_y + dy, least, most;

  if (!entente_timeline_one_is_on (self) || lane >= n)
    return FALSE;
  least = self->scene->lanes[lane].y;
  most = get_most (self, lane);
  if (y > most && self->scroll_y >= most && lane + 1 < n)
    entente_timeline_one_show (self, lane + 1, ENTENTE_NO_INDEX);
  else if (y < least && self->scroll_y <= least && lane > 0)
    entente_timeline_one_show (self, lane - 1, ENTENTE_NO_INDEX);
  else
    set_scroll (self, CLAMP (y, least, most));
  return TRUE;
}

/* Where the lanes stand once there is room for more of them. */
static double
find_scroll_back (EntenteTimeline *self)
{
  double y = self->one_scroll_y;

  if (self->one_lane != self->one_first)
    y = self->one_lane < self->scene->n_lanes ? self->scene->lanes[self->one_lane].y : 0;
  return CLAMP (y, 0, MAX (0, self->scene->height - self->parts.lanes.height));
}

/* Lanes or the size of the view may be others. */
void
entente_timeline_one_follow (EntenteTimeline *self, double scroll_y)
{
  gboolean was_on = self->one_lanes != NULL;
  gboolean is_on = entente_timeline_one_is_on (self) && self->scene->n_lanes > 0;
  double y;

  if (is_on && (self->one_lanes != self->lanes || self->one_lane >= self->scene->n_lanes))
    self->one_lane = find_wanted (self);
  self->one_lanes = is_on ? self->lanes : NULL;
  if (is_on && !was_on) {
    self->one_first = self->one_lane;
    self->one_scroll_y = scroll_y;
  }
  if (!is_on && !was_on)
    return;
  y = is_on ? CLAMP (self->scroll_y,
                     self->scene->lanes[self->one_lane].y,
                     get_most (self, self->one_lane))
            : find_scroll_back (self);
  if (y == self->scroll_y)
    return;
  self->scroll_y = y;
  self->scene_valid = FALSE; /* what is in view only is another */
  g_clear_pointer (&self->image_node, gsk_render_node_unref);
  g_clear_pointer (&self->header_node, gsk_render_node_unref);
  entente_timeline_ensure_scene (self);
}

char *
entente_timeline_one_format (EntenteTimeline *self, guint lane)
{
  if (self->one_lanes == NULL || self->scene->n_lanes < 2)
    return NULL;
  /* TRANSLATORS: of a timeline that has room for one lane only: its number from the top, number of
   * lanes */
  return g_strdup_printf (_ ("Lane %u of %u"), lane + 1, self->scene->n_lanes);
}
