/* The view goes on by itself after a wheel that has momentum, or a finger that was lifted while it
 * moved; whatever is pressed or scrolled next stops it. Main thread.
 */
#include "config.h"

#include "entente-timeline-private.h"

#define DECAY 4.0 /* per second */
#define STOP 20.0 /* pixels per second */

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  EntenteTimeline *self = ENTENTE_TIMELINE (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = (double) (now - self->kinetic_time) / G_USEC_PER_SEC;

  if (fabs (self->kinetic_px_per_s) < STOP) {
    self->kinetic_tick = 0;
    return G_SOURCE_REMOVE;
  }
  self->kinetic_time = now;
  entente_timeline_view_set (self,
                             entente_timescale_pan (&self->scale, self->kinetic_px_per_s * seconds),
                             FALSE);
  self->kinetic_px_per_s *= exp (-DECAY * seconds);
  return G_SOURCE_CONTINUE;
}

void
entente_timeline_fling (EntenteTimeline *self, double px_per_s)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));
  gboolean animates = FALSE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)),
                "gtk-enable-animations",
                &animates,
                NULL);
  if (clock == NULL || !animates)
    return;
  self->kinetic_px_per_s = px_per_s;
  self->kinetic_time = gdk_frame_clock_get_frame_time (clock);
  if (self->kinetic_tick == 0)
    self->kinetic_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

/* The drag that pans ends before or after this. */
static void
swipe_cb (GtkGestureSwipe *swipe, double vx, double vy, EntenteTimeline *self)
{
  if (self->panned || (self->by_touch && self->drag == TIMELINE_DRAG_PAN))
    entente_timeline_fling (self, -entente_timeline_mirror_dx (self, vx));
}

void
entente_timeline_fling_init (EntenteTimeline *self)
{
  GtkGesture *swipe = gtk_gesture_swipe_new ();

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (swipe), TRUE);
  g_signal_connect (swipe, "swipe", G_CALLBACK (swipe_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (swipe));
  gtk_gesture_group (swipe, self->drag_gesture);
}

void
entente_timeline_fling_dispose (EntenteTimeline *self)
{
  if (self->kinetic_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->kinetic_tick);
  self->kinetic_tick = 0;
}
