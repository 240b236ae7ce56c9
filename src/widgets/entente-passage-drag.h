/* Words of an article dragged on to an event: they become a claim of it. The article lets its
 * selection be dragged as an EntentePassage (and as text, for others); whoever shows events takes
 * it. Main thread. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The passage under the pointer at (@x, @y) in @widget, that may be dragged; NULL for none. The
 * caller's. */
typedef EntentePassage *(*EntentePassageFind) (GtkWidget *widget, double x, double y);
/* The event that (@x, @y) in @widget belongs to, or none. */
typedef EntenteId (*EntentePassageTarget) (GtkWidget *widget, double x, double y);

/* A click on such words that was no drag. */
typedef void (*EntentePassageClicked) (GtkWidget *widget, double x, double y);

void entente_passage_drag_attach (GtkWidget *widget,
                                  EntentePassageFind find,
                                  EntentePassageClicked clicked);
/* @widget has the property "session". What is dropped there is one step: a claim of the event,
 * which is selected. */
void entente_passage_drop_attach (GtkWidget *widget, EntentePassageTarget find);
/* Adds the claim, as a drop on @widget does: what the words tell of stance, hedge, speaker and
 * naming is read from them first, as far as they are in the newest text of the article. Where that
 * cannot be read, nothing is written and the user is told why. Then "win.claim-added" (event,
 * claim) is activated, where there is such an action: for an offer to change it. FALSE when the
 * study cannot be changed or @event is none. */
gboolean entente_passage_drop (GtkWidget *widget,
                               EntenteSession *session,
                               EntenteId event,
                               EntentePassage *passage);

G_END_DECLS
