/* EntenteActorWords: a popover at selected words that makes them an actor or another name of one.
 * Main thread. */
#pragma once

#include "entente-proposals.h"
#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Points at @at in the coordinates of @parent. @proposals is the reading of the article of
 * @passage, or NULL: whom it takes the words for comes first, then whose name is like them, then a
 * new actor. Enter takes the first, a number the others. Each is one step. */
void entente_actor_words_present (GtkWidget *parent,
                                  const GdkRectangle *at,
                                  EntenteSession *session,
                                  const EntentePassage *passage,
                                  const EntenteProposals *proposals);

G_END_DECLS
