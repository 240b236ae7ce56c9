/* EntenteLearntWindow: everything that the study has learnt and that was refused, to be looked
 * through, followed to where it was learnt, and taken back. Main thread. */
#pragma once

#include "entente-session.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_LEARNT_WINDOW (entente_learnt_window_get_type ())
G_DECLARE_FINAL_TYPE (EntenteLearntWindow, entente_learnt_window, ENTENTE, LEARNT_WINDOW, AdwWindow)

/* Shows what the study of @session has learnt, above the window of @parent. */
void entente_learnt_window_present (GtkWidget *parent, EntenteSession *session);

G_END_DECLS
