/* Menus of buttons that are made when they are first asked for: most are never, and each holds a
 * button for every entry. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives @button, which has no menu, the menu of @model. While it shows, the button has no tooltip.
 */
void entente_late_menu_attach (GtkMenuButton *button, GMenuModel *model);
/* The same for tooltips of all buttons within @widget that have a menu already: the name of a
 * button would lie over the first entries. */
void entente_late_menu_hide_tooltips (GtkWidget *widget);

G_END_DECLS
