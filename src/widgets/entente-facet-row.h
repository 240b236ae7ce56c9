/* EntenteFacetRow: a value of a criterion: check, glyph where there is one, name, "12 of 15". Main
 * thread. */
#pragma once

#include "entente-facet-list.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_FACET_ROW (entente_facet_row_get_type ())
G_DECLARE_FINAL_TYPE (EntenteFacetRow, entente_facet_row, ENTENTE, FACET_ROW, GtkWidget)

GtkWidget *entente_facet_row_new (EntenteFacet facet);
/* NULL while the row is not in use. */
void entente_facet_row_set_item (EntenteFacetRow *row, EntenteFacetItem *item);

G_END_DECLS
