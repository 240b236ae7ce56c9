/* EntenteEventMergeForm: a window that makes two events one: which of them stays, and what then
 * becomes of the other. Main thread. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @kept is proposed to stay. */
void entente_event_merge_form_present (GtkWidget *parent,
                                       EntenteSession *session,
                                       EntenteId kept,
                                       EntenteId gone);

G_END_DECLS
