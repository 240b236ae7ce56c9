/* Large files that were found whole and have not been touched since. */
#pragma once

#include <glib.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/* Was a file in exactly this state found whole by this user's Entente? Any thread. */
gboolean entente_whole_is_known (const struct stat *file);
/* Remembers it; to be called while nobody can write to the file. Small files are not worth it. */
void entente_whole_remember (const struct stat *file);

G_END_DECLS
