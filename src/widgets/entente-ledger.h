/* EntenteLedger: a row for each move that expects an answer and passes the filter: the move, its
 * answer and the days between, or "no word since". Property "session" of EntenteEventView. Main
 * thread. */
#pragma once

#include "entente-event-view.h"

G_BEGIN_DECLS

#define ENTENTE_TYPE_LEDGER (entente_ledger_get_type ())
G_DECLARE_FINAL_TYPE (EntenteLedger, entente_ledger, ENTENTE, LEDGER, EntenteEventView)

GtkWidget *entente_ledger_new (void);

G_END_DECLS
