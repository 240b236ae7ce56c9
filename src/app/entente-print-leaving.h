/* EntentePrintLeaving: the list of what leaves with a summary and what is left out, in the print
 * window: a row for each kind of it, which unfolds to every item. Private to the print window. Main
 * thread. */
#pragma once

#include "entente-redaction-list.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_PRINT_LEAVING (entente_print_leaving_get_type ())
G_DECLARE_FINAL_TYPE (EntentePrintLeaving, entente_print_leaving, ENTENTE, PRINT_LEAVING, AdwBin)

/* Keeps its own reference. What was unfolded stays unfolded. */
void entente_print_leaving_set_list (EntentePrintLeaving *leaving, EntenteRedactionList *list);

G_END_DECLS
