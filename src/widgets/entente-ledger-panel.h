/* EntenteLedgerPanel: beside the ledger: the answer that is proposed for the selected move, with
 * its reason; what became of it where it was planned, stage by stage; and the whole thread of moves
 * around it, in order. Its buttons activate the actions of the ledger around it. Main thread. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_LEDGER_PANEL (entente_ledger_panel_get_type ())
G_DECLARE_FINAL_TYPE (EntenteLedgerPanel, entente_ledger_panel, ENTENTE, LEDGER_PANEL, GtkWidget)

GtkWidget *entente_ledger_panel_new (void);
/* NULL: of none. */
void entente_ledger_panel_set_session (EntenteLedgerPanel *panel, EntenteSession *session);

G_END_DECLS
