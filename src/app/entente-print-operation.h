/* EntentePrintOperation: sends sheets to a printer, through the dialog of the system. Never writes
 * a file: PDF is the business of entente-print-save.h. Main thread. */
#pragma once

#include "entente-printout.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Called once when all is over; @error is NULL when printed or cancelled. */
typedef void (*EntentePrintDone) (const GError *error, gpointer data);

/* Shows the dialog above @parent and prints @printout, of which it keeps a reference meanwhile. */
void entente_print_operation_run (GtkWindow *parent,
                                  EntentePrintout *printout,
                                  EntentePrintDone done,
                                  gpointer data);

G_END_DECLS
