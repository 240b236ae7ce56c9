/* EntentePositionPane: everything of the selected position, in the place of the inspector: who, on
 * which issue, what and since when, its words, and what the same actor held on the issue before and
 * after. Main thread. */
#pragma once

#include "entente-session.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_POSITION_PANE (entente_position_pane_get_type ())
G_DECLARE_FINAL_TYPE (EntentePositionPane, entente_position_pane, ENTENTE, POSITION_PANE, AdwBin)

/* Property: "session" EntenteSession or NULL (read and write). Actions: position.edit,
 * position.delete. */
GtkWidget *entente_position_pane_new (EntenteSession *session);

G_END_DECLS
