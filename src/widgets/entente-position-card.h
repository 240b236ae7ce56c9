/* EntentePositionCard: one position as a button: its sign and kind, since when, how sure that is on
 * the day asked about, and the words in short. Its name for a screen reader is all of this with
 * actor and issue. A function over GtkButton. Main thread. */
#pragma once

#include "entente-chronicle.h"
#include "entente-positions.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* With the name of the actor and the issue when @named: where no row and column tell them. */
GtkWidget *entente_position_card_new (const EntentePosition *position,
                                      EntentePositionStand stand,
                                      const EntenteChronicle *chronicle,
                                      gboolean named);
/* The position that the card shows, or NULL for another widget. Borrowed. */
const EntentePosition *entente_position_card_get (GtkWidget *card);
/* What it says, to be compared: a card that would say the same need not be made anew. Free. */
char *entente_position_card_dup_state (const EntentePosition *position, EntentePositionStand stand);

G_END_DECLS
