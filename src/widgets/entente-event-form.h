/* EntenteEventForm: the rows in which an event is made or changed: what, when, who, title, evidence. Main thread. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Changes @event, or with 0 makes a new one; @passage (may be NULL) are the words that it is read from. A new event is made
 * in a popover that points at @at (in the coordinates of @parent; NULL: at @parent), any other in a window. */
void entente_event_form_present (GtkWidget *parent,
                                 EntenteSession *session,
                                 EntenteId event,
                                 EntentePassage *passage);
void entente_event_form_present_at (GtkWidget *parent,
                                    const GdkRectangle *at,
                                    EntenteSession *session,
                                    EntentePassage *passage);

G_END_DECLS
