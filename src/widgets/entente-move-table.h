/* EntenteMoveTable: the events that pass the filter as a table: number, date, kind, title, from,
 * to, evidence, answer. The fully readable twin of the timeline: same filter, same selection.
 * Property "session" of EntenteEventView. Main thread. */
#pragma once

#include "entente-event-view.h"

G_BEGIN_DECLS

#define ENTENTE_TYPE_MOVE_TABLE (entente_move_table_get_type ())
G_DECLARE_FINAL_TYPE (EntenteMoveTable, entente_move_table, ENTENTE, MOVE_TABLE, EntenteEventView)

GtkWidget *entente_move_table_new (void);

G_END_DECLS
