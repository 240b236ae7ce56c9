/* EntenteAccountsView: two accounts of a study side by side, on one axis of time between them:
 * two choosers, the counts of each verdict as buttons that show or hide it, and the moves. Main
 * thread. */
#pragma once

#include "entente-accounts-source.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_ACCOUNTS_VIEW (entente_accounts_view_get_type ())
G_DECLARE_FINAL_TYPE (EntenteAccountsView, entente_accounts_view, ENTENTE, ACCOUNTS_VIEW, GtkBox)

/* Signal "opened" (): a person went to words of a row, which are in sight now. */
void entente_accounts_view_set_session (EntenteAccountsView *view, EntenteSession *session);
/* Of the session; borrowed. */
EntenteAccountsSource *entente_accounts_view_get_source (EntenteAccountsView *view);
void entente_accounts_view_swap (EntenteAccountsView *view);

G_END_DECLS
