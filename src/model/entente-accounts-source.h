/* EntenteAccountsSource: two accounts of the study of a session side by side, kept up to date:
 * what each tells of which move, under the filter of the session, and which verdicts show.
 *
 * Reads in a thread; late answers are dropped, and the list stays as it is until the new ones
 * are there. Main thread.
 */
#pragma once

#include "entente-accounts-item.h"
#include "entente-session.h"

G_BEGIN_DECLS

#define ENTENTE_TYPE_ACCOUNTS_SOURCE (entente_accounts_source_get_type ())
G_DECLARE_FINAL_TYPE (EntenteAccountsSource,
                      entente_accounts_source,
                      ENTENTE,
                      ACCOUNTS_SOURCE,
                      GObject)

typedef enum { ENTENTE_SIDE_LEFT, ENTENTE_SIDE_RIGHT, ENTENTE_N_SIDES } EntenteSide;

/* Signal "changed" (): the counts, the accounts or what shows are others. */
EntenteAccountsSource *entente_accounts_source_new (EntenteSession *session);
EntenteSession *entente_accounts_source_get_session (EntenteAccountsSource *source);
/* NULL: none is chosen. References. */
void entente_accounts_source_set_account (EntenteAccountsSource *source,
                                          EntenteSide side,
                                          const EntenteAccount *account);
const EntenteAccount *entente_accounts_source_get_account (EntenteAccountsSource *source,
                                                           EntenteSide side);
void entente_accounts_source_swap (EntenteAccountsSource *source);
/* Which verdicts show: all, at first. */
void entente_accounts_source_set_shown (EntenteAccountsSource *source,
                                        EntenteAccountsVerdict verdict,
                                        gboolean shown);
gboolean entente_accounts_source_get_shown (EntenteAccountsSource *source,
                                            EntenteAccountsVerdict verdict);

/* Both are chosen, and what they tell is not read yet. */
gboolean entente_accounts_source_is_reading (EntenteAccountsSource *source);
/* GListModel of EntenteAccountsItem that show; the same object for ever. Borrowed. */
GListModel *entente_accounts_source_get_items (EntenteAccountsSource *source);
/* Moves with a verdict that pass the filter; all of which either tells; and those that were too
 * many to be read. */
guint entente_accounts_source_count (EntenteAccountsSource *source, EntenteAccountsVerdict verdict);
guint entente_accounts_source_get_n_total (EntenteAccountsSource *source);
guint entente_accounts_source_get_n_left_out (EntenteAccountsSource *source);
/* What shows as a table: a line of headings, then one line each, cells parted by tabs. Free. */
char *entente_accounts_source_format_tsv (EntenteAccountsSource *source);

G_END_DECLS
