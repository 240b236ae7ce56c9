/* What was written is read again before it is committed: what a fault of the program or of the
 * library left wrong in a row must not become the state of a study, and then of its backups. */
#pragma once

#include "entente-db.h"

G_BEGIN_DECLS

/* Does the row of the record hold, cell by cell, what was given to be written? Else CORRUPT. */
gboolean entente_read_back_record (EntenteDb *db, gconstpointer record, GError **error);
/* Can every record that the changes name be read? A change too large to list is not looked at: an
 * import reads back each of its rows, and what undoes it restores rows that were. */
gboolean entente_read_back_changes (EntenteDb *db, const EntenteChangeSet *changes, GError **error);

G_END_DECLS
