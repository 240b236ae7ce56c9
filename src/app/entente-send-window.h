/* EntenteSendWindow: a copy of the study for somebody else: what leaves with it and what stays,
 * with choices of what else is left out; then a file is asked for. It closes with the study. Main
 * thread.
 */
#pragma once

#include "entente-window.h"

G_BEGIN_DECLS

#define ENTENTE_TYPE_SEND_WINDOW (entente_send_window_get_type ())
G_DECLARE_FINAL_TYPE (EntenteSendWindow, entente_send_window, ENTENTE, SEND_WINDOW, AdwWindow)

/* Shows it, or the one that is open. Owned by GTK. */
EntenteSendWindow *entente_send_window_present (EntenteWindow *parent);

G_END_DECLS
