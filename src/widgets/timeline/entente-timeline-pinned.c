/* Pinned lanes stay below the axis while the others pass under them. The scene knows one column of
 * lanes; here it is decided which part of the view shows its top, and both parts are drawn by the
 * same code, one after the other. Main thread.
 */
#include "config.h"

#include "entente-timeline-private.h"

#include <math.h>

#define SHARE 0.7 /* of the height; were pinned lanes higher, nothing else could be reached */
#define EDGE_PX 2.0

static gboolean
is_pinned (EntenteTimeline *self, guint at)
{
  const EntenteLane *lane = entente_lanes_get (self->lanes, at);

  if (lane->parent != ENTENTE_NO_INDEX)
    lane = entente_lanes_get (self->lanes, lane->parent);
  return lane->pinned;
}

/* Pinned lanes are the first, their members with them. */
static guint
count_pinned (EntenteTimeline *self)
{
  guint n = 0, n_lanes = self->lanes != NULL ? entente_lanes_get_n (self->lanes) : 0;

  while (n < n_lanes && n < self->scene->n_lanes && is_pinned (self, n))
    n++;
  return n;
}

double
entente_timeline_pinned_get_height (EntenteTimeline *self)
{
  guint n = self->scroll_y > 0 ? count_pinned (self) : 0;
  double height = n > 0 ? self->scene->lanes[n - 1].y + self->scene->lanes[n - 1].height : 0;

  return height <= self->parts.lanes.height * SHARE ? ceil (height) : 0;
}

double
entente_timeline_pinned_get_scroll (EntenteTimeline *self, guint lane)
{
  return entente_timeline_pinned_get_height (self) > 0 && lane < count_pinned (self)
           ? 0
           : self->scroll_y;
}

double
entente_timeline_pinned_to_scene (EntenteTimeline *self, double y)
{
  return y < entente_timeline_pinned_get_height (self) ? y : y + self->scroll_y;
}

/* ---- drawing ---- */

/* What is drawn in between sees the top of the lanes only. */
typedef struct {
  double scroll_y;
  int height;
} Saved;

static Saved
begin (EntenteTimeline *self, double height)
{
  Saved saved = { self->scroll_y, self->parts.lanes.height };

  self->pinned_px = height;
  self->under_scroll_y = self->scroll_y;
  self->scroll_y = 0;
  self->parts.lanes.height = (int) height;
  return saved;
}

static void
end (EntenteTimeline *self, const Saved *saved)
{
  self->scroll_y = saved->scroll_y;
  self->parts.lanes.height = saved->height;
  self->pinned_px = self->under_scroll_y = 0;
}

static void
draw_edge (EntenteTimeline *self, cairo_t *cr, double height)
{
  gdk_cairo_set_source_rgba (cr, self->style.high_contrast ? &self->style.text : &self->style.dim);
  cairo_rectangle (cr, 0, height - EDGE_PX, self->scale.width_px, EDGE_PX);
  cairo_fill (cr);
}

/* Into the pixels of @image, whose first lines these are. */
void
entente_timeline_pinned_draw (EntenteTimeline *self, cairo_surface_t *image)
{
  double height = entente_timeline_pinned_get_height (self), scale = 1, scale_y = 1;
  cairo_surface_t *strip;
  cairo_t *cr;
  Saved saved;

  if (height <= 0)
    return;
  cairo_surface_get_device_scale (image, &scale, &scale_y);
  cairo_surface_flush (image);
  strip = cairo_image_surface_create_for_data (
    cairo_image_surface_get_data (image),
    cairo_image_surface_get_format (image),
    cairo_image_surface_get_width (image),
    MIN ((int) (height * scale), cairo_image_surface_get_height (image)),
    cairo_image_surface_get_stride (image));
  cairo_surface_set_device_scale (strip, scale, scale);
  cr = cairo_create (strip);
  saved = begin (self, height);
  entente_timeline_draw_image (self, cr);
  end (self, &saved);
  draw_edge (self, cr, height);
  cairo_destroy (cr);
  cairo_surface_finish (strip);
  cairo_surface_destroy (strip);
  cairo_surface_mark_dirty (image);
}

static void
snapshot_part (EntenteTimeline *self,
               GtkSnapshot *snapshot,
               double top,
               double bottom,
               TimelineSnapshotFunc func)
{
  const GdkRectangle *lanes = &self->parts.lanes;

  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT ((float) lanes->x,
                                               (float) (lanes->y + top),
                                               (float) lanes->width,
                                               (float) (bottom - top)));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot,
    &GRAPHENE_POINT_INIT ((float) lanes->x, (float) (lanes->y - round (self->scroll_y))));
  func (self, snapshot);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

void
entente_timeline_pinned_snapshot (EntenteTimeline *self,
                                  GtkSnapshot *snapshot,
                                  TimelineSnapshotFunc func)
{
  double height = entente_timeline_pinned_get_height (self);
  Saved saved;

  snapshot_part (self, snapshot, height, self->parts.lanes.height, func);
  if (height <= 0)
    return;
  saved = begin (self, height);
  snapshot_part (self, snapshot, 0, height, func);
  end (self, &saved);
}

/* ---- arrows between the two parts ---- */

/* An end and the control beside it; one that has passed under the pinned lanes stops at @edge. */
static gboolean
place_end (double *y, double *control_y, double shift, double edge)
{
  gboolean is_under = *y + shift < edge;

  shift = is_under ? edge - *y : shift;
  *y += shift;
  *control_y += shift;
  return is_under;
}

static double
get_pill_shift (double t, double from, double to)
{
  double before = (1 - t) * (1 - t) * (1 + 2 * t); /* what the start and its control weigh */

  return before * from + (1 - before) * to;
}

gboolean
entente_timeline_pinned_place_link (EntenteTimeline *self,
                                    EntenteSceneLink *link,
                                    gboolean *ends_under)
{
  gboolean among_pinned = self->pinned_px > 0;
  double height = among_pinned ? self->pinned_px : entente_timeline_pinned_get_height (self);
  double pinned = among_pinned ? 0 : self->scroll_y; /* shifts within the part that is drawn */
  double other = among_pinned ? -self->under_scroll_y : 0;
  guint n = height > 0 ? count_pinned (self) : 0;
  gboolean from = link->from_lane < n, to = link->to_lane < n;
  double edge = from != to ? height + self->scroll_y : -G_MAXDOUBLE;
  double y0 = link->xy[1], y1 = link->xy[7];

  *ends_under = FALSE;
  if (height <= 0)
    return TRUE;
  if (!from && !to)
    return !among_pinned;
  place_end (&link->xy[1], &link->xy[3], from ? pinned : other, from ? -G_MAXDOUBLE : edge);
  *ends_under =
    place_end (&link->xy[7], &link->xy[5], to ? pinned : other, to ? -G_MAXDOUBLE : edge);
  link->pill_y += get_pill_shift (link->pill_along, link->xy[1] - y0, link->xy[7] - y1);
  return TRUE;
}

/* ---- what is at a point ---- */

/* Of the links whose pill is drawn in the part that is looked at; -1: none. */
static int
find_pill (EntenteTimeline *self, double x, double y)
{
  for (guint i = 0; i < self->scene->n_links; i++) {
    EntenteSceneLink link = self->scene->links[i];
    gboolean ends_under;

    if (entente_timeline_pinned_place_link (self, &link, &ends_under) &&
        entente_hit_is_on_pill (self->scene, &link, x, y))
      return (int) i;
  }
  return -1;
}

EntenteHit
entente_timeline_pinned_hit (EntenteTimeline *self, double x, double y, double slop)
{
  double height = entente_timeline_pinned_get_height (self);
  double scene_y = entente_timeline_pinned_to_scene (self, y);
  EntenteHit hit = entente_hit_find_below_links (self->scene, x, scene_y, slop);
  Saved saved;
  int pill;

  if (y < height) {
    saved = begin (self, height);
    pill = find_pill (self, x, scene_y);
    end (self, &saved);
  } else {
    pill = find_pill (self, x, scene_y);
  }
  if (pill < 0)
    return hit;
  hit.kind = ENTENTE_HIT_LINK;
  hit.index = (guint) pill;
  hit.row = ENTENTE_NO_INDEX;
  return hit;
}

/* ---- marks in a rectangle ---- */

GArray *
entente_timeline_pinned_find_rows (EntenteTimeline *self,
                                   double x0,
                                   double y0,
                                   double x1,
                                   double y1)
{
  double height = entente_timeline_pinned_get_height (self);
  double top = MIN (y0, y1), bottom = MAX (y0, y1);
  GArray *rows = entente_hit_find_rows (self->scene,
                                        x0,
                                        MAX (top, height) + self->scroll_y,
                                        x1,
                                        MAX (bottom, height) + self->scroll_y);
  g_autoptr (GArray) pinned = NULL;

  if (top >= height)
    return rows;
  if (bottom < height)
    g_array_set_size (rows, 0);
  pinned = entente_hit_find_rows (self->scene, x0, top, x1, MIN (bottom, height));
  for (guint i = 0; i < pinned->len; i++) {
    guint32 row = g_array_index (pinned, guint32, i);
    gboolean there = FALSE;

    for (guint j = 0; j < rows->len && !there; j++)
      there = g_array_index (rows, guint32, j) == row;
    if (!there)
      g_array_append_val (rows, row);
  }
  return rows;
}
