/* EntenteOwnForm: the user's own fields of an event as rows of a form: written when the form is
 * accepted, as part of its step. In the inspector they are written where they stand:
 * EntenteInspectorOwn. Main thread.
 */
#pragma once

#include "entente-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_OWN_FORM (entente_own_form_get_type ())
G_DECLARE_FINAL_TYPE (EntenteOwnForm, entente_own_form, ENTENTE, OWN_FORM, GtkBox)

GtkWidget *entente_own_form_new (void);
/* A row for each field of the study, filled with what @event has; ENTENTE_ID_NONE: with nothing. */
void entente_own_form_show (EntenteOwnForm *form, EntenteStudy *study, EntenteId event);
gboolean entente_own_form_has_fields (EntenteOwnForm *form);
/* What cannot be read, or NULL. Borrowed until the next change. */
const char *entente_own_form_get_error (EntenteOwnForm *form);
/* Adds to the step that makes or changes @event what differs from what was shown. */
void entente_own_form_store (EntenteOwnForm *form, EntenteStep *step, EntenteId event);

G_END_DECLS
