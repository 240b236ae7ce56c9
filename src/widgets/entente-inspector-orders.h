/* What the event in the inspector came before and after, by orders. Part of the inspector. Main
 * thread. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Fills @list anew; hides it when there is nothing. A click on a row selects the other event. */
void entente_inspector_orders_fill (GtkListBox *list,
                                    EntenteSession *session,
                                    EntenteEventDetail *detail);

G_END_DECLS
