/* EntentePositionsWindow: what was on the table on a day: positions of a study by issue and actor,
 * with a slider for the day. Main thread. */
#pragma once

#include "entente-window.h"

G_BEGIN_DECLS

#define ENTENTE_TYPE_POSITIONS_WINDOW (entente_positions_window_get_type ())
G_DECLARE_FINAL_TYPE (EntentePositionsWindow,
                      entente_positions_window,
                      ENTENTE,
                      POSITIONS_WINDOW,
                      AdwWindow)

/* Shows the positions of the study that @parent shows: those that are shown already, or a new
 * window. */
void entente_positions_window_present (EntenteWindow *parent);

G_END_DECLS
