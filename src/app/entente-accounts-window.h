/* EntenteAccountsWindow: two accounts of the study side by side, under the filter of the window;
 * copied, saved as PDF or text, printed. It stands beside its parent, in which it shows the
 * words of what is chosen. Main thread. */
#pragma once

#include "entente-accounts-view.h"
#include "entente-window.h"

G_BEGIN_DECLS

#define ENTENTE_TYPE_ACCOUNTS_WINDOW (entente_accounts_window_get_type ())
G_DECLARE_FINAL_TYPE (EntenteAccountsWindow,
                      entente_accounts_window,
                      ENTENTE,
                      ACCOUNTS_WINDOW,
                      AdwWindow)

/* Shows the accounts of the study that @parent shows: those that are shown already, or a new
 * window. */
EntenteAccountsWindow *entente_accounts_window_present (EntenteWindow *parent);
/* Borrowed. */
EntenteAccountsView *entente_accounts_window_get_view (EntenteAccountsWindow *window);

G_END_DECLS
