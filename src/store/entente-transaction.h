/* EntenteTransaction: an IMMEDIATE transaction that is rolled back unless it is committed. */
#pragma once

#include "entente-db.h"

G_BEGIN_DECLS

typedef struct _EntenteTransaction EntenteTransaction;

/* Takes the lock and makes sure that nobody has written since the rows were read: READ_ONLY, BUSY
 * or CONFLICT otherwise. Foreign keys are checked at the commit. */
EntenteTransaction *entente_transaction_begin (EntenteDb *db, GError **error);
/* TRUE: the changes are on disk. FALSE: nothing was changed; but where the disk fails for good
 * within the last call of a commit, nobody can tell. Frees neither way. */
gboolean entente_transaction_commit (EntenteTransaction *transaction, GError **error);
/* Was the commit reported as failed, and its changes found in the file? The lock was let go of
 * meanwhile, so whoever knows what was written looks whether it is his. */
gboolean entente_transaction_was_confirmed (EntenteTransaction *transaction);
/* Rolls back what was not committed. */
void entente_transaction_free (EntenteTransaction *transaction);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteTransaction, entente_transaction_free)

G_END_DECLS
