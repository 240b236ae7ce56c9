/* Changing a cell of a table where it stands: title, date as typed, kind, judgement; each one undo
 * step. Main thread.
 *
 * A popover over the cell holds the field. Enter keeps what was typed, Escape leaves it, Tab and
 * Shift+Tab keep it and go on to the next cell of the row that can be changed. */
#pragma once

#include "entente-event-columns.h"

G_BEGIN_DECLS

/* Can cells of this column be changed? */
gboolean entente_cell_edit_can (const EntenteEventColumn *column);
/* Begins with the cell of @column in @row, one of @view; NULL or one that cannot be changed: the
 * first that can. FALSE when no such column shows, or the event was not read yet. */
gboolean entente_cell_edit_start (EntenteSession *session,
                                  GtkColumnView *view,
                                  GtkWidget *row,
                                  const EntenteEventColumn *column);

G_END_DECLS
