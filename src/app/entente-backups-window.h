/* EntenteBackupsWindow: the backups of the study of a window: when each was made, how much is in
 * it, whether it is whole; and a copy of one, opened beside the study. It closes with the study.
 * Main thread.
 */
#pragma once

#include "entente-window.h"

G_BEGIN_DECLS

#define ENTENTE_TYPE_BACKUPS_WINDOW (entente_backups_window_get_type ())
G_DECLARE_FINAL_TYPE (EntenteBackupsWindow,
                      entente_backups_window,
                      ENTENTE,
                      BACKUPS_WINDOW,
                      AdwWindow)

/* Shows it, or the one that is open. Owned by GTK. */
EntenteBackupsWindow *entente_backups_window_present (EntenteWindow *parent);

G_END_DECLS
