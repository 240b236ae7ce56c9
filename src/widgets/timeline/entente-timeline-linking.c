/* From one move to another, to say that it answers it: a line follows the pointer, or the arrows
 * choose the other move and Enter takes it. What kind of answer it is, the form of a link asks;
 * nothing changes before. Main thread.
 */
#include "config.h"

#include "entente-link-form.h"
#include "entente-timeline-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define RING 24
#define HEAD 9.0
#define NOTE_Y 16

void
entente_timeline_linking_begin (EntenteTimeline *self, guint32 row, gboolean by_keys)
{
  if (row == ENTENTE_NO_INDEX || !entente_timeline_actions_can_edit (self))
    return;
  self->link_from = entente_chronicle_get_id (self->chronicle, row);
  self->link_to = ENTENTE_NO_INDEX;
  self->linking = by_keys;
  if (by_keys)
    entente_timeline_keys_say (
      self,
      _ ("Which move does it answer? Arrows choose, Enter takes it, Escape leaves."));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
entente_timeline_linking_end (EntenteTimeline *self)
{
  self->link_from = ENTENTE_ID_NONE;
  self->link_to = ENTENTE_NO_INDEX;
  self->linking = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static guint32
get_from_row (EntenteTimeline *self)
{
  if (self->link_from == ENTENTE_ID_NONE)
    return ENTENTE_NO_INDEX;
  return entente_chronicle_find_row (self->chronicle, self->link_from);
}

void
entente_timeline_linking_move_to (EntenteTimeline *self, double x, double y)
{
  EntenteHit hit = entente_timeline_hit (self, x, y);

  self->link_to = hit.row != get_from_row (self) ? hit.row : ENTENTE_NO_INDEX;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_later (EntenteTimeline *self, guint32 row, guint32 other)
{
  return !entente_lane_index_is_on_shelf (self->index, row) &&
         !entente_lane_index_is_on_shelf (self->index, other) && row > other;
}

void
entente_timeline_linking_take (EntenteTimeline *self, guint32 row)
{
  guint32 from = get_from_row (self);
  gboolean by_keys = self->linking;
  EntenteId answer, answered;

  if (row == ENTENTE_NO_INDEX || from == ENTENTE_NO_INDEX || row == from)
    return;
  if (!by_keys && is_later (self, row, from)) {
    guint32 later = row;

    row = from;
    from = later;
  }
  answer = entente_chronicle_get_id (self->chronicle, from);
  answered = entente_chronicle_get_id (self->chronicle, row);
  entente_timeline_linking_end (self);
  entente_link_form_present (GTK_WIDGET (self), self->session, answer, answered);
}

gboolean
entente_timeline_linking_press (EntenteTimeline *self, guint key)
{
  if (!self->linking)
    return FALSE;
  switch (key) {
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    entente_timeline_linking_take (self, entente_timeline_keys_get_row (self));
    return TRUE;
  case GDK_KEY_Escape:
    entente_timeline_linking_end (self);
    entente_timeline_keys_say (self, NULL);
    return TRUE;
  default:
    return FALSE;
  }
}

/* ---- drawing ---- */

typedef struct {
  double x, y;
} Point;

static Point
get_middle (EntenteTimeline *self, guint32 row)
{
  GdkRectangle place = entente_timeline_keys_get_place (self, row);

  return (Point){ place.x + place.width / 2.0, place.y + place.height / 2.0 };
}

static void
draw_ring (EntenteTimeline *self, cairo_t *cr, Point at)
{
  gdk_cairo_set_source_rgba (cr, &self->style.accent);
  cairo_set_line_width (cr, 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, at.x, at.y, RING / 2.0, 0, 2 * G_PI);
  cairo_stroke (cr);
}

static void
draw_head (cairo_t *cr, Point tail, Point tip)
{
  double dx = tip.x - tail.x, dy = tip.y - tail.y, length = MAX (hypot (dx, dy), 0.001);

  dx *= HEAD / length;
  dy *= HEAD / length;
  cairo_move_to (cr, tip.x, tip.y);
  cairo_line_to (cr, tip.x - dx - dy * 0.48, tip.y - dy + dx * 0.48);
  cairo_line_to (cr, tip.x - dx + dy * 0.48, tip.y - dy - dx * 0.48);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* As answers are drawn: the arrow points at the answer. */
static void
draw_line (EntenteTimeline *self, cairo_t *cr, Point answered, Point answer)
{
  static const double dashes[] = { 5, 4 };
  double bend = MIN (40, hypot (answer.x - answered.x, answer.y - answered.y) / 4);
  Point middle = { (answered.x + answer.x) / 2, MIN (answered.y, answer.y) - bend };

  gdk_cairo_set_source_rgba (cr, &self->style.accent);
  cairo_set_line_width (cr, 2);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_move_to (cr, answered.x, answered.y);
  cairo_curve_to (cr, middle.x, middle.y, middle.x, middle.y, answer.x, answer.y);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  draw_head (cr, middle, answer);
}

static void
draw_arrow (EntenteTimeline *self, cairo_t *cr, guint32 from, guint32 to, Point end)
{
  Point start = get_middle (self, from);
  gboolean points_here =
    self->linking || (to != ENTENTE_NO_INDEX ? !is_later (self, to, from) : end.x < start.x);

  if (to != ENTENTE_NO_INDEX)
    end = get_middle (self, to);
  draw_ring (self, cr, start);
  if (to != ENTENTE_NO_INDEX)
    draw_ring (self, cr, end);
  draw_line (self, cr, points_here ? end : start, points_here ? start : end);
}

void
entente_timeline_linking_draw (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  gboolean moved = self->drag_now_x != self->drag_x;
  gboolean dragged = self->drag == TIMELINE_DRAG_LINK && (moved || self->held);
  guint32 from = get_from_row (self);
  guint32 to = self->linking ? entente_timeline_keys_get_row (self) : self->link_to;
  Point end = { self->drag_now_x, self->drag_now_y };
  cairo_t *cr;

  if (from == ENTENTE_NO_INDEX || (!dragged && !self->linking))
    return;
  cr = gtk_snapshot_append_cairo (
    snapshot,
    &GRAPHENE_RECT_INIT (0,
                         0,
                         (float) gtk_widget_get_width (GTK_WIDGET (self)),
                         (float) gtk_widget_get_height (GTK_WIDGET (self))));
  if (dragged && !moved)
    draw_ring (self, cr, get_middle (self, from));
  else if (from != to)
    draw_arrow (self, cr, from, to, end);
  cairo_destroy (cr);
  if (self->linking)
    entente_timeline_draw_note (self,
                                snapshot,
                                _ ("Which move does it answer? Enter takes it, Escape leaves."),
                                self->parts.lanes.x + self->parts.lanes.width / 2.0,
                                self->parts.lanes.y + NOTE_Y);
}
