/* EntentePrintOutlet: where what the print window shows goes to: a file, the printer, the
 * clipboard.
 *
 * Asks first where real names still stand in what leaves under pseudonyms; shows how far a long job
 * is, and stops it on request: then no file is left, and an old one is as it was. Private to the
 * print window. Main thread.
 */
#pragma once

#include "entente-print-job.h"
#include "entente-print-preview.h"

G_BEGIN_DECLS

/* What leaves; all borrowed, and held until it has left. */
typedef struct {
  GtkWindow *window;
  EntentePrintPreview *preview;
  EntenteSession *session;
  EntentePrintout *printout;
  EntenteRedactionList *list;
  const EntentePrintChoice *choice;
  const char *lanes;
  /* Says what was done, while @window is open. */
  void (*done) (GtkWindow *window, const char *message);
} EntentePrintOutlet;

void entente_print_outlet_save (const EntentePrintOutlet *outlet, EntentePrintFormat format);
void entente_print_outlet_print (const EntentePrintOutlet *outlet);
/* Nothing for a poster. */
void entente_print_outlet_copy (const EntentePrintOutlet *outlet);

G_END_DECLS
