/* The context menu of a list of events: by the second button of the mouse, a long touch, the Menu
 * key or Shift+F10. It is about what is selected; a row that is not becomes the selection. Main
 * thread; part of the views of events. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @pointed is told over which widget of @view the menu comes up (NULL by a key), before it does. */
typedef void (*EntenteEventMenuPointed) (GtkColumnView *view, GtkWidget *widget, gpointer data);
void entente_event_menu_attach (GtkColumnView *view,
                                EntenteEventMenuPointed pointed,
                                gpointer data);

G_END_DECLS
