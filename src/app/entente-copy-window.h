/* EntenteCopyWindow: what somebody else did in another copy of the study: what is taken over, how
 * far both agree, and each conflict to be decided; then all of it is one step. Main thread. */
#pragma once

#include "entente-window.h"

G_BEGIN_DECLS

#define ENTENTE_TYPE_COPY_WINDOW (entente_copy_window_get_type ())
G_DECLARE_FINAL_TYPE (EntenteCopyWindow, entente_copy_window, ENTENTE, COPY_WINDOW, AdwWindow)

/* Asks for the file of the copy, and goes on as below. */
void entente_copy_window_ask (EntenteWindow *parent);
/* Compares the study that @parent shows with the copy at @path. */
EntenteCopyWindow *entente_copy_window_present (EntenteWindow *parent, const char *path);

G_END_DECLS
