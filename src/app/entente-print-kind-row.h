/* EntentePrintKindRow: a kind of summary in the list of the print window: what it looks like, its
 * name, how long it is and what is in it. Private to the print window. Main thread. */
#pragma once

#include "entente-pages.h"
#include "entente-summary.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_PRINT_KIND_ROW (entente_print_kind_row_get_type ())
G_DECLARE_FINAL_TYPE (EntentePrintKindRow,
                      entente_print_kind_row,
                      ENTENTE,
                      PRINT_KIND_ROW,
                      GtkListBoxRow)

GtkWidget *entente_print_kind_row_new (EntenteSummaryKind kind);
EntenteSummaryKind entente_print_kind_row_get_kind (EntentePrintKindRow *row);
gboolean entente_print_kind_row_has_pages (EntentePrintKindRow *row);
/* The pages of this kind, for picture and count; NULL while there are none. */
void entente_print_kind_row_set_pages (EntentePrintKindRow *row, EntentePages *pages);

G_END_DECLS
