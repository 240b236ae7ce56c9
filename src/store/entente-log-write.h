/* Writing the log, for those who have the connection. Thread of the connection. */
#pragma once

#include "entente-db.h"

G_BEGIN_DECLS

/* Notes @sentence in a transaction of its own, and drops what is over the limit. FALSE when it
 * cannot be noted, as where the study is read only or a transaction is under way. */
gboolean entente_log_write (EntenteDb *db, const char *sentence);

G_END_DECLS
