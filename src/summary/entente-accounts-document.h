/* EntenteAccountsDocument: two accounts side by side as the document of a summary, for pages and
 * text: each move with its verdict and the words of either side. Pure; any thread.
 */
#pragma once

#include "entente-accounts.h"
#include "entente-document.h"
#include "entente-summary.h"

G_BEGIN_DECLS

typedef struct {
  const EntenteAccount *left, *right;
  const GPtrArray *rows; /* EntenteAccountsRow, in the order of time */
  guint n_total; /* moves of which either tells, shown or not */
  const char *filter; /* as a sentence */
} EntenteAccountsShown;

/* @options: study, coder, version and time of printing; the rest goes unused. */
EntenteDocument *entente_accounts_document_new (const EntenteSummaryOptions *options,
                                                EntenteChronicle *chronicle,
                                                const EntenteAccountsShown *shown);

G_END_DECLS
