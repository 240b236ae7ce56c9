/* EntentePrintPreview: the middle of the print window: the sheets, a pill with "1 of 2 pages" and
 * the zoom, and, while a job takes long, how far it is, with a button that stops it. Private to the
 * print window. Main thread. */
#pragma once

#include "entente-print-progress.h"
#include "entente-printout.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_PRINT_PREVIEW (entente_print_preview_get_type ())
G_DECLARE_FINAL_TYPE (EntentePrintPreview, entente_print_preview, ENTENTE, PRINT_PREVIEW, AdwBin)

/* Actions: "page.previous", "page.next", "page.zoom-in", "page.zoom-out", "page.stop"; Page Up and
 * Down, plus and minus do the same. */

/* NULL for none. */
void entente_print_preview_set_printout (EntentePrintPreview *preview, EntentePrintout *printout);
/* Shows, from a moment on, how far a job is; "page.stop" cancels @cancellable. The newest job is
 * the one that shows. */
void entente_print_preview_begin (EntentePrintPreview *preview,
                                  EntentePrintProgress *progress,
                                  GCancellable *cancellable);
/* The job of @cancellable is over; of no effect where another one shows. */
void entente_print_preview_end (EntentePrintPreview *preview, GCancellable *cancellable);
/* Shows @message instead of pages, with a button for "summary.again"; NULL for pages again. */
void entente_print_preview_set_message (EntentePrintPreview *preview, const char *message);

G_END_DECLS
