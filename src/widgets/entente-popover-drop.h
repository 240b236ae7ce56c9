/* Letting go of a popover that was made for one use. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Takes a popover that has closed from its parent, after all that the click that closed it still
 * does: the action of a menu is activated after "closed". The parent may go before, and the popover
 * with it. */
void entente_popover_drop_later (GtkWidget *popover);

G_END_DECLS
