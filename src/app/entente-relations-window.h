/* EntenteRelationsWindow: who moved towards whom in a study, and how often when: a matrix, a
 * network and small multiples under the filter of the window, with their table; copied, exported,
 * printed. Main thread. */
#pragma once

#include "entente-window.h"

G_BEGIN_DECLS

#define ENTENTE_TYPE_RELATIONS_WINDOW (entente_relations_window_get_type ())
G_DECLARE_FINAL_TYPE (EntenteRelationsWindow,
                      entente_relations_window,
                      ENTENTE,
                      RELATIONS_WINDOW,
                      AdwWindow)

/* Shows the relations of the study that @parent shows: those that are shown already, or a new
 * window. */
void entente_relations_window_present (EntenteWindow *parent);

G_END_DECLS
