/* Sorting by the head of a column: which one was clicked, and which way. The list is sorted
 * elsewhere (entente_event_list_sort()), over columns of numbers instead of pairs of items. Main
 * thread. */
#pragma once

#include "entente-event-columns.h"

G_BEGIN_DECLS

/* Makes the head of a column of entente_event_columns_add() one that can be clicked. */
void entente_column_sort_add (GtkColumnViewColumn *column);
/* The column that @view is sorted by, or NULL for none; "changed" of its sorter tells of another.
 */
GtkColumnViewColumn *entente_column_sort_get (GtkColumnView *view, gboolean *descending);

G_END_DECLS
