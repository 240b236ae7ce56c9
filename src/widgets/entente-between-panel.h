/* EntenteBetweenPanel: what the actor filter shows under "Between": two slots, direction, and two
 * conditions. Main thread. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_BETWEEN_PANEL (entente_between_panel_get_type ())
G_DECLARE_FINAL_TYPE (EntenteBetweenPanel, entente_between_panel, ENTENTE, BETWEEN_PANEL, GtkBox)

/* NULL: empty. */
void entente_between_panel_set_session (EntenteBetweenPanel *panel, EntenteSession *session);

G_END_DECLS
