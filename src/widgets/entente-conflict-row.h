/* EntenteConflictRow: one question of a merge: the record and field, and both values to choose
 * from. Main thread. */
#pragma once

#include "entente-conflict-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_CONFLICT_ROW (entente_conflict_row_get_type ())
G_DECLARE_FINAL_TYPE (EntenteConflictRow, entente_conflict_row, ENTENTE, CONFLICT_ROW, GtkWidget)

GtkWidget *entente_conflict_row_new (void);
/* @item (or NULL) is shown and decided from here on; its decision elsewhere shows, too. */
void entente_conflict_row_set_item (EntenteConflictRow *row, EntenteConflictItem *item);

G_END_DECLS
