/* Which columns a view shows, in which order, and how it is sorted, as a line of text for the
 * settings: "number when kind title", and behind it "+kind" or "-kind" for what it is sorted by.
 * Functions over GtkColumnView with columns of entente_event_columns_add(). Main thread. */
#pragma once

#include "entente-event-columns.h"

G_BEGIN_DECLS

/* Free. */
char *entente_column_layout_format (GtkColumnView *view);
/* "": as the columns are at first. What is not known is passed over; a view keeps at least one
 * column. */
void entente_column_layout_apply (GtkColumnView *view, const char *layout);
/* The column of this name, borrowed, or NULL. */
GtkColumnViewColumn *entente_column_layout_find (GtkColumnView *view, const char *name);
/* Shows or hides a column; the last one stays. */
void entente_column_layout_set_shown (GtkColumnView *view,
                                      GtkColumnViewColumn *column,
                                      gboolean shown);
/* Moves a column by @steps among all; not beyond the ends. */
void entente_column_layout_move (GtkColumnView *view, GtkColumnViewColumn *column, int steps);

G_END_DECLS
