/* EntenteActorMenu: what can be done with an actor of a list: read about it and change it, merge
 * it, split it; by the second mouse button, the menu key, Shift+F10, and E for its form. The window
 * has the actions. Main thread. */
#pragma once

#include "entente-id.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The actor of the row @widget is within, or, NULL, of the row that has the keyboard;
 * ENTENTE_ID_NONE for none. */
typedef EntenteId (*EntenteActorMenuFind) (GtkWidget *widget, gpointer data);

/* @list is borrowed, as @data is, for the life of the list. */
void entente_actor_menu_attach (GtkWidget *list, EntenteActorMenuFind find, gpointer data);
/* The same entries, for the menu of something else that stands for the actor. The caller's. */
GMenuModel *entente_actor_menu_new_model (EntenteId actor);

G_END_DECLS
