/* EntentePrintPreview: the middle of the print window: the sheets, a pill with "1 of 2 pages" and
 * the zoom, and a spinner while new pages are made. Private to the print window. Main thread. */
#pragma once

#include "entente-pages.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_PRINT_PREVIEW (entente_print_preview_get_type ())
G_DECLARE_FINAL_TYPE (EntentePrintPreview, entente_print_preview, ENTENTE, PRINT_PREVIEW, AdwBin)

/* Actions: "page.previous", "page.next", "page.zoom-in", "page.zoom-out"; Page Up and Down, plus
 * and minus do the same. */

/* NULL for none. */
void entente_print_preview_set_pages (EntentePrintPreview *preview, EntentePages *pages);
/* Says that newer pages are on their way. */
void entente_print_preview_set_busy (EntentePrintPreview *preview, gboolean busy);
/* Shows @message instead of pages; NULL for pages again. */
void entente_print_preview_set_message (EntentePrintPreview *preview, const char *message);

G_END_DECLS
