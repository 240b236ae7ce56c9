/* EntenteHover: tells the session over which event the pointer rests, so that the other panes can
 * light it.
 *
 * Said after 300 ms on the same event, taken back at once; nothing scrolls and nothing is selected.
 * Main thread.
 */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What of @session is under the pointer in @widget; ENTENTE_ID_NONE: nothing, or the pointer left.
 * @session NULL: likewise. Ends by itself with @widget. */
void entente_hover_tell (GtkWidget *widget, EntenteSession *session, EntenteId event);

G_END_DECLS
