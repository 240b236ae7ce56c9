/* EntenteStudyAccounts: reading what two accounts tell, side by side, out of a study; and whose
 * account words on a command line mean. */
#pragma once

#include "entente-accounts.h"
#include "entente-study.h"

G_BEGIN_DECLS

/* So many moves are read at most, the earliest. */
#define ENTENTE_ACCOUNTS_MAX 10000

typedef struct {
  EntenteChronicle *chronicle; /* of which the moves were read */
  GPtrArray *rows; /* EntenteAccountsRow, in the order of time */
  guint n_left_out; /* moves that were too many to be read */
} EntenteAccountsRead;

void entente_accounts_read_free (EntenteAccountsRead *read);

/* "article:ID", "outlet:NAME" or "party:NAME"; ids, keys and names as in a query. An outlet that
 * is no record must be the name of a publication. INVALID for other words, NOT_FOUND for what is
 * not in the study. */
EntenteAccount *entente_account_parse (const char *text,
                                       const EntenteChronicle *chronicle,
                                       GError **error);
/* Blocking; for the command line and tests. */
EntenteAccountsRead *entente_study_read_accounts (EntenteStudy *study,
                                                  const EntenteAccount *left,
                                                  const EntenteAccount *right,
                                                  GError **error);
/* In a thread, over the chronicle of now. Main thread. */
void entente_study_read_accounts_async (EntenteStudy *study,
                                        const EntenteAccount *left,
                                        const EntenteAccount *right,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
EntenteAccountsRead *entente_study_read_accounts_finish (EntenteStudy *study,
                                                         GAsyncResult *result,
                                                         GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteAccountsRead, entente_accounts_read_free)

G_END_DECLS
