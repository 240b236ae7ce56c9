/* What lies above lanes and axis for a while: the marked range, the rubber band, and the position
 * when lanes are scrolled. Main thread.
 */
#include "config.h"

#include "entente-timeline-private.h"

#define RANGE_LABEL_HEIGHT 17
#define NOTE_HEIGHT 24.0
#define NOTE_PADDING 10.0
#define NOTE_MARGIN 4.0

static void
draw_range_label (EntenteTimeline *self,
                  GtkSnapshot *snapshot,
                  EntenteSpan range,
                  double x0,
                  double x1,
                  double y)
{
  g_autofree char *text = entente_span_format (range);
  double width = entente_timeline_labels_measure (self->labels, ENTENTE_LABEL_PILL, text);
  double height = timeline_scale (self, RANGE_LABEL_HEIGHT);

  timeline_append_rect (snapshot, &self->style.accent, x0, y, x1 - x0, height);
  if (width + 8 < x1 - x0)
    entente_timeline_labels_draw (self->labels,
                                  snapshot,
                                  ENTENTE_LABEL_PILL,
                                  text,
                                  (x0 + x1 - width) / 2,
                                  y + height / 2,
                                  0,
                                  &self->style.accent_text);
}

static void
draw_range (EntenteTimeline *self, GtkSnapshot *snapshot, EntenteSpan range)
{
  const GdkRectangle *lanes = &self->parts.lanes;
  double x0 = entente_timescale_to_x (&self->scale, range.start);
  double x1 = entente_timescale_to_x (&self->scale, range.end);
  double y = self->parts.axis.y + self->parts.axis.height;
  double bottom = lanes->y + lanes->height;
  GdkRGBA tint = self->style.accent;

  if (x1 < 0 || x0 > self->scale.width_px)
    return;
  x0 = MAX (x0, -2) + lanes->x;
  x1 = MIN (x1, self->scale.width_px + 2) + lanes->x;
  tint.alpha = 0.1f;
  if (!self->style.high_contrast)
    timeline_append_rect (snapshot, &tint, x0, y, x1 - x0, bottom - y);
  timeline_append_rect (snapshot, &self->style.accent, x0 - 1, y, 2, bottom - y);
  timeline_append_rect (snapshot, &self->style.accent, x1 - 1, y, 2, bottom - y);
  draw_range_label (self,
                    snapshot,
                    range,
                    x0 - 1,
                    x1 + 1,
                    y - timeline_scale (self, RANGE_LABEL_HEIGHT));
}

static void
draw_rubber_band (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  double x = MIN (self->drag_x, self->drag_now_x), y = MIN (self->drag_y, self->drag_now_y);
  graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) x,
                                             (float) y,
                                             (float) ABS (self->drag_now_x - self->drag_x),
                                             (float) ABS (self->drag_now_y - self->drag_y));
  float widths[4] = { 1, 1, 1, 1 };
  GdkRGBA accent = self->style.accent, tint = accent;
  GdkRGBA colours[4] = { accent, accent, accent, accent };
  GskRoundedRect outline;

  tint.alpha = 0.15f;
  gsk_rounded_rect_init_from_rect (&outline, &rect, 2);
  gtk_snapshot_append_color (snapshot, &tint, &rect);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

/* A slim bar at the right when not all lanes fit. */
static void
draw_scroll_position (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  const GdkRectangle *lanes = &self->parts.lanes;
  double all = self->scene->height, height;
  GdkRGBA colour = self->style.faint;

  if (all <= lanes->height + 1)
    return;
  colour.alpha = 0.7f;
  height = MAX (24, lanes->height * lanes->height / all);
  timeline_append_rect (snapshot,
                        &colour,
                        lanes->x + lanes->width - 6,
                        lanes->y +
                          (lanes->height - height) * self->scroll_y / (all - lanes->height),
                        4,
                        height);
}

void
entente_timeline_draw_pill (EntenteTimeline *self,
                            GtkSnapshot *snapshot,
                            const char *text,
                            double left,
                            double top,
                            double height,
                            double padding)
{
  double width =
    entente_timeline_labels_measure (self->labels, ENTENTE_LABEL_PILL, text) + 2 * padding;
  graphene_rect_t rect =
    GRAPHENE_RECT_INIT ((float) left, (float) top, (float) width, (float) height);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &rect, (float) height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &self->style.pill, &rect);
  gtk_snapshot_pop (snapshot);
  entente_timeline_labels_draw (self->labels,
                                snapshot,
                                ENTENTE_LABEL_PILL,
                                text,
                                left + padding,
                                top + height / 2,
                                0,
                                &self->style.pill_text);
}

void
entente_timeline_draw_note (EntenteTimeline *self,
                            GtkSnapshot *snapshot,
                            const char *text,
                            double x,
                            double y)
{
  double all = gtk_widget_get_width (GTK_WIDGET (self));
  double width =
    entente_timeline_labels_measure (self->labels, ENTENTE_LABEL_PILL, text) + 2 * NOTE_PADDING;
  double height = timeline_scale (self, NOTE_HEIGHT);
  double left = MAX (NOTE_MARGIN, MIN (x - width / 2, all - width - NOTE_MARGIN));
  double top = MAX (NOTE_MARGIN, y - height / 2);

  entente_timeline_draw_pill (self, snapshot, text, left, top, height, NOTE_PADDING);
}

void
entente_timeline_draw_overlay (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  const GdkRectangle *lanes = &self->parts.lanes;

  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT ((float) lanes->x,
                                               0,
                                               (float) lanes->width,
                                               (float) (lanes->y + lanes->height)));
  if (self->has_range) {
    draw_range (self, snapshot, self->range);
    entente_timeline_range_draw (self, snapshot);
  }
  if (self->drag == TIMELINE_DRAG_BAND)
    draw_rubber_band (self, snapshot);
  draw_scroll_position (self, snapshot);
  entente_timeline_draw_fold (self, snapshot);
  entente_timeline_beyond_draw (self, snapshot);
  entente_timeline_linking_draw (self, snapshot);
  entente_timeline_suggested_draw (self, snapshot);
  entente_timeline_shift_draw (self, snapshot);
  gtk_snapshot_pop (snapshot);
  entente_timeline_suggested_draw_on_shelf (self, snapshot);
  entente_timeline_hover_draw (self, snapshot);
  entente_timeline_dating_draw (self, snapshot);
}
