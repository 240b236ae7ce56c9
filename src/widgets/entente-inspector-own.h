/* EntenteInspectorOwn: the user's own fields of the event shown, filled in where they stand.
 * Leaving a field or Enter keeps what was typed, as one undoable step; Escape takes it back. Part
 * of the inspector. Main thread. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_INSPECTOR_OWN (entente_inspector_own_get_type ())
G_DECLARE_FINAL_TYPE (EntenteInspectorOwn, entente_inspector_own, ENTENTE, INSPECTOR_OWN, GtkBox)

/* What is being typed stays while the same event is shown anew. */
void entente_inspector_own_show (EntenteInspectorOwn *own,
                                 EntenteSession *session,
                                 EntenteId event);

G_END_DECLS
