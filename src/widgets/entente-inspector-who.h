/* Who took part, as chips, in the inspector. Part of the inspector. Main thread. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Fills @box anew: initiators, "to", addressees, then all others with their parts. A click on a
 * chip offers to change it. */
void entente_inspector_who_fill (GtkWidget *box,
                                 EntenteSession *session,
                                 EntenteEventDetail *detail);
/* The popover in which one who took part is added to the selected event. */
GtkWidget *entente_inspector_who_new_popover (EntenteSession *session);

G_END_DECLS
