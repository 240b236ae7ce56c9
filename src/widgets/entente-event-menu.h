/* The context menu of a list of events: by the second button of the mouse, a long touch, the Menu key or Shift+F10. It is about what is
 * selected; a row that is not becomes the selection. Main thread; part of the views of events. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void entente_event_menu_attach (GtkColumnView *view);

G_END_DECLS
