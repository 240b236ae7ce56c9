/* Keeps the scene of a timeline in step with what it shows: marks it stale, makes it anew once a
 * frame, and asks for another frame when there were more new titles than one frame has time for.
 * Main thread.
 */
#include "config.h"

#include "entente-timeline-private.h"

#define LABEL_BUDGET 16 /* of 24 new layouts a frame; the rest is for axis and counts */
#define FIRST_LABEL_BUDGET 400
#define TODAY_SHARE                                                                                \
  8 /* today is of interest until it is this part of the length of the study past its end */

static gboolean
has_shown_child (EntenteTimeline *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != self->anchor && gtk_widget_get_visible (child))
      return TRUE;
  return gtk_widget_get_first_child (self->anchor) != NULL;
}

/* What holds children is allocated anew, as they move with the marks. Without any the frame is
 * drawn only: for an allocation the toolkit asks the X server for the size of the monitor each
 * time. */
void
entente_timeline_invalidate (EntenteTimeline *self)
{
  self->scene_valid = FALSE;
  g_clear_pointer (&self->image_node, gsk_render_node_unref);
  g_clear_pointer (&self->overview_node, gsk_render_node_unref);
  if (has_shown_child (self))
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
entente_timeline_invalidate_parts (EntenteTimeline *self)
{
  g_clear_pointer (&self->header_node, gsk_render_node_unref);
  g_clear_pointer (&self->shelf_node, gsk_render_node_unref);
  entente_timeline_invalidate (self);
}

static double
measure_cb (EntenteLabelStyle style, const char *text, gpointer data)
{
  return entente_timeline_labels_measure (ENTENTE_TIMELINE (data)->labels, style, text);
}

/* NULL while the title is unknown, or new and beyond the budget of the frame. */
static const char *
title_cb (guint32 row, gpointer data)
{
  EntenteTimeline *self = data;
  const char *title = entente_timeline_feed_get_title (self, row);

  if (title == NULL || entente_timeline_labels_can_show_title (self->labels, title))
    return title;
  return NULL;
}

static gboolean
detail_cb (guint32 row, EntenteSceneDetail *detail, gpointer data)
{
  return entente_timeline_feed_get_detail (data, row, detail);
}

static gint64
find_today (EntenteTimeline *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gint64 today = entente_day_number (g_date_time_get_year (now),
                                     g_date_time_get_month (now),
                                     g_date_time_get_day_of_month (now)) *
                 ENTENTE_SECONDS_PER_DAY;
  EntenteSpan extent = self->extent;

  if (extent.start == ENTENTE_TIME_MIN || extent.end == ENTENTE_TIME_MAX || today < extent.start ||
      today - extent.end > (extent.end - extent.start) / TODAY_SHARE)
    return ENTENTE_TIME_MIN;
  return today;
}

static void
update_scene (EntenteTimeline *self)
{
  g_autoptr (GArray) rows = entente_timeline_feed_get_selected_rows (self);
  EntenteSceneInput input = { 0 };

  input.chronicle = self->chronicle;
  input.filtered = self->filtered;
  input.lanes = self->lanes;
  input.scale = self->scale;
  input.height_px = self->parts.lanes.height;
  input.lane_least_px = entente_timeline_one_get_least_height (self);
  input.view_y = self->scroll_y;
  input.view_height_px = self->parts.lanes.height;
  input.shelf_width_px = self->parts.shelf.width;
  input.selection = (const guint32 *) (gpointer) rows->data;
  input.n_selection = rows->len;
  input.links = self->links;
  input.ghosts = self->ghosts;
  input.titles = TRUE;
  input.hides_turns = self->hides_turns;
  input.text_scale = self->style.text_scale;
  input.hatched = self->style.high_contrast;
  input.published = self->published;
  input.today = self->today = find_today (self);
  input.positions = entente_timeline_positions_get (self);
  input.title = title_cb;
  input.detail = detail_cb;
  input.measure = measure_cb;
  input.data = self;
  entente_scene_update (self->scene, &input);
  entente_ticks_update (self->ticks, &self->scale, measure_cb, self);
}

static gboolean
more_labels_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  ENTENTE_TIMELINE (widget)->more_tick = 0;
  entente_timeline_invalidate_parts (ENTENTE_TIMELINE (widget));
  return G_SOURCE_REMOVE;
}

void
entente_timeline_ensure_scene (EntenteTimeline *self)
{
  gboolean first = self->scene->n_lanes == 0;

  if (self->scene_valid || self->lanes == NULL)
    return;
  entente_timeline_labels_begin (self->labels, first ? FIRST_LABEL_BUDGET : LABEL_BUDGET);
  update_scene (self);
  self->scene_valid = TRUE;
  entente_timeline_fold_tell (self);
  if (entente_timeline_labels_ran_out (self->labels) && self->more_tick == 0)
    self->more_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), more_labels_cb, NULL, NULL);
}
