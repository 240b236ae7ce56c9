/* EntenteInspector: everything about the selected event: what, when, who, its claims, what it
 * answers and what answers it, its words and how it is judged. Edits through the forms and the
 * session.
 *
 * Shows the session's "detail"; with several events selected their number; with none what may be
 * done. Main thread.
 *
 * Property: "session" EntenteSession (read and write, NULL: empty).
 * Actions: inspector.edit, inspector.edit-date, inspector.delete, inspector.add-claim,
 * inspector.link, inspector.order, inspector.pin, inspector.private.
 */
#pragma once

#include "entente-session.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_INSPECTOR (entente_inspector_get_type ())
G_DECLARE_FINAL_TYPE (EntenteInspector, entente_inspector, ENTENTE, INSPECTOR, AdwBin)

GtkWidget *entente_inspector_new (EntenteSession *session);
void entente_inspector_set_session (EntenteInspector *inspector, EntenteSession *session);

G_END_DECLS
