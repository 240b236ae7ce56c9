/* How often tests by random repeat themselves. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @every_run, or @release under "meson test --setup release", which sets ENTENTE_RELEASE; the
 * number in the environment variable @name where that is set. */
guint entente_test_scale (const char *name, guint every_run, guint release);

G_END_DECLS
