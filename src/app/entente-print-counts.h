/* EntentePrintCounts: pages of the kinds of summary that are not shown, for their pictures and
 * lengths, made one after the other when nothing else is to be done. Private to the print window.
 * Main thread. */
#pragma once

#include "entente-print-job.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _EntentePrintCounts EntentePrintCounts;

/* @kinds is a list of EntentePrintKindRow. It, the session and @lanes (as for
 * entente_print_job_start()) outlive it. */
EntentePrintCounts *entente_print_counts_new (EntenteSession *session,
                                              GtkListBox *kinds,
                                              const char *lanes);
void entente_print_counts_free (EntentePrintCounts *counts);
/* Something else is to be done; what is counted next is counted for @choice. */
void entente_print_counts_stop (EntentePrintCounts *counts, const EntentePrintChoice *choice);
/* All rows are without pages again. */
void entente_print_counts_forget (EntentePrintCounts *counts);
/* Counts the next kind without pages, and so on; nothing for so many events that it would take
 * long. */
void entente_print_counts_continue (EntentePrintCounts *counts);

G_END_DECLS
