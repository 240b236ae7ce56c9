/* The smaller facts of an event in the inspector: mode, medium, place, track, issues, status. Part
 * of the inspector. Main thread. */
#pragma once

#include "entente-chronicle.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Fills @grid anew with what there is to say; hides it when there is nothing. */
void entente_inspector_facts_fill (GtkGrid *grid,
                                   const EntenteChronicle *chronicle,
                                   const EntenteEvent *event,
                                   guint row);

G_END_DECLS
