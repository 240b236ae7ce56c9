/* EntenteHistoryWindow: the journal of a study: every step, newest first, with its coder and time.
 * Going back is done by undoing, step by step; this window only reads. Main thread. */
#pragma once

#include "entente-window.h"

G_BEGIN_DECLS

#define ENTENTE_TYPE_HISTORY_WINDOW (entente_history_window_get_type ())
G_DECLARE_FINAL_TYPE (EntenteHistoryWindow,
                      entente_history_window,
                      ENTENTE,
                      HISTORY_WINDOW,
                      AdwWindow)

/* Shows the history of the study that @parent shows. */
void entente_history_window_present (EntenteWindow *parent);

G_END_DECLS
