/* EntentePositionsGrid: a table of positions on a day: issues below each other, actors beside each
 * other, whose names stay in sight. Arrow keys go from card to card. Main thread.
 *
 * Signal "chosen" (gint64 position): a card was pressed. */
#pragma once

#include "entente-positions-table.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_POSITIONS_GRID (entente_positions_grid_get_type ())
G_DECLARE_FINAL_TYPE (EntentePositionsGrid,
                      entente_positions_grid,
                      ENTENTE,
                      POSITIONS_GRID,
                      GtkWidget)

GtkWidget *entente_positions_grid_new (void);
/* Only cells that say something else are made anew, so the keyboard stays where it is. */
void entente_positions_grid_show (EntentePositionsGrid *grid,
                                  const EntentePositionsTable *table,
                                  const EntenteChronicle *chronicle);
/* Of the card that has the keyboard; NULL for none. Borrowed. */
const EntentePosition *entente_positions_grid_get_focused (EntentePositionsGrid *grid);
/* Gives the keyboard to the first card. FALSE when there is none. */
gboolean entente_positions_grid_focus_first (EntentePositionsGrid *grid);

G_END_DECLS
