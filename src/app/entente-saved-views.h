/* What a window does with saved views: it tells its layout, and takes on that of a view. Main
 * thread. */
#pragma once

#include "entente-views.h"
#include "entente-window.h"

G_BEGIN_DECLS

/* Lanes, stretch of time, page and answers of @window, which shows a study. Free. */
char *entente_saved_views_dup_layout (EntenteWindow *window);
/* Filter and layout of @view. A filter that names what the study has lost since is told in a toast,
 * and nothing changes; what this program does not understand of a layout stays as it is. */
void entente_saved_views_recall (EntenteWindow *window, const EntenteView *view);
/* The keys 1 to 9 recall the views that have them, wherever no text is typed. */
void entente_saved_views_add_keys (EntenteWindow *window);

G_END_DECLS
