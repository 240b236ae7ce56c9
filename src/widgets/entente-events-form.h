/* EntenteEventsForm: a window that changes many events at once, as one step: kind, track, issues,
 * judgement, private, pinned. What is left at "No change" stays as it is in each of them. Main
 * thread. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Of the events that are selected in @session; nothing where there is none. */
void entente_events_form_present (GtkWidget *parent, EntenteSession *session);

G_END_DECLS
