/* The smallest splice that turns a list store into what it shall be. Main thread. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Makes @store hold exactly @items (GObjects), in one splice between the longest common beginning
 * and end; no signal when nothing differs. Items of the set @renewed (may be NULL) count as other
 * ones. */
void entente_list_splice (GListStore *store, GPtrArray *items, GHashTable *renewed);

G_END_DECLS
