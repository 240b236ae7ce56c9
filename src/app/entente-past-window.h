/* EntentePastWindow: the history of one record and its parts: who, when, which field, from what to
 * what, newest first; any of it can be set back, as a step. Main thread. */
#pragma once

#include "entente-window.h"

G_BEGIN_DECLS

#define ENTENTE_TYPE_PAST_WINDOW (entente_past_window_get_type ())
G_DECLARE_FINAL_TYPE (EntentePastWindow, entente_past_window, ENTENTE, PAST_WINDOW, AdwWindow)

/* Of a record of the study that @parent shows. */
EntentePastWindow *entente_past_window_present (EntenteWindow *parent,
                                                EntenteEntity entity,
                                                EntenteId id);

G_END_DECLS
