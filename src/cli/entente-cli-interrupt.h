/* Ctrl+C for commands that write for a while: what was begun is taken back, then the command ends.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Cancelled by the first SIGINT or SIGTERM from now on; a second one ends the program at once. To
 * be called before other threads are there, once. Free with g_object_unref. */
GCancellable *entente_cli_watch_interrupt (void);

G_END_DECLS
