/* Who works with a study in a window holds its file, so that a second program, on this computer or
 * on another that shares the folder, opens it for reading only. Not a lock against writing: that is
 * SQLite's, and the command line may edit a study that a window shows. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Holds the file at @path: a descriptor to be closed when it is let go of; -1 where nobody holds
 * files, or where the file system knows no such locks. *elsewhere: another process holds it. The
 * kernel lets go for a process that dies. */
int entente_in_use_take (const char *path, gboolean *elsewhere);

G_END_DECLS
