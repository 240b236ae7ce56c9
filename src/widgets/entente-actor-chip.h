/* EntenteActorChip: an actor in its colour, with its part in a move: a menu button of forms and the
 * inspector. Main thread. */
#pragma once

#include "entente-chronicle.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* "■ United States initiator". @role: EntenteRole, -1: none is shown. @name stands for an actor
 * that the chronicle has not yet; NULL: the chronicle's name. */
GtkWidget *entente_actor_chip_new (const EntenteChronicle *chronicle,
                                   EntenteId actor,
                                   const char *name,
                                   int role,
                                   EntenteSpan window);
/* The square in the colour of an actor. */
GtkWidget *entente_actor_chip_new_swatch (const EntenteChronicle *chronicle,
                                          EntenteId actor,
                                          EntenteSpan window);

G_END_DECLS
