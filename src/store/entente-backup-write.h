/* Making a backup. Thread of the connection. */
#pragma once

#include "entente-db.h"

G_BEGIN_DECLS

/* Copies the study, checks the copy, notes it in the study and thins those before out. Nothing is
 * done when no step was made since the last one, unless @anyway. What goes wrong is noted in the
 * study, too. */
gboolean entente_backup_write (EntenteDb *db,
                               gboolean anyway,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
