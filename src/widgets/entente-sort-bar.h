/* EntenteSortBar: says over a table that a big one is being sorted, and stops that: with its
 * button, or with Escape in the table. Then the heads tell of the order that the rows still have.
 * Shows only when sorting takes longer than a moment. Main thread. */
#pragma once

#include "entente-event-list.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_SORT_BAR (entente_sort_bar_get_type ())
G_DECLARE_FINAL_TYPE (EntenteSortBar, entente_sort_bar, ENTENTE, SORT_BAR, GtkBox)

/* To be laid over @view, whose columns have their sorters already. */
GtkWidget *entente_sort_bar_new (GtkColumnView *view);
/* The rows of the view, or NULL. */
void entente_sort_bar_set_list (EntenteSortBar *bar, EntenteEventList *list);

G_END_DECLS
