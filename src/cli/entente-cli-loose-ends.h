/* Rows of entente-cli list that tell what a study leaves open: questions, and the ledger of moves
 * and their answers. */
#pragma once

#include "entente-cli-records.h"
#include "entente-study.h"

G_BEGIN_DECLS

/* A person's own questions and derived ones, of events among @rows; those of no event when @is_all.
 */
gboolean entente_cli_list_questions (EntenteStudy *study,
                                     const EntenteBitset *rows,
                                     gboolean is_all,
                                     EntenteCliRecords *records,
                                     GError **error);
/* The ledger of @rows: each move that expects an answer and each plan, with answers, proposals and
 * stages. */
gboolean entente_cli_list_answers (EntenteStudy *study,
                                   const EntenteBitset *rows,
                                   EntenteCliRecords *records,
                                   GError **error);

G_END_DECLS
