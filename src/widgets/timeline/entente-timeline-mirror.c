/* Time from right to left, for languages that are read so. Everything in this folder reckons from
 * left to right; the drawing is mirrored as a whole and points of the widget are mirrored as they
 * come in, so that nobody else need know. Text is mirrored back where it is drawn, glyphs where
 * they are made. Main thread.
 */
#include "config.h"

#include "entente-mirror.h"
#include "entente-timeline-private.h"

double
entente_timeline_mirror_x (EntenteTimeline *self, double x)
{
  return self->style.mirrored ? gtk_widget_get_width (GTK_WIDGET (self)) - x : x;
}

double
entente_timeline_mirror_dx (EntenteTimeline *self, double dx)
{
  return self->style.mirrored ? -dx : dx;
}

GdkRectangle
entente_timeline_mirror_rect (EntenteTimeline *self, GdkRectangle rect)
{
  if (self->style.mirrored)
    rect.x = gtk_widget_get_width (GTK_WIDGET (self)) - rect.x - rect.width;
  return rect;
}

guint
entente_timeline_mirror_key (EntenteTimeline *self, guint key)
{
  if (!self->style.mirrored)
    return key;
  switch (key) {
  case GDK_KEY_Left:
    return GDK_KEY_Right;
  case GDK_KEY_Right:
    return GDK_KEY_Left;
  case GDK_KEY_KP_Left:
    return GDK_KEY_KP_Right;
  case GDK_KEY_KP_Right:
    return GDK_KEY_KP_Left;
  default:
    return key;
  }
}

void
entente_timeline_mirror_push (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  gtk_snapshot_save (snapshot);
  entente_mirror_apply (GTK_WIDGET (self), snapshot, gtk_widget_get_width (GTK_WIDGET (self)));
}

void
entente_timeline_mirror_pop (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  gtk_snapshot_restore (snapshot);
}

void
entente_timeline_mirror_text (EntenteTimeline *self, GtkSnapshot *snapshot, double width)
{
  entente_mirror_apply (GTK_WIDGET (self), snapshot, width);
}
