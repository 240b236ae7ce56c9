/* EntenteClaimForm: a window in which is said what one voice says of an event. Main thread. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @claim 0: a further voice under @event, with @passage (may be NULL) of @article as its words. */
void entente_claim_form_present (GtkWidget *parent,
                                 EntenteSession *session,
                                 EntenteId event,
                                 EntenteId claim,
                                 EntenteId article,
                                 EntentePassage *passage);

G_END_DECLS
