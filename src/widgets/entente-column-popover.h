/* EntenteColumnPopover: which columns a table shows, in which order, and what it is sorted by; all
 * of it by keys too. Main thread. */
#pragma once

#include "entente-event-columns.h"

G_BEGIN_DECLS

#define ENTENTE_TYPE_COLUMN_POPOVER (entente_column_popover_get_type ())
G_DECLARE_FINAL_TYPE (EntenteColumnPopover,
                      entente_column_popover,
                      ENTENTE,
                      COLUMN_POPOVER,
                      GtkPopover)

/* Over the columns of @view, which outlives it. */
GtkWidget *entente_column_popover_new (GtkColumnView *view);

G_END_DECLS
