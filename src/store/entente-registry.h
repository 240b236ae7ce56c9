/* Which study files this process holds open. */
#pragma once

#include <gio/gio.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/* Enters the file; BUSY with a sentence when it is open already, under whatever name, and is not
 * left within a second. Any thread. */
gboolean entente_registry_enter (const struct stat *file, const char *path, GError **error);
void entente_registry_leave (const struct stat *file);

G_END_DECLS
