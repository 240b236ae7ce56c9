/* What a step changed, read off its changeset. */
#pragma once

#include "entente-db.h"

G_BEGIN_DECLS

/* Of step @number as it was done, or inverted; after the changes were made. */
EntenteChangeSet *entente_change_set_read (EntenteDb *db,
                                           gint64 number,
                                           gboolean invert,
                                           const char *label,
                                           GError **error);
EntenteChangeSet *entente_change_set_new (const char *label);

G_END_DECLS
