/* The popover is held until then, since the window around it may close together with it. Main
 * thread. */
#include "config.h"

#include "entente-popover-drop.h"

static gboolean
drop_cb (gpointer popover)
{
  if (gtk_widget_get_parent (popover))
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

void
entente_popover_drop_later (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_LOW, drop_cb, g_object_ref (popover), g_object_unref);
}
