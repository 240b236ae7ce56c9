/* Fingers: they are broader than a pointer, and have no second button. A finger that rests on a
 * move takes hold of it: drawn on to another it asks for a link, as a drag with the mouse does;
 * lifted where it is, it opens the menu, as it does at once on all else. Main thread.
 */
#include "config.h"

#include "entente-timeline-private.h"

#define MOUSE_SLOP 2.0
#define TOUCH_SLOP 14.0 /* with half a glyph: 44 px around every mark */

gboolean
entente_timeline_touch_note (EntenteTimeline *self, GtkGesture *gesture)
{
  GdkDevice *device =
    gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));

  self->by_touch = device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
  return self->by_touch;
}

double
entente_timeline_touch_get_slop (EntenteTimeline *self)
{
  return self->by_touch ? TOUCH_SLOP : MOUSE_SLOP;
}

gboolean
entente_timeline_touch_hold (EntenteTimeline *self, double x, double y)
{
  EntenteHit hit = entente_timeline_hit (self, x, y);

  if (hit.row == ENTENTE_NO_INDEX || self->linking || !entente_timeline_actions_can_edit (self))
    return FALSE;
  entente_timeline_view_stop (self);
  entente_timeline_linking_begin (self, hit.row, FALSE);
  self->drag = TIMELINE_DRAG_LINK;
  self->held = TRUE;
  return TRUE;
}

gboolean
entente_timeline_touch_release (EntenteTimeline *self)
{
  gboolean menu = self->held && self->link_to == ENTENTE_NO_INDEX &&
                  ABS (self->drag_now_x - self->drag_x) <= TOUCH_SLOP &&
                  ABS (self->drag_now_y - self->drag_y) <= TOUCH_SLOP;

  self->held = FALSE;
  if (!menu)
    return FALSE;
  self->drag = TIMELINE_DRAG_NONE;
  entente_timeline_linking_end (self);
  entente_timeline_menu_show_at (self, self->drag_x, self->drag_y);
  return TRUE;
}

/* The drag that the finger began goes on; a click or a menu would end it. */
static void
long_pressed_cb (GtkGestureLongPress *press, double x, double y, EntenteTimeline *self)
{
  if (self->lanes == NULL)
    return;
  entente_timeline_touch_note (self, GTK_GESTURE (press));
  x = entente_timeline_mirror_x (self, x);
  if (entente_timeline_touch_hold (self, x, y)) {
    gtk_gesture_set_state (self->drag_gesture, GTK_EVENT_SEQUENCE_CLAIMED);
    return;
  }
  gtk_gesture_set_state (GTK_GESTURE (press), GTK_EVENT_SEQUENCE_CLAIMED);
  entente_timeline_menu_show_at (self, x, y);
}

void
entente_timeline_touch_init (EntenteTimeline *self)
{
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}
