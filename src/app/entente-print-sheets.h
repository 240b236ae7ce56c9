/* EntentePrintSheets: pages one below the other, as large as zoom and place allow; scrolls by
 * itself in a GtkScrolledWindow and paints only what is in sight. Private to the print window. Main
 * thread. */
#pragma once

#include "entente-printout.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_PRINT_SHEETS (entente_print_sheets_get_type ())
G_DECLARE_FINAL_TYPE (EntentePrintSheets, entente_print_sheets, ENTENTE, PRINT_SHEETS, GtkWidget)

/* Zoom steps: 0 shows a whole page, each further one is a quarter larger. */
#define ENTENTE_PRINT_ZOOM_MIN (-3)
#define ENTENTE_PRINT_ZOOM_MAX 8

/* Properties besides those of GtkScrollable: "page" (uint, from 0: the one in the middle of the
 * view; setting it scrolls there), "n-pages" (uint), "zoom" (int, see above). All notify when they
 * change. */

/* Keeps its own reference; NULL for none. The place of reading stays where it can. */
void entente_print_sheets_set_printout (EntentePrintSheets *sheets, EntentePrintout *printout);
void entente_print_sheets_set_page (EntentePrintSheets *sheets, guint page);
guint entente_print_sheets_get_page (EntentePrintSheets *sheets);
guint entente_print_sheets_get_n_pages (EntentePrintSheets *sheets);
void entente_print_sheets_set_zoom (EntentePrintSheets *sheets, int zoom);
int entente_print_sheets_get_zoom (EntentePrintSheets *sheets);

G_END_DECLS
