/* What table and ledger share: columns of texts of EntenteEventItem, and a selection kept equal to
 * that of the session. Main thread. */
#pragma once

#include "entente-event-list.h"
#include "entente-row-sort.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
  ENTENTE_COLUMN_PLAIN = 0,
  ENTENTE_COLUMN_EXPAND = 1 << 0,
  ENTENTE_COLUMN_NUMERIC = 1 << 1, /* right-aligned figures */
  ENTENTE_COLUMN_GLYPH = 1 << 2, /* the glyph of the event before the text */
  ENTENTE_COLUMN_DIM = 1 << 3,
  ENTENTE_COLUMN_BOLD = 1 << 4,
  ENTENTE_COLUMN_HIDDEN = 1 << 5, /* until it is asked for */
  ENTENTE_COLUMN_ANSWER = 1 << 6, /* dotted where it is only proposed */
} EntenteColumnFlags;

typedef struct {
  const char *name; /* in the settings */
  const char *title; /* to be translated */
  const char *property; /* of EntenteEventItem */
  EntenteColumnFlags flags;
  EntenteSortKey sort;
} EntenteEventColumn;

/* Appends a column, which can be sorted by its head (entente-column-sort.h); @column is static.
 * Returns it, borrowed. */
GtkColumnViewColumn *entente_event_columns_add (GtkColumnView *view,
                                                const EntenteEventColumn *column);
const EntenteEventColumn *entente_event_columns_get (GtkColumnViewColumn *column);
/* What is in the row @row: its event, borrowed, and the cell of @column, or NULL. */
EntenteEventItem *entente_event_columns_get_event (GtkWidget *row);
GtkWidget *entente_event_columns_find_cell (GtkWidget *row, const EntenteEventColumn *column);
/* The row of @event among those that there are widgets for, or NULL. */
GtkWidget *entente_event_columns_find_row (GtkColumnView *view, EntenteId event);
/* The column of the cell that holds @widget, or NULL. */
const EntenteEventColumn *entente_event_columns_find_column (GtkColumnView *view,
                                                             GtkWidget *widget);
/* The row that has the keyboard or holds what has it, or NULL. */
GtkWidget *entente_event_columns_get_focus_row (GtkColumnView *view);
/* The event whose row holds @widget, something within @view as gtk_widget_pick() finds it; none
 * when it is in no row. */
EntenteId entente_event_columns_find_event (GtkColumnView *view, GtkWidget *widget);

#define ENTENTE_TYPE_EVENT_SELECTION (entente_event_selection_get_type ())
G_DECLARE_FINAL_TYPE (EntenteEventSelection,
                      entente_event_selection,
                      ENTENTE,
                      EVENT_SELECTION,
                      GObject)
/* Shows @list in @view and keeps both selections equal as long as it lives; brings the selected
 * event into sight. */
EntenteEventSelection *entente_event_selection_new (EntenteSession *session,
                                                    EntenteEventList *list,
                                                    GtkColumnView *view);
/* The list is about to be sorted otherwise: once it is, its beginning comes into sight where
 * nothing is selected. */
void entente_event_selection_expect_order (EntenteEventSelection *selection);

G_END_DECLS
