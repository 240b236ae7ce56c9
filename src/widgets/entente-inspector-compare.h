/* The claims under the event side by side, field by field. Part of the inspector. Main thread. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Fills @expander anew. It shows when there are several claims, or one that claims other than the
 * event has, and is open when they exclude each other. */
void entente_inspector_compare_fill (GtkExpander *expander,
                                     EntenteSession *session,
                                     const EntenteEventDetail *detail);

G_END_DECLS
