/* EntenteRoundForm: windows in which a round of talks is made, changed, or given moves
 * (entente-rounds.h). Main thread. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A new round, of which @moves (EntenteId; may be NULL) are part; or, with @moves, one that there
 * is. */
void entente_round_form_present_new (GtkWidget *parent,
                                     EntenteSession *session,
                                     const GArray *moves);
/* Changes a round, and takes moves out of it; shown once it is read. */
void entente_round_form_present (GtkWidget *parent, EntenteSession *session, EntenteId round);

G_END_DECLS
