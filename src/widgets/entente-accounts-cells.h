/* EntenteAccountsCells: a row of two accounts: what the left one says, the move on the axis of
 * time, what the right one says. Each claim is a button that brings its words into sight in the
 * main window. Main thread. */
#pragma once

#include "entente-accounts-source.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_ACCOUNTS_CELLS (entente_accounts_cells_get_type ())
G_DECLARE_FINAL_TYPE (EntenteAccountsCells, entente_accounts_cells, ENTENTE, ACCOUNTS_CELLS, GtkBox)

/* Columns of the row, and of what stands above it: sides two each, the axis one. */
#define ENTENTE_ACCOUNTS_SIDE_COLUMNS 2

GtkWidget *entente_accounts_cells_new (void);
/* @source names the sides. References both until the next call; NULL: nothing. */
void entente_accounts_cells_set_item (EntenteAccountsCells *cells,
                                      EntenteAccountsSource *source,
                                      EntenteAccountsItem *item);
/* All of it in a sentence or two, for the screen reader. Free. */
char *entente_accounts_cells_describe (EntenteAccountsSource *source, EntenteAccountsItem *item);
/* Brings the words of claim @n of a side of @item into sight, in turns where there are not so many;
 * of the other side where this one is silent. */
void entente_accounts_cells_open (EntenteAccountsSource *source,
                                  EntenteAccountsItem *item,
                                  EntenteSide side,
                                  guint n);

G_END_DECLS
