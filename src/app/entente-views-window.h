/* EntenteViewsWindow: the saved views of a study: saves what the window shows under a name, recalls
 * and deletes. Main thread. */
#pragma once

#include "entente-window.h"

G_BEGIN_DECLS

#define ENTENTE_TYPE_VIEWS_WINDOW (entente_views_window_get_type ())
G_DECLARE_FINAL_TYPE (EntenteViewsWindow, entente_views_window, ENTENTE, VIEWS_WINDOW, AdwWindow)

/* Shows the views of the study that @parent shows; the caller need not keep it. */
EntenteViewsWindow *entente_views_window_present (EntenteWindow *parent);

G_END_DECLS
