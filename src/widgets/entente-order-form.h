/* The form of an order: what a move came before or after, where no text gives a date. Main thread.
 */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Of @event; asks for the other move. Rests on the words selected in the article pane, when there
 * are any. */
void entente_order_form_present (GtkWidget *parent, EntenteSession *session, EntenteId event);

G_END_DECLS
