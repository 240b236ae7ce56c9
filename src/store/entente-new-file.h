/* A file that is made whole under a hidden name and then gets its own. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A name that is free, in the folder of @path. Free with g_free. */
char *entente_new_file_get_temporary (const char *path);
/* Makes sure that @temporary is on disk and names it @path, which must not exist: complete or
 * absent. On failure @temporary is removed. */
gboolean entente_new_file_publish (const char *temporary, const char *path, GError **error);

G_END_DECLS
