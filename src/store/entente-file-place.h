/* What is known of the place of a file: does a program carry it to other computers, or is it on
 * another computer? */
#pragma once

#include "entente-store.h"

G_BEGIN_DECLS

/* Looks at the file system, and at the folders above for what Nextcloud, ownCloud, Dropbox,
 * Syncthing, Resilio, Seafile, OneDrive and others leave there. Blocks; any thread. */
EntenteFilePlace entente_file_place_get (const char *path);
/* By the number of a file system, as statfs() gives it. */
gboolean entente_file_place_is_network (long type);

G_END_DECLS
