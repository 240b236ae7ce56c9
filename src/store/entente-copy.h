/* A copy of an open study. */
#pragma once

#include "entente-db.h"

G_BEGIN_DECLS

/* Complete or absent at @path, which must not exist. Without journal, drafts and log when @history
 * is FALSE; what was ever deleted is then in no byte of it. */
gboolean entente_copy_write (EntenteDb *db,
                             const char *path,
                             gboolean history,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
