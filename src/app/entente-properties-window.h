/* EntentePropertiesWindow: what the study of a window is: its file, its records, its last backup,
 * and what went wrong with it. It closes with the study. Main thread.
 */
#pragma once

#include "entente-window.h"

G_BEGIN_DECLS

#define ENTENTE_TYPE_PROPERTIES_WINDOW (entente_properties_window_get_type ())
G_DECLARE_FINAL_TYPE (EntentePropertiesWindow,
                      entente_properties_window,
                      ENTENTE,
                      PROPERTIES_WINDOW,
                      AdwWindow)

/* Shows it, or the one that is open. Owned by GTK. */
EntentePropertiesWindow *entente_properties_window_present (EntenteWindow *parent);

G_END_DECLS
