/* EntentePrintOperation: sends pages to a printer, through the dialog of the system. Never writes a
 * file: PDF is the business of entente-print-save.h. Main thread. */
#pragma once

#include "entente-pages.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Called once when all is over; @error is NULL when printed or cancelled. */
typedef void (*EntentePrintDone) (const GError *error, gpointer data);

/* Shows the dialog above @parent and prints @pages, of which it keeps a reference meanwhile. */
void entente_print_operation_run (GtkWindow *parent,
                                  EntentePages *pages,
                                  EntentePrintDone done,
                                  gpointer data);

G_END_DECLS
