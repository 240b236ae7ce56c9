/* EntenteConflictItem: one question of a merge, and how it was decided. Main thread. */
#pragma once

#include "entente-copy-merge.h"

G_BEGIN_DECLS

#define ENTENTE_TYPE_CONFLICT_ITEM (entente_conflict_item_get_type ())
G_DECLARE_FINAL_TYPE (EntenteConflictItem, entente_conflict_item, ENTENTE, CONFLICT_ITEM, GObject)

/* Property: "choice" (int: an EntenteCopyChoice, or ENTENTE_CONFLICT_OPEN; notifies when it
 * changes). */
#define ENTENTE_CONFLICT_OPEN (-1)

/* Conflict number @index of @merge, which is kept; still open. */
EntenteConflictItem *entente_conflict_item_new (EntenteCopyMerge *merge, guint index);
const EntenteCopyConflict *entente_conflict_item_get (EntenteConflictItem *item);
int entente_conflict_item_get_choice (EntenteConflictItem *item);
void entente_conflict_item_set_choice (EntenteConflictItem *item, int choice);
/* "Mine: 4 September 2018", and who said so when: "Ada · 3 May 2026" ("" when not known). Free. */
char *entente_conflict_item_write_side (EntenteConflictItem *item, EntenteCopyChoice side);
char *entente_conflict_item_write_author (EntenteConflictItem *item, EntenteCopyChoice side);
/* Of which record and field: "Move · Date". Free. */
char *entente_conflict_item_write_subject (EntenteConflictItem *item);

G_END_DECLS
