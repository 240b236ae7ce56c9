/* EntenteTurningPointForm: a window in which a turning point is made, changed or deleted. Main
 * thread. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The one whose departure is @event, else a new one; moves that are selected beside it are proposed
 * as cause and consequence. */
void entente_turning_point_form_present_for (GtkWidget *parent,
                                             EntenteSession *session,
                                             EntenteId event);
void entente_turning_point_form_present (GtkWidget *parent,
                                         EntenteSession *session,
                                         EntenteId point);

G_END_DECLS
