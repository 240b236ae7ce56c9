/* The one popover that shows over the timeline: a menu, a list, or the words of a move. It hangs on
 * the anchor, takes the place of the one before, and goes when it closes. Main thread.
 */
#include "config.h"

#include "entente-popover-drop.h"
#include "entente-timeline-private.h"

/* After the click that closed it has been dealt with, and the entry of a menu has done its work.
 * What had the keyboard before has it again. */
static void
closed_cb (GtkWidget *popover, EntenteTimeline *self)
{
  gboolean had_keyboard = gtk_popover_get_autohide (GTK_POPOVER (popover));

  if (self->popover != popover)
    return;
  self->popover = NULL;
  self->peeked = ENTENTE_ID_NONE;
  if (had_keyboard && gtk_widget_get_visible (self->items[self->item]))
    gtk_widget_grab_focus (self->items[self->item]);
  entente_popover_drop_later (popover);
}

/* A move may stand far out of sight, where the display has no place for a popover. */
static GdkRectangle
keep_inside (EntenteTimeline *self, GdkRectangle at)
{
  at.width = MIN (at.width, gtk_widget_get_width (GTK_WIDGET (self)));
  at.height = MIN (at.height, gtk_widget_get_height (GTK_WIDGET (self)));
  at.x = CLAMP (at.x, 0, gtk_widget_get_width (GTK_WIDGET (self)) - at.width);
  at.y = CLAMP (at.y, 0, gtk_widget_get_height (GTK_WIDGET (self)) - at.height);
  return at;
}

GtkWidget *
entente_timeline_popover_show (EntenteTimeline *self, GtkWidget *popover, const GdkRectangle *at)
{
  GdkRectangle place = keep_inside (self, entente_timeline_mirror_rect (self, *at));

  entente_timeline_popover_close (self);
  entente_timeline_hint_drop (self);
  self->popover = popover;
  gtk_widget_set_parent (popover, self->anchor);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &place);
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_DEFAULT);
  /* It cannot go together with its window. */
  g_signal_connect_object (self,
                           "unmap",
                           G_CALLBACK (gtk_popover_popdown),
                           popover,
                           G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
  return popover;
}

void
entente_timeline_popover_close (EntenteTimeline *self)
{
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

void
entente_timeline_popover_dispose (EntenteTimeline *self)
{
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}
