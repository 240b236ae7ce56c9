/* A lane whose level of detail has changed goes over from its old picture to the new one within 150
 * ms. The node of the last picture is kept, and drawn over the new one, paler and paler, in the
 * lanes that changed and at the scale of now. Where levels change faster than that, as while
 * somebody zooms on and on, and where animations are off, nothing fades. Main thread.
 */
#include "config.h"

#include "entente-timeline-private.h"

#define DURATION_US 150000

/* Of a lane, in the view. */
typedef struct {
  EntenteSceneLevel level;
  double top, height;
} Strip;

/* A picture of the lanes, and where things stand in it. */
typedef struct {
  GskRenderNode *picture, *texts; /* or NULL */
  guint image; /* index of what the picture shows */
  EntenteTimescale scale;
  GdkRectangle part;
  GArray *strips;
} Look;

struct _TimelineFade {
  EntenteLanes *lanes; /* of the last picture, or NULL */
  Look last, old; /* the old one has a picture while it fades */
  gint64 start, changed; /* µs of the frame clock; when a level changed last */
  guint tick;
};

/* ---- pictures ---- */

static void
clear_look (Look *look)
{
  g_clear_pointer (&look->picture, gsk_render_node_unref);
  g_clear_pointer (&look->texts, gsk_render_node_unref);
}

static Strip
find_strip (EntenteTimeline *self, guint lane)
{
  const EntenteSceneLane *drawn = &self->scene->lanes[lane];
  double top = drawn->y - entente_timeline_pinned_get_scroll (self, lane);

  return (Strip){ drawn->level, top, drawn->height };
}

static void
keep_look (EntenteTimeline *self, GskRenderNode *texts)
{
  EntenteTimelineFade *fade = self->fade;
  Look *last = &fade->last;
  EntenteLanes *lanes = fade->lanes;

  clear_look (last);
  last->picture = gsk_render_node_ref (self->image_node);
  last->texts = texts != NULL ? gsk_render_node_ref (texts) : NULL;
  last->image = self->image;
  last->scale = self->scale;
  last->part = self->parts.lanes;
  g_array_set_size (last->strips, 0);
  for (guint i = 0; i < self->scene->n_lanes; i++) {
    Strip strip = find_strip (self, i);

    g_array_append_val (last->strips, strip);
  }
  fade->lanes = self->lanes != NULL ? entente_lanes_ref (self->lanes) : NULL;
  g_clear_pointer (&lanes, entente_lanes_unref);
}

/* ---- its time ---- */

static gint64
get_time (EntenteTimeline *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  return clock != NULL ? gdk_frame_clock_get_frame_time (clock) : 0;
}

static void
stop (EntenteTimeline *self)
{
  EntenteTimelineFade *fade = self->fade;

  if (fade->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), fade->tick);
  fade->tick = 0;
  clear_look (&fade->old);
  if (self->held_image < ENTENTE_TIMELINE_N_IMAGES)
    g_clear_pointer (&self->images[self->held_image], cairo_surface_destroy);
  self->held_image = ENTENTE_TIMELINE_N_IMAGES;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  EntenteTimeline *self = ENTENTE_TIMELINE (widget);

  gtk_widget_queue_draw (widget);
  if (gdk_frame_clock_get_frame_time (clock) - self->fade->start < DURATION_US)
    return G_SOURCE_CONTINUE;
  self->fade->tick = 0;
  stop (self);
  return G_SOURCE_REMOVE;
}

static void
start (EntenteTimeline *self, gint64 now)
{
  EntenteTimelineFade *fade = self->fade;
  Look old = fade->old;

  fade->old = fade->last;
  fade->last = old;
  self->held_image = fade->old.image;
  fade->start = now;
  fade->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

/* ---- what changed ---- */

static gboolean
is_alike (EntenteTimeline *self, const Look *look)
{
  return self->fade->lanes == self->lanes && look->picture != NULL &&
         look->strips->len == self->scene->n_lanes &&
         gdk_rectangle_equal (&look->part, &self->parts.lanes);
}

/* Panning costs nothing: what comes into view is new anyway. */
static gboolean
is_panned (EntenteTimeline *self, const Look *look)
{
  return look->scale.seconds_per_px == self->scale.seconds_per_px &&
         look->scale.start != self->scale.start;
}

static gboolean
has_changed (EntenteTimeline *self, const Look *look)
{
  for (guint i = 0; i < look->strips->len; i++)
    if (g_array_index (look->strips, Strip, i).level != self->scene->lanes[i].level)
      return TRUE;
  return FALSE;
}

/* There is a new picture. */
static void
follow (EntenteTimeline *self)
{
  EntenteTimelineFade *fade = self->fade;
  gint64 now;

  if (!is_alike (self, &fade->last)) {
    stop (self);
    return;
  }
  if (!has_changed (self, &fade->last))
    return;
  now = get_time (self);
  stop (self);
  if (now - fade->changed >= DURATION_US && !is_panned (self, &fade->last) &&
      entente_timeline_view_animates (self))
    start (self, now);
  fade->changed = now;
}

/* ---- drawing ---- */

/* What the old picture has of the lane, foot on foot. */
static void
draw_strip (EntenteTimeline *self, GtkSnapshot *snapshot, const Strip *from, const Strip *to)
{
  const Look *old = &self->fade->old;
  const GdkRectangle *part = &self->parts.lanes;
  double foot = to->top + to->height, height = MIN (from->height, to->height);
  double stretch = old->scale.seconds_per_px / self->scale.seconds_per_px;
  double x = (old->scale.start - self->scale.start) / self->scale.seconds_per_px;

  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT ((float) part->x,
                                               (float) (part->y + foot - height),
                                               (float) part->width,
                                               (float) height));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot,
    &GRAPHENE_POINT_INIT ((float) (part->x + x), (float) round (foot - from->top - from->height)));
  gtk_snapshot_scale (snapshot, (float) stretch, 1);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) -part->x, 0));
  gtk_snapshot_append_node (snapshot, old->picture);
  if (old->texts != NULL)
    gtk_snapshot_append_node (snapshot, old->texts);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

/* Lanes that scroll show below the pinned ones only. */
static void
draw_strips (EntenteTimeline *self, GtkSnapshot *snapshot, gboolean pinned)
{
  const Look *old = &self->fade->old;
  const GdkRectangle *part = &self->parts.lanes;
  double height = entente_timeline_pinned_get_height (self);
  double top = pinned ? 0 : height, bottom = pinned ? height : part->height;

  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT ((float) part->x,
                                               (float) (part->y + top),
                                               (float) part->width,
                                               (float) (bottom - top)));
  for (guint i = 0; i < old->strips->len; i++) {
    const Strip *from = &g_array_index (old->strips, Strip, i);
    Strip to = find_strip (self, i);

    if (from->level != to.level && to.top < bottom && to.top + to.height > top &&
        pinned == (entente_timeline_pinned_get_scroll (self, i) != self->scroll_y))
      draw_strip (self, snapshot, from, &to);
  }
  gtk_snapshot_pop (snapshot);
}

void
entente_timeline_fade_draw (EntenteTimeline *self,
                            GtkSnapshot *snapshot,
                            GskRenderNode *texts,
                            gboolean is_new)
{
  EntenteTimelineFade *fade = self->fade;

  if (is_new)
    follow (self);
  if (fade->old.picture != NULL) {
    double share = (double) (get_time (self) - fade->start) / DURATION_US;

    gtk_snapshot_push_opacity (snapshot, CLAMP (1 - share, 0, 1));
    draw_strips (self, snapshot, FALSE);
    if (entente_timeline_pinned_get_height (self) > 0)
      draw_strips (self, snapshot, TRUE);
    gtk_snapshot_pop (snapshot);
  }
  if (is_new)
    keep_look (self, texts);
}

gboolean
entente_timeline_fade_is_running (EntenteTimeline *self)
{
  return self->fade->old.picture != NULL;
}

void
entente_timeline_fade_init (EntenteTimeline *self)
{
  self->fade = g_new0 (EntenteTimelineFade, 1);
  self->fade->last.strips = g_array_new (FALSE, FALSE, sizeof (Strip));
  self->fade->old.strips = g_array_new (FALSE, FALSE, sizeof (Strip));
  self->held_image = ENTENTE_TIMELINE_N_IMAGES;
}

void
entente_timeline_fade_dispose (EntenteTimeline *self)
{
  EntenteTimelineFade *fade = self->fade;

  if (fade == NULL)
    return;
  stop (self);
  clear_look (&fade->last);
  g_array_unref (fade->last.strips);
  g_array_unref (fade->old.strips);
  g_clear_pointer (&fade->lanes, entente_lanes_unref);
  g_clear_pointer (&self->fade, g_free);
}
