/* EntenteRecordForm: a window in which a track, a place or an issue is made or changed. Main
 * thread. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @entity: TRACK, PLACE or ISSUE; @id 0: a new one, under @parent (or none). */
void entente_record_form_present (GtkWidget *parent_widget,
                                  EntenteSession *session,
                                  EntenteEntity entity,
                                  EntenteId id,
                                  EntenteId parent);

G_END_DECLS
