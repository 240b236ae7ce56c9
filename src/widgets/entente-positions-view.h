/* EntentePositionsView: what was on the table on a day: a slider and an entry for the day, steps
 * from change to change, the grid, and below it what has no date. Main thread.
 *
 * Keys: Ctrl+Left, Ctrl+Right to the change before and after; Enter opens the words of a card in
 * the article, Shift+Enter changes the position, Delete deletes it. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_POSITIONS_VIEW (entente_positions_view_get_type ())
G_DECLARE_FINAL_TYPE (EntentePositionsView,
                      entente_positions_view,
                      ENTENTE,
                      POSITIONS_VIEW,
                      GtkWidget)

GtkWidget *entente_positions_view_new (void);
/* Shows the positions of @session, as they were after the last change of any. */
void entente_positions_view_set_session (EntentePositionsView *view, EntenteSession *session);
/* Asks about the end of @span. */
void entente_positions_view_set_day (EntentePositionsView *view, EntenteSpan span);
EntenteSpan entente_positions_view_get_day (EntentePositionsView *view);
/* Goes to the next day (@step 1) on which something changes, or the one before (-1). FALSE when
 * there is none. */
gboolean entente_positions_view_step (EntentePositionsView *view, int step);
/* The table with tabs between its cells, and how much it shows. Free. NULL without a session. */
char *entente_positions_view_format_tsv (EntentePositionsView *view);
/* Opens the form of a new position, for the day that is asked about. */
void entente_positions_view_add (EntentePositionsView *view);

G_END_DECLS
