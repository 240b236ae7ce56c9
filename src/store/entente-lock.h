/* Locks that belong to an open file, not to a process. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes SQLite take open-file-description locks. Once per process, before the first connection;
 * further calls do nothing. Any thread. */
void entente_lock_install (void);

G_END_DECLS
