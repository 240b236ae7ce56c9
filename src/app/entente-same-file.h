/* Whether two paths lead to one file. Main thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* By whatever names and links; a path is the same as itself, be there a file or not. FALSE when
 * either is NULL. */
gboolean entente_same_file (const char *one, const char *other);

G_END_DECLS
